import { LOCALES } from '../../core/words.ts'
import type { Locale } from '../../core/words.ts'

/** The best of our languages for an Accept-Language header (RFC 9110, 12.5.4); undefined when none is asked for. */
export function preferredLocale(header: string | undefined): Locale | undefined {
  if (!header || header.length > 400) return undefined
  const asked = header
    .split(',')
    .map((part) => part.trim().split(';'))
    .map(([tag = '', ...rest]) => ({ tag: tag.trim(), weight: weightOf(rest) }))
    .filter((one) => one.weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
  return asked.map((one) => localeOf(one.tag)).find((one) => one !== undefined)
}

function weightOf(parameters: readonly string[]): number {
  const given = parameters.map((one) => /^\s*q=([01](?:\.\d{1,3})?)\s*$/i.exec(one)?.[1]).find((one) => one !== undefined)
  return given === undefined ? 1 : Number(given)
}

/** Traditional characters are written in Taiwan, Hong Kong and Macao. */
function localeOf(tag: string): Locale | undefined {
  const exact = LOCALES.find((one) => one.toLowerCase() === tag.toLowerCase())
  if (exact) return exact
  if (/^zh-(hant|hk|mo|tw)/i.test(tag)) return 'zh-TW'
  if (/^zh\b/i.test(tag)) return 'zh-CN'
  return /^en\b/i.test(tag) ? 'en' : undefined
}
