import assert from 'node:assert/strict'
import { test } from 'node:test'
import { LOCALES } from '../../core/words.ts'
import { isUnread, sheetsIn } from '../sheets/file.ts'
import { linesOf } from '../sheets/table.ts'
import { LAYOUT } from './columns.ts'

async function readAs(name: string, text: string) {
  const sheets = await sheetsIn(Buffer.from(text))
  assert.ok(!isUnread(sheets))
  const { lines, problems } = linesOf(
    sheets.map((sheet) => ({ ...sheet, file: 0, fileName: name })),
    LAYOUT,
  )
  return {
    problems: problems.map(({ row, say }) => `${row} ${say('zh-CN')}`),
    lines: lines.map(({ sheet, row, cells }) =>
      [sheet, row, ...[...cells].flatMap(([id, cell]) => (cell ? [`${id} ${cell}`] : []))].join(', '),
    ),
    lineOf: lines[0]!,
  }
}

const LINES = ['loans, 1, deliveredAt 2026-09-20 23:30, ticket GD-81, asset ZQ-1']

test('rows that were copied without headings go by the order of the template, parted as they are', async () => {
  const pasted = await readAs('粘贴的备机借用.csv', '\t2026-09-20 23:30\tGD-81\tZQ-1')
  assert.deepEqual([pasted.problems, pasted.lines], [[], LINES])
  assert.deepEqual(
    LOCALES.map((locale) => pasted.lineOf.heads.get('deliveredAt')?.(locale)),
    ['借出时间', '借出時間', 'Lent at'],
    'a column without a heading is called what the reader calls it',
  )
  assert.deepEqual((await readAs('Pasted Loans.csv', '\n,2026-09-20 23:30,GD-81,ZQ-1')).lines, [
    'loans, 2, deliveredAt 2026-09-20 23:30, ticket GD-81, asset ZQ-1',
  ])
})

test('rows with headings of their own are read by them, in any order, with marks and in any of the languages', async () => {
  for (const heads of ['设备\t借出时间 *\t原工单号', '設備\t借出時間\t原工單號', 'Device\tLent at\tFormer ticket number'])
    assert.deepEqual(
      (await readAs('粘贴的备机借用.csv', `${heads}\nZQ-1\t2026-09-20 23:30\tGD-81`)).lines.map((line) =>
        line.split(', ').sort().join(', '),
      ),
      ['2, asset ZQ-1, deliveredAt 2026-09-20 23:30, loans, ticket GD-81'],
      heads,
    )
})

test('a heading that is none is said, and not taken for a thing that happened', async () => {
  const { problems } = await readAs('备机借用.csv', '什么时候,哪台\n2026-09-20 23:30,ZQ-1')
  assert.match(problems[0]!, /^1 没有“什么时候”这一列/)
})
