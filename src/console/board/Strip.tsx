import { Fragment, memo } from 'react'
import type { ReactNode } from 'react'
import type { Board, BoardClause, BoardCover, BoardCovers, BoardLevel } from '../../wire/board.ts'
import { isoDay } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'
import { placeLevel, placeMarks, shareOf } from './strip.ts'
import type { PlacedMark } from './strip.ts'

export const STRIP_WIDTH = 324
const HEIGHT = 35

/** The shapes of the strip, also used by its legend. */
export function MarkShape({
  mark,
  x = 7,
  middle = 8,
}: {
  readonly mark: PlacedMark['mark']
  readonly x?: number
  readonly middle?: number
}) {
  switch (mark) {
    case 'kept':
      return <rect className="mark-kept" x={x - 1.5} y={middle - 6} width={3} height={12} />
    case 'broken':
      return <path className="mark-broken" d={`M${x} ${middle - 8}l6 8-6 8-6-8z`} />
    case 'excused':
      return <rect className="mark-excused" x={x - 2.5} y={middle - 5} width={5} height={10} />
    case 'coming':
      return <rect className="mark-coming" x={x - 2.5} y={middle - 5} width={5} height={10} />
    default:
      return mark satisfies never
  }
}

/** 异议: a flag over the mark that it speaks of. */
export function FlagShape({ x, top = 2 }: { readonly x: number; readonly top?: number }) {
  return <path className="mark-flag" d={`M${x} ${top + 10}V${top}h7l-2 2.5 2 2.5h-6`} />
}

type Span = Pick<Board, 'from' | 'until' | 'asOf'>

/** The year behind a row: its months and the line of now. */
function Year({ span, label, children }: { readonly span: Span; readonly label: string; readonly children?: ReactNode }) {
  const now = ((span.asOf - span.from) / (span.until - span.from)) * STRIP_WIDTH
  return (
    <svg className="strip" viewBox={`0 0 ${STRIP_WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={label}>
      {Array.from({ length: 11 }, (_, month) => (
        <line
          key={month}
          className="strip-month"
          x1={(STRIP_WIDTH * (month + 1)) / 12}
          x2={(STRIP_WIDTH * (month + 1)) / 12}
          y1={0}
          y2={HEIGHT}
        />
      ))}
      {now >= 0 && now <= STRIP_WIDTH && <line className="strip-now" x1={now} x2={now} y1={0} y2={HEIGHT} />}
      {children}
    </svg>
  )
}

/** Where the top and the bottom of a level's line lie in its row. */
const LINE = { top: 8, height: 19 }

/** A number over the year: the line of what it came to, dashed what was agreed; below it (above a most) it is broken. */
function LevelStrip({ level, span }: { readonly level: BoardLevel; readonly span: Span }) {
  const { say } = useWords()
  const { steps, boundY } = placeLevel(level, span)
  const y = (share: number): number => LINE.top + share * LINE.height
  const line = say('board.level-line', { value: level.value ?? say('board.not-measured'), count: level.readings.length })
  const label = level.coarse ? `${line}；${say('board.level-coarse')}` : line
  return (
    <Year span={span} label={label}>
      {boundY !== undefined && <line className="level-bound" x1={0} x2={STRIP_WIDTH} y1={y(boundY)} y2={y(boundY)} />}
      {steps.map((step, at) => {
        const [x, height] = [step.left * STRIP_WIDTH, y(step.y)]
        const before = steps[at - 1]
        const joins = before !== undefined && Math.abs(before.left + before.width - step.left) < 1e-6
        return (
          <path
            key={at}
            className={step.broken ? 'level-line level-broken' : 'level-line'}
            d={`M${x} ${joins ? y(before.y) : height}V${height}h${step.width * STRIP_WIDTH}`}
          />
        )
      })}
    </Year>
  )
}

/** So many bars can be told apart in one row. */
const MOST_BARS = 3

/** A right over the year: a bar from its first day to its last, hatched where it was extended. One alone says how long it lasts. */
function CoverStrip({ covers, span, zone }: { readonly covers: BoardCovers; readonly span: Span; readonly zone: string }) {
  const { say } = useWords()
  const words = ({ until, count }: BoardCover): string => {
    const end = until === undefined ? say('board.cover-endless') : say('board.cover-until', { day: isoDay(until - 1, zone) })
    return covers.per === 'contract' ? end : say('board.cover-bar', { count, end })
  }
  const bars = covers.bars.filter((bar) => shareOf(bar, span) !== undefined).slice(0, MOST_BARS)
  return (
    <span className="cover-strip">
      <Year span={span} label={covers.bars.map(words).join('；') || say('cover.waiting')} />
      <span className={`cover-bars of-${bars.length}`} aria-hidden>
        {bars.map((bar, at) => {
          const share = shareOf(bar, span)!
          const more = bar.plainEnd === undefined ? undefined : shareOf({ from: bar.plainEnd, until: bar.until }, span)
          return (
            <span key={at} className="cover-bar" title={words(bar)} style={{ left: percentOf(share.left), width: percentOf(share.width) }}>
              {more && <span className="cover-more" style={{ width: percentOf(more.width / share.width) }} />}
              {bars.length === 1 && share.width > 0.3 && <span className="cover-words">{words(bar)}</span>}
            </span>
          )
        })}
      </span>
    </span>
  )
}

function percentOf(share: number): string {
  return `${share * 100}%`
}

type StripProps = { readonly clause: BoardClause; readonly board: Board }

/** A year of one clause. Judged: thin bars kept, tall diamonds broken, a flag over what is objected to. A level is a line, a cover a bar. */
export const Strip = memo(function Strip({ clause, board }: StripProps) {
  const { say } = useWords()
  if (clause.level) return <LevelStrip level={clause.level} span={board} />
  if (clause.covers) return <CoverStrip covers={clause.covers} span={board} zone={board.zone} />
  const { kept, broken, open, paused, excused } = clause.counts
  return (
    <Year span={board} label={say('board.counts', { kept, broken, excused, open: open + paused })}>
      {placeMarks(clause.marks, board, STRIP_WIDTH).map(({ id, mark, x, disputed }) => {
        const at = Math.min(STRIP_WIDTH - 6, Math.max(6, x))
        return (
          <Fragment key={id}>
            <MarkShape mark={mark} x={at} middle={HEIGHT / 2} />
            {disputed && <FlagShape x={at} />}
          </Fragment>
        )
      })}
    </Year>
  )
})
