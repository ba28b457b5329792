import type { Fact } from '../../core/fact.ts'
import type { Tx } from '../database/pool.ts'
import { newId } from '../transact.ts'
import { readCursor, Sql } from './rows.ts'

export type Via = 'self' | 'mention' | 'merge'

export async function watch(
  tx: Tx,
  { ticket, people, via, at }: { readonly ticket: string; readonly people: readonly string[]; readonly via: Via; readonly at: number },
): Promise<void> {
  if (people.length === 0) return
  await tx.query(
    `INSERT INTO ticket_watcher (tenant_id, ticket, person, via, since) SELECT $1, $2, person, $4, $5 FROM unnest($3::text[]) AS person
     ON CONFLICT (tenant_id, ticket, person) DO NOTHING`,
    [tx.tenant, ticket, people, via, at],
  )
}

export async function unwatch(tx: Tx, ticket: string, person: string): Promise<void> {
  await tx.query('DELETE FROM ticket_watcher WHERE ticket = $1 AND person = $2', [ticket, person])
}

export type WatcherRow = { readonly id: string; readonly name: string; readonly customer: string | null }

export function watchersOf(tx: Tx, ticket: string): Promise<WatcherRow[]> {
  return tx.query(
    `SELECT p.id, p.name, p.customer FROM ticket_watcher w JOIN person p ON p.tenant_id = w.tenant_id AND p.id = w.person
     WHERE w.ticket = $1 AND p.left_at IS NULL ORDER BY w.since, p.name`,
    [ticket],
  )
}

/** Of these people those of our own house who are still there. */
export async function ourPeople(tx: Tx, people: readonly string[]): Promise<readonly string[]> {
  const rows = await tx.query<{ id: string }>('SELECT id FROM person WHERE id = ANY($1) AND left_at IS NULL AND customer IS NULL', [people])
  return rows.map(({ id }) => id)
}

/** Whose a merged ticket was: who worked on it, who reported it, and who watched it. */
export async function sideOf(tx: Tx, ticket: string): Promise<readonly string[]> {
  const rows = await tx.query<{ person: string }>(
    `SELECT assignee AS person FROM ticket WHERE id = $1 AND assignee IS NOT NULL
     UNION SELECT person FROM ticket_watcher WHERE ticket = $1
     UNION SELECT f.by_person FROM fact f WHERE f.tenant_id = current_tenant() AND f.subject = 'ticket/' || $1 AND f.type = 'ticket.reported' AND f.by_person IS NOT NULL`,
    [ticket],
  )
  return rows.map(({ person }) => person)
}

type Telling = {
  readonly ticket: string
  readonly fact: Pick<Fact, 'id' | 'recordedAt' | 'by'>
  readonly people: readonly string[]
  readonly why: 'watch' | 'mention'
}

/** One line each; who did it is not told of it, and who was told of the fact already is not told again. */
export async function tellPeople(tx: Tx, { ticket, fact, people, why }: Telling): Promise<readonly string[]> {
  const told = people.filter((person) => person !== fact.by)
  if (told.length === 0) return []
  const rows = await tx.query<{ person: string }>(
    `INSERT INTO ticket_notice (tenant_id, id, person, ticket, fact, why, at)
     SELECT $1, id, person, $4, $5, $6, $7 FROM unnest($2::text[], $3::text[]) AS told (id, person)
     ON CONFLICT (tenant_id, person, fact) DO NOTHING RETURNING person`,
    [tx.tenant, told.map(newId), told, ticket, fact.id, why, fact.recordedAt],
  )
  return rows.map(({ person }) => person)
}

export type NoticeRow = {
  readonly id: string
  readonly ticket: string
  readonly number: string
  readonly title: string
  readonly fact: string
  readonly why: 'watch' | 'mention'
  readonly at: number
  readonly read_at: number | null
}

type Wanted = { readonly state: 'unread' | 'all'; readonly cursor?: string | undefined; readonly limit: number }

/** One's own, the newest first. */
export function noticesOf(tx: Tx, person: string, { state, cursor, limit }: Wanted): Promise<NoticeRow[]> {
  const sql = new Sql()
  const place = readCursor(cursor, ['instant', 'text'])
  const where = [
    `n.person = ${sql.value(person)}`,
    state === 'unread' ? 'n.read_at IS NULL' : 'true',
    place ? `(n.at, n.id) < (${sql.value(place[0])}, ${sql.value(place[1])})` : 'true',
  ]
  return tx.query(
    `SELECT n.id, n.ticket, t.number, t.title, n.fact, n.why, n.at, n.read_at FROM ticket_notice n JOIN ticket t ON t.tenant_id = n.tenant_id AND t.id = n.ticket
     WHERE ${where.join(' AND ')} ORDER BY n.at DESC, n.id DESC LIMIT ${sql.value(limit + 1)}`,
    sql.values,
  )
}

/** All of one ticket at once: who looks at it has seen what happened on it. The first reading stands. */
export async function readNotices(
  tx: Tx,
  { person, ticket, at }: { readonly person: string; readonly ticket: string; readonly at: number },
): Promise<number> {
  const rows = await tx.query('UPDATE ticket_notice SET read_at = $3 WHERE person = $1 AND ticket = $2 AND read_at IS NULL RETURNING id', [
    person,
    ticket,
    at,
  ])
  return rows.length
}

export async function unreadNotices(tx: Tx, person: string): Promise<number> {
  const [row] = await tx.query<{ unread: number }>(
    'SELECT count(*)::int AS unread FROM ticket_notice WHERE person = $1 AND read_at IS NULL',
    [person],
  )
  return row?.unread ?? 0
}
