import { parseDuration } from '../time/duration.ts'
import type { Duration } from '../time/duration.ts'
import type { PlanNode } from './node.ts'
import { identifier, keyWord, scalar, show } from './shape.ts'
import type { JsonSchema, Report, Shape } from './shape.ts'
import type { Span, Value } from './types.ts'

const DURATION = '\\d{1,6}(\\.\\d{1,6})? ?(min|h|d|wd|w|mo|y)'

export const duration: Shape<Duration> = scalar(
  'duration',
  (written) => (typeof written === 'string' ? positive(parseDuration(written)) : undefined),
  {
    type: 'string',
    pattern: `^${DURATION}$`,
  },
)

/** A duration, or none at all: `0d`. */
export const lead: Shape<Duration> = scalar(
  'lead',
  (written) => (typeof written === 'string' && !written.startsWith('-') ? parseDuration(written) : undefined),
  { type: 'string', pattern: `^${DURATION}$` },
)

function positive(read: Duration | undefined): Duration | undefined {
  return read && read.value > 0 ? read : undefined
}

/** `4h`, or `travel + 2h`: the fastest travel time that the fact states, and two hours. */
export const span: Shape<Span> = scalar('span', readSpan, { type: 'string', pattern: `^(travel \\+ )?${DURATION}$` })

export function readSpan(written: string | number | boolean): Span | undefined {
  const [, travel, rest = ''] = /^(travel \+ )?(.+)$/.exec(String(written).trim()) ?? []
  const read = positive(parseDuration(rest))
  return read && { travel: travel !== undefined, duration: read }
}

type Spot<Node extends PlanNode = PlanNode> = { readonly node: Node; readonly path: string }

/** `ofMaps`: a cell may be a map of its own, `{longer-of: [24mo, maker]}`; a table is told from it by its `by`. */
export type CellShape<T> = Shape<T> & { readonly ofMaps?: true }

function readTable<T>(cell: CellShape<T>, { node, path }: Spot<PlanNode & { readonly kind: 'map' }>, report: Report): Value<T> | undefined {
  const by = node.entries.find((entry) => entry.key === 'by')
  if (!by) return (report('table-without-by', { node, path }, { path }), undefined)
  if (by.value.kind !== 'scalar' || typeof by.value.value !== 'string')
    return (
      report('bad-value', { node: by.value, path: `${path}.by` }, { path: `${path}.by`, value: show(by.value), expects: 'identifier' }),
      undefined
    )
  const rows: Record<string, Value<T>> = {}
  let otherwise: Value<T> | undefined
  for (const entry of node.entries) {
    if (entry.key === 'by') continue
    const below = `${path}.${entry.key}`
    if (identifier.read({ kind: 'scalar', at: entry.at, value: entry.key }, below, report) === undefined) continue
    // a row that cannot be read has been told; the others are read and counted all the same
    const row = readValue(cell, { node: entry.value, path: below }, report) ?? { kind: 'none' }
    if (entry.key === 'else') otherwise = row
    else rows[entry.key] = row
  }
  return { kind: 'table', by: by.value.value, rows, otherwise }
}

function isTable({ entries }: PlanNode & { readonly kind: 'map' }): boolean {
  return entries.some(({ key }) => key === 'by')
}

function readValue<T>(cell: CellShape<T>, { node, path }: Spot, report: Report): Value<T> | undefined {
  if (node.kind === 'map' && (!cell.ofMaps || isTable(node))) return readTable(cell, { node, path }, report)
  if (node.kind === 'scalar' && (node.value === 'none' || node.value === 'unstated')) return { kind: node.value }
  const read = cell.read(node, path, report)
  return read === undefined ? undefined : { kind: 'scalar', value: read }
}

function tableSchema(cell: JsonSchema): JsonSchema {
  const row = { anyOf: [cell, { enum: ['none', 'unstated'] }, { type: 'object', required: ['by'] }] }
  return {
    anyOf: [
      cell,
      { enum: ['none', 'unstated'] },
      {
        type: 'object',
        properties: {
          by: { description: keyWord('table.by'), type: 'string' },
          else: { description: keyWord('table.else'), ...row },
        },
        required: ['by'],
        additionalProperties: row,
      },
    ],
  }
}

/** A table is a value, wherever a scalar may stand: `{by: grade, major: 8h, else: 4h}`, nested, `none`, `unstated`. */
export function value<T>(cell: CellShape<T>): Shape<Value<T>> {
  return { read: (node, path, report) => readValue(cell, { node, path }, report), schema: tableSchema(cell.schema) }
}

export type Cell<T> = { readonly path: readonly string[]; readonly value: Exclude<Value<T>, { kind: 'table' }> }

/** All rows of a value with the row keys that lead to them; a scalar is one row. */
export function cellsOf<T>(of: Value<T> | undefined, path: readonly string[] = []): Cell<T>[] {
  if (!of) return []
  if (of.kind !== 'table') return [{ path, value: of }]
  const rows = Object.entries(of.rows).flatMap(([row, below]) => cellsOf(below, [...path, row]))
  return of.otherwise ? [...rows, ...cellsOf(of.otherwise, [...path, 'else'])] : rows
}

/** Every table inside a value, with the path to it. */
export function tablesOf<T>(
  of: Value<T> | undefined,
  path: readonly string[] = [],
): { readonly path: readonly string[]; readonly table: Extract<Value<T>, { kind: 'table' }> }[] {
  if (of?.kind !== 'table') return []
  const below = Object.entries(of.rows).flatMap(([row, inner]) => tablesOf(inner, [...path, row]))
  return [{ path, table: of }, ...below, ...tablesOf(of.otherwise, [...path, 'else'])]
}

/** The same value with the cell at a path exchanged; undefined where the path leads to no cell. */
export function withCell<T>(of: Value<T>, path: readonly string[], cell: Value<T>): Value<T> | undefined {
  const [row, ...rest] = path
  if (row === undefined) return of.kind === 'table' ? undefined : cell
  if (of.kind !== 'table') return undefined
  const below = row === 'else' ? of.otherwise : Object.hasOwn(of.rows, row) ? of.rows[row] : undefined
  const changed = below && withCell(below, rest, cell)
  if (!changed) return undefined
  return row === 'else' ? { ...of, otherwise: changed } : { ...of, rows: { ...of.rows, [row]: changed } }
}
