import type { FactNoun } from '../fact.ts'
import { openingEvent } from './clause-events.ts'
import { leavesOf } from './event.ts'
import type { Clause, OwnerNoun } from './types.ts'

/** What the facts of a noun are about, where the noun itself owns nothing. Remote help, and the visits of this version, are about a ticket. */
const ABOUT: Readonly<Record<FactNoun, OwnerNoun>> = {
  ticket: 'ticket',
  remote: 'ticket',
  visit: 'ticket',
  work: 'ticket',
  part: 'ticket',
  loan: 'loan',
  rma: 'rma',
  asset: 'asset',
  contract: 'contract',
  cover: 'asset',
  callback: 'ticket',
  report: 'contract',
  survey: 'ticket',
  complaint: 'complaint',
  call: 'ticket',
  notice: 'contract',
  training: 'contract',
  document: 'contract',
  form: 'ticket',
  approval: 'contract',
  invoice: 'contract',
  remedy: 'ticket',
  task: 'ticket',
  escalation: 'ticket',
  event: 'event',
  stock: 'model',
  shift: 'contract',
  obligation: 'ticket',
  calendar: 'contract',
  fact: 'ticket',
}

/** `stated`: the clauses that name their owner themselves. */
type Owners = { readonly promises: Readonly<Record<string, Clause>>; readonly stated: ReadonlySet<string> }

/**
 * The owner of an instance where the clause does not say: the noun of what starts it. A chain belongs to the owner of the promise that it hangs on;
 * a ring of chains, which never starts, to the ticket.
 */
export function ownerOf(id: string, { promises, stated }: Owners, seen: readonly string[] = []): OwnerNoun {
  const clause = Object.hasOwn(promises, id) ? promises[id] : undefined
  if (!clause || seen.includes(id)) return 'ticket'
  if (stated.has(id)) return clause.per
  const first = leavesOf(openingEvent(clause))[0]
  switch (first?.kind) {
    case 'fact':
      return ABOUT[first.type.split('.')[0] as FactNoun]
    case 'promise':
    case 'share':
      return ownerOf(first.promise, { promises, stated }, [...seen, id])
    case 'instant':
      return first.noun as OwnerNoun
    default:
      return 'ticket'
  }
}
