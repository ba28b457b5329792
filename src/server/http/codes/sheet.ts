import { randomBytes } from 'node:crypto'
import type { DeviceCodes } from '../../../wire/codes.ts'
import { withTenant } from '../../database/pool.ts'
import type { Tx } from '../../database/pool.ts'
import { addCodes, codedDevices, revokeCode } from '../../store/device-codes.ts'
import type { CodedRow } from '../../store/device-codes.ts'
import { findAssets, findCustomers } from '../../store/parties.ts'
import { present } from '../../store/rows.ts'
import { tenantRow } from '../../store/session.ts'
import { writeTrail } from '../../store/trail.ts'
import { once } from '../once.ts'
import { recordMissing, refuse } from '../problem.ts'
import type { Refused } from '../problem.ts'
import type { Call } from '../route.ts'
import { newId } from '../secrets.ts'

type Manages = Call<'asset.manage', { readonly id: string }, undefined, undefined>

/** Labels of one sheet: more than a firm glues on in a week. */
const MOST = 1000
const SECRET_BYTES = 16

/** Where the portal is found from outside: as it was set up, else as it was asked for. */
function placeOf({ http, request }: Pick<Manages, 'http' | 'request'>): string {
  return http.options.publicUrl ?? `${request.protocol}://${request.host}`
}

function presentDevice({ id, name, model, serial, site_name: site, secret, made_at: madeAt }: CodedRow, before: string) {
  const code = secret === null || madeAt === null ? undefined : { url: `${before}.${secret}`, madeAt }
  return { id, name, model: present(model), serial: present(serial), site, code }
}

async function sheetOf(tx: Tx, call: Manages): Promise<DeviceCodes | Refused> {
  const { caller, params } = call
  const [customer] = await findCustomers(tx, caller, { id: params.id, limit: 1 })
  if (!customer) return recordMissing()
  const rows = await codedDevices(tx, caller, { customer: customer.id, limit: MOST + 1 })
  const firm = (await tenantRow(tx))?.name ?? ''
  const before = `${placeOf(call)}/portal/q/${caller.tenant}`
  return {
    customer: { id: customer.id, name: customer.name },
    firm,
    items: rows.slice(0, MOST).map((row) => presentDevice(row, before)),
    more: rows.length > MOST,
  }
}

export function getCodes(call: Manages): Promise<DeviceCodes | Refused> {
  return withTenant(call.http.services.pool, call.caller.tenant, (tx) => sheetOf(tx, call))
}

/** A code for every device of the customer that has none. */
export function makeCodes(call: Manages): Promise<DeviceCodes | Refused> {
  const { caller, params, address } = call
  return once<DeviceCodes>(call, {
    work: async (tx, now) => {
      const [customer] = await findCustomers(tx, caller, { id: params.id, limit: 1 })
      if (!customer) return recordMissing()
      const without = (await codedDevices(tx, caller, { customer: customer.id, limit: MOST })).filter(({ secret }) => secret === null)
      const codes = without.map(({ id }) => ({ id: newId(), asset: id, secret: randomBytes(SECRET_BYTES).toString('base64url') }))
      await addCodes(tx, codes, { by: caller.person, at: now })
      const data = { count: codes.length }
      await writeTrail(tx, { at: now, person: caller.person, action: 'codes.made', subject: `customer/${customer.id}`, address, data })
      return sheetOf(tx, call)
    },
    // The addresses are no secret to whoever may read them again at any time.
  })
}

/** 作废: the code that is glued on opens nothing any more. */
export function revokeDeviceCode(call: Manages): Promise<{ ok: true } | Refused> {
  const { caller, params, address } = call
  return once<{ ok: true }>(call, {
    work: async (tx, now) => {
      const [asset] = await findAssets(tx, caller, { id: params.id, limit: 1 })
      if (!asset) return recordMissing()
      if (!(await revokeCode(tx, asset.id, { by: caller.person, at: now }))) return refuse(409, 'code.none')
      await writeTrail(tx, { at: now, person: caller.person, action: 'code.revoked', subject: `asset/${asset.id}`, address })
      return { ok: true }
    },
  })
}
