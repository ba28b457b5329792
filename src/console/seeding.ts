import type { Seeding } from '../wire/session.ts'

/** How often a page looks how far it is. */
export const SEEDING_POLL_MS = 1000

/** How much of the demo's past has been told, in whole percent. */
export function seededShare({ done, total }: Seeding): number {
  return total === 0 ? 0 : Math.floor((done / total) * 100)
}
