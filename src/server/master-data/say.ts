import type { Dictionary, Locale, Params } from '../../core/words.ts'
import { say } from '../../core/words.ts'
import { MASTER_DATA_EN } from './words/en.ts'
import type { MasterDataWord } from './words/zh-CN.ts'
import { MASTER_DATA_ZH_CN } from './words/zh-CN.ts'
import { MASTER_DATA_ZH_TW } from './words/zh-TW.ts'

export type { MasterDataWord } from './words/zh-CN.ts'

const WORDS: Dictionary<MasterDataWord> = { 'zh-CN': MASTER_DATA_ZH_CN, 'zh-TW': MASTER_DATA_ZH_TW, en: MASTER_DATA_EN }

export function masterDataWord(key: MasterDataWord, params: Params, locale: Locale): string {
  return say(WORDS[locale][key], params)
}

export const wordsOf =
  (key: MasterDataWord, params: Params = {}) =>
  (locale: Locale): string =>
    masterDataWord(key, params, locale)
