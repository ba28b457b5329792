import { h } from 'preact'
import type { VNode } from 'preact'
import { spokenLabel } from '../../ui/clock-label.ts'
import type { ClockTone, ShownClock } from '../../ui/clock-label.ts'
import { CLOCK_SHAPES } from '../../ui/clock-shapes.ts'
import type { Drawn } from '../../ui/clock-shapes.ts'
import { instantWords } from '../../ui/time.ts'
import { useBadge } from '../now.ts'
import { useWords } from '../words/say.ts'

function draw({ tag, attributes, parts = [] }: Drawn): VNode {
  return h(tag, { ...attributes }, ...parts.map(draw))
}

export function ClockShape({ tone, size = 18 }: { readonly tone: ClockTone; readonly size?: number }) {
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      {CLOCK_SHAPES[tone].map(draw)}
    </svg>
  )
}

type BadgeProps = { readonly clock: ShownClock & { readonly title: string }; readonly zone: string }

/** A clock in words and colour, as the console shows it; a screen reader hears the due instant besides. */
export function ClockBadge({ clock, zone }: BadgeProps) {
  const { locale } = useWords()
  const { tone, words, now } = useBadge(clock)
  const due = clock.dueAt === undefined ? undefined : instantWords(clock.dueAt, now, { zone, locale, ends: true })
  return (
    <span className={`badge tone-${tone}`} role="img" aria-label={spokenLabel(clock.title, words, due)}>
      <ClockShape tone={tone} size={14} />
      <span className="badge-title">{clock.title}</span>
      <b>{words}</b>
    </span>
  )
}
