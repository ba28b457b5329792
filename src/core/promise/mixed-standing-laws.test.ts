import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { canonicalJson } from '../canonical.ts'
import type { Fact, FactType, Json, Subject } from '../fact.ts'
import { derive, obligationKey } from './derive.ts'
import { END, instants, naming, owners, timely } from './mixed-histories.testing.ts'
import { clausesOf, NEXT, plans, PUBLISHED } from './mixed.testing.ts'
import { RUNS } from './random.testing.ts'
import { standing } from './render.ts'
import type { BoundPlan, Obligation } from './types.ts'

// Laws 6, 8, 9 and 11 over random plans of all six forms: what a regrade, a reopening, a merging, another version, a published list and a cover may move.

type Given = { readonly bound: BoundPlan; readonly subject: Subject; readonly facts: readonly Fact[]; readonly when: number }

/** Clocks run for hours in a life of months: most instants lie soon after something has happened. */
const soon = fc.tuple(fc.nat(30), fc.constantFrom(1, 60_000, 600_000, 3_600_000, 86_400_000))

/** A history without some types of facts; `when`: an instant inside it or after it. */
function given(without: readonly FactType[] = []): fc.Arbitrary<Given> {
  const promised = plans.chain((bound) => owners(bound).map((subject) => ({ bound, subject })))
  return fc.tuple(promised, timely, instants, fc.option(soon, { freq: 5 })).map(([{ bound, subject }, all, any, near]) => {
    const facts = naming(all, subject).filter(({ type }) => !without.includes(type))
    const when = near && facts.length > 0 ? facts[near[0] % facts.length]!.recordedAt + near[1] : any
    const one: Given = { bound, subject, facts, when }
    return Object.defineProperty(one, fc.toStringMethod, {
      value: () => [subject, when, clausesOf(bound), ...facts.map((fact) => canonicalJson(fact))].join('\n'),
    })
  })
}

function law(from: fc.Arbitrary<Given>, holds: (one: Given) => void): void {
  fc.assert(fc.property(from, holds), RUNS)
}

type Said = { readonly type: FactType; readonly data: { readonly [key: string]: Json }; readonly subject?: Subject }

const before = ({ facts, when }: Pick<Given, 'facts' | 'when'>) => facts.filter(({ recordedAt }) => recordedAt < when)

/** What was known before `when`, and one fact at that instant. */
function knownAnd({ facts, subject, when }: Given, { type, data, ...more }: Said): Fact[] {
  const how = { occurredAt: when, recordedAt: when, source: 'system', by: 'gu' } as const
  const about = more.subject === undefined ? { subject, also: [] } : { subject: more.subject, also: [subject] }
  return [...before({ facts, when }), { id: 'said', seq: facts.length + 1, type, data, ...about, ...how }]
}

const see = ({ bound, subject }: Given, facts: readonly Fact[], asOf: number) => derive(bound, facts, { asOf, subject }).obligations
/** How it stood just before `when`, and how at `when` by what is said there: at one instant a deed comes before a breach. */
function turned(one: Given, said: Said) {
  const after = byKey(see(one, knownAnd(one, said), one.when))
  return see(one, before(one), one.when - 1).map((was) => ({ was, now: after.get(obligationKey(was)) }))
}
const byKey = (all: readonly Obligation[]) => new Map(all.map((one) => [obligationKey(one), one]))
const verdict = ({ state, keptAt, brokenAt, endedAt }: Obligation) => ({ state, keptAt, brokenAt, endedAt })
const isSettled = ({ state }: Obligation) => state !== 'open' && state !== 'paused'
const noted = ({ why }: Obligation, kind: string, when: number) => why.notes.some((note) => note.kind === kind && note.at === when)

test('law 6: a regrade moves only what is open, whatever the form; what it makes too late is broken there and not before', () => {
  for (const grade of ['major', 'general']) {
    law(given(), (one) => {
      for (const { was, now } of turned(one, { type: 'ticket.graded', data: { grade, by: 'staff' } })) {
        assert.ok(now, `${was.promise} vanished`)
        if (isSettled(was)) assert.deepEqual(verdict(now), verdict(was), was.promise)
        else if (now.brokenAt !== undefined) assert.equal(now.brokenAt, one.when, was.promise)
      }
    })
  }
})

test('law 8: each reopening opens at most one more episode of what the report opens, and none of what belongs to another', () => {
  law(given(), (one) => {
    const reopened = one.facts.filter(({ type }) => type === 'ticket.reopened').length
    const byPromise = Map.groupBy(see(one, one.facts, END), ({ promise }) => promise)
    for (const [promise, list] of byPromise) {
      const clause = one.bound.plan.promises[promise]!
      assert.equal(new Set(list.map(({ episode }) => episode)).size, list.length, promise)
      if (clause.form !== 'deadline' || clause.per !== 'ticket') continue
      assert.ok(
        list.every(({ episode }) => episode >= 1 && episode <= reopened + 1),
        promise,
      )
    }
  })
})

test('law 8: a fault merged into another ends with it: what was open is cancelled, what was settled stands, and nothing opens any more', () => {
  law(given(['ticket.reopened']), (one) => {
    if (!one.subject.startsWith('ticket/')) return
    const into = one.subject === 'ticket/T1' ? 'ticket/T2' : 'ticket/T1'
    const said = { type: 'ticket.merged', data: { into } } as const
    for (const { was, now } of turned(one, said)) {
      if (isSettled(was)) assert.deepEqual(now && verdict(now), verdict(was), was.promise)
      else assert.equal(now?.state, 'cancelled', was.promise)
    }
    const rest = one.facts.filter(({ recordedAt }) => recordedAt > one.when)
    const open = see(one, [...knownAnd(one, said), ...rest], END).filter((each) => !isSettled(each))
    // What a visit or a form owes is owed whatever became of the fault.
    for (const { promise } of open) assert.notEqual(one.bound.plan.promises[promise]!.per, 'ticket', promise)
  })
})

test('law 8: the fault that lives on is not touched by the one that is merged into it', () => {
  law(given(), (one) => {
    if (!one.subject.startsWith('ticket/')) return
    const other = one.subject === 'ticket/T1' ? 'ticket/T2' : 'ticket/T1'
    const merged = knownAnd(one, { type: 'ticket.merged', subject: other, data: { into: one.subject } })
    assert.deepEqual(see(one, merged, one.when).map(standing), see(one, before(one), one.when).map(standing))
  })
})

test('law 9: that a later version is there moves nothing; only the explicit fact does, and only what runs and is named', () => {
  law(given(['obligation.moved']), (one) => {
    const { successors: _, ...alone } = one.bound
    assert.deepEqual(see(one, one.facts, END), derive(alone as BoundPlan, one.facts, { asOf: END, subject: one.subject }).obligations)
    const { promises } = one.bound.plan
    const names = Object.keys(promises).filter((_name, index) => index % 2 === 0)
    for (const { was, now } of turned(one, { type: 'obligation.moved', data: { to: NEXT, promises: names } })) {
      assert.ok(now, `${was.promise} vanished`)
      if (isSettled(was)) {
        assert.deepEqual(verdict(now), verdict(was), was.promise)
        continue
      }
      const counted = ['deadline', 'recurring'].includes(promises[was.promise]!.form)
      assert.equal(noted(now, 'moved', one.when), counted && names.includes(was.promise), `${was.promise} ${was.state}`)
      assert.equal(now.why.plan, noted(now, 'moved', one.when) ? NEXT : one.bound.ref)
      // What the decision moves to an instant that has passed is broken at the decision.
      if (now.brokenAt !== undefined) assert.ok(now.brokenAt >= one.when, was.promise)
    }
  })
})

test('law 9: a list that is published moves only what is open, and breaks nothing before its publication', () => {
  law(given(['calendar.published']), (one) => {
    for (const { was, now } of turned(one, { type: 'calendar.published', data: { calendars: { office: PUBLISHED } } })) {
      assert.ok(now, `${was.promise} vanished`)
      if (isSettled(was)) assert.deepEqual(verdict(now), verdict(was), was.promise)
      else if (now.brokenAt !== undefined) assert.ok(now.brokenAt >= one.when, was.promise)
      const hangsOnIt = was.why.provisional === 'calendar-unknown' && was.why.calendar.id === 'office'
      if (noted(now, 'calendar-published', one.when)) assert.ok(was.provisional && !isSettled(was), was.promise)
      else if (hangsOnIt && !isSettled(was)) {
        // What its form gave it is worked out by the form, and a moment that another clause names moves with that one.
        const clause = one.bound.plan.promises[was.promise]!
        assert.ok(clause.form !== 'deadline' || clause.due !== undefined, was.promise)
      }
    }
  })
})

test('law 11: whatever becomes of a cover after the fault was reported moves none of its clocks', () => {
  const ofCovers: readonly FactType[] = ['cover.ended', 'cover.extended', 'cover.excluded', 'cover.started']
  law(given(), (one) => {
    if (!one.subject.startsWith('ticket/')) return
    const opened = one.facts.find(({ type }) => type === 'ticket.reported')
    if (!opened) return
    const rid = one.facts.filter((fact) => fact.seq < opened.seq || !ofCovers.includes(fact.type))
    const clocks = (facts: readonly Fact[]) =>
      see(one, facts, END).map(({ promise, episode, state, dueAt, why }) => [promise, episode, state, dueAt, why.dimensions.cover?.value])
    assert.deepEqual(clocks(one.facts), clocks(rid))
  })
})
