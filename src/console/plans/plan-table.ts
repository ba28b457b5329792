import type { Locale } from '../../core/words.ts'
import type { PlanTableRow } from '../../wire/plans.ts'
import type { PlanSort } from '../search.ts'

/** In the order in which they are read. */
export const PLAN_FORMS = ['deadline', 'recurring', 'level', 'cover', 'gate', 'rule'] as const

function keyOf(row: PlanTableRow, column: string): string {
  switch (column) {
    case 'form':
      return String(PLAN_FORMS.indexOf(row.form))
    case 'starts':
      return row.starts
    case 'within':
    case 'calendar':
    case 'follows':
    case 'source':
      return row[column].join(' ')
    default:
      return row.title
  }
}

/** Sorted by a column, figures in it by their size; what says nothing there stands last, either way. Unsorted it is the plan's own order. */
export function sortRows(rows: readonly PlanTableRow[], sort: PlanSort | undefined, locale: Locale): readonly PlanTableRow[] {
  if (sort === undefined) return rows
  const column = sort.replace('-', '')
  const sign = sort.startsWith('-') ? -1 : 1
  const { compare } = new Intl.Collator(locale, { numeric: true })
  return rows.toSorted((a, b) => {
    const [left, right] = [keyOf(a, column), keyOf(b, column)]
    if (left === '' || right === '') return Number(left === '') - Number(right === '')
    return sign * compare(left, right)
  })
}
