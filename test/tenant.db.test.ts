import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { loadConfig } from '../src/server/config.ts'
import { startServer } from '../src/server/main.ts'

const folder = mkdtempSync(join(tmpdir(), 'nx-tenant-'))
chmodSync(folder, 0o755)
const data = join(folder, 'data')
after(() => rmSync(folder, { recursive: true, force: true }))

const titleIn = (plan: string) => /^title: (.+)$/m.exec(readFileSync(plan, 'utf8'))?.[1]
const PASSWORD = 'cedar-lantern-7'

function nuoxing(...args: string[]): { readonly out: string; readonly err: string; readonly code: number | null } {
  const env = { ...process.env, NUOXING_DATA: data, LANG: 'zh_CN.UTF-8', NUOXING_TEST_PG: '' }
  const run = spawnSync(process.execPath, [join(import.meta.dirname, '../src/cli/main.ts'), ...args], { encoding: 'utf8', env })
  return { out: run.stdout, err: run.stderr, code: run.status }
}

test('a new firm gets a link for its first administrator that works once, and nobody else is in it', async () => {
  const { out, code } = nuoxing('tenant', 'create', 'qingyuan', '--name', '青原机电')
  assert.equal(code, 0)
  const lost = /\/setup#(nxs_qingyuan_[\w-]+)/.exec(out)?.[1] ?? assert.fail(out)
  const renewed = nuoxing('tenant', 'link', 'qingyuan')
  assert.equal(renewed.code, 0, renewed.err)
  assert.match(renewed.out, /企业“青原机电”的新链接，以前的已作废.*（有效至 \d{4} 年 /)
  const token = /\/setup#(nxs_qingyuan_[\w-]+)/.exec(renewed.out)?.[1] ?? assert.fail(renewed.out)
  const loaded = loadConfig({
    env: { PORT: '0', NUOXING_DATA: data, NUOXING_LOG_LEVEL: 'silent', NUOXING_DEMO: 'off', NUOXING_BACKUP_AT: 'off' },
    readFile: () => undefined,
  })
  assert.ok(loaded.ok)
  const server = await startServer(loaded.config, { log: () => undefined })
  assert.ok(server.ok && server.url)
  const post = (path: string, body: object) =>
    fetch(`${server.url}/api${path}`, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })
  const setUp = { token, name: '安知夏', account: 'an', password: PASSWORD }
  assert.equal((await post('/setup', { ...setUp, token: lost })).status, 400, 'the link that was lost lets nobody in any more')
  assert.equal((await post('/setup', setUp)).status, 200)
  assert.equal((await post('/setup', { ...setUp, account: 'other' })).status, 400)
  const session = await post('/session', { account: 'an@qingyuan', password: PASSWORD })
  assert.equal(session.status, 200)
  const me = (await session.json()) as { tenant: { name: string; demo: boolean }; me: { roles: { id: string }[] } }
  assert.deepEqual([me.tenant.name, me.tenant.demo, me.me.roles.map((role) => role.id)], ['青原机电', false, ['administrator']])
  const cookie = session.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const people = (await (await fetch(`${server.url}/api/people`, { headers: { cookie } })).json()) as { items: unknown[] }
  assert.equal(people.items.length, 1)
  const late = nuoxing('tenant', 'link', 'qingyuan')
  assert.deepEqual([late.code, late.out], [2, ''])
  assert.match(late.err, /企业“qingyuan”已有管理员设好密码，不再需要初始设置链接/)
  const second = nuoxing('tenant', 'create', 'lanting', '--name', '兰亭电气')
  assert.ok(second.out.includes(`${server.url}/setup#nxs_lanting_`), `the link leads to the server that runs: ${second.out}`)
  assert.match(second.out, /有效至 \d{4} 年 \d+ 月 \d+ 日（周.）\d\d:\d\d/)
  await server.stop()
  assert.match(nuoxing('tenant', 'create', 'qingfeng', '--name', '清风机电').out, /http:\/\/127\.0\.0\.1:8080\/setup#/)
})

test('plans are loaded into a firm by the command line: all files or none, those of the product without any', () => {
  const plan = join(import.meta.dirname, '../plans/shebei-2nian.yaml')
  const loaded = nuoxing('plan', 'load', plan, '--tenant', 'lanting')
  assert.deepEqual([loaded.code, loaded.out], [0, `shebei-2nian@1 已导入：${titleIn(plan)}\n`], loaded.err)
  const broken = join(folder, 'broken.yaml')
  writeFileSync(
    broken,
    readFileSync(plan, 'utf8').replace('kept-by: ticket.replied', 'kept-by: ticket.repplied').replace('plan: shebei-2nian', 'plan: qita'),
  )
  const refused = nuoxing('plan', 'load', join(import.meta.dirname, '../plans/keyou.yaml'), broken, '--tenant', 'lanting')
  assert.equal(refused.code, 2)
  assert.match(refused.err, /broken\.yaml:\d+:\d+.*ticket\.repplied/)
  const all = nuoxing('plan', 'load', '--tenant', 'lanting').out.trim().split('\n')
  assert.equal(all.filter((line) => line.includes('已导入')).length, all.length - 1)
  assert.equal(all.filter((line) => line.includes('未改动')).length, 1)
  assert.match(nuoxing('plan', 'load', plan, '--tenant', 'meiyou').err, /没有代号为“meiyou”的企业/)
})

test('where there is no data, audit, backup and upgrade say so in one sentence, make nothing and exit 2', () => {
  const empty = join(folder, 'empty')
  for (const command of ['audit', 'backup', 'upgrade']) {
    const run = spawnSync(process.execPath, [join(import.meta.dirname, '../src/cli/main.ts'), command], {
      encoding: 'utf8',
      env: { ...process.env, NUOXING_DATA: empty, LANG: 'zh_CN.UTF-8', NUOXING_TEST_PG: '' },
    })
    assert.deepEqual([run.status, run.stdout], [2, ''], command)
    assert.match(run.stderr, /^\S+empty 里还没有数据。.*\n$/, command)
    assert.equal(existsSync(empty), false, command)
  }
})

test('a code that is taken, a code that is none and an unknown zone are refused with a sentence, exit 2', () => {
  assert.match(nuoxing('tenant', 'create', 'qingyuan', '--name', '另一家').err, /“qingyuan”已被使用/)
  assert.match(nuoxing('tenant', 'create', 'Qing Yuan', '--name', '青原').err, /代号“Qing Yuan”不对/)
  const zone = nuoxing('tenant', 'create', 'moon', '--name', '月', '--timezone', 'Moon/Base')
  assert.match(zone.err, /没有时区“Moon\/Base”/)
  assert.equal(zone.code, 2)
  for (const name of ['', '  ']) {
    const nameless = nuoxing('tenant', 'create', 'wuming', '--name', name)
    assert.deepEqual([nameless.code, nameless.out, nameless.err], [2, '', '企业名称不能为空。\n'])
  }
  for (const words of [
    ['audit', '--tenant', 'nope'],
    ['tenant', 'link', 'nope'],
  ]) {
    const nobody = nuoxing(...words)
    assert.deepEqual([nobody.code, nobody.out], [2, ''], words.join(' '))
    assert.match(nobody.err, /没有代号为“nope”的企业/)
  }
})

test('a database of this version has nothing to upgrade; a backup is taken and comes back into an empty folder with the firm in it', () => {
  assert.match(nuoxing('upgrade').out, /已是最新结构/)
  const backup = nuoxing('backup')
  assert.equal(backup.code, 0, backup.err)
  assert.match(backup.out, /备份完成/)
  const target = join(folder, 'restored')
  const restored = nuoxing('restore', join(data, 'backup'), target)
  assert.equal(restored.code, 0, restored.err)
  assert.match(restored.out, /已恢复到/)
  const again = spawnSync(process.execPath, [join(import.meta.dirname, '../src/cli/main.ts'), 'audit'], {
    encoding: 'utf8',
    env: { ...process.env, NUOXING_DATA: target, LANG: 'zh_CN.UTF-8', NUOXING_TEST_PG: '' },
  })
  assert.match(again.stdout, /qingyuan：/)
  assert.equal(again.status, 0, again.stderr)
})
