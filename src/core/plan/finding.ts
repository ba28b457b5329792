import type { Clause, Finding } from './types.ts'

/** `path`: where there is no clause to point at. */
export type Found = {
  readonly severity: Finding['severity']
  readonly clauses: readonly Clause[]
  readonly params: Finding['params']
  readonly path?: string
}

/** A finding of the check before signing, at the first clause that it concerns. */
export function found(code: string, { severity, clauses, params, path = '' }: Found): Finding {
  const at = clauses[0]?.at ?? { line: 1, column: 1, path }
  return { code, severity, at, params, clauses: clauses.map((clause) => clause.id) }
}
