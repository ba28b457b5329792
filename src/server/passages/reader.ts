import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { DocumentUnread, MOST_CHARACTERS } from './draft.ts'
import type { ReadDocument } from './draft.ts'
import { readDocument } from './read.ts'
import type { ReadingAnswer, ReadingRequest } from './reading.ts'
import { isArchive, sheetsIn } from '../sheets/file.ts'
import type { Sheets, Unread } from '../sheets/xlsx-read.ts'

/** Reads documents of somebody else's: into passages, or into tables. */
export type PassageReader = {
  /** Throws `DocumentUnread` with what to tell the person. */
  readonly read: (bytes: Uint8Array, mediaType: string) => Promise<ReadDocument>
  /** Throws `DocumentUnread` with `busy`. */
  readonly tables: (bytes: Uint8Array) => Promise<Sheets | Unread>
  readonly close: () => Promise<void>
}

export type ReaderLimits = { readonly timeMs: number; readonly atOnce: number; readonly waiting: number; readonly heapMb: number }

const BYTES_OF_A_CHARACTER = 4
const isPlain = (mediaType: string): boolean => mediaType.startsWith('text/')
const LIMITS: ReaderLimits = { timeMs: 30_000, atOnce: 2, waiting: 20, heapMb: 512 }
/** What is pasted, or typed by hand, is no longer: it is read at once. */
const MOST_PASTED_BYTES = 256 * 1024
/** A larger file is not even sent to be read. */
export const MOST_DOCUMENT_BYTES = 30 * 1024 * 1024

function start(heapMb: number): ChildProcess {
  const { PATH, HOME, LANG, SystemRoot } = process.env
  return fork(fileURLToPath(new URL(import.meta.resolve('./reading.ts'))), [], {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${heapMb}`],
    env: { PATH, HOME, LANG, SystemRoot },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
}

/** A process that ends without a word had no room left. */
function ask(child: ChildProcess, request: ReadingRequest, timeMs: number): Promise<ReadingAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<ReadingAnswer>()
  const slow = setTimeout(() => reject(new DocumentUnread('too-slow')), timeMs)
  child.once('exit', () => reject(new DocumentUnread('too-large')))
  child.once('error', reject)
  child.once('message', (message) => resolve(message as ReadingAnswer))
  child.send(request, (error) => error && reject(new DocumentUnread('too-large')))
  return promise.finally(() => clearTimeout(slow))
}

/** A text has nothing to unpack: what is short enough to be shown is read at once. */
function readPlain(bytes: Uint8Array, mediaType: string): Promise<ReadDocument> {
  if (bytes.length > MOST_CHARACTERS * BYTES_OF_A_CHARACTER) throw new DocumentUnread('too-long')
  return readDocument(Buffer.from(bytes), mediaType)
}

/** More than a process can read in its room and its time is more than anybody has typed. */
function tooBig(error: unknown): Unread {
  if (error instanceof DocumentUnread && error.code !== 'busy') return { because: 'too-big' }
  throw error
}

/** A process for each document, few at once; nothing is loaded before the first. */
export function openReader(limits: Partial<ReaderLimits> = {}): PassageReader {
  const { timeMs, atOnce, waiting, heapMb } = { ...LIMITS, ...limits }
  const children = new Set<ChildProcess>()
  const queue: (() => void)[] = []
  let running = 0
  const turn = async (): Promise<void> => {
    if (running++ < atOnce) return
    if (queue.length >= waiting) {
      running--
      throw new DocumentUnread('busy')
    }
    await new Promise<void>((go) => queue.push(go))
  }
  const done = (): void => {
    running--
    queue.shift()?.()
  }
  const read = async (request: ReadingRequest): Promise<Extract<ReadingAnswer, { ok: true }>['read']> => {
    const child = start(heapMb)
    children.add(child)
    try {
      const answer = await ask(child, request, timeMs)
      if (!answer.ok) throw new DocumentUnread(answer.code)
      return answer.read
    } finally {
      children.delete(child)
      child.kill('SIGKILL')
    }
  }
  return {
    async read(bytes, mediaType) {
      if (bytes.length > MOST_DOCUMENT_BYTES) throw new DocumentUnread('too-large')
      if (isPlain(mediaType)) return readPlain(bytes, mediaType)
      await turn()
      return (await read({ bytes, mediaType }).finally(done)) as ReadDocument
    },
    async tables(bytes) {
      if (!isArchive(bytes) && bytes.length <= MOST_PASTED_BYTES) return sheetsIn(bytes)
      await turn()
      const tables = read({ bytes, mediaType: undefined }) as Promise<Sheets | Unread>
      return tables.catch(tooBig).finally(done)
    },
    async close() {
      for (const child of children) child.kill('SIGKILL')
    },
  }
}
