import { say } from '../core/words.ts'
import type { Locale, Params } from '../core/words.ts'
import { en } from './words/en.ts'
import { zhCN } from './words/zh-CN.ts'
import type { CliKey } from './words/zh-CN.ts'
import { zhTW } from './words/zh-TW.ts'

const DICTIONARY = { 'zh-CN': zhCN, 'zh-TW': zhTW, en } as const

/** A sentence of the command line in the user's language. */
export function sayCli(locale: Locale, key: CliKey, params?: Params): string {
  return say(DICTIONARY[locale][key], params)
}

/** True where a code of another module is also one of ours. */
export function isCliKey(key: string): key is CliKey {
  return Object.hasOwn(zhCN, key)
}

/** Bad input of the person at the keyboard: said in a sentence, exit 2. A `wants` parameter names the sentence that says what was expected. */
export class InputError extends Error {
  readonly key: CliKey
  readonly params: Params

  constructor(key: CliKey, params: Params = {}) {
    super(key)
    this.key = key
    this.params = params
  }
}

/** The sentence of an input error. */
export function sayInputError(locale: Locale, error: { readonly key: CliKey; readonly params: Params }): string {
  const wants = String(error.params.wants ?? '')
  if (!isCliKey(wants)) return sayCli(locale, error.key, error.params)
  return sayCli(locale, error.key, { ...error.params, text: sayCli(locale, wants, error.params) })
}

/** Chinese is the product's first language: only a LANG that names English or Taiwan/Hong Kong changes it. */
export function localeOfEnvironment(env: Readonly<Record<string, string | undefined>>): Locale {
  const lang = env.LC_ALL || env.LC_MESSAGES || env.LANG || ''
  if (/^en/i.test(lang)) return 'en'
  if (/^zh[_-](TW|HK|Hant)/i.test(lang)) return 'zh-TW'
  return 'zh-CN'
}
