import type { PlanFinding } from '../../wire/base.ts'

export function linesOf(text: string): readonly string[] {
  return text.split('\n')
}

/** Where a line, counted from 1, stands in the text; beyond its end: at its end. */
export function lineAt(text: string, line: number): { readonly start: number; readonly end: number } {
  const lines = linesOf(text)
  const at = Math.min(Math.max(1, line), lines.length) - 1
  const start = lines.slice(0, at).reduce((sum, one) => sum + one.length + 1, 0)
  return { start, end: start + (lines[at]?.length ?? 0) }
}

const ORDER: readonly PlanFinding['severity'][] = ['error', 'warning', 'question']

/** The gravest thing that is to be said of each line. */
export function worstByLine(findings: readonly Pick<PlanFinding, 'line' | 'severity'>[]): ReadonlyMap<number, PlanFinding['severity']> {
  const worst = new Map<number, PlanFinding['severity']>()
  for (const { line, severity } of findings) {
    const before = worst.get(line)
    if (before === undefined || ORDER.indexOf(severity) < ORDER.indexOf(before)) worst.set(line, severity)
  }
  return worst
}

/** The same text as the next version of its plan; untouched where it says no version. */
export function asNextVersion(text: string, version: number): string {
  return text.replace(/^version:\s*\d+[ \t]*$/m, `version: ${version}`)
}
