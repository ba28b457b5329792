import { fromPinned, toPinned } from '../../core/calendar/compile.ts'
import type { CompiledCalendar } from '../../core/calendar/compile.ts'
import { HOLIDAY_LISTS } from '../../core/calendar/holidays-cn.ts'
import { withAnnouncement } from '../../core/calendar/holidays.ts'
import type { Announcement, HolidayList, HolidayLists } from '../../core/calendar/holidays.ts'
import type { PinnedCalendar } from '../../core/calendar/pinned.ts'
import type { Subject } from '../../core/fact.ts'
import type { Plan, Term } from '../../core/plan/types.ts'
import type { Instant } from '../../core/time/instant.ts'
import type { Transaction, Tx } from '../database/pool.ts'

/** The list that can be published here; others come with the program. */
export const PUBLISHED_LIST = 'CN'

/** The lists in force for a firm: those of the program, and beyond them what the firm has published itself. A later program may know as much: then it rules. */
export async function holidayLists(tx: Tx): Promise<HolidayLists> {
  const rows = await tx.query<{ announcement: Announcement }>('SELECT announcement FROM holiday_list WHERE list = $1 ORDER BY year', [
    PUBLISHED_LIST,
  ])
  let list: HolidayList = HOLIDAY_LISTS[PUBLISHED_LIST]!
  for (const { announcement } of rows) if (announcement.knownUntil > list.knownUntil) list = withAnnouncement(list, announcement) ?? list
  return { ...HOLIDAY_LISTS, [PUBLISHED_LIST]: list }
}

/** What the firm published itself, the newest year first. */
export function publishedYears(tx: Tx): Promise<{ year: number; by: string; name: string | null; at: Instant }[]> {
  return tx.query(
    `SELECT h.year, h.published_by AS by, p.name, h.published_at AS at FROM holiday_list h
     LEFT JOIN person p ON p.tenant_id = h.tenant_id AND p.id = h.published_by WHERE h.list = $1 ORDER BY h.year DESC`,
    [PUBLISHED_LIST],
  )
}

export type NewAnnouncement = {
  readonly year: number
  readonly announcement: Announcement
  readonly by: string
  readonly at: Instant
}

/** False where somebody has published that year already. */
export async function saveAnnouncement(tx: Transaction, { year, announcement, by, at }: NewAnnouncement): Promise<boolean> {
  const rows = await tx.query(
    `INSERT INTO holiday_list (tenant_id, list, year, announcement, published_by, published_at) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT DO NOTHING RETURNING year`,
    [tx.tenant, PUBLISHED_LIST, year, JSON.stringify(announcement), by, at],
  )
  return rows.length > 0
}

export type BoundCalendars = {
  readonly hash: string
  readonly parsed: Plan
  readonly terms: readonly Term[]
  readonly calendars: Readonly<Record<string, string>>
}

/** Every binding of the firm with the hashes of its calendars. */
export function boundCalendars(tx: Tx): Promise<BoundCalendars[]> {
  return tx.query(
    `SELECT b.hash, p.parsed, b.terms, b.calendars FROM bound_plan b JOIN plan p ON p.tenant_id = b.tenant_id AND p.ref = b.plan ORDER BY b.hash`,
  )
}

export type Following = { readonly follows: string; readonly calendar: CompiledCalendar }

/** Pins a calendar that was compiled with a newer list, and that it follows on the one that was pinned before. */
export async function saveFollowing(tx: Transaction, { follows, calendar }: Following, at: Instant): Promise<void> {
  await tx.query('INSERT INTO calendar (tenant_id, hash, id, pinned, created_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING', [
    tx.tenant,
    calendar.hash,
    calendar.id,
    JSON.stringify(toPinned(calendar)),
    at,
  ])
  await tx.query(
    `INSERT INTO published_calendar (tenant_id, follows, hash, known_until, published_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
    [tx.tenant, follows, calendar.hash, calendar.workdaysKnownUntil, at],
  )
}

/** What follows on these calendars, the one that knows least first. */
export async function followingOf(tx: Tx, hashes: readonly string[]): Promise<Following[]> {
  const rows = await tx.query<{ follows: string; pinned: PinnedCalendar }>(
    `SELECT p.follows, c.pinned FROM published_calendar p JOIN calendar c ON c.tenant_id = p.tenant_id AND c.hash = p.hash
     WHERE p.follows = ANY($1) ORDER BY p.known_until, p.published_at`,
    [hashes],
  )
  return rows.map(({ follows, pinned }) => ({ follows, calendar: fromPinned(pinned) }))
}

/** Whose records go on by themselves or are not finished: open tickets, and everything that is no ticket. */
export async function subjectsUnder(tx: Tx, bound: readonly string[]): Promise<Subject[]> {
  const rows = await tx.query<{ subject: Subject }>(
    `SELECT r.subject FROM record_state r LEFT JOIN ticket t ON t.tenant_id = r.tenant_id AND r.subject = 'ticket/' || t.id
     WHERE r.bound_hash = ANY($1) AND (t.id IS NULL OR t.closed_at IS NULL) ORDER BY r.subject`,
    [bound],
  )
  return rows.map(({ subject }) => subject)
}

/** Whose due times hang on holidays that are not announced yet. */
export async function provisionalSubjects(tx: Tx): Promise<Subject[]> {
  const rows = await tx.query<{ subject: Subject }>(
    `SELECT DISTINCT o.subject FROM obligation o WHERE o.state IN ('open', 'paused') AND o.provisional AND o.why ->> 'provisional' = 'calendar-unknown' ORDER BY o.subject`,
  )
  return rows.map(({ subject }) => subject)
}
