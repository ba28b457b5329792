import assert from 'node:assert/strict'
import { env } from 'node:process'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Fact } from '../fact.ts'
import type { CommandName } from './command.ts'
import type { TicketState } from './state.ts'
import type { Phase } from './transitions.ts'
import { FACTS } from '../fact.ts'
import { canonicalJson } from '../canonical.ts'
import { evolve } from './evolve.ts'
import { MINUTE, NINE, Story, commandOf, given } from './given.testing.ts'
import { COMMANDS, COMMAND_NAMES } from './guards.ts'
import { KEPT_STEPS, alsoOf, columnsOf, initialState } from './state.ts'
import { PHASES, TRANSITIONS, phaseAfter } from './transitions.ts'

const RUNS = { numRuns: 150 * Number(env.NUOXING_PROVE ?? 1) }

/** What people do at a desk, in any order, now and then about a fact that there is; the clock moves by up to a quarter of an hour. */
const doings = fc.array(
  fc.record({
    name: fc.constantFrom<CommandName>(...COMMAND_NAMES),
    of: fc.nat({ max: 30 }),
    minutes: fc.nat({ max: 15 }),
    back: fc.nat({ max: 40 }),
    by: fc.constantFrom('xu', 'gu'),
  }),
  { minLength: 1, maxLength: 30 },
)

type Doing = { readonly name: CommandName; readonly of: number; readonly minutes: number; readonly back: number; readonly by: string }

function played(story: Story, { name, of, minutes, back, by }: Doing): ReturnType<Story['tell']> {
  story.now += minutes * MINUTE
  const command = commandOf(name)
  const about = 'of' in command ? { of: story.facts[of % Math.max(1, story.facts.length)]?.id ?? 'f0' } : {}
  const late = back > 20 ? { occurredAt: story.now - back * MINUTE, lateReason: '在现场', lateEvidence: '清单' } : {}
  return story.tell({ ...command, ...about, ...late } as typeof command, { person: { id: by, role: 'service-manager' } })
}

function storyOf(all: readonly Doing[]): Story {
  const told = new Story()
  told.tell('report')
  for (const doing of all) played(told, doing)
  return told
}

function titleOf(told: Story, fact: Fact): Readonly<Record<string, string>> {
  return Object.fromEntries(told.texts.filter((one) => one.factId === fact.id).map((one) => [one.field, one.text]))
}

const same = (a: TicketState, b: TicketState) => assert.equal(canonicalJson(a), canonicalJson(b))

test('whatever is done, the phase moves only as the table says', () => {
  fc.assert(
    fc.property(doings, (all) => {
      const told = new Story()
      let before: Phase = 'absent'
      for (const doing of [{ name: 'report', of: 0, minutes: 0, back: 0, by: 'xu' } as const, ...all]) {
        const made = told.facts.length
        played(told, doing)
        const after = told.state.phase
        const fact = told.facts[made]
        if (!fact) assert.equal(after, before)
        else if (fact.type !== 'fact.voided' && fact.type !== 'fact.corrected')
          assert.equal(after, phaseAfter(before, fact.type, told.state.type) ?? before)
        assert.ok(PHASES.includes(after))
        before = after
      }
    }),
    RUNS,
  )
})

test('replaying the facts with their texts gives the same ticket', () => {
  fc.assert(
    fc.property(doings, (all) => {
      const told = storyOf(all)
      same(
        told.facts.reduce((state, fact) => evolve(state, fact, titleOf(told, fact)), initialState()),
        told.state,
      )
    }),
    RUNS,
  )
})

test('a ticket read back from its row goes on as if it had never been put away', () => {
  fc.assert(
    fc.property(doings, (all) => {
      const told = storyOf(all)
      const stored = told.facts.reduce(
        (state, fact) => evolve(JSON.parse(JSON.stringify(state)) as TicketState, fact, titleOf(told, fact)),
        initialState(),
      )
      same(stored, told.state)
    }),
    RUNS,
  )
})

test('what is refused leaves no fact, and what is done exactly one', () => {
  fc.assert(
    fc.property(doings, (all) => {
      const told = new Story()
      for (const doing of all) {
        const [facts, before] = [told.facts.length, told.state]
        const decision = played(told, doing)
        assert.equal(told.facts.length, facts + (decision.ok ? 1 : 0))
        if (!decision.ok) assert.equal(told.state, before)
      }
    }),
    RUNS,
  )
})

test('what is reported to have happened is never refused for where the ticket stands', () => {
  fc.assert(
    fc.property(doings, fc.constantFrom(...COMMAND_NAMES.filter((name) => COMMANDS[name].kind === 'report')), (all, name) => {
      assert.ok(storyOf(all).ask(name).ok)
    }),
    RUNS,
  )
})

test('deciding changes nothing: asked twice, the answer is the same but for its ids', () => {
  fc.assert(
    fc.property(doings, fc.constantFrom<CommandName>(...COMMAND_NAMES), (all, name) => {
      const told = storyOf(all)
      const [state, frozen] = [told.state, canonicalJson(told.state)]
      const ids = { newId: () => 'x' }
      assert.deepEqual(told.ask(name, ids), told.ask(name, ids))
      assert.equal(canonicalJson(state), frozen)
    }),
    RUNS,
  )
})

test('every fact names the ticket and its owners; no text of a person stands in one', () => {
  fc.assert(
    fc.property(doings, (all) => {
      const told = storyOf(all)
      for (const fact of told.facts) {
        assert.ok(fact.subject === 'ticket/T1' || fact.also.includes('ticket/T1'))
        assert.equal(new Set([fact.subject, ...fact.also]).size, fact.also.length + 1, 'named once each')
        for (const { text } of told.texts.filter((one) => one.factId === fact.id && !/^[\w-]+$/.test(one.text)))
          assert.ok(!JSON.stringify(fact.data).includes(text), text)
        if (!['ticket.noted', 'ticket.related', 'ticket.unrelated'].includes(fact.type)) assert.ok(fact.also.includes('customer/jinping'))
      }
    }),
    RUNS,
  )
})

test('a fact declared void is as if it had never been, for where the ticket stands', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom<CommandName>('accept', 'assign', 'transfer', 'restore', 'pause', 'grade', 'arrive'), { maxLength: 8 }),
      fc.nat(),
      (names, which) => {
        const told = new Story()
        for (const name of ['report', ...names] as const) told.tell(name)
        const target = told.facts[1 + (which % Math.max(1, told.facts.length - 1))]
        if (!target) return
        const left = told.facts
          .filter((fact) => fact !== target)
          .reduce((state, fact) => evolve(state, fact, titleOf(told, fact)), initialState())
        told.tell({ name: 'void', of: target.id, reason: '记错单' })
        same(told.state, left)
      },
    ),
    RUNS,
  )
})

test('every fact of the vocabulary can be heard by a ticket, whatever it carries', () => {
  const { state } = given('report', 'assign', 'pause').story
  for (const [noun, participles] of Object.entries(FACTS)) {
    for (const participle of participles) {
      const fact = {
        id: 'z',
        seq: 9,
        subject: 'ticket/T1',
        also: [],
        type: `${noun}.${participle}`,
        occurredAt: NINE,
        recordedAt: NINE,
        source: 'hand',
        data: {},
      } as unknown as Fact
      assert.ok(PHASES.includes(evolve(state, fact).phase), fact.type)
      assert.ok(
        PHASES.includes(evolve(state, { ...fact, data: { of: 'f1', field: 'type', to: 7, reason: null, into: [], grade: {} } }).phase),
        fact.type,
      )
    }
  }
})

test('facts that come before the report are no ticket yet', () => {
  const [, assigned] = given('report', 'assign').story.facts
  assert.deepEqual(evolve(initialState(), assigned!), initialState())
})

test('a second report changes nothing', () => {
  const { state, facts } = given('report', 'assign').story
  assert.equal(evolve(state, facts[0]!), state)
})

test('the ticket that another is merged into goes on', () => {
  const { facts } = given('report', 'merge').story
  const other = given('report', 'assign').story.state
  const merged = { ...facts[1]!, subject: 'ticket/T9' as const, also: ['ticket/T1' as const] }
  assert.equal(evolve(other, merged), other)
})

test('a row stays small however long the story: older steps are taken into its beginning', () => {
  const told = new Story()
  told.tell('report')
  for (let index = 0; index < 3 * KEPT_STEPS; index++) told.tell('reply')
  told.tell('assign')
  assert.equal(told.state.steps.length, KEPT_STEPS)
  assert.equal(told.state.assignee, 'lin')
  assert.equal(told.state.replied, true)
  const [, old] = told.facts
  const before = told.state.phase
  told.tell({ name: 'void', of: old!.id, reason: '记错单' })
  assert.equal(told.state.phase, before)
})

test('a ticket’s columns are what its state says', () => {
  const { state } = given('report', 'assign', 'restore', 'confirm', 'close').story
  const { number, state: phase, title, assignee, customerGrade, closedAt } = columnsOf(state)
  assert.deepEqual(
    [number, phase, title, assignee, customerGrade, closedAt],
    ['GD-2026-000042', 'closed', '三号机组停机', 'lin', 'general', NINE + 4 * MINUTE],
  )
  assert.deepEqual(alsoOf({ customer: 'a', site: undefined, asset: 'b', contract: undefined, visitId: 'c' }), [
    'customer/a',
    'asset/b',
    'visit/c',
  ])
})

test('every fact that moves a ticket is made by some command', () => {
  const paths = [
    'accept',
    'assign',
    'need-visit',
    'arrive',
    'remote-start',
    'restore',
    'confirm',
    'refuse',
    'reopen',
    'close',
    'cancel',
    'merge',
    'answer',
    'report',
  ]
  const made = new Set<string>()
  for (const name of paths as CommandName[]) {
    for (const steps of [[], ['report'], ['report', 'restore'], ['report', 'restore', 'confirm']] as const) {
      const told = given(...steps).story
      const decision = told.ask(name)
      if (decision.ok) made.add(decision.facts[0]!.type)
    }
  }
  assert.deepEqual(
    Object.keys(TRANSITIONS).filter((type) => !made.has(type)),
    [],
  )
})
