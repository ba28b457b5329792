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

/** An escalation and its withdrawal have sentences of their own; all else is said as the plan says it. */
export function inboxWords(effect: ToldEffect, { bound, locale, number, title }: Told): string {
  const { kind } = effect
  const was = kind === 'withdraw' ? wasWithdrawn(effect) : kind
  if (was === 'escalate' || !bound) return saySentence(locale, kind === 'withdraw' ? 'inbox.withdraw' : 'inbox.escalate', { number, title })
  return saySentence(locale, kind === 'withdraw' ? 'inbox.withdraw-rule' : 'inbox.rule', {
    number,
    title,
    what: whatWords({ ...effect, kind: was }, bound, locale),
  })
}

/** What a withdrawal takes back: an escalation does not say so. */
function wasWithdrawn({ params }: ToldEffect): Effect['kind'] {
  return (params?.was as Effect['kind'] | undefined) ?? 'escalate'
}
