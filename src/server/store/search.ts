import type { Actor } from '../../core/access/can.ts'
import { widestScope } from '../../core/access/can.ts'
import type { SearchHit } from '../../wire/desk.ts'
import type { Tx } from '../database/pool.ts'
import { initialsOf } from './initials.ts'
import { customerReach, ticketReach } from './reach.ts'
import { Sql, likePattern } from './rows.ts'
import { findsTicketWords, findsWords, hasWords, wordsIn } from './ticket-words.ts'

/** Common words are found on the newest tickets: looking through these is quicker than sorting all of them out of an index. */
const NEWEST = 4_000
/** A whole number, by which no other ticket is meant. */
const NUMBER = /^[A-Z]+-\d{4}-\d{6,}$/

type Asked = { readonly q: string; readonly limit: number }

/**
 * Tickets, the newest first. A whole number names one. A customer's own are walked in their order; of the firm's those are looked through that came last,
 * and only when they are not enough, all that have the words.
 */
async function searchTickets(tx: Tx, actor: Actor, { q, limit }: Asked): Promise<SearchHit[]> {
  const ask = (from: (sql: Sql) => string): Promise<SearchHit[]> => {
    const sql = new Sql()
    const found = from(sql)
    const reach = ticketReach(sql, actor, { action: 'ticket.read', ticket: 'w' })
    return tx.query(
      `SELECT 'ticket' AS kind, h.id, h.number || ' ' || h.title AS title, coalesce(c.name, '') AS detail
       FROM (SELECT w.* FROM (${found}) w WHERE ${reach} ORDER BY w.reported_at DESC, w.id DESC LIMIT ${sql.value(limit)}) h
       LEFT JOIN customer c ON c.id = h.customer ORDER BY h.reported_at DESC, h.id DESC`,
      sql.values,
    )
  }
  const numbered = await ask((sql) => `SELECT * FROM ticket_words WHERE number = ${sql.value(q.toUpperCase())}`)
  if (numbered.length > 0 || NUMBER.test(q.toUpperCase())) return numbered
  if (actor.customer !== undefined)
    return ask((sql) => `SELECT * FROM ticket_words w WHERE w.customer = ${sql.value(actor.customer)} AND ${hasWords(sql, 'w', q)}`)
  const newest = await ask(
    (sql) =>
      `SELECT w.* FROM (SELECT * FROM ticket_words ORDER BY reported_at DESC, id DESC LIMIT ${NEWEST}) w WHERE ${hasWords(sql, 'w', q)}`,
  )
  if (newest.length === limit) return newest
  return ask((sql) => {
    const found = findsTicketWords(sql, 'w', { tenant: tx.tenant, typed: q })
    return `WITH found AS MATERIALIZED (SELECT * FROM ticket_words w WHERE ${found}) SELECT * FROM found`
  })
}

/** Every kind but tickets: there are few enough of them that an index of words alone is quick. */
function searchParties(tx: Tx, actor: Actor, { q, limit }: Asked): Promise<SearchHit[]> {
  const sql = new Sql()
  const named = findsWords(sql, 'w', q)
  const most = sql.value(limit)
  const found = (kind: string) => `${kind}_words w JOIN ${kind} r ON r.id = w.id`
  const reach = (action: 'customer.read' | 'asset.read' | 'site.read' | 'contract.read', column: string) =>
    `WHERE ${named} AND ${customerReach(sql, actor, { action, column })}`
  const staff = actor.customer === undefined && widestScope(actor.grants, 'person.read') !== undefined
  const parts = [
    `(SELECT 2 AS rank, 'customer' AS kind, r.id, r.name AS title, coalesce(r.contact_name, '') AS detail FROM ${found('customer')}
      ${reach('customer.read', 'r.id')} ORDER BY r.initials LIMIT ${most})`,
    `(SELECT 3, 'asset', r.id, concat_ws(' ', r.name, r.model), concat_ws(' ', r.serial, c.name) FROM ${found('asset')}
      JOIN customer c ON c.tenant_id = r.tenant_id AND c.id = r.customer ${reach('asset.read', 'r.customer')} ORDER BY r.initials LIMIT ${most})`,
    `(SELECT 4, 'site', r.id, r.name, concat_ws(' ', c.name, r.address) FROM ${found('site')}
      JOIN customer c ON c.tenant_id = r.tenant_id AND c.id = r.customer ${reach('site.read', 'r.customer')} ORDER BY r.initials LIMIT ${most})`,
    `(SELECT 5, 'contract', r.id, r.number || ' ' || r.title, c.name FROM ${found('contract')}
      JOIN customer c ON c.tenant_id = r.tenant_id AND c.id = r.customer ${reach('contract.read', 'r.customer')} ORDER BY r.number LIMIT ${most})`,
    ...(staff
      ? [
          `(SELECT 7, 'person', r.id, r.name, coalesce(m.name, '') FROM ${found('person')}
      LEFT JOIN team m ON m.tenant_id = r.tenant_id AND m.id = r.team WHERE ${named} ORDER BY r.initials LIMIT ${most})`,
        ]
      : []),
  ]
  return tx.query(`SELECT kind, id, title, detail FROM (${parts.join(' UNION ALL ')}) hits ORDER BY rank`, sql.values)
}

/** Plans and the signed texts that they stand beside, in the version that is used now: by title, its pinyin initials, or the name of the document. */
async function searchPlans(tx: Tx, actor: Actor, { q, limit }: Asked): Promise<SearchHit[]> {
  const sql = new Sql()
  const reach = customerReach(sql, actor, { action: 'plan.read', column: 'k.customer' })
  const own = actor.customer === undefined ? reach : `EXISTS (SELECT FROM contract k WHERE k.plan = p.ref AND ${reach})`
  // How the firm names its papers is not for its customers.
  const paper = `SELECT f.name FROM plan_document d JOIN file f ON f.tenant_id = d.tenant_id AND f.id = d.file
    WHERE d.tenant_id = p.tenant_id AND d.plan = p.ref ORDER BY d.n DESC LIMIT 1`
  const plans = await tx.query<{ id: string; ref: string; title: string; document: string | null }>(
    `SELECT DISTINCT ON (p.id) p.id, p.ref, p.title, ${actor.customer === undefined ? `(${paper})` : 'NULL'} AS document
     FROM plan p WHERE p.retired_at IS NULL AND ${own} ORDER BY p.id, p.version DESC`,
    sql.values,
  )
  const has = ({ ref, title, document }: (typeof plans)[number]): boolean => {
    const text = `${title} ${document ?? ''} ${ref} ${initialsOf(title)}`.toLowerCase()
    return wordsIn(q).every((word) => text.includes(word))
  }
  return plans
    .filter(has)
    .slice(0, limit)
    .map(({ ref, title, document }) => ({ kind: 'plan', id: ref, title, detail: document ?? '' }))
}

/** Papers that were attached to contracts, signed ones above all, by the names of their files; one a contract, the newest. They are the house's own to find. */
function searchDocuments(tx: Tx, actor: Actor, { q, limit }: Asked): Promise<SearchHit[]> {
  if (actor.customer !== undefined || widestScope(actor.grants, 'contract.read') === undefined) return Promise.resolve([])
  const sql = new Sql()
  const named = wordsIn(q).map((word) => `lower(f.name) LIKE ${sql.value(likePattern(word))}`)
  // From the contracts, which are few, to the papers of each: a subject that is reckoned beforehand reaches the index.
  return tx.query(
    `SELECT * FROM (SELECT DISTINCT ON (k.id) 'document' AS kind, k.id, f.name AS title, k.number || ' ' || k.title AS detail
       FROM (SELECT id, number, title, 'contract/' || id AS subject FROM contract OFFSET 0) k
       JOIN file_use u ON u.subject = k.subject JOIN file f ON f.tenant_id = u.tenant_id AND f.id = u.file
       WHERE ${named.join(' AND ')} ORDER BY k.id, u.at DESC) found ORDER BY detail LIMIT ${sql.value(limit)}`,
    sql.values,
  )
}

/** Records for Ctrl+K: a few of each kind, whatever the person may see of it and nothing else. */
export async function searchRecords(tx: Tx, actor: Actor, asked: Asked): Promise<SearchHit[]> {
  if (wordsIn(asked.q).length === 0) return []
  const tickets = await searchTickets(tx, actor, asked)
  const parties = await searchParties(tx, actor, asked)
  const papers = [...(await searchPlans(tx, actor, asked)), ...(await searchDocuments(tx, actor, asked))]
  const people = parties.filter(({ kind }) => kind === 'person')
  return [...tickets, ...parties.filter(({ kind }) => kind !== 'person'), ...papers, ...people]
}
