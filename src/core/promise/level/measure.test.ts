import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseMeasure } from '../../plan/measure.ts'
import { tendency } from './measure.ts'

const WAYS: readonly (readonly [string, ReturnType<typeof tendency>])[] = [
  ['7', 0],
  ['count ticket.reported', 1],
  ['count ticket.reported / 3', 1],
  ['3 / count ticket.reported', undefined],
  ['count ticket.reported + count ticket.closed', 1],
  ['count ticket.reported + 3', 1],
  ['3 - count ticket.reported', -1],
  ['count ticket.reported - count ticket.closed', undefined],
  ['3 - count ticket.reported - count ticket.closed', -1],
  ['count ticket.reported - 3 / count ticket.closed', undefined],
]

test('a number is known to be lost or won early only when it can go one way', () => {
  for (const [text, way] of WAYS) assert.equal(tendency(parseMeasure(text) ?? assert.fail(text)), way, text)
})
