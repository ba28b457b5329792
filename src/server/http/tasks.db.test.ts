import assert from 'node:assert/strict'
import { test } from 'node:test'
import { auditTenant } from '../audit.ts'
import { logInAs, plantTenant, startTestServer } from './http.testing.ts'

const server = await startTestServer()
await plantTenant(server, 'east')
const manager = await logInAs(server, 'service-manager@east')
const engineer = await logInAs(server, 'engineer@east')
const customer = await logInAs(server, 'customer-administrator@east')

const PLAN = `plan: calls
title: 回访约定
version: 1
timezone: Asia/Shanghai
calendars:
  always: {hours: 24x7}
promises:
  unhappy:
    title: 不满意再处理
    text: 回访不满意的，再上门一次。
    source: [T-1]
    rule: {on: 'callback.made where !satisfied', then: [{open-task: call-on, owner: keepers}]}
  analysed:
    title: 失败必析
    text: 没有修好的，写明原因。
    source: [T-2]
    rule: {on: work.failed, then: [{open-task: cause-record, owner: keepers}]}
  twice:
    title: 两修不好换新
    text: 连修两次不好的，换新。
    source: [T-3]
    rule: {on: work.failed, times: 2, then: [{entitle: replacement}]}
  damage:
    title: 备机损坏
    text: 备机弄坏的，商定赔偿。
    source: [T-4]
    rule: {on: loan.damaged, then: [{open-task: loan-record, owner: keepers}]}
forms:
  cause-record: {name: 原因记录, fields: [{id: cause, name: 原因, type: text, required: true}]}
  loan-record: {name: 赔偿记录, fields: [{id: agreed, name: 商定的数额, type: text, required: true}]}
words:
  call-on: 再次上门
roles:
  keepers: {name: 维保组}
`
const ok = async (asked: ReturnType<typeof manager.post>): Promise<any> => {
  const answer = await asked
  assert.ok(answer.status < 300, `${answer.status} ${answer.text}`)
  return answer.body
}
await ok(manager.post('/api/plans', { yaml: PLAN }))
const SIGN = { number: 'HT-1', title: '回访约定', customer: 'jia', plan: 'calls@1', sites: ['jia-site'], assets: ['jia-asset'] }
const contract = (await ok(manager.post('/api/contracts', { ...SIGN, people: { keepers: ['east-engineer'] } }))).id

async function report(): Promise<string> {
  const body = { channel: 'phone', title: '停机', description: '停机', customer: 'jia', asset: 'jia-asset', contract }
  return (await ok(manager.post('/api/tickets', body))).id
}

async function record(of: object, type: string, values: object = {}, more: object = {}): Promise<any> {
  server.time.now += 60_000
  return ok(manager.post('/api/services', { type, ...of, values, ...more }))
}

const todo = async (who = manager, query = '') => (await ok(who.get(`/api/consequences?todo=yes${query}`))).items as any[]
const said = async (who = manager, query = '') => (await todo(who, query)).map((one) => one.words)
const done = (task: string, did: string, who = manager) => who.post('/api/tasks', { task, did })

const ticket = await report()

test('what a rule gives somebody to do is found by whose it is, until they say what they did', async () => {
  await record({ ticket }, 'callback.made', { satisfied: false })
  const [one, ...more] = await todo()
  assert.deepEqual(more, [])
  assert.deepEqual(
    [one.words, one.open, one.form, one.owner.role, one.owner.people[0].id, one.ticket.id, one.contract.id],
    ['建立任务“再次上门”，交维保组', true, undefined, '维保组', 'east-engineer', ticket, contract],
  )
  assert.deepEqual([await said(engineer, '&mine=yes'), await said(manager, '&mine=yes')], [[one.words], []])
  assert.equal((await done(one.id, '  ')).status, 400)
  assert.equal((await done(one.id, '看看', customer)).status, 403)
  await ok(done(one.id, '已登门，客户认可', engineer))
  assert.deepEqual(await todo(), [])
  const [settled] = (await ok(manager.get(`/api/tickets/${ticket}`))).consequences
  assert.deepEqual([settled.open, settled.settled.words, settled.settled.by.id], [false, '已登门，客户认可', 'east-engineer'])
  const again = await done(one.id, '又去了一次')
  assert.deepEqual([again.status, again.body.code], [409, 'task.not-open'])
  const shown = (await ok(customer.get(`/api/tickets/${ticket}`))).timeline
  assert.ok(!shown.some((fact: any) => fact.type === 'task.done'), 'how the house arranges its work is its own')
})

test('that it was done is taken back like any other entry, and the task is there again', async () => {
  const { timeline } = await ok(manager.get(`/api/tickets/${ticket}`))
  const fact = timeline.find((one: any) => one.type === 'task.done')
  assert.equal(fact.words, '任务已办')
  await ok(manager.post(`/api/facts/${fact.id}/void`, { reason: '记错了工单' }))
  const [one] = await todo()
  const key = { 'idempotency-key': 'done-once-and-for-all' }
  const body = { task: one.id, did: '这次真的去了' }
  const [mine, theirs] = await Promise.all([manager.post('/api/tasks', body, key), done(one.id, '我也去了', engineer)])
  assert.deepEqual([mine.status, theirs.status].toSorted(), [200, 409], 'of two at once one has done it')
  const [first] = (await ok(manager.get(`/api/tickets/${ticket}`))).consequences
  assert.ok(first.settled.words === (mine.status === 200 ? '这次真的去了' : '我也去了'))
  const again = await manager.post('/api/tasks', body, key)
  assert.deepEqual([again.status, again.body.facts], [mine.status, mine.body.facts], 'repeated, it has its first answer')
  assert.deepEqual(await todo(), [])
})

test('a task that has a record form is done by filling it in, and is gone from the list with it, the oldest first', async () => {
  await record({ ticket }, 'work.failed', { problem: 'leak' })
  const [one] = await todo()
  assert.deepEqual([one.words, one.form], ['建立任务“原因记录”，交维保组', 'cause-record'])
  assert.equal((await done(one.id, '口头说过了')).body.code, 'task.by-form')
  const fill = () => record({ ticket }, 'form.filled', { form: 'cause-record' }, { forms: { 'cause-record': { cause: '密封老化' } } })
  await fill()
  assert.deepEqual(await todo(), [])
  await record({ ticket }, 'work.failed', { problem: 'leak' })
  assert.equal((await todo()).length, 1)
  await fill()
  assert.deepEqual(await todo(), [])
})

test('of a loaner it is filled in as part of the loan', async () => {
  const loan = await record({ ticket }, 'loan.delivered', {})
  await ok(manager.post(`/api/services/${loan.id}/continue`, { type: 'loan.damaged', values: {}, expectedVersion: loan.version }))
  const [one] = await todo()
  assert.deepEqual([one.subject, one.form, one.ticket.id], [`loan/${loan.id}`, 'loan-record', ticket])
  await record({ partOf: loan.id }, 'form.filled', { form: 'loan-record' }, { forms: { 'loan-record': { agreed: '两千元' } } })
  assert.deepEqual(await todo(), [])
})

test('what was taken back and may have been carried out is somebody’s to look at, and over when they say what they found', async () => {
  const { timeline, consequences } = await ok(manager.get(`/api/tickets/${ticket}`))
  assert.ok(consequences.some((one: any) => one.kind === 'entitle' && one.open))
  const failed = timeline.findLast((one: any) => one.type === 'work.failed')
  await ok(manager.post(`/api/facts/${failed.id}/void`, { reason: '其实修好了' }))
  const [one, ...more] = await todo()
  assert.deepEqual(more, [])
  assert.deepEqual([one.words, one.title], ['核对不再成立的“应给予：同型号新机”是否已经给出，交客服经理', '两修不好换新'])
  assert.deepEqual([await said(manager, '&mine=yes'), await said(engineer, '&mine=yes')], [[one.words], []])
  await ok(done(one.id, '新机还在库房，没有给出'))
  assert.deepEqual(await todo(), [])
  const after = (await ok(manager.get(`/api/tickets/${ticket}`))).consequences.find((seen: any) => seen.id === one.id)
  assert.deepEqual([after.open, after.settled.words], [false, '新机还在库房，没有给出'])
})

test('all of it derives again from the facts to the same', async () => {
  assert.deepEqual((await auditTenant(server.services, 'east')).differences, [])
})
