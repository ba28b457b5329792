import type { Why } from '../wire/obligations.ts'

/** A stretch of a clock's bar, from the start to the due time or, if that is later, to what ended it. */
export type Segment = { readonly kind: 'counted' | 'paused' | 'left' | 'over'; readonly from: number; readonly until: number }

export type BarInput = {
  readonly openedAt: number
  readonly dueAt: number | undefined
  /** when it was fulfilled, cancelled or excused; undefined while it runs */
  readonly endedAt: number | undefined
  readonly pauses: readonly { readonly from: number; readonly until?: number | undefined }[]
  readonly now: number
}

/** Pauses inside the span, in order, overlaps joined: a stretch is hatched once however many reasons it has. */
function pausesWithin(pauses: BarInput['pauses'], from: number, until: number): readonly { from: number; until: number }[] {
  const clipped = pauses
    .map((pause) => ({ from: Math.max(from, pause.from), until: Math.min(until, pause.until ?? until) }))
    .filter((pause) => pause.until > pause.from)
    .toSorted((a, b) => a.from - b.from)
  const joined: { from: number; until: number }[] = []
  for (const pause of clipped) {
    const last = joined.at(-1)
    if (last && pause.from <= last.until) last.until = Math.max(last.until, pause.until)
    else joined.push({ ...pause })
  }
  return joined
}

/** The bar of a clock: time counted, pauses, what is left, what is over. The stretches join without gaps. */
export function timeSegments({ openedAt, dueAt, endedAt, pauses, now }: BarInput): readonly Segment[] {
  const reached = Math.max(openedAt, endedAt ?? now)
  const counted = dueAt === undefined ? reached : Math.min(reached, dueAt)
  const segments: Segment[] = []
  let at = openedAt
  for (const pause of pausesWithin(pauses, openedAt, counted)) {
    if (pause.from > at) segments.push({ kind: 'counted', from: at, until: pause.from })
    segments.push({ kind: 'paused', from: pause.from, until: pause.until })
    at = pause.until
  }
  if (counted > at) segments.push({ kind: 'counted', from: at, until: counted })
  if (dueAt !== undefined && reached < dueAt) segments.push({ kind: 'left', from: reached, until: dueAt })
  if (dueAt !== undefined && reached > dueAt) segments.push({ kind: 'over', from: dueAt, until: reached })
  return segments
}

/** What a clock's arithmetic says, rounded so that it still adds up: used is rounded up, what is left is the rest. */
export type Sum = { readonly withinMs: number; readonly usedMs: number; readonly leftMs: number; readonly overMs: number }

const MINUTE_MS = 60_000
const SECOND_MS = 1_000

export function balancedSum({ withinMs, usedMs }: Pick<Why, 'withinMs' | 'usedMs'>): Sum | undefined {
  if (withinMs === undefined) return undefined
  const left = withinMs - usedMs
  const unit = Math.abs(left) < 10 * MINUTE_MS || withinMs % MINUTE_MS !== 0 ? SECOND_MS : MINUTE_MS
  const used = Math.ceil(usedMs / unit) * unit
  return { withinMs, usedMs: used, leftMs: Math.max(0, withinMs - used), overMs: Math.max(0, used - withinMs) }
}
