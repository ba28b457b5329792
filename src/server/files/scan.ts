import { spawn } from 'node:child_process'
import { connect } from 'node:net'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Antivirus } from '../setting-kinds.ts'

/** What a scanner says of a file: clean, what was found in it, or that it could not be looked at. */
export type Verdict = 'clean' | { readonly found: string } | 'silent'

/** Looks through a file before it is kept. `bytes` gives it anew, from the beginning. */
export type Scanner = (bytes: () => Readable) => Promise<Verdict>

/** Nobody looks: the firm has set no scanner. */
export const NO_SCANNER: Scanner = () => Promise.resolve('clean')

/** Longer than that no upload waits: what was not looked at by then is not taken. */
const PATIENCE_MS = 60_000

const lengthOf = (piece: Uint8Array): Buffer => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(piece.length)
  return length
}

/** `stream: OK`, `stream: Eicar-Test-Signature FOUND`; anything else is no verdict. */
function readAnswer(text: string): Verdict {
  const line = text.replace(/\0[^]*$/u, '').trim()
  if (/^stream: OK$/u.test(line)) return 'clean'
  const found = /^stream: (.+) FOUND$/u.exec(line)
  return found ? { found: found[1] ?? '' } : 'silent'
}

/** clamd's INSTREAM: pieces, each after its length as four bytes, and a length of nought at the end. */
async function askDaemon(where: Extract<Antivirus, { kind: 'clamd' }>, bytes: () => Readable): Promise<Verdict> {
  const socket = where.path === undefined ? connect(where.port, where.host) : connect(where.path)
  socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error('clamd is silent')))
  const sent = pipeline(async function* () {
    yield Buffer.from('zINSTREAM\0')
    for await (const piece of bytes()) {
      yield lengthOf(piece as Uint8Array)
      yield piece as Uint8Array
    }
    yield Buffer.alloc(4)
  }, socket)
  const [answer] = await Promise.all([answerOf(socket), sent])
  return readAnswer(answer)
}

async function answerOf(readable: Readable): Promise<string> {
  let text = ''
  for await (const piece of readable) if (text.length < 4_000) text += String(piece)
  return text
}

/** A program that reads the file from its standard input: 0 clean, 1 something was found, anything else no verdict. */
async function askProgram({ program, args }: Extract<Antivirus, { kind: 'command' }>, bytes: () => Readable): Promise<Verdict> {
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'ignore'], timeout: PATIENCE_MS })
  const ended = new Promise<number | null>((resolve) => {
    child.on('error', () => resolve(null))
    child.on('close', resolve)
  })
  const said = answerOf(child.stdout)
  // A program that has seen enough closes its input before the end.
  await pipeline(bytes(), child.stdin).catch(() => undefined)
  const code = await ended
  if (code === 0) return 'clean'
  return code === 1 ? { found: / ?([\w./-]+) FOUND/u.exec(await said)?.[1] ?? '' } : 'silent'
}

/** The firm's own scanner. One that does not answer lets nothing pass. */
export function scannerOf(antivirus: Antivirus | undefined): Scanner {
  if (antivirus === undefined) return NO_SCANNER
  return async (bytes) => {
    try {
      return await (antivirus.kind === 'clamd' ? askDaemon(antivirus, bytes) : askProgram(antivirus, bytes))
    } catch {
      return 'silent'
    }
  }
}
