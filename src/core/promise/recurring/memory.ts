import type { Instant } from '../../time/instant.ts'
import type { CompiledClause } from '../compile.ts'
import { formState, setFormState } from '../form.ts'
import type { Run } from '../machine.ts'

/** Occurrences counted from one anchor. `before`: how many there were in earlier series; `opened`: how many of this one have appeared. */
export type Running = {
  readonly anchor: Instant
  readonly fact?: string | undefined
  readonly text: string
  readonly wanted: boolean
  readonly before: number
  readonly opened: number
  /** it takes over from the edition before an amendment: a floating one counts on from the last occurrence of that */
  readonly continues?: boolean | undefined
}

/** What a recurring clause remembers of one owner. Plain JSON. */
export type Memory = {
  readonly series?: Running | undefined
  /** the ends that were named, by the leaf that named them */
  readonly ends: { readonly [leaf: string]: Instant }
  /** when it was last done, and by whom the first time */
  readonly lastDone?: Instant | undefined
  readonly expert?: string | undefined
  /** done once more than all that a period asks for: how often, in the period with this end */
  readonly more?: { readonly due: Instant; readonly times: number } | undefined
  /** plans submitted in time and plans approved, by the number of their occurrence */
  readonly submitted: readonly number[]
  readonly approved: readonly number[]
}

const NOTHING: Memory = { ends: {}, submitted: [], approved: [] }

export function memoryOf(run: Pick<Run, 'state'>, compiled: CompiledClause): Memory {
  return formState(run, compiled, NOTHING)
}

export function remember(run: Pick<Run, 'state'>, compiled: CompiledClause, part: Partial<Memory>): void {
  setFormState(run, compiled, { ...memoryOf(run, compiled), ...part })
}

/** No occurrence is owed that falls due after this; undefined: no end is known. */
export function endOfAll({ ends }: Memory): Instant | undefined {
  const known = Object.values(ends)
  return known.length === 0 ? undefined : Math.min(...known)
}
