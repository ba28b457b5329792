import type { Fact, Subject } from '../../../core/fact.ts'
import type { StandingCover } from '../../../core/promise/cover/at.ts'
import { promiseName, reasonName } from '../../../core/promise/event-words.ts'
import { ownerIn } from '../../../core/promise/owner.ts'
import { durationWords } from '../../../core/promise/say.ts'
import type { BoundPlan } from '../../../core/promise/types.ts'
import { parseDuration } from '../../../core/time/duration.ts'
import type { Instant } from '../../../core/time/instant.ts'
import type { Locale } from '../../../core/words.ts'
import type { DeviceCovers } from '../../../wire/devices.ts'
import { withTenant } from '../../database/pool.ts'
import type { Tx } from '../../database/pool.ts'
import { contractsOfAsset } from '../../store/contract-queries.ts'
import type { ContractOfAsset } from '../../store/contract-queries.ts'
import { textsOf } from '../../store/fact-queries.ts'
import { readFacts } from '../../store/ledger.ts'
import type { StoredRecord } from '../../store/ledger.ts'
import { readRecordsOf } from '../../store/owner-records.ts'
import { findAssets } from '../../store/parties.ts'
import { ticketsOf } from '../../store/subject-names.ts'
import { nameBook } from '../../store/ticket-queries.ts'
import type { Caller } from '../caller.ts'
import type { Http } from '../http.ts'
import { coversShown, standingOf, ticketsNamed, withObjections } from '../contracts/covers.ts'
import type { CoversOfOwner } from '../contracts/covers.ts'
import { boundOf, plansFor } from '../plan-of.ts'
import { recordMissing } from '../problem.ts'
import type { Refused } from '../problem.ts'
import type { Call } from '../route.ts'

/** What the covers of a device are told from. */
type Ground = {
  readonly asset: Subject
  readonly contracts: readonly ContractOfAsset[]
  /** the device's own under each contract, and those of the contracts themselves */
  readonly records: readonly StoredRecord[]
  readonly facts: readonly Fact[]
}

async function readGround(tx: Tx, caller: Caller, id: string): Promise<Ground | undefined> {
  const [row] = await findAssets(tx, caller, { id, limit: 1 })
  if (!row) return undefined
  const asset: Subject = `asset/${id}`
  const contracts = await contractsOfAsset(tx, id)
  const records = await readRecordsOf(tx, [asset, ...contracts.map((one): Subject => `contract/${one.id}`)])
  return { asset, contracts, records, facts: await readFacts(tx, asset) }
}

type UnderContract = {
  readonly contract: ContractOfAsset
  readonly bound: BoundPlan
  readonly standing: readonly StandingCover[]
  /** what the contract has as a whole */
  readonly whole: CoversOfOwner
}

/** A fault or a part that is not covered, with what shows it. */
type Excluded = StandingCover['exclusions'][number] & { readonly under: UnderContract; readonly cover: string }

function excludedIn(all: readonly UnderContract[], { facts }: Pick<Ground, 'facts'>): Excluded[] {
  const own = new Set(facts.map(({ id }) => id))
  const found = all.flatMap((under) =>
    [...under.standing, ...under.whole.standing].flatMap((cover) =>
      cover.exclusions.map((one) => ({ ...one, under, cover: cover.cover })).filter(({ fact = '' }) => own.has(fact)),
    ),
  )
  return found.toSorted((a, b) => b.at - a.at)
}

type Book = {
  readonly texts: Awaited<ReturnType<typeof textsOf>>
  readonly tickets: Awaited<ReturnType<typeof ticketsOf>>
  readonly people: ReadonlyMap<string, string>
}

async function readBook(
  tx: Tx,
  { excluded, facts }: { readonly excluded: readonly Excluded[]; readonly facts: readonly Fact[] },
): Promise<Book> {
  return {
    texts: await textsOf(
      tx,
      excluded.flatMap(({ fact }) => fact ?? []),
    ),
    tickets: await ticketsOf(
      tx,
      excluded.flatMap(({ ticket }) => ticket ?? []),
    ),
    people: await nameBook(tx, { people: facts.flatMap(({ by }) => by ?? []), teams: [] }),
  }
}

type Telling = { readonly facts: readonly Fact[]; readonly book: Book; readonly locale: Locale; readonly forCustomer: boolean }

function byOf(fact: Fact | undefined, { people }: Book): { id: string; name: string } | undefined {
  return fact?.by === undefined ? undefined : { id: fact.by, name: people.get(`person/${fact.by}`) ?? fact.by }
}

function presentExcluded(one: Excluded, { facts, book, locale, forCustomer }: Telling): DeviceCovers['exclusions'][number] {
  const { plan } = one.under.bound
  const fact = one.fact ?? ''
  return {
    fact,
    at: one.at,
    cover: promiseName(plan, one.cover),
    reason: reasonName(plan, one.reason, locale),
    part: one.part?.replace(/^component\//, ''),
    ticket: one.ticket && book.tickets.get(one.ticket),
    evidence: forCustomer ? undefined : book.texts.get(fact)?.evidence,
    by: byOf(
      facts.find(({ id }) => id === fact),
      book,
    ),
  }
}

const TERMS = [
  ['maker', 'makerTerm'],
  ['state', 'stateTerm'],
] as const

/** The last word on each: a later one takes the place of it, and what was declared void was never said. */
function termsIn({ facts, book, locale }: Telling): DeviceCovers['terms'] {
  const voided = new Set(facts.flatMap(({ type, data }) => (type === 'fact.voided' ? [data.of] : [])))
  return TERMS.flatMap(([kind, field]) => {
    const fact = facts.findLast(({ id, data }) => typeof data[field] === 'string' && !voided.has(id))
    const term = fact && parseDuration(String(fact.data[field]))
    return fact && term ? [{ kind, words: durationWords(term, locale), at: fact.occurredAt, by: byOf(fact, book) }] : []
  })
}

/** Each contract that names the device, with what it gives the device and what it has as a whole, each under the plan of its own record. */
async function underContracts(http: Http, caller: Caller, { ground, now }: { readonly ground: Ground; readonly now: Instant }) {
  const { asset, records, contracts } = ground
  const plans = await plansFor(http, caller.tenant, records)
  const all: UnderContract[] = []
  for (const contract of contracts) {
    const agreed = await boundOf(http, caller.tenant, contract.bound_hash)
    const standing = (owner: Subject) => {
      const record = records.find((one) => ownerIn(one.subject) === owner && one.contract === contract.id)
      return standingOf(record, plans.get(record?.boundHash ?? '') ?? agreed, now)
    }
    all.push({ contract, ...standing(asset), whole: standing(`contract/${contract.id}`) })
  }
  return all
}

/** 设备的质保: under each contract that names it, what is left out of it and why, and the terms that it was told. */
export async function deviceCovers({
  http,
  caller,
  params,
  locale,
}: Call<'asset.read', { readonly id: string }, undefined, undefined>): Promise<DeviceCovers | Refused> {
  const ground = await withTenant(http.services.pool, caller.tenant, (tx) => readGround(tx, caller, params.id))
  if (!ground) return recordMissing()
  const now = await http.services.clock.now(caller.tenant)
  const { facts } = ground
  const all = await underContracts(http, caller, { ground, now })
  const excluded = excludedIn(all, ground)
  const tickets = await withTenant(http.services.pool, caller.tenant, (tx) => ticketsNamed(tx, [...all, ...all.map(({ whole }) => whole)]))
  const view = { now, locale, tickets }
  const shown = all.map(({ contract, bound, standing, whole }) => ({
    contract: { id: contract.id, number: contract.number, title: contract.title, planTitle: contract.plan_title },
    covers: coversShown(standing, ['asset'], { ...view, bound }),
    whole: coversShown(whole.standing, ['contract'], { ...view, bound: whole.bound }),
  }))
  return withTenant(http.services.pool, caller.tenant, async (tx) => {
    const telling = { facts, book: await readBook(tx, { excluded, facts }), locale, forCustomer: caller.customer !== undefined }
    const whole = await withObjections(
      tx,
      shown.map((one) => ({ covers: one.whole })),
    )
    return {
      contracts: (await withObjections(tx, shown)).map((one, at) => ({ ...one, whole: whole[at]?.covers ?? [] })),
      exclusions: excluded.map((one) => presentExcluded(one, telling)),
      terms: termsIn(telling),
    }
  })
}
