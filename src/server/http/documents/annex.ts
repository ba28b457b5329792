import { createHash } from 'node:crypto'
import type { ContractState } from '../../../core/contract/state.ts'
import { formatDay, parseDay } from '../../../core/time/civil.ts'
import type { Instant } from '../../../core/time/instant.ts'
import { instantOf, localOf } from '../../../core/time/zone.ts'
import type { Tx } from '../../database/pool.ts'
import { withTenant } from '../../database/pool.ts'
import { annexOf } from '../../documents/annex.ts'
import type { AnnexInput, AnnexSeal, AnnexSignature } from '../../documents/annex.ts'
import type { Documents } from '../../documents/documents.ts'
import { loadLetterhead, pictureOf } from '../../documents/letterhead.ts'
import { documentWord } from '../../documents/words.ts'
import { contractParts, findContracts, findPlans } from '../../store/contract-queries.ts'
import type { ContractRow } from '../../store/contract-queries.ts'
import { present } from '../../store/rows.ts'
import { lastHead } from '../../store/seal.ts'
import { contractPeople } from '../../store/ticket-queries.ts'
import { writeTrail } from '../../store/trail.ts'
import { loadZone } from '../../zones.ts'
import type { Signature } from '../../../wire/signatures.ts'
import { isUnsigned } from '../contracts/read.ts'
import { paperToday, signedOf } from '../contracts/signed.ts'
import { contractRoleName } from '../names.ts'
import { boundOf } from '../plan-of.ts'
import { Refused, recordMissing } from '../problem.ts'
import type { Call } from '../route.ts'
import { isDrawable } from './paper-picture.ts'
import { paperOf, sendPaper, setting } from './send.ts'
import type { Paper } from './send.ts'

type Reads<Permit extends 'plan.read' | 'contract.read', Params> = Call<Permit, Params, undefined, undefined>
type Asked = Reads<'plan.read', unknown> | Reads<'contract.read', unknown> | Call<'contract.manage', unknown, undefined, undefined>

/** Up to where the ledger is sealed. */
export async function sealOf(tx: Tx): Promise<AnnexSeal | null> {
  const head = await lastHead(tx)
  return head ? { at: head.at, size: head.size, root: head.root, keyId: head.key_id } : null
}

export function fileOf(yaml: string): AnnexInput['file'] {
  const bytes = Buffer.from(yaml)
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
}

export function dayIn(timezone: string, at: Instant): string {
  return formatDay(localOf(loadZone(timezone), at).day)
}

/** Without the seals that no paper can carry; undefined: each of them can be drawn. */
async function withSoundSeals(documents: Documents, input: AnnexInput): Promise<AnnexInput | undefined> {
  const { contract } = input
  const signatures: AnnexSignature[] = []
  for (const one of contract?.signatures ?? []) {
    const sound = one.picture === undefined || (await isDrawable(documents, one.picture))
    signatures.push(sound ? one : { ...one, picture: undefined })
  }
  const isLess = signatures.some((one, index) => one.picture !== contract?.signatures?.[index]?.picture)
  return contract && isLess ? { ...input, contract: { ...contract, signatures } } : undefined
}

/** A seal that cannot be set keeps no paper from its parties: it is set again without, and says so. */
async function paperWith(documents: Documents, input: AnnexInput): Promise<Paper | Refused> {
  try {
    return await paperOf(documents, annexOf(input))
  } catch (error) {
    const less = await setting(() => withSoundSeals(documents, input))
    if (less instanceof Refused) return less
    if (!less) throw error
    return paperOf(documents, annexOf(less))
  }
}

/** Sets it, notes who took it and what exactly, and hands it over. */
export async function issue(call: Asked, input: AnnexInput, subject: string): Promise<string | Refused> {
  const { http, caller, reply, address, locale } = call
  const paper = await paperWith(http.services.documents, input)
  if (paper instanceof Refused) return paper
  const at = await http.services.clock.now(caller.tenant)
  await withTenant(http.services.pool, caller.tenant, (tx) =>
    writeTrail(tx, {
      at,
      person: caller.person,
      action: 'annex.issued',
      subject,
      address,
      data: { sha256: paper.sha256, language: locale },
    }),
  )
  const plain = `annex-${subject.replaceAll(/[^a-z0-9@-]/gi, '-')}`
  await sendPaper(reply, paper, { plain, said: `${documentWord(locale, 'annex.title')} ${annexOf(input).number}` })
  return ''
}

/** 附件 of a plan version as it was written, its blanks shown as blanks. */
export async function getPlanAnnex(call: Reads<'plan.read', { readonly ref: string }>): Promise<string | Refused> {
  const { http, caller, params, locale } = call
  const found = await withTenant(http.services.pool, caller.tenant, async (tx) => {
    const [row] = await findPlans(tx, caller, { ref: params.ref })
    return row && { row, seal: await sealOf(tx) }
  })
  if (!found) return recordMissing()
  const { row, seal } = found
  const letterhead = await loadLetterhead(http.services, caller.tenant)
  const dated = dayIn(row.parsed.timezone, row.created_at)
  return issue(
    call,
    { locale, letterhead, seal, plan: row.parsed, terms: [], file: fileOf(row.yaml), date: row.created_at, dated },
    row.ref,
  )
}

/** Signatures as they stand on paper, each with its seal. */
export function annexSignatures(
  { http, caller }: Pick<Asked, 'http' | 'caller'>,
  signatures: readonly Signature[],
): Promise<readonly AnnexSignature[]> {
  return Promise.all(
    signatures.map(async ({ side, signer, signedOn, matches, amended, seal, document }) => ({
      side,
      signer,
      signedOn,
      matches,
      amended,
      seal: seal?.sha256,
      document: document?.sha256,
      picture: await pictureOf(http.services, caller.tenant, seal?.id ?? null),
    })),
  )
}

/** Since when what is agreed now holds: the last agreement, else the day of signing, else when it was entered. */
function agreedAt({ signed_on, created_at, timezone }: ContractRow, state: ContractState | null): Instant {
  const last = state?.agreements.at(-1)?.from
  if (last !== undefined) return last
  const day = signed_on === null ? undefined : parseDay(signed_on)
  return day === undefined ? created_at : instantOf(loadZone(timezone), day, 0)
}

/** 附件 of a contract: its plan with its terms, for its parties. */
export async function getContractAnnex(call: Reads<'contract.read', { readonly id: string }>): Promise<string | Refused> {
  const { http, caller, params, locale } = call
  const found = await withTenant(http.services.pool, caller.tenant, async (tx) => {
    const [row] = await findContracts(tx, caller, { id: params.id, limit: 1 })
    if (!row) return undefined
    const [{ yaml } = { yaml: '' }] = await tx.query<{ yaml: string }>('SELECT yaml FROM plan WHERE ref = $1', [row.plan])
    return {
      row,
      yaml,
      parts: await contractParts(tx, row.id),
      people: await contractPeople(tx, row.id),
      papers: await signedOf(tx, row.state_json),
      seal: await sealOf(tx),
    }
  })
  if (!found) return recordMissing()
  const { row, yaml, parts, people, seal, papers } = found
  const signed = papers && paperToday(papers)
  const letterhead = await loadLetterhead(http.services, caller.tenant)
  const { plan } = await boundOf(http, caller.tenant, row.bound_hash)
  const date = agreedAt(row, row.state_json)
  const contract = {
    number: row.number,
    title: row.title,
    customer: row.customer_name,
    signedOn: present(row.signed_on),
    startsOn: present(row.starts_on),
    endsOn: present(row.ends_on),
    sites: parts.sites.map(({ name }) => name),
    assets: parts.assets.length,
    people: people.map((one) => ({ role: contractRoleName(plan, { id: one.role, name: one.role_name }, locale), name: one.name })),
    paper: signed,
    unsigned: isUnsigned(row),
    signatures: await annexSignatures(call, signed?.signatures ?? []),
  }
  const input = { locale, letterhead, seal, plan, terms: row.terms, contract, file: fileOf(yaml), date, dated: dayIn(row.timezone, date) }
  return issue(call, input, `contract/${row.id}`)
}
