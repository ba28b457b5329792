import { yuan } from '../plan/explain-forms.ts'
import type { Plan } from '../plan/types.ts'
import { promiseName, reasonName } from '../promise/event-words.ts'
import { endWords } from '../promise/cover/say.ts'
import type { Zone } from '../time/zone.ts'
import { say } from '../words.ts'
import type { Dictionary, Locale, Params } from '../words.ts'
import type { Account, CoverJudged } from './account.ts'
import type { Departure } from './follows.ts'
import { ACCOUNT_EN } from './words/en.ts'
import type { AccountWord } from './words/zh-CN.ts'
import { ACCOUNT_ZH_CN } from './words/zh-CN.ts'
import { ACCOUNT_ZH_TW } from './words/zh-TW.ts'

const WORDS: Dictionary<AccountWord> = { 'zh-CN': ACCOUNT_ZH_CN, 'zh-TW': ACCOUNT_ZH_TW, en: ACCOUNT_EN }

export type AccountContext = { readonly plan: Plan; readonly zone: Zone }

type Teller = { readonly t: (key: AccountWord, params?: Params) => string } & AccountContext & { readonly locale: Locale }

function tellerFor(context: AccountContext, locale: Locale): Teller {
  return { ...context, locale, t: (key, params) => say(WORDS[locale][key], params) }
}

function sayOpening({ t, plan }: Teller, { opening }: CoverJudged): string {
  if (opening === undefined) return t('cover-opening-unknown')
  return opening === 'none' ? t('cover-opening-none') : t('cover-opening', { cover: promiseName(plan, opening) })
}

function sayBilling({ t, plan, zone, locale }: Teller, { billing, end, part }: CoverJudged): string {
  if (billing === 'none') return t('cover-billing-none')
  const params = {
    cover: promiseName(plan, billing),
    part: part ?? '',
    end: end === undefined ? '' : endWords(end, { context: { plan, zone }, locale }),
  }
  if (part !== undefined) return t('cover-billing-part', params)
  return t(end === undefined ? 'cover-billing-endless' : 'cover-billing', params)
}

/** The covers as they were judged at the report and at billing, and whether the fault is excluded (law 11). */
export function sayCovers({ cover }: Pick<Account, 'cover'>, context: AccountContext, locale: Locale): string[] {
  const teller = tellerFor(context, locale)
  const { t, plan } = teller
  const differs = cover.opening !== undefined && cover.opening !== cover.billing
  return [
    sayOpening(teller, cover),
    sayBilling(teller, cover),
    ...(cover.exclusion ? [t('cover-excluded', { reason: reasonName(plan, cover.exclusion.reason, locale) })] : []),
    ...(differs ? [t('cover-differs')] : []),
  ]
}

/** `本次服务按质保免收 1280.00 元。`; out of the warranty what the contract gave; undefined: nothing. */
export function sayGiven({ freeFen, unpriced, bill }: Pick<Account, 'freeFen' | 'unpriced' | 'bill'>, locale: Locale): string | undefined {
  const by = WORDS[locale][bill.cover === 'none' ? 'given-by-contract' : 'given-by-cover']
  const params = { yuan: yuan(freeFen), n: unpriced, by }
  if (freeFen === 0) return unpriced === 0 ? undefined : say(WORDS[locale]['given-none-priced'], params)
  return say(WORDS[locale][unpriced === 0 ? 'given' : 'given-unpriced'], params)
}

/** By how much an issued bill departs from the facts. */
export function sayDeparture({ differenceFen, open }: Departure, locale: Locale): string {
  const t = (key: AccountWord, params: Params = {}) => say(WORDS[locale][key], params)
  if (open > 0) return t('departure-open', { n: open })
  if (differenceFen === 0) return t('departure-same')
  return t(differenceFen > 0 ? 'departure-more' : 'departure-less', { yuan: yuan(Math.abs(differenceFen)) })
}

export function sayShownMoved(locale: Locale): string {
  return say(WORDS[locale]['shown-moved'])
}
