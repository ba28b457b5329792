import type { Side } from '../../core/contract/signature.ts'
import type { FileRef } from '../../core/file/ref.ts'
import type { Tx } from '../database/pool.ts'

type Attached = { readonly id: string; readonly name: string; readonly size: number; readonly media_type: string; readonly content: string }

export type SignatureRow = {
  readonly id: string
  readonly draft: string
  readonly side: Side
  readonly signer: string
  readonly signed_on: string
  readonly hash: string
  readonly seal: Attached
  readonly seal_sha256: string
  readonly document: Attached
  readonly document_sha256: string
  readonly person: string
  readonly person_name: string
  readonly at: number
  readonly voided_at: number | null
  readonly voided_by: string | null
  readonly voided_by_name: string | null
  readonly voided_why: 'changed' | 'withdrawn' | null
  readonly voided_reason: string | null
}

const FILE = (alias: string) =>
  `jsonb_build_object('id', ${alias}.id, 'name', ${alias}.name, 'size', ${alias}.size, 'media_type', ${alias}.media_type, 'content', ${alias}.content)`

/** In the order in which they were recorded, those that do not count any more among them. */
export function findSignatures(tx: Tx, drafts: readonly string[]): Promise<SignatureRow[]> {
  return tx.query<SignatureRow>(
    `SELECT s.id, s.draft, s.side, s.signer, s.signed_on, s.hash, s.seal_sha256, s.document_sha256, s.person, p.name AS person_name, s.at,
       s.voided_at, s.voided_by, v.name AS voided_by_name, s.voided_why, s.voided_reason, ${FILE('e')} AS seal, ${FILE('d')} AS document
     FROM contract_signature s JOIN person p ON p.tenant_id = s.tenant_id AND p.id = s.person
       LEFT JOIN person v ON v.tenant_id = s.tenant_id AND v.id = s.voided_by
       JOIN file e ON e.tenant_id = s.tenant_id AND e.id = s.seal JOIN file d ON d.tenant_id = s.tenant_id AND d.id = s.document
     WHERE s.draft = ANY($1) ORDER BY s.at, s.id`,
    [drafts],
  )
}

export type NewSignature = {
  readonly id: string
  readonly draft: string
  readonly side: Side
  readonly signer: string
  readonly signedOn: string
  readonly hash: string
  readonly seal: FileRef
  readonly document: FileRef
  readonly person: string
  readonly at: number
}

export async function addSignature(tx: Tx, one: NewSignature): Promise<void> {
  const { seal, document } = one
  await tx.query(
    `INSERT INTO contract_signature (tenant_id, id, draft, side, signer, signed_on, hash, seal, seal_sha256, document, document_sha256, person, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      tx.tenant,
      one.id,
      one.draft,
      one.side,
      one.signer,
      one.signedOn,
      one.hash,
      seal.id,
      seal.sha256,
      document.id,
      document.sha256,
      one.person,
      one.at,
    ],
  )
}

export type Voiding = {
  readonly ids: readonly string[]
  readonly at: number
  readonly person: string
  readonly why: 'changed' | 'withdrawn'
  readonly reason?: string | undefined
}

export async function voidSignatures(tx: Tx, { ids, at, person, why, reason }: Voiding): Promise<void> {
  await tx.query(
    'UPDATE contract_signature SET voided_at = $2, voided_by = $3, voided_why = $4, voided_reason = $5 WHERE id = ANY($1) AND voided_at IS NULL',
    [ids, at, person, why, reason ?? null],
  )
}
