import type { Instant } from '../core/time/instant.ts'
import { instantWords } from '../core/promise/say.ts'
import type { Locale } from '../core/words.ts'
import { loadZone } from '../server/zones.ts'

/** An instant for people: weekday and wall clock of a zone. `ends`: it ends something, so midnight is the 24:00 of the day that is over. */
export function whenIn(zone: string, at: Instant, { locale, ends = false }: { readonly locale: Locale; readonly ends?: boolean }): string {
  return instantWords(at, { zone: loadZone(zone), ends }, locale)
}
