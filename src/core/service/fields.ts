import { isMap } from '../fact.ts'
import type { Fact, Json } from '../fact.ts'
import { parseDay } from '../time/civil.ts'
import { parseDuration } from '../time/duration.ts'
import type { KnownWords } from './known-words.ts'
import { isWord, knownWord } from './word.ts'
import { choiceWords, refusal } from './refusal.ts'
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

const FILE = /^[A-Za-z0-9_-]{1,64}$/
const MOST_PHOTOS = 20

const isFile = (value: Json | undefined): value is string => typeof value === 'string' && FILE.test(value)

function arePhotos(value: Json): boolean {
  return Array.isArray(value) && value.length <= MOST_PHOTOS && new Set(value).size === value.length && value.every(isFile)
}

/** Drawn by hand: the file of its picture, with who signed where that is known; or given by name alone. */
export type Signature = { readonly file?: string; readonly name?: string }

/** What stands for a signature: `{ file, name }`, either alone, or the name as a text. Undefined: nobody has signed with it. */
export function readSignature(value: Json | undefined): Signature | undefined {
  if (typeof value === 'string') return isText(value, LONGEST.line) ? { name: value } : undefined
  if (!isMap(value)) return undefined
  const { file, name, ...more } = value
  if (Object.keys(more).length > 0 || (file === undefined && name === undefined)) return undefined
  if (file !== undefined && !isFile(file)) return undefined
  if (name !== undefined && (name === null || !isText(name, LONGEST.line))) return undefined
  return { ...(file === undefined ? {} : { file }), ...(typeof name === 'string' ? { name } : {}) }
}

/** `24mo`, `60d`: how long something runs, and never no time at all. */
export function isLength(value: unknown): value is string {
  return typeof value === 'string' && (parseDuration(value)?.value ?? 0) > 0
}

type Fits = (value: Json, choices: readonly string[]) => boolean

const FITS: Readonly<Record<FieldKind, Fits>> = {
  code: isCode,
  word: isWord,
  duration: isLength,
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
  photo: arePhotos,
  signature: (value) => readSignature(value) !== undefined,
}

export type ReadFields = { readonly data: Fact['data']; readonly texts: Readonly<Record<string, string>> }

const BESIDE: readonly FieldKind[] = ['line', 'prose', 'lines']

function isLeftOut(value: Json | undefined): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

function problemOf(
  { id, called = id, name = called, kind, required, choices = [], closed }: ServiceField,
  value: Json | undefined,
): ServiceRefusal | undefined {
  const field = name
  if (isLeftOut(value)) return required ? refusal('field-required', { field }, id) : undefined
  const chosen = kind === 'choice' || kind === 'choices'
  const fits = FITS[kind](value!, choices)
  if (!fits && !chosen) return { ...refusal('field-kind', { field }, id), expects: kind }
  const listed = fits && (!closed || choices.includes(String(value)))
  return listed ? undefined : refusal('field-choice', { field, choices: choiceWords(choices) }, id)
}

type Values = { readonly [field: string]: Json }

/** What a step says, field by field: what conditions look at goes into the fact, a word as it is known; free text stands beside it. */
export function readFields(fields: readonly ServiceField[], values: Values, known: KnownWords = {}): ReadFields | ServiceRefusal {
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
    else if (field.kind === 'signature') {
      // who signed is a person's name, and stands beside the fact as all free text does
      const { file, name } = readSignature(value)!
      if (file !== undefined) data[field.id] = { file }
      if (name !== undefined) texts[field.id] = name
    } else if (field.kind === 'occurrence') {
      const { promise, number } = value as { readonly promise: string; readonly number?: number }
      data.promise = promise
      if (number !== undefined) data.occurrence = number
    } else data[field.id] = field.kind === 'word' ? knownWord(String(value), known[field.id]) : value!
  }
  return { data, texts }
}
