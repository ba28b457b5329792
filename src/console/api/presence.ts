import type { QueryClient } from '@tanstack/react-query'
import { queryOptions, skipToken } from '@tanstack/react-query'
import type { PresenceEvent } from '../../wire/presence.ts'

export type Seen = PresenceEvent & { readonly at: number }

/** So often a page says that it is still open. */
export const PRESENT_EVERY_MS = 20_000
/** Two words missed, and somebody counts as gone. */
const GONE_AFTER_MS = 2.5 * PRESENT_EVERY_MS

/** Who else has a ticket open; told, never asked for. */
export const presenceQuery = (ticket: string) => queryOptions<readonly Seen[]>({ queryKey: ['presence', ticket], queryFn: skipToken })

export function stillHere(seen: readonly Seen[], now: number): readonly Seen[] {
  return seen.filter((one) => now - one.at < GONE_AFTER_MS)
}

/** The others as they are after something was heard of one of them. */
export function afterHearing(before: readonly Seen[], event: PresenceEvent, now: number): readonly Seen[] {
  const others = stillHere(before, now).filter((one) => one.person.id !== event.person.id)
  return event.state === 'gone' ? others : [...others, { ...event, at: now }]
}

export function hearPresence(client: QueryClient, event: PresenceEvent, now: number): void {
  client.setQueryData(presenceQuery(event.ticket).queryKey, (before: readonly Seen[] = []) => afterHearing(before, event, now))
}
