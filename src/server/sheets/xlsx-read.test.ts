import assert from 'node:assert/strict'
import { test } from 'node:test'
import JSZip from 'jszip'
import { isUnread } from './file.ts'
import { readXlsx } from './xlsx-read.ts'

const FORMATS = ['General', 'yyyy-mm-dd', 'yyyy\\-mm\\-dd\\ hh:mm', '0.00"h"', '[$-804]yyyy"年"m"月"d"日"', 'm/d/yy h:mm']
const xfs = FORMATS.map((_, at) => `<xf numFmtId="${at === 0 ? 0 : at === 5 ? 22 : 163 + at}"/>`).join('')
const styles = `<styleSheet><numFmts>${FORMATS.slice(1, 5)
  .map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${code.replaceAll('"', '&quot;')}"/>`)
  .join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${xfs}</cellXfs></styleSheet>`

async function sheetOf(cells: readonly (readonly [style: number, value: number])[], { date1904 = false } = {}) {
  const zip = new JSZip()
  const row = cells.map(([style, value]) => `<c s="${style}"><v>${value}</v></c>`).join('')
  zip.file(
    'xl/workbook.xml',
    `<workbook xmlns:r="r"><workbookPr date1904="${date1904 ? 1 : 0}"/><sheets><sheet name="上门" r:id="r1"/></sheets></workbook>`,
  )
  zip.file('xl/_rels/workbook.xml.rels', '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>')
  zip.file('xl/styles.xml', styles)
  zip.file('xl/worksheets/sheet1.xml', `<worksheet><sheetData><row>${row}</row></sheetData></worksheet>`)
  return readXlsx(await zip.generateAsync({ type: 'uint8array' }))
}

test('a number is read as the workbook shows it: a day, a day with its time, midnight too, or a number', async () => {
  const read = await sheetOf([
    [0, 46_285],
    [1, 46_285],
    [2, 46_285],
    [2, 46_285.597_222_22],
    [3, 46_285],
    [4, 46_285.5],
    [5, 46_285],
  ])
  assert.ok(!isUnread(read))
  assert.deepEqual(read[0]?.rows[0]?.cells, [
    46_285,
    '2026-09-20',
    '2026-09-20 00:00',
    '2026-09-20 14:20',
    46_285,
    '2026-09-20 12:00',
    '2026-09-20 00:00',
  ])
  const other = await sheetOf([[2, 44_823]], { date1904: true })
  assert.ok(!isUnread(other))
  assert.deepEqual(other[0]?.rows[0]?.cells, ['2026-09-20 00:00'])
})
