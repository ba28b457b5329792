import type { InvoiceContent, InvoiceDetail, InvoiceItem } from '../../wire/invoices.ts'

type Added = InvoiceContent['added'][number]
type Change = InvoiceContent['changes'][number]

/** What is typed about one item: money in yuan as text, so that nothing is rounded on the way. */
export type TypedItem = {
  readonly column: Added['column']
  readonly name: string
  readonly quantity: string
  readonly listFen: string
  readonly costFen: string
  readonly agreedFen: string
  readonly leftOut: boolean
  readonly reason: string
}

export const EMPTY_ITEM: TypedItem = {
  column: 'parts',
  name: '',
  quantity: '1',
  listFen: '',
  costFen: '',
  agreedFen: '',
  leftOut: false,
  reason: '',
}

/** `1280` `1280.5` `1280.55` as whole fen; undefined: it is no amount. */
export function fenOf(text: string): number | undefined {
  const [, yuan, decimals = ''] = /^(\d{1,10})(?:\.(\d{1,2}))?$/.exec(text.trim()) ?? []
  return yuan === undefined ? undefined : Number(yuan) * 100 + Number(decimals.padEnd(2, '0'))
}

export function yuanOf(fen: number): string {
  const size = Math.abs(fen)
  return `${fen < 0 ? '-' : ''}${Math.floor(size / 100)}.${String(size % 100).padStart(2, '0')}`
}

/** `¥1,280.00` */
export function moneyOf(fen: number): string {
  const [whole = '', decimals = ''] = yuanOf(Math.abs(fen)).split('.')
  return `${fen < 0 ? '−' : ''}¥${whole.replaceAll(/\B(?=(\d{3})+$)/g, ',')}.${decimals}`
}

export function typedOf(item: InvoiceItem): TypedItem {
  const money = (fen: number | undefined) => (fen === undefined ? '' : yuanOf(fen))
  const { column, name = '', quantity, listFen, costFen, agreedFen, leftOut, reason = '' } = item
  return {
    column,
    name,
    quantity: String(quantity),
    listFen: money(listFen),
    costFen: money(costFen),
    agreedFen: money(agreedFen),
    leftOut,
    reason,
  }
}

const MONEY = ['listFen', 'costFen', 'agreedFen'] as const

/** Fields that are wrong as they are typed. */
export function wrongIn(typed: TypedItem, entered: boolean): readonly (keyof TypedItem)[] {
  const money = MONEY.filter((key) => typed[key].trim() !== '' && fenOf(typed[key]) === undefined)
  const blank = (['reason', ...(entered ? (['name'] as const) : [])] as const).filter((key) => typed[key].trim() === '')
  const quantity = typed.quantity.trim() === '' || !/^\d{1,7}(\.\d{1,3})?$/.test(typed.quantity.trim()) ? (['quantity'] as const) : []
  return [...quantity, ...money, ...blank]
}

function amounts(typed: TypedItem): Pick<Change, 'quantity' | 'listFen' | 'costFen' | 'agreedFen'> {
  const set = MONEY.flatMap((key) => (fenOf(typed[key]) === undefined ? [] : [[key, fenOf(typed[key])]]))
  return { quantity: Number(typed.quantity), ...Object.fromEntries(set) }
}

/** The content after one item was set right, or entered. `item` undefined: a new one under `id`. */
export function withItem(
  content: InvoiceContent,
  typed: TypedItem,
  { item, id }: { item: InvoiceItem | undefined; id: string },
): InvoiceContent {
  if (item && !item.entered) {
    const change: Change = { of: item.id, ...amounts(typed), ...(typed.leftOut ? { leftOut: true } : {}), reason: typed.reason.trim() }
    return { ...content, changes: [...content.changes.filter(({ of }) => of !== item.id), change] }
  }
  const before = content.added.find((one) => one.id === item?.id)
  const { quantity: _q, listFen: _l, costFen: _c, agreedFen: _a, ...kept } = before ?? ({} as Partial<Added>)
  const own = { id: item?.id ?? id, column: typed.column, name: typed.name.trim(), evidence: typed.reason.trim() }
  const added: Added = { ...kept, ...own, ...amounts(typed) }
  return { ...content, added: [...content.added.filter((one) => one.id !== added.id), added] }
}

export function withoutItem(content: InvoiceContent, id: string): InvoiceContent {
  return { ...content, added: content.added.filter((one) => one.id !== id) }
}

type Remedied = NonNullable<InvoiceContent['remedies']>[number]

/** The content after somebody wrote about one remedy; without it, that it is settled by what the facts say. */
export function withRemedy(content: InvoiceContent, change: Remedied): InvoiceContent {
  return { ...content, remedies: [...(content.remedies ?? []).filter(({ of }) => of !== change.of), change] }
}

export function withoutRemedy(content: InvoiceContent, id: string): InvoiceContent {
  return { ...content, remedies: (content.remedies ?? []).filter(({ of }) => of !== id) }
}

export type StatedFlag = 'holiday' | 'outOfHours' | 'overseas'
export const STATED_FLAGS: readonly StatedFlag[] = ['outOfHours', 'holiday', 'overseas']

/** What somebody may do next, the first as the one primary button. */
export function nextSteps(detail: InvoiceDetail, may: { readonly manage: boolean; readonly agree: boolean }): readonly string[] {
  const { phase, needsAgreement, agreed } = detail
  if (phase === 'draft') return may.manage ? ['show', ...(detail.number === undefined ? ['drop'] : [])] : []
  if (phase === 'issued') return may.manage && detail.departure && !detail.correctedBy ? ['correct'] : []
  const waits = needsAgreement && agreed === undefined
  if (detail.departure) return may.manage ? ['show'] : []
  return [...(waits && may.agree ? ['agree'] : []), ...(may.manage && !waits ? ['issue'] : [])]
}
