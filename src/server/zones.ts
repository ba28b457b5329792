import type { Zone } from '../core/time/zone.ts'

/** What instants are exact for; a zone costs some hundred transitions at most, so all of them are read once. */
const FIRST_YEAR = 1970
const LAST_YEAR = 2200

const loaded = new Map<string, Zone>()

function startOf(year: number, id: string): Temporal.ZonedDateTime {
  return Temporal.ZonedDateTime.from({ year, month: 1, day: 1, timeZone: id })
}

function readZone(id: string, fromYear: number, untilYear: number): Zone {
  const first = startOf(fromYear, id)
  const end = startOf(untilYear, id).epochMilliseconds
  // One day back: the first local midnights of the year may lie before it.
  const transitions = [{ at: first.epochMilliseconds - 86_400_000, offsetMs: first.offsetNanoseconds / 1e6 }]
  let next = first.getTimeZoneTransition('next')
  while (next && next.epochMilliseconds < end) {
    const offsetMs = next.offsetNanoseconds / 1e6
    if (offsetMs !== transitions.at(-1)!.offsetMs) transitions.push({ at: next.epochMilliseconds, offsetMs })
    next = next.getTimeZoneTransition('next')
  }
  return Object.freeze({ id: first.timeZoneId, tzdata: process.versions.tz ?? 'unknown', transitions: Object.freeze(transitions) })
}

/**
 * An IANA zone as data, from 1 January of `fromYear` up to 1 January of `untilYear`, by the rules of this process. Cached; frozen.
 * Throws RangeError for an id that is no zone: an unknown zone must never become a default one.
 */
export function loadZone(id: string, fromYear: number = FIRST_YEAR, untilYear: number = LAST_YEAR): Zone {
  const key = `${id} ${fromYear} ${untilYear}`
  const known = loaded.get(key)
  if (known) return known
  const zone = readZone(id, fromYear, untilYear)
  loaded.set(key, zone)
  return zone
}

/** Whether `loadZone` knows it: what the checking of plans asks. */
export function isZone(id: string): boolean {
  try {
    loadZone(id)
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
