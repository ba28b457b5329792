import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decideDone, taskOf } from './done.ts'

const KEY = 'ticket/T1|late|2|open-task:apology'
const context = { now: 5, person: 'gu', newId: () => 'f1', owners: ['contract/C1', 'customer/K'] as const }

test('a task is known by the key of what opened it, one that follows from a withdrawal as well', () => {
  assert.deepEqual(taskOf(KEY), { subject: 'ticket/T1', promise: 'late', episode: 2, effect: 'open-task:apology' })
  assert.equal(taskOf('ticket/T1|late|1|entitle:replacement|2|review')?.effect, 'entitle:replacement|2|review')
  for (const key of ['', 'ticket/T1', 'ticket/T1|late', 'ticket/T1|late|x|open-task:apology', 'ticket/T1|late|1|'])
    assert.equal(taskOf(key), undefined, key)
})

test('that a task is done is one fact of its owner, by whom and when, with the sentence beside it', () => {
  const { facts, texts } = decideDone(taskOf(KEY)!, ' 已登门致歉 ', context)
  assert.deepEqual(facts, [
    {
      id: 'f1',
      subject: 'ticket/T1',
      also: ['contract/C1', 'customer/K'],
      type: 'task.done',
      occurredAt: 5,
      source: 'hand',
      by: 'gu',
      data: { promise: 'late', episode: 2, effect: 'open-task:apology' },
    },
  ])
  assert.deepEqual(texts, [{ factId: 'f1', field: 'did', text: '已登门致歉' }])
})
