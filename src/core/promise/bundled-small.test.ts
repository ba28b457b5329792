import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Subject } from '../fact.ts'
import type { Term } from '../plan/types.ts'
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
    ['10:10', 'form.filled', { form: 'registration' }],
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
    ['form.filled', 'registered-first#1 broken 10:20'],
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

test('service centre: the plan for an important meeting is there when it begins, and who serves the project was trained (S002-246, S002-242)', () => {
  const event: Subject = 'event/E1'
  const announced: Told = ['09-20 10:00', 'event.announced', { start: '2026-09-30T09:00:00+08:00' }, { on: event }]
  const plan = (when: string): Told => [when, 'document.issued', { document: 'meeting-plan' }, { on: event }]
  const seen = { of: event, at: '10-01 00:00', promises: ['meeting-plan'] }
  assert.match(says('kefu-zhongxin', [announced, plan('09-28 10:00')], seen)[0]!, /kept/)
  assert.match(says('kefu-zhongxin', [announced], seen)[0]!, /broken 09:00/)
  const sent: Told = ['11:00', 'visit.dispatched', { kind: 'project-service' }, { on: 'visit/V1', also: [CONTRACT] }]
  const trained: Told = ['10:00', 'form.filled', { form: 'staff-training' }, { on: CONTRACT }]
  const look = { of: CONTRACT, at: '12:00', promises: ['trained-first'] }
  assert.deepEqual(says('kefu-zhongxin', [trained, sent], look), ['trained-first#1 kept 11:00'])
  assert.deepEqual(says('kefu-zhongxin', [sent], look), ['trained-first#1 broken 11:00'])
})

test('half an hour for a reply with a plan, a day for the solution (S003-06, S003-07, S003-08)', () => {
  const seen = { at: '11:00', promises: ['reply', 'handling-plan', 'solution'] }
  assert.deepEqual(says('chengnuo-30m', [FAULT, ['10:20', 'ticket.replied']], seen), [
    'reply#1 kept 10:20',
    'handling-plan#1 broken 10:30',
    'solution#1 open 10-01 10:00',
  ])
})

test('every bad word on the phone opens an improvement, no good one does (S003-27)', () => {
  const called = (satisfied: boolean): Told => ['12:00', 'callback.made', { satisfied }]
  assert.deepEqual(follows('jishu-baoxiu-1n', [FAULT, called(false)], { at: '12:10' }), ['open-task improvement'])
  assert.deepEqual(follows('jishu-baoxiu-1n', [FAULT, called(true)], { at: '12:10' }), [])
})

test('nobody upgrades before a backup and a plan are there; a repair waits for neither (S003-38, S003-39)', () => {
  const backup: Told = ['10:30', 'form.filled', { form: 'backup-record' }]
  const plan: Told = ['10:40', 'document.issued', { document: 'upgrade-plan' }, { on: CONTRACT, also: [TICKET] }]
  const work = (kind: string): Told => ['11:00', 'work.started', { kind }]
  const seen = { at: '12:00', promises: ['backup-before-upgrade'] }
  assert.deepEqual(says('cuoshi-7x24', [FAULT, backup, plan, work('upgrade')], seen), ['backup-before-upgrade#1 kept 11:00'])
  assert.deepEqual(says('cuoshi-7x24', [FAULT, backup, work('upgrade')], seen), ['backup-before-upgrade#1 broken 11:00'])
  assert.deepEqual(says('cuoshi-7x24', [FAULT, work('repair')], seen), [])
})

test('an engineer starts on what was assigned; who is not satisfied is served on (S003-60, S003-61, S003-54)', () => {
  const seen = { at: '12:00', promises: ['assigned-first'] }
  const begun: Told = ['11:00', 'work.started', { kind: 'repair' }]
  assert.deepEqual(says('shishi-4bu', [FAULT, ['10:30', 'ticket.assigned'], begun], seen), ['assigned-first#1 kept 11:00'])
  assert.deepEqual(says('shishi-4bu', [FAULT, begun], seen), ['assigned-first#1 broken 11:00'])
  const refused: Told[] = [FAULT, ['11:00', 'ticket.restored'], ['11:30', 'ticket.refused']]
  assert.deepEqual(follows('shishi-4bu', refused, { at: '12:00' }), ['open-task better-way'])
})

test('a case is assigned once it was confirmed, and closed once its report is out (S003-79, S003-81)', () => {
  const report: Told = ['11:30', 'report.delivered', { kind: 'support-report' }, { on: CONTRACT, also: [TICKET] }]
  const steps = (...between: Told[]): Told[] => [FAULT, ...between, ['10:30', 'ticket.assigned'], ['12:00', 'ticket.closed']]
  const seen = { at: '13:00', promises: ['confirmed-first', 'report-first'] }
  assert.deepEqual(says('fangan-24h', steps(['10:10', 'ticket.accepted'], report), seen), [
    'confirmed-first#1 kept 10:30',
    'report-first#1 kept 12:00',
  ])
  assert.deepEqual(says('fangan-24h', steps(), seen), ['confirmed-first#1 broken 10:30', 'report-first#1 broken 12:00'])
})

test('a transferred question is solved within seven workdays, and transferred again it keeps its clock (S003-124)', () => {
  const lines: Told[] = [
    FAULT,
    ['11:00', 'ticket.transferred', { team: 'second' }],
    ['10-08 11:00', 'ticket.transferred', { team: 'third' }],
  ]
  assert.deepEqual(says('qigongzuori', lines, { at: '10-09 00:00', promises: ['solution'] }), ['solution#1 open 10-16 00:00'])
})

test('what was taken back is repaired, brought back and tested before the case is closed (S003-153, S003-155, S003-156)', () => {
  const rma: Subject = 'rma/R1'
  const workshop: Told[] = [
    ['10:00', 'rma.received', {}, { on: rma }],
    ['10-02 10:00', 'work.succeeded', {}, { on: rma }],
  ]
  const seen = { of: rma, at: '10-03 00:00', promises: ['workshop', 'sent-back'] }
  assert.deepEqual(says('houxu', workshop, seen), ['workshop#1 kept 10-02 10:00', 'sent-back#1 open'])
  const tested = (passed: boolean): Told => ['11:30', 'asset.tested', { passed }, { on: 'asset/A1', also: [TICKET] }]
  const ended = (passed: boolean): Told[] => [FAULT, ['11:00', 'ticket.restored'], tested(passed), ['12:00', 'ticket.closed']]
  const look = { at: '13:00', promises: ['tested'] }
  assert.deepEqual(says('houxu', ended(true), look), ['tested#1 kept 12:00'])
  assert.deepEqual(says('houxu', ended(false), look), ['tested#1 broken 12:00'])
})

test('of three ways the visit is the last, and a repair without a diagnosis asks for one (S003-172, S003-177)', () => {
  const seen = { at: '12:00', promises: ['remote-first'] }
  assert.deepEqual(says('sanfangshi', [FAULT, ['10:20', 'remote.failed'], ['10:30', 'visit.needed']], seen), ['remote-first#1 kept 10:30'])
  assert.deepEqual(says('sanfangshi', [FAULT, ['10:30', 'visit.needed']], seen), ['remote-first#1 broken 10:30'])
  assert.deepEqual(follows('sanfangshi', [FAULT, ['11:00', 'ticket.restored']], { at: '12:00' }), ['require-form diagnosis-record'])
})

test('a product that stands idle is measured by the month, and nothing is broken by it (S003-95, S003-108)', () => {
  const device: Subject = 'asset/A1'
  const idle: Told[] = [
    ['09-02 10:00', 'ticket.reported', { type: 'fault' }, { on: TICKET, also: [device] }],
    ['09-20 10:00', 'ticket.restored', {}, { on: TICKET, also: [device] }],
  ]
  for (const one of says('yaosu', idle, { of: device, at: '10-05 00:00', promises: ['idle-time'] })) assert.doesNotMatch(one, /broken/)
})

test('regularly means no date until the contract says how often; then it comes again and again (S004-40, S004-59)', () => {
  const accepted: Told = ['03-02 10:00', 'contract.accepted', {}, { on: CONTRACT }]
  const patrol: Told = ['08-20 10:00', 'visit.done', { kind: 'patrol-report' }, { on: 'visit/V1', also: [CONTRACT] }]
  const seen = { subject: CONTRACT, at: '2027-03-10 00:00' }
  const visits = (terms: readonly Term[]) => {
    const { obligations } = story(boundFrom(bundledText('keyou.yaml'), terms), [accepted, patrol], seen)
    return told(obligations.filter(({ promise }) => promise === 'regular-visit'))
  }
  assert.deepEqual(visits([]), [])
  assert.deepEqual(visits([{ key: 'promises.regular-visit.every', value: '6mo', source: '合同附件二' }]), [
    'regular-visit#1 kept 08-20 10:00',
    'regular-visit#2 broken 2027-03-03 00:00',
    'regular-visit#3 open 2027-09-03 00:00',
  ])
})

test('what is no more under warranty is paid for before anybody repairs it, whatever the work is called; in the warranty only what is a paid repair (S001-26)', () => {
  const rma: Subject = 'rma/R1'
  const came: Told = ['10:00', 'rma.received', {}, { on: rma }]
  const begun = (cover: string, kind: string): Told => ['12:00', 'work.started', { kind, cover }, { on: 'work/W1', also: [rma] }]
  const paid: Told = ['11:00', 'rma.paid', { fen: 20_000 }, { on: rma }]
  const seen = { of: rma, at: '13:00', promises: ['paid-first'] }
  for (const cover of ['none', 'maintenance']) {
    assert.deepEqual(says('zhibao', [came, begun(cover, 'repair')], seen), ['paid-first#1 broken 12:00'])
    assert.deepEqual(says('zhibao', [came, paid, begun(cover, 'repair')], seen), ['paid-first#1 kept 12:00'])
  }
  assert.deepEqual(says('zhibao', [came, begun('equipment', 'repair')], seen), [])
  assert.deepEqual(says('zhibao', [came, begun('equipment', 'paid-repair')], seen), ['paid-first#1 broken 12:00'])
})
