import type { Dictionary, Locale, Params } from '../words.ts'
import type { AccessWord } from './words/zh-CN.ts'
import type { Action, Scope } from './actions.ts'
import { say } from '../words.ts'
import { ACCESS_EN } from './words/en.ts'
import { ACCESS_ZH_CN } from './words/zh-CN.ts'
import { ACCESS_ZH_TW } from './words/zh-TW.ts'

const WORDS: Dictionary<AccessWord> = { 'zh-CN': ACCESS_ZH_CN, 'zh-TW': ACCESS_ZH_TW, en: ACCESS_EN }

export type DenialCode = Extract<AccessWord, `access.${string}`>

/** Why somebody may not: `action` in `params` is what they wanted. */
export type Denial = { readonly code: DenialCode; readonly params: Params }

function isWord(key: string): key is AccessWord {
  return Object.hasOwn(ACCESS_ZH_CN, key)
}

export function actionName(action: Action, locale: Locale): string {
  return WORDS[locale][`action.${action}`]
}

export function scopeName(scope: Scope, locale: Locale): string {
  return WORDS[locale][`scope.${scope}`]
}

/** A shipped role's name, or a contract's role; undefined: a firm's own, which carries its name itself. */
export function shippedRoleName(role: string, locale: Locale): string | undefined {
  const key = `role.${role}`
  return isWord(key) ? WORDS[locale][key] : undefined
}

/** Why not, and whom to ask, as one sentence. */
export function sayDenial({ code, params }: Denial, locale: Locale): string {
  const key = `action.${params.action ?? ''}`
  return say(WORDS[locale][code], isWord(key) ? { ...params, action: WORDS[locale][key] } : params)
}
