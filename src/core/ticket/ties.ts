import type { Fact, Json, Subject } from '../fact.ts'
import { readRulings } from '../promise/knowledge.ts'
import type { Instant } from '../time/instant.ts'
import type { TicketState } from './state.ts'

/** How two tickets belong together, seen from one of them. */
export type TieKind = 'merged-into' | 'merged-here' | 'split-from' | 'split-off' | 'related'

export type Tie = { readonly kind: TieKind; readonly ticket: Subject; readonly fact: string; readonly at: Instant }

/** Facts that tie two tickets or untie them. */
export const TIES: readonly string[] = ['ticket.merged', 'ticket.split', 'ticket.related', 'ticket.unrelated']

const isTicket = (value: Json | undefined): value is Subject => typeof value === 'string' && value.startsWith('ticket/')

/** The two sides of a fact that ties tickets: whose it is, and the one that it names. */
function otherSide({ data }: Fact): Subject | undefined {
  return [data.into, data.from, data.to].find(isTicket)
}

function kindOf({ type }: Fact, own: boolean): TieKind {
  if (type === 'ticket.merged') return own ? 'merged-into' : 'merged-here'
  if (type === 'ticket.split') return own ? 'split-from' : 'split-off'
  return 'related'
}

/** The facts that stand: what was declared void ties nothing. */
function standing(facts: readonly Fact[]): readonly Fact[] {
  const ties = facts.filter(({ type }) => TIES.includes(type))
  if (ties.length === 0) return []
  const { voided } = readRulings(facts)
  return ties.filter(({ id }) => !voided.has(id)).toSorted((a, b) => a.seq - b.seq)
}

/** All tickets that belong to this one, in the order in which they were tied. `facts`: those that name it. */
export function tiesOf(subject: Subject, facts: readonly Fact[]): readonly Tie[] {
  const ties: Tie[] = []
  for (const fact of standing(facts)) {
    const other = otherSide(fact)
    const own = fact.subject === subject
    if (other === undefined || (!own && other !== subject)) continue
    const ticket = own ? other : fact.subject
    const kind = kindOf(fact, own)
    const before = ties.findIndex((tie) => tie.kind === kind && tie.ticket === ticket)
    if (before >= 0) ties.splice(before, 1)
    if (fact.type !== 'ticket.unrelated') ties.push({ kind, ticket, fact: fact.id, at: fact.occurredAt })
  }
  return ties
}

export function isRelated(facts: readonly Fact[], subject: Subject, to: Subject): boolean {
  return tiesOf(subject, facts).some(({ kind, ticket }) => kind === 'related' && ticket === to)
}

/** When what a ticket is about was first reported: by itself, by one that was merged into it, or by the one that it was split off from. */
export function earliestReport({ subject, reportedAt }: Pick<TicketState, 'subject' | 'reportedAt'>, facts: readonly Fact[]): Instant {
  const since = standing(facts).flatMap((fact) => {
    const brings = fact.type === 'ticket.merged' ? fact.data.into === subject : fact.type === 'ticket.split' && fact.subject === subject
    return brings && typeof fact.data.since === 'number' ? [fact.data.since] : []
  })
  return Math.min(reportedAt, ...since)
}
