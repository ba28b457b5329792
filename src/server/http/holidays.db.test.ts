import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { auditTenant } from '../audit.ts'
import { openWaker } from '../jobs/waker.ts'
import { logInAs, must, plantTenant, startTestServer } from './http.testing.ts'
import type { Person } from './http.testing.ts'

const server = await startTestServer()
await plantTenant(server, 'east')
await plantTenant(server, 'west')
const manager = await logInAs(server, 'service-manager@east')
const west = await logInAs(server, 'service-manager@west')
const agent = await logInAs(server, 'hotline-agent@east')
const MINUTE = 60_000
const waker = openWaker({ services: server.services })
after(() => waker.stop())

const PLAN = `plan: care
title: 定期服务
version: 1
timezone: Asia/Shanghai
calendars:
  office: {weekly: {mon-fri: ["09:00-17:00"]}, holidays: CN}
  always: {hours: 24x7}
promises:
  reply:
    title: 答复
    text: 半小时内答复。
    source: [T-1]
    deadline: {starts: ticket.reported, kept-by: ticket.replied, within: 30min, calendar: always}
  restore:
    title: 修复
    text: 一百个工作日内修复。
    source: [T-2]
    deadline: {starts: ticket.reported, kept-by: ticket.restored, within: 100wd, calendar: office}
  summary:
    title: 总结
    text: 签约后一百二十个工作日内交总结。
    source: [T-3]
    deadline: {per: contract, starts: contract.signed, kept-by: report.delivered, within: 120wd, calendar: office}
`

/** An invented list: more days off at the Spring Festival than the weekends give, and a worked Saturday. */
const day = (date: string, name: string, isOffDay = true) => ({ date, name, isOffDay })
const DAYS = [
  day('2027-01-01', '元旦'),
  ...[4, 5, 8, 9, 10].map((of) => day(`2027-02-${String(of).padStart(2, '0')}`, '春节')),
  day('2027-02-13', '春节', false),
  day('2027-04-05', '清明节'),
  day('2027-05-03', '劳动节'),
  day('2027-06-09', '端午节'),
  day('2027-09-15', '中秋节'),
  day('2027-10-01', '国庆节'),
]
const LIST = JSON.stringify({ year: 2027, papers: [], days: DAYS })

async function contractOf(person: Person): Promise<string> {
  await must(person.post('/api/plans', { yaml: PLAN }))
  const body = { number: 'HT-1', title: '定期服务', customer: 'jia', plan: 'care@1', sites: ['jia-site'], assets: ['jia-asset'] }
  return (await must(person.post('/api/contracts', body))).id
}

const contract = await contractOf(manager)
const other = await contractOf(west)
const report = async (person = manager, under = contract): Promise<string> =>
  (await must(person.post('/api/tickets', { channel: 'phone', title: '停机', customer: 'jia', contract: under }))).id
const one = async (id: string, person = manager) => must(person.get(`/api/obligations/${id}`))
const restore = (ticket: string) => `ticket.${ticket}.restore.1`

const first = await report()
const closed = await report()

test('what hangs on a list that is not announced is provisional, and the page says how much of it there is', async () => {
  const late = await one(restore(first))
  assert.deepEqual([late.provisional, late.why.provisional], [true, 'calendar-unknown'])
  const { knownUntil, provisional } = await must(manager.get('/api/holidays'))
  assert.deepEqual([knownUntil, provisional], ['2027-01-01', 3])
  assert.equal((await agent.get('/api/holidays')).status, 403)
})

test('a list with mistakes is refused with each of them, and nothing is kept of it', async () => {
  const wrong = JSON.stringify({ year: 2027, days: [...DAYS, day('2027-02-30', '春节'), day('2027-02-10', '春节', false)] })
  const checked = await must(manager.post('/api/holidays/check', { text: wrong }))
  assert.deepEqual(
    checked.problems.map((row: any) => row.path),
    ['days.12.date', 'days.13.isOffDay'],
  )
  const refused = await manager.post('/api/holidays/publish', { text: wrong })
  assert.equal(refused.status, 422)
  assert.match(refused.body.errors[1].detail, /不是周末/)
  assert.equal((await manager.post('/api/holidays/publish', { text: 'no json' })).body.errors[0].code, 'holidays.json')
  assert.equal((await must(manager.get('/api/holidays'))).knownUntil, '2027-01-01')
})

let foreseen: any[] = []

test('the dry run shows each due time that moves, before and after, and writes nothing', async () => {
  const before = await one(restore(first))
  const checked = await must(manager.post('/api/holidays/check', { text: LIST }))
  assert.deepEqual([checked.year, checked.knownUntil, checked.count, checked.problems], [2027, '2028-01-01', 3, []])
  const move = checked.moves.find((row: any) => row.obligation === restore(first))
  assert.equal(move.before, before.dueAt)
  assert.ok(move.after > move.before)
  assert.equal(move.provisional, false)
  assert.deepEqual(await one(restore(first)), { ...before, why: { ...before.why, usedMs: before.why.usedMs } })
  foreseen = checked.moves
})

test('published, exactly what the dry run showed has moved; the mark is gone, and the sentence says why', async () => {
  const reply = await one(`ticket.${first}.reply.1`)
  await must(manager.post(`/api/tickets/${closed}/reply`, { channel: 'phone', summary: '已答复' }))
  const published = await must(manager.post('/api/holidays/publish', { text: LIST }))
  assert.equal(published.knownUntil, '2028-01-01')
  assert.ok(published.told >= 3)
  for (const move of foreseen) {
    const now = await one(move.obligation)
    assert.deepEqual([now.dueAt, now.provisional], [move.after, false], move.obligation)
    assert.ok(now.words.some((line: string) => line.includes('公布节假日')))
  }
  assert.equal((await one(`ticket.${first}.reply.1`)).dueAt, reply.dueAt)
  const lists = await must(manager.get('/api/holidays'))
  assert.deepEqual([lists.knownUntil, lists.provisional, lists.published[0].year], ['2028-01-01', 0, 2027])
  assert.equal((await manager.post('/api/holidays/publish', { text: LIST })).status, 422)
})

test('what is reported later under the same contract counts with the published list from its beginning', async () => {
  const later = await one(restore(await report()))
  assert.equal(later.provisional, false)
  const again = await must(manager.post('/api/holidays/publish', {}))
  assert.equal(again.told, 0)
})

test('a contract that is signed later is bound with it, and a binding that stands is not touched', async () => {
  const body = { number: 'HT-2', title: '又一份', customer: 'jia', plan: 'care@1' }
  const { id } = await must(manager.post('/api/contracts', body))
  const own = await one(`contract.${id}.summary.1`)
  assert.equal(own.provisional, false)
  assert.ok(!own.words.some((line: string) => line.includes('公布节假日')))
  const before = await must(manager.get(`/api/contracts/${contract}`))
  assert.notEqual(before.planHash, (await must(manager.get(`/api/contracts/${id}`))).planHash)
})

test('each firm publishes for itself', async () => {
  const theirs = await report(west, other)
  assert.equal((await one(restore(theirs), west)).provisional, true)
  assert.equal((await must(west.get('/api/holidays'))).knownUntil, '2027-01-01')
})

test('an audit derives all of it again, from what was pinned', async () => {
  server.time.now += 5 * MINUTE
  await waker.wakeDue()
  for (const tenant of ['east', 'west']) assert.deepEqual((await auditTenant(server.services, tenant)).differences, [])
})
