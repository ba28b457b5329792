import { HOUR_MS, MINUTE_MS } from './instant.ts'

/** `min h` elapse inside a calendar; `d w mo y wd` are civil: they count days, and `wd` working days. */
export type Unit = 'min' | 'h' | 'd' | 'w' | 'mo' | 'y' | 'wd'

export const UNITS: readonly Unit[] = ['min', 'h', 'd', 'w', 'mo', 'y', 'wd']

/** `value` may be negative (`equipment.end - 10d`) and, where the unit can be shared, a fraction (`0.5wd`). */
export type Duration = { readonly value: number; readonly unit: Unit }

export function isElapsed(unit: Unit): unit is 'min' | 'h' {
  return unit === 'min' || unit === 'h'
}

/** Working milliseconds of an elapsed duration; undefined for civil units, which have no length of their own. */
export function elapsedMsOf(duration: Duration): number | undefined {
  if (!isElapsed(duration.unit)) return undefined
  return Math.round(duration.value * (duration.unit === 'min' ? MINUTE_MS : HOUR_MS))
}

/** Half a year is six months; half a week or half a month is no number of days that two people would agree on. */
function isShareable({ value, unit }: Duration): boolean {
  if (Number.isInteger(value)) return true
  return unit === 'y' ? Number.isInteger(value * 12) : unit !== 'w' && unit !== 'mo'
}

/**
 * Reads `30min`, `1.5h`, `0.5wd`, `3mo`, `-10d`: a decimal number and a unit, a blank between them allowed.
 * Undefined for anything else, for more than six digits, and for fractions of a week or a month.
 */
export function parseDuration(text: string): Duration | undefined {
  const parts = /^(-?)(\d{1,6}(?:\.\d{1,6})?) ?(min|h|d|w|mo|y|wd)$/.exec(text.trim())
  if (!parts) return undefined
  const size = Number(parts[2])
  const duration = { value: parts[1] === '-' && size !== 0 ? -size : size, unit: parts[3] as Unit }
  return isShareable(duration) ? duration : undefined
}

/** `30min`, `0.5wd`: what `parseDuration` reads. */
export function formatDuration(duration: Duration): string {
  return `${duration.value}${duration.unit}`
}
