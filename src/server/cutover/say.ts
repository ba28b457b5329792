import type { Dictionary, Locale, Params } from '../../core/words.ts'
import { say } from '../../core/words.ts'
import { CUTOVER_EN } from './words/en.ts'
import type { CutoverWord } from './words/zh-CN.ts'
import { CUTOVER_ZH_CN } from './words/zh-CN.ts'
import { CUTOVER_ZH_TW } from './words/zh-TW.ts'

export type { CutoverWord } from './words/zh-CN.ts'

const WORDS: Dictionary<CutoverWord> = { 'zh-CN': CUTOVER_ZH_CN, 'zh-TW': CUTOVER_ZH_TW, en: CUTOVER_EN }

export function cutoverWord(key: CutoverWord, params: Params, locale: Locale): string {
  return say(WORDS[locale][key], params)
}

export const wordsOf =
  (key: CutoverWord, params: Params = {}) =>
  (locale: Locale): string =>
    cutoverWord(key, params, locale)
