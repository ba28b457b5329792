import type { Fact, FactSource } from '../fact.ts'
import type { Plan } from '../plan/types.ts'
import type { Obligation } from '../promise/types.ts'
import type { Instant } from '../time/instant.ts'
import type { Refusal } from './refusal.ts'
import type { TicketState } from './state.ts'

/** All that a decision may know beside the state. Time and ids are arguments and end up in the facts; nothing is made inside, nothing looked up again. */
export type TicketContext = {
  /** id of the ticket */
  readonly ticket: string
  readonly now: Instant
  /** who acts, and the role by which they may, named by waivers */
  readonly person: string
  readonly role?: string | undefined
  readonly newId: () => string
  /** default `hand` */
  readonly source?: FactSource | undefined
  /** a hand entry older than this (ms) is a 补录; default ten minutes */
  readonly backfillMs?: number | undefined
  /** the plan that rules the ticket, terms merged; undefined: no contract */
  readonly plan: Pick<Plan, 'grades' | 'reasons' | 'promises' | 'zones' | 'dimensions'> | undefined
  /** zone and dimensions of the site and the device, where an edit moves the ticket there */
  readonly dimensions?: Readonly<Record<string, string>> | undefined
  /** fastest travel time to the site, for a visit */
  readonly travelMs?: number | undefined
  /** for `merge`: the ticket that lives on; undefined: its existence was checked already, and nothing more is known of it */
  readonly into?: Pick<TicketState, 'phase' | 'customer'> | undefined
  /** for `waive` and `excuse`: the obligations as they stand; undefined: not looked up */
  readonly obligations?: readonly Pick<Obligation, 'promise' | 'episode' | 'state'>[] | undefined
  /** for statements about facts: those that name this ticket; undefined: checked already */
  readonly facts?: readonly Fact[] | undefined
}

/** Time, place and device of the report, as they stood at that moment: the engine never joins later. */
export type OpeningContext = TicketContext & {
  readonly number: string
  readonly team?: string | undefined
  /** the site's zone and dimensions, the device's dimensions */
  readonly dimensions: Readonly<Record<string, string>>
  /** the device's class and model, the plan's reference `zhineng@1` */
  readonly class?: string | undefined
  readonly model?: string | undefined
  readonly planRef?: string | undefined
}

/** A fact as it is decided; when it was recorded and where it stands in the ledger are not the aggregate's. */
export type NewFact = Omit<Fact, 'seq' | 'recordedAt'>

/** Free text or personal data of a new fact: it stands beside it under a salted hash and can be erased. */
export type NewText = { readonly factId: string; readonly field: string; readonly text: string }

export type Decision =
  | { readonly ok: true; readonly facts: readonly NewFact[]; readonly texts: readonly NewText[] }
  | { readonly ok: false; readonly refusal: Refusal }
