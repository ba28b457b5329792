import assert from 'node:assert/strict'
import { test } from 'node:test'
import { csvOf } from './csv.ts'

test('a cell that a spreadsheet would run is kept as text', () => {
  const csv = csvOf(['=1+1', '@cmd', '-12.50', '说“好”"'], [{ title: '工单', of: (text) => text }])
  assert.equal(csv, '\uFEFF"工单"\r\n"\'=1+1"\r\n"\'@cmd"\r\n"-12.50"\r\n"说“好”"""\r\n')
})
