import { badgeOf } from '../core/promise/badge.ts'
import type { Badge } from '../core/promise/badge.ts'
import type { Locale } from '../core/words.ts'
import type { Clock } from '../wire/obligations.ts'

/** What a clock looks like: the states of an obligation, near, and the two that have not opened. */
export type ClockTone = Badge['tone'] | 'waiting' | 'not-triggered'

export type ShownClock = Pick<Clock, 'state' | 'openedAt'> &
  Partial<Pick<Clock, 'dueAt' | 'keptAt' | 'brokenAt' | 'fulfilledAt' | 'reason' | 'missing'>>

/** The words of a clock at an instant: the engine's own, so that browser and server never say two things. */
export function badgeAt(clock: ShownClock, now: number, locale: Locale): Badge {
  const { state, openedAt, dueAt, keptAt, brokenAt, fulfilledAt, reason, missing } = clock
  return badgeOf({ state, openedAt, dueAt, keptAt, brokenAt, fulfilledAt, reason, missing }, now, locale)
}

/** One sentence for a screen reader: promise, words, due instant. */
export function spokenLabel(title: string, words: string, due: string | undefined): string {
  return [title, words, due].filter((part) => part !== undefined && part !== '').join('，')
}
