import { can } from '../../../core/access/can.ts'
import type { Action } from '../../../core/access/actions.ts'
import type { Fact, Subject } from '../../../core/fact.ts'
import { promiseName, reasonName } from '../../../core/promise/why.ts'
import type { BoundPlan } from '../../../core/promise/types.ts'
import type { ReleaseKind } from '../../../core/release/ask.ts'
import type { ReleaseCommand } from '../../../core/release/decide.ts'
import { sayReleaseRefusal } from '../../../core/release/say.ts'
import type { ReleaseRefusal } from '../../../core/release/say.ts'
import type { Locale } from '../../../core/words.ts'
import type {
  ApproveRelease,
  AskExcuse,
  AskWaiver,
  RefuseRelease,
  Release,
  ReleaseChanged,
  ReleasePage,
  ReleaseQuery,
  WithdrawRelease,
} from '../../../wire/releases.ts'
import { withTenant } from '../../database/pool.ts'
import type { Tx } from '../../database/pool.ts'
import { askRelease, decideRelease } from '../../release.ts'
import type { Belonging } from '../../release.ts'
import { factsAbout, textsOf } from '../../store/fact-queries.ts'
import { filesOf } from '../../store/files.ts'
import { findObligation, obligationsOf } from '../../store/obligation-queries.ts'
import type { StoredObligation } from '../../store/obligation-queries.ts'
import { findReleases, isAlone, rolesByContract } from '../../store/releases.ts'
import type { ReleaseRow } from '../../store/releases.ts'
import { pageOf, present } from '../../store/rows.ts'
import { contractPeople } from '../../store/ticket-queries.ts'
import type { Along, Done } from '../../transact.ts'
import { roleFor } from '../caller.ts'
import type { Caller } from '../caller.ts'
import { filesNamed } from '../files/attach.ts'
import type { Http } from '../http.ts'
import { plansFor } from '../plan-of.ts'
import { allSeenNow } from '../present/as-of-now.ts'
import { obligationId, readObligationId } from '../present/clock.ts'
import { presentAttached } from '../present/file.ts'
import { Refused, recordMissing, refuse, refuseField } from '../problem.ts'
import type { Call, Repeat } from '../route.ts'
import { answerOfSeam, recordedBy } from '../seam-answer.ts'
import type { OwnWords } from '../seam-answer.ts'
import { ticketFor } from '../tickets/reached.ts'

type Waives<Body, Params = { readonly id: string }, Query = undefined> = Call<'obligation.waive', Params, Query, Body>

/** An owner of so many facts is none any more; what waits is among its last. */
const MOST_FACTS = 100_000

export function releaseRefused(refusal: ReleaseRefusal): Refused {
  const say = (locale: Locale) => sayReleaseRefusal(refusal, locale)
  const code = `release.${refusal.code}`
  const { field } = refusal
  if (field === undefined) return new Refused({ status: 422, code, say })
  return new Refused({ status: 400, code, say }).with({ field, errors: [{ field, code, say }] })
}

const WORDS: OwnWords<unknown, ReleaseRefusal> = {
  refused: releaseRefused,
  stale: () => refuse(409, 'service.stale'),
  exists: () => refuse(409, 'service.stale'),
  unknown: (table) => refuseField(table, 'field.no-such', { value: table }),
}

function onceBy({ person }: Caller, key: Repeat | undefined, answer: (done: Done<unknown>) => unknown) {
  if (!key) throw new Error('a keyed write came without its key')
  return { person, key: key.key, hash: key.hash, answer }
}

/** May this person do it to what belongs to a ticket, or to a customer and a contract that names people? */
export async function deniedOn(http: Http, caller: Caller, { action, belonging }: Reaching): Promise<Refused | undefined> {
  const { ticket, customer, contract } = belonging
  if (ticket === undefined) {
    const named = contract === undefined ? [] : await withTenant(http.services.pool, caller.tenant, (tx) => contractPeople(tx, contract))
    return can(caller, action, { customer, people: named.map(({ person }) => person) }).allow ? undefined : refuse(403, 'access.denied')
  }
  const row = await ticketFor(http, caller, { id: ticket, action })
  return row instanceof Refused ? row : undefined
}

type Reaching = { readonly action: Action; readonly belonging: Belonging }

export function belongingOf({ customer, contract, ticket }: StoredObligation): Belonging {
  return { customer, contract: contract?.id, ticket: ticket?.id }
}

/** Everything of an owner that a decision looks at, as it stands now, and what the person is under its contract. */
async function ground(tx: Tx, caller: Caller, { subject, belonging }: { subject: Subject; belonging: Belonging }) {
  return {
    stored: await obligationsOf(tx, subject),
    alone: await isAlone(tx, caller.person),
    byContract: await rolesByContract(tx, belonging.contract, caller.person),
  }
}

function askFor<Body extends AskWaiver | AskExcuse>(kind: ReleaseKind) {
  return async ({ http, caller, params, body, key }: Waives<Body>): Promise<ReleaseChanged | Refused> => {
    const { pool } = http.services
    const named = readObligationId(params.id)
    const found = await withTenant(pool, caller.tenant, (tx) => findObligation(tx, caller, named))
    if (!found) return recordMissing()
    const { subject, promise, episode } = found
    const belonging = belongingOf(found)
    const denied = await deniedOn(http, caller, { action: 'obligation.waive', belonging })
    if (denied) return denied
    const { files: ids, ...asked } = body
    const files = await filesNamed(http, caller, ids)
    if (files instanceof Refused) return files
    const { stored, alone, byContract } = await withTenant(pool, caller.tenant, (tx) => ground(tx, caller, { subject, belonging }))
    const person = {
      role: roleFor(caller, 'obligation.waive'),
      roles: [...caller.roles.map(({ id }) => id), ...byContract],
    }
    const outcome = await askRelease(http.services, {
      tenant: caller.tenant,
      subject,
      person: caller.person,
      kind,
      asking: { promise, episode, ...asked },
      context: { obligations: await allSeenNow(http, caller, stored), person, alone },
      belonging,
      files,
      once: onceBy(caller, key, ({ facts, recordedAt }): ReleaseChanged => ({
        id: facts[0]!.id,
        state: facts[0]!.data.fourEyes === true ? 'waiting' : 'in-force',
        facts: facts.map(({ id }) => id),
        recordedAt,
      })),
    })
    return answerOfSeam<ReleaseChanged, unknown, ReleaseRefusal>(outcome, WORDS)
  }
}

export const waiveObligation = askFor<AskWaiver>('waive')
export const excuseObligation = askFor<AskExcuse>('excuse')

const STATE_AFTER = { approve: 'in-force', refuse: 'refused', withdraw: 'withdrawn', void: 'withdrawn' } as const

type Deciding = {
  readonly http: Http
  readonly caller: Caller
  readonly key: Repeat | undefined
  readonly command: ReleaseCommand
  readonly along?: Along | undefined
}

async function decideOn<Answer>(
  { http, caller, key, command, along }: Deciding,
  answer: (done: Done<unknown>) => Answer,
): Promise<Answer | Refused> {
  const { pool } = http.services
  const { tenant, person } = caller
  const [row] = await withTenant(pool, tenant, (tx) => findReleases(tx, caller, { id: command.of, limit: 1 }))
  if (!row) return recordMissing()
  const { subject } = row
  const belonging = { customer: present(row.customer), contract: present(row.contract), ticket: present(row.ticket) }
  const denied = await deniedOn(http, caller, { action: 'obligation.waive', belonging })
  if (denied) return denied
  const { facts, stored } = await withTenant(pool, tenant, async (tx) => ({
    facts: await factsAbout(tx, subject, { limit: MOST_FACTS }),
    stored: await obligationsOf(tx, subject),
  }))
  const current = await allSeenNow(http, caller, stored)
  const standing = current.find((one) => one.promise === row.promise && one.episode === (row.episode ?? 1))?.state
  const once = onceBy(caller, key, answer)
  const outcome = await decideRelease(http.services, { tenant, subject, person, once, along, command, facts, standing })
  return answerOfSeam<Answer, unknown, ReleaseRefusal>(outcome, WORDS)
}

function decideAs<Body extends object>(name: 'approve' | 'refuse' | 'withdraw') {
  return ({ http, caller, params, body, key }: Waives<Body>): Promise<ReleaseChanged | Refused> =>
    decideOn(
      { http, caller, key, command: { name, of: params.id, ...body } as unknown as ReleaseCommand },
      ({ facts, recordedAt }): ReleaseChanged => ({
        id: params.id,
        state: STATE_AFTER[name],
        facts: facts.map(({ id }) => id),
        recordedAt,
      }),
    )
}

export const approveRelease = decideAs<ApproveRelease>('approve')
export const refuseRelease = decideAs<RefuseRelease>('refuse')
export const withdrawRelease = decideAs<WithdrawRelease>('withdraw')

/** A release is approved where releases are; void it may be declared like any entry. Undefined: it is none that waits or counts here. */
export async function ruleOnRelease(
  deciding: Omit<Deciding, 'command'>,
  fact: Fact,
  command: { readonly name: string; readonly reason?: string; readonly dispute?: string },
) {
  const { http, caller } = deciding
  const [row] = await withTenant(http.services.pool, caller.tenant, (tx) => findReleases(tx, caller, { id: fact.id, limit: 1 }))
  if (!row) return undefined
  if (command.name !== 'void') return refuse(422, 'release.elsewhere')
  return decideOn(
    { ...deciding, command: { name: 'void', of: fact.id, reason: command.reason ?? '', dispute: command.dispute } },
    recordedBy,
  )
}

export type ReleaseView = {
  readonly caller: Pick<Caller, 'person'>
  readonly plans: ReadonlyMap<string, BoundPlan>
  readonly texts: Awaited<ReturnType<typeof textsOf>>
  readonly files: Awaited<ReturnType<typeof filesOf>>
  readonly locale: Locale
}

function presentRelease(row: ReleaseRow, { caller, plans, texts, files, locale }: ReleaseView): Release {
  const bound = plans.get(row.bound_hash ?? '')
  const clause = bound?.plan.promises[row.promise]
  const said = texts.get(row.id)
  const decided = row.decision === null ? undefined : texts.get(row.decision)
  const { subject, promise, episode } = row
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    subject,
    promise,
    title: bound ? promiseName(bound.plan, promise) : promise,
    text: clause?.text,
    obligation: episode === null ? undefined : obligationId({ subject, promise, episode }),
    ticket: row.ticket === null ? undefined : { id: row.ticket, number: row.ticket_number ?? '', title: row.ticket_title ?? '' },
    contract: row.contract === null ? undefined : { id: row.contract, number: row.contract_number ?? '' },
    reason: said?.reason ?? (bound ? reasonName(bound.plan, row.reason ?? '', locale) : (row.reason ?? '')),
    evidence: said?.evidence ?? '',
    files: files.get(row.id)?.map(presentAttached),
    alone: row.alone,
    by: { id: row.asked_by, name: row.asked_name ?? row.asked_by },
    at: row.asked_at,
    own: row.asked_by === caller.person,
    decidedBy: row.decided_by === null ? undefined : { id: row.decided_by, name: row.decided_name ?? row.decided_by },
    decidedAt: present(row.decided_at),
    decision: decided?.note ?? decided?.reason,
  }
}

export async function listReleases({ http, caller, query, locale }: Waives<undefined, undefined, ReleaseQuery>): Promise<ReleasePage> {
  const { rows, texts, files } = await withTenant(http.services.pool, caller.tenant, async (tx) => {
    const found = await findReleases(tx, caller, query)
    const facts = found.flatMap(({ id, decision }) => (decision === null ? [id] : [id, decision]))
    return { rows: found, texts: await textsOf(tx, facts), files: await filesOf(tx, facts) }
  })
  const plans = await plansFor(http, caller.tenant, rows)
  return pageOf(rows, {
    limit: query.limit,
    place: (row) => [row.asked_at, row.id],
    show: (row) => presentRelease(row, { caller, plans, texts, files, locale }),
  })
}
