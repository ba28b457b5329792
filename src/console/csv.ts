const FORMULA = /^[=+\-@\t\r]/

/** A cell that a spreadsheet would run as a formula is kept as text; quotes are doubled. */
function cell(text: string): string {
  const safe = FORMULA.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text
  return `"${safe.replaceAll('"', '""')}"`
}

export type CsvColumn<Row> = { readonly title: string; readonly of: (row: Row) => string }

/** What is shown, as a file that spreadsheets open as it is: UTF-8 with its mark, a row a line. */
export function csvOf<Row>(rows: readonly Row[], columns: readonly CsvColumn<Row>[]): string {
  const lines = [columns.map(({ title }) => cell(title)), ...rows.map((row) => columns.map(({ of }) => cell(of(row))))]
  return `\uFEFF${lines.map((line) => line.join(',')).join('\r\n')}\r\n`
}

/** Hands a text to the browser as a file of this name. */
export function takeCsv(name: string, csv: string): void {
  const url = URL.createObjectURL(new Blob([csv], { type: 'text/csv;charset=utf-8' }))
  Object.assign(document.createElement('a'), { href: url, download: `${name}.csv` }).click()
  URL.revokeObjectURL(url)
}
