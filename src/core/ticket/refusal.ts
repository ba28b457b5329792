import { say } from '../words.ts'
import type { Locale, Params } from '../words.ts'
import { TICKET_EN } from './words/en.ts'
import { TICKET_ZH_CN } from './words/zh-CN.ts'
import type { RefusalCode } from './words/zh-CN.ts'
import { TICKET_ZH_TW } from './words/zh-TW.ts'

/** A command that the rules do not allow: its code, what fills the sentence, and the field to mend where there is one. */
export type Refusal = { readonly code: RefusalCode; readonly params: Params; readonly field?: string | undefined }

const WORDS = { 'zh-CN': TICKET_ZH_CN, 'zh-TW': TICKET_ZH_TW, en: TICKET_EN } as const

/** What is missing and the next step, as one sentence. Phases and types in `params` are said by name. */
export function sayRefusal({ code, params }: Pick<Refusal, 'code' | 'params'>, locale: Locale): string {
  const words = WORDS[locale]
  const phase = params.phase === undefined ? {} : { phase: words[`phase.${params.phase}` as keyof typeof words] }
  return say(words[code], { ...params, ...phase })
}

/** 处理中, 已恢复 … */
export function sayPhase(phase: string, locale: Locale): string {
  return WORDS[locale][`phase.${phase}` as keyof typeof TICKET_ZH_CN] ?? phase
}
