import { useEffect, useReducer, useSyncExternalStore } from 'react'

/** The tenant's clock as the server last said it: a demo tenant's runs ahead, and a reader's machine may be wrong. */
let aheadMs = 0
const listeners = new Set<() => void>()

export function setTenantNow(serverNow: number): void {
  const ahead = serverNow - Date.now()
  // A reading that differs by the network's delay alone would make every badge redraw.
  if (Math.abs(ahead - aheadMs) < 500) return
  aheadMs = ahead
  for (const listener of listeners) listener()
}

export function tenantNow(): number {
  return Date.now() + aheadMs
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Longest sleep: a laptop that was closed wakes its badges at the latest after this. */
const LONGEST_MS = 60_000
const SHORTEST_MS = 30

/** Redraws at `until` (the instant at which what is shown becomes wrong), and when the tenant's clock is moved. */
export function useRedrawAt(until: number | undefined): void {
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  useSyncExternalStore(subscribe, () => aheadMs)
  useEffect(() => {
    if (until === undefined) return undefined
    let timer: ReturnType<typeof setTimeout>
    const arm = (): void => {
      const wait = Math.min(Math.max(until - tenantNow(), SHORTEST_MS), LONGEST_MS)
      timer = setTimeout(() => {
        redraw()
        if (tenantNow() < until) arm()
      }, wait)
    }
    arm()
    return () => clearTimeout(timer)
  }, [until])
}

const MINUTE_MS = 60_000

/** The tenant's now, redrawn with each minute. */
export function useMinute(): number {
  const now = tenantNow()
  useRedrawAt(now - (now % MINUTE_MS) + MINUTE_MS)
  return now
}
