import { datedIn, standingOn } from '../../../core/contract/state.ts'
import type { ContractState, Correction } from '../../../core/contract/state.ts'
import { formatDay } from '../../../core/time/civil.ts'
import { localOf } from '../../../core/time/zone.ts'
import { stillOpen } from '../../../core/plan/open-places.ts'
import { calendarName, speakAs } from '../../../core/plan/explain-words.ts'
import { LINE_CHANNELS } from '../../../core/ticket/forms.ts'
import { placeWords, termWords } from '../../../core/plan/open-words.ts'
import { dimensionName, dimensionValue } from '../../../core/plan/plan-names.ts'
import type { Plan, Term as AgreedTerm } from '../../../core/plan/types.ts'
import type { ContractDetail, ContractPage, ContractQuery, ContractRow, Term } from '../../../wire/contracts.ts'
import { withTenant } from '../../database/pool.ts'
import type { Tx } from '../../database/pool.ts'
import { contractParts, findContracts, findPlans } from '../../store/contract-queries.ts'
import type { ContractRow as Row } from '../../store/contract-queries.ts'
import { runningDisputes } from '../../store/disputes.ts'
import { owedNow } from '../../store/obligation-queries.ts'
import { filesOf } from '../../store/files.ts'
import { textsOf } from '../../store/fact-queries.ts'
import { pageOf, present } from '../../store/rows.ts'
import { contractPeople, nameBook } from '../../store/ticket-queries.ts'
import { contractRoleName } from '../names.ts'
import type { Caller } from '../caller.ts'
import { boundOf } from '../plan-of.ts'
import { presentAttached } from '../present/file.ts'
import { presentLeading } from '../present/leading.ts'
import { loadZone } from '../../zones.ts'
import { recordMissing } from '../problem.ts'
import type { Refused } from '../problem.ts'
import type { Locale } from '../../../core/words.ts'
import type { Call } from '../route.ts'
import { signedOf } from './signed.ts'
import type { Papers } from './signed.ts'

type Reads<Query = undefined, Params = undefined> = Call<'contract.read', Params, Query, undefined>
type Id = { readonly id: string }

/** Nobody has attached what both sides signed. */
export const isUnsigned = ({ state_json: state }: Row): boolean => state?.attested !== true

export function presentContract(row: Row, now: number): ContractRow {
  const dates = { startsOn: present(row.starts_on), endsOn: present(row.ends_on) }
  const today = formatDay(localOf(loadZone(row.timezone), now).day)
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    customer: { id: row.customer, name: row.customer_name },
    plan: row.plan,
    planTitle: row.plan_title,
    signedOn: present(row.signed_on),
    ...dates,
    standing: standingOn({ ended: row.ended, ...dates }, today),
    unsigned: isUnsigned(row),
    version: row.version,
  }
}

export async function listContracts({ http, caller, query }: Reads<ContractQuery>): Promise<ContractPage> {
  const now = await http.services.clock.now(caller.tenant)
  const { rows, owing } = await withTenant(http.services.pool, caller.tenant, async (tx) => {
    const found = await findContracts(tx, caller, query)
    return { rows: found, owing: await owedNow(tx, { contracts: found.map(({ id }) => id), now }) }
  })
  const show = (row: Row) => ({ ...presentContract(row, now), overdue: 0, ...owing.get(row.id) })
  return pageOf(rows, { limit: query.limit, place: (row) => [row.number], show })
}

export async function getContract({ http, caller, params, locale }: Reads<undefined, Id>): Promise<ContractDetail | Refused> {
  const found = await withTenant(http.services.pool, caller.tenant, async (tx) => {
    const [row] = await findContracts(tx, caller, { id: params.id, limit: 1 })
    return (
      row && { row, ...(await contractParts(tx, row.id)), people: await contractPeople(tx, row.id), ...(await historyOf(tx, row, caller)) }
    )
  })
  if (!found) return recordMissing()
  const now = await http.services.clock.now(caller.tenant)
  const { row } = found
  const { plan, hash } = await boundOf(http, caller.tenant, row.bound_hash)
  const agreed = new Map(row.terms.map((term) => [term.key, term.value]))
  return {
    ...presentContract(row, now),
    terms: row.terms.map((term) => presentTerm(plan, term, locale)),
    open: stillOpen(plan, row.terms).map(({ key }) => placeWords(plan, key, locale)),
    sites: found.sites,
    assets: found.assets.map((one) => ({ ...one, model: present(one.model), serial: present(one.serial) })),
    people: found.people.map((one) => ({
      role: one.role,
      roleName: contractRoleName(plan, { id: one.role, name: one.role_name }, locale),
      person: { id: one.person, name: one.name },
    })),
    grades: plan.grades.map(({ id, name, text }) => ({ id, name, text })),
    zones: plan.zones.map(({ id, name }) => ({ id, name })),
    dimensions: Object.values(plan.dimensions).map(({ id, values, setBy }) => {
      const value = agreed.get(`dimensions.${id}`)
      return {
        id,
        name: dimensionName(plan, id),
        values: values.map((one) => ({ id: one, name: dimensionValue(plan, id, one) })),
        setBy,
        value: typeof value === 'string' ? value : undefined,
      }
    }),
    reasons: Object.values(plan.reasons).map(({ id, name, evidence, notice }) => ({ id, name, evidence, notice: notice !== undefined })),
    leading: presentLeading({ plan, milestones: row.state_json?.milestones ?? [], people: found.people, now }, locale),
    channels: channelsOf(plan, locale),
    planHash: hash,
    ...presentHistory({ ...found, plan }, caller.customer !== undefined, locale),
  }
}

/** The channels of a contract, each with its number and its hours in words. */
export function channelsOf(plan: Plan, locale: Locale): ContractDetail['channels'] {
  return Object.values(plan.channels).map(({ id, name, kind, calendar, address, text }) => {
    const hours = calendarName(speakAs(plan, locale), { path: [], value: { kind: 'scalar', value: calendar } })
    return { id, name, kind, channel: LINE_CHANNELS[kind], address, hours, text }
  })
}

/** A value that a contract set, with what it is and says in the words of its plan. */
function presentTerm(plan: Plan, { key, value, source }: AgreedTerm, locale: Locale): Term {
  return { key, value: value as never, source, place: placeWords(plan, key, locale), words: termWords(plan, { key, value }, locale) }
}

type History = {
  readonly state: ContractState | undefined
  readonly texts: Awaited<ReturnType<typeof textsOf>>
  readonly files: Awaited<ReturnType<typeof filesOf>>
  readonly disputes: Awaited<ReturnType<typeof runningDisputes>>
  readonly names: Awaited<ReturnType<typeof nameBook>>
  /** those of the versions before, as far as the reader may see them */
  readonly plans: ReadonlyMap<string, Plan>
  readonly signed: Papers | undefined
}

/** What its facts made of a contract, with the evidence that stands beside them and the names of who said so. */
async function historyOf(tx: Tx, { state_json, plan }: Row, caller: Caller): Promise<History> {
  const said = (state_json ? datedIn(state_json) : []).flatMap((one) => [one, ...(one.corrections ?? [])])
  const facts = said.map((one) => one.fact)
  const people = said.flatMap((one) => [one.by, 'approvedBy' in one ? one.approvedBy : undefined]).filter((id) => id !== undefined)
  const earlier = new Set((state_json?.agreements ?? []).map((one) => one.plan).filter((ref) => ref !== plan))
  const plans = new Map<string, Plan>()
  for (const ref of earlier) for (const { parsed } of await findPlans(tx, caller, { ref })) plans.set(ref, parsed)
  return {
    plans,
    state: state_json ?? undefined,
    texts: await textsOf(tx, facts),
    files: await filesOf(tx, facts),
    disputes: await runningDisputes(tx, facts),
    names: await nameBook(tx, { people, teams: [] }),
    signed: await signedOf(tx, state_json),
  }
}

type Told = History & { readonly plan: Plan } & { readonly assets: readonly { readonly id: string; readonly name: string }[] }

function presentHistory(
  { state, texts, files, disputes, names, assets, plans, plan: today, signed }: Told,
  forCustomer: boolean,
  locale: Locale,
): Pick<ContractDetail, 'agreements' | 'milestones' | 'signing' | 'signatures' | 'amendments' | 'endedAt'> {
  const named = (id: string | undefined) => (id === undefined ? undefined : { id, name: names.get(`person/${id}`) ?? id })
  const corrected = (all: readonly Correction[] = []) =>
    all.map(({ fact, from, to, by, late, approvedBy }) => ({
      fact,
      from,
      to,
      by: named(by),
      reason: forCustomer ? undefined : texts.get(fact)?.reason,
      late,
      approvedBy: named(approvedBy),
    }))
  const milestones = (state?.milestones ?? []).map((one) => ({
    milestone: one.milestone,
    fact: one.fact,
    at: one.at,
    assets: one.assets.map((id) => ({ id, name: assets.find((asset) => asset.id === id)?.name ?? id })),
    by: named(one.by),
    evidence: forCustomer ? undefined : texts.get(one.fact)?.evidence,
    files: forCustomer ? undefined : files.get(one.fact)?.map(presentAttached),
    late: one.late,
    approvedBy: named(one.approvedBy),
    dispute: disputes.get(one.fact),
    corrections: corrected(one.corrections),
  }))
  const signing = state?.signing && {
    fact: state.signing.fact,
    at: state.signing.at,
    by: named(state.signing.by),
    dispute: disputes.get(state.signing.fact),
    corrections: corrected(state.signing.corrections),
  }
  const agreements = (state?.agreements ?? []).map(({ from, plan, terms }) => ({
    from,
    plan,
    terms: terms.map((term) => presentTerm(plans.get(plan) ?? today, term, locale)),
  }))
  const amendments = (signed?.amendments ?? []).map(({ fact, reason, hash, signatures }) => ({
    fact: fact.id,
    at: fact.occurredAt,
    reason: forCustomer ? undefined : reason,
    hash,
    signatures: [...signatures],
  }))
  return {
    agreements: agreements.toReversed(),
    milestones,
    signing,
    signatures: [...(signed?.signatures ?? [])],
    amendments: amendments.toReversed(),
    endedAt: state?.endedAt,
  }
}
