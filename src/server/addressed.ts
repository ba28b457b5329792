import type { Subject } from '../core/fact.ts'
import { subjectsOf } from '../core/fact.ts'
import { concerns } from '../core/promise/fold.ts'
import { contractsIn, isShared, isToldTo, ownerIn } from '../core/promise/owner.ts'
import type { BoundPlan } from '../core/promise/types.ts'
import { hasClauses } from './learning.ts'
import type { Services } from './services.ts'
import type { StoredRecord } from './store/ledger.ts'
import type { NewFact } from './transact.ts'

/** A contract under which something is said. `whole`: everything that was agreed on it, edition by edition, as its own record follows it. */
export type Spoken = { readonly whole: BoundPlan; readonly customer: string | undefined }

/** By the id of the contract. */
export type SpokenUnder = ReadonlyMap<string, Spoken>

export type Start = { readonly record: StoredRecord; readonly bound: BoundPlan | undefined }

type Speaking = { readonly tenant: string; readonly facts: readonly NewFact[] }

/** The contracts that these facts name, and the one of the record which they are said to. No connection may be held: what is not in memory takes its own. */
export async function spokenUnder({ plans }: Services, { record, bound }: Start, { tenant, facts }: Speaking): Promise<SpokenUnder> {
  const found = new Map<string, Spoken>()
  for (const id of new Set([...facts.flatMap(contractsIn), ...(record.contract === undefined ? [] : [record.contract])])) {
    const own = record.subject === `contract/${id}` && bound
    const known = own ? { whole: own, contract: record } : await plans.contract(tenant, id)
    if (known) found.set(id, { whole: known.whole, customer: known.contract.customer })
  }
  return found
}

/** Whom facts name that may stand under several contracts. */
export function sharedIn(facts: readonly Pick<NewFact, 'subject' | 'also'>[]): Subject[] {
  return [...new Set(facts.flatMap(subjectsOf))].filter((one) => isShared(one) && ownerIn(one) === one)
}

type Told = Pick<NewFact, 'subject' | 'also' | 'type'>

/** What a fact that names no contract says, is said under that of the record to which it is said. */
function isSaidUnder(contract: string, own: string | undefined, fact: Told): boolean {
  const named = contractsIn(fact)
  return named.length === 0 ? own === contract : named.includes(contract)
}

export type Addressed = { readonly owner: Subject; readonly contract: string; readonly facts: readonly Told[] } & Spoken

/** Owners to whom a contract promises something, under which one of the facts says something to them. */
export function addressed(spoken: SpokenUnder, own: string | undefined, facts: readonly Told[]): Addressed[] {
  return sharedIn(facts).flatMap((owner) =>
    [...spoken].flatMap(([contract, { whole, customer }]): Addressed[] => {
      if (!hasClauses(whole, owner)) return []
      const told = facts.filter(
        (fact) => isToldTo({ subject: owner, contract }, fact) && isSaidUnder(contract, own, fact) && concerns(whole, owner, fact),
      )
      return told.length === 0 ? [] : [{ owner, contract, whole, customer, facts: told }]
    }),
  )
}
