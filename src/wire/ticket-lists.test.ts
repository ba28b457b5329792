import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readColumns, TICKET_COLUMNS, USUAL, writeColumns } from './ticket-lists.ts'

test('columns keep the order of the list, and the clock and the ticket are always among them', () => {
  assert.deepEqual(readColumns('team,due'), ['nearest', 'due', 'ticket', 'team'])
  assert.deepEqual(readColumns('ticket,nearest'), ['nearest', 'ticket'])
  assert.deepEqual(readColumns(TICKET_COLUMNS.join(',')), TICKET_COLUMNS)
})

test('what is no column is told from none', () => {
  assert.equal(readColumns('due,price'), undefined)
  assert.equal(readColumns('constructor'), undefined)
})

test('the usual columns need no word in the address, and every other choice comes back as it was written', () => {
  assert.equal(writeColumns(USUAL), undefined)
  for (const chosen of [['nearest', 'ticket'], ['nearest', 'ticket', 'team'], TICKET_COLUMNS] as const)
    assert.deepEqual(readColumns(writeColumns(chosen) ?? ''), chosen)
})
