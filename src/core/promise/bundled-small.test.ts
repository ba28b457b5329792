import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Subject } from '../fact.ts'
import { bundledText } from '../plan/plans.testing.ts'
import type { Told } from './cover/given.testing.ts'
import { boundFrom, story, told } from './from-yaml.testing.ts'

// What the shorter bundled plans promise, run on facts: clocks, gates and what follows by itself.

const CONTRACT: Subject = 'contract/C1'
const TICKET: Subject = 'ticket/T1'
const FAULT: Told = ['10:00', 'ticket.reported', { type: 'fault', channel: 'phone' }]

type Look = { readonly of?: Subject; readonly at: string; readonly promises: readonly string[] }

function says(plan: string, lines: readonly Told[], { of = TICKET, at, promises }: Look): string[] {
  const { obligations } = story(boundFrom(bundledText(`${plan}.yaml`)), lines, { subject: of, at })
  return told(obligations.filter(({ promise }) => promises.includes(promise)))
}

function follows(plan: string, lines: readonly Told[], { of = TICKET, at }: Omit<Look, 'promises'>): string[] {
  const { effects } = story(boundFrom(bundledText(`${plan}.yaml`)), lines, { subject: of, at })
  return effects.map(([kind, to]) => `${String(kind)} ${String(to)}`)
}

test('fan: an answer in four hours; who solved it by then needs nobody on site in a day (S002-50, S002-51)', () => {
  const seen = { at: '10-02 00:00', promises: ['answer', 'arrive'] }
  assert.deepEqual(says('fengji', [FAULT], seen), ['answer#1 broken 14:00', 'arrive#1 broken 10-01 10:00'])
  const mended: Told[] = [FAULT, ['13:00', 'ticket.answered'], ['15:00', 'ticket.restored']]
  assert.deepEqual(says('fengji', mended, seen), ['answer#1 kept 13:00', 'arrive#1 cancelled 15:00'])
})

test('fan: fifteen days of watching end with a word from the customer or a record (S002-61, S002-62)', () => {
  const mended: Told[] = [FAULT, ['12:00', 'ticket.restored']]
  const seen = { at: '10-20 00:00', promises: ['watch'] }
  assert.deepEqual(says('fengji', mended, seen), ['watch#1 broken 10-16 00:00'])
  assert.deepEqual(says('fengji', [...mended, ['10-15 16:00', 'form.filled', { form: 'watch-record' }]], seen), [
    'watch#1 kept 10-15 16:00',
  ])
})

test('fan: service does not stop before the customer is satisfied; what cannot be repaired is replaced whole (S002-57, S002-54)', () => {
  const seen = { at: '18:00', promises: ['satisfied'] }
  assert.deepEqual(says('fengji', [FAULT, ['17:00', 'ticket.closed']], seen), ['satisfied#1 broken 17:00'])
  assert.deepEqual(says('fengji', [FAULT, ['16:00', 'ticket.confirmed'], ['17:00', 'ticket.closed']], seen), ['satisfied#1 kept 17:00'])
  assert.deepEqual(follows('fengji', [FAULT, ['11:00', 'ticket.judged', { removable: false }]], { at: '11:10' }), ['entitle replacement'])
})

test('seven services: a part is fitted when its origin is on record, and an upgrade asks for training (S002-75, S002-86)', () => {
  const origin: Told = ['10:30', 'form.filled', { form: 'part-quality' }]
  const seen = { at: '12:00', promises: ['original-parts'] }
  assert.deepEqual(says('shebei-7xiang', [FAULT, origin, ['11:00', 'part.replaced']], seen), ['original-parts#1 kept 11:00'])
  assert.deepEqual(says('shebei-7xiang', [FAULT, ['11:00', 'part.replaced']], seen), ['original-parts#1 broken 11:00'])
  const upgraded: Told = ['11:00', 'form.filled', { form: 'upgrade-record' }]
  assert.deepEqual(follows('shebei-7xiang', [FAULT, upgraded], { at: '12:00' }), ['require-form training-record'])
})

test('a day to reply and a day for a solution, two clocks from one report (S002-92, S002-93)', () => {
  const replied: Told[] = [FAULT, ['11:00', 'ticket.replied', { channel: 'phone' }]]
  const seen = { at: '10-01 11:00', promises: ['reply', 'solution'] }
  assert.deepEqual(says('neirong-24h', replied, seen), ['reply#1 kept 11:00', 'solution#1 broken 10-01 10:00'])
  assert.deepEqual(says('neirong-24h', [...replied, ['18:00', 'ticket.plan-sent']], seen), ['reply#1 kept 11:00', 'solution#1 kept 18:00'])
})

test('every answer that is not satisfied opens an improvement (S002-106)', () => {
  const answered = (when: string, satisfied: boolean): Told => [when, 'survey.answered', { satisfied }]
  const seen = { at: '18:00' }
  assert.deepEqual(follows('neirong-24h', [FAULT, answered('12:00', true)], seen), [])
  assert.deepEqual(follows('neirong-24h', [FAULT, answered('12:00', false), answered('13:00', false)], seen), [
    'open-task improvement',
    'open-task improvement',
  ])
})

test('a question that waits is measured and never late, whatever the year’s plan says of promptness (S002-111, S002-113)', () => {
  const seen = { at: '12-30 10:00', promises: ['reply', 'solution'] }
  assert.deepEqual(says('jihua-2024', [FAULT], seen), ['reply#1 open', 'solution#1 open'])
})

test('a fault of quality may be returned or exchanged; a paid repair waits for the customer’s word (S002-121, S002-124)', () => {
  assert.deepEqual(follows('fanwen-1', [FAULT, ['11:00', 'ticket.judged', { cause: 'quality' }]], { at: '11:10' }), [
    'entitle refund',
    'entitle replacement',
  ])
  const begun: Told = ['12:00', 'work.started', { kind: 'paid-repair' }]
  const agreed: Told = ['11:30', 'approval.given', { what: 'paid-repair', by: 'customer' }, { on: CONTRACT, also: [TICKET] }]
  const seen = { at: '13:00', promises: ['paid-accepted'] }
  assert.deepEqual(says('fanwen-1', [FAULT, agreed, begun], seen), ['paid-accepted#1 kept 12:00'])
  assert.deepEqual(says('fanwen-1', [FAULT, begun], seen), ['paid-accepted#1 broken 12:00'])
  assert.deepEqual(says('fanwen-1', [FAULT, ['12:00', 'work.started', { kind: 'warranty' }]], seen), [])
})

test('carried in and given back: measured from its coming, without a number (S002-131, S002-132)', () => {
  const rma: Subject = 'rma/R1'
  const lines: Told[] = [
    ['10:00', 'rma.received', {}, { on: rma }],
    ['10-03 10:00', 'rma.returned', {}, { on: rma }],
  ]
  assert.deepEqual(says('fanwen-2', lines, { of: rma, at: '10-04 00:00', promises: ['repair'] }), ['repair#1 kept 10-03 10:00'])
})

test('a customer’s file is made by the end of the second day after the car came, or the talk (S002-137, S002-160, S002-161)', () => {
  const came: Told = ['10:00', 'rma.received', {}, { on: 'rma/R1', also: [TICKET] }]
  const talked: Told = ['10:00', 'ticket.answered']
  for (const opening of [came, talked])
    assert.deepEqual(
      says('qiche', [['09:00', 'ticket.reported', { type: 'consultation' }], opening], { at: '11:00', promises: ['file'] }),
      ['file#1 open 10-03 00:00'],
    )
})

test('no event is announced before content, date and address are written down, and no customer called on unprepared (S002-155, S002-163)', () => {
  const announced: Told = ['11:00', 'notice.delivered', { kind: 'event-notice' }, { on: CONTRACT }]
  const written: Told = ['10:00', 'document.issued', { document: 'event-notice' }, { on: CONTRACT }]
  const seen = { of: CONTRACT, at: '12:00', promises: ['event-complete', 'profile-first'] }
  assert.deepEqual(says('qiche', [written, announced], seen), ['event-complete#1 kept 11:00'])
  assert.deepEqual(says('qiche', [announced], seen), ['event-complete#1 broken 11:00'])
  const sent: Told = ['11:00', 'visit.dispatched', { kind: 'customer-profile' }, { on: 'visit/V1', also: [CONTRACT] }]
  assert.deepEqual(says('tuiguang', [sent], seen), ['profile-first#1 broken 11:00'])
  const profile: Told = ['10:00', 'form.filled', { form: 'customer-profile' }, { on: CONTRACT }]
  assert.deepEqual(says('tuiguang', [profile, sent], seen), ['profile-first#1 kept 11:00'])
})

test('six steps in their order: registered, analysed, offered, confirmed, done, confirmed again (S002-172, S002-174, S002-176)', () => {
  const steps: Told[] = [
    FAULT,
    ['10:10', 'ticket.accepted'],
    ['10:20', 'ticket.judged', { cause: 'software' }],
    ['10:30', 'ticket.plan-sent'],
    ['10:40', 'approval.given', { what: 'solution', by: 'customer' }, { on: CONTRACT, also: [TICKET] }],
    ['10:50', 'work.started'],
    ['11:00', 'ticket.restored'],
    ['11:10', 'ticket.confirmed'],
    ['11:20', 'ticket.closed'],
  ]
  const promises = ['registered-first', 'analysed-first', 'solution-confirmed', 'result-confirmed']
  const all = says('liucheng-6', steps, { at: '12:00', promises })
  assert.deepEqual(all, [
    'registered-first#1 kept 10:20',
    'analysed-first#1 kept 10:30',
    'solution-confirmed#1 kept 10:50',
    'result-confirmed#1 kept 11:20',
  ])
  for (const [skipped, promise] of [
    ['ticket.accepted', 'registered-first#1 broken 10:20'],
    ['ticket.judged', 'analysed-first#1 broken 10:30'],
    ['approval.given', 'solution-confirmed#1 broken 10:50'],
    ['ticket.confirmed', 'result-confirmed#1 broken 11:20'],
  ]) {
    const without = says(
      'liucheng-6',
      steps.filter(([, type]) => type !== skipped),
      { at: '12:00', promises },
    )
    assert.ok(without.includes(promise!), `${skipped}: ${without.join(', ')}`)
  }
})
