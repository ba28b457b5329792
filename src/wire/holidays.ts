import { z } from 'zod'
import { Instant, Named, SubjectRef } from './base.ts'

const Day = z.object({ date: z.string(), name: z.string(), isOffDay: z.boolean() })

/** The list in force: until which day it is known, and how many due times wait for the next one. */
export const HolidayLists = z.object({
  id: z.string(),
  /** of the last announcement in it */
  version: z.string(),
  /** the first day of which nothing is known */
  knownUntil: z.string(),
  /** days of all years that are known, in order */
  days: z.array(Day),
  /** what the firm published itself, the newest first */
  published: z.array(z.object({ year: z.int(), by: Named, at: Instant })),
  /** open due times that hang on a list that is not announced, or not published here yet */
  provisional: z.int(),
})
export type HolidayLists = z.infer<typeof HolidayLists>

/** A year's list as JSON text in the shape of holiday-cn; without it the lists in force are published to what does not know them yet. */
export const HolidayText = z.strictObject({ text: z.string().max(100_000).optional() })
export type HolidayText = z.infer<typeof HolidayText>

export const HolidayMove = z.object({
  obligation: z.string(),
  subject: SubjectRef,
  title: z.string(),
  ticket: z.object({ id: z.string(), number: z.string(), title: z.string() }).optional(),
  contract: z.object({ id: z.string(), number: z.string() }).optional(),
  before: Instant.optional(),
  after: Instant.optional(),
  /** still hangs on a list that is not announced */
  provisional: z.boolean(),
})

/** What publishing would do: nothing is written. `problems`: then it would be refused. */
export const CheckedHolidays = z.object({
  year: z.int().optional(),
  knownUntil: z.string().optional(),
  days: z.array(Day),
  problems: z.array(z.object({ path: z.string(), words: z.string() })),
  moves: z.array(HolidayMove),
  /** of all moves, also of those that are not listed */
  count: z.int(),
})
export type CheckedHolidays = z.infer<typeof CheckedHolidays>

export const PublishedHolidays = z.object({ knownUntil: z.string(), told: z.int() })
export type PublishedHolidays = z.infer<typeof PublishedHolidays>
