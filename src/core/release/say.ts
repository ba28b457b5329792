import type { Dictionary, Locale, Params } from '../words.ts'
import type { ReleaseCode } from './words/zh-CN.ts'
import { shippedRoleName } from '../access/say.ts'
import { say } from '../words.ts'
import { RELEASE_EN } from './words/en.ts'
import { RELEASE_ZH_CN } from './words/zh-CN.ts'
import { RELEASE_ZH_TW } from './words/zh-TW.ts'

export type { ReleaseCode } from './words/zh-CN.ts'

/** Why not, as a code with what its sentence is filled with; `field`: what to mend. */
export type ReleaseRefusal = { readonly code: ReleaseCode; readonly params: Params; readonly field?: string | undefined }

export function refusal(code: ReleaseCode, params: Params = {}, field?: string): ReleaseRefusal {
  return field === undefined ? { code, params } : { code, params, field }
}

const WORDS: Dictionary<ReleaseCode> = { 'zh-CN': RELEASE_ZH_CN, 'zh-TW': RELEASE_ZH_TW, en: RELEASE_EN }

/** What is missing and the next step, as one sentence. */
export function sayReleaseRefusal({ code, params }: Pick<ReleaseRefusal, 'code' | 'params'>, locale: Locale): string {
  const role = typeof params.role === 'string' ? params.role.split('、').map((id) => shippedRoleName(id, locale) ?? id) : []
  return say(WORDS[locale][code], role.length === 0 ? params : { ...params, role: role.join(locale === 'en' ? ', ' : '、') })
}

export function isReleaseCode(code: string): code is ReleaseCode {
  return Object.hasOwn(RELEASE_ZH_CN, code)
}
