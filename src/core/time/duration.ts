/** `min h` elapse inside the calendar; `d w mo y wd` are civil: they count days. */
export type Unit = 'min' | 'h' | 'd' | 'w' | 'mo' | 'y' | 'wd'

export type Duration = { readonly value: number; readonly unit: Unit }

export const UNITS: readonly Unit[] = ['min', 'h', 'd', 'w', 'mo', 'y', 'wd']

const PATTERN = /^(\d+(?:\.\d+)?)(min|h|d|wd|w|mo|y)$/

/** `30min`, `4h`, `0.5wd`, `24mo`; undefined for anything else. Fractions only where a part has a meaning: min, h, wd. */
export function parseDuration(text: string): Duration | undefined {
  const match = PATTERN.exec(text.trim())
  if (!match) return undefined
  const value = Number(match[1])
  const unit = UNITS.find((known) => known === match[2])
  if (unit === undefined) return undefined
  const whole = unit === 'd' || unit === 'w' || unit === 'mo' || unit === 'y'
  return whole && !Number.isInteger(value) ? undefined : { value, unit }
}

/** `4h`: the spelling of the plan language. */
export function formatDuration(duration: Duration): string {
  return `${duration.value}${duration.unit}`
}

export function isElapsed(unit: Unit): unit is 'min' | 'h' {
  return unit === 'min' || unit === 'h'
}
