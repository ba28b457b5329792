/** 工单 */
export const TICKET_KIND = 'GD'

/** A readable number per tenant, kind and year: `GD-2026-000042`; from a million on it grows by a digit. Throws RangeError for what no number can be made of; kinds are two to four capital letters. */
export function ticketNumber(kind: string, year: number, count: number): string {
  const fits =
    /^[A-Z]{2,4}$/.test(kind) && Number.isInteger(year) && year >= 1000 && year <= 9999 && Number.isSafeInteger(count) && count > 0
  if (!fits) throw new RangeError(`no ticket number: ${kind} ${year} ${count}`)
  return `${kind}-${year}-${String(count).padStart(6, '0')}`
}
