import { averageLengths, roundedWords } from '../../core/promise/lengths.ts'
import { instantWords } from '../../core/promise/say.ts'
import type { Instant } from '../../core/time/instant.ts'
import type { Locale } from '../../core/words.ts'
import type { Board, BoardAverage, BoardClause } from '../../wire/board.ts'
import { loadZone } from '../zones.ts'
import type { AnnexSeal } from './annex.ts'
import { sealBlocks } from './annex.ts'
import type { Block, ClauseBlock, DocumentContent, Letterhead, Line, Row } from './document.ts'
import { documentWord } from './words.ts'

/** One instance that stands out. `of`: whose it is, as people call it; `words`: its badge. */
export type ReportedInstance = {
  readonly title: string
  readonly of: string
  readonly words: string
  readonly dueAt: Instant | undefined
  readonly doneAt: Instant | undefined
}

/** A pause that took time out of clocks: its reason by name, how often, and the working time of all of them. */
export type ReportedPause = { readonly reason: string; readonly times: number; readonly ms: number }

export type ReportedDispute = {
  readonly words: string
  readonly of: string
  readonly side: 'vendor' | 'customer'
  readonly at: Instant
  readonly state: string
}

export type ReportInput = {
  readonly locale: Locale
  readonly letterhead: Letterhead
  readonly board: Board
  /** 1 … 12; undefined: the whole year */
  readonly month: number | undefined
  /** of the plan as it was taken in */
  readonly planHash: string
  readonly dated: string
  readonly broken: readonly ReportedInstance[]
  readonly excused: readonly ReportedInstance[]
  readonly pauses: readonly ReportedPause[]
  readonly disputes: readonly ReportedDispute[]
  readonly seal: AnnexSeal | null
}

type Say = (key: Parameters<typeof documentWord>[1], params?: Parameters<typeof documentWord>[2]) => string
type Teller = { readonly say: Say; readonly locale: Locale; readonly at: (instant: Instant, ends?: boolean) => string }

/** A page of names is read, a hundred are not: the rest is counted. The pack of evidence has them all. */
const MOST_LISTED = 100
const MINUTE_MS = 60_000

const heading = (text: string): Block => ({ kind: 'heading', text })
const row = (label: string, value: string | undefined): Row[] => (value === undefined || value === '' ? [] : [{ label, value }])

/** Never rounded up to a hundred. */
function percent(kept: number, judged: number): string {
  const tenths = Math.floor((kept / judged) * 1000)
  return `${tenths % 10 === 0 ? tenths / 10 : (tenths / 10).toFixed(1)}%`
}

function averageWords({ count, ...average }: BoardAverage, { say, locale }: Teller): string {
  const { side, ...lengths } = averageLengths(average, locale)
  return side === undefined ? say('report.average', { ...lengths, count }) : say(`report.average-${side}`, { ...lengths, count })
}

function titleOf(say: Say, { board, month }: ReportInput): { readonly title: string; readonly period: string } {
  return month === undefined
    ? { title: say('report.title-year'), period: say('report.year', { year: board.year }) }
    : { title: say('report.title'), period: say('report.month', { year: board.year, month }) }
}

function headRows({ board, letterhead, dated }: ReportInput, { say, at }: Teller): Row[] {
  const { contract } = board
  return [
    ...row(say('annex.contract'), contract.number),
    ...row(say('annex.contract-title'), contract.title),
    ...row(say('annex.customer'), contract.customer.name),
    ...row(say('annex.vendor'), letterhead.firm),
    ...row(say('annex.plan-ref'), contract.plan),
    ...row(say('report.period'), say('report.span', { from: at(board.from), until: at(board.until, true) })),
    ...(board.asOf < board.until ? row(say('report.as-of'), say('report.unfinished', { at: at(board.asOf) })) : []),
    ...row(say('annex.zone'), board.zone),
    ...row(say('report.made'), dated),
  ]
}

function totalRows({ board }: ReportInput, { say, locale }: Teller): Row[] {
  const { kept, broken, judged, excused, disputed, open, paused } = board.totals
  const average = (of: 'reply' | 'arrival' | 'repair') => {
    const one = board.averages.find((known) => known.of === of)
    return one && say('report.average', { used: roundedWords(one.usedMs, 'up', locale), count: one.count })
  }
  return [
    ...row(
      say('report.rate'),
      judged === 0 ? say('report.none-judged') : say('report.rate-said', { rate: percent(kept, judged), kept, judged }),
    ),
    ...row(say('report.broken'), String(broken)),
    ...row(say('report.excused'), excused > 0 ? say('report.apart', { count: excused }) : '0'),
    ...row(say('report.disputed'), disputed > 0 ? say('report.apart', { count: disputed }) : '0'),
    ...row(say('report.open'), String(open + paused)),
    ...row(say('report.reply'), average('reply')),
    ...row(say('report.arrival'), average('arrival')),
    ...row(say('report.repair'), average('repair')),
  ]
}

/** What a form beside the clocks came to in the period. */
function formRows({ level, covers, fired, stopped, form }: BoardClause, { say, at }: Teller): Row[] {
  const bound = level?.bound ? say(`report.${level.bound.kind}`, { limit: level.bound.words }) : ''
  return [
    ...row(say('report.level'), level && [level.value ?? say('report.not-measured'), bound].filter(Boolean).join(say('semicolon'))),
    ...row(say('report.covers'), covers && say('report.covers-said', { inForce: covers.counts['in-force'], ended: covers.counts.ended })),
    ...row(
      say('report.fired'),
      fired && (fired.last === undefined ? '0' : say('report.fired-said', { times: fired.times, at: at(fired.last) })),
    ),
    ...(form === 'gate' && stopped && stopped.times > 0 ? row(say('report.stopped'), String(stopped.times)) : []),
  ]
}

function clauseBlock(clause: BoardClause, index: number, teller: Teller): ClauseBlock {
  const { say } = teller
  const { kept, broken, excused, disputed, open, paused } = clause.counts
  const counted = [
    kept > 0 && say('report.count-kept', { count: kept }),
    broken > 0 && say('report.count-broken', { count: broken }),
    excused > 0 && say('report.count-excused', { count: excused }),
    disputed > 0 && say('report.count-disputed', { count: disputed }),
    open + paused > 0 && say('report.count-open', { count: open + paused }),
  ].filter((one) => one !== false)
  const own = formRows(clause, teller)
  const nothing = counted.length === 0 && own.length === 0 ? say('report.nothing') : undefined
  return {
    kind: 'clause',
    number: String(index + 1),
    title: clause.title + (clause.earlier ? say('report.earlier') : ''),
    tag: say(`form-name.${clause.form}` as 'form-name.deadline'),
    signed: clause.text,
    rows: [
      ...row(say('report.came-to'), counted.length > 0 ? counted.join(say('list-comma')) : nothing),
      ...row(
        say('report.rate'),
        clause.judged > 0 ? say('report.rate-short', { rate: percent(kept, clause.judged), kept, judged: clause.judged }) : undefined,
      ),
      ...row(say('report.average-label'), clause.average && averageWords(clause.average, teller)),
      ...own,
    ],
    source: clause.source.length === 0 ? undefined : say('annex.source', { source: clause.source.join(say('list-comma')) }),
  }
}

function listed(title: string, lines: readonly Line[], { none, say }: { readonly none: string | undefined; readonly say: Say }): Block[] {
  if (lines.length === 0) return none === undefined ? [] : [heading(title), { kind: 'text', text: none }]
  const rest = lines.length - MOST_LISTED
  return [
    heading(title),
    { kind: 'list', items: lines.slice(0, MOST_LISTED) },
    ...(rest > 0 ? [{ kind: 'text', text: say('report.more', { count: rest }), quiet: true } as const] : []),
  ]
}

function instanceLine({ title, of, words, dueAt, doneAt }: ReportedInstance, { say, at }: Teller): Line {
  const below = [
    dueAt !== undefined && say('report.due', { at: at(dueAt, true) }),
    doneAt !== undefined && say('report.done', { at: at(doneAt) }),
  ].filter((one) => one !== false)
  return {
    text: [say('pair', { label: title, value: words }), of].filter(Boolean).join('　'),
    below: below.join(say('semicolon')) || undefined,
  }
}

function apartLines({ excused, pauses }: ReportInput, teller: Teller): Line[] {
  const { say, locale } = teller
  return [
    ...excused.map((one) => instanceLine(one, teller)),
    ...pauses.map(({ reason, times, ms }) => ({
      text: say('report.pause', { reason, times, length: roundedWords(ms, 'up', locale) }),
    })),
  ]
}

function disputeLine({ words, of, side, at: raised, state }: ReportedDispute, { say, at }: Teller): Line {
  const head = say('report.dispute', { side: say(side === 'customer' ? 'annex.party-a' : 'annex.party-b'), words })
  return { text: [head, of].filter(Boolean).join('　'), below: [at(raised), state].join(say('semicolon')) }
}

/** 月报: what was kept, broken and still runs, clause by clause, with averages, what was objected to and what stands apart; in the contract's zone. */
export function reportOf(input: ReportInput): DocumentContent {
  const { locale, board } = input
  const say: Say = (key, params) => documentWord(locale, key, params)
  const zone = loadZone(board.zone)
  // nobody reads seconds in a report; the pack of evidence has every instant as it is
  const at: Teller['at'] = (instant, ends = false) => instantWords(instant - (instant % MINUTE_MS), { zone, ends }, locale)
  const teller: Teller = { say, locale, at }
  const { title, period } = titleOf(say, input)
  const under = say('report.under', { contract: board.contract.title, period })
  const later = board.later.length
  return {
    locale,
    running: `${title}　${under}`,
    number: board.contract.number,
    dated: input.dated,
    date: board.asOf,
    letterhead: input.letterhead,
    blocks: [
      { kind: 'title', text: title, under },
      { kind: 'rows', rows: headRows(input, teller) },
      heading(say('report.totals')),
      { kind: 'rows', rows: totalRows(input, teller) },
      { kind: 'text', text: say('report.how'), quiet: true },
      ...listed(
        say('report.list-broken'),
        input.broken.map((one) => instanceLine(one, teller)),
        { none: say('report.none-broken'), say },
      ),
      ...listed(
        say('report.list-disputes'),
        input.disputes.map((one) => disputeLine(one, teller)),
        { none: say('report.none-disputes'), say },
      ),
      ...listed(say('report.list-apart'), apartLines(input, teller), { none: say('report.none-apart'), say }),
      heading(say('annex.promises')),
      ...board.clauses.map((clause, index) => clauseBlock(clause, index, teller)),
      ...(later > 0 ? [{ kind: 'text', text: say('report.later', { count: later }), quiet: true } as const] : []),
      heading(say('annex.verify')),
      { kind: 'digits', label: say('annex.hash'), text: input.planHash },
      ...sealBlocks(say, { seal: input.seal, locale, timezone: board.zone }),
    ],
    attached: [],
  }
}
