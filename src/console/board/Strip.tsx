import { memo } from 'react'
import type { Board, BoardClause } from '../../wire/contracts.ts'
import { useWords } from '../../ui/words/say.ts'
import { placeMarks } from './strip.ts'
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

type StripProps = { readonly clause: BoardClause; readonly span: Pick<Board, 'from' | 'until' | 'asOf'> }

/** A year of one clause: thin bars kept, tall diamonds broken, the line is now. */
export const Strip = memo(function Strip({ clause, span }: StripProps) {
  const { say } = useWords()
  const marks = placeMarks(clause.marks, span, STRIP_WIDTH)
  const now = ((span.asOf - span.from) / (span.until - span.from)) * STRIP_WIDTH
  const { kept, broken, open, paused, excused } = clause.counts
  return (
    <svg
      className="strip"
      viewBox={`0 0 ${STRIP_WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={say('board.counts', { kept, broken, excused, open: open + paused })}
    >
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
      {marks.map(({ id, mark, x }) => (
        <MarkShape key={id} mark={mark} x={Math.min(STRIP_WIDTH - 6, Math.max(6, x))} middle={HEIGHT / 2} />
      ))}
    </svg>
  )
})
