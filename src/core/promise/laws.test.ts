import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Fact } from '../fact.ts'
import { deadlinesOf } from '../plan/types.ts'
import type { BoundPlan, Obligation } from './types.ts'
import { canonicalJson } from '../canonical.ts'
import { standing } from './render.ts'
import { derive, obligationKey } from './derive.ts'
import { live } from './live.testing.ts'
import { lookAt, refolded, replay } from './record.ts'
import { END, histories, instants, plans, RUNS, troubledHistories } from './random.testing.ts'

const SUBJECT = 'ticket/T1'
const see = (bound: BoundPlan, facts: readonly Fact[], asOf: number) => derive(bound, facts, { asOf, subject: SUBJECT })

function law(...args: unknown[]): void {
  const predicate = args.pop() as (...values: never[]) => void
  fc.assert(fc.property(...(args as [fc.Arbitrary<unknown>]), predicate as (...values: unknown[]) => void), RUNS)
}

test('law 1: derive does not mind the order in which facts are given', () => {
  law(
    plans,
    troubledHistories,
    instants,
    fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
    (bound: BoundPlan, facts: readonly Fact[], asOf: number, dice: Iterator<number>) => {
      const shuffled = facts
        .map((fact) => [dice.next().value as number, fact] as const)
        .sort((a, b) => a[0] - b[0])
        .map(([, fact]) => fact)
      assert.equal(canonicalJson(see(bound, shuffled, asOf)), canonicalJson(see(bound, facts, asOf)))
    },
  )
})

test('law 1: what is not yet known or has not yet happened is not seen', () => {
  law(plans, troubledHistories, instants, (bound: BoundPlan, facts: readonly Fact[], asOf: number) => {
    const visible = facts.filter((fact) => fact.recordedAt <= asOf && fact.occurredAt <= asOf)
    assert.equal(canonicalJson(see(bound, visible, asOf)), canonicalJson(see(bound, facts, asOf)))
  })
})

const ENDED = ['kept', 'broken', 'excused', 'cancelled']

/** What a settled instance says of itself; a waiver after the breach and a resumed restoration are the two ways on that the laws know. */
function verdictOf(one: Obligation): string {
  return [one.state, one.keptAt, one.brokenAt, one.openedAt, one.dueAt].join(' ')
}

test('law 2: nothing that happens later changes a verdict', () => {
  law(plans, histories, instants, instants, (bound: BoundPlan, facts: readonly Fact[], a: number, b: number) => {
    const [early, late] = a <= b ? [a, b] : [b, a]
    const later = new Map(see(bound, facts, late).obligations.map((one) => [obligationKey(one), one]))
    for (const before of see(bound, facts, early).obligations) {
      const after = later.get(obligationKey(before))
      assert.ok(after, 'an instance vanished')
      const waived = before.state === 'broken' && after.state === 'excused'
      const resumed = deadlinesOf(bound.plan)[before.promise]!.reopen === 'resume' && facts.some((fact) => fact.type === 'ticket.reopened')
      if (!ENDED.includes(before.state) || waived || resumed) continue
      assert.equal(verdictOf(after), verdictOf(before))
    }
  })
})

test('law 2: the verdict at an instant is the same from any later one', () => {
  law(plans, histories, instants, (bound: BoundPlan, facts: readonly Fact[], asOf: number) => {
    const until = facts.filter((fact) => fact.occurredAt <= asOf)
    const now = see(bound, until, asOf).obligations.filter((one) => ENDED.includes(one.state))
    const resumed = facts.some((fact) => fact.type === 'ticket.reopened' || fact.type === 'obligation.waived')
    if (resumed) return
    const later = new Map(see(bound, facts, END).obligations.map((one) => [obligationKey(one), verdictOf(one)]))
    for (const one of now) assert.equal(later.get(obligationKey(one)), verdictOf(one))
  })
})

test('law 2: live, replay and audit are one fold, equal to the byte, however facts were grouped and wakers came', () => {
  law(
    plans,
    troubledHistories,
    fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })),
    (bound: BoundPlan, facts: readonly Fact[], dice: Iterator<number>) => {
      const ran = live(bound, facts, { subject: SUBJECT, until: END, dice })
      const again = replay(bound, facts, { asOf: END, subject: SUBJECT })
      assert.equal(canonicalJson(ran.record), canonicalJson(again.record))
      assert.equal(canonicalJson(ran.beliefs), canonicalJson(again.beliefs))
      assert.equal(canonicalJson(ran.effects), canonicalJson(again.effects))
      assert.equal(canonicalJson(ran.obligations.map(standing)), canonicalJson(again.obligations.map(standing)))
      assert.equal(canonicalJson(refolded(bound, ran.record, facts).record), canonicalJson(ran.record))
    },
  )
})

test('law 2: what the record holds at an instant is what derive gives there', () => {
  law(plans, troubledHistories, instants, (bound: BoundPlan, facts: readonly Fact[], until: number) => {
    const { record, obligations } = replay(bound, facts, { asOf: until, subject: SUBJECT })
    if (record.asOf === undefined) return
    assert.equal(canonicalJson(obligations), canonicalJson(see(bound, facts, until).obligations))
    assert.equal(canonicalJson(lookAt(bound, record, until)), canonicalJson(see(bound, facts, until)))
  })
})

test('law 2: the last line of the record of each instance is what is believed now', () => {
  law(plans, troubledHistories, (bound: BoundPlan, facts: readonly Fact[]) => {
    const { beliefs, obligations } = replay(bound, facts, { asOf: END, subject: SUBJECT })
    const last = new Map(beliefs.map((line) => [obligationKey(line), line.state]))
    for (const one of obligations) assert.equal(last.get(obligationKey(one)), one.state)
    const now = new Set(obligations.map(obligationKey))
    for (const [key, state] of last) assert.equal(state === 'withdrawn', !now.has(key), key)
    for (const [index, line] of beliefs.entries()) assert.ok(index === 0 || beliefs[index - 1]!.at <= line.at)
  })
})

test('law 2: a back-filled fact without approval never turns what was believed when it was recorded', () => {
  law(plans, troubledHistories, (bound: BoundPlan, facts: readonly Fact[]) => {
    const plain = facts.filter(
      (fact) =>
        !fact.type.startsWith('fact.') &&
        fact.source !== 'phone' &&
        fact.occurredAt <= fact.recordedAt &&
        !deadlinesOf(bound.plan).p0!.pauses.includes('none'),
    )
    const openers = new Set(['ticket.reported', 'ticket.accepted', 'visit.arrived', 'ticket.reopened'])
    const late = plain.find((fact) => fact.source === 'hand' && fact.recordedAt - fact.occurredAt > 600_000 && !openers.has(fact.type))
    if (!late || Object.values(deadlinesOf(bound.plan)).some((clause) => clause.reopen === 'resume')) return
    const without = plain.filter((fact) => fact !== late && (fact.recordedAt < late.recordedAt || fact.seq < late.seq))
    const before = see(bound, without, late.recordedAt).obligations.filter(
      (one) => ENDED.includes(one.state) && (one.keptAt ?? one.brokenAt ?? one.endedAt ?? 0) < late.recordedAt,
    )
    const after = new Map(see(bound, [...without, late], late.recordedAt).obligations.map((one) => [obligationKey(one), one]))
    for (const one of before) if (late.type !== 'obligation.waived') assert.equal(verdictOf(after.get(obligationKey(one))!), verdictOf(one))
  })
})

test('law 3: a breach is never before its due time, and its instant does not depend on when one looks', () => {
  law(plans, histories, instants, (bound: BoundPlan, facts: readonly Fact[], asOf: number) => {
    const all = see(bound, facts, Math.max(asOf, END)).obligations
    for (const one of all) {
      if (one.brokenAt === undefined) continue
      assert.ok(one.dueAt !== undefined && one.brokenAt >= one.dueAt)
      if (one.brokenAt <= one.openedAt) continue
      const before = see(bound, facts, one.brokenAt - 1).obligations.find((other) => obligationKey(other) === obligationKey(one))
      assert.ok(before === undefined || before.brokenAt === undefined, 'seen too early')
    }
  })
})

test('law 4: an instance has one verdict, and each verdict its instant', () => {
  law(plans, troubledHistories, instants, (bound: BoundPlan, facts: readonly Fact[], asOf: number) => {
    for (const one of see(bound, facts, asOf).obligations) {
      assert.equal(one.keptAt !== undefined, one.state === 'kept')
      assert.ok(one.brokenAt === undefined || one.state === 'broken' || one.state === 'excused')
      assert.equal(one.endedAt !== undefined, one.state === 'excused' || one.state === 'cancelled')
      assert.ok(one.state !== 'broken' || one.fulfilledAt === undefined || one.fulfilledAt >= one.brokenAt!)
    }
  })
})

test('law 5: used and left add up to the promise, and the pauses to what was paused, to the millisecond', () => {
  law(plans, troubledHistories, instants, (bound: BoundPlan, facts: readonly Fact[], asOf: number) => {
    for (const { why, pausedMs, state } of see(bound, facts, asOf).obligations) {
      if (why.withinMs !== undefined) assert.equal(why.usedMs + why.leftMs!, why.withinMs)
      assert.ok(pausedMs >= 0)
      assert.equal(
        why.pauses.reduce((sum, one) => sum + one.ms, 0),
        pausedMs,
      )
      assert.equal(
        state === 'paused',
        why.pauses.some((one) => one.until === undefined),
      )
    }
  })
})

test('law 5: a pause for a reason that no clause names moves nothing', () => {
  law(plans, histories, instants, (bound: BoundPlan, facts: readonly Fact[], asOf: number) => {
    const rid = (list: readonly Fact[]) => list.filter((fact) => fact.data.reason !== 'unknown')
    assert.equal(canonicalJson(see(bound, rid(facts), asOf)), canonicalJson(see(bound, facts, asOf)))
  })
})

test('law 7: a second opening fact changes nothing', () => {
  law(plans, histories, fc.nat(200), instants, (bound: BoundPlan, facts: readonly Fact[], step: number, asOf: number) => {
    const calm = facts.filter((fact) => fact.type !== 'ticket.reopened' && fact.type !== 'ticket.cancelled')
    // Another report that says otherwise is not another opening.
    const again = {
      ...calm[0]!,
      id: 'again',
      data: { grade: 'major', zone: 'county', travel: '9h' },
      seq: 999,
      occurredAt: calm[0]!.occurredAt + step * 300_000,
      recordedAt: calm[0]!.occurredAt + step * 300_000,
    }
    if (
      Object.values(deadlinesOf(bound.plan)).some(
        (clause) => clause.starts?.kind === 'all' || clause.starts?.kind === 'any' || clause.starts?.offset,
      )
    )
      return
    assert.equal(canonicalJson(see(bound, [...calm, again], asOf)), canonicalJson(see(bound, calm, asOf)))
  })
})

test('law 8: reopening opens exactly one more episode of what the report opens', () => {
  law(plans, histories, (bound: BoundPlan, facts: readonly Fact[]) => {
    const count = facts.filter((fact) => fact.type === 'ticket.reopened').length
    const first = see(bound, facts, END)
      .obligations.filter((one) => one.promise === 'p0')
      .map((one) => one.episode)
    assert.equal(new Set(first).size, first.length)
    assert.ok(first.every((episode) => episode >= 1 && episode <= count + 1))
  })
})

test('law 10: what stands of the messages sent is what is derived; each withdrawal names one message that was sent', () => {
  law(plans, troubledHistories, (bound: BoundPlan, facts: readonly Fact[]) => {
    const { effects } = replay(bound, facts, { asOf: END, subject: SUBJECT })
    const sentNow = new Set<string>()
    for (const effect of effects) {
      if (effect.kind === 'withdraw') assert.ok(sentNow.delete(effect.of!), 'withdrew what did not stand')
      else sentNow.add(effect.key)
    }
    assert.equal(new Set(effects.map((one) => one.key)).size, effects.length)
    assert.equal(sentNow.size, see(bound, facts, END).effects.length)
  })
})

test('law 12: every obligation says why: clause, anchor, plan, calendar', () => {
  law(plans, troubledHistories, instants, (bound: BoundPlan, facts: readonly Fact[], asOf: number) => {
    for (const { why, openedAt } of see(bound, facts, asOf).obligations) {
      assert.equal(why.plan, bound.ref)
      assert.equal(why.anchor.at, openedAt)
      assert.ok(why.anchor.event.length > 0 && why.calendar.id !== undefined)
    }
  })
})
