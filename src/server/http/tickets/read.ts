import { clauseEvents } from '../../../core/plan/clause-events.ts'
import { leavesOf } from '../../../core/plan/event.ts'
import { fieldsOf } from '../../../core/plan/fields.ts'
import type { DeadlineClause } from '../../../core/plan/types.ts'
import type { BoundPlan, Obligation } from '../../../core/promise/types.ts'
import type { Reached } from '../../../core/contract/state.ts'
import { subjectsOf } from '../../../core/fact.ts'
import type { Fact, Subject } from '../../../core/fact.ts'
import { contractsIn, isShared, underContract } from '../../../core/promise/owner.ts'
import { tiesOf } from '../../../core/ticket/ties.ts'
import type { Locale } from '../../../core/words.ts'
import type { TicketDetail, TicketObligations, TicketPage, TicketQuery, TicketViews } from '../../../wire/tickets.ts'
import { withTenant } from '../../database/pool.ts'
import type { Tx } from '../../database/pool.ts'
import { factsAbout, textsOf } from '../../store/fact-queries.ts'
import { runningDisputes } from '../../store/disputes.ts'
import { filesOf } from '../../store/files.ts'
import { beliefsOf, obligationsOfTickets, obligationsStarted } from '../../store/obligation-queries.ts'
import type { StoredObligation } from '../../store/obligation-queries.ts'
import { pageOf } from '../../store/rows.ts'
import { milestonesOf } from '../../store/contract-queries.ts'
import { recordsOfTicket } from '../../store/subject-names.ts'
import { countViews, findTicket, findTickets, nameBook, sortPlace, ticketsSeen } from '../../store/ticket-queries.ts'
import type { TicketPageRow, TiedTicketRow } from '../../store/ticket-queries.ts'
import { escalationsOfTicket } from '../../store/escalations.ts'
import type { EscalationRow } from '../../store/escalations.ts'
import { watchersOf } from '../../store/watchers.ts'
import type { WatcherRow } from '../../store/watchers.ts'
import { shippedRole } from '../../../core/access/roles.ts'
import type { Caller } from '../caller.ts'
import type { Http } from '../http.ts'
import { contractRoleName, roleName } from '../names.ts'
import { boundOf, plansFor } from '../plan-of.ts'
import { answeringUnder, answersFor, NOBODY } from '../present/answers.ts'
import type { Answering } from '../present/answers.ts'
import { explain, waitingClocks } from '../present/clock.ts'
import { consequencesOf } from '../present/consequence.ts'
import { presentLeading } from '../present/leading.ts'
import { factViewFor, presentFacts, importFilesIn } from '../present/fact.ts'
import type { FactView } from '../present/fact.ts'
import { maskPhone, presentTicket } from '../present/ticket.ts'
import { seenNow } from '../present/as-of-now.ts'
import { Refused, recordMissing } from '../problem.ts'
import type { Call } from '../route.ts'
import { actionsOf } from './actions.ts'
import { presentEscalations } from './escalations.ts'
import { presentWatching } from './watching.ts'

type Reads<Query = undefined, Params = undefined> = Call<'ticket.read', Params, Query, undefined>
type Id = { readonly id: string }

/** A ticket of a thousand facts is shown whole; beyond that the newest are, and GET /facts pages through the rest. */
const TIMELINE = 1_000

export function listTickets(call: Reads<TicketQuery>): Promise<TicketPage> {
  return rowsOf(call, call.query)
}

/** Rows of the list as a person sees them, with their clocks. */
export async function rowsOf({ http, caller, locale }: Pick<Reads, 'http' | 'caller' | 'locale'>, query: TicketQuery): Promise<TicketPage> {
  const now = await http.services.clock.now(caller.tenant)
  const { page, obligations } = await withTenant(http.services.pool, caller.tenant, async (tx) => {
    const rows = await findTickets(tx, { actor: caller, now }, query)
    const shown = pageOf(rows, { limit: query.limit, place: (row) => sortPlace(row, query.sort), show: (row) => row })
    return {
      page: shown,
      obligations: await obligationsOfTickets(
        tx,
        shown.items.map((row) => row.id),
      ),
    }
  })
  const plans = await plansFor(http, caller.tenant, page.items)
  const byTicket = Map.groupBy(obligations, (one) => one.ticket?.id)
  const forCustomer = caller.customer !== undefined
  const items = page.items.map((row) =>
    presentTicket(row, byTicket.get(row.id) ?? [], { bound: plans.get(row.bound_hash ?? ''), locale, forCustomer }),
  )
  return { ...page, items }
}

export async function ticketViews({ http, caller }: Reads): Promise<TicketViews> {
  const now = await http.services.clock.now(caller.tenant)
  const { counts, longest } = await withTenant(http.services.pool, caller.tenant, (tx) => countViews(tx, { actor: caller, now }))
  return { counts, longestOverdueMs: longest === null ? undefined : Math.max(0, now - longest) }
}

/** Everything of one ticket that its page is made from, read in one go. */
type Gathered = {
  readonly row: TicketPageRow
  readonly facts: readonly Fact[]
  /** of tickets that were merged into it, as they were recorded there */
  readonly merged: readonly Fact[]
  readonly tied: readonly TiedTicketRow[]
  readonly about: Subject
  readonly watchers: readonly WatcherRow[]
  readonly escalated: readonly EscalationRow[]
  readonly texts: ReadonlyMap<string, Readonly<Record<string, string>>>
  readonly files: Awaited<ReturnType<typeof filesOf>>
  readonly disputes: Awaited<ReturnType<typeof runningDisputes>>
  readonly names: ReadonlyMap<string, string>
  readonly stored: readonly StoredObligation[]
  readonly beliefs: Awaited<ReturnType<typeof beliefsOf>>
  readonly people: Answering['people']
  readonly answering: Answering
  readonly milestones: readonly Reached[]
  /** records that belong to it: its own, those of its visits and loans */
  readonly records: readonly Subject[]
}

const idsIn = (facts: readonly Fact[], field: string) => facts.map((fact) => fact.data[field]).filter((id) => typeof id === 'string')

async function gather(tx: Tx, caller: Caller, { id, now }: { readonly id: string; readonly now: number }): Promise<Gathered | undefined> {
  const row = await findTicket(tx, caller, id)
  if (!row) return undefined
  const answering = row.contract === null ? NOBODY : await answeringUnder(tx, row.contract, now)
  const about: Subject = `ticket/${id}`
  const facts = await factsAbout(tx, about, { limit: TIMELINE })
  const tied = await ticketsSeen(
    tx,
    caller,
    tiesOf(about, facts).map(({ ticket }) => idIn(ticket)),
  )
  const merged = await mergedFacts(tx, { about, facts, tied })
  const all = [...facts, ...merged]
  const ids = all.map((fact) => fact.id)
  const escalated = await escalationsOfTicket(tx, id)
  const told = escalated.flatMap((one) => one.people)
  const people = [...all.flatMap((fact) => (fact.by === undefined ? [] : [fact.by])), ...idsIn(all, 'person'), ...told]
  return {
    row,
    facts,
    merged,
    tied,
    about,
    watchers: await watchersOf(tx, id),
    escalated,
    texts: await textsOf(tx, ids),
    files: await filesOf(tx, ids),
    disputes: await runningDisputes(tx, ids),
    names: await nameBook(tx, {
      people,
      teams: idsIn(all, 'team'),
      files: importFilesIn(all),
      tickets: tied.map((one) => one.id),
      roles: escalated.flatMap((one) => one.rungs),
    }),
    stored: await startedBy(tx, id, facts),
    beliefs: await beliefsOf(tx, [`ticket/${id}`]),
    people: answering.people,
    answering,
    milestones: row.contract === null ? [] : await milestonesOf(tx, row.contract),
    records: await recordsOfTicket(tx, id),
  }
}

/** What the ticket owes, and what it started of a device, a place or a contract: those have records of their own. */
async function startedBy(tx: Tx, ticket: string, facts: readonly Fact[]): Promise<StoredObligation[]> {
  const own = await obligationsOfTickets(tx, [ticket])
  const contracts = [...new Set(facts.flatMap(contractsIn))]
  const owners = [...new Set(facts.flatMap(subjectsOf))].filter(isShared)
  const records = owners.flatMap((owner) => [owner, ...contracts.map((contract) => underContract(owner, contract))])
  const ids = facts.map(({ id }) => id)
  const beside = await obligationsStarted(tx, [...records, ...contracts.map((contract): Subject => `contract/${contract}`)], ids)
  return [...own, ...beside.filter(({ ticket: of }) => of?.id !== ticket)]
}

const idIn = (ticket: Subject): string => ticket.slice('ticket/'.length)

/** What was said and done on the tickets that are merged into this one: whoever goes on with it reads it there. */
async function mergedFacts(tx: Tx, { about, facts, tied }: Pick<Gathered, 'about' | 'facts' | 'tied'>): Promise<readonly Fact[]> {
  const known = new Set(facts.map(({ id }) => id))
  const merged: Fact[] = []
  for (const { kind, ticket } of tiesOf(about, facts)) {
    if (kind !== 'merged-here' || !tied.some(({ id }) => id === idIn(ticket))) continue
    const theirs = await factsAbout(tx, ticket, { limit: TIMELINE })
    merged.push(...theirs.filter(({ id }) => !known.has(id)))
  }
  return merged
}

/** The ticket's own facts, and those of merged ones with the number of where they were recorded, in one order. */
function timelineOf(gathered: Gathered, view: FactView): TicketDetail['timeline'] {
  const own = presentFacts(gathered.facts, view)
  const theirs = presentFacts(gathered.merged, view).map((fact) => {
    const named = [fact.subject, ...fact.also].find((one) => view.names.has(one) && one.startsWith('ticket/'))
    return { ...fact, from: named === undefined ? undefined : { id: named.slice('ticket/'.length), number: view.names.get(named) ?? '' } }
  })
  return [...own, ...theirs].toSorted((a, b) => a.occurredAt - b.occurredAt || a.seq - b.seq)
}

function presentTies({ about, facts, tied, texts }: Gathered, forCustomer: boolean): TicketDetail['ties'] {
  return tiesOf(about, facts).flatMap(({ kind, ticket, fact, at }) => {
    const known = tied.find(({ id }) => id === idIn(ticket))
    if (!known || (forCustomer && kind === 'related')) return []
    return [{ kind, ticket: { ...known }, fact, at, reason: texts.get(fact)?.reason }]
  })
}

type Explained = {
  readonly obligations: TicketObligations['obligations']
  readonly waiting: TicketObligations['waiting']
  readonly current: readonly StoredObligation[]
}

function explainAll(gathered: Gathered, bound: BoundPlan | undefined, { locale, now }: { locale: Locale; now: number }): Explained {
  if (!bound) return { obligations: [], waiting: [], current: [] }
  const { assignee, assignee_name } = gathered.row
  const given = assignee === null ? undefined : { id: assignee, name: assignee_name ?? assignee }
  const answers = answersFor(gathered.answering, given)
  const current = seenNow(gathered.stored, { record: gathered.row.record ?? undefined, bound, now })
  return {
    current,
    obligations: current.map((one) => explain(one, { bound, locale, beliefs: gathered.beliefs, answers })),
    waiting: waitingClocks(bound, 'ticket', { open: current, locale }),
  }
}

async function gatherFor(
  http: Http,
  caller: Caller,
  id: string,
): Promise<{ gathered: Gathered; bound: BoundPlan | undefined; now: number } | undefined> {
  const now = await http.services.clock.now(caller.tenant)
  const gathered = await withTenant(http.services.pool, caller.tenant, (tx) => gather(tx, caller, { id, now }))
  if (!gathered) return undefined
  const hash = gathered.row.bound_hash
  return { gathered, bound: hash === null ? undefined : await boundOf(http, caller.tenant, hash), now }
}

export async function getTicket({ http, caller, params, locale }: Reads<undefined, Id>): Promise<TicketDetail | Refused> {
  const found = await gatherFor(http, caller, params.id)
  if (!found) return recordMissing()
  const { gathered, bound, now } = found
  const { row, facts } = gathered
  const { obligations, waiting, current } = explainAll(gathered, bound, { locale, now })
  const ties = presentTies(gathered, caller.customer !== undefined)
  const related = ties.some(({ kind }) => kind === 'related')
  return {
    ticket: presentTicket(row, current, { bound, locale, forCustomer: caller.customer !== undefined }),
    contact: contactOf(gathered),
    values: row.state_json.values as TicketDetail['values'],
    timeline: timelineOf(gathered, factViewFor(gathered, { caller, locale, bound })),
    obligations,
    waiting,
    actions: actionsOf({ caller, row, now, locale, agreed: bound && { plan: bound.plan, people: gathered.people }, related }),
    people: gathered.people.map((one) => ({
      role: one.role,
      roleName: bound
        ? contractRoleName(bound.plan, { id: one.role, name: one.role_name }, locale)
        : roleName(locale, { id: one.role, name: one.role_name }),
      person: { id: one.person, name: one.name },
    })),
    leading: bound && presentLeading({ plan: bound.plan, milestones: gathered.milestones, people: gathered.people, now }, locale),
    plan: bound && planGist(bound),
    escalated: presentEscalations(gathered.escalated, { bound, locale, names: gathered.names, caller }),
    escalations: bound ? escalationsOf(gathered, bound, { current, locale }) : [],
    consequences: await consequencesOf(http, caller, {
      subjects: gathered.records,
      beside: row.asset === null ? undefined : { subjects: [`asset/${row.asset}`], facts: new Set(facts.map(({ id }) => id)) },
      now,
      locale,
    }),
    reportedCover: coverAtReport(facts),
    ...presentWatching(gathered.watchers, caller),
    ties,
    zone: row.site_timezone ?? bound?.plan.timezone ?? 'Asia/Shanghai',
    asOf: now,
  }
}

/** The same page as the customer's own people are shown it: no note of ours, no text that was not said to them, nothing to do. */
export async function asCustomer(call: Reads<undefined, Id>): Promise<TicketDetail | Refused> {
  const { http, caller, params } = call
  const row = await withTenant(http.services.pool, caller.tenant, (tx) => findTicket(tx, caller, params.id))
  if (!row) return recordMissing()
  const grants = shippedRole('customer-administrator')?.grants ?? []
  const reader = { ...caller, customer: row.customer ?? caller.customer ?? '', grants, roles: [] }
  const detail = await getTicket({ ...call, caller: reader })
  return detail instanceof Refused ? detail : { ...detail, actions: [] }
}

export async function getTicketObligations({ http, caller, params, locale }: Reads<undefined, Id>): Promise<TicketObligations | Refused> {
  const found = await gatherFor(http, caller, params.id)
  if (!found) return recordMissing()
  const { obligations, waiting } = explainAll(found.gathered, found.bound, { locale, now: found.now })
  return { obligations, waiting, asOf: found.now }
}

function planGist(bound: BoundPlan): NonNullable<TicketDetail['plan']> {
  const { plan } = bound
  const named = (key: 'pauses' | 'excuses') =>
    new Set(Object.values(plan.promises).flatMap((clause) => (key in clause ? (clause as Pick<DeadlineClause, typeof key>)[key] : [])))
  const [pauses, excuses] = [named('pauses'), named('excuses')]
  const reasons = Object.values(plan.reasons).map((reason) => ({
    id: reason.id,
    name: reason.name,
    evidence: reason.evidence,
    notice: reason.notice !== undefined,
    pauses: pauses.has(reason.id),
    excuses: excuses.has(reason.id),
  }))
  return {
    ref: bound.ref,
    title: plan.title,
    hash: bound.hash,
    grades: plan.grades.map(({ id, name, text }) => ({ id, name, text })),
    reasons,
    timezone: plan.timezone,
    judged: judgedIn(plan),
  }
}

/** The answers of a judgement that some condition of the plan looks at. */
function judgedIn(plan: BoundPlan['plan']): string[] {
  const events = Object.values(plan.promises)
    .flatMap(clauseEvents)
    .flatMap(({ event }) => leavesOf(event))
  const asked = events.flatMap((leaf) => (leaf.kind === 'fact' && leaf.type === 'ticket.judged' ? [leaf.where?.cel ?? ''] : [])).join(' ')
  return Object.keys(fieldsOf(plan, 'ticket.judged')).filter((field) => new RegExp(`\\b${field}\\b`).test(asked))
}

function coverAtReport(facts: readonly Fact[]): string | undefined {
  const cover = facts.find(({ type }) => type === 'ticket.reported')?.data.cover
  return typeof cover === 'string' ? cover : undefined
}

/** The contact given with the report, the phone masked; the last one given wins. */
function contactOf({ facts, texts }: Gathered): TicketDetail['contact'] {
  const given = facts.map((fact) => texts.get(fact.id)).filter((one) => one !== undefined)
  const name = given.findLast((one) => one.contactName !== undefined)?.contactName
  const phone = given.findLast((one) => one.contactPhone !== undefined)?.contactPhone
  return name === undefined && phone === undefined ? undefined : { name, phone: phone === undefined ? undefined : maskPhone(phone) }
}

/** Whom the open clocks go to if they break, in the order in which that would come. */
function escalationsOf(
  gathered: Gathered,
  bound: BoundPlan,
  { current, locale }: { current: readonly Obligation[]; locale: Locale },
): TicketDetail['escalations'] {
  const people = new Map(gathered.people.map((one) => [one.role, one.name]))
  return current
    .filter((one) => one.state === 'open' && one.dueAt !== undefined)
    .flatMap((one) => {
      const clause = bound.plan.promises[one.promise]
      const steps = clause?.form === 'deadline' ? clause.onBroken : []
      return steps.map(({ escalate }) => ({
        promise: one.promise,
        title: clause?.title ?? one.promise,
        at: one.dueAt ?? 0,
        to: escalate,
        toName: [contractRoleName(bound.plan, { id: escalate, name: null }, locale), people.get(escalate)].filter(Boolean).join(' '),
      }))
    })
    .toSorted((a, b) => a.at - b.at)
}
