import { formatDuration, parseDuration } from '../time/duration.ts'
import type { Duration } from '../time/duration.ts'
import type { Term } from '../plan/types.ts'
import type { BoundPlan, Obligation } from './types.ts'

type Counted = Pick<Obligation, 'promise' | 'why'>

function isSpan(term: Term, span: { readonly duration: Duration } | undefined): boolean {
  const read = typeof term.value === 'string' ? parseDuration(term.value) : undefined
  return read !== undefined && span !== undefined && formatDuration(read) === formatDuration(span.duration)
}

/** Whether a term set the row by which this obligation counts. */
function rules(term: Term, { promise, why }: Counted): boolean {
  const [section, id, field, ...rows] = term.key.split('.')
  if (section === 'calendars') return id === why.calendar.id
  if (section !== 'promises' || id !== promise) return false
  const chosen = Object.values(why.dimensions).flatMap(({ value }) => value?.split('/') ?? [])
  if (!rows.every((row) => row === 'else' || chosen.includes(row))) return false
  if (field === 'within') return isSpan(term, why.within)
  return field === 'target' ? isSpan(term, why.target) : true
}

/** The terms of the contract by which an obligation counts: what the plan left open, and where it was agreed. */
export function termsBehind(bound: BoundPlan, obligation: Counted): readonly Term[] {
  const edition = bound.editions?.find((one) => one.bound.hash === obligation.why.planHash)?.bound ?? bound
  return edition.terms.filter((term) => rules(term, obligation))
}
