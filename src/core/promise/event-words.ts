import type { FactType } from '../fact.ts'
import type { EventExpr, Plan } from '../plan/types.ts'
import type { Locale } from '../words.ts'
import { durationWords, isWord, word } from './say.ts'

export function promiseName(plan: Pick<Plan, 'promises'>, id: string): string {
  return plan.promises[id]?.title ?? id
}

export function reasonName(plan: Pick<Plan, 'reasons'>, id: string, locale: Locale): string {
  const key = `reason.${id}`
  const declared = Object.hasOwn(plan.reasons, id) ? plan.reasons[id] : undefined
  return declared?.name ?? (isWord(key) ? word(locale, key) : id)
}

/** `到场`, `“到场”完成之后 8 小时`, `设备验收且设备移交`. */
export function eventWords(event: EventExpr, plan: Pick<Plan, 'promises'>, locale: Locale): string {
  const bare = bareEvent(event, plan, locale)
  const { offset } = event
  if (!offset) return bare
  const duration = durationWords({ ...offset, value: Math.abs(offset.value) }, locale)
  return word(locale, offset.value < 0 ? 'event.earlier' : 'event.later', { event: bare, duration })
}

export function factWords(type: FactType, locale: Locale): string {
  return word(locale, `fact.${type}`)
}

/** `重大活动开始`, `“设备质保”结束`: an instant that a fact or a cover names. */
export function namedInstantWords(
  { noun, name }: Extract<EventExpr, { kind: 'instant' }>,
  plan: Pick<Plan, 'promises'>,
  locale: Locale,
): string {
  const key = `instant.${noun}.${name}`
  if (isWord(key)) return word(locale, key)
  const general = `instant.${name}`
  return isWord(general) ? word(locale, general, { noun: promiseName(plan, noun) }) : `${noun}.${name}`
}

function bareEvent(event: EventExpr, plan: Pick<Plan, 'promises'>, locale: Locale): string {
  switch (event.kind) {
    case 'fact':
      return factWords(event.type, locale)
    case 'promise':
      return word(locale, `event.${event.state}`, { promise: promiseName(plan, event.promise) })
    case 'share':
      return word(locale, 'event.share', { promise: promiseName(plan, event.promise), percent: event.percent })
    case 'instant':
      return namedInstantWords(event, plan, locale)
    case 'any':
    case 'all':
      return event.of
        .map((one) => eventWords(one, plan, locale))
        .reduce((a, b) => word(locale, event.kind === 'any' ? 'event.or' : 'event.and', { a, b }))
  }
}
