import type { CalendarSource } from '../calendar/calendar.ts'
import type { FactType } from '../fact.ts'
import type { Duration } from '../time/duration.ts'
import type {
  Channel,
  ChargeLine,
  CoverClause,
  GateClause,
  LevelClause,
  PlanRole,
  RecordForm,
  RecurringClause,
  RuleClause,
} from './forms.ts'
import type { PriceList } from './prices.ts'

/** A place in the plan file; line and column count from 1. `path` is what people read: `promises.repair.within`. */
export type Position = { readonly line: number; readonly column: number; readonly path: string }

/** One thing wrong with, or worth asking about, a plan. `code` names the rule; the sentence is said from it in the reader's language. */
export type Finding = {
  readonly code: string
  readonly severity: 'error' | 'warning' | 'question'
  readonly at: Position
  readonly params: Readonly<Record<string, string | number>>
  /** ids of the clauses concerned */
  readonly clauses: readonly string[]
}

/** A duration in a plan; `travel` adds the fact's stated fastest travel time (`travel + 2h`). */
export type Span = { readonly travel: boolean; readonly duration: Duration }

/**
 * A table is a value: a scalar, a row table by a dimension, no promise for this row, or promised without a number
 * (measured, never broken, until the contract fills it in).
 */
export type Value<T> =
  | { readonly kind: 'scalar'; readonly value: T }
  | {
      readonly kind: 'table'
      readonly by: string
      readonly rows: Readonly<Record<string, Value<T>>>
      readonly otherwise?: Value<T> | undefined
    }
  | { readonly kind: 'none' }
  | { readonly kind: 'unstated' }

/** A CEL condition as written; parsed and type-checked at load, compiled once when the plan is bound. */
export type Test = { readonly cel: string }

/** `started`, `ended` and `extended` are a cover's. */
export type PromiseState = 'opened' | 'due' | 'kept' | 'broken' | 'done' | 'cancelled' | 'started' | 'ended' | 'extended'

/** When something happens. `offset` moves every variant; negative values are allowed (`equipment.end - 10d`). */
export type EventExpr = { readonly offset?: Duration | undefined } & (
  | { readonly kind: 'fact'; readonly type: FactType; readonly where?: Test | undefined }
  | { readonly kind: 'promise'; readonly promise: string; readonly state: PromiseState }
  | { readonly kind: 'share'; readonly promise: string; readonly percent: number }
  | { readonly kind: 'instant'; readonly noun: string; readonly name: string }
  | { readonly kind: 'any'; readonly of: readonly EventExpr[] }
  | { readonly kind: 'all'; readonly of: readonly EventExpr[] }
)

export type OwnerNoun = 'ticket' | 'visit' | 'loan' | 'rma' | 'asset' | 'model' | 'site' | 'contract' | 'customer' | 'event' | 'complaint'

/** Declared once; clauses name it in pauses / excuses. It counts only from when what it demands is there. */
export type Reason = {
  readonly id: string
  readonly name: string
  readonly evidence: boolean
  readonly notice: 'customer' | undefined
  readonly limit: Duration | undefined
}

/** `name`, `names` (value → name): what people read; a value that is the trade's own word, as 5x8, goes without. */
export type Dimension = {
  readonly id: string
  readonly name?: string | undefined
  readonly values: readonly string[]
  readonly names?: Readonly<Record<string, string>> | undefined
  readonly setBy: 'customer' | 'staff' | 'site' | 'asset' | 'contract'
}

/** What every clause may carry. */
export type ClauseHead = {
  readonly id: string
  readonly title: string | undefined
  readonly text: string | undefined
  readonly source: readonly string[]
  readonly reading: string | undefined
  readonly owedBy: 'vendor' | 'customer'
  /** role that owns the obligation */
  readonly owner: string | undefined
  readonly at: Position
}

export type OnBroken = { readonly escalate: string }

/**
 * 时限: something must happen, and it can be late.
 * Either `starts` with `within`, or `due`. `target` is shown and measured, never broken.
 */
export type DeadlineClause = ClauseHead & {
  readonly form: 'deadline'
  readonly starts: EventExpr | undefined
  readonly due: EventExpr | undefined
  readonly keptBy: EventExpr
  readonly unless: EventExpr | undefined
  readonly when: Test | undefined
  readonly within: Value<Span> | undefined
  readonly target: Value<Span> | undefined
  readonly calendar: Value<string>
  readonly pauses: readonly string[]
  readonly excuses: readonly string[]
  readonly per: OwnerNoun
  readonly regrade: 'retroactive' | 'restart' | 'keep'
  readonly reopen: 'new' | 'resume'
  readonly onBroken: readonly OnBroken[]
}

/** The six forms; one without its own branch must not compile. */
export type Clause = DeadlineClause | RecurringClause | LevelClause | CoverClause | GateClause | RuleClause

export type Form = Clause['form']

/** The deadlines among the clauses, by id. */
export function deadlinesOf({ promises }: Pick<Plan, 'promises'>): Readonly<Record<string, DeadlineClause>> {
  const of: Record<string, DeadlineClause> = {}
  for (const [id, clause] of Object.entries(promises)) if (clause.form === 'deadline') of[id] = clause
  return of
}

/** A clause whose facts or form the product cannot carry yet: shown and counted, never silently dropped. */
export type LaterClause = { readonly id: string; readonly text: string; readonly source: readonly string[]; readonly at: Position }

/** A grade or a zone. `text`: what it means, in the words of the commitment: whoever chooses it reads it. */
export type Declared = {
  readonly id: string
  readonly name: string
  readonly text?: string | undefined
  readonly source?: readonly string[] | undefined
}

export type Plan = {
  readonly id: string
  readonly title: string
  readonly version: number
  readonly timezone: string
  readonly calendars: Readonly<Record<string, CalendarSource>>
  readonly grades: readonly Declared[]
  readonly gradeBy: 'customer' | 'staff'
  readonly zones: readonly Declared[]
  readonly dimensions: Readonly<Record<string, Dimension>>
  /** what words are called that clauses use of their own: what a right gives, a task */
  readonly words?: Readonly<Record<string, string>> | undefined
  readonly reasons: Readonly<Record<string, Reason>>
  readonly promises: Readonly<Record<string, Clause>>
  readonly later: readonly LaterClause[]
  readonly charges: readonly ChargeLine[]
  /** what a contract's terms say that things cost; a plan itself has no prices */
  readonly prices?: PriceList | undefined
  readonly forms: Readonly<Record<string, RecordForm>>
  readonly channels: Readonly<Record<string, Channel>>
  readonly roles: Readonly<Record<string, PlanRole>>
  /** where in its file what is no clause is declared, by path: `calendars.office`; none: it was read before places were kept */
  readonly places?: Readonly<Record<string, Omit<Position, 'path'>>> | undefined
}

/** One value that a contract sets on its plan, with where it was agreed. Key: `promises.repair.within.major`, `calendars.desk`, `dimensions.hours`, `roles.lead`. */
export type Term = { readonly key: string; readonly value: unknown; readonly source: string }
