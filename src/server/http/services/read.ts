import { isMap } from '../../../core/fact.ts'
import type { Json, Subject } from '../../../core/fact.ts'
import { clauseEvents } from '../../../core/plan/clause-events.ts'
import { leavesOf } from '../../../core/plan/event.ts'
import type { RecordForm, RecurringClause } from '../../../core/plan/forms.ts'
import type { Plan } from '../../../core/plan/types.ts'
import { factWords, promiseName } from '../../../core/promise/event-words.ts'
import { lookAt } from '../../../core/promise/record.ts'
import { instantWords } from '../../../core/promise/say.ts'
import type { BoundPlan, Obligation } from '../../../core/promise/types.ts'
import { serviceName, serviceWord } from '../../../core/service/refusal.ts'
import { fieldsOfForm, textKey } from '../../../core/service/record-forms.ts'
import type { Entry } from '../../../core/service/state.ts'
import { SERVICE_OPENINGS, SERVICE_STEPS, isServiceType, nextSteps } from '../../../core/service/vocabulary.ts'
import type { FieldKind, ServiceNoun, ServiceType } from '../../../core/service/vocabulary.ts'
import type { Instant } from '../../../core/time/instant.ts'
import type { Zone } from '../../../core/time/zone.ts'
import type { Locale } from '../../../core/words.ts'
import type { FormDefinition, Occurrence, ServicePage, ServiceQuery, ServiceRow, ServiceTasks } from '../../../wire/services.ts'
import { withTenant } from '../../database/pool.ts'
import { contractParts, findContracts } from '../../store/contract-queries.ts'
import { textsOf } from '../../store/fact-queries.ts'
import { runningDisputes } from '../../store/disputes.ts'
import { filesOf } from '../../store/files.ts'
import { readRecords } from '../../store/ledger.ts'
import type { StoredRecord } from '../../store/ledger.ts'
import { pageOf } from '../../store/rows.ts'
import { findServices } from '../../store/services.ts'
import type { ServiceRecordRow } from '../../store/services.ts'
import { nameBook } from '../../store/ticket-queries.ts'
import { loadZone } from '../../zones.ts'
import { boundOf, plansFor } from '../plan-of.ts'
import { importFilesIn, importedMark } from '../present/fact.ts'
import { presentAttached } from '../present/file.ts'
import { recordMissing } from '../problem.ts'
import type { Refused } from '../problem.ts'
import type { Call } from '../route.ts'

type View = {
  readonly locale: Locale
  readonly zone: Zone
  readonly texts: Awaited<ReturnType<typeof textsOf>>
  readonly files: Awaited<ReturnType<typeof filesOf>>
  readonly disputes: Awaited<ReturnType<typeof runningDisputes>>
  readonly names: Awaited<ReturnType<typeof nameBook>>
  readonly plan: Plan | undefined
  readonly forCustomer: boolean
}

/** What was answered to one question, in words of the reader. */
function answerWords(kind: FieldKind, value: Json, { locale, zone, names, plan }: View): string {
  const yuan = (fen: Json) => String(Number(fen) / 100)
  // A checklist, a document or a kind is called what the plan calls its record form of that id.
  const codeWords = (code: string) => plan?.forms[code]?.name ?? (plan && deskName(plan, code)) ?? serviceName('choice', code, locale)
  switch (kind) {
    case 'yes-no':
      return serviceWord(value === true ? 'answer.yes' : 'answer.no', {}, locale)
    case 'fen':
      return serviceWord('answer.fen', { yuan: yuan(value) }, locale)
    case 'instant':
      return instantWords(Number(value), { zone }, locale)
    case 'person':
      return names.get(`person/${String(value)}`) ?? String(value)
    case 'choices':
      return (value as readonly string[]).join(serviceWord('comma', {}, locale))
    case 'lines':
      return String(value).replaceAll('\n', serviceWord('comma', {}, locale))
    case 'asset':
      return names.get(`asset/${String(value)}`) ?? String(value)
    case 'list':
      return (value as readonly string[]).map(codeWords).join(serviceWord('comma', {}, locale))
    case 'code':
      return codeWords(String(value))
    case 'occurrence': {
      const { promise, number } = isMap(value) ? value : {}
      const title = plan ? promiseName(plan, String(promise)) : String(promise)
      return number === undefined ? title : serviceWord('answer.occurrence', { promise: title, number: Number(number) }, locale)
    }
    default:
      return String(value)
  }
}

/** Question by question, in the order of the form; free text from beside the fact. */
function saidBy({ type, data, fact }: Entry, view: View): { field: string; label: string; words: string }[] {
  const texts = view.texts.get(fact) ?? {}
  const said = SERVICE_STEPS[type].fields.flatMap(({ id, kind }) => {
    const named =
      kind === 'occurrence' && data.promise !== undefined ? { promise: data.promise, number: data.occurrence as Json } : undefined
    const value = named ?? data[id] ?? texts[id]
    if (value === undefined || (id === 'reason' && value === true)) return []
    return [{ field: id, label: serviceName('field', id, view.locale), words: answerWords(kind, value, view) }]
  })
  const late = (['lateReason', 'lateEvidence'] as const).flatMap((id) =>
    texts[id] === undefined ? [] : [{ field: id, label: serviceName('field', id, view.locale), words: texts[id] }],
  )
  return [...said, ...late]
}

/** What was sent, field by field, free text with it. */
function answersOf({ type, data, fact }: Entry, { texts, plan }: View): ServiceRow['entries'][number]['answers'] {
  const beside = texts.get(fact) ?? {}
  const values = SERVICE_STEPS[type].fields.flatMap(({ id, kind }): [string, Json][] => {
    if (kind === 'occurrence') return data.promise === undefined ? [] : [[id, numberedOccurrence(data)]]
    const value = data[id] === true && beside[id] !== undefined ? beside[id] : (data[id] ?? beside[id])
    return value === undefined ? [] : [[id, kind === 'lines' ? String(value).split('\n') : value]]
  })
  const filled = isMap(data.filled) ? Object.entries(data.filled) : []
  const forms = filled.flatMap(([id, answers]) => {
    const form = plan?.forms[id]
    if (!form) return []
    const said = fieldsOfForm(form).flatMap(({ id: field, kind }): [string, Json][] => {
      const value = (isMap(answers) ? answers[field] : undefined) ?? beside[textKey(id, field)]
      return value === undefined ? [] : [[field, kind === 'lines' ? String(value).split('\n') : value]]
    })
    return [[id, Object.fromEntries(said)] as const]
  })
  return { values: Object.fromEntries(values) as never, forms: Object.fromEntries(forms) as never }
}

function numberedOccurrence({ promise, occurrence }: Entry['data']): Json {
  return { promise: promise ?? '', ...(occurrence === undefined ? {} : { number: occurrence }) }
}

/** Form by form, question by question. */
function formsBy({ data, fact }: Entry, view: View): ServiceRow['entries'][number]['forms'] {
  const texts = view.texts.get(fact) ?? {}
  const filled = isMap(data.filled) ? data.filled : {}
  return Object.entries(filled).flatMap(([id, answers]) => {
    const form = view.plan?.forms[id]
    if (!form || !isMap(answers)) return []
    const said = fieldsOfForm(form).flatMap(({ id: field, name, kind }) => {
      const value = answers[field] ?? texts[textKey(id, field)]
      if (value === undefined) return []
      return [{ field, label: name ?? serviceName('field', field, view.locale), words: answerWords(kind, value, view) }]
    })
    return [{ id, name: form.name, said }]
  })
}

const named = (id: string | null | undefined, name: string | null | undefined) => (id && name ? { id, name } : undefined)
const numbered = (id: string | null, number: string | null) => (id && number ? { id, number } : undefined)

/** An entry keeps what its fact says; that it was imported stands there. */
const imported = ({ fact, data }: Entry) => ({ id: fact, source: 'import', data }) as const

function presentService(row: ServiceRecordRow, view: View): ServiceRow {
  const noun = row.noun as ServiceNoun
  const person = (id: string | undefined) => (id === undefined ? undefined : { id, name: view.names.get(`person/${id}`) ?? id })
  return {
    id: row.id,
    noun,
    title: serviceName('noun', noun, view.locale),
    phase: row.phase,
    version: row.version,
    contract: numbered(row.contract, row.contract_number),
    ticket: numbered(row.ticket, row.ticket_number),
    site: named(row.site, row.site_name),
    asset: named(row.asset, row.asset_name),
    partOf: named(row.part_of, row.part_of_noun === null ? null : serviceName('noun', row.part_of_noun, view.locale)),
    openedAt: row.opened_at,
    entries: row.state_json.entries.map((entry) => ({
      fact: entry.fact,
      type: entry.type,
      words: factWords(entry.type, view.locale),
      at: entry.at,
      by: person(entry.by),
      late: entry.late,
      approvedBy: person(entry.approvedBy),
      voided: entry.voided === true,
      dispute: view.disputes.get(entry.fact),
      imported: importedMark(imported(entry), view),
      answers: answersOf(entry, view),
      said: saidBy(entry, view),
      forms: formsBy(entry, view),
      files: view.files.get(entry.fact)?.map(presentAttached),
    })),
    next: [...nextSteps(noun, row.phase)],
  }
}

type Lists = Call<'service.read', undefined, ServiceQuery, undefined>

/** Every text in what was said: whoever or whatever of it is a person or a device has a name. */
function textsIn(value: Json): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap(textsIn)
  return isMap(value) ? Object.values(value).flatMap(textsIn) : []
}

function namesIn(rows: readonly ServiceRecordRow[]): {
  readonly people: string[]
  readonly teams: []
  readonly assets: string[]
  readonly files: string[]
} {
  const entries = rows.flatMap(({ state_json }) => state_json.entries)
  const said = entries.flatMap(({ data }) => textsIn(data))
  const people = entries.flatMap(({ by, approvedBy }) => [by ?? [], approvedBy ?? []].flat())
  return { people: [...new Set([...people, ...said])], teams: [], assets: [...new Set(said)], files: importFilesIn(entries.map(imported)) }
}

type Reader = Pick<Lists, 'http' | 'caller' | 'locale'>

/** The records that are asked for, with what it takes to show each: its plan, its texts and files, the names in it. */
export async function loadServices({ http, caller, locale }: Reader, query: Parameters<typeof findServices>[2]) {
  const { rows, texts, files, disputes, names, contracts } = await withTenant(http.services.pool, caller.tenant, async (tx) => {
    const found = await findServices(tx, caller, query)
    const facts = found.flatMap(({ state_json }) => state_json.entries.map((entry) => entry.fact))
    const ids = [...new Set(found.flatMap(({ contract }) => contract ?? []))]
    const hashes = await tx.query<{ id: string; bound_hash: string }>('SELECT id, bound_hash FROM contract WHERE id = ANY($1)', [ids])
    return {
      rows: found,
      texts: await textsOf(tx, facts),
      files: await filesOf(tx, facts),
      disputes: await runningDisputes(tx, facts),
      names: await nameBook(tx, namesIn(found)),
      contracts: hashes,
    }
  })
  const plans = await plansFor(http, caller.tenant, contracts)
  const planOf = ({ contract }: ServiceRecordRow) => plans.get(contracts.find(({ id }) => id === contract)?.bound_hash ?? '')?.plan
  const show = (row: ServiceRecordRow): ServiceRow => {
    const plan = planOf(row)
    const zone = loadZone(plan?.timezone ?? 'Asia/Shanghai')
    return presentService(row, { locale, zone, texts, files, disputes, names, plan, forCustomer: caller.customer !== undefined })
  }
  return { rows, planOf, show }
}

/** Service records of a contract, of a ticket, or of all. */
export async function listServices({ http, caller, query, locale }: Lists): Promise<ServicePage> {
  const { rows, show } = await loadServices({ http, caller, locale }, query)
  return pageOf(rows, { limit: query.limit, place: (row) => [row.changed_at, row.id], show })
}

/** `kind == "inspection"`: the values that a plan tells one deed from another by. */
const EQUALS = /([A-Za-z]\w*) == "([^"]{1,60})"/g

/** What a plan listens to beside tickets, and the values that its conditions name, by fact type and field. */
function heardBy({ promises }: Plan): ReadonlyMap<ServiceType, Readonly<Record<string, readonly string[]>>> {
  const heard = new Map<ServiceType, Record<string, string[]>>()
  for (const leaf of Object.values(promises)
    .flatMap(clauseEvents)
    .flatMap(({ event }) => leavesOf(event))) {
    if (leaf.kind !== 'fact' || !isServiceType(leaf.type)) continue
    const values = heard.get(leaf.type) ?? {}
    for (const [, field = '', value = ''] of (leaf.where?.cel ?? '').matchAll(EQUALS))
      values[field] = [...new Set([...(values[field] ?? []), value])]
    heard.set(leaf.type, values)
  }
  return heard
}

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
  const [noun, id] = subject.split('/')
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
    return { row, parts, records: await readRecords(tx, [`contract/${row.id}`, ...places]) }
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
    desks: desksOf(agreed.plan),
    occurrences: occurrences.sort((a, b) => a.until - b.until),
  }
}

/** Somebody is on duty in a role of the plan, or at one of its lines. */
export function deskName({ roles, channels }: Plan, id: string): string | undefined {
  if (Object.hasOwn(roles, id)) return roles[id]?.name
  return Object.hasOwn(channels, id) ? channels[id]?.name : undefined
}

function desksOf(plan: Plan): ServiceTasks['desks'] {
  const own = Object.values(plan.roles).flatMap(({ id, side }) => (side === 'customer' ? [] : [id]))
  return [...new Set([...own, ...Object.keys(plan.channels)])].map((id) => ({ id, name: deskName(plan, id) ?? id }))
}

function presentForm({ id, name, text, signedBy, fields }: RecordForm): FormDefinition {
  return { id, name, text, signedBy, fields: fields.map((one) => ({ ...one, choices: [...one.choices] })) }
}

function phaseLists({ schedule }: RecurringClause): readonly string[] {
  return schedule.kind === 'phases' ? schedule.phases.flatMap(({ checklist }) => checklist ?? []) : []
}
