import { explainPlan } from '../../../core/plan/explain.ts'
import { lintPlan } from '../../../core/plan/lint.ts'
import { sayFinding } from '../../../core/plan/say.ts'
import type { Locale } from '../../../core/words.ts'
import type { PlanDetail, PlanPage, PlanRow } from '../../../wire/plans.ts'
import type { Plan } from '../../../core/plan/types.ts'
import { withTenant } from '../../database/pool.ts'
import { findPlans } from '../../store/contract-queries.ts'
import type { PlanRow as Row } from '../../store/contract-queries.ts'
import { recordMissing } from '../problem.ts'
import type { Refused } from '../problem.ts'
import type { Call } from '../route.ts'

function presentPlan(row: Row): PlanRow {
  const clauses = Object.keys(row.parsed.promises).length
  return {
    ref: row.ref,
    id: row.id,
    version: row.version,
    title: row.title,
    hash: row.hash,
    clauses,
    later: row.parsed.later.length,
    contracts: row.contracts,
  }
}

export async function listPlans({ http, caller }: Call<'plan.read', undefined, undefined, undefined>): Promise<PlanPage> {
  const rows = await withTenant(http.services.pool, caller.tenant, (tx) => findPlans(tx, caller))
  return { items: rows.map(presentPlan) }
}

/** The plan as it was signed, in words, and what lint says of it. */
export async function getPlan({
  http,
  caller,
  params,
  locale,
}: Call<'plan.read', { ref: string }, undefined, undefined>): Promise<PlanDetail | Refused> {
  const [row] = await withTenant(http.services.pool, caller.tenant, (tx) => findPlans(tx, caller, params.ref))
  if (!row) return recordMissing()
  return { ...presentPlan(row), yaml: row.yaml, words: [...explainPlan(row.parsed, locale)], findings: findingsOf(row.parsed, locale) }
}

function findingsOf(plan: Plan, locale: Locale): PlanDetail['findings'] {
  return lintPlan(plan).map((finding) => ({
    code: finding.code,
    severity: finding.severity,
    line: finding.at.line,
    column: finding.at.column,
    path: finding.at.path,
    words: sayFinding(finding, locale),
    clauses: [...finding.clauses],
  }))
}
