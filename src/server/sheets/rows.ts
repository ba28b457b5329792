import type { Json } from '../../core/fact.ts'
import type { Unreadable } from './cells.ts'
import { isUnreadable, sayUnreadable } from './cells.ts'
import type { Layout } from './layout.ts'
import { cellProblem, isBlankCell, linesOf, wordsOf } from './table.ts'
import type { Cell, CellProblem, Line, Table } from './table.ts'

/** One line that can be read: its values by column. */
export type Row<Sheet extends string = string> = {
  readonly sheet: Sheet
  readonly line: Line<Sheet>
  readonly values: { readonly [column: string]: Json }
}

export type ReadRows<Sheet extends string> = {
  readonly rows: readonly Row<Sheet>[]
  /** lines in which something is wrong */
  readonly unread: readonly Line<Sheet>[]
  readonly problems: readonly CellProblem[]
}

/** How the lines of a layout are read. */
export type RowReading<Sheet extends string, Kind extends string> = {
  readonly layout: Layout<Sheet, Kind>
  /** a cell that is not empty */
  readonly read: (kind: Kind, cell: Cell, epoch1904: boolean) => Json | Unreadable
  /** what is wrong with a value that could be read */
  readonly wrong?: (kind: Kind, value: Json) => CellProblem['say'] | undefined
}

function readLine<Sheet extends string, Kind extends string>(
  line: Line<Sheet>,
  { layout, read, wrong }: RowReading<Sheet, Kind>,
  problems: CellProblem[],
): Row<Sheet> | undefined {
  const before = problems.length
  const values: Record<string, Json> = {}
  const say = (column: string, words: CellProblem['say']) => problems.push(cellProblem(line, column, words))
  for (const { id, kind, required } of layout.columns[line.sheet]) {
    const cell = line.cells.get(id)
    if (isBlankCell(cell)) {
      if (required && line.heads.has(id)) say(id, wordsOf('required'))
      continue
    }
    const value = read(kind, cell, line.table.epoch1904)
    if (isUnreadable(value)) say(id, sayUnreadable(value))
    else {
      const because = wrong?.(kind, value)
      if (because) say(id, because)
      values[id] = value
    }
  }
  return problems.length > before ? undefined : { sheet: line.sheet, line, values }
}

/** Every line of every table, cell by cell; all that is wrong is said at once. */
export function readRows<Sheet extends string, Kind extends string>(
  tables: readonly Table[],
  reading: RowReading<Sheet, Kind>,
): ReadRows<Sheet> {
  const { lines, problems: found } = linesOf(tables, reading.layout)
  const problems = [...found]
  const read = lines.map((line) => ({ line, row: readLine(line, reading, problems) }))
  const rows = read.flatMap(({ row }) => row ?? [])
  return { rows, unread: read.flatMap(({ line, row }) => (row ? [] : line)), problems }
}
