import type { Duration } from '../time/duration.ts'
import type { LeadPhase, May } from './roles.ts'
import type { ClauseHead, EventExpr, OwnerNoun, Test, Value } from './types.ts'

/**
 * The five forms beside the deadline. Each has one clause type here, one shape under `plan/shapes/`, one engine file under `promise/`.
 */

/** Which fact does a task; `kept-by` names another. */
export type Task = 'visit' | 'call' | 'report' | 'training' | 'document' | 'notice' | 'survey' | 'test' | 'task'

/** A run of calendar units counted from the anchor, 1-based and closed: `weeks: 1-4`, `months: 3-` (open end: `to` undefined). */
export type PhaseSpan = { readonly unit: 'w' | 'mo' | 'y'; readonly from: number; readonly to: number | undefined }

/** `people`: how many the text promises for each occurrence, where it says so. */
export type Phase = {
  readonly during: PhaseSpan
  readonly every: Duration
  readonly checklist: readonly string[] | undefined
  readonly people: { readonly min: number; readonly max: number } | undefined
}

/** A checklist that occurrences in these months after the anchor carry beside their own; `repeats`: every so many months again. */
export type ExtraChecklist = { readonly months: readonly number[]; readonly checklist: string }

/**
 * When occurrences fall due. `every`: at anchor + k × every, k ≥ 1, month ends never drift; the window is the period that ends there.
 * `on`: the days of these months (window: the days themselves, e.g. 11–20). `times`: so many per period, no dates of their own.
 */
export type Schedule =
  | { readonly kind: 'every'; readonly every: Duration }
  /** 定期, without a period: no dates until the contract says how often */
  | { readonly kind: 'unstated' }
  | { readonly kind: 'on'; readonly months: readonly number[]; readonly days: { readonly from: number; readonly to: number } }
  | {
      readonly kind: 'times'
      readonly min: number
      readonly max: number | undefined
      readonly per: Duration
      readonly spacing: Duration | undefined
    }
  | { readonly kind: 'phases'; readonly phases: readonly Phase[] }

/** 周期: it must happen again and again, on dates. An occurrence is an obligation whose episode is its number k ≥ 1. */
export type RecurringClause = ClauseHead & {
  readonly form: 'recurring'
  readonly per: OwnerNoun
  readonly starts: EventExpr
  readonly until: EventExpr | undefined
  readonly when: Test | undefined
  readonly schedule: Schedule
  readonly task: Task
  /** default: the fact of the task */
  readonly keptBy: EventExpr
  readonly checklist: readonly string[]
  readonly extra: readonly ExtraChecklist[]
  readonly anchor: 'fixed' | 'floating'
  readonly holiday: 'keep' | 'next-workday' | 'previous-workday'
  readonly calendar: Value<string>
  /** window before the due instant in which the task counts; default: the period */
  readonly window: Duration | undefined
  /** how long before its window an occurrence appears, so that it can be planned; default 14d */
  readonly ahead: Duration
  readonly sameExpert: boolean
  /** the date is agreed with the customer: an occurrence may be moved by `visit.agreed` inside its window */
  readonly agreedBy: 'customer' | undefined
  /** a plan must be submitted (`document.issued where document == <submits>`) and approved; submitted in time and not approved is excused */
  readonly approvedBy: 'customer' | undefined
  readonly pauses: readonly string[]
  readonly excuses: readonly string[]
  readonly onBroken: readonly OnBrokenOf[]
}

type OnBrokenOf = { readonly escalate: string }

/** What a level measures. Written `count FACT [where T]`, `time EVENT to EVENT` (working hours of the clause's calendar), `mean FIELD of FACT`, `sum FIELD of FACT`, `planned` (working hours of the window), `stock.on-hand [where T]`, `roster.on-duty [where T]` (people on duty at an instant), a number; joined by + − /, left to right, / before + and −. */
export type Measure =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'planned' }
  | { readonly kind: 'count'; readonly of: EventExpr }
  | { readonly kind: 'time'; readonly from: EventExpr; readonly to: EventExpr }
  | { readonly kind: 'mean' | 'sum'; readonly field: string; readonly of: EventExpr }
  | { readonly kind: 'on-hand'; readonly of: EventExpr }
  | { readonly kind: 'on-duty'; readonly of: EventExpr; readonly dropped: EventExpr }
  | { readonly kind: 'plus' | 'minus' | 'over'; readonly left: Measure; readonly right: Measure }

export type Over = 'now' | 'month' | 'quarter' | 'year' | 'contract-year' | Duration

/** 水平: a number must hold over time. Each window (for `now`: each time that it holds) is an obligation. Bounds are plain numbers; `3%` is 0.03. */
export type LevelClause = ClauseHead & {
  readonly form: 'level'
  readonly per: OwnerNoun
  readonly measure: Measure
  readonly over: Over
  readonly starts: EventExpr | undefined
  readonly until: EventExpr | undefined
  readonly atLeast: Value<number> | undefined
  readonly atMost: Value<number> | undefined
  readonly target: Value<number> | undefined
  readonly calendar: Value<string>
  readonly ignores: readonly string[]
  readonly excuses: readonly string[]
  readonly onBroken: readonly OnBrokenOf[]
}

/**
 * How long a cover lasts: a civil duration, for life, the longer (shorter) of several, or the first of several that is known (保修依据: the maker's, else the
 * state's, else what was agreed). `maker`, `state`: the maker's own term and the one that the state prescribes, told by the starting fact as `makerTerm`
 * and `stateTerm`.
 */
export type CoverTerm =
  | { readonly kind: 'duration'; readonly duration: Duration }
  | { readonly kind: 'lifetime' }
  | { readonly kind: 'maker' | 'state' }
  | { readonly kind: 'longer-of' | 'shorter-of' | 'first-of'; readonly of: readonly CoverTerm[] }

/** What a replaced part does to its cover: a new full term, the rest of the old one, at least so long, the old end plus so long. */
export type ReplacedPart =
  | { readonly kind: 'restart' }
  | { readonly kind: 'remainder' }
  | { readonly kind: 'longer-of' | 'add'; readonly duration: Duration }

/** 质保: a right lasts for a period, half-open and civil. Its instants `.start .end` and events `.started .ended .extended` can be named by other clauses. */
export type CoverClause = ClauseHead & {
  readonly form: 'cover'
  readonly per: OwnerNoun
  readonly starts: EventExpr
  readonly when: Test | undefined
  readonly term: Value<CoverTerm>
  readonly replacedPart: ReplacedPart
  readonly excludes: readonly string[]
  /** what the right gives: free maintenance, functions, upgrades … as identifiers with words in the plan's text */
  readonly gives: readonly string[]
  readonly until: EventExpr | undefined
}

/** 放行条件: X is not allowed before Y. `needs`: an event that has happened; `allows`: a test of the very fact that is about to happen. */
export type GateClause = ClauseHead & {
  readonly form: 'gate'
  readonly per: OwnerNoun
  readonly before: EventExpr
  readonly needs: EventExpr | undefined
  readonly allows: Test | undefined
  readonly when: Test | undefined
  /** role that may let it pass, with reason */
  readonly waive: string | undefined
  readonly onBroken: readonly OnBrokenOf[]
}

/** Money is in fen; `percent` of what a bill charges (a column, `bill`) or the contract names; with neither the contract fills it in, at `amounts.<of>`, else `amounts.<rule>`. */
export type RuleEffect =
  | { readonly kind: 'extend'; readonly cover: string; readonly by: Duration }
  | { readonly kind: 'restart'; readonly cover: string }
  | { readonly kind: 'entitle'; readonly what: string }
  | { readonly kind: 'demand'; readonly what: string }
  | { readonly kind: 'escalate'; readonly to: string }
  | { readonly kind: 'notify'; readonly to: string }
  | { readonly kind: 'open-task'; readonly task: string; readonly owner: string | undefined }
  | {
      readonly kind: 'credit' | 'deduct'
      readonly fen: number | undefined
      readonly percent: number | undefined
      readonly of: string | undefined
    }
  | { readonly kind: 'count-as-not-done'; readonly promise: string }
  | { readonly kind: 'require-form'; readonly form: string }

/** 规则: the system itself just does something. Once per event; `once: owner` only the first time. `times` n: from the n-th such event in a row on (same `same` fields), e.g. two failed repairs of one problem. */
export type RuleClause = ClauseHead & {
  readonly form: 'rule'
  readonly per: OwnerNoun
  readonly on: EventExpr
  readonly when: Test | undefined
  readonly times: number
  readonly same: readonly string[]
  /** a fact that ends the row of counted events, e.g. work.succeeded */
  readonly unless: EventExpr | undefined
  readonly once: 'event' | 'owner'
  readonly effects: readonly RuleEffect[]
}

/**
 * What a column costs: nothing, list price, cost price, agreed case by case, an amount in fen (for each unit), a share of the list price, or not said.
 * `customer`, `vendor`: that side bears what it costs, whoever has paid it so far.
 */
export type Rate =
  | { readonly kind: 'free' | 'list' | 'at-cost' | 'quoted' | 'unstated' | 'customer' | 'vendor' }
  | { readonly kind: 'fen'; readonly fen: number }
  | { readonly kind: 'percent'; readonly percent: number }

export const CHARGE_COLUMNS = [
  'parts',
  'labour',
  'travel',
  'freight-out',
  'freight-back',
  'inspection',
  'loaner',
  'loss',
  'service',
  'surcharge',
] as const
export type ChargeColumn = (typeof CHARGE_COLUMNS)[number]

/**
 * One line of `charges:`: first match per column; `surcharge` percentages add on top. `beyondKm`: the line holds only for the part of a way to the
 * customer that lies beyond that distance, and an amount in it is for each kilometre; the part before it goes on to the lines below. A distance that is
 * `unstated` is the contract's to say.
 */
export type ChargeLine = {
  readonly when: Test | undefined
  readonly beyondKm?: number | 'unstated' | undefined
  readonly rates: Readonly<Partial<Record<ChargeColumn, Rate>>>
  readonly text: string | undefined
  readonly source: readonly string[]
  readonly id: string
}

export type FormField = {
  readonly id: string
  readonly name: string
  readonly type: 'text' | 'number' | 'date' | 'instant' | 'yes-no' | 'choice' | 'person' | 'asset' | 'photo' | 'signature' | 'list'
  readonly choices: readonly string[]
  readonly required: boolean
}

/** A record form (记录表单): what must be written down, by whom it is signed. */
export type RecordForm = {
  readonly id: string
  readonly name: string
  readonly fields: readonly FormField[]
  readonly signedBy: 'customer' | 'staff' | 'both' | undefined
  readonly text: string | undefined
  readonly source: readonly string[]
}

/** A line by which customers reach the vendor, with the hours in which it is promised to be answered. */
export type Channel = {
  readonly id: string
  readonly name: string
  readonly kind: 'phone' | 'mail' | 'portal' | 'chat' | 'fax' | 'letter' | 'visit' | 'remote'
  readonly calendar: string
  /** as the contract fills it in */
  readonly address?: string | undefined
  readonly text: string | undefined
  readonly source: readonly string[]
}

/** Who does what under the plan: leads in phases, may do what, is told. `side`: whose person it is. Whom a contract names for a role may what it says, under that contract; elsewhere their role in the firm decides. */
export type PlanRole = {
  readonly id: string
  readonly name: string
  readonly side: 'vendor' | 'customer' | 'maker'
  readonly leads: readonly LeadPhase[]
  readonly may: readonly May[]
  readonly duties: string | undefined
  readonly text: string | undefined
  readonly source: readonly string[]
}
