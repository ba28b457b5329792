import type { BoundPlan } from '../core/promise/types.ts'
import { withTenant } from './database/pool.ts'
import type { Pool } from './database/pool.ts'
import { readBound, readContract } from './store/plan.ts'
import type { Bind, ContractInForce } from './store/plan.ts'

/** `bound`: what was agreed last; `whole`: all that was agreed, edition by edition. */
export type ContractAndPlan = { readonly contract: ContractInForce; readonly bound: BoundPlan; readonly whole: BoundPlan }

/**
 * Bound plans and contracts in memory. A bound plan is immutable and stays; which one a contract is under may change by an amendment, so
 * contracts are dropped by message (`parties`, `plan`), and all of them when the line was lost. What is not in memory takes a connection of its
 * own: nobody may ask while holding one, or a full pool would wait for itself.
 */
export type PlanMemory = {
  /** Throws for a hash that the tenant never pinned: hashes come from rows that refer to a pinned one. */
  readonly bound: (tenant: string, hash: string) => Promise<BoundPlan>
  /** What is in memory already, asked for while a connection is held; throws PlanNotHere. */
  readonly here: (tenant: string, hash: string) => BoundPlan
  /** Undefined: no such contract in this tenant. */
  readonly contract: (tenant: string, id: string) => Promise<ContractAndPlan | undefined>
  readonly dropContracts: (tenant?: string) => void
  /** a list of holidays was published: what follows on their calendars is read anew */
  readonly dropBound: (tenant?: string) => void
}

/** A plan that somebody needs who holds a connection: to be fetched once none is held, and then all of it is tried again. */
export class PlanNotHere extends Error {
  readonly planHash: string

  constructor(planHash: string) {
    super(`the plan ${planHash} is not in memory`)
    this.planHash = planHash
  }
}

/** Compiled calendars of decades are large: what is not used for long makes room. */
const MOST_PLANS = 500
const MOST_CONTRACTS = 50_000

/** Keeps what was asked for last; a failed or empty answer is asked for again. */
class Memory<Value> {
  readonly #most: number
  readonly #known = new Map<string, Promise<Value | undefined>>()
  readonly #here = new Map<string, Value>()

  constructor(most: number) {
    this.#most = most
  }

  async get(key: string, load: () => Promise<Value | undefined>): Promise<Value | undefined> {
    const known = this.#known.get(key)
    if (known) {
      this.#known.delete(key)
      this.#known.set(key, known)
      return known
    }
    const loading = load()
    this.#known.set(key, loading)
    if (this.#known.size > this.#most) this.#forget(this.#known.keys().next().value!)
    const forget = () => void (this.#known.get(key) === loading && this.#known.delete(key))
    try {
      const value = await loading
      if (value === undefined) forget()
      else if (this.#known.get(key) === loading) this.#here.set(key, value)
      return value
    } catch (error) {
      forget()
      throw error
    }
  }

  here(key: string): Value | undefined {
    return this.#here.get(key)
  }

  drop(prefix: string): void {
    for (const key of this.#known.keys()) if (key.startsWith(prefix)) this.#forget(key)
  }

  #forget(key: string): void {
    this.#known.delete(key)
    this.#here.delete(key)
  }
}

export function openPlanMemory(pool: Pool, bind: Bind): PlanMemory {
  const plans = new Memory<BoundPlan>(MOST_PLANS)
  const contracts = new Memory<ContractAndPlan>(MOST_CONTRACTS)
  const bound = async (tenant: string, hash: string): Promise<BoundPlan> => {
    const found = await plans.get(`${tenant} ${hash}`, () => withTenant(pool, tenant, (tx) => readBound(tx, hash, bind)))
    if (!found) throw new Error(`no bound plan ${hash} in tenant ${tenant}`)
    return found
  }
  const contract = (tenant: string, id: string): Promise<ContractAndPlan | undefined> =>
    contracts.get(`${tenant} ${id}`, async () => {
      const found = await withTenant(pool, tenant, (tx) => readContract(tx, id))
      return found && { contract: found, bound: await bound(tenant, found.boundHash), whole: await bound(tenant, found.wholeHash) }
    })
  const here = (tenant: string, hash: string): BoundPlan => {
    const known = plans.here(`${tenant} ${hash}`)
    if (!known) throw new PlanNotHere(hash)
    return known
  }
  const prefix = (tenant: string | undefined) => (tenant === undefined ? '' : `${tenant} `)
  const dropContracts = (tenant?: string): void => contracts.drop(prefix(tenant))
  const dropBound = (tenant?: string): void => {
    plans.drop(prefix(tenant))
    dropContracts(tenant)
  }
  return { bound, here, contract, dropContracts, dropBound }
}
