import type { FileData } from '../../wire/files.ts'
import { call } from '../api/call.ts'
import { CallFailed } from '../api/problem.ts'
import { hashFile } from './hash.ts'

export type Progress = { readonly phase: 'reading' | 'sending'; readonly bytes: number }

type Sending = {
  readonly file: File
  readonly name: string
  readonly signal: AbortSignal
  readonly progress: (now: Progress) => void
  readonly begun: (id: string) => void
}

const SMALLEST = 256 * 1024
const LARGEST = 4 * 1024 * 1024
/** A part should take about this long: short enough that little is lost when the line breaks, long enough not to wait on answers. */
const QUICK_MS = 500
const SLOW_MS = 3_000
/** Tried again by itself after these waits; then it stops and waits for the person. */
const AGAIN_AFTER_MS = [500, 2_000, 5_000]

/** The size of the next part, by how long the last one took. */
export function nextPart(size: number, tookMs: number): number {
  if (tookMs < QUICK_MS) return Math.min(size * 2, LARGEST)
  return tookMs > SLOW_MS ? Math.max(Math.floor(size / 2), SMALLEST) : size
}

const wait = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((done, fail) => {
    const timer = setTimeout(done, ms)
    signal.addEventListener('abort', () => (clearTimeout(timer), fail(signal.reason as Error)), { once: true })
  })

function isPassing(error: unknown): boolean {
  return error instanceof CallFailed && (error.offline || error.problem.status === 503 || error.problem.status === 429)
}

/** As often as the line breaks in a row. */
async function patiently<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  for (const ms of AGAIN_AFTER_MS) {
    try {
      return await work()
    } catch (error) {
      if (!isPassing(error)) throw error
      await wait(ms, signal)
    }
  }
  return work()
}

/** What the server says is the place to go on from, where a part came to the wrong one. */
function placeIn(error: unknown): number | undefined {
  return error instanceof CallFailed && error.problem.status === 409 ? error.problem.offset : undefined
}

/**
 * Sends a file to the end and gives what the server keeps. Where it was begun before, by this page or another, it goes on from there. Throws `CallFailed`
 * with the server's sentence, or what the signal was aborted with.
 */
export async function sendFile({ file, name, signal, progress, begun }: Sending): Promise<FileData> {
  const sha256 = await hashFile(file, (bytes) => progress({ phase: 'reading', bytes }), signal)
  let known = await patiently(signal, () => call<FileData>('POST', '/files', { body: { name, size: file.size, sha256 }, signal }))
  begun(known.id)
  let size = SMALLEST
  while (known.state === 'sending') {
    const { id, offset } = known
    progress({ phase: 'sending', bytes: offset })
    const part = file.slice(offset, offset + size)
    const startedAt = performance.now()
    known = await patiently(signal, () => call<FileData>('PATCH', `/files/${id}?offset=${offset}`, { body: part, signal })).catch(
      (error: unknown) => {
        const place = placeIn(error)
        if (place === undefined || place === offset) throw error
        return { ...known, offset: place }
      },
    )
    size = nextPart(size, performance.now() - startedAt)
  }
  progress({ phase: 'sending', bytes: file.size })
  return known
}
