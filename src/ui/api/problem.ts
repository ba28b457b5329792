import type { Problem } from '../../wire/base.ts'

/** Why a call did not succeed, as the page shows it. `offline`: the server was not reached, so nothing is known to have happened. */
export class CallFailed extends Error {
  readonly problem: Problem
  readonly offline: boolean
  constructor(problem: Problem, offline = false) {
    super(problem.detail)
    this.problem = problem
    this.offline = offline
  }
}

export function problemOf(error: unknown): Problem | undefined {
  return error instanceof CallFailed ? error.problem : undefined
}

/** Sentences by field, for under the fields of a form. `values.part` belongs to the field of that name. */
export function fieldErrors(error: unknown): Readonly<Record<string, string>> {
  const problem = problemOf(error)
  if (!problem) return {}
  const listed = problem.errors ?? (problem.field === undefined ? [] : [{ field: problem.field, detail: problem.detail }])
  return Object.fromEntries(listed.map(({ field, detail }) => [field, detail]))
}
