/** One line of a record as it is typed. */
export type RecordField = {
  readonly id: string
  readonly label: string
  readonly kind?: 'line' | 'prose' | 'date' | 'choice'
  /** of a choice */
  readonly options?: readonly { readonly value: string; readonly label: string }[]
  /** what the list says where it is empty */
  readonly none?: string
  readonly required?: boolean
  readonly hint?: string
}
export type RecordValues = Readonly<Record<string, string | undefined>>

/** The texts of a record, as its form begins. */
export function valuesOf(record: object): RecordValues {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => typeof value === 'string')) as RecordValues
}

/** What was changed, and only that; an emptied line is taken away (null), a new record leaves it out. */
export function changesOf(
  fields: readonly RecordField[],
  before: RecordValues | undefined,
  values: RecordValues,
): Record<string, string | null> {
  const changes: Record<string, string | null> = {}
  for (const { id } of fields) {
    const now = values[id]?.trim() ?? ''
    const then = before?.[id] ?? ''
    if (now === then) continue
    if (now !== '') changes[id] = now
    else if (before) changes[id] = null
  }
  return changes
}
