import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { FACTS } from '../fact.ts'
import type { FactNoun, FactType } from '../fact.ts'
import { RUNS } from '../promise/random.testing.ts'
import { UNITS } from '../time/duration.ts'
import { formatEvent } from './compare.ts'
import { event, leavesOf, parseEventText, placedLeaves } from './event.ts'
import { reading } from './given.testing.ts'
import type { EventExpr, PromiseState } from './types.ts'

const FACT_TYPES = Object.entries(FACTS).flatMap(([noun, participles]) => participles.map((one) => `${noun}.${one}` as FactType))
const STATES: readonly PromiseState[] = ['opened', 'due', 'kept', 'broken', 'done', 'cancelled']

const read = (text: string) => reading(event, text)
const codes = (text: string) => read(text).told.map(({ code, path }) => `${path} ${code}`)

test('every fact of the vocabulary is an event by its name', () => {
  assert.ok(FACT_TYPES.length > 80)
  for (const type of FACT_TYPES) assert.deepEqual(parseEventText(type), { kind: 'fact', type, where: undefined })
})

test('a fact may be asked about; the condition is kept as written and ends the text', () => {
  assert.deepEqual(parseEventText('loan.delivered where class >= asset.class'), {
    kind: 'fact',
    type: 'loan.delivered',
    where: { cel: 'class >= asset.class' },
  })
  assert.deepEqual(parseEventText('visit.agreed  where   by == "customer"  '), {
    kind: 'fact',
    type: 'visit.agreed',
    where: { cel: 'by == "customer"' },
  })
  assert.deepEqual(parseEventText('ticket.judged where removable == false\n  && affectsWork'), {
    kind: 'fact',
    type: 'ticket.judged',
    where: { cel: 'removable == false\n  && affectsWork' },
  })
})

test('each state of another promise is an event, and nothing else behind its name is', () => {
  for (const state of STATES) assert.deepEqual(parseEventText(`arrive.${state}`), { kind: 'promise', promise: 'arrive', state })
  for (const word of ['late', 'Done', 'do', 'kept-by', 'paused'])
    assert.deepEqual(parseEventText(`arrive.${word}`), { problem: 'bad-event' })
})

test('a share of a clock lies between nothing and all of it', () => {
  assert.deepEqual(parseEventText('arrive at 80%'), { kind: 'share', promise: 'arrive', percent: 80 })
  assert.deepEqual(parseEventText('24h-onsite at 99.5%'), { kind: 'share', promise: '24h-onsite', percent: 99.5 })
  for (const share of ['0', '100', '0.0', '150']) assert.deepEqual(parseEventText(`arrive at ${share}%`), { problem: 'bad-share' })
  for (const text of ['arrive at 80', 'arrive at -5%', 'arrive at %', 'Arrive at 80%', 'arrive at 80 %'])
    assert.deepEqual(parseEventText(text), { problem: 'bad-event' }, text)
})

test('an announced event and a cover have a start and an end; a cover also tells that it started, was extended, ended', () => {
  assert.deepEqual(parseEventText('event.start'), { kind: 'instant', noun: 'event', name: 'start' })
  assert.deepEqual(parseEventText('event.end - 2h'), { kind: 'instant', noun: 'event', name: 'end', offset: { value: -2, unit: 'h' } })
  for (const name of ['start', 'end']) assert.deepEqual(parseEventText(`equipment.${name}`), { kind: 'instant', noun: 'equipment', name })
  for (const state of ['started', 'ended', 'extended'])
    assert.deepEqual(parseEventText(`equipment.${state}`), { kind: 'promise', promise: 'equipment', state })
  assert.deepEqual(parseEventText('equipment.end - 10d'), {
    kind: 'instant',
    noun: 'equipment',
    name: 'end',
    offset: { value: -10, unit: 'd' },
  })
})

test('a known noun with an unknown participle is a fact misspelt; an unknown noun is no event at all', () => {
  assert.deepEqual(parseEventText('visit.arive'), { problem: 'unknown-fact' })
  assert.deepEqual(parseEventText('ticket.done'), { problem: 'unknown-fact' })
  assert.deepEqual(parseEventText('ticket.end'), { problem: 'unknown-fact' })
  for (const text of [
    '',
    'ticket',
    'report it',
    '修好',
    'ticket reported',
    'ticket.reported.twice',
    'ticket.',
    '.reported',
    'arrive.done where x',
  ])
    assert.deepEqual(parseEventText(text), { problem: 'bad-event' }, text)
})

test('names that every object inherits are neither facts nor nouns', () => {
  for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty'])
    for (const text of [name, `${name}.done.start`, `ticket.${name}`]) assert.ok('problem' in parseEventText(text), text)
})

test('a duration is added or taken with blanks around the sign; a hyphen inside a name takes nothing', () => {
  assert.deepEqual(parseEventText('arrive.done + 8h'), {
    kind: 'promise',
    promise: 'arrive',
    state: 'done',
    offset: { value: 8, unit: 'h' },
  })
  assert.deepEqual(parseEventText('contract.accepted - 1mo'), {
    kind: 'fact',
    type: 'contract.accepted',
    where: undefined,
    offset: { value: -1, unit: 'mo' },
  })
  assert.deepEqual(parseEventText('arrive at 50% + 0.5wd'), {
    kind: 'share',
    promise: 'arrive',
    percent: 50,
    offset: { value: 0.5, unit: 'wd' },
  })
  assert.deepEqual(parseEventText('asset.in-service'), { kind: 'fact', type: 'asset.in-service', where: undefined })
  for (const text of ['arrive.done+8h', 'arrive.done +8h', 'arrive.done + 8', 'arrive.done + h', '+ 8h', 'arrive.done + 0.5mo'])
    assert.deepEqual(parseEventText(text), { problem: 'bad-event' }, text)
})

test('a sum inside a condition stays there unless it ends in a duration', () => {
  assert.deepEqual(parseEventText('visit.needed where travelMs + 5 > 10'), {
    kind: 'fact',
    type: 'visit.needed',
    where: { cel: 'travelMs + 5 > 10' },
  })
  assert.deepEqual(parseEventText('visit.agreed where by == "customer" + 2h'), {
    kind: 'fact',
    type: 'visit.agreed',
    where: { cel: 'by == "customer"' },
    offset: { value: 2, unit: 'h' },
  })
})

test('a list means any of its events, `all` every one of them, and both may hold the other', () => {
  const reported = { kind: 'fact', type: 'ticket.reported', where: undefined }
  const failed = { kind: 'fact', type: 'remote.failed', where: undefined }
  assert.deepEqual(read('[ticket.reported, remote.failed]').value, { kind: 'any', of: [reported, failed] })
  assert.deepEqual(read('{all: [ticket.reported, remote.failed]}').value, { kind: 'all', of: [reported, failed] })
  assert.deepEqual(read('{all: [[ticket.reported, remote.failed], remote.failed]}').value, {
    kind: 'all',
    of: [{ kind: 'any', of: [reported, failed] }, failed],
  })
})

test('every event of a list that cannot be read is told at its own place', () => {
  const { value, told } = read('- ticket.reported\n- visit.arive\n- {all: [arrive.late, remote.failed]}\n')
  assert.equal(value, undefined)
  assert.deepEqual(
    told.map(({ code, path, line, column }) => ({ code, path, line, column })),
    [
      { code: 'unknown-fact-near', path: 'here[1]', line: 2, column: 3 },
      { code: 'bad-event', path: 'here[2].all[0]', line: 3, column: 10 },
    ],
  )
})

test('an unknown fact is told with the one that was probably meant, else with all that its noun has', () => {
  assert.deepEqual(
    read('remote.fialed where x').told.map(({ code, params }) => ({ code, params })),
    [{ code: 'unknown-fact-near', params: { value: 'remote.fialed', near: 'remote.failed' } }],
  )
  assert.deepEqual(
    read('remote.considered').told.map(({ code, params }) => ({ code, params })),
    [
      {
        code: 'unknown-fact',
        params: {
          value: 'remote.considered',
          known: 'remote.authorised remote.started remote.failed remote.solved remote.ended',
        },
      },
    ],
  )
})

test('an empty list, a map that is no `all`, a number and a forgotten value are refused', () => {
  assert.deepEqual(codes('[]'), ['here bad-event'])
  assert.deepEqual(codes('{all: []}'), ['here.all bad-event'])
  assert.deepEqual(codes('{all: ticket.reported}'), ['here.all bad-event'])
  assert.deepEqual(codes('{any: [ticket.reported]}'), ['here bad-event'])
  assert.deepEqual(codes('{all: [ticket.reported], within: 3h}'), ['here.within unknown-key'])
  assert.deepEqual(codes('{}'), ['here bad-event'])
  assert.deepEqual(codes('12'), ['here bad-event'])
  assert.deepEqual(codes('true'), ['here bad-event'])
  assert.deepEqual(codes('~'), ['here null-value'])
  assert.deepEqual(codes('[ticket.reported, ~]'), ['here[1] null-value'])
})

test('the single events of an expression are found with the way to each in the file', () => {
  const { value } = read('[ticket.reported, {all: [remote.failed, arrive.done]}]')
  assert.deepEqual(
    placedLeaves(value).map(({ path, leaf }) => [path.join('/'), formatEvent(leaf)]),
    [
      ['0', 'ticket.reported'],
      ['1/all/0', 'remote.failed'],
      ['1/all/1', 'arrive.done'],
    ],
  )
  assert.deepEqual(
    placedLeaves(read('visit.arrived').value).map(({ path }) => path),
    [[]],
  )
  assert.deepEqual(leavesOf(undefined), [])
  assert.equal(leavesOf(value).length, 3)
})

const durations = fc
  .tuple(fc.integer({ min: 1, max: 999_999 }), fc.constantFrom(...UNITS), fc.boolean())
  .map(([value, unit, back]) => ({ value: back ? -value : value, unit }))
const ids = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,12}$/).filter((id) => !Object.hasOwn(FACTS, id))
const conditions = fc.constantFrom('type == "fault"', 'grade in ["major", "general"]', 'by == "a.b - c"', 'special && travelMs > 5')

const wheres = fc.option(conditions, { nil: undefined }).map((cel) => cel && { cel })

const singles: fc.Arbitrary<EventExpr> = fc.oneof(
  fc.tuple(fc.constantFrom(...FACT_TYPES), wheres).map(([type, where]): EventExpr => ({ kind: 'fact', type, where: where || undefined })),
  fc.tuple(ids, fc.constantFrom(...STATES)).map(([promise, state]): EventExpr => ({ kind: 'promise', promise, state })),
  fc.tuple(ids, fc.integer({ min: 1, max: 99 })).map(([promise, percent]): EventExpr => ({ kind: 'share', promise, percent })),
  fc.constantFrom('start', 'end').map((name): EventExpr => ({ kind: 'instant', noun: 'event', name })),
)
const moved = fc
  .tuple(singles, fc.option(durations, { nil: undefined }))
  .map(([one, offset]): EventExpr => (offset === undefined ? one : { ...one, offset }))

test('an event printed in the spelling of the language is read as the same event', () => {
  fc.assert(
    fc.property(moved, (one) => assert.deepEqual(parseEventText(formatEvent(one)), one)),
    RUNS,
  )
})

test('lists and `all` keep every event and its order through printing and reading', () => {
  // conditions hold quotes and brackets; in a flow list the language wants them in quotes, which is the writer's business
  const bare = moved.filter((one) => one.kind !== 'fact' || one.where === undefined)
  const lists = fc.array(bare, { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(lists, lists, (some, others) => {
      const whole: EventExpr = { kind: 'any', of: [...some, { kind: 'all', of: others }] }
      assert.deepEqual(read(formatEvent(whole)).value, whole)
      assert.deepEqual(leavesOf(whole), [...some, ...others])
    }),
    RUNS,
  )
})

test('whatever is written as an event, the answer is an event or a problem with a name, never an exception', () => {
  const pieces = fc.array(
    fc.oneof(
      fc.constantFrom('ticket', '.', 'reported', 'where', ' ', 'at', '80%', '+', '-', '8h', 'arrive', 'done', 'event.end', '"', 'all'),
      fc.string({ maxLength: 4 }),
    ),
    { maxLength: 8 },
  )
  const known = ['bad-event', 'unknown-fact', 'bad-share']
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        pieces.map((parts) => parts.join('')),
      ),
      (text) => {
        const one = parseEventText(text)
        if ('problem' in one) assert.ok(known.includes(one.problem))
        else if (one.kind === 'fact') assert.ok(Object.hasOwn(FACTS, one.type.split('.')[0] as FactNoun))
        else assert.deepEqual(parseEventText(formatEvent(one)), one)
      },
    ),
    RUNS,
  )
})
