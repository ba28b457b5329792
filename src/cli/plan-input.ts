import { parseDocument } from 'yaml'
import type { BoundPlan } from '../core/promise/types.ts'
import type { Finding, Plan, Term } from '../core/plan/types.ts'
import type { Locale } from '../core/words.ts'
import { sayFinding } from '../core/plan/say.ts'
import { loadPlan } from '../server/plan-file.ts'
import { bindWithZones } from '../server/plan-binding.ts'
import { readText } from './input.ts'
import { InputError, sayCli } from './say.ts'

export type ReadPlan = { readonly plan: Plan | undefined; readonly findings: readonly Finding[] }

/** Reads and parses a plan file; findings carry line and column. */
export function readPlan(file: string): ReadPlan {
  const loaded = loadPlan(readText(file))
  return { plan: loaded.ok ? loaded.plan : undefined, findings: loaded.findings }
}

export function findingLine(
  locale: Locale,
  { file, plan }: { readonly file: string; readonly plan?: Plan | undefined },
  finding: Finding,
): string {
  const { line, column } = finding.at
  const severity = sayCli(locale, `severity.${finding.severity}`)
  return sayCli(locale, 'finding.line', { file, line, column, severity, sentence: sayFinding(finding, locale, plan) })
}

/** Terms from a YAML list of `{key, value, source}`. */
export function readTerms(file: string | undefined): readonly Term[] {
  if (file === undefined) return []
  const terms: unknown = parseDocument(readText(file)).toJS()
  const good =
    Array.isArray(terms) && terms.every((term) => typeof term?.key === 'string' && 'value' in term && typeof term.source === 'string')
  if (!good) throw new InputError('terms.unreadable', { file })
  return terms as readonly Term[]
}

function refuse(locale: Locale, file: string, findings: readonly Finding[]): never {
  for (const finding of findings) process.stderr.write(`${findingLine(locale, { file }, finding)}\n`)
  throw new InputError('input.plan-broken', { file })
}

/** A plan file as it was signed, or its findings said on standard error and an input error. */
export function demandPlan(locale: Locale, file: string): Plan {
  const { plan, findings } = readPlan(file)
  return plan ?? refuse(locale, file, findings)
}

/** A plan of a file under these terms, or what is wrong with them said on standard error and an input error. */
export function bindTerms(
  locale: Locale,
  file: string,
  { plan, terms }: { readonly plan: Plan; readonly terms: readonly Term[] },
): BoundPlan {
  const bound = bindWithZones(plan, terms)
  return bound.ok ? bound.bound : refuse(locale, file, bound.findings)
}

/** A plan file ready to derive with, or its findings said on standard error and an input error. */
export function bindFile(locale: Locale, file: string, termsFile: string | undefined): BoundPlan {
  return bindTerms(locale, file, { plan: demandPlan(locale, file), terms: readTerms(termsFile) })
}
