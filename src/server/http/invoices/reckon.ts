import { formatDay } from '../../../core/time/civil.ts'
import { localOf } from '../../../core/time/zone.ts'
import { standingOn } from '../../../core/contract/state.ts'
import type { Fact, Subject } from '../../../core/fact.ts'
import { accountFor } from '../../../core/invoice/account.ts'
import type { Account, Accounted } from '../../../core/invoice/account.ts'
import type { InvoiceContent } from '../../../core/invoice/content.ts'
import { departureOf } from '../../../core/invoice/follows.ts'
import type { Departure } from '../../../core/invoice/follows.ts'
import { coversSince } from '../../../core/promise/cover/at.ts'
import type { StandingCover } from '../../../core/promise/cover/at.ts'
import type { BoundPlan } from '../../../core/promise/types.ts'
import type { Instant } from '../../../core/time/instant.ts'
import type { Tx } from '../../database/pool.ts'
import { billedFacts } from '../../store/invoices.ts'
import type { InvoiceRow } from '../../store/invoices.ts'
import { readFacts, readRecords } from '../../store/ledger.ts'
import type { StoredRecord } from '../../store/ledger.ts'
import { present } from '../../store/rows.ts'
import { loadZone } from '../../zones.ts'
import type { Http } from '../http.ts'
import { boundOf } from '../plan-of.ts'

/** What a bill is reckoned from, read in one go. */
export type Ground = {
  readonly row: InvoiceRow
  readonly facts: readonly Fact[]
  /** the device's first, then the contract's */
  readonly records: readonly StoredRecord[]
  readonly billed: readonly string[]
}

export async function gatherGround(tx: Tx, row: InvoiceRow): Promise<Ground> {
  const subjects: Subject[] = [...(row.asset === null ? [] : [`asset/${row.asset}` as const]), `contract/${row.contract}`]
  const found = await readRecords(tx, subjects)
  return {
    row,
    facts: await readFacts(tx, `ticket/${row.ticket}`),
    records: subjects.flatMap((subject) => found.filter((one) => one.subject === subject)),
    billed: await billedFacts(tx, row.ticket, [row.id, row.corrects]),
  }
}

/** Whose bills, by which server. */
export type House = { readonly http: Http; readonly tenant: string }

/** `at`: the instant of billing; `now`: how far knowledge goes. */
export type Moments = { readonly at: Instant; readonly now: Instant }

async function coversOf({ http, tenant }: House, { records, at, now }: Moments & { records: readonly StoredRecord[] }) {
  const covers: StandingCover[] = []
  for (const { subject, record, boundHash } of records) {
    if (!record || boundHash === undefined) continue
    const bound = await boundOf(http, tenant, boundHash)
    covers.push(...coversSince(bound, record, { at, now }).filter(({ owner }) => owner === subject))
  }
  return covers
}

function isRunning({ contract_ended, contract_starts, contract_ends }: InvoiceRow, { plan }: BoundPlan, at: Instant): boolean {
  const today = formatDay(localOf(loadZone(plan.timezone), at).day)
  const ended = contract_ended !== null && contract_ended <= at
  return standingOn({ ended, startsOn: present(contract_starts), endsOn: present(contract_ends) }, today) === 'in-force'
}

type Reckoned = Moments & { readonly bound: BoundPlan; readonly content: InvoiceContent }

/** What the bill comes to under a plan at an instant. */
export async function reckon(house: House, ground: Ground, { bound, content, at, now }: Reckoned): Promise<Accounted> {
  const { row, facts, records, billed } = ground
  return accountFor({
    bound,
    ticket: `ticket/${row.ticket}`,
    facts,
    covers: await coversOf(house, { records, at, now }),
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
export async function departureFrom(house: House, ground: Ground, now: Instant): Promise<Departure | undefined> {
  const { row } = ground
  const { frozen, phase } = row
  if (frozen === null) return undefined
  const bound = phase === 'issued' ? await boundOf(house.http, house.tenant, frozen.planHash) : await agreedNow(house, row)
  const accounted = await reckon(house, ground, { bound, content: row.content, at: phase === 'issued' ? frozen.at : now, now })
  return accounted.ok ? departureOf(frozen, accounted.account) : { differenceFen: 0, open: 1 }
}

export type { Account }
