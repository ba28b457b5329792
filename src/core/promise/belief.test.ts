import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Sent } from './belief.ts'
import type { Effect } from './types.ts'
import { newEffects } from './belief.ts'
import { RUNS } from './random.testing.ts'

function escalation(promise: string): Effect {
  return { key: `ticket/T1|${promise}|1|escalate:lead`, subject: 'ticket/T1', promise, episode: 1, kind: 'escalate', to: 'lead', at: 1 }
}

test('what follows and was not sent is sent, once', () => {
  const first = newEffects([escalation('a')], {}, 10)
  assert.deepEqual(first.effects, [escalation('a')])
  assert.deepEqual(newEffects([escalation('a')], first.sent, 20).effects, [])
})

test('what was sent and no longer follows is withdrawn, once, by name', () => {
  const first = newEffects([escalation('a'), escalation('b')], {}, 10)
  const second = newEffects([escalation('b')], first.sent, 20)
  assert.deepEqual(second.effects, [
    { ...escalation('a'), key: `${escalation('a').key}|withdraw`, kind: 'withdraw', at: 20, of: escalation('a').key },
  ])
  assert.deepEqual(newEffects([escalation('b')], second.sent, 30).effects, [])
})

test('what is withdrawn and follows again is sent under its second name, and withdrawn by that', () => {
  let sent: Readonly<Record<string, Sent>> = {}
  const keys: string[] = []
  for (const derived of [[escalation('a')], [], [escalation('a')], []]) {
    const step = newEffects(derived, sent, 10)
    sent = step.sent
    keys.push(...step.effects.map((effect) => effect.key))
  }
  const { key } = escalation('a')
  assert.deepEqual(keys, [key, `${key}|withdraw`, `${key}|2`, `${key}|2|withdraw`])
})

test('whatever comes and goes, what stands of the sent is what follows, and no key is used twice', () => {
  fc.assert(
    fc.property(fc.array(fc.subarray(['a', 'b', 'c'])), (rounds) => {
      let sent: Readonly<Record<string, Sent>> = {}
      const keys: string[] = []
      for (const [at, round] of rounds.entries()) {
        const step = newEffects(round.map(escalation), sent, at)
        sent = step.sent
        keys.push(...step.effects.map((effect) => effect.key))
        const stands = Object.values(sent)
          .filter((one) => one.stands)
          .map((one) => one.effect.promise)
        assert.deepEqual(stands.sort(), [...round].sort())
      }
      assert.equal(new Set(keys).size, keys.length)
    }),
    RUNS,
  )
})
