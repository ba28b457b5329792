import type { FactType } from '../fact.ts'
import type { Phase } from './state.ts'

/** A fact that moves a ticket from one phase to another, and from where an *intention* may do so. Facts not named here leave the phase alone. */
export type Transition = { readonly from: readonly Phase[]; readonly to: Phase }

const ALIVE: readonly Phase[] = ['reported', 'accepted', 'working', 'restored', 'confirmed']
const AT_WORK: readonly Phase[] = ['reported', 'accepted', 'working']

export const TRANSITIONS = {
  'ticket.reported': { from: ['absent'], to: 'reported' },
  'ticket.accepted': { from: ['reported'], to: 'accepted' },
  'ticket.assigned': { from: ['reported', 'accepted'], to: 'working' },
  'remote.started': { from: ['reported', 'accepted'], to: 'working' },
  'visit.needed': { from: ['reported', 'accepted'], to: 'working' },
  'visit.arrived': { from: ['reported', 'accepted'], to: 'working' },
  'ticket.restored': { from: AT_WORK, to: 'restored' },
  'ticket.confirmed': { from: ['restored'], to: 'confirmed' },
  'ticket.refused': { from: ['restored', 'confirmed'], to: 'working' },
  'ticket.reopened': { from: ['restored', 'confirmed', 'closed', 'cancelled'], to: 'working' },
  'ticket.closed': { from: ['restored', 'confirmed'], to: 'closed' },
  'ticket.cancelled': { from: AT_WORK, to: 'cancelled' },
  'ticket.merged': { from: ALIVE, to: 'merged' },
} as const satisfies Partial<Record<FactType, Transition>>

export function transitionOf(type: FactType): Transition | undefined {
  return Object.hasOwn(TRANSITIONS, type) ? TRANSITIONS[type as keyof typeof TRANSITIONS] : undefined
}

/** Where a fact of this type leads from here; the same phase where it moves nothing. */
export function nextPhase(phase: Phase, type: FactType): Phase {
  const transition = transitionOf(type)
  return transition?.from.includes(phase) ? transition.to : phase
}

/** All phases that can come about, starting from nothing. */
export function reachablePhases(): ReadonlySet<Phase> {
  const reached = new Set<Phase>(['absent'])
  for (let before = 0; before !== reached.size; ) {
    before = reached.size
    for (const { from, to } of Object.values<Transition>(TRANSITIONS)) if (from.some((phase) => reached.has(phase))) reached.add(to)
  }
  return reached
}
