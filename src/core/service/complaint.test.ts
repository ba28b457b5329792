import assert from 'node:assert/strict'
import { test } from 'node:test'
import { none } from './given.testing.ts'

const opened = none.step('complaint.opened', { kind: 'attitude', accused: 'lin', summary: '说话难听' })

test('a complaint is given to an owner, the customer is answered, and it ends with an outcome that was told', () => {
  const closed = opened
    .step('complaint.assigned', { person: 'gu' })
    .step('complaint.answered', { told: 'phone', summary: '已致歉' })
    .step('complaint.closed', { outcome: 'upheld', told: 'letter', satisfied: true })
  assert.deepEqual(
    closed.facts.map(({ type }) => type),
    ['complaint.opened', 'complaint.assigned', 'complaint.answered', 'complaint.closed'],
  )
  assert.equal(closed.state.phase, 'closed')
  assert.equal(closed.refused('complaint.assigned', { person: 'gu' }), 'step-not-now type')
})

test('whoever a complaint is about does not look after it', () => {
  assert.equal(opened.refused('complaint.assigned', { person: 'lin' }), 'owner-accused person')
  const owned = opened.step('complaint.assigned', { person: 'gu' })
  assert.equal(owned.refused('complaint.assigned', { person: 'lin' }), 'owner-accused person')
})

test('nor does its owner become the one it is about: not by a correction of either step', () => {
  const owned = opened.step('complaint.assigned', { person: 'gu' })
  const [report, assigned] = owned.facts
  const accuse = { name: 'correct', of: report!.id, reason: '记错了人', values: { kind: 'attitude', accused: 'gu' } } as const
  assert.equal(owned.refusal(accuse).code, 'accused-owner')
  const reassign = { name: 'correct', of: assigned!.id, reason: '选错了人', values: { person: 'lin' } } as const
  assert.equal(owned.refusal(reassign).code, 'owner-accused')
})

test('a complaint about nobody in particular is anybody’s to look after', () => {
  assert.equal(none.step('complaint.opened', { kind: 'price' }).step('complaint.assigned', { person: 'lin' }).state.phase, 'assigned')
})

test('it is not closed without an outcome, nor before the customer was told how it ended', () => {
  assert.equal(opened.refused('complaint.closed', { told: 'phone' }), 'field-required outcome')
  assert.equal(opened.refused('complaint.closed', { outcome: 'unfounded' }), 'field-required told')
  assert.equal(opened.refused('complaint.closed', { outcome: 'maybe', told: 'phone' }), 'field-choice outcome')
  assert.equal(opened.refused('complaint.answered', { told: 'hint' }), 'field-choice told')
})

test('a complaint that was put to rest by mistake goes on where its closing is void', () => {
  const closed = opened.step('complaint.closed', { outcome: 'unfounded', told: 'phone' })
  assert.equal(closed.go({ name: 'void', of: closed.last.id, reason: '点错' }).state.phase, 'opened')
})

test('a duty call says whom it was for and whether they answered', () => {
  const call = none.step('call.made', { person: 'lin', answered: false, by: 'customer' })
  assert.deepEqual([call.last.data.person, call.last.data.answered, call.last.data.by], ['lin', false, 'customer'])
  assert.equal(none.refused('call.made', { person: 'lin', by: 'customer' }), 'field-required answered')
  assert.equal(none.refused('call.made', { answered: true, by: 'customer' }), 'field-required person')
})
