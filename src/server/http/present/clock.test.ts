import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ObligationId } from '../../../wire/obligations.ts'
import { obligationId, readObligationId } from './clock.ts'

test('an obligation is named safely in a path, however the maker calls the model that it is about', () => {
  for (const subject of ['ticket/T1', 'model/LSB-680', 'model/LSB 680.2', 'model/冷水机组（大）/B~1', 'model/100%'] as const) {
    const one = { subject, promise: 'substitute-stock', episode: 3 }
    const id = obligationId(one)
    assert.ok(ObligationId.safeParse(id).success, id)
    assert.deepEqual(readObligationId(id), one)
  }
  assert.equal(obligationId({ subject: 'ticket/T1', promise: 'reply', episode: 1 }), 'ticket.T1.reply.1')
  assert.equal(readObligationId('model.~ZZ.reply.1').subject, 'model/~ZZ')
})
