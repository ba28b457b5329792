import { badgeAt, spokenLabel } from './clock-label.ts'
import type { ClockTone, ShownClock } from './clock-label.ts'
import { ClockShape } from './ClockShape.tsx'
import { tenantNow, useRedrawAt } from './now.ts'
import { instantWords } from './time.ts'
import { useWords } from './words/say.ts'

export type NamedClock = ShownClock & { readonly title: string; readonly provisional?: boolean | undefined }

/** Tone and words of a clock now; redraws when they change, by the second under ten minutes, else by the minute. */
export function useBadge(clock: ShownClock): { readonly tone: ClockTone; readonly words: string; readonly now: number } {
  const { locale } = useWords()
  const now = tenantNow()
  const badge = badgeAt(clock, now, locale)
  useRedrawAt(badge.validUntil)
  return { tone: badge.tone, words: badge.words, now }
}

/** 24 px: shape, promise, hairline, words. The due instant stands beside it, never inside; a screen reader hears it. */
export function ClockBadge({ clock, zone }: { readonly clock: NamedClock; readonly zone: string }) {
  const { locale } = useWords()
  const { tone, words, now } = useBadge(clock)
  const due = clock.dueAt === undefined ? undefined : instantWords(clock.dueAt, now, { zone, locale, ends: true })
  return (
    <span className={`badge tone-${tone}`} role="img" aria-label={spokenLabel(clock.title, words, due)} data-tone={tone}>
      <ClockShape tone={tone} />
      <span className="badge-title">{clock.title}</span>
      <b>{words}</b>
    </span>
  )
}

/** A further clock of a row: shape and name, the words for who asks. */
export function ClockMini({ clock }: { readonly clock: NamedClock }) {
  const { tone, words } = useBadge(clock)
  return (
    <span
      className={`mini tone-${tone}`}
      role="img"
      aria-label={spokenLabel(clock.title, words, undefined)}
      title={`${clock.title} ${words}`}
      data-tone={tone}
    >
      <ClockShape tone={tone} />
      <small>{clock.title}</small>
    </span>
  )
}
