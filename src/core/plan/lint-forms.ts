import { canonicalJson } from '../canonical.ts'
import { parseDays, parseHours } from '../calendar/hours.ts'
import { formatDuration } from '../time/duration.ts'
import { HOUR_MS } from '../time/instant.ts'
import { leavesOf } from './event.ts'
import { found } from './finding.ts'
import type { CoverClause, RecurringClause } from './forms.ts'
import { lintDoubts } from './lint-doubts.ts'
import { lintPrices } from './lint-prices.ts'
import { testsMeet } from './overlap.ts'
import { pairs } from './pairs.ts'
import { givesTheSame, runTogether } from './same-thing.ts'
import { deadlinesOf } from './types.ts'
import type { Clause, DeadlineClause, Finding, Plan } from './types.ts'
import { cellsOf } from './value.ts'

/** A doubt that a clause's own reading has answered is not raised again. */
const isRead = ({ reading }: Clause): boolean => reading !== undefined

type PairOf<C extends Clause> = readonly [C, C]

function askOfPair(code: string, [one, other]: PairOf<Clause>, more: Finding['params'] = {}): Finding {
  return found(code, { severity: 'question', clauses: [one, other], params: { promise: one.id, other: other.id, ...more } })
}

/** One of the two has to be meant: it is signed once a reading says which. */
const contradiction = (code: string, pair: PairOf<Clause>): Finding => ({ ...askOfPair(code, pair), severity: 'error' })

function openPairs<C extends Clause>(clauses: readonly C[]): PairOf<C>[] {
  return pairs(clauses.filter((clause) => !isRead(clause)))
}

// What two clauses say of one thing ----------------------------------------------------------------------------------------------

/** A visit promised twice: do both run, and may one visit count for both? */
function visitsTwice(clauses: readonly RecurringClause[]): Finding[] {
  return openPairs(clauses)
    .filter(
      ([one, other]) =>
        one.task === other.task &&
        one.per === other.per &&
        testsMeet(one.when, other.when) &&
        canonicalJson(one.schedule) !== canonicalJson(other.schedule),
    )
    .map((pair) => askOfPair('lint-visit-twice', pair))
}

/** Two rights that give the same for the same owner, from another day or for another time. */
export function coversDiffer({ promises }: Pick<Plan, 'promises'>): readonly Finding[] {
  const clauses = Object.values(promises).filter((clause) => clause.form === 'cover')
  const isOpen = ({ term }: CoverClause) => cellsOf(term).some(({ value }) => value.kind === 'unstated')
  const same = (one: CoverClause, other: CoverClause) =>
    one.per === other.per && givesTheSame(one.gives, other.gives) && testsMeet(one.when, other.when)
  const runs = ({ starts, term }: CoverClause) => canonicalJson([starts, term])
  return openPairs(clauses)
    .filter(([one, other]) => same(one, other) && runs(one) !== runs(other))
    .map((pair) => (pair.some(isOpen) ? askOfPair : contradiction)('lint-covers-differ', pair))
}

/** Several days from which a cover could run: which of them is meant, and who says so? */
function startsManyWays(clauses: readonly CoverClause[]): Finding[] {
  return clauses
    .filter((clause) => !isRead(clause) && clause.starts.kind === 'any' && leavesOf(clause.starts).length > 1)
    .map((clause) =>
      found('lint-cover-starts', {
        severity: 'question',
        clauses: [clause],
        params: { promise: clause.id, count: leavesOf(clause.starts).length },
      }),
    )
}

/** Several clocks until one and the same end, each from a start of its own. */
function clocksToOneEnd(clauses: readonly DeadlineClause[], plan: Plan): Finding[] {
  return openPairs(clauses)
    .filter(
      ([one, other]) =>
        canonicalJson([one.keptBy, one.per]) === canonicalJson([other.keptBy, other.per]) &&
        canonicalJson([one.starts, one.due]) !== canonicalJson([other.starts, other.due]) &&
        !runTogether({ clause: one, plan }, { clause: other, plan }) &&
        canonicalJson(one.within) !== canonicalJson(other.within),
    )
    .map((pair) => askOfPair('lint-many-clocks', pair))
}

/** Small numbers meet by chance: two days and two hours are both usual. */
const SLIP_FROM = 10

/** 12 天 here and 12 小时 there, from one start: one of the two is likely a slip of the pen. */
function unitSlips(clauses: readonly DeadlineClause[]): Finding[] {
  const limits = (clause: DeadlineClause) =>
    cellsOf(clause.within).flatMap(({ value }) => (value.kind === 'scalar' && !value.value.travel ? [value.value.duration] : []))
  return openPairs(clauses).flatMap((pair) => {
    const [one, other] = pair
    if (canonicalJson(one.starts) !== canonicalJson(other.starts)) return []
    for (const a of limits(one)) {
      const b = limits(other).find(({ value, unit }) => value === a.value && value >= SLIP_FROM && unit !== a.unit)
      if (b) return [askOfPair('lint-unit-slip', pair, { limit: formatDuration(a), otherLimit: formatDuration(b) })]
    }
    return []
  })
}

// What one clause leaves in doubt ------------------------------------------------------------------------------------------------

/** 2–3 visits a year: the lower number is what can be broken, the upper one what is owed at most. */
function promisesARange(clauses: readonly RecurringClause[]): Finding[] {
  return clauses.flatMap((clause) => {
    const { schedule } = clause
    if (isRead(clause) || schedule.kind !== 'times' || schedule.max === undefined || schedule.max === schedule.min) return []
    const params = { promise: clause.id, min: schedule.min, max: schedule.max }
    return [found('lint-times-range', { severity: 'question', clauses: [clause], params })]
  })
}

/** A fixed date that is also to be agreed with the customer. */
function datesAgreed(clauses: readonly RecurringClause[]): Finding[] {
  return clauses
    .filter((clause) => !isRead(clause) && clause.schedule.kind === 'on' && clause.agreedBy !== undefined)
    .map((clause) => found('lint-date-agreed', { severity: 'question', clauses: [clause], params: { promise: clause.id } }))
}

const INSIDE = /(质保|保修)期(之?内|间)/
const OUTSIDE = /(质保|保修)期(之?[后外]|满)|过保/

/** The words say within the warranty, the condition says outside it, or the other way round. */
function textAgainstCondition(clause: Clause): Finding[] {
  const cel = 'when' in clause ? (clause.when?.cel ?? '') : ''
  const [asksOutside, asksInside] = [/cover == "none"/.test(cel), /cover != "none"/.test(cel)]
  const text = clause.text ?? ''
  const against = (asksOutside && INSIDE.test(text) && !OUTSIDE.test(text)) || (asksInside && OUTSIDE.test(text) && !INSIDE.test(text))
  if (!against || isRead(clause)) return []
  return [found('lint-text-cover', { severity: 'warning', clauses: [clause], params: { promise: clause.id, text } })]
}

/** 见第二条第一款: the number is worth a look before signing, for clauses move. */
function refersElsewhere(clause: Clause): Finding[] {
  const reference = /第[一二三四五六七八九十百\d]+[条章](第[一二三四五六七八九十\d]+[款项])?/.exec(clause.text ?? '')?.[0]
  if (reference === undefined || isRead(clause)) return []
  return [found('lint-cross-reference', { severity: 'question', clauses: [clause], params: { promise: clause.id, reference } })]
}

/** The customer grades, and a clause waits for somebody else's grade. */
function gradesTwice({ gradeBy, promises }: Plan): Finding[] {
  if (gradeBy !== 'customer') return []
  return Object.values(deadlinesOf({ promises })).flatMap((clause) => {
    const asks = [clause.starts, clause.keptBy].flatMap((event) => leavesOf(event))
    const graded = asks.some(
      (leaf) => leaf.kind === 'fact' && leaf.type === 'ticket.graded' && !/by == "customer"/.test(leaf.where?.cel ?? ''),
    )
    if (!graded || isRead(clause)) return []
    return [found('lint-graded-twice', { severity: 'question', clauses: [clause], params: { promise: clause.id } })]
  })
}

// Hours --------------------------------------------------------------------------------------------------------------------------

function hoursOf(spans: readonly string[]): number {
  return spans.reduce((sum, span) => {
    const hours = parseHours(span)
    return typeof hours === 'string' ? sum : sum + (hours.endMs - hours.startMs) / HOUR_MS
  }, 0)
}

/** 5×8 that opens for ten hours: the name says one thing and the hours another. */
function hoursBelieTheName({ calendars }: Plan): Finding[] {
  return Object.entries(calendars).flatMap(([calendar, source]) => {
    const named = /^(\d)x(\d{1,2})$/.exec(calendar)
    if (!named || !('weekly' in source)) return []
    const days = Object.entries(source.weekly)
    const total = days.reduce((sum, [key, spans]) => sum + (parseDays(key)?.length ?? 0) * hoursOf(spans), 0)
    if (total === Number(named[1]) * Number(named[2])) return []
    const params = { calendar, hours: total, said: Number(named[1]) * Number(named[2]) }
    return [found('lint-calendar-hours', { severity: 'warning', clauses: [], params, path: `calendars.${calendar}` })]
  })
}

/** One telephone line with two kinds of hours: which of them is the promise? */
function linesDiffer({ channels }: Plan): Finding[] {
  const phones = Object.values(channels).filter(({ kind }) => kind === 'phone')
  return pairs(phones)
    .filter(([one, other]) => one.name === other.name && one.calendar !== other.calendar)
    .map(([one]) =>
      found('lint-lines-differ', {
        severity: 'question',
        clauses: [],
        params: { line: one.name },
        path: `channels.${one.id}`,
      }),
    )
}

/** A line that is open all the time, and an answer that is counted in working days. */
function answersInOtherHours(plan: Plan): Finding[] {
  const always = Object.values(plan.channels).find(({ calendar }) => {
    const source = plan.calendars[calendar]
    return source !== undefined && 'hours' in source && source.hours === '24x7'
  })
  if (!always) return []
  return Object.values(deadlinesOf(plan)).flatMap((clause) => {
    const answers = leavesOf(clause.keptBy).some(
      (leaf) => leaf.kind === 'fact' && (leaf.type === 'ticket.replied' || leaf.type === 'ticket.answered'),
    )
    const working = cellsOf(clause.within).some(({ value }) => value.kind === 'scalar' && value.value.duration.unit === 'wd')
    if (!answers || !working || isRead(clause)) return []
    return [found('lint-line-hours', { severity: 'question', clauses: [clause], params: { promise: clause.id, line: always.name } })]
  })
}

/** What the forms beside the deadline, the hours and the prices of a plan leave in doubt. */
export function lintForms(plan: Plan): readonly Finding[] {
  const all = Object.values(plan.promises)
  const recurring = all.filter((clause) => clause.form === 'recurring')
  const covers = all.filter((clause) => clause.form === 'cover')
  const clocks = Object.values(deadlinesOf(plan))
  return [
    ...visitsTwice(recurring),
    ...promisesARange(recurring),
    ...datesAgreed(recurring),
    ...coversDiffer(plan),
    ...startsManyWays(covers),
    ...clocksToOneEnd(clocks, plan),
    ...unitSlips(clocks),
    ...gradesTwice(plan),
    ...all.flatMap(textAgainstCondition),
    ...all.flatMap(refersElsewhere),
    ...hoursBelieTheName(plan),
    ...linesDiffer(plan),
    ...answersInOtherHours(plan),
    ...lintPrices(plan),
    ...lintDoubts(plan),
  ]
}
