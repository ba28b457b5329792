import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CONDITIONS, CONDITION_FIELDS, readConditions, valuesOf, writeConditions } from './conditions.ts'
import { TicketQuery } from './tickets.ts'

test('conditions stand in an address and are read back as they were', () => {
  for (const field of CONDITION_FIELDS)
    for (const operator of CONDITIONS[field].operators)
      for (const value of valuesOf(field) ?? ['2026-11-01']) {
        const one = { field, operator, value }
        assert.deepEqual(readConditions(writeConditions([one, one])!), [one, one])
      }
  assert.equal(writeConditions([]), undefined)
})

test('what is no condition is refused, and with it all that stand beside it', () => {
  for (const text of ['', 'channel', 'channel:is', 'channel:is:pigeon', 'channel:since:phone', 'reported:since:yesterday'])
    assert.equal(readConditions(text), undefined, text)
  for (const text of ['reported:since:2026-13-01', 'reported:is:2026-11-01', 'channel:is:phone:x', 'channel:is:phone,,', 'colour:is:red'])
    assert.equal(readConditions(text), undefined, text)
  for (const day of ['2026-02-30', '2026-04-31', '2025-02-29', '0000-01-01', '2026-1-1'])
    assert.equal(readConditions(`reported:since:${day}`), undefined, day)
  assert.equal(readConditions(Array.from({ length: 11 }, () => 'channel:is:phone').join(',')), undefined)
})

test('a list is asked for with its conditions read, or is not asked for at all', () => {
  const { where } = TicketQuery.parse({ where: 'channel:is:phone,reported:since:2026-11-01' })
  assert.deepEqual(where, [
    { field: 'channel', operator: 'is', value: 'phone' },
    { field: 'reported', operator: 'since', value: '2026-11-01' },
  ])
  assert.equal(TicketQuery.parse({}).where, undefined)
  const refused = TicketQuery.safeParse({ where: 'channel:is:phone,colour:is:red' })
  assert.deepEqual(
    refused.error?.issues.map(({ path }) => path),
    [['where']],
  )
})
