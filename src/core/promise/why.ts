import type { Instant } from '../time/instant.ts'
import { UTC } from '../time/zone.ts'
import type { Zone } from '../time/zone.ts'
import type { Locale, Params } from '../words.ts'
import { openingEvent } from '../plan/clause-events.ts'
import { dimensionName, dimensionRow } from '../plan/plan-names.ts'
import { termWords } from '../plan/open-words.ts'
import type { Clause, Plan, Term } from '../plan/types.ts'
import type { BoundPlan, Obligation, PauseSpan } from './types.ts'
import type { Note } from './state.ts'
import { termsBehind } from './agreed-terms.ts'
import { shippedRoleName } from '../access/say.ts'
import { exactWords } from './lengths.ts'
import { durationWords, instantWords, isWord, word } from './say.ts'
import { eventWords, promiseName, reasonName } from './event-words.ts'
import { gateLines } from './gate/say.ts'
import { levelLines } from './level/say.ts'
import { occurrenceLines, occurrenceState } from './recurring/say.ts'
import { demandLines } from './rule/say-demand.ts'

export { eventWords, factWords, namedInstantWords, promiseName, reasonName } from './event-words.ts'

/** What sentences look names and the wall clock up in. */
export type WhyContext = {
  readonly plan: Plan
  /** the zone in which instants are said */
  readonly zone: Zone
  /** of the contract, by which it counts */
  readonly terms?: readonly Term[]
}

/** The context of an obligation under its bound plan: the zone of the calendar that counts. */
export function whyContext(bound: BoundPlan, obligation: Pick<Obligation, 'promise' | 'why'>): WhyContext {
  const calendar = bound.calendars[obligation.why.calendar.id] ?? Object.values(bound.calendars)[0]
  return {
    plan: bound.plan,
    zone: calendar?.zone ?? UTC,
    terms: termsBehind(bound, obligation),
  }
}

/** Everything that the sentences of one obligation share. */
type Teller = { readonly obligation: Obligation; readonly context: WhyContext; readonly locale: Locale }

function when({ context, locale }: Teller, at: Instant): string {
  return instantWords(at, { zone: context.zone }, locale)
}

function whenDue({ context, locale }: Teller, at: Instant): string {
  return instantWords(at, { zone: context.zone, ends: true }, locale)
}

/** The grade names of a row `major/city`, each looked up where it is known. */
function rowWords({ context }: Teller, row: string): string {
  const { grades, zones, promises, dimensions } = context.plan
  const covers = Object.values(promises).flatMap(({ form, id, title }) =>
    form === 'cover' && title !== undefined ? [{ id, name: title }] : [],
  )
  const names = new Map([...grades, ...zones, ...covers].map((one) => [one.id, one.name]))
  return row
    .split('/')
    .map((id) => names.get(id) ?? dimensionRow({ dimensions }, id) ?? id)
    .join('/')
}

function clauseLines(teller: Teller): string[] {
  const { obligation, context, locale } = teller
  const { text, source, reading } = obligation.why
  const lines = [word(locale, 'clause', { text: text ?? promiseName(context.plan, obligation.promise) })]
  if (source.length > 0) lines.push(word(locale, 'clause.source', { sources: source.join(locale === 'en' ? ', ' : '、') }))
  if (reading !== undefined) lines.push(word(locale, 'clause.reading', { reading }))
  return lines
}

function anchorLine(teller: Teller): string {
  const { obligation, context, locale } = teller
  const clause = context.plan.promises[obligation.promise]
  const event = clause && openingEvent(clause)
  const { anchor } = obligation.why
  return word(locale, 'anchor', { event: event ? eventWords(event, context.plan, locale) : anchor.event, at: when(teller, anchor.at) })
}

/** From what its time comes, in one sentence: the fact that it runs from, or the series that it is one of. */
export function originWords(obligation: Obligation, context: WhyContext, locale: Locale): string {
  const teller = { obligation, context, locale }
  const clause = context.plan.promises[obligation.promise]
  return clause?.form === 'recurring' ? (occurrenceLines(clause, teller)[0] ?? '') : anchorLine(teller)
}

function dimensionWords(id: string, { context, locale }: Teller): string {
  const key = `name.${id}`
  return isWord(key) ? word(locale, key) : dimensionName(context.plan, id)
}

function dimensionLines(teller: Teller): string[] {
  const { obligation, locale } = teller
  return Object.entries(obligation.why.dimensions).map(([id, { value, by }]) => {
    const setter = `by.${by}`
    const person = isWord(setter) ? word(locale, setter) : by
    if (id === 'staffGrade' || id === 'customerGrade')
      return word(locale, 'dimension.other', { by: person, value: rowWords(teller, value ?? '') })
    const name = dimensionWords(id, teller)
    if (id === 'cover' && value === 'none') return word(locale, 'dimension.no-cover')
    return value === undefined
      ? word(locale, 'dimension.unknown', { name })
      : word(locale, 'dimension', { name, value: rowWords(teller, value), by: person })
  })
}

/** What was agreed with the contract where the text left it open, and where that stands. */
function termLines({ context, locale }: Teller): string[] {
  return (context.terms ?? []).map((term) => word(locale, 'term', { value: termWords(context.plan, term, locale), source: term.source }))
}

/** What chose the row, each value by its name. */
export function appliesWords(obligation: Obligation, context: WhyContext, locale: Locale): string[] {
  const teller = { obligation, context, locale }
  return Object.entries(obligation.why.dimensions).flatMap(([id, { value }]) => {
    if (value === undefined) return []
    return [id === 'cover' && value === 'none' ? word(locale, 'dimension.no-cover').replace(/[。.]$/, '') : rowWords(teller, value)]
  })
}

function hasGivenDue(clause: Clause | undefined): boolean {
  return clause !== undefined && (clause.form !== 'deadline' || clause.due !== undefined)
}

function limitLines(teller: Teller): string[] {
  const { obligation, context, locale } = teller
  const { within, target } = obligation.why
  const lines: string[] = []
  if (within) {
    const duration = durationWords(within.duration, locale)
    lines.push(word(locale, 'within', { duration: within.travel ? word(locale, 'travel', { duration }) : duration }))
    if (within.travel && within.travelMs === undefined) lines.push(word(locale, 'within.travel-unknown'))
  } else if (hasGivenDue(context.plan.promises[obligation.promise])) lines.push(word(locale, 'within.due'))
  else if (!target) lines.push(word(locale, 'within.unstated'))
  if (target) lines.push(word(locale, 'target', { duration: durationWords(target.duration, locale), at: whenDue(teller, target.at) }))
  return lines
}

function calendarLines({ obligation, locale }: Teller): string[] {
  const { calendar, provisional } = obligation.why
  if (calendar.hash === '') return [word(locale, 'calendar.unstated')]
  const hours = word(locale, calendar.always ? 'calendar.always' : 'calendar.hours', { id: calendar.id, zone: calendar.zone })
  return provisional === 'calendar-unknown' ? [hours, word(locale, 'calendar.provisional')] : [hours]
}

function pauseLine(teller: Teller, pause: PauseSpan): string {
  const { context, locale } = teller
  const params = {
    from: when(teller, pause.from),
    reason: reasonName(context.plan, pause.reason, locale),
    duration: exactWords(pause.ms, locale),
  }
  if (pause.until === undefined) return word(locale, 'pause.running', params)
  return word(locale, pause.endedBy === 'limit' ? 'pause.limit' : 'pause.ended', { ...params, until: when(teller, pause.until) })
}

function sumLine({ obligation, locale }: Teller): string {
  const { withinMs, usedMs, leftMs } = obligation.why
  const used = exactWords(usedMs, locale)
  if (leftMs === undefined) return word(locale, 'sum.used', { used })
  const left = exactWords(leftMs, locale)
  if (withinMs === undefined) return word(locale, leftMs >= 0 ? 'sum.civil' : 'sum.civil-over', { used, left })
  return word(locale, leftMs >= 0 ? 'sum.left' : 'sum.over', { within: exactWords(withinMs, locale), used, left })
}

function dueLines(teller: Teller): string[] {
  const { obligation, locale } = teller
  const { dueAt, why } = obligation
  if (dueAt === undefined) return []
  if (why.plainDueAt === undefined || why.plainDueAt === dueAt) return [word(locale, 'due', { at: whenDue(teller, dueAt) })]
  return [word(locale, 'due.moved', { at: whenDue(teller, dueAt), plain: whenDue(teller, why.plainDueAt) })]
}

function brokenLines(teller: Teller): string[] {
  const { obligation, locale } = teller
  const { brokenAt, fulfilledAt } = obligation
  const lines = [word(locale, 'state.broken', { at: whenDue(teller, brokenAt!) })]
  if (fulfilledAt === undefined) lines.push(word(locale, 'state.unfulfilled'))
  else lines.push(word(locale, 'state.fulfilled', { at: when(teller, fulfilledAt), late: exactWords(fulfilledAt - brokenAt!, locale) }))
  return lines
}

function stateLines(teller: Teller): string[] {
  const { obligation, locale } = teller
  const { state, keptAt, brokenAt, endedAt, openedAt } = obligation
  switch (state) {
    case 'open':
    case 'paused':
      return [word(locale, `state.${state}`)]
    case 'kept':
      return [word(locale, keptAt! < openedAt ? 'state.kept-before' : 'state.kept', { at: when(teller, keptAt!) })]
    case 'broken':
      return brokenLines(teller)
    case 'excused':
      return [
        brokenAt === undefined
          ? word(locale, 'state.excused', { at: when(teller, endedAt!) })
          : word(locale, 'state.excused-broken', { at: when(teller, endedAt!), broken: whenDue(teller, brokenAt) }),
      ]
    case 'cancelled':
      return [word(locale, 'state.cancelled', { at: when(teller, endedAt!) })]
  }
}

/** A level says kept, broken and open in its own words. */
function excusedLines(teller: Teller): string[] {
  const { state } = teller.obligation
  return state === 'excused' || state === 'cancelled' ? stateLines(teller) : []
}

/** Instants among the params of a note are said as instants, ids by their names. */
function noteParams(teller: Teller, note: Note): Params {
  const params: Record<string, string | number> = { at: when(teller, note.at) }
  for (const [key, value] of Object.entries(note.params)) {
    if (typeof value === 'number' && (key === 'before' || key === 'after')) params[key] = whenDue(teller, value)
    else if (typeof value === 'number' && (key === 'occurredAt' || key === 'recordedAt' || key === 'since'))
      params[key] = when(teller, value)
    else if (key === 'reason') params[key] = reasonName(teller.context.plan, String(value), teller.locale)
    else if (key === 'role') params[key] = shippedRoleName(String(value), teller.locale) ?? value
    else params[key] = note.kind.startsWith('regraded') ? rowWords(teller, String(value)) : value
  }
  return params
}

function noteLine(teller: Teller, note: Note): string[] {
  const key = note.kind === 'regraded' && note.params.from === '' ? 'note.graded' : `note.${note.kind}`
  return isWord(key) ? [word(teller.locale, key, noteParams(teller, note))] : []
}

function versionLine({ obligation, locale }: Teller): string {
  const { plan, calendar } = obligation.why
  if (calendar.hash === '') return word(locale, 'versions.no-calendar', { plan })
  return word(locale, 'versions', { plan, calendar: calendar.hash.slice(0, 8), tzdata: calendar.tzdata })
}

/** What touched it, and the versions under which it was judged. */
function endLines(teller: Teller): string[] {
  return [...teller.obligation.why.notes.flatMap((note) => noteLine(teller, note)), versionLine(teller)]
}

/**
 * Why an obligation stands as it does, in full sentences, in the order in which one would explain it: clause, anchor, what chose the limit, the limit,
 * the calendar, each pause with its length, the sum (to the millisecond), the due time, the state, what touched it, the versions.
 */
export function sayWhy(obligation: Obligation, context: WhyContext, locale: Locale): string[] {
  const teller = { obligation, context, locale }
  const clause = context.plan.promises[obligation.promise]
  if (clause?.form === 'gate') return [...clauseLines(teller), ...gateLines(clause, teller), ...endLines(teller)]
  if (clause?.form === 'level') return [...clauseLines(teller), ...levelLines(clause, teller), ...excusedLines(teller), ...endLines(teller)]
  if (clause?.form === 'rule')
    return [...clauseLines(teller), anchorLine(teller), ...demandLines(teller), ...excusedLines(teller), ...endLines(teller)]
  if (clause?.form === 'recurring') {
    const state = occurrenceState(teller)
    return [
      ...clauseLines(teller),
      ...occurrenceLines(clause, teller),
      ...termLines(teller),
      ...obligation.why.pauses.map((pause) => pauseLine(teller, pause)),
      ...(state === undefined ? stateLines(teller) : [state]),
      ...endLines(teller),
    ]
  }
  return [
    ...clauseLines(teller),
    anchorLine(teller),
    ...dimensionLines(teller),
    ...limitLines(teller),
    ...termLines(teller),
    ...calendarLines(teller),
    ...obligation.why.pauses.map((pause) => pauseLine(teller, pause)),
    sumLine(teller),
    ...dueLines(teller),
    ...stateLines(teller),
    ...endLines(teller),
  ]
}
