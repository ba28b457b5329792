// `npm test [-- PATTERN…]`, `npm run check`, `npm run prove [-- TIMES] [PATTERN…]`
import { randomInt } from 'node:crypto'
import { globSync, mkdtempSync, chmodSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { startEmbedded } from '../src/server/database/embedded.ts'
import { sayStart } from '../src/server/words/start/say.ts'
import { buildWebWhenStale } from '../src/server/web.ts'
import { demandControls } from './controls/demand.ts'
import { buildMarkedWeb } from './controls/watch.ts'
import { ensureBrowser } from './run/browser.ts'
import { inBatches } from './run/batches.ts'
import { runChecks } from './run/checks.ts'
import { foreignTo } from './run/environment.ts'
import { runFiles } from './run/files.ts'
import { add, summaryLine, zero } from './run/tally.ts'
import type { Tally } from './run/tally.ts'
import { withFilledStages } from './stage/filled.ts'

const ROOT = join(import.meta.dirname, '..')
/** Runs of a property test, multiplied, when they are to prove and not only to guard. */
const PROVE_TIMES = '20'
/** The slice of the property tests that guards is always the same: what passed once passes again. Proofs draw anew. */
const GUARDING_SEED = '20260930'

type Wish = { readonly checks: boolean; readonly tests: boolean; readonly patterns: readonly string[]; readonly prove: string | undefined }

function readWish(argv: readonly string[]): Wish {
  const [first, ...rest] = argv
  if (first === '--checks') return { checks: true, tests: false, patterns: [], prove: undefined }
  if (first !== '--prove') return { checks: argv.length === 0, tests: true, patterns: argv, prove: undefined }
  const times = /^\d+$/.test(rest[0] ?? '') ? rest[0] : undefined
  return { checks: false, tests: true, patterns: times ? rest.slice(1) : rest, prove: times ?? PROVE_TIMES }
}

function findFiles(patterns: readonly string[]): readonly string[] {
  const all = globSync('{src,test,bench}/**/*.test.{ts,tsx}', { cwd: ROOT }).map((file) => join(ROOT, file))
  const wanted = patterns.map((pattern) => new RegExp(pattern))
  const kept = wanted.length === 0 ? all : all.filter((file) => wanted.some((pattern) => pattern.test(relative(ROOT, file))))
  return kept.sort()
}

function cleanEnvironment(prove: string | undefined): void {
  for (const name of foreignTo(Object.keys(process.env))) delete process.env[name]
  process.env.NUOXING_SEED ??= prove ? String(randomInt(2 ** 31)) : GUARDING_SEED
  if (!prove) return
  process.env.NUOXING_PROVE = prove
  console.log(`seed ${process.env.NUOXING_SEED} (NUOXING_SEED repeats it)`)
}

/** One server for the whole run; each file clones its databases in it. Durability is proved by the tests that start servers of their own. */
async function withPostgres(run: () => Promise<Tally>): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), 'nx-tests-'))
  chmodSync(folder, 0o755)
  const settings = { fsync: 'off', full_page_writes: 'off', max_connections: '300', autovacuum_naptime: '10s' }
  const server = await startEmbedded({ dataDir: join(folder, 'data'), archive: false, settings })
  if (!server.ok) throw new Error(sayStart('zh-CN', server.problem))
  const { host, port, user } = server.connection
  process.env.NUOXING_TEST_PG = JSON.stringify({ host, port, user })
  const clear = async (): Promise<void> => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void clear().then(() => process.exit(130)))
  return await run().finally(clear)
}

/** Of the core, and of the pages what needs no browser: nobody there leaves anything to others. */
const PURE = /^src\/(core|console|portal|ui|wire)\//
const BATCHES = 10

/** Without a browser: those that start whole products first, or the longest of them would be waited for at the end; then those that disturb nobody by the dozen. */
async function runOthers(files: readonly string[], whole: boolean): Promise<Tally> {
  const isPure = (file: string): boolean => whole && PURE.test(relative(ROOT, file))
  const batches = inBatches(files.filter(isPure), { title: 'the core and the pages', count: BATCHES })
  const order = [...files.filter((file) => !isPure(file)).toReversed(), ...batches.files]
  // They wait for disks and processes as much as for the two cores.
  return await runFiles(order, { root: ROOT, concurrency: 3, titles: batches.titles }).finally(batches.clear)
}

/** `whole`: all files there are, so that what none of them uses can be told. */
async function runAll(files: readonly string[], whole: boolean): Promise<Tally> {
  const inBrowser = files.filter((file) => file.includes('.browser.test.'))
  const others = files.filter((file) => !inBrowser.includes(file))
  const first = others.length > 0 ? await runOthers(others, whole) : zero()
  if (inBrowser.length === 0) return first
  const missing = ensureBrowser()
  if (missing !== undefined) {
    console.log(`✖ ${missing}`)
    return add(first, { ...zero(), failed: 1, failures: [missing] })
  }
  // Before the first file asks: two that build at once would take the pages from under each other.
  await buildMarkedWeb()
  await buildWebWhenStale(() => undefined)
  // While one file waits for its page, its clocks or its database, another has the cores.
  const runBrowser = (): Promise<Tally> => runFiles(inBrowser, { root: ROOT, concurrency: 2 })
  const judged = (): Promise<Tally> => (whole ? demandControls(runBrowser, wish.prove !== undefined) : runBrowser())
  return add(first, await withFilledStages(judged))
}

function printEnd(total: Tally): void {
  if (total.failures.length > 0) console.log(`\n${total.failures.join('\n\n')}\n`)
  const slowest = total.files.toSorted((a, b) => b.ms - a.ms).slice(0, 10)
  if (slowest.length > 1) console.log(slowest.map(({ file, ms }) => `${(ms / 1000).toFixed(1).padStart(7)} s  ${file}`).join('\n'))
  console.log(summaryLine(total))
}

/** Some hundred processes read the same modules: the first compiles them for the others. */
function keepCompiled(): void {
  const folder = mkdtempSync(join(tmpdir(), 'nx-compiled-'))
  // Tests start products as users of their own, too.
  chmodSync(folder, 0o755)
  process.env.NODE_COMPILE_CACHE = folder
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
}

const MEMORY_DISK = '/dev/shm'
const ROOM_WANTED = 6 * 2 ** 30

/** The folders of tests live for seconds: where memory has room for them nobody waits for a disk. */
function useMemoryDisk(): void {
  if (process.env.TMPDIR !== undefined) return
  try {
    const { bavail, bsize } = statfsSync(MEMORY_DISK)
    if (bavail * bsize >= ROOM_WANTED) process.env.TMPDIR = MEMORY_DISK
  } catch {
    // No such disk here: the folder for short-lived files does as well.
  }
}

const wish = readWish(process.argv.slice(2))
useMemoryDisk()
cleanEnvironment(wish.prove)
keepCompiled()
let total = zero()
if (wish.checks) total = add(total, runChecks(ROOT))
const files = wish.tests ? findFiles(wish.patterns) : []
if (files.length > 0) total = add(total, await withPostgres(() => runAll(files, wish.patterns.length === 0)))
printEnd(total)
// Nothing ran: a pattern without a file must not look like success.
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0)
