import type { Escalation, EscalationStanding } from '../../core/escalation/escalation.ts'
import type { Actor } from '../../core/access/can.ts'
import { nextRungAt } from '../../core/escalation/escalation.ts'
import type { Instant } from '../../core/time/instant.ts'
import type { Transaction, Tx } from '../database/pool.ts'
import { ticketReach } from './reach.ts'
import { Sql } from './rows.ts'

export type EscalationRow = {
  id: string
  ticket: string
  effect: string
  promise: string
  episode: number
  rungs: string[]
  rung: number
  told_at: Instant
  wait_ms: number
  reached: string[]
  people: string[]
  state: EscalationStanding
  by_person: string | null
  at: Instant | null
  next_at: Instant | null
}

const COLUMNS = [
  'id',
  'ticket',
  'effect',
  'promise',
  'episode',
  'rungs',
  'rung',
  'told_at',
  'wait_ms',
  'reached',
  'people',
  'state',
  'by_person',
  'at',
  'next_at',
]
const SELECTED = COLUMNS.join(', ')

export type AuditedEscalation = EscalationRow

/** The row that an escalation has. */
export function rowOf(ticket: string, escalation: Escalation): AuditedEscalation {
  const { id, effect, promise, episode, rungs, rung, toldAt, waitMs, reached, people, state, by, at } = escalation
  return {
    id,
    ticket,
    effect,
    promise,
    episode,
    rungs: [...rungs],
    rung,
    told_at: toldAt,
    wait_ms: waitMs,
    reached: [...reached],
    people: [...people],
    state,
    by_person: by ?? null,
    at: at ?? null,
    next_at: nextRungAt(escalation) ?? null,
  }
}

export function escalationIn(row: EscalationRow): Escalation {
  const { id, effect, promise, episode, rungs, rung, told_at, wait_ms, reached, people, state, by_person, at } = row
  const known = { id, effect, promise, episode, rungs, rung, toldAt: told_at, waitMs: wait_ms, reached, people, state }
  return { ...known, by: by_person ?? undefined, at: at ?? undefined }
}

/** False where the effect has its escalation already. */
export async function saveEscalation(tx: Transaction, ticket: string, escalation: Escalation): Promise<boolean> {
  const row = rowOf(ticket, escalation)
  const rows = await tx.query(
    `INSERT INTO escalation (tenant_id, ${SELECTED}) VALUES ($1, ${COLUMNS.map((_, place) => `$${place + 2}`).join(', ')}) ON CONFLICT DO NOTHING RETURNING id`,
    [tx.tenant, ...COLUMNS.map((name) => row[name as keyof EscalationRow])],
  )
  return rows.length > 0
}

/** False where it does not stand as it was seen: somebody was faster. */
export async function changeEscalation(tx: Transaction, before: EscalationRow, escalation: Escalation): Promise<boolean> {
  const row = rowOf(before.ticket, escalation)
  const rows = await tx.query(
    `UPDATE escalation SET rung = $4, told_at = $5, reached = $6, people = $7, state = $8, by_person = $9, at = $10, next_at = $11
     WHERE tenant_id = $1 AND id = $2 AND state = 'waiting' AND rung = $3 RETURNING id`,
    [tx.tenant, row.id, before.rung, row.rung, row.told_at, row.reached, row.people, row.state, row.by_person, row.at, row.next_at],
  )
  return rows.length > 0
}

export async function escalationOf(tx: Tx, by: { readonly id: string } | { readonly effect: string }): Promise<EscalationRow | undefined> {
  const [where, value] = 'id' in by ? (['id', by.id] as const) : (['effect', by.effect] as const)
  const [row] = await tx.query<EscalationRow>(`SELECT ${SELECTED} FROM escalation WHERE ${where} = $1`, [value])
  return row
}

/** That which a line of one's own inbox tells of, while nobody has acknowledged it. */
export async function waitingInInbox(
  tx: Tx,
  { id, person }: { readonly id: string; readonly person: string },
): Promise<string | undefined> {
  const [row] = await tx.query<{ id: string }>(
    `SELECT e.id FROM inbox i JOIN escalation e ON e.tenant_id = i.tenant_id AND e.effect = i.effect
     WHERE i.id = $1 AND i.person = $2 AND i.kind = 'escalate' AND e.state = 'waiting'`,
    [id, person],
  )
  return row?.id
}

export async function escalationsOfTicket(tx: Tx, ticket: string): Promise<EscalationRow[]> {
  return tx.query(`SELECT ${SELECTED} FROM escalation WHERE ticket = $1 ORDER BY told_at, id`, [ticket])
}

/** More than that nobody looks through. */
const MOST_WAITING = 100

export type WaitingRow = EscalationRow & { readonly number: string; readonly title: string; readonly bound_hash: string | null }

/** What nobody has acknowledged on the open tickets that one may see, the newest first. */
export function waitingEscalations(tx: Tx, actor: Actor): Promise<WaitingRow[]> {
  const sql = new Sql()
  const reach = ticketReach(sql, actor, { action: 'ticket.read', ticket: 't' })
  return tx.query(
    `SELECT ${COLUMNS.map((name) => `e.${name}`).join(', ')}, t.number, t.title, r.bound_hash
     FROM escalation e JOIN ticket t ON t.tenant_id = e.tenant_id AND t.id = e.ticket
       LEFT JOIN record_state r ON r.tenant_id = t.tenant_id AND r.subject = 'ticket/' || t.id
     WHERE e.state = 'waiting' AND t.closed_at IS NULL AND ${reach} ORDER BY e.told_at DESC, e.id LIMIT ${MOST_WAITING}`,
    sql.values,
  )
}

/** Is this effect a rung of a ladder, be it that it was never reached? */
export async function isOnLadder(tx: Tx, effect: string): Promise<boolean> {
  const rows = await tx.query(
    `SELECT 1 FROM effect e JOIN effect f ON f.tenant_id = e.tenant_id AND f.subject = e.subject AND f.promise = e.promise AND f.episode = e.episode
       JOIN escalation x ON x.tenant_id = f.tenant_id AND x.effect = f.key
     WHERE e.key = $1 AND e.kind = 'escalate' AND e."to" = ANY(x.rungs) LIMIT 1`,
    [effect],
  )
  return rows.length > 0
}

export type EscalationSetting = { readonly version: number; readonly waitMinutes: number; readonly further: readonly string[] }

/** A quarter of an hour; and who leads the service hears of it where the plan names others alone. */
export const USUAL: EscalationSetting = { version: 0, waitMinutes: 15, further: ['service-manager'] }

export async function escalationSetting(tx: Tx): Promise<EscalationSetting> {
  const [row] = await tx.query<{ version: number; wait_minutes: number; further: string[] }>(
    'SELECT version, wait_minutes, further FROM escalation_setting',
  )
  return row ? { version: row.version, waitMinutes: row.wait_minutes, further: row.further } : USUAL
}

/** False where somebody changed it since that version was looked at. */
export async function changeEscalationSetting(
  tx: Transaction,
  { version, waitMinutes, further }: EscalationSetting,
  { by, now }: { readonly by: string; readonly now: Instant },
): Promise<boolean> {
  const rows = await tx.query(
    version === 0
      ? 'INSERT INTO escalation_setting (tenant_id, wait_minutes, further, changed_by, changed_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING version'
      : 'UPDATE escalation_setting SET wait_minutes = $2, further = $3, changed_by = $4, changed_at = $5, version = version + 1 WHERE tenant_id = $1 AND version = $6 RETURNING version',
    [tx.tenant, waitMinutes, further, by, now, ...(version === 0 ? [] : [version])],
  )
  return rows.length > 0
}
