import type { CivilDay } from '../time/civil.ts'
import { MINUTE_MS } from '../time/instant.ts'
import type { Instant } from '../time/instant.ts'
import { localOf } from '../time/zone.ts'
import type { Zone } from '../time/zone.ts'

/** 每日汇总: minutes after midnight by the wall clock, and the day of the last one. */
export type DigestHour = { readonly at: number; readonly last: CivilDay | undefined }

/** The day whose digest is to be sent now; undefined: its hour has not come, or it was sent. */
export function digestDay(now: Instant, { at, last }: DigestHour, zone: Zone): CivilDay | undefined {
  const { day, ms } = localOf(zone, now)
  return ms >= at * MINUTE_MS && (last === undefined || last < day) ? day : undefined
}
