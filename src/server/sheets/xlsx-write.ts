import JSZip from 'jszip'

/** A sheet of a workbook that we write: its first line is headed, the column is as wide as asked (in letters), `choices` are offered below the heading. */
export type WrittenSheet = {
  readonly name: string
  readonly columns: readonly { readonly head: string; readonly width: number; readonly choices?: readonly string[] | undefined }[]
  readonly rows: readonly (readonly string[])[]
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

const escaped = (text: string): string =>
  text
    // eslint-disable-next-line no-control-regex
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

function letters(at: number): string {
  return at < 26 ? String.fromCharCode(65 + at) : letters(Math.floor(at / 26) - 1) + String.fromCharCode(65 + (at % 26))
}

type Place = { readonly at: number; readonly row: number; readonly style: number }

/** Text stays text, whatever it begins with: no cell of ours is ever a formula. */
const cell = (text: string, { at, row, style }: Place): string =>
  text === '' ? '' : `<c r="${letters(at)}${row}" t="inlineStr" s="${style}"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`

const line = (cells: readonly string[], row: number, style: number): string =>
  `<row r="${row}">${cells.map((text, at) => cell(text, { at, row, style })).join('')}</row>`

/** A spreadsheet takes no list of choices longer than this. */
const MOST_LETTERS = 255

function offered({ columns }: WrittenSheet): string {
  const lists = columns.flatMap(({ choices = [] }, at) => {
    const list = choices.join(',')
    if (list === '' || list.length > MOST_LETTERS || choices.some((one) => one.includes(','))) return []
    const place = `${letters(at)}2:${letters(at)}2001`
    return `<dataValidation type="list" allowBlank="1" sqref="${place}"><formula1>"${escaped(list)}"</formula1></dataValidation>`
  })
  return lists.length === 0 ? '' : `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`
}

function sheetXml(sheet: WrittenSheet): string {
  const widths = sheet.columns.map(({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join('')
  const head = line(
    sheet.columns.map((one) => one.head),
    1,
    1,
  )
  const body = sheet.rows.map((cells, index) => line(cells, index + 2, 2)).join('')
  const view =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
  return `${XML}<worksheet xmlns="${MAIN}">${view}<cols>${widths}</cols><sheetData>${head}${body}</sheetData>${offered(sheet)}</worksheet>`
}

const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="49" applyNumberFormat="1" applyAlignment="1"><alignment wrapText="1" vertical="top"/></xf></cellXfs></styleSheet>`

/** An Excel workbook (.xlsx) of plain texts. */
export function writeXlsx(sheets: readonly WrittenSheet[]): Promise<Uint8Array> {
  const zip = new JSZip()
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const parts = sheets
    .map((_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${type}.worksheet+xml"/>`)
    .join('')
  zip.file(
    '[Content_Types].xml',
    `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>${parts}</Types>`,
  )
  zip.file(
    '_rels/.rels',
    `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  )
  const listed = sheets.map(({ name }, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')
  zip.file('xl/workbook.xml', `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${listed}</sheets></workbook>`)
  const related = sheets
    .map((_, at) => `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`)
    .join('')
  const styled = `<Relationship Id="rId${sheets.length + 1}" Type="${RELATIONS}/styles" Target="styles.xml"/>`
  zip.file('xl/_rels/workbook.xml.rels', `${XML}<Relationships xmlns="${PACKAGE}/relationships">${related}${styled}</Relationships>`)
  zip.file('xl/styles.xml', STYLES)
  for (const [at, sheet] of sheets.entries()) zip.file(`xl/worksheets/sheet${at + 1}.xml`, sheetXml(sheet))
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}
