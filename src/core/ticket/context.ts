import type { Fact, FactSource, FactType, Json, Subject } from '../fact.ts'
import type { Plan } from '../plan/types.ts'
import type { Instant } from '../time/instant.ts'
import type { WhenItHappened } from './command.ts'
import type { Refusal } from './refusal.ts'
import type { TicketState } from './state.ts'

/** All that a decision may know beside the state. Time and ids are arguments and end up in the facts; nothing is made inside. */
export type TicketContext = {
  readonly ticket: string
  readonly now: Instant
  readonly person: string
  /** the role in which the person acts, named by waivers */
  readonly role?: string | undefined
  readonly newId: () => string
  readonly source?: FactSource | undefined
  /** a hand entry older than this is a 补录 */
  readonly backfillMs: number
  /** the plan that rules the ticket; undefined: no contract */
  readonly plan: Pick<Plan, 'grades' | 'reasons' | 'promises'> | undefined
}

/** Time, place and device of the report, as they stood at that moment: the engine never joins later. */
export type OpeningContext = TicketContext & {
  readonly number: string
  readonly team?: string | undefined
  /** the site's zone and dimensions, the asset's class and dimensions, the contract's choices */
  readonly dimensions: Readonly<Record<string, string>>
}

export type NewFact = Omit<Fact, 'seq' | 'recordedAt'>
/** Free text or personal data of a new fact: it stands beside it under a salted hash and can be erased. */
export type NewText = { readonly factId: string; readonly field: string; readonly text: string }

export type Decision = { readonly ok: true; readonly facts: readonly NewFact[]; readonly texts: readonly NewText[] } | { readonly ok: false; readonly refusal: Refusal }

export function refuse(code: Refusal['code'], params: Refusal['params'] = {}, field?: string): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal: { code, params, field } }
}

type Said = Readonly<Record<string, string | undefined>>
export type Statement = { readonly type: FactType; readonly data?: Readonly<Record<string, Json | undefined>>; readonly texts?: Said; readonly subject?: Subject }

function without(data: Readonly<Record<string, Json | undefined>>): Fact['data'] {
  return Object.fromEntries(Object.entries(data).filter((entry): entry is [string, Json] => entry[1] !== undefined))
}

/** The time of an entry by hand, or why it cannot be that time. */
function checkTime(state: TicketState, context: TicketContext, when: WhenItHappened): Refusal | undefined {
  const { occurredAt, lateReason, lateEvidence } = when
  if (occurredAt === undefined) return undefined
  if (occurredAt > context.now) return { code: 'in-future', params: {}, field: 'occurredAt' }
  if (state.phase !== 'absent' && occurredAt < state.reportedAt) return { code: 'before-report', params: {}, field: 'occurredAt' }
  if ((context.source ?? 'hand') !== 'hand' || context.now - occurredAt <= context.backfillMs) return undefined
  const minutes = Math.floor((context.now - occurredAt) / 60_000)
  if (!lateReason?.trim()) return { code: 'late-reason', params: { minutes }, field: 'lateReason' }
  return lateEvidence?.trim() ? undefined : { code: 'late-evidence', params: { minutes }, field: 'lateEvidence' }
}

/**
 * Facts of one command: all at the time when it happened, by one person, about the ticket, its contract and its device.
 * Of a back-filled one (补录) the data says that reason and evidence are there; their wording stands beside it.
 */
export function state(standing: TicketState, context: TicketContext, when: WhenItHappened, statements: readonly Statement[]): Decision {
  const wrong = checkTime(standing, context, when)
  if (wrong) return { ok: false, refusal: wrong }
  const occurredAt = when.occurredAt ?? context.now
  const late = (context.source ?? 'hand') === 'hand' && context.now - occurredAt > context.backfillMs
  const facts: NewFact[] = []
  const texts: NewText[] = []
  for (const one of statements) {
    const id = context.newId()
    const said: Said = late ? { ...one.texts, lateReason: when.lateReason, lateEvidence: when.lateEvidence } : (one.texts ?? {})
    const data = late ? { reason: true, evidence: true, ...one.data } : (one.data ?? {})
    for (const [field, text] of Object.entries(said)) if (text !== undefined && text.trim() !== '') texts.push({ factId: id, field, text: text.trim() })
    facts.push({ id, ...named(standing, context, one), type: one.type, occurredAt, source: context.source ?? 'hand', by: context.person, data: without(data) })
  }
  return { ok: true, facts, texts }
}

/** Whom a fact is about: a visit's own facts name their ticket, and all name contract and device. */
function named(standing: TicketState, context: TicketContext, one: Statement): Pick<Fact, 'subject' | 'also'> {
  const ticket: Subject = `ticket/${context.ticket}`
  const contract = standing.contract ?? (typeof one.data?.contract === 'string' ? one.data.contract : undefined)
  const asset = standing.asset ?? (typeof one.data?.asset === 'string' ? one.data.asset : undefined)
  const also = [one.subject === undefined ? undefined : ticket, contract && (`contract/${contract}` as const), asset && (`asset/${asset}` as const)]
  return { subject: one.subject ?? ticket, also: also.filter((subject): subject is Subject => Boolean(subject)) }
}
