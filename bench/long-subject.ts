import type { Row } from './row.ts'
import type { Fact } from '../src/core/fact.ts'
import type { RecordState } from '../src/core/promise/record.ts'
import { given, learned } from '../src/core/promise/given.testing.ts'
import { learn, replay } from '../src/core/promise/record.ts'
import { canonicalJson } from '../src/core/canonical.ts'
import { derive } from '../src/core/promise/derive.ts'
import { formatRow, median } from './row.ts'

const FACTS = 100_000
const ROUNDS = 5
const STEP = 60_000

/** A ticket that never ends: pauses, resumptions, replies and notes, a minute apart. */
function longStory() {
  const { bound, facts } = given({
    reasons: { wait: {} },
    promises: {
      reply: { starts: 'ticket.reported', keptBy: 'ticket.replied', within: '30min' },
      repair: { starts: 'ticket.reported', keptBy: 'ticket.restored', within: '2y', pauses: [] },
      close: { starts: 'ticket.reported', keptBy: 'ticket.closed', within: '3y', calendar: 'office' },
    },
  }).fact('01-01 10:00', 'ticket.reported')
  const types = ['ticket.noted', 'ticket.replied', 'ticket.assigned', 'visit.arrived'] as const
  const opening = facts[0]!
  const more = Array.from({ length: FACTS }, (_, n): Fact => {
    const at = opening.occurredAt + (n + 1) * STEP
    return { ...opening, id: `n${n}`, seq: n + 2, type: types[n % types.length]!, occurredAt: at, recordedAt: at }
  })
  return { bound, facts: [opening, ...more] }
}

/** Milliseconds of this process's CPU. */
function cpuMs(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

export async function run(): Promise<Row[]> {
  const { bound, facts } = longStory()
  const last = facts.at(-1)!
  const known = facts.slice(0, -1)
  // As a database would give it back.
  const stored = JSON.stringify(replay(bound, known, known.at(-1)!.recordedAt).record)
  let after = ''
  const one = () => {
    const result = learned(learn(bound, JSON.parse(stored) as RecordState, [last]))
    after = canonicalJson(result.obligations)
  }
  let fromNothing = ''
  const refold = () => {
    fromNothing = canonicalJson(derive(bound, facts, last.recordedAt).obligations)
  }
  one()
  const ours = Array.from({ length: ROUNDS }, () => [cpuMs(one), cpuMs(refold)] as const)
  if (after !== fromNothing) throw new Error('the fold and the refold differ')
  const value = median(ours.map(([ms]) => ms))
  const baseline = median(ours.map(([, ms]) => ms))
  return [
    {
      name: 'one more fact on a subject with 100,000 facts',
      value,
      unit: 'ms',
      baseline: { name: 'refold from nothing', value: baseline },
      ratio: baseline / value,
      target: '≤ 5 ms',
      ok: value <= 5,
    },
  ]
}

if (import.meta.main) for (const row of await run()) console.log(formatRow(row))
