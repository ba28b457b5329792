import type { InvoiceDetail } from '../../wire/invoices.ts'
import type { TicketPage } from '../../wire/tickets.ts'
import { StepRefused } from './teller.ts'
import type { Teller } from './teller.ts'

type Repair = { readonly cause: string; readonly part: string; readonly partFen: number; readonly hours: number }

/** One part that wore out within the warranty, and one that the household broke: prices of the list in fen. */
const REPAIRS: readonly Repair[] = [
  { cause: 'wear', part: 'BG-FY-02', partFen: 16_800, hours: 1.5 },
  { cause: 'customer-cause', part: 'BG-BS-11', partFen: 9_600, hours: 1 },
]
const HOUR_FEN = 12_000
const LIST = '2026 年配件与工时价目表'
/** Whose boilers these are. */
const CUSTOMER = 'bailu'

type Telling = { readonly teller: Teller; readonly seed: number }

async function bill({ teller, seed }: Telling, ticket: string, { cause, part, partFen, hours }: Repair): Promise<void> {
  const keeper = teller.as('gu')
  const key = (step: string) => `demo-${seed}-bill-${step}-${ticket}`
  await keeper.post('/services', { body: { type: 'part.replaced', ticket, values: { part, quantity: 1 } }, key: key('part') })
  await keeper.post(`/tickets/${ticket}/judge`, { body: { cause }, key: key('judge') })
  const { id, version, account } = (await keeper.post('/invoices', { body: { ticket }, key: key('open') })) as InvoiceDetail
  const changes = (account?.items ?? []).flatMap((item) => {
    if (item.column === 'parts') return [{ of: item.id, listFen: partFen, reason: LIST }]
    return item.column === 'labour' ? [{ of: item.id, quantity: hours, listFen: HOUR_FEN, reason: `${LIST}；工时按现场记录` }] : []
  })
  const body = { version, content: { stated: {}, added: [], changes } }
  const kept = (await keeper.put(`/invoices/${id}`, { body, key: key('keep') })) as InvoiceDetail
  const shown = (await keeper.post(`/invoices/${id}/show`, { body: { version: kept.version }, key: key('show') })) as InvoiceDetail
  await keeper.post(`/invoices/${id}/issue`, { body: { version: shown.version }, key: key('issue') })
}

/** Bills of two repairs that are over; where the story has too few of them there are fewer. Answers what was refused. */
export async function tellBills(telling: Telling): Promise<string[]> {
  try {
    const query = `view=all&customer=${CUSTOMER}&state=closed&type=fault&sort=-reported&limit=${REPAIRS.length}`
    const { items } = (await telling.teller.as('gu').get(`/tickets?${query}`)) as TicketPage
    for (const [at, { id }] of items.entries()) await bill(telling, id, REPAIRS[at]!)
    return []
  } catch (error) {
    if (error instanceof StepRefused) return [error.message]
    throw error
  }
}
