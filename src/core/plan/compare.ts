import { canonicalJson } from '../canonical.ts'
import { formatDuration } from '../time/duration.ts'
import { deadlinesOf } from './types.ts'
import type { DeadlineClause, EventExpr, Plan, Span, Value } from './types.ts'
import { cellsOf } from './value.ts'

export const COMPARED = [
  'text',
  'within',
  'target',
  'calendar',
  'starts',
  'kept-by',
  'unless',
  'when',
  'pauses',
  'excuses',
  'per',
  'regrade',
  'reopen',
] as const
export type ComparedField = (typeof COMPARED)[number]

/** `contradicts`: two clauses of other names promise the same thing by other numbers: which of them holds? */
export type Difference =
  | { readonly kind: 'only'; readonly in: 'a' | 'b'; readonly promise: string; readonly text: string }
  | { readonly kind: 'differs'; readonly promise: string; readonly field: ComparedField; readonly a: string; readonly b: string }
  | { readonly kind: 'contradicts'; readonly promise: string; readonly other: string; readonly a: string; readonly b: string }

function formatCells<T>(value: Value<T> | undefined, format: (one: T) => string): string {
  return (
    cellsOf(value)
      .map((cell) => [...cell.path, cell.value.kind === 'scalar' ? format(cell.value.value) : cell.value.kind].join(' '))
      .join(', ') || '—'
  )
}

const formatSpan = (span: Span): string => `${span.travel ? 'travel + ' : ''}${formatDuration(span.duration)}`

/** The spelling of the plan language. */
export function formatEvent(event: EventExpr | undefined): string {
  if (!event) return '—'
  const offset = event.offset
    ? ` ${event.offset.value < 0 ? '-' : '+'} ${formatDuration({ ...event.offset, value: Math.abs(event.offset.value) })}`
    : ''
  switch (event.kind) {
    case 'fact':
      return `${event.type}${event.where ? ` where ${event.where.cel}` : ''}${offset}`
    case 'promise':
      return `${event.promise}.${event.state}${offset}`
    case 'share':
      return `${event.promise} at ${event.percent}%${offset}`
    case 'instant':
      return `${event.noun}.${event.name}${offset}`
    case 'any':
      return `[${event.of.map(formatEvent).join(', ')}]${offset}`
    case 'all':
      return `{all: [${event.of.map(formatEvent).join(', ')}]}${offset}`
    default:
      return event satisfies never
  }
}

function fieldsOf(clause: DeadlineClause): Readonly<Record<ComparedField, string>> {
  return {
    text: clause.text ?? '—',
    within: formatCells(clause.within, formatSpan),
    target: formatCells(clause.target, formatSpan),
    calendar: formatCells(clause.calendar, String),
    starts: formatEvent(clause.starts ?? clause.due),
    'kept-by': formatEvent(clause.keptBy),
    unless: formatEvent(clause.unless),
    when: clause.when?.cel ?? '—',
    pauses: clause.pauses.join(' ') || '—',
    excuses: clause.excuses.join(' ') || '—',
    per: clause.per,
    regrade: clause.regrade,
    reopen: clause.reopen,
  }
}

function compareClauses(promise: string, a: DeadlineClause, b: DeadlineClause): Difference[] {
  const [left, right] = [fieldsOf(a), fieldsOf(b)]
  return COMPARED.filter((field) => canonicalJson(left[field]) !== canonicalJson(right[field])).map((field) => ({
    kind: 'differs',
    promise,
    field,
    a: left[field],
    b: right[field],
  }))
}

/** What a clause is about, whatever it is called: from when until what, for whom and where. */
function subjectOf(clause: DeadlineClause): string {
  return canonicalJson([clause.starts, clause.due, clause.keptBy, clause.when, clause.per])
}

function contradictions(clause: DeadlineClause, others: readonly DeadlineClause[]): Difference[] {
  const limit = (one: DeadlineClause) => formatCells(one.within, formatSpan)
  return others
    .filter((other) => other.id !== clause.id && subjectOf(other) === subjectOf(clause) && limit(other) !== limit(clause))
    .map((other) => ({ kind: 'contradicts', promise: clause.id, other: other.id, a: limit(clause), b: limit(other) }))
}

/**
 * What differs between the promises of two plans: clause by clause in the order of the first, then what only the second has, then what the two
 * promise by other numbers under other names.
 */
export function comparePlans(planA: Plan, planB: Plan): readonly Difference[] {
  const [a, b] = [{ promises: deadlinesOf(planA) }, { promises: deadlinesOf(planB) }]
  const only = (side: 'a' | 'b', clause: DeadlineClause): Difference => ({
    kind: 'only',
    in: side,
    promise: clause.id,
    text: clause.text ?? clause.title ?? '',
  })
  const first = Object.values(a.promises).flatMap((clause) => {
    const other = Object.hasOwn(b.promises, clause.id) ? b.promises[clause.id] : undefined
    return other ? compareClauses(clause.id, clause, other) : [only('a', clause)]
  })
  const second = Object.values(b.promises).filter((clause) => !Object.hasOwn(a.promises, clause.id))
  const against = Object.values(a.promises).flatMap((clause) => contradictions(clause, Object.values(b.promises)))
  return [...first, ...second.map((clause) => only('b', clause)), ...against]
}
