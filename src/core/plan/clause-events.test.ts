import assert from 'node:assert/strict'
import { test } from 'node:test'
import { slotsOf, wentOut, isStatement } from '../promise/slots.ts'
import type { FactType } from '../fact.ts'
import { buildClause, statesOwner } from './build.ts'
import { clauseEvents, measureEvents, openingEvent, openingTests } from './clause-events.ts'
import { asClock, NEVER } from './clock-clause.ts'
import { formatEvent } from './compare.ts'
import { withClause } from './form-keys.testing.ts'
import { planOf } from './given.testing.ts'
import { parseMeasure } from './measure.ts'
import type { Clause, Plan } from './types.ts'

const RULE = `  longer:
    title: 顺延
    text: 顺延三十天。
    source: [L-10]
    rule: {on: ticket.judged where affectsWork, unless: ticket.refused, then: [{extend: extra, by: 30d}]}
`

function clauseIn(form: string, body: string, sections = ''): { readonly plan: Plan; readonly clause: Clause } {
  const plan = planOf(withClause(form, body, sections))
  return { plan, clause: plan.promises.extra! }
}

const COVER = clauseIn('cover', 'starts: {all: [asset.accepted + 10d, asset.handed-over]}\nterm: 24mo\nuntil: event.end', RULE)
const GATE = clauseIn('gate', 'before: ticket.closed\nneeds: {all: [visit.signed, loan.returned, asset.tested where passed]}\nwaive: lead')
const RULED = clauseIn('rule', 'on: ticket.judged\nunless: ticket.refused\nwhen: type == "fault"\nthen: [{notify: customer}]')
const DEADLINE = clauseIn('deadline', 'starts: ticket.reported\nkept-by: ticket.replied\nunless: ticket.cancelled\nwithin: 4h')

// Events of a clause ----------------------------------------------------------------------------------------------------------------

function events({ clause }: { readonly clause: Clause }): string[] {
  return clauseEvents(clause).map(({ key, event }) => `${key} ${formatEvent(event)}`)
}

test('a clause tells its events under the keys by which its file names them', () => {
  assert.deepEqual(events(DEADLINE), ['starts ticket.reported', 'kept-by ticket.replied', 'unless ticket.cancelled'])
  assert.deepEqual(events(COVER), ['starts {all: [asset.accepted + 10d, asset.handed-over]}', 'until event.end'])
  assert.deepEqual(events(GATE), ['before ticket.closed', 'needs {all: [visit.signed, loan.returned, asset.tested where passed]}'])
  assert.deepEqual(events(RULED), ['on ticket.judged', 'unless ticket.refused'])
})

test('what opens a clause is what its owner and its conditions are read from', () => {
  const opening = (one: { readonly clause: Clause }) => formatEvent(openingEvent(one.clause)!)
  assert.deepEqual([DEADLINE, COVER, GATE, RULED].map(opening), [
    'ticket.reported',
    '{all: [asset.accepted + 10d, asset.handed-over]}',
    'ticket.closed',
    'ticket.judged',
  ])
})

test('conditions that are judged once are known to binding, those of a gate’s deed included', () => {
  const allowing = clauseIn('gate', 'before: visit.dispatched\nallows: own == true\nwhen: type == "fault"')
  assert.deepEqual(
    openingTests(allowing.clause).map(({ cel }) => cel),
    ['type == "fault"', 'own == true'],
  )
  assert.deepEqual(openingTests(DEADLINE.clause), [])
})

test('a measure names its events in the order in which it is written, shares and sums alike', () => {
  const measure = parseMeasure('count ticket.reported / count asset.accepted + time ticket.reported to ticket.restored - 2 / planned')!
  assert.deepEqual(measureEvents(measure).map(formatEvent), ['ticket.reported', 'asset.accepted', 'ticket.reported', 'ticket.restored'])
  assert.deepEqual(measureEvents({ kind: 'planned' }), [])
})

// Clauses as clocks -------------------------------------------------------------------------------------------------------------------

test('a deadline is its own clock; every other form lends its instances one that no event keeps', () => {
  assert.equal(asClock(DEADLINE.clause), DEADLINE.clause)
  for (const { clause } of [COVER, GATE, RULED]) {
    const clock = asClock(clause)
    assert.deepEqual(
      [clock.form, clock.keptBy, clock.starts, clock.due, clock.within],
      ['deadline', NEVER, undefined, undefined, undefined],
    )
    assert.deepEqual(
      [clock.id, clock.title, clock.text, clock.source, clock.per],
      [clause.id, clause.title, clause.text, clause.source, clause.per],
    )
  }
})

test('whom a broken gate goes up to, and when it holds at all, stay with its clock', () => {
  const { clause } = clauseIn('gate', 'before: ticket.closed\nneeds: visit.signed\nwhen: type == "fault"\non-broken: [{escalate: lead}]')
  const clock = asClock(clause)
  assert.deepEqual(clock.onBroken, [{ escalate: 'lead' }])
  assert.deepEqual(clock.when, { cel: 'type == "fault"' })
  assert.deepEqual(asClock(COVER.clause).onBroken, [])
})

// What a clause listens to ------------------------------------------------------------------------------------------------------------

function slots({ plan, clause }: { readonly plan: Plan; readonly clause: Clause }): string[] {
  return slotsOf(clause, plan).map(({ slot, event }) => `${slot} ${formatEvent(event)}`)
}

test('a cover hears its start in parts, what may move its end, and the rules that extend it', () => {
  assert.deepEqual(slots(COVER), [
    'starts-0 asset.accepted',
    'starts-1 asset.handed-over',
    'started [cover.started]',
    'until event.end',
    'replaced [part.replaced]',
    'excluded [cover.excluded]',
    'extended [cover.extended]',
    'ended [cover.ended, asset.scrapped]',
    'rule-0 ticket.judged where affectsWork',
    'unless-0 ticket.refused',
    'again-0 [ticket.reopened]',
  ])
})

test('a right of a contract is not ended by scrapping a device', () => {
  const { plan, clause } = clauseIn('cover', 'per: contract\nstarts: contract.signed\nterm: 24mo')
  assert.ok(slots({ plan, clause }).includes('ended [cover.ended]'))
})

test('a gate hears its deed, each thing it needs, what went out and must come back, and a waiver where somebody may give one', () => {
  assert.deepEqual(slots(GATE), [
    'before ticket.closed',
    'waived [obligation.waived]',
    'needs-0 visit.signed',
    'out-0 [visit.arrived]',
    'needs-1 loan.returned',
    'out-1 [loan.delivered]',
    'needs-2 asset.tested where passed',
  ])
  const strict = clauseIn('gate', 'before: ticket.closed\nneeds: asset.tested')
  assert.deepEqual(slots(strict), ['before ticket.closed', 'needs-0 asset.tested'])
})

test('a rule on a statement hears the reopening: said again of the same fault it says nothing new, of another it does', () => {
  assert.deepEqual(slots(RULED), ['on ticket.judged', 'unless ticket.refused', 'again [ticket.reopened]'])
  const counted = clauseIn('rule', 'on: work.failed\nthen: [{notify: customer}]')
  assert.deepEqual(slots(counted), ['on work.failed'])
  assert.deepEqual((['ticket.judged', 'ticket.graded', 'work.failed'] as const).map(isStatement), [true, true, false])
})

test('what goes out and must come back is known by pairs; what never leaves is asked of everybody', () => {
  const out = (type: FactType) => wentOut({ kind: 'fact', type })
  assert.deepEqual(out('loan.returned'), ['loan.delivered'])
  assert.deepEqual(out('rma.returned'), ['rma.shipped', 'rma.received'])
  assert.deepEqual(out('visit.signed'), ['visit.arrived'])
  assert.deepEqual(out('remote.ended'), ['remote.started'])
  assert.deepEqual(out('complaint.closed'), ['complaint.opened'])
  assert.deepEqual([out('asset.tested'), out('form.filled')], [[], []])
  assert.deepEqual(wentOut({ kind: 'promise', promise: 'reply', state: 'kept' }), [])
})

// Owners ------------------------------------------------------------------------------------------------------------------------------

test('a clause that names no owner belongs to the noun of what opens it', () => {
  const per = (form: string, body: string) => clauseIn(form, body).clause.per
  assert.equal(per('cover', 'starts: asset.accepted\nterm: 24mo'), 'asset')
  assert.equal(per('cover', 'starts: contract.signed\nterm: 24mo'), 'contract')
  assert.equal(per('gate', 'before: loan.delivered\nneeds: approval.given'), 'loan')
  assert.equal(per('gate', 'before: visit.dispatched\nneeds: visit.agreed'), 'ticket')
  assert.equal(per('rule', 'on: complaint.opened\nthen: [{notify: customer}]'), 'complaint')
  assert.equal(per('rule', 'on: reply.broken\nthen: [{notify: customer}]'), 'ticket')
  assert.equal(per('deadline', 'due: event.start - 1d\nkept-by: notice.delivered'), 'event')
})

test('one that names its owner is taken at its word; a rhythm and a level belong to the contract unless they say otherwise', () => {
  assert.equal(clauseIn('cover', 'per: site\nstarts: contract.signed\nterm: 24mo').clause.per, 'site')
  const at = { line: 1, column: 1, path: 'promises.x' }
  const everyMonth = { starts: { kind: 'fact', type: 'asset.accepted' }, every: { value: 1, unit: 'mo' }, task: 'visit' } as const
  const atMost = { over: 'month', 'at-most': { kind: 'scalar', value: 3 } } as const
  assert.equal(buildClause('x', { recurring: everyMonth }, at)?.per, 'contract')
  assert.equal(buildClause('x', { recurring: { ...everyMonth, per: 'site' } }, at)?.per, 'site')
  assert.equal(buildClause('x', { level: atMost }, at)?.per, 'contract')
  assert.deepEqual(
    [statesOwner({ recurring: everyMonth }), statesOwner({ cover: {} }), statesOwner({ cover: { per: 'site' } })],
    [true, false, true],
  )
  assert.equal(buildClause('x', { title: '无形式' }, at), undefined)
})

test('what a rhythm leaves unsaid has its default: a fixed anchor, a fortnight ahead, the fact of its task', () => {
  const at = { line: 1, column: 1, path: 'promises.x' }
  const clause = buildClause(
    'x',
    { recurring: { starts: { kind: 'fact', type: 'contract.accepted' }, every: { value: 3, unit: 'mo' }, task: 'report' } },
    at,
  )
  assert.ok(clause?.form === 'recurring')
  assert.deepEqual(
    [clause.anchor, clause.holiday, clause.ahead, clause.keptBy, clause.checklist, clause.sameExpert],
    ['fixed', 'keep', { value: 14, unit: 'd' }, { kind: 'fact', type: 'report.delivered' }, [], false],
  )
  assert.deepEqual(clause.schedule, { kind: 'every', every: { value: 3, unit: 'mo' } })
})

test('so often in a period is said as a map, or as a number with its period; phases by weeks, months or years', () => {
  const at = { line: 1, column: 1, path: 'promises.x' }
  const schedule = (read: object) => {
    const clause = buildClause('x', { recurring: { starts: { kind: 'fact', type: 'contract.accepted' }, task: 'visit', ...read } }, at)
    return clause?.form === 'recurring' ? clause.schedule : undefined
  }
  const year = { value: 1, unit: 'y' } as const
  assert.deepEqual(schedule({ times: 4, 'per-period': year }), { kind: 'times', min: 4, max: undefined, per: year, spacing: undefined })
  assert.deepEqual(schedule({ times: { min: 2, max: 3, per: year, spacing: { value: 3, unit: 'mo' } } }), {
    kind: 'times',
    min: 2,
    max: 3,
    per: year,
    spacing: { value: 3, unit: 'mo' },
  })
  const week = { value: 1, unit: 'w' } as const
  assert.deepEqual(
    schedule({
      phases: [
        { weeks: { from: 1, to: 4 }, every: week, people: { from: 1, to: 2 } },
        { months: { from: 3, to: undefined }, every: { value: 1, unit: 'mo' } },
      ],
    }),
    {
      kind: 'phases',
      phases: [
        { during: { unit: 'w', from: 1, to: 4 }, every: week, checklist: undefined, people: { min: 1, max: 2 } },
        { during: { unit: 'mo', from: 3, to: undefined }, every: { value: 1, unit: 'mo' }, checklist: undefined, people: undefined },
      ],
    },
  )
  assert.deepEqual(schedule({ on: { months: [3, 6], days: { from: 11, to: 20 } } }), {
    kind: 'on',
    months: [3, 6],
    days: { from: 11, to: 20 },
  })
})
