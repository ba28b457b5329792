/** A readable number per tenant, kind and year: `GD-2026-000042`. From a million on it grows by a digit. */
export type TicketNumber = { readonly kind: string; readonly year: number; readonly count: number }

/** 工单 */
export const TICKET_KIND = 'GD'

/** Throws RangeError for what no number can be made of; kinds are two to four capital letters. */
export function ticketNumber(kind: string, year: number, count: number): string {
  const fits =
    /^[A-Z]{2,4}$/.test(kind) && Number.isInteger(year) && year >= 1000 && year <= 9999 && Number.isSafeInteger(count) && count > 0
  if (!fits) throw new RangeError(`no ticket number: ${kind} ${year} ${count}`)
  return `${kind}-${year}-${String(count).padStart(6, '0')}`
}

const NUMBER = /^([A-Z]{2,4})-(\d{4})-(\d{6}|[1-9]\d{6,14})$/

/** Reads a number as people write it: case and blanks around it do not matter. Undefined: it is none. */
export function parseTicketNumber(text: string): TicketNumber | undefined {
  const [, kind, year, count] = NUMBER.exec(text.trim().toUpperCase()) ?? []
  if (kind === undefined || Number(year) < 1000 || Number(count) === 0) return undefined
  return { kind, year: Number(year), count: Number(count) }
}
