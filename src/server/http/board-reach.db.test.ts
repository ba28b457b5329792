import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { inTransaction } from '../database/pool.ts'
import { readPdf, says } from '../documents/read-pdf.testing.ts'
import { openWaker } from '../jobs/waker.ts'
import { addPerson } from '../store/people.ts'
import { setPassword } from '../store/session.ts'
import { openArchive } from '../files/archive.ts'
import { PASSWORD, logInAs, plantTenant, startTestServer } from './http.testing.ts'
import type { Person } from './http.testing.ts'
import { hashPassword } from './passwords.ts'

// What a contract promises beside its tickets (its visits, calls, reports) is seen by both sides alike, and by nobody else.

const server = await startTestServer()
const { services, time } = server
await plantTenant(server, 'east')
const waker = openWaker({ services })
after(() => waker.stop())
const password = await hashPassword(PASSWORD)

async function employ(account: string, { role, ...of }: { role: string; team: string | undefined; customer: string | undefined }) {
  await inTransaction(services.pool, 'east', async (tx) => {
    await addPerson(tx, { id: account, name: account, account, phone: undefined, roles: [role], now: time.now, ...of })
    await setPassword(tx, account, password)
  })
}
await employ('neighbour', { role: 'customer-administrator', team: undefined, customer: 'yi' })
await employ('named', { role: 'engineer', team: 'west-1', customer: undefined })
await employ('mate', { role: 'engineer', team: 'west', customer: undefined })
await employ('apart', { role: 'engineer', team: undefined, customer: undefined })

const PEOPLE = ['service-manager', 'customer-administrator', 'neighbour', 'named', 'mate', 'apart', 'hotline-agent'] as const
type Who = (typeof PEOPLE)[number]
const people = new Map<Who, Person>()
async function pass(until: string): Promise<void> {
  time.now = Date.parse(until)
  for (const account of PEOPLE) people.set(account, await logInAs(server, `${account}@east`))
  await waker.wakeDue()
}
await pass('2026-09-23T12:00:00+08:00')
const as = (who: Who): Person => people.get(who)!
const get = async (who: Who, path: string): Promise<any> => {
  const answer = await as(who).get(`/api${path}`)
  return answer.status === 200 ? answer.body : answer.status
}
const must = async (who: Who, path: string, body: object): Promise<any> => {
  const answer = await as(who).post(`/api${path}`, body)
  assert.ok(answer.status < 300, `${answer.status} ${answer.text}`)
  return answer.body
}

const PLAN = `plan: care
title: 定期服务
version: 1
timezone: Asia/Shanghai
calendars: {always: {hours: 24x7}}
forms:
  sheet: {name: 培训记录, fields: [{id: found, name: 内容, type: text, required: true}], text: 每次培训都有记录。, source: [T-4]}
promises:
  calls:
    title: 电话回访
    text: 每两周电话回访一次。
    source: [T-1]
    recurring: {starts: contract.accepted, every: 2w, task: call}
  summary:
    title: 年底汇总
    text: 年底交一份汇总。
    source: [T-2]
    recurring: {starts: contract.accepted, on: {months: [12], days: 31}, task: report, window: 1mo}
  yearly:
    title: 年度巡检
    text: 每年巡检一次。
    source: [T-3]
    recurring: {starts: contract.accepted, every: 1y, task: visit}
  recorded:
    title: 培训有记录
    text: 每次培训都有记录。
    source: [T-4]
    rule: {on: training.held, then: [{require-form: sheet}]}
  first:
    title: 先告知再发文
    text: 发文之前先告知。
    source: [T-5]
    gate: {per: contract, before: document.issued, needs: notice.delivered, waive: service-manager}
`
await must('service-manager', '/plans', { yaml: PLAN })
const { id: contract } = await must('service-manager', '/contracts', {
  number: 'HT-1',
  title: '定期服务',
  customer: 'jia',
  plan: 'care@1',
  sites: ['jia-site'],
  assets: ['jia-asset'],
  people: { lead: ['named'] },
})
await must('service-manager', `/contracts/${contract}/reach`, { version: 1, milestone: 'accepted', evidence: '验收单' })
await pass('2026-10-02T12:00:00+08:00')
await must('hotline-agent', '/services', { type: 'callback.made', contract, values: { satisfied: true } })
await must('hotline-agent', '/services', { type: 'training.held', contract, values: { kind: 'onsite' } })
const stopped = await as('hotline-agent').post('/api/services', { type: 'document.issued', contract, values: { document: '手册' } })
assert.deepEqual([stopped.status, stopped.body.code], [422, 'promise.gate'])
await pass('2026-10-25T12:00:00+08:00')

const SEES: readonly Who[] = ['customer-administrator', 'named', 'mate']
const standing = (one: any) => [one.title, one.counts, one.rate, one.marks, one.fired?.times, one.stopped?.times]
const board = async (who: Who, year = 2026) => get(who, `/contracts/${contract}/board?year=${year}`)
const clause = async (who: Who, promise: string, year = 2026) =>
  (await board(who, year)).clauses.find((one: any) => one.promise === promise)
const report = async (who: Who, period: string) => readPdf((await as(who).get(`/api/contracts/${contract}/report?${period}`)).bytes)

test('a contract’s own promises stand on the customer’s board, the named engineer’s and the team’s as on the vendor’s', async () => {
  const vendor = await board('service-manager')
  assert.deepEqual([vendor.totals.kept, vendor.totals.broken, vendor.totals.open], [1, 1, 4])
  for (const who of SEES) {
    const { totals, clauses } = await board(who)
    assert.deepEqual([totals, clauses.map(standing)], [vendor.totals, vendor.clauses.map(standing)], who)
  }
  assert.deepEqual(vendor.clauses.map((one: any) => [one.promise, one.fired?.times, one.stopped?.times]).slice(3), [
    ['recorded', 1, undefined],
    ['first', undefined, 1],
  ])
  const apart = await board('apart')
  assert.deepEqual([apart.totals.judged, apart.totals.open, apart.clauses.flatMap(({ marks }: any) => marks)], [0, 0, []])
  assert.equal(await board('neighbour'), 404)
})

test('they stand in the lists of whom they concern, with what rules brought about; another customer sees none of them', async () => {
  const listed = async (who: Who) => (await get(who, `/obligations?contract=${contract}`)).items.map(({ id }: any) => id)
  const brought = async (who: Who) => (await get(who, `/consequences?contract=${contract}&promise=recorded`)).items.length
  const all = await listed('service-manager')
  assert.ok(all.length > 5)
  for (const who of SEES) assert.deepEqual([await listed(who), await brought(who)], [all, 1], who)
  for (const who of ['apart', 'neighbour'] as const) {
    assert.deepEqual([await listed(who), await brought(who)], [[], 0], who)
    for (const id of all) assert.equal(await get(who, `/obligations/${id}`), 404)
  }
  for (const who of SEES) assert.equal((await get(who, `/obligations/contract.${contract}.calls.2`)).state, 'broken')
})

test('the customer’s report and pack say what the vendor’s say', async () => {
  for (const who of ['service-manager', 'customer-administrator'] as const) {
    const pdf = await report(who, 'year=2026')
    assert.ok(says(pdf, '50%') && says(pdf, '电话回访：超时'), `${who}: ${pdf.run.slice(0, 900)}`)
  }
  const verdicts = async (who: Who) => {
    const { bytes } = await as(who).get(`/api/contracts/${contract}/evidence?year=2026`)
    const archive = await openArchive(bytes, { entries: 1_000, bytes: 50_000_000 })
    const text = (await archive.read('verdicts.json'))!.toString('utf8')
    return JSON.parse(text).map(({ id, state }: any) => [id, state])
  }
  assert.deepEqual(await verdicts('customer-administrator'), await verdicts('service-manager'))
  assert.equal(await get('neighbour', `/contracts/${contract}/report?year=2026`), 404)
})

test('the customer objects to the verdict of a contract’s own promise; the named engineer sees it and answers, others do not', async () => {
  const at = `/obligations/contract.${contract}.calls.2/dispute`
  const said = { reason: '那两周没有人来电', evidence: '通话清单' }
  for (const who of ['neighbour', 'apart'] as const) assert.equal((await as(who).post(`/api${at}`, said)).status, 404)
  const { id } = await must('customer-administrator', at, said)
  for (const who of [...SEES, 'service-manager'] as const) assert.equal((await get(who, `/disputes/${id}`)).state, 'open', who)
  for (const who of ['neighbour', 'apart'] as const) assert.equal(await get(who, `/disputes/${id}`), 404, who)
  for (const who of SEES) assert.equal((await clause(who, 'calls')).counts.disputed, 1, who)
  assert.equal((await as('mate').post(`/api/disputes/${id}/answer`, { answer: '已查' })).status, 403)
  assert.equal((await must('named', `/disputes/${id}/answer`, { answer: '当周线路故障' })).state, 'answered')
  await must('customer-administrator', `/disputes/${id}/withdraw`, {})
})

test('a waiver of it waits before whoever may decide, and shows on both boards alike once it is in force', async () => {
  const asked = await must('service-manager', `/obligations/contract.${contract}.calls.2/waive`, {
    reason: '线路故障',
    evidence: '运营商通告',
  })
  assert.deepEqual(
    (await get('service-manager', '/releases')).items.map((one: any) => one.id),
    [asked.id],
  )
  assert.deepEqual((await clause('customer-administrator', 'calls')).counts, (await clause('service-manager', 'calls')).counts)
})

test('what is due next year and runs stands as running on this year’s board and its report, and not on one that is over before', async () => {
  assert.deepEqual(
    [(await clause('service-manager', 'yearly')).counts.open, (await clause('service-manager', 'yearly', 2027)).counts.open],
    [1, 1],
  )
  assert.equal((await clause('service-manager', 'yearly', 2025)).counts.open, 0)
  assert.equal((await clause('service-manager', 'calls', 2027)).counts.open, 0)
  assert.ok(says(await report('service-manager', 'year=2026&month=10'), '进行中4'))
})

test('what is due at 24:00 of the last day belongs to the period that ends with it, on the board and in every report', async () => {
  await pass('2027-01-02T12:00:00+08:00')
  const { counts, marks } = await clause('customer-administrator', 'summary')
  assert.deepEqual([counts.broken, marks.map((one: any) => one.at)], [1, [Date.parse('2027-01-01T00:00:00+08:00') - 1]])
  assert.equal((await clause('customer-administrator', 'summary', 2027)).counts.broken, 0)
  const { instances } = await get('customer-administrator', `/contracts/${contract}/board/summary?year=2026&limit=1`)
  assert.deepEqual(
    instances.map((one: any) => [one.state, one.dueAt]),
    [['broken', Date.parse('2027-01-01T00:00:00+08:00')]],
  )
  for (const who of ['service-manager', 'customer-administrator'] as const) {
    assert.ok(says(await report(who, 'year=2026&month=12'), '年底汇总：超时'), who)
    assert.ok(!says(await report(who, 'year=2027&month=1'), '年底汇总：超时'), who)
  }
})
