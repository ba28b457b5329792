import type { Dictionary, Locale } from '../../../core/words.ts'
import { en } from './en.ts'
import { zhCN } from './zh-CN.ts'
import type { RouteKey } from './zh-CN.ts'
import { zhTW } from './zh-TW.ts'

export type { RouteKey } from './zh-CN.ts'

const DICTIONARY: Dictionary<RouteKey> = { 'zh-CN': zhCN, 'zh-TW': zhTW, en }

/** What a route is for. The table's entries carry these keys by type, so that none is without words. */
export function sayRoute(locale: Locale, key: RouteKey): string {
  return DICTIONARY[locale][key]
}
