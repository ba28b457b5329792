import type { Fact } from '../../wire/facts.ts'
import type { IconName } from '../../ui/Icon.tsx'
import type { WordKey, WordsInUse } from '../../ui/words/say.ts'
import { dayWords } from '../../ui/time.ts'
import type { Zoned } from '../../ui/time.ts'

const ICONS: Readonly<Record<string, IconName>> = {
  'ticket.reported': 'phone',
  'ticket.graded': 'bolt',
  'ticket.accepted': 'check',
  'ticket.replied': 'phone',
  'ticket.answered': 'check',
  'ticket.plan-sent': 'document',
  'ticket.judged': 'find',
  'ticket.assigned': 'user',
  'ticket.transferred': 'users',
  'ticket.paused': 'pause',
  'ticket.resumed': 'play',
  'ticket.restored': 'check',
  'ticket.confirmed': 'check',
  'ticket.refused': 'no',
  'ticket.reopened': 'undo',
  'ticket.closed': 'lock',
  'ticket.cancelled': 'close',
  'ticket.merged': 'merge',
  'ticket.split': 'link',
  'ticket.related': 'link',
  'ticket.unrelated': 'close',
  'ticket.messaged': 'mail',
  'ticket.noted': 'lock',
  'ticket.edited': 'pencil',
  'visit.needed': 'wrench',
  'visit.arrived': 'pin',
  'visit.done': 'check',
  'obligation.waived': 'shield',
  'fact.disputed': 'flag',
  'fact.answered': 'flag',
  'fact.settled': 'flag',
  'obligation.excused': 'shield',
  'fact.corrected': 'pencil',
  'fact.voided': 'close',
  'fact.approved': 'check',
}

export function iconOf(type: string): IconName {
  return ICONS[type] ?? (type.startsWith('remote.') ? 'screen' : 'clock')
}

/** A note among ourselves, something said to the customer, what the customer wrote, or a plain line. */
export function faceOf(fact: Pick<Fact, 'type' | 'texts'>): 'note' | 'message' | 'customer' | 'line' {
  if (fact.type === 'ticket.messaged') return 'customer'
  if (fact.type === 'ticket.noted') return 'note'
  const said = fact.type === 'ticket.replied' || fact.type === 'ticket.answered' || fact.type === 'ticket.plan-sent'
  return said && fact.texts.summary !== undefined ? 'message' : 'line'
}

/** Reported by whoever scanned the code of a device: who that was is only what they said. */
export function isUnverified({ type, by, data }: Pick<Fact, 'type' | 'by' | 'data'>): boolean {
  return type === 'ticket.reported' && by === undefined && data.channel === 'qr'
}

/** The text that a fact is about; the rest are named one by one. */
const MAIN = ['text', 'summary', 'description', 'reason', 'note'] as const
/** Shown elsewhere: the title above the page, what a back-filled entry says in its own place, contacts in their row. */
const ELSEWHERE = ['title', 'formerNumber', 'lateReason', 'lateEvidence', 'contactName', 'contactPhone']

export type FactTexts = { readonly main: string | undefined; readonly others: readonly (readonly [string, string])[] }

export function textsOf({ texts }: Pick<Fact, 'texts'>): FactTexts {
  const mainKey = MAIN.find((key) => texts[key] !== undefined)
  const others = Object.entries(texts).filter(([key, value]) => key !== mainKey && !ELSEWHERE.includes(key) && value !== '')
  return { main: mainKey === undefined ? undefined : texts[mainKey], others }
}

export type Day = { readonly name: string; readonly facts: readonly Fact[] }

/** Facts under the days on which they happened, on the site's calendar. */
export function byDay(facts: readonly Fact[], now: number, zoned: Zoned): readonly Day[] {
  const days = Map.groupBy(facts, (fact) => dayWords(fact.occurredAt, now, zoned))
  return [...days].map(([name, ones]) => ({ name, facts: ones }))
}

/** What of a fact may be corrected: what it says, and when it happened. Ids of records are not retyped by hand. */
const FIXED = [
  'number',
  'plan',
  'type',
  'customer',
  'contract',
  'asset',
  'site',
  'model',
  'class',
  'of',
  'conflict',
  'from',
  'into',
  'visit',
  'role',
  'episode',
  'promise',
  'title',
  'confirmed',
  'imported',
]

export function correctable(fact: Pick<Fact, 'data' | 'type'>): readonly string[] {
  if (fact.type.startsWith('fact.')) return []
  const own = Object.entries(fact.data).filter(
    ([key, value]) => !FIXED.includes(key) && ['string', 'number', 'boolean'].includes(typeof value),
  )
  return ['occurredAt', ...own.map(([key]) => key)]
}

const FIELD_WORDS: Readonly<Record<string, WordKey>> = {
  occurredAt: 'correct.occurred',
  channel: 'ask.channel',
  grade: 'ask.grade',
  by: 'ask.grade-by',
  reason: 'ask.reason',
  cause: 'ask.cause',
  removable: 'ask.removable',
  affectsWork: 'ask.affects-work',
  remote: 'ask.remote',
  offSite: 'ask.off-site',
  soon: 'ask.soon',
  person: 'ask.person',
  team: 'ask.team',
  special: 'ask.special',
  travelMs: 'ask.travel',
}

/** What a field of a fact is called; form fields have their names from the engine. */
export function fieldLabel(field: string, { say, name }: WordsInUse): string {
  const key = FIELD_WORDS[field]
  return key === undefined ? name('field', field) : say(key)
}

/** Causes that every vendor tells apart; the plan's own reasons come after. */
export const CAUSES = ['wear', 'defect', 'human-damage', 'environment', 'operation', 'unknown'] as const

type Reasons = readonly { readonly id: string; readonly name: string }[]

export function causeLabel(cause: string, reasons: Reasons, { say }: WordsInUse): string {
  const known = CAUSES.find((one) => one === cause)
  return known ? say(`cause.${known}`) : (reasons.find(({ id }) => id === cause)?.name ?? cause)
}

/** What stands in a fact beside its words and its texts: choices, days, numbers, yes or no. */
const SHOWN: Readonly<Record<string, readonly string[]>> = {
  'ticket.reported': ['channel'],
  'ticket.replied': ['channel'],
  'ticket.messaged': ['channel'],
  'ticket.judged': ['cause', 'removable', 'affectsWork', 'remote', 'offSite', 'soon'],
  'visit.needed': ['special', 'travelMs'],
}

/** The answers of a fact by their names: 渠道 邮件, 故障性质 供电, 可以停机 是. */
export function answersOf(
  { type, data }: Pick<Fact, 'type' | 'data'>,
  reasons: Reasons,
  words: WordsInUse,
): readonly (readonly [string, string])[] {
  const { name } = words
  const told = (SHOWN[type] ?? []).filter((key) => data[key] !== undefined)
  const shown = told.map((key): readonly [string, string] => {
    const value = data[key]
    const label = fieldLabel(key, words)
    if (key === 'cause') return [label, causeLabel(String(value), reasons, words)]
    return [label, key === 'travelMs' ? String(Number(value) / 3_600_000) : valueLabel(key, value, words)]
  })
  const values = Object.entries((data.values ?? {}) as Readonly<Record<string, unknown>>).map(([id, value]): readonly [string, string] => {
    const option = typeof value === 'string' ? name('option', `${id}.${value}`) : undefined
    return [name('field', id), option === undefined || option === `${id}.${String(value)}` ? valueLabel(id, value, words) : option]
  })
  return [...shown, ...values]
}

/** A value as people say it: 电话, 是; what has no words is shown as it stands. */
export function valueLabel(field: string, value: unknown, { say, name }: WordsInUse): string {
  if (typeof value === 'boolean') return say(value ? 'answer.yes' : 'answer.no')
  if (field === 'channel' && typeof value === 'string') return name('channel', value)
  return value === undefined || value === null || value === '' ? '—' : String(value)
}

/** What a fact says now: as it was last corrected, else as it was recorded. A correction is made against this. */
export function currentValue(fact: Pick<Fact, 'occurredAt' | 'data' | 'corrected'>, field: string): string | number | boolean {
  const last = fact.corrected?.findLast((one) => one.field === field)
  const value = last === undefined ? (field === 'occurredAt' ? fact.occurredAt : fact.data[field]) : last.to
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value ?? '')
}
