import type { RecurringClause } from '../../plan/forms.ts'
import type { Plan } from '../../plan/types.ts'
import type { Zone } from '../../time/zone.ts'
import type { Locale } from '../../words.ts'
import { eventWords } from '../event-words.ts'
import { instantWords, word } from '../say.ts'
import type { Obligation } from '../types.ts'

type Teller = {
  readonly obligation: Obligation
  readonly context: { readonly plan: Pick<Plan, 'promises' | 'grades' | 'zones'>; readonly zone: Zone }
  readonly locale: Locale
}

type People = { readonly min: number; readonly max: number }

function rangeOf({ min, max }: People): string {
  return min === max ? String(min) : `${min}–${max}`
}

/** Which occurrence it is, when it is to be done, and with what. */
export function occurrenceLines({ starts }: RecurringClause, { obligation, context, locale }: Teller): string[] {
  const { plan, zone } = context
  const { detail = {} } = obligation.why
  const at = (value: unknown, ends: boolean) => (typeof value === 'number' ? instantWords(value, { zone, ends }, locale) : '')
  const list = Array.isArray(detail.checklist) ? detail.checklist.join(locale === 'en' ? ', ' : '、') : ''
  const window = detail.agreed === true ? 'occurrence.agreed' : 'occurrence.window'
  return [
    word(locale, 'occurrence.from', { event: eventWords(starts, plan, locale), number: obligation.episode }),
    word(locale, window, { from: at(detail.from, false), until: at(detail.until, true) }),
    ...(list === '' ? [] : [word(locale, 'occurrence.checklist', { names: list })]),
    ...(detail.people ? [word(locale, 'occurrence.people', { people: rangeOf(detail.people as People) })] : []),
    ...(obligation.provisional ? [word(locale, 'occurrence.provisional')] : []),
  ]
}

/** What only an occurrence says of where it stands: to be done still, or no longer owed by then; undefined otherwise. */
export function occurrenceState({ obligation, context, locale }: Teller): string | undefined {
  const { state, endedAt, why } = obligation
  if (state === 'open') return word(locale, 'occurrence.open')
  if (state !== 'cancelled' || why.detail?.ended !== true || endedAt === undefined) return undefined
  return word(locale, 'occurrence.ended', { at: instantWords(endedAt, { zone: context.zone }, locale) })
}
