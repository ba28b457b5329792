import type { ClockTone } from './clock-label.ts'

/** An element of a drawing, its attributes by their SVG names; what has parts is a group. */
export type Drawn = {
  readonly tag: 'g' | 'circle' | 'path' | 'rect'
  readonly attributes: Readonly<Record<string, string | number>>
  readonly parts?: readonly Drawn[]
}

const LINE = { fill: 'none', stroke: 'currentColor', 'stroke-linecap': 'round', 'stroke-linejoin': 'round' }
const KNOCKED_OUT = 'var(--knocked-out, var(--surface))'

const lines = (width: number | undefined, ...parts: readonly Drawn[]): Drawn => ({
  tag: 'g',
  attributes: width === undefined ? LINE : { ...LINE, 'stroke-width': width },
  parts,
})
const circle = (r: number, more: Drawn['attributes'] = {}): Drawn => ({ tag: 'circle', attributes: { cx: 8, cy: 8, r, ...more } })
const path = (d: string, more: Drawn['attributes'] = {}): Drawn => ({ tag: 'path', attributes: { d, ...more } })
const knockedOut = (d: string, width: number): Drawn => path(d, { ...LINE, stroke: KNOCKED_OUT, 'stroke-width': width })
const SOLID = { fill: 'currentColor' }
const DASHED = { 'stroke-width': 1.5, 'stroke-dasharray': '2.2 2.5' }

/** In a square of 16. Each state has a shape of its own, so that grey paper and a reader who sees no red can tell them apart. */
export const CLOCK_SHAPES: Readonly<Record<ClockTone, readonly Drawn[]>> = {
  open: [lines(1.5, circle(6), path('M8 4.8V8l2.2 1.6'))],
  near: [circle(6.2, { ...LINE, 'stroke-width': 1.5 }), path('M8 8V3.4A4.6 4.6 0 1 1 3.4 8z', SOLID)],
  paused: [
    lines(
      undefined,
      { tag: 'rect', attributes: { x: 1.8, y: 1.8, width: 12.4, height: 12.4, rx: 3, 'stroke-width': 1.5 } },
      path('M6.2 5.4v5.2M9.8 5.4v5.2', { 'stroke-width': 1.9 }),
    ),
  ],
  kept: [circle(7, SOLID), knockedOut('M4.8 8.3l2.2 2.2 4.2-4.6', 1.8)],
  broken: [path('M8 .8 15.2 8 8 15.2.8 8z', SOLID), knockedOut('M8 4.6v4M8 11v.2', 1.9)],
  excused: [lines(1.5, path('M8 1.4 13.4 3.2v4.4c0 3.4-2.4 5.8-5.4 7-3-1.2-5.4-3.6-5.4-7V3.2z'), path('M5.6 8h4.8'))],
  cancelled: [lines(1.5, circle(6), path('m4 12 8-8'))],
  waiting: [lines(undefined, circle(6, DASHED), path('M5.6 8h.1M8 8h.1M10.4 8h.1', { 'stroke-width': 1.8 }))],
  'not-triggered': [circle(6, { ...LINE, ...DASHED })],
}
