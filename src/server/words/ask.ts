import type { OpenPlace } from '../../core/plan/open-places.ts'
import type { Plan } from '../../core/plan/types.ts'
import type { Locale } from '../../core/words.ts'
import { saySentence } from './say.ts'

/** `到场 · 时限（严重故障 · 外地）`: a place that the plan leaves to the contract, in the words of the plan. */
export function askWords(plan: Plan, place: OpenPlace, locale: Locale): string {
  const id = place.key.split('.')[1] ?? ''
  if (place.kind === 'choice') return saySentence(locale, 'plan.ask-dimension', { id })
  if (place.kind === 'hours') return saySentence(locale, 'plan.ask-hours', { id })
  if (place.kind === 'day') return saySentence(locale, 'plan.ask-cut-over')
  const named = [...plan.grades, ...plan.zones]
  const rows = place.rows.map((row) =>
    row === 'else' ? saySentence(locale, 'plan.ask-else') : (named.find((one) => one.id === row)?.name ?? row),
  )
  const promise = plan.promises[id]?.title ?? id
  const field = saySentence(locale, `plan.ask-${place.field ?? 'within'}`)
  return rows.length === 0
    ? saySentence(locale, 'plan.ask-place', { promise, field })
    : saySentence(locale, 'plan.ask-row', { promise, field, rows: rows.join(' · ') })
}
