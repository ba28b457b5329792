import type { Locale, Params } from '../words.ts'
import type { NameKey, RefusalCode } from './words/zh-CN.ts'
import { isReleaseCode, sayReleaseRefusal } from '../release/say.ts'
import { say } from '../words.ts'
import { NAMES_EN, REFUSALS_EN } from './words/en.ts'
import { NAMES_ZH_CN, REFUSALS_ZH_CN } from './words/zh-CN.ts'
import { NAMES_ZH_TW, REFUSALS_ZH_TW } from './words/zh-TW.ts'

export type { NameKey, RefusalCode } from './words/zh-CN.ts'

/**
 * A command that the rules do not allow: its code, what fills the sentence, and the field to mend where there is one.
 * `more`: every further field that is wrong.
 */
export type Refusal = {
  readonly code: RefusalCode
  readonly params: Params
  readonly field?: string | undefined
  readonly more?: readonly Refusal[] | undefined
}

export function refusal(code: RefusalCode, params: Params = {}, field?: string): Refusal {
  return field === undefined ? { code, params } : { code, params, field }
}

const SENTENCES = { 'zh-CN': REFUSALS_ZH_CN, 'zh-TW': REFUSALS_ZH_TW, en: REFUSALS_EN } as const
const NAMES = { 'zh-CN': NAMES_ZH_CN, 'zh-TW': NAMES_ZH_TW, en: NAMES_EN } as const

export function isName(key: string): key is NameKey {
  return Object.hasOwn(NAMES_ZH_CN, key)
}

/** What something of the ticket's rooms is called: `phase.working`, `type.fault`, `command.assign`, `field.symptom`, `option.impact.stopped`. */
export function nameOf(key: NameKey, locale: Locale): string {
  return NAMES[locale][key]
}

/** What is missing and the next step, as one sentence. A parameter that is a name's key is said by its name. */
export function sayRefusal({ code, params }: Pick<Refusal, 'code' | 'params'>, locale: Locale): string {
  if (isReleaseCode(code)) return sayReleaseRefusal({ code, params }, locale)
  const named = Object.entries(params).map(([place, value]) => [
    place,
    typeof value === 'string' && isName(value) ? nameOf(value, locale) : value,
  ])
  return say(SENTENCES[locale][code], Object.fromEntries(named))
}

/** 处理中, 已恢复 … */
export function sayPhase(phase: string, locale: Locale): string {
  const key = `phase.${phase}`
  return isName(key) ? nameOf(key, locale) : phase
}

/** How what was reported contradicts where the ticket stood: the mark that its fact carries, in words. */
export function sayConflict(conflict: string, locale: Locale): string {
  const key = `conflict.${conflict}`
  return isName(key) ? nameOf(key, locale) : conflict
}
