import type { Instant } from './instant.ts'

/** Half-open: `start` belongs to it, `end` does not.  */
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
