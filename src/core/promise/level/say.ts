import type { LevelClause, Measure } from '../../plan/forms.ts'
import type { Zone } from '../../time/zone.ts'
import type { Locale } from '../../words.ts'
import { instantWords, word } from '../say.ts'
import type { Obligation } from '../types.ts'

type Teller = { readonly obligation: Obligation; readonly context: { readonly zone: Zone }; readonly locale: Locale }

/** A share is said in percent: what is divided by something of its own kind, and one less such a share. */
function isShare(measure: Measure): boolean {
  if (measure.kind === 'over') return true
  return measure.kind === 'minus' && measure.left.kind === 'number' && isShare(measure.right)
}

/** `97.25%`, `3`, `4.5`. */
function numberWords(value: unknown, { measure }: LevelClause): string {
  if (typeof value !== 'number') return ''
  const rounded = (by: number) => String(Math.round(value * by * 100) / 100)
  return isShare(measure) ? `${rounded(100)}%` : rounded(1)
}

function verdictLine({ obligation, context, locale }: Teller): string[] {
  const { state, keptAt, brokenAt, dueAt } = obligation
  const at = (instant: number) => instantWords(instant, { zone: context.zone, ends: true }, locale)
  if (state === 'kept') return [word(locale, 'level.kept', { at: at(keptAt!) })]
  if (brokenAt !== undefined) return [word(locale, dueAt === undefined ? 'level.broken-now' : 'level.broken', { at: at(brokenAt) })]
  return state === 'open' ? [word(locale, dueAt === undefined ? 'level.held' : 'level.open')] : []
}

/** What was measured over which time, what it is held against, and the verdict. */
export function levelLines(clause: LevelClause, teller: Teller): string[] {
  const { obligation, context, locale } = teller
  const { from, until, value, atLeast, atMost, target } = obligation.why.detail ?? {}
  const at = (instant: unknown, ends: boolean) =>
    typeof instant === 'number' ? instantWords(instant, { zone: context.zone, ends }, locale) : ''
  const bound = (key: 'level.at-least' | 'level.at-most' | 'level.target', limit: unknown) =>
    limit === undefined ? [] : [word(locale, key, { limit: numberWords(limit, clause) })]
  return [
    until === undefined
      ? word(locale, 'level.window-open', { from: at(from, false) })
      : word(locale, 'level.window', { from: at(from, false), until: at(until, true) }),
    value === undefined ? word(locale, 'level.nothing') : word(locale, 'level.value', { value: numberWords(value, clause) }),
    ...bound('level.at-least', atLeast),
    ...bound('level.at-most', atMost),
    ...bound('level.target', target),
    ...(atLeast === undefined && atMost === undefined && target === undefined ? [word(locale, 'level.measured')] : []),
    ...verdictLine(teller),
  ]
}
