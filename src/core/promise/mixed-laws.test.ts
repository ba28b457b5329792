import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { canonicalJson } from '../canonical.ts'
import type { Fact, FactType, Subject } from '../fact.ts'
import { leavesOf } from '../plan/event.ts'
import type { Clause } from '../plan/types.ts'
import { derive, obligationKey } from './derive.ts'
import { live } from './live.testing.ts'
import { belated, END, instants, naming, owners, timely, troubled } from './mixed-histories.testing.ts'
import { NEXT, plans } from './mixed.testing.ts'
import { RUNS } from './random.testing.ts'
import { lookAt, refolded, replay } from './record.ts'
import { standing } from './render.ts'
import type { Belief, BoundPlan, Obligation } from './types.ts'

// The laws of derive over random plans of all six forms, for every kind of owner. What holds of one form alone stands beside that form.

type Given = {
  readonly bound: BoundPlan
  readonly facts: readonly Fact[]
  readonly subject: Subject
  readonly asOf: number
  readonly until: number
}

/** What a failure prints: the clauses of the owner, then its facts. */
function readable(one: Given): Given {
  const { bound, facts, subject, asOf, until } = one
  const clauses = Object.values(bound.plan.promises).filter(({ per }) => subject.startsWith(`${per}/`))
  const said = () => [subject, asOf, until, ...clauses, ...facts].map((part) => (typeof part === 'object' ? canonicalJson(part) : part))
  return Object.defineProperty(one, fc.toStringMethod, { value: () => said().join('\n') })
}

/** `facts`: those that name the owner; `asOf` is not after `until`. */
function given(histories: fc.Arbitrary<readonly Fact[]>): fc.Arbitrary<Given> {
  const promised = plans.chain((bound) => owners(bound).map((subject) => ({ bound, subject })))
  return fc.tuple(promised, histories, instants, instants).map(([{ bound, subject }, all, a, b]) => {
    const facts = naming(all, subject)
    return readable({ bound, facts, subject, asOf: Math.min(a, b), until: Math.max(a, b) })
  })
}

const dice = fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true }))

function law<T>(from: fc.Arbitrary<T>, holds: (value: T) => void): void {
  fc.assert(fc.property(from, holds), RUNS)
}

const see = ({ bound, subject }: Given, facts: readonly Fact[], asOf: number) => derive(bound, facts, { asOf, subject })
const same = (a: unknown, b: unknown) => assert.equal(canonicalJson(a), canonicalJson(b))
const byKey = (all: readonly Obligation[]) => new Map(all.map((one) => [obligationKey(one), one]))
const verdictOf = ({ state, keptAt, brokenAt, openedAt }: Obligation) => [state, keptAt, brokenAt, openedAt].join(' ')
const ENDED = ['kept', 'broken', 'excused', 'cancelled']

test('law 1: the order in which facts are given says nothing', () => {
  const shuffled = given(troubled).chain((one) =>
    fc.shuffledSubarray([...one.facts], { minLength: one.facts.length }).map((other) => ({ ...one, other })),
  )
  law(shuffled, (one) => same(see(one, one.other, one.until), see(one, one.facts, one.until)))
})

test('law 1: what is not known yet, or has not happened yet, is not seen', () => {
  law(given(troubled), (one) => {
    const seen = one.facts.filter((fact) => fact.recordedAt <= one.asOf && fact.occurredAt <= one.asOf)
    same(see(one, seen, one.asOf), see(one, one.facts, one.asOf))
  })
})

test('law 1: what a fact that nobody asks about says moves nothing', () => {
  law(given(timely), (one) => {
    const rid = one.facts.filter(({ type }) => type !== 'ticket.noted')
    same(see(one, rid, one.until).obligations.map(standing), see(one, one.facts, one.until).obligations.map(standing))
  })
})

test('law 2: what happens later makes no instance vanish, and changes no verdict but by a waiver, a reopening, a longer cover or a rule', () => {
  law(given(timely), (one) => {
    const { promises } = one.bound.plan
    const undone = Object.values(promises).flatMap((clause) =>
      clause.form === 'rule' ? clause.effects.flatMap((effect) => (effect.kind === 'count-as-not-done' ? [effect.promise] : [])) : [],
    )
    const later = byKey(see(one, one.facts, one.until).obligations)
    for (const before of see(one, one.facts, one.asOf).obligations) {
      const after = later.get(obligationKey(before))
      assert.ok(after, `${before.promise} vanished`)
      assert.equal(after.openedAt, before.openedAt)
      const clause = promises[before.promise]!
      const mayTurn =
        (before.state === 'broken' && after.state === 'excused') ||
        (before.state === 'cancelled' && clause.form === 'recurring') ||
        (clause.form === 'deadline' && clause.reopen === 'resume') ||
        undone.includes(before.promise)
      if (ENDED.includes(before.state) && !mayTurn) assert.equal(verdictOf(after), verdictOf(before), before.promise)
      if (before.brokenAt !== undefined && !mayTurn) assert.equal(after.brokenAt, before.brokenAt)
    }
  })
})

test('law 2: live, replay and audit are one fold, equal to the byte, however facts were grouped and wakers came', () => {
  law(fc.tuple(given(troubled), dice), ([{ bound, facts, subject, until }, rolled]) => {
    const known = facts.filter((fact) => fact.recordedAt <= until)
    const ran = live(bound, known, { subject, until, dice: rolled })
    const again = replay(bound, known, { asOf: until, subject })
    same(ran.record, again.record)
    same(ran.beliefs, again.beliefs)
    same(ran.effects, again.effects)
    same(ran.obligations.map(standing), again.obligations.map(standing))
    same(refolded(bound, ran.record, known).record, ran.record)
  })
})

test('law 2: the record says at each instant what derive says there', () => {
  law(given(troubled), (one) => {
    const { record, obligations } = replay(one.bound, one.facts, { asOf: one.asOf, subject: one.subject })
    if (record.asOf === undefined) return
    same(obligations, see(one, one.facts, one.asOf).obligations)
    const known = one.facts.filter((fact) => fact.recordedAt <= one.asOf)
    same(lookAt(one.bound, record, one.until), see(one, known, one.until))
  })
})

test('law 2: what was believed at an instant is what followed there from what was known', () => {
  law(given(troubled), (one) => {
    const { beliefs } = replay(one.bound, one.facts, { asOf: END, subject: one.subject })
    for (const [index, line] of beliefs.entries()) assert.ok(index === 0 || beliefs[index - 1]!.at <= line.at)
    for (const now of [one.asOf, one.until]) {
      const believed = new Map(beliefs.filter(({ at }) => at <= now).map((line) => [obligationKey(line), line]))
      const held = [...believed.values()].filter(({ state }) => state !== 'withdrawn')
      const said = (all: readonly (Belief | Obligation)[]) =>
        all.map((each) => [obligationKey(each), each.state, each.keptAt, each.brokenAt, each.fulfilledAt].join(' ')).toSorted()
      assert.deepEqual(said(held), said(see(one, one.facts, now).obligations))
    }
  })
})

test('law 2: between two wakings nothing changes by itself', () => {
  law(given(troubled), ({ bound, facts, subject, asOf }) => {
    const { record, obligations, nextWakeAt } = replay(bound, facts, { asOf, subject })
    if (record.asOf === undefined) return
    const known = facts.filter((fact) => fact.recordedAt <= asOf)
    const before = nextWakeAt === undefined ? END : nextWakeAt - 1
    assert.ok(before >= record.asOf)
    const then = derive(bound, known, { asOf: before, subject })
    same(then.obligations.map(standing), obligations.map(standing))
    same(then.effects, lookAt(bound, record, record.asOf).effects)
  })
})

test('law 2: how late a machine’s fact became known says nothing once all is known', () => {
  law(given(belated), (one) => {
    const inTime = one.facts.map((fact) => ({ ...fact, recordedAt: fact.occurredAt }))
    const [late, early] = [see(one, one.facts, END), see(one, inTime, END)]
    same(late.obligations.map(standing), early.obligations.map(standing))
    same(late.effects, early.effects)
  })
})

test('law 3: nothing stays open past its due instant, and nothing is broken before its instant has come', () => {
  law(given(timely), (one) => {
    const { promises } = one.bound.plan
    for (const each of see(one, one.facts, one.until).obligations) {
      const { state, dueAt, brokenAt } = each
      if (state === 'open' || state === 'paused') assert.ok(dueAt === undefined || dueAt > one.until, `${each.promise} ${state}`)
      if (brokenAt === undefined) continue
      assert.ok(brokenAt <= one.until)
      // A level is broken where it can no longer be held; everything else when its time is used up.
      if (promises[each.promise]!.form !== 'level') assert.ok(dueAt !== undefined && brokenAt >= dueAt, each.promise)
      if (brokenAt <= each.openedAt) continue
      const before = byKey(see(one, one.facts, brokenAt - 1).obligations).get(obligationKey(each))
      assert.ok(before?.brokenAt === undefined, `${each.promise} was seen as broken too early`)
    }
  })
})

/** What does each task, as far as a clause asks nothing more of it. */
function keeping(clause: Clause | undefined): FactType | undefined {
  if (clause?.form !== 'deadline' && clause?.form !== 'recurring') return undefined
  const [first] = leavesOf(clause.keptBy)
  return first?.kind === 'fact' ? first.type : undefined
}

test('law 3: a deed at the due instant keeps what is open; a millisecond later it is late, and the verdict stands', () => {
  law(given(timely), (one) => {
    const known = one.facts.filter(({ occurredAt }) => occurredAt <= one.until)
    const open = see(one, known, one.until).obligations.filter(({ state, dueAt }) => state === 'open' && dueAt !== undefined)
    for (const each of open.toSorted((a, b) => a.dueAt! - b.dueAt!).slice(0, 2)) {
      const type = keeping(one.bound.plan.promises[each.promise])
      // Until then its due instant may be moved by what comes by itself, a cover that ends for example.
      const before = byKey(see(one, known, each.dueAt! - 1).obligations).get(obligationKey(each))
      if (type === undefined || before?.state !== 'open' || before.dueAt !== each.dueAt) continue
      const done = (at: number): Obligation => {
        const data = { kind: 'renewal', checklists: ['basic', 'deep'], promise: each.promise, occurrence: each.episode, by: 'customer' }
        const fact = {
          id: 'deed',
          seq: 999,
          subject: one.subject,
          also: [],
          type,
          occurredAt: at,
          recordedAt: at,
          source: 'system',
          data,
        } as const
        return byKey(see(one, [...known, fact], at).obligations).get(obligationKey(each))!
      }
      const [kept, late] = [done(each.dueAt!), done(each.dueAt! + 1)]
      assert.deepEqual([kept.state, kept.keptAt, kept.fulfilledAt], ['kept', each.dueAt, each.dueAt], each.promise)
      // A plan that was submitted in time and never approved excuses.
      if (late.state === 'excused') continue
      assert.deepEqual([late.state, late.brokenAt, late.fulfilledAt], ['broken', each.dueAt, each.dueAt! + 1], each.promise)
    }
  })
})

test('law 4: an instance has one verdict, and each verdict its instant', () => {
  law(given(troubled), (one) => {
    for (const { state, keptAt, brokenAt, endedAt, fulfilledAt, openedAt } of see(one, one.facts, one.until).obligations) {
      assert.ok(openedAt <= one.until || state === 'open')
      assert.equal(keptAt !== undefined, state === 'kept')
      assert.ok(brokenAt === undefined || state === 'broken' || state === 'excused')
      assert.equal(endedAt !== undefined, state === 'excused' || state === 'cancelled')
      assert.ok(state !== 'broken' || (brokenAt !== undefined && (fulfilledAt === undefined || fulfilledAt >= brokenAt)))
    }
  })
})

test('law 5: used and left add up to the promise, and the pauses to what was paused, to the millisecond', () => {
  law(given(troubled), (one) => {
    for (const { why, pausedMs, state } of see(one, one.facts, one.until).obligations) {
      if (why.withinMs !== undefined) assert.equal(why.usedMs + why.leftMs!, why.withinMs)
      assert.equal(
        why.pauses.reduce((sum, { ms }) => sum + ms, 0),
        pausedMs,
      )
      assert.equal(
        state === 'paused',
        why.pauses.some(({ until }) => until === undefined),
      )
    }
  })
})

test('law 10: effects are a set, and no fact is named in any: another name for each fact changes nothing', () => {
  law(given(troubled), (one) => {
    const renamed = one.facts.map((fact) => {
      const { of } = fact.data
      return { ...fact, id: `x-${fact.id}`, data: typeof of === 'string' ? { ...fact.data, of: `x-${of}` } : fact.data }
    })
    const { effects, obligations } = see(one, one.facts, one.until)
    assert.equal(new Set(effects.map(({ key }) => key)).size, effects.length)
    const again = see(one, renamed, one.until)
    same(again.effects, effects)
    same(again.obligations.map(verdictOf), obligations.map(verdictOf))
  })
})

test('law 10: what stands of the messages sent is what follows; each withdrawal names one that was sent', () => {
  law(given(troubled), ({ bound, facts, subject, until }) => {
    const { effects, record } = replay(bound, facts, { asOf: until, subject })
    const stands = new Set<string>()
    const withdrawn = new Set<string>()
    for (const effect of effects) {
      // What was carried out is never undone: its withdrawal opens a task beside it.
      if (effect.kind === 'withdraw') {
        assert.ok(stands.delete(effect.of!), 'withdrew what did not stand')
        withdrawn.add(effect.of!)
      } else if (effect.of !== undefined) assert.ok(withdrawn.has(effect.of), 'a task about what still stands')
      else stands.add(effect.key)
    }
    assert.equal(new Set(effects.map(({ key }) => key)).size, effects.length)
    if (record.asOf !== undefined) assert.equal(stands.size, derive(bound, facts, { asOf: until, subject }).effects.length)
  })
})

test('law 12: every obligation says why, as data and in words', () => {
  law(given(troubled), (one) => {
    for (const { why, openedAt, promise } of see(one, one.facts, one.until).obligations) {
      const moved = why.notes.some(({ kind }) => kind === 'moved')
      assert.equal(why.plan, moved ? NEXT : one.bound.ref)
      assert.equal(why.anchor.at, openedAt, promise)
      assert.ok(why.anchor.event.length > 0 && why.calendar.id !== undefined)
    }
  })
})

test('what comes again and again has no gap in its numbers: nothing is dropped or switched off by neglect', () => {
  law(given(timely), (one) => {
    const { promises } = one.bound.plan
    const numbers = Map.groupBy(see(one, one.facts, one.until).obligations, ({ promise }) => promise)
    for (const [promise, list] of numbers) {
      if (promises[promise]!.form === 'deadline') continue
      assert.deepEqual(
        list.map(({ episode }) => episode),
        list.map((_, index) => index + 1),
        promise,
      )
    }
  })
})

test('an occurrence appears before its days begin, so that it can be planned; the first ones with what they are counted from', () => {
  law(given(timely), (one) => {
    const { promises } = one.bound.plan
    const begun = new Map<string, number>()
    for (const { promise, openedAt, dueAt, why } of see(one, one.facts, one.until).obligations) {
      const clause = promises[promise]!
      if (clause.form !== 'recurring') continue
      if (!begun.has(promise)) begun.set(promise, openedAt)
      const { from, agreed } = why.detail as { readonly from: number; readonly agreed?: boolean }
      assert.ok(dueAt !== undefined && from <= dueAt, promise)
      // A series that ended may begin anew, inside a window that is counted back from its first due instant.
      if (agreed || clause.window) continue
      assert.ok(openedAt <= from || openedAt === begun.get(promise), promise)
    }
  })
})
