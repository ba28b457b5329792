import type { Json } from '../fact.ts'
import { spanWords } from '../plan/span-words.ts'
import { formatDuration, parseDuration } from '../time/duration.ts'
import type { Unit } from '../time/duration.ts'
import type { Locale } from '../words.ts'

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

/** `8 小时` as the plan's language has it: `8h`. What is no length of time stays as it is, for the check of the terms to refuse. */
export function spanOf(typed: string): string {
  const text = typed.trim()
  const plain = parseDuration(text)
  if (plain) return formatDuration(plain)
  const [, size, unit = ''] = /^(\d+(?:\.\d+)?) ?(\D+)$/.exec(text) ?? []
  const known = WRITTEN.find(([written]) => written.test(unit))
  const read = known && parseDuration(`${size}${known[1]}`)
  return read ? formatDuration(read) : text
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}

/**
 * `mon-fri 09:00-12:00 13:00-17:30; sat 09:00-12:00 CN` as a calendar of the plan's language; what is none stays for the check to refuse. A calendar that says
 * more than such a line can (dates of its own, a zone) is written out whole.
 */
export function hoursOf(text: string): Json {
  const trimmed = text.trim()
  const whole = trimmed.startsWith('{') ? parsed(trimmed) : undefined
  if (whole !== undefined) return whole
  if (trimmed === '24x7') return { hours: '24x7' }
  const holidays = /\sCN$/.test(trimmed)
  const parts = trimmed
    .replace(/\sCN$/, '')
    .split(/[;；]/)
    .map((part) => part.trim().split(/\s+/))
    .filter(([days]) => days !== '')
  const weekly = Object.fromEntries(parts.map(([days = '', ...hours]) => [days, hours]))
  return { weekly, ...(holidays ? { holidays: 'CN' } : {}) }
}

/** `P-100 水泵 1200.00`, a part a line, as a price list of the plan's language; what a line leaves out is left for the check to name. */
export function partsOf(text: string): Json {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return lines.map((line) => {
    const [code = '', ...rest] = line.trim().split(/[\s,，\t]+/)
    const price = rest.at(-1) ?? ''
    return { code, name: rest.slice(0, -1).join(' '), price }
  })
}

/** The value of a term as somebody typed it into the place that asks for it. */
export function typedValue({ kind }: { readonly kind: string }, text: string): Json {
  if (kind === 'parts') return partsOf(text)
  if (kind === 'hours') return hoursOf(text)
  return kind === 'span' ? spanOf(text) : text.trim()
}

/** In words that can be typed back; what has none stays in the plan's language. */
function readable(text: string, locale: Locale): string {
  const words = spanWords(text, locale)
  return words !== undefined && spanOf(words) === spanOf(text) ? words : text
}

function isPart(value: Json): value is { readonly code: Json; readonly name: Json; readonly price: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && 'code' in value && 'name' in value && 'price' in value
}

/** The inverse of `typedValue`: a term's value as it was typed; in a reader's language, lengths of time in its words. */
export function textOf(value: Json, locale?: Locale): string {
  if (typeof value === 'string') return locale === undefined ? value : readable(value, locale)
  if (Array.isArray(value) && value.length > 0 && value.every(isPart))
    return value.map(({ code, name, price }) => `${String(code)} ${String(name)} ${String(price)}`).join('\n')
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return JSON.stringify(value)
  const { hours, weekly, holidays, ...more } = value as Readonly<Record<string, Json>>
  if (Object.keys(more).length > 0 || (holidays !== undefined && (holidays !== 'CN' || hours !== undefined))) return JSON.stringify(value)
  if (hours === '24x7') return '24x7'
  if (typeof weekly !== 'object' || weekly === null || Array.isArray(weekly)) return JSON.stringify(value)
  const parts = Object.entries(weekly).map(([days, spans]) => [days, ...(Array.isArray(spans) ? spans.map(String) : [])].join(' '))
  return parts.join('; ') + (holidays === 'CN' ? ' CN' : '')
}
