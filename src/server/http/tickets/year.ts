import { civilOf } from '../../../core/time/civil.ts'
import { localOf } from '../../../core/time/zone.ts'
import { loadZone } from '../../zones.ts'

/** The year in which people there live at that instant: numbers and boards go by it. */
export function yearAt(at: number, timezone: string): number {
  return civilOf(localOf(loadZone(timezone), at).day).year
}
