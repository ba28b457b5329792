import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { chmodSync, mkdtempSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const LAUNCHER = join(import.meta.dirname, '../../bin/launch.js')
const HEARD_WITHIN_MS = 60_000

/** The product as a user starts it: everything that it prints, and how it ends. */
export type Product = {
  readonly child: ChildProcess
  readonly address: string
  readonly printed: () => string
  readonly ended: Promise<number | NodeJS.Signals | null>
}

/** A folder that the database's own user can pass. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nx-start-'))
  chmodSync(folder, 0o755)
  return folder
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  await new Promise((done) => server.close(done))
  return port
}

export type Start = {
  readonly dataDir: string
  readonly port: number
  readonly env?: Readonly<Record<string, string>>
  readonly args?: readonly string[]
  /** the user that starts it; default: whoever runs the tests */
  readonly uid?: number
}

/** `npm start` with an environment of its own. */
export function startProduct({ dataDir, port, env = {}, args = [], uid }: Start): Product {
  const own = {
    PATH: process.env.PATH ?? '',
    HOME: process.env.HOME ?? '',
    LANG: 'zh_CN.UTF-8',
    PORT: String(port),
    NUOXING_DATA: dataDir,
    ...env,
  }
  const child = spawn(process.execPath, [LAUNCHER, 'start', ...args], {
    env: own,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  const ended = new Promise<number | NodeJS.Signals | null>((done) => child.once('close', (code, signal) => done(signal ?? code)))
  return { child, address: `http://127.0.0.1:${port}`, printed: () => printed, ended }
}

/** The first good answer; throws, with what the product printed, when there is none or when it ends before. */
export async function answerOf(product: Product, path: string, withinMs = HEARD_WITHIN_MS): Promise<Response> {
  const deadline = performance.now() + withinMs
  while (performance.now() < deadline && product.child.exitCode === null) {
    const response = await fetch(product.address + path).catch(() => undefined)
    if (response?.ok) return response
    await sleep(20)
  }
  throw new Error(`no answer from ${path}\n${product.printed()}`)
}

/** Ends it as Ctrl-C does and waits; by force when it does not end by itself. */
export async function stopProduct({ child, ended }: Product): Promise<number | NodeJS.Signals | null> {
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGINT')
  const impatient = setTimeout(() => child.kill('SIGKILL'), HEARD_WITHIN_MS)
  const end = await ended
  clearTimeout(impatient)
  return end
}
