import type { Locale, Params } from '../../core/words.ts'
import { momentIn } from './cells.ts'
import { COLUMNS, MOST_ROWS, SHEETS } from './columns.ts'
import type { Column, Sheet } from './columns.ts'
import { columnName, cutoverWord, isCalled, sheetName } from './say.ts'
import type { CutoverWord } from './say.ts'

/** What a cell holds: text, a number (of days since 1900 where it is a date), yes or no. */
export type Cell = string | number | boolean | undefined

/** One table of one file. `file`: which of those that are imported; `name`: of the sheet, empty in a CSV; `epoch1904`: its dates are counted from 1904. */
export type Table = {
  readonly file: number
  readonly fileName: string
  readonly name: string
  readonly rows: readonly { readonly row: number; readonly cells: readonly Cell[] }[]
  readonly epoch1904: boolean
}

/** What a column is called: as it is headed there, or, where nothing stands above it, as the reader calls it. */
export type Named = (locale: Locale) => string

/** Where something is wrong: `row` 1 is the first. */
export type CellProblem = {
  readonly fileName: string
  readonly sheet: string
  readonly row: number | undefined
  readonly column: Named | undefined
  readonly value: string | undefined
  readonly say: (locale: Locale) => string
}

/** One line with what stands under each column that was recognised. */
export type Line = {
  readonly sheet: Sheet
  readonly table: Table
  readonly row: number
  readonly cells: ReadonlyMap<string, Cell>
  /** column id → what it is called there */
  readonly heads: ReadonlyMap<string, Named>
}

export const wordsOf =
  (key: CutoverWord, params: Params = {}) =>
  (locale: Locale): string =>
    cutoverWord(key, params, locale)

export function problemIn(
  table: Table,
  say: CellProblem['say'],
  at: Partial<Pick<CellProblem, 'row' | 'column' | 'value'>> = {},
): CellProblem {
  return { fileName: table.fileName, sheet: table.name, row: at.row, column: at.column, value: at.value, say }
}

export const isBlankCell = (cell: Cell): boolean => cell === undefined || (typeof cell === 'string' && cell.trim() === '')

const isBlankRow = ({ cells }: Table['rows'][number]): boolean => cells.every(isBlankCell)

type Head = { readonly column: Column; readonly at: number; readonly head: string }

/** The columns under which a first line puts what follows, and what in it is none. */
function headsOf(sheet: Sheet, first: Table['rows'][number]): { readonly heads: readonly Head[]; readonly strangers: readonly string[] } {
  const heads: Head[] = []
  const strangers: string[] = []
  for (const [at, cell] of first.cells.entries()) {
    if (isBlankCell(cell)) continue
    const head = String(cell).trim()
    const column = COLUMNS[sheet].find((one) => isCalled(head, (locale) => columnName(one, locale)))
    if (column) heads.push({ column, at, head })
    else strangers.push(head)
  }
  return { heads, strangers }
}

/** By the name of the sheet or the file, else by the columns: the one kind whose required columns all stand there. */
function sheetOf({ name, fileName, rows: [first] }: Table): Sheet | undefined {
  const named = SHEETS.find((sheet) => isCalled(name, (locale) => sheetName(sheet, locale)))
  if (named || !first) return named
  const fits = (sheet: Sheet) => {
    const { heads, strangers } = headsOf(sheet, first)
    const missing = COLUMNS[sheet].filter(({ id, required }) => required && !heads.some(({ column }) => column.id === id))
    return missing.length === 0 && strangers.length === 0
  }
  const fitting = SHEETS.filter(fits)
  const byFile = SHEETS.filter((sheet) => (['zh-CN', 'zh-TW', 'en'] as const).some((locale) => fileName.includes(sheetName(sheet, locale))))
  return fitting.length === 1 ? fitting[0] : (byFile[0] ?? fitting[0])
}

const isGuide = ({ name }: Table): boolean => isCalled(name, (locale) => cutoverWord('sheet.guide', {}, locale))

/** Rows that were copied without what stands above them: a day or a time stands in the first, and the name of no column. They go by the template's order. */
function isHeadless({ epoch1904 }: Table, sheet: Sheet, first: Table['rows'][number]): boolean {
  const isTime = (cell: Cell) => typeof cell === 'string' && momentIn(cell, epoch1904) !== undefined
  return headsOf(sheet, first).heads.length === 0 && first.cells.some(isTime)
}

function headProblems(table: Table, sheet: Sheet, first: Table['rows'][number]): CellProblem[] {
  if (isHeadless(table, sheet, first)) return []
  const { heads, strangers } = headsOf(sheet, first)
  const missing = COLUMNS[sheet].filter(({ id, required }) => required && !heads.some(({ column }) => column.id === id))
  const twice = heads.filter(({ column }, at) => heads.findIndex((one) => one.column === column) !== at)
  return [
    ...strangers.map((name) => problemIn(table, wordsOf('no-such-column', { name }), { row: first.row, column: () => name })),
    ...twice.map(({ head }) => problemIn(table, wordsOf('column-twice', { name: head }), { row: first.row, column: () => head })),
    ...missing.map((one) =>
      problemIn(table, (locale) => cutoverWord('column-missing', { name: columnName(one, locale) }, locale), { row: first.row }),
    ),
  ]
}

type Placed = { readonly id: string; readonly at: number; readonly named: Named }

function linesIn(table: Table, sheet: Sheet): Line[] {
  const [first, ...rest] = table.rows.filter((row) => !isBlankRow(row))
  if (!first) return []
  const isBare = isHeadless(table, sheet, first)
  const placed = isBare
    ? COLUMNS[sheet].map((column, at): Placed => ({ id: column.id, at, named: (locale) => columnName(column, locale) }))
    : headsOf(sheet, first).heads.map(({ column, at, head }): Placed => ({ id: column.id, at, named: () => head }))
  const heads = new Map(placed.map(({ id, named }) => [id, named]))
  return (isBare ? [first, ...rest] : rest).map(({ row, cells }) => ({
    sheet,
    table,
    row,
    cells: new Map(placed.map(({ id, at }) => [id, cells[at]])),
    heads,
  }))
}

/** The lines of all tables, and what is wrong with the tables themselves. Empty sheets and the one that explains are passed over. */
export function linesOf(tables: readonly Table[]): { readonly lines: readonly Line[]; readonly problems: readonly CellProblem[] } {
  const lines: Line[] = []
  const problems: CellProblem[] = []
  for (const table of tables) {
    const first = table.rows.find((row) => !isBlankRow(row))
    if (!first || isGuide(table)) continue
    const sheet = sheetOf({ ...table, rows: [first] })
    if (!sheet) problems.push(problemIn(table, wordsOf('no-such-sheet'), { row: first.row }))
    else {
      problems.push(...headProblems(table, sheet, first))
      lines.push(...linesIn(table, sheet))
    }
  }
  const [table] = tables
  if (table && lines.length === 0 && problems.length === 0) problems.push({ ...problemIn(table, wordsOf('no-rows')), sheet: '' })
  if (table && lines.length > MOST_ROWS) problems.push({ ...problemIn(table, wordsOf('too-many-rows', { most: MOST_ROWS })), sheet: '' })
  return { lines, problems }
}
