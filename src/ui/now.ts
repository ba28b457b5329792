import { useEffect, useReducer, useSyncExternalStore } from 'react'
import { nextMinute, onClockMoved, tenantAheadMs, tenantNow, wakeAt } from './tenant-clock.ts'

export { setTenantNow, tenantNow } from './tenant-clock.ts'

/** Redraws at `until` (the instant at which what is shown becomes wrong), and when the tenant's clock is moved. */
export function useRedrawAt(until: number | undefined): void {
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  useSyncExternalStore(onClockMoved, tenantAheadMs)
  useEffect(() => (until === undefined ? undefined : wakeAt(until, redraw)), [until])
}

/** The tenant's now, redrawn with each minute. */
export function useMinute(): number {
  const now = tenantNow()
  useRedrawAt(nextMinute(now))
  return now
}
