import type { Fact } from '../../core/fact.ts'
import { formatInstant } from '../../core/time/instant.ts'
import { InputError } from '../say.ts'
import { factsOfCase } from './case.ts'
import { readCsv } from './csv.ts'
import { LogError } from './event.ts'
import type { LogEvent } from './event.ts'
import type { Mapping } from './mapping.ts'
import { readXes } from './xes.ts'

export type Imported = {
  readonly facts: readonly Omit<Fact, 'seq'>[]
  readonly events: number
  readonly cases: number
  readonly unmatched: readonly LogEvent[]
}

function reader(path: string): typeof readXes {
  const bare = path.toLowerCase().replace(/\.gz$/, '')
  if (bare.endsWith('.xes')) return readXes
  if (bare.endsWith('.csv')) return readCsv
  throw new InputError('log.kind-unknown', { file: path })
}

/** The events of a log, or why the file cannot be read to its end. */
async function* eventsOf(path: string, mapping: Mapping): AsyncGenerator<LogEvent> {
  const read = reader(path)
  try {
    yield* read(path, mapping)
  } catch (error) {
    const { code = '', syscall } = error as NodeJS.ErrnoException
    if (code.startsWith('Z_')) throw new LogError('log.gzip-broken', { file: path })
    if (code === 'EISDIR') throw new InputError('input.folder', { file: path })
    if (syscall !== undefined) throw new InputError('input.file-missing', { file: path })
    throw error
  }
}

/** Reads a whole log into facts, case by case in the order of first appearance; events of a case are put in time order, equal times as they stand. */
export async function importLog(path: string, mapping: Mapping): Promise<Imported> {
  const cases = new Map<string, LogEvent[]>()
  let events = 0
  for await (const event of eventsOf(path, mapping)) {
    events++
    const known = cases.get(event.caseId)
    if (known) known.push(event)
    else cases.set(event.caseId, [event])
  }
  const facts: Omit<Fact, 'seq'>[] = []
  const unmatched: LogEvent[] = []
  for (const list of cases.values()) {
    const one = factsOfCase(
      mapping,
      list.sort((a, b) => a.at - b.at || a.line - b.line),
    )
    facts.push(...one.facts)
    unmatched.push(...one.unmatched)
  }
  return { facts, events, cases: cases.size, unmatched }
}

/** A fact as one NDJSON line, instants as ISO in UTC. */
export function factLine(fact: Omit<Fact, 'seq'>): string {
  return JSON.stringify({ ...fact, occurredAt: formatInstant(fact.occurredAt), recordedAt: formatInstant(fact.recordedAt) })
}
