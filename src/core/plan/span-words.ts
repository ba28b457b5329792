import { durationWords, word } from '../promise/say.ts'
import type { Locale } from '../words.ts'
import { readSpan } from './value.ts'

/** `8h` as people read it, `8 小时`, and `travel + 2h`, `路途时间加 2 小时`. Undefined: it is no length of time. */
export function spanWords(text: string, locale: Locale): string | undefined {
  const read = readSpan(text)
  if (!read) return undefined
  const duration = durationWords(read.duration, locale)
  return read.travel ? word(locale, 'travel', { duration }) : duration
}
