import type { Subject } from '../../core/fact.ts'
import type { Instant } from '../../core/time/instant.ts'
import type { AbsenceReason } from '../../wire/roster.ts'
import type { Tx } from '../database/pool.ts'
import type { ShiftRow } from './services.ts'

export type RosterShiftRow = ShiftRow & {
  readonly version: number
  readonly contract: string
  readonly number: string
  readonly title: string
  readonly customer: string
  readonly bound_hash: string
}

/** More than any firm plans for a week. */
const MOST = 5_000

export type Window = { readonly from: Instant; readonly until: Instant }

const MEETS = `jsonb_path_exists(r.state_json, '$.entries[*].data ? (@.start < $until && @.end > $from)', jsonb_build_object('from', $1::bigint, 'until', $2::bigint))`

/** 班次 of all contracts, or of one, that were planned over a time, be it that some were dropped. */
export function shiftsWithin(tx: Tx, { from, until }: Window, contract?: string): Promise<RosterShiftRow[]> {
  return tx.query(
    `SELECT r.id, r.version, r.state_json, r.contract, k.number, k.title, k.customer, k.bound_hash
     FROM service_record r JOIN contract k ON k.tenant_id = r.tenant_id AND k.id = r.contract
     WHERE r.noun = 'shift' AND ($3::text IS NULL OR r.contract = $3) AND ${MEETS} ORDER BY r.opened_at, r.id LIMIT $4`,
    [from, until, contract ?? null, MOST],
  )
}

/** One shift by its record. */
export async function shiftOf(tx: Tx, id: string): Promise<RosterShiftRow | undefined> {
  const [row] = await tx.query<RosterShiftRow>(
    `SELECT r.id, r.version, r.state_json, r.contract, k.number, k.title, k.customer, k.bound_hash
     FROM service_record r JOIN contract k ON k.tenant_id = r.tenant_id AND k.id = r.contract WHERE r.noun = 'shift' AND r.id = $1`,
    [id],
  )
  return row
}

export type AbsenceRow = {
  id: string
  person: string
  person_name: string
  start_at: Instant
  end_at: Instant
  reason: AbsenceReason
  note: string | null
}

/** 缺勤 that stands over a time, of everybody or of some. */
export function absencesWithin(tx: Tx, { from, until }: Window, people?: readonly string[]): Promise<AbsenceRow[]> {
  return tx.query(
    `SELECT a.id, a.person, p.name AS person_name, a.start_at, a.end_at, a.reason, a.note FROM absence a JOIN person p ON p.tenant_id = a.tenant_id AND p.id = a.person
     WHERE a.withdrawn_at IS NULL AND a.start_at < $2 AND a.end_at > $1 AND ($3::text[] IS NULL OR a.person = ANY($3)) ORDER BY a.start_at, a.id LIMIT $4`,
    [from, until, people ?? null, MOST],
  )
}

export type NewAbsence = Omit<AbsenceRow, 'person_name'> & { readonly by: string; readonly now: Instant }

export async function addAbsence(tx: Tx, { id, person, start_at, end_at, reason, note, by, now }: NewAbsence): Promise<void> {
  await tx.query(
    `INSERT INTO absence (tenant_id, id, person, start_at, end_at, reason, note, recorded_by, recorded_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [tx.tenant, id, person, start_at, end_at, reason, note, by, now],
  )
}

/** Whose it was; undefined: there is none that stands. */
export async function withdrawAbsence(
  tx: Tx,
  { id, by, now }: { readonly id: string; readonly by: string; readonly now: Instant },
): Promise<string | undefined> {
  const [row] = await tx.query<{ person: string }>(
    'UPDATE absence SET withdrawn_by = $2, withdrawn_at = $3 WHERE id = $1 AND withdrawn_at IS NULL RETURNING person',
    [id, by, now],
  )
  return row?.person
}

export type OwnPerson = { id: string; name: string; phone: string | null; team: string | null; team_name: string | null; roles: string[] }

/** Our own people who are still here, by team and name. */
export function ownPeople(tx: Tx): Promise<OwnPerson[]> {
  return tx.query(
    `SELECT p.id, p.name, p.phone, p.team, t.name AS team_name,
       coalesce((SELECT array_agg(r.role ORDER BY r.role) FROM person_role r WHERE r.tenant_id = p.tenant_id AND r.person = p.id), '{}') AS roles
     FROM person p LEFT JOIN team t ON t.tenant_id = p.tenant_id AND t.id = p.team
     WHERE p.customer IS NULL AND p.left_at IS NULL ORDER BY t.name NULLS LAST, p.initials, p.id LIMIT $1`,
    [MOST],
  )
}

export type BrokenHours = {
  subject: Subject
  promise: string
  episode: number
  contract: string
  broken_at: Instant
  until: Instant | null
}

const ENDED = `coalesce((o.why #>> '{detail,gapUntil}')::bigint, o.ended_at)`

/** Hours at which too few were there, as the engine judged them: broken promises of these clauses, with their ends where they are over. */
export function brokenWithin(
  tx: Tx,
  { from, until }: Window,
  promises: readonly { readonly contract: string; readonly promise: string }[],
): Promise<BrokenHours[]> {
  return tx.query(
    `SELECT o.subject, o.promise, o.episode, o.contract, o.broken_at, ${ENDED} AS until
     FROM obligation o JOIN unnest($3::text[], $4::text[]) AS w (contract, promise) ON w.contract = o.contract AND w.promise = o.promise
     WHERE o.state = 'broken' AND o.broken_at < $2 AND coalesce(${ENDED}, $2) > $1 ORDER BY o.broken_at LIMIT $5`,
    [from, until, promises.map(({ contract }) => contract), promises.map(({ promise }) => promise), MOST],
  )
}

/** 值班电话 that nobody answered since an instant, by whom they rang; what was entered by mistake does not count. */
export async function unansweredCalls(tx: Tx, since: Instant): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.query<{ person: string; count: number }>(
    `SELECT e -> 'data' ->> 'person' AS person, count(*)::int AS count FROM service_record r, jsonb_array_elements(r.state_json -> 'entries') e
     WHERE r.noun = 'call' AND r.opened_at >= $1 AND e ->> 'type' = 'call.made' AND e -> 'data' ->> 'answered' = 'false' AND coalesce(e ->> 'voided', 'false') = 'false'
     GROUP BY 1`,
    [since],
  )
  return new Map(rows.map(({ person, count }) => [person, count]))
}
