import { durationWords } from '../../core/promise/say.ts'
import { formatDuration, parseDuration } from '../../core/time/duration.ts'
import type { Unit } from '../../core/time/duration.ts'
import type { Locale } from '../../core/words.ts'

/** How people write the units, in the three languages of the product. */
const WRITTEN: readonly (readonly [RegExp, Unit])[] = [
  [/^(分|分钟|分鐘|minutes?)$/, 'min'],
  [/^(小时|小時|个小时|個小時|钟头|鐘頭|hours?)$/, 'h'],
  [/^(个工作日|個工作日|工作日|working days?)$/, 'wd'],
  [/^(天|日|days?)$/, 'd'],
  [/^(周|週|个星期|個星期|星期|weeks?)$/, 'w'],
  [/^(月|个月|個月|months?)$/, 'mo'],
  [/^(年|years?)$/, 'y'],
]

/** `8 小时` as the plan's language has it: `8h`. What is no length of time is left for the server to refuse. */
export function spanOf(typed: string): string {
  const text = typed.trim()
  const plain = parseDuration(text)
  if (plain) return formatDuration(plain)
  const [, size, unit = ''] = /^(\d+(?:\.\d+)?) ?(\D+)$/.exec(text) ?? []
  const known = WRITTEN.find(([written]) => written.test(unit))
  const read = known && parseDuration(`${size}${known[1]}`)
  return read ? formatDuration(read) : text
}

/** `8h` as people read it: `8 小时`. */
export function spanWords(text: string, locale: Locale): string {
  const read = parseDuration(text)
  return read ? durationWords(read, locale) : text
}
