import { say } from '../../../core/words.ts'
import type { Locale, Params } from '../../../core/words.ts'
import { en } from './en.ts'
import { zhCN } from './zh-CN.ts'
import type { StartKey } from './zh-CN.ts'
import { zhTW } from './zh-TW.ts'

const DICTIONARY = { 'zh-CN': zhCN, 'zh-TW': zhTW, en } as const

/** Something to tell the person who starts the server: a key and what fills the sentence. */
export type StartMessage = { readonly code: StartKey; readonly params: Params }

/** A sentence of starting, in the language of the person at the keyboard. */
export function sayStart(locale: Locale, message: StartMessage): string {
  return say(DICTIONARY[locale][message.code], message.params)
}
