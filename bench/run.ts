// `npm run bench [-- NAME…]`: one line a figure, tab-separated: name, value, unit, baseline, ratio, target, `ok` or `short`.
import { spawnSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { formatRow } from './row.ts'
import type { Row } from './row.ts'

/** A figure's program: each file here that exports `run`. */
type Bench = { readonly run: () => Promise<readonly Row[]> }

function known(): readonly string[] {
  const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  return files
    .filter((name) => /export (async )?(function|const) run\b/.test(readFileSync(join(import.meta.dirname, name), 'utf8')))
    .map((name) => basename(name, '.ts'))
}

/** Part of a name is enough: `calendar` runs calendar-add. Undefined when one fits nothing. */
function choose(wanted: readonly string[], names: readonly string[]): readonly string[] | undefined {
  if (wanted.some((word) => !names.some((name) => name.includes(word)))) return undefined
  return wanted.length === 0 ? names : names.filter((name) => wanted.some((word) => name.includes(word)))
}

async function measure(name: string): Promise<void> {
  const bench = (await import(join(import.meta.dirname, `${name}.ts`))) as Bench
  for (const row of await bench.run()) console.log(formatRow(row))
}

/** Each in a process of its own, one after the other: no bench warms, fills or disturbs another. */
function runApart(name: string): boolean {
  return spawnSync(process.execPath, [import.meta.filename, '--here', name], { stdio: 'inherit' }).status === 0
}

const [first, ...rest] = process.argv.slice(2)
if (first === '--here') {
  await measure(rest[0] ?? '')
  // A pool or a timer left open must not hold up the next one.
  process.exit(0)
}
const names = choose(process.argv.slice(2), known())
if (names === undefined) {
  console.error(known().join(' '))
  process.exit(2)
}
process.exitCode = names.filter((name) => !runApart(name)).length > 0 ? 1 : 0
