import { isMap } from '../../../core/fact.ts'
import type { Json } from '../../../core/fact.ts'
import { spanWords } from '../../../core/plan/span-words.ts'
import type { Plan } from '../../../core/plan/types.ts'
import { factWords, promiseName } from '../../../core/promise/event-words.ts'
import { instantWords } from '../../../core/promise/say.ts'
import { wordName } from '../../../core/service/known-words.ts'
import { serviceName, serviceWord } from '../../../core/service/refusal.ts'
import { readSignature } from '../../../core/service/fields.ts'
import { fieldsOfForm, isTextKey, photosOf, textKey } from '../../../core/service/record-forms.ts'
import type { Entry } from '../../../core/service/state.ts'
import { SERVICE_STEPS, nextSteps } from '../../../core/service/vocabulary.ts'
import type { ServiceField, ServiceNoun } from '../../../core/service/vocabulary.ts'
import type { Zone } from '../../../core/time/zone.ts'
import type { Locale } from '../../../core/words.ts'
import type { ServicePage, ServiceQuery, ServiceRow } from '../../../wire/services.ts'
import { withTenant } from '../../database/pool.ts'
import { textsOf } from '../../store/fact-queries.ts'
import { runningDisputes } from '../../store/disputes.ts'
import { filesOf } from '../../store/files.ts'
import { pageOf } from '../../store/rows.ts'
import { findServices } from '../../store/services.ts'
import type { ServiceRecordRow } from '../../store/services.ts'
import { nameBook } from '../../store/ticket-queries.ts'
import { loadZone } from '../../zones.ts'
import { plansFor } from '../plan-of.ts'
import { importFilesIn, importedMark } from '../present/fact.ts'
import { presentAttached } from '../present/file.ts'
import type { Call } from '../route.ts'

type Said = ServiceRow['entries'][number]['forms'][number]['said'][number]

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
function answerWords({ id, kind }: Pick<ServiceField, 'id' | 'kind'>, value: Json, { locale, zone, names, plan }: View): string {
  const yuan = (fen: Json) => String(Number(fen) / 100)
  // A checklist, a document or a kind is called what the plan calls its record form of that id.
  const codeWords = (code: string) => plan?.forms[code]?.name ?? (plan && deskName(plan, code)) ?? serviceName('choice', code, locale)
  switch (kind) {
    case 'word':
      return plan ? wordName(plan, { field: id, id: String(value) }, locale) : String(value)
    case 'duration':
      return spanWords(String(value), locale) ?? String(value)
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
      return id === 'cover' && plan && Object.hasOwn(plan.promises, String(value))
        ? promiseName(plan, String(value))
        : codeWords(String(value))
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
function saidBy({ type, data, fact }: Entry, view: View): Said[] {
  const texts = view.texts.get(fact) ?? {}
  const said = SERVICE_STEPS[type].fields.flatMap(({ id, kind, called = id }) => {
    const named =
      kind === 'occurrence' && data.promise !== undefined ? { promise: data.promise, number: data.occurrence as Json } : undefined
    const value = named ?? data[id] ?? texts[id]
    if (value === undefined || (id === 'reason' && value === true)) return []
    return [{ field: id, label: serviceName('field', called, view.locale), words: answerWords({ id, kind }, value, view) }]
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
      const [own, text] = [isMap(answers) ? answers[field] : undefined, beside[textKey(id, field)]]
      const value = own ?? text
      if (value === undefined) return []
      if (kind === 'signature') return [[field, { ...(isMap(own) ? own : {}), ...(text === undefined ? {} : { name: text }) }]]
      return [[field, kind === 'lines' ? String(value).split('\n') : value]]
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
      const beside = texts[textKey(id, field)]
      const value = answers[field] ?? beside
      if (value === undefined) return []
      if (kind === 'photo' || kind === 'signature') return [pictured({ field, name: name ?? field, kind }, { value, beside, fact }, view)]
      return [{ field, label: name ?? serviceName('field', field, view.locale), words: answerWords({ id: field, kind }, value, view) }]
    })
    return [{ id, name: form.name, said }]
  })
}

type Pictured = { readonly value: Json; readonly beside: string | undefined; readonly fact: string }

/** Photos by the names of their files, a signature by who signed; with the pictures themselves. */
function pictured(
  { field, name, kind }: { readonly field: string; readonly name: string; readonly kind: 'photo' | 'signature' },
  { value, beside, fact }: Pictured,
  { files, locale }: View,
): Said {
  const ids = kind === 'photo' ? photosOf(value) : signatureFile(value)
  const pictures = (files.get(fact) ?? []).filter(({ id }) => ids.includes(id)).map(presentAttached)
  const named = pictures.map((one) => one.name).join(serviceWord('comma', {}, locale))
  const signed = beside === undefined ? serviceWord('answer.signed', {}, locale) : serviceWord('answer.signed-by', { name: beside }, locale)
  if (pictures.length === 0) return { field, label: name, words: beside ?? '—' }
  return { field, label: name, words: kind === 'photo' ? named : signed, pictures }
}

function signatureFile(value: Json): readonly string[] {
  const file = readSignature(value)?.file
  return file === undefined ? [] : [file]
}

/** What stands with the step and not in one of its forms; of a customer's people our working papers are kept. */
function besideForms({ fact }: Entry, forms: ServiceRow['entries'][number]['forms'], { files, forCustomer }: View) {
  if (forCustomer) return undefined
  const within = forms.flatMap(({ said }) => said.flatMap(({ pictures = [] }) => pictures.map(({ id }) => id)))
  const others = files.get(fact)?.filter(({ id }) => !within.includes(id))
  return others?.map(presentAttached)
}

const named = (id: string | null | undefined, name: string | null | undefined) => (id && name ? { id, name } : undefined)
const numbered = (id: string | null, number: string | null) => (id && number ? { id, number } : undefined)

/** An entry keeps what its fact says; that it was imported stands there. */
const imported = ({ fact, data }: Entry) => ({ id: fact, source: 'import', data }) as const

function presentService(row: ServiceRecordRow, view: View): ServiceRow {
  const noun = row.noun as ServiceNoun
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
    entries: row.state_json.entries.map((entry) => presentEntry(entry, view)),
    next: [...nextSteps(noun, row.phase)],
  }
}

function presentEntry(entry: Entry, view: View): ServiceRow['entries'][number] {
  const person = (id: string | undefined) => (id === undefined ? undefined : { id, name: view.names.get(`person/${id}`) ?? id })
  const forms = formsBy(entry, view)
  return {
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
    forms,
    files: besideForms(entry, forms, view),
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

/** A customer's people read what was recorded and what stands on its forms, and none of our notes beside it. */
function textsOnForms(texts: View['texts']): View['texts'] {
  const onForms = (own: Readonly<Record<string, string>>) => Object.fromEntries(Object.entries(own).filter(([key]) => isTextKey(key)))
  return new Map([...texts].map(([fact, own]) => [fact, onForms(own)]))
}

type Reader = Pick<Lists, 'http' | 'caller' | 'locale'>

/** The records that are asked for, with what it takes to show each: its plan, its texts and files, the names in it. */
export async function loadServices({ http, caller, locale }: Reader, query: Parameters<typeof findServices>[2]) {
  const { rows, texts, files, disputes, names, contracts } = await withTenant(http.services.pool, caller.tenant, async (tx) => {
    const found = await findServices(tx, caller, query)
    const facts = found.flatMap(({ state_json }) => state_json.entries.map((entry) => entry.fact))
    const ids = [...new Set(found.flatMap(({ contract }) => contract ?? []))]
    const hashes = await tx.query<{ id: string; bound_hash: string }>('SELECT id, bound_hash FROM contract WHERE id = ANY($1)', [ids])
    const written = await textsOf(tx, facts)
    return {
      rows: found,
      texts: caller.customer === undefined ? written : textsOnForms(written),
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

/** Somebody is on duty in a role of the plan, or at one of its lines. */
export function deskName({ roles, channels }: Plan, id: string): string | undefined {
  if (Object.hasOwn(roles, id)) return roles[id]?.name
  return Object.hasOwn(channels, id) ? channels[id]?.name : undefined
}
