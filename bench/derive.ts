import type { Row } from './row.ts'
import type { Fact } from '../src/core/fact.ts'
import type { BoundPlan } from '../src/core/promise/types.ts'
import { derive } from '../src/core/promise/derive.ts'
import { given } from '../src/core/promise/given.testing.ts'
import { formatRow, median } from './row.ts'

const ROUNDS = 5
const TICKETS = 10_000

/** Ten promises as signed plans have them: chains, tables by grade and zone, office hours, civil days, pauses, a rung, a target. */
function service() {
  const byGrade = { by: 'grade', major: '8h', general: '4h' } as const
  return given({
    reasons: { wait: { evidence: true }, defer: { limit: '5d' } },
    promises: {
      accept: { starts: 'ticket.reported', keptBy: 'ticket.accepted', within: '10min' },
      reply: { starts: 'ticket.reported', keptBy: 'ticket.replied', within: '30min', target: '10min' },
      arrive: {
        starts: 'ticket.reported',
        keptBy: 'visit.arrived',
        within: { by: 'zone', city: '2h', county: '12h' },
        unless: 'remote.solved',
        pauses: ['defer'],
        onBroken: [{ escalate: 'service-manager' }],
      },
      repair: {
        starts: 'arrive.done',
        keptBy: 'ticket.restored',
        within: byGrade,
        calendar: 'office',
        pauses: ['wait', 'defer'],
        onBroken: [{ escalate: 'service-manager' }],
      },
      warn: { starts: 'repair at 75%', keptBy: 'ticket.answered', within: '1h', calendar: 'office' },
      loaner: { starts: 'arrive.done + 8h', keptBy: 'loan.delivered', within: '48h', unless: 'ticket.restored' },
      progress: { starts: 'arrive.done', keptBy: 'ticket.plan-sent', within: '2h' },
      report: { starts: 'repair.done', keptBy: 'report.delivered', within: '3wd', calendar: 'office' },
      confirm: { starts: 'repair.done', keptBy: 'ticket.confirmed', within: '1d' },
      callback: { starts: 'ticket.closed', keptBy: 'callback.made', within: '7d' },
    },
  })
}

/** One fault from report to callback in twenty facts. */
function story() {
  return service()
    .fact('09:00', 'ticket.reported', { type: 'fault', zone: 'city' })
    .fact('09:05', 'ticket.accepted')
    .fact('09:08', 'ticket.graded', { grade: 'major', by: 'staff' })
    .fact('09:12', 'ticket.replied')
    .fact('09:20', 'ticket.noted')
    .fact('09:25', 'ticket.assigned')
    .fact('09:40', 'visit.planned')
    .fact('09:45', 'visit.dispatched')
    .fact('10:00', 'visit.departed')
    .fact('10:50', 'visit.arrived')
    .fact('11:00', 'work.started')
    .fact('11:30', 'ticket.paused', { reason: 'wait', evidence: 'photo-1' })
    .fact('12:10', 'ticket.plan-sent')
    .fact('14:00', 'ticket.resumed', { reason: 'wait' })
    .fact('14:20', 'part.replaced')
    .fact('15:45', 'ticket.restored')
    .fact('15:50', 'visit.left')
    .fact('16:00', 'report.delivered')
    .fact('17:00', 'ticket.confirmed')
    .fact('10-01 09:00', 'ticket.closed')
}

/** Tickets of different hours, so that no two ask the calendar the same. */
function tickets(facts: readonly Fact[], count: number): Fact[][] {
  return Array.from({ length: count }, (_, n) => {
    const offset = n * 37_000
    return facts.map((fact) => ({
      ...fact,
      id: `${fact.id}-${n}`,
      subject: `ticket/T${n}` as const,
      occurredAt: fact.occurredAt + offset,
      recordedAt: fact.recordedAt + offset,
    }))
  })
}

function perSecond(bound: BoundPlan, all: readonly Fact[][]): number {
  const before = process.cpuUsage()
  let count = 0
  for (const facts of all) count += derive(bound, facts, facts.at(-1)!.recordedAt + 86_400_000).obligations.length
  const { user, system } = process.cpuUsage(before)
  if (count < all.length * 8) throw new Error(`only ${count} obligations`)
  return all.length / ((user + system) / 1e6)
}

export async function run(): Promise<Row[]> {
  const { bound, facts } = story()
  const all = tickets(facts, TICKETS)
  const rates = Array.from({ length: ROUNDS }, () => perSecond(bound, all))
  const value = median(rates)
  return [
    {
      name: 'derive a ticket (10 promises, 20 facts)',
      value,
      unit: 'tickets/s',
      baseline: undefined,
      ratio: undefined,
      target: '≥ 30 k tickets/s on one core',
      ok: value >= 30_000,
    },
  ]
}

if (import.meta.main) for (const row of await run()) console.log(formatRow(row))
