import type { BoardLevel, BoardMark } from '../../wire/board.ts'

/** A mark on the strip of a year: at which share of its length, and drawn how. */
export type PlacedMark = {
  readonly id: string
  readonly x: number
  readonly mark: 'kept' | 'broken' | 'excused' | 'coming'
  readonly disputed: boolean
}

const DRAWN: Readonly<Record<BoardMark['state'], PlacedMark['mark'] | undefined>> = {
  kept: 'kept',
  broken: 'broken',
  excused: 'excused',
  open: 'coming',
  paused: 'coming',
  cancelled: undefined,
}

/** Broken ones are drawn last, so that no other hides them. */
const LAYER: Readonly<Record<PlacedMark['mark'], number>> = { coming: 0, kept: 1, excused: 2, broken: 3 }

type Span = { readonly from: number; readonly until: number }

export function placeMarks(marks: readonly BoardMark[], { from, until }: Span, width: number): readonly PlacedMark[] {
  return marks
    .flatMap(({ id, at, state, disputed = false }): PlacedMark[] => {
      const mark = DRAWN[state]
      if (mark === undefined || at < from || at > until) return []
      return [{ id, mark, x: ((at - from) / (until - from)) * width, disputed }]
    })
    .toSorted((a, b) => LAYER[a.mark] - LAYER[b.mark])
}

/** `97.2%`; whole where it is whole. Never rounded up to a hundred: one broken promise in a thousand shows. */
export function percent(rate: number): string {
  const tenths = Math.floor(rate * 1000)
  return `${tenths % 10 === 0 ? tenths / 10 : (tenths / 10).toFixed(1)}%`
}

/** A stretch of the year in shares of it, cut to it; undefined: it lies in another. */
export function shareOf(stretch: { readonly from: number; readonly until?: number | undefined }, { from, until }: Span) {
  const begins = Math.max(stretch.from, from)
  const ends = Math.min(stretch.until ?? until, until)
  if (ends <= begins) return undefined
  return { left: (begins - from) / (until - from), width: (ends - begins) / (until - from) }
}

/** One step of a level's line. `y`: 0 at the top … 1. */
export type PlacedStep = { readonly left: number; readonly width: number; readonly y: number; readonly broken: boolean }

/** A level's line and its bound, set so that both and every step between them show; a line that never moves lies in the middle. */
export function placeLevel(
  { readings, bound }: BoardLevel,
  span: Span,
): { readonly steps: readonly PlacedStep[]; readonly boundY: number | undefined } {
  const values = [...readings.map(({ value }) => value), ...(bound ? [bound.value] : [])]
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const y = (value: number): number => (high === low ? 0.5 : (high - value) / (high - low))
  const steps = readings.flatMap((one): PlacedStep[] => {
    const share = shareOf(one, span)
    return share ? [{ ...share, y: y(one.value), broken: one.broken }] : []
  })
  return { steps, boundY: bound && y(bound.value) }
}
