import { shippedRoleName } from '../../access/say.ts'
import type { Json } from '../../fact.ts'
import { amountName, yuan } from '../../plan/explain-forms.ts'
import { speakAs } from '../../plan/explain-words.ts'
import { giftName, taskName } from '../../plan/plan-names.ts'
import type { Plan } from '../../plan/types.ts'
import { parseDuration } from '../../time/duration.ts'
import type { Zone } from '../../time/zone.ts'
import type { Locale } from '../../words.ts'
import { promiseName } from '../event-words.ts'
import { durationWords, instantWords, isWord, word } from '../say.ts'
import type { PromiseWord } from '../words/zh-CN.ts'
import { isReview } from '../review.ts'
import type { Consequence, Effect } from '../types.ts'

export type EffectContext = { readonly plan: Plan; readonly zone: Zone }

/** What is said of an effect: what it does, and to whom. */
type Said = Pick<Effect, 'to' | 'params'> & { readonly kind: Effect['kind'] | Consequence['kind'] }

function named(key: string, otherwise: string, locale: Locale): string {
  return isWord(key) ? word(locale, key) : otherwise
}

function personWords(role: string, { plan: { roles } }: EffectContext, locale: Locale): string {
  const own = Object.hasOwn(roles, role) ? roles[role]?.name : undefined
  return own ?? shippedRoleName(role, locale) ?? named(`who.${role}`, role, locale)
}

/** What a share is taken of: a sum of the contract, a column of the bill. */
export function baseName(of: string, plan: Plan, locale: Locale): string {
  return amountName(speakAs(plan, locale), of)
}

function amountWords({ params = {} }: Pick<Effect, 'params'>, context: EffectContext, locale: Locale): string {
  const { fen, percent, of } = params
  if (typeof fen === 'number') return word(locale, 'amount.yuan', { yuan: yuan(fen) })
  if (typeof percent !== 'number') return word(locale, 'amount.agreed')
  if (typeof of !== 'string') return word(locale, 'amount.percent', { percent })
  return word(locale, 'amount.percent-of', { percent, of: baseName(of, context.plan, locale) })
}

function lengthWords(value: Json | undefined, locale: Locale): string {
  const read = typeof value === 'string' ? parseDuration(value) : undefined
  return read ? durationWords(read, locale) : ''
}

/** Whom or what an effect is about, by its name. */
function toWords({ kind, to }: Said, context: EffectContext, locale: Locale): string {
  const { plan } = context
  if (kind === 'extend' || kind === 'restart' || kind === 'count-as-not-done') return promiseName(plan, to)
  if (kind === 'escalate' || kind === 'notify' || kind === 'entrust') return personWords(to, context, locale)
  if (kind === 'entitle' || kind === 'demand') return giftName(plan, to, locale) ?? to
  // A task is called what its record form is called.
  if (kind === 'require-form' || kind === 'open-task') return taskName(plan, to) ?? to
  return to
}

/** `通知客户`, `扣减合同价的 1%`: one effect in words. */
export function effectWords(effect: Said, context: EffectContext, locale: Locale): string {
  const { kind, params = {} } = effect
  const { owner } = params
  if (isReview(effect)) return reviewWords(effect, context, locale)
  const to = toWords(effect, context, locale)
  if (kind === 'open-task' && typeof owner === 'string')
    return word(locale, 'rule.open-task-owner', { to, owner: personWords(owner, context, locale) })
  const key: PromiseWord = `rule.${kind}`
  return word(locale, key, { to, amount: amountWords(effect, context, locale), by: lengthWords(params.by, locale) })
}

/** 核对: what was taken back and may have been carried out by then is somebody's to look at. */
function reviewWords({ params = {} }: Said, context: EffectContext, locale: Locale): string {
  const { was, what, owner, ...rest } = params
  const before = { kind: String(was) as Effect['kind'], to: String(what), params: rest }
  return word(locale, 'rule.review-withdrawn', {
    what: effectWords(before, context, locale),
    owner: personWords(String(owner), context, locale),
  })
}

/** Why something was done by itself: the clause, when and for the how-many-th time, and what. */
export function sayEffect(effect: Effect, context: EffectContext, locale: Locale): string[] {
  const clause = context.plan.promises[effect.promise]
  const at = instantWords(effect.at, { zone: context.zone }, locale)
  const sources = clause?.source ?? []
  return [
    word(locale, 'clause', { text: clause?.text ?? promiseName(context.plan, effect.promise) }),
    ...(sources.length > 0 ? [word(locale, 'clause.source', { sources: sources.join(locale === 'en' ? ', ' : '、') })] : []),
    word(locale, 'rule.did', { at, n: effect.episode, what: effectWords(effect, context, locale) }),
  ]
}
