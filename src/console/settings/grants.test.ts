import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ACTIONS } from '../../core/access/actions.ts'
import { SHIPPED_ROLES } from '../../core/access/roles.ts'
import { GROUPS, actionsByGroup, grantsOf, isChanged, listOf } from './grants.ts'

test('every action stands in one group, and every group has some', () => {
  const groups = actionsByGroup()
  assert.deepEqual([...groups.values()].flat().toSorted(), [...ACTIONS].toSorted())
  for (const group of GROUPS) assert.ok((groups.get(group)?.length ?? 0) > 0, group)
})

test('what a role grants comes back the same, whatever the order', () => {
  for (const { grants } of SHIPPED_ROLES) {
    const once = listOf(grantsOf(grants))
    assert.equal(once.length, grants.length)
    assert.deepEqual(listOf(grantsOf(grants.toReversed())), once)
  }
})

test('what the program does not know is left out', () => {
  assert.deepEqual(
    grantsOf([
      { action: 'fly', scope: 'all' },
      { action: 'ticket.read', scope: 'galaxy' },
    ]),
    {},
  )
})

test('a role is changed by a grant more, less, or wider', () => {
  const before = grantsOf([{ action: 'ticket.read', scope: 'team' }])
  assert.equal(isChanged(before, { 'ticket.read': 'team' }), false)
  assert.equal(isChanged(before, { 'ticket.read': 'all' }), true)
  assert.equal(isChanged(before, { 'ticket.read': 'team', 'ticket.note': 'own' }), true)
  assert.equal(isChanged(before, {}), true)
})
