import type { Instant } from './instant.ts'

/** Half-open: `start` belongs to it, `end` does not. Functions here take and give arrays sorted by start, without overlaps or empty spans, unless said. */
export type Span = { readonly start: Instant; readonly end: Instant }

/** Any spans, in any order, become sorted ones: overlapping and touching ones joined, empty and inverted ones dropped. */
export function merge(spans: readonly Span[]): Span[] {
  const sorted = spans.filter((span) => span.start < span.end).sort((a, b) => a.start - b.start)
  const merged: Span[] = []
  for (const span of sorted) {
    const last = merged.at(-1)
    if (last && span.start <= last.end) merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) }
    else merged.push(span)
  }
  return merged
}

/** What lies in both. */
export function intersect(a: readonly Span[], b: readonly Span[]): Span[] {
  const common: Span[] = []
  let [i, j] = [0, 0]
  while (i < a.length && j < b.length) {
    const [x, y] = [a[i]!, b[j]!]
    const [start, end] = [Math.max(x.start, y.start), Math.min(x.end, y.end)]
    if (start < end) common.push({ start, end })
    if (x.end < y.end) i += 1
    else j += 1
  }
  return common
}

/** What lies in `a` and not in `b`. */
export function subtract(a: readonly Span[], b: readonly Span[]): Span[] {
  const rest: Span[] = []
  let first = 0
  for (const span of a) {
    let { start } = span
    while (first < b.length && b[first]!.end <= span.start) first += 1
    for (let j = first; j < b.length && b[j]!.start < span.end; j += 1) {
      if (start < b[j]!.start) rest.push({ start, end: b[j]!.start })
      start = Math.max(start, b[j]!.end)
    }
    if (start < span.end) rest.push({ start, end: span.end })
  }
  return rest
}

export function lengthMs(spans: readonly Span[]): number {
  let ms = 0
  for (const span of spans) ms += span.end - span.start
  return ms
}
