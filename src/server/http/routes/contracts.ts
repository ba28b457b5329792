import { z } from 'zod'
import { Done, IdParams } from '../../../wire/base.ts'
import { Board, BoardPromise, BoardPromiseParams, BoardPromiseQuery, BoardQuery, PeriodQuery, TakeBoard } from '../../../wire/board.ts'
import * as wire from '../../../wire/contracts.ts'
import { SIGNING_ROUTES } from './signing.ts'
import {
  AddPlan,
  BundledList,
  BundledPlans,
  ChangePlan,
  CheckedPlan,
  CompareText,
  PlanDetail,
  PlanDifferences,
  PlanPage,
  PlanFormParams,
  PlanPairParams,
  PlanParams,
  PlanText,
  PlanVersionParams,
  TriedDues,
  TryCase,
  TryDue,
} from '../../../wire/plans.ts'
import { tryDue, tryPlanDue } from '../contracts/due.ts'
import { listCovers } from '../contracts/covers.ts'
import { amendContract } from '../contracts/amending.ts'
import { attestContract } from '../contracts/attesting.ts'
import * as drafts from '../contracts/drafts.ts'
import * as corrections from '../contracts/corrections.ts'
import * as moves from '../contracts/moves.ts'
import * as plans from '../contracts/plans.ts'
import { getBoard, getBoardPromise } from '../contracts/board.ts'
import { noteBoard } from '../desk/taken.ts'
import * as contracts from '../contracts/read.ts'
import { addBundledPlans, addPlan, changePlan, checkPlan, listBundled } from '../contracts/take-in.ts'
import * as write from '../contracts/write.ts'
import { getContractAnnex, getPlanAnnex } from '../documents/annex.ts'
import { getEmptyForm } from '../documents/record-form.ts'
import { getPack } from '../documents/pack.ts'
import { getReport } from '../documents/report.ts'
import { route } from '../route.ts'
import { PLAN_DRAFT_ROUTES } from './plan-drafts.ts'

export const CONTRACT_ROUTES = [
  ...PLAN_DRAFT_ROUTES,
  ...SIGNING_ROUTES,
  route({ at: 'GET /plans', permission: 'plan.read', answer: PlanPage, handle: plans.listPlans }),
  route({ at: 'POST /plans', permission: 'plan.manage', body: AddPlan, answer: PlanDetail, status: 201, handle: addPlan }),
  route({ at: 'POST /plans/check', permission: 'plan.manage', keyless: true, body: PlanText, answer: CheckedPlan, handle: checkPlan }),
  route({ at: 'POST /plans/due', permission: 'plan.manage', keyless: true, body: TryDue, answer: TriedDues, handle: tryDue }),
  route({
    at: 'POST /plans/{ref}/due',
    permission: 'plan.read',
    keyless: true,
    params: PlanVersionParams,
    body: TryCase,
    answer: TriedDues,
    handle: tryPlanDue,
  }),
  route({
    at: 'POST /plans/differences',
    permission: 'plan.manage',
    keyless: true,
    body: CompareText,
    answer: PlanDifferences,
    handle: plans.compareText,
  }),
  route({ at: 'GET /plans/bundled', permission: 'plan.manage', answer: BundledList, handle: listBundled }),
  route({ at: 'POST /plans/bundled', permission: 'plan.manage', answer: BundledPlans, handle: addBundledPlans }),
  route({
    at: 'PATCH /plans/{ref}',
    permission: 'plan.manage',
    params: PlanVersionParams,
    body: ChangePlan,
    answer: PlanDetail,
    handle: changePlan,
  }),
  route({
    at: 'GET /plans/{ref}/yaml',
    permission: 'plan.read',
    params: PlanVersionParams,
    answer: z.string(),
    media: 'application/yaml',
    handle: plans.getPlanText,
  }),
  route({
    at: 'GET /plans/{ref}/annex',
    permission: 'plan.read',
    params: PlanVersionParams,
    answer: z.string(),
    media: 'application/pdf',
    handle: getPlanAnnex,
  }),
  route({
    at: 'GET /plans/{ref}/forms/{form}',
    permission: 'plan.read',
    params: PlanFormParams,
    answer: z.string(),
    media: 'application/pdf',
    handle: getEmptyForm,
  }),
  route({
    at: 'GET /contracts/{id}/annex',
    permission: 'contract.read',
    params: IdParams,
    answer: z.string(),
    media: 'application/pdf',
    handle: getContractAnnex,
  }),
  route({
    at: 'GET /plans/{ref}/differences/{other}',
    permission: 'plan.read',
    params: PlanPairParams,
    answer: PlanDifferences,
    handle: plans.getDifferences,
  }),
  route({ at: 'GET /plans/{ref}', permission: 'plan.read', params: PlanParams, answer: PlanDetail, handle: plans.getPlan }),
  route({
    at: 'GET /contracts',
    permission: 'contract.read',
    query: wire.ContractQuery,
    answer: wire.ContractPage,
    handle: contracts.listContracts,
  }),
  route({
    at: 'GET /contract-drafts',
    permission: 'contract.manage',
    query: wire.DraftsQuery,
    answer: wire.DraftPage,
    handle: drafts.listDrafts,
  }),
  route({
    at: 'POST /contract-drafts',
    permission: 'contract.manage',
    body: wire.AddDraft,
    answer: wire.ContractDraft,
    status: 201,
    handle: drafts.newDraft,
  }),
  route({
    at: 'GET /contract-drafts/{id}',
    permission: 'contract.manage',
    params: IdParams,
    answer: wire.ContractDraft,
    handle: drafts.getDraft,
  }),
  route({
    at: 'PUT /contract-drafts/{id}',
    permission: 'contract.manage',
    params: IdParams,
    body: wire.ChangeDraft,
    answer: wire.ContractDraft,
    handle: drafts.keepDraft,
  }),
  route({ at: 'DELETE /contract-drafts/{id}', permission: 'contract.manage', params: IdParams, answer: Done, handle: drafts.dropDraft }),
  route({
    at: 'POST /contracts',
    permission: 'contract.manage',
    body: wire.SignContract,
    answer: wire.ContractChanged,
    status: 201,
    handle: write.signContract,
  }),
  route({
    at: 'POST /contracts/{id}/signatures',
    permission: 'contract.manage',
    params: IdParams,
    body: wire.AttestContract,
    answer: wire.ContractChanged,
    handle: attestContract,
  }),
  route({
    at: 'POST /contracts/{id}/amend',
    permission: 'contract.manage',
    params: IdParams,
    body: wire.AmendContract,
    answer: wire.ContractChanged,
    handle: amendContract,
  }),
  route({
    at: 'POST /contracts/{id}/amend-preview',
    permission: 'contract.manage',
    keyless: true,
    params: IdParams,
    body: wire.AmendContract,
    answer: wire.RunningMoves,
    handle: moves.previewAmendment,
  }),
  route({
    at: 'POST /contracts/{id}/correction-preview',
    permission: 'fact.correct',
    keyless: true,
    params: IdParams,
    body: wire.CorrectionPreview,
    answer: wire.MovedDates,
    handle: corrections.previewCorrection,
  }),
  route({
    at: 'GET /contracts/{id}/moves',
    permission: 'contract.manage',
    params: IdParams,
    answer: wire.RunningMoves,
    handle: moves.listMoves,
  }),
  route({
    at: 'POST /contracts/{id}/moves',
    permission: 'contract.manage',
    params: IdParams,
    body: wire.MoveRunning,
    answer: wire.MovedRunning,
    handle: moves.moveAll,
  }),
  route({
    at: 'POST /contracts/{id}/reach',
    permission: 'contract.manage',
    params: IdParams,
    body: wire.ReachMilestone,
    answer: wire.ContractChanged,
    handle: write.reachMilestone,
  }),
  route({
    at: 'POST /contracts/{id}/end',
    permission: 'contract.manage',
    params: IdParams,
    body: wire.EndContract,
    answer: wire.ContractChanged,
    handle: write.endContract,
  }),
  route({
    at: 'GET /contracts/{id}',
    permission: 'contract.read',
    params: IdParams,
    answer: wire.ContractDetail,
    handle: contracts.getContract,
  }),
  route({
    at: 'GET /contracts/{id}/covers',
    permission: 'contract.read',
    params: IdParams,
    query: wire.CoverQuery,
    answer: wire.CoverPage,
    handle: listCovers,
  }),
  route({
    at: 'GET /contracts/{id}/board',
    permission: 'contract.read',
    params: IdParams,
    query: BoardQuery,
    answer: Board,
    handle: getBoard,
  }),
  route({
    at: 'POST /contracts/{id}/board/taken',
    permission: 'contract.read',
    params: IdParams,
    body: TakeBoard,
    answer: Done,
    handle: noteBoard,
  }),
  route({
    at: 'GET /contracts/{id}/report',
    permission: 'contract.read',
    params: IdParams,
    query: PeriodQuery,
    answer: z.string(),
    media: 'application/pdf',
    handle: getReport,
  }),
  route({
    at: 'GET /contracts/{id}/evidence',
    permission: 'contract.read',
    params: IdParams,
    query: PeriodQuery,
    answer: z.string(),
    media: 'application/zip',
    handle: getPack,
  }),
  route({
    at: 'GET /contracts/{id}/board/{promise}',
    permission: 'contract.read',
    params: BoardPromiseParams,
    query: BoardPromiseQuery,
    answer: BoardPromise,
    handle: getBoardPromise,
  }),
]
