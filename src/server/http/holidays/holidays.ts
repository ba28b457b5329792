import { readAnnouncement, sayAnnounceProblem } from '../../../core/calendar/announce.ts'
import type { AnnounceProblem, Announced } from '../../../core/calendar/announce.ts'
import type { HolidayList } from '../../../core/calendar/holidays.ts'
import { promiseName } from '../../../core/promise/why.ts'
import { formatDay } from '../../../core/time/civil.ts'
import type { Locale } from '../../../core/words.ts'
import type { CheckedHolidays, HolidayLists, HolidayText, PublishedHolidays } from '../../../wire/holidays.ts'
import { withTenant } from '../../database/pool.ts'
import type { Transaction } from '../../database/pool.ts'
import { dryRun, pinFollowing, spread } from '../../holidays.ts'
import type { Moved } from '../../holidays.ts'
import { PUBLISHED_LIST, holidayLists, provisionalSubjects, publishedYears, saveAnnouncement } from '../../store/holidays.ts'
import { obligationsOf } from '../../store/obligation-queries.ts'
import { writeTrail } from '../../store/trail.ts'
import { once } from '../once.ts'
import { plansFor } from '../plan-of.ts'
import { obligationId } from '../present/clock.ts'
import { Refused, refuse } from '../problem.ts'
import type { Call } from '../route.ts'

type Manages<Body> = Call<'plan.manage', undefined, undefined, Body>

/** Of the moves so many are listed; the rest is counted. */
const MOST_SHOWN = 200

function inForce(lists: Awaited<ReturnType<typeof holidayLists>>): HolidayList {
  return lists[PUBLISHED_LIST]!
}

export async function getHolidays({ http, caller }: Manages<undefined>): Promise<HolidayLists> {
  const { list, years, waiting } = await withTenant(http.services.pool, caller.tenant, async (tx) => ({
    list: inForce(await holidayLists(tx)),
    years: await publishedYears(tx),
    waiting: await provisionalSubjects(tx),
  }))
  const last = formatDay(list.knownUntil - 1).slice(0, 4)
  return {
    id: list.id,
    version: list.version,
    knownUntil: formatDay(list.knownUntil),
    days: list.days.filter(({ date }) => date.startsWith(last)).toSorted((a, b) => (a.date < b.date ? -1 : 1)),
    published: years.map(({ year, by, name, at }) => ({ year, by: { id: by, name: name ?? by }, at })),
    provisional: waiting.length,
  }
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

function sayProblems(problems: readonly AnnounceProblem[], locale: Locale): CheckedHolidays['problems'] {
  return problems.map((one) => ({ path: one.path, words: sayAnnounceProblem(one, locale) }))
}

/** A dry run: which open due times would move, before and after. */
export async function checkHolidays({ http, caller, body, locale }: Manages<HolidayText>): Promise<CheckedHolidays> {
  const lists = await withTenant(http.services.pool, caller.tenant, holidayLists)
  const announced = announcedIn(body.text, inForce(lists))
  if (announced?.ok === false) return { days: [], problems: sayProblems(announced.problems, locale), moves: [], count: 0 }
  const list = announced?.list ?? inForce(lists)
  const moves = await dryRun(http.services, caller.tenant, { ...lists, [PUBLISHED_LIST]: list })
  return {
    year: announced?.year,
    knownUntil: formatDay(list.knownUntil),
    days: [...(announced?.announcement.days ?? [])],
    problems: [],
    moves: await presentMoves({ http, caller }, moves.slice(0, MOST_SHOWN)),
    count: moves.length,
  }
}

async function presentMoves(
  { http, caller }: Pick<Manages<unknown>, 'http' | 'caller'>,
  moves: readonly Moved[],
): Promise<CheckedHolidays['moves']> {
  const subjects = [...new Set(moves.map(({ subject }) => subject))]
  const stored = await withTenant(http.services.pool, caller.tenant, async (tx) => {
    const all = []
    for (const subject of subjects) all.push(...(await obligationsOf(tx, subject)))
    return all
  })
  const plans = await plansFor(http, caller.tenant, stored)
  return moves.map((move) => {
    const id = obligationId(move)
    const one = stored.find((row) => obligationId(row) === id)
    const bound = plans.get(one?.boundHash ?? '')
    return {
      obligation: id,
      subject: move.subject,
      title: bound ? promiseName(bound.plan, move.promise) : move.promise,
      ticket: one?.ticket,
      contract: one?.contract,
      before: move.before.dueAt,
      after: move.after?.dueAt,
      provisional: move.after?.provisional ?? false,
    }
  })
}

function refuseProblems(problems: readonly AnnounceProblem[]): Refused {
  const errors = problems.map((one) => ({
    field: one.path === '' ? 'text' : `text.${one.path}`,
    code: `holidays.${one.code}`,
    say: (locale: Locale) => sayAnnounceProblem(one, locale),
  }))
  return refuse(422, 'holidays.problems', { count: problems.length }).with({ field: 'text', errors })
}

type Pinned = { readonly knownUntil: string; readonly concerned: readonly string[] }

async function announce(tx: Transaction, { http, caller, body, address }: Manages<HolidayText>): Promise<Pinned | Refused> {
  const at = await http.services.clock.now(caller.tenant)
  const lists = await holidayLists(tx)
  const announced = announcedIn(body.text, inForce(lists))
  if (announced?.ok === false) return refuseProblems(announced.problems)
  if (announced) {
    const { year, announcement } = announced
    const saved = await saveAnnouncement(tx, { year, announcement, by: caller.person, at })
    if (!saved)
      return refuseProblems([{ code: 'known-already', path: 'year', params: { year, until: formatDay(inForce(lists).knownUntil) } }])
  }
  const list = announced?.list ?? inForce(lists)
  const concerned = await pinFollowing(tx, { ...lists, [PUBLISHED_LIST]: list }, at)
  await writeTrail(tx, {
    at: http.services.clock.machine(),
    person: caller.person,
    action: 'calendar.published',
    subject: `calendar/${PUBLISHED_LIST}`,
    address,
    data: { knownUntil: formatDay(list.knownUntil), year: announced?.year },
  })
  return { knownUntil: formatDay(list.knownUntil), concerned }
}

/**
 * Publishes: the list is kept and the calendars that follow are pinned in one transaction; then each record that goes on is told. Interrupted in between, the
 * next publishing, with or without a text, goes on where it stopped.
 */
export async function publishHolidays(call: Manages<HolidayText>): Promise<PublishedHolidays | Refused> {
  const { http, caller } = call
  const pinned = await once<Pinned>(call, { work: (tx) => announce(tx, call) })
  if (pinned instanceof Refused) return pinned
  http.services.live.changed({ tenant: caller.tenant, kind: 'holidays', ids: [] })
  const told = await spread(http.services, caller.tenant, { concerned: pinned.concerned, person: caller.person })
  return { knownUntil: pinned.knownUntil, told }
}
