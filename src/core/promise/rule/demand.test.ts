import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Fact, Subject } from '../../fact.ts'
import { LOCALES } from '../../words.ts'
import type { BoundPlan, Obligation } from '../types.ts'
import { badgeOf } from '../badge.ts'
import { about, carrying, facts, livedThrough, recordOf, rule } from '../cover/given.testing.ts'
import type { RuleText, Told } from '../cover/given.testing.ts'
import { derive } from '../derive.ts'
import { at, clockOf } from '../given.testing.ts'
import { lookAt } from '../record.ts'
import { RUNS } from '../random.testing.ts'
import { sayWhy, whyContext } from '../why.ts'
import { missingForms } from './say-demand.ts'

const form = (id: string, name: string) => ({ id, name, fields: [], signedBy: undefined, text: undefined, source: [] })
const FORMS = { sheet: form('sheet', '上门服务单'), health: form('health', '健康档案') }

function requiring(text: Partial<RuleText> = {}, forms: readonly string[] = ['sheet']): BoundPlan {
  const does = forms.map((id) => ({ kind: 'require-form' as const, form: id }))
  const bound = carrying([rule('record', { on: 'visit.done', does, text: '每次上门都记录在案。', source: ['S1-9'], ...text })])
  return { ...bound, plan: { ...bound.plan, forms: FORMS } }
}

const REPORTED: Told = ['09:00', 'ticket.reported']
const done = (when: string, visit?: string): Told => [when, 'visit.done', {}, { on: 'ticket/T1', also: visit ? [visit as Subject] : [] }]
const filled = (when: string, id = 'sheet', visit?: string): Told => [
  when,
  'form.filled',
  { form: id },
  { on: 'ticket/T1', also: visit ? [visit as Subject] : [] },
]

function demands(bound: BoundPlan, lines: readonly Told[], until = '23:00'): readonly Obligation[] {
  const { obligations } = derive(bound, about(facts(REPORTED, ...lines), 'ticket/T1'), { asOf: at(until), subject: 'ticket/T1' })
  return obligations.filter(({ promise }) => promise === 'record')
}

function stands(bound: BoundPlan, lines: readonly Told[]): string[] {
  return demands(bound, lines).map(({ episode, state, openedAt, keptAt, evidence }) =>
    [episode, state, clockOf(openedAt), keptAt === undefined ? '' : clockOf(keptAt), ...evidence].join(' ').replace('  ', ' ').trim(),
  )
}

test('a visit is over and its record is owed: open without a due time until the form is filled in, which is the evidence', () => {
  assert.deepEqual(stands(requiring(), []), [])
  assert.deepEqual(stands(requiring(), [done('10:00')]), ['1 open 10:00'])
  const [open] = demands(requiring(), [done('10:00')], '12-20 09:00')
  assert.deepEqual([open?.state, open?.dueAt, open?.brokenAt], ['open', undefined, undefined])
  assert.deepEqual(stands(requiring(), [done('10:00'), filled('11:30')]), ['1 kept 10:00 11:30 f3'])
})

test('another form answers nothing', () => {
  assert.deepEqual(stands(requiring(), [done('10:00'), filled('11:00', 'health')]), ['1 open 10:00'])
})

test('every visit owes its own record: one filling answers one demand, the oldest that is open', () => {
  const lines = [done('10:00'), done('12:00'), filled('13:00')]
  assert.deepEqual(stands(requiring(), lines), ['1 kept 10:00 13:00 f4', '2 open 12:00'])
  assert.deepEqual(stands(requiring(), [...lines, filled('14:00')]), ['1 kept 10:00 13:00 f4', '2 kept 12:00 14:00 f5'])
})

test('a filling that names its visit answers the demand of that visit and no other', () => {
  const lines = [done('10:00', 'visit/V1'), done('12:00', 'visit/V2'), filled('13:00', 'sheet', 'visit/V2')]
  assert.deepEqual(stands(requiring(), lines), ['1 open 10:00', '2 kept 12:00 13:00 f4'])
  assert.deepEqual(stands(requiring(), [done('10:00', 'visit/V1'), filled('13:00', 'sheet', 'visit/V9')]), ['1 open 10:00'])
})

test('what was filled in on the spot, before the visit was over, counts; a second paper of the first visit is none of the next', () => {
  assert.deepEqual(stands(requiring(), [filled('09:30'), done('10:00')]), ['1 kept 10:00 09:30 f2'])
  const again = [done('10:00'), filled('10:30'), filled('11:00'), done('12:00')]
  assert.deepEqual(stands(requiring(), again), ['1 kept 10:00 10:30 f3', '2 open 12:00'])
  const named = [done('10:00', 'visit/V1'), filled('10:30'), filled('11:00', 'sheet', 'visit/V2'), done('12:00', 'visit/V2')]
  assert.deepEqual(stands(requiring(), named), ['1 kept 10:00 10:30 f3', '2 kept 12:00 11:00 f4'])
})

test('a record that is filled in with the very step that ends the visit is not missing', () => {
  const step: Told = ['10:00', 'visit.done', { filled: { sheet: { found: 'dust' } } }]
  assert.deepEqual(stands(requiring(), [step]), ['1 kept 10:00 10:00 f2'])
})

test('of two records that one step requires each is missing by itself, and the demand is over with the last', () => {
  const bound = requiring({}, ['sheet', 'health'])
  const missing = (lines: readonly Told[]) => demands(bound, lines).map((one) => missingForms(one, bound.plan))
  assert.deepEqual(missing([done('10:00')]), [['上门服务单', '健康档案']])
  assert.deepEqual(missing([done('10:00'), filled('11:00')]), [['健康档案']])
  assert.deepEqual(stands(bound, [done('10:00'), filled('11:00')]), ['1 open 10:00 f3'])
  assert.deepEqual(stands(bound, [done('10:00'), filled('11:00'), filled('12:00', 'health')]), ['1 kept 10:00 12:00 f3 f4'])
})

test('a cancelled ticket owes no records any more; a reopened one owes those of its new visit, whatever was filled in before', () => {
  assert.deepEqual(stands(requiring(), [done('10:00'), ['11:00', 'ticket.cancelled']]), ['1 cancelled 10:00 f3'])
  const reopened: readonly Told[] = [filled('09:30'), ['10:00', 'ticket.closed'], ['11:00', 'ticket.reopened'], done('12:00')]
  assert.deepEqual(stands(requiring(), reopened), ['1 open 12:00'])
})

test('a missing record is waived like any other promise, with role, reason and evidence', () => {
  const waived: Told = ['11:00', 'obligation.waived', { promise: 'record', role: 'service-manager', reason: 'lost', evidence: true }]
  assert.deepEqual(stands(requiring(), [done('10:00'), waived]), ['1 excused 10:00 f3'])
})

test('a filling that turns out void leaves the record missing again', () => {
  const voided: Told = ['12:00', 'fact.voided', { of: 'f3', reason: true }]
  assert.deepEqual(stands(requiring(), [done('10:00'), filled('11:00'), voided]), ['1 open 10:00'])
})

test('what came about tells the same: what is missing is open, what was filled in names its fact', () => {
  const bound = requiring({}, ['sheet', 'health'])
  const known = about(facts(REPORTED, done('10:00'), filled('11:00')), 'ticket/T1')
  const { consequences } = derive(bound, known, { asOf: at('23:00'), subject: 'ticket/T1' })
  assert.deepEqual(
    consequences.map(({ to, fact, open, settled }) => [to, fact, open, settled?.fact]),
    [
      ['sheet', 'f2', undefined, 'f3'],
      ['health', 'f2', true, undefined],
    ],
  )
})

test('before the taking over nothing is demanded', () => {
  const bound = { ...requiring(), cutOver: at('10-02 00:00') }
  const before = demands(bound, [done('10:00')], '10-03 00:00')
  const { consequences } = derive(bound, about(facts(REPORTED, done('10:00')), 'ticket/T1'), {
    asOf: at('10-03 00:00'),
    subject: 'ticket/T1',
  })
  assert.deepEqual([before, consequences], [[], []])
})

test('its badge and its reasons say which form is missing, since when, and that filling it in is all', () => {
  const bound = requiring()
  const [one] = demands(bound, [done('10:00')])
  assert.ok(one)
  const missing = missingForms(one, bound.plan)
  assert.equal(badgeOf({ ...one, missing }, at('12:00'), 'zh-CN').words, '欠缺 上门服务单')
  const words = sayWhy(one, whyContext(bound, one), 'zh-CN')
  assert.deepEqual(words.slice(0, 2), ['条款：“每次上门都记录在案。”', '依据：S1-9。'])
  assert.deepEqual(words.slice(3, 5), ['须填写：上门服务单。', '欠缺：上门服务单。填写之后即了结，没有期限。'])
  for (const locale of LOCALES)
    for (const line of sayWhy(one, whyContext(bound, one), locale)) assert.doesNotMatch(line, /[{}]|undefined|visit\.done|sheet/)
  const [kept] = demands(bound, [done('10:00'), filled('11:00')])
  assert.ok(sayWhy(kept!, whyContext(bound, kept!), 'zh-CN').some((line) => line.startsWith('“上门服务单”已于')))
  assert.deepEqual(missingForms(kept!, bound.plan), [])
})

type Step = {
  readonly hour: number
  readonly what: 'done' | 'sheet' | 'health' | 'reopened' | 'void'
  readonly visit: string | undefined
  readonly late: number
}

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    hour: fc.integer({ min: 0, max: 60 }),
    what: fc.constantFrom<Step['what']>('done', 'done', 'sheet', 'sheet', 'health', 'reopened', 'void'),
    visit: fc.constantFrom(undefined, undefined, 'visit/V1', 'visit/V2'),
    late: fc.constantFrom(0, 0, 0, 7),
  }),
  { maxLength: 12 },
)

const HOUR = 3_600_000
const TYPES = { done: 'visit.done', sheet: 'form.filled', health: 'form.filled', reopened: 'ticket.reopened', void: 'fact.voided' } as const

function told(drawn: readonly Step[]): Fact[] {
  const start = at('09:00')
  const sorted = drawn.toSorted((a, b) => a.hour + a.late - (b.hour + b.late))
  const lines = sorted.map(({ hour, what, visit, late }, index): Fact => ({
    id: `g${index}`,
    seq: index + 2,
    subject: 'ticket/T1',
    also: visit === undefined || what === 'reopened' ? [] : [visit as Subject],
    type: TYPES[what],
    occurredAt: start + (what === 'void' ? hour + late : hour) * HOUR,
    recordedAt: start + (hour + late) * HOUR,
    source: 'system',
    by: undefined,
    data: what === 'void' ? { of: `g${Math.floor(index / 2)}`, reason: true } : what === 'sheet' || what === 'health' ? { form: what } : {},
  }))
  return [...facts(REPORTED), ...lines]
}

test('however facts come, late or void: live is replayed, and what is open is what derive says', () => {
  let [open, kept] = [0, 0]
  const property = fc.property(steps, fc.boolean(), (drawn, both) => {
    const bound = requiring({}, both ? ['sheet', 'health'] : ['sheet'])
    const known = told(drawn)
    const until = at('09:00') + 90 * HOUR
    const owner = { subject: 'ticket/T1', at: until } as const
    const live = livedThrough(bound, known, owner)
    const replayed = recordOf(bound, known, owner)
    const derived = derive(bound, known, { asOf: until, subject: 'ticket/T1' })
    assert.deepEqual(lookAt(bound, live.record, until), derived)
    assert.deepEqual(lookAt(bound, replayed.record, until), derived)
    assert.deepEqual(live.record.believed, replayed.record.believed)
    const own = derived.obligations.filter(({ promise }) => promise === 'record')
    for (const one of own) {
      assert.equal(one.dueAt, undefined)
      const lacking = missingForms(one, bound.plan).length
      assert.equal(lacking > 0, one.state === 'open')
      if (one.state === 'kept') assert.equal(one.evidence.length > 0, true)
    }
    const fillings = own.flatMap(({ why }) => Object.values((why.detail as unknown as { filled: Record<string, { fact: string }> }).filled))
    assert.equal(new Set(fillings.map(({ fact }) => fact)).size, fillings.length, 'one filling answers one demand')
    open += own.filter(({ state }) => state === 'open').length
    kept += own.filter(({ state }) => state === 'kept').length
  })
  fc.assert(property, { ...RUNS, numRuns: RUNS.numRuns * 2 })
  assert.ok(open > 20 && kept > 20, `${open} ${kept}`)
})
