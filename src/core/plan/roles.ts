import type { Action } from '../access/actions.ts'
import type { Milestone } from '../contract/state.ts'

/** The parts of a contract's life in which a role can lead: before or after one of its milestones. */
export const PHASES = {
  'before-shipment': 'shipped',
  'before-delivery': 'delivered',
  'before-commissioning': 'commissioned',
  'before-acceptance': 'accepted',
  'after-shipment': 'shipped',
  'after-delivery': 'delivered',
  'after-commissioning': 'commissioned',
  'after-acceptance': 'accepted',
} as const satisfies Readonly<Record<string, Milestone>>

export type LeadPhase = keyof typeof PHASES

/** What a plan can say that a role may do, each with the right that it is. */
export const MAY = {
  accept: 'ticket.accept',
  grade: 'ticket.grade',
  judge: 'ticket.judge',
  assign: 'ticket.assign',
  transfer: 'ticket.transfer',
  pause: 'ticket.pause',
  close: 'ticket.close',
  waive: 'obligation.waive',
  approve: 'fact.approve',
} as const satisfies Readonly<Record<string, Action>>

export type May = keyof typeof MAY

/** The words of a closed table, in its order. */
export function wordsIn<Word extends string>(table: Readonly<Record<Word, unknown>>): readonly Word[] {
  return Object.keys(table) as Word[]
}
