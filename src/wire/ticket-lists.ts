/** Of a view that grows with the years (closed, all) no more tickets are counted: it stands for that many or more. */
export const MOST_COUNTED = 10_000

/** Columns of the list of tickets, in their order; the nearest clock and the ticket itself always stand there. */
export const TICKET_COLUMNS = [
  'nearest',
  'due',
  'ticket',
  'where',
  'device',
  'grade',
  'others',
  'assignee',
  'team',
  'contract',
  'reported',
  'changed',
] as const
export type TicketColumn = (typeof TICKET_COLUMNS)[number]

export const ALWAYS: readonly TicketColumn[] = ['nearest', 'ticket']
/** What a list shows that nobody has chosen the columns of. */
export const USUAL: readonly TicketColumn[] = ['nearest', 'due', 'ticket', 'where', 'device', 'grade', 'others', 'assignee']

/** `due,where,team` as it stands in an address: the columns in the list's own order, those that always stand there among them. Undefined: one of them is none. */
export function readColumns(text: string): readonly TicketColumn[] | undefined {
  const asked = text.split(',').filter(Boolean)
  if (!asked.every((one) => TICKET_COLUMNS.includes(one as TicketColumn))) return undefined
  return TICKET_COLUMNS.filter((one) => ALWAYS.includes(one) || asked.includes(one))
}

/** As it stands in an address; undefined: the usual ones. */
export function writeColumns(columns: readonly TicketColumn[]): string | undefined {
  const shown = TICKET_COLUMNS.filter((one) => ALWAYS.includes(one) || columns.includes(one))
  if (shown.join() === USUAL.join()) return undefined
  return shown.filter((one) => !ALWAYS.includes(one)).join(',') || ALWAYS.join(',')
}
