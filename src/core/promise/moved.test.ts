import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { AMENDMENT, amended, CONTRACT, lines, says, seen, version } from './amended.testing.ts'
import type { Line } from './amended.testing.ts'
import { newestOf, withSuccessors } from './amended.ts'
import { at, learned } from './given.testing.ts'
import { RUNS } from './random.testing.ts'
import { movable, moveData, movedBy } from './moved.ts'
import type { RecordState } from './record.ts'
import { adopt, emptyRecord, learn, lookAt } from './record.ts'
import type { BoundPlan } from './types.ts'

const patrol = (every: string) =>
  `patrol: {title: 巡检, recurring: {per: contract, starts: contract.accepted, every: ${every}, task: visit}}`
const letter = (days: number) => `letter: {deadline: {starts: contract.accepted, kept-by: document.issued, within: ${days}d}}`
const accepted: Line = ['01-01 10:00', 'contract.accepted']

function recordAt(bound: BoundPlan, facts: ReturnType<typeof lines>): RecordState {
  return learned(learn(bound, emptyRecord(bound, CONTRACT), { facts, history: () => facts })).record
}

test('a look at a decision tells what runs, its day before and after, and leaves the record as it is', () => {
  const [before, to] = [version(1, patrol('3mo'), letter(60)), version(2, patrol('1mo'), letter(40))]
  const facts = lines(accepted, ['01-05 10:00', 'visit.done'])
  const record = recordAt(before, facts)
  const kept = structuredClone(record)
  const moves = movedBy(before, record, { to, history: facts, now: at('01-20 10:00') })
  assert.deepEqual(
    moves.map(({ obligation, dueBefore, dueAfter, stateAfter }) => [obligation.promise, dueBefore, dueAfter, stateAfter]),
    [['letter', at('03-03 00:00'), at('02-11 00:00'), 'open']],
  )
  assert.deepEqual(record, kept)
})

test('what would be overdue as newly agreed is broken at the decision, and the look says so', () => {
  const [before, to] = [version(1, letter(60)), version(2, letter(10))]
  const facts = lines(accepted)
  const now = at('01-20 10:00')
  const [move] = movedBy(before, recordAt(before, facts), { to, history: facts, now })
  assert.equal(move?.stateAfter, 'broken')
  assert.ok((move?.dueAfter ?? now) < now)
})

test('a ticket, or a device, that is not amended itself is moved by a successor that its plan names', () => {
  const [before, to] = [version(1, letter(60)), version(2, letter(40))]
  const plan = movable(before, to)
  assert.notEqual(plan.hash, before.hash)
  assert.equal(movable(to, to), to, 'what stands under it already has nowhere to go')
  assert.equal(newestOf(plan), before)
  const facts = lines(accepted, ['01-10 10:00', 'obligation.moved', moveData(to)])
  assert.deepEqual(says(plan, facts, '02-20 10:00'), ['letter#1 broken 02-11 00:00'])
  assert.deepEqual(says(before, facts, '02-20 10:00'), ['letter#1 open 03-03 00:00'], 'unnamed, a version moves nothing')
  const third = version(3, letter(50))
  const both = withSuccessors(plan, [third])
  assert.deepEqual(Object.keys(both.successors ?? {}).sort(), [to.hash, third.hash].sort())
  assert.equal(both.plain, before)
})

test('a number that is measured is measured to the end of its window, whatever is decided', () => {
  const visits = (least: number) =>
    `visits: {level: {measure: count visit.done, per: contract, starts: contract.accepted, over: quarter, at-least: ${least}}}`
  const [before, to] = [version(1, visits(1)), version(2, visits(2))]
  const facts = lines(accepted)
  assert.deepEqual(movedBy(before, recordAt(before, facts), { to, history: facts, now: at('01-20 10:00') }), [])
})

test('whatever is moved, nothing that was judged changes, nothing breaks before the decision, and the look said it all', () => {
  const every = fc.constantFrom('1mo', '2mo', '3mo', '10d', '1w')
  const days = fc.integer({ min: 3, max: 120 })
  const visits = fc.array(fc.integer({ min: 2, max: 100 }), { maxLength: 4 })
  fc.assert(
    fc.property(every, every, days, days, visits, fc.integer({ min: 5, max: 110 }), (one, other, few, more, done, decided) => {
      const [before, to] = [version(1, patrol(one), letter(few)), version(2, patrol(other), letter(more))]
      const day = (count: number) => at('01-01 10:00') + count * 86_400_000
      const told = lines(accepted, ...done.map((): Line => ['01-01 10:00', 'visit.done'])).map((fact, index) =>
        index === 0 ? fact : { ...fact, occurredAt: day(done[index - 1]!), recordedAt: day(done[index - 1]!) },
      )
      const facts = told.filter(({ recordedAt }) => recordedAt < day(decided)).sort((a, b) => a.recordedAt - b.recordedAt)
      const history = facts.map((fact, index) => ({ ...fact, seq: index + 1 }))
      const record = recordAt(before, history)
      const now = day(decided)
      const moves = movedBy(before, record, { to, history, now })
      const plan = amended({ before, after: to })
      const said = { ...history[0]!, occurredAt: now, recordedAt: now }
      const amendment = { ...said, id: AMENDMENT, seq: 98, type: 'contract.amended', data: {} } as const
      const decision = { ...said, id: 'd', seq: 99, type: 'obligation.moved', data: moveData(to) } as const
      const turned = learned(adopt(plan, record, { facts: [amendment, decision], history }))
      const after = lookAt(plan, turned.record, now).obligations
      for (const was of lookAt(before, record, now).obligations) {
        const is = after.find(({ promise, episode }) => promise === was.promise && episode === was.episode)
        const move = moves.find(({ obligation }) => obligation.promise === was.promise && obligation.episode === was.episode)
        if (was.state !== 'open') assert.deepEqual([is?.state, is?.dueAt, is?.brokenAt], [was.state, was.dueAt, was.brokenAt])
        else assert.deepEqual([is?.state, is?.dueAt], [move?.stateAfter ?? was.state, move?.dueAfter ?? was.dueAt])
        if (is?.state === 'broken' && was.state === 'open') assert.equal(is.brokenAt, now)
      }
    }),
    { numRuns: RUNS.numRuns / 3 },
  )
})

test('two decisions in a row leave what the last one says, each in the trail of the obligation', () => {
  const [before, second, third] = [version(1, letter(60)), version(2, letter(40)), version(3, letter(50))]
  const plan = withSuccessors(before, [second, third])
  const facts = lines(accepted, ['01-10 10:00', 'obligation.moved', moveData(second)], ['01-12 10:00', 'obligation.moved', moveData(third)])
  const [one] = seen(plan, facts, '01-15 10:00')
  assert.equal(one?.dueAt, at('02-21 00:00'))
  assert.deepEqual(
    one?.why.notes.filter(({ kind }) => kind === 'moved').map(({ params }) => params.to),
    ['jidian@2', 'jidian@3'],
  )
})
