import type { Caller } from './caller.ts'

/**
 * Callers by the hash of their session or token, so that a request needs no round trip to be known. A tenant's callers
 * are dropped when anything about its people changes (the message reaches every process), and by age in case a message
 * was lost: five seconds is the longest that a leaver's session can outlive its closing.
 */
export type CallerCache = {
  readonly get: (key: string, now: number) => Caller | undefined
  /** remembers what `load` finds, unless the tenant's people changed while it was looking */
  readonly load: (
    key: string,
    place: { readonly tenant: string; readonly now: number },
    load: () => Promise<Caller | undefined>,
  ) => Promise<Caller | undefined>
  readonly drop: (tenant: string) => void
  readonly dropAll: () => void
}

const MAX_AGE_MS = 5_000
const MAX_ENTRIES = 10_000

export function newCallerCache(): CallerCache {
  const entries = new Map<string, { readonly caller: Caller; readonly until: number }>()
  const generations = new Map<string, number>()
  let epoch = 0
  return {
    get(key, now) {
      const entry = entries.get(key)
      return entry && entry.until > now ? entry.caller : undefined
    },
    async load(key, { tenant, now }, load) {
      const generation = `${epoch} ${generations.get(tenant)}`
      const caller = await load()
      if (!caller || `${epoch} ${generations.get(tenant)}` !== generation) return caller
      if (entries.size >= MAX_ENTRIES) entries.clear()
      entries.set(key, { caller, until: now + MAX_AGE_MS })
      return caller
    },
    dropAll() {
      epoch += 1
      entries.clear()
    },
    drop(tenant) {
      generations.set(tenant, (generations.get(tenant) ?? 0) + 1)
      for (const [key, entry] of entries) if (entry.caller.tenant === tenant) entries.delete(key)
    },
  }
}
