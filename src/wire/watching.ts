import { z } from 'zod'
import { Cursor, Id, Instant, Named, limit, pageOf } from './base.ts'

/** 关注: whether the person who asks hears of a ticket, and who else does. */
export const Watch = z.strictObject({ watching: z.boolean() })
export type Watch = z.infer<typeof Watch>
export const Watching = z.object({ watching: z.boolean(), watchers: z.array(Named) })
export type Watching = z.infer<typeof Watching>

/** One line of what somebody is told of tickets that they watch, or were named on in a note. */
export const Notice = z.object({
  id: Id,
  at: Instant,
  ticket: z.object({ id: Id, number: z.string(), title: z.string() }),
  why: z.enum(['watch', 'mention']),
  by: Named.optional(),
  /** what happened, in one line */
  words: z.string(),
  /** what was written with it */
  text: z.string().optional(),
  readAt: Instant.optional(),
})
export type Notice = z.infer<typeof Notice>
export const NoticeQuery = z.strictObject({
  state: z.enum(['unread', 'all']).default('unread'),
  cursor: Cursor.optional(),
  limit: limit(30),
})
export type NoticeQuery = z.infer<typeof NoticeQuery>
export const NoticePage = pageOf(Notice).extend({ unread: z.int() })
export type NoticePage = z.infer<typeof NoticePage>
