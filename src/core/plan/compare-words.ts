import type { Locale, Params } from '../words.ts'
import type { ChargeReach, ComparedField, Difference } from './compare.ts'
import { comparedLines, sayCalendars } from './compare-lines.ts'
import { calendarLines, compareWords, linesBeside, sayEntry, saySection, sayWhole } from './compare-section-words.ts'
import { sayCondition } from './condition-words.ts'
import { rowName, sayEvent, sayReasons, speakAs } from './explain-words.ts'
import type { Speaker } from './explain-words.ts'
import { roleName } from './explain-forms.ts'
import { sayRate, sayReach } from './explain-sections.ts'
import { sayCell } from './explain.ts'
import type { ChargeColumn, Rate } from './forms.ts'
import type { Clause, DeadlineClause, EventExpr, Plan, Value } from './types.ts'
import { cellsOf } from './value.ts'
import type { CompareKey } from './words/compare.zh-CN.ts'
import type { Cell } from './value.ts'

function sayCells<T>(speaker: Speaker, value: Value<T> | undefined, sayOne: (cell: Cell<T>) => string): string | undefined {
  const cells = cellsOf(value).map((cell) => [...cell.path.map((row) => rowName(speaker, row)), sayOne(cell)].join(' '))
  return cells.length === 0 ? undefined : cells.join(speaker.s('list-comma'))
}

/** One field of a clause as it is read aloud beside the same field of another plan; undefined: the clause does not speak of it. */
export function sayCompared(
  plan: Plan,
  clause: DeadlineClause,
  { field, locale }: { field: ComparedField; locale: Locale },
): string | undefined {
  const speaker = speakAs(plan, locale)
  const event = (one: EventExpr | undefined) => one && sayEvent(speaker, one)
  switch (field) {
    case 'text':
      return clause.text
    case 'within':
    case 'target':
      return sayCells(speaker, clause[field], (cell) => sayCell(speaker, cell))
    case 'calendar':
      return sayCalendars(speaker, clause.calendar)
    case 'starts':
      return event(clause.starts ?? clause.due)
    case 'kept-by':
      return event(clause.keptBy)
    case 'unless':
      return event(clause.unless)
    case 'when':
      return clause.when && sayCondition(clause.when.cel, plan, locale)
    case 'pauses':
    case 'excuses':
      return clause[field].length === 0 ? undefined : sayReasons(speaker, clause[field])
    case 'per':
      return speaker.s(`owner-${clause.per}`)
    case 'regrade':
      return speaker.s(`regrade-${clause.regrade}`)
    case 'reopen':
      return speaker.s(`reopen-${clause.reopen}`)
    case 'owner':
      return clause.owner === undefined ? undefined : roleName(speaker, clause.owner)
    case 'owed-by':
      return speaker.s(`side-${clause.owedBy}`)
    case 'on-broken':
      return clause.onBroken.map(({ escalate }) => roleName(speaker, escalate)).join(speaker.s('list-comma')) || undefined
    default:
      return field satisfies never
  }
}

function linesOf(speaker: Speaker, clause: Clause): readonly string[] {
  if (clause.form !== 'deadline') return comparedLines(speaker, clause)
  const { plan, locale } = speaker
  return (['starts', 'kept-by', 'within'] as const).flatMap((field) => sayCompared(plan, clause, { field, locale }) ?? [])
}

type Side = { readonly plan: Plan; readonly clause: Clause }

/** What a clause says that the one beside it does not; undefined: it says less. */
export function sayReads({ plan, clause }: Side, beside: Side, locale: Locale): string | undefined {
  const speaker = speakAs(plan, locale)
  return linesBeside(linesOf(speaker, clause), linesOf(speakAs(beside.plan, locale), beside.clause), speaker.s('list-comma'))
}

type Priced = { readonly of: ChargeReach; readonly column: ChargeColumn }

/** Which bills are meant, and which of their columns. */
export function sayPriced(plan: Plan, { of, column }: Priced, locale: Locale): string {
  const speaker = speakAs(plan, locale)
  return `${sayReach(speaker, of)} ${speaker.s(`column-${column}`)}`
}

/** What that column costs there; undefined: the plan does not say. */
export function sayPrice(
  rate: Rate | undefined,
  { of, column }: Priced,
  { plan, locale }: { plan: Plan; locale: Locale },
): string | undefined {
  return rate && sayRate(speakAs(plan, locale), rate, { column, beyondKm: of.beyondKm })
}

/** The lines of these ids with their hours and their words; undefined: there are none. */
export function sayChannels(plan: Plan, ids: readonly string[], locale: Locale): string | undefined {
  const speaker = speakAs(plan, locale)
  const comma = speaker.s('list-comma')
  const said = ids.flatMap((id) => {
    const line = plan.channels[id]
    if (!line) return []
    const calendar = calendarLines(speaker, line.calendar).join(comma)
    return [
      speaker.s('line-channel', { name: line.name, calendar }) + (line.text === undefined ? '' : ` ${line.text.replace(/[。.]$/, '')}`),
    ]
  })
  return said.length === 0 ? undefined : said.join(comma)
}

/** Two plans, and what each is called in a sentence: a file, a version. */
export type ComparedPlans = {
  readonly names: { readonly a: string; readonly b: string }
  readonly plans: { readonly a: Plan; readonly b: Plan }
}

type Sides = { readonly matter: string; readonly a: string | undefined; readonly b: string | undefined }

/** What a line of the one or of the other asks for is called as the plan calls it that declares it; where both do, as the first. */
function namedBy(own: Plan, other: Plan): Plan {
  const [grades, zones] = [
    [...own.grades, ...other.grades],
    [...own.zones, ...other.zones],
  ]
  const both = <Key extends 'promises' | 'reasons' | 'forms' | 'roles' | 'channels' | 'dimensions' | 'words'>(key: Key) => ({
    ...other[key],
    ...own[key],
  })
  return {
    ...own,
    grades,
    zones,
    promises: both('promises'),
    reasons: both('reasons'),
    forms: both('forms'),
    roles: both('roles'),
    channels: both('channels'),
    dimensions: both('dimensions'),
    words: both('words'),
  }
}

function sayPriceDifference(one: Extract<Difference, { kind: 'price' }>, plans: ComparedPlans['plans'], locale: Locale): Sides {
  const named = one.a === undefined ? namedBy(plans.b, plans.a) : namedBy(plans.a, plans.b)
  const says = (side: 'a' | 'b') => sayPrice(one[side], one, { plan: plans[side], locale })
  return { matter: sayPriced(named, one, locale), a: says('a'), b: says('b') }
}

function sayOrderDifference(
  { column, a, b }: Extract<Difference, { kind: 'order' }>,
  plans: ComparedPlans['plans'],
  locale: Locale,
): Sides {
  const says = (side: 'a' | 'b', lines: readonly ChargeReach[]) =>
    lines
      .map((reach) => sayReach(speakAs(plans[side], locale), reach))
      .reduce((one, then) => compareWords(locale, 'compare.then', { a: one, b: then }))
  const matter = compareWords(locale, 'charge.order', { column: speakAs(plans.a, locale).s(`column-${column}`) })
  return { matter, a: says('a', a), b: says('b', b) }
}

/** A difference of two sides beside each other: what it is about, and what each plan says. */
function saySides(one: Exclude<Difference, { promise: string }>, plans: ComparedPlans['plans'], locale: Locale): Sides {
  const { a, b } = plans
  switch (one.kind) {
    case 'price':
      return sayPriceDifference(one, plans, locale)
    case 'order':
      return sayOrderDifference(one, plans, locale)
    case 'charge-text': {
      const reach = sayReach(speakAs(one.a === undefined ? namedBy(b, a) : namedBy(a, b), locale), one.of)
      const bare = (text: string | undefined) => text?.replace(/[。.]$/, '')
      return { matter: compareWords(locale, 'charge.text', { reach }), a: bare(one.a), b: bare(one.b) }
    }
    case 'line':
      return { matter: compareWords(locale, `line.${one.by}`), a: sayChannels(a, one.a, locale), b: sayChannels(b, one.b, locale) }
    case 'section':
      return { matter: sayEntry(one, plans, locale), ...saySection(one, plans, locale) }
    case 'whole': {
      const says = (plan: Plan, other: Plan) => sayWhole(one.field, { plan, other }, locale)
      return { matter: compareWords(locale, `whole.${one.field}`), a: says(a, b), b: says(b, a) }
    }
    default:
      return one satisfies never
  }
}

/** One difference as a sentence that names both sides. */
export function sayDifference(one: Difference, { names, plans }: ComparedPlans, locale: Locale): string {
  const sayIt = (key: CompareKey, params: Params) => compareWords(locale, key, params)
  const nothing = sayIt('compare.nothing', {})
  const name = (side: 'a' | 'b', promise: string) => plans[side].promises[promise]?.title ?? promise
  const clauseOf = (side: 'a' | 'b', promise: string) => ({ plan: plans[side], clause: plans[side].promises[promise]! })
  const value = (side: 'a' | 'b', promise: string, field: ComparedField) => {
    const { clause } = clauseOf(side, promise)
    const said = clause.form === 'deadline' ? sayCompared(plans[side], clause, { field, locale }) : field === 'text' && clause.text
    // a text stands within the sentence here, without its own full stop
    return said ? said.replace(/[。.]$/, '') : nothing
  }
  switch (one.kind) {
    case 'only':
      return sayIt('compare.only', { plan: names[one.in], promise: name(one.in, one.promise), text: one.text })
    case 'differs': {
      const { promise, field } = one
      const [left, right] = [value('a', promise, field), value('b', promise, field)]
      return sayIt('compare.differs', { promise: name('a', promise), field: sayIt(`field.${field}`, {}), ...names, left, right })
    }
    case 'contradicts': {
      const { field } = one
      const [left, right] = [value('a', one.promise, field), value('b', one.other, field)]
      const named = { promise: name('a', one.promise), other: name('b', one.other), field: sayIt(`field.${field}`, {}) }
      return sayIt('compare.contradicts', { ...named, ...names, left, right })
    }
    case 'reads': {
      const [a, b] = [clauseOf('a', one.promise), clauseOf('b', one.other)]
      const [left, right] = [sayReads(a, b, locale), sayReads(b, a, locale)]
      const less = left === undefined && right === undefined ? sayIt('compare.spelled', {}) : nothing
      const key = one.promise === one.other ? 'compare.reads' : 'compare.reads-other'
      const named = { promise: name('a', one.promise), other: name('b', one.other) }
      return sayIt(key, { ...named, ...names, left: left ?? less, right: right ?? less })
    }
    default: {
      const { matter, a, b } = saySides(one, plans, locale)
      return sayIt('compare.side', { matter, ...names, left: a ?? nothing, right: b ?? nothing })
    }
  }
}
