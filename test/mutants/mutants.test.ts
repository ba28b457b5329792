import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { MUTANT_KINDS, mutantsIn, tellMutant } from './mutate.ts'
import type { Mutant } from './mutate.ts'
import { openWorkshop } from './notice.ts'

const ROOT = join(import.meta.dirname, '../..')
const PROVING = process.env.NUOXING_PROVE !== undefined
/** So many mistakes are drawn; of fifty at least forty-eight must be noticed. */
const DRAWN = PROVING ? 50 : 2
const MAY_SURVIVE = PROVING ? 2 : 0
/** A short run always draws the same ones. */
const SEED = PROVING ? Number(process.env.NUOXING_SEED ?? Date.now() % 1_000_000) : 20_260_923

/** A short run shows that mistakes are noticed at all: the calendars' own tests do that in seconds, the engine's may need all of the core's. */
const files = globSync(PROVING ? 'src/core/{promise,calendar,charge}/**/*.ts' : 'src/core/calendar/**/*.ts', {
  cwd: ROOT,
  exclude: ['**/*.test.ts', '**/*.testing.ts', '**/words/**'],
})
const codeOf = (file: string) => readFileSync(join(ROOT, file), 'utf8')

test('a mistake of each kind is made where code is, and nowhere in types', () => {
  const code = `type Two = 2 | true
export function f(a: number): number {
  if (a < 3) g(a)
  return a === 4 ? (a as number) + 1 : -a
}
`
  assert.deepEqual(
    mutantsIn(code, 'x.ts').map((one) => tellMutant(code, one)),
    [
      'x.ts:3 swapped branch: if (a < 3) g(a) → if (!(a < 3)) g(a)',
      'x.ts:3 boundary: if (a < 3) g(a) → if (a <= 3) g(a)',
      'x.ts:3 constant: if (a < 3) g(a) → if (a < 4) g(a)',
      'x.ts:3 deleted statement: if (a < 3) g(a) → if (a < 3) ;',
      'x.ts:4 swapped branch: return a === 4 ? (a as number) + 1 : -a → return a !== 4 ? (a as number) + 1 : -a',
      'x.ts:4 constant: return a === 4 ? (a as number) + 1 : -a → return a === 5 ? (a as number) + 1 : -a',
      'x.ts:4 swapped branch: return a === 4 ? (a as number) + 1 : -a → return a === 4 ? (-a) : ((a as number) + 1)',
      'x.ts:4 constant: return a === 4 ? (a as number) + 1 : -a → return a === 4 ? (a as number) + 2 : -a',
    ],
  )
})

/** Every kind is as likely as the others, and within a kind every place. */
function draw(): readonly Mutant[] {
  const byKind = Map.groupBy(
    files.flatMap((file) => mutantsIn(codeOf(file), file)),
    ({ kind }) => kind,
  )
  const one = fc.constantFrom(...MUTANT_KINDS).chain((kind) => fc.constantFrom(...(byKind.get(kind) ?? assert.fail(kind))))
  const keyOf = ({ file, start, kind }: Mutant) => `${file} ${start} ${kind}`
  return fc.sample(fc.uniqueArray(one, { selector: keyOf, minLength: DRAWN, maxLength: DRAWN, size: 'max' }), {
    numRuns: 1,
    seed: SEED,
  })[0]!
}

test(`of ${DRAWN} small mistakes in the engine, the calendars and the charges the tests notice all but ${MAY_SURVIVE}`, async (t) => {
  const workshop = openWorkshop()
  after(workshop.close)
  const survivors: string[] = []
  for (const [number, mutant] of draw().entries()) {
    const said = tellMutant(codeOf(mutant.file), mutant)
    const noticed = await workshop.notices(mutant)
    if (PROVING) console.log(`${number + 1} of ${DRAWN}${noticed ? '' : ', not noticed'}: ${said}`)
    if (noticed) continue
    survivors.push(said)
  }
  t.diagnostic(`seed ${SEED}: ${DRAWN - survivors.length} of ${DRAWN} noticed`)
  for (const survivor of survivors) t.diagnostic(survivor)
  assert.ok(survivors.length <= MAY_SURVIVE, `seed ${SEED}\n${survivors.join('\n')}`)
})
