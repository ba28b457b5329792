import { z } from 'zod'
import { Id, Named } from './base.ts'

/** `here`: has the page open; `typing`: is writing on it; `gone`: has left it. */
export const PRESENCE_STATES = ['here', 'typing', 'gone'] as const
export const Presence = z.strictObject({ state: z.enum(PRESENCE_STATES) })
export type Presence = z.infer<typeof Presence>

/** `event: presence`: what a colleague does on a ticket. It is kept nowhere: whoever is not heard of for a while has left. */
export const PresenceEvent = z.object({ ticket: Id, person: Named, state: z.enum(PRESENCE_STATES) })
export type PresenceEvent = z.infer<typeof PresenceEvent>
