import { join, relative } from 'node:path'
import { run } from 'node:test'
import { inspect } from 'node:util'
import { add, zero } from './tally.ts'
import type { Tally } from './tally.ts'

/** Makes a file that hangs a failure like any other. */
const WATCH = join(import.meta.dirname, 'watch.ts')
/** Makes property tests repeatable. */
const SEED = join(import.meta.dirname, 'seed.ts')
/** Tests make much that lives short: with room for it less time goes into clearing it away. */
const ROOM = '--max-semi-space-size=32'
/** The last words of a failing file that are worth printing. */
const WORDS_KEPT = 8_000

/** `titles`: what a file is called, where not by its path. */
type Options = { readonly root: string; readonly concurrency: number; readonly titles?: ReadonlyMap<string, string> }

type TitleOf = (file: string) => string

/** What the runner of Node says of one test; the process of a whole file is a test too, named by its path. */
type Result = {
  readonly name: string
  readonly file?: string | undefined
  readonly entryFile?: string | undefined
  readonly line?: number | undefined
  readonly skip?: string | boolean | undefined
  readonly todo?: string | boolean | undefined
  readonly details: { readonly type?: string | undefined; readonly passed: boolean; readonly duration_ms: number; readonly error?: Error }
}

/**
 * Runs test files, each in a process of its own, and prints a line when one is through.
 * It hears `test:complete`, which comes when a test ends; `test:pass` and `test:fail` wait until all files before are through.
 */
export async function runFiles(files: readonly string[], { root, concurrency, titles = new Map() }: Options): Promise<Tally> {
  const titleOf = (file: string): string => titles.get(file) ?? relative(root, file)
  const tallies = new Map<string, Tally>()
  const words = new Map<string, string>()
  const keepWords = (said: { readonly file?: string; readonly message: string }): void =>
    void words.set(said.file ?? '', `${words.get(said.file ?? '') ?? ''}${said.message}`.slice(-WORDS_KEPT))
  const stream = run({ files: [...files], concurrency, execArgv: [ROOM, '--import', SEED, '--import', WATCH] })
  stream.on('test:stdout', keepWords).on('test:stderr', keepWords).on('test:diagnostic', keepWords)
  stream.on('test:complete', (test: Result) => {
    const file = fileOf(test)
    tallies.set(file, add(tallies.get(file) ?? zero(), tallyOf(test, titleOf)))
    if (test.name === test.file) printFile(tallies.get(file) ?? zero())
  })
  for await (const _ of stream);
  return [...tallies].map(([file, tally]) => withWords(tally, words.get(file) ?? '')).reduce(add, zero())
}

/** A test that a file imports from another is reported under the other: it belongs to the file that was run. */
function fileOf(test: Result): string {
  return test.entryFile ?? test.file ?? ''
}

/** One that failed only because of its subtests, or a file because of its tests, says nothing new. A file that ended badly by itself does. */
function tallyOf(test: Result, titleOf: TitleOf): Tally {
  const { passed, error, type, duration_ms: ms } = test.details
  const isFile = test.name === test.file
  const echo = (error as { failureType?: string } | undefined)?.failureType === 'subtestsFailed'
  const files = isFile ? [{ file: titleOf(test.name), ms }] : []
  if (!passed && !echo && !test.todo) return { ...zero(), files, failed: 1, failures: [describe(test, titleOf)] }
  if (isFile || type === 'suite' || echo) return { ...zero(), files }
  return test.skip || test.todo ? { ...zero(), skipped: 1 } : { ...zero(), passed: 1 }
}

function printFile({ passed, failed, files }: Tally): void {
  const { file = '', ms = 0 } = files[0] ?? {}
  const counts = failed === 0 ? String(passed) : `${passed} passed, ${failed} failed`
  console.log(`${failed === 0 ? '✔' : '✖'} ${file}  ${counts} (${(ms / 1000).toFixed(1)} s)`)
}

function withWords(tally: Tally, words: string): Tally {
  if (tally.failed === 0 || words.trim() === '') return tally
  return { ...tally, failures: [...tally.failures, `  what ${tally.files[0]?.file ?? 'it'} printed:\n${indent(words.trimEnd())}`] }
}

function describe({ name, file = '', line, details }: Result, titleOf: TitleOf): string {
  const place = `${titleOf(file)}${line === undefined ? '' : `:${line}`}`
  const title = name === file ? 'the file ended badly outside its tests' : name
  return `✖ ${title}\n  ${place}\n${indent(inspect(details.error?.cause ?? details.error, { depth: 6 }))}`
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, '    ')
}
