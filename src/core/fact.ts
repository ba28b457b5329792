import type { Instant } from './time/instant.ts'

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

export function isMap(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** How a fact reached us. Only `hand` can be a 补录 (back-filled entry); the others carry their own evidence of when. */
export type FactSource = 'hand' | 'phone' | 'mail' | 'device' | 'import' | 'system'

/** What facts are about, as `noun/id`: `ticket/T1`, `asset/A7`, `visit/V3`, `contract/C2`. */
export type Subject = `${string}/${string}`

/** The vocabulary: noun → past participles. A fact type is `noun.participle`. */
export const FACTS = {
  ticket: [
    'reported',
    'graded',
    'accepted',
    'replied',
    'answered',
    'plan-sent',
    'judged',
    'assigned',
    'transferred',
    'paused',
    'resumed',
    'restored',
    'confirmed',
    'refused',
    'reopened',
    'closed',
    'cancelled',
    'merged',
    'noted',
    'edited',
    'split',
    'related',
    'unrelated',
    'messaged',
  ],
  remote: ['authorised', 'started', 'failed', 'solved', 'ended'],
  visit: ['needed', 'planned', 'agreed', 'dispatched', 'declined', 'departed', 'arrived', 'left', 'done', 'signed'],
  work: ['started', 'failed', 'succeeded'],
  part: ['requested', 'arrived', 'replaced', 'taken-back'],
  loan: ['delivered', 'returned', 'damaged'],
  rma: ['shipped', 'received', 'quoted', 'paid', 'returned'],
  asset: ['accepted', 'handed-over', 'in-service', 'tested', 'reconnected', 'described', 'scrapped'],
  contract: ['signed', 'shipped', 'delivered', 'commissioned', 'accepted', 'attested', 'amended', 'ended'],
  cover: ['started', 'extended', 'excluded', 'ended'],
  callback: ['made'],
  report: ['delivered'],
  survey: ['answered'],
  complaint: ['opened', 'assigned', 'answered', 'closed'],
  call: ['made'],
  notice: ['delivered'],
  training: ['held'],
  document: ['issued'],
  form: ['filled'],
  approval: ['given'],
  invoice: ['shown', 'issued'],
  remedy: ['settled'],
  task: ['done'],
  escalation: ['told', 'acknowledged', 'ended'],
  event: ['announced'],
  stock: ['changed'],
  shift: ['planned', 'dropped'],
  obligation: ['waived', 'excused', 'moved'],
  calendar: ['published'],
  fact: ['corrected', 'voided', 'approved', 'refused', 'disputed', 'answered', 'settled'],
} as const

type Vocabulary = typeof FACTS
/** `ticket.reported`, `visit.arrived` … */
export type FactType = { [Noun in keyof Vocabulary]: `${Noun & string}.${Vocabulary[Noun][number]}` }[keyof Vocabulary]

export type FactNoun = keyof Vocabulary

export function isFactType(text: string): text is FactType {
  const [noun, participle] = text.split('.', 2)
  const known = noun !== undefined && Object.hasOwn(FACTS, noun) ? FACTS[noun as FactNoun] : []
  return text.split('.').length === 2 && (known as readonly string[]).includes(participle ?? '')
}

/**
 * One thing that happened: immutable, append-only.
 * `occurredAt`: when it happened; `recordedAt`: when we learned it (epoch ms, `recordedAt ≥ occurredAt` in practice, not by force);
 * `seq`: its position in the tenant's ledger, the last tie-breaker of every order;
 * `by`: the person who says so. `data` never holds free text or personal data: those stand beside it and can be erased.
 * Corrections: `fact.corrected {of, field, from, to, reason}`, `fact.voided {of, reason}`, `fact.approved {of}` name the other fact's id in `data.of`;
 * so do `fact.refused` (an approval that was asked for), and `fact.answered` and `fact.settled` of a dispute.
 */
export type Fact = {
  readonly id: string
  readonly seq: number
  readonly subject: Subject
  readonly also: readonly Subject[]
  readonly type: FactType
  readonly occurredAt: Instant
  readonly recordedAt: Instant
  readonly source: FactSource
  readonly by?: string | undefined
  readonly data: { readonly [key: string]: Json }
}

/** All subjects that a fact is about, its own first. */
export function subjectsOf(fact: Pick<Fact, 'subject' | 'also'>): readonly Subject[] {
  return [fact.subject, ...fact.also]
}
