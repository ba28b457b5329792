import type { Locale } from '../core/words.ts'
import { seedDemo } from '../server/demo/seed.ts'
import { DEMO_PASSWORD, OFFERED_ACCOUNTS, PEOPLE, VENDOR } from '../server/demo/vendor.ts'
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

/** The demo vendor comes in behind the first page: whoever opens the address meanwhile sees how far it is. */
async function seed(locale: Locale, running: RunningServer & { readonly url: string }, signal: AbortSignal): Promise<void> {
  const seeded = await seedDemo({ services: running.services, url: running.url, signal, onProgress: progressOn(locale, process.stdout) })
  for (const refused of seeded.refused.slice(0, 5)) process.stderr.write(`${refused}\n`)
  if (seeded.founded && !signal.aborted) printLine(sayCli(locale, 'start.seeded', { count: seeded.steps }))
}

/**
 * Resolves when somebody asks the process to end. It goes on hearing: npm hands Ctrl-C on to a process that has it from the terminal
 * already, and the second one would end it before its database.
 */
function stopAsked(): Promise<void> {
  return new Promise((done) => {
    process.on('SIGINT', done)
    process.on('SIGTERM', done)
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
  const seeding =
    config.demo && running.url !== undefined ? seed(locale, { ...running, url: running.url }, ending.signal) : Promise.resolve()
  seeding.catch((error: unknown) => process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`))
  await asked
  printLine(sayCli(locale, 'start.stopping'))
  ending.abort()
  await seeding.catch(() => undefined)
  await running.stop()
  printLine(sayCli(locale, 'start.stopped'))
}
