import { dimensionName, dimensionValue } from '../../../core/plan/plan-names.ts'
import type { Plan } from '../../../core/plan/types.ts'
import { LINE_CHANNELS, TICKET_TYPES, formOf } from '../../../core/ticket/forms.ts'
import type { FormField } from '../../../core/ticket/forms.ts'
import { nameOf } from '../../../core/ticket/refusal.ts'
import type { NameKey } from '../../../core/ticket/refusal.ts'
import type { Locale } from '../../../core/words.ts'
import type { ReportField, ReportForm, ReportFormQuery } from '../../../wire/portal.ts'
import { withTenant } from '../../database/pool.ts'
import { findSites } from '../../store/parties.ts'
import { contractsStanding, zonesOfSites } from '../../store/portal.ts'
import { Refused } from '../problem.ts'
import type { Call } from '../route.ts'
import { standOn } from '../tickets/ground.ts'
import { forCustomers, isCustomer } from './customer.ts'
import type { Customer } from './customer.ts'

type Asks = Call<'ticket.report', undefined, ReportFormQuery, undefined>

/** More sites than one chooses from on a phone are found by the device. */
const SITES = 200

function optionsOf(field: FormField, locale: Locale): ReportField['options'] {
  if (field.kind !== 'choice') return undefined
  return field.options.map((id) => ({ id, name: nameOf(`option.${field.id}.${id}` as NameKey, locale) }))
}

function presentField(field: FormField, locale: Locale): ReportField {
  return {
    id: field.id,
    name: nameOf(field.label as NameKey, locale),
    kind: field.kind,
    required: field.required,
    min: 'min' in field ? field.min : undefined,
    max: 'max' in field ? field.max : undefined,
    options: optionsOf(field, locale),
  }
}

/** What the plan leaves to the customer to say with each report; what the contract has agreed on is known. */
function dimensionsAsked(plan: Plan, agreed: ReadonlySet<string>): ReportForm['dimensions'] {
  return Object.values(plan.dimensions)
    .filter(({ id, setBy }) => setBy === 'customer' && !agreed.has(`dimensions.${id}`))
    .map(({ id, values }) => ({
      id,
      name: dimensionName(plan, id),
      values: values.map((one) => ({ id: one, name: dimensionValue(plan, id, one) })),
    }))
}

type UnderPlan = Pick<ReportForm, 'grades' | 'dimensions' | 'contract' | 'line'>

async function underContract({ http }: Asks, caller: Customer, contract: string | undefined): Promise<UnderPlan> {
  const known = contract === undefined ? undefined : await http.services.plans.contract(caller.tenant, contract)
  if (!known) return { grades: [], dimensions: [] }
  const { plan } = known.bound
  const rows = await withTenant(http.services.pool, caller.tenant, (tx) => contractsStanding(tx, caller.customer))
  const row = rows.find(({ id }) => id === contract)
  return {
    grades: plan.grades.map(({ id, name, text }) => ({ id, name, text })),
    dimensions: dimensionsAsked(plan, new Set(known.bound.terms?.map(({ key }) => key))),
    contract: row && { id: row.id, number: row.number, title: row.title },
    line: Object.values(plan.channels).find(({ kind }) => LINE_CHANNELS[kind] === 'portal')?.id,
  }
}

/** The form of a report, drawn from the same table by which the server checks it. */
export async function getReportForm(call: Asks): Promise<ReportForm | Refused> {
  const { http, caller, query, locale } = call
  if (!isCustomer(caller)) return forCustomers()
  const { customer } = caller
  const ground = await standOn(http, caller, {
    type: query.type,
    channel: 'portal',
    title: '—',
    customer,
    values: {},
    dimensions: {},
    ...placeIn(query),
  })
  if (ground instanceof Refused) return ground
  const { sites, zones } = await withTenant(http.services.pool, caller.tenant, async (tx) => ({
    sites: await findSites(tx, caller, { customer, limit: SITES }),
    zones: await zonesOfSites(tx, ground.site === undefined ? [] : [ground.site]),
  }))
  return {
    types: TICKET_TYPES.map((id) => ({ id, name: nameOf(`type.${id}`, locale) })),
    fields: formOf(query.type).map((field) => presentField(field, locale)),
    ...(await underContract(call, caller, ground.contract)),
    sites: sites.slice(0, SITES).map(({ id, name }) => ({ id, name })),
    zone: zones.get(ground.site ?? '') ?? ground.timezone,
  }
}

const placeIn = ({ asset, site }: ReportFormQuery) => ({ asset, site: asset === undefined ? site : undefined })
