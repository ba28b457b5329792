import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clockText, minuteOf } from './minutes.ts'

test('each minute of the day is written as a clock shows it, and read back', () => {
  for (let minute = 0; minute < 1440; minute++) assert.equal(minuteOf(clockText(minute)), minute)
  assert.deepEqual([clockText(0), clockText(450), clockText(1439), minuteOf('')], ['00:00', '07:30', '23:59', 0])
})
