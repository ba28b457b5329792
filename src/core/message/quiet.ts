import { DAY_MS, MINUTE_MS } from '../time/instant.ts'
import type { Instant } from '../time/instant.ts'
import { instantOf, localOf } from '../time/zone.ts'
import type { Zone } from '../time/zone.ts'

/** 免打扰: minutes after midnight by the wall clock; `until` before `from` lies on the next day. Equal: none. */
export type QuietHours = { readonly from: number; readonly until: number }

/** When somebody may be disturbed first: at once, or as their quiet hours end. */
export function afterQuiet(at: Instant, { from, until }: QuietHours, zone: Zone): Instant {
  if (from === until) return at
  const { day, ms } = localOf(zone, at)
  const minute = ms / MINUTE_MS
  const overnight = from > until
  const isQuiet = overnight ? minute >= from || minute < until : minute >= from && minute < until
  if (!isQuiet) return at
  const endsNextDay = overnight && minute >= from
  return instantOf(zone, day, until * MINUTE_MS + (endsNextDay ? DAY_MS : 0))
}
