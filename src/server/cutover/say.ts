import type { Dictionary, Locale, Params } from '../../core/words.ts'
import { LOCALES, say } from '../../core/words.ts'
import type { Column, Sheet } from './columns.ts'
import { CUTOVER_EN } from './words/en.ts'
import type { CutoverWord } from './words/zh-CN.ts'
import { CUTOVER_ZH_CN } from './words/zh-CN.ts'
import { CUTOVER_ZH_TW } from './words/zh-TW.ts'

export type { CutoverWord } from './words/zh-CN.ts'

const WORDS: Dictionary<CutoverWord> = { 'zh-CN': CUTOVER_ZH_CN, 'zh-TW': CUTOVER_ZH_TW, en: CUTOVER_EN }

export function cutoverWord(key: CutoverWord, params: Params, locale: Locale): string {
  return say(WORDS[locale][key], params)
}

export function sheetName(sheet: Sheet, locale: Locale): string {
  return cutoverWord(`sheet.${sheet}`, {}, locale)
}

export function columnName({ id, called = id }: Pick<Column, 'id' | 'called'>, locale: Locale): string {
  return cutoverWord(`column.${called}` as CutoverWord, {}, locale)
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
