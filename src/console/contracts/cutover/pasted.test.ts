import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withHeadings } from './pasted.ts'

const sheet = { columns: ['原编号', '完成时间', '类型'].map((name) => ({ name, required: false })) }

test('rows that were copied without headings stand under those of the template, parted as they are', () => {
  assert.equal(withHeadings('XJ-1\t2026-01-14\t巡检', sheet), '原编号\t完成时间\t类型\nXJ-1\t2026-01-14\t巡检')
  assert.equal(withHeadings('\nXJ-1,2026-01-14,巡检', sheet), '原编号,完成时间,类型\nXJ-1,2026-01-14,巡检')
})

test('rows with headings of their own, in any order and with marks, stay as they are', () => {
  const own = '类型\t完成时间 *\n巡检\t2026-01-14'
  assert.equal(withHeadings(own, sheet), own)
})
