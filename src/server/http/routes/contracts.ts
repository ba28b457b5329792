import { IdParams } from '../../../wire/base.ts'
import * as wire from '../../../wire/contracts.ts'
import { PlanDetail, PlanPage, PlanParams } from '../../../wire/plans.ts'
import * as plans from '../contracts/plans.ts'
import * as contracts from '../contracts/read.ts'
import { route } from '../route.ts'

export const CONTRACT_ROUTES = [
  route({ at: 'GET /plans', permission: 'plan.read', answer: PlanPage, handle: plans.listPlans }),
  route({ at: 'GET /plans/{ref}', permission: 'plan.read', params: PlanParams, answer: PlanDetail, handle: plans.getPlan }),
  route({
    at: 'GET /contracts',
    permission: 'contract.read',
    query: wire.ContractQuery,
    answer: wire.ContractPage,
    handle: contracts.listContracts,
  }),
  route({
    at: 'GET /contracts/{id}',
    permission: 'contract.read',
    params: IdParams,
    answer: wire.ContractDetail,
    handle: contracts.getContract,
  }),
  route({
    at: 'GET /contracts/{id}/board',
    permission: 'contract.read',
    params: IdParams,
    query: wire.BoardQuery,
    answer: wire.Board,
    handle: contracts.getBoard,
  }),
  route({
    at: 'GET /contracts/{id}/board/{promise}',
    permission: 'contract.read',
    params: wire.BoardPromiseParams,
    query: wire.BoardPromiseQuery,
    answer: wire.BoardPromise,
    handle: contracts.getBoardPromise,
  }),
]
