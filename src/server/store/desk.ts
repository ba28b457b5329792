import type { AddSavedView, AddToken, DraftQuery, SaveDraft } from '../../wire/desk.ts'
import type { Tx } from '../database/pool.ts'

export type TokenRow = {
  id: string
  name: string
  scopes: string[]
  created_at: number
  last_used_at: number | null
  expires_at: number | null
}

export function tokensOf(tx: Tx, person: string): Promise<TokenRow[]> {
  return tx.query(
    'SELECT id, name, scopes, created_at, last_used_at, expires_at FROM token WHERE person = $1 ORDER BY created_at DESC, id',
    [person],
  )
}

export async function addToken(tx: Tx, token: AddToken & { id: string; hash: Buffer; person: string; now: number }): Promise<void> {
  await tx.query(
    'INSERT INTO token (tenant_id, id, secret_hash, person, name, scopes, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)',
    [tx.tenant, token.id, token.hash, token.person, token.name, token.scopes, token.now, token.now + token.days * 86_400_000],
  )
}

export async function removeToken(tx: Tx, id: string, person: string): Promise<boolean> {
  return (await tx.query('DELETE FROM token WHERE id = $1 AND person = $2 RETURNING id', [id, person])).length > 0
}

export type SavedViewRow = { id: string; name: string; query: Record<string, string>; shared: boolean; person: string }

/** One's own views, and those that others share; a customer's people share with nobody and see nobody's. */
export function viewsOf(tx: Tx, person: string, sharedToo: boolean): Promise<SavedViewRow[]> {
  return tx.query('SELECT id, name, query, shared, person FROM saved_view WHERE person = $1 OR (shared AND $2) ORDER BY created_at, id', [
    person,
    sharedToo,
  ])
}

export async function addView(tx: Tx, view: AddSavedView & { id: string; person: string; now: number }): Promise<void> {
  await tx.query('INSERT INTO saved_view (tenant_id, id, person, shared, name, query, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)', [
    tx.tenant,
    view.id,
    view.person,
    view.shared,
    view.name,
    JSON.stringify(view.query),
    view.now,
  ])
}

export async function removeView(tx: Tx, id: string, person: string): Promise<boolean> {
  return (await tx.query('DELETE FROM saved_view WHERE id = $1 AND person = $2 RETURNING id', [id, person])).length > 0
}

export async function draftOf(
  tx: Tx,
  person: string,
  { subject, kind }: DraftQuery,
): Promise<{ text: string; changed_at: number } | undefined> {
  const [row] = await tx.query<{ text: string; changed_at: number }>(
    'SELECT text, changed_at FROM draft WHERE person = $1 AND subject = $2 AND kind = $3',
    [person, subject, kind],
  )
  return row
}

export async function saveDraft(tx: Tx, person: string, { subject, kind, text, now }: SaveDraft & { now: number }): Promise<void> {
  if (text === '') await tx.query('DELETE FROM draft WHERE person = $1 AND subject = $2 AND kind = $3', [person, subject, kind])
  else
    await tx.query(
      `INSERT INTO draft (tenant_id, person, subject, kind, text, changed_at) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (tenant_id, person, subject, kind) DO UPDATE SET text = excluded.text, changed_at = excluded.changed_at`,
      [tx.tenant, person, subject, kind, text, now],
    )
}

/** Adds to the tenant's clock and answers with its new offset; undefined where the tenant is no demo. Its trigger lets it only grow. */
export async function advanceClock(tx: Tx, ms: number): Promise<number | undefined> {
  const [row] = await tx.query<{ clock_offset_ms: number }>(
    'UPDATE tenant SET clock_offset_ms = clock_offset_ms + $2 WHERE tenant_id = $1 AND demo RETURNING clock_offset_ms',
    [tx.tenant, ms],
  )
  return row?.clock_offset_ms
}
