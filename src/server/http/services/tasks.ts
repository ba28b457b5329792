import type { Subject } from '../../../core/fact.ts'
import { leavesOf } from '../../../core/plan/event.ts'
import { classesOf } from '../../../core/plan/fields.ts'
import type { RecordForm, RecurringClause } from '../../../core/plan/forms.ts'
import type { Plan } from '../../../core/plan/types.ts'
import { ownerIn } from '../../../core/promise/owner.ts'
import { lookAt } from '../../../core/promise/record.ts'
import type { BoundPlan, Obligation } from '../../../core/promise/types.ts'
import { heardBy } from '../../../core/service/heard.ts'
import { desksOf, planWords, together, wordName } from '../../../core/service/known-words.ts'
import type { KnownWords } from '../../../core/service/known-words.ts'
import { SERVICE_OPENINGS, SERVICE_STEPS, isServiceType } from '../../../core/service/vocabulary.ts'
import type { ServiceType } from '../../../core/service/vocabulary.ts'
import type { Instant } from '../../../core/time/instant.ts'
import type { Locale } from '../../../core/words.ts'
import type { FormDefinition, Occurrence, ServiceTasks } from '../../../wire/services.ts'
import { withTenant } from '../../database/pool.ts'
import { contractParts, findContracts } from '../../store/contract-queries.ts'
import { knownWords } from '../../store/known-words.ts'
import type { StoredRecord } from '../../store/ledger.ts'
import { readRecordsUnder } from '../../store/owner-records.ts'
import { boundOf, plansFor } from '../plan-of.ts'
import { recordMissing } from '../problem.ts'
import type { Refused } from '../problem.ts'
import type { Call } from '../route.ts'
import { deskName } from './read.ts'

function typesOf(clause: RecurringClause): ServiceType[] {
  return leavesOf(clause.keptBy).flatMap((leaf) => (leaf.kind === 'fact' && isServiceType(leaf.type) ? [leaf.type] : []))
}

/** Where the occurrences of a record are to be done. */
type Place = Pick<Occurrence, 'site' | 'asset'>

function occurrenceOf(clause: RecurringClause, { episode, state, dueAt, fulfilledAt, why }: Obligation): Occurrence | undefined {
  const { from, checklist } = why.detail ?? {}
  const waits = state === 'open' || state === 'paused' || (state === 'broken' && fulfilledAt === undefined)
  if (!waits || dueAt === undefined || typeof from !== 'number') return undefined
  const lists = Array.isArray(checklist) ? (checklist as readonly string[]) : []
  const standing = state as Occurrence['state']
  return {
    promise: clause.id,
    title: clause.title ?? clause.id,
    number: episode,
    from,
    until: dueAt,
    state: standing,
    checklist: [...lists],
    types: typesOf(clause),
  }
}

type At = { readonly bound: BoundPlan; readonly now: Instant; readonly place: Place }

function occurrencesIn({ record }: StoredRecord, { bound, now, place }: At): Occurrence[] {
  if (!record) return []
  return lookAt(bound, record, now).obligations.flatMap((one) => {
    const clause = bound.plan.promises[one.promise]
    const found = clause?.form === 'recurring' ? occurrenceOf(clause, one) : undefined
    return found ? [{ ...found, ...place }] : []
  })
}

type Parts = Awaited<ReturnType<typeof contractParts>>

/** A site or device by its subject; the contract's own occurrences have no place. */
function placeOf(subject: Subject, { sites, assets }: Parts): Place {
  const [noun, id] = ownerIn(subject).split('/')
  const found = (noun === 'site' ? sites : noun === 'asset' ? assets : []).find((one) => one.id === id)
  return found ? { [noun === 'site' ? 'site' : 'asset']: { id: found.id, name: found.name } } : {}
}

/** A checklist, or a form to fill in, is called what the plan calls the record form of that id. */
function formNamed({ forms }: Plan, id: string): { id: string; name: string } {
  return { id, name: forms[id]?.name ?? id }
}

/** Devices and sites beyond so many have their occurrences in their own rooms. */
const MOST_PLACES = 200

/** What is worth recording under a contract: what its plan listens to, and what is to be done again and again. */
export async function getTasks({
  http,
  caller,
  params,
  locale,
}: Call<'service.read', { readonly id: string }, undefined, undefined>): Promise<ServiceTasks | Refused> {
  const found = await withTenant(http.services.pool, caller.tenant, async (tx) => {
    const [row] = await findContracts(tx, caller, { id: params.id, limit: 1 })
    if (!row) return undefined
    const parts = await contractParts(tx, row.id)
    const { sites, assets } = parts
    const places = [...sites.map(({ id }): Subject => `site/${id}`), ...assets.map(({ id }): Subject => `asset/${id}`)].slice(
      0,
      MOST_PLACES,
    )
    const firm = await knownWords(tx, row.customer)
    return { row, parts, firm, records: await readRecordsUnder(tx, row.id, places) }
  })
  if (!found) return recordMissing()
  const now = await http.services.clock.now(caller.tenant)
  const agreed = await boundOf(http, caller.tenant, found.row.bound_hash)
  const plans = await plansFor(http, caller.tenant, found.records)
  const occurrences = found.records.flatMap((record) => {
    const bound = record.boundHash === undefined ? undefined : plans.get(record.boundHash)
    return bound ? occurrencesIn(record, { bound, now, place: placeOf(record.subject, found.parts) }) : []
  })
  const heard = heardBy(agreed.plan)
  const recurring = Object.values(agreed.plan.promises).filter((clause) => clause.form === 'recurring')
  const checklists = recurring.flatMap((clause) => [
    ...clause.checklist,
    ...clause.extra.map(({ checklist }) => checklist),
    ...phaseLists(clause),
  ])
  const types = [...SERVICE_OPENINGS].sort((a, b) => Number(heard.has(b)) - Number(heard.has(a)))
  return {
    types: types.map((type) => ({ type, heard: heard.has(type) })),
    values: Object.fromEntries(
      [...heard].map(([type, values]) => [type, Object.fromEntries(Object.entries(values).map(([field, list]) => [field, [...list]]))]),
    ),
    checklists: [...new Set(checklists)].map((id) => formNamed(agreed.plan, id)),
    forms: Object.values(agreed.plan.forms).map(presentForm),
    desks: desksOf(agreed.plan).map((id) => ({ id, name: deskName(agreed.plan, id) ?? id })),
    words: wordsByStep({ plan: agreed.plan, firm: found.firm, heard, locale }),
    classes: [...(classesOf(agreed.plan) ?? [])],
    occurrences: occurrences.sort((a, b) => a.until - b.until),
  }
}

type Words = { readonly plan: Plan; readonly firm: KnownWords; readonly heard: ReturnType<typeof heardBy>; readonly locale: Locale }

/** The words that may stand in the fields of a step, by step and field: those of the plan, then those that the firm has used. */
function wordsByStep({ plan, firm, heard, locale }: Words): ServiceTasks['words'] {
  const steps = (Object.keys(SERVICE_STEPS) as ServiceType[]).map((type) => {
    const asked = SERVICE_STEPS[type].fields.filter(({ kind, id }) => kind === 'word' || id === 'cover').map(({ id }) => id)
    const known = together(planWords(plan, type, heard), firm)
    const fields = asked.flatMap((field) => {
      const ids = [...new Set((known[field] ?? []).map(({ id }) => id))]
      return ids.length === 0 ? [] : [[field, ids.map((id) => ({ id, name: wordName(plan, { field, id }, locale) }))] as const]
    })
    return [type, Object.fromEntries(fields)] as const
  })
  return Object.fromEntries(steps.filter(([, fields]) => Object.keys(fields).length > 0))
}

function presentForm({ id, name, text, signedBy, fields }: RecordForm): FormDefinition {
  return { id, name, text, signedBy, fields: fields.map((one) => ({ ...one, choices: [...one.choices] })) }
}

function phaseLists({ schedule }: RecurringClause): readonly string[] {
  return schedule.kind === 'phases' ? schedule.phases.flatMap(({ checklist }) => checklist ?? []) : []
}
