import { LOCALES } from '../core/words.ts'
import type { Locale } from '../core/words.ts'

/** The reader's language before anybody is logged in: what was used here last, else what the browser asks for, else Chinese. */
export function guessLocale(stored: string | null, wanted: readonly string[]): Locale {
  const known = LOCALES.find((locale) => locale === stored)
  if (known) return known
  for (const language of wanted) {
    const lower = language.toLowerCase()
    if (/^zh-(tw|hk|mo|hant)/.test(lower)) return 'zh-TW'
    if (lower.startsWith('zh')) return 'zh-CN'
    if (lower.startsWith('en')) return 'en'
  }
  return 'zh-CN'
}
