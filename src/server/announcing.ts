import type { Action } from '../core/access/actions.ts'
import { readAnnouncement } from '../core/calendar/announce.ts'
import type { AnnounceProblem, Announced } from '../core/calendar/announce.ts'
import type { HolidayList, HolidayLists } from '../core/calendar/holidays.ts'
import { promiseName } from '../core/promise/why.ts'
import { formatDay } from '../core/time/civil.ts'
import { withTenant } from './database/pool.ts'
import type { Transaction, Tx } from './database/pool.ts'
import { dryRun, pinFollowing } from './holidays.ts'
import type { Moved } from './holidays.ts'
import type { Services } from './services.ts'
import { PUBLISHED_LIST, holidayLists, saveAnnouncement } from './store/holidays.ts'
import { obligationsOf } from './store/obligation-queries.ts'
import type { StoredObligation } from './store/obligation-queries.ts'
import { writeTrail } from './store/trail.ts'

/** The list in force among those of a firm. */
export function inForce(lists: HolidayLists): HolidayList {
  return lists[PUBLISHED_LIST]!
}

/** What a text announces on top of the list in force; undefined: no text, so the list in force itself. */
function announcedIn(text: string | undefined, list: HolidayList): Announced | undefined {
  if (text === undefined) return undefined
  try {
    return readAnnouncement(JSON.parse(text), list)
  } catch {
    return { ok: false, problems: [{ code: 'json', path: '', params: {} }] }
  }
}

export type Problems = { readonly problems: readonly AnnounceProblem[] }

export const isProblems = (answer: object): answer is Problems => 'problems' in answer

type Announcement = Extract<Announced, { readonly ok: true }>

export type Checked = { readonly announced: Announcement | undefined; readonly list: HolidayList; readonly moves: readonly Moved[] }

/** A dry run of publishing a text: which open due times would move, or what is wrong with it. Nothing is written. */
export async function checkAnnouncement(services: Services, tenant: string, text: string | undefined): Promise<Checked | Problems> {
  const lists = await withTenant(services.pool, tenant, holidayLists)
  const announced = announcedIn(text, inForce(lists))
  if (announced?.ok === false) return { problems: announced.problems }
  const list = announced?.list ?? inForce(lists)
  return { announced, list, moves: await dryRun(services, tenant, { ...lists, [PUBLISHED_LIST]: list }) }
}

/** A move with what it is of: its promise by name, and the ticket or contract that it stands with. */
export type NamedMove = { readonly move: Moved; readonly title: string } & Pick<Partial<StoredObligation>, 'ticket' | 'contract'>

export async function namedMoves(services: Services, tenant: string, moves: readonly Moved[]): Promise<readonly NamedMove[]> {
  const subjects = [...new Set(moves.map(({ subject }) => subject))]
  const stored = await withTenant(services.pool, tenant, async (tx) => {
    const all: StoredObligation[] = []
    for (const subject of subjects) all.push(...(await obligationsOf(tx, subject)))
    return all
  })
  const named: NamedMove[] = []
  for (const move of moves) {
    const { subject, promise, episode } = move
    const one = stored.find((row) => row.subject === subject && row.promise === promise && row.episode === episode)
    const bound = one?.boundHash === undefined ? undefined : await services.plans.bound(tenant, one.boundHash)
    const title = bound ? promiseName(bound.plan, promise) : promise
    named.push({ move, title, ticket: one?.ticket, contract: one?.contract })
  }
  return named
}

/** `address`: from where somebody asked for it, if they did so over the network. */
export type Announcing = {
  readonly tenant: string
  readonly person: string
  readonly text: string | undefined
  readonly address?: string | undefined
}

/** What publishing asks of whoever does it, on the page and at the command line. */
const PUBLISHING: Action = 'plan.manage'

export type Publisher = { readonly person: string; readonly allowed: boolean }

/** The person of this account, and whether one of their roles lets them publish. Undefined: nobody has it, or they have left. */
export async function publisherOf(tx: Tx, account: string): Promise<Publisher | undefined> {
  const [row] = await tx.query<Publisher>(
    `SELECT p.id AS person, EXISTS (SELECT FROM person_role h JOIN role r ON r.tenant_id = h.tenant_id AND r.id = h.role
       WHERE h.tenant_id = p.tenant_id AND h.person = p.id AND r.retired_at IS NULL AND r.grants @> $2::jsonb) AS allowed
     FROM person p WHERE p.account = $1 AND p.left_at IS NULL`,
    [account, JSON.stringify([{ action: PUBLISHING }])],
  )
  return row
}

export type Pinned = { readonly knownUntil: string; readonly concerned: readonly string[] }

/** The list is kept and the calendars that follow are pinned, in the transaction of who asks; what is wrong with it is said and nothing kept. */
export async function pinAnnouncement(
  tx: Transaction,
  services: Services,
  { tenant, person, text, address }: Announcing,
): Promise<Pinned | Problems> {
  const at = await services.clock.now(tenant)
  const lists = await holidayLists(tx)
  const announced = announcedIn(text, inForce(lists))
  if (announced?.ok === false) return { problems: announced.problems }
  if (announced) {
    const { year, announcement } = announced
    const saved = await saveAnnouncement(tx, { year, announcement, by: person, at })
    if (!saved)
      return { problems: [{ code: 'known-already', path: 'year', params: { year, until: formatDay(inForce(lists).knownUntil) } }] }
  }
  const list = announced?.list ?? inForce(lists)
  const concerned = await pinFollowing(tx, { ...lists, [PUBLISHED_LIST]: list }, at)
  await writeTrail(tx, {
    at: services.clock.machine(),
    person,
    action: 'calendar.published',
    subject: `calendar/${PUBLISHED_LIST}`,
    address,
    data: { knownUntil: formatDay(list.knownUntil), year: announced?.year },
  })
  return { knownUntil: formatDay(list.knownUntil), concerned }
}
