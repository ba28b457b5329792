import { DAY_MS, HOUR_MS } from './instant.ts'
import type { Instant } from './instant.ts'
import type { CivilDay } from './civil.ts'

/**
 * A time zone as data, so that core needs neither a host's zone database nor its clock. `id`: IANA name; `tzdata`: version of the rules
 * (`2026c`); `transitions`: ascending, never empty; each holds from its instant on. Before the first one its offset is taken too.
 */
export type Zone = {
  readonly id: string
  readonly tzdata: string
  readonly transitions: readonly { readonly at: Instant; readonly offsetMs: number }[]
}

export const UTC: Zone = { id: 'UTC', tzdata: '', transitions: [{ at: 0, offsetMs: 0 }] }

/** A wall clock's reading: the day, and milliseconds since its midnight by the wall clock (0 ≤ ms < 24 h). */
export type LocalTime = { readonly day: CivilDay; readonly ms: number }

/** No zone has ever been further than this from UTC. */
const WIDEST_OFFSET_MS = 16 * HOUR_MS

/** Place of the last transition at or before `at`; 0 when `at` lies before all of them. */
function segmentAt(zone: Zone, at: Instant): number {
  let low = 0
  let high = zone.transitions.length - 1
  while (low < high) {
    const middle = (low + high + 1) >>> 1
    if (zone.transitions[middle]!.at <= at) low = middle
    else high = middle - 1
  }
  return low
}

export function offsetAt(zone: Zone, at: Instant): number {
  return zone.transitions[segmentAt(zone, at)]!.offsetMs
}

export function localOf(zone: Zone, at: Instant): LocalTime {
  const local = at + offsetAt(zone, at)
  const day = Math.floor(local / DAY_MS)
  return { day, ms: local - day * DAY_MS }
}

/**
 * The instant at which the wall clock shows `msOfDay` on `day`; `msOfDay` may reach into the next days (24:00 and later).
 * A time that the clock skips moves forward by the length of the gap; of a time that it shows twice, the earlier one counts
 * (RFC 5545, and Temporal's `compatible`).
 */
export function instantOf(zone: Zone, day: CivilDay, msOfDay: number): Instant {
  const local = day * DAY_MS + msOfDay
  const { transitions } = zone
  let segment = segmentAt(zone, local - WIDEST_OFFSET_MS)
  let offsetMs = transitions[segment]!.offsetMs
  for (;;) {
    const next = transitions[segment + 1]
    if (!next || local - offsetMs < next.at) return local - offsetMs
    // Past the end of this segment and not yet in the next: the wall clock jumped over it.
    if (local - next.offsetMs < next.at) return local - offsetMs
    segment += 1
    offsetMs = next.offsetMs
  }
}

/** The same zone, cut to what `[from, until)` needs: what is pinned with a calendar. */
export function cutZone(zone: Zone, from: Instant, until: Instant): Zone {
  const first = segmentAt(zone, from)
  return { ...zone, transitions: zone.transitions.filter((transition, index) => index >= first && transition.at < until) }
}
