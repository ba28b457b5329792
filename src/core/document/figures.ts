import { simpleHan } from './simple-han.ts'

/** What a figure measures: spans of minutes, of months and of working days are three, since no one of them is the other. */
export type FigureKind =
  | 'minutes'
  | 'months'
  | 'workdays'
  | 'clock'
  | 'always'
  | 'percent'
  | 'yuan'
  | 'degrees'
  | 'kilometres'
  | 'times'
  | 'count'

/**
 * A number with its unit where it stands in a text: `半小时` and `30 minutes` are both minutes 30. `from`, `to`: as offsets into the text. `weak`: one of
 * something (一台, 一次), which says little by itself.
 */
export type Figure = {
  readonly kind: FigureKind
  readonly value: number
  readonly from: number
  readonly to: number
  readonly weak: boolean
}

/** Two figures of one key say the same. */
export function figureKey({ kind, value }: Pick<Figure, 'kind' | 'value'>): string {
  return `${kind} ${value}`
}

const DAY = 1440
const UNITS: readonly (readonly [pattern: string, kind: FigureKind, factor: number])[] = [
  ['工作日|business days?|working days?', 'workdays', 1],
  ['分钟|分(?![之类别为析布工发机期阶开钟])|minutes?|mins?', 'minutes', 1],
  ['小时|钟头|hours?|hrs?|h(?![a-z])', 'minutes', 60],
  ['天|日(?![常志程用历])|days?', 'minutes', DAY],
  ['周(?![期围边到])|星期|礼拜|weeks?', 'minutes', 7 * DAY],
  ['季度|quarters?', 'months', 3],
  ['月|months?', 'months', 1],
  ['年(?![度级])|years?', 'months', 12],
  ['%|percent', 'percent', 1],
  ['万元', 'yuan', 10_000],
  ['元', 'yuan', 1],
  ['℃|°C|摄氏度', 'degrees', 1],
  ['公里|千米|km(?![a-z])', 'kilometres', 1],
  ['倍', 'times', 1],
  ['次|台|人|名|套|份', 'count', 1],
]

const DIGITS = '零〇一二两三四五六七八九'
const PLACES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1_000, 万: 10_000 }
const ARABIC = '\\d+(?:,\\d{3})*(?:\\.\\d+)?'
const HAN = `[${DIGITS}十百千万]+|半`
const NUMBER = `${ARABIC}|${HAN}`
const UNIT = UNITS.map(([pattern]) => `(${pattern})`).join('|')
/** `第三年` counts nothing, `十分` is no span. */
const MEASURED = new RegExp(
  `(?<!第\\s?|[.\\d${DIGITS}十百千万a-z-])(${NUMBER})(?:\\s?(?:至|到|-|~|–|—)\\s?(${NUMBER}))?\\s?(个)?(半)?(?:多)?\\s?(?:${UNIT})`,
  'giu',
)
const ALWAYS = /7\s?(?:天)?\s?[x×*乘]\s?24(?:\s?小时)?|24\s?(?:小时)?\s?[x×*乘]\s?7(?:\s?天)?|全天候|昼夜不停|around the clock/giu
const CLOCK = /(?<!\d)([01]?\d|2[0-4])(?::([0-5]\d)|\s?点(半)?)(?!\d)/gu
const EVERY = /每(?:一|个)*(半年|季度?|月|年|周|星期|天|日)(?!\d)|\b(quarterly|monthly|yearly|annually|weekly|daily)\b/giu
const HUNDREDTHS = new RegExp(`百分之(${NUMBER})`, 'gu')
const DATES = [
  /\d{4}\s?[年./-]\s?\d{1,2}\s?[月./-]\s?\d{1,2}(?!\d)\s?[日号]?/gu,
  /(?<!\d)(?:19|20)\d{2}\s?年(?:\s?\d{1,2}\s?月(?:份)?)?/gu,
  /(?<!\d)\d{1,2}\s?月\s?\d{1,2}\s?[日号]/gu,
  new RegExp(`[${DIGITS}]{4}年(?:[${DIGITS}十]+月)?(?:[${DIGITS}十]+[日号])?`, 'gu'),
  new RegExp(`[${DIGITS}十]+月[${DIGITS}十]+[日号]`, 'gu'),
]

const RHYTHMS: Readonly<Record<string, readonly [FigureKind, number]>> = {
  半年: ['months', 6],
  季: ['months', 3],
  季度: ['months', 3],
  月: ['months', 1],
  年: ['months', 12],
  周: ['minutes', 7 * DAY],
  星期: ['minutes', 7 * DAY],
  天: ['minutes', DAY],
  日: ['minutes', DAY],
  quarterly: ['months', 3],
  monthly: ['months', 1],
  yearly: ['months', 12],
  annually: ['months', 12],
  weekly: ['minutes', 7 * DAY],
  daily: ['minutes', DAY],
}

/** `四十八` → 48; `半` → 0.5. */
export function numberIn(written: string): number {
  if (written === '半') return 0.5
  if (/^\d/.test(written)) return Number(written.replaceAll(',', ''))
  let [whole, digit] = [0, -1]
  for (const sign of written) {
    const place = PLACES[sign]
    const at = DIGITS.indexOf(sign)
    // 二〇: digit by digit
    if (place === undefined) digit = digit > 0 ? digit * 10 + valueAt(at) : valueAt(at)
    else if (place === 10_000) [whole, digit] = [(whole + Math.max(digit, 0)) * place, -1]
    else [whole, digit] = [whole + (digit === -1 ? 1 : digit) * place, -1]
  }
  return whole + Math.max(digit, 0)
}

/** 零 and 〇 are both nothing, 二 and 两 both two. */
function valueAt(index: number): number {
  return [0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9][index]!
}

/** Signs of full width as their plain brothers, one for one, so that every place stays where it is. */
function plainSigns(text: string): string {
  return text.replaceAll(/[\uFF01-\uFF5E]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
}

const blank = (found: string): string => '\u0000'.repeat(found.length)

type Found = Omit<Figure, 'weak'>

function measured(match: RegExpExecArray): Found[] {
  const [all, first = '', second, piece, half, ...units] = match
  const at = units.slice(0, UNITS.length).findIndex((unit) => unit !== undefined)
  const [, kind, factor] = UNITS[at]!
  const unit = units[at]!
  // 十分, 三分之一, 一月: no spans
  if (unit === '分' && !/\d$/.test(second ?? first)) return []
  if (unit === '月' && piece === undefined && first !== '半') return []
  const [from, to] = [match.index, match.index + all.length]
  const figure = (written: string, more: number): Found => ({ kind, value: round((numberIn(written) + more) * factor), from, to })
  const last = figure(second ?? first, half === undefined ? 0 : 0.5)
  return second === undefined ? [last] : [figure(first, 0), last]
}

/** Halves and thirds of an hour come out whole in minutes; of the rest four places are enough. */
function round(value: number): number {
  return Math.round(value * 10_000) / 10_000
}

type Reader = { readonly pattern: RegExp; readonly read: (match: RegExpExecArray) => readonly Found[] }

const at = (match: RegExpExecArray, kind: FigureKind, value: number): Found[] => [
  { kind, value, from: match.index, to: match.index + match[0].length },
]

/** In this order; what one has read, the next does not see. */
const READERS: readonly Reader[] = [
  ...DATES.map((pattern): Reader => ({ pattern, read: () => [] })),
  { pattern: ALWAYS, read: (match) => at(match, 'always', 1) },
  { pattern: HUNDREDTHS, read: (match) => at(match, 'percent', numberIn(match[1]!)) },
  { pattern: CLOCK, read: (match) => at(match, 'clock', Number(match[1]) * 60 + (match[3] === undefined ? Number(match[2] ?? 0) : 30)) },
  { pattern: EVERY, read: (match) => at(match, ...RHYTHMS[(match[1] ?? match[2])!.toLowerCase()]!) },
  { pattern: MEASURED, read: measured },
]

/** Every number with its unit in a text, in its order. Dates, ordinals and numbers of clauses are none. */
export function figuresIn(text: string): readonly Figure[] {
  let rest = simpleHan(plainSigns(text))
  const found: Found[] = []
  for (const { pattern, read } of READERS) {
    for (const match of rest.matchAll(pattern)) found.push(...read(match))
    rest = rest.replaceAll(pattern, blank)
  }
  return found.map((one) => ({ ...one, weak: one.kind === 'count' && one.value <= 1 })).sort((a, b) => a.from - b.from || a.value - b.value)
}

/** The text without its figures: they are compared by what they say and not by how they are written. */
export function withoutFigures(text: string): string {
  return figuresIn(text).reduceRight((rest, { from, to }) => `${rest.slice(0, from)} ${rest.slice(to)}`, text)
}
