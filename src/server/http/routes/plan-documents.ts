import { PlacePlanDocument, PlanDocument, RulePassages } from '../../../wire/plan-documents.ts'
import { PlanVersionParams } from '../../../wire/plans.ts'
import * as documents from '../contracts/plan-document.ts'
import { route } from '../route.ts'

export const PLAN_DOCUMENT_ROUTES = [
  route({
    at: 'GET /plans/{ref}/document',
    permission: 'plan.read',
    params: PlanVersionParams,
    answer: PlanDocument,
    handle: documents.getPlanDocument,
  }),
  route({
    at: 'PUT /plans/{ref}/document',
    permission: 'plan.manage',
    params: PlanVersionParams,
    body: PlacePlanDocument,
    answer: PlanDocument,
    handle: documents.placePlanDocument,
  }),
  route({
    at: 'POST /plans/{ref}/document/rulings',
    permission: 'plan.manage',
    params: PlanVersionParams,
    body: RulePassages,
    answer: PlanDocument,
    handle: documents.rulePassages,
  }),
]
