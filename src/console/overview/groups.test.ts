import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Obligation } from '../../wire/obligations.ts'
import { sortSoon, splitAt } from './groups.ts'

const ZONE = 'Asia/Shanghai'
const at = (text: string) => Date.parse(`2026-03-02T${text}+08:00`)
const of = (id: string, opened: string, due: number): Obligation => ({
  id,
  promise: id,
  title: id,
  episode: 1,
  subject: 'ticket/T1',
  state: 'open',
  openedAt: at(opened),
  dueAt: due,
  provisional: false,
  pausedMs: 0,
  owedBy: 'vendor',
  evidence: [],
})
const sorted = (all: readonly Obligation[], now: number) => {
  const { atRisk, today } = sortSoon(all, now, ZONE)
  return { atRisk: atRisk.map(({ id }) => id), today: today.map(({ id }) => id) }
}

test('what has little of its time left is at risk, and stands nowhere else', () => {
  const reply = of('reply', '10:00', at('10:30'))
  assert.deepEqual(sorted([reply], at('10:01')), { atRisk: [], today: ['reply'] })
  assert.deepEqual(sorted([reply], at('10:29')), { atRisk: ['reply'], today: [] })
})

test('midnight ends the day of the firm; what is due after it is another day’s', () => {
  const tonight = of('tonight', '08:00', at('23:59') + 60_000)
  const tomorrow = of('tomorrow', '08:00', at('23:59') + 60_001)
  assert.deepEqual(sorted([tonight, tomorrow], at('09:00')), { atRisk: [], today: ['tonight'] })
})

test('the groups keep their order, and both columns end as near to each other as they can', () => {
  assert.equal(splitAt([9, 2, 4, 21, 21]), 4, '36 and 21, rather than 15 and 42')
  assert.equal(splitAt([9, 2, 4, 3, 4]), 2)
  assert.equal(splitAt([30, 1, 1]), 1, 'what comes first never stands alone in no column')
  assert.equal(splitAt([1, 1, 30]), 2)
  assert.deepEqual([splitAt([]), splitAt([5])], [0, 1])
})
