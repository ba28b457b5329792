import type { TrailEntry } from '../../wire/desk.ts'
import { dayWords } from '../../ui/time.ts'
import type { Zoned } from '../../ui/time.ts'

/** Entries under their days, newest first as they came. */
export function byDays(
  entries: readonly TrailEntry[],
  now: number,
  zoned: Zoned,
): readonly { readonly name: string; readonly entries: readonly TrailEntry[] }[] {
  const days = Map.groupBy(entries, (entry) => dayWords(entry.at, now, zoned))
  return [...days].map(([name, ones]) => ({ name, entries: ones }))
}
