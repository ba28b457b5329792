import { CHANNELS, formOf } from '../../core/ticket/forms.ts'
import type { Channel, FormField, TicketType } from '../../core/ticket/forms.ts'
import type { ContractDetail } from '../../wire/contracts.ts'
import type { ReportFaultInput } from '../../wire/ticket-commands.ts'
import type { Option } from '../form/Finder.tsx'
import { happenedBody } from '../form/happened.ts'
import type { Happened } from '../form/happened.ts'

/** What stands in the form of a new ticket while it is being filled in. */
export type Report = {
  readonly type: TicketType
  readonly channel: Channel
  /** which of the contract's own channels */
  readonly line?: string | undefined
  readonly title: string
  readonly description: string
  readonly customer: Option | undefined
  readonly asset: Option | undefined
  readonly site: string | undefined
  readonly contract: Option | undefined
  readonly customerGrade: string | undefined
  readonly grade: string | undefined
  readonly dimensions: Readonly<Record<string, string | undefined>>
  readonly contactName: string
  readonly contactPhone: string
  readonly values: Readonly<Record<string, string | boolean | undefined>>
  readonly happened: Happened
  /** the ticket that it is split off from */
  readonly splitFrom?: string | undefined
}

export const EMPTY: Report = {
  type: 'fault',
  channel: 'phone',
  title: '',
  description: '',
  customer: undefined,
  asset: undefined,
  site: undefined,
  contract: undefined,
  customerGrade: undefined,
  grade: undefined,
  dimensions: {},
  contactName: '',
  contactPhone: '',
  values: {},
  happened: {},
}

/** Another customer's device, site and contract do not come along. */
export function withCustomer(report: Report, customer: Option | undefined): Report {
  if (customer?.value === report.customer?.value) return report
  return {
    ...report,
    customer,
    asset: undefined,
    site: undefined,
    contract: undefined,
    customerGrade: undefined,
    grade: undefined,
    dimensions: {},
  }
}

/** A device says whose it is and where it stands, so finding it first saves two questions. */
export function withAsset(
  report: Report,
  asset: Option | undefined,
  item: { readonly customer: { readonly id: string; readonly name: string }; readonly site: { readonly id: string } } | undefined,
): Report {
  if (!item) return { ...report, asset }
  const owned = withCustomer(report, { value: item.customer.id, label: item.customer.name })
  return { ...owned, asset, site: item.site.id }
}

function valueOf(field: FormField, value: string | boolean | undefined): string | number | boolean | undefined {
  if (value === undefined || value === '') return undefined
  return field.kind === 'number' ? Number(value) : value
}

const filled = (text: string): string | undefined => (text.trim() === '' ? undefined : text.trim())

export type Line = ContractDetail['channels'][number] & { readonly channel: Channel }

/** The contract's own channels over which somebody may report. */
export function linesOf(contract: Pick<ContractDetail, 'channels'> | undefined): readonly Line[] {
  return (contract?.channels ?? []).filter((one): one is Line => one.channel !== undefined)
}

/** The one that was chosen, else the first of the same kind; undefined: it came another way, for which the contract names none. */
export function lineOf({ line, channel }: Pick<Report, 'line' | 'channel'>, lines: readonly Line[]): Line | undefined {
  return lines.find(({ id }) => id === line) ?? lines.find((one) => one.channel === channel)
}

/** Kinds for which the contract names no channel of its own: what comes that way is told as well. */
export function otherKinds(lines: readonly Line[]): readonly Channel[] {
  return CHANNELS.filter((kind) => !lines.some(({ channel }) => channel === kind))
}

/** The request; answers of another type's form do not go along. Without a customer there is none. */
export function requestOf(report: Report, lines: readonly Line[] = []): ReportFaultInput | undefined {
  if (!report.customer) return undefined
  const line = lineOf(report, lines)
  const values = Object.fromEntries(
    formOf(report.type).flatMap((field) => {
      const value = valueOf(field, report.values[field.id])
      return value === undefined ? [] : [[field.id, value]]
    }),
  )
  const dimensions = Object.fromEntries(
    Object.entries(report.dimensions).flatMap(([id, value]) => (value === undefined ? [] : [[id, value]])),
  )
  const contact = { name: filled(report.contactName), phone: filled(report.contactPhone) }
  return {
    type: report.type,
    channel: line?.channel ?? report.channel,
    ...(line ? { line: line.id } : {}),
    title: report.title.trim(),
    description: filled(report.description),
    customer: report.customer.value,
    site: report.site,
    asset: report.asset?.value,
    contract: report.contract?.value,
    customerGrade: report.customerGrade,
    grade: report.grade,
    ...(contact.name !== undefined || contact.phone !== undefined ? { contact } : {}),
    values,
    dimensions,
    ...(report.splitFrom === undefined ? {} : { splitFrom: report.splitFrom }),
    ...happenedBody(report.happened),
  }
}
