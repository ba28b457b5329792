import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Fact, FactType, Json, Subject } from '../../fact.ts'
import { derive } from '../derive.ts'
import { at } from '../given.testing.ts'
import { RUNS } from '../random.testing.ts'
import { CONTRACT, demandOneRecord, planOf } from '../rhythm.testing.ts'
import type { BoundPlan, Obligation } from '../types.ts'

// What a level must have become, counted anew from all facts of each window, minute by minute where time runs.

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const STARTED = at('2026-01-15 10:00')

type Event = { readonly hours: number; readonly kind: 'down' | 'up' | 'survey' | 'device' | 'stock'; readonly n: number }

const events = fc.array(
  fc.record({
    hours: fc.integer({ min: 0, max: 24 * 120 }),
    kind: fc.constantFrom<Event['kind']>('down', 'up', 'survey', 'device', 'stock'),
    n: fc.integer({ min: 0, max: 5 }),
  }),
  { maxLength: 30 },
)

const FACTS: Readonly<
  Record<Event['kind'], (n: number) => { readonly type: FactType; readonly on: Subject; readonly data: { readonly [key: string]: Json } }>
> = {
  down: (n) => ({ type: 'ticket.reported', on: `ticket/T${n % 2}`, data: {} }),
  up: (n) => ({ type: 'ticket.restored', on: `ticket/T${n % 2}`, data: {} }),
  survey: (n) => ({ type: 'survey.answered', on: 'ticket/T9', data: { score: n * 20 } }),
  device: (n) => ({ type: 'asset.accepted', on: `asset/A${n}`, data: {} }),
  stock: (n) => ({ type: 'stock.changed', on: 'part/P1', data: { place: 'local', part: 'P1', quantity: n } }),
}

function factsOf(list: readonly Event[]): Fact[] {
  const start = { subject: CONTRACT, also: [], type: 'contract.signed' as const, occurredAt: STARTED, data: {} }
  const told = list.map(({ hours, kind, n }) => {
    const { type, on, data } = FACTS[kind](n)
    return { subject: on, also: [CONTRACT], type, occurredAt: STARTED + hours * HOUR, data }
  })
  return [start, ...told]
    .toSorted((a, b) => a.occurredAt - b.occurredAt)
    .map((one, index) => ({ ...one, id: `f${index}`, seq: index + 1, recordedAt: one.occurredAt, source: 'system' as const }))
}

/** Windows from the start, calendar months of Shanghai, up to the instant looked from. */
function months(asOf: number): { readonly from: number; readonly until: number }[] {
  const windows: { from: number; until: number }[] = []
  for (let from = STARTED; from <= asOf;) {
    const day = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO('Asia/Shanghai').toPlainDate()
    const until = day.with({ day: 1 }).add({ months: 1 }).toZonedDateTime('Asia/Shanghai').epochMilliseconds
    windows.push({ from, until })
    from = until
  }
  return windows
}

type Window = { readonly from: number; readonly until: number }

/** A fact at the start that comes before the start in the ledger is not measured; the start is the ledger's first of its instant. */
function inWindow(facts: readonly Fact[], { from, until }: Window, type: FactType, before: number): Fact[] {
  return facts.filter((fact) => fact.type === type && fact.occurredAt >= from && fact.occurredAt < until && fact.occurredAt <= before)
}

function verdict(brokenAt: number | undefined, { until }: Window, { asOf, met }: { readonly asOf: number; readonly met: boolean }): string {
  if (brokenAt !== undefined) return `broken ${brokenAt}`
  if (asOf < until) return 'open'
  return met ? `kept ${until}` : `broken ${until}`
}

type Model = { readonly lines: string; readonly expect: (facts: readonly Fact[], window: Window, asOf: number) => string }

/** Minutes at which at least one is down count once for each that is. */
function downMs(facts: readonly Fact[], { from, until }: Window, before: number): number {
  let ms = 0
  const since = new Map<string, number>()
  for (const { type, subject, occurredAt } of facts) {
    if (occurredAt > before || occurredAt >= until) break
    if (type === 'ticket.reported' && !since.has(subject)) since.set(subject, occurredAt)
    const begun = since.get(subject)
    if (type !== 'ticket.restored' || begun === undefined) continue
    since.delete(subject)
    ms += Math.max(0, occurredAt - Math.max(begun, from))
  }
  for (const begun of since.values()) ms += Math.max(0, Math.min(before, until) - Math.max(begun, from))
  return ms
}

const MODELS: readonly Model[] = [
  {
    lines: 'measure: count ticket.reported\nat-most: 2',
    expect: (facts, window, asOf) => {
      const third = inWindow(facts, window, 'ticket.reported', asOf)[2]
      return verdict(third?.occurredAt, window, { asOf, met: true })
    },
  },
  {
    lines: 'measure: count ticket.reported - count ticket.restored\nat-least: 0\nat-most: 2',
    expect: (facts, window, asOf) => {
      const net = inWindow(facts, window, 'ticket.reported', asOf).length - inWindow(facts, window, 'ticket.restored', asOf).length
      return verdict(undefined, window, { asOf, met: net >= 0 && net <= 2 })
    },
  },
  {
    lines: 'measure: mean score of survey.answered\nat-least: 55',
    expect: (facts, window, asOf) => {
      const scores = inWindow(facts, window, 'survey.answered', asOf).map(({ data }) => data.score as number)
      const met = scores.length === 0 || scores.reduce((sum, one) => sum + one, 0) / scores.length >= 55
      return verdict(undefined, window, { asOf, met })
    },
  },
  {
    lines: 'measure: time ticket.reported to ticket.restored\nat-most: 30',
    expect: (facts, window, asOf) => {
      const limit = 30 * HOUR
      const until = Math.min(asOf, window.until)
      if (downMs(facts, window, until) <= limit) return verdict(undefined, window, { asOf, met: true })
      let [low, high] = [window.from, until]
      while (high - low > 1) {
        const middle = Math.floor((low + high) / 2)
        if (downMs(facts, window, middle) > limit) high = middle
        else low = middle
      }
      return verdict(high, window, { asOf, met: false })
    },
  },
]

const PLANS: readonly BoundPlan[] = MODELS.map(({ lines }) => planOf('level', `${lines}\nover: month\nstarts: contract.signed`))

function said({ state, keptAt, brokenAt }: Obligation): string {
  return [state, keptAt ?? brokenAt].filter((one) => one !== undefined).join(' ')
}

const seen = fc.integer({ min: 0, max: 24 * 130 })

test('every window has become what counting all of its facts anew says', () => {
  const property = fc.property(fc.nat({ max: MODELS.length - 1 }), events, seen, (which, list, hours) => {
    const facts = factsOf(list)
    const asOf = STARTED + hours * HOUR
    const { obligations } = derive(PLANS[which]!, facts, { asOf, subject: CONTRACT })
    assert.deepEqual(
      obligations.map(said),
      months(asOf).map((window) => MODELS[which]!.expect(facts, window, asOf)),
    )
  })
  fc.assert(property, { ...RUNS, numRuns: RUNS.numRuns * 4 })
})

const NOW = planOf('level', 'measure: stock.on-hand / count asset.accepted\nover: now\nstarts: contract.signed\nat-least: 50%')

/** Holding or not, after each instant at which something changed: each run of holding is an episode, and one that ends is broken where it does. */
function spells(facts: readonly Fact[], asOf: number): string[] {
  const out: string[] = []
  let [stock, devices, holds] = [0, 0, false]
  const instants = [...new Set(facts.map(({ occurredAt }) => occurredAt))].filter((one) => one <= asOf)
  for (const now of instants) {
    for (const { type, data, occurredAt } of facts) {
      if (occurredAt !== now) continue
      if (type === 'stock.changed') stock = data.quantity as number
      if (type === 'asset.accepted') devices += 1
    }
    const met = devices === 0 || stock / devices >= 0.5
    if (met && !holds) out.push('open')
    // The first one is owed from the start, whether it holds then or not.
    if (!met && out.length === 0) out.push(`broken ${now}`)
    if (!met && holds) out[out.length - 1] = `broken ${now}`
    holds = met
  }
  return out
}

test('a ratio that must hold now has held for exactly those spells in which it did', () => {
  const property = fc.property(events, seen, (list, hours) => {
    const facts = factsOf(list)
    const asOf = STARTED + hours * HOUR
    assert.deepEqual(derive(NOW, facts, { asOf, subject: CONTRACT }).obligations.map(said), spells(facts, asOf))
  })
  fc.assert(property, { ...RUNS, numRuns: RUNS.numRuns * 2 })
})

test('live, replayed and folded anew it is one record, in whatever order facts became known', () => {
  const plans = [...PLANS, NOW]
  const delays = fc.array(fc.integer({ min: 0, max: 600 }), { minLength: 40, maxLength: 40 })
  const property = fc.property(fc.nat({ max: plans.length - 1 }), events, seen, delays, (...[which, list, hours, late]) => {
    const bound = plans[which]!
    const when = STARTED + hours * HOUR
    const facts = factsOf(list)
      .map((fact, index) => ({ ...fact, recordedAt: fact.occurredAt + late[index % late.length]! * HOUR }))
      .toSorted((a, b) => a.recordedAt - b.recordedAt)
      .map((fact, index) => ({ ...fact, seq: index + 1 }))
    demandOneRecord(bound, facts, when)
  })
  fc.assert(property, RUNS)
})
