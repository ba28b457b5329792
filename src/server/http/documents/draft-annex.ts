import type { AnnexContract } from '../../documents/annex.ts'
import { loadLetterhead } from '../../documents/letterhead.ts'
import { withTenant } from '../../database/pool.ts'
import type { Tx } from '../../database/pool.ts'
import { draftToSign, presentSignature } from '../contracts/signing.ts'
import type { Ready } from '../contracts/signing.ts'
import { contractRoleName } from '../names.ts'
import { Refused, recordMissing } from '../problem.ts'
import type { Call } from '../route.ts'
import { annexSignatures, dayIn, fileOf, issue, sealOf } from './annex.ts'

type Asked = Call<'contract.manage', { readonly id: string }, undefined, undefined>

async function namesOf(
  tx: Tx,
  table: 'customer' | 'site' | 'person' | 'role',
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ id: string; name: string | null }>(`SELECT id, name FROM ${table} WHERE id = ANY($1)`, [ids])
  return new Map(rows.map(({ id, name }) => [id, name ?? id]))
}

/** The contract that a draft would be, as its parties read it. */
async function contractOf(
  tx: Tx,
  { body, agreed, text, hash }: Ready,
  { locale }: Pick<Asked, 'locale'>,
): Promise<Omit<AnnexContract, 'signatures'>> {
  const { sites = [], assets = [], people = {} } = body
  const held = Object.entries(people).flatMap(([role, persons]) => persons.map((person) => ({ role, person })))
  const roles = await tx.query<{ id: string; name: string | null }>('SELECT id, name FROM role')
  const persons = await namesOf(
    tx,
    'person',
    held.map(({ person }) => person),
  )
  return {
    number: body.number,
    title: body.title,
    customer: (await namesOf(tx, 'customer', [body.customer])).get(body.customer) ?? body.customer,
    signedOn: undefined,
    startsOn: body.startsOn,
    endsOn: body.endsOn,
    sites: [...(await namesOf(tx, 'site', sites)).values()],
    assets: assets.length,
    people: held.map(({ role, person }) => ({
      role: contractRoleName(agreed.plan, { id: role, name: roles.find(({ id }) => id === role)?.name ?? null }, locale),
      name: persons.get(person) ?? person,
    })),
    paper: { text, hash },
  }
}

/** 附件 of a contract before it is signed: the paper that both sides put their seals to. */
export async function getDraftAnnex(call: Asked): Promise<string | Refused> {
  const { http, caller, params, locale } = call
  const found = await draftToSign(call, params.id)
  if (!found) return recordMissing()
  const { row, made, signatures } = found
  if (made instanceof Refused) return made
  const { agreed, body, hash } = made
  const { contract, yaml, seal } = await withTenant(http.services.pool, caller.tenant, async (tx) => {
    const [plan] = await tx.query<{ yaml: string }>('SELECT yaml FROM plan WHERE ref = $1', [body.plan])
    return { contract: await contractOf(tx, made, call), yaml: plan?.yaml ?? '', seal: await sealOf(tx) }
  })
  const standing = signatures.map((one) => presentSignature(one, hash)).filter(({ voided, matches }) => voided === undefined && matches)
  const letterhead = await loadLetterhead(http.services, caller.tenant)
  const { plan } = agreed.bound
  const terms = agreed.bound.terms
  const date = row.changed_at
  const dated = dayIn(plan.timezone, date)
  const said = { ...contract, signatures: await annexSignatures(call, standing) }
  return issue(call, { locale, letterhead, seal, plan, terms, contract: said, file: fileOf(yaml), date, dated }, `contract-draft/${row.id}`)
}
