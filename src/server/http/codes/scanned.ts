import type { Action } from '../../../core/access/actions.ts'
import type { PreviewByCode, ReportByCode, ReportedByCode, Scanned, ScannedQuery } from '../../../wire/codes.ts'
import type { ClockPreview } from '../../../wire/tickets.ts'
import { withTenant } from '../../database/pool.ts'
import { codeOf, useCode } from '../../store/device-codes.ts'
import type { CodeRow } from '../../store/device-codes.ts'
import { readFirstAnswer } from '../../store/ledger.ts'
import { tenantRow } from '../../store/session.ts'
import type { Customer } from '../portal/customer.ts'
import { getPortalDevice } from '../portal/devices.ts'
import { getReportForm } from '../portal/report-form.ts'
import { Refused, refuse } from '../problem.ts'
import type { Call } from '../route.ts'
import { reportFault } from '../tickets/command.ts'
import { previewReport } from '../tickets/preview.ts'

type Code = { readonly code: string }
type Asks<Query, Body> = Call<'public', Code, Query, Body>

/** A device that really is in trouble is reported once or twice; a joker is stopped. */
const REPORTS_AN_HOUR = 5

const GRANTS: readonly Action[] = ['ticket.report', 'asset.read']

type Found = { readonly caller: Customer; readonly row: CodeRow }

/** Whoever holds a code: nobody by name, of the device's owner, who may report and look at this device. What it is asked for is never theirs to choose. */
function callerBy(tenant: string, row: CodeRow): Customer {
  const grants = GRANTS.map((action) => ({ action, scope: 'all' as const }))
  return {
    tenant,
    person: `code-${row.id}`,
    name: '',
    account: '',
    customer: row.customer,
    team: undefined,
    branch: [],
    roles: [],
    grants,
    locale: undefined,
    theme: 'system',
    via: { kind: 'token', id: row.id, scopes: [...GRANTS] },
  }
}

/** One that was never made is answered as one that was revoked: who scans it can do nothing but ring. */
async function foundBy({ http, params }: Pick<Asks<unknown, unknown>, 'http' | 'params'>): Promise<Found | Refused> {
  const [tenant = '', secret = ''] = params.code.split('.', 2)
  const row = await withTenant(http.services.pool, tenant, (tx) => codeOf(tx, secret))
  return row ? { row, caller: callerBy(tenant, row) } : refuse(404, 'code.unknown')
}

export async function getScanned(call: Asks<ScannedQuery, undefined>): Promise<Scanned | Refused> {
  const found = await foundBy(call)
  if (found instanceof Refused) return found
  const { caller, row } = found
  const device = await getPortalDevice({ ...call, caller, params: { id: row.asset }, query: undefined })
  if (device instanceof Refused) return device
  const form = await getReportForm({ ...call, caller, params: undefined, query: { type: call.query.type, asset: row.asset } })
  if (form instanceof Refused) return form
  const { name, model, serial, site } = device
  const { types, fields, grades, dimensions, zone } = form
  return {
    firm: row.firm,
    device: { name, model, serial, site: site.name },
    covers: device.covers.map(({ contract: _contract, whole: _whole, ...cover }) => cover),
    form: { types, fields, grades, dimensions, zone },
    asOf: await call.http.services.clock.now(caller.tenant),
  }
}

const reportOf = (body: PreviewByCode, { customer, asset }: CodeRow) => ({ ...body, channel: 'qr' as const, customer, asset })

export async function previewByCode(call: Asks<undefined, PreviewByCode>): Promise<ClockPreview | Refused> {
  const found = await foundBy(call)
  if (found instanceof Refused) return found
  return previewReport({ ...call, caller: found.caller, params: undefined, body: reportOf(call.body, found.row) })
}

/** The demo's past is told as long as it is: nobody's report stands in the middle of it. */
async function held({ http }: Asks<undefined, unknown>, tenant: string): Promise<Refused | undefined> {
  if (http.tellsPast || tenant !== http.options.demoTenant) return undefined
  const row = await withTenant(http.services.pool, tenant, tenantRow)
  return row?.seeding ? refuse(503, 'demo.seeding').with({ retryAfterSeconds: 10 }) : undefined
}

/** What was reported already may be asked for again at any time. */
async function tooMany({ http, key }: Asks<undefined, unknown>, { caller, row }: Found): Promise<Refused | undefined> {
  const waitMs = await withTenant(http.services.pool, caller.tenant, async (tx) => {
    if (key && (await readFirstAnswer(tx, { person: caller.person, key: key.key }))) return undefined
    return useCode(tx, { id: row.id, now: http.services.clock.machine(), most: REPORTS_AN_HOUR })
  })
  if (waitMs === undefined) return undefined
  return refuse(429, 'code.too-many', { minutes: Math.ceil(waitMs / 60_000) }).with({ retryAfterSeconds: Math.ceil(waitMs / 1000) })
}

/** A report of somebody whom nobody knows: it carries their name and phone as they said them, and no person stands by it. */
export async function reportByCode(call: Asks<undefined, ReportByCode>): Promise<ReportedByCode | Refused> {
  const found = await foundBy(call)
  if (found instanceof Refused) return found
  const refused = (await held(call, found.caller.tenant)) ?? (await tooMany(call, found))
  if (refused) return refused
  const body = reportOf(call.body, found.row)
  const answer = await reportFault({ ...call, caller: found.caller, params: undefined, body }, 'nobody')
  return answer instanceof Refused ? answer : { number: answer.number, at: answer.recordedAt }
}
