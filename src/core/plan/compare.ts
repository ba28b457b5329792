import { canonicalJson } from '../canonical.ts'
import { formatDuration } from '../time/duration.ts'
import { compareCharges } from './compare-charges.ts'
import { compareSections, meansIn } from './compare-sections.ts'
import type { SectionDifference, WholeDifference } from './compare-sections.ts'
import type { Channel, ChargeColumn, ChargeLine, Rate } from './forms.ts'
import { testsMeet } from './overlap.ts'
import { aboutOneThing, endAlike, limitsDiffer, runTogether } from './same-thing.ts'
import type { Placed } from './same-thing.ts'
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
  'owner',
  'owed-by',
  'on-broken',
] as const
export type ComparedField = (typeof COMPARED)[number]

/** Which bills, or lines of a bill, a line of the charges speaks of. */
export type ChargeReach = Pick<ChargeLine, 'when' | 'beyondKm'>

/**
 * `contradicts`: two clocks of other names end by the same deed, and promise it by another limit, in other hours, from another start or by somebody else.
 * `reads`: two clauses that are no deadlines read otherwise, under one name or (`promise` ≠ `other`) about one thing under two.
 * `price`: what the same bills cost; undefined where a plan does not say. `charge-text`: the words of the line that says so. `order`: lines of the charges
 * that both plans have, in the order in which they decide about a column. `line`: how customers reach the vendor by one kind of line.
 */
export type Difference =
  | { readonly kind: 'only'; readonly in: 'a' | 'b'; readonly promise: string; readonly text: string }
  | { readonly kind: 'differs'; readonly promise: string; readonly field: ComparedField; readonly a: string; readonly b: string }
  | {
      readonly kind: 'contradicts'
      readonly promise: string
      readonly other: string
      readonly field: ComparedField
      readonly a: string
      readonly b: string
    }
  | { readonly kind: 'reads'; readonly promise: string; readonly other: string; readonly a: string; readonly b: string }
  | {
      readonly kind: 'price'
      readonly of: ChargeReach
      readonly column: ChargeColumn
      readonly a: Rate | undefined
      readonly b: Rate | undefined
    }
  | { readonly kind: 'charge-text'; readonly of: ChargeReach; readonly a: string | undefined; readonly b: string | undefined }
  | { readonly kind: 'order'; readonly column: ChargeColumn; readonly a: readonly ChargeReach[]; readonly b: readonly ChargeReach[] }
  | { readonly kind: 'line'; readonly by: Channel['kind']; readonly a: readonly string[]; readonly b: readonly string[] }
  | SectionDifference
  | WholeDifference

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
    owner: clause.owner ?? '—',
    'owed-by': clause.owedBy,
    'on-broken': clause.onBroken.map(({ escalate }) => escalate).join(' ') || '—',
  }
}

/** A plan beside the one that it is compared with. */
type Beside = { readonly plan: Plan; readonly other: Plan }

/** What stands behind the names in a clause's calendars and reasons. */
function namesBehind({ plan, other }: Beside) {
  const [calendar, reason] = [meansIn(plan, other, 'calendar'), meansIn(plan, other, 'reason')]
  return { calendar, reasons: (ids: readonly string[]) => ids.map(reason).sort().join(' ') }
}

function comparableOf(clause: DeadlineClause, beside: Beside): Readonly<Record<ComparedField, string>> {
  const { calendar, reasons } = namesBehind(beside)
  return {
    ...fieldsOf(clause),
    calendar: formatCells(clause.calendar, calendar),
    pauses: reasons(clause.pauses),
    excuses: reasons(clause.excuses),
  }
}

type Pair = { readonly a: Plan; readonly b: Plan }

function compareClauses(one: DeadlineClause, other: DeadlineClause, { a, b }: Pair): Difference[] {
  const [left, right] = [comparableOf(one, { plan: a, other: b }), comparableOf(other, { plan: b, other: a })]
  const [says, answers] = [fieldsOf(one), fieldsOf(other)]
  return COMPARED.filter((field) => left[field] !== right[field]).map((field) => ({
    kind: 'differs',
    promise: one.id,
    field,
    a: says[field],
    b: answers[field],
  }))
}

/** What two clocks about one thing may contradict each other in. */
const CONTRADICTED = ['starts', 'kept-by', 'within', 'calendar', 'owner'] as const

const clocksOf = (plan: Plan): readonly Placed<DeadlineClause>[] => Object.values(deadlinesOf(plan)).map((clause) => ({ clause, plan }))

/** What both plans say alike is no difference between them, whatever it is among itself. */
function saidByBoth(id: string, { a, b }: Pair): boolean {
  const [one, other] = [a, b].map(({ promises }) => (Object.hasOwn(promises, id) ? promises[id] : undefined))
  return one?.form === 'deadline' && other?.form === 'deadline' && compareClauses(one, other, { a, b }).length === 0
}

type Against = { readonly other: DeadlineClause; readonly fields: readonly ComparedField[] }

/**
 * The clocks of the other plan that are about the same thing: those that run together with this one, or where there is none, and neither has one there,
 * those that end alike from whatever start.
 */
function clocksAgainst(one: Placed<DeadlineClause>, { a, b }: Pair): readonly Against[] {
  const together = clocksOf(b).filter((other) => runTogether(one, other))
  if (together.length > 0) return together.map(({ clause }) => ({ other: clause, fields: ['within', 'calendar', 'owner'] }))
  const alike = clocksOf(b).filter((other) => endAlike(one, other) && testsMeet(one.clause.when, other.clause.when))
  const alone = alike.filter((other) => !clocksOf(a).some((own) => runTogether(own, other)))
  return alone.map(({ clause }) => ({ other: clause, fields: CONTRADICTED }))
}

function contradictions(clause: DeadlineClause, pair: Pair): Difference[] {
  const [says, said] = [comparableOf(clause, { plan: pair.a, other: pair.b }), fieldsOf(clause)]
  return clocksAgainst({ clause, plan: pair.a }, pair).flatMap(({ other, fields }) => {
    if (other.id === clause.id || (saidByBoth(clause.id, pair) && saidByBoth(other.id, pair))) return []
    const answers = comparableOf(other, { plan: pair.b, other: pair.a })
    const differ = (field: ComparedField) => (field === 'within' ? limitsDiffer(clause, other) : says[field] !== answers[field])
    const named = { kind: 'contradicts', promise: clause.id, other: other.id } as const
    return fields.filter(differ).map((field): Difference => ({ ...named, field, a: said[field], b: fieldsOf(other)[field] }))
  })
}

/** What a clause that is no deadline says, without its name, its words and its place. */
function contentOf(clause: Clause, beside: Beside): string {
  const { id: _id, title: _title, text: _text, source: _source, reading: _reading, at: _at, ...content } = clause
  const { calendar, reasons } = namesBehind(beside)
  const named = Object.entries(content).map(([key, value]) => {
    if (key === 'calendar') return [key, formatCells(value as Value<string>, calendar)]
    return [key, REASONS.includes(key) ? reasons(value as readonly string[]) : value]
  })
  return canonicalJson(Object.fromEntries(named))
}

/** Where clauses name reasons. */
const REASONS: readonly string[] = ['pauses', 'excuses', 'ignores', 'excludes']

/** Among clauses that only the other plan has: those of one name have been compared by it. */
function readsOtherwise(one: Clause, others: readonly Clause[], { a, b }: Pair): Difference[] {
  const own = contentOf(one, { plan: a, other: b })
  return others
    .filter((other) => other.id !== one.id && aboutOneThing({ clause: one, plan: a }, { clause: other, plan: b }))
    .map((other): Difference => ({ kind: 'reads', promise: one.id, other: other.id, a: own, b: contentOf(other, { plan: b, other: a }) }))
    .filter((difference) => difference.kind === 'reads' && difference.a !== difference.b)
}

function compareOne(one: Clause, other: Clause, pair: Pair): Difference[] {
  if (one.form === 'deadline' && other.form === 'deadline') return compareClauses(one, other, pair)
  const { id } = one
  const [a, b] = [contentOf(one, { plan: pair.a, other: pair.b }), contentOf(other, { plan: pair.b, other: pair.a })]
  const text: Difference[] =
    one.text === other.text ? [] : [{ kind: 'differs', promise: id, field: 'text', a: one.text ?? '—', b: other.text ?? '—' }]
  return a === b ? text : [...text, { kind: 'reads', promise: id, other: id, a, b }]
}

/** The kinds of line whose names, words or hours differ, each with the lines of that kind in both plans. */
function compareLines(a: Plan, b: Plan): Difference[] {
  const of = ({ channels }: Plan, by: Channel['kind']) => Object.values(channels).filter(({ kind }) => kind === by)
  const says = (plan: Plan, by: Channel['kind']) =>
    of(plan, by)
      .map(({ name, text, calendar }) => canonicalJson([name, text, plan.calendars[calendar]]))
      .sort()
      .join()
  const kinds = new Set([...Object.values(a.channels), ...Object.values(b.channels)].map(({ kind }) => kind))
  return [...kinds]
    .filter((by) => says(a, by) !== says(b, by))
    .map((by) => ({ kind: 'line', by, a: of(a, by).map(({ id }) => id), b: of(b, by).map(({ id }) => id) }))
}

/**
 * What differs between two plans: clause by clause in the order of the first, then what only the second has, then what the two promise otherwise under
 * other names, then what the same bills cost, then their lines, then what they declare for all of this: hours, reasons, grades, forms, roles.
 */
export function comparePlans(a: Plan, b: Plan): readonly Difference[] {
  const only = (side: 'a' | 'b', clause: Clause): Difference => ({
    kind: 'only',
    in: side,
    promise: clause.id,
    text: clause.text ?? clause.title ?? '',
  })
  const first = Object.values(a.promises).flatMap((clause) => {
    const other = Object.hasOwn(b.promises, clause.id) ? b.promises[clause.id] : undefined
    return other ? compareOne(clause, other, { a, b }) : [only('a', clause)]
  })
  const second = Object.values(b.promises).filter((clause) => !Object.hasOwn(a.promises, clause.id))
  const against = Object.values(a.promises).flatMap((clause) =>
    clause.form === 'deadline'
      ? contradictions(clause, { a, b })
      : Object.hasOwn(b.promises, clause.id)
        ? []
        : readsOtherwise(clause, second, { a, b }),
  )
  const clauses = [...first, ...second.map((clause) => only('b', clause)), ...against]
  return [...clauses, ...compareCharges(a, b), ...compareLines(a, b), ...compareSections(a, b)]
}
