import { shippedRoleName } from '../../access/say.ts'
import type { Json } from '../../fact.ts'
import type { Plan } from '../../plan/types.ts'
import { parseDuration } from '../../time/duration.ts'
import type { Zone } from '../../time/zone.ts'
import type { Locale } from '../../words.ts'
import { promiseName } from '../event-words.ts'
import { durationWords, instantWords, isWord, word } from '../say.ts'
import type { PromiseWord } from '../words/zh-CN.ts'
import type { Consequence, Effect } from '../types.ts'

export type EffectContext = { readonly plan: Pick<Plan, 'promises' | 'roles' | 'forms'>; readonly zone: Zone }

/** What is said of an effect: what it does, and to whom. */
type Said = Pick<Effect, 'to' | 'params'> & { readonly kind: Effect['kind'] | Consequence['kind'] }

function named(key: string, otherwise: string, locale: Locale): string {
  return isWord(key) ? word(locale, key) : otherwise
}

function personWords(role: string, { plan: { roles } }: EffectContext, locale: Locale): string {
  const own = Object.hasOwn(roles, role) ? roles[role]?.name : undefined
  return own ?? shippedRoleName(role, locale) ?? named(`who.${role}`, role, locale)
}

/** `500.00`: fen as yuan, without a fraction of binary. */
export function yuanOf(fen: number): string {
  const whole = Math.abs(Math.round(fen))
  return `${fen < 0 ? '-' : ''}${Math.trunc(whole / 100)}.${String(whole % 100).padStart(2, '0')}`
}

function amountWords({ params = {} }: Pick<Effect, 'params'>, locale: Locale): string {
  const { fen, percent, of } = params
  if (typeof fen === 'number') return word(locale, 'amount.yuan', { yuan: yuanOf(fen) })
  const share = typeof percent === 'number' ? percent : 0
  if (typeof of !== 'string') return word(locale, 'amount.percent', { percent: share })
  return word(locale, 'amount.percent-of', { percent: share, of: named(`amount.${of}`, of, locale) })
}

function lengthWords(value: Json | undefined, locale: Locale): string {
  const read = typeof value === 'string' ? parseDuration(value) : undefined
  return read ? durationWords(read, locale) : ''
}

/** Whom or what an effect is about, by its name. */
function toWords({ kind, to }: Said, context: EffectContext, locale: Locale): string {
  const { plan } = context
  if (kind === 'extend' || kind === 'restart' || kind === 'count-as-not-done') return promiseName(plan, to)
  if (kind === 'escalate' || kind === 'notify') return personWords(to, context, locale)
  if (kind === 'entitle' || kind === 'demand') return named(`given.${to}`, to, locale)
  // A task is called what its record form is called.
  if (kind === 'require-form' || kind === 'open-task') return (Object.hasOwn(plan.forms, to) ? plan.forms[to]?.name : undefined) ?? to
  return to
}

/** `通知客户`, `扣减合同价的 1%`: one effect in words. */
export function effectWords(effect: Said, context: EffectContext, locale: Locale): string {
  const { kind, params = {} } = effect
  const { owner } = params
  const to = toWords(effect, context, locale)
  if (kind === 'open-task' && typeof owner === 'string')
    return word(locale, 'rule.open-task-owner', { to, owner: personWords(owner, context, locale) })
  const key: PromiseWord = `rule.${kind}`
  return word(locale, key, { to, amount: amountWords(effect, locale), by: lengthWords(params.by, locale) })
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
