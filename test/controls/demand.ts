import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sha256Hex } from '../../src/core/hash.ts'
import { add, zero } from '../run/tally.ts'
import type { Tally } from '../run/tally.ts'
import { killSome } from './dead.ts'
import { USED_IN, allControls, usersOf } from './watch.ts'

/**
 * Runs all browser tests and demands that each control of the pages was used by one of them, and that it is noticed when one does nothing: a few are
 * let die, more when `proving`.
 */
export async function demandControls(run: () => Promise<Tally>, proving: boolean): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), 'nx-used-'))
  process.env[USED_IN] = folder
  try {
    const tests = await run()
    // A test that failed did not come to all of its controls.
    if (tests.failed > 0) return tests
    const users = usersOf(folder)
    delete process.env[USED_IN]
    // Each change of the pages draws another one; the same pages draw the same.
    const seed = proving ? Number(process.env.NUOXING_SEED) : Number.parseInt(sha256Hex((allControls() ?? []).join('\n')).slice(0, 8), 16)
    return add(tests, add(judge(users), await killSome(users, { count: proving ? 20 : 1, seed })))
  } finally {
    delete process.env[USED_IN]
    rmSync(folder, { recursive: true, force: true })
  }
}

function judge(users: ReadonlyMap<string, readonly string[]>): Tally {
  const controls = allControls() ?? []
  const unused = controls.filter((control) => !users.has(control))
  if (controls.length > 0 && unused.length === 0) return { ...zero(), passed: 1 }
  const list = controls.length === 0 ? ['the pages list no control'] : unused
  return { ...zero(), failed: 1, failures: [`✖ controls that no browser test uses\n${list.map((one) => `    ${one}`).join('\n')}`] }
}
