import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Fact } from '../fact.ts'
import type { BoundPlan, Effect } from './types.ts'
import type { Learned, RecordState } from './record.ts'
import { inKnowledgeOrder } from './record-steps.ts'
import type { PlanText, Story } from './given.testing.ts'
import { canonicalJson } from '../canonical.ts'
import { at, clockOf, describe, given, learned } from './given.testing.ts'
import { earliestRecordedAt, emptyRecord, learn, lookAt, needsHistory, nextWake, refolded, replay, wake } from './record.ts'
import { END, RUNS, histories, plans, troubledHistories } from './random.testing.ts'

const subject = 'ticket/T1'
const MIN = 60_000

const text: PlanText = {
  promises: {
    reply: {
      starts: 'ticket.reported',
      keptBy: 'ticket.replied',
      within: '30min',
      onBroken: [{ escalate: 'lead' }, { escalate: 'service-manager' }],
    },
    repair: {
      starts: 'ticket.reported',
      keptBy: 'ticket.restored',
      within: '4h',
      pauses: ['wait'],
      onBroken: [{ escalate: 'service-manager' }],
    },
  },
  reasons: { wait: { limit: '2h' } },
}
const story = given(text).fact('10:00', 'ticket.reported')

function messages(told: Story, until: string): string[] {
  return told.replayed(until).effects.map((one: Effect) => `${clockOf(one.at)} ${one.kind} ${one.promise} ${one.to}`)
}

// What is sent and taken back ---------------------------------------------------------------------------------------------------

test('a breach sends each of its messages once, however long it lasts', () => {
  assert.deepEqual(messages(story, '13:00'), ['10:30 escalate reply lead', '10:30 escalate reply service-manager'])
  assert.deepEqual(messages(story, '10-20 13:00').slice(2), ['14:00 escalate repair service-manager'])
})

test('the deed after the breach takes nothing back: it was late', () => {
  assert.deepEqual(messages(story.fact('10:40', 'ticket.replied'), '13:00'), [
    '10:30 escalate reply lead',
    '10:30 escalate reply service-manager',
  ])
})

test('a waiver after the breach takes nothing back: the breach stays on the record', () => {
  const waiver = { promise: 'reply', reason: '改约', evidence: 'e', role: 'lead' }
  const kinds = story
    .fact('10:40', 'obligation.waived', waiver)
    .replayed('13:00')
    .effects.map((one) => one.kind)
  assert.deepEqual(kinds, ['escalate', 'escalate'])
})

test('a breach that a late fact undoes takes back each of its messages, and only its own', () => {
  const late = story.fact('10:20', 'ticket.replied', {}, { recorded: '15:00', source: 'phone' })
  assert.deepEqual(messages(late, '16:00'), [
    '10:30 escalate reply lead',
    '10:30 escalate reply service-manager',
    '14:00 escalate repair service-manager',
    '15:00 withdraw reply lead',
    '15:00 withdraw reply service-manager',
  ])
})

test('what is taken back and follows again is sent anew: each message and each withdrawal has a key of its own', () => {
  const told = story
    .fact('10:20', 'ticket.replied', {}, { recorded: '11:00', source: 'phone', id: 'r' })
    .fact('11:30', 'fact.voided', { of: 'r', reason: '他单' }, { id: 'v' })
    .fact('12:00', 'fact.voided', { of: 'v', reason: '误操作' })
  const { effects } = told.replayed('13:00')
  assert.deepEqual(
    effects.filter((one) => one.to === 'lead').map((one) => `${clockOf(one.at)} ${one.kind}`),
    ['10:30 escalate', '11:00 withdraw', '10:30 escalate', '12:00 withdraw'],
  )
  assert.equal(new Set(effects.map((one) => one.key)).size, effects.length)
  for (const one of effects)
    if (one.kind === 'withdraw') assert.ok(effects.some((other) => other.key === one.of && other.kind === 'escalate'))
})

test('a reopened ticket sends for its second episode under keys of that episode', () => {
  const told = story.fact('11:00', 'ticket.reopened')
  const keys = told
    .replayed('12:00')
    .effects.filter((one) => one.promise === 'reply')
    .map((one) => one.key)
  assert.deepEqual(keys, [
    'ticket/T1|reply|1|escalate:lead',
    'ticket/T1|reply|1|escalate:service-manager',
    'ticket/T1|reply|2|escalate:lead',
    'ticket/T1|reply|2|escalate:service-manager',
  ])
})

// Waking --------------------------------------------------------------------------------------------------------------------------

function record(told: Story): RecordState {
  return learned(learn(told.bound, emptyRecord(told.bound, subject), told.facts)).record
}

test('nobody is woken any more for what waited to begin on a ticket that was cancelled', () => {
  const waiting = given({ promises: { loaner: { starts: 'visit.arrived + 8h', keptBy: 'loan.delivered', within: '48h' } } }).fact(
    '11:00',
    'visit.arrived',
  )
  assert.equal(clockOf(nextWake(record(waiting))), '19:00')
  assert.equal(nextWake(record(waiting.fact('12:00', 'ticket.cancelled'))), undefined)
})

test('the record wakes for due times and for the limits of pauses, the nearest first', () => {
  assert.equal(clockOf(nextWake(record(story))), '10:30')
  const replied = story.fact('10:10', 'ticket.replied')
  assert.equal(clockOf(nextWake(record(replied))), '14:00')
  const paused = replied.fact('11:00', 'ticket.paused', { reason: 'wait' })
  assert.equal(clockOf(nextWake(record(paused))), '13:00')
  assert.equal(nextWake(record(replied.fact('11:00', 'ticket.restored'))), undefined)
})

test('a wake-up before anything is due brings nothing and moves nothing', () => {
  const before = record(story)
  const woken = wake(story.bound, before, at('10:29:59.999'))
  assert.deepEqual([woken.beliefs, woken.effects], [[], []])
  assert.equal(canonicalJson(woken.record), canonicalJson(before))
})

test('one wake-up after a long sleep believes everything at the instant at which it came due', () => {
  const woken = wake(story.bound, record(story), at('10-02 09:00'))
  assert.deepEqual(
    woken.beliefs.map((line) => `${clockOf(line.at)} ${line.promise} ${describe(line)}`),
    ['10:30 reply broken at 10:30', '14:00 repair broken at 14:00'],
  )
})

test('after a wake-up a new fact is recorded later than it, after a fact at its instant or later', () => {
  assert.equal(earliestRecordedAt(emptyRecord(story.bound, subject)), undefined)
  assert.equal(earliestRecordedAt(record(story)), at('10:00'))
  assert.equal(earliestRecordedAt(wake(story.bound, record(story), at('10:30')).record), at('10:30') + 1)
})

test('a fact recorded at the instant of a wake-up is believed after it: what the wake-up believed stands', () => {
  const woken = wake(story.bound, record(story), at('10:30')).record
  const told = learned(learn(story.bound, woken, story.fact('10:30', 'ticket.noted').facts.slice(1)))
  assert.equal(told.record.asOf, at('10:30') + 1)
  assert.equal(told.obligations[0]?.state, 'broken')
})

test('waking leaves the record that it was given as it was', () => {
  const before = record(story)
  const asText = canonicalJson(before)
  wake(story.bound, before, END)
  lookAt(story.bound, before, END)
  learn(story.bound, before, story.fact('10:20', 'ticket.replied').facts.slice(1))
  assert.equal(canonicalJson(before), asText)
})

test('a record with nothing in it has nothing to show and nothing to wake for', () => {
  const empty = emptyRecord(story.bound, subject)
  assert.deepEqual(lookAt(story.bound, empty, at('10:00')), { obligations: [], effects: [], consequences: [] })
  const woken = wake(story.bound, empty, END)
  assert.deepEqual([woken.obligations, woken.beliefs, woken.nextWakeAt], [[], [], undefined])
})

// Order and grouping ---------------------------------------------------------------------------------------------------------------

test('facts learned in one call are taken in the order in which they were recorded, then by position', () => {
  const facts = story
    .fact('10:10', 'ticket.noted')
    .fact('10:10', 'ticket.replied')
    .fact('10:05', 'visit.arrived', {}, { recorded: '10:05' }).facts
  assert.deepEqual(
    inKnowledgeOrder(facts.toReversed()).map((fact) => fact.seq),
    [1, 4, 2, 3],
  )
  const straight = learned(learn(story.bound, emptyRecord(story.bound, subject), inKnowledgeOrder(facts)))
  const shuffled = learned(learn(story.bound, emptyRecord(story.bound, subject), [facts[2]!, facts[0]!, facts[3]!, facts[1]!]))
  assert.equal(canonicalJson(shuffled), canonicalJson(straight))
})

test('a fact about facts asks for the history where something waits for it, an in-order fact never does', () => {
  const told = story.fact('10:10', 'ticket.noted', {}, { id: 'n' })
  assert.ok(needsHistory(learn(told.bound, record(told), told.fact('10:20', 'fact.voided', { of: 'n' }).facts.slice(2))))
  assert.ok(!needsHistory(learn(told.bound, record(told), told.fact('10:20', 'ticket.replied').facts.slice(2))))
})

test('an audit of a record that somebody changed by hand finds the difference', () => {
  const told = story.fact('10:40', 'ticket.replied')
  const kept = replay(told.bound, told.facts, { asOf: at('12:00'), subject }).record
  const honest = canonicalJson(refolded(told.bound, kept, told.facts).record)
  assert.equal(honest, canonicalJson(kept))
  const [row] = Object.entries(kept.believed).find(([key]) => key.startsWith('reply|'))!
  const forged = { ...kept, believed: { ...kept.believed, [row]: ['kept', null, at('10:20'), null, at('10:20'), false] } } as RecordState
  assert.notEqual(canonicalJson(refolded(told.bound, forged, told.facts).record), canonicalJson(forged))
})

// Properties -----------------------------------------------------------------------------------------------------------------------

/** Learns fact by fact, the record through JSON each time, waking at the given steps between any two. */
function live(bound: BoundPlan, facts: readonly Fact[], stepMs: number | undefined): Omit<Learned, 'nextWakeAt' | 'obligations'> {
  let kept = emptyRecord(bound, subject)
  const [beliefs, effects]: [Learned['beliefs'][number][], Effect[]] = [[], []]
  const take = (result: Learned) => {
    kept = JSON.parse(JSON.stringify(result.record)) as RecordState
    beliefs.push(...result.beliefs)
    effects.push(...result.effects)
  }
  const sleepUntil = (until: number) => {
    if (stepMs === undefined || kept.asOf === undefined) return
    for (let now = kept.asOf + stepMs; now < until; now += stepMs) take(wake(bound, kept, now))
  }
  for (const [index, fact] of facts.entries()) {
    sleepUntil(fact.recordedAt)
    take(learned(learn(bound, kept, { facts: [fact], history: () => facts.slice(0, index) })))
  }
  sleepUntil(END)
  take(wake(bound, kept, END))
  return { record: kept, beliefs, effects }
}

test('woken every quarter of an hour, every seven hours or never, the same is believed and sent', () => {
  fc.assert(
    fc.property(plans, troubledHistories, fc.constantFrom(15 * MIN, 47 * MIN, 7 * 60 * MIN), (bound, facts, step) => {
      assert.equal(canonicalJson(live(bound, facts, step)), canonicalJson(live(bound, facts, undefined)))
    }),
    { numRuns: Math.ceil(RUNS.numRuns / 5) },
  )
})

test('wherever a history is cut in two, what was learned before and after is the whole', () => {
  fc.assert(
    fc.property(plans, troubledHistories, fc.nat(), (bound, facts, where) => {
      const cut = where % (facts.length + 1)
      const first = learned(learn(bound, emptyRecord(bound, subject), facts.slice(0, cut)))
      const second = learned(learn(bound, first.record, { facts: facts.slice(cut), history: () => facts }))
      const whole = learned(learn(bound, emptyRecord(bound, subject), facts))
      assert.equal(canonicalJson(second.record), canonicalJson(whole.record))
      assert.equal(canonicalJson([...first.beliefs, ...second.beliefs]), canonicalJson(whole.beliefs))
      assert.equal(canonicalJson([...first.effects, ...second.effects]), canonicalJson(whole.effects))
    }),
    RUNS,
  )
})

test('a record never wakes in the past, and once it has nothing to wake for it changes no more', () => {
  fc.assert(
    fc.property(plans, histories, (bound, facts) => {
      let { record: kept } = learned(learn(bound, emptyRecord(bound, subject), facts))
      for (let rounds = 0; ; rounds++) {
        assert.ok(rounds < 200, 'it never comes to rest')
        const next = nextWake(kept)
        if (next === undefined) break
        assert.ok(next >= kept.asOf!)
        const woken = wake(bound, kept, next)
        assert.ok(woken.nextWakeAt === undefined || woken.nextWakeAt > next)
        kept = woken.record
      }
      assert.equal(canonicalJson(wake(bound, kept, END + 10 * 365 * 86_400_000).record), canonicalJson(kept))
    }),
    RUNS,
  )
})
