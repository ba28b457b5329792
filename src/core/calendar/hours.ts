import { DAY_MS, HOUR_MS, MINUTE_MS } from '../time/instant.ts'

/** One opening of a day by the wall clock, in ms since its midnight: `startMs` lies in the day, `endMs` up to 24 h later (22:00-06:00 ends at 30:00). */
export type Opening = { readonly startMs: number; readonly endMs: number }

export const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

export type DayName = (typeof DAYS)[number]

export function isDayName(text: unknown): text is DayName {
  return (DAYS as readonly unknown[]).includes(text)
}

/** `mon`, `mon-fri`, over the week's end too (`sat-mon`) → weekdays 1 … 7; undefined for what names no days. */
export function parseDays(text: string): readonly number[] | undefined {
  const [first, last, more] = text.split('-')
  if (more !== undefined || !isDayName(first) || (last !== undefined && !isDayName(last))) return undefined
  const from = DAYS.indexOf(first)
  const length = last === undefined ? 1 : ((DAYS.indexOf(last) - from + 7) % 7) + 1
  return Array.from({ length }, (_, i) => ((from + i) % 7) + 1)
}

function clockMs(hour: string | undefined, minute: string | undefined): number {
  return Number(hour) * HOUR_MS + Number(minute) * MINUTE_MS
}

/**
 * Reads `09:30-19:30`, `00:00-24:00`, `22:00-06:00` (ends on the next day). `bad-hours`: not two times of day, or a start at 24:00;
 * `empty-hours`: start and end are the same, which could mean nothing or a whole day, so it must be said (`00:00-24:00`).
 */
export function parseHours(text: string): Opening | 'bad-hours' | 'empty-hours' {
  const parts = /^(\d{1,2}):(\d{2})-(\d{1,2}):(\d{2})$/.exec(text.trim())
  if (!parts || Number(parts[2]) > 59 || Number(parts[4]) > 59) return 'bad-hours'
  const [startMs, endMs] = [clockMs(parts[1], parts[2]), clockMs(parts[3], parts[4])]
  if (startMs >= DAY_MS || endMs > DAY_MS) return 'bad-hours'
  if (startMs === endMs) return 'empty-hours'
  return { startMs, endMs: endMs > startMs ? endMs : endMs + DAY_MS }
}
