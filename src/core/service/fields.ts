import { isMap } from '../fact.ts'
import type { Fact, Json } from '../fact.ts'
import { parseDay } from '../time/civil.ts'
import { refusal } from './refusal.ts'
import type { ServiceRefusal } from './refusal.ts'
import type { FieldKind, ServiceField } from './vocabulary.ts'

const CODE = /^[a-zA-Z0-9][a-zA-Z0-9-]{0,59}$/
const MOST_IN_LIST = 50
const LONGEST = { line: 120, list: 500, prose: 4_000 } as const

const isText = (value: Json, most: number): value is string => typeof value === 'string' && value.trim() !== '' && value.length <= most
const isCode = (value: Json | undefined): value is string => typeof value === 'string' && CODE.test(value)
const isCount = (value: Json): value is number => typeof value === 'number' && Number.isFinite(value) && value >= 0

const isList = (value: Json, fits: (one: Json) => boolean): boolean =>
  Array.isArray(value) && value.length <= MOST_IN_LIST && (value as readonly Json[]).every(fits)

/** `{promise, occurrence}`: which one it is; it stands in the fact as two fields of that name. */
function isOccurrence(value: Json): value is { readonly promise: string; readonly number?: number } {
  if (!isMap(value) || !isCode(value.promise)) return false
  return value.number === undefined || (typeof value.number === 'number' && Number.isSafeInteger(value.number) && value.number >= 1)
}

type Fits = (value: Json, choices: readonly string[]) => boolean

const FITS: Readonly<Record<FieldKind, Fits>> = {
  code: isCode,
  line: (value) => isText(value, LONGEST.line),
  prose: (value) => isText(value, LONGEST.prose),
  number: isCount,
  fen: (value) => isCount(value) && Number.isSafeInteger(value),
  'yes-no': (value) => typeof value === 'boolean',
  person: (value) => isText(value, LONGEST.line),
  asset: (value) => isText(value, LONGEST.line),
  instant: (value) => typeof value === 'number' && Number.isSafeInteger(value),
  list: (value) => isList(value, isCode),
  occurrence: isOccurrence,
  day: (value) => typeof value === 'string' && parseDay(value) !== undefined,
  choice: (value, choices) => choices.includes(String(value)),
  choices: (value, choices) => isList(value, (one) => choices.includes(String(one))),
  lines: (value) => isList(value, (one) => isText(one, LONGEST.list)),
}

export type ReadFields = { readonly data: Fact['data']; readonly texts: Readonly<Record<string, string>> }

const BESIDE: readonly FieldKind[] = ['line', 'prose', 'lines']

function isLeftOut(value: Json | undefined): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

/** Words are told one by one: a space within one does not part it. */
const NO_BREAK = '\u00a0'

function problemOf(
  { id, name = id, kind, required, choices = [], closed }: ServiceField,
  value: Json | undefined,
): ServiceRefusal | undefined {
  const field = name
  if (isLeftOut(value)) return required ? refusal('field-required', { field }, id) : undefined
  const chosen = kind === 'choice' || kind === 'choices'
  const fits = FITS[kind](value!, choices)
  if (!fits && !chosen) return { ...refusal('field-kind', { field }, id), expects: kind }
  const listed = fits && (!closed || choices.includes(String(value)))
  return listed ? undefined : refusal('field-choice', { field, choices: choices.map((one) => one.replaceAll(' ', NO_BREAK)).join(' ') }, id)
}

/** What a step says, field by field: what conditions look at goes into the fact, free text beside it. */
export function readFields(fields: readonly ServiceField[], values: { readonly [field: string]: Json }): ReadFields | ServiceRefusal {
  const stranger = Object.keys(values).find((id) => !fields.some((field) => field.id === id))
  if (stranger !== undefined) return refusal('field-unknown', { field: stranger }, stranger)
  const data: Record<string, Json> = {}
  const texts: Record<string, string> = {}
  for (const field of fields) {
    const value = values[field.id]
    const problem = problemOf(field, value)
    if (problem) return problem
    if (isLeftOut(value)) continue
    if (BESIDE.includes(field.kind)) texts[field.id] = Array.isArray(value) ? value.join('\n') : String(value)
    else if (field.kind === 'occurrence') {
      const { promise, number } = value as { readonly promise: string; readonly number?: number }
      data.promise = promise
      if (number !== undefined) data.occurrence = number
    } else data[field.id] = value!
  }
  return { data, texts }
}
