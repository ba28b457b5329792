import { say } from '../../core/words.ts'
import type { Dictionary, Locale, Params } from '../../core/words.ts'
import { en } from './en.ts'
import { zhCN } from './zh-CN.ts'
import type { ServerKey } from './zh-CN.ts'
import { zhTW } from './zh-TW.ts'

export type { ServerKey } from './zh-CN.ts'

const DICTIONARY: Dictionary<ServerKey> = { 'zh-CN': zhCN, 'zh-TW': zhTW, en }

export function saySentence(locale: Locale, key: ServerKey, params: Params = {}): string {
  return say(DICTIONARY[locale][key], params)
}

/** For keys that data names (a fact's type, a trail action): the words if there are any, else those of `otherwise`. */
export function sayKnown(
  locale: Locale,
  { key, otherwise }: { readonly key: string; readonly otherwise: ServerKey },
  params: Params = {},
): string {
  const words: Readonly<Record<string, string>> = DICTIONARY[locale]
  return say(words[key] ?? DICTIONARY[locale][otherwise], params)
}

/** Of the keys of one family (`trail.`), without its name, those whose words hold the text as the reader sees them. */
export function keysThatSay(locale: Locale, family: string, text: string): string[] {
  const wanted = text.toLowerCase()
  const said = Object.entries(DICTIONARY[locale]).filter(([key, words]) => key.startsWith(family) && words.toLowerCase().includes(wanted))
  return said.map(([key]) => key.slice(family.length))
}
