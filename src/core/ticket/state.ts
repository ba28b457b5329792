import type { FactType, Json, Subject } from '../fact.ts'
import type { Instant } from '../time/instant.ts'
import type { Channel, TicketType } from './forms.ts'
export type { Channel, TicketType } from './forms.ts'
import type { Phase } from './transitions.ts'

/** A running wait: the plan's reason, the fact that began it, whether what the reason demands is there. */
export type Waiting = {
  readonly reason: string
  readonly fact: string
  readonly since: Instant
  readonly evidence: boolean
  readonly notice: boolean
}

export type RemoteStatus = 'none' | 'authorised' | 'started' | 'failed' | 'solved'
export type VisitStatus = 'none' | 'needed' | 'arrived' | 'done'

/** What facts after the report change, and a voided fact changes back. */
export type Progress = {
  readonly phase: Phase
  /** counts from 1; a reopening begins the next */
  readonly episode: number
  readonly assignee?: string | undefined
  readonly team?: string | undefined
  /** the staff's; the customer's own is kept beside it */
  readonly grade?: string | undefined
  readonly customerGrade?: string | undefined
  readonly waiting: readonly Waiting[]
  readonly remote: RemoteStatus
  readonly visit: VisitStatus
  /** the visit under way or the last one: id of its subject */
  readonly visitId?: string | undefined
  readonly visits: number
  readonly replied: boolean
  readonly cause?: string | undefined
  readonly removable?: boolean | undefined
  readonly affectsWork?: boolean | undefined
  readonly restoredAt?: Instant | undefined
  readonly closedAt?: Instant | undefined
  readonly mergedInto?: string | undefined
  readonly asset?: string | undefined
  readonly site?: string | undefined
}

/** One fact as far as progress reads it. Kept, so that a voided or corrected one can be taken back without the ledger. */
export type Step = {
  readonly fact: string
  readonly type: FactType
  readonly occurredAt: Instant
  readonly subject: Subject
  readonly data: Readonly<Record<string, Json>>
}

/**
 * A ticket as its row keeps it: plain JSON, the fold of `evolve` over the facts that name it, in ledger order.
 * `title` is free text: it comes from beside the facts, and an erased one is empty here too.
 */
export type TicketState = Progress & {
  readonly subject: Subject
  readonly number: string
  readonly type: TicketType
  readonly channel: Channel
  readonly title: string
  readonly customer?: string | undefined
  readonly contract?: string | undefined
  /** who reported, where it was one of our people or the customer's */
  readonly reporter?: string | undefined
  /** ranked ahead, as its report was routed */
  readonly priority?: 'high' | undefined
  readonly reportedFact: string
  readonly reportedAt: Instant
  readonly values: Readonly<Record<string, Json>>
  readonly dimensions: Readonly<Record<string, string>>
  /** progress before the first of `steps` */
  readonly base: Progress
  readonly steps: readonly Step[]
}

/** More steps back than this nothing is taken back; a ticket of a thousand replies keeps a small row. */
export const KEPT_STEPS = 64

const START: Progress = { phase: 'absent', episode: 1, waiting: [], remote: 'none', visit: 'none', visits: 0, replied: false }

export function initialState(): TicketState {
  return {
    ...START,
    subject: 'ticket/',
    number: '',
    type: 'fault',
    channel: 'phone',
    title: '',
    reportedFact: '',
    reportedAt: 0,
    values: {},
    dimensions: {},
    base: START,
    steps: [],
  }
}

/** The columns by which tickets are listed. */
export type TicketColumns = {
  readonly number: string
  readonly type: TicketType
  readonly state: Phase
  readonly channel: Channel
  readonly title: string
  readonly customer: string | undefined
  readonly site: string | undefined
  readonly asset: string | undefined
  readonly contract: string | undefined
  readonly assignee: string | undefined
  readonly team: string | undefined
  readonly grade: string | undefined
  readonly customerGrade: string | undefined
  readonly priority: 'high' | undefined
  readonly reportedAt: Instant
  readonly closedAt: Instant | undefined
}

export function columnsOf(state: TicketState): TicketColumns {
  const {
    number,
    type,
    phase,
    channel,
    title,
    customer,
    site,
    asset,
    contract,
    assignee,
    team,
    grade,
    customerGrade,
    priority,
    reportedAt,
    closedAt,
  } = state
  return {
    number,
    type,
    state: phase,
    channel,
    title,
    customer,
    site,
    asset,
    contract,
    assignee,
    team,
    grade,
    customerGrade,
    priority,
    reportedAt,
    closedAt,
  }
}

/** Every subject that a fact about this ticket speaks about besides the ticket itself: its owners read exactly the facts that name them. */
export function alsoOf({
  customer,
  site,
  asset,
  contract,
  visitId,
}: Pick<TicketState, 'customer' | 'site' | 'asset' | 'contract' | 'visitId'>): Subject[] {
  const named: readonly (readonly [string, string | undefined])[] = [
    ['customer', customer],
    ['site', site],
    ['asset', asset],
    ['contract', contract],
    ['visit', visitId],
  ]
  return named.flatMap(([noun, id]): Subject[] => (id === undefined ? [] : [`${noun}/${id}`]))
}
