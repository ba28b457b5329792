import type { Subject } from '../../../core/fact.ts'
import { speakAs, sayEvent } from '../../../core/plan/explain-words.ts'
import type { CoverClause } from '../../../core/plan/forms.ts'
import { giftName } from '../../../core/plan/plan-names.ts'
import { ownerIn } from '../../../core/promise/owner.ts'
import { coversAt } from '../../../core/promise/cover/at.ts'
import type { StandingCover } from '../../../core/promise/cover/at.ts'
import { sayCover } from '../../../core/promise/cover/say.ts'
import { reasonName } from '../../../core/promise/event-words.ts'
import type { BoundPlan } from '../../../core/promise/types.ts'
import type { Instant } from '../../../core/time/instant.ts'
import type { Locale } from '../../../core/words.ts'
import type { Cover, CoverPage, CoverQuery } from '../../../wire/contracts.ts'
import { withTenant } from '../../database/pool.ts'
import type { Tx } from '../../database/pool.ts'
import { assetsUnder, findContracts } from '../../store/contract-queries.ts'
import { runningDisputes } from '../../store/disputes.ts'
import { factsOf } from '../../store/fact-queries.ts'
import type { StoredRecord } from '../../store/ledger.ts'
import { readRecordsUnder } from '../../store/owner-records.ts'
import { pageOf, present, readCursor } from '../../store/rows.ts'
import { ticketsOf } from '../../store/subject-names.ts'
import { nameBook } from '../../store/ticket-queries.ts'
import { loadZone } from '../../zones.ts'
import { boundOf, plansFor } from '../plan-of.ts'
import { recordMissing } from '../problem.ts'
import type { Refused } from '../problem.ts'
import type { Call } from '../route.ts'

/** `tickets`: the numbers of those that the trails name */
export type View = {
  readonly bound: BoundPlan
  readonly now: Instant
  readonly locale: Locale
  readonly tickets: ReadonlyMap<string, string>
}

function coverClauses({ plan }: BoundPlan, per: readonly string[]): readonly CoverClause[] {
  return Object.values(plan.promises).filter((clause) => clause.form === 'cover' && per.includes(clause.per)) as CoverClause[]
}

/** Steps of the trail that stand for an entry that took something out of the cover, or ended it; the headline stands before them. */
function exclusionsIn({ trail }: StandingCover): Cover['exclusions'] {
  return trail.flatMap(({ fact, type, params: { ticket } }, at) => {
    if (type !== 'cover.excluded' || fact === undefined) return []
    return [{ fact, step: at + 1, ticket: typeof ticket === 'string' ? ticket.slice('ticket/'.length) : undefined }]
  })
}

function presentCover(clause: CoverClause, standing: StandingCover | undefined, { bound, locale, tickets }: View): Cover {
  const { plan } = bound
  const head = {
    promise: clause.id,
    title: clause.title ?? clause.id,
    text: clause.text,
    gives: clause.gives.map((one) => giftName(plan, one, locale) ?? one),
    excludes: clause.excludes.map((one) => reasonName(plan, one, locale)),
  }
  if (standing) {
    const context = { plan, zone: loadZone(plan.timezone), tickets }
    return {
      ...head,
      standing: standing.state,
      start: standing.start,
      end: standing.end,
      words: sayCover(standing, context, locale),
      exclusions: exclusionsIn(standing),
    }
  }
  const speaker = speakAs(plan, locale)
  return { ...head, standing: 'waiting', words: [speaker.s('starts', { event: sayEvent(speaker, clause.starts) })], exclusions: [] }
}

/** What stands of one owner's covers, and the plan by which that was folded. */
export type CoversOfOwner = { readonly bound: BoundPlan; readonly standing: readonly StandingCover[] }

/** What stands of the covers of one owner: what its record says, under the plan by which that was folded; without a record, all of them wait. */
export function standingOf(record: StoredRecord | undefined, bound: BoundPlan, now: Instant): CoversOfOwner {
  const owner = record?.record
  return { bound, standing: owner ? coversAt(bound, owner, now).filter((one) => one.owner === ownerIn(record.subject)) : [] }
}

/** The numbers of the tickets on which something was left out. */
export async function ticketsNamed(tx: Tx, all: readonly { readonly standing: readonly StandingCover[] }[]): Promise<View['tickets']> {
  const subjects = all.flatMap(({ standing }) => standing.flatMap(({ exclusions }) => exclusions.flatMap(({ ticket }) => ticket ?? [])))
  if (subjects.length === 0) return new Map()
  return new Map([...(await ticketsOf(tx, [...new Set(subjects)]))].map(([subject, { number }]) => [subject, number]))
}

/** Each cover that the plan has for such owners, in words: as it stands, else what it waits for. */
export function coversShown(standing: readonly StandingCover[], per: readonly string[], view: View): Cover[] {
  return coverClauses(view.bound, per).map((clause) =>
    presentCover(
      clause,
      standing.find((one) => one.cover === clause.id),
      view,
    ),
  )
}

/** Who stated each exclusion, and whether somebody objects to it. */
export async function withObjections<Item extends { readonly covers: Cover[] }>(tx: Tx, items: Item[]): Promise<Item[]> {
  const ids = items.flatMap(({ covers }) => covers.flatMap(({ exclusions }) => exclusions.map(({ fact }) => fact)))
  if (ids.length === 0) return items
  const facts = new Map((await factsOf(tx, ids)).map((fact) => [fact.id, fact]))
  const disputes = await runningDisputes(tx, ids)
  const names = await nameBook(tx, { people: [...facts.values()].flatMap(({ by }) => by ?? []), teams: [] })
  const stated = (one: Cover['exclusions'][number]): Cover['exclusions'][number] => {
    const by = facts.get(one.fact)?.by
    return { ...one, by: by === undefined ? undefined : { id: by, name: names.get(`person/${by}`) ?? by }, dispute: disputes.get(one.fact) }
  }
  return items.map((item) => ({
    ...item,
    covers: item.covers.map((cover) => ({ ...cover, exclusions: cover.exclusions.map(stated) })),
  }))
}

function ownersUnder(contract: string, assets: readonly { readonly id: string }[]): Subject[] {
  return [`contract/${contract}`, ...assets.map(({ id }): Subject => `asset/${id}`)]
}

type Lists = Call<'contract.read', { readonly id: string }, CoverQuery, undefined>

/** The covers of a contract: its own first, then device by device. */
export async function listCovers({ http, caller, params, query, locale }: Lists): Promise<CoverPage | Refused> {
  const after = readCursor(query.cursor, ['text', 'text'])
  const found = await withTenant(http.services.pool, caller.tenant, async (tx) => {
    const [contract] = await findContracts(tx, caller, { id: params.id, limit: 1 })
    if (!contract) return undefined
    const assets = await assetsUnder(tx, params.id, { limit: query.limit + 1, after })
    return { contract, assets, records: await readRecordsUnder(tx, params.id, ownersUnder(params.id, assets)) }
  })
  if (!found) return recordMissing()
  const now = await http.services.clock.now(caller.tenant)
  const agreed = await boundOf(http, caller.tenant, found.contract.bound_hash)
  const plans = await plansFor(http, caller.tenant, found.records)
  const standings = new Map(
    ownersUnder(params.id, found.assets).map((owner) => {
      const record = found.records.find((one) => ownerIn(one.subject) === owner)
      const bound = (record?.boundHash === undefined ? undefined : plans.get(record.boundHash)) ?? agreed
      return [owner, standingOf(record, bound, now)]
    }),
  )
  const tickets = await withTenant(http.services.pool, caller.tenant, (tx) => ticketsNamed(tx, [...standings.values()]))
  const coversFor = (subject: Subject, per: readonly string[]): Cover[] => {
    const { bound, standing } = standings.get(subject) ?? { bound: agreed, standing: [] }
    return coversShown(standing, per, { bound, now, locale, tickets })
  }
  const page = pageOf(found.assets, {
    limit: query.limit,
    place: (row) => [row.name, row.id],
    show: ({ id, name, model, serial }) => ({
      asset: { id, name, model: present(model), serial: present(serial) },
      covers: coversFor(`asset/${id}`, ['asset']),
    }),
  })
  const own = after ? [] : coversFor(`contract/${params.id}`, ['contract'])
  const items = own.length > 0 ? [{ covers: own }, ...page.items] : page.items
  return { ...page, items: await withTenant(http.services.pool, caller.tenant, (tx) => withObjections(tx, items)) }
}
