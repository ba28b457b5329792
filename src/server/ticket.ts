import type { Fact } from '../core/fact.ts'
import { evolve } from '../core/ticket/evolve.ts'
import { columnsOf, initialState } from '../core/ticket/state.ts'
import type { TicketState } from '../core/ticket/state.ts'
import type { Aggregate } from './transact.ts'

/**
 * A ticket as the seam knows it. The title is free text and stands beside the facts: whoever decides knows it and lends it
 * to the row; `titled` is what a report or an edit says, else the row keeps its own.
 */
export function ticketAggregate(titled?: string): Aggregate<TicketState> {
  const withTitle = (state: TicketState, fact: Fact): TicketState => evolve(state, fact, titled === undefined ? {} : { title: titled })
  return { initialState, evolve: withTitle, columns: columnsOf }
}
