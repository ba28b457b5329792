import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Fact, FactType, Subject } from '../fact.ts'
import { derive } from './derive.ts'
import { at, clockOf, plan } from './given.testing.ts'
import type { ClauseText } from './given.testing.ts'
import { RUNS } from './random.testing.ts'

const CONTRACT: Subject = 'contract/C1'
const HOUR = 3_600_000

type Line = readonly [when: string, type: FactType]

function factsOf(lines: readonly (readonly [number, FactType])[], subject: Subject): Fact[] {
  return lines.map(([when, type], index) => ({
    id: `f${index + 1}`,
    seq: index + 1,
    subject,
    also: [],
    type,
    occurredAt: when,
    recordedAt: when,
    source: 'system',
    data: {},
  }))
}

/** What has become of one clause: `1 kept 10-01 10:00`, `2 open 10-05 10:00`. */
function told(clause: ClauseText, lines: readonly Line[], { when, subject = CONTRACT }: { when: string; subject?: Subject }): string[] {
  const facts = factsOf(
    lines.map(([time, type]) => [at(time), type] as const),
    subject,
  )
  const per = subject.slice(0, subject.indexOf('/')) as 'contract' | 'asset' | 'ticket'
  const bound = plan({ promises: { minutes: { ...clause, per } } })
  return derive(bound, facts, { asOf: at(when), subject }).obligations.map(
    ({ episode, state, keptAt, brokenAt, dueAt }) => `${episode} ${state} ${clockOf(keptAt ?? brokenAt ?? dueAt)}`,
  )
}

const MINUTES: ClauseText = { starts: 'training.held', keptBy: 'report.delivered', within: '72h' }

test('after each training its minutes are owed, year after year', () => {
  const lines: Line[] = [
    ['10-01 10:00', 'training.held'],
    ['10-02 10:00', 'report.delivered'],
    ['11-01 10:00', 'training.held'],
    ['12-01 10:00', 'training.held'],
  ]
  assert.deepEqual(told(MINUTES, lines, { when: '12-01 11:00' }), ['1 kept 10-02 10:00', '2 broken 11-04 10:00', '3 open 12-04 10:00'])
})

test('while the minutes of one training are owed another training changes nothing', () => {
  const lines: Line[] = [
    ['10-01 10:00', 'training.held'],
    ['10-02 10:00', 'training.held'],
  ]
  assert.deepEqual(told(MINUTES, lines, { when: '10-02 11:00' }), ['1 open 10-04 10:00'])
})

test('a deed is that of the newest training: it neither keeps the next one ahead nor makes good the one before', () => {
  const lines: Line[] = [
    ['10-01 10:00', 'training.held'],
    ['10-10 10:00', 'training.held'],
    ['10-11 10:00', 'report.delivered'],
    ['10-12 10:00', 'report.delivered'],
    ['10-20 10:00', 'training.held'],
  ]
  assert.deepEqual(told(MINUTES, lines, { when: '10-20 11:00' }), ['1 broken 10-04 10:00', '2 kept 10-11 10:00', '3 open 10-23 10:00'])
})

test('made good late it stays broken, until the next training', () => {
  const facts = factsOf(
    [
      [at('10-01 10:00'), 'training.held'],
      [at('10-06 10:00'), 'report.delivered'],
      [at('10-20 10:00'), 'training.held'],
      [at('10-21 10:00'), 'report.delivered'],
    ],
    CONTRACT,
  )
  const bound = plan({ promises: { minutes: { ...MINUTES, per: 'contract' } } })
  const [first] = derive(bound, facts, { asOf: at('11-01 10:00'), subject: CONTRACT }).obligations
  assert.equal(clockOf(first?.fulfilledAt), '10-06 10:00')
})

test('a device that is tested again is owed its report again; a fault that is visited again is the same fault', () => {
  const clause: ClauseText = { starts: 'asset.tested', keptBy: 'report.delivered', within: '1h' }
  const lines: Line[] = [
    ['10:00', 'asset.tested'],
    ['12:00', 'asset.tested'],
  ]
  assert.deepEqual(told(clause, lines, { when: '12:30', subject: 'asset/A1' }), ['1 broken 11:00', '2 open 13:00'])
  assert.deepEqual(told(clause, lines, { when: '12:30', subject: 'ticket/T1' }), ['1 broken 11:00'])
})

test('a milestone of a contract comes once: told again it opens nothing', () => {
  const lines: Line[] = [
    ['10-01 10:00', 'contract.accepted'],
    ['10-20 10:00', 'contract.accepted'],
  ]
  const clause: ClauseText = { ...MINUTES, starts: 'contract.accepted' }
  assert.deepEqual(told(clause, lines, { when: '10-21 10:00' }), ['1 broken 10-04 10:00'])
})

test('where all of several have to come, each has to come anew for the next time', () => {
  const clause: ClauseText = { ...MINUTES, starts: { all: ['training.held', 'document.issued'] } }
  const lines: Line[] = [
    ['10-01 10:00', 'training.held'],
    ['10-02 10:00', 'document.issued'],
    ['10-10 10:00', 'training.held'],
    ['10-11 10:00', 'training.held'],
  ]
  assert.deepEqual(told(clause, lines, { when: '10-12 10:00' }), ['1 broken 10-05 10:00'])
  assert.deepEqual(told(clause, [...lines, ['10-13 10:00', 'document.issued']], { when: '10-14 10:00' }), [
    '1 broken 10-05 10:00',
    '2 open 10-16 10:00',
  ])
})

const steps = fc.array(fc.tuple(fc.constantFrom<FactType>('training.held', 'report.delivered'), fc.integer({ min: 1, max: 100 })), {
  maxLength: 20,
})

/** What must have become of it, counted event by event. */
function expected(list: readonly (readonly [number, FactType])[], end: number): string[] {
  const runs: { due: number; kept?: number }[] = []
  let early: number | undefined
  for (const [when, type] of list) {
    const last = runs.at(-1)
    const open = last !== undefined && last.kept === undefined && when <= last.due
    if (type === 'report.delivered' && open) last.kept = when
    else if (type === 'report.delivered' && runs.length === 0) early ??= when
    // At the due instant itself a training still finds the clock open.
    else if (type === 'training.held' && !open)
      runs.push({ due: when + 72 * HOUR, ...(runs.length === 0 && early !== undefined ? { kept: early } : {}) })
  }
  return runs.map(({ due, kept }, index) => `${index + 1} ${kept === undefined ? (due <= end ? `broken ${due}` : 'open') : `kept ${kept}`}`)
}

test('law 7: as often as a training finds no minutes owed, so often they are owed, and never twice at once', () => {
  const bound = plan({ promises: { minutes: { ...MINUTES, per: 'contract' } } })
  fc.assert(
    fc.property(steps, fc.integer({ min: 0, max: 100 }), (list, more) => {
      let now = at('10-01 10:00')
      const happened = list.map(([type, hours]) => [(now += hours * HOUR), type] as const)
      const end = now + more * HOUR
      const { obligations } = derive(bound, factsOf(happened, CONTRACT), { asOf: end, subject: CONTRACT })
      assert.deepEqual(
        obligations.map(({ episode, state, keptAt, brokenAt }) =>
          [episode, state, keptAt ?? brokenAt].filter((one) => one !== undefined).join(' '),
        ),
        expected(happened, end),
      )
    }),
    { numRuns: RUNS.numRuns * 2 },
  )
})
