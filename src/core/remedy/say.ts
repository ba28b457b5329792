import { yuan } from '../plan/explain-forms.ts'
import { baseName } from '../promise/rule/say.ts'
import type { Plan } from '../plan/types.ts'
import { say } from '../words.ts'
import type { Dictionary, Locale, Params } from '../words.ts'
import type { RemedyRefusal } from './pay.ts'
import type { Remedy } from './standing.ts'
import { REMEDY_EN, REMEDY_REFUSAL_EN } from './words/en.ts'
import type { RemedyRefusalCode, RemedyWord } from './words/zh-CN.ts'
import { REMEDY_REFUSAL_ZH_CN, REMEDY_ZH_CN } from './words/zh-CN.ts'
import { REMEDY_REFUSAL_ZH_TW, REMEDY_ZH_TW } from './words/zh-TW.ts'

const WORDS: Dictionary<RemedyWord> = { 'zh-CN': REMEDY_ZH_CN, 'zh-TW': REMEDY_ZH_TW, en: REMEDY_EN }
const REFUSALS: Dictionary<RemedyRefusalCode> = { 'zh-CN': REMEDY_REFUSAL_ZH_CN, 'zh-TW': REMEDY_REFUSAL_ZH_TW, en: REMEDY_REFUSAL_EN }

type Said = Pick<Remedy, 'amount' | 'kind'> & { readonly at?: number | undefined }

/** What it was reckoned from: `合同价 100000.00 元（合同第 7 条）× 1% = 1000.00 元`; where there is no number, what is missing. */
export function sayAmount({ amount, kind, at }: Said, plan: Plan, locale: Locale): string {
  const t = (key: RemedyWord, params: Params = {}) => say(WORDS[locale][key], params)
  if (at === undefined) return t('gone')
  const { fen, open, percent, basis } = amount
  const base = basis ? baseName(basis.of, plan, locale) : ''
  if (open === 'with-bill') return t('with-bill', { base, percent: percent ?? 0 })
  if (open === 'unstated' || fen === undefined) {
    if (kind === 'entitle' || kind === 'demand') return t('right')
    return percent === undefined ? t('unstated') : t('base-unstated', { base, percent })
  }
  if (percent === undefined || basis?.fen === undefined) {
    const sum = t(basis ? 'agreed' : 'stated', { yuan: yuan(fen) })
    return basis?.source === undefined ? sum : t('by-source', { said: sum, source: basis.source })
  }
  const of = t('base', { base, yuan: yuan(basis.fen) })
  const from = basis.source === undefined ? of : t('by-source', { said: of, source: basis.source })
  return t('share', { base: from, percent, yuan: yuan(fen) })
}

/** How it stands: what the customer has of it, what is left, and how it is settled. */
export function sayStanding({ owedFen, settledFen, billedFen }: Remedy, locale: Locale): string | undefined {
  const t = (key: RemedyWord, params: Params = {}) => say(WORDS[locale][key], params)
  const [owed, had] = [yuan(Math.abs(owedFen ?? 0)), yuan(settledFen)]
  if (owedFen === undefined) return undefined
  if (owedFen < 0) return t('owed-back', { yuan: owed, had })
  if (owedFen > 0) return settledFen === 0 ? t('owed', { yuan: owed }) : t('owed-rest', { yuan: owed, had })
  if (settledFen === 0) return undefined
  return t(billedFen === settledFen ? 'had-on-bill' : billedFen === 0 ? 'had-paid' : 'had-both', { yuan: had })
}

/** A line that takes back what was given: what it was, and what it is now. */
export function sayTakenBack({ settledFen, fen }: { readonly settledFen: number; readonly fen: number }, locale: Locale): string {
  return say(WORDS[locale]['taken-back'], { had: yuan(settledFen), now: yuan(settledFen - fen) })
}

/** A sum that a person entered, since nothing else had one. */
export function sayByHand(fen: number, locale: Locale): string {
  return say(WORDS[locale]['by-hand'], { yuan: yuan(fen) })
}

export function sayRemedyRefusal({ code, params }: Pick<RemedyRefusal, 'code' | 'params'>, locale: Locale): string {
  return say(REFUSALS[locale][code], params)
}
