import type { Action } from '../../../core/access/actions.ts'
import type { DisputeCommand, Remedy } from '../../../core/dispute/decide.ts'
import { stepRefusal } from '../../../core/dispute/decide.ts'
import { sayDisputeRefusal } from '../../../core/dispute/say.ts'
import type { DisputeRefusal } from '../../../core/dispute/say.ts'
import { disputeDays, termEnd } from '../../../core/dispute/term.ts'
import type { Fact, Subject } from '../../../core/fact.ts'
import { subjectsOf } from '../../../core/fact.ts'
import { ownerIn } from '../../../core/promise/owner.ts'
import { readRulings } from '../../../core/promise/knowledge.ts'
import type { TicketCommand } from '../../../core/ticket/command.ts'
import type { Locale } from '../../../core/words.ts'
import type { AnswerDispute, DisputeChanged, RaiseDispute, SettleDispute } from '../../../wire/disputes.ts'
import type { Recorded } from '../../../wire/facts.ts'
import { withTenant } from '../../database/pool.ts'
import { NotSettled, disputesIn, settledAlong, writeDispute } from '../../dispute.ts'
import { askRelease, namedBy } from '../../release.ts'
import type { Belonging } from '../../release.ts'
import { findDisputes } from '../../store/disputes.ts'
import type { DisputeRow } from '../../store/disputes.ts'
import { factById, factsAbout } from '../../store/fact-queries.ts'
import { readRecords } from '../../store/ledger.ts'
import { beliefsOf, findObligation, obligationsOf } from '../../store/obligation-queries.ts'
import { customerOf } from '../../store/parties.ts'
import { present } from '../../store/rows.ts'
import type { Along, Done } from '../../transact.ts'
import { loadZone } from '../../zones.ts'
import { roleFor } from '../caller.ts'
import type { Caller } from '../caller.ts'
import { filesNamed } from '../files/attach.ts'
import type { Http } from '../http.ts'
import { belongingOf, deniedOn, releaseRefused } from '../obligations/releases.ts'
import { rule } from '../obligations/rulings.ts'
import { allSeenNow } from '../present/as-of-now.ts'
import { readObligationId } from '../present/clock.ts'
import { isInternal } from '../present/fact.ts'
import { Refused, recordMissing, refuse, refuseField } from '../problem.ts'
import type { Call, Repeat } from '../route.ts'
import { answerOfSeam, recordedBy } from '../seam-answer.ts'
import type { OwnWords } from '../seam-answer.ts'

type Raises<Body> = Call<'dispute.raise', { readonly id: string }, undefined, Body>
type Acting = { readonly http: Http; readonly caller: Caller; readonly key: Repeat | undefined }

/** A ledger of so many facts is none any more. */
const MOST_FACTS = 100_000

function disputeRefused(refusal: DisputeRefusal): Refused {
  const say = (locale: Locale) => sayDisputeRefusal(refusal, locale)
  const code = `dispute.${refusal.code}`
  const { field } = refusal
  if (field === undefined) return new Refused({ status: 422, code, say })
  return new Refused({ status: 400, code, say }).with({ field, errors: [{ field, code, say }] })
}

const WORDS: OwnWords<unknown, DisputeRefusal> = {
  refused: disputeRefused,
  stale: () => refuse(409, 'service.stale'),
  exists: () => refuse(409, 'service.stale'),
  unknown: (table) => refuseField(table, 'field.no-such', { value: table }),
}

/** In whose ledger an objection to a fact stands: the ticket's that it names, else that of its own subject. */
function ledgerOf(fact: Fact): Subject {
  return subjectsOf(fact).find((one) => one.startsWith('ticket/')) ?? fact.subject
}

function belongingIn(fact: Fact): Belonging {
  const named = (noun: string) =>
    subjectsOf(fact)
      .find((one) => one.startsWith(`${noun}/`))
      ?.slice(noun.length + 1)
  return { customer: named('customer'), contract: named('contract'), ticket: named('ticket') }
}

type Ground = { readonly facts: readonly Fact[]; readonly days: number; readonly endOf: (since: number) => number }

/** What is known of a ledger, and the term of the contract that it is under: its own record's, or, where it has none (a visit, a loan), its contract's. */
async function groundOf(
  { http, caller }: Pick<Acting, 'http' | 'caller'>,
  { subject, belonging: { contract } }: { readonly subject: Subject; readonly belonging: Belonging },
): Promise<Ground> {
  const { pool, plans } = http.services
  const owners: Subject[] = contract === undefined ? [subject] : [subject, `contract/${contract}`]
  const { facts, records } = await withTenant(pool, caller.tenant, async (tx) => ({
    facts: await factsAbout(tx, subject, { limit: MOST_FACTS }),
    records: await readRecords(tx, owners),
  }))
  const hash = owners.map((owner) => records.find((one) => one.subject === owner)?.boundHash).find((one) => one !== undefined)
  const bound = hash === undefined ? undefined : await plans.bound(caller.tenant, hash)
  const days = disputeDays(bound?.terms ?? [])
  const zone = loadZone(bound?.plan.timezone ?? 'Asia/Shanghai')
  return { facts, days, endOf: (since) => termEnd(zone, since, days) }
}

type Writing = {
  readonly subject: Subject
  readonly belonging: Belonging
  readonly command: DisputeCommand
  readonly ground: Ground
  readonly files?: readonly string[] | undefined
}

const STATE_AFTER = { raise: 'open', answer: 'answered', withdraw: 'withdrawn' } as const

async function write({ http, caller, key }: Acting, writing: Writing): Promise<DisputeChanged | Refused> {
  if (!key) throw new Error('a keyed write came without its key')
  const { subject, belonging, command, ground } = writing
  const files = await filesNamed(http, caller, writing.files)
  if (files instanceof Refused) return files
  const answer = ({ facts, recordedAt }: Done<unknown>): DisputeChanged => ({
    id: command.name === 'raise' ? facts[0]!.id : command.of,
    state: command.name === 'settle' ? command.outcome : STATE_AFTER[command.name],
    facts: facts.map(({ id }) => id),
    recordedAt,
  })
  const outcome = await writeDispute(http.services, {
    tenant: caller.tenant,
    subject,
    belonging,
    command,
    context: { person: caller.person, side: sideOf(caller), days: ground.days },
    facts: ground.facts,
    files,
    once: { person: caller.person, key: key.key, hash: key.hash, answer },
  })
  return answerOfSeam<DisputeChanged, unknown, DisputeRefusal>(outcome, WORDS)
}

function sideOf({ customer }: Caller): 'vendor' | 'customer' {
  return customer === undefined ? 'vendor' : 'customer'
}

/** What belongs to a customer who is not the caller's is not there for them; and of a device or contract it is the customer's. */
async function hiddenFrom({ http, caller }: Pick<Acting, 'http' | 'caller'>, fact: Fact): Promise<Refused | undefined> {
  if (caller.customer === undefined) return undefined
  if (isInternal(fact)) return recordMissing()
  const [noun = '', id = ''] = ownerIn(fact.subject).split('/')
  const { customer } = belongingIn(fact)
  const owner =
    noun === 'site' || noun === 'asset' || noun === 'contract'
      ? await withTenant(http.services.pool, caller.tenant, (tx) => customerOf(tx, noun, id))
      : customer
  return owner === caller.customer ? undefined : recordMissing()
}

const WHAT: Readonly<Record<string, 'pause' | 'exclusion'>> = { 'ticket.paused': 'pause', 'cover.excluded': 'exclusion' }

/** Objects to an entry: a fact, the pause that it began, the exclusion from cover that it states. */
export async function disputeFact({ http, caller, params, body, key }: Raises<RaiseDispute>): Promise<DisputeChanged | Refused> {
  const fact = await withTenant(http.services.pool, caller.tenant, (tx) => factById(tx, params.id))
  if (!fact) return recordMissing()
  const belonging = belongingIn(fact)
  const denied = (await hiddenFrom({ http, caller }, fact)) ?? (await deniedOn(http, caller, { action: 'dispute.raise', belonging }))
  if (denied) return denied
  const subject = ledgerOf(fact)
  const ground = await groundOf({ http, caller }, { subject, belonging })
  const now = await http.services.clock.now(caller.tenant)
  const about = new Set<Subject>([subject, ...subjectsOf(fact)])
  const command: DisputeCommand = {
    name: 'raise',
    target: { what: WHAT[fact.type] ?? 'fact', of: fact.id },
    reason: body.reason,
    evidence: body.evidence,
    about: [...about],
    fact: { type: fact.type, by: fact.by, voided: readRulings(ground.facts).voided.has(fact.id) },
    until: ground.endOf(fact.recordedAt),
    answerBy: ground.endOf(now),
  }
  return write({ http, caller, key }, { subject, belonging, command, ground, files: body.files })
}

const JUDGED: readonly string[] = ['kept', 'broken', 'excused', 'cancelled']

/** Objects to what an obligation was judged to be. */
export async function disputeObligation({ http, caller, params, body, key }: Raises<RaiseDispute>): Promise<DisputeChanged | Refused> {
  const { pool, clock } = http.services
  const named = readObligationId(params.id)
  const found = await withTenant(pool, caller.tenant, (tx) => findObligation(tx, caller, named))
  if (!found) return recordMissing()
  const { subject, promise, episode } = found
  const belonging = belongingOf(found)
  const denied = await deniedOn(http, caller, { action: 'dispute.raise', belonging })
  if (denied) return denied
  const [one = found] = await allSeenNow(http, caller, [found])
  const beliefs = await withTenant(pool, caller.tenant, (tx) => beliefsOf(tx, [subject]))
  const now = await clock.now(caller.tenant)
  const judged = beliefs.findLast((line) => line.promise === promise && line.episode === episode && line.state === one.state)?.at ?? now
  const ground = await groundOf({ http, caller }, { subject, belonging })
  const command: DisputeCommand = {
    name: 'raise',
    target: { what: 'verdict', promise, episode, verdict: one.state },
    reason: body.reason,
    evidence: body.evidence,
    about: [subject, ...namedBy(subject, belonging)],
    until: JUDGED.includes(one.state) ? ground.endOf(judged) : undefined,
    answerBy: ground.endOf(now),
  }
  return write({ http, caller, key }, { subject, belonging, command, ground, files: body.files })
}

type Found = { readonly row: DisputeRow; readonly belonging: Belonging; readonly ground: Ground }

async function disputeFor({ http, caller }: Pick<Acting, 'http' | 'caller'>, id: string, action: Action): Promise<Found | Refused> {
  const [row] = await withTenant(http.services.pool, caller.tenant, (tx) => findDisputes(tx, caller, { id, limit: 1 }))
  if (!row) return recordMissing()
  const belonging = { customer: present(row.customer), contract: present(row.contract), ticket: present(row.ticket) }
  const denied = await deniedOn(http, caller, { action, belonging })
  return denied ?? { row, belonging, ground: await groundOf({ http, caller }, { subject: row.subject, belonging }) }
}

export async function answerDispute({ http, caller, params, body, key }: Raises<AnswerDispute>): Promise<DisputeChanged | Refused> {
  const found = await disputeFor({ http, caller }, params.id, 'dispute.raise')
  if (found instanceof Refused) return found
  const command = { name: 'answer', of: params.id, answer: body.answer } as const
  return write({ http, caller, key }, { ...found, subject: found.row.subject, command, files: body.files })
}

export async function withdrawDispute({ http, caller, params, key }: Raises<object>): Promise<DisputeChanged | Refused> {
  const found = await disputeFor({ http, caller }, params.id, 'dispute.raise')
  if (found instanceof Refused) return found
  return write({ http, caller, key }, { ...found, subject: found.row.subject, command: { name: 'withdraw', of: params.id } })
}

type Remedying = Acting & { readonly found: Found; readonly body: SettleDispute; readonly along: Along }

/** Carries out what a decision for the objector leads to, as the ordinary ruling that it is; it names the dispute, and settles it along. */
function carryOut({ http, caller, key, found, body, along }: Remedying): Promise<Recorded | Refused> {
  const { remedy, reason } = body
  if (!remedy) throw new Error('a dispute is upheld with a remedy')
  if (remedy.kind === 'waive') return waiveFor({ http, caller, key, found, body, along })
  const command = { ...remedy, name: remedy.kind, reason, dispute: found.row.id } as unknown as TicketCommand
  return rule({ http, caller, key, action: 'dispute.decide', of: remedy.of, command, along })
}

async function waiveFor({ http, caller, key, found, body, along }: Remedying): Promise<Recorded | Refused> {
  const { row, belonging } = found
  const { subject, promise, episode } = row
  if (!key || promise === null || episode === null) return refuse(422, 'record.missing')
  const stored = await withTenant(http.services.pool, caller.tenant, (tx) => obligationsOf(tx, subject))
  const person = { role: roleFor(caller, 'obligation.waive'), roles: caller.roles.map(({ id }) => id) }
  const answer = recordedBy
  const outcome = await askRelease(http.services, {
    tenant: caller.tenant,
    subject,
    person: caller.person,
    kind: 'waive',
    asking: { promise, episode, reason: body.reason, evidence: row.id },
    context: { obligations: await allSeenNow(http, caller, stored), person, dispute: row.id },
    belonging,
    along,
    once: { person: caller.person, key: key.key, hash: key.hash, answer },
  })
  return answerOfSeam<Recorded, unknown, Parameters<typeof releaseRefused>[0]>(outcome, { ...WORDS, refused: releaseRefused })
}

type Settles = Call<'dispute.decide', { readonly id: string }, undefined, SettleDispute>
type Settle = Extract<DisputeCommand, { name: 'settle' }>

/** For the objector: what puts it right and the decision stand in one transaction. Sent again after it was settled, it gets its first answer. */
async function uphold({ http, caller, body, key }: Settles, found: Found, command: Settle): Promise<DisputeChanged | Refused> {
  const { ground, belonging, row } = found
  const now = await http.services.clock.now(caller.tenant)
  const context = { person: caller.person, side: sideOf(caller), days: ground.days }
  const refused = stepRefusal(disputesIn(ground.facts), command, { ...context, now, newId: () => '' })
  if (refused && refused.code !== 'settled') return disputeRefused(refused)
  const along = settledAlong({ context, belonging, command, facts: ground.facts })
  const done = await carryOut({ http, caller, key, found, body, along }).catch((error: unknown) => {
    if (error instanceof NotSettled) return disputeRefused(error.refusal)
    throw error
  })
  if (done instanceof Refused) return refused ? disputeRefused(refused) : done
  return { id: row.id, state: 'upheld', facts: done.facts.slice(-1), recordedAt: done.recordedAt }
}

/** Somebody entitled who did not object decides. For the objector it is put right with the same word: refused or interrupted, neither is. */
export async function settleDispute(call: Settles): Promise<DisputeChanged | Refused> {
  const { http, caller, params, body, key } = call
  const found = await disputeFor({ http, caller }, params.id, 'dispute.decide')
  if (found instanceof Refused) return found
  const { outcome, reason, remedy } = body
  const command: Settle = { name: 'settle', of: params.id, outcome, reason, remedy: remedy as Remedy | undefined }
  if (outcome === 'upheld') return uphold(call, found, command)
  return write({ http, caller, key }, { ...found, subject: found.row.subject, command })
}
