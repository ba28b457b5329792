/** How people write that a day is off, and that it is worked. */
const OFF = ['放假', '休息', '休', '放', 'off', 'holiday']
const WORKED = ['上班', '调休上班', '調休上班', '补班', '補班', '班', 'work', 'worked', 'workday']

const DATE = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/

/** `2027/2/5` and `2027年2月5日` are `2027-02-05`; undefined: no such cell. */
function dateIn(cells: readonly string[]): string | undefined {
  const [, year, month = '', day = ''] = cells.map((cell) => DATE.exec(cell)).find((match) => match !== null) ?? []
  return year === undefined ? undefined : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

function dayIn(line: string) {
  const cells = line
    .split(/[\t,，;；\s]+/)
    .map((cell) => cell.replaceAll('"', ''))
    .filter(Boolean)
  const kind = cells.find((cell) => [...OFF, ...WORKED].includes(cell.toLowerCase()))
  const date = dateIn(cells)
  const names = cells.filter((cell) => cell !== kind && !DATE.test(cell))
  // What is no date stands where a date is expected, so that it is told as such.
  const name = date === undefined ? names.slice(1) : names
  return {
    date: date ?? names[0] ?? '',
    name: name.join(' '),
    isOffDay: kind === undefined ? undefined : OFF.includes(kind.toLowerCase()),
  }
}

/** A list that was typed or pasted row by row, as it is published; `lines`: where in the text each day stands, from 1. */
export type Rows = { readonly text: string; readonly lines: readonly number[] }

/** Undefined: it is no rows but the list's file itself, or nothing. */
export function rowsIn(text: string): Rows | undefined {
  if (/^\s*($|[{[])/.test(text)) return undefined
  const all = text.split(/\r?\n/).map((line, index) => ({ line, at: index + 1 }))
  const written = all.filter(({ line }) => line.trim() !== '')
  // the head of a table has no figure in it
  const rows = written.filter(({ line }, index) => index > 0 || /\d/.test(line))
  const days = rows.map(({ line }) => dayIn(line))
  const years = days.map(({ date }) => Number(date.slice(0, 4))).filter((year) => year > 0)
  return { text: JSON.stringify({ year: Math.max(0, ...years), days }), lines: rows.map(({ at }) => at) }
}

/** In which line of the text the trouble is; undefined: in none of them. */
export function lineOf(path: string, { lines }: Pick<Rows, 'lines'>): number | undefined {
  const index = /^days\.(\d+)/.exec(path)?.[1]
  return index === undefined ? undefined : lines[Number(index)]
}
