import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { auditTenant } from '../audit.ts'
import { openWaker } from '../jobs/waker.ts'
import { plantContracts } from './contract.testing.ts'
import { logInAs, must, plantTenant, startTestServer } from './http.testing.ts'

const server = await startTestServer()
await plantTenant(server, 'east')
await plantContracts(server, 'east')

const logIn = async () => ({
  manager: await logInAs(server, 'service-manager@east'),
  chief: await logInAs(server, 'senior-management@east'),
  agent: await logInAs(server, 'hotline-agent@east'),
  customer: await logInAs(server, 'customer-administrator@east'),
  user: await logInAs(server, 'customer-user@east'),
})
let { manager, chief, agent, customer, user } = await logIn()
const MINUTE = 60_000
const DAY = 86_400_000
const waker = openWaker({ services: server.services })
after(() => waker.stop())

async function later(ms: number): Promise<void> {
  server.time.now += ms
  await waker.wakeDue()
  if (ms >= DAY) ({ manager, chief, agent, customer, user } = await logIn())
}

type Reported = { readonly ticket: string; readonly reply: string; readonly id: string }

/** A ticket that was answered in time, by what the agent says. */
async function answered(): Promise<Reported> {
  const body = { channel: 'phone', title: '停机', customer: 'jia', asset: 'jia-asset', contract: 'jia-contract' }
  const { id } = await must(manager.post('/api/tickets', body))
  const { facts } = await must(agent.post(`/api/tickets/${id}/reply`, { channel: 'phone', summary: '已答复' }))
  return { ticket: id, reply: facts[0], id: `ticket.${id}.reply.1` }
}

const one = async (id: string) => must(manager.get(`/api/obligations/${id}`))
const OBJECT = { reason: '没有接到电话', evidence: '通话清单' }
const board = async () => {
  const { clauses } = await must(manager.get('/api/contracts/jia-contract/board'))
  const { counts, judged } = clauses.find((clause: any) => clause.promise === 'reply')
  return { kept: counts.kept, broken: counts.broken, disputed: counts.disputed, judged }
}

test('a customer objects to an entry: the obligation carries the mark, its verdict stands, and the rate counts it apart', async () => {
  const { reply, id, ticket } = await answered()
  const before = await board()
  const raised = await must(customer.post(`/api/facts/${reply}/dispute`, OBJECT))
  assert.equal(raised.state, 'open')
  const marked = await one(id)
  assert.deepEqual([marked.state, marked.dispute], ['kept', { id: raised.id, state: 'open' }])
  assert.deepEqual(await board(), { ...before, kept: before.kept - 1, disputed: before.disputed + 1, judged: before.judged - 1 })
  const { items } = await must(manager.get('/api/obligations?disputed=yes'))
  assert.deepEqual(
    items.map((row: any) => row.id),
    [id],
  )
  const [listed] = (await must(manager.get('/api/disputes?state=running'))).items
  assert.deepEqual(
    [listed.words, listed.side, listed.raised.text, listed.raised.evidence, listed.ticket.id, listed.may],
    ['答复客户', 'customer', OBJECT.reason, OBJECT.evidence, ticket, ['answer', 'settle']],
  )
  const page = await must(customer.get(`/api/tickets/${ticket}`))
  const shown = page.timeline.find((fact: any) => fact.type === 'fact.disputed')
  assert.equal(shown.texts.reason, OBJECT.reason)
  await must(manager.post(`/api/disputes/${raised.id}/answer`, { answer: '通话清单见附件' }))
  assert.equal((await one(id)).dispute.state, 'answered')
  await must(manager.post(`/api/disputes/${raised.id}/settle`, { outcome: 'rejected', reason: '清单可证' }))
  assert.deepEqual(await board(), { ...before, kept: before.kept, disputed: before.disputed })
  assert.equal((await one(id)).dispute, undefined)
})

test('decided for the objector, the wrong entry is declared void: an ordinary fact that names the dispute, and the engine derives', async () => {
  const { reply, id } = await answered()
  const raised = await must(customer.post(`/api/facts/${reply}/dispute`, OBJECT))
  await later(40 * MINUTE)
  const bare = await manager.post(`/api/disputes/${raised.id}/settle`, { outcome: 'upheld', reason: '没有通话' })
  assert.deepEqual([bare.status, bare.body.code], [400, 'dispute.remedy-missing'])
  const other = await manager.post(`/api/disputes/${raised.id}/settle`, {
    outcome: 'upheld',
    reason: '没有通话',
    remedy: { kind: 'void', of: raised.id },
  })
  assert.equal(other.body.code, 'dispute.remedy-other')
  assert.equal((await one(id)).state, 'kept')
  const key = { 'idempotency-key': 'settle-upheld-1' }
  const body = { outcome: 'upheld', reason: '没有通话', remedy: { kind: 'void', of: reply } }
  const settled = await must(chief.post(`/api/disputes/${raised.id}/settle`, body, key))
  assert.deepEqual(await must(chief.post(`/api/disputes/${raised.id}/settle`, body, key)), settled)
  const now = await one(id)
  assert.deepEqual([now.state, now.dispute], ['broken', undefined])
  const { items } = await must(manager.get(`/api/facts?subject=${now.subject}&limit=200`))
  const voided = items.filter((fact: any) => fact.type === 'fact.voided')
  assert.deepEqual(
    voided.map((fact: any) => [fact.data.of, fact.data.dispute]),
    [[reply, raised.id]],
  )
  const detail = await must(customer.get(`/api/disputes/${raised.id}`))
  assert.deepEqual([detail.state, detail.remedy, detail.settled.text, detail.may], ['upheld', 'void', '没有通话', []])
})

test('an entry is corrected, or a promise waived, for the objector as well', async () => {
  const { reply, id } = await answered()
  const raised = await must(customer.post(`/api/facts/${reply}/dispute`, OBJECT))
  const remedy = { kind: 'correct', of: reply, field: 'channel', from: 'phone', to: 'mail' }
  await must(chief.post(`/api/disputes/${raised.id}/settle`, { outcome: 'upheld', reason: '是邮件', remedy }))
  assert.equal((await one(id)).state, 'kept')
  const { id: late } = await must(
    manager.post('/api/tickets', { channel: 'phone', title: '停机', customer: 'jia', contract: 'jia-contract' }),
  )
  await later(40 * MINUTE)
  const verdict = `ticket.${late}.reply.1`
  const unmet = async () => (await must(manager.get('/api/obligations?unmet=yes&disputed=no&limit=200'))).items.map((row: any) => row.id)
  assert.ok((await unmet()).includes(verdict))
  const ours = await must(agent.post(`/api/obligations/${verdict}/dispute`, { reason: '客户电话占线，三次未通' }))
  assert.ok(!(await unmet()).includes(verdict), 'what is objected to is neither kept nor broken until that is settled')
  const { clauses } = await must(manager.get('/api/contracts/jia-contract/board'))
  const marks = clauses.find((clause: any) => clause.promise === 'reply').marks.filter((mark: any) => mark.disputed)
  assert.deepEqual(
    marks.map((mark: any) => [mark.id, mark.state]),
    [[verdict, 'broken']],
  )
  const early = { outcome: 'upheld', reason: '占线属实', remedy: { kind: 'waive' } }
  const unheard = await manager.post(`/api/disputes/${ours.id}/settle`, early)
  assert.equal(unheard.body.code, 'dispute.settle-unanswered')
  await must(customer.post(`/api/disputes/${ours.id}/answer`, { answer: '当时确实占线' }))
  await must(manager.post(`/api/disputes/${ours.id}/settle`, early))
  const waived = await one(verdict)
  assert.equal(waived.state, 'excused')
  assert.ok(waived.brokenAt !== undefined)
})

test('late and repeated objections, and those to one’s own entry, are refused with a sentence', async () => {
  const { reply, id } = await answered()
  const own = await agent.post(`/api/facts/${reply}/dispute`, OBJECT)
  assert.deepEqual([own.status, own.body.code], [422, 'dispute.own'])
  const raised = await must(customer.post(`/api/facts/${reply}/dispute`, OBJECT))
  assert.equal((await customer.post(`/api/facts/${reply}/dispute`, OBJECT)).body.code, 'dispute.open-already')
  await must(customer.post(`/api/disputes/${raised.id}/withdraw`))
  const again = await must(customer.post(`/api/facts/${reply}/dispute`, OBJECT))
  await must(manager.post(`/api/disputes/${again.id}/settle`, { outcome: 'rejected', reason: '清单可证' }))
  const repeated = await customer.post(`/api/facts/${reply}/dispute`, OBJECT)
  assert.match(repeated.body.detail, /不能重复提出/)
  await later(16 * DAY)
  const late = await customer.post(`/api/obligations/${id}/dispute`, OBJECT)
  assert.deepEqual([late.status, late.body.code], [422, 'dispute.late'])
  assert.match(late.body.detail, /15 天内/)
  const open = await answered()
  const early = await customer.post(`/api/obligations/ticket.${open.ticket}.arrive.1/dispute`, OBJECT)
  assert.equal(early.body.code, 'dispute.nothing-judged')
})

test('who objected does not decide, their own side does not answer, and whoever has not the right does neither', async () => {
  const { id } = await answered()
  const raised = await must(manager.post(`/api/obligations/${id}/dispute`, { reason: '其实没有答复' }))
  assert.equal(
    (await manager.post(`/api/disputes/${raised.id}/settle`, { outcome: 'rejected', reason: '算了' })).body.code,
    'dispute.settle-own',
  )
  assert.equal((await agent.post(`/api/disputes/${raised.id}/answer`, { answer: '是的' })).body.code, 'dispute.answer-own-side')
  for (const person of [agent, customer])
    assert.equal((await person.post(`/api/disputes/${raised.id}/settle`, { outcome: 'rejected', reason: '不' })).status, 403)
  assert.equal((await user.get(`/api/disputes/${raised.id}`)).status, 404)
  assert.equal((await user.post(`/api/obligations/${id}/dispute`, { reason: '别人的单' })).status, 404)
  await must(chief.post(`/api/disputes/${raised.id}/settle`, { outcome: 'rejected', reason: '有通话清单' }))
})

test('an objection to what a contract reached stands in the contract’s ledger', async () => {
  const yaml = `plan: care\ntitle: 定期服务\nversion: 1\ntimezone: Asia/Shanghai\ncalendars: {always: {hours: 24x7}}\npromises:\n  calls:\n    title: 电话回访\n    text: 每两周电话回访一次。\n    source: [T-1]\n    recurring: {starts: contract.accepted, every: 2w, task: call}\n`
  await must(manager.post('/api/plans', { yaml }))
  const terms = [{ key: 'dispute-within', value: '5d', source: '附件三' }]
  const signed = await must(manager.post('/api/contracts', { number: 'HT-8', title: '定期服务', customer: 'jia', plan: 'care@1', terms }))
  const reached = await must(manager.post(`/api/contracts/${signed.id}/reach`, { version: 1, milestone: 'accepted', evidence: '验收单' }))
  const [fact] = reached.facts
  const raised = await must(customer.post(`/api/facts/${fact}/dispute`, { reason: '验收单不是我方签的' }))
  const [listed] = (await must(customer.get(`/api/disputes?contract=${signed.id}`))).items
  assert.deepEqual([listed.id, listed.contract.number, listed.subject], [raised.id, 'HT-8', `contract/${signed.id}`])
  await must(chief.post(`/api/disputes/${raised.id}/settle`, { outcome: 'upheld', reason: '签名不符', remedy: { kind: 'void', of: fact } }))
  const contract = await must(customer.get(`/api/contracts/${signed.id}`))
  assert.deepEqual(contract.milestones, [])
  const other = await must(
    manager.post(`/api/contracts/${signed.id}/reach`, { version: contract.version, milestone: 'accepted', evidence: '验收单二' }),
  )
  await later(6 * DAY)
  const late = await customer.post(`/api/facts/${other.facts[0]}/dispute`, { reason: '晚了' })
  assert.match(late.body.detail, /5 天内/)
})

test('two who decide at the same moment: one word counts', async () => {
  const { reply } = await answered()
  const raised = await must(customer.post(`/api/facts/${reply}/dispute`, OBJECT))
  const settle = (person: typeof manager) => person.post(`/api/disputes/${raised.id}/settle`, { outcome: 'rejected', reason: '清单可证' })
  const answers = await Promise.all([settle(manager), settle(chief), settle(manager), settle(chief)])
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 422, 422, 422])
})

test('an audit derives all of it again', async () => {
  assert.deepEqual((await auditTenant(server.services, 'east')).differences, [])
})
