import { canonicalJson } from '../../core/canonical.ts'
import type { Json } from '../../core/fact.ts'
import { sha256Hex } from '../../core/hash.ts'
import { formatDay } from '../../core/time/civil.ts'
import type { Instant } from '../../core/time/instant.ts'
import { localOf } from '../../core/time/zone.ts'
import type { Known } from './cells.ts'
import { isUnreadable, readCell, sayUnreadable } from './cells.ts'
import { COLUMNS } from './columns.ts'
import type { Sheet } from './columns.ts'
import { isBlankCell, linesOf, problemIn, wordsOf } from './table.ts'
import type { Cell, CellProblem, Line, Table } from './table.ts'

/** One line that can be read: its values by column, and the key by which it is known again. */
export type Row = {
  readonly sheet: Sheet
  readonly line: Line
  readonly values: { readonly [column: string]: Json }
  readonly key: string
}

export const textIn = (values: Row['values'], id: string): string | undefined => (typeof values[id] === 'string' ? values[id] : undefined)
export const instantIn = (values: Row['values'], id: string): Instant | undefined =>
  typeof values[id] === 'number' ? values[id] : undefined

export type Times = { readonly cutOver: Instant; readonly now: Instant }

export type ReadRows = { readonly rows: readonly Row[]; readonly problems: readonly CellProblem[] }

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

/** All of it happened, and before the contract was taken over: what comes after is recorded here. */
function timeProblem(at: Instant, { zone }: Known, { cutOver, now }: Times): CellProblem['say'] | undefined {
  if (at > now) return wordsOf('in-future')
  return at >= cutOver ? wordsOf('after-cut-over', { day: formatDay(localOf(zone, cutOver).day) }) : undefined
}

type Read = { readonly known: Known; readonly times: Times; readonly problems: CellProblem[] }

function readLine(line: Line, { known, times, problems }: Read): Row | undefined {
  const before = problems.length
  const values: Record<string, Json> = {}
  const wrong = (column: string, say: CellProblem['say']) => problems.push(cellProblem(line, column, say))
  for (const { id, kind, required } of COLUMNS[line.sheet]) {
    const cell: Cell = line.cells.get(id)
    if (isBlankCell(cell)) {
      if (required && line.heads.has(id)) wrong(id, wordsOf('required'))
      continue
    }
    const value = readCell(kind, cell, { known, epoch1904: line.table.epoch1904 })
    if (isUnreadable(value)) wrong(id, sayUnreadable(value))
    else {
      const late = kind === 'instant' || kind === 'minute' ? timeProblem(value as Instant, known, times) : undefined
      if (late) wrong(id, late)
      values[id] = value
    }
  }
  if (problems.length > before) return undefined
  const { number, ...rest } = values
  const key = typeof number === 'string' ? `n:${number}` : `h:${sha256Hex(canonicalJson(rest)).slice(0, 32)}`
  return { sheet: line.sheet, line, values, key }
}

/** A line that stands there twice, or a number that two of them bear. */
function repeated(rows: readonly Row[]): CellProblem[] {
  const first = new Map<string, Row>()
  return rows.flatMap((row) => {
    const key = `${row.sheet} ${row.key}`
    const before = first.get(key)
    if (!before) {
      first.set(key, row)
      return []
    }
    const params = { row: before.line.row }
    return typeof row.values.number === 'string'
      ? [cellProblem(row.line, 'number', wordsOf('number-twice', { ...params, value: row.values.number }))]
      : [cellProblem(row.line, undefined, wordsOf('row-twice', params))]
  })
}

/** Every line of every table, cell by cell; all that is wrong is said at once. */
export function readRows(tables: readonly Table[], known: Known, times: Times): ReadRows {
  const { lines, problems: found } = linesOf(tables)
  const problems = [...found]
  const rows = lines.flatMap((line) => readLine(line, { known, times, problems }) ?? [])
  return { rows, problems: [...problems, ...repeated(rows)] }
}
