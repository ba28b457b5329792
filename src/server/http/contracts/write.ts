import type { ContractCommand } from '../../../core/contract/decide.ts'
import { sayContractRefusal } from '../../../core/contract/refusal.ts'
import type { ContractRefusal } from '../../../core/contract/refusal.ts'
import { paperHash } from '../../../core/contract/signature.ts'
import type { Paper } from '../../../core/contract/signature.ts'
import type { ContractState } from '../../../core/contract/state.ts'
import type { FileRef } from '../../../core/file/ref.ts'
import { contradictionsIn } from '../../../core/plan/lint.ts'
import type { Finding, Plan, Term } from '../../../core/plan/types.ts'
import type { BoundPlan } from '../../../core/promise/types.ts'
import type { Locale } from '../../../core/words.ts'
import type { ContractChanged, EndContract, ReachMilestone, SignContract } from '../../../wire/contracts.ts'
import { writeContract } from '../../contract.ts'
import type { ContractOutcome } from '../../contract.ts'
import { withTenant } from '../../database/pool.ts'
import type { Tx } from '../../database/pool.ts'
import { bindWithZones } from '../../plan-binding.ts'
import { findContracts } from '../../store/contract-queries.ts'
import type { ContractRow } from '../../store/contract-queries.ts'
import { holidayLists } from '../../store/holidays.ts'
import { readDraft } from '../../store/contract-draft.ts'
import type { DraftRow, DraftVersion } from '../../store/contract-draft.ts'
import { findSignatures } from '../../store/contract-signature.ts'
import { readPlan } from '../../store/plan.ts'
import { newId } from '../../transact.ts'
import type { Done } from '../../transact.ts'
import type { Caller } from '../caller.ts'
import { filesNamed } from '../files/attach.ts'
import type { Http } from '../http.ts'
import { Refused, recordMissing, refuse, refuseField } from '../problem.ts'
import { answerOfSeam } from '../seam-answer.ts'
import type { Call } from '../route.ts'
import { givenSignatures } from './signature-files.ts'

type Manages<Body, Params = { readonly id: string }> = Call<'contract.manage', Params, undefined, Body>

export type Agreed = { readonly bound: BoundPlan; readonly plan: Plan; readonly planHash: string; readonly retired: boolean }

/** The plan of a reference with these terms, bound; or what stands against it. */
export async function bindFor(
  { services }: Http,
  tenant: string,
  { plan: ref, terms }: { readonly plan: string; readonly terms: readonly Term[] },
): Promise<Agreed | Refused> {
  const { found, lists } = await withTenant(services.pool, tenant, async (tx) => ({
    found: await readPlan(tx, ref),
    lists: await holidayLists(tx),
  }))
  if (!found) return refuseField('plan', 'field.no-such', { value: ref })
  const bound = bindWithZones(found.plan, terms, lists)
  if (!bound.ok) return refuseTerms(bound.findings)
  return { bound: { ...bound.bound, backfillMs: services.backfillMs }, plan: found.plan, planHash: found.hash, retired: found.retired }
}

type Parties = {
  readonly customer: string
  readonly sites: readonly string[]
  readonly assets: readonly string[]
  readonly people: readonly string[]
}

/** The first thing that is not there, or is somebody else's. Said by its field; of another firm's it is said that it is not there. */
export async function partyProblem(tx: Tx, { customer, sites, assets, people }: Parties): Promise<Refused | undefined> {
  const [found] = await tx.query<{ customer: boolean }>('SELECT EXISTS (SELECT FROM customer WHERE id = $1) AS customer', [customer])
  if (!found?.customer) return refuseField('customer', 'field.no-such', { value: customer })
  for (const [field, table, ids] of [
    ['sites', 'site', sites],
    ['assets', 'asset', assets],
  ] as const) {
    const rows = await tx.query<{ id: string; customer: string }>(`SELECT id, customer FROM ${table} WHERE id = ANY($1)`, [ids])
    const missing = ids.find((id) => !rows.some((row) => row.id === id))
    if (missing !== undefined) return refuseField(field, 'field.no-such', { value: missing })
    if (rows.some((row) => row.customer !== customer)) return refuseField(field, 'field.of-other-customer')
  }
  const known = await tx.query<{ id: string }>('SELECT id FROM person WHERE id = ANY($1) AND left_at IS NULL', [people])
  const stranger = people.find((id) => !known.some((row) => row.id === id))
  return stranger === undefined ? undefined : refuseField('people', 'field.no-such', { value: stranger })
}

/** What the plan says of the agreed values, each by the key of its term. */
function refuseTerms(findings: readonly Finding[]): Refused {
  return refuse(422, 'contract.terms-refused', { count: findings.length }).with({ field: 'terms', findings })
}

export function contractRefused(refusal: ContractRefusal): Refused {
  if (refusal.findings) return refuseTerms(refusal.findings)
  const say = (locale: Locale) => sayContractRefusal(refusal, locale)
  const code = `contract.${refusal.code}`
  const { field } = refusal
  return new Refused({ status: field === undefined ? 422 : 400, code, say }).with(
    field === undefined ? {} : { field, errors: [{ field, code, say }] },
  )
}

/** What the seam says of a contract, as an answer or as a problem. */
export function answerOf<Answer>(outcome: ContractOutcome): Answer | Refused {
  if (outcome.kind === 'plan-moved') return refuse(409, 'plan.moved')
  if (outcome.kind === 'draft-moved') return refuse(409, 'contract.stale')
  return answerOfSeam(outcome, {
    refused: contractRefused,
    stale: () => refuse(409, 'contract.stale'),
    exists: () => refuseField('number', 'contract.number-taken'),
    unknown: (table) => refuseField(table, 'field.no-such', { value: table }),
  })
}

type Writing = {
  readonly id: string
  readonly command: ContractCommand
  readonly bound: BoundPlan
  readonly plan?: Plan | undefined
  readonly planHash?: string | undefined
  readonly draft?: DraftVersion | undefined
  readonly files?: readonly FileRef[]
  readonly expectedVersion?: number | undefined
}

export async function write(
  call: Pick<Manages<unknown, unknown>, 'http' | 'caller' | 'key'>,
  { id, ...writing }: Writing,
): Promise<ContractChanged | Refused> {
  const { http, caller, key } = call
  if (!key) throw new Error('a keyed write came without its key')
  const answer = ({ state, version, facts, recordedAt }: Done<ContractState>): ContractChanged => ({
    id,
    number: state.number,
    version,
    phase: state.phase === 'absent' ? 'signed' : state.phase,
    facts: facts.map((fact) => fact.id),
    recordedAt,
  })
  const outcome = await writeContract(http.services, {
    tenant: caller.tenant,
    id,
    person: caller.person,
    ...writing,
    once: { person: caller.person, key: key.key, hash: key.hash, answer },
  })
  return answerOf<ContractChanged>(outcome)
}

type Terms = { readonly terms: readonly Term[] }
const termsIn = ({ terms = [] }: Pick<SignContract, 'terms'>): Terms => ({ terms: terms as readonly Term[] })

/** Two clauses that say different things of one: signed once a reading, or a term, says which of them is meant. */
export function contradictionProblem(plan: Plan): Refused | undefined {
  const [first, ...more] = contradictionsIn(plan)
  if (!first) return undefined
  const [one, other] = first.clauses.map((id) => plan.promises[id]?.title ?? id)
  return refuseField('plan', 'signing.contradiction', { one: one ?? '', other: other ?? '', count: more.length + 1 })
}

/** What a contract would be bound to when it is signed so; or what stands against it. */
export async function bindSigned(
  { http, caller }: Pick<Manages<unknown>, 'http' | 'caller'>,
  body: SignContract,
): Promise<Agreed | Refused> {
  const { customer, sites = [], assets = [], people = {}, plan } = body
  const parties = { customer, sites, assets, people: Object.values(people).flat() }
  const problem = await withTenant(http.services.pool, caller.tenant, (tx) => partyProblem(tx, parties))
  if (problem) return problem
  const agreed = await bindFor(http, caller.tenant, { plan, ...termsIn(body) })
  if (agreed instanceof Refused) return agreed
  if (agreed.retired) return refuseField('plan', 'plan.is-retired', { plan })
  return contradictionProblem(agreed.bound.plan) ?? agreed
}

/** What both sides put their seals to. */
export function paperOf(body: SignContract, { planHash }: Pick<Agreed, 'planHash'>): Paper {
  const { number, title, customer, plan, startsOn, endsOn, sites = [], assets = [], people = {} } = body
  return { number, title, customer, plan, planHash, ...termsIn(body), startsOn, endsOn, sites, assets, people }
}

/** The draft as it is now, to be written down as a contract; refused while a side has signed it. Undefined: it is gone. */
export async function unsignedDraft(tx: Tx, id: string): Promise<DraftRow | Refused | undefined> {
  const row = await readDraft(tx, id)
  const isSigned = (await findSignatures(tx, [id])).some((one) => one.voided_at === null)
  return isSigned ? refuse(409, 'signing.under-way') : row
}

/** A contract is signed: from now on its tickets run under this plan with these terms. */
export async function signContract(call: Manages<SignContract, undefined>): Promise<ContractChanged | Refused> {
  const { http, caller, body } = call
  if (caller.customer !== undefined) return refuse(403, 'access.denied')
  const { draft: named, signatures: given = [], ...said } = body
  const draft = named === undefined ? undefined : await withTenant(http.services.pool, caller.tenant, (tx) => unsignedDraft(tx, named))
  if (draft instanceof Refused) return draft
  // the paper of an amendment makes no second contract
  if (draft?.contract) return refuseField('draft', 'field.no-such', { value: draft.id })
  const agreed = await bindSigned(call, body)
  if (agreed instanceof Refused) return agreed
  const signed = await givenSignatures(call, given, paperHash(paperOf(body, agreed)))
  if (signed instanceof Refused) return signed
  const command = { ...said, ...termsIn(body), signatures: signed.signatures, name: 'sign' } as const
  const { bound, plan, planHash } = agreed
  return write(call, { id: newId(), command, bound, plan, planHash, draft, files: signed.files })
}

/** The contract, for the vendor's people: a customer's people read theirs and change none, whatever their roles say. */
export async function standing({ services }: Http, caller: Caller, id: string): Promise<ContractRow | Refused> {
  if (caller.customer !== undefined) return refuse(403, 'access.denied')
  const [row] = await withTenant(services.pool, caller.tenant, (tx) => findContracts(tx, caller, { id, limit: 1 }))
  return row ?? recordMissing()
}

/** What leaves plan and terms as they are. */
async function settle(
  call: Manages<ReachMilestone | EndContract>,
  { command, evidence }: { readonly command: ContractCommand; readonly evidence?: readonly string[] | undefined },
): Promise<ContractChanged | Refused> {
  const { http, caller, params, body } = call
  const row = await standing(http, caller, params.id)
  if (row instanceof Refused) return row
  const files = await filesNamed(http, caller, evidence)
  if (files instanceof Refused) return files
  const bound = await http.services.plans.bound(caller.tenant, row.bound_hash)
  return write(call, { id: params.id, command, bound, files, expectedVersion: body.version })
}

/** Shipped, delivered, commissioned or accepted: it happened, and by this it can be shown. */
export function reachMilestone(call: Manages<ReachMilestone>): Promise<ContractChanged | Refused> {
  const { version: _, files: evidence, ...said } = call.body
  return settle(call, { command: { ...said, name: 'reach' }, evidence })
}

export function endContract(call: Manages<EndContract>): Promise<ContractChanged | Refused> {
  return settle(call, { command: { name: 'end', reason: call.body.reason } })
}
