import type { Grant } from '../../core/access/actions.ts'
import type { Locale } from '../../core/words.ts'
import type { Tx } from '../database/pool.ts'
import { rowOf } from './rows.ts'

/** A session ends after seven days, or after twelve hours in which nobody used it. */
export const SESSION_MS = 7 * 86_400_000
export const IDLE_MS = 12 * 3_600_000
/** Its last use is written down at most this often: a read must not become a write each time. */
const SEEN_EVERY_MS = 5 * 60_000

export type PersonRow = {
  readonly id: string
  readonly name: string
  readonly account: string
  readonly customer: string | null
  readonly team: string | null
  readonly locale: Locale | null
  readonly theme: string
  readonly roles: readonly { readonly id: string; readonly name: string | null; readonly grants: readonly Grant[] }[]
  readonly branch: readonly string[]
}

const PERSON = `p.id, p.name, p.account, p.customer, p.team, p.locale, p.theme,
  coalesce((SELECT jsonb_agg(jsonb_build_object('id', r.id, 'name', r.name, 'grants', r.grants) ORDER BY r.id)
    FROM person_role pr JOIN role r ON r.tenant_id = pr.tenant_id AND r.id = pr.role WHERE pr.tenant_id = p.tenant_id AND pr.person = p.id), '[]') AS roles,
  coalesce((WITH RECURSIVE below AS (
      SELECT t.tenant_id, t.id FROM team t WHERE t.tenant_id = p.tenant_id AND t.id = p.team
      UNION SELECT t.tenant_id, t.id FROM team t JOIN below b ON t.tenant_id = b.tenant_id AND t.parent = b.id)
    SELECT jsonb_agg(id) FROM below), '[]') AS branch`

export type SessionRow = PersonRow & { readonly expires_at: number; readonly last_seen_at: number }

/** The person behind a session that still stands; somebody who left has none. */
export async function personOfSession(tx: Tx, hash: Buffer, now: number): Promise<SessionRow | undefined> {
  const row = await rowOf<SessionRow>(
    tx,
    `SELECT ${PERSON}, s.expires_at, s.last_seen_at FROM session s JOIN person p ON p.tenant_id = s.tenant_id AND p.id = s.person
     WHERE s.secret_hash = $1 AND s.expires_at > $2 AND s.last_seen_at > $3 AND p.left_at IS NULL`,
    [hash, now, now - IDLE_MS],
  )
  if (row && row.last_seen_at < now - SEEN_EVERY_MS)
    await tx.query('UPDATE session SET last_seen_at = $2 WHERE secret_hash = $1', [hash, now])
  return row
}

export type TokenRow = PersonRow & { readonly token: string; readonly scopes: readonly string[]; readonly last_used_at: number | null }

export async function personOfToken(tx: Tx, hash: Buffer, now: number): Promise<TokenRow | undefined> {
  const row = await rowOf<TokenRow>(
    tx,
    `SELECT ${PERSON}, k.id AS token, k.scopes, k.last_used_at FROM token k JOIN person p ON p.tenant_id = k.tenant_id AND p.id = k.person
     WHERE k.secret_hash = $1 AND (k.expires_at IS NULL OR k.expires_at > $2) AND p.left_at IS NULL`,
    [hash, now],
  )
  if (row && (row.last_used_at ?? 0) < now - SEEN_EVERY_MS)
    await tx.query('UPDATE token SET last_used_at = $2 WHERE id = $1', [row.token, now])
  return row
}

export type CredentialRow = {
  readonly id: string
  readonly password_hash: string | null
  readonly failed_logins: number
  readonly locked_until: number | null
}

export function credentialOf(tx: Tx, account: string): Promise<CredentialRow | undefined> {
  return rowOf(tx, 'SELECT id, password_hash, failed_logins, locked_until FROM person WHERE account = $1 AND left_at IS NULL', [account])
}

export function credentialOfPerson(tx: Tx, person: string): Promise<CredentialRow | undefined> {
  return rowOf(tx, 'SELECT id, password_hash, failed_logins, locked_until FROM person WHERE id = $1 AND left_at IS NULL', [person])
}

/** One more wrong password. A count from before a lock that has run out is forgotten. Answers whether the account is locked by it. */
export async function countFailure(
  tx: Tx,
  { person, now, max, lockMs }: { person: string; now: number; max: number; lockMs: number },
): Promise<boolean> {
  const row = await rowOf<{ locked_until: number | null }>(
    tx,
    `UPDATE person SET failed_logins = CASE WHEN locked_until <= $2 THEN 1 ELSE failed_logins + 1 END,
       locked_until = CASE WHEN locked_until > $2 THEN locked_until WHEN locked_until IS NULL AND failed_logins + 1 >= $3 THEN $2::bigint + $4::bigint END
     WHERE id = $1 RETURNING locked_until`,
    [person, now, max, lockMs],
  )
  return (row?.locked_until ?? 0) > now
}

export async function forgetFailures(tx: Tx, person: string): Promise<void> {
  await tx.query(
    'UPDATE person SET failed_logins = 0, locked_until = NULL WHERE id = $1 AND (failed_logins > 0 OR locked_until IS NOT NULL)',
    [person],
  )
}

export type NewSession = {
  readonly hash: Buffer
  readonly person: string
  readonly now: number
  readonly address: string
  readonly agent: string
}

export async function openSession(tx: Tx, { hash, person, now, address, agent }: NewSession): Promise<number> {
  const expiresAt = now + SESSION_MS
  await tx.query(
    `INSERT INTO session (tenant_id, secret_hash, person, created_at, expires_at, last_seen_at, address, agent)
     VALUES (current_setting('nuoxing.tenant'), $1, $2, $3, $4, $3, $5, $6)`,
    [hash, person, now, expiresAt, address, agent.slice(0, 200)],
  )
  // A person's dead sessions go when a new one comes; nothing else has to sweep them.
  await tx.query('DELETE FROM session WHERE person = $1 AND (expires_at <= $2 OR last_seen_at <= $3)', [person, now, now - IDLE_MS])
  return expiresAt
}

export async function closeSession(tx: Tx, hash: Buffer): Promise<void> {
  await tx.query('DELETE FROM session WHERE secret_hash = $1', [hash])
}

/** All sessions of a person but the one that asks. */
export async function closeSessionsOf(tx: Tx, person: string, except?: Buffer): Promise<void> {
  await tx.query('DELETE FROM session WHERE person = $1 AND secret_hash IS DISTINCT FROM $2', [person, except ?? null])
}

export async function setPassword(tx: Tx, person: string, hash: string): Promise<void> {
  await tx.query('UPDATE person SET password_hash = $2, failed_logins = 0, locked_until = NULL WHERE id = $1', [person, hash])
}

export async function setPreferences(
  tx: Tx,
  person: string,
  change: { locale?: string | undefined; theme?: string | undefined },
): Promise<void> {
  await tx.query('UPDATE person SET locale = coalesce($2, locale), theme = coalesce($3, theme) WHERE id = $1', [
    person,
    change.locale ?? null,
    change.theme ?? null,
  ])
}

export type LinkKind = 'reset' | 'setup'
export type NewLink = {
  readonly hash: Buffer
  readonly kind: LinkKind
  readonly person: string | undefined
  readonly now: number
  readonly forMs: number
}

/** An older unused link of the same person, or of the administrator to come, dies with the new one. */
export async function addLink(tx: Tx, { hash, kind, person, now, forMs }: NewLink): Promise<number> {
  await tx.query(
    `UPDATE one_time_link SET used_at = $2
     WHERE tenant_id = current_setting('nuoxing.tenant') AND person IS NOT DISTINCT FROM $1 AND used_at IS NULL`,
    [person ?? null, now],
  )
  await tx.query(
    `INSERT INTO one_time_link (tenant_id, secret_hash, kind, person, created_at, expires_at) VALUES (current_setting('nuoxing.tenant'), $1, $2, $3, $4, $5)`,
    [hash, kind, person ?? null, now, now + forMs],
  )
  return now + forMs
}

/** Uses a link up, in one statement, so that two clicks cannot both win. */
export function useLink(
  tx: Tx,
  hash: Buffer,
  { kind, now }: { readonly kind: LinkKind; readonly now: number },
): Promise<{ person: string | null } | undefined> {
  return rowOf(
    tx,
    'UPDATE one_time_link SET used_at = $3 WHERE secret_hash = $1 AND kind = $2 AND used_at IS NULL AND expires_at > $3 RETURNING person',
    [hash, kind, now],
  )
}

export type TenantRow = {
  readonly tenant_id: string
  readonly name: string
  readonly timezone: string
  readonly demo: boolean
  readonly clock_offset_ms: number
  readonly seeding: { done: number; total: number } | null
}

export function tenantRow(tx: Tx): Promise<TenantRow | undefined> {
  return rowOf(
    tx,
    `SELECT tenant_id, name, timezone, demo, clock_offset_ms,
       CASE WHEN seeding IS NOT NULL THEN jsonb_build_object('done', seeding -> 'done', 'total', seeding -> 'total') END AS seeding FROM tenant WHERE tenant_id = current_setting('nuoxing.tenant')`,
  )
}

/** Has an administrator of the firm come in and set a password? */
export async function isSetUp(tx: Tx): Promise<boolean> {
  const text = `SELECT 1 FROM person p JOIN person_role h ON h.tenant_id = p.tenant_id AND h.person = p.id
    WHERE h.role = 'administrator' AND p.password_hash IS NOT NULL AND p.left_at IS NULL LIMIT 1`
  return (await tx.query(text)).length > 0
}

export function namesOf(tx: Tx, table: 'customer' | 'team', ids: readonly string[]): Promise<{ id: string; name: string }[]> {
  return tx.query(`SELECT id, name FROM ${table} WHERE id = ANY($1)`, [ids])
}
