import type { PlanPreview, PlanText } from '../../../wire/plans.ts'
import { withTenant } from '../../database/pool.ts'
import { annexOf } from '../../documents/annex.ts'
import type { AnnexInput } from '../../documents/annex.ts'
import { loadLetterhead } from '../../documents/letterhead.ts'
import { documentWord } from '../../documents/words.ts'
import { examinePlan } from '../../plan-intake.ts'
import { readPlanDraft } from '../../store/plan-draft.ts'
import { Refused, recordMissing, refuseFindings } from '../problem.ts'
import type { Call } from '../route.ts'
import { dayIn, fileOf, issue } from './annex.ts'
import { setting } from './send.ts'

type Manages<Params, Body> = Call<'plan.manage', Params, undefined, Body>

/** The annex that a text would be, marked as a draft on every page; a text that is no plan is refused with what is wrong. */
async function draftInput({ http, caller, locale }: Manages<unknown, unknown>, yaml: string, at: number): Promise<AnnexInput | Refused> {
  const { plan, findings } = examinePlan(yaml)
  if (!plan) return refuseFindings(findings)
  const letterhead = await loadLetterhead(http.services, caller.tenant)
  const titled = { ...plan, title: documentWord(locale, 'annex.draft', { title: plan.title }) }
  return { locale, letterhead, plan: titled, terms: [], file: fileOf(yaml), date: at, dated: dayIn(plan.timezone, at) }
}

/** 客户附件预览: the text as its customers would have it on paper. Nothing is kept. */
export async function previewPlan(call: Manages<undefined, PlanText>): Promise<PlanPreview | Refused> {
  const { http, caller, body } = call
  const input = await draftInput(call, body.yaml, await http.services.clock.now(caller.tenant))
  if (input instanceof Refused) return input
  const picture = await setting(() => http.services.documents.picture(annexOf(input)))
  return picture instanceof Refused ? picture : { picture }
}

/** The same as a paper, of a working copy as it is kept. */
export async function getPlanDraftAnnex(call: Manages<{ readonly id: string }, undefined>): Promise<string | Refused> {
  const { http, caller, params } = call
  const row = await withTenant(http.services.pool, caller.tenant, (tx) => readPlanDraft(tx, params.id))
  if (!row) return recordMissing()
  const input = await draftInput(call, row.yaml, row.changed_at)
  return input instanceof Refused ? input : issue(call, input, `plan-draft/${row.id}`)
}
