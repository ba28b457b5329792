import { join } from 'node:path'
import { run } from 'node:test'
import { zero } from '../run/tally.ts'
import type { Tally } from '../run/tally.ts'
import { DEAD } from './watch.ts'

const ROOT = join(import.meta.dirname, '../..')

/** Is it noticed by this test file when the control does nothing, as if its handler had been removed? Ends with the first failure. */
export async function noticesDead(file: string, control: string): Promise<boolean> {
  process.env[DEAD] = control
  try {
    const stop = new AbortController()
    let failed = false
    const stream = run({ files: [join(ROOT, file)], signal: stop.signal })
    stream.on('test:fail', () => {
      failed = true
      stop.abort()
    })
    for await (const _ of stream);
    return failed
  } finally {
    delete process.env[DEAD]
  }
}

/** A sequence of numbers from 0 to 1 that a seed repeats. */
function* drawn(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    yield state / 2 ** 32
  }
}

type Draw = { readonly count: number; readonly seed: number }

/** So many controls, drawn by the seed, each let die in turn: one of the files that use it must fail. */
export async function killSome(users: ReadonlyMap<string, readonly string[]>, { count, seed }: Draw): Promise<Tally> {
  const chance = drawn(seed)
  const left = [...users.keys()].sort()
  let tally = zero()
  console.log(`controls let die: ${count}, seed ${seed}`)
  for (let n = 0; n < count && left.length > 0; n++) {
    const [control = ''] = left.splice(Math.floor(chance.next().value * left.length), 1)
    let noticed = false
    for (const file of users.get(control) ?? []) noticed ||= await noticesDead(file, control)
    const failures = noticed ? [] : [`✖ no test notices when this control does nothing: ${control}`]
    tally = {
      ...tally,
      passed: tally.passed + Number(noticed),
      failed: tally.failed + Number(!noticed),
      failures: [...tally.failures, ...failures],
    }
  }
  return tally
}
