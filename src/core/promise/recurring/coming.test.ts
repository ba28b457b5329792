import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Told } from '../cover/given.testing.ts'
import { facts, recordOf } from '../cover/given.testing.ts'
import { at, clockOf } from '../given.testing.ts'
import { ACCEPTED, CONTRACT, deed, planOf } from '../rhythm.testing.ts'
import type { BoundPlan } from '../types.ts'
import { comingAt } from './coming.ts'

const yearly = planOf('recurring', 'starts: contract.accepted\ntask: visit\nevery: 1y\nahead: 1mo')
const floating = planOf('recurring', 'starts: contract.accepted\ntask: visit\nevery: 1mo\nanchor: floating')

function coming(bound: BoundPlan, told: readonly Told[], when: string): string[] {
  const { record } = recordOf(bound, facts(...told), { subject: CONTRACT, at: when })
  return comingAt(bound, record, at(when)).map(({ promise, due }) => `${promise} ${clockOf(due)}`)
}

const ended: Told = ['2026-05-20 10:00', 'contract.ended', {}, { on: CONTRACT }]

test('the next date of a series is known from its start, long before its occurrence appears', () => {
  const june = planOf('recurring', 'starts: contract.accepted\ntask: visit\non: {months: [6, 12], days: 11-20}')
  const visited = deed('2026-06-12 10:00', 'visit.done')
  assert.deepEqual(coming(june, [], '2026-02-01 10:00'), [])
  assert.deepEqual(coming(june, [ACCEPTED], '2026-02-01 10:00'), ['care 06-21 00:00'])
  assert.deepEqual(coming(june, [ACCEPTED, visited], '2026-07-01 10:00'), ['care 12-21 00:00'])
})

test('what floats has no next date while the one before is open, and after the end of its contract nothing comes', () => {
  assert.deepEqual(coming(floating, [ACCEPTED], '2026-02-01 10:00'), [])
  assert.deepEqual(coming(yearly, [ACCEPTED, ended], '2026-06-01 10:00'), [])
})
