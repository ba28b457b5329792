import type { DeviceCovers } from '../../../wire/devices.ts'
import type { PortalCover, PortalDevice, PortalDevicePage, PortalDeviceQuery } from '../../../wire/portal.ts'
import { withTenant } from '../../database/pool.ts'
import { findAssets } from '../../store/parties.ts'
import type { AssetRow } from '../../store/parties.ts'
import { zonesOfSites } from '../../store/portal.ts'
import { pageOf, present } from '../../store/rows.ts'
import { deviceCovers } from '../parties/device.ts'
import { Refused, recordMissing } from '../problem.ts'
import type { Call } from '../route.ts'
import { forCustomers, isCustomer } from './customer.ts'

type Reads<Params, Query> = Call<'asset.read', Params, Query, undefined>

function coversIn({ contracts }: DeviceCovers): PortalCover[] {
  return contracts.flatMap(({ contract, covers, whole }) => {
    const under = { id: contract.id, number: contract.number, title: contract.title }
    const all = [...covers.map((cover) => ({ cover, whole: false })), ...whole.map((cover) => ({ cover, whole: true }))]
    return all.map(({ cover: { promise, title, standing, start, end, words, gives, excludes }, whole: isWhole }) => ({
      promise,
      title,
      standing,
      start,
      end,
      words,
      gives,
      excludes,
      contract: under,
      whole: isWhole,
    }))
  })
}

/** The devices as their owner sees them, each with its covers: what is in force first. */
async function presentDevices(call: Reads<unknown, unknown>, rows: readonly AssetRow[]): Promise<PortalDevice[]> {
  const { http, caller } = call
  const zones = await withTenant(http.services.pool, caller.tenant, (tx) =>
    zonesOfSites(
      tx,
      rows.map(({ site }) => site),
    ),
  )
  return Promise.all(
    rows.map(async (row) => {
      const covers = await deviceCovers({ ...call, params: { id: row.id }, query: undefined })
      const told = covers instanceof Refused ? [] : coversIn(covers)
      return {
        id: row.id,
        name: row.name,
        model: present(row.model),
        serial: present(row.serial),
        site: { id: row.site, name: row.site_name },
        zone: zones.get(row.site) ?? 'Asia/Shanghai',
        openTickets: row.open_tickets,
        covers: told.toSorted((a, b) => Number(b.standing === 'in-force') - Number(a.standing === 'in-force')),
      }
    }),
  )
}

export async function listPortalDevices(call: Reads<undefined, PortalDeviceQuery>): Promise<PortalDevicePage | Refused> {
  const { http, caller, query } = call
  if (!isCustomer(caller)) return forCustomers()
  const rows = await withTenant(http.services.pool, caller.tenant, (tx) => findAssets(tx, caller, query))
  const { items, next } = pageOf(rows, { limit: query.limit, place: (row) => [row.initials, row.id], show: (row) => row })
  return { items: await presentDevices(call, items), next }
}

export async function getPortalDevice(call: Reads<{ readonly id: string }, undefined>): Promise<PortalDevice | Refused> {
  const { http, caller, params } = call
  if (!isCustomer(caller)) return forCustomers()
  const rows = await withTenant(http.services.pool, caller.tenant, (tx) => findAssets(tx, caller, { id: params.id, limit: 1 }))
  const [device] = await presentDevices(call, rows.slice(0, 1))
  return device ?? recordMissing()
}
