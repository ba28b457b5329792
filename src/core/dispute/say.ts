import type { Dictionary, Locale, Params } from '../words.ts'
import type { DisputeCode } from './words/zh-CN.ts'
import { say } from '../words.ts'
import { DISPUTE_EN } from './words/en.ts'
import { DISPUTE_ZH_CN } from './words/zh-CN.ts'
import { DISPUTE_ZH_TW } from './words/zh-TW.ts'

/** Why not, as a code with what its sentence is filled with; `field`: what to mend. */
export type DisputeRefusal = { readonly code: DisputeCode; readonly params: Params; readonly field?: string | undefined }

export function refusal(code: DisputeCode, params: Params = {}, field?: string): DisputeRefusal {
  return field === undefined ? { code, params } : { code, params, field }
}

const WORDS: Dictionary<DisputeCode> = { 'zh-CN': DISPUTE_ZH_CN, 'zh-TW': DISPUTE_ZH_TW, en: DISPUTE_EN }

/** What is missing and the next step, as one sentence. */
export function sayDisputeRefusal({ code, params }: Pick<DisputeRefusal, 'code' | 'params'>, locale: Locale): string {
  return say(WORDS[locale][code], params)
}
