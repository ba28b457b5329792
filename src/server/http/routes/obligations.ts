import { IdParams } from '../../../wire/base.ts'
import { ApproveFact, CorrectFact, FactPage, FactQuery, Recorded, VoidFact } from '../../../wire/facts.ts'
import {
  ConsequencePage,
  ConsequenceQuery,
  ExplainedObligation,
  ObligationPage,
  ObligationParams,
  ObligationQuery,
  PayRemedy,
  TaskDone,
} from '../../../wire/obligations.ts'
import {
  ApproveRelease,
  AskExcuse,
  AskWaiver,
  RefuseRelease,
  ReleaseChanged,
  ReleasePage,
  ReleaseQuery,
  WithdrawRelease,
} from '../../../wire/releases.ts'
import { FactSeals } from '../../../wire/seals.ts'
import { listConsequences } from '../obligations/consequences.ts'
import { approveRelease, excuseObligation, listReleases, refuseRelease, waiveObligation, withdrawRelease } from '../obligations/releases.ts'
import { approveFact, correctFact, voidFact } from '../obligations/rulings.ts'
import { payRemedy } from '../remedies/pay.ts'
import { getObligation, listFacts, listObligations } from '../obligations/read.ts'
import { doneTask } from '../obligations/tasks.ts'
import { listSeals } from '../obligations/seals.ts'
import { route } from '../route.ts'

export const OBLIGATION_ROUTES = [
  route({ at: 'GET /obligations', permission: 'obligation.read', query: ObligationQuery, answer: ObligationPage, handle: listObligations }),
  route({
    at: 'GET /obligations/{id}',
    permission: 'obligation.read',
    params: ObligationParams,
    answer: ExplainedObligation,
    handle: getObligation,
  }),
  route({
    at: 'GET /obligations/{id}/seals',
    permission: 'obligation.read',
    params: ObligationParams,
    answer: FactSeals,
    handle: listSeals,
  }),
  route({
    at: 'GET /consequences',
    permission: 'obligation.read',
    query: ConsequenceQuery,
    answer: ConsequencePage,
    handle: listConsequences,
  }),
  route({ at: 'POST /tasks', permission: 'service.record', body: TaskDone, answer: Recorded, handle: doneTask }),
  route({ at: 'POST /remedies', permission: 'invoice.manage', body: PayRemedy, answer: Recorded, handle: payRemedy }),
  route({ at: 'GET /facts', permission: 'fact.read', query: FactQuery, answer: FactPage, handle: listFacts }),
  route({
    at: 'POST /facts/{id}/approve',
    permission: 'fact.approve',
    params: IdParams,
    body: ApproveFact,
    answer: Recorded,
    handle: approveFact,
  }),
  route({
    at: 'POST /facts/{id}/correct',
    permission: 'fact.correct',
    params: IdParams,
    body: CorrectFact,
    answer: Recorded,
    handle: correctFact,
  }),
  route({ at: 'POST /facts/{id}/void', permission: 'fact.void', params: IdParams, body: VoidFact, answer: Recorded, handle: voidFact }),
  route({ at: 'GET /releases', permission: 'obligation.waive', query: ReleaseQuery, answer: ReleasePage, handle: listReleases }),
  route({
    at: 'POST /obligations/{id}/waive',
    permission: 'obligation.waive',
    params: ObligationParams,
    body: AskWaiver,
    answer: ReleaseChanged,
    handle: waiveObligation,
  }),
  route({
    at: 'POST /obligations/{id}/excuse',
    permission: 'obligation.waive',
    params: ObligationParams,
    body: AskExcuse,
    answer: ReleaseChanged,
    handle: excuseObligation,
  }),
  route({
    at: 'POST /releases/{id}/approve',
    permission: 'obligation.waive',
    params: IdParams,
    body: ApproveRelease,
    answer: ReleaseChanged,
    handle: approveRelease,
  }),
  route({
    at: 'POST /releases/{id}/refuse',
    permission: 'obligation.waive',
    params: IdParams,
    body: RefuseRelease,
    answer: ReleaseChanged,
    handle: refuseRelease,
  }),
  route({
    at: 'POST /releases/{id}/withdraw',
    permission: 'obligation.waive',
    params: IdParams,
    body: WithdrawRelease,
    answer: ReleaseChanged,
    handle: withdrawRelease,
  }),
]
