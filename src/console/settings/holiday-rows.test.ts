import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lineOf, rowsIn } from './holiday-rows.ts'

const daysIn = (text: string) => JSON.parse(rowsIn(text)!.text)

test('rows of a table are a list, whatever stands between the cells and however a date is written', () => {
  const wanted = [
    { date: '2026-12-31', name: '元旦', isOffDay: true },
    { date: '2027-01-01', name: '元旦', isOffDay: true },
    { date: '2027-02-07', name: '春节', isOffDay: false },
  ]
  for (const text of [
    '日期\t放假/上班\t名称\n2026-12-31\t放假\t元旦\n2027-01-01\t放假\t元旦\n2027-02-07\t上班\t春节\n',
    '2026/12/31,休,元旦\r\n2027/1/1,休,元旦\r\n\r\n2027/2/7,班,春节',
    '"2026年12月31日"，放假，"元旦"\n2027年1月1日 元旦 放假\n春节 2027.2.7 调休上班',
  ])
    assert.deepEqual(daysIn(text), { year: 2027, days: wanted }, text)
})

test('what a row lacks is left open, to be told in its line; the file of a list is no rows', () => {
  const rows = rowsIn('日期 类别 名称\n\n2027-02-05 春节\n大年初一 放假 春节')!
  assert.deepEqual(JSON.parse(rows.text).days, [
    { date: '2027-02-05', name: '春节' },
    { date: '大年初一', name: '春节', isOffDay: true },
  ])
  assert.deepEqual([lineOf('days.0.isOffDay', rows), lineOf('days.1.date', rows), lineOf('year', rows)], [3, 4, undefined])
  for (const text of ['', '  \n', '{"year": 2027, "days": []}', ' [1]']) assert.equal(rowsIn(text), undefined)
  assert.equal(JSON.parse(rowsIn('没有日期 1')!.text).year, 0)
})
