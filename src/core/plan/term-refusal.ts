import type { Finding, Plan, Term } from './types.ts'

export type Merged = { readonly ok: true; readonly plan: Plan } | { readonly ok: false; readonly finding: Finding }

function shown(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))
}

/** Why a term has no place in its plan, told at its key. */
export function refuse(term: Term, code: string, params: Finding['params'] = {}): Merged {
  return {
    ok: false,
    finding: {
      code,
      severity: 'error',
      at: { line: 1, column: 1, path: term.key },
      params: { key: term.key, value: shown(term.value), ...params },
      clauses: [],
    },
  }
}
