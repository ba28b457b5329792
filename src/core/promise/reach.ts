import type { CompiledCalendar } from '../calendar/compile.ts'
import type { Duration } from '../time/duration.ts'
import type { Instant } from '../time/instant.ts'
import type { Ruling } from './state.ts'
import { elapsedMsOf } from '../time/duration.ts'
import { add, addDuration, between } from '../calendar/clock.ts'

/** A due instant, and whether the calendar behind it is only partly announced. */
export type Reached = { readonly at: Instant; readonly provisional: boolean }

/** The instant at which `ms` of working time are used up from `from`; undefined beyond the compiled years. */
export function reach(calendar: CompiledCalendar, from: Instant, ms: number): Reached | undefined {
  const at = add(calendar, from, ms)
  return at === undefined ? undefined : { at, provisional: at > calendar.knownUntil }
}

/** A duration from an instant; undefined beyond the compiled years. Negative durations reach back. */
export function reachDuration(calendar: CompiledCalendar, from: Instant, duration: Duration): Reached | undefined {
  const reached = addDuration(calendar, from, duration)
  return 'error' in reached ? undefined : reached
}

/** Working time between two instants; wall time where no hours are stated. Outside the compiled years nothing is known to be open: none. */
export function workBetween(calendar: CompiledCalendar | undefined, from: Instant, until: Instant): number {
  if (until <= from) return 0
  if (!calendar || calendar.always) return until - from
  const inside = (at: Instant) => Math.min(Math.max(at, calendar.from), calendar.until)
  return between(calendar, inside(from), inside(until)) ?? 0
}

/** Promised working time in ms where it is a number of hours; undefined for civil, unstated and unknown travel. */
export function promisedMs(ruling: Ruling): number | undefined {
  if (!ruling.within || (ruling.travel && ruling.travelMs === undefined)) return undefined
  const ms = elapsedMsOf(ruling.within)
  return ms === undefined ? undefined : ms + (ruling.travel ? (ruling.travelMs ?? 0) : 0)
}

/** Where a duration of a clause leads, without pauses. `travel + …` adds the stated travel time; as long as that is unknown there is no instant. */
function spanFrom(calendar: CompiledCalendar, from: Instant, span: { duration: Duration; travelMs: number }): Reached | undefined {
  const ms = elapsedMsOf(span.duration)
  if (ms !== undefined) return reach(calendar, from, ms + span.travelMs)
  const civil = reachDuration(calendar, from, span.duration)
  return civil && span.travelMs > 0 ? reach(calendar, civil.at, span.travelMs) : civil
}

export function plainDueOf(calendar: CompiledCalendar | undefined, ruling: Ruling, startAt: Instant): Reached | undefined {
  if (!calendar || !ruling.within || (ruling.travel && ruling.travelMs === undefined)) return undefined
  return spanFrom(calendar, startAt, { duration: ruling.within, travelMs: ruling.travel ? (ruling.travelMs ?? 0) : 0 })
}

export function targetOf(calendar: CompiledCalendar | undefined, ruling: Ruling, startAt: Instant): Reached | undefined {
  if (!calendar || !ruling.target || (ruling.targetTravel && ruling.travelMs === undefined)) return undefined
  return spanFrom(calendar, startAt, { duration: ruling.target, travelMs: ruling.targetTravel ? (ruling.travelMs ?? 0) : 0 })
}

/** A due instant moved by the working time that pauses took out. */
export function moved(calendar: CompiledCalendar | undefined, due: Reached | undefined, pausedMs: number): Reached | undefined {
  if (!due || pausedMs === 0) return due
  if (!calendar) return { at: due.at + pausedMs, provisional: due.provisional }
  const later = reach(calendar, due.at, pausedMs)
  return later && { at: later.at, provisional: later.provisional || due.provisional }
}
