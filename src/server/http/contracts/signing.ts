import { decide } from '../../../core/contract/decide.ts'
import { lastDay, missingSides, paperHash, paperText } from '../../../core/contract/signature.ts'
import type { Side, Signature } from '../../../core/contract/signature.ts'
import { initialState } from '../../../core/contract/state.ts'
import { typedValue } from '../../../core/contract/typed.ts'
import { lintPlan } from '../../../core/plan/lint.ts'
import { CUT_OVER, openPlaces } from '../../../core/plan/open-places.ts'
import { mergeTerms } from '../../../core/plan/terms.ts'
import type { Plan, Term } from '../../../core/plan/types.ts'
import { formatDay } from '../../../core/time/civil.ts'
import { localOf } from '../../../core/time/zone.ts'
import type { Done } from '../../../wire/base.ts'
import type { ContractDraft, SignContract } from '../../../wire/contracts.ts'
import type { DraftSignature, SignDraft, SignatureParams, SignedDraft, Signing, WithdrawSignature } from '../../../wire/signatures.ts'
import { writeContract } from '../../contract.ts'
import { withTenant } from '../../database/pool.ts'
import type { Transaction, Tx } from '../../database/pool.ts'
import { readDraft, stepDraft } from '../../store/contract-draft.ts'
import type { DraftRow } from '../../store/contract-draft.ts'
import type { ContractRow } from '../../store/contract-queries.ts'
import { addSignature, findSignatures, voidSignatures } from '../../store/contract-signature.ts'
import type { SignatureRow } from '../../store/contract-signature.ts'
import { attachFile, findFile } from '../../store/files.ts'
import { readLetterhead } from '../../store/letterhead.ts'
import { readPlan } from '../../store/plan.ts'
import { present } from '../../store/rows.ts'
import { writeTrail } from '../../store/trail.ts'
import { loadZone } from '../../zones.ts'
import { once } from '../once.ts'
import { presentAttached } from '../present/file.ts'
import { Refused, presentFindings, recordMissing, refuse, refuseField } from '../problem.ts'
import type { Call } from '../route.ts'
import { newId } from '../secrets.ts'
import { contractToAmend, readyToAmend } from './amending.ts'
import type { Amending, Anew } from './amending.ts'
import { filesIn, signatureFiles } from './signature-files.ts'
import { answerOf, bindSigned, contractRefused, paperOf } from './write.ts'
import type { Agreed } from './write.ts'

type Manages<Body, Params = { readonly id: string }> = Call<'contract.manage', Params, undefined, Body>
type Asks = Pick<Manages<unknown>, 'http' | 'caller'>
type Content = Pick<ContractDraft, 'title' | 'content'> & { readonly amends?: Amending | undefined }

const placesOf = (plan: Plan) => [...openPlaces(plan), CUT_OVER]

/** Only what the plan asks for and somebody filled in, as the plan's language has it. */
function filledIn({ terms = [] }: ContractDraft['content'], plan: Plan): readonly Term[] {
  const typed = (key: string) => terms.find((term) => term.key === key)
  return placesOf(plan).flatMap(({ key, kind }) => {
    const { value = '', source = '' } = typed(key) ?? {}
    if (value === '' || value === null) return []
    return [{ key, value: typeof value === 'string' ? typedValue({ kind }, value) : (value as Term['value']), source: source.trim() }]
  })
}

/** What somebody filled in, once nothing that must be known is left open and each says where it was agreed. */
function termsOf(content: ContractDraft['content'], plan: Plan): readonly Term[] | Refused {
  const filled = filledIn(content, plan)
  const open = placesOf(plan).filter(({ key, required }) => required && !filled.some((term) => term.key === key))
  const bare = filled.filter(({ source }) => source === '')
  const count = open.length + bare.length
  return count === 0 ? filled : refuse(422, 'signing.terms-missing', { count })
}

/** A draft as the contract that it would be. */
async function bodyOf({ http, caller }: Asks, { title, content }: Content): Promise<SignContract | Refused> {
  const { number, customer, plan: ref } = content
  if (number === undefined) return refuse(422, 'signing.number-missing')
  if (customer === undefined) return refuse(422, 'signing.customer-missing')
  const plan = ref === undefined ? undefined : await withTenant(http.services.pool, caller.tenant, (tx) => readPlan(tx, ref))
  if (ref === undefined || !plan) return refuse(422, 'signing.plan-missing')
  const terms = termsOf(content, plan.plan)
  if (terms instanceof Refused) return terms
  const { signedOn: _, reason: __, ...agreed } = content
  return { ...agreed, number, customer, plan: ref, title, terms: terms as SignContract['terms'] }
}

/** `amends`: it is no new contract, but this one as it will stand; `anew`: what is agreed anew. */
export type Ready = {
  readonly body: SignContract
  readonly agreed: Omit<Agreed, 'planHash'> & { readonly planHash: string | undefined }
  readonly text: string
  readonly hash: string
  readonly amends?: { readonly row: ContractRow; readonly anew: Anew } | undefined
}

/** Everything that would refuse the contract is asked now, and not when the second side has put its seal to it. */
async function problemOf({ http, caller }: Asks, body: SignContract, agreed: Agreed): Promise<Refused | undefined> {
  const { services } = http
  const [taken] = await withTenant(services.pool, caller.tenant, (tx) => tx.query('SELECT FROM contract WHERE number = $1', [body.number]))
  if (taken) return refuseField('number', 'contract.number-taken')
  const now = await services.clock.now(caller.tenant)
  const command = { ...body, terms: body.terms as readonly Term[], signatures: [], name: 'sign' } as const
  const context = { now, subject: 'contract/draft', newId, source: 'hand', person: caller.person, plan: agreed.plan } as const
  const decision = decide(initialState(), command, context)
  return decision.ok ? undefined : contractRefused(decision.refusal)
}

/** What would be signed now, with its hash; or what is still to be done before. */
export async function readyToSign(asks: Asks, draft: Content): Promise<Ready | Refused> {
  if (draft.amends) return amendmentToSign(asks, draft, draft.amends)
  const body = await bodyOf(asks, draft)
  if (body instanceof Refused) return body
  const agreed = await bindSigned(asks, body)
  if (agreed instanceof Refused) return agreed
  const problem = await problemOf(asks, body, agreed)
  if (problem) return problem
  const paper = paperOf(body, agreed)
  return { body, agreed, text: paperText(paper), hash: paperHash(paper) }
}

/** An amendment as both sides would sign it: under the same plan, terms that it does not ask for stay as they were agreed. */
async function amendmentToSign(asks: Asks, { content }: Content, amends: Amending): Promise<Ready | Refused> {
  const row = await contractToAmend(asks, amends)
  if (row instanceof Refused) return row
  const { number, title, customer } = row
  const body = await bodyOf(asks, { title, content: { ...content, number, customer, plan: content.plan ?? row.plan } })
  if (body instanceof Refused) return body
  const { plan, terms = [], startsOn, endsOn, sites, assets, people } = body
  const plans = await withTenant(asks.http.services.pool, asks.caller.tenant, (tx) => readPlan(tx, plan))
  const asked = new Set(plans ? placesOf(plans.plan).map(({ key }) => key) : [])
  const unasked = plan === row.plan ? row.terms.filter(({ key }) => !asked.has(key)) : []
  const whole = [...terms, ...unasked] as NonNullable<SignContract['terms']>
  const anew = { plan, terms: whole, startsOn, endsOn, sites, assets, people, reason: content.reason }
  const made = await readyToAmend(asks, row, anew)
  return made instanceof Refused ? made : { ...made, body: { ...body, terms: whole }, amends: { row, anew } }
}

/** Over what is agreed now, with the very files. */
const isOver = (one: SignatureRow, hash: string | undefined): boolean =>
  one.hash === hash && one.seal.content === one.seal_sha256 && one.document.content === one.document_sha256

const standingIn = (rows: readonly SignatureRow[]): readonly SignatureRow[] => rows.filter((one) => one.voided_at === null)

/** Who has not signed what the draft says now. `hash`: of that, undefined while it cannot be signed. */
export function missingFrom(signatures: readonly SignatureRow[], hash: string | undefined): Side[] {
  return [...missingSides(standingIn(signatures).filter((one) => isOver(one, hash)))]
}

export function presentSignature(row: SignatureRow, hash: string | undefined): DraftSignature {
  const { id, side, signer, seal, document, voided_at: at, voided_why: why } = row
  return {
    id,
    side,
    signer,
    signedOn: row.signed_on,
    hash: row.hash,
    matches: isOver(row, hash),
    seal: { ...presentAttached({ ...seal, fact: '' }), sha256: row.seal_sha256 },
    document: { ...presentAttached({ ...document, fact: '' }), sha256: row.document_sha256 },
    by: { id: row.person, name: row.person_name },
    at: row.at,
    voided:
      at === null || why === null
        ? undefined
        : { at, why, by: { id: row.voided_by ?? '', name: row.voided_by_name ?? '' }, reason: present(row.voided_reason) },
  }
}

export type Draft = { readonly row: DraftRow; readonly signatures: readonly SignatureRow[] }

export async function lookAt({ http, caller }: Asks, id: string): Promise<Draft | undefined> {
  if (caller.customer !== undefined) return undefined
  return withTenant(http.services.pool, caller.tenant, async (tx) => {
    const row = await readDraft(tx, id)
    return row && { row, signatures: await findSignatures(tx, [id]) }
  })
}

/** What a draft is the paper of: an amendment, or (nothing) a contract. */
export const paperIn = ({ contract, base }: DraftRow): Pick<Content, 'amends'> =>
  contract === null || base === null ? {} : { amends: { contract, base } }

const contentOf = (row: DraftRow): Content => ({ ...paperIn(row), title: row.title, content: row.content as ContractDraft['content'] })

/** The hash of what a draft says now, for those that somebody has signed: to the others it makes no difference who is missing. */
export async function hashNow(asks: Asks, { row, signatures }: Draft): Promise<string | undefined> {
  if (standingIn(signatures).length === 0) return undefined
  const made = await readyToSign(asks, contentOf(row))
  return made instanceof Refused ? undefined : made.hash
}

/** The draft that a person may see, ready or not. */
export async function draftToSign(asks: Asks, id: string): Promise<(Draft & { readonly made: Ready | Refused }) | undefined> {
  const found = await lookAt(asks, id)
  return found && { ...found, made: await readyToSign(asks, contentOf(found.row)) }
}

/** 印章 of the letterhead. Whoever manages contracts signs with it, and need not look after templates. */
async function ownSeal(tx: Tx): Promise<Signing['ownSeal']> {
  const { seal } = await readLetterhead(tx)
  const row = seal === null ? undefined : await findFile(tx, seal)
  return row && { id: row.id, name: row.name, size: row.size, mediaType: row.media_type ?? '' }
}

/** The plan that a draft chose, with its terms as far as they fit: it is asked before anything else of the draft is there. */
async function chosenPlan(asks: Asks, draft: Content): Promise<Plan | undefined> {
  const amended = draft.amends && (await contractToAmend(asks, draft.amends))
  const ref = draft.content.plan ?? (amended instanceof Refused ? undefined : amended?.plan)
  const found = ref === undefined ? undefined : await withTenant(asks.http.services.pool, asks.caller.tenant, (tx) => readPlan(tx, ref))
  const merged = found && mergeTerms(found.plan, filledIn(draft.content, found.plan))
  return merged?.ok ? merged.plan : found?.plan
}

/** A draft on its way: what would be signed, what is in the way, who has signed and who has not. */
export async function getSigning(call: Manages<undefined>): Promise<Signing | Refused> {
  const found = await draftToSign(call, call.params.id)
  if (!found) return recordMissing()
  const { row, signatures, made } = found
  const waits = made instanceof Refused
  const hash = waits ? undefined : made.hash
  const { locale } = call
  const plan = waits ? await chosenPlan(call, contentOf(row)) : made.agreed.bound.plan
  const raised = [...((waits && made.more.findings) || []), ...(plan ? lintPlan(plan) : [])]
  return {
    draft: row.id,
    version: row.version,
    hash,
    problem: waits ? made.say(locale) : undefined,
    checked: plan !== undefined,
    findings: presentFindings(raised, locale, plan),
    signatures: signatures.map((one) => presentSignature(one, hash)),
    missing: missingFrom(signatures, hash),
    amends: row.contract === null ? undefined : { id: row.contract, number: row.contract_number ?? '' },
    ownSeal: await withTenant(call.http.services.pool, call.caller.tenant, ownSeal),
  }
}

type Step = Draft & { readonly made: Ready; readonly signature: Signature; readonly other: SignatureRow | undefined }

/** Everything about a signature that can be said before it is written. */
async function stepOf(call: Manages<SignDraft>): Promise<Step | Refused> {
  const { http, caller, params, body } = call
  const found = await draftToSign(call, params.id)
  if (!found) return recordMissing()
  const { made, ...draft } = found
  if (made instanceof Refused) return made
  if (body.hash !== made.hash) return refuse(409, 'signing.changed').with({ field: 'hash' })
  const today = formatDay(localOf(loadZone(made.agreed.plan.timezone), await http.services.clock.now(caller.tenant)).day)
  if (body.signedOn > today) return refuseField('signedOn', 'signing.in-future')
  const standing = standingIn(draft.signatures).filter((one) => isOver(one, made.hash))
  if (standing.some((one) => one.side === body.side)) return refuseField('side', 'signing.signed-already')
  const { seal, document, ...said } = body
  const files = await signatureFiles(call, { seal, document })
  return files instanceof Refused ? files : { ...draft, made, signature: { ...said, ...files }, other: standing[0] }
}

export async function trail(
  tx: Tx,
  call: Manages<unknown, { readonly id: string }>,
  what: { action: string; at: number; data: object },
): Promise<void> {
  const { action, at, data } = what
  const { caller, address, params } = call
  await writeTrail(tx, {
    at,
    person: caller.person,
    action,
    subject: `contract-draft/${params.id}`,
    address,
    data: data as Record<string, string>,
  })
}

const noted = ({ side, signedOn, hash, seal, document }: Signature): object => ({
  side,
  signedOn,
  hash,
  seal: seal?.sha256 ?? '',
  document: document?.sha256 ?? '',
})

/** Signatures over what is not agreed any more count no longer; they stay to be seen. */
export async function voidChanged(
  tx: Tx,
  call: Manages<unknown>,
  { signatures, hash, at }: { readonly signatures: readonly SignatureRow[]; readonly hash: string | undefined; readonly at: number },
): Promise<void> {
  const over = standingIn(signatures).filter((one) => one.hash !== hash)
  if (over.length === 0) return
  await voidSignatures(tx, { ids: over.map((one) => one.id), at, person: call.caller.person, why: 'changed' })
  for (const one of over)
    await trail(tx, call, { action: 'contract.signature-voided', at, data: { side: one.side, hash: one.hash, now: hash ?? '' } })
}

/** The first of two. */
async function collect(
  tx: Transaction,
  call: Manages<SignDraft>,
  { row, signatures, made, signature }: Step,
): Promise<SignedDraft | Refused> {
  const { http, caller } = call
  if (!(await stepDraft(tx, row))) return refuse(409, 'contract.stale')
  const at = await http.services.clock.now(caller.tenant)
  await voidChanged(tx, call, { signatures, hash: made.hash, at })
  const { seal, document } = signature
  if (!seal || !document) throw new Error('a signature of a draft came without its files')
  await addSignature(tx, { ...signature, seal, document, id: newId(), draft: row.id, person: caller.person, at })
  for (const { id } of filesIn([signature]))
    await attachFile(tx, { id: newId(), file: id, subject: `contract-draft/${row.id}`, fact: undefined, at })
  await trail(tx, call, { action: 'contract.signature-recorded', at, data: noted(signature) })
  return { missing: [...missingSides([signature])] }
}

function ofRow(row: SignatureRow): Signature {
  const { side, signer, signed_on: signedOn, hash } = row
  const [seal, document] = [
    { id: row.seal.id, sha256: row.seal_sha256 },
    { id: row.document.id, sha256: row.document_sha256 },
  ]
  return { side, signer, signedOn, hash, seal, document }
}

/** What the second signature makes of a draft: a new contract, or an amendment of the one that stands, in the version that was looked at. */
function madeOf({ body, agreed, amends }: Ready, signatures: readonly Signature[]) {
  const { bound, plan, planHash } = agreed
  const terms = body.terms as readonly Term[]
  if (!amends) {
    const command = { ...body, terms, signedOn: lastDay(signatures), signatures, name: 'sign' } as const
    return { id: newId(), command, bound, plan, planHash }
  }
  const { row, anew } = amends
  return {
    id: row.id,
    command: { ...anew, terms, signatures, name: 'amend' } as const,
    bound,
    plan,
    planHash,
    expectedVersion: row.version,
  }
}

/** The second of two: in one transaction the contract is signed or amended, with both signatures as its evidence, and the working paper goes. */
async function complete(call: Manages<SignDraft>, { row, made, signature }: Step, other: SignatureRow): Promise<SignedDraft | Refused> {
  const { http, caller, key } = call
  if (!key) throw new Error('a keyed write came without its key')
  const signatures = [ofRow(other), signature]
  const signed = madeOf(made, signatures)
  const answer = (): SignedDraft => ({ missing: [], contract: { id: signed.id, number: made.body.number } })
  const outcome = await writeContract(http.services, {
    tenant: caller.tenant,
    person: caller.person,
    ...signed,
    draft: row,
    files: filesIn(signatures),
    beside: (tx, at) => trail(tx, call, { action: 'contract.signature-recorded', at, data: noted(signature) }),
    once: { person: caller.person, key: key.key, hash: key.hash, answer },
  })
  return answerOf<SignedDraft>(outcome)
}

/** One side has signed. With the second one the draft becomes the contract. */
export async function signDraft(call: Manages<SignDraft>): Promise<SignedDraft | Refused> {
  const step = await stepOf(call)
  // The same request again finds another state than the first time, and gets the first answer all the same.
  if (step instanceof Refused) return once<SignedDraft>(call, { work: async () => step })
  const { other } = step
  return other ? complete(call, step, other) : once<SignedDraft>(call, { work: (tx) => collect(tx, call, step) })
}

/** A signature that was recorded in error is taken back; it stays to be seen. */
export async function withdrawSignature(call: Manages<WithdrawSignature, SignatureParams>): Promise<Done | Refused> {
  const { http, caller, params, body } = call
  if (caller.customer !== undefined) return recordMissing()
  return once<Done>(call, {
    work: async (tx) => {
      const row = await readDraft(tx, params.id)
      if (!row) return recordMissing()
      const one = standingIn(await findSignatures(tx, [row.id])).find(({ side }) => side === params.side)
      if (!one) return refuse(422, 'signing.none')
      if (!(await stepDraft(tx, row))) return refuse(409, 'contract.stale')
      const at = await http.services.clock.now(caller.tenant)
      await voidSignatures(tx, { ids: [one.id], at, person: caller.person, why: 'withdrawn', reason: body.reason })
      await trail(tx, call, { action: 'contract.signature-voided', at, data: { side: one.side, hash: one.hash } })
      return { ok: true }
    },
  })
}
