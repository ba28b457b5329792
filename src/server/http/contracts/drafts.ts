import { missingSides } from '../../../core/contract/signature.ts'
import type { Done } from '../../../wire/base.ts'
import type { AddDraft, ChangeDraft, ContractDraft, DraftPage, DraftsQuery } from '../../../wire/contracts.ts'
import { withTenant } from '../../database/pool.ts'
import type { Tx } from '../../database/pool.ts'
import { addDraft, changeDraft, findDrafts, readDraft, removeDraft } from '../../store/contract-draft.ts'
import type { DraftRow } from '../../store/contract-draft.ts'
import { findSignatures } from '../../store/contract-signature.ts'
import type { SignatureRow } from '../../store/contract-signature.ts'
import { pageOf } from '../../store/rows.ts'
import { once } from '../once.ts'
import { Refused, recordMissing, refuse } from '../problem.ts'
import type { Call } from '../route.ts'
import { newId } from '../secrets.ts'
import { lookAt, readyToSign, voidChanged } from './signing.ts'

/** Working papers are the vendor's own: whoever manages contracts sees all of them, a customer's people none. */
type Manages<Body, Params = undefined, Query = undefined> = Call<'contract.manage', Params, Query, Body>
type Id = { readonly id: string }

function presentDraft(row: DraftRow, signatures: readonly SignatureRow[]): ContractDraft {
  const standing = signatures.filter((one) => one.draft === row.id && one.voided_at === null)
  return {
    id: row.id,
    version: row.version,
    title: row.title,
    content: row.content as ContractDraft['content'],
    by: { id: row.person, name: row.person_name },
    changedAt: row.changed_at,
    missing: [...missingSides(standing)],
  }
}

async function shown(tx: Tx, id: string): Promise<ContractDraft | Refused> {
  const row = await readDraft(tx, id)
  return row ? presentDraft(row, await findSignatures(tx, [id])) : recordMissing()
}

export async function listDrafts({ http, caller, query }: Manages<undefined, undefined, DraftsQuery>): Promise<DraftPage> {
  if (caller.customer !== undefined) return { items: [] }
  const { rows, signatures } = await withTenant(http.services.pool, caller.tenant, async (tx) => {
    const found = await findDrafts(tx, query)
    const ids = found.map((row) => row.id)
    return { rows: found, signatures: await findSignatures(tx, ids) }
  })
  return pageOf(rows, {
    limit: query.limit,
    place: (row) => [row.changed_at, row.id],
    show: (row) => presentDraft(row, signatures),
  })
}

export async function getDraft({ http, caller, params }: Manages<undefined, Id>): Promise<ContractDraft | Refused> {
  if (caller.customer !== undefined) return recordMissing()
  return withTenant(http.services.pool, caller.tenant, (tx) => shown(tx, params.id))
}

export async function newDraft(call: Manages<AddDraft>): Promise<ContractDraft | Refused> {
  const { caller, body } = call
  if (caller.customer !== undefined) return refuse(403, 'access.denied')
  return once<ContractDraft>(call, {
    work: async (tx, now) => {
      const id = newId()
      await addDraft(tx, { ...body, id, person: caller.person, now })
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
  const made = signed ? await readyToSign(call, written) : undefined
  const hash = made instanceof Refused ? undefined : made?.hash
  return once<ContractDraft>(call, {
    work: async (tx, now) => {
      if (await changeDraft(tx, { ...written, id: params.id, person: caller.person, now }, version)) {
        // its version is the one that was looked at: nobody has signed meanwhile
        if (before) await voidChanged(tx, call, { signatures: before.signatures, hash, at: await http.services.clock.now(caller.tenant) })
        return shown(tx, params.id)
      }
      return (await readDraft(tx, params.id)) ? refuse(409, 'contract.stale') : recordMissing()
    },
  })
}

export async function dropDraft(call: Manages<undefined, Id>): Promise<Done | Refused> {
  if (call.caller.customer !== undefined) return recordMissing()
  return once<Done>(call, { work: async (tx) => ((await removeDraft(tx, call.params.id)) ? { ok: true } : recordMissing()) })
}
