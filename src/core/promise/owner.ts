import { subjectsOf } from '../fact.ts'
import type { Fact, Subject } from '../fact.ts'
import { STAYING } from './again.ts'

/*
 * Devices, sites, models and customers stay, and stand under contract after contract. What each contract owes them is a record of its own: (owner, contract).
 * The first one has the owner's own name (`asset/A7`), each further one the contract behind it (`asset/A7~contract/C2`).
 */

/** Owners that several contracts may have in common. A contract, a ticket, a visit belongs to one. */
const SHARED: ReadonlySet<string> = new Set(STAYING.filter((noun) => noun !== 'contract'))

export function isShared(subject: Subject): boolean {
  return SHARED.has(subject.slice(0, subject.indexOf('/')))
}

const UNDER = '~contract/'

/** Whose record it is: `asset/A7~contract/C2` → `asset/A7`. */
export function ownerIn(record: Subject): Subject {
  const at = isShared(record) ? record.indexOf(UNDER) : -1
  return at < 0 ? record : (record.slice(0, at) as Subject)
}

/** The name of the record of an owner under a contract which is not the first that it stood under. */
export function underContract(owner: Subject, contract: string): Subject {
  return `${owner}${UNDER}${contract}`
}

/** The contracts that a fact names: what was recorded under a contract is that contract's. */
export function contractsIn(fact: Pick<Fact, 'subject' | 'also'>): readonly string[] {
  return subjectsOf(fact).flatMap((one) => (one.startsWith('contract/') ? [one.slice('contract/'.length)] : []))
}

/** A record: its name, and the contract that it is under. */
export type Kept = { readonly subject: Subject; readonly contract?: string | undefined }

/**
 * Is this fact one of those that the record is folded from? It names the owner, and no other contract alone. What releases or moves an obligation is said to
 * the very record which that stands in.
 */
export function isToldTo({ subject, contract }: Kept, fact: Pick<Fact, 'subject' | 'also' | 'type'>): boolean {
  const named = subjectsOf(fact)
  if (!isShared(subject)) return named.includes(subject)
  if (fact.type.startsWith('obligation.')) return fact.subject === subject
  if (named.includes(subject) && ownerIn(subject) !== subject) return true
  if (!named.includes(ownerIn(subject))) return false
  const contracts = contractsIn(fact)
  return contracts.length === 0 || contract === undefined || contracts.includes(contract)
}

/** Of the facts that name an owner, or its record by name, those that the record is folded from. */
export function toldTo<One extends Pick<Fact, 'subject' | 'also' | 'type'>>(record: Kept, facts: readonly One[]): readonly One[] {
  return facts.filter((fact) => isToldTo(record, fact))
}
