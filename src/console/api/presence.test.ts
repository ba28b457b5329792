import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PresenceEvent } from '../../wire/presence.ts'
import { afterHearing, stillHere } from './presence.ts'

const of = (id: string, state: PresenceEvent['state']): PresenceEvent => ({ ticket: 'T1', person: { id, name: id }, state })

test('somebody is here until they leave, or until nothing was heard of them for long', () => {
  const gu = afterHearing([], of('gu', 'here'), 0)
  const both = afterHearing(gu, of('xu', 'typing'), 30_000)
  assert.deepEqual(
    both.map(({ person, state }) => `${person.id} ${state}`),
    ['gu here', 'xu typing'],
  )
  assert.deepEqual(
    afterHearing(both, of('gu', 'typing'), 31_000).map(({ person, state }) => `${person.id} ${state}`),
    ['xu typing', 'gu typing'],
  )
  assert.deepEqual(
    afterHearing(both, of('gu', 'gone'), 31_000).map(({ person }) => person.id),
    ['xu'],
  )
  assert.deepEqual(stillHere(both, 49_999).length, 2)
  assert.deepEqual(
    stillHere(both, 50_000).map(({ person }) => person.id),
    ['xu'],
  )
})
