import type { Json } from '../../fact.ts'
import type { Plan } from '../../plan/types.ts'
import { formatDay } from '../../time/civil.ts'
import { parseDuration } from '../../time/duration.ts'
import type { Instant } from '../../time/instant.ts'
import { localOf } from '../../time/zone.ts'
import type { Zone } from '../../time/zone.ts'
import type { Locale, Params } from '../../words.ts'
import { factWords, promiseName, reasonName } from '../event-words.ts'
import { durationWords, instantWords, isWord, word } from '../say.ts'
import type { PromiseWord } from '../words/zh-CN.ts'
import type { StandingCover } from './at.ts'
import type { Step } from './state.ts'
import { lastDay } from './term.ts'

/** `tickets`: what the tickets that a trail names are called. */
export type CoverContext = {
  readonly plan: Pick<Plan, 'promises' | 'reasons'>
  readonly zone: Zone
  readonly tickets?: ReadonlyMap<string, string> | undefined
}

type Teller = { readonly context: CoverContext; readonly locale: Locale }

/** Nobody reads a warranty to the millisecond. */
const toSecond = (at: Instant): Instant => at - (((at % 1000) + 1000) % 1000)

/** `2028-04-30`: the last day that is covered. An end inside a day is said with its time, to the second. */
export function endWords(end: Instant | undefined, { context: { zone }, locale }: Teller): string {
  if (end === undefined) return word(locale, 'step.no-end')
  return localOf(zone, end).ms === 0 ? formatDay(lastDay(zone, end)) : instantWords(toSecond(end), { zone }, locale)
}

function dayWords(at: Instant, { context: { zone } }: Teller): string {
  return formatDay(localOf(zone, at).day)
}

function lengthWords(value: Json | undefined, locale: Locale): string {
  const read = typeof value === 'string' ? parseDuration(value) : undefined
  return read ? durationWords(read, locale) : ''
}

function textIn(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}

function partWords({ params }: Step, locale: Locale): string {
  const { part } = params
  if (typeof part !== 'string') return word(locale, 'step.whole')
  return part === '' ? word(locale, 'step.some-part') : part.replace(/^component\//, '')
}

/** What was excluded: the fault by its ticket's name, the part by its own. */
function excludedWords(step: Step, { context, locale }: Teller): string {
  const { ticket } = step.params
  if (typeof ticket !== 'string') return partWords(step, locale)
  return context.tickets?.get(ticket) ?? ticket.slice(ticket.indexOf('/') + 1)
}

function keyOf({ kind, to, params }: Step): PromiseWord {
  if (kind === 'started' && to === undefined) return 'step.started-endless'
  if (kind === 'extended' && lengthWords(params.by, 'en') !== '') return 'step.extended-by'
  return `step.${kind}`
}

function paramsOf(step: Step, teller: Teller): Params {
  const { context, locale } = teller
  const { at, type, from, to, params } = step
  const start = typeof params.start === 'number' ? params.start : at
  return {
    day: dayWords(at, teller),
    event: type === undefined ? word(locale, 'cover.itself') : factWords(type, locale),
    start: dayWords(start, teller),
    from: endWords(from, teller),
    to: endWords(to, teller),
    term: lengthWords(params.term, locale),
    by: lengthWords(params.by, locale),
    part: partWords(step, locale),
    rule: promiseName(context.plan, textIn(params.rule)),
    reason: reasonName(context.plan, textIn(params.reason), locale),
    what: excludedWords(step, teller),
  }
}

function byWords(params: Step['params'], locale: Locale): string[] {
  return Object.entries(params).flatMap(([key, value]) => {
    if (!key.startsWith('by-') || typeof value !== 'string') return []
    const name = `name.${key.slice(3)}`
    return [word(locale, 'step.by', { name: isWord(name) ? word(locale, name) : key.slice(3), value })]
  })
}

/** What chose the term, and what the fact behind the step is marked with. */
function remarks({ params, marks = [] }: Step, locale: Locale): string[] {
  const { contract, maker, basis } = params
  return [
    ...byWords(params, locale),
    ...(typeof contract === 'string' ? [word(locale, 'step.contract', { source: contract })] : []),
    ...(maker === 'used' || maker === 'unknown' ? [word(locale, `step.maker-${maker}`)] : []),
    ...(basis === 'state' || basis === 'agreed' ? [word(locale, `step.basis-${basis}`)] : []),
    ...marks.flatMap((mark) => (isWord(`mark.${mark}`) ? [word(locale, `mark.${mark}` as PromiseWord)] : [])),
  ]
}

/** Blanks stand between Chinese and a date; what has no date (不限期) takes none. */
function withoutGaps(said: string, locale: Locale): string {
  const none = word(locale, 'step.no-end')
  return locale === 'en' ? said : said.replaceAll(` ${none} `, none).replaceAll(` ${none}`, none)
}

/** One step of a trail: the day, the fact, and what it did to the end. */
export function sayStep(step: Step, context: CoverContext, locale: Locale): string {
  const teller = { context, locale }
  const said = [withoutGaps(word(locale, keyOf(step), paramsOf(step, teller)), locale), ...remarks(step, locale)]
  return said.join(locale === 'en' ? ' ' : '')
}

function headWords(cover: StandingCover, teller: Teller): string {
  const { state, end, endless, start } = cover
  const { context, locale } = teller
  const params = { cover: promiseName(context.plan, cover.cover), start: dayWords(start, teller), end: endWords(end, teller) }
  if (end === undefined) return word(locale, `cover.${endless ?? 'unstated'}`, params)
  return word(locale, state === 'in-force' ? 'cover.until' : `cover.${state}`, params)
}

/** “设备质保至 2028-04-30，因为：” and every step that made it so; then the parts that are covered longer. */
export function sayCover(cover: StandingCover, context: CoverContext, locale: Locale): string[] {
  const teller = { context, locale }
  const parts = cover.parts.flatMap(({ part, end, trail }) => {
    const name = part === '' ? word(locale, 'step.some-part') : part.replace(/^component\//, '')
    const head = word(locale, 'cover.part', { part: name, end: endWords(end, teller) })
    return [head, ...trail.map((step) => sayStep(step, context, locale))]
  })
  return [headWords(cover, teller), ...cover.trail.map((step) => sayStep(step, context, locale)), ...parts]
}
