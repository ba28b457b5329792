import type { FactType } from '../fact.ts'
import type { TicketState } from './state.ts'

/** Marks of what happened and does not fit: kept with the fact and shown to a person, never a refusal. */
export type Conflict = 'closed-before' | 'cancelled-before' | 'merged-before' | 'arrived-before' | 'no-arrival' | 'restored-before'

/** What the field reports. */
const FIELD: readonly FactType[] = ['visit.arrived', 'visit.done', 'ticket.restored', 'ticket.replied', 'ticket.answered', 'remote.failed', 'remote.solved', 'remote.ended']

export function conflictOf(state: TicketState, type: FactType): Conflict | undefined {
  if (!FIELD.includes(type)) return undefined
  if (state.phase === 'closed') return 'closed-before'
  if (state.phase === 'cancelled') return 'cancelled-before'
  if (state.phase === 'merged') return 'merged-before'
  if (type === 'visit.arrived' && (state.visit === 'arrived' || state.visit === 'done')) return 'arrived-before'
  if (type === 'visit.done' && state.visit !== 'arrived') return 'no-arrival'
  if (type === 'ticket.restored' && (state.phase === 'restored' || state.phase === 'confirmed')) return 'restored-before'
  return undefined
}
