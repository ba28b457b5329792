import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { RUNS } from '../promise/random.testing.ts'
import { nearest } from './nearest.ts'

const KEYS = ['starts', 'due', 'kept-by', 'unless', 'when', 'within', 'target', 'calendar', 'pauses', 'excuses', 'regrade', 'reopen']

test('one letter left out, put in, exchanged or swapped with its neighbour still finds the word', () => {
  const slips = { strats: 'starts', start: 'starts', whithin: 'within', tarket: 'target', 'kept-bye': 'kept-by', calender: 'calendar' }
  for (const [written, meant] of Object.entries(slips)) assert.equal(nearest(written, KEYS), meant, written)
})

test('the longer the word, the more slips it forgives: one in three letters', () => {
  assert.equal(nearest('kalender', KEYS), 'calendar')
  assert.equal(nearest('duee', KEYS), 'due')
  assert.equal(nearest('dew', KEYS), undefined)
})

test('nothing is guessed where nothing is near: a wild guess misleads more than it helps', () => {
  for (const written of ['colour', 'x', '', '期限', 'deadline-of-the-promise']) assert.equal(nearest(written, KEYS), undefined, written)
  assert.equal(nearest('within', []), undefined)
})

test('of two words equally near the first one is named; a nearer one goes before it', () => {
  assert.equal(nearest('arrivf', ['arrive', 'arrivg']), 'arrive')
  assert.equal(nearest('arrivf', ['arrivg', 'arrive']), 'arrivg')
  assert.equal(nearest('repairs', ['repay', 'repair']), 'repair')
})

test('a word in Chinese is compared sign by sign', () => {
  assert.equal(nearest('到站时限', ['到场时限', '修复时限', '回电']), '到场时限')
})

test('a known word is nearest to itself, and one slip in a word of four letters or more never loses it', () => {
  const words = fc.stringMatching(/^[a-z]{4,12}$/)
  const slipped = fc.tuple(words, fc.nat(), fc.constantFrom('drop', 'double', 'change', 'swap'))
  fc.assert(
    fc.property(slipped, ([word, where, slip]) => {
      assert.equal(nearest(word, ['zzzzzzzzzzzz', word]), word)
      const at = where % word.length
      const [before, letter, after] = [word.slice(0, at), word[at] ?? '', word.slice(at + 1)]
      const written = {
        drop: before + after,
        double: before + letter + letter + after,
        change: `${before}-${after}`,
        swap: before + after.slice(0, 1) + letter + after.slice(1),
      }[slip]
      assert.equal(nearest(written, [word]), word, written)
    }),
    RUNS,
  )
})
