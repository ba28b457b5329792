import type { Subject } from '../core/fact.ts'
import { evolve as evolveContract, initialState as noContract } from '../core/contract/state.ts'
import { moveData, movable, movedBy } from '../core/promise/moved.ts'
import type { Moved } from '../core/promise/moved.ts'
import type { BoundPlan } from '../core/promise/types.ts'
import { inSnapshot } from './database/pool.ts'
import type { Services } from './services.ts'
import { readRecords } from './store/ledger.ts'
import { readFactsOf } from './store/owner-records.ts'
import { saveBound } from './store/plan.ts'
import { runningSubjects } from './store/obligation-queries.ts'
import { ticketAggregate } from './ticket.ts'
import { transact } from './transact.ts'
import type { Aggregate, Command } from './transact.ts'

/** Which contract's running obligations, and what they would be moved to. */
export type Moving = { readonly tenant: string; readonly contract: string; readonly to: BoundPlan }

export type MovedOf = Moved & { readonly bound: BoundPlan }

/** What runs under an earlier version, as it stands and as it would stand: the contract's own, its tickets', its devices'. */
export async function dryMove(services: Services, { tenant, contract, to }: Moving): Promise<readonly MovedOf[]> {
  const now = await services.clock.now(tenant)
  const found = await inSnapshot(services.pool, tenant, async (tx) => {
    const records = await readRecords(tx, await runningSubjects(tx, contract))
    const histories = []
    for (const record of records) histories.push({ record, history: await readFactsOf(tx, record) })
    return histories
  })
  const moves: MovedOf[] = []
  for (const { record, history } of found) {
    if (!record.record || record.boundHash === undefined || record.boundHash === to.hash) continue
    const bound = await services.plans.bound(tenant, record.boundHash)
    moves.push(...movedBy(bound, record.record, { to, history, now }).map((one) => ({ ...one, bound })))
  }
  return moves
}

type Deciding = Moving & {
  readonly person: string
  readonly reason: string
  readonly once: Omit<NonNullable<Command<unknown, never>['once']>, 'answer'>
}

/** The state of what else may owe something is not changed by the decision. */
function aggregateOf(subject: Subject): Aggregate<unknown> {
  if (subject.startsWith('ticket/')) return ticketAggregate() as Aggregate<unknown>
  if (subject.startsWith('contract/')) return { initialState: noContract, evolve: (state, fact) => evolveContract(state as never, fact) }
  return { initialState: () => ({}), evolve: (state) => state }
}

/**
 * Moves what runs, subject by subject, each through the seam. The last one keeps the answer for a repetition; broken off in the middle, a repetition goes on
 * with what is left. Gives how many obligations were moved.
 */
export async function moveRunning(services: Services, deciding: Deciding): Promise<number> {
  const moves = await dryMove(services, deciding)
  const subjects = [...new Set(moves.map(({ obligation }) => obligation.subject))]
  for (const [index, subject] of subjects.entries())
    await moveOne(services, deciding, { subject, answer: index === subjects.length - 1 ? { moved: moves.length } : undefined })
  return moves.length
}

async function moveOne(
  services: Services,
  { tenant, to, person, reason, once }: Deciding,
  { subject, answer }: { readonly subject: Subject; readonly answer: object | undefined },
): Promise<void> {
  let adopted: BoundPlan | undefined
  const outcome = await transact<unknown, never>(services, {
    tenant,
    subject,
    aggregate: aggregateOf(subject),
    adopts: (before) => (adopted = movable(before, to)),
    once: answer && { ...once, answer: () => answer },
    decide: ({ now, newId }) => {
      const id = newId()
      const fact = {
        id,
        subject,
        also: [],
        type: 'obligation.moved',
        occurredAt: now,
        source: 'hand',
        by: person,
        data: moveData(to),
      } as const
      return { ok: true, facts: [fact], texts: [{ factId: id, field: 'reason', text: reason }] }
    },
    beside: async (tx, { recordedAt }) => {
      if (adopted) await saveBound(tx, adopted, recordedAt)
    },
  })
  if (outcome.kind !== 'done' && outcome.kind !== 'repeated') throw new Error(`${subject} was not moved: ${outcome.kind}`)
}
