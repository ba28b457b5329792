import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Fact, FactType, Json } from '../fact.ts'
import { deadlinesOf } from '../plan/types.ts'
import { derive, obligationKey } from './derive.ts'
import { at, plan } from './given.testing.ts'
import { END, histories, plans, RUNS } from './random.testing.ts'
import type { BoundPlan, Obligation } from './types.ts'

// Laws 6, 9 and 11, over random plans and histories: what a regrade, another version, a published list and a cover may move, and what they leave alone.

const SUBJECT = 'ticket/T1'
const see = (bound: BoundPlan, facts: readonly Fact[], asOf = END) => derive(bound, facts, { asOf, subject: SUBJECT }).obligations

function law(...args: unknown[]): void {
  const predicate = args.pop() as (...values: never[]) => void
  fc.assert(fc.property(...(args as [fc.Arbitrary<unknown>]), predicate as (...values: unknown[]) => void), RUNS)
}

const HOUR = 3_600_000
/** Some hours into every history, which begins at ten. */
const moments = fc.integer({ min: 1, max: 20 }).map((hours) => at('10:00') + hours * HOUR + 1)

function said(facts: readonly Fact[], type: FactType, when: number, data: { readonly [key: string]: Json }): Fact[] {
  const made = {
    id: 'said',
    seq: facts.length + 1,
    subject: SUBJECT,
    also: [],
    type,
    occurredAt: when,
    recordedAt: when,
    source: 'system',
    by: 'gu',
    data,
  } as const
  return [...facts, made].sort((a, b) => a.recordedAt - b.recordedAt || a.seq - b.seq)
}

const byKey = (all: readonly Obligation[]) => new Map(all.map((one) => [obligationKey(one), one]))
const verdict = ({ state, keptAt, brokenAt, endedAt }: Obligation) => ({ state, keptAt, brokenAt, endedAt })
const isSettled = ({ state }: Obligation) => state !== 'open' && state !== 'paused'

test('law 6: a regrade moves only what is open: what was settled before it stays as it was', () => {
  law(
    plans,
    histories,
    moments,
    fc.constantFrom('major', 'general'),
    (bound: BoundPlan, facts: readonly Fact[], when: number, grade: string) => {
      const before = see(bound, facts, when - 1).filter(isSettled)
      const after = byKey(see(bound, said(facts, 'ticket.graded', when, { grade, by: bound.plan.gradeBy }), when))
      for (const one of before) assert.deepEqual(verdict(after.get(obligationKey(one))!), verdict(one))
    },
  )
})

test('law 6: a clause that keeps what it had is moved by no grade but the first', () => {
  const graded = (facts: readonly Fact[], when: number) =>
    facts.some(({ type, occurredAt }) => type === 'ticket.graded' && occurredAt < when)
  law(plans, histories, moments, (bound: BoundPlan, facts: readonly Fact[], when: number) => {
    const by = bound.plan.gradeBy
    // The place is known too: while it is not, the strictest row runs, and what runs is provisional.
    const first = said(facts, 'ticket.graded', at('10:00') + 1, { grade: 'general', zone: 'city', by })
    if (graded(facts, when)) return
    const before = see(bound, first, when - 1)
    const after = byKey(
      see(
        bound,
        said(first, 'ticket.graded', when, { grade: 'major', by }).map((fact, seq) => ({ ...fact, id: `f${seq}`, seq })),
        when,
      ),
    )
    for (const one of before) {
      const clause = deadlinesOf(bound.plan)[one.promise]
      // A clause whose limit hangs on another clause's moves with that one.
      if (clause?.regrade !== 'keep' || !clause.within || one.state !== 'open') continue
      const now = after.get(obligationKey(one))
      if (now?.state === 'open') assert.equal(now.dueAt, one.dueAt, one.promise)
    }
  })
})

test('law 6: a shorter limit that has passed breaks at the regrade, never before it', () => {
  law(
    plans,
    histories,
    moments,
    fc.constantFrom('major', 'general'),
    (bound: BoundPlan, facts: readonly Fact[], when: number, grade: string) => {
      const before = byKey(see(bound, facts, when - 1))
      for (const one of see(bound, said(facts, 'ticket.graded', when, { grade, by: bound.plan.gradeBy }), when)) {
        const was = before.get(obligationKey(one))
        if (was?.state === 'open' && one.state === 'broken') assert.ok(one.brokenAt! >= when, one.promise)
      }
    },
  )
})

/** Another version of the same promises: everything takes twelve hours there. */
function successor(bound: BoundPlan): BoundPlan {
  const promises = Object.fromEntries(
    Object.entries(deadlinesOf(bound.plan)).map(([id, clause]) => [
      id,
      clause.within
        ? { ...clause, within: { kind: 'scalar', value: { travel: false, duration: { value: 12, unit: 'h' } } } as const }
        : clause,
    ]),
  )
  return { ...bound, ref: 'trial@2', hash: 'h2', plan: { ...bound.plan, version: 2, promises } }
}

test('law 9: that a later version is there moves nothing; only the explicit fact does, and only what is open and named', () => {
  law(plans, histories, moments, (bound: BoundPlan, facts: readonly Fact[], when: number) => {
    const both: BoundPlan = { ...bound, successors: { 'trial@2': successor(bound) } }
    assert.deepEqual(see(both, facts), see(bound, facts))
    const before = see(both, facts, when - 1)
    const after = byKey(see(both, said(facts, 'obligation.moved', when, { to: 'trial@2', promises: ['p0'] }), when))
    for (const one of before) {
      const now = after.get(obligationKey(one))
      if (isSettled(one)) assert.deepEqual(now && verdict(now), verdict(one))
      const note = now?.why.notes.some(({ kind, at: noted }) => kind === 'moved' && noted === when) ?? false
      assert.equal(note, one.promise === 'p0' && !isSettled(one) && now?.openedAt !== when, `${one.promise} ${one.state}`)
    }
  })
})

test('law 9: a list that is published moves what hung on it, and breaks nothing before its publication', () => {
  law(plans, histories, moments, (bound: BoundPlan, facts: readonly Fact[], when: number) => {
    const published: BoundPlan = { ...bound, published: { later: bound.calendars.always! } }
    assert.deepEqual(see(published, facts), see(bound, facts))
    const before = byKey(see(published, facts, when - 1))
    for (const one of see(published, said(facts, 'calendar.published', when, { calendars: { office: 'later' } }), when)) {
      const was = before.get(obligationKey(one))
      if (was && isSettled(was)) assert.deepEqual(verdict(one), verdict(was))
      else if (was && one.brokenAt !== undefined) assert.ok(one.brokenAt >= Math.min(when, was.dueAt ?? Infinity))
    }
  })
})

const COVERED = plan({
  promises: {
    reply: { starts: 'ticket.reported', keptBy: 'ticket.replied', within: { by: 'cover', equipment: '1h', none: '8h' } },
    repair: { starts: 'reply.done', keptBy: 'ticket.restored', within: { by: 'cover', equipment: '4h', none: 'unstated' } },
  },
})
const later = fc.array(
  fc.record({
    type: fc.constantFrom<FactType>('cover.ended', 'cover.extended', 'cover.excluded', 'cover.started', 'ticket.replied', 'ticket.noted'),
    minutes: fc.integer({ min: 1, max: 900 }),
    cover: fc.constantFrom('equipment', 'none'),
  }),
  { maxLength: 8 },
)

test('law 11: the cover is judged at the opening: whatever becomes of it later moves no clock', () => {
  law(
    fc.constantFrom('equipment', 'none', undefined),
    later,
    (cover: string | undefined, list: readonly { type: FactType; minutes: number; cover: string }[]) => {
      const opening = at('10:00')
      const told = [
        { type: 'ticket.reported' as const, when: opening, data: cover === undefined ? {} : { cover } },
        ...list.map(({ type, minutes, cover: of }) => ({ type, when: opening + minutes * 60_000, data: { cover: of } })),
      ].sort((a, b) => a.when - b.when)
      const facts = told.map(({ type, when, data }, index): Fact => ({
        id: `f${index}`,
        seq: index + 1,
        subject: SUBJECT,
        also: [],
        type,
        occurredAt: when,
        recordedAt: when,
        source: 'system',
        data: data as Fact['data'],
      }))
      const moved = see(COVERED, facts)
      const unmoved = see(
        COVERED,
        facts.filter(({ type }) => !type.startsWith('cover.')),
      )
      assert.deepEqual(
        moved.map(({ promise, dueAt, state }) => [promise, dueAt, state]),
        unmoved.map(({ promise, dueAt, state }) => [promise, dueAt, state]),
      )
      assert.equal(moved[0]?.why.dimensions.cover?.value, cover ?? 'none')
    },
  )
})
