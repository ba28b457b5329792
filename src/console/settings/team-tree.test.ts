import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inTree } from './team-tree.ts'

const lines = (teams: Parameters<typeof inTree>[0]) => inTree(teams).map(({ team, depth }) => `${' '.repeat(depth)}${team.id}`)

test('a team stands under the one above it, in the order of the list', () => {
  const teams = [{ id: 'b', parent: 'a' }, { id: 'a' }, { id: 'c', parent: 'b' }, { id: 'd', parent: 'a' }]
  assert.deepEqual(lines(teams), ['a', ' b', '  c', ' d'])
})

test('a team whose upper team is not shown stands for itself', () => {
  assert.deepEqual(lines([{ id: 'b', parent: 'gone' }]), ['b'])
})
