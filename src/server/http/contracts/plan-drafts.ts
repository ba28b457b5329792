import { asNextVersion, titleIn } from '../../../core/plan/text.ts'
import type { Done } from '../../../wire/base.ts'
import type { AddPlanDraft, ChangePlanDraft, PlanDraft, PlanDraftPage, PlanDraftsQuery } from '../../../wire/plans.ts'
import { withTenant } from '../../database/pool.ts'
import type { Tx } from '../../database/pool.ts'
import { findPlans } from '../../store/contract-queries.ts'
import { addPlanDraft, changePlanDraft, findPlanDrafts, readPlanDraft, removePlanDraft } from '../../store/plan-draft.ts'
import { bundledPlans } from '../../bundled-plans.ts'
import { SKELETONS } from '../../words/skeleton.ts'
import type { PlanDraftRow } from '../../store/plan-draft.ts'
import { pageOf } from '../../store/rows.ts'
import { once } from '../once.ts'
import { recordMissing, refuse } from '../problem.ts'
import type { Refused } from '../problem.ts'
import type { Call } from '../route.ts'
import { newId } from '../secrets.ts'

/** Working copies belong to the firm: whoever manages plans goes on with any of them. */
type Manages<Body, Params = undefined, Query = undefined> = Call<'plan.manage', Params, Query, Body>
type Id = { readonly id: string }

function presentRow(row: PlanDraftRow) {
  return {
    id: row.id,
    version: row.version,
    title: titleIn(row.yaml),
    ...(row.base === null ? {} : { base: row.base }),
    by: { id: row.person, name: row.person_name },
    changedAt: row.changed_at,
  }
}

async function shown(tx: Tx, id: string): Promise<PlanDraft | Refused> {
  const row = await readPlanDraft(tx, id)
  return row ? { ...presentRow(row), yaml: row.yaml } : recordMissing()
}

export async function listPlanDrafts({ http, caller, query }: Manages<undefined, undefined, PlanDraftsQuery>): Promise<PlanDraftPage> {
  const rows = await withTenant(http.services.pool, caller.tenant, (tx) => findPlanDrafts(tx, query))
  return pageOf(rows, { limit: query.limit, place: (row) => [row.changed_at, row.id], show: presentRow })
}

export async function getPlanDraft({ http, caller, params }: Manages<undefined, Id>): Promise<PlanDraft | Refused> {
  return withTenant(http.services.pool, caller.tenant, (tx) => shown(tx, params.id))
}

/** What one begins with: a version to go on with (as it stands where nobody has signed it, else as the version after the newest), a bundled plan, the bare frame. */
async function textFrom(tx: Tx, { caller, body, locale }: Manages<AddPlanDraft>): Promise<string | undefined> {
  const { base, bundled } = body
  if (bundled !== undefined) return bundledPlans().find(({ file }) => file === `${bundled}.yaml`)?.yaml
  if (base === undefined) return SKELETONS[locale]
  const versions = await findPlans(tx, caller, { id: base.split('@')[0] })
  const row = versions.find((one) => one.ref === base)
  if (!row) return undefined
  const isDraft = !row.signed && !row.retired
  return isDraft ? row.yaml : asNextVersion(row.yaml, Math.max(...versions.map((one) => one.version)) + 1)
}

export async function newPlanDraft(call: Manages<AddPlanDraft>): Promise<PlanDraft | Refused> {
  const { caller, body } = call
  return once<PlanDraft>(call, {
    work: async (tx, now) => {
      const yaml = body.yaml ?? (await textFrom(tx, call))
      if (yaml === undefined) return recordMissing()
      const known = body.base === undefined ? [] : await findPlans(tx, caller, { ref: body.base })
      if (body.base !== undefined && known.length === 0) return recordMissing()
      const id = newId()
      await addPlanDraft(tx, { id, yaml, person: caller.person, now }, body.base)
      return shown(tx, id)
    },
  })
}

/** Somebody was faster: both texts stand, and nothing is written. */
async function standing(tx: Tx, { params, body }: Manages<ChangePlanDraft, Id>): Promise<Refused> {
  const row = await readPlanDraft(tx, params.id)
  if (!row) return recordMissing()
  return refuse(409, 'version.conflict').with({ conflict: [{ field: 'yaml', yours: body.yaml, theirs: row.yaml }] })
}

export async function keepPlanDraft(call: Manages<ChangePlanDraft, Id>): Promise<PlanDraft | Refused> {
  const { caller, body, params } = call
  return once<PlanDraft>(call, {
    work: async (tx, now) => {
      const kept = await changePlanDraft(tx, { id: params.id, yaml: body.yaml, person: caller.person, now }, body.version)
      return kept ? shown(tx, params.id) : standing(tx, call)
    },
  })
}

export async function dropPlanDraft(call: Manages<undefined, Id>): Promise<Done | Refused> {
  return once<Done>(call, { work: async (tx) => ((await removePlanDraft(tx, call.params.id)) ? { ok: true } : recordMissing()) })
}
