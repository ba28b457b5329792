import type { Subject } from '../../../core/fact.ts'
import type { Entry } from '../../../core/service/state.ts'
import type { AgreeToVisit, PortalVisits } from '../../../wire/portal.ts'
import type { ServiceChanged } from '../../../wire/services.ts'
import { withTenant } from '../../database/pool.ts'
import type { Tx } from '../../database/pool.ts'
import { zonesOfSites } from '../../store/portal.ts'
import { present } from '../../store/rows.ts'
import { findServices } from '../../store/services.ts'
import type { ServiceRecordRow } from '../../store/services.ts'
import { nameBook } from '../../store/ticket-queries.ts'
import { recordMissing, refuse } from '../problem.ts'
import type { Refused } from '../problem.ts'
import type { Call } from '../route.ts'
import { changed, write } from '../services/write.ts'
import { forCustomers, isCustomer } from './customer.ts'
import type { Customer } from './customer.ts'

/** More visits than a customer has before them at once. */
const MOST = 200
/** Whoever is late today is still to come. */
const PAST_MS = 12 * 3_600_000
const TO_COME = ['planned', 'agreed', 'dispatched', 'departed']

/** The date that stands: the last one that was planned or agreed. */
function dateOf({ state_json: { entries } }: ServiceRecordRow): Entry | undefined {
  return entries.findLast(({ type, voided }) => !voided && (type === 'visit.planned' || type === 'visit.agreed'))
}

function whoComes({ state_json: { entries } }: ServiceRecordRow): string | undefined {
  const sent = entries.findLast(({ type, voided }) => !voided && (type === 'visit.planned' || type === 'visit.dispatched'))
  return typeof sent?.data.person === 'string' ? sent.data.person : undefined
}

type ToCome = { readonly row: ServiceRecordRow; readonly date: Entry; readonly startsAt: number }

async function toCome(tx: Tx, caller: Customer, { id, now }: { readonly id?: string; readonly now: number }): Promise<ToCome[]> {
  const rows = await findServices(tx, caller, { noun: 'visit', limit: MOST, ...(id === undefined ? {} : { id }) })
  return rows.flatMap((row) => {
    const date = dateOf(row)
    const startsAt = date?.data.startsAt
    return date && typeof startsAt === 'number' && TO_COME.includes(row.phase) && startsAt > now - PAST_MS ? [{ row, date, startsAt }] : []
  })
}

const isAgreed = ({ type, data }: Entry): boolean => type === 'visit.agreed' && data.by === 'customer'

/** 要来的上门: when, who, for what; the next first. */
export async function getVisits({ http, caller }: Call<'service.read', undefined, undefined, undefined>): Promise<PortalVisits | Refused> {
  if (!isCustomer(caller)) return forCustomers()
  const now = await http.services.clock.now(caller.tenant)
  return withTenant(http.services.pool, caller.tenant, async (tx) => {
    const found = (await toCome(tx, caller, { now })).toSorted((a, b) => a.startsAt - b.startsAt)
    const names = await nameBook(tx, { people: found.flatMap(({ row }) => whoComes(row) ?? []), teams: [] })
    const sites = found.flatMap(({ row }) => row.site ?? [])
    const zones = await zonesOfSites(tx, sites)
    const items = found.map(({ row, date, startsAt }) => ({
      id: row.id,
      version: row.version,
      startsAt,
      agreed: isAgreed(date),
      person: names.get(`person/${whoComes(row) ?? ''}`),
      site: present(row.site_name),
      device: present(row.asset_name),
      ticket: row.ticket === null || row.ticket_number === null ? undefined : { id: row.ticket, number: row.ticket_number },
      zone: zones.get(row.site ?? '') ?? 'Asia/Shanghai',
    }))
    return { items, asOf: now }
  })
}

/** The customer agrees to the date that they saw; one that was moved meanwhile is shown again. */
export async function agreeToVisit(
  call: Call<'ticket.confirm', { readonly id: string }, undefined, AgreeToVisit>,
): Promise<ServiceChanged | Refused> {
  const { http, caller, params, body } = call
  if (!isCustomer(caller)) return forCustomers()
  const now = await http.services.clock.now(caller.tenant)
  const [found] = await withTenant(http.services.pool, caller.tenant, (tx) => toCome(tx, caller, { id: params.id, now }))
  if (!found) return recordMissing()
  const { row, startsAt } = found
  if (startsAt !== body.startsAt) return refuse(409, 'visit.moved')
  const partOf: Subject | undefined = row.part_of === null ? undefined : `${row.part_of_noun}/${row.part_of}`
  const { customer, contract, ticket, site, asset } = row
  const owners = { customer, contract: present(contract), ticket: present(ticket), site: present(site), asset: present(asset), partOf }
  const command = { name: 'record', type: 'visit.agreed', values: { startsAt, by: 'customer' } } as const
  return write(call, { subject: `visit/${row.id}`, owners, command, opens: false, expectedVersion: body.version }, changed(row.id))
}
