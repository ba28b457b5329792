import type { ContractState } from '../../core/contract/state.ts'
import type { BoundPlan } from '../../core/promise/types.ts'
import { CONTRACT, keepContract } from '../contract.ts'
import type { Transaction } from '../database/pool.ts'
import type { Services } from '../services.ts'
import { attachFile } from '../store/files.ts'
import { factsThere } from '../store/cutover.ts'
import { evolve } from '../../core/ticket/evolve.ts'
import { saveService } from '../store/services.ts'
import { ticketAggregate } from '../ticket.ts'
import { newId, transact } from '../transact.ts'
import type { Command, Outcome } from '../transact.ts'
import type { Decided } from './import.ts'

/** Somebody imported some of it meanwhile. Thrown inside the transaction, so that all of it is undone. */
class ImportedMeanwhile extends Error {}

export type WriteImport = {
  readonly tenant: string
  readonly contract: string
  /** of the contract on which the lines were decided */
  readonly version: number
  /** of what the contract stands under now: its row keeps it */
  readonly bound: BoundPlan
  readonly decided: Decided
  /** ids of the files that were read: they stay with the contract */
  readonly files: readonly string[]
  readonly once: NonNullable<Command<ContractState, never>['once']>
}

async function writeBeside(
  tx: Transaction,
  { contract, bound, decided, files }: WriteImport,
  done: { readonly state: ContractState; readonly version: number; readonly recordedAt: number },
): Promise<void> {
  if (
    (
      await factsThere(
        tx,
        decided.facts.map(({ id }) => id),
      )
    ).size > 0
  )
    throw new ImportedMeanwhile()
  if (decided.counts.milestones.fresh > 0) await keepContract(tx, { id: contract, bound, ...done })
  for (const file of files)
    await attachFile(tx, { id: newId(), file, subject: `contract/${contract}`, fact: undefined, at: done.recordedAt })
}

/** Service records name tickets that begin with the same import. */
async function writeServices(tx: Transaction, { services }: Decided, at: number): Promise<void> {
  for (const { subject, owners, state } of services) {
    const [noun = '', id = ''] = subject.split('/')
    await saveService(tx, { ...owners, id, noun, state, at })
  }
}

/**
 * All of an import through the seam as one command on its contract: facts, records, tickets, rows and the answer in one transaction, or nothing. `moved`: the
 * contract was amended, reached a milestone or ended, or took some of these lines, since they were decided; nothing is written.
 */
export async function writeImport(
  services: Services,
  write: WriteImport,
): Promise<Outcome<ContractState, never> | { readonly kind: 'moved' }> {
  const { facts, texts, begins } = write.decided
  const outcome = transact<ContractState, never>(services, {
    tenant: write.tenant,
    subject: `contract/${write.contract}`,
    expectedVersion: write.version,
    aggregate: CONTRACT,
    once: write.once,
    tickets: { ...ticketAggregate(), evolve },
    decide: () => ({ ok: true, facts, texts, begins }),
    beside: (tx, done) => writeBeside(tx, write, done),
    behind: (tx, { recordedAt }) => writeServices(tx, write.decided, recordedAt),
  })
  try {
    const ended = await outcome
    return ended.kind === 'stale' ? { kind: 'moved' } : ended
  } catch (error) {
    if (error instanceof ImportedMeanwhile) return { kind: 'moved' }
    throw error
  }
}
