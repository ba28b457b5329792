import { decide } from '../../../core/contract/decide.ts'
import { paperHash, paperText } from '../../../core/contract/signature.ts'
import type { ContractState } from '../../../core/contract/state.ts'
import type { Term } from '../../../core/plan/types.ts'
import type { AmendContract, ContractChanged } from '../../../wire/contracts.ts'
import type { GivenSignature } from '../../../wire/signatures.ts'
import { withTenant } from '../../database/pool.ts'
import type { ContractRow } from '../../store/contract-queries.ts'
import { newId } from '../../transact.ts'
import type { Caller } from '../caller.ts'
import type { Http } from '../http.ts'
import { Refused, refuse, refuseField } from '../problem.ts'
import type { Call } from '../route.ts'
import { givenSignatures } from './signature-files.ts'
import { amendedPaper, paperNow } from './signed.ts'
import { bindFor, contradictionProblem, contractRefused, partyProblem, standing, write } from './write.ts'
import type { Agreed } from './write.ts'

type Asks = { readonly http: Http; readonly caller: Caller }

/** What an amendment agrees on; what is not named stays. */
export type Anew = Omit<AmendContract, 'version' | 'signatures'>

/** What the contract would be under; `planHash` only where it goes under another version of a plan. */
export type Amended = Omit<Agreed, 'planHash'> & { readonly planHash: string | undefined }

/** The parties are there, and plan and terms fit together; or what stands against it. */
export async function bindAmended({ http, caller }: Asks, row: ContractRow, anew: Anew): Promise<Amended | Refused> {
  const { sites = [], assets = [], people = {}, plan = row.plan } = anew
  const parties = { customer: row.customer, sites, assets, people: Object.values(people).flat() }
  const problem = await withTenant(http.services.pool, caller.tenant, (tx) => partyProblem(tx, parties))
  if (problem) return problem
  const agreed = await bindFor(http, caller.tenant, { plan, terms: (anew.terms as readonly Term[] | undefined) ?? row.terms })
  if (agreed instanceof Refused) return agreed
  const moves = plan !== row.plan
  if (moves && agreed.retired) return refuseField('plan', 'plan.is-retired', { plan })
  // What the contract says of two minds already, it may go on with: only what is agreed anew is held against it.
  const before = moves ? undefined : contradictionProblem((await http.services.plans.bound(caller.tenant, row.bound_hash)).plan)
  const contradiction = before ? undefined : contradictionProblem(agreed.bound.plan)
  if (contradiction) return contradiction
  return { ...agreed, planHash: moves ? agreed.planHash : undefined }
}

/** The contract as it would stand, to be signed by both sides. */
export async function paperAmended({ http, caller }: Asks, row: ContractRow, anew: Anew) {
  const { plan = row.plan, terms = row.terms, ...others } = anew
  return withTenant(http.services.pool, caller.tenant, (tx) =>
    amendedPaper(tx, row.state_json, { ...others, plan, terms: terms as readonly Term[] }),
  )
}

/** Signatures that were given on paper under an amendment: over the contract as it will stand. */
async function signedOnPaper(asks: Asks, row: ContractRow, { given, anew }: { given: readonly GivenSignature[]; anew: Anew }) {
  if (given.length === 0) return { signatures: [], files: [] }
  const paper = await paperAmended(asks, row, anew)
  return paper ? givenSignatures(asks, given, paperHash(paper)) : refuse(422, 'signing.no-record')
}

/** Terms or plan, dates, what it covers, whom it names: agreed anew from now on. What runs goes on under what it began with. */
export async function amendContract(
  call: Call<'contract.manage', { readonly id: string }, undefined, AmendContract>,
): Promise<ContractChanged | Refused> {
  const { http, caller, params, body } = call
  const row = await standing(http, caller, params.id)
  if (row instanceof Refused) return row
  const { version, signatures: given = [], ...anew } = body
  const agreed = await bindAmended(call, row, anew)
  if (agreed instanceof Refused) return agreed
  const signed = await signedOnPaper(call, row, { given, anew })
  if (signed instanceof Refused) return signed
  const { bound, plan, planHash } = agreed
  const command = { ...anew, terms: anew.terms as readonly Term[] | undefined, signatures: signed.signatures, name: 'amend' } as const
  return write(call, { id: params.id, command, bound, plan, planHash, files: signed.files, expectedVersion: version })
}

/** The paper of a draft: an amendment of this contract, begun when it said `base`. */
export type Amending = { readonly contract: string; readonly base: string }

/** The contract that a draft amends, as it stands; refused where something else was agreed since the draft was begun. */
export async function contractToAmend({ http, caller }: Asks, { contract, base }: Amending): Promise<ContractRow | Refused> {
  const row = await standing(http, caller, contract)
  if (row instanceof Refused) return row
  const now = await withTenant(http.services.pool, caller.tenant, (tx) => paperNow(tx, row.state_json))
  return now && paperHash(now) === base ? row : refuse(422, 'signing.amended-meanwhile')
}

/** SHA-256 of a contract as it stands, by which the draft of an amendment knows what it began from. */
export async function baseOf({ http, caller }: Asks, contract: string): Promise<string | Refused> {
  const row = await standing(http, caller, contract)
  if (row instanceof Refused) return row
  if (row.ended) return contractRefused({ code: 'ended', params: {} })
  const now = await withTenant(http.services.pool, caller.tenant, (tx) => paperNow(tx, row.state_json))
  return now ? paperHash(now) : refuse(422, 'signing.no-record')
}

export type AmendmentReady = {
  readonly row: ContractRow
  readonly agreed: Amended
  readonly text: string
  readonly hash: string
}

/** Everything that would refuse the amendment is asked now, and not when the second side has put its seal to it. */
export async function readyToAmend(asks: Asks, row: ContractRow, anew: Anew): Promise<AmendmentReady | Refused> {
  const agreed = await bindAmended(asks, row, anew)
  if (agreed instanceof Refused) return agreed
  const paper = await paperAmended(asks, row, anew)
  const state: ContractState | null = row.state_json
  if (!paper || !state) return refuse(422, 'signing.no-record')
  const now = await asks.http.services.clock.now(asks.caller.tenant)
  const command = { ...anew, terms: anew.terms as readonly Term[] | undefined, name: 'amend' } as const
  const context = { now, subject: `contract/${row.id}`, newId, source: 'hand', person: asks.caller.person, plan: agreed.plan } as const
  const decision = decide(state, command, context)
  return decision.ok ? { row, agreed, text: paperText(paper), hash: paperHash(paper) } : contractRefused(decision.refusal)
}
