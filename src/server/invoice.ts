import type { Subject } from '../core/fact.ts'
import { decide } from '../core/invoice/decide.ts'
import type { InvoiceCommand, InvoiceRefusal } from '../core/invoice/decide.ts'
import { evolve, initialState } from '../core/invoice/state.ts'
import type { InvoiceState } from '../core/invoice/state.ts'
import type { Services } from './services.ts'
import { sqlState } from './database/pool.ts'
import { addEntries, GIVEN_FIRST } from './store/remedies.ts'
import type { NewEntry } from './store/remedies.ts'
import { stepInvoice } from './store/invoices.ts'
import { transact } from './transact.ts'
import type { Aggregate, Command, Outcome } from './transact.ts'

/** A bill as the seam knows it; its row is written beside its facts. */
const INVOICE: Aggregate<InvoiceState> = { initialState, evolve }

export type InvoiceWrite = {
  readonly tenant: string
  readonly id: string
  /** as the writer saw the row */
  readonly version: number
  readonly contract: string
  readonly owners: readonly Subject[]
  readonly person: string
  readonly command: InvoiceCommand
  /** it is shown for the first time: only now is it told of at all */
  readonly opens: boolean
  /** in which its number is counted */
  readonly year: number
  readonly once?: Command<InvoiceState, InvoiceRefusal>['once']
}

export type InvoiceOutcome = Outcome<InvoiceState, InvoiceRefusal> | { readonly kind: 'written-on' }

/** Somebody wrote on the bill, or moved it on, between reading and writing. Thrown, so that all of it is undone. */
class WrittenOn extends Error {}

/** Shows a bill, records the customer's agreement, or issues it: one fact through the seam, and in the same transaction its row. */
export async function writeInvoice(services: Services, write: InvoiceWrite): Promise<InvoiceOutcome> {
  const { tenant, id, version, contract, owners, person, command, opens, year, once } = write
  return transact<InvoiceState, InvoiceRefusal>(services, {
    tenant,
    subject: `invoice/${id}`,
    aggregate: INVOICE,
    opens: opens ? { contract } : undefined,
    once,
    decide: ({ state, now, subject, newId }) => decide(state, command, { now, subject, owners, newId, person }),
    beside: async (tx, { state, facts, recordedAt }) => {
      const frozen = command.name === 'show' ? command.account : undefined
      const written = await stepInvoice(tx, { id, version, state, frozen, year, now: recordedAt })
      if (!written) throw new WrittenOn(id)
      if (command.name !== 'issue') return
      const [, ...settled] = facts
      const entries = (command.frozen.remedies ?? []).map(({ key, nth, fen }, at): NewEntry => {
        const fact = settled[at]!.id
        return { remedy: key, nth, fen: -fen, how: 'bill', invoice: id, contract, fact, person, at: recordedAt }
      })
      await addEntries(tx, entries)
    },
  }).catch((error: unknown): InvoiceOutcome => {
    if (error instanceof WrittenOn || sqlState(error)?.constraint === GIVEN_FIRST) return { kind: 'written-on' }
    throw error
  })
}
