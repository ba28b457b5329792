import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Subject } from '../fact.ts'
import { bundledText } from '../plan/plans.testing.ts'
import type { Term } from '../plan/types.ts'
import { readForms } from '../service/record-forms.ts'
import type { Told } from './cover/given.testing.ts'
import { coversAt } from './cover/at.ts'
import { boundFrom, story, told } from './from-yaml.testing.ts'
import { at, clockOf } from './given.testing.ts'

// Clauses that do what they are named for: what must be there before a deed, and from when something is owed.

const CONTRACT: Subject = 'contract/C1'
const TICKET: Subject = 'ticket/T1'
const DEVICE: Subject = 'asset/A1'
const FAULT: Told = ['10:00', 'ticket.reported', { type: 'fault', channel: 'phone' }]

type Look = {
  readonly of?: Subject
  readonly at?: string
  readonly promises: readonly string[]
  readonly terms?: Readonly<Record<string, string>>
}

function says(plan: string, lines: readonly Told[], { of = TICKET, at: when = '18:00', promises, terms = {} }: Look): string[] {
  const agreed = Object.entries(terms).map(([key, value]): Term => ({ key, value, source: '合同附件一' }))
  const { obligations } = story(boundFrom(bundledText(`${plan}.yaml`), agreed), lines, { subject: of, at: when })
  return told(obligations.filter(({ promise }) => promises.includes(promise)))
}

/** What is told where a record form is filled in so. */
function filled(plan: string, form: string, answers: Readonly<Record<string, string | boolean>>): string {
  const { forms } = boundFrom(bundledText(`${plan}.yaml`)).plan
  const read = readForms({ type: 'form.filled', data: { form }, answers: { [form]: answers }, forms })
  return 'code' in read ? `${read.code} ${read.field}` : 'filled'
}

const form = (when: string, of: string): Told => [when, 'form.filled', { form: of }, { on: 'form/F1', also: [TICKET, DEVICE] }]

test('a hotline, and support around the clock, are staffed from the start of the contract: no roster is a gap (S003-02, S003-64, S003-83, S003-170)', () => {
  const signed: Told = ['03-02 10:00', 'contract.signed', { startsOn: '2026-03-10', endsOn: '2027-03-10' }, { on: CONTRACT }]
  for (const [plan, desk] of [
    ['chengnuo-30m', 'hotline'],
    ['shishi-4bu', 'hotline'],
    ['sanfangshi', 'hotline'],
    ['fangan-24h', 'duty'],
  ] as const) {
    const seen = { of: CONTRACT, at: '03-20 10:00', promises: ['duty-roster'] }
    assert.deepEqual(says(plan, [signed], seen), ['duty-roster#1 broken 03-10 00:00'], plan)
    const shift = (where: string): Told => {
      const span = { start: Date.parse('2026-03-10T00:00+08:00'), end: Date.parse('2026-03-30T00:00+08:00') }
      return ['03-09 10:00', 'shift.planned', { person: 'lin', desk: where, ...span }, { on: 'shift/S1', also: [CONTRACT] }]
    }
    assert.deepEqual(says(plan, [signed, shift(desk)], seen), ['duty-roster#1 open'], plan)
    assert.deepEqual(says(plan, [signed, shift('elsewhere')], seen), ['duty-roster#1 broken 03-10 00:00'], plan)
  }
})

test('the user signs once the site is cleaned: the form that was filled in before the departure does not show it (S002-298)', () => {
  const came: Told[] = [FAULT, form('10:20', 'dispatch-order'), ['11:00', 'visit.arrived']]
  const signed: Told = ['16:00', 'visit.signed']
  const seen = { promises: ['cleaned-first'] }
  assert.deepEqual(says('baojing', [...came, signed], seen), ['cleaned-first#1 broken 16:00'])
  assert.deepEqual(says('baojing', [...came, form('15:50', 'site-cleaned'), signed], seen), ['cleaned-first#1 kept 16:00'])
  assert.equal(filled('baojing', 'site-cleaned', { cleaned: '已清理' }), 'filled')
  assert.match(filled('baojing', 'site-cleaned', { cleaned: '未清理' }), /forms.site-cleaned.cleaned$/)
})

test('the visit before the warranty ends comes within its last ten days: one that came months before does not do (S002-283)', () => {
  const commissioned: Told = ['03-02 10:00', 'contract.commissioned', {}, { on: CONTRACT, also: [DEVICE] }]
  const visit = (when: string): Told => [when, 'visit.done', { kind: 'pre-expiry-record' }, { on: 'visit/V1', also: [CONTRACT] }]
  const after = (...lines: Told[]) =>
    says('baojing', [commissioned, ...lines], { of: CONTRACT, at: '2027-04-01 10:00', promises: ['pre-expiry-visit'] })
  assert.deepEqual(after(visit('2027-02-25 10:00')), ['pre-expiry-visit#1 kept 2027-02-25 10:00'])
  assert.deepEqual(after(visit('2026-10-08 10:00')), ['pre-expiry-visit#1 broken 2027-03-03 00:00'])
  assert.deepEqual(after(), ['pre-expiry-visit#1 broken 2027-03-03 00:00'])
})

test('a part that is not the maker’s own cannot be registered for a repair, and without it none is put in (S002-95)', () => {
  const replaced: Told = ['12:00', 'part.replaced', { part: 'pump' }]
  const seen = { promises: ['original-parts'] }
  assert.deepEqual(says('neirong-24h', [FAULT, form('11:00', 'part-quality'), replaced], seen), ['original-parts#1 kept 12:00'])
  assert.deepEqual(says('neirong-24h', [FAULT, replaced], seen), ['original-parts#1 broken 12:00'])
  assert.equal(filled('neirong-24h', 'part-quality', { part: '水泵', original: '原厂' }), 'filled')
  assert.match(filled('neirong-24h', 'part-quality', { part: '水泵', original: '否' }), /forms.part-quality.original$/)
})

test('under warranty normal use is confirmed before a part is replaced, or the device is taken out of it; after it nobody asks (S002-52)', () => {
  const shipped: Told = ['03-02 10:00', 'contract.shipped', {}, { on: CONTRACT, also: [DEVICE] }]
  const covered: Told = ['10:00', 'ticket.reported', { type: 'fault', channel: 'phone', cover: 'equipment' }]
  const replaced: Told = ['12:00', 'part.replaced', { part: 'blade' }]
  const seen = { promises: ['normal-use'] }
  const excluded: Told = ['11:00', 'cover.excluded', { reason: 'abnormal-use', evidence: true }, { on: DEVICE, also: [TICKET] }]
  assert.deepEqual(says('fengji', [shipped, covered, replaced], seen), ['normal-use#1 broken 12:00'])
  assert.deepEqual(says('fengji', [shipped, covered, form('11:00', 'normal-use'), replaced], seen), ['normal-use#1 kept 12:00'])
  assert.deepEqual(says('fengji', [shipped, covered, excluded, replaced], seen), ['normal-use#1 kept 12:00'])
  assert.deepEqual(says('fengji', [['10:00', 'ticket.reported', { type: 'fault', cover: 'none' }], replaced], seen), [])
  assert.match(filled('fengji', 'normal-use', { use: '超载', seen: '运行记录' }), /forms.normal-use.use$/)
})

test('the year of the fan counts from the day on which it was made; where nobody told it, from its shipping (S002-46)', () => {
  const bound = boundFrom(bundledText('fengji.yaml'))
  const ends = (...lines: Told[]) => {
    const { record } = story(bound, lines, { subject: DEVICE, at: '06-01 10:00' })
    return coversAt(bound, record, at('06-01 10:00')).flatMap(({ cover, end }) => (cover === 'equipment' ? [clockOf(end)] : []))
  }
  const shipped: Told = ['03-02 10:00', 'contract.shipped', {}, { on: CONTRACT, also: [DEVICE] }]
  const described = (when: string): Told => [when, 'asset.described', { made: '2026-02-10' }, { on: DEVICE }]
  assert.deepEqual(ends(shipped), ['2027-03-03 00:00'])
  assert.deepEqual(ends(described('03-01 10:00'), shipped), ['2027-02-11 00:00'])
})

test('a fault is graded before an engineer is sent for it, and before it is put right (S003-209)', () => {
  const seen = { promises: ['graded-first'], terms: { 'dimensions.hours': '7x24' } }
  const assigned: Told = ['10:30', 'ticket.assigned', { person: 'lin' }]
  const graded: Told = ['10:20', 'ticket.graded', { grade: 'major', by: 'staff' }]
  assert.deepEqual(says('ruiyan', [FAULT, assigned], seen), ['graded-first#1 broken 10:30'])
  assert.deepEqual(says('ruiyan', [FAULT, graded, assigned], seen), ['graded-first#1 kept 10:30'])
  assert.deepEqual(says('ruiyan', [FAULT, ['11:00', 'ticket.restored']], seen), ['graded-first#1 broken 11:00'])
  const withGrade: Told = ['10:00', 'ticket.reported', { type: 'fault', grade: 'major' }]
  assert.deepEqual(says('ruiyan', [withGrade, assigned], seen), ['graded-first#1 kept 10:30'], 'it was graded as it was reported')
  assert.deepEqual(says('ruiyan', [['10:00', 'ticket.reported', { type: 'consultation' }], assigned], seen), [])
})

test('who has come has not yet solved it: the way and the solution are measured by two clocks (S003-173)', () => {
  const terms = { 'promises.arrive.within': '4h', 'promises.solve.within': '6h' }
  const seen = { promises: ['arrive', 'solve'], terms }
  const came: Told = ['12:00', 'visit.arrived']
  assert.deepEqual(says('sanfangshi', [FAULT, came], seen), ['arrive#1 kept 12:00', 'solve#1 broken 16:00'])
  assert.deepEqual(says('sanfangshi', [FAULT, came, ['15:00', 'ticket.restored']], seen), ['arrive#1 kept 12:00', 'solve#1 kept 15:00'])
  assert.deepEqual(says('sanfangshi', [FAULT, ['11:00', 'remote.solved']], seen), ['arrive#1 cancelled 11:00', 'solve#1 kept 11:00'])
})

test('of each device that is marked as critical deep checks are due, of no other (S002-80)', () => {
  const marked = (of: Subject, kind: string): Told => ['03-02 10:00', 'asset.described', { kind }, { on: of, also: [CONTRACT] }]
  const done: Told = ['04-20 10:00', 'visit.done', { kind: 'deep-check' }, { on: 'visit/V1', also: [CONTRACT, DEVICE] }]
  const seen = { at: '05-02 12:00', promises: ['deep-check'], terms: { 'promises.deep-check.every': '2mo' } }
  assert.deepEqual(says('shebei-7xiang', [marked(DEVICE, 'critical'), done], { ...seen, of: DEVICE }).slice(0, 1), [
    'deep-check#1 kept 04-20 10:00',
  ])
  assert.deepEqual(says('shebei-7xiang', [marked('asset/A2', 'critical')], { ...seen, of: 'asset/A2' }).slice(0, 1), [
    'deep-check#1 open 05-03 00:00',
  ])
  assert.deepEqual(says('shebei-7xiang', [marked('asset/A3', 'spare')], { ...seen, of: 'asset/A3' }), [])
})
