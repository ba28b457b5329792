import type { Finding } from '../plan/types.ts'
import type { Dictionary, Locale, Params } from '../words.ts'
import type { ContractRefusalCode } from './words/zh-CN.ts'
import { say } from '../words.ts'
import { CONTRACT_EN } from './words/en.ts'
import { CONTRACT_ZH_CN } from './words/zh-CN.ts'
import { CONTRACT_ZH_TW } from './words/zh-TW.ts'

export type { ContractRefusalCode } from './words/zh-CN.ts'

/** Why not, as a code with what its sentence is filled with; `field`: what to correct; `findings`: what the plan says of the terms. */
export type ContractRefusal = {
  readonly code: ContractRefusalCode
  readonly params: Params
  readonly field?: string | undefined
  readonly findings?: readonly Finding[] | undefined
}

export function refusal(code: ContractRefusalCode, params: Params = {}, field?: string): ContractRefusal {
  return field === undefined ? { code, params } : { code, params, field }
}

const WORDS: Dictionary<ContractRefusalCode> = { 'zh-CN': CONTRACT_ZH_CN, 'zh-TW': CONTRACT_ZH_TW, en: CONTRACT_EN }

/** What is missing and the next step, as one sentence. */
export function sayContractRefusal({ code, params }: Pick<ContractRefusal, 'code' | 'params'>, locale: Locale): string {
  return say(WORDS[locale][code], params)
}
