import assert from 'node:assert/strict'
import { test } from 'node:test'
import { at } from '../promise/given.testing.ts'
import { NOW, none } from './given.testing.ts'
import type { ServiceCommand } from './decide.ts'

const replaced = none.step('part.replaced', { part: 'P-100', quantity: 2 }, { subject: 'part/T1' })
const correct = (of: string, more: Partial<Extract<ServiceCommand, { name: 'correct' }>> = {}): ServiceCommand => ({
  name: 'correct',
  of,
  reason: '数量打错',
  values: { part: 'P-100', quantity: 3 },
  ...more,
})

test('a wrong quantity is put right in one act: the right entry stands in its place, the wrong one is void with the reason', () => {
  const wrong = replaced.last
  const life = replaced.go(correct(wrong.id), { subject: 'part/T1' })
  const [, right, voided] = life.facts
  assert.deepEqual([right?.type, right?.data.quantity, right?.data.replaces], ['part.replaced', 3, wrong.id])
  assert.deepEqual([voided?.type, voided?.data.of], ['fact.voided', wrong.id])
  assert.deepEqual(
    life.state.entries.map(({ fact, voided: isVoid = false }) => [fact, isVoid]),
    [
      [wrong.id, true],
      [right?.id, false],
    ],
  )
  const said = replaced.decide(correct(wrong.id))
  assert.ok(said.ok)
  assert.deepEqual(
    said.texts.map(({ factId, text }) => [factId === said.facts[1]?.id, text]),
    [[true, '数量打错']],
  )
})

test('what came after a step that is put right came after it still: the record stands where it stood', () => {
  const life = none.step('loan.delivered', { class: 'pump' }, { subject: 'loan/L1' }).step('loan.returned', {}, { subject: 'loan/L1' })
  const [delivered] = life.facts
  const after = life.go(correct(delivered!.id, { values: { class: 'valve' } }), { subject: 'loan/L1' })
  assert.equal(after.state.phase, 'returned')
  assert.deepEqual(
    after.state.entries.map(({ type, voided = false }) => [type, voided]),
    [
      ['loan.delivered', true],
      ['loan.delivered', false],
      ['loan.returned', false],
    ],
  )
})

test('put right long after it happened, it shows by what, and waits for a second person like any late entry', () => {
  const earlier = at('08:00')
  const of = replaced.last.id
  assert.deepEqual(
    [replaced.refusal(correct(of, { occurredAt: earlier }))].map(({ code, field }) => [code, field]),
    [['late-evidence', 'lateEvidence']],
  )
  const life = replaced.go(correct(of, { occurredAt: earlier, lateEvidence: '签字单 7' }))
  const entry = life.state.entries.at(-1)
  assert.deepEqual([entry?.at, entry?.late, entry?.approvedBy], [earlier, true, undefined])
  assert.equal(life.refusal({ name: 'approve', of: entry!.fact }, { person: 'lin' }).code, 'approval-own')
  assert.equal(life.go({ name: 'approve', of: entry!.fact }, { person: 'gu' }).state.entries.at(-1)?.approvedBy, 'gu')
})

test('without a reason, for what is not there, for what is void already or yet to come, nothing is put right', () => {
  const of = replaced.last.id
  const codes = [
    correct(of, { reason: ' ' }),
    correct('nowhere'),
    correct(of, { occurredAt: NOW + 1 }),
    correct(of, { values: { part: 'P-100', quantity: -1 } }),
  ].map((command) => replaced.refusal(command).code)
  assert.deepEqual(codes, ['correct-reason', 'not-here', 'in-future', 'field-kind'])
  const voided = replaced.go({ name: 'void', of, reason: '登错了' })
  assert.equal(voided.refusal(correct(of)).code, 'void-already')
})
