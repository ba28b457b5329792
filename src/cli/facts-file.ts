import { isFactType } from '../core/fact.ts'
import type { Fact, FactSource, Subject } from '../core/fact.ts'
import { parseInstant } from '../core/time/instant.ts'
import { InputError } from './say.ts'
import type { CliKey } from './words/zh-CN.ts'

const SOURCES: readonly FactSource[] = ['hand', 'phone', 'mail', 'device', 'import', 'system']
const SUBJECT = /^[a-z-]+\/.+$/

type Line = { readonly file: string; readonly line: number }
type Row = Readonly<Record<string, unknown>>

function wrong(place: Line, field: string, wants: CliKey): never {
  throw new InputError('facts.bad-field', { ...place, field, wants, values: SOURCES.join(' ') })
}

function text(place: Line, row: Row, field: string): string {
  const value = row[field]
  return typeof value === 'string' && value !== '' ? value : wrong(place, field, 'facts.wants-text')
}

function instant(place: Line, row: Row, field: string): number {
  return parseInstant(text(place, row, field)) ?? wrong(place, field, 'facts.wants-instant')
}

function subject(place: Line, value: unknown, field: string): Subject {
  return typeof value === 'string' && SUBJECT.test(value) ? (value as Subject) : wrong(place, field, 'facts.wants-subject')
}

function source(place: Line, row: Row): FactSource {
  const value = row.source ?? 'hand'
  return SOURCES.find((known) => known === value) ?? wrong(place, 'source', 'facts.wants-source')
}

function data(place: Line, row: Row): Fact['data'] {
  const value = row.data ?? {}
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrong(place, 'data', 'facts.wants-object')
  return value as Fact['data']
}

function also(place: Line, row: Row): readonly Subject[] {
  const value = row.also ?? []
  if (!Array.isArray(value)) return wrong(place, 'also', 'facts.wants-subject')
  return value.map((one, index) => subject(place, one, `also[${index}]`))
}

function readFact(place: Line, row: Row, seq: number): Fact {
  const type = text(place, row, 'type')
  if (!isFactType(type)) throw new InputError('facts.unknown-type', { ...place, type })
  const occurredAt = instant(place, row, 'occurredAt')
  return {
    id: text(place, row, 'id'),
    seq,
    subject: subject(place, row.subject, 'subject'),
    also: also(place, row),
    type,
    occurredAt,
    recordedAt: row.recordedAt === undefined ? occurredAt : instant(place, row, 'recordedAt'),
    source: source(place, row),
    by: typeof row.by === 'string' ? row.by : undefined,
    data: data(place, row),
  }
}

function parseLine(place: Line, line: string): Row {
  try {
    const row: unknown = JSON.parse(line)
    if (typeof row === 'object' && row !== null && !Array.isArray(row)) return row as Row
  } catch {
    // said below: the text of a parser's exception is not for users
  }
  throw new InputError('facts.not-json', place)
}

/**
 * Facts from NDJSON, one a line, in any order; the ledger order is (recordedAt, line), as a ledger that learned them so would have it.
 * Errors: InputError naming file, line, field and reason. `recordedAt` defaults to `occurredAt`, `source` to `hand`.
 */
export function parseFacts(file: string, ndjson: string): Fact[] {
  const seen = new Map<string, number>()
  const facts: Fact[] = []
  for (const [index, line] of ndjson.split('\n').entries()) {
    if (line.trim() === '') continue
    const place = { file, line: index + 1 }
    const fact = readFact(place, parseLine(place, line), index + 1)
    const first = seen.get(fact.id)
    if (first !== undefined) throw new InputError('facts.duplicate-id', { ...place, id: fact.id, first })
    seen.set(fact.id, index + 1)
    facts.push(fact)
  }
  facts.sort((a, b) => a.recordedAt - b.recordedAt || a.seq - b.seq)
  return facts.map((fact, index) => ({ ...fact, seq: index + 1 }))
}
