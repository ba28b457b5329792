import type { RecordState } from '../core/promise/record.ts'
import type { BoundPlan } from '../core/promise/types.ts'
import type { Instant } from '../core/time/instant.ts'
import type { StoredRecord } from './store/ledger.ts'
import type { NewFact } from './transact.ts'

/** The published calendars of its plan that a record has not heard of yet: id → hash; undefined: it has heard of all. */
export function announcedTo(bound: BoundPlan, record: RecordState | undefined): Readonly<Record<string, string>> | undefined {
  const { announced } = bound
  if (!announced) return undefined
  const said = [...(record?.tail ?? []), ...(record?.later ?? [])].filter(({ fact }) => fact.type === 'calendar.published')
  const heard = (id: string, hash: string) =>
    record?.base.published[id] === hash ||
    said.some(({ fact }) => (fact.data.calendars as Record<string, unknown> | undefined)?.[id] === hash)
  const news = Object.entries(announced).filter(([id, hash]) => !heard(id, hash))
  return news.length === 0 ? undefined : Object.fromEntries(news)
}

type Told = { readonly record: StoredRecord; readonly bound: BoundPlan | undefined }
type Telling = { readonly now: Instant; readonly newId: () => string }

/** A record that has not heard of a published list of holidays is told with its next fact: so whatever begins or goes on later counts with it. */
export function withNews({ record, bound }: Told, facts: readonly NewFact[], { now, newId }: Telling): readonly NewFact[] {
  const [first] = facts
  const news = bound && first && !facts.some(({ type }) => type === 'calendar.published') ? announcedTo(bound, record.record) : undefined
  if (!first || !news) return facts
  const also = [first.subject, ...first.also].filter((one) => one !== record.subject)
  const fact = { id: newId(), subject: record.subject, also, type: 'calendar.published', occurredAt: now, source: 'system' } as const
  return [...facts, { ...fact, data: { calendars: news } }]
}
