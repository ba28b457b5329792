import type { Fact, FactType, Json } from '../../core/fact.ts'
import type { LogEvent } from './event.ts'
import type { Field, Mapping, Status } from './mapping.ts'

type Reading = { readonly status: Status; readonly reason: string | undefined }

function matches(when: Mapping['statuses'][number]['when'], attributes: LogEvent['attributes']): boolean {
  return Object.entries(when).every(([name, wanted]) =>
    Array.isArray(wanted) ? wanted.includes(attributes[name] ?? '') : attributes[name] === wanted,
  )
}

function readStatus(mapping: Mapping, event: LogEvent): Reading | undefined {
  const row = mapping.statuses.find((candidate) => matches(candidate.when, event.attributes))
  return row && { status: row.is, reason: row.reason }
}

function readField(field: Field, attributes: LogEvent['attributes']): Json | undefined {
  if ('value' in field) return field.value
  const raw = attributes[field.from]
  if (raw === undefined) return field.else
  return field.map ? (field.map[raw] ?? field.else) : raw
}

function openingData(mapping: Mapping, event: LogEvent): Record<string, Json> {
  const data: Record<string, Json> = {}
  for (const [name, field] of Object.entries(mapping.opening)) {
    const value = readField(field, event.attributes)
    if (value !== undefined) data[name] = value
  }
  return data
}

const ENDED: readonly Status[] = ['restored', 'closed', 'cancelled']

type Step = readonly [FactType, { readonly [key: string]: Json }]

/** The facts between two statuses of one case, in their order at one instant. */
function steps(before: Reading, after: Reading, accepted: boolean): Step[] {
  const out: Step[] = []
  if (before.status === 'waiting' && (after.status !== 'waiting' || after.reason !== before.reason))
    out.push(['ticket.resumed', { reason: before.reason ?? '' }])
  if (ENDED.includes(before.status) && !ENDED.includes(after.status)) out.push(['ticket.reopened', {}])
  if (after.status === 'active' && !accepted) out.push(['ticket.accepted', {}])
  if (after.status === 'waiting' && (before.status !== 'waiting' || after.reason !== before.reason))
    out.push(['ticket.paused', { reason: after.reason ?? '' }])
  if ((after.status === 'restored' || after.status === 'closed') && !ENDED.includes(before.status)) out.push(['ticket.restored', {}])
  if (after.status === 'closed' && before.status !== 'closed') out.push(['ticket.closed', {}])
  if (after.status === 'cancelled' && before.status !== 'cancelled') out.push(['ticket.cancelled', {}])
  return out
}

export type CaseFacts = { readonly facts: readonly Omit<Fact, 'seq'>[]; readonly unmatched: readonly LogEvent[] }

/** The facts of one case; its events must be in time order. Events without a matching status are given back, never guessed. */
export function factsOfCase(mapping: Mapping, events: readonly LogEvent[]): CaseFacts {
  const facts: Omit<Fact, 'seq'>[] = []
  const unmatched: LogEvent[] = []
  let status: Reading = { status: 'queued', reason: undefined }
  let accepted = false
  const record = (event: LogEvent, [type, data]: Step) => {
    if (type === 'ticket.accepted') accepted = true
    const id = `${event.caseId}-${facts.length + 1}`
    facts.push({
      id,
      subject: `ticket/${event.caseId}`,
      also: [],
      type,
      occurredAt: event.at,
      recordedAt: event.at,
      source: 'import',
      data,
    })
  }
  for (const [index, event] of events.entries()) {
    if (index === 0) record(event, ['ticket.reported', openingData(mapping, event)])
    const next = readStatus(mapping, event)
    if (!next) unmatched.push(event)
    else {
      for (const step of steps(status, next, accepted)) record(event, step)
      status = next
    }
  }
  return { facts, unmatched }
}
