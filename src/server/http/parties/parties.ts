import type {
  AddAsset,
  AddCustomer,
  AddSite,
  Asset,
  AssetPage,
  AssetQuery,
  ChangeAsset,
  ChangeCustomer,
  ChangeSite,
  Customer,
  CustomerPage,
  NameQuery,
  Site,
  SitePage,
  SiteQuery,
  ZoneList,
} from '../../../wire/parties.ts'
import { sqlState, withTenant } from '../../database/pool.ts'
import type { Tx } from '../../database/pool.ts'
import { initialsOf } from '../../store/initials.ts'
import { addAsset, addCustomer, addSite, customerOf, findAssets, findCustomers, findSites } from '../../store/parties.ts'
import type { AssetRow, CustomerRow, SiteRow } from '../../store/parties.ts'
import { findZones } from '../../store/contract-queries.ts'
import { pageOf, present } from '../../store/rows.ts'
import { writeTrail } from '../../store/trail.ts'
import { changeVersioned } from '../../store/versioned.ts'
import type { VersionedChange } from '../../store/versioned.ts'
import type { Caller } from '../caller.ts'
import type { Http } from '../http.ts'
import { once } from '../once.ts'
import { Refused, recordMissing, refuseField } from '../problem.ts'
import type { Call, Permission } from '../route.ts'
import { newId } from '../secrets.ts'
import { versionConflict } from '../version-conflict.ts'

type Id = { readonly id: string }
type ListCall<Permit extends Permission, Query> = Call<Permit, undefined, Query, undefined>
type OneCall<Permit extends Permission> = Call<Permit, Id, undefined, undefined>
type AddCall<Permit extends Permission, Body> = Call<Permit, undefined, undefined, Body>
type ChangeCall<Permit extends Permission, Body> = Call<Permit, Id, undefined, Body>

function presentCustomer(row: CustomerRow): Customer {
  const contact = {
    contactName: present(row.contact_name),
    contactPhone: present(row.contact_phone),
    note: present(row.note),
    class: present(row.class),
  }
  return {
    id: row.id,
    name: row.name,
    ...contact,
    version: row.version,
    sites: row.sites,
    assets: row.assets,
    contracts: row.contracts,
    openTickets: row.open_tickets,
  }
}

function presentSite(row: SiteRow): Site {
  const customer = { id: row.customer, name: row.customer_name }
  return {
    id: row.id,
    customer,
    name: row.name,
    address: present(row.address),
    zone: present(row.zone),
    timezone: row.timezone,
    version: row.version,
  }
}

function presentAsset(row: AssetRow): Asset {
  return {
    id: row.id,
    customer: { id: row.customer, name: row.customer_name },
    site: { id: row.site, name: row.site_name },
    name: row.name,
    model: present(row.model),
    serial: present(row.serial),
    class: present(row.class),
    acceptedOn: present(row.accepted_on),
    version: row.version,
    openTickets: row.open_tickets,
  }
}

/** One kind of record: how it is found, shown, and what of it may change. */
type Kind<Row, Shown> = {
  readonly table: 'customer' | 'site' | 'asset'
  readonly find: (tx: Tx, caller: Caller, query: { id: string; limit: number }) => Promise<Row[]>
  readonly show: (row: Row) => Shown
  readonly columns: VersionedChange['columns']
}

const CUSTOMER: Kind<CustomerRow, Customer> = {
  table: 'customer',
  find: findCustomers,
  show: presentCustomer,
  columns: { name: 'name', contactName: 'contact_name', contactPhone: 'contact_phone', note: 'note', class: 'class' },
}
const SITE: Kind<SiteRow, Site> = {
  table: 'site',
  find: findSites,
  show: presentSite,
  columns: { name: 'name', address: 'address', zone: 'zone', timezone: 'timezone' },
}
const ASSET: Kind<AssetRow, Asset> = {
  table: 'asset',
  find: findAssets,
  show: presentAsset,
  columns: { site: 'site', name: 'name', model: 'model', serial: 'serial', class: 'class', acceptedOn: 'accepted_on' },
}

async function readOne<Row, Shown>(tx: Tx, caller: Caller, { kind, id }: { kind: Kind<Row, Shown>; id: string }): Promise<Shown | Refused> {
  const [row] = await kind.find(tx, caller, { id, limit: 1 })
  return row ? kind.show(row) : recordMissing()
}

function one<Row, Shown>({ http, caller, params }: OneCall<Permission>, kind: Kind<Row, Shown>): Promise<Shown | Refused> {
  return withTenant(http.services.pool, caller!.tenant, (tx) => readOne(tx, caller!, { kind, id: params.id }))
}

type Adding<Row, Shown> = {
  readonly kind: Kind<Row, Shown>
  readonly add: (tx: Tx, at: { id: string; now: number }) => Promise<Refused | void>
}

async function addRecord<Row, Shown>(
  call: AddCall<'customer.manage' | 'site.manage' | 'asset.manage', unknown>,
  { kind, add }: Adding<Row, Shown>,
): Promise<Shown | Refused> {
  const id = newId()
  const outcome = await once<Shown>(call, {
    work: async (tx, now) => {
      const refused = await add(tx, { id, now })
      if (refused) return refused
      await writeTrail(tx, {
        at: now,
        person: call.caller.person,
        action: `${kind.table}.added`,
        subject: `${kind.table}/${id}`,
        address: call.address,
      })
      return readOne(tx, call.caller, { kind, id })
    },
  }).catch((error: unknown) => tableFault(error))
  if (!(outcome instanceof Refused)) partiesChanged(call, `${kind.table}/${id}`)
  return outcome
}

type Changing<Row, Shown> = {
  readonly kind: Kind<Row, Shown>
  readonly derived: (row: Row) => Readonly<Record<string, unknown>>
  readonly check?: (tx: Tx, row: Row) => Promise<Refused | undefined>
}

async function changeRecord<Row, Shown>(
  call: ChangeCall<'customer.manage' | 'site.manage' | 'asset.manage', { readonly version: number }>,
  { kind, derived, check }: Changing<Row, Shown>,
): Promise<Shown | Refused> {
  const { version, ...change } = call.body
  const { id } = call.params
  const outcome = await once<Shown>(call, {
    work: async (tx, now) => {
      const [row] = await kind.find(tx, call.caller, { id, limit: 1 })
      if (!row) return recordMissing()
      const refused = await check?.(tx, row)
      if (refused) return refused
      const changed = await changeVersioned(tx, {
        table: kind.table,
        id,
        version,
        columns: kind.columns,
        change,
        derived: derived(row),
        now,
      })
      if (changed.kind !== 'changed') return versionConflict(changed)
      const data = { fields: Object.keys(change) }
      await writeTrail(tx, {
        at: now,
        person: call.caller.person,
        action: `${kind.table}.changed`,
        subject: `${kind.table}/${id}`,
        address: call.address,
        data,
      })
      return readOne(tx, call.caller, { kind, id })
    },
  }).catch((error: unknown) => tableFault(error))
  if (!(outcome instanceof Refused)) partiesChanged(call, `${kind.table}/${id}`)
  return outcome
}

function partiesChanged({ http, caller }: { readonly http: Http; readonly caller: Caller }, subject: string): void {
  http.grounds.drop(caller.tenant)
  http.services.live.changed({ tenant: caller.tenant, kind: 'parties', ids: [subject] })
}

/** What the table refuses, said of the field that caused it: 23503 names a record that is not there, 23505 one that is there already. */
function tableFault(error: unknown): Refused {
  const { code, constraint = '' } = sqlState(error) ?? {}
  if (code === '23503') return refuseField(constraint.endsWith('_site_fkey') ? 'site' : 'customer', 'field.no-such', { value: '' })
  if (code === '23505' && constraint === 'asset_serial') return refuseField('serial', 'asset.serial-taken')
  throw error
}

export async function listCustomers({ http, caller, query }: ListCall<'customer.read', NameQuery>): Promise<CustomerPage> {
  const rows = await withTenant(http.services.pool, caller.tenant, (tx) => findCustomers(tx, caller, query))
  return pageOf(rows, { limit: query.limit, place: (row) => [row.initials, row.id], show: presentCustomer })
}

export async function listSites({ http, caller, query }: ListCall<'site.read', SiteQuery>): Promise<SitePage> {
  const rows = await withTenant(http.services.pool, caller.tenant, (tx) => findSites(tx, caller, query))
  return pageOf(rows, { limit: query.limit, place: (row) => [row.initials, row.id], show: presentSite })
}

export async function listAssets({ http, caller, query }: ListCall<'asset.read', AssetQuery>): Promise<AssetPage> {
  const rows = await withTenant(http.services.pool, caller.tenant, (tx) => findAssets(tx, caller, query))
  return pageOf(rows, { limit: query.limit, place: (row) => [row.initials, row.id], show: presentAsset })
}

export const getCustomer = (call: OneCall<'customer.read'>) => one(call, CUSTOMER)
export const getSite = (call: OneCall<'site.read'>) => one(call, SITE)
export const getAsset = (call: OneCall<'asset.read'>) => one(call, ASSET)

export const newCustomer = (call: AddCall<'customer.manage', AddCustomer>) =>
  addRecord(call, { kind: CUSTOMER, add: (tx, at) => addCustomer(tx, { ...call.body, ...at }) })
export const newSite = (call: AddCall<'site.manage', AddSite>) =>
  addRecord(call, { kind: SITE, add: (tx, at) => addSite(tx, { ...call.body, ...at }) })
export const newAsset = (call: AddCall<'asset.manage', AddAsset>) =>
  addRecord(call, {
    kind: ASSET,
    add: async (tx, at) => (await siteProblem(tx, call.body.site, call.body.customer)) ?? (await addAsset(tx, { ...call.body, ...at })),
  })

async function siteProblem(tx: Tx, site: string, customer: string): Promise<Refused | undefined> {
  const owner = await customerOf(tx, 'site', site)
  if (owner === undefined) return refuseField('site', 'field.no-such', { value: site })
  return owner === customer ? undefined : refuseField('site', 'field.of-other-customer')
}

export const changeCustomer = (call: ChangeCall<'customer.manage', ChangeCustomer>) =>
  changeRecord(call, { kind: CUSTOMER, derived: () => (call.body.name === undefined ? {} : { initials: initialsOf(call.body.name) }) })
export const changeSite = (call: ChangeCall<'site.manage', ChangeSite>) =>
  changeRecord(call, { kind: SITE, derived: () => (call.body.name === undefined ? {} : { initials: initialsOf(call.body.name) }) })
export const changeAsset = (call: ChangeCall<'asset.manage', ChangeAsset>) =>
  changeRecord(call, {
    kind: ASSET,
    derived: (row) => ({ initials: initialsOf(call.body.name ?? row.name, call.body.model === undefined ? row.model : call.body.model) }),
    check: async (tx, row) => (call.body.site === undefined ? undefined : siteProblem(tx, call.body.site, row.customer)),
  })

/** By what zones the firm's plans go: what a site's zone is chosen from. */
export async function listZones({ http, caller }: Call<'site.read', undefined, undefined, undefined>): Promise<ZoneList> {
  return { items: await withTenant(http.services.pool, caller.tenant, (tx) => findZones(tx, caller)) }
}
