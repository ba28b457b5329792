import { createElement } from 'react'
import type { ReactNode } from 'react'
import type { ClockTone } from './clock-label.ts'
import { CLOCK_SHAPES } from './clock-shapes.ts'
import type { Drawn } from './clock-shapes.ts'

/** `stroke-width` is `strokeWidth` here. */
const named = (attributes: Drawn['attributes']) =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()), value]),
  )

function draw({ tag, attributes, parts = [] }: Drawn, at: number): ReactNode {
  return createElement(tag, { ...named(attributes), key: at }, ...parts.map(draw))
}

export function ClockShape({ tone, size = 14 }: { readonly tone: ClockTone; readonly size?: number }) {
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 16 16" aria-hidden>
      {CLOCK_SHAPES[tone].map(draw)}
    </svg>
  )
}
