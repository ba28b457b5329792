import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { RUNS } from '../promise/random.testing.ts'
import { compileCondition } from './condition.ts'
import { testsMeet, wayFollows, waysMeet, waysOf } from './overlap.ts'

const FIELDS = { type: 'string', channel: 'string', km: 'dyn', special: 'bool' } as const

const meet = (one: string | undefined, other: string | undefined) =>
  testsMeet(one === undefined ? undefined : { cel: one }, other === undefined ? undefined : { cel: other })

test('two conditions meet where something can be as both say', () => {
  for (const [one, other, told] of [
    ['type == "fault"', 'type == "fault"', true],
    ['type == "fault"', 'type == "request"', false],
    ['type == "fault"', 'type != "fault"', false],
    ['type != "request"', 'type != "fault"', true],
    ['type in ["fault", "request"]', 'type == "request"', true],
    ['type in ["fault", "request"]', 'type in ["advice"]', false],
    ["type in ['fault', 'request']", 'type == "request"', true],
    ['type == "fault"', 'channel == "mail"', true],
    ['special', '!special', false],
    ['special == true', 'special', true],
    ['special == false', 'special', false],
    ['km > 30', 'km < 30', false],
    ['km >= 30', 'km <= 30', true],
    ['km > 30', 'km < 31', true],
    ['km > 30', 'km > 90', true],
    ['km < 30', 'km == 30', false],
    ['km == 30', 'km <= 30', true],
    ['km > 30', 'km != 31', true],
    ['type == "fault" && km > 30', 'type == "fault" && km < 30', false],
    ['type == "fault" || km > 30', 'type == "request" && km < 90', true],
    ['type == "fault" || type == "advice"', 'type == "request"', false],
  ] as const) {
    assert.equal(meet(one, other), told, `${one} | ${other}`)
    assert.equal(meet(other, one), told, `${other} | ${one}`)
    assert.equal(meet(one, undefined), true)
    assert.equal(meet(undefined, other), true)
  }
  assert.equal(meet(undefined, undefined), true)
})

test('of what is more than comparisons only the very same words meet', () => {
  const [one, other] = ['(type == "fault" || special) && km > 30', 'type.startsWith("f")']
  assert.equal(waysOf({ cel: one }), undefined)
  assert.equal(waysOf({ cel: other }), undefined)
  assert.equal(waysOf({ cel: 'type == "a && b"' }), undefined)
  assert.equal(meet(one, one), true)
  assert.equal(meet(one, other), false)
  assert.equal(meet(one, 'special'), false)
})

test('one way follows from another where it says no more', () => {
  const way = (cel: string) => waysOf({ cel })![0]!
  for (const [says, from, told] of [
    ['type == "fault"', 'type == "fault" && km > 30', true],
    ['type == "fault" && km > 30', 'type == "fault"', false],
    ['type in ["fault", "request"]', 'type == "request"', true],
    ['type == "request"', 'type in ["fault", "request"]', false],
    ['type != "fault"', 'type == "request"', true],
    ['type != "fault"', 'type == "fault"', false],
    ['type != "fault"', 'type != "fault"', true],
    ['type == "fault"', 'type != "request"', false],
    ['km > 30', 'km > 30', true],
    ['km > 30', 'km > 90', false],
    ['km > 30', 'km == 40', false],
  ] as const)
    assert.equal(wayFollows(way(says), way(from)), told, `${says} from ${from}`)
  assert.equal(wayFollows([], way('special')), true)
  assert.equal(wayFollows(way('special'), []), false)
})

const WORDS = ['a', 'b', 'c']
const atom = fc.oneof(
  fc
    .record({ field: fc.constantFrom('type', 'channel'), is: fc.constantFrom('==', '!='), word: fc.constantFrom(...WORDS) })
    .map(({ field, is, word }) => `${field} ${is} "${word}"`),
  fc.subarray(WORDS, { minLength: 1 }).map((words) => `type in [${words.map((word) => `"${word}"`).join(', ')}]`),
  fc
    .record({ is: fc.constantFrom('<', '<=', '>', '>=', '=='), km: fc.integer({ min: 0, max: 3 }) })
    .map(({ is, km }) => `km ${is} ${km}.0`),
  fc.constantFrom('special', '!special'),
)
const condition = fc
  .array(fc.array(atom, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 })
  .map((ways) => ways.map((way) => way.join(' && ')).join(' || '))

/** Everything that can be said of the four fields, between the bounds too. */
const SCOPES = WORDS.concat('d').flatMap((type) =>
  WORDS.concat('d').flatMap((channel) =>
    [-0.5, 0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5].flatMap((km) => [true, false].map((special) => ({ type, channel, km, special }))),
  ),
)

function judge(cel: string): (scope: (typeof SCOPES)[number]) => boolean {
  const checked = compileCondition(cel, FIELDS)
  assert.ok(checked.ok, cel)
  return checked.judge
}

test('what meets is what a judge finds a case for, and what follows is never met without it', () => {
  fc.assert(
    fc.property(condition, condition, (one, other) => {
      const [mine, theirs] = [judge(one), judge(other)]
      // a way that contradicts itself meets whatever its parts meet one by one: those are left to the judge
      const sound = [one, other].every((cel) => cel.split(' || ').every((way) => SCOPES.some(judge(way))))
      if (sound && one !== other) {
        const pairwise = waysOf({ cel: one })!.every((way) => way.length === 1) && waysOf({ cel: other })!.every((way) => way.length === 1)
        const found = SCOPES.some((scope) => mine(scope) && theirs(scope))
        if (found || pairwise) assert.equal(meet(one, other), found, `${one} | ${other}`)
      }
      for (const way of waysOf({ cel: one })!)
        for (const from of waysOf({ cel: other })!) {
          assert.equal(waysMeet(way, from), waysMeet(from, way))
          if (!wayFollows(way, from)) continue
          const [says, known] = [
            one.split(' || ')[waysOf({ cel: one })!.findIndex((it) => JSON.stringify(it) === JSON.stringify(way))]!,
            other.split(' || ')[waysOf({ cel: other })!.findIndex((it) => JSON.stringify(it) === JSON.stringify(from))]!,
          ]
          const [met, when] = [judge(says), judge(known)]
          assert.ok(
            SCOPES.every((scope) => !when(scope) || met(scope)),
            `${says} from ${known}`,
          )
        }
    }),
    { numRuns: RUNS.numRuns },
  )
})

test('a list of something else than words is not taken apart', () => {
  assert.equal(waysOf({ cel: 'km in [10, 20]' }), undefined)
  assert.equal(waysOf({ cel: 'type in []' }), undefined)
})
