import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Fact, FactType, Json } from '../fact.ts'
import type { CompiledCalendar } from '../calendar/compile.ts'
import type { ClauseText } from './given.testing.ts'
import { isOpen } from '../calendar/clock.ts'
import { derive } from './derive.ts'
import { at, CALENDARS, plan } from './given.testing.ts'
import { RUNS } from './random.testing.ts'

/**
 * A second opinion on one clock, written only for this test: it walks minute by minute with a stop-watch in hand and knows no due time.
 * Everything in the stories happens on whole minutes.
 */
type Walked = { state: string; keptAt?: number; brokenAt?: number; endedAt?: number; fulfilledAt?: number; usedMs: number }

const MIN = 60_000
const START = at('09:00')
const MINUTES = 3 * 24 * 60
const LIMITS: Readonly<Record<string, number>> = { major: 480, general: 240 }

type Step = { readonly minute: number; readonly type: FactType; readonly data: { readonly [key: string]: Json } }

function resume(paused: Set<string>, reason: Json | undefined): void {
  if (reason === undefined) paused.clear()
  else paused.delete(String(reason))
}

function walk(steps: readonly Step[], calendar: CompiledCalendar): Walked {
  const paused = new Set<string>()
  let [used, limit] = [0, 240]
  const out: Walked = { state: 'open', usedMs: 0 }
  for (let minute = 0; minute <= MINUTES; minute++) {
    const now = START + minute * MIN
    const facts = steps.filter((step) => step.minute === minute)
    for (const { type, data } of facts) {
      if (type === 'ticket.graded') limit = LIMITS[String(data.grade)]!
    }
    const done = facts.some((step) => step.type === 'ticket.restored')
    const cancelled = facts.some((step) => step.type === 'ticket.cancelled')
    if (out.state === 'broken') {
      if (done) return { ...out, fulfilledAt: now }
    } else {
      const ranOut = used >= limit
      if (done) return { ...out, state: 'kept', keptAt: now, fulfilledAt: now, usedMs: used * MIN }
      if (cancelled) return { ...out, state: 'cancelled', endedAt: now, usedMs: used * MIN }
      if (ranOut && paused.size === 0) {
        out.state = 'broken'
        out.brokenAt = now
      }
    }
    // A pause begun when the time is just used up is too late; so it is taken in only afterwards.
    for (const { type, data } of facts) {
      if (type === 'ticket.paused' && out.state === 'open') paused.add(String(data.reason))
      if (type === 'ticket.resumed') resume(paused, data.reason)
    }
    // A shorter limit given during a pause leaves nothing: the clock breaks as it is resumed.
    if (out.state === 'open' && paused.size === 0 && used >= limit) {
      out.state = 'broken'
      out.brokenAt = now
    }
    if (out.state === 'open' && paused.size === 0 && isOpen(calendar, now)) used++
    out.usedMs = used * MIN
  }
  return out
}

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc
    .record({
      minute: fc.integer({ min: 1, max: 1600 }),
      what: fc.constantFrom<readonly [FactType, { readonly [key: string]: Json }]>(
        ['ticket.paused', { reason: 'wait' }],
        ['ticket.paused', { reason: 'other' }],
        ['ticket.paused', { reason: 'wait' }],
        ['ticket.resumed', {}],
        ['ticket.resumed', { reason: 'wait' }],
        ['ticket.graded', { grade: 'major', by: 'staff' }],
        ['ticket.graded', { grade: 'general', by: 'staff' }],
        ['ticket.noted', {}],
        ['ticket.restored', {}],
        ['ticket.cancelled', {}],
      ),
    })
    .map(({ minute, what: [type, data] }) => ({ minute, type, data })),
  { maxLength: 9 },
)

function factsOf(list: readonly Step[]): Fact[] {
  const all: Step[] = [{ minute: 0, type: 'ticket.reported', data: { grade: 'general' } }, ...list]
  return all.map(({ minute, type, data }, index) => {
    const when = START + minute * MIN
    return { id: `f${index}`, seq: index, subject: 'ticket/T1', also: [], type, occurredAt: when, recordedAt: when, source: 'system', data }
  })
}

const clause: ClauseText = {
  starts: 'ticket.reported',
  keptBy: 'ticket.restored',
  within: { by: 'grade', major: '8h', general: '4h' },
  pauses: ['wait', 'other'],
}

/** One thing a minute: what two things of one minute mean is told by rank elsewhere. */
function oneAMinute(list: readonly Step[]): readonly Step[] {
  return [...new Map(list.map((step) => [step.minute, step])).values()].sort((a, b) => a.minute - b.minute)
}

for (const calendar of ['always', 'office'] as const) {
  test(`a stop-watch that walks minute by minute comes to the same verdict and the same time used (${calendar})`, () => {
    const bound = plan({ promises: { repair: { ...clause, calendar } }, reasons: { wait: {}, other: {} } })
    fc.assert(
      fc.property(steps, (list) => {
        const story = oneAMinute(list)
        const walked = walk(story, CALENDARS[calendar]!)
        const [found] = derive(bound, factsOf(story), START + MINUTES * MIN).obligations
        const { state, keptAt, brokenAt, endedAt, fulfilledAt } = found!
        const expected = {
          state: walked.state === 'open' && state === 'paused' ? 'paused' : walked.state,
          keptAt: walked.keptAt,
          brokenAt: walked.brokenAt,
          endedAt: walked.endedAt,
          fulfilledAt: walked.fulfilledAt,
        }
        assert.deepEqual({ state, keptAt, brokenAt, endedAt, fulfilledAt }, expected)
        if (state === 'kept' || state === 'cancelled' || state === 'paused') assert.equal(found!.why.usedMs, walked.usedMs)
      }),
      RUNS,
    )
  })
}
