import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Subject } from '../fact.ts'
import type { Term } from '../plan/types.ts'
import { bundledText } from '../plan/plans.testing.ts'
import type { Told } from './cover/given.testing.ts'
import { boundFrom, story, told } from './from-yaml.testing.ts'

// How bundled plans hand a case on: from the line to a department, from one level to the next, from the telephone to the screen.

const TICKET: Subject = 'ticket/T1'
const FAULT: Told = ['10:00', 'ticket.reported', { type: 'fault', channel: 'phone' }]

type Look = { readonly at: string; readonly terms?: readonly Term[] }

function seen(plan: string, lines: readonly Told[], { at, terms = [] }: Look) {
  return story(boundFrom(bundledText(`${plan}.yaml`), terms), lines, { subject: TICKET, at })
}

function says(plan: string, lines: readonly Told[], { promise, ...look }: Look & { readonly promise: string }): string[] {
  return told(seen(plan, lines, look).obligations.filter((one) => one.promise === promise))
}

function follows(plan: string, lines: readonly Told[], look: Look): string[] {
  return seen(plan, lines, look).effects.map(([kind, to]) => `${String(kind)} ${String(to)}`)
}

const within = (promise: string, value: string): Term => ({ key: `promises.${promise}.within`, value, source: '合同附件一' })

test('what the telephone could not solve goes to the second level, in as long as the contract says (S002-244)', () => {
  const failed: Told[] = [FAULT, ['10:20', 'remote.failed']]
  const handed: Told = ['10:50', 'ticket.transferred', { team: 'field-engineers' }]
  const elsewhere: Told = ['10:50', 'ticket.transferred', { team: 'desk' }]
  const look = { at: '12:00', promise: 'second-level' }
  assert.deepEqual(says('kefu-zhongxin', [...failed, handed], look), ['second-level#1 kept 10:50'])
  assert.deepEqual(says('kefu-zhongxin', [...failed, elsewhere], look), ['second-level#1 open'])
  const terms = [within('second-level', '30min')]
  assert.deepEqual(says('kefu-zhongxin', [...failed, ['10:51', 'visit.needed']], { ...look, terms }), ['second-level#1 broken 10:50'])
})

test('the line routes each request, and hears of each one that stalls afterwards (S003-65, S003-66)', () => {
  const terms = [within('routed', '1h'), within('contact', '2h')]
  const look = { at: '18:00', terms }
  const answered: Told[] = [FAULT, ['10:30', 'ticket.answered']]
  assert.deepEqual(says('shishi-4bu', answered, { ...look, promise: 'routed' }), ['routed#1 cancelled 10:30'])
  assert.ok(follows('shishi-4bu', [FAULT], look).includes('notify hotline-desk'))
  const assigned: Told[] = [FAULT, ['10:40', 'ticket.assigned', { person: 'lin' }]]
  assert.deepEqual(says('shishi-4bu', assigned, { ...look, promise: 'routed' }), ['routed#1 kept 10:40'])
  assert.deepEqual(
    follows('shishi-4bu', assigned, look).filter((one) => one.startsWith('notify')),
    ['notify hotline-desk'],
  )
  const contacted: Told[] = [...assigned, ['11:00', 'ticket.replied', { channel: 'phone' }]]
  assert.deepEqual(follows('shishi-4bu', contacted, look), [])
})

test('the specialist who tracks a case hears of the step that is late, and of none that is not (S003-142)', () => {
  const handed: Told[] = [FAULT, ['11:00', 'ticket.transferred', { team: 'second' }]]
  const late = follows('qigongzuori', handed, { at: '10-20 00:00' })
  assert.deepEqual(late, ['notify service-specialist', 'escalate service-manager'])
  const solved: Told[] = [...handed, ['10-08 11:00', 'ticket.plan-sent']]
  assert.deepEqual(follows('qigongzuori', solved, { at: '10-20 00:00' }), [])
})

test('a repair that did not succeed is taken to the support team (S003-164)', () => {
  const failed: Told = ['11:00', 'work.failed', { kind: 'repair' }]
  assert.deepEqual(follows('houxu', [FAULT, failed], { at: '12:00' }), ['escalate support-team'])
  const done: Told = ['11:00', 'work.succeeded', { kind: 'repair' }]
  assert.deepEqual(follows('houxu', [FAULT, done], { at: '12:00' }), [])
})

test('what cannot be told by word of mouth is looked at from afar, unless somebody is there already (S000-49)', () => {
  const judged: Told[] = [FAULT, ['10:20', 'ticket.judged', { cause: 'software', remote: true }]]
  const look = { at: '12:00', promise: 'remote-dial-in' }
  assert.deepEqual(says('zhineng', [...judged, ['10:40', 'remote.started']], look), ['remote-dial-in#1 kept 10:40'])
  assert.deepEqual(says('zhineng', [...judged, ['10:40', 'visit.arrived']], look), ['remote-dial-in#1 cancelled 10:40'])
  const terms = [within('remote-dial-in', '15min')]
  assert.deepEqual(says('zhineng', judged, { ...look, terms }), ['remote-dial-in#1 broken 10:35'])
  assert.deepEqual(says('zhineng', [FAULT, ['10:20', 'ticket.judged', { cause: 'software', remote: false }]], look), [])
})
