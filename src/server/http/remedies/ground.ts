import type { Subject } from '../../../core/fact.ts'
import { lookAt } from '../../../core/promise/record.ts'
import type { BoundPlan, Consequence } from '../../../core/promise/types.ts'
import { isMoney } from '../../../core/remedy/amount.ts'
import type { Billed } from '../../../core/remedy/amount.ts'
import type { Entry, Found, MoneyGround } from '../../../core/remedy/standing.ts'
import type { Instant } from '../../../core/time/instant.ts'
import type { Tx } from '../../database/pool.ts'
import { readRecords } from '../../store/ledger.ts'
import type { StoredRecord } from '../../store/ledger.ts'
import { billedFor, ownersOfMoney, remedyEntries } from '../../store/remedies.ts'
import type { Http } from '../http.ts'
import { plansFor } from '../plan-of.ts'

/** What is read of a contract's remedies, in one go. */
export type MoneyRows = {
  readonly records: readonly StoredRecord[]
  readonly entries: readonly Entry[]
  readonly billed: Readonly<Record<Subject, Billed>>
}

/** `of`: the bill that is being written, and the one that it corrects. */
export async function gatherMoney(
  tx: Tx,
  contract: string,
  of: { readonly id: string; readonly corrects: string | null } | undefined,
): Promise<MoneyRows> {
  const subjects = await ownersOfMoney(tx, contract)
  return {
    records: await readRecords(tx, subjects),
    entries: await remedyEntries(tx, { contract }, of?.corrects),
    billed: await billedFor(tx, subjects, [of?.id, of?.corrects]),
  }
}

export function foundIn(one: Consequence, { terms, hash }: BoundPlan): Found {
  return { one, terms, planHash: hash }
}

/** The remedies of a contract as its records have them now. */
export async function moneyGround(
  { http, tenant }: { readonly http: Http; readonly tenant: string },
  { records, entries, billed }: MoneyRows,
  now: Instant,
): Promise<MoneyGround> {
  const plans = await plansFor(http, tenant, records)
  const found = records.flatMap(({ record, boundHash = '' }): Found[] => {
    const bound = plans.get(boundHash)
    if (!record || !bound) return []
    return lookAt(bound, record, now).consequences.flatMap((one) => (isMoney(one) ? [foundIn(one, bound)] : []))
  })
  return { found, entries, billed }
}
