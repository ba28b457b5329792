import { outlinePlan } from '../../../core/plan/outline.ts'
import { titleIn } from '../../../core/plan/text.ts'
import { planRef } from '../../store/plan.ts'
import type { AddPlan, BundledList, BundledPlans, ChangePlan, CheckedPlan, PlanDetail, PlanText } from '../../../wire/plans.ts'
import { bundledPlans } from '../../bundled-plans.ts'
import type { Tx } from '../../database/pool.ts'
import { examinePlan, takeInPlan } from '../../plan-intake.ts'
import type { TakenIn } from '../../plan-intake.ts'
import { findPlans } from '../../store/contract-queries.ts'
import { removePlanDraft } from '../../store/plan-draft.ts'
import { retirePlan } from '../../store/plan.ts'
import { writeTrail } from '../../store/trail.ts'
import { once } from '../once.ts'
import { Refused, presentFindings, recordMissing, refuseField, refuseFindings } from '../problem.ts'
import type { Call } from '../route.ts'
import { tryDimensions } from './due.ts'
import { readPlanDetail } from './plans.ts'

type Manages<Body, Params = undefined> = Call<'plan.manage', Params, undefined, Body>

/** What the text would be as a plan, and all that is wrong with it or to be asked; nothing is written. */
export function checkPlan({ body, locale }: Manages<PlanText>): CheckedPlan {
  const { plan, readable, findings, draft } = examinePlan(body.yaml)
  const shown = plan && { ref: planRef(plan), title: plan.title, clauses: Object.keys(plan.promises).length, later: plan.later.length }
  const clauses =
    draft &&
    outlinePlan(draft.root, { plan: draft.sketch, findings }, locale).map((one) => ({
      ...one,
      source: [...one.source],
      words: [...one.words],
    }))
  return {
    ...(shown ? { plan: shown } : {}),
    findings: presentFindings(findings, locale, readable ?? draft?.sketch),
    ...(clauses ? { clauses } : {}),
    ...(readable ? { asks: { timezone: readable.timezone, dimensions: tryDimensions(readable) } } : {}),
  }
}

async function noteIntake(
  tx: Tx,
  { http, caller, address }: Manages<unknown>,
  { ref, taken }: { ref: string; taken: TakenIn },
): Promise<void> {
  if (taken !== 'added' && taken !== 'replaced') return
  await writeTrail(tx, {
    at: http.services.clock.machine(),
    person: caller.person,
    action: `plan.${taken}`,
    subject: `plan/${ref}`,
    address,
  })
}

function told({ http, caller }: Manages<unknown, unknown>): void {
  http.services.live.changed({ tenant: caller.tenant, kind: 'plan', ids: [] })
}

/** Takes a plan version into the firm. A version that contracts rest on stays as it was signed. */
export async function addPlan(call: Manages<AddPlan>): Promise<PlanDetail | Refused> {
  const { http, caller, body, locale } = call
  const { plan, findings } = examinePlan(body.yaml)
  if (!plan) return refuseFindings(findings)
  const ref = planRef(plan)
  const outcome = await once<PlanDetail>(call, {
    work: async (tx) => {
      const taken = await takeInPlan(tx, { plan, yaml: body.yaml, at: await http.services.clock.now(caller.tenant) })
      if (taken === 'kept') return refuseField('yaml', 'plan.version-taken', { plan: ref, next: plan.version + 1 })
      await noteIntake(tx, call, { ref, taken })
      if (body.draft !== undefined) await removePlanDraft(tx, body.draft)
      return readPlanDetail(tx, ref, { caller, locale })
    },
  })
  if (!(outcome instanceof Refused)) told(call)
  return outcome
}

/** What there is to begin from, by its titles. */
export function listBundled(): BundledList {
  return { items: bundledPlans().map(({ file, yaml }) => ({ id: file.replace(/\.yaml$/, ''), title: titleIn(yaml) })) }
}

/** Takes in the plans that come with the product; what stands already, or was signed with another text, is left as it is and told. */
export async function addBundledPlans(call: Manages<undefined>): Promise<BundledPlans | Refused> {
  const { http, caller } = call
  const at = await http.services.clock.now(caller.tenant)
  const outcome = await once<BundledPlans>(call, {
    work: async (tx) => {
      const items: BundledPlans['items'] = []
      for (const { file, yaml } of bundledPlans()) {
        const { plan } = examinePlan(yaml)
        if (!plan) throw new Error(`the bundled ${file} is no plan`)
        const taken = await takeInPlan(tx, { plan, yaml, at })
        await noteIntake(tx, call, { ref: planRef(plan), taken })
        items.push({ ref: planRef(plan), title: plan.title, taken })
      }
      return { items }
    },
  })
  if (!(outcome instanceof Refused)) told(call)
  return outcome
}

/** A retired version takes no new contract; those under it run on. It may be taken up again. */
export async function changePlan(call: Manages<ChangePlan, { readonly ref: string }>): Promise<PlanDetail | Refused> {
  const { http, caller, params, body, locale, address } = call
  const outcome = await once<PlanDetail>(call, {
    work: async (tx, now) => {
      const [row] = await findPlans(tx, caller, { ref: params.ref })
      if (!row) return recordMissing()
      const at = body.retired ? await http.services.clock.now(caller.tenant) : null
      if (await retirePlan(tx, params.ref, at)) {
        const action = body.retired ? 'plan.retired' : 'plan.reinstated'
        await writeTrail(tx, { at: now, person: caller.person, action, subject: `plan/${params.ref}`, address })
      }
      return readPlanDetail(tx, params.ref, { caller, locale })
    },
  })
  if (!(outcome instanceof Refused)) told(call)
  return outcome
}
