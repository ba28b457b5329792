import { z } from 'zod'
import { Done, IdParams } from '../../../wire/base.ts'
import { AddPlanDraft, ChangePlanDraft, PlanDraft, PlanDraftPage, PlanDraftsQuery, PlanPreview, PlanText } from '../../../wire/plans.ts'
import * as drafts from '../contracts/plan-drafts.ts'
import { getPlanDraftAnnex, previewPlan } from '../documents/plan-preview.ts'
import { route } from '../route.ts'

export const PLAN_DRAFT_ROUTES = [
  route({
    at: 'GET /plan-drafts',
    permission: 'plan.manage',
    query: PlanDraftsQuery,
    answer: PlanDraftPage,
    handle: drafts.listPlanDrafts,
  }),
  route({
    at: 'POST /plan-drafts',
    permission: 'plan.manage',
    body: AddPlanDraft,
    answer: PlanDraft,
    status: 201,
    handle: drafts.newPlanDraft,
  }),
  route({
    at: 'POST /plans/preview',
    permission: 'plan.manage',
    keyless: true,
    body: PlanText,
    answer: PlanPreview,
    handle: previewPlan,
  }),
  route({
    at: 'GET /plan-drafts/{id}/annex',
    permission: 'plan.manage',
    params: IdParams,
    answer: z.string(),
    media: 'application/pdf',
    handle: getPlanDraftAnnex,
  }),
  route({ at: 'GET /plan-drafts/{id}', permission: 'plan.manage', params: IdParams, answer: PlanDraft, handle: drafts.getPlanDraft }),
  route({
    at: 'PUT /plan-drafts/{id}',
    permission: 'plan.manage',
    params: IdParams,
    body: ChangePlanDraft,
    answer: PlanDraft,
    handle: drafts.keepPlanDraft,
  }),
  route({ at: 'DELETE /plan-drafts/{id}', permission: 'plan.manage', params: IdParams, answer: Done, handle: drafts.dropPlanDraft }),
]
