import assert from 'node:assert/strict'
import { test } from 'node:test'
import { auditTenant } from '../audit.ts'
import { lookAhead } from '../cutover/outlook.ts'
import { upload } from './files/upload.testing.ts'
import { logInAs, markOf, plantTenant, startTestServer } from './http.testing.ts'

/** What an import meets: what stands in the contract already, and what others write while it is read. */
const server = await startTestServer()
await plantTenant(server, 'east')
const manager = await logInAs(server, 'service-manager@east')
assert.equal((await manager.post('/api/plans/bundled')).status, 200)
const SERIAL = markOf('east', 'jia')
const CUT_OVER = { key: 'cut-over', value: '2026-09-21', source: '交接备忘' }
const other = await manager.post('/api/sites', { customer: 'jia', name: '二车间', address: '工业园 12 号', zone: 'county' })
assert.equal(other.status, 201, other.text)

async function sign(number: string): Promise<string> {
  const signed = await manager.post('/api/contracts', {
    number,
    title: '机电设备售后服务',
    customer: 'jia',
    plan: 'shebei-2nian@1',
    signedOn: '2025-07-18',
    startsOn: '2025-07-20',
    terms: [CUT_OVER],
    sites: ['jia-site', other.body.id],
    assets: ['jia-asset'],
  })
  assert.equal(signed.status, 201, signed.text)
  return signed.body.id
}

const table = async (name: string, ...lines: readonly string[]) =>
  (await upload(manager, { name: `${name}.csv`, text: `${lines.join('\n')}\n` })).id
const tickets = (...lines: readonly string[]) => table('未结工单', '原工单号,报修时间,标题,设备,现场', ...lines)
const milestones = (...lines: readonly string[]) => table('里程碑', '里程碑,时间,凭据', ...lines)
const trial = (id: string, ...files: readonly string[]) => manager.post(`/api/contracts/${id}/cutover/preview`, { files })
const importing = (id: string, ...files: readonly string[]) => manager.post(`/api/contracts/${id}/cutover`, { files })
const detail = async (id: string) => (await manager.get(`/api/contracts/${id}`)).body
const said = ({ body }: Awaited<ReturnType<typeof trial>>): string[] =>
  body.problems.map(({ row, column, words }: { row: number; column?: string; words: string }) => `${row} ${column}: ${words}`)

test('what is agreed and recorded by hand while an import is read stands afterwards, and is not recorded twice', async (t) => {
  const id = await sign('HT-1')
  const files = [
    await tickets(`GD-1,2026-09-20 10:00,主机异响,${SERIAL},`),
    await milestones('发货,2025-06-01 10:00,运单 7', '到货,2025-06-03 10:00,签收单 7'),
  ]
  const numbers = server.services.numbers
  const next = numbers.next.bind(numbers)
  let isFirst = true
  // A ticket's number is taken after everything has been read and before anything is written.
  t.mock.method(numbers, 'next', async (...asked: Parameters<typeof next>) => {
    if (isFirst) {
      isFirst = false
      const { version } = await detail(id)
      const reached = await manager.post(`/api/contracts/${id}/reach`, {
        version,
        milestone: 'shipped',
        evidence: '运单 7',
        occurredAt: Date.parse('2025-06-01T10:00:00+08:00'),
        lateReason: '补录',
      })
      assert.equal(reached.status, 200, reached.text)
      const terms = [{ ...CUT_OVER, value: '2026-09-22', source: '补充协议' }]
      const amended = await manager.post(`/api/contracts/${id}/amend`, { version: reached.body.version, terms, reason: '补充协议' })
      assert.equal(amended.status, 200, amended.text)
    }
    return next(...asked)
  })
  const done = await importing(id, ...files)
  assert.equal(done.status, 200, done.text)
  assert.deepEqual(
    done.body.counts.map(({ name, fresh, there }: { name: string; fresh: number; there: number }) => `${name} ${fresh} ${there}`),
    ['未结工单 1 0', '里程碑 1 1'],
  )
  const now = await detail(id)
  assert.deepEqual(now.milestones.map(({ milestone }: { milestone: string }) => milestone).sort(), ['delivered', 'shipped'])
  const { rows } = await server.owner.raw.query('SELECT terms, bound_hash FROM contract WHERE id = $1', [id])
  const bound = await server.services.plans.bound('east', rows[0].bound_hash)
  assert.deepEqual([rows[0].terms[0].value, bound.cutOver], ['2026-09-22', Date.parse('2026-09-22T00:00:00+08:00')])
  const { items } = (await manager.get(`/api/tickets?view=all&contract=${id}`)).body
  assert.deepEqual(
    items.map(({ number }: { number: string }) => number.slice(-4)),
    ['0001'],
    'the number that was given back is used',
  )
  assert.deepEqual((await auditTenant(server.services, 'east')).differences, [])
})

test('a device that stands elsewhere is said in its row, with all else that is wrong', async () => {
  const id = await sign('HT-2')
  const file = await tickets(
    `GD-1,2026-09-20 10:00,主机异响,${SERIAL},二车间`,
    `GD-2,2026-09-20 11:00,控制柜报警,${SERIAL},`,
    `GD-3,2026-09-20 12:00,冷却塔漏水,${SERIAL},二车间`,
  )
  const tried = await trial(id, file)
  assert.equal(tried.status, 200, tried.text)
  assert.deepEqual(said(tried), ['2 设备: 这台设备不在所选的现场。', '4 设备: 这台设备不在所选的现场。'])
  assert.equal((await importing(id, file)).body.code, 'sheets.problems')
})

test('a ticket that was imported is known again wherever its device has gone since', async () => {
  const id = await sign('HT-3')
  const file = await tickets(`GD-1,2026-09-20 10:00,主机异响,${SERIAL},${SERIAL}门诊楼`)
  assert.equal((await importing(id, file)).status, 200)
  await server.owner.raw.query(`UPDATE asset SET site = $1 WHERE tenant_id = 'east' AND id = 'jia-asset'`, [other.body.id])
  server.http.grounds.drop()
  const again = await importing(id, file)
  await server.owner.raw.query(`UPDATE asset SET site = 'jia-site' WHERE tenant_id = 'east' AND id = 'jia-asset'`)
  server.http.grounds.drop()
  assert.equal(again.status, 200, again.text)
  assert.deepEqual([again.body.counts[0].fresh, again.body.counts[0].there], [0, 1])
})

test('a contract that has ended takes the tickets that were reported under it', async () => {
  const id = await sign('HT-4')
  const ended = await manager.post(`/api/contracts/${id}/end`, { version: (await detail(id)).version, reason: '合并入新合同' })
  assert.equal(ended.status, 200, ended.text)
  const done = await importing(id, await tickets(`GD-1,2026-09-20 10:00,主机异响,${SERIAL},`))
  assert.equal(done.status, 200, done.text)
  assert.equal(done.body.counts[0].fresh, 1)
  await server.owner.raw.query(
    `UPDATE contract SET state_json = jsonb_set(state_json::jsonb, '{endedAt}', to_jsonb($2::bigint)) WHERE tenant_id = 'east' AND id = $1`,
    [id, Date.parse('2026-09-20T09:00:00+08:00')],
  )
  const late = await trial(id, await tickets(`GD-2,2026-09-20 10:00,冷却塔漏水,${SERIAL},`))
  assert.match(said(late)[0] ?? '', /^2 报修时间: 这份合同已于 2026 年 9 月 20 日（周日）09:00 终止/)
})

test('a milestone that is recorded with another date is said, with the same one it is known', async () => {
  const id = await sign('HT-5')
  const accepted = await importing(id, await milestones('验收,2025-07-20 10:00,验收报告 7'))
  assert.equal(accepted.status, 200, accepted.text)
  const same = await trial(id, await milestones('验收,2025-07-20 10:00,验收报告 7（扫描件）'))
  assert.deepEqual([same.body.problems, same.body.counts[0].there], [[], 1])
  const moved = await trial(id, await milestones('验收,2025-07-25 10:00,验收报告 7'))
  assert.equal(said(moved).length, 1)
  assert.match(said(moved)[0]!, /^2 时间: 已登记为 2025 年 7 月 20 日（周日）10:00。.*请在合同页更正。$/)
})

test('files that are too big together are refused before any is read', async () => {
  const id = await sign('HT-6')
  const files: string[] = []
  for (const name of ['一', '二', '三'])
    files.push((await upload(manager, { name: `${name}.csv`, text: `完成时间,类型\n${name}${'#'.repeat(7 * 1024 * 1024)}` })).id)
  const refused = await trial(id, ...files)
  assert.deepEqual([refused.status, refused.body.code, refused.body.field], [400, 'sheets.files-too-big', 'files'])
})

test('a contract with any number of tickets is looked at as a whole', async () => {
  const id = await sign('HT-7')
  assert.equal((await importing(id, await tickets(`GD-1,2026-09-20 10:00,主机异响,${SERIAL},`))).status, 200)
  const { rows } = await server.owner.raw.query<{ bound_hash: string }>('SELECT bound_hash FROM contract WHERE id = $1', [id])
  const looking = {
    tenant: 'east',
    contract: id,
    bound: await server.services.plans.bound('east', rows[0]!.bound_hash),
    now: server.time.now,
  }
  const before = (await lookAhead(server.services, looking)).owed.length
  const more = 5_001
  await server.owner.raw.query(
    `INSERT INTO record_state (tenant_id, subject, version, contract, customer, bound_hash, position, record)
     SELECT tenant_id, 'ticket/zz' || n, version, contract, customer, bound_hash, position, record FROM record_state, generate_series(1, $2) n
     WHERE contract = $1 AND subject LIKE 'ticket/%'`,
    [id, more],
  )
  const own = (await lookAhead(server.services, looking)).owed.filter(({ obligation }) => obligation.subject.startsWith('ticket/')).length
  const each = own / (more + 1)
  assert.ok(Number.isInteger(each) && each > 0 && each <= before, `${own} of ${more + 1} tickets`)
})
