import { durationWords } from '../../core/promise/say.ts'
import { parseDuration } from '../../core/time/duration.ts'
import type { Locale } from '../../core/words.ts'

/** `8h` as people read it: `8 小时`. */
export function spanWords(text: string, locale: Locale): string {
  const read = parseDuration(text)
  return read ? durationWords(read, locale) : text
}
