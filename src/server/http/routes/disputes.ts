import { IdParams } from '../../../wire/base.ts'
import {
  AnswerDispute,
  DisputeChanged,
  DisputeDetail,
  DisputePage,
  DisputeQuery,
  RaiseDispute,
  SettleDispute,
  WithdrawDispute,
} from '../../../wire/disputes.ts'
import { ObligationParams } from '../../../wire/obligations.ts'
import { getDispute, listDisputes } from '../disputes/read.ts'
import { answerDispute, disputeFact, disputeObligation, settleDispute, withdrawDispute } from '../disputes/write.ts'
import { route } from '../route.ts'

const raises = { permission: 'dispute.raise', answer: DisputeChanged } as const

export const DISPUTE_ROUTES = [
  route({ at: 'GET /disputes', permission: 'fact.read', query: DisputeQuery, answer: DisputePage, handle: listDisputes }),
  route({ at: 'GET /disputes/{id}', permission: 'fact.read', params: IdParams, answer: DisputeDetail, handle: getDispute }),
  route({ ...raises, at: 'POST /facts/{id}/dispute', params: IdParams, body: RaiseDispute, handle: disputeFact }),
  route({ ...raises, at: 'POST /obligations/{id}/dispute', params: ObligationParams, body: RaiseDispute, handle: disputeObligation }),
  route({ ...raises, at: 'POST /disputes/{id}/answer', params: IdParams, body: AnswerDispute, handle: answerDispute }),
  route({ ...raises, at: 'POST /disputes/{id}/withdraw', params: IdParams, body: WithdrawDispute, handle: withdrawDispute }),
  route({
    at: 'POST /disputes/{id}/settle',
    permission: 'dispute.decide',
    params: IdParams,
    body: SettleDispute,
    answer: DisputeChanged,
    handle: settleDispute,
  }),
]
