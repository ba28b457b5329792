import type { PlanAsk } from '../../wire/plans.ts'
import { fieldErrors, problemOf } from '../api/problem.ts'
import { termErrors } from './contract-form.ts'

/** Sentences by field of the form: the server's, and what a plan says of each of the values. */
export function contractErrors(error: unknown, asks: readonly PlanAsk[]): Readonly<Record<string, string>> {
  const problem = problemOf(error)
  const findings = problem?.findings ?? []
  const placed = termErrors(asks, findings)
  const loose = findings.filter(({ path }) => !Object.keys(placed).some((key) => path === key || path.startsWith(`${key}.`)))
  return {
    ...fieldErrors(error),
    ...(problem?.findings ? { terms: loose.map((one) => one.words).join(' ') || problem.detail } : {}),
    ...placed,
  }
}
