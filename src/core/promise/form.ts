import type { Json } from '../fact.ts'
import type { Instant } from '../time/instant.ts'
import type { CompiledClause, Leaf } from './compile.ts'
import type { Happening, Run } from './machine.ts'
import type { Instance } from './state.ts'
import type { Consequence, Effect } from './types.ts'

/**
 * One form of promise at work inside the fold. What it remembers of a subject stands in `state.forms` under its clause's name as plain JSON, replaced and
 * never written in place; its instances stand beside those of all other clauses and share their clocks, pauses, excuses and escalation.
 */
export type FormEngine = {
  /** an event of one of its slots (promise/slots.ts) has come */
  readonly reached: (run: Run, leaf: Leaf, happening: Happening) => void
  /** lets come what comes by itself at `run.now`; true: something did */
  readonly tick?: (run: Run, compiled: CompiledClause) => boolean
  /** the next instant at which `tick` does something */
  readonly nextAt?: (run: Run, compiled: CompiledClause) => Instant | undefined
  /** an amendment has been heard and this clause of the new edition begins: what its kin of the edition before owe already is not owed again */
  readonly takesOver?: (run: Run, compiled: CompiledClause) => void
  /** an instance of the clause's kin goes over to it by a decision (`obligation.moved`): a due time of its form's own is given anew */
  readonly movesTo?: (run: Run, compiled: CompiledClause, instance: Instance) => void
  /** what follows beside the escalation of its breaches, as a set (law 10) */
  readonly effects?: (run: Run, compiled: CompiledClause) => readonly Effect[]
  /** the same, each with the fact behind it and what settled it */
  readonly consequences?: (run: Run, compiled: CompiledClause) => readonly Consequence[]
}

/** What a form remembers of a subject under one clause. */
export function formState<T>(run: Pick<Run, 'state'>, { memory }: Pick<CompiledClause, 'memory'>, initial: T): T {
  return (run.state.forms[memory] as T | undefined) ?? initial
}

/** `state`: plain JSON (undefined fields are left out by the store). */
export function setFormState(run: Pick<Run, 'state'>, { memory }: Pick<CompiledClause, 'memory'>, state: object): void {
  run.state.forms[memory] = state as Json
}
