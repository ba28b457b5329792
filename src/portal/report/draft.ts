import { newKey } from '../../ui/api/call.ts'
import type { ReportField } from '../../wire/portal.ts'
import type { ReportFaultInput } from '../../wire/ticket-commands.ts'
import type { TicketType } from '../../wire/tickets.ts'

export type KeptFile = { readonly id: string; readonly name: string; readonly size: number }
export type Value = string | boolean | undefined
type Named = { readonly id: string; readonly name: string }

/** What stands in the form while it is being filled in; kept in this browser until it was sent. */
export type Draft = {
  readonly type: TicketType
  readonly device: (Named & { readonly site: string }) | undefined
  readonly site: string | undefined
  readonly text: string
  readonly grade: string | undefined
  readonly dimensions: Readonly<Record<string, string | undefined>>
  readonly values: Readonly<Record<string, Value>>
  readonly contactName: string
  readonly contactPhone: string
  /** those that have arrived */
  readonly files: readonly KeptFile[]
  /** the key under which exactly `sent` was tried: sent again, it takes effect once */
  readonly tried?: { readonly key: string; readonly sent: string } | undefined
}

export const EMPTY: Draft = {
  type: 'fault',
  device: undefined,
  site: undefined,
  text: '',
  grade: undefined,
  dimensions: {},
  values: {},
  contactName: '',
  contactPhone: '',
  files: [],
}

const placeOf = (person: string): string => `nuoxing.report.${person}`

/** What was not sent the last time; undefined: nothing. */
export function readDraft(person: string): Draft | undefined {
  const text = localStorage.getItem(placeOf(person))
  if (text === null) return undefined
  try {
    return { ...EMPTY, ...(JSON.parse(text) as Partial<Draft>) }
  } catch {
    return undefined
  }
}

export function keepDraft(person: string, draft: Draft): void {
  localStorage.setItem(placeOf(person), JSON.stringify(draft))
}

/** After it was sent the contact stays: it is the same the next time. */
export function dropDraft(person: string, { contactName, contactPhone }: Draft): void {
  keepDraft(person, { ...EMPTY, contactName, contactPhone })
}

/** Is there anything in it that somebody typed? */
export function hasWords({ text, values, files }: Draft): boolean {
  return text.trim() !== '' || files.length > 0 || Object.values(values).some((value) => value !== undefined && value !== '')
}

const TITLE = 60

/** The first sentence is the title: a customer is not asked for one. */
export function titleOf(text: string): string {
  const [first = ''] = text.trim().split(/[\n。！？!?]/u)
  const line = first.replaceAll(/\p{Cc}+/gu, ' ').trim()
  return line.length <= TITLE ? line : `${line.slice(0, TITLE - 1)}…`
}

const filled = (text: string): string | undefined => (text.trim() === '' ? undefined : text.trim())

function valuesIn({ values }: Draft, fields: readonly ReportField[]): NonNullable<ReportFaultInput['values']> {
  return Object.fromEntries(
    fields.flatMap(({ id, kind }) => {
      const value = values[id]
      if (value === undefined || value === '') return []
      return [[id, kind === 'number' ? Number(value) : value]]
    }),
  )
}

type Told = {
  readonly customer: string
  readonly fields: readonly ReportField[]
  readonly line: string | undefined
}

/** The request; answers to another type's questions do not go along. */
export function requestOf(draft: Draft, { customer, fields, line }: Told): ReportFaultInput {
  const contact = { name: filled(draft.contactName), phone: filled(draft.contactPhone) }
  const dimensions = Object.fromEntries(
    Object.entries(draft.dimensions).flatMap(([id, value]) => (value === undefined ? [] : [[id, value]])),
  )
  return {
    type: draft.type,
    channel: 'portal',
    ...(line === undefined ? {} : { line }),
    title: titleOf(draft.text),
    description: filled(draft.text),
    customer,
    asset: draft.device?.id,
    site: draft.device ? undefined : draft.site,
    customerGrade: draft.grade,
    values: valuesIn(draft, fields),
    dimensions,
    ...(contact.name === undefined && contact.phone === undefined ? {} : { contact }),
    ...(draft.files.length === 0 ? {} : { files: draft.files.map(({ id }) => id) }),
  }
}

/** The key for this request: the one that it was tried under, unless something was changed since. */
export function keyFor({ tried }: Draft, request: object): { readonly key: string; readonly sent: string } {
  const sent = JSON.stringify(request)
  return tried?.sent === sent ? tried : { key: newKey(), sent }
}
