import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { add, zero } from './tally.ts'
import type { Tally } from './tally.ts'

/** Compiler, linter and formatter: each counts as a test. */
const CHECKS: readonly (readonly [name: string, program: string, ...args: string[]])[] = [
  ['types: tsc -b', 'tsc', '-b'],
  ['lint: oxlint', 'oxlint', '--deny-warnings'],
  ['format: oxfmt --check', 'oxfmt', '--check'],
]

export function runChecks(root: string): Tally {
  return CHECKS.map((check) => runCheck(root, check)).reduce(add)
}

function runCheck(root: string, [name, program, ...args]: (typeof CHECKS)[number]): Tally {
  const began = performance.now()
  const { status, stdout, stderr, error } = spawnSync(join(root, 'node_modules/.bin', program), args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
  const ms = performance.now() - began
  const good = status === 0
  console.log(`${good ? '✔' : '✖'} ${name} (${(ms / 1000).toFixed(1)} s)`)
  if (good) return { ...zero(), passed: 1 }
  return { ...zero(), failed: 1, failures: [`✖ ${name}\n${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}`.trimEnd()] }
}
