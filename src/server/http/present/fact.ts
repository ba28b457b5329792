import { isMap } from '../../../core/fact.ts'
import type { Fact, FactType, Json, Subject } from '../../../core/fact.ts'
import { BACKFILL_MS, isBackfilled } from '../../../core/promise/backfill.ts'
import { factWords } from '../../../core/promise/event-words.ts'
import { TIES } from '../../../core/ticket/ties.ts'
import { importedFrom } from '../../../core/promise/imported.ts'
import type { BoundPlan } from '../../../core/promise/types.ts'
import { promiseName, reasonName } from '../../../core/promise/why.ts'
import { fieldsOfForm } from '../../../core/service/record-forms.ts'
import { serviceName } from '../../../core/service/refusal.ts'
import { sayConflict } from '../../../core/ticket/refusal.ts'
import type { Locale } from '../../../core/words.ts'
import type { Fact as FactOut } from '../../../wire/facts.ts'
import type { Sheet } from '../../cutover/columns.ts'
import { LAYOUT } from '../../cutover/columns.ts'
import type { runningDisputes } from '../../store/disputes.ts'
import type { FileOfFact } from '../../store/files.ts'
import { sayKnown, saySentence } from '../../words/say.ts'
import { rungName } from '../names.ts'
import { presentAttached } from './file.ts'

export type FactView = {
  readonly locale: Locale
  readonly bound: BoundPlan | undefined
  readonly texts: ReadonlyMap<string, Readonly<Record<string, string>>>
  readonly files: ReadonlyMap<string, readonly FileOfFact[]>
  /** `person/…` and `team/…` → name */
  readonly names: ReadonlyMap<string, string>
  /** objections that run, by the entry that they are about */
  readonly disputes: Awaited<ReturnType<typeof runningDisputes>>
  /** a customer's person reads what was said to them, and no internal note */
  readonly forCustomer: boolean
  readonly backfillMs: number
  /** whose page it is: what ties two tickets reads differently on either */
  readonly about?: Subject | undefined
}

type Gathered = Pick<FactView, 'texts' | 'files' | 'disputes' | 'names' | 'about'>
type Reader = Pick<FactView, 'locale' | 'bound'> & { readonly caller: { readonly customer?: string | undefined } }

/** What was gathered about some facts, for who reads them. */
export function factViewFor({ texts, files, disputes, names, about }: Gathered, { caller, locale, bound }: Reader): FactView {
  const forCustomer = caller.customer !== undefined
  return { locale, bound, texts, files, disputes, names, forCustomer, backfillMs: bound?.backfillMs ?? BACKFILL_MS, about }
}

/** Notes among ourselves, and how we arrange the work. */
const INTERNAL: readonly string[] = [
  'ticket.noted',
  'ticket.transferred',
  'ticket.related',
  'ticket.unrelated',
  'task.done',
  'escalation.told',
  'escalation.acknowledged',
  'escalation.ended',
  'fact.corrected',
  'fact.voided',
  'fact.approved',
]
/** Whose texts were said to the customer, or by them. */
const SAID: readonly string[] = [
  'ticket.reported',
  'ticket.replied',
  'ticket.answered',
  'ticket.plan-sent',
  'ticket.restored',
  'ticket.confirmed',
  'ticket.refused',
  'ticket.reopened',
  'ticket.messaged',
  'ticket.merged',
  'contract.signed',
  'contract.attested',
  'fact.disputed',
  'fact.answered',
  'fact.settled',
]

const text = (value: Json | undefined) => (typeof value === 'string' ? value : '')

/** A customer's people read the words of these facts, and the files that they carry. */
export function isSaidToCustomer(type: FactType): boolean {
  return SAID.includes(type)
}

export function isInternal(fact: Fact): boolean {
  return INTERNAL.includes(fact.type)
}

/** Facts about a subject as a timeline, in the order in which they happened, with what later facts say of earlier ones. */
export function presentFacts(facts: readonly Fact[], view: FactView): FactOut[] {
  const shown = view.forCustomer ? facts.filter((fact) => !isInternal(fact)) : facts
  const about = Map.groupBy(
    facts.filter((fact) => typeof fact.data.of === 'string'),
    (fact) => text(fact.data.of),
  )
  return shown
    .toSorted((a, b) => a.occurredAt - b.occurredAt || a.seq - b.seq)
    .map((fact) => presentFact(fact, about.get(fact.id) ?? [], view))
}

function presentFact(fact: Fact, about: readonly Fact[], view: FactView): FactOut {
  const corrections = about.filter((one) => one.type === 'fact.corrected')
  const voided = about.find((one) => one.type === 'fact.voided')
  return {
    id: fact.id,
    seq: fact.seq,
    subject: fact.subject,
    also: [...fact.also],
    type: fact.type,
    occurredAt: fact.occurredAt,
    recordedAt: fact.recordedAt,
    source: fact.source,
    by: fact.by === undefined ? undefined : { id: fact.by, name: view.names.get(`person/${fact.by}`) ?? fact.by },
    data: (view.forCustomer ? withoutRouting(fact.data) : fact.data) as FactOut['data'],
    texts: view.forCustomer && !SAID.includes(fact.type) ? {} : textsShown(fact, view),
    files: filesShown(fact, view),
    words: routedWords(fact, view) ?? factSentence(fact, view),
    backfill: backfillOf(fact, about, view),
    imported: importedMark(fact, view),
    conflict: fact.data.conflict === undefined || view.forCustomer ? undefined : conflictWords(fact, view.locale),
    corrected:
      corrections.length === 0
        ? undefined
        : corrections.map((one) => ({
            fact: one.id,
            field: text(one.data.field),
            from: one.data.from as never,
            to: one.data.to as never,
            at: one.recordedAt,
          })),
    voided: voided && { fact: voided.id, at: voided.recordedAt },
    dispute: view.disputes.get(fact.id),
    visibility: isInternal(fact) ? 'internal' : 'all',
  }
}

/** What was written on a record form is called by the form and its field; everything else keeps its key. */
function textsShown({ id }: Fact, { texts, bound, locale }: FactView): FactOut['texts'] {
  const label = (key: string): string => {
    const [of = '', field] = key.split('/', 2)
    const form = field !== undefined && bound !== undefined && Object.hasOwn(bound.plan.forms, of) ? bound.plan.forms[of] : undefined
    if (!form || field === undefined) return key
    const asked = fieldsOfForm(form).find((one) => one.id === field)
    return `${form.name} · ${asked?.name ?? serviceName('field', field, locale)}`
  }
  return Object.fromEntries(Object.entries(texts.get(id) ?? {}).map(([key, said]) => [label(key), said]))
}

/** The files from which some of these facts were imported. */
export function importFilesIn(facts: readonly Pick<Fact, 'source' | 'data'>[]): string[] {
  return [...new Set(facts.flatMap((fact) => importedFrom(fact)?.file ?? []))]
}

/** A customer's person is told that it was imported, and nothing of the file. */
export function importedMark(
  fact: Pick<Fact, 'id' | 'source' | 'data'>,
  { locale, texts, names, forCustomer }: Pick<FactView, 'locale' | 'texts' | 'names' | 'forCustomer'>,
): FactOut['imported'] {
  const from = importedFrom(fact)
  if (!from || forCustomer) return undefined
  const number = texts.get(fact.id)?.formerNumber
  const file = { id: from.file, name: names.get(`file/${from.file}`) ?? from.file }
  return { file, sheet: LAYOUT.sheetName(from.sheet as Sheet, locale), row: from.row, number }
}

function filesShown({ id, type }: Fact, { files, forCustomer }: FactView): FactOut['files'] {
  const carried = files.get(id)
  if (carried === undefined || (forCustomer && !isSaidToCustomer(type))) return undefined
  return carried.map(presentAttached)
}

/** `派给 林晓棠`, `暂停，等客户`: the fact in one line, with names for the ids that it carries. */
export function factSentence(fact: Fact, view: Pick<FactView, 'locale' | 'bound' | 'names' | 'about'>): string {
  const { locale, bound, names } = view
  const { data } = fact
  const tie = tieSentence(fact, view)
  if (tie !== undefined) return tie
  const told = escalationSentence(fact, view)
  if (told !== undefined) return told
  const line = fact.type === 'ticket.reported' ? bound?.plan.channels[text(data.line)]?.name : undefined
  const grade = bound?.plan.grades.find((one) => one.id === data.grade)?.name ?? text(data.grade)
  const words = sayKnown(
    locale,
    { key: `fact.${fact.type}`, otherwise: 'fact.other' },
    {
      type: factWords(fact.type, locale),
      grade,
      person: names.get(`person/${text(data.person)}`) ?? text(data.person),
      team: names.get(`team/${text(data.team)}`) ?? text(data.team),
      reason: bound ? reasonName(bound.plan, text(data.reason), locale) : text(data.reason),
      promise: bound ? promiseName(bound.plan, text(data.promise)) : text(data.promise),
    },
  ).trim()
  return line === undefined ? words : saySentence(locale, 'fact.by-line', { words, line })
}

/** `并入 GD-2026-000042`, on the other page `GD-2026-000041 并入本单`; undefined: it ties no tickets, or the other one's number is not at hand. */
function tieSentence(fact: Fact, { locale, names, about }: Pick<FactView, 'locale' | 'names' | 'about'>): string | undefined {
  const { data, type, subject } = fact
  if (!TIES.includes(type)) return undefined
  const named = text(data.into ?? data.from ?? data.to)
  const here = about !== undefined && about === named
  const ticket = names.get(here ? subject : named)
  if (ticket === undefined) return undefined
  const key = `fact.${type}-${here && (type === 'ticket.merged' || type === 'ticket.split') ? 'here' : 'named'}`
  return sayKnown(locale, { key, otherwise: 'fact.other' }, { ticket })
}

/** `到场升级至服务经理，告知顾南`; undefined: it is no escalation. */
function escalationSentence(fact: Fact, view: Pick<FactView, 'locale' | 'bound' | 'names'>): string | undefined {
  const { type, data } = fact
  if (!type.startsWith('escalation.')) return undefined
  const { locale, bound, names } = view
  const people = (Array.isArray(data.people) ? data.people : []).map((one) => names.get(`person/${text(one)}`) ?? text(one))
  const nobody = type === 'escalation.told' && people.length === 0
  const key = nobody
    ? 'fact.escalation.told-nobody'
    : type === 'escalation.ended'
      ? `fact.escalation.${data.why === 'withdrawn' ? 'withdrawn' : 'done'}`
      : `fact.${type}`
  return sayKnown(
    locale,
    { key, otherwise: 'fact.other' },
    {
      type: factWords(type, locale),
      promise: bound ? promiseName(bound.plan, text(data.promise)) : text(data.promise),
      role: data.role === undefined ? '' : rungName(text(data.role), { bound, locale, names }),
      people: people.join(locale === 'en' ? ', ' : '、'),
    },
  )
}

/** How we arrange the work is not the customer's. */
function withoutRouting({ routed, ...data }: Fact['data']): Fact['data'] {
  if (routed === undefined) return data
  return Object.fromEntries(Object.entries(data).filter(([field]) => field !== 'team' && field !== 'priority'))
}

/** 分派: where the rules of the firm sent a report, by which, and which of its conditions held. */
function routedWords(fact: Fact, view: FactView): string | undefined {
  const { routed } = fact.data
  if (fact.type !== 'ticket.reported' || !isMap(routed) || view.forCustomer) return undefined
  const { locale, names } = view
  const team = names.get(`team/${text(fact.data.team)}`) ?? text(fact.data.team)
  const held = (Array.isArray(routed.held) ? routed.held : []).map((one) => saySentence(locale, `routing.${text(one)}` as 'routing.types'))
  const params = { team, name: text(routed.name), conditions: held.join(locale === 'en' ? ', ' : '、') }
  const key =
    team === ''
      ? 'routing.said-nowhere'
      : routed.rule === undefined
        ? 'routing.said-otherwise'
        : held.length === 0
          ? 'routing.said-always'
          : 'routing.said'
  const ranked = routed.rankedBy === undefined ? '' : saySentence(locale, 'routing.said-ranked', { name: text(routed.rankedBy) })
  return saySentence(locale, 'routing.reported', { words: factSentence(fact, view), sent: saySentence(locale, key, params) + ranked })
}

function conflictWords(fact: Fact, locale: Locale): string {
  const code = text(fact.data.conflict)
  return sayConflict(code, locale)
}

/** 补录: why so late, and whether another person approved it; shown to the customer too. */
function backfillOf(fact: Fact, about: readonly Fact[], view: FactView): FactOut['backfill'] {
  if (!isBackfilled(fact, view.backfillMs)) return undefined
  const approval = about.find((one) => one.type === 'fact.approved' && one.by !== fact.by)
  const texts = view.texts.get(fact.id)
  return {
    lateMs: fact.recordedAt - fact.occurredAt,
    reason: texts?.lateReason ?? (text(fact.data.lateReason) || undefined),
    evidence: texts?.lateEvidence ?? (text(fact.data.lateEvidence) || undefined),
    approved: approval && {
      by: approval.by === undefined ? undefined : { id: approval.by, name: view.names.get(`person/${approval.by}`) ?? approval.by },
      at: approval.recordedAt,
    },
  }
}
