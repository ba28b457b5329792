import { totalOf } from '../../../core/invoice/account.ts'
import type { Account } from '../../../core/invoice/account.ts'
import type { Departure } from '../../../core/invoice/follows.ts'
import type { InvoiceItem as Item } from '../../../core/invoice/items.ts'
import { sayCovers, sayDeparture, sayGiven, sayShownMoved } from '../../../core/invoice/say.ts'
import { chargedWords, columnName } from '../../../core/charge/say.ts'
import { listValue } from '../../../core/charge/list-value.ts'
import type { BoundPlan } from '../../../core/promise/types.ts'
import type { Locale } from '../../../core/words.ts'
import type { InvoiceAccount, InvoiceItem, InvoiceLine, InvoiceRow as RowOut } from '../../../wire/invoices.ts'
import type { InvoiceRow } from '../../store/invoices.ts'
import { present } from '../../store/rows.ts'
import { loadZone } from '../../zones.ts'

export type AccountView = { readonly bound: BoundPlan; readonly locale: Locale; readonly forCustomer: boolean }

function presentLines({ charges }: Account, { bound, locale }: AccountView): InvoiceLine[] {
  return charges.columns.map((charged) => {
    const { title, rate, amount, parts, why } = chargedWords(charged, bound, locale)
    const { column, fen, payer, open, source } = charged
    return { column, title, rate, fen, payer, open, amount, listFen: listValue(charged), parts: [...parts], why, source: [...source] }
  })
}

/** What the vendor pays for a thing himself is no business of the customer's. */
function presentItem(item: Item, leftOut: boolean, { bound, locale, forCustomer }: AccountView): InvoiceItem {
  const { id, column, name, quantity = 1, km, listFen, agreedFen, paidBy, entered, reason } = item
  return {
    id,
    column,
    title: columnName(column, bound.plan, locale),
    name,
    item: item.item,
    quantity,
    km,
    listFen,
    costFen: forCustomer ? undefined : item.costFen,
    agreedFen,
    paidBy,
    entered: entered === true,
    leftOut,
    reason,
  }
}

/** `remedies`: said by those who may read their plans. */
export function presentAccount(account: Account, view: AccountView, remedies: InvoiceAccount['remedies']): InvoiceAccount {
  const { bound, locale } = view
  const context = { plan: bound.plan, zone: loadZone(bound.plan.timezone) }
  return {
    at: account.at,
    planTitle: bound.plan.title,
    totalFen: totalOf(account),
    freeFen: account.freeFen,
    open: account.charges.open.length,
    given: sayGiven(account, locale),
    cover: sayCovers(account, context, locale),
    lines: presentLines(account, view),
    remedies,
    items: [
      ...account.bill.items.map((item) => presentItem(item, false, view)),
      ...account.leftOut.map((item) => presentItem(item, true, view)),
    ],
  }
}

/** A departure in words; of a bill that was only shown, that it must be shown again. */
export function presentDeparture(
  departure: Departure | undefined,
  { phase }: Pick<InvoiceRow, 'phase'>,
  locale: Locale,
): RowOut['departure'] {
  if (!departure) return undefined
  return { ...departure, words: phase === 'issued' ? sayDeparture(departure, locale) : sayShownMoved(locale) }
}

const reference = (id: string | null, number: string | null) => (id === null ? undefined : { id, number: number ?? undefined })

export function presentInvoice(row: InvoiceRow, departure: RowOut['departure']): RowOut {
  const draft = row.phase === 'draft'
  return {
    id: row.id,
    version: row.version,
    number: present(row.number),
    phase: row.phase,
    ticket: { id: row.ticket, number: row.ticket_number, title: row.ticket_title },
    contract: { id: row.contract, number: row.contract_number },
    customer: { id: row.customer, name: row.customer_name },
    asset: row.asset !== null && row.asset_name !== null ? { id: row.asset, name: row.asset_name } : undefined,
    totalFen: draft ? undefined : present(row.total_fen),
    freeFen: draft ? undefined : present(row.free_fen),
    corrects: reference(row.corrects, row.corrects_number),
    correctedBy: reference(row.corrected_by, row.corrected_number),
    departure,
    changedAt: row.changed_at,
    shownAt: draft ? undefined : present(row.shown_at),
    issuedAt: present(row.issued_at),
  }
}
