import type { Subject } from '../../core/fact.ts'
import type { ContractState } from '../../core/contract/state.ts'
import type { Term } from '../../core/plan/types.ts'
import type { Belief, Effect, Obligation } from '../../core/promise/types.ts'
import type { Tx } from '../database/pool.ts'
import type { TicketClock, TicketColumns } from './ledger.ts'

/** Rows as the core's types: what an audit compares, and what a page shows of one subject. */
type Nullable<Row, Optional extends keyof Row> = { [Name in keyof Row]: Name extends Optional ? Row[Name] | null : Row[Name] }

type ObligationRow = Nullable<
  {
    promise: string
    episode: number
    state: Obligation['state']
    opened_at: number
    due_at: number
    target_at: number
    kept_at: number
    broken_at: number
    fulfilled_at: number
    ended_at: number
    provisional: boolean
    paused_ms: number
    evidence: readonly string[]
    why: Obligation['why']
  },
  'due_at' | 'target_at' | 'kept_at' | 'broken_at' | 'fulfilled_at' | 'ended_at'
>

function obligationOf(subject: Subject, row: ObligationRow): Obligation {
  return {
    subject,
    promise: row.promise,
    episode: row.episode,
    openedAt: row.opened_at,
    dueAt: row.due_at ?? undefined,
    targetAt: row.target_at ?? undefined,
    provisional: row.provisional,
    state: row.state,
    keptAt: row.kept_at ?? undefined,
    brokenAt: row.broken_at ?? undefined,
    fulfilledAt: row.fulfilled_at ?? undefined,
    endedAt: row.ended_at ?? undefined,
    pausedMs: row.paused_ms,
    evidence: row.evidence,
    why: row.why,
  }
}

/** As they stood when something last happened to each; `lookAt` of the core shows running clocks as of now. */
export async function readObligations(tx: Tx, subject: Subject): Promise<Obligation[]> {
  const text = `SELECT promise, episode, state, opened_at, due_at, target_at, kept_at, broken_at, fulfilled_at, ended_at, provisional, paused_ms, evidence, why
    FROM obligation WHERE tenant_id = $1 AND subject = $2 ORDER BY place, episode`
  return (await tx.query<ObligationRow>(text, [tx.tenant, subject])).map((row) => obligationOf(subject, row))
}

type BeliefRow = Nullable<
  {
    promise: string
    episode: number
    at: number
    state: Belief['state']
    due_at: number
    kept_at: number
    broken_at: number
    fulfilled_at: number
    provisional: boolean
  },
  'due_at' | 'kept_at' | 'broken_at' | 'fulfilled_at'
>

/** Every verdict as it was believed, in the order in which it was. */
export async function readBeliefs(tx: Tx, subject: Subject): Promise<Belief[]> {
  const text = `SELECT promise, episode, at, state, due_at, kept_at, broken_at, fulfilled_at, provisional FROM belief WHERE tenant_id = $1 AND subject = $2 ORDER BY id`
  const rows = await tx.query<BeliefRow>(text, [tx.tenant, subject])
  return rows.map(({ due_at, kept_at, broken_at, fulfilled_at, ...same }) => ({
    ...same,
    subject,
    dueAt: due_at ?? undefined,
    keptAt: kept_at ?? undefined,
    brokenAt: broken_at ?? undefined,
    fulfilledAt: fulfilled_at ?? undefined,
  }))
}

type EffectRow = {
  key: string
  promise: string
  episode: number
  kind: Effect['kind']
  to: string
  params: NonNullable<Effect['params']> | null
  at: number
  of: string | null
}

export async function readEffects(tx: Tx, subject: Subject): Promise<Effect[]> {
  const text = `SELECT key, promise, episode, kind, "to", params, at, of FROM effect WHERE tenant_id = $1 AND subject = $2 ORDER BY at, key`
  return (await tx.query<EffectRow>(text, [tx.tenant, subject])).map(({ params, of, ...row }) => ({
    ...row,
    subject,
    ...(params === null ? {} : { params }),
    of: of ?? undefined,
  }))
}

type TicketRow = Nullable<
  {
    number: string
    type: string
    state: string
    channel: string
    title: string
    customer: string
    site: string
    asset: string
    contract: string
    assignee: string
    team: string
    grade: string
    customer_grade: string
    priority: 'high'
    reported_at: number
    closed_at: number
    due_at: number
    due_promise: string
    clock_rank: number
    state_json: object
  },
  | 'customer'
  | 'site'
  | 'asset'
  | 'contract'
  | 'assignee'
  | 'team'
  | 'grade'
  | 'customer_grade'
  | 'priority'
  | 'closed_at'
  | 'due_at'
  | 'due_promise'
>

export type StoredTicket = { readonly clock: TicketClock; readonly columns: TicketColumns; readonly state: object }

/** A ticket's row, where the subject is one. */
export async function readTicket(tx: Tx, subject: Subject): Promise<StoredTicket | undefined> {
  if (!subject.startsWith('ticket/')) return undefined
  const text = `SELECT number, type, state, channel, title, customer, site, asset, contract, assignee, team, grade, customer_grade, priority, reported_at, closed_at,
    due_at, due_promise, clock_rank, state_json FROM ticket WHERE tenant_id = $1 AND id = $2`
  const [row] = await tx.query<TicketRow>(text, [tx.tenant, subject.slice('ticket/'.length)])
  if (!row) return undefined
  const { due_at, due_promise, clock_rank, state_json, customer_grade, reported_at, closed_at, ...same } = row
  const clock = { rank: clock_rank, dueAt: due_at ?? undefined, promise: due_promise ?? undefined }
  const given = Object.fromEntries(Object.entries(same).filter(([, value]) => value !== null)) as Pick<
    TicketColumns,
    'number' | 'type' | 'state' | 'channel' | 'title'
  >
  const absent = {
    customer: undefined,
    site: undefined,
    asset: undefined,
    contract: undefined,
    assignee: undefined,
    team: undefined,
    grade: undefined,
    priority: undefined,
  }
  const columns = {
    ...absent,
    ...given,
    customerGrade: customer_grade ?? undefined,
    reportedAt: reported_at,
    closedAt: closed_at ?? undefined,
  }
  return { clock, columns, state: state_json }
}

export type StoredContract = {
  readonly state: ContractState
  /** what lists, reports and escalations read */
  readonly row: {
    readonly number: string
    readonly title: string
    readonly customer: string
    readonly plan: string
    readonly terms: readonly Term[]
    readonly signed_on: string | null
    readonly starts_on: string | null
    readonly ends_on: string | null
    readonly ended_at: number | null
    readonly sites: readonly string[]
    readonly assets: readonly string[]
    readonly people: readonly string[]
  }
}

/** A contract's row, where the subject is one and its facts made it. */
export async function readContractRow(tx: Tx, subject: Subject): Promise<StoredContract | undefined> {
  if (!subject.startsWith('contract/')) return undefined
  const linked = (table: string, what: string) =>
    `coalesce((SELECT array_agg(${what} ORDER BY ${what}) FROM ${table} x WHERE x.tenant_id = k.tenant_id AND x.contract = k.id), '{}')`
  const text = `SELECT number, title, customer, plan, terms, signed_on, starts_on, ends_on, ended_at, state_json,
    ${linked('contract_site', 'x.site')} AS sites, ${linked('contract_asset', 'x.asset')} AS assets,
    ${linked('contract_person', "x.role || ' ' || x.person")} AS people FROM contract k WHERE tenant_id = $1 AND id = $2`
  const [row] = await tx.query<StoredContract['row'] & { state_json: ContractState | null }>(text, [
    tx.tenant,
    subject.slice('contract/'.length),
  ])
  if (!row?.state_json) return undefined
  const { state_json, ...rest } = row
  return { state: state_json, row: rest }
}
