import { useEffect, useReducer } from 'preact/hooks'
import { badgeAt } from '../ui/clock-label.ts'
import type { ClockTone, ShownClock } from '../ui/clock-label.ts'
import { nextMinute, onClockMoved, tenantAheadMs, tenantNow, wakeAt } from '../ui/tenant-clock.ts'
import { useSyncExternal } from './store.ts'
import { useWords } from './words/say.ts'

/** Redraws at `until` (the instant at which what is shown becomes wrong), and when the tenant's clock is moved. */
function useRedrawAt(until: number | undefined): void {
  const [, redraw] = useReducer<number, undefined>((count) => count + 1, 0)
  useSyncExternal(onClockMoved, tenantAheadMs)
  useEffect(() => (until === undefined ? undefined : wakeAt(until, () => redraw(undefined))), [until])
}

/** The tenant's now, redrawn with each minute. */
export function useMinute(): number {
  const now = tenantNow()
  useRedrawAt(nextMinute(now))
  return now
}

/** Tone and words of a clock now, as the console says them. */
export function useBadge(clock: ShownClock): { readonly tone: ClockTone; readonly words: string; readonly now: number } {
  const { locale } = useWords()
  const now = tenantNow()
  const { tone, words, validUntil } = badgeAt(clock, now, locale)
  useRedrawAt(validUntil)
  return { tone, words, now }
}
