import type { Done } from '../../../wire/base.ts'
import type { AddDraft, ChangeDraft, ContractDraft, DraftPage, DraftsQuery } from '../../../wire/contracts.ts'
import { withTenant } from '../../database/pool.ts'
import type { Tx } from '../../database/pool.ts'
import { addDraft, changeDraft, findDrafts, readDraft, removeDraft } from '../../store/contract-draft.ts'
import { findSignatures } from '../../store/contract-signature.ts'
import { pageOf } from '../../store/rows.ts'
import { once } from '../once.ts'
import { Refused, recordMissing, refuse, refuseField } from '../problem.ts'
import type { Call } from '../route.ts'
import { newId } from '../secrets.ts'
import { baseOf } from './amending.ts'
import { hashNow, lookAt, missingFrom, paperIn, readyToSign, trail, voidChanged } from './signing.ts'
import type { Draft } from './signing.ts'
import { unsignedDraft } from './write.ts'

/** Working papers are the vendor's own: whoever manages contracts sees all of them, a customer's people none. */
type Manages<Body, Params = undefined, Query = undefined> = Call<'contract.manage', Params, Query, Body>
type Id = { readonly id: string }

function presentDraft({ row, signatures }: Draft, hash: string | undefined): ContractDraft {
  return {
    id: row.id,
    version: row.version,
    title: row.title,
    content: row.content as ContractDraft['content'],
    by: { id: row.person, name: row.person_name },
    changedAt: row.changed_at,
    missing: missingFrom(
      signatures.filter((one) => one.draft === row.id),
      hash,
    ),
    amends: row.contract === null ? undefined : { id: row.contract, number: row.contract_number ?? '' },
  }
}

/** `hash`: of what the draft says, as far as it can be signed. */
async function shown(tx: Tx, id: string, hash?: string): Promise<ContractDraft | Refused> {
  const row = await readDraft(tx, id)
  return row ? presentDraft({ row, signatures: await findSignatures(tx, [id]) }, hash) : recordMissing()
}

export async function listDrafts(call: Manages<undefined, undefined, DraftsQuery>): Promise<DraftPage> {
  const { http, caller, query } = call
  if (caller.customer !== undefined) return { items: [] }
  const { rows, signatures } = await withTenant(http.services.pool, caller.tenant, async (tx) => {
    const found = await findDrafts(tx, query)
    const ids = found.map((row) => row.id)
    return { rows: found, signatures: await findSignatures(tx, ids) }
  })
  const hashes = new Map<string, string | undefined>()
  for (const row of rows) {
    const own = signatures.filter((one) => one.draft === row.id)
    hashes.set(row.id, await hashNow(call, { row, signatures: own }))
  }
  return pageOf(rows, {
    limit: query.limit,
    place: (row) => [row.changed_at, row.id],
    show: (row) => presentDraft({ row, signatures }, hashes.get(row.id)),
  })
}

export async function getDraft(call: Manages<undefined, Id>): Promise<ContractDraft | Refused> {
  const found = await lookAt(call, call.params.id)
  return found ? presentDraft(found, await hashNow(call, found)) : recordMissing()
}

export async function newDraft(call: Manages<AddDraft>): Promise<ContractDraft | Refused> {
  const { caller, body } = call
  if (caller.customer !== undefined) return refuse(403, 'access.denied')
  const { amends, ...written } = body
  const base = amends === undefined ? undefined : await baseOf(call, amends)
  if (base instanceof Refused) return base.status === 404 ? refuseField('amends', 'field.no-such', { value: amends ?? '' }) : base
  const amending = amends === undefined || base === undefined ? undefined : { contract: amends, base }
  return once<ContractDraft>(call, {
    work: async (tx, now) => {
      const id = newId()
      await addDraft(tx, { ...written, id, person: caller.person, now, amends: amending })
      return shown(tx, id)
    },
  })
}

export async function keepDraft(call: Manages<ChangeDraft, Id>): Promise<ContractDraft | Refused> {
  const { http, caller, body, params } = call
  if (caller.customer !== undefined) return recordMissing()
  const { version, ...written } = body
  const before = await lookAt(call, params.id)
  const signed = before?.signatures.some((one) => one.voided_at === null) ?? false
  const made = signed && before ? await readyToSign(call, { ...paperIn(before.row), ...written }) : undefined
  const hash = made instanceof Refused ? undefined : made?.hash
  return once<ContractDraft>(call, {
    work: async (tx, now) => {
      if (!before) return recordMissing()
      // signatures and hash were read of one version: of no other is anything written
      const isOld = before.row.version !== version
      if (isOld || !(await changeDraft(tx, { ...written, id: params.id, person: caller.person, now }, version)))
        return (await readDraft(tx, params.id)) ? refuse(409, 'contract.stale') : recordMissing()
      await voidChanged(tx, call, { signatures: before.signatures, hash, at: await http.services.clock.now(caller.tenant) })
      return shown(tx, params.id, hash)
    },
  })
}

/** A working paper goes, with a line in the trail; not while a side has signed it. */
export async function dropDraft(call: Manages<undefined, Id>): Promise<Done | Refused> {
  const { http, caller, params } = call
  if (caller.customer !== undefined) return recordMissing()
  return once<Done>(call, {
    work: async (tx) => {
      const row = await unsignedDraft(tx, params.id)
      if (!row) return recordMissing()
      if (row instanceof Refused) return row
      if (!(await removeDraft(tx, row))) return refuse(409, 'contract.stale')
      const { number } = row.content as ContractDraft['content']
      const at = await http.services.clock.now(caller.tenant)
      await trail(tx, call, { action: 'contract.draft-dropped', at, data: { title: row.title, number: number ?? '' } })
      return { ok: true }
    },
  })
}
