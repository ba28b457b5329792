import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { SaxesParser } from 'saxes'
import { parseInstant } from '../../core/time/instant.ts'
import { LogError } from './event.ts'
import type { LogEvent } from './event.ts'

/** Element names of XES attributes that carry a plain value (IEEE 1849-2016, 5.5). */
const ATTRIBUTE_TAGS = new Set(['string', 'date', 'int', 'float', 'boolean', 'id'])

type Columns = { readonly case: string; readonly time: string }

/** Collects the attributes of one trace and of its events; nested and global attributes are passed over by depth. */
class TraceReader {
  readonly #columns: Columns
  readonly #events: LogEvent[] = []
  readonly #path: string[] = []
  #trace: Record<string, string> = {}
  #event: Record<string, string> = {}
  #pending: Record<string, string>[] = []
  #count = 0

  constructor(columns: Columns) {
    this.#columns = columns
  }

  open(tag: string, attributes: Readonly<Record<string, string>>): void {
    const parent = this.#path.at(-1)
    if (tag === 'trace') {
      this.#trace = {}
      this.#pending = []
    } else if (tag === 'event') this.#event = {}
    else if (ATTRIBUTE_TAGS.has(tag) && attributes.key !== undefined) {
      if (parent === 'event') this.#event[attributes.key] = attributes.value ?? ''
      else if (parent === 'trace') this.#trace[attributes.key] = attributes.value ?? ''
    }
    this.#path.push(tag)
  }

  close(tag: string): void {
    this.#path.pop()
    if (tag === 'event') this.#pending.push(this.#event)
    // the case id may stand after the events, so a trace is read out only at its end
    if (tag === 'trace') for (const attributes of this.#pending) this.#events.push(this.#toEvent(attributes))
  }

  #toEvent(attributes: Record<string, string>): LogEvent {
    const line = ++this.#count
    const caseId = this.#trace[this.#columns.case]
    if (!caseId) throw new LogError('log.case-missing', { line, column: this.#columns.case })
    const text = attributes[this.#columns.time] ?? ''
    const at = parseInstant(text)
    if (at === undefined) throw new LogError('log.time-unreadable', { line, column: this.#columns.time, text })
    return { caseId, at, attributes, line }
  }

  take(): LogEvent[] {
    return this.#events.splice(0)
  }
}

/** Streams an XES log, gzip or plain. Errors: LogError `log.xml-broken`, `log.case-missing`, `log.time-unreadable`. */
export async function* readXes(path: string, columns: Columns): AsyncGenerator<LogEvent> {
  const raw = createReadStream(path)
  const bytes = path.endsWith('.gz') ? raw.pipe(createGunzip({ chunkSize: 1 << 17 })) : raw
  // a failing disk must end the loop below with its error, not hang the pipe
  raw.on('error', (error) => bytes.destroy(error))
  const parser = new SaxesParser({ position: true })
  const reader = new TraceReader(columns)
  parser.on('opentag', (tag) => reader.open(tag.name, tag.attributes as Record<string, string>))
  parser.on('closetag', (tag) => reader.close(tag.name))
  parser.on('error', () => {
    throw new LogError('log.xml-broken', { line: parser.line })
  })
  const decoder = new TextDecoder()
  for await (const chunk of bytes) {
    parser.write(decoder.decode(chunk as Uint8Array, { stream: true }))
    yield* reader.take()
  }
  parser.write(decoder.decode()).close()
  yield* reader.take()
}
