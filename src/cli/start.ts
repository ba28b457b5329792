import { setTimeout as sleep } from 'node:timers/promises'
import type { Locale } from '../core/words.ts'
import { seedDemo } from '../server/demo/seed.ts'
import type { Seeded, SeedOptions } from '../server/demo/seed.ts'
import { DEMO_PASSWORD, OFFERED_ACCOUNTS, PEOPLE, VENDOR } from '../server/demo/vendor.ts'
import type { Ask } from '../server/http/within.ts'
import { startServer } from '../server/main.ts'
import type { RunningServer } from '../server/main.ts'
import { buildWebWhenStale } from '../server/web.ts'
import { sayStart } from '../server/words/start/say.ts'
import type { StartMessage } from '../server/words/start/say.ts'
import { configOf, refuse } from './database.ts'
import { printLine } from './input.ts'
import { sayCli } from './say.ts'

function printAccounts(locale: Locale): void {
  printLine(sayCli(locale, 'start.accounts', { password: DEMO_PASSWORD }))
  for (const account of OFFERED_ACCOUNTS) {
    const person = PEOPLE.find((one) => one.account === account)
    if (person)
      printLine(`  ${`${account}@${VENDOR.id}`.padEnd(16)} ${person.name}  ${sayCli(locale, `role.${person.roles[0]}` as 'role.engineer')}`)
  }
}

/** A line that is rewritten where somebody looks on, and said at tenths where the output goes into a file. */
function progressOn(locale: Locale, stream: NodeJS.WriteStream): (done: number, total: number) => void {
  let tenth = -1
  return (done, total) => {
    const share = total === 0 ? 100 : Math.floor((done / total) * 100)
    if (!stream.isTTY && Math.floor(share / 10) === tenth) return
    tenth = Math.floor(share / 10)
    const line = sayCli(locale, 'start.seeding', { share, done, total })
    stream.write(stream.isTTY ? `\r${line}${share === 100 ? '\n' : ''}` : `${line}\n`)
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** So often the demo goes on after what stopped it: the database says where it was. */
const SEED_TRIES = 5
const SEED_AGAIN_MS = 2_000
/** A step of the demo that waits for a database which is away is not waited for at the end. */
const LAST_STEP_MS = 5_000

async function seedDoggedly(options: SeedOptions): Promise<Seeded> {
  for (let left = SEED_TRIES; left > 1; left -= 1) {
    const seeded = await seedDemo(options).catch(() => undefined)
    if (seeded || options.signal?.aborted) return seeded ?? { founded: false, steps: 0, refused: [] }
    await sleep(SEED_AGAIN_MS)
  }
  return seedDemo(options)
}

/** The demo vendor comes in behind the first page: whoever opens the address meanwhile sees how far it is. */
async function seed(locale: Locale, { services, ask }: RunningServer & { readonly ask: Ask }, signal: AbortSignal): Promise<void> {
  const seeded = await seedDoggedly({ services, ask, signal, onProgress: progressOn(locale, process.stdout) })
  for (const refused of seeded.refused.slice(0, 5)) process.stderr.write(`${refused}\n`)
  if (seeded.founded && !signal.aborted) printLine(sayCli(locale, 'start.seeded', { count: seeded.steps }))
}

/**
 * Resolves when somebody asks the process to end. It goes on hearing: npm hands Ctrl-C on to a process that has it from the terminal
 * already, and the second one would end it before its database.
 */
function stopAsked(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => done())
  })
}

/** Builds the web when it is stale, starts everything, prints the address, brings in the demo vendor, and waits to be stopped. */
export async function start(locale: Locale, argv: readonly string[]): Promise<void> {
  const config = configOf(locale, argv)
  const log = (message: StartMessage): void => printLine(sayStart(locale, message))
  if (config.run !== 'worker') {
    const built = await buildWebWhenStale(log)
    if (!built.ok) return refuse(locale, built.problem)
  }
  const asked = stopAsked()
  const running = await startServer(config, { log, demoTenant: config.demo ? VENDOR.id : undefined })
  if (!running.ok) return refuse(locale, running.problem)
  const ending = new AbortController()
  if (running.url === undefined) printLine(sayCli(locale, 'start.worker'))
  else printLine(sayCli(locale, 'start.ready', { url: running.url }))
  if (config.demo && running.url !== undefined) printAccounts(locale)
  const { ask } = running
  const seeding = config.demo && ask ? seed(locale, { ...running, ask }, ending.signal) : Promise.resolve()
  seeding.catch((error: unknown) => process.stderr.write(`${sayCli(locale, 'start.seeding-stopped', { reason: reasonOf(error) })}\n`))
  const lost = await Promise.race([asked, ...(running.lost ? [running.lost] : [])])
  printLine(sayCli(locale, 'start.stopping'))
  ending.abort()
  await Promise.race([seeding.catch(() => undefined), sleep(LAST_STEP_MS, undefined, { ref: false })])
  await running.stop()
  if (lost) return refuse(locale, lost)
  printLine(sayCli(locale, 'start.stopped'))
}
