import type { Term } from '../../../core/plan/types.ts'
import type { BoundPlan } from '../../../core/promise/types.ts'
import type { Locale } from '../../../core/words.ts'
import type { AmendContract, MovedRunning, MoveRunning, RunningMove, RunningMoves } from '../../../wire/contracts.ts'
import { withTenant } from '../../database/pool.ts'
import { dryMove, moveRunning } from '../../moving.ts'
import type { MovedOf } from '../../moving.ts'
import { readFirstAnswer } from '../../store/ledger.ts'
import { namesOfSubjects } from '../../store/subject-names.ts'
import { saySentence } from '../../words/say.ts'
import type { Caller } from '../caller.ts'
import type { Http } from '../http.ts'
import { obligationId } from '../present/clock.ts'
import { Refused, refuse } from '../problem.ts'
import type { Call } from '../route.ts'
import { bindFor, standing } from './write.ts'

type Manages<Body = undefined> = Call<'contract.manage', { readonly id: string }, undefined, Body>

function presentMove(
  one: MovedOf,
  { names, locale }: { readonly names: ReadonlyMap<string, string>; readonly locale: Locale },
): RunningMove {
  const { obligation, bound, dueBefore, dueAfter, stateAfter } = one
  const { subject, promise, why } = obligation
  const noun = subject.slice(0, subject.indexOf('/'))
  return {
    id: obligationId(obligation),
    subject,
    title: bound.plan.promises[promise]?.title ?? why.text ?? promise,
    of: names.get(subject) ?? saySentence(locale, 'moves.of-other'),
    ticket: noun === 'ticket' ? subject.slice(noun.length + 1) : undefined,
    plan: why.plan,
    dueBefore,
    dueAfter,
    stateAfter,
  }
}

async function presentMoves(
  { http, caller, locale }: { readonly http: Http; readonly caller: Caller; readonly locale: Locale },
  to: BoundPlan,
  moves: readonly MovedOf[],
): Promise<RunningMoves> {
  const subjects = [...new Set(moves.map(({ obligation }) => obligation.subject))]
  const names = await withTenant(http.services.pool, caller.tenant, (tx) => namesOfSubjects(tx, subjects))
  return { to: to.ref, items: moves.map((one) => presentMove(one, { names, locale })) }
}

/** What runs, and what it would be as this amendment has it; nothing is written. */
export async function previewAmendment(call: Manages<AmendContract>): Promise<RunningMoves | Refused> {
  const { http, caller, params, body } = call
  const row = await standing(http, caller, params.id)
  if (row instanceof Refused) return row
  const agreed = { plan: body.plan ?? row.plan, terms: (body.terms as readonly Term[] | undefined) ?? row.terms }
  const anew = await bindFor(http, caller.tenant, agreed)
  if (anew instanceof Refused) return anew
  const to = anew.bound
  return presentMoves(call, to, await dryMove(http.services, { tenant: caller.tenant, contract: params.id, to }))
}

/** What runs under an earlier version than the one that the contract stands under, and what it would be under that. */
export async function listMoves(call: Manages): Promise<RunningMoves | Refused> {
  const { http, caller, params } = call
  const row = await standing(http, caller, params.id)
  if (row instanceof Refused) return row
  const to = await http.services.plans.bound(caller.tenant, row.bound_hash)
  return presentMoves(call, to, await dryMove(http.services, { tenant: caller.tenant, contract: params.id, to }))
}

/** The decision (按新约定): all of it goes over, each subject with a fact of its own that says why. */
export async function moveAll(call: Manages<MoveRunning>): Promise<MovedRunning | Refused> {
  const { http, caller, params, body, key } = call
  if (!key) throw new Error('a keyed write came without its key')
  const row = await standing(http, caller, params.id)
  if (row instanceof Refused) return row
  const own = { person: caller.person, key: key.key, hash: key.hash }
  const first = await withTenant(http.services.pool, caller.tenant, (tx) => readFirstAnswer(tx, own))
  if (first) return first.bodyHash === key.hash ? (first.answer as MovedRunning) : refuse(409, 'idempotency.reused')
  const to = await http.services.plans.bound(caller.tenant, row.bound_hash)
  const { tenant, person } = caller
  const moved = await moveRunning(http.services, { tenant, contract: params.id, to, person, reason: body.reason, once: own })
  return { moved }
}
