import type { Dictionary, Locale, Params } from '../../core/words.ts'
import { LOCALES, say } from '../../core/words.ts'
import { SHEETS_EN } from './words/en.ts'
import type { SheetWord } from './words/zh-CN.ts'
import { SHEETS_ZH_CN } from './words/zh-CN.ts'
import { SHEETS_ZH_TW } from './words/zh-TW.ts'

export type { SheetWord } from './words/zh-CN.ts'

const WORDS: Dictionary<SheetWord> = { 'zh-CN': SHEETS_ZH_CN, 'zh-TW': SHEETS_ZH_TW, en: SHEETS_EN }

export function sheetWord(key: SheetWord, params: Params, locale: Locale): string {
  return say(WORDS[locale][key], params)
}

/** A name as people type it: without blanks, marks of a required column, or capitals. */
export function plainName(text: string): string {
  return text.replaceAll(/[\s*＊]/gu, '').toLowerCase()
}

/** Does what stands there name this, in any of our languages? */
export function isCalled(text: string, name: (locale: Locale) => string): boolean {
  const plain = plainName(text)
  return plain !== '' && LOCALES.some((locale) => plainName(name(locale)) === plain)
}
