import { spawn } from 'node:child_process'
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { kill } from 'node:process'
import { mutate } from './mutate.ts'
import type { Mutant } from './mutate.ts'

const ROOT = join(import.meta.dirname, '../..')
/** A mistake that makes a loop endless is noticed by that: by what the processor works for it, or a busy machine would notice what is only slow. */
const MOST_CPU_SECONDS = 300

/** A copy of the core with its tests, to make mistakes in; the project itself is never touched. */
export type Workshop = {
  /** do the tests of the core notice this mistake? */
  readonly notices: (mutant: Mutant) => Promise<boolean>
  readonly close: () => void
}

export function openWorkshop(): Workshop {
  const folder = mkdtempSync(join(tmpdir(), 'nx-mutants-'))
  for (const part of ['src', 'plans', 'package.json']) cpSync(join(ROOT, part), join(folder, part), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  const tests = globSync('src/core/**/*.test.ts', { cwd: folder })
  return {
    notices: async (mutant) => {
      const path = join(folder, mutant.file)
      const code = readFileSync(path, 'utf8')
      writeFileSync(path, mutate(code, mutant))
      try {
        // What lies nearest and what was pinned in stories notice soonest; a process tells of its tests when all of them are read.
        const own = mutant.file.replace(/\.ts$/, '.test.ts')
        const near = (file: string) =>
          file === own ? 0 : basename(file).startsWith('pinned') ? 1 : file.startsWith(dirname(mutant.file)) ? 2 : 3
        for (const rank of [0, 1, 2, 3]) {
          const part = tests.filter((file) => near(file) === rank)
          if (part.length > 0 && (await fails(folder, part))) return true
        }
        return false
      } finally {
        writeFileSync(path, code)
      }
    },
    close: () => rmSync(folder, { recursive: true }),
  }
}

/** Runs tests, in their order, until the first one fails. */
async function fails(cwd: string, tests: readonly string[]): Promise<boolean> {
  const limited = ['-c', `ulimit -t ${MOST_CPU_SECONDS} && exec "$0" "$@"`, process.execPath]
  const run = spawn('/bin/sh', [...limited, '--test-reporter=tap', join(import.meta.dirname, 'in-order.ts'), ...tests], {
    cwd,
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, NUOXING_PROVE: '1', NODE_TEST_CONTEXT: undefined },
  })
  const { promise: ended, resolve } = Promise.withResolvers<boolean>()
  let told = ''
  run.stdout.on('data', (piece: Buffer) => {
    told += piece.toString()
    if (/^not ok /m.test(told)) resolve(true)
    told = told.slice(told.lastIndexOf('\n') + 1)
  })
  // One that worked for too long was ended by its limit: it has a signal and no code.
  run.on('close', (code) => resolve(code !== 0))
  const noticed = await ended
  if (run.exitCode === null && run.signalCode === null && run.pid !== undefined) kill(-run.pid, 'SIGKILL')
  return noticed
}
