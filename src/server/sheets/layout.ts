import type { Locale } from '../../core/words.ts'
import type { Cell } from './table.ts'

/** `called`: the column whose name it bears, where that is another. */
export type Column<Kind extends string = string> = {
  readonly id: string
  readonly kind: Kind
  readonly required?: true
  readonly called?: string
}

export const column = <Kind extends string>(id: string, kind: Kind): Column<Kind> => ({ id, kind })
export const must = <Kind extends string>(id: string, kind: Kind): Column<Kind> => ({ id, kind, required: true })

/** What an import takes: one table a kind of thing, one line a thing. */
export type Layout<Sheet extends string = string, Kind extends string = string> = {
  /** in the order in which a template shows them */
  readonly sheets: readonly Sheet[]
  readonly columns: { readonly [Name in Sheet]: readonly Column<Kind>[] }
  readonly sheetName: (sheet: Sheet, locale: Locale) => string
  readonly columnName: (column: Pick<Column, 'id' | 'called'>, locale: Locale) => string
  readonly mostRows: number
  /** A cell that no heading is: a first line in which one stands, and the name of no column, goes by the template's order. Without it every table has headings. */
  readonly isNoHead?: (cell: Cell, epoch1904: boolean) => boolean
}
