import type { BillItem } from '../charge/bill.ts'
import { decimal, halfUp, times } from '../charge/fraction.ts'
import type { Fact } from '../fact.ts'
import type { ChargeColumn } from '../plan/forms.ts'
import type { PriceList, UnitColumn } from '../plan/prices.ts'
import { NO_PRICES, partPrice } from '../plan/prices.ts'
import type { Plan, Term } from '../plan/types.ts'
import { DAY_MS } from '../time/instant.ts'
import type { Instant } from '../time/instant.ts'
import type { AddedItem, InvoiceContent, ItemChange } from './content.ts'

/** An item of a bill and where it comes from: the facts that say so, or a hand with its evidence. */
export type InvoiceItem = BillItem & {
  /** the first of its facts, or the id under which it was entered */
  readonly id: string
  readonly facts: readonly string[]
  /** what a hand set right, and why; for an entered item its evidence */
  readonly reason?: string | undefined
  readonly entered?: true | undefined
}

const HOUR_MS = 3_600_000
/** Hours are told to the hundredth. */
const HUNDREDTHS = 100

const textIn = ({ data }: Fact, key: string): string | undefined => (typeof data[key] === 'string' ? (data[key] as string) : undefined)
const countIn = ({ data }: Fact, key: string): number | undefined => (typeof data[key] === 'number' ? (data[key] as number) : undefined)

function hoursOf(from: Instant, until: Instant): number {
  return Math.round(((until - from) / HOUR_MS) * HUNDREDTHS) / HUNDREDTHS
}

type Ground = {
  readonly prices: PriceList
  /** where the contract agreed on the prices of a column */
  readonly sources: Readonly<Record<string, string>>
  readonly km: number | undefined
  readonly at: Instant
}

/** A price off the list of the contract, with where that was agreed; none where the list does not have it. */
function listed({ sources }: Ground, column: ChargeColumn, listFen: number | undefined): Pick<BillItem, 'listFen' | 'listSource'> {
  return listFen === undefined || sources[column] === undefined ? { listFen } : { listFen, listSource: sources[column] }
}

/** The price of one way: each kilometre beyond those that are free, in whole fen. */
function wayFen({ units: { travel }, freeKm = 0 }: PriceList, km: number | undefined): number | undefined {
  if (travel === undefined || km === undefined) return undefined
  return Number(halfUp(times(decimal(Math.max(0, km - freeKm), 3), decimal(travel, 0))))
}

function partsIn(facts: readonly Fact[], ground: Ground): InvoiceItem[] {
  return facts
    .filter(({ type }) => type === 'part.replaced')
    .map((fact) => {
      const code = textIn(fact, 'part')
      const price = partPrice(ground.prices, code)
      const said = { name: price?.name ?? code, item: code, part: textIn(fact, 'kind'), quantity: countIn(fact, 'quantity') ?? 1 }
      return { id: fact.id, facts: [fact.id], column: 'parts', ...said, ...listed(ground, 'parts', price?.fen) }
    })
}

/** The last that counts of one record, by the kind of fact. */
function lastOf(facts: readonly Fact[], ...types: readonly Fact['type'][]): Fact | undefined {
  return types.map((type) => facts.findLast((fact) => fact.type === type)).find((fact) => fact !== undefined)
}

/** Work on site, from the arrival to the leaving (or where nobody recorded that, to the end of the visit), and the way there. */
function visitItems(facts: readonly Fact[], ground: Ground): InvoiceItem[] {
  const { prices, km } = ground
  const visits = Map.groupBy(
    facts.filter(({ type }) => type.startsWith('visit.')),
    ({ subject }) => subject,
  )
  return [...visits.values()].flatMap((steps): InvoiceItem[] => {
    const arrived = steps.find(({ type }) => type === 'visit.arrived')
    if (!arrived) return []
    const done = lastOf(steps, 'visit.left', 'visit.done')
    const way: InvoiceItem = {
      id: `${arrived.id}.way`,
      facts: [arrived.id],
      column: 'travel',
      quantity: 1,
      km,
      ...listed(ground, 'travel', wayFen(prices, km)),
    }
    if (!done || done.occurredAt < arrived.occurredAt) return [way]
    const quantity = hoursOf(arrived.occurredAt, done.occurredAt)
    return [
      { id: arrived.id, facts: [arrived.id, done.id], column: 'labour', quantity, ...listed(ground, 'labour', prices.units.labour) },
      way,
    ]
  })
}

/** Both legs of what was sent in, and its inspection; whoever sends pays the carrier first. */
function returnItems(facts: readonly Fact[], ground: Ground): InvoiceItem[] {
  const price = (column: UnitColumn) => listed(ground, column, ground.prices.units[column])
  return facts.flatMap((fact): InvoiceItem[] => {
    const own = { id: fact.id, facts: [fact.id], quantity: 1 } as const
    if (fact.type === 'rma.shipped') {
      const sender = textIn(fact, 'by') === 'vendor' ? 'vendor' : 'customer'
      return [{ ...own, column: 'freight-out', sender, paidBy: sender, ...price('freight-out') }]
    }
    if (fact.type === 'rma.received') return [{ ...own, column: 'inspection', ...price('inspection') }]
    if (fact.type !== 'rma.returned') return []
    return [{ ...own, column: 'freight-back', sender: 'vendor', paidBy: 'vendor', ...price('freight-back') }]
  })
}

/** Days of a loaner, each begun day whole; one that is still out counts until now. */
function loanItems(facts: readonly Fact[], ground: Ground): InvoiceItem[] {
  const { prices, at } = ground
  const delivered = facts.filter(({ type }) => type === 'loan.delivered')
  return delivered.map((fact) => {
    const returned = facts.findLast(({ type, subject }) => type === 'loan.returned' && subject === fact.subject)
    const quantity = Math.max(1, Math.ceil(((returned?.occurredAt ?? at) - fact.occurredAt) / DAY_MS))
    return {
      id: fact.id,
      facts: returned ? [fact.id, returned.id] : [fact.id],
      column: 'loaner',
      quantity,
      ...listed(ground, 'loaner', prices.units.loaner),
    }
  })
}

/** Work and parts cost somebody something in any case; the others stand on a bill where plan or price list speaks of them. */
function isSpokenOf({ charges, prices }: Plan, column: ChargeColumn): boolean {
  if (column === 'parts' || column === 'labour') return true
  return charges.some(({ rates }) => rates[column] !== undefined) || Object.hasOwn(prices?.units ?? {}, column)
}

function changed(item: InvoiceItem, change: ItemChange | undefined): InvoiceItem {
  if (!change) return item
  const { of: _of, leftOut: _leftOut, reason, ...set } = change
  const given = Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined))
  return { ...item, ...given, reason, ...(change.listFen === undefined ? {} : { listSource: undefined }) }
}

function enteredItem({ evidence, ...item }: AddedItem, ground: Ground): InvoiceItem {
  const { prices, km } = ground
  const way = item.km ?? km
  const listFen =
    item.column === 'parts'
      ? partPrice(prices, item.item)?.fen
      : item.column === 'travel'
        ? wayFen(prices, way)
        : (prices.units as Readonly<Record<string, number | undefined>>)[item.column]
  const price = item.listFen === undefined ? listed(ground, item.column, listFen) : {}
  return { ...item, ...(item.column === 'travel' ? { km: way } : {}), ...price, facts: [], reason: evidence, entered: true }
}

const PRICE = /^prices\.([a-z-]+)$/

function priceSources(terms: readonly Term[]): Ground['sources'] {
  return Object.fromEntries(terms.flatMap(({ key, source }) => (PRICE.test(key) ? [[PRICE.exec(key)![1]!, source]] : [])))
}

export type ItemsInput = {
  readonly plan: Plan
  readonly terms: readonly Term[]
  /** those that name the ticket, in the form in which they count */
  readonly facts: readonly Fact[]
  readonly content: InvoiceContent
  /** facts that stand on another bill already */
  readonly billed: readonly string[]
  /** which service it was, where no item says otherwise */
  readonly service: string | undefined
  /** work of this instant and before */
  readonly at: Instant
}

export type ItemsFound = {
  readonly items: readonly InvoiceItem[]
  /** what records say and a hand took off this bill, with the reason */
  readonly leftOut: readonly InvoiceItem[]
}

/** What is to be charged for: what records say was replaced, worked, driven, sent and lent, then what was entered by hand. */
export function invoiceItems({ plan, terms, facts, content, billed, service, at }: ItemsInput): ItemsFound {
  const ground: Ground = { prices: plan.prices ?? NO_PRICES, sources: priceSources(terms), km: content.stated.km, at }
  const known = facts.filter(({ occurredAt }) => occurredAt <= at)
  const recorded = [partsIn, visitItems, returnItems, loanItems].flatMap((items) => items(known, ground))
  const mine = recorded.filter(({ facts: of, column }) => isSpokenOf(plan, column) && !billed.includes(of[0]!))
  const changeOf = ({ id }: InvoiceItem) => content.changes.find(({ of }) => of === id)
  const [kept, leftOut] = [false, true].map((out) =>
    mine.filter((item) => (changeOf(item)?.leftOut === true) === out).map((item) => changed({ ...item, service }, changeOf(item))),
  ) as [InvoiceItem[], InvoiceItem[]]
  return { items: [...kept, ...content.added.map((item) => ({ service, ...enteredItem(item, ground) }))], leftOut }
}
