import type { Dictionary, Locale, Params } from '../words.ts'
import type { EscalationCode } from './words/zh-CN.ts'
import { say } from '../words.ts'
import { ESCALATION_EN } from './words/en.ts'
import { ESCALATION_ZH_CN } from './words/zh-CN.ts'
import { ESCALATION_ZH_TW } from './words/zh-TW.ts'

export type { EscalationCode } from './words/zh-CN.ts'

/** Why not, as a code with what its sentence is filled with. */
export type EscalationRefusal = { readonly code: EscalationCode; readonly params: Params }

export function refusal(code: EscalationCode, params: Params = {}): EscalationRefusal {
  return { code, params }
}

const WORDS: Dictionary<EscalationCode> = { 'zh-CN': ESCALATION_ZH_CN, 'zh-TW': ESCALATION_ZH_TW, en: ESCALATION_EN }

export function sayEscalationRefusal({ code, params }: EscalationRefusal, locale: Locale): string {
  return say(WORDS[locale][code], params)
}
