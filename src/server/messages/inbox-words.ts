import { effectWords } from '../../core/promise/rule/say.ts'
import type { BoundPlan, Effect } from '../../core/promise/types.ts'
import type { Locale } from '../../core/words.ts'
import { saySentence } from '../words/say.ts'
import { loadZone } from '../zones.ts'

export type ToldEffect = Pick<Effect, 'kind' | 'promise' | 'episode' | 'to' | 'at'> & {
  readonly subject: string
  readonly params: Effect['params'] | null
}

type Told = { readonly bound: BoundPlan | undefined; readonly locale: Locale; readonly number: string; readonly title: string }

/** What a rule brings, as the rule says it. */
export function whatWords({ params, ...effect }: ToldEffect, bound: BoundPlan, locale: Locale): string {
  const whole: Effect = { key: '', ...effect, subject: effect.subject as Effect['subject'], ...(params ? { params } : {}) }
  return effectWords(whole, { plan: bound.plan, zone: loadZone(bound.plan.timezone) }, locale)
}

/** An escalation and a withdrawal have sentences of their own; what a rule brings is said as the rule says it. */
export function inboxWords(effect: ToldEffect, { bound, locale, number, title }: Told): string {
  const { kind } = effect
  if (kind === 'escalate' || kind === 'withdraw' || !bound)
    return saySentence(locale, `inbox.${kind === 'withdraw' ? kind : 'escalate'}`, { number, title })
  return saySentence(locale, 'inbox.rule', { number, title, what: whatWords(effect, bound, locale) })
}
