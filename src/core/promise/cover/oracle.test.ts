import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Fact } from '../../fact.ts'
import { clockOf } from '../given.testing.ts'
import { RUNS } from '../random.testing.ts'
import { about, carrying, recordOf } from './given.testing.ts'
import { coverOf, EXTENSION, shapes, START, DAYS, TESTS, device } from './random.testing.ts'
import type { Shape } from './random.testing.ts'
import { coversAt } from './at.ts'

/**
 * The cover of one device worked out a second time, slowly and in another way: by days as people count them on a calendar, over the plain list of facts.
 * It stands only for the shapes of `random.testing.ts`.
 */

const DAY = 86_400_000
const ZONE = 8 * 3_600_000

function dayAt(at: number): Date {
  return new Date(Math.floor((at + ZONE) / DAY) * DAY)
}

function midnightAfter(day: Date): number {
  return day.getTime() + DAY - ZONE
}

function plus(day: Date, by: string): Date {
  const n = Number.parseInt(by, 10)
  if (by.endsWith('d')) return new Date(day.getTime() + n * DAY)
  const month = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + n, 1))
  const last = new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 0)).getUTCDate()
  return new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth(), Math.min(day.getUTCDate(), last)))
}

function from(at: number, by: string): number {
  return by.endsWith('h') ? at + Number.parseInt(by, 10) * 3_600_000 : midnightAfter(plus(dayAt(at), by))
}

/** An end moved by so much, from the last day that it covers. */
function later(end: number, by: string): number {
  return by.endsWith('h') ? end + Number.parseInt(by, 10) * 3_600_000 : midnightAfter(plus(dayAt(end - 1), by))
}

function termEnd(term: Shape['term'], start: number, maker: string | undefined): number {
  if (term === 'lifetime') return Infinity
  if (typeof term === 'string') return from(start, term)
  const longer = 'longer-of' in term
  const own = from(start, longer ? term['longer-of'][0] : term['shorter-of'][0])
  if (maker === undefined) return own
  return longer ? Math.max(own, from(start, maker)) : Math.min(own, from(start, maker))
}

type Slow = { start: number; end: number; cut: number; parts: Map<string, number>; gaps: [number, number][] }

function startOf(shape: Shape, facts: readonly Fact[]): { readonly at: number; readonly maker: string | undefined } | undefined {
  const first = (type: string) => facts.find((fact) => fact.type === type)
  const accepted = first('asset.accepted')
  const handed = first('asset.handed-over')
  // The last description before the start counts, else what the starting facts said first.
  const maker = (known: Fact | undefined) => {
    const before = known ? facts.slice(0, facts.indexOf(known) + 1) : []
    const said = before.filter(({ data }) => data.makerTerm !== undefined)
    const stated = said.filter(({ type }) => type === 'asset.accepted' || type === 'asset.handed-over')
    return (said.findLast(({ type }) => type === 'asset.described') ?? stated[0])?.data.makerTerm as string | undefined
  }
  if (shape.starts === 'asset.accepted') return accepted && { at: accepted.occurredAt, maker: maker(accepted) }
  if (shape.starts === 'asset.accepted + 3d')
    return accepted && { at: plus(dayAt(accepted.occurredAt), '3d').getTime() - ZONE, maker: maker(accepted) }
  const both = [accepted, handed].filter((fact) => fact !== undefined)
  if ('all' in shape.starts) {
    if (both.length < 2) return undefined
    const at = Math.max(...both.map(({ occurredAt }) => occurredAt))
    return { at, maker: maker(completes(shape, facts)) }
  }
  const [one] = both.toSorted((a, b) => a.occurredAt - b.occurredAt || a.seq - b.seq)
  return one && { at: one.occurredAt, maker: maker(one) }
}

/** When the start is known: the fact that completes it. What ends the cover before that leaves none. */
function completes(shape: Shape, facts: readonly Fact[]): Fact | undefined {
  const first = (type: string) => facts.find((fact) => fact.type === type)
  const [accepted, handed] = [first('asset.accepted'), first('asset.handed-over')]
  if (typeof shape.starts === 'string') return accepted
  const both = [accepted, handed].filter((fact) => fact !== undefined).toSorted((a, b) => facts.indexOf(a) - facts.indexOf(b))
  return 'all' in shape.starts ? (both.length === 2 ? both[1] : undefined) : both[0]
}

function inForce(slow: Slow, at: number, end: number): boolean {
  return at >= slow.start && at < Math.min(end, slow.cut) && !slow.gaps.some(([a, b]) => at >= a && at < b)
}

function extend(slow: Slow, at: number, to: number): void {
  const before = Math.min(slow.end, slow.cut)
  if (before < at) slow.gaps.push([before, at])
  slow.end = to
}

function replaced(slow: Slow, fact: Fact, { shape, maker }: { shape: Shape; maker: string | undefined }): void {
  const whole = fact.data.whole === true
  const part = fact.data.part as string
  const old = whole ? slow.end : Math.max(slow.parts.get(part) ?? 0, slow.end)
  if (!inForce(slow, fact.occurredAt, old) || old === Infinity) return
  const at = fact.occurredAt
  const ways = {
    remainder: old,
    restart: termEnd(shape.term, at, maker),
    'longer-of 1mo': Math.max(old, from(at, '1mo')),
    'add 10d': later(old, '10d'),
  }
  const to = ways[shape.replaced]
  if (shape.replaced === 'remainder') return
  if (whole) slow.end = to
  else slow.parts.set(part, to)
}

/** The maker's term became known: the end moves with it, but never into the past. */
function redescribed(slow: Slow, at: number, by: number): void {
  if (!Number.isFinite(by) || by === 0) return
  const before = Math.min(slow.end, slow.cut)
  const to = slow.end + by
  if (before <= at && to <= at) return
  if (before <= at) extend(slow, at, to)
  else slow.end = Math.max(to, at)
}

/** Faults that a ticket's judgement extended for already: one an episode of the ticket. */
function judgedOnce(judged: Set<string>, fact: Fact): boolean {
  if (judged.has(fact.subject)) return false
  judged.add(fact.subject)
  return true
}

function slowly(shape: Shape, facts: readonly Fact[]): Slow | undefined {
  const begun = startOf(shape, facts)
  const known = completes(shape, facts)
  if (!begun || !known) return undefined
  const slow: Slow = { start: begun.at, end: termEnd(shape.term, begun.at, begun.maker), cut: Infinity, parts: new Map(), gaps: [] }
  const judged = new Set<string>()
  let { maker } = begun
  for (const fact of facts) {
    const { type, occurredAt, data } = fact
    const started = facts.indexOf(fact) > facts.indexOf(known)
    if (type === 'ticket.reopened') judged.delete(fact.subject)
    if (type === 'asset.scrapped' || type === 'cover.ended') {
      if (!started) return undefined
      slow.cut = Math.min(slow.cut, occurredAt)
    }
    if (type === 'ticket.judged' && data.hopeless === true && judgedOnce(judged, fact) && started && inForce(slow, occurredAt, slow.end))
      if (slow.end < Infinity) extend(slow, occurredAt, later(slow.end, '20d'))
    if (type === 'cover.extended' && started && data.by !== 'soon' && slow.end < Infinity && slow.cut > occurredAt) {
      const to = later(slow.end, data.by as string)
      if (to > occurredAt && to > slow.end) extend(slow, occurredAt, to)
    }
    if (type === 'part.replaced' && started) replaced(slow, fact, { shape, maker })
    if (type === 'asset.described' && started && data.makerTerm !== undefined) {
      const said = data.makerTerm as string
      redescribed(slow, occurredAt, termEnd(shape.term, slow.start, said) - termEnd(shape.term, slow.start, maker))
      maker = said
    }
  }
  return Math.min(slow.end, slow.cut) > slow.start ? slow : undefined
}

function saidSlowly(shape: Shape, facts: readonly Fact[], at: number): unknown[] {
  const slow = slowly(shape, facts)
  if (!slow) return []
  const end = Math.min(slow.end, slow.cut)
  const state = at < slow.start ? 'to-come' : inForce(slow, at, slow.end) ? 'in-force' : 'ended'
  const parts = [...slow.parts].map(([part, own]) => [part, clockOf(Math.min(Math.max(own, slow.end), slow.cut))])
  return [{ start: clockOf(slow.start), end: end === Infinity ? undefined : clockOf(end), state, parts: Object.fromEntries(parts) }]
}

test('a cover is what a second, slow count over the same facts makes of it, at any instant', () => {
  const day = fc.integer({ min: 0, max: DAYS + 60 })
  const property = fc.property(shapes, device, day, (shape, facts, days) => {
    const bound = carrying([coverOf(shape), EXTENSION], { tests: TESTS, reasons: { 'human-damage': { evidence: true } } })
    const at = START + days * DAY
    const own = about(facts, 'asset/A1').filter(({ type, occurredAt }) => type !== 'cover.excluded' && occurredAt <= at)
    const { record } = recordOf(bound, own, { subject: 'asset/A1', at })
    const said = coversAt(bound, record, at).map(({ start, end, state, parts }) => ({
      start: clockOf(start),
      end: clockOf(end),
      state,
      parts: Object.fromEntries(parts.map((one) => [one.part, clockOf(one.end)])),
    }))
    assert.deepEqual(said, saidSlowly(shape, own, at))
  })
  fc.assert(property, { ...RUNS, numRuns: RUNS.numRuns * 4 })
})
