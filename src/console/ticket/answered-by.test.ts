import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answeredBy } from './answered-by.ts'

const reported = (channel: string, voided?: { fact: string; at: number }) => ({
  type: 'ticket.reported',
  data: { channel },
  ...(voided ? { voided } : {}),
})

test('the customer is answered by the channel that they used last', () => {
  assert.equal(answeredBy({ ticket: { channel: 'mail' }, timeline: [reported('mail')] }), 'mail')
  assert.equal(answeredBy({ ticket: { channel: 'mail' }, timeline: [reported('mail'), reported('im')] }), 'im')
  assert.equal(answeredBy({ ticket: { channel: 'mail' }, timeline: [reported('mail'), reported('im', { fact: 'f', at: 1 })] }), 'mail')
})

test('who wrote to us since is answered where they wrote', () => {
  const wrote = { type: 'ticket.messaged', data: { channel: 'portal' } }
  assert.equal(answeredBy({ ticket: { channel: 'phone' }, timeline: [reported('phone'), wrote] }), 'portal')
  assert.equal(
    answeredBy({ ticket: { channel: 'phone' }, timeline: [reported('phone'), { ...wrote, voided: { fact: 'f', at: 1 } }] }),
    'phone',
  )
})

test('a scanned code is answered in the portal, what a device reported by phone', () => {
  assert.equal(answeredBy({ ticket: { channel: 'qr' }, timeline: [] }), 'portal')
  assert.equal(answeredBy({ ticket: { channel: 'device' }, timeline: [] }), 'phone')
})
