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

/** By how much it runs ahead of this machine's. */
export function tenantAheadMs(): number {
  return aheadMs
}

/** Hears when the tenant's clock is moved; gives what ends that. */
export function onClockMoved(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Longest sleep: a laptop that was closed wakes its badges at the latest after this. */
const LONGEST_MS = 60_000
const SHORTEST_MS = 30

/** Acts at `until` on the tenant's clock, and now and then before, should the machine have slept; gives what ends that. */
export function wakeAt(until: number, act: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>
  const arm = (): void => {
    const wait = Math.min(Math.max(until - tenantNow(), SHORTEST_MS), LONGEST_MS)
    timer = setTimeout(() => {
      act()
      if (tenantNow() < until) arm()
    }, wait)
  }
  arm()
  return () => clearTimeout(timer)
}

const MINUTE_MS = 60_000

/** When the tenant's next minute begins. */
export function nextMinute(now: number): number {
  return now - (now % MINUTE_MS) + MINUTE_MS
}
