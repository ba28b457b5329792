import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Fact } from '../fact.ts'
import { RUNS } from '../promise/random.testing.ts'
import type { DisputeCommand, DisputeContext } from './decide.ts'
import { decide, stepRefusal } from './decide.ts'
import type { DisputeState, DisputeTarget } from './state.ts'
import { evolve, initialState, isOpen } from './state.ts'

/** A customer's two people and three of ours, who object, answer, decide and take back as chance has it. */
const PEOPLE = [
  { person: 'zheng', side: 'customer' },
  { person: 'meng', side: 'customer' },
  { person: 'xu', side: 'vendor' },
  { person: 'gu', side: 'vendor' },
  { person: 'wei', side: 'vendor' },
] as const

const TARGETS: readonly DisputeTarget[] = [
  { what: 'fact', of: 'f1' },
  { what: 'pause', of: 'f2' },
  { what: 'verdict', promise: 'reply', episode: 1, verdict: 'broken' },
]

const HOUR = 3_600_000
const TERM = 100 * HOUR

type Move = {
  readonly who: number
  readonly what: 'raise' | 'answer' | 'upheld' | 'rejected' | 'withdraw'
  readonly target: number
  readonly of: number
  readonly hours: number
}

const move: fc.Arbitrary<Move> = fc.record({
  who: fc.nat(PEOPLE.length - 1),
  what: fc.constantFrom('raise', 'raise', 'answer', 'upheld', 'rejected', 'withdraw'),
  target: fc.nat(TARGETS.length - 1),
  of: fc.nat(4),
  hours: fc.integer({ min: 0, max: 30 }),
})

const moves = fc.array(move, { minLength: 1, maxLength: 24 })

type Step = {
  readonly command: DisputeCommand
  readonly context: DisputeContext
  readonly before: DisputeState
  readonly after: DisputeState
  readonly fact: Fact | undefined
  readonly code: string | undefined
}

function commandOf({ what, target, of }: Move, { now, state }: { readonly now: number; readonly state: DisputeState }): DisputeCommand {
  const about = TARGETS[target]!
  const id = state.disputes[of]?.id ?? 'nothing'
  switch (what) {
    case 'raise':
      return { name: 'raise', target: about, reason: '不符', about: ['ticket/T1'], until: TERM, answerBy: now + 20 * HOUR }
    case 'answer':
      return { name: 'answer', of: id, answer: '已核对' }
    case 'withdraw':
      return { name: 'withdraw', of: id }
    case 'upheld':
    case 'rejected': {
      const disputed = state.disputes[of]?.target
      const remedy = disputed && disputed.what !== 'verdict' ? ({ kind: 'void', of: disputed.of } as const) : ({ kind: 'waive' } as const)
      return { name: 'settle', of: id, outcome: what, reason: '有据', remedy, by: 'v1' }
    }
    default:
      return what satisfies never
  }
}

/** Lives a story move by move, as the desk would: what is refused leaves no trace. */
function live(story: readonly Move[]): Step[] {
  const steps: Step[] = []
  let state = initialState()
  let now = 0
  let facts = 0
  for (const one of story) {
    now += one.hours * HOUR
    const context: DisputeContext = { ...PEOPLE[one.who]!, now, newId: () => `d${facts + 1}`, days: 15 }
    const command = commandOf(one, { now, state })
    const decision = decide(state, command, context)
    const [made] = decision.ok ? decision.facts : []
    const fact: Fact | undefined = made && { ...made, seq: ++facts, recordedAt: now }
    const after = fact ? evolve(state, fact) : state
    steps.push({ command, context, before: state, after, fact, code: decision.ok ? undefined : decision.refusal.code })
    state = after
  }
  return steps
}

const holds = (name: string, law: (steps: readonly Step[]) => void): void => {
  test(name, () =>
    fc.assert(
      fc.property(moves, (story) => law(live(story))),
      RUNS,
    ),
  )
}

holds('about one thing at most one dispute runs at any time', (steps) => {
  for (const { after } of steps) {
    const running = after.disputes.filter(isOpen).map(({ target }) => JSON.stringify(target))
    assert.equal(new Set(running).size, running.length)
  }
})

holds('what is settled, or taken back, never moves again', (steps) => {
  for (const { before, after } of steps)
    for (const [index, one] of before.disputes.entries()) if (!isOpen(one)) assert.deepEqual(after.disputes[index], one)
})

holds('nobody decides their own objection, and nobody answers for their own side', (steps) => {
  for (const { after } of steps)
    for (const one of after.disputes) {
      if (one.state === 'upheld' || one.state === 'rejected') assert.notEqual(one.settledBy, one.by)
      if (one.state === 'withdrawn') assert.equal(one.settledBy, one.by)
      const answerer = PEOPLE.find(({ person }) => person === one.answeredBy)
      if (answerer) assert.notEqual(answerer.side, one.side)
    }
})

holds('what the vendor objects to is upheld only with the customer heard, or after the days for it', (steps) => {
  for (const { command, before, after, context } of steps) {
    if (command.name !== 'settle') continue
    const [was, is] = [before, after].map(({ disputes }) => disputes.find(({ id }) => id === command.of))
    if (was?.side !== 'vendor' || is?.state !== 'upheld' || was.state === 'upheld') continue
    assert.ok(was.state === 'answered' || context.now >= was.answerBy)
  }
})

holds('no side has the same objection settled twice', (steps) => {
  const last = steps.at(-1)!.after
  for (const side of ['vendor', 'customer'] as const) {
    const settled = last.disputes
      .filter((one) => one.side === side && (one.state === 'upheld' || one.state === 'rejected'))
      .map(({ target }) => JSON.stringify(target))
    assert.equal(new Set(settled).size, settled.length)
  }
})

holds('nothing is raised after the term', (steps) => {
  for (const { command, context, fact } of steps) if (command.name === 'raise' && fact) assert.ok(context.now < TERM)
})

holds('each step that is taken is one fact of the one who took it, and what is refused leaves no trace', (steps) => {
  for (const { fact, before, after, context, code } of steps) {
    assert.equal(fact === undefined, code !== undefined)
    if (fact) assert.deepEqual([fact.by, fact.occurredAt, fact.subject], [context.person, context.now, 'ticket/T1'])
    else assert.equal(after, before)
  }
})

holds('the facts alone tell it again: folded anew they give the same disputes', (steps) => {
  const facts = steps.flatMap(({ fact }) => fact ?? [])
  assert.deepEqual(facts.reduce(evolve, initialState()), steps.at(-1)!.after)
  assert.deepEqual(JSON.parse(JSON.stringify(facts.reduce(evolve, initialState()))), JSON.parse(JSON.stringify(steps.at(-1)!.after)))
})

holds('asked beforehand, a step is refused exactly where taking it is', (steps) => {
  for (const { command, before, context, code } of steps)
    if (command.name !== 'raise') assert.equal(stepRefusal(before, command, context)?.code, code)
})

holds('facts of other things in between change no dispute', (steps) => {
  const facts = steps.flatMap(({ fact }) => fact ?? [])
  const noise = (of: string): Fact => ({
    id: 'n',
    seq: 0,
    subject: 'ticket/T1',
    also: [],
    type: 'fact.approved',
    occurredAt: 0,
    recordedAt: 0,
    source: 'hand',
    data: { of },
  })
  const mixed = facts.flatMap((fact) => [fact, noise(fact.id)])
  assert.deepEqual(mixed.reduce(evolve, initialState()), facts.reduce(evolve, initialState()))
})
