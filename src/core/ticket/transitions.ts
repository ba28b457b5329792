import type { FactType } from '../fact.ts'
import type { TicketType } from './forms.ts'

/** Where a ticket stands. `absent`: nothing was reported yet. Waiting (a running pause) is no state of its own: work may wait in any open one. */
export const PHASES = [
  'absent',
  'reported',
  'accepted',
  'working',
  'restored',
  'confirmed',
  'closed',
  'reopened',
  'cancelled',
  'merged',
] as const

export type Phase = (typeof PHASES)[number]

/** Somebody has still to do something about the fault itself. */
export const LIVE: readonly Phase[] = ['reported', 'accepted', 'working', 'reopened']

/** Not ended: the life cycle can still go on by itself. */
export const OPEN: readonly Phase[] = [...LIVE, 'restored', 'confirmed']

/** `types`: only tickets of these types move by it; without it, all. */
export type Transition = { readonly from: readonly Phase[]; readonly to: Phase; readonly types?: readonly TicketType[] }

/** What is asked for is an answer: with it, the matter itself is settled. */
const ASKED: readonly TicketType[] = ['consultation', 'suggestion', 'pre-sales']

/** Facts that move a ticket: from where, to where. A fact that comes in any other state is kept in the ledger and moves nothing. */
export const TRANSITIONS = {
  'ticket.reported': { from: ['absent'], to: 'reported' },
  'ticket.accepted': { from: ['reported', 'reopened'], to: 'accepted' },
  'ticket.assigned': { from: LIVE, to: 'working' },
  'remote.started': { from: LIVE, to: 'working' },
  'visit.needed': { from: LIVE, to: 'working' },
  'visit.arrived': { from: LIVE, to: 'working' },
  'ticket.restored': { from: LIVE, to: 'restored' },
  'ticket.answered': { from: LIVE, to: 'restored', types: ASKED },
  'ticket.confirmed': { from: ['restored'], to: 'confirmed' },
  'ticket.refused': { from: ['restored', 'confirmed'], to: 'working' },
  'ticket.reopened': { from: ['restored', 'confirmed', 'closed', 'cancelled'], to: 'reopened' },
  'ticket.closed': { from: ['restored', 'confirmed'], to: 'closed' },
  'ticket.cancelled': { from: LIVE, to: 'cancelled' },
  'ticket.merged': { from: LIVE, to: 'merged' },
} as const satisfies Partial<Record<FactType, Transition>>

export type MovingFact = keyof typeof TRANSITIONS

export function isMoving(type: FactType): type is MovingFact {
  return Object.hasOwn(TRANSITIONS, type)
}

/** Where the fact leads; undefined: it moves nothing from here. */
export function phaseAfter(phase: Phase, type: FactType, ticketType: TicketType): Phase | undefined {
  if (!isMoving(type)) return undefined
  const { from, to, types }: Transition = TRANSITIONS[type]
  return from.includes(phase) && (types?.includes(ticketType) ?? true) ? to : undefined
}

/** States that no chain of facts reaches from `absent`. The table is right when there are none. */
export function unreachable(): Phase[] {
  const reached = new Set<Phase>(['absent'])
  for (let size = 0; size < reached.size;) {
    size = reached.size
    for (const { from, to } of Object.values<Transition>(TRANSITIONS)) if (from.some((phase) => reached.has(phase))) reached.add(to)
  }
  return PHASES.filter((phase) => !reached.has(phase))
}
