import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fromPinned, toPinned } from '../core/calendar/compile.ts'
import { canonicalJson } from '../core/canonical.ts'
import type { BoundPlan } from '../core/promise/types.ts'
import { coverZone } from '../core/promise/cover/term.ts'
import { deadlinesOf } from '../core/plan/types.ts'
import type { Plan, Term } from '../core/plan/types.ts'
import { bindPinned, bindWithZones, compileCalendars } from './plan-binding.ts'
import { loadPlan } from './plan-file.ts'

const TEXT = `plan: two-cities
title: 两地服务
version: 4
timezone: Asia/Shanghai
calendars:
  always: {hours: 24x7}
  berlin: {timezone: Europe/Berlin, weekly: {mon-fri: ["09:00-17:00"]}}
  desk: {hours: unstated}
dimensions:
  line: {values: [gold, plain], set-by: contract}
promises:
  reply:
    title: 答复
    deadline:
      starts: 'ticket.reported where type == "fault"'
      kept-by: ticket.replied
      within: unstated
      calendar: {by: line, gold: always, plain: desk}
    text: 及时答复
    source: [Z-1]
`

const TERMS: readonly Term[] = [
  { key: 'promises.reply.within', value: '2h', source: '附件一' },
  { key: 'dimensions.line', value: 'plain', source: '附件一' },
  { key: 'calendars.desk', value: { weekly: { 'mon-sun': ['08:00-20:00'] } }, source: '附件二' },
]

function planOf(text = TEXT): Plan {
  const loaded = loadPlan(text)
  assert.ok(loaded.ok, JSON.stringify(loaded.findings))
  return loaded.plan
}

function boundOf(terms: readonly Term[] = TERMS, text = TEXT): BoundPlan {
  const result = bindWithZones(planOf(text), terms)
  assert.ok(result.ok, JSON.stringify(result))
  return result.bound
}

/** What stands in the way: `calendar-unstated calendars.desk`. */
function refusals(terms: readonly Term[], plan = planOf()): string[] {
  const result = bindWithZones(plan, terms)
  return result.ok ? [] : result.findings.map(({ code, at }) => `${code} ${at.path}`)
}

test('a plan is bound with its terms, its version and its calendars, each in its own zone', () => {
  const bound = boundOf()
  assert.equal(bound.ref, 'two-cities@4')
  assert.deepEqual(Object.keys(bound.calendars), ['always', 'berlin', 'desk'])
  assert.equal(bound.calendars.berlin?.zone.id, 'Europe/Berlin')
  assert.equal(bound.calendars.desk?.zone.id, 'Asia/Shanghai')
  assert.deepEqual(deadlinesOf(bound.plan).reply?.within, { kind: 'scalar', value: { travel: false, duration: { value: 2, unit: 'h' } } })
  assert.equal(bound.tests.get('type == "fault"')?.({ type: 'fault' }), true)
  assert.equal(bound.tests.get('type == "fault"')?.({ type: 'suggestion' }), false)
})

test('all that a contract must still say is asked for at once', () => {
  assert.deepEqual(refusals([]), ['calendar-unstated calendars.desk', 'dimension-unset dimensions.line'])
})

test('a number that nobody states is no hindrance: it is measured', () => {
  const [, ...rest] = TERMS
  assert.deepEqual(deadlinesOf(boundOf(rest).plan).reply?.within, { kind: 'unstated' })
})

test('a contract whose hours are no hours, or in no zone, is refused with the place', () => {
  const hours = (value: unknown): readonly Term[] => TERMS.map((term) => (term.key === 'calendars.desk' ? { ...term, value } : term))
  assert.deepEqual(refusals(hours({ weekly: { 'mon-fri': [] } })), ['calendar.no-open-time calendars.desk'])
  assert.deepEqual(refusals(hours('24x7')), ['calendar.not-a-calendar calendars.desk'])
  assert.deepEqual(refusals(hours({ hours: '24x7', timezone: 'Moon/Base' })), ['zone-unknown calendars.desk'])
})

test('a plan whose own zone this machine does not know is refused and never counted in another', () => {
  const plan = { ...planOf(), timezone: 'Asia/Atlantis' }
  assert.deepEqual(refusals(TERMS, plan), ['zone-unknown calendars.always', 'zone-unknown calendars.desk'])
})

test('the days of a plan are counted in its own zone, also when all its hours are those of another place, or it has none', () => {
  const elsewhere = (id: string) => ({ ...planOf(), calendars: { desk: { hours: '24x7', timezone: id } } }) as ReturnType<typeof planOf>
  for (const plan of [elsewhere('Europe/Berlin'), { ...planOf(), calendars: {} }]) {
    const compiled = compileCalendars(plan)
    assert.ok(compiled.ok)
    assert.equal(coverZone({ plan, calendars: compiled.calendars }).id, 'Asia/Shanghai')
  }
  const nowhere = compileCalendars({ ...elsewhere('Europe/Berlin'), timezone: 'Asia/Atlantis' })
  assert.deepEqual(nowhere.ok ? [] : nowhere.findings.map(({ code, at }) => `${code} ${at.path}`), ['zone-unknown timezone'])
})

test('contracts that share a calendar share its compiled form; a plan with a blank in it does not compile', () => {
  assert.equal(compileCalendars(planOf()).ok, false)
  assert.equal(boundOf().calendars.berlin, boundOf().calendars.berlin)
})

test('the same plan under the same terms has the same hash, in whatever order the terms come', () => {
  assert.equal(boundOf().hash, boundOf().hash)
  assert.match(boundOf().hash, /^[0-9a-f]{64}$/)
})

test('what was agreed is in the hash: a number, a choice, a source, the hours, the text', () => {
  const change = (key: string, to: Partial<Term>) => boundOf(TERMS.map((term) => (term.key === key ? { ...term, ...to } : term))).hash
  const hashes = [
    boundOf().hash,
    change('promises.reply.within', { value: '3h' }),
    change('dimensions.line', { value: 'gold' }),
    change('dimensions.line', { source: '附件三' }),
    change('calendars.desk', { value: { weekly: { 'mon-sun': ['08:00-21:00'] } } }),
    boundOf(TERMS, TEXT.replace('text: 及时答复', 'text: 尽快答复')).hash,
    boundOf(TERMS, TEXT.replace('timezone: Asia/Shanghai', 'timezone: Asia/Urumqi')).hash,
  ]
  assert.equal(new Set(hashes).size, hashes.length)
})

test('where things stand in the file is not what was agreed', () => {
  assert.equal(boundOf(TERMS, `# a remark\n\n${TEXT}`).hash, boundOf().hash)
})

test('bound again years later from what was pinned it is the same plan, whatever the zone rules say by then', () => {
  const bound = boundOf()
  const pinned = JSON.parse(JSON.stringify(Object.entries(bound.calendars).map(([id, calendar]) => [id, toPinned(calendar)])))
  const calendars = Object.fromEntries(pinned.map(([id, one]: [string, never]) => [id, fromPinned(one)]))
  const again = bindPinned({ plan: JSON.parse(JSON.stringify(planOf())) as Plan, terms: TERMS, calendars })
  assert.equal(again.hash, bound.hash)
  assert.equal(canonicalJson(again.plan), canonicalJson(bound.plan))
})

test('pinned parts that do not fit together are no user’s mistake: they throw', () => {
  assert.throws(() => bindPinned({ plan: planOf(), terms: [], calendars: {} }), /dimension-unset/)
})
