import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { logInAs, plantTenant, startTestServer } from '../server/http/http.testing.ts'
import { linesOfImport } from './contract-import.ts'
import { InputError } from './say.ts'

const server = await startTestServer()
await plantTenant(server, 'east')
const manager = await logInAs(server, 'service-manager@east')
const agent = await logInAs(server, 'hotline-agent@east')
const folder = mkdtempSync(join(tmpdir(), 'nx-import-'))
after(() => rmSync(folder, { recursive: true }))

assert.equal((await manager.post('/api/plans/bundled')).status, 200)
const signed = await manager.post('/api/contracts', {
  number: 'HT-2025-071',
  title: '机电设备售后服务',
  customer: 'jia',
  plan: 'shebei-2nian@1',
  signedOn: '2025-07-18',
  startsOn: '2025-07-20',
  terms: [{ key: 'cut-over', value: '2026-09-21', source: '交接备忘' }],
  sites: ['jia-site'],
  assets: ['jia-asset'],
})
assert.equal(signed.status, 201, signed.text)

const tokenOf = async (who: typeof manager): Promise<string> => {
  const made = await who.post('/api/tokens', { name: '切换上线', scopes: ['contract.manage', 'contract.read'] })
  assert.equal(made.status, 201, made.text)
  return made.body.secret
}
const token = await tokenOf(manager)
const reached = { server: server.url, token, locale: 'zh-CN' } as const

function table(name: string, rows: readonly string[]): string {
  const path = join(folder, name)
  writeFileSync(path, ['原编号,完成时间 *,类型 *,设备,检查表,说明', ...rows].join('\n'))
  return path
}
const GOOD = table('上门.csv', ['XJ-1,2025-10-15,巡检,MARK-east-jia-ZQ,,例行检查', 'XJ-2,2026-01-14,巡检,MARK-east-jia-ZQ,,例行检查'])
const BAD = table('坏的上门.csv', ['XJ-9,前天,巡检,MARK-east-jia-ZQ,,', 'XJ-8,2026-01-14,喝茶,没有这台,,'])
const services = async () => (await manager.get(`/api/services?contract=${signed.body.id}`)).body.items.length
const refused = (code: string) => (error: unknown) => error instanceof InputError && error.key === code

test('a wrong table is told cell by cell, in the words of the page, and nothing is written', async () => {
  const { lines, clean } = await linesOfImport(reached, { contract: 'HT-2025-071', files: [BAD] })
  assert.equal(clean, false)
  assert.equal(await services(), 0)
  assert.ok(lines.length >= 3, lines.join('\n'))
  assert.match(lines[0] ?? '', /坏的上门\.csv · .*第 2 行 · 完成时间.*前天：/)
  assert.match(lines.at(-1) ?? '', /^有 \d+ 处要改，什么也没有写入。$/)
  const english = await linesOfImport({ ...reached, locale: 'en' }, { contract: 'HT-2025-071', files: [BAD] })
  assert.match(english.lines.at(-1) ?? '', /places are to be mended; nothing was written/)
})

test('a dry run says what would come and writes nothing; the import does, and done again it changes nothing', async () => {
  const dry = await linesOfImport(reached, { contract: 'HT-2025-071', files: [GOOD], dryRun: true })
  assert.deepEqual([dry.clean, dry.lines[0], dry.lines.at(-1)], [true, '上门：新增 2 行，已有 0 行', '这是试运行，没有写入。'])
  assert.equal(await services(), 0)
  const done = await linesOfImport(reached, { contract: 'HT-2025-071', files: [GOOD] })
  assert.deepEqual([done.clean, done.lines.at(-1)], [true, '已导入。'])
  assert.equal(await services(), 2)
  const again = await linesOfImport(reached, { contract: 'HT-2025-071', files: [GOOD] })
  assert.equal(again.lines[0], '上门：新增 0 行，已有 2 行')
  assert.equal(await services(), 2)
})

test('who may not do it on the page may not do it here; no contract, no server, no file: each a sentence', async () => {
  const asked = { contract: 'HT-2025-071', files: [GOOD] }
  const other = await agent.post('/api/tokens', { name: '我的', scopes: ['contract.read'] })
  const mine = { ...reached, token: other.body.secret as string }
  await assert.rejects(linesOfImport(mine, asked), refused('contract-import.refused'))
  await assert.rejects(linesOfImport({ ...reached, token: 'nothing' }, asked), refused('contract-import.refused'))
  await assert.rejects(linesOfImport(reached, { ...asked, contract: 'HT-0' }), refused('contract-import.no-contract'))
  await assert.rejects(linesOfImport({ ...reached, server: 'http://127.0.0.1:9' }, asked), refused('contract-import.no-server'))
  await assert.rejects(linesOfImport(reached, { ...asked, files: [join(folder, '没有.csv')] }), refused('input.file-missing'))
})

type Ran = { readonly out: string; readonly err: string; readonly code: number }

function nuoxing(args: readonly string[], env: Readonly<Record<string, string>>): Promise<Ran> {
  const all = { ...process.env, LC_ALL: '', LANG: 'zh_CN.UTF-8', NUOXING_TOKEN: '', ...env }
  return new Promise((done) => {
    execFile(process.execPath, [join(import.meta.dirname, 'main.ts'), ...args], { encoding: 'utf8', env: all }, (error, out, err) =>
      done({ out, err, code: typeof error?.code === 'number' ? error.code : 0 }),
    )
  })
}

test('the command itself: its help in three languages, exit 0 for a clean trial, 1 for wrong cells, 2 without a token', async () => {
  const words = [
    ['zh_CN.UTF-8', /切换上线：把进行中的合同/],
    ['zh_TW.UTF-8', /切換上線：把進行中的合約/],
    ['en_GB.UTF-8', /take over a running contract/],
  ] as const
  for (const [lang, says] of words) assert.match((await nuoxing(['contract', 'import', '--help'], { LANG: lang })).out, says)
  const line = ['contract', 'import', '--contract', 'HT-2025-071', '--server', server.url, '--dry-run']
  const clean = await nuoxing([...line, GOOD], { NUOXING_TOKEN: token })
  assert.deepEqual([clean.code, clean.out.trim().endsWith('这是试运行，没有写入。')], [0, true], clean.err)
  assert.equal((await nuoxing([...line, BAD], { NUOXING_TOKEN: token })).code, 1)
  const bare = await nuoxing([...line, GOOD], {})
  assert.equal(bare.code, 2)
  assert.match(bare.err, /没有令牌/)
})
