import { sayAnnounceProblem } from '../core/calendar/announce.ts'
import type { Locale } from '../core/words.ts'
import { checkAnnouncement, isProblems, namedMoves, pinAnnouncement, publisherOf } from '../server/announcing.ts'
import type { NamedMove, Problems } from '../server/announcing.ts'
import { inTransaction, withTenant } from '../server/database/pool.ts'
import { spread } from '../server/holidays.ts'
import type { Services } from '../server/services.ts'
import { formatDay } from '../core/time/civil.ts'
import { demandTenants, withDatabase, withServices } from './database.ts'
import { printLine, readText } from './input.ts'
import { InputError, sayCli } from './say.ts'
import { whenIn } from './when.ts'

export type PublishOptions = { readonly tenant: string; readonly by?: string; readonly dryRun?: boolean }

/** What stands against a list, line by line, then the sentence that nothing was written. */
function refuseList(locale: Locale, { problems }: Problems): never {
  for (const one of problems) process.stderr.write(`${sayAnnounceProblem(one, locale)}\n`)
  throw new InputError('calendar.refused')
}

function moveLine(locale: Locale, { move, title, ticket, contract }: NamedMove, zone: string): string {
  const at = (instant: number | undefined): string =>
    instant === undefined ? sayCli(locale, 'calendar.no-due') : whenIn(zone, instant, { locale, ends: true })
  const of = ticket?.number ?? contract?.number ?? move.subject
  const [before, after] = [at(move.before.dueAt), at(move.after?.dueAt)]
  const key = move.before.dueAt === move.after?.dueAt ? 'calendar.stays' : 'calendar.moves'
  return sayCli(locale, key, { of, promise: title, before, after })
}

export type Publishing = PublishOptions & { readonly text: string; readonly zone: string }

/** Which due times the list would move, a line each, and how many; nothing is written. */
export async function linesOfDryRun(locale: Locale, services: Services, { tenant, text, zone }: Publishing): Promise<readonly string[]> {
  const checked = await checkAnnouncement(services, tenant, text)
  if (isProblems(checked)) return refuseList(locale, checked)
  const moves = await namedMoves(services, tenant, checked.moves)
  const until = formatDay(checked.list.knownUntil - 1)
  return [...moves.map((one) => moveLine(locale, one, zone)), sayCli(locale, 'calendar.dry-run', { count: checked.moves.length, until })]
}

/** The id of the person of this account: every publication says by whom. */
async function personOf(services: Services, { tenant, by }: PublishOptions): Promise<string> {
  if (by === undefined) throw new InputError('input.option-missing', { option: '--by' })
  const publisher = await withTenant(services.pool, tenant, (tx) => publisherOf(tx, by))
  if (!publisher) throw new InputError('calendar.no-person', { account: by, tenant })
  if (!publisher.allowed) throw new InputError('calendar.not-allowed', { account: by })
  return publisher.person
}

/** The list is published: kept, its calendars pinned, every record told. */
export async function linesOfPublishing(locale: Locale, services: Services, publishing: Publishing): Promise<readonly string[]> {
  const { tenant, text } = publishing
  const person = await personOf(services, publishing)
  const pinned = await inTransaction(services.pool, tenant, async (tx) => {
    const done = await pinAnnouncement(tx, services, { tenant, person, text })
    // Thrown, so that the transaction takes everything back.
    return isProblems(done) ? refuseList(locale, done) : done
  })
  services.live.changed({ tenant, kind: 'holidays', ids: [] })
  const told = await spread(services, tenant, { concerned: pinned.concerned, person })
  return [sayCli(locale, 'calendar.published', { until: pinned.knownUntil, told })]
}

/** Publishes a year's list of holidays for a firm, by the same steps as its page; a dry run says which due times would move and writes nothing. */
export async function publishCalendar(locale: Locale, file: string, options: PublishOptions): Promise<void> {
  const text = readText(file)
  await withDatabase({ locale }, async (opened, config) => {
    await demandTenants(opened, options.tenant)
    await withServices(opened, config, async (services) => {
      const publishing = { ...options, text, zone: config.timezone }
      const work = options.dryRun === true ? linesOfDryRun : linesOfPublishing
      for (const line of await work(locale, services, publishing)) printLine(line)
    })
  })
}
