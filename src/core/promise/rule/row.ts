import type { Json } from '../../fact.ts'
import type { RuleClause } from '../../plan/forms.ts'
import type { Cause } from '../state.ts'
import { isStatement } from '../slots.ts'

/** What a rule remembers of one owner: how often it acted, and its rows of events in a row that are alike. Plain JSON. */
export type RuleRows = {
  readonly fired: number
  /** a statement was counted in this episode */
  readonly said?: boolean | undefined
  readonly rows: readonly Row[]
}

type Row = { readonly values: readonly Json[]; readonly count: number }

export const NO_ROWS: RuleRows = { fired: 0, rows: [] }

type Rows = Pick<RuleClause, 'times' | 'same' | 'once'>

/** What a fact says of a field: its own data, or the subject of that noun which it names. */
export function valueIn({ data, about }: Cause, field: string): Json | undefined {
  return data?.[field] ?? about?.find((subject) => subject.startsWith(`${field}/`))
}

function valuesOf({ same }: Rows, cause: Cause): readonly Json[] | undefined {
  const values = same.map((field) => valueIn(cause, field))
  return values.every((value) => value !== undefined) ? values : undefined
}

function isSame(a: readonly Json[], b: readonly Json[]): boolean {
  return a.every((value, index) => value === b[index])
}

/** One more event in its row. What leaves a field open that must be the same is in no row: nobody knows what it would be like. */
function lengthen(rows: readonly Row[], values: readonly Json[] | undefined): { readonly rows: readonly Row[]; readonly count: number } {
  if (!values) return { rows, count: 0 }
  const count = (rows.find((row) => isSame(row.values, values))?.count ?? 0) + 1
  return { rows: [...rows.filter((row) => !isSame(row.values, values)), { values, count }], count }
}

/**
 * An event of a rule has come. `fires`: the rule acts, for the `fired`-th time. With `times: n` it acts from the n-th like event in a row on; with `once: owner`
 * the first time only; and a statement said again about the same fault is no new event.
 */
export function countEvent(rule: Rows, before: RuleRows, cause: Cause): { readonly rows: RuleRows; readonly fires: boolean } {
  const statement = isStatement(cause.type)
  if (statement && before.said) return { rows: before, fires: false }
  const { rows, count } = rule.times > 1 ? lengthen(before.rows, valuesOf(rule, cause)) : { rows: before.rows, count: 1 }
  const fires = count >= rule.times && !(rule.once === 'owner' && before.fired > 0)
  return { rows: { fired: before.fired + (fires ? 1 : 0), said: statement || before.said, rows }, fires }
}

/** What `unless` names has come: the rows that it speaks of are over. A field that it does not state is no difference. */
export function endRows({ same }: Rows, before: RuleRows, cause: Cause): RuleRows {
  const values = same.map((field) => valueIn(cause, field))
  return { ...before, rows: before.rows.filter((row) => row.values.some((value, index) => (values[index] ?? value) !== value)) }
}

/** The ticket was reopened: what is judged from now on is judged of another fault. */
export function beginAgain(before: RuleRows): RuleRows {
  return { ...before, said: false }
}
