import type { Locale, Params } from '../../core/words.ts'
import { LOCALES } from '../../core/words.ts'
import type { Column, Layout } from './layout.ts'
import { isCalled, sheetWord } from './say.ts'
import type { SheetWord } from './say.ts'

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
export type Line<Sheet extends string = string> = {
  readonly sheet: Sheet
  readonly table: Table
  readonly row: number
  readonly cells: ReadonlyMap<string, Cell>
  /** column id → what it is called there */
  readonly heads: ReadonlyMap<string, Named>
}

export const wordsOf =
  (key: SheetWord, params: Params = {}) =>
  (locale: Locale): string =>
    sheetWord(key, params, locale)

export function problemIn(
  table: Table,
  say: CellProblem['say'],
  at: Partial<Pick<CellProblem, 'row' | 'column' | 'value'>> = {},
): CellProblem {
  return { fileName: table.fileName, sheet: table.name, row: at.row, column: at.column, value: at.value, say }
}

export const isBlankCell = (cell: Cell): boolean => cell === undefined || (typeof cell === 'string' && cell.trim() === '')

const isBlankRow = ({ cells }: Table['rows'][number]): boolean => cells.every(isBlankCell)

/** What is wrong in one cell of a line. */
export function cellProblem(
  line: Pick<Line, 'table' | 'row' | 'heads' | 'cells'>,
  column: string | undefined,
  say: CellProblem['say'],
): CellProblem {
  const value = column === undefined ? undefined : line.cells.get(column)
  return problemIn(line.table, say, {
    row: line.row,
    column: column === undefined ? undefined : line.heads.get(column),
    value: isBlankCell(value) ? undefined : String(value),
  })
}

type Head = { readonly column: Column; readonly at: number; readonly head: string }
type Heads = { readonly heads: readonly Head[]; readonly strangers: readonly string[]; readonly missing: readonly Column[] }

/** One kind of table of a layout. */
type Of<Sheet extends string> = { readonly layout: Layout<Sheet>; readonly sheet: Sheet }

/** The columns under which a first line puts what follows, what in it is none, and what it lacks. */
function headsOf<Sheet extends string>({ layout, sheet }: Of<Sheet>, first: Table['rows'][number]): Heads {
  const heads: Head[] = []
  const strangers: string[] = []
  for (const [at, cell] of first.cells.entries()) {
    if (isBlankCell(cell)) continue
    const head = String(cell).trim()
    const column = layout.columns[sheet].find((one) => isCalled(head, (locale) => layout.columnName(one, locale)))
    if (column) heads.push({ column, at, head })
    else strangers.push(head)
  }
  const missing = layout.columns[sheet].filter(({ id, required }) => required && !heads.some(({ column }) => column.id === id))
  return { heads, strangers, missing }
}

/** By the name of the sheet or the file, else by the columns: the one kind whose required columns all stand there. */
function sheetOf<Sheet extends string>({ name, fileName, rows: [first] }: Table, layout: Layout<Sheet>): Sheet | undefined {
  const known = layout.sheets.find((sheet) => isCalled(name, (locale) => layout.sheetName(sheet, locale)))
  if (known || !first) return known
  const fitting = layout.sheets.filter((sheet) => {
    const { missing, strangers } = headsOf({ layout, sheet }, first)
    return missing.length === 0 && strangers.length === 0
  })
  const byFile = layout.sheets.filter((sheet) => LOCALES.some((locale) => fileName.includes(layout.sheetName(sheet, locale))))
  return fitting.length === 1 ? fitting[0] : (byFile[0] ?? fitting[0])
}

const isGuide = ({ name }: Table): boolean => isCalled(name, (locale) => sheetWord('sheet.guide', {}, locale))

/** Rows that were copied without what stands above them go by the template's order. */
function isHeadless<Sheet extends string>({ epoch1904 }: Table, of: Of<Sheet>, first: Table['rows'][number]): boolean {
  const { isNoHead } = of.layout
  return isNoHead !== undefined && headsOf(of, first).heads.length === 0 && first.cells.some((cell) => isNoHead(cell, epoch1904))
}

function headProblems<Sheet extends string>(table: Table, of: Of<Sheet>, first: Table['rows'][number]): CellProblem[] {
  if (isHeadless(table, of, first)) return []
  const { heads, strangers, missing } = headsOf(of, first)
  const twice = heads.filter(({ column }, at) => heads.findIndex((one) => one.column === column) !== at)
  return [
    ...strangers.map((name) => problemIn(table, wordsOf('no-such-column', { name }), { row: first.row, column: () => name })),
    ...twice.map(({ head }) => problemIn(table, wordsOf('column-twice', { name: head }), { row: first.row, column: () => head })),
    ...missing.map((one) =>
      problemIn(table, (locale) => sheetWord('column-missing', { name: of.layout.columnName(one, locale) }, locale), { row: first.row }),
    ),
  ]
}

type Placed = { readonly id: string; readonly at: number; readonly named: Named }

function linesIn<Sheet extends string>(table: Table, of: Of<Sheet>): Line<Sheet>[] {
  const { layout, sheet } = of
  const [first, ...rest] = table.rows.filter((row) => !isBlankRow(row))
  if (!first) return []
  const isBare = isHeadless(table, of, first)
  const placed = isBare
    ? layout.columns[sheet].map((column, at): Placed => ({ id: column.id, at, named: (locale) => layout.columnName(column, locale) }))
    : headsOf(of, first).heads.map(({ column, at, head }): Placed => ({ id: column.id, at, named: () => head }))
  const heads = new Map(placed.map(({ id, named }) => [id, named]))
  return (isBare ? [first, ...rest] : rest).map(({ row, cells }) => ({
    sheet,
    table,
    row,
    cells: new Map(placed.map(({ id, at }) => [id, cells[at]])),
    heads,
  }))
}

export type Lines<Sheet extends string> = { readonly lines: readonly Line<Sheet>[]; readonly problems: readonly CellProblem[] }

/** The lines of all tables, and what is wrong with the tables themselves. Empty sheets and the one that explains are passed over. */
export function linesOf<Sheet extends string>(tables: readonly Table[], layout: Layout<Sheet>): Lines<Sheet> {
  const lines: Line<Sheet>[] = []
  const problems: CellProblem[] = []
  for (const table of tables) {
    const first = table.rows.find((row) => !isBlankRow(row))
    if (!first || isGuide(table)) continue
    const sheet = sheetOf({ ...table, rows: [first] }, layout)
    if (!sheet) problems.push(problemIn(table, wordsOf('no-such-sheet'), { row: first.row }))
    else {
      problems.push(...headProblems(table, { layout, sheet }, first))
      lines.push(...linesIn(table, { layout, sheet }))
    }
  }
  const [table] = tables
  const most = layout.mostRows
  if (table && lines.length === 0 && problems.length === 0) problems.push({ ...problemIn(table, wordsOf('no-rows')), sheet: '' })
  if (table && lines.length > most) problems.push({ ...problemIn(table, wordsOf('too-many-rows', { most })), sheet: '' })
  return { lines, problems }
}
