import type { BoardMark } from '../../wire/contracts.ts'

/** A mark on the strip of a year: at which share of its length, and drawn how. */
export type PlacedMark = { readonly id: string; readonly x: number; readonly mark: 'kept' | 'broken' | 'excused' | 'coming' }

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
    .flatMap(({ id, at, state }): PlacedMark[] => {
      const mark = DRAWN[state]
      if (mark === undefined || at < from || at > until) return []
      return [{ id, mark, x: ((at - from) / (until - from)) * width }]
    })
    .toSorted((a, b) => LAYER[a.mark] - LAYER[b.mark])
}

/** `97.2%`; whole where it is whole. Never rounded up to a hundred: one broken promise in a thousand shows. */
export function percent(rate: number): string {
  const tenths = Math.floor(rate * 1000)
  return `${tenths % 10 === 0 ? tenths / 10 : (tenths / 10).toFixed(1)}%`
}
