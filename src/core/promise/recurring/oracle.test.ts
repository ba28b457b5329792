import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Fact, Json } from '../../fact.ts'
import { derive } from '../derive.ts'
import { at, clockOf } from '../given.testing.ts'
import { RUNS } from '../random.testing.ts'
import { CONTRACT, demandOneRecord, planOf } from '../rhythm.testing.ts'
import type { BoundPlan } from '../types.ts'

// What must have become of every occurrence, worked out anew from dates written on a list and a walk over the days: no state, no clocks.

const HOUR = 3_600_000
const DAY = 24 * HOUR
const ANCHOR = Temporal.PlainDate.from('2026-01-31')

/** Midnight in Shanghai with which a day begins. */
function midnight(day: Temporal.PlainDate): number {
  return day.toZonedDateTime('Asia/Shanghai').epochMilliseconds
}

type Slot = { readonly from: number; readonly due: number; readonly needs: readonly string[] }
type Kind = { readonly lines: string; readonly slots: (count: number) => Slot[] }

const anchored = at('2026-01-31 10:00')

function steps(step: Temporal.DurationLike, needs: readonly string[] = []): (count: number) => Slot[] {
  return (count) =>
    Array.from({ length: count }, (_, index) => {
      const times = (n: number) => Object.fromEntries(Object.entries(step).map(([unit, value]) => [unit, (value as number) * n]))
      const before = ANCHOR.add(times(index))
      return {
        from: index === 0 ? anchored : midnight(before.add({ days: 1 })),
        due: midnight(ANCHOR.add(times(index + 1)).add({ days: 1 })),
        needs,
      }
    })
}

function middleOfQuarters(count: number): Slot[] {
  const slots: Slot[] = []
  for (let day = Temporal.PlainDate.from('2026-02-01'); slots.length < count; day = day.add({ months: 1 })) {
    if (day.month % 3 !== 0) continue
    slots.push({ from: midnight(day.with({ day: 11 })), due: midnight(day.with({ day: 21 })), needs: [] })
  }
  return slots
}

const KINDS: readonly Kind[] = [
  { lines: 'every: 1mo', slots: steps({ months: 1 }) },
  { lines: 'every: 2w\nchecklist: biweekly', slots: steps({ weeks: 2 }, ['biweekly']) },
  { lines: 'every: 10d', slots: steps({ days: 10 }) },
  { lines: 'on: {months: [3, 6, 9, 12], days: 11-20}', slots: middleOfQuarters },
  {
    lines: 'times: 2\nper-period: 2mo',
    slots: (count) =>
      steps({ months: 2 })(Math.ceil(count / 2))
        .flatMap((slot) => [slot, slot])
        .slice(0, count),
  },
]

const PLANS: readonly BoundPlan[] = KINDS.map(({ lines }) =>
  planOf('recurring', `starts: contract.accepted\ntask: visit\nuntil: contract.ended\n${lines}`),
)

const deeds = fc.array(
  fc.record({
    hours: fc.integer({ min: 0, max: 24 * 400 }),
    names: fc.option(fc.integer({ min: 1, max: 14 }), { nil: undefined, freq: 4 }),
    checked: fc.boolean(),
  }),
  { maxLength: 25 },
)
const stories = fc.record({
  kind: fc.nat({ max: KINDS.length - 1 }),
  deeds,
  endsAfter: fc.option(fc.integer({ min: 1, max: 24 * 400 }), { nil: undefined }),
  seenAfter: fc.integer({ min: 0, max: 24 * 420 }),
})
type Told = typeof stories extends fc.Arbitrary<infer T> ? T : never

function factsOf({ deeds: all, endsAfter }: Told): Fact[] {
  const fact = (type: Fact['type'], occurredAt: number, data: { readonly [key: string]: Json }): Omit<Fact, 'id' | 'seq'> => ({
    subject: type === 'visit.done' ? 'visit/V1' : CONTRACT,
    also: type === 'visit.done' ? [CONTRACT] : [],
    type,
    occurredAt,
    recordedAt: occurredAt,
    source: 'system',
    data,
  })
  const told = [
    fact('contract.accepted', anchored, {}),
    ...all.map(({ hours, names, checked }) =>
      fact('visit.done', anchored + hours * HOUR, {
        ...(checked ? { checklists: ['biweekly'] } : {}),
        ...(names === undefined ? {} : { promise: 'care', occurrence: names }),
      }),
    ),
    ...(endsAfter === undefined ? [] : [fact('contract.ended', anchored + endsAfter * HOUR, {})]),
  ]
  return told.toSorted((a, b) => a.occurredAt - b.occurredAt).map((one, index) => ({ ...one, id: `f${index}`, seq: index + 1 }))
}

/** The same facts, each learned some hours after it happened; the ledger numbers them as they are learned. */
function learnedLate(facts: readonly Fact[], hours: readonly number[]): Fact[] {
  return facts
    .map((fact, index) => ({ ...fact, recordedAt: fact.occurredAt + (hours[index % hours.length] ?? 0) * HOUR }))
    .toSorted((a, b) => a.recordedAt - b.recordedAt)
    .map((fact, index) => ({ ...fact, seq: index + 1 }))
}

type State = { state: 'open' | 'kept' | 'broken' | 'cancelled'; at?: number; done?: number }

/** Each occurrence that has appeared by `asOf`, walked through hour by hour. */
function expected(told: Told, facts: readonly Fact[], asOf: number): string[] {
  const slots = KINDS[told.kind]!.slots(60)
  const end = facts.find(({ type, occurredAt }) => type === 'contract.ended' && occurredAt <= asOf)?.occurredAt ?? Infinity
  const appears = ({ from }: Slot) => Math.max(anchored, midnight(dayOf(from)) - 14 * DAY)
  const states = new Map<number, State>()
  const open = (slot: Slot, now: number): State | undefined => {
    const index = slots.indexOf(slot)
    if (appears(slot) > now || (end <= appears(slot) && slot.due > end)) return undefined
    const known = states.get(index) ?? { state: 'open' }
    states.set(index, known)
    return known
  }
  const numbered = slots.map((slot, index) => ({ slot: { ...slot }, number: index + 1 }))
  for (const [index, { slot }] of numbered.entries()) slots[index] = slot
  const settle = (now: number): void => {
    for (const slot of slots) {
      const one = open(slot, now)
      if (one?.state !== 'open') continue
      if (slot.due > end && end <= now && slot.due > end) Object.assign(one, { state: 'cancelled', at: end })
      else if (slot.due < now) Object.assign(one, { state: 'broken', at: slot.due })
    }
  }
  for (const { type, occurredAt: now, data } of facts.filter((one) => one.occurredAt <= asOf)) {
    // At one instant facts are heard first, in their order, and only what none of them kept is settled.
    settle(now - 1)
    settleBefore(now)
    if (type !== 'visit.done') continue
    const fits = ({ needs, from }: Slot) => from <= now && needs.every((need) => (data.checklists as string[] | undefined)?.includes(need))
    const names = data.occurrence as number | undefined
    const wanted =
      names === undefined ? slots.filter((slot) => open(slot, now)?.state === 'open' && now <= slot.due) : slots.slice(names - 1, names)
    const slot = wanted.find((one) => open(one, now) !== undefined && fits(one))
    const one = slot && open(slot, now)
    if (one?.state === 'open') Object.assign(one, { state: 'kept', at: now })
    else if (one?.state === 'broken' && one.done === undefined) one.done = now
  }
  function settleBefore(now: number): void {
    for (const slot of slots) {
      const one = open(slot, now)
      if (one?.state === 'open' && slot.due < now && slot.due <= end) Object.assign(one, { state: 'broken', at: slot.due })
    }
  }
  settle(asOf + 1)
  return [...states].sort(([a], [b]) => a - b).map(([index, { state, at: when, done }]) => said(index + 1, state, when, done))
}

function dayOf(instant: number): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO('Asia/Shanghai').toPlainDate()
}

function said(number: number, state: string, when: number | undefined, done: number | undefined): string {
  return [number, state, clockOf(when), done === undefined ? undefined : `done ${clockOf(done)}`]
    .filter((one) => one !== undefined)
    .join(' ')
}

test('every occurrence has become what a walk over a written list of dates says', () => {
  const property = fc.property(stories, (told) => {
    const facts = factsOf(told)
    const asOf = anchored + told.seenAfter * HOUR
    const { obligations } = derive(PLANS[told.kind]!, facts, { asOf, subject: CONTRACT })
    const found = obligations.map((one) =>
      said(one.episode, one.state, one.keptAt ?? one.brokenAt ?? one.endedAt, one.brokenAt === undefined ? undefined : one.fulfilledAt),
    )
    assert.deepEqual(found, expected(told, facts, asOf))
  })
  fc.assert(property, { ...RUNS, numRuns: RUNS.numRuns * 4 })
})

test('live, replayed and folded anew it is one record, whenever one looks and in whatever order facts became known', () => {
  const property = fc.property(stories, fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 30, maxLength: 30 }), (told, delays) => {
    const bound = PLANS[told.kind]!
    const facts = learnedLate(factsOf(told), delays)
    const when = anchored + told.seenAfter * HOUR
    demandOneRecord(bound, facts, when)
  })
  fc.assert(property, RUNS)
})

test('what is said of the past is the same from every later instant', () => {
  const property = fc.property(stories, fc.nat({ max: 24 * 300 }), (told, later) => {
    const bound = PLANS[told.kind]!
    const facts = factsOf(told)
    const asOf = anchored + told.seenAfter * HOUR
    const verdicts = (when: number) =>
      derive(bound, facts, { asOf: when, subject: CONTRACT }).obligations.flatMap(({ episode, brokenAt, keptAt }) =>
        (brokenAt ?? keptAt ?? Infinity) <= asOf ? [`${episode} ${brokenAt} ${keptAt}`] : [],
      )
    assert.deepEqual(verdicts(asOf + later * HOUR), verdicts(asOf))
  })
  fc.assert(property, RUNS)
})
