import type { LevelClause, Measure } from '../../plan/forms.ts'
import type { Value } from '../../plan/types.ts'
import type { Run } from '../machine.ts'
import { tendency } from './measure.ts'

/** What a number is held against. `target` is shown and never broken. */
export type Bounds = { readonly atLeast?: number; readonly atMost?: number; readonly target?: number }

/** The numbers of a table that can still hold for these values: of a dimension that nobody has told, each row. */
function candidates(value: Value<number> | undefined, values: Readonly<Record<string, string>>): readonly number[] {
  if (value?.kind === 'scalar') return [value.value]
  if (value?.kind !== 'table') return []
  const told = values[value.by]
  if (told !== undefined) {
    const row = Object.hasOwn(value.rows, told) ? value.rows[told] : value.otherwise
    return candidates(row, values)
  }
  return [...Object.values(value.rows), value.otherwise].flatMap((row) => candidates(row, values))
}

/** The bounds of a clause here; while a dimension is not known the strictest row rules (law 6). What is `unstated` bounds nothing. */
export function boundsOf({ state }: Pick<Run, 'state'>, { atLeast, atMost, target }: LevelClause): Bounds {
  const [low, high, wanted] = [atLeast, atMost, target].map((one) => candidates(one, state.dimensions))
  return {
    ...(low!.length > 0 ? { atLeast: Math.max(...low!) } : {}),
    ...(high!.length > 0 ? { atMost: Math.min(...high!) } : {}),
    ...(wanted!.length > 0 ? { target: Math.max(...wanted!) } : {}),
  }
}

/** Nothing measured breaks nothing. */
export function isMet(value: number | undefined, { atLeast, atMost }: Bounds): boolean {
  return value === undefined || ((atLeast === undefined || value >= atLeast) && (atMost === undefined || value <= atMost))
}

/** A bound that is passed and that the number can no longer come back to inside its window. */
export function settlesEarly(measure: Measure, { atLeast, atMost }: Bounds, value: number | undefined): boolean {
  if (value === undefined) return false
  const way = tendency(measure)
  const over = atMost !== undefined && value > atMost && (way === 1 || way === 0)
  return over || (atLeast !== undefined && value < atLeast && (way === -1 || way === 0))
}
