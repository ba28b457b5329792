import type { ReactNode } from 'react'
import type { ClockTone } from './clock-label.ts'

const line = { fill: 'none', stroke: 'currentColor', strokeLinecap: 'round', strokeLinejoin: 'round' } as const
const KNOCKED_OUT = 'var(--knocked-out, var(--surface))'

/** Each state has a shape of its own, so that grey paper and a reader who sees no red can tell them apart. */
const SHAPES: Readonly<Record<ClockTone, ReactNode>> = {
  open: (
    <g {...line} strokeWidth={1.5}>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 4.8V8l2.2 1.6" />
    </g>
  ),
  near: (
    <>
      <circle cx="8" cy="8" r="6.2" {...line} strokeWidth={1.5} />
      <path d="M8 8V3.4A4.6 4.6 0 1 1 3.4 8z" fill="currentColor" />
    </>
  ),
  paused: (
    <g {...line}>
      <rect x="1.8" y="1.8" width="12.4" height="12.4" rx="3" strokeWidth={1.5} />
      <path d="M6.2 5.4v5.2M9.8 5.4v5.2" strokeWidth={1.9} />
    </g>
  ),
  kept: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="M4.8 8.3l2.2 2.2 4.2-4.6" {...line} stroke={KNOCKED_OUT} strokeWidth={1.8} />
    </>
  ),
  broken: (
    <>
      <path d="M8 .8 15.2 8 8 15.2.8 8z" fill="currentColor" />
      <path d="M8 4.6v4M8 11v.2" {...line} stroke={KNOCKED_OUT} strokeWidth={1.9} />
    </>
  ),
  excused: (
    <g {...line} strokeWidth={1.5}>
      <path d="M8 1.4 13.4 3.2v4.4c0 3.4-2.4 5.8-5.4 7-3-1.2-5.4-3.6-5.4-7V3.2z" />
      <path d="M5.6 8h4.8" />
    </g>
  ),
  cancelled: (
    <g {...line} strokeWidth={1.5}>
      <circle cx="8" cy="8" r="6" />
      <path d="m4 12 8-8" />
    </g>
  ),
  waiting: (
    <g {...line}>
      <circle cx="8" cy="8" r="6" strokeWidth={1.5} strokeDasharray="2.2 2.5" />
      <path d="M5.6 8h.1M8 8h.1M10.4 8h.1" strokeWidth={1.8} />
    </g>
  ),
  'not-triggered': <circle cx="8" cy="8" r="6" {...line} strokeWidth={1.5} strokeDasharray="2.2 2.5" />,
}

export function ClockShape({ tone, size = 14 }: { readonly tone: ClockTone; readonly size?: number }) {
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 16 16" aria-hidden>
      {SHAPES[tone]}
    </svg>
  )
}
