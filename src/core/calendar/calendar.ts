import type { Params } from '../words.ts'
import type { DayName } from './hours.ts'

/** Dates on which other hours hold than the week says: none (`hours: []`, closed) or more. It wins over the holiday list and the week. */
export type CalendarOverride = {
  /** `2026-10-10` */
  readonly date: string
  /** the last day of a run of dates, itself included */
  readonly until?: string | undefined
  readonly hours: readonly string[]
  readonly name?: string | undefined
}

/**
 * A calendar as a plan writes it.
 * - `24x7` is open always. `holidays` then closes nothing and only tells which days are working days for `wd`; without it those are Mon–Fri.
 * - `unstated`: promised without hours; the contract fills it in.
 * - `weekly`: day or range of days → hours by the wall clock. Hours given twice for a day add up; overlapping ones are joined. Hours that cross
 *   midnight belong to the day on which they begin: what closes that day closes them whole, what closes the next leaves them alone.
 * - `holidays` names a list (`CN`): its days off are closed, its make-up workdays open with the hours of `make-up-as` (Monday if not said).
 */
export type CalendarSource =
  | { readonly hours: '24x7'; readonly holidays?: string | undefined; readonly timezone?: string | undefined }
  | { readonly hours: 'unstated'; readonly timezone?: string | undefined }
  | {
      readonly weekly: Readonly<Record<string, readonly string[]>>
      readonly holidays?: string | undefined
      readonly overrides?: readonly CalendarOverride[] | undefined
      readonly 'make-up-as'?: DayName | undefined
      readonly timezone?: string | undefined
    }

export type CalendarProblemCode =
  | 'not-a-calendar'
  | 'unknown-key'
  | 'hours-or-weekly'
  | 'unknown-hours-word'
  | 'bad-value'
  | 'unknown-day'
  | 'bad-hours'
  | 'empty-hours'
  | 'bad-date'
  | 'dates-reversed'
  | 'date-twice'
  | 'unknown-holidays'
  | 'no-open-time'
  | 'hours-unstated'

/** One thing wrong with a calendar. `path` is what people read, from the calendar down: `weekly.mon-fri[0]`; empty for the calendar itself. */
export type CalendarProblem = { readonly code: CalendarProblemCode; readonly path: string; readonly params: Params }
