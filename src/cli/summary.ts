import type { Obligation, ObligationState } from '../core/promise/types.ts'
import type { Plan } from '../core/plan/types.ts'
import type { Locale } from '../core/words.ts'
import { sayCli } from './say.ts'

/** What became of one promise at one grade; `open` counts what still runs, paused or not. Pauses in working ms. */
export type Tally = {
  readonly promise: string
  /** undefined: no grade chose the row */
  readonly grade: string | undefined
  readonly counts: Readonly<Record<'kept' | 'broken' | 'open' | 'excused' | 'cancelled', number>>
  readonly pausedMs: number
}

const COLUMN: Readonly<Partial<Record<ObligationState, keyof Tally['counts']>>> = {
  kept: 'kept',
  broken: 'broken',
  open: 'open',
  paused: 'open',
  excused: 'excused',
  cancelled: 'cancelled',
}

/** Counts obligations by promise and grade, in the order in which the plan writes both. */
export function tally({ promises, grades }: Pick<Plan, 'promises' | 'grades'>, obligations: readonly Obligation[]): Tally[] {
  const rows = new Map<string, Tally>()
  for (const { promise, state, pausedMs, why } of obligations) {
    const column = COLUMN[state]
    if (column === undefined) continue
    const grade = why.dimensions.grade?.value
    const key = `${promise}\n${grade ?? ''}`
    const before = rows.get(key) ?? { promise, grade, counts: { kept: 0, broken: 0, open: 0, excused: 0, cancelled: 0 }, pausedMs: 0 }
    const counts = { ...before.counts, [column]: before.counts[column] + 1 }
    rows.set(key, { ...before, counts, pausedMs: before.pausedMs + pausedMs })
  }
  const order = { promises: Object.keys(promises), grades: grades.map(({ id }) => id) }
  const place = ({ promise, grade }: Tally) =>
    order.promises.indexOf(promise) * (order.grades.length + 1) + (grade === undefined ? order.grades.length : order.grades.indexOf(grade))
  return [...rows.values()].sort((a, b) => place(a) - place(b))
}

const HOUR = 3_600_000

/** The tallies as lines with tabs between the columns, the first one their names: a spreadsheet reads them as they are. */
export function tallyLines(locale: Locale, { grades }: Pick<Plan, 'grades'>, tallies: readonly Tally[]): string[] {
  const columns = ['promise', 'grade', 'kept', 'broken', 'open', 'excused', 'cancelled', 'paused'] as const
  const names = new Map(grades.map(({ id, name }) => [id, name]))
  return [
    columns.map((column) => sayCli(locale, `summary.${column}`)).join('\t'),
    ...tallies.map(({ promise, grade, counts, pausedMs }) => {
      const { kept, broken, open, excused, cancelled } = counts
      const graded = grade === undefined ? '—' : (names.get(grade) ?? grade)
      return [promise, graded, kept, broken, open, excused, cancelled, (pausedMs / HOUR).toFixed(1)].join('\t')
    }),
  ]
}
