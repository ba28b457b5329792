import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Fact } from '../fact.ts'
import { RUNS } from '../promise/random.testing.ts'
import type { ReleaseCommand, ReleaseState } from './decide.ts'
import { decide, evolve, initialState } from './decide.ts'

const PEOPLE = ['gu', 'wei', 'qin'] as const

type Move = {
  readonly who: number
  readonly what: 'ask' | 'alone' | ReleaseCommand['name']
  readonly of: number
  readonly standing: 'open' | 'broken' | 'kept' | undefined
}

const move: fc.Arbitrary<Move> = fc.record({
  who: fc.nat(PEOPLE.length - 1),
  what: fc.constantFrom('ask', 'ask', 'alone', 'approve', 'approve', 'refuse', 'withdraw', 'void'),
  of: fc.nat(4),
  standing: fc.constantFrom('open', 'broken', 'kept', undefined),
})

type Step = { readonly before: ReleaseState; readonly after: ReleaseState; readonly fact: Fact | undefined; readonly move: Move }

function asked(seq: number, { what, who, of }: Move): Fact {
  return {
    id: `w${seq}`,
    seq,
    subject: 'contract/C1',
    also: ['customer/jinping'],
    type: of % 2 === 0 ? 'obligation.waived' : 'obligation.excused',
    occurredAt: seq,
    recordedAt: seq,
    source: 'hand',
    by: PEOPLE[who]!,
    data: { promise: 'calls', episode: of, evidence: true, ...(what === 'ask' ? { fourEyes: true } : { alone: true }) },
  }
}

/** Lives a story: asked for, approved, refused, taken back and voided as chance has it; what is refused leaves no trace. */
function live(story: readonly Move[]): Step[] {
  const steps: Step[] = []
  let state = initialState()
  let seq = 0
  for (const one of story) {
    const { what, who, of, standing } = one
    let fact: Fact | undefined
    if (what === 'ask' || what === 'alone') fact = asked(++seq, one)
    else {
      const command = { name: what, of: state.releases[of]?.id ?? 'nothing', reason: '不合适' } as ReleaseCommand
      const decision = decide(state, command, { now: seq + 1, person: PEOPLE[who]!, newId: () => `r${seq + 1}`, standing })
      if (decision.ok) fact = { ...decision.facts[0]!, seq: ++seq, recordedAt: seq }
    }
    const after = fact ? evolve(state, fact) : state
    steps.push({ before: state, after, fact, move: one })
    state = after
  }
  return steps
}

const holds = (name: string, law: (steps: readonly Step[]) => void): void => {
  test(name, () =>
    fc.assert(
      fc.property(fc.array(move, { minLength: 1, maxLength: 24 }), (story) => law(live(story))),
      RUNS,
    ),
  )
}

holds('what counts with two pairs of eyes was approved by another person than who asked', (steps) => {
  for (const { after } of steps)
    for (const one of after.releases) if (one.state === 'in-force' && one.decidedBy !== undefined) assert.notEqual(one.decidedBy, one.by)
})

holds('it is refused by another person, too, and taken back by who asked while it waits', (steps) => {
  for (const {
    before,
    after,
    move: { what, who },
  } of steps)
    for (const [index, one] of after.releases.entries()) {
      const was = before.releases[index]
      if (!was || was.state === one.state) continue
      if (one.state === 'refused') assert.notEqual(one.decidedBy, one.by)
      if (what === 'withdraw') assert.deepEqual([was.state, one.by], ['waiting', PEOPLE[who]])
    }
})

holds('decided once, it is only ever declared void afterwards', (steps) => {
  for (const { before, after, fact } of steps)
    for (const [index, was] of before.releases.entries()) {
      const is = after.releases[index]!
      if (was.state === is.state || was.state === 'waiting') continue
      assert.deepEqual([is.state, fact?.type], ['withdrawn', 'fact.voided'])
    }
})

holds('an excuse is never approved after the breach, and nothing that is settled is', (steps) => {
  for (const {
    before,
    after,
    move: { standing, what },
  } of steps)
    for (const [index, was] of before.releases.entries()) {
      const is = after.releases[index]!
      if (what !== 'approve' || was.state === is.state) continue
      assert.notEqual(standing, 'kept')
      if (was.kind === 'excuse') assert.notEqual(standing, 'broken')
    }
})

holds('a decision speaks about everything that was asked for speaks about', (steps) => {
  for (const { fact } of steps) if (fact) assert.deepEqual([fact.subject, fact.also], ['contract/C1', ['customer/jinping']])
})

holds('the facts alone tell it again', (steps) => {
  const facts = steps.flatMap(({ fact }) => fact ?? [])
  assert.deepEqual(facts.reduce(evolve, initialState()), steps.at(-1)!.after)
})
