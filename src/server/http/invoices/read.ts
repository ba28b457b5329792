import { dayOf } from '../../../core/time/civil.ts'
import { instantOf } from '../../../core/time/zone.ts'
import { needsAgreement } from '../../../core/invoice/follows.ts'
import { writtenAt } from '../../../core/invoice/content.ts'
import { sayBillProblem } from '../../../core/charge/say.ts'
import { remediesOf } from '../../../core/remedy/standing.ts'
import type { Account, Accounted } from '../../../core/invoice/account.ts'
import type { InvoiceContent } from '../../../core/invoice/content.ts'
import type { BoundPlan } from '../../../core/promise/types.ts'
import type { Instant } from '../../../core/time/instant.ts'
import type { Locale } from '../../../core/words.ts'
import type { InvoiceDetail, InvoicePage, InvoiceQuery, InvoiceRemedy } from '../../../wire/invoices.ts'
import { withTenant } from '../../database/pool.ts'
import { textsOf } from '../../store/fact-queries.ts'
import { findInvoice, findInvoices, sumInvoices } from '../../store/invoices.ts'
import type { InvoicesWanted, InvoiceRow } from '../../store/invoices.ts'
import { pageOf, rowOf } from '../../store/rows.ts'
import { nameBook } from '../../store/ticket-queries.ts'
import { loadZone } from '../../zones.ts'
import type { Caller } from '../caller.ts'
import type { Http } from '../http.ts'
import { boundOf } from '../plan-of.ts'
import { recordMissing } from '../problem.ts'
import type { Refused } from '../problem.ts'
import type { Call } from '../route.ts'
import { presentRemedies } from '../remedies/present.ts'
import { presentAccount, presentDeparture, presentInvoice } from './present.ts'
import { agreedNow, departureFrom, groundOf, reckon } from './reckon.ts'
import type { Ground, House } from './reckon.ts'

type Reads<Query = undefined, Params = undefined> = Call<'invoice.read', Params, Query, undefined>
type Id = { readonly id: string }

/** A month is one of the firm's own calendar. */
async function monthIn(http: Http, tenant: string, month: string | undefined): Promise<Pick<InvoicesWanted, 'from' | 'until'>> {
  if (month === undefined) return {}
  const row = await withTenant(http.services.pool, tenant, (tx) =>
    rowOf<{ timezone: string }>(tx, 'SELECT timezone FROM tenant WHERE tenant_id = $1', [tenant]),
  )
  const zone = loadZone(row?.timezone ?? 'Asia/Shanghai')
  const [year, ordinal] = month.split('-').map(Number) as [number, number]
  const next = ordinal === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, ordinal + 1, 1)
  return { from: instantOf(zone, dayOf(year, ordinal, 1), 0), until: instantOf(zone, next, 0) }
}

type Seen = Pick<Reads, 'http' | 'caller' | 'locale'> & { readonly now: Instant }

/** Only what something was learned of since can have departed from its facts. */
async function presentRow({ http, caller, now, locale }: Seen, row: InvoiceRow) {
  const house = { http, tenant: caller.tenant }
  const held = row.moved && row.corrected_by === null && row.phase !== 'draft'
  if (!held) return presentInvoice(row, undefined)
  const ground = await groundOf(house, () => Promise.resolve(row), now)
  return presentInvoice(row, ground && presentDeparture(await departureFrom(house, ground), row, locale))
}

export async function listInvoices({ http, caller, query, locale }: Reads<InvoiceQuery>): Promise<InvoicePage> {
  const { month, ...rest } = query
  const wanted: InvoicesWanted = { ...rest, ...(await monthIn(http, caller.tenant, month)) }
  const now = await http.services.clock.now(caller.tenant)
  const { rows, sums } = await withTenant(http.services.pool, caller.tenant, async (tx) => ({
    rows: await findInvoices(tx, caller, wanted),
    sums: await sumInvoices(tx, caller, wanted),
  }))
  const page = pageOf(rows, { limit: query.limit, place: (row) => [row.changed_at, row.id], show: (row) => row })
  const items = []
  for (const row of page.items) items.push(await presentRow({ http, caller, locale, now }, row))
  const shown = query.state === 'to-correct' ? items.filter(({ departure }) => departure !== undefined) : items
  const differenceFen = shown.reduce((sum, { departure }) => sum + (departure?.differenceFen ?? 0), 0)
  const own = (key: 'totalFen' | 'freeFen') => shown.reduce((sum, one) => sum + (one[key] ?? 0), 0)
  const held = query.state === 'to-correct'
  return {
    ...page,
    items: shown,
    sums: held
      ? { count: shown.length, totalFen: own('totalFen'), freeFen: own('freeFen'), differenceFen }
      : { count: sums.count, totalFen: sums.total_fen, freeFen: sums.free_fen, differenceFen },
  }
}

/** The bill as it stands: a draft as the facts make it now, what was shown or issued as it was frozen. */
async function standingAccount(house: House, ground: Ground): Promise<{ bound: BoundPlan; accounted: Accounted }> {
  const { row, now } = ground
  if (row.phase !== 'draft' && row.frozen !== null)
    return { bound: await boundOf(house.http, house.tenant, row.frozen.planHash), accounted: { ok: true, account: row.frozen } }
  const bound = await agreedNow(house, row)
  return { bound, accounted: await reckon(house, ground, { bound, content: row.content, at: now }) }
}

async function agreement(http: Http, caller: Caller, { state_json }: InvoiceRow): Promise<InvoiceDetail['agreed']> {
  const agreed = state_json?.agreed
  if (!agreed || agreed.hash !== state_json.hash) return undefined
  const { names, texts } = await withTenant(http.services.pool, caller.tenant, async (tx) => ({
    names: await nameBook(tx, { people: agreed.by === undefined ? [] : [agreed.by], teams: [] }),
    texts: await textsOf(tx, agreed.fact === undefined ? [] : [agreed.fact]),
  }))
  const by = agreed.by === undefined ? undefined : { id: agreed.by, name: names.get(`person/${agreed.by}`) ?? agreed.by }
  return { at: agreed.at, by, evidence: agreed.fact === undefined ? undefined : texts.get(agreed.fact)?.evidence }
}

function problemsOf(accounted: Accounted, content: InvoiceContent, locale: Locale): InvoiceDetail['problems'] {
  if (accounted.ok) return []
  return accounted.problems.map((problem) => ({
    field: writtenAt(problem, accounted.items, content) ?? problem.field,
    words: sayBillProblem(problem, locale),
  }))
}

type Standing = { readonly ground: Ground; readonly bound: BoundPlan; readonly account: Account }

/** What was shown keeps its remedies; to a draft those are added that are not on it, for the vendor's own people. */
async function remediesShown(
  { http, caller, locale }: Pick<Seen, 'http' | 'caller' | 'locale'>,
  { ground, bound, account }: Standing,
): Promise<InvoiceRemedy[]> {
  const house = { http, tenant: caller.tenant }
  const writing = ground.row.phase !== 'issued' && caller.customer === undefined
  const all = writing && ground.money ? remediesOf(ground.money) : undefined
  return presentRemedies(
    { ...house, ticket: `ticket/${ground.row.ticket}`, bound, locale },
    { lines: account.remedies ?? [], all, changes: ground.row.content.remedies ?? [] },
  )
}

export async function invoiceDetail(
  { http, caller, locale }: Pick<Reads, 'http' | 'caller' | 'locale'>,
  id: string,
): Promise<InvoiceDetail | Refused> {
  const house = { http, tenant: caller.tenant }
  const now = await http.services.clock.now(caller.tenant)
  const ground = await groundOf(house, (tx) => findInvoice(tx, caller, id), now)
  if (!ground) return recordMissing()
  const { row } = ground
  const { bound, accounted } = await standingAccount(house, ground)
  const forCustomer = caller.customer !== undefined
  const remedies = accounted.ok ? await remediesShown({ http, caller, locale }, { ground, bound, account: accounted.account }) : []
  const held = row.phase !== 'draft' && row.corrected_by === null
  const departure = held ? await departureFrom(house, ground) : undefined
  return {
    ...presentInvoice(row, presentDeparture(departure, row, locale)),
    account: accounted.ok ? presentAccount(accounted.account, { bound, locale, forCustomer }, remedies) : undefined,
    content: forCustomer ? undefined : (row.content as InvoiceDetail['content']),
    problems: problemsOf(accounted, row.content, locale),
    agreed: await agreement(http, caller, row),
    needsAgreement: accounted.ok && needsAgreement(accounted.account),
    timezone: bound.plan.timezone,
  }
}

export function getInvoice(call: Reads<undefined, Id>): Promise<InvoiceDetail | Refused> {
  return invoiceDetail(call, call.params.id)
}
