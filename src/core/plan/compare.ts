import { canonicalJson } from '../canonical.ts'
import { formatDuration } from '../time/duration.ts'
import { CHARGE_COLUMNS } from './forms.ts'
import type { Channel, ChargeColumn, ChargeLine, Rate } from './forms.ts'
import { deadlinesOf } from './types.ts'
import type { Clause, DeadlineClause, EventExpr, Plan, Span, Value } from './types.ts'
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

/**
 * `contradicts`: two clauses of other names promise the same thing by other numbers: which of them holds?
 * `reads`: two clauses that are no deadlines read otherwise, under one name or (`promise` ≠ `other`) about one thing under two.
 * `price`: what the same bills cost; undefined where a plan does not say. `line`: how customers reach the vendor by one kind of line.
 */
export type Difference =
  | { readonly kind: 'only'; readonly in: 'a' | 'b'; readonly promise: string; readonly text: string }
  | { readonly kind: 'differs'; readonly promise: string; readonly field: ComparedField; readonly a: string; readonly b: string }
  | { readonly kind: 'contradicts'; readonly promise: string; readonly other: string; readonly a: string; readonly b: string }
  | { readonly kind: 'reads'; readonly promise: string; readonly other: string; readonly a: string; readonly b: string }
  | {
      readonly kind: 'price'
      readonly of: Pick<ChargeLine, 'when' | 'beyondKm'>
      readonly column: ChargeColumn
      readonly a: Rate | undefined
      readonly b: Rate | undefined
    }
  | { readonly kind: 'line'; readonly by: Channel['kind']; readonly a: readonly string[]; readonly b: readonly string[] }

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

/** What a clause that is no deadline says, without its name, its words and its place. */
function contentOf(clause: Clause): string {
  const { id: _id, title: _title, text: _text, source: _source, reading: _reading, at: _at, ...content } = clause
  return canonicalJson(content)
}

/** What such a clause is about, whatever it is called. */
function matterOf(clause: Clause): string | undefined {
  switch (clause.form) {
    case 'cover':
      return canonicalJson(['cover', clause.per, [...clause.gives].sort(), clause.when])
    case 'recurring':
      return canonicalJson(['recurring', clause.task, clause.per, clause.when])
    case 'gate':
      return canonicalJson(['gate', clause.before, clause.when])
    case 'level':
      return canonicalJson(['level', clause.measure, clause.over])
    case 'rule':
      return canonicalJson(['rule', clause.on, clause.when])
    case 'deadline':
      return undefined
    default:
      return clause satisfies never
  }
}

/** Among clauses that only the other plan has: those of one name have been compared by it. */
function readsOtherwise(one: Clause, others: readonly Clause[]): Difference[] {
  const matter = matterOf(one)
  if (matter === undefined) return []
  return others
    .filter((other) => other.id !== one.id && matterOf(other) === matter && contentOf(other) !== contentOf(one))
    .map((other) => ({ kind: 'reads', promise: one.id, other: other.id, a: contentOf(one), b: contentOf(other) }))
}

function compareOne(id: string, one: Clause, other: Clause): Difference[] {
  if (one.form === 'deadline' && other.form === 'deadline') return compareClauses(id, one, other)
  const [a, b] = [contentOf(one), contentOf(other)]
  const text: Difference[] =
    one.text === other.text ? [] : [{ kind: 'differs', promise: id, field: 'text', a: one.text ?? '—', b: other.text ?? '—' }]
  return a === b ? text : [...text, { kind: 'reads', promise: id, other: id, a, b }]
}

/** What the same bills cost in both: the first line of each plan that speaks of them decides. */
function comparePrices(a: Plan, b: Plan): Difference[] {
  const reach = ({ when, beyondKm }: ChargeLine) => canonicalJson([when?.cel, beyondKm])
  const lines = new Map([...a.charges, ...b.charges].map((line) => [reach(line), line]))
  const rateIn = ({ charges }: Plan, key: string, column: ChargeColumn) =>
    charges.find((line) => reach(line) === key && line.rates[column] !== undefined)?.rates[column]
  return [...lines].flatMap(([key, { when, beyondKm }]) =>
    CHARGE_COLUMNS.flatMap((column): Difference[] => {
      const [left, right] = [rateIn(a, key, column), rateIn(b, key, column)]
      return canonicalJson(left) === canonicalJson(right) ? [] : [{ kind: 'price', of: { when, beyondKm }, column, a: left, b: right }]
    }),
  )
}

/** The kinds of line whose hours differ, each with the lines of that kind in both plans. */
function compareLines(a: Plan, b: Plan): Difference[] {
  const of = ({ channels }: Plan, by: Channel['kind']) => Object.values(channels).filter(({ kind }) => kind === by)
  const hours = (plan: Plan, by: Channel['kind']) => canonicalJson(of(plan, by).map(({ calendar }) => plan.calendars[calendar]))
  const kinds = new Set([...Object.values(a.channels), ...Object.values(b.channels)].map(({ kind }) => kind))
  return [...kinds]
    .filter((by) => hours(a, by) !== hours(b, by))
    .map((by) => ({ kind: 'line', by, a: of(a, by).map(({ id }) => id), b: of(b, by).map(({ id }) => id) }))
}

/**
 * What differs between two plans: clause by clause in the order of the first, then what only the second has, then what the two promise otherwise under
 * other names, then what the same bills cost, then the hours of their lines.
 */
export function comparePlans(a: Plan, b: Plan): readonly Difference[] {
  const deadlines = Object.values(deadlinesOf(b))
  const only = (side: 'a' | 'b', clause: Clause): Difference => ({
    kind: 'only',
    in: side,
    promise: clause.id,
    text: clause.text ?? clause.title ?? '',
  })
  const first = Object.values(a.promises).flatMap((clause) => {
    const other = Object.hasOwn(b.promises, clause.id) ? b.promises[clause.id] : undefined
    return other ? compareOne(clause.id, clause, other) : [only('a', clause)]
  })
  const second = Object.values(b.promises).filter((clause) => !Object.hasOwn(a.promises, clause.id))
  const against = Object.values(a.promises).flatMap((clause) =>
    clause.form === 'deadline'
      ? contradictions(clause, deadlines)
      : Object.hasOwn(b.promises, clause.id)
        ? []
        : readsOtherwise(clause, second),
  )
  return [...first, ...second.map((clause) => only('b', clause)), ...against, ...comparePrices(a, b), ...compareLines(a, b)]
}
