import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Fact, Subject } from '../../fact.ts'
import { derive } from '../derive.ts'
import { lookAt, refolded, stateAt } from '../record.ts'
import { standing } from '../render.ts'
import { RUNS } from '../random.testing.ts'
import { about, carrying, cover, derivedState, livedThrough, recordOf } from './given.testing.ts'
import { DAYS, plans, START, timely, untidy } from './random.testing.ts'
import { coversAt } from './at.ts'

/** The laws of derive for covers, gates and rules together, over random clauses and histories. */

const DAY = 86_400_000
const OWNERS: readonly Subject[] = ['asset/A1', 'ticket/T1', 'contract/C1']
const owners = fc.constantFrom(...OWNERS)
const instants = fc.integer({ min: 0, max: DAYS + 60 }).map((day) => START + day * DAY + 9 * 3_600_000)

test('live, replayed, refolded and derived from nothing are the same: obligations, covers and what follows', () => {
  const property = fc.property(plans, untidy, owners, instants, (bound, facts, subject, asOf) => {
    const owner = { subject, at: asOf }
    const live = livedThrough(bound, facts, owner)
    const replayed = recordOf(bound, facts, owner)
    const derived = derive(bound, about(facts, subject), { asOf, subject })
    assert.deepEqual(lookAt(bound, live.record, asOf).obligations.map(standing), derived.obligations.map(standing))
    assert.deepEqual(replayed.obligations.map(standing), derived.obligations.map(standing))
    assert.deepEqual(lookAt(bound, live.record, asOf).effects, derived.effects)
    const expected = coversAt(bound, derivedState(bound, facts, owner), asOf)
    assert.deepEqual(coversAt(bound, live.record, asOf), expected)
    assert.deepEqual(coversAt(bound, replayed.record, asOf), expected)
    assert.deepEqual(stateAt(bound, live.record, asOf).forms, derivedState(bound, facts, owner).forms)
    const again = refolded(bound, replayed.record, about(facts, subject)).record
    assert.equal(JSON.stringify(again), JSON.stringify(replayed.record))
  })
  fc.assert(property, RUNS)
})

test('the order in which facts are handed over says nothing', () => {
  const shuffled = untidy.chain((facts) => fc.tuple(fc.constant(facts), fc.shuffledSubarray([...facts], { minLength: facts.length })))
  const property = fc.property(plans, shuffled, owners, instants, (bound, [facts, other], subject, asOf) => {
    const view = { asOf, subject }
    assert.deepEqual(derive(bound, about(other, subject), view), derive(bound, about(facts, subject), view))
  })
  fc.assert(property, RUNS)
})

test('what happens later changes no earlier verdict, and no step of a trail that was there', () => {
  const property = fc.property(plans, timely, owners, instants, instants, (bound, facts, subject, a, b) => {
    const [early, late] = a < b ? [a, b] : [b, a]
    const own = about(facts, subject)
    const before = derive(bound, own, { asOf: early, subject }).obligations
    const after = derive(bound, own, { asOf: late, subject }).obligations
    for (const one of before.filter(({ promise }) => promise === 'release')) {
      const same = after.find(({ promise, episode }) => promise === one.promise && episode === one.episode)
      assert.ok(same)
      assert.equal(same.brokenAt, one.brokenAt)
      assert.equal(same.keptAt, one.keptAt)
      assert.equal(same.openedAt, one.openedAt)
    }
    const then = coversAt(bound, derivedState(bound, own, { subject, at: early }), early)
    const now = coversAt(bound, derivedState(bound, own, { subject, at: late }), late)
    for (const one of then) {
      const same = now.find(({ cover: id, owner }) => id === one.cover && owner === one.owner)
      // A cover that had not begun may yet be ended before it does.
      if (one.state === 'to-come' && !same) continue
      assert.deepEqual(same?.trail.slice(0, one.trail.length), one.trail)
      assert.equal(same?.start, one.start)
    }
  })
  fc.assert(property, RUNS)
})

test('an end is half-open, and what is in force has begun and not ended', () => {
  const property = fc.property(plans, timely, instants, (bound, facts, asOf) => {
    for (const { state, start, end } of coversAt(bound, recordOf(bound, facts, { subject: 'asset/A1', at: asOf }).record, asOf)) {
      assert.ok(end === undefined || end > start)
      if (state === 'to-come') assert.ok(asOf < start)
      if (state === 'in-force') assert.ok(asOf >= start && (end === undefined || asOf < end))
      if (end !== undefined && asOf >= end) assert.equal(state, 'ended')
    }
  })
  fc.assert(property, RUNS)
})

function renamed(facts: readonly Fact[]): Fact[] {
  return facts.map((fact) => {
    const { of } = fact.data
    return { ...fact, id: `x-${fact.id}`, data: typeof of === 'string' ? { ...fact.data, of: `x-${of}` } : fact.data }
  })
}

test('effects are a set: no key twice, and no fact by its name in any', () => {
  const property = fc.property(plans, untidy, owners, instants, (bound, facts, subject, asOf) => {
    const { effects } = derive(bound, about(facts, subject), { asOf, subject })
    assert.equal(new Set(effects.map(({ key }) => key)).size, effects.length)
    assert.deepEqual(derive(bound, about(renamed(facts), subject), { asOf, subject }).effects, effects)
  })
  fc.assert(property, RUNS)
})

test('what was sent and not taken back is what follows from all that is known', () => {
  const property = fc.property(plans, untidy, owners, instants, (bound, facts, subject, asOf) => {
    const { record } = livedThrough(bound, facts, { subject, at: asOf })
    const standingKeys = Object.entries(record.sent).flatMap(([key, { stands }]) => (stands ? [key] : []))
    const known = record.asOf
    if (known === undefined) return
    const follows = lookAt(bound, record, known).effects.map(({ key }) => key)
    // A clock that runs out at the very instant of the last fact is held until that instant is over.
    for (const key of standingKeys) assert.ok(follows.includes(key), key)
  })
  fc.assert(property, RUNS)
})

test('the contract and the ticket that follow the covers of their devices know the ends that the devices’ own folds know', () => {
  const follows = (per: 'contract' | 'ticket') => ({ due: 'equipment.end - 3d', keptBy: 'notice.delivered', per }) as const
  const covers = fc.constantFrom('10d', '1mo', '2mo')
  const property = fc.property(covers, timely, instants, (term, facts, asOf) => {
    const bound = carrying([cover('equipment', { term, replaced: 'restart' })], {
      promises: { notice: follows('contract'), warning: follows('ticket') },
      reasons: { 'human-damage': { evidence: true } },
    })
    // Everything about a device names its contract, and here its ticket too.
    const shared = facts.map((fact) => ({ ...fact, also: [...fact.also, 'ticket/T9'] as Subject[] }))
    const own = (subject: Subject) => coversAt(bound, derivedState(bound, shared, { subject, at: asOf }), asOf)
    const ends = (list: ReturnType<typeof own>) => list.map(({ owner, start, end, state }) => ({ owner, start, end, state }))
    const devices = [...ends(own('asset/A1')), ...ends(own('asset/A2'))]
    const byOwner = (list: typeof devices) => list.toSorted((a, b) => (a.owner < b.owner ? -1 : 1))
    assert.deepEqual(byOwner(ends(own('contract/C1'))), devices)
    assert.deepEqual(byOwner(ends(own('ticket/T9'))), devices)
    const last = Math.max(...devices.map(({ end }) => end!))
    const named = derivedState(bound, shared, { subject: 'contract/C1', at: asOf }).instants['equipment.end']
    if (devices.length > 0) assert.equal(named, last)
  })
  fc.assert(property, RUNS)
})
