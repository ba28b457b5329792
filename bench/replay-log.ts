import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findPublicLog } from '../test/logs/public-log.ts'
import { median } from './row.ts'
import type { Row } from './row.ts'

const logs = join(import.meta.dirname, '../test/logs')
const UNTIL = '2012-06-01T00:00:00Z'
const ROUNDS = 5

/** Wall time of one whole process, start to end. */
function secondsOf(args: readonly string[]): number {
  const began = performance.now()
  const done = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 28 })
  if (done.status !== 0 && done.status !== 1) throw new Error(done.stderr)
  return (performance.now() - began) / 1000
}

/** The public log of 65,533 events replayed with pauses, whole process, beside a 60-line script that only counts one clock of the same log. */
export async function run(): Promise<Row[]> {
  const log = findPublicLog()
  if (log === undefined) throw new Error('the public log is not here: name it by NUOXING_TEST_LOG')
  const folder = mkdtempSync(join(tmpdir(), 'nx-bench-'))
  const facts = join(folder, 'facts.ndjson')
  const main = join(import.meta.dirname, '../src/cli/main.ts')
  try {
    const imports = secondsOf([main, 'import-log', log, '--map', join(logs, 'incidents.map.yaml'), '--out', facts])
    const ours: number[] = []
    const theirs: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      ours.push(secondsOf([main, 'replay', '--plan', join(logs, 'incidents.plan.yaml'), '--facts', facts, '--until', UNTIL]))
      theirs.push(secondsOf([join(logs, 'recount.mjs'), log, UNTIL]))
    }
    const [value, baseline] = [median(ours), median(theirs)]
    return [
      {
        name: 'replay of the public log',
        value,
        unit: 's',
        baseline: { name: 'count of one clock, 60 lines', value: baseline },
        ratio: value / baseline,
        target: '≤ 3 s',
        ok: value <= 3,
      },
      { name: 'import of the public log', value: imports, unit: 's', baseline: undefined, ratio: undefined, target: '-', ok: true },
    ]
  } finally {
    rmSync(folder, { recursive: true })
  }
}
