import { sayAnnounceProblem } from '../../../core/calendar/announce.ts'
import type { AnnounceProblem } from '../../../core/calendar/announce.ts'
import { formatDay } from '../../../core/time/civil.ts'
import type { Locale } from '../../../core/words.ts'
import type { CheckedHolidays, HolidayLists, HolidayText, PublishedHolidays } from '../../../wire/holidays.ts'
import { checkAnnouncement, inForce, isProblems, namedMoves, pinAnnouncement } from '../../announcing.ts'
import type { NamedMove, Pinned } from '../../announcing.ts'
import { withTenant } from '../../database/pool.ts'
import { spread } from '../../holidays.ts'
import { holidayLists, provisionalSubjects, publishedYears } from '../../store/holidays.ts'
import { once } from '../once.ts'
import { obligationId } from '../present/clock.ts'
import { Refused, refuse } from '../problem.ts'
import type { Call } from '../route.ts'

type Manages<Body> = Call<'plan.manage', undefined, undefined, Body>

/** Of the moves so many are listed; the rest is counted. */
const MOST_SHOWN = 200

export async function getHolidays({ http, caller }: Manages<undefined>): Promise<HolidayLists> {
  const { list, years, waiting } = await withTenant(http.services.pool, caller.tenant, async (tx) => ({
    list: inForce(await holidayLists(tx)),
    years: await publishedYears(tx),
    waiting: await provisionalSubjects(tx),
  }))
  return {
    id: list.id,
    version: list.version,
    knownUntil: formatDay(list.knownUntil),
    days: list.days.toSorted((a, b) => (a.date < b.date ? -1 : 1)),
    published: years.map(({ year, by, name, at }) => ({ year, by: { id: by, name: name ?? by }, at })),
    provisional: waiting.length,
  }
}

function sayProblems(problems: readonly AnnounceProblem[], locale: Locale): CheckedHolidays['problems'] {
  return problems.map((one) => ({ path: one.path, words: sayAnnounceProblem(one, locale) }))
}

/** A dry run: which open due times would move, before and after. */
export async function checkHolidays({ http, caller, body, locale }: Manages<HolidayText>): Promise<CheckedHolidays> {
  const checked = await checkAnnouncement(http.services, caller.tenant, body.text)
  if (isProblems(checked)) return { days: [], problems: sayProblems(checked.problems, locale), moves: [], count: 0 }
  const { announced, list, moves } = checked
  const named = await namedMoves(http.services, caller.tenant, moves.slice(0, MOST_SHOWN))
  return {
    year: announced?.year,
    knownUntil: formatDay(list.knownUntil),
    days: [...(announced?.announcement.days ?? [])],
    problems: [],
    moves: named.map(presentMove),
    count: moves.length,
  }
}

function presentMove({ move, title, ticket, contract }: NamedMove): CheckedHolidays['moves'][number] {
  return {
    obligation: obligationId(move),
    subject: move.subject,
    title,
    ticket,
    contract,
    before: move.before.dueAt,
    after: move.after?.dueAt,
    provisional: move.after?.provisional ?? false,
  }
}

function refuseProblems(problems: readonly AnnounceProblem[]): Refused {
  const errors = problems.map((one) => ({
    field: one.path === '' ? 'text' : `text.${one.path}`,
    code: `holidays.${one.code}`,
    say: (locale: Locale) => sayAnnounceProblem(one, locale),
  }))
  return refuse(422, 'holidays.problems', { count: problems.length }).with({ field: 'text', errors })
}

/**
 * Publishes: the list is kept and the calendars that follow are pinned in one transaction; then each record that goes on is told. Interrupted in between, the
 * next publishing, with or without a text, goes on where it stopped.
 */
export async function publishHolidays(call: Manages<HolidayText>): Promise<PublishedHolidays | Refused> {
  const { http, caller, body, address } = call
  const pinned = await once<Pinned>(call, {
    work: async (tx) => {
      const { tenant, person } = caller
      const done = await pinAnnouncement(tx, http.services, { tenant, person, text: body.text, address })
      return isProblems(done) ? refuseProblems(done.problems) : done
    },
  })
  if (pinned instanceof Refused) return pinned
  http.services.live.changed({ tenant: caller.tenant, kind: 'holidays', ids: [] })
  const told = await spread(http.services, caller.tenant, { concerned: pinned.concerned, person: caller.person })
  return { knownUntil: pinned.knownUntil, told }
}
