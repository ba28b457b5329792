import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mentionsIn } from './mentions.ts'

const LIN = { id: 'lin', name: '林晓棠' }
const QIN = { id: 'qin', name: '秦岚' }

test('who was picked is named as long as the name stands in the note, once', () => {
  assert.deepEqual(mentionsIn('@林晓棠 请带滤芯', [LIN, QIN, LIN]), { mentions: ['lin'] })
  assert.deepEqual(mentionsIn('@林晓棠 @秦岚 请看', [LIN, QIN]), { mentions: ['lin', 'qin'] })
  assert.deepEqual(mentionsIn('林晓棠 请看', [LIN]), {})
  assert.deepEqual(mentionsIn('@林晓棠', []), {})
})
