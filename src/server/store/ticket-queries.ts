import type { Actor } from '../../core/access/can.ts'
import type { RecordState } from '../../core/promise/record.ts'
import type { TicketState } from '../../core/ticket/state.ts'
import type { Condition } from '../../wire/conditions.ts'
import { MOST_COUNTED } from '../../wire/ticket-lists.ts'
import type { TicketQuery, TicketSort, TicketView } from '../../wire/tickets.ts'
import type { Tx } from '../database/pool.ts'
import { ownedBy } from './owned.ts'
import { ticketReach } from './reach.ts'
import { Sql, readCursor } from './rows.ts'
import { ticketsNamed } from './ticket-words.ts'

export type TicketListRow = {
  id: string
  version: number
  number: string
  type: string
  state: string
  channel: string
  title: string
  reported_at: number
  changed_at: number
  closed_at: number | null
  due_at: number | null
  grade: string | null
  customer_grade: string | null
  priority: 'high' | null
  customer: string | null
  customer_name: string | null
  site: string | null
  site_name: string | null
  site_address: string | null
  site_zone: string | null
  site_timezone: string | null
  asset: string | null
  asset_name: string | null
  asset_model: string | null
  asset_serial: string | null
  contract: string | null
  contract_number: string | null
  contract_title: string | null
  assignee: string | null
  assignee_name: string | null
  team: string | null
  team_name: string | null
  bound_hash: string | null
}

const COLUMNS = `t.id, t.version, t.number, t.type, t.state, t.channel, t.title, t.reported_at, t.changed_at, t.closed_at, t.due_at, t.grade, t.customer_grade, t.priority,
  t.customer, c.name AS customer_name, t.site, s.name AS site_name, s.address AS site_address, s.zone AS site_zone, s.timezone AS site_timezone,
  t.asset, a.name AS asset_name, a.model AS asset_model, a.serial AS asset_serial, t.contract, k.number AS contract_number, k.title AS contract_title,
  t.assignee, p.name AS assignee_name, t.team, m.name AS team_name, r.bound_hash`

const JOINS = `LEFT JOIN customer c ON c.tenant_id = t.tenant_id AND c.id = t.customer LEFT JOIN site s ON s.tenant_id = t.tenant_id AND s.id = t.site
  LEFT JOIN asset a ON a.tenant_id = t.tenant_id AND a.id = t.asset LEFT JOIN contract k ON k.tenant_id = t.tenant_id AND k.id = t.contract
  LEFT JOIN person p ON p.tenant_id = t.tenant_id AND p.id = t.assignee LEFT JOIN team m ON m.tenant_id = t.tenant_id AND m.id = t.team
  LEFT JOIN record_state r ON r.tenant_id = t.tenant_id AND r.subject = t.subject`

/** 快到期 looks three days ahead: over a weekend, Monday's first clocks are in sight on Friday. */
const SOON_MS = 3 * 86_400_000

const clock = (condition: string) =>
  `EXISTS (SELECT FROM obligation o WHERE o.tenant_id = t.tenant_id AND o.ticket = t.id AND ${condition})`

/** Many tickets have such a clock: it is looked for beside each, in the order of the list, and a page is soon full. */
const oftenClock = (condition: string) =>
  `(SELECT true FROM obligation o WHERE o.tenant_id = t.tenant_id AND o.ticket = t.id AND ${condition} LIMIT 1)`

/** These are found first, and each ticket is held against them (`IS TRUE` keeps it so): where many tickets are asked, or what is found stands ahead in the list. */
const seldomClock = (condition: string) =>
  `(t.id IN (SELECT o.ticket FROM obligation o WHERE o.ticket IS NOT NULL AND ${condition})) IS TRUE`

/** Few have such a clock, and the order of the list says nothing of where they stand: the page is made of these alone. */
const fewClock = (condition: string) => `t.id = ANY(ARRAY(SELECT o.ticket FROM obligation o WHERE o.ticket IS NOT NULL AND ${condition}))`

/** How a clock is looked for: for a page of the list, or for a count of all. */
const FOR_PAGE = { often: oftenClock, few: fewClock } as const
const FOR_COUNT: typeof FOR_PAGE = { often: seldomClock, few: seldomClock }

type Now = { readonly actor: Actor; readonly now: number }

/** Its clock ran out, and what it promised is still wanted. */
const LATE = `o.state = 'broken' AND o.fulfilled_at IS NULL AND o.ended_at IS NULL`

const OWN_RUNNING = `o.ticket IS NOT NULL AND o.state IN ('open', 'paused')`

/** What each default view holds, as a condition on a ticket. A clock whose due instant has passed is overdue even before its breach is written down. */
function viewConditions(sql: Sql, { actor, now }: Now, { often, few } = FOR_PAGE): Readonly<Record<TicketView, string>> {
  const at = `${sql.value(now)}::bigint`
  const open = 't.closed_at IS NULL'
  const me = sql.value(actor.person)
  return {
    'due-soon': `${open} AND ${often(`o.state = 'open' AND o.due_at > ${at} AND o.due_at <= ${at} + ${SOON_MS}`)}`,
    overdue: `${open} AND (${seldomClock(LATE)} OR ${seldomClock(`o.state = 'open' AND o.due_at < ${at}`)})`,
    unassigned: `${open} AND t.assignee IS NULL AND t.state NOT IN ('restored', 'confirmed')`,
    mine: `${open} AND t.id = ANY(ARRAY(SELECT given.id FROM ticket given WHERE given.assignee = ${me} AND given.closed_at IS NULL
      UNION SELECT own.ticket FROM (${ownedBy(me, OWN_RUNNING)}) own))`,
    'visit-today': `${open} AND t.state_json ->> 'visit' IN ('needed', 'arrived')`,
    paused: `${open} AND ${few(`o.state = 'paused'`)}`,
    open,
    closed: 't.closed_at IS NOT NULL',
    all: 'true',
  }
}

const ORDER: Readonly<Record<TicketSort, { readonly column: string; readonly descending: boolean }>> = {
  due: { column: 't.due_at', descending: false },
  '-due': { column: 't.due_at', descending: true },
  reported: { column: 't.reported_at', descending: false },
  '-reported': { column: 't.reported_at', descending: true },
  changed: { column: 't.changed_at', descending: false },
  '-changed': { column: 't.changed_at', descending: true },
}

/** Rows after a place in the order; tickets without a due time stand at the end, in either direction. */
function after(sql: Sql, sort: TicketSort, cursor: string | undefined): string {
  const place = readCursor(cursor, ['instant?', 'text'])
  if (!place) return 'true'
  const { column, descending } = ORDER[sort]
  const [at, id] = place
  const than = descending ? '<' : '>'
  if (at === null) return `${column} IS NULL AND t.id ${than} ${sql.value(id)}`
  return `((${column}, t.id) ${than} (${sql.value(at)}::bigint, ${sql.value(id)}) OR ${column} IS NULL)`
}

export function sortPlace(row: TicketListRow, sort: TicketSort): readonly (string | number | null)[] {
  const name = sort.replace('-', '')
  return [name === 'due' ? row.due_at : name === 'reported' ? row.reported_at : row.changed_at, row.id]
}

const reportedWith = (condition: string) =>
  `EXISTS (SELECT FROM fact_subject fs JOIN fact f ON f.tenant_id = fs.tenant_id AND f.seq = fs.seq
    WHERE fs.tenant_id = t.tenant_id AND fs.subject = 'ticket/' || t.id AND f.type = 'ticket.reported' AND ${condition})`
const COVERED = { inside: reportedWith(`f.data ->> 'cover' <> 'none'`), outside: reportedWith(`f.data ->> 'cover' = 'none'`) } as const

/** 异议: some dispute about the ticket or what it owes is not settled yet. */
const RUNNING_DISPUTE = `EXISTS (SELECT FROM dispute q WHERE q.tenant_id = t.tenant_id AND q.ticket = t.id AND q.state IN ('open', 'answered'))`

/** A day begins as the firm's own zone has it. */
const startOf = (day: string) =>
  `(extract(epoch FROM ${day}::timestamp AT TIME ZONE (SELECT n.timezone FROM tenant n WHERE n.tenant_id = current_tenant())) * 1000)::bigint`

function conditionSql(sql: Sql, { field, operator, value }: Condition): string {
  if (field === 'dispute') return value === 'running' ? RUNNING_DISPUTE : `NOT ${RUNNING_DISPUTE}`
  if (field === 'reported' || field === 'changed') return `t.${field}_at ${operator === 'since' ? '>=' : '<'} ${startOf(sql.value(value))}`
  return `t.${field} ${operator === 'is' ? '=' : '<>'} ${sql.value(value)}`
}

/** The rows of this order, none of whose columns but the due time may be missing: what an index has in its order stands as it is written there. */
function orderBy(sort: TicketSort): string {
  const { column, descending } = ORDER[sort]
  const direction = descending ? 'DESC' : 'ASC'
  return `${column} ${direction}${column === 't.due_at' ? ' NULLS LAST' : ''}, t.id ${direction}`
}

/**
 * The page is chosen by the ticket's own columns, and only what is on it is joined to the rest: a join by a reckoned key (`'ticket/' || id`) keeps row-level
 * security from the index of what it leads to.
 */
export async function findTickets(tx: Tx, { actor, now }: Now, query: TicketQuery): Promise<TicketListRow[]> {
  const sql = new Sql()
  const filters = (['state', 'type', 'customer', 'contract', 'site', 'asset', 'assignee', 'team'] as const)
    .filter((name) => query[name] !== undefined)
    .map((name) => `t.${name} = ${sql.value(query[name])}`)
  // Only the view that is asked for may add parameters: PostgreSQL refuses one that no condition uses.
  const view = viewCondition(sql, { actor, now }, query.view)
  const where = [
    ticketReach(sql, actor, { action: 'ticket.read', ticket: 't' }),
    view,
    ...filters,
    // as the list shows it: the staff's, else the customer's
    query.grade === undefined ? 'true' : `coalesce(t.grade, t.customer_grade) = ${sql.value(query.grade)}`,
    query.cover === undefined ? 'true' : COVERED[query.cover],
    query.promise === undefined ? 'true' : clock(`o.state IN ('open', 'paused') AND o.promise = ${sql.value(query.promise)}`),
    ...(query.where ?? []).map((one) => conditionSql(sql, one)),
    query.q ? await ticketsNamed(tx, sql, query.q) : 'true',
    after(sql, query.sort, query.cursor),
  ]
  return tx.query(
    `SELECT ${COLUMNS} FROM (SELECT t.*, 'ticket/' || t.id AS subject FROM ticket t WHERE ${where.join(' AND ')}
       ORDER BY ${orderBy(query.sort)} LIMIT ${sql.value(query.limit + 1)}) t ${JOINS} ORDER BY ${orderBy(query.sort)}`,
    sql.values,
  )
}

function viewCondition(sql: Sql, now: Now, view: TicketView): string {
  const trial = new Sql()
  const condition = viewConditions(trial, now)[view]
  return condition.replaceAll(/\$(\d+)/g, (_, place: string) => sql.value(trial.values[Number(place) - 1]))
}

export type ViewCounts = { readonly counts: Record<TicketView, number>; readonly longest: number | null }

/** Views that grow with the years, and are counted no further than MOST_COUNTED. */
const GROWING: readonly TicketView[] = ['closed', 'all']

/** How many tickets each view holds: what is open in one pass over it, the past as far as it is counted at all. */
export async function countViews(tx: Tx, { actor, now }: Now): Promise<ViewCounts> {
  const sql = new Sql()
  const views = Object.entries(viewConditions(sql, { actor, now }, FOR_COUNT)) as [TicketView, string][]
  const reach = ticketReach(sql, actor, { action: 'ticket.read', ticket: 't' })
  const most = sql.value(MOST_COUNTED)
  const open = views
    .filter(([view]) => !GROWING.includes(view))
    .map(([view, condition]) => `count(*) FILTER (WHERE ${condition})::int AS "${view}"`)
  const growing = views
    .filter(([view]) => GROWING.includes(view))
    .map(
      ([view, condition]) =>
        `(SELECT count(*)::int FROM (SELECT FROM ticket t WHERE ${condition} AND ${reach} LIMIT ${most}) counted) AS "${view}"`,
    )
  const oldest = `(SELECT min(o.due_at) FROM obligation o JOIN ticket t ON t.tenant_id = o.tenant_id AND t.id = o.ticket
    WHERE ${LATE} AND t.closed_at IS NULL AND ${reach}) AS longest`
  const [row] = await tx.query<Record<string, number | null>>(
    `SELECT running.*, ${growing.join(', ')}, ${oldest} FROM (SELECT ${open.join(', ')} FROM ticket t WHERE t.closed_at IS NULL AND ${reach}) running`,
    sql.values,
  )
  const { longest = null, ...rest } = row ?? {}
  return { counts: rest as Record<TicketView, number>, longest }
}

export type TicketPageRow = TicketListRow & {
  readonly state_json: TicketState
  readonly record: RecordState | null
  readonly owners: readonly string[]
  /** who follows it; `ours`: of our own house */
  readonly watchers: readonly { readonly person: string; readonly ours: boolean }[]
}

const WATCHERS = `coalesce((SELECT jsonb_agg(jsonb_build_object('person', w.person, 'ours', wp.customer IS NULL)) FROM ticket_watcher w
    JOIN person wp ON wp.tenant_id = w.tenant_id AND wp.id = w.person WHERE w.tenant_id = t.tenant_id AND w.ticket = t.id AND wp.left_at IS NULL), '[]') AS watchers`

/** One ticket, if this person may see it. `owners`: the people whose own it is by contract or because they reported it. */
export async function findTicket(tx: Tx, actor: Actor, id: string): Promise<TicketPageRow | undefined> {
  const sql = new Sql()
  const owners = `coalesce((SELECT jsonb_agg(x.person) FROM (SELECT cp.person FROM contract_person cp WHERE cp.tenant_id = t.tenant_id AND cp.contract = t.contract
    UNION SELECT f.by_person FROM fact_subject fs JOIN fact f ON f.tenant_id = fs.tenant_id AND f.seq = fs.seq
      WHERE fs.tenant_id = t.tenant_id AND fs.subject = 'ticket/' || t.id AND f.type = 'ticket.reported' AND f.by_person IS NOT NULL) x), '[]') AS owners`
  const [row] = await tx.query<TicketPageRow>(
    `SELECT ${COLUMNS}, t.state_json, r.record, ${owners}, ${WATCHERS} FROM (SELECT t.*, 'ticket/' || t.id AS subject FROM ticket t WHERE t.id = ${sql.value(id)} OFFSET 0) t ${JOINS} WHERE ${ticketReach(sql, actor, { action: 'ticket.read', ticket: 't' })}`,
    sql.values,
  )
  return row
}

export type TiedTicketRow = { readonly id: string; readonly number: string; readonly title: string; readonly state: string }

/** Of these tickets those that somebody may see. */
export function ticketsSeen(tx: Tx, actor: Actor, ids: readonly string[]): Promise<TiedTicketRow[]> {
  if (ids.length === 0) return Promise.resolve([])
  const sql = new Sql()
  return tx.query(
    `SELECT t.id, t.number, t.title, t.state FROM ticket t WHERE t.id = ANY(${sql.value(ids)}) AND ${ticketReach(sql, actor, { action: 'ticket.read', ticket: 't' })}`,
    sql.values,
  )
}

export function contractPeople(
  tx: Tx,
  contract: string,
): Promise<{ role: string; role_name: string | null; person: string; name: string }[]> {
  return tx.query(
    `SELECT cp.role, r.name AS role_name, cp.person, p.name FROM contract_person cp JOIN person p ON p.tenant_id = cp.tenant_id AND p.id = cp.person
     LEFT JOIN role r ON r.tenant_id = cp.tenant_id AND r.id = cp.role WHERE cp.contract = $1 ORDER BY cp.role, p.name`,
    [contract],
  )
}

/** Names for the ids that facts carry. */
export async function nameBook(
  tx: Tx,
  ids: {
    readonly people: readonly string[]
    readonly teams: readonly string[]
    readonly assets?: readonly string[]
    readonly files?: readonly string[]
    readonly tickets?: readonly string[]
    readonly roles?: readonly string[]
  },
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ id: string; name: string }>(
    `SELECT 'person/' || id AS id, name FROM person WHERE id = ANY($1)
     UNION ALL SELECT 'team/' || id, name FROM team WHERE id = ANY($2)
     UNION ALL SELECT 'asset/' || id, name FROM asset WHERE id = ANY($3)
     UNION ALL SELECT 'file/' || id, name FROM file WHERE id = ANY($4)
     UNION ALL SELECT 'ticket/' || id, number FROM ticket WHERE id = ANY($5)
     UNION ALL SELECT 'role/' || id, name FROM role WHERE id = ANY($6) AND name IS NOT NULL`,
    [ids.people, ids.teams, ids.assets ?? [], ids.files ?? [], ids.tickets ?? [], ids.roles ?? []],
  )
  return new Map(rows.map((row) => [row.id, row.name]))
}
