import type { LevelClause } from '../../plan/forms.ts'
import { levelBound, levelReached } from '../../plan/level-words.ts'
import type { Zone } from '../../time/zone.ts'
import type { Locale } from '../../words.ts'
import { instantWords, word } from '../say.ts'
import type { Obligation } from '../types.ts'
import type { PromiseWord } from '../words/zh-CN.ts'

type Teller = { readonly obligation: Obligation; readonly context: { readonly zone: Zone }; readonly locale: Locale }

const numberOr = (value: unknown, say: (read: number) => string): string => (typeof value === 'number' ? say(value) : '')

/** `11 月 28 日 18:00 至 20:00 无人值班`: a gap of the roster by its span; its end is what was planned, and once somebody is there, when they came. */
function gapLine({ obligation: { why }, context, locale }: Teller): string[] {
  const { gapFrom, gapUntil, value } = why.detail ?? {}
  if (typeof gapFrom !== 'number') return []
  const at = (instant: unknown, ends: boolean) =>
    typeof instant === 'number' ? instantWords(instant, { zone: context.zone, ends }, locale) : ''
  const key: PromiseWord = `duty.${value === 0 ? 'gap' : 'short'}${gapUntil === undefined ? '-open' : ''}`
  return [word(locale, key, { from: at(gapFrom, false), until: at(gapUntil, true) })]
}

function verdictLine({ obligation, context, locale }: Teller): string[] {
  const { state, keptAt, brokenAt, dueAt } = obligation
  const at = (instant: number) => instantWords(instant, { zone: context.zone, ends: true }, locale)
  if (state === 'kept') return [word(locale, 'level.kept', { at: at(keptAt!) })]
  if (brokenAt !== undefined) return [word(locale, dueAt === undefined ? 'level.broken-now' : 'level.broken', { at: at(brokenAt) })]
  return state === 'open' ? [word(locale, dueAt === undefined ? 'level.held' : 'level.open')] : []
}

function valueLine({ measure }: LevelClause, { obligation, locale }: Teller): string {
  const { value } = obligation.why.detail ?? {}
  const form = measure.kind === 'on-duty' ? 'duty' : 'level'
  if (value === undefined) return word(locale, `${form}.nothing`)
  return word(locale, `${form}.value`, { value: numberOr(value, (one) => levelReached(one, measure)) })
}

/** What was measured over which time, what it is held against, and the verdict. */
export function levelLines(clause: LevelClause, teller: Teller): string[] {
  const { obligation, context, locale } = teller
  const { from, until, atLeast, atMost, target } = obligation.why.detail ?? {}
  const at = (instant: unknown, ends: boolean) =>
    typeof instant === 'number' ? instantWords(instant, { zone: context.zone, ends }, locale) : ''
  const bound = (key: 'level.at-least' | 'level.at-most' | 'level.target', limit: unknown) =>
    limit === undefined ? [] : [word(locale, key, { limit: numberOr(limit, (one) => levelBound(one, clause.measure)) })]
  return [
    until === undefined
      ? word(locale, 'level.window-open', { from: at(from, false) })
      : word(locale, 'level.window', { from: at(from, false), until: at(until, true) }),
    valueLine(clause, teller),
    ...bound('level.at-least', atLeast),
    ...bound('level.at-most', atMost),
    ...bound('level.target', target),
    ...(atLeast === undefined && atMost === undefined && target === undefined ? [word(locale, 'level.measured')] : []),
    ...(obligation.why.detail?.gapFrom === undefined ? verdictLine(teller) : gapLine(teller)),
  ]
}
