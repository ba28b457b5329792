import { say } from '../words.ts'
import type { Locale, Params } from '../words.ts'
import type { ComparedField, Difference } from './compare.ts'
import { sayCondition } from './condition-words.ts'
import { calendarName, isSaid, rowName, sayEvent, sayReasons, speakAs, wordsOf } from './explain-words.ts'
import type { Speaker } from './explain-words.ts'
import { formLines } from './explain-forms.ts'
import { sayRate, sayReach } from './explain-sections.ts'
import { sayCell } from './explain.ts'
import type { ChargeColumn, ChargeLine, Rate } from './forms.ts'
import type { Clause, DeadlineClause, EventExpr, Plan, Value } from './types.ts'
import { cellsOf } from './value.ts'
import { COMPARE_EN } from './words/compare.en.ts'
import { COMPARE_ZH_CN } from './words/compare.zh-CN.ts'
import type { CompareKey } from './words/compare.zh-CN.ts'
import { COMPARE_ZH_TW } from './words/compare.zh-TW.ts'
import type { Cell } from './value.ts'

const COMPARE = { 'zh-CN': COMPARE_ZH_CN, 'zh-TW': COMPARE_ZH_TW, en: COMPARE_EN } as const

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
      return sayCells(speaker, clause.calendar, (cell) => calendarName(speaker, cell))
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
    default:
      return field satisfies never
  }
}

function linesOf(speaker: Speaker, clause: Clause): readonly string[] {
  if (clause.form !== 'deadline') return formLines(speaker, clause).filter(isSaid).map(wordsOf)
  const { plan, locale } = speaker
  return (['starts', 'kept-by', 'within'] as const).flatMap((field) => sayCompared(plan, clause, { field, locale }) ?? [])
}

type Side = { readonly plan: Plan; readonly clause: Clause }

/** What a clause says that the one beside it does not; undefined: it says less. */
export function sayReads({ plan, clause }: Side, beside: Side, locale: Locale): string | undefined {
  const speaker = speakAs(plan, locale)
  const theirs = new Set(linesOf(speakAs(beside.plan, locale), beside.clause))
  const own = linesOf(speaker, clause).filter((line) => !theirs.has(line))
  return own.length === 0 ? undefined : own.join(speaker.s('list-comma'))
}

type Priced = { readonly of: Pick<ChargeLine, 'when' | 'beyondKm'>; readonly column: ChargeColumn }

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

/** The lines of these ids with their hours; undefined: there are none. */
export function sayChannels(plan: Plan, ids: readonly string[], locale: Locale): string | undefined {
  const speaker = speakAs(plan, locale)
  const said = ids.flatMap((id) => {
    const line = plan.channels[id]
    const calendar = line && calendarName(speaker, { path: [], value: { kind: 'scalar', value: line.calendar } })
    return line && calendar ? [speaker.s('line-channel', { name: line.name, calendar })] : []
  })
  return said.length === 0 ? undefined : said.join(speaker.s('list-comma'))
}

/** Two plans, and what each is called in a sentence: a file, a version. */
export type ComparedPlans = {
  readonly names: { readonly a: string; readonly b: string }
  readonly plans: { readonly a: Plan; readonly b: Plan }
}

/** One difference as a sentence that names both sides. */
export function sayDifference(one: Difference, { names, plans }: ComparedPlans, locale: Locale): string {
  const sayIt = (key: CompareKey, params: Params) => say(COMPARE[locale][key], params)
  const nothing = COMPARE[locale]['compare.nothing']
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
      return sayIt('compare.differs', {
        promise: name('a', promise),
        field: COMPARE[locale][`field.${field}`],
        ...names,
        left,
        right,
      })
    }
    case 'contradicts': {
      const [left, right] = [value('a', one.promise, 'within'), value('b', one.other, 'within')]
      return sayIt('compare.contradicts', { promise: name('a', one.promise), other: name('b', one.other), ...names, left, right })
    }
    case 'reads': {
      const [a, b] = [clauseOf('a', one.promise), clauseOf('b', one.other)]
      const sides = { left: sayReads(a, b, locale) ?? nothing, right: sayReads(b, a, locale) ?? nothing }
      const key = one.promise === one.other ? 'compare.reads' : 'compare.reads-other'
      return sayIt(key, { promise: name('a', one.promise), other: name('b', one.other), ...names, ...sides })
    }
    case 'price': {
      const says = (side: 'a' | 'b') => sayPrice(one[side], one, { plan: plans[side], locale }) ?? nothing
      return sayIt('compare.side', { matter: sayPriced(plans.a, one, locale), ...names, left: says('a'), right: says('b') })
    }
    case 'line': {
      const says = (side: 'a' | 'b') => sayChannels(plans[side], one[side], locale) ?? nothing
      return sayIt('compare.side', { matter: COMPARE[locale][`line.${one.by}`], ...names, left: says('a'), right: says('b') })
    }
    default:
      return one satisfies never
  }
}
