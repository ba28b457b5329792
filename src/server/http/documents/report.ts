import { badgeOf } from '../../../core/promise/badge.ts'
import { reasonName } from '../../../core/promise/why.ts'
import type { Subject } from '../../../core/fact.ts'
import type { Locale } from '../../../core/words.ts'
import type { PeriodQuery } from '../../../wire/board.ts'
import { withTenant } from '../../database/pool.ts'
import { loadLetterhead } from '../../documents/letterhead.ts'
import { reportOf } from '../../documents/report.ts'
import type { ReportInput, ReportedInstance, ReportedPause } from '../../documents/report.ts'
import { documentWord } from '../../documents/words.ts'
import type { StoredObligation } from '../../store/obligation-queries.ts'
import { namesOfSubjects } from '../../store/subject-names.ts'
import { writeTrail } from '../../store/trail.ts'
import { readBoard } from '../contracts/board.ts'
import type { ReadBoard } from '../contracts/board.ts'
import { disputesFor } from '../disputes/read.ts'
import { presentClock } from '../present/clock.ts'
import { Refused, recordMissing } from '../problem.ts'
import type { Call } from '../route.ts'
import { dayIn, fileOf, sealOf } from './annex.ts'
import { paperOf, sendPaper } from './send.ts'
import type { Paper } from './send.ts'

type Asked = Call<'contract.read', { readonly id: string }, PeriodQuery, undefined>

/** Names of what instances belong to that have no ticket. */
export function subjectsOf(instances: readonly StoredObligation[]): Subject[] {
  return [...new Set(instances.map(({ subject }) => subject))]
}

type Telling = { readonly read: ReadBoard; readonly locale: Locale; readonly names: ReadonlyMap<string, string> }

/** An instance as a list tells it: of what it is, and its badge at the moment of the board. */
export function toldInstance(one: StoredObligation, { read, locale, names }: Telling): ReportedInstance {
  const { bound, plans, board } = read
  const clock = presentClock(one, plans.get(one.boundHash ?? '') ?? bound, locale)
  return {
    title: clock.title,
    of: one.ticket ? `${one.ticket.number} ${one.ticket.title}` : (names.get(one.subject) ?? ''),
    words: badgeOf(clock as Parameters<typeof badgeOf>[0], board.asOf, locale).words,
    dueAt: one.dueAt,
    doneAt: one.fulfilledAt,
  }
}

function pausesOf({ instances, plans, bound }: ReadBoard, locale: Locale): ReportedPause[] {
  const spans = instances.flatMap((one) => {
    const { plan } = plans.get(one.boundHash ?? '') ?? bound
    return one.why.pauses.map(({ reason, ms }) => ({ reason: reasonName(plan, reason, locale), ms }))
  })
  return [...Map.groupBy(spans, ({ reason }) => reason)]
    .map(([reason, all]) => ({ reason, times: all.length, ms: all.reduce((sum, { ms }) => sum + ms, 0) }))
    .filter(({ ms }) => ms > 0)
}

const MOST_DISPUTES = 1_000

async function disputesIn(call: Asked, { period }: ReadBoard): Promise<ReportInput['disputes']> {
  const { http, caller, locale, params } = call
  const { items } = await disputesFor(call, { contract: params.id, from: period.from, until: period.until, limit: MOST_DISPUTES })
  const names = await withTenant(http.services.pool, caller.tenant, (tx) =>
    namesOfSubjects(tx, [...new Set(items.map(({ subject }) => subject as Subject))]),
  )
  return items.map(({ words, subject, side, raised, state }) => ({
    words,
    of: names.get(subject) ?? '',
    side,
    at: raised.at,
    state: documentWord(locale, `report.dispute-${state}`),
  }))
}

/** The report of a period as a paper, with the board that it was made of; undefined: no such contract. */
export async function reportPaper(call: Asked): Promise<{ readonly read: ReadBoard; readonly paper: Paper } | Refused> {
  const { http, caller, params, query, locale } = call
  const read = await readBoard({ http, caller }, { id: params.id, ...query })
  if (!read) return recordMissing()
  const { board, instances, row, period } = read
  const { names, yaml, seal } = await withTenant(http.services.pool, caller.tenant, async (tx) => {
    const [plan] = await tx.query<{ yaml: string }>('SELECT yaml FROM plan WHERE ref = $1', [row.plan])
    return { names: await namesOfSubjects(tx, subjectsOf(instances)), yaml: plan?.yaml ?? '', seal: await sealOf(tx) }
  })
  const told = (state: StoredObligation['state']) =>
    instances.filter((one) => one.state === state).map((one) => toldInstance(one, { read, locale, names }))
  const input: ReportInput = {
    locale,
    letterhead: await loadLetterhead(http.services, caller.tenant),
    board,
    month: period.month,
    planHash: fileOf(yaml).sha256,
    dated: dayIn(board.zone, board.asOf),
    broken: told('broken').toReversed(),
    excused: told('excused').toReversed(),
    pauses: pausesOf(read, locale),
    disputes: await disputesIn(call, read),
    seal,
  }
  const paper = await paperOf(http.services.documents, reportOf(input))
  return paper instanceof Refused ? paper : { read, paper }
}

/** `2026-09`, or `2026`. */
export function periodName({ year, month }: { readonly year: number; readonly month: number | undefined }): string {
  return month === undefined ? String(year) : `${year}-${String(month).padStart(2, '0')}`
}

/** 月报 of a contract. Who took it stands in the trail. */
export async function getReport(call: Asked): Promise<string | Refused> {
  const { http, caller, params, locale, address, reply } = call
  const made = await reportPaper(call)
  if (made instanceof Refused) return made
  const { board, period } = made.read
  const name = periodName(period)
  const data = { period: name, sha256: made.paper.sha256, language: locale }
  await withTenant(http.services.pool, caller.tenant, (tx) =>
    writeTrail(tx, { at: board.asOf, person: caller.person, action: 'report.issued', subject: `contract/${params.id}`, address, data }),
  )
  const title = documentWord(locale, period.month === undefined ? 'report.title-year' : 'report.title')
  await sendPaper(reply, made.paper, { plain: `report-${name}`, said: `${board.contract.number} ${title} ${name}` })
  return ''
}
