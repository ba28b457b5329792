import type { Json, Subject } from '../fact.ts'
import type { Duration } from '../time/duration.ts'
import type { Instant } from '../time/instant.ts'
import type { CompiledCalendar } from '../calendar/compile.ts'
import type { Plan, Term } from '../plan/types.ts'

/** What derive reads: the plan merged with the contract's terms, calendars compiled, conditions compiled, hashed. Made by `bindPlan`. */
export type BoundPlan = {
  readonly plan: Plan
  readonly terms: readonly Term[]
  readonly hash: string
  /** from when on the contract is looked after here (接管): what fell due until then is history (`taken-over.ts`), no obligation and followed by no effect */
  readonly cutOver?: Instant | undefined
  /** `zhineng@1` */
  readonly ref: string
  readonly calendars: Readonly<Record<string, CompiledCalendar>>
  /** CEL text → predicate over the fields that the language page allows; never throws: what cannot be judged is false with a note */
  readonly tests: ReadonlyMap<string, (scope: Readonly<Record<string, unknown>>) => boolean>
  /** a hand-entered fact older than this (ms) when it is recorded is a 补录 (law 2); default ten minutes */
  readonly backfillMs?: number | undefined
  /** calendars compiled after a list was published, by hash: `calendar.published {calendars: {id: hash}}` names them (law 9) */
  readonly published?: Readonly<Record<string, CompiledCalendar>> | undefined
  /** of those the last, by the id of the calendar that it takes the place of: what a record is told that has not heard of it */
  readonly announced?: Readonly<Record<string, string>> | undefined
  /** what `obligation.moved {to, binding}` may move running instances to, by hash (`binding`) or, where none is named, by ref (law 9) */
  readonly successors?: Readonly<Record<string, BoundPlan>> | undefined
  /** the same without its successors */
  readonly plain?: BoundPlan | undefined
  /**
   * What was agreed one after the other, the oldest first: the record of a contract follows its amendments (`amended.ts`). Each edition but the first holds
   * from the fact that agreed on it. Undefined: one edition, this plan itself.
   */
  readonly editions?: readonly Edition[] | undefined
}

export type Edition = { readonly bound: BoundPlan; readonly amendedBy?: string | undefined }

export type ObligationState = 'open' | 'paused' | 'kept' | 'broken' | 'excused' | 'cancelled'

/** One pause that counted, cut to the running clock. `until` undefined: still running. */
export type PauseSpan = {
  readonly reason: string
  readonly from: Instant
  readonly until: Instant | undefined
  /** working ms that the pause took out of the clock, up to asOf */
  readonly ms: number
  readonly fact: string
  readonly endedBy: 'resumed' | 'limit' | 'closed' | undefined
}

/** The arithmetic of one obligation as data; `sayWhy` turns it into sentences. */
export type Why = {
  readonly plan: string
  readonly planHash: string
  readonly text: string | undefined
  readonly source: readonly string[]
  readonly reading: string | undefined
  /** the event that opened it, and the fact (or instance) behind that event */
  readonly anchor: { readonly event: string; readonly at: Instant; readonly fact: string | undefined }
  /** the dimensions that chose the row: grade → major, zone → city, each with who set it */
  readonly dimensions: Readonly<Record<string, { readonly value: string | undefined; readonly by: string }>>
  /** undefined: promised without a number (unstated) */
  readonly within: { readonly travel: boolean; readonly duration: Duration; readonly travelMs: number | undefined } | undefined
  readonly target: { readonly duration: Duration; readonly at: Instant } | undefined
  readonly calendar: {
    readonly id: string
    readonly zone: string
    readonly hash: string
    readonly tzdata: string
    readonly always: boolean
  }
  readonly pauses: readonly PauseSpan[]
  /** due time had there been no pause and no regrade */
  readonly plainDueAt: Instant | undefined
  /** the promised working time in ms where it is a number of hours (elapsed units), else undefined (civil) */
  readonly withinMs: number | undefined
  /** working time used up to asOf (or the end), pauses taken out: used + left = within to the ms */
  readonly usedMs: number
  readonly leftMs: number | undefined
  readonly provisional: 'grade-unknown' | 'calendar-unknown' | undefined
  /** regrades, waivers, corrections, conflicts and unapproved back-filled facts that touched this instance, in order */
  readonly notes: readonly {
    readonly kind: string
    readonly at: Instant
    readonly fact: string | undefined
    readonly params: Readonly<Record<string, string | number>>
  }[]
  /** what its form says of it: number and window of an occurrence, measured value of a level … */
  readonly detail?: { readonly [key: string]: Json } | undefined
}

/** One instance of a promise: (promise, owner, episode). */
export type Obligation = {
  readonly subject: Subject
  readonly promise: string
  readonly episode: number
  readonly openedAt: Instant
  readonly dueAt: Instant | undefined
  readonly targetAt: Instant | undefined
  readonly provisional: boolean
  readonly state: ObligationState
  readonly keptAt: Instant | undefined
  readonly brokenAt: Instant | undefined
  readonly fulfilledAt: Instant | undefined
  /** when it ended by excuse or cancellation */
  readonly endedAt: Instant | undefined
  readonly pausedMs: number
  readonly evidence: readonly string[]
  readonly why: Why
}

export type EffectKind =
  | 'escalate'
  | 'entrust'
  | 'notify'
  | 'entitle'
  | 'demand'
  | 'open-task'
  | 'credit'
  | 'deduct'
  | 'require-form'
  | 'extend'
  | 'restart'
  | 'withdraw'

/** What follows. Keyed by owner, episode, clause and effect, with no fact ids in it: a corrected arrival does not escalate twice. */
export type Effect = {
  readonly key: string
  readonly subject: Subject
  readonly promise: string
  readonly episode: number
  /** `withdraw`: what was sent no longer follows; it names the one message that it takes back in `of` */
  readonly kind: EffectKind
  /** role to tell, thing to give or demand, task to open, form to fill */
  readonly to: string
  /** the rest of what is to be done: amount in fen, percent … */
  readonly params?: { readonly [key: string]: Json } | undefined
  /** the instant at which it came due; for a withdrawal, at which it was known */
  readonly at: Instant
  readonly of?: string | undefined
}

/** 后果: one thing that a rule has brought about, as it stands. */
export type Consequence = Omit<Effect, 'kind' | 'of'> & {
  /** `count-as-not-done` turns a verdict and is sent to nobody */
  readonly kind: Exclude<EffectKind, 'entrust' | 'withdraw'> | 'count-as-not-done'
  /** the fact with which the rule acted; undefined: time itself, or another promise */
  readonly fact?: string | undefined
  /** what is still to be seen to; undefined: it is done by itself, or nothing that is recorded could tell */
  readonly open?: boolean | undefined
  /** the fact that settled it */
  readonly settled?: Settlement | undefined
}

export type Settlement = { readonly at: Instant; readonly fact?: string | undefined }

export type Derivation = {
  readonly obligations: readonly Obligation[]
  readonly effects: readonly Effect[]
  /** what of it the rules brought about, and whether that is settled */
  readonly consequences: readonly Consequence[]
}

/** One line of the record: what was believed of an instance from `at` on. Append-only; both verdicts stay when a late fact turns one. */
export type Belief = {
  readonly at: Instant
  readonly subject: Subject
  readonly promise: string
  readonly episode: number
  readonly state: ObligationState | 'withdrawn'
  readonly dueAt: Instant | undefined
  readonly keptAt: Instant | undefined
  readonly brokenAt: Instant | undefined
  readonly fulfilledAt: Instant | undefined
  readonly provisional: boolean
}
