import { say } from '../../core/words.ts'
import type { Dictionary, Locale, Params } from '../../core/words.ts'
import { DOCUMENT_EN } from './words/en.ts'
import { DOCUMENT_ZH_CN } from './words/zh-CN.ts'
import type { DocumentKey } from './words/zh-CN.ts'
import { DOCUMENT_ZH_TW } from './words/zh-TW.ts'

const WORDS: Dictionary<DocumentKey> = { 'zh-CN': DOCUMENT_ZH_CN, 'zh-TW': DOCUMENT_ZH_TW, en: DOCUMENT_EN }

/** Words that documents bring with them, in the reader's language. */
export function documentWord(locale: Locale, key: DocumentKey, params: Params = {}): string {
  return say(WORDS[locale][key], params)
}
