import { formatDay } from '../../../core/time/civil.ts'
import { localOf } from '../../../core/time/zone.ts'
import { standingOn } from '../../../core/contract/state.ts'
import type { Fact, Subject } from '../../../core/fact.ts'
import { accountFor, totalOf } from '../../../core/invoice/account.ts'
import type { Account, Accounted } from '../../../core/invoice/account.ts'
import type { InvoiceContent } from '../../../core/invoice/content.ts'
import { departureOf, remediesMoved } from '../../../core/invoice/follows.ts'
import type { Departure } from '../../../core/invoice/follows.ts'
import { ownerIn } from '../../../core/promise/owner.ts'
import { coversSince } from '../../../core/promise/cover/at.ts'
import type { StandingCover } from '../../../core/promise/cover/at.ts'
import type { BoundPlan } from '../../../core/promise/types.ts'
import type { MoneyGround } from '../../../core/remedy/standing.ts'
import type { Instant } from '../../../core/time/instant.ts'
import { withTenant } from '../../database/pool.ts'
import type { Tx } from '../../database/pool.ts'
import { billedFacts } from '../../store/invoices.ts'
import type { InvoiceRow } from '../../store/invoices.ts'
import { readFacts } from '../../store/ledger.ts'
import type { StoredRecord } from '../../store/ledger.ts'
import { readRecordsUnder } from '../../store/owner-records.ts'
import { present } from '../../store/rows.ts'
import { loadZone } from '../../zones.ts'
import type { Http } from '../http.ts'
import { boundOf } from '../plan-of.ts'
import { gatherMoney, moneyGround } from '../remedies/ground.ts'

/** What a bill is reckoned from, read in one go. */
export type Ground = {
  readonly row: InvoiceRow
  /** how far knowledge goes */
  readonly now: Instant
  readonly facts: readonly Fact[]
  /** the device's first, then the contract's */
  readonly records: readonly StoredRecord[]
  readonly billed: readonly string[]
  /** the remedies of the contract; an issued bill keeps its own: what changes of them is a line of the next one */
  readonly money: MoneyGround | undefined
}

async function gather(tx: Tx, row: InvoiceRow) {
  const owners: Subject[] = [...(row.asset === null ? [] : [`asset/${row.asset}` as const]), `contract/${row.contract}`]
  const found = await readRecordsUnder(tx, row.contract, owners)
  return {
    row,
    facts: await readFacts(tx, `ticket/${row.ticket}`),
    records: owners.flatMap((owner) => found.filter((one) => ownerIn(one.subject) === owner)),
    billed: await billedFacts(tx, row.ticket, [row.id, row.corrects]),
    money: row.phase === 'issued' ? undefined : await gatherMoney(tx, row.contract, row),
  }
}

/** All that a bill is reckoned from, as it is known now; undefined: there is no such bill for who looks. */
export async function groundOf(house: House, find: (tx: Tx) => Promise<InvoiceRow | undefined>, now: Instant): Promise<Ground | undefined> {
  const rows = await withTenant(house.http.services.pool, house.tenant, async (tx) => {
    const row = await find(tx)
    return row && (await gather(tx, row))
  })
  return rows && { ...rows, now, money: rows.money && (await moneyGround(house, rows.money, now)) }
}

/** Whose bills, by which server. */
export type House = { readonly http: Http; readonly tenant: string }

async function coversOf({ http, tenant }: House, { records, now }: Ground, at: Instant) {
  const covers: StandingCover[] = []
  for (const { subject, record, boundHash } of records) {
    if (!record || boundHash === undefined) continue
    const bound = await boundOf(http, tenant, boundHash)
    covers.push(...coversSince(bound, record, { at, now }).filter(({ owner }) => owner === ownerIn(subject)))
  }
  return covers
}

function isRunning({ contract_ended, contract_starts, contract_ends }: InvoiceRow, { plan }: BoundPlan, at: Instant): boolean {
  const today = formatDay(localOf(loadZone(plan.timezone), at).day)
  const ended = contract_ended !== null && contract_ended <= at
  return standingOn({ ended, startsOn: present(contract_starts), endsOn: present(contract_ends) }, today) === 'in-force'
}

/** `at`: the instant of billing. */
type Reckoned = { readonly bound: BoundPlan; readonly content: InvoiceContent; readonly at: Instant }

/** What the bill comes to under a plan at an instant. */
export async function reckon(house: House, ground: Ground, { bound, content, at }: Reckoned): Promise<Accounted> {
  const { row, now, facts, billed, money } = ground
  return accountFor({
    money,
    bound,
    ticket: `ticket/${row.ticket}`,
    facts,
    covers: await coversOf(house, ground, at),
    content,
    billed,
    contractRunning: isRunning(row, bound, at),
    at,
    asOf: now,
  })
}

/** The plan by which a draft is reckoned: what the contract is under now. */
export async function agreedNow({ http, tenant }: House, { contract }: Pick<InvoiceRow, 'contract'>): Promise<BoundPlan> {
  const known = await http.services.plans.contract(tenant, contract)
  if (!known) throw new Error(`an invoice names the contract ${contract}, which is not there`)
  return known.bound
}

/**
 * How far what was issued is from the facts as they are known now, held at the same instant under the same plan. Undefined: it still follows. What was
 * only shown is held against this moment, at which it would be issued.
 */
export async function departureFrom(house: House, ground: Ground): Promise<Departure | undefined> {
  const { row, now } = ground
  const { frozen, phase } = row
  if (frozen === null) return undefined
  const bound = phase === 'issued' ? await boundOf(house.http, house.tenant, frozen.planHash) : await agreedNow(house, row)
  const accounted = await reckon(house, ground, { bound, content: row.content, at: phase === 'issued' ? frozen.at : now })
  if (!accounted.ok) return { differenceFen: 0, open: 1 }
  const { account } = accounted
  const departed = departureOf(frozen, account)
  // What changes of the remedies of an issued bill is a line of the next one.
  if (departed || phase === 'issued' || !remediesMoved(frozen, account)) return departed
  return { differenceFen: totalOf(account) - totalOf(frozen), open: account.charges.open.length }
}

export type { Account }
