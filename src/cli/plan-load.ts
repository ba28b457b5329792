import { basename } from 'node:path'
import type { Finding, Plan } from '../core/plan/types.ts'
import type { Locale } from '../core/words.ts'
import { bundledPlans } from '../server/bundled-plans.ts'
import { inTransaction } from '../server/database/pool.ts'
import { examinePlan, takeInPlan } from '../server/plan-intake.ts'
import type { TakenIn } from '../server/plan-intake.ts'
import type { Services } from '../server/services.ts'
import { planRef } from '../server/store/plan.ts'
import { writeTrail } from '../server/store/trail.ts'
import { demandTenants, withDatabase, withServices } from './database.ts'
import { printLine, readText } from './input.ts'
import { findingLine } from './plan-input.ts'
import { InputError, sayCli } from './say.ts'

type Loading = { readonly file: string; readonly yaml: string; readonly plan: Plan }

/** Every file is examined before anything is written; what is wrong in any of them is said of all of them. */
function examineAll(locale: Locale, files: readonly string[]): readonly Loading[] {
  const texts = files.length === 0 ? bundledPlans() : files.map((file) => ({ file, yaml: readText(file) }))
  const told = (of: { readonly file: string; readonly plan: Plan | undefined }, findings: readonly Finding[]) =>
    findings.filter((one) => one.severity === 'error').forEach((finding) => process.stderr.write(`${findingLine(locale, of, finding)}\n`))
  const examined = texts.map(({ file, yaml }) => ({ file, yaml, ...examinePlan(yaml) }))
  for (const { findings, ...of } of examined) told(of, findings)
  return examined.map(({ file, yaml, plan }) => {
    if (!plan) throw new InputError('input.plan-broken', { file })
    return { file, yaml, plan }
  })
}

/** All of them or none: a version that contracts rest on under another text ends it. */
async function takeAll(services: Services, tenant: string, loading: readonly Loading[]): Promise<readonly TakenIn[]> {
  const at = await services.clock.now(tenant)
  return inTransaction(services.pool, tenant, async (tx) => {
    const all: TakenIn[] = []
    for (const { plan, yaml, file } of loading) {
      const taken = await takeInPlan(tx, { plan, yaml, at })
      if (taken === 'kept') throw new InputError('load.kept', { file, plan: planRef(plan), next: plan.version + 1 })
      const data = { file: basename(file) }
      if (taken !== 'unchanged')
        await writeTrail(tx, { at: services.clock.machine(), action: `plan.${taken}`, subject: `plan/${planRef(plan)}`, data })
      all.push(taken)
    }
    return all
  })
}

/** Takes plans into a firm: these files, or, without any, those that come with the product. */
export async function loadPlans(locale: Locale, files: readonly string[], tenant: string): Promise<void> {
  const loading = examineAll(locale, files)
  await withDatabase({ locale }, async (opened, config) => {
    await demandTenants(opened, tenant)
    await withServices(opened, config, async (services) => {
      const taken = await takeAll(services, tenant, loading)
      services.live.changed({ tenant, kind: 'plan', ids: [] })
      loading.forEach(({ plan }, index) =>
        printLine(sayCli(locale, `load.${taken[index] ?? 'unchanged'}`, { plan: planRef(plan), title: plan.title })),
      )
    })
  })
}
