import { canonicalJson } from '../../core/canonical.ts'
import { sha256Hex } from '../../core/hash.ts'
import { formatDay } from '../../core/time/civil.ts'
import type { Instant } from '../../core/time/instant.ts'
import { localOf } from '../../core/time/zone.ts'
import { readRows } from '../sheets/rows.ts'
import type { Row as SheetRow } from '../sheets/rows.ts'
import { cellProblem } from '../sheets/table.ts'
import type { CellProblem, Table } from '../sheets/table.ts'
import type { Known } from './cells.ts'
import { readCell } from './cells.ts'
import { LAYOUT } from './columns.ts'
import type { CellKind, Sheet } from './columns.ts'
import { wordsOf } from './say.ts'

/** With the key by which the line is known again. */
export type Row = SheetRow<Sheet> & { readonly key: string }

export const textIn = (values: Row['values'], id: string): string | undefined => (typeof values[id] === 'string' ? values[id] : undefined)
export const instantIn = (values: Row['values'], id: string): Instant | undefined =>
  typeof values[id] === 'number' ? values[id] : undefined

export type Times = { readonly cutOver: Instant; readonly now: Instant }

/** All of it happened, and before the contract was taken over: what comes after is recorded here. */
function timeProblem(at: Instant, { zone }: Known, { cutOver, now }: Times): CellProblem['say'] | undefined {
  if (at > now) return wordsOf('in-future')
  return at >= cutOver ? wordsOf('after-cut-over', { day: formatDay(localOf(zone, cutOver).day) }) : undefined
}

function keyOf({ number, ...rest }: Row['values']): string {
  return typeof number === 'string' ? `n:${number}` : `h:${sha256Hex(canonicalJson(rest)).slice(0, 32)}`
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
    const { line, values } = row
    const params = { row: before.line.row }
    return typeof values.number === 'string'
      ? [cellProblem(line, 'number', wordsOf('number-twice', { ...params, value: values.number }))]
      : [cellProblem(line, undefined, wordsOf('row-twice', params))]
  })
}

type Happened = { readonly rows: readonly Row[]; readonly problems: readonly CellProblem[] }

/** The lines of an import for a contract: what happened, and when. */
export function readHappened(tables: readonly Table[], known: Known, times: Times): Happened {
  const read = readRows<Sheet, CellKind>(tables, {
    layout: LAYOUT,
    read: (kind, cell, epoch1904) => readCell(kind, cell, { known, epoch1904 }),
    wrong: (kind, value) => (kind === 'instant' || kind === 'minute' ? timeProblem(value as Instant, known, times) : undefined),
  })
  const rows = read.rows.map((row) => ({ ...row, key: keyOf(row.values) }))
  return { rows, problems: [...read.problems, ...repeated(rows)] }
}
