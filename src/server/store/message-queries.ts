import type { MessageQuery } from '../../wire/messages.ts'
import type { Tx } from '../database/pool.ts'
import type { LogEvent, MessageRow } from './messages.ts'
import { Sql, readCursor } from './rows.ts'
import { STOOD } from './tasks.ts'

export type ListedMessage = MessageRow & { ticket_number: string | null; contract_number: string | null }

/** Messages that left or are to leave, the newest first. */
export function findMessages(tx: Tx, query: MessageQuery & { readonly id?: string | undefined }): Promise<ListedMessage[]> {
  const sql = new Sql()
  const place = readCursor(query.cursor, ['instant', 'text'])
  const is = (column: string, value: string | undefined) => (value === undefined ? 'true' : `${column} = ${sql.value(value)}`)
  const where = [
    is('m.id', query.id),
    is('m.state', query.state),
    is('m.channel', query.channel),
    is('m.kind', query.kind),
    is('m.person', query.person),
    is('m.ticket', query.ticket),
    is('m.contract', query.contract),
    place ? `(m.created_at, m.id) < (${sql.value(place[0])}, ${sql.value(place[1])})` : 'true',
  ]
  return tx.query(
    `SELECT m.*, t.number AS ticket_number, k.number AS contract_number FROM message m
     LEFT JOIN ticket t ON t.tenant_id = m.tenant_id AND t.id = m.ticket LEFT JOIN contract k ON k.tenant_id = m.tenant_id AND k.id = m.contract
     WHERE ${where.join(' AND ')} ORDER BY m.created_at DESC, m.id DESC LIMIT ${sql.value(query.limit + 1)}`,
    sql.values,
  )
}

export type LogRow = { at: number; event: LogEvent; detail: string | null }

export function logOfMessage(tx: Tx, message: string): Promise<LogRow[]> {
  return tx.query('SELECT at, event, detail FROM message_log WHERE message = $1 ORDER BY n', [message])
}

export type Titled = { id: string; title: string }

export async function relatedTo(
  tx: Tx,
  { id, corrects }: Pick<MessageRow, 'id' | 'corrects'>,
): Promise<{ corrects?: Titled; correctedBy?: Titled }> {
  const rows = await tx.query<Titled & { corrects: string | null }>(
    'SELECT id, title, corrects FROM message WHERE id = $1 OR corrects = $2',
    [corrects, id],
  )
  const earlier = rows.find((row) => row.id === corrects)
  const later = rows.find((row) => row.corrects === id)
  const titled = ({ id: one, title }: Titled): Titled => ({ id: one, title })
  return { ...(earlier ? { corrects: titled(earlier) } : {}), ...(later ? { correctedBy: titled(later) } : {}) }
}

/**
 * What was recorded on the strength of a mail: whether that fact `stands`, and whether other readers got theirs, so that it stands without this one. Undefined:
 * nothing was recorded.
 */
export async function recordedOf(tx: Tx, { id, fact }: Pick<MessageRow, 'id' | 'fact'>) {
  if (fact === null) return undefined
  const [found] = await tx.query<{ stands: boolean; others: boolean }>(
    `SELECT ${STOOD} AS stands, EXISTS (SELECT FROM message m WHERE m.fact = f.id AND m.id <> $2 AND m.state = 'accepted') AS others FROM fact f WHERE f.id = $1`,
    [fact, id],
  )
  return found && { fact, ...found }
}

export async function countMessages(tx: Tx): Promise<{ waiting: number; failed: number }> {
  const [row] = await tx.query<{ waiting: number; failed: number }>(
    `SELECT count(*) FILTER (WHERE next_try_at IS NOT NULL)::int AS waiting, count(*) FILTER (WHERE state IN ('failed', 'bounced'))::int AS failed
     FROM message WHERE next_try_at IS NOT NULL OR state IN ('failed', 'bounced')`,
  )
  return row ?? { waiting: 0, failed: 0 }
}
