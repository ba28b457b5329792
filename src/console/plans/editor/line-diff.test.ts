import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { diffLines, nearDifferences } from './line-diff.ts'

const text = fc.array(fc.constantFrom('a: 1', 'b: 2', 'c:', '  d: 3', '')).map((lines) => lines.join('\n'))

test('each of the two texts can be read through in the difference, whole and in order', () => {
  fc.assert(
    fc.property(text, text, (ours, theirs) => {
      const lines = diffLines(ours, theirs)
      const without = (kind: string) =>
        lines
          .filter((line) => line.kind !== kind)
          .map((line) => line.text)
          .join('\n')
      assert.equal(without('theirs'), ours)
      assert.equal(without('ours'), theirs)
    }),
  )
})

test('a text differs from itself in nothing, and one changed line is told as one', () => {
  fc.assert(fc.property(text, (one) => assert.ok(diffLines(one, one).every(({ kind }) => kind === 'same'))))
  assert.deepEqual(
    diffLines('a\nb\nc', 'a\nx\nc').map(({ kind, text: said }) => `${kind} ${said}`),
    ['same a', 'ours b', 'theirs x', 'same c'],
  )
})

test('of a long text only the lines around a difference are shown, and where lines are left out that is marked once', () => {
  const long = Array.from({ length: 30 }, (_, index) => `line ${index}`)
  const shown = nearDifferences(diffLines(long.join('\n'), long.with(15, 'other').join('\n')))
  assert.deepEqual(
    shown.map((line) => line?.text),
    [undefined, 'line 13', 'line 14', 'line 15', 'other', 'line 16', 'line 17', undefined],
  )
})
