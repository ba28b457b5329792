import type { Json } from '../core/fact.ts'
import type { Plan } from '../core/plan/types.ts'
import { TICKET_TYPES } from '../core/ticket/forms.ts'
import { isElapsed, parseDuration } from '../core/time/duration.ts'
import { HOUR_MS, MINUTE_MS, parseInstant } from '../core/time/instant.ts'
import type { Instant } from '../core/time/instant.ts'
import { InputError } from './say.ts'

/** One question to a plan: when is this promise due, started then, with these dimensions? */
export type DueCase = { readonly promise: string; readonly start: Instant; readonly data: { readonly [key: string]: Json } }

type Fields = Readonly<Record<string, Json>>

/** A grade asked for on the command line is both sides' grade: whichever the plan follows. */
function dataOf(fields: Fields): { readonly [key: string]: Json } {
  const data: Record<string, Json> = { type: 'fault', ...fields }
  if (fields.grade !== undefined) data.customerGrade = fields.grade
  return data
}

function parseObject(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const row: unknown = JSON.parse(line)
    return typeof row === 'object' && row !== null && !Array.isArray(row) ? (row as Readonly<Record<string, unknown>>) : undefined
  } catch {
    return undefined
  }
}

/** Values that the plan, or the trade, knows of a field; undefined: it is no field of which that can be said. */
function allowed(plan: Plan, name: string): readonly string[] | undefined {
  if (name === 'type') return TICKET_TYPES
  if (name === 'grade') return plan.grades.map((grade) => grade.id)
  if (name === 'zone') return plan.zones.map((zone) => zone.id)
  return Object.hasOwn(plan.dimensions, name) ? plan.dimensions[name]!.values : undefined
}

/** The first field with a value that the plan does not know. */
function unknownValue(fields: Fields, plan: Plan): { readonly name: string; readonly value: string; readonly known: string } | undefined {
  for (const [name, value] of Object.entries(fields)) {
    const values = allowed(plan, name)
    if (values && !values.some((one) => one === value)) return { name, value: String(value), known: values.join(' ') }
  }
  return undefined
}

/** `{"promise": "arrive", "start": "2026-09-30T18:00+08:00", "grade": "major", …}`; the line number counts from 1. */
export function readCase({ text, line }: { readonly text: string; readonly line: number }, plan: Plan): DueCase {
  const row = parseObject(text)
  if (!row) throw new InputError('input.case-line', { line, wants: 'case.wants-object' })
  const { promise, start, ...rest } = row
  if (typeof promise !== 'string' || promise === '') throw new InputError('input.case-line', { line, wants: 'case.wants-promise' })
  const at = typeof start === 'string' ? parseInstant(start) : undefined
  if (at === undefined) throw new InputError('input.case-line', { line, wants: 'case.wants-start' })
  const fields = rest as Fields
  const unknown = unknownValue(fields, plan)
  if (unknown) throw new InputError('input.case-line', { line, wants: 'input.dimension-value', ...unknown })
  return { promise, start: at, data: dataOf(fields) }
}

function travelMs(text: string): number {
  const duration = parseDuration(text)
  if (!duration || !isElapsed(duration.unit)) throw new InputError('input.travel', { text })
  return duration.value * (duration.unit === 'h' ? HOUR_MS : MINUTE_MS)
}

/** `--grade major --zone=county --travel 3h`: the dimensions that this plan has; others are refused, as is a value that the plan does not know. */
export function readOptions(words: readonly string[], plan: Plan): { readonly [key: string]: Json } {
  const fields: Record<string, Json> = {}
  for (let at = 0; at < words.length; at++) {
    const match = /^--([a-z][a-z-]*)(?:=(.*))?$/.exec(words[at] ?? '')
    if (!match) throw new InputError('usage.unknown-option', { text: words[at] ?? '' })
    const name = match[1] ?? ''
    if (name !== 'travel' && !allowed(plan, name))
      throw new InputError('input.dimension-unknown', { name, known: ['grade', 'zone', ...Object.keys(plan.dimensions)].join(' ') })
    const value = match[2] ?? words[++at]
    if (value === undefined || value === '') throw new InputError('usage.missing-value', { option: `--${name}` })
    fields[name === 'travel' ? 'travelMs' : name] = name === 'travel' ? travelMs(value) : value
  }
  const unknown = unknownValue(fields, plan)
  if (unknown) throw new InputError('input.dimension-value', unknown)
  return dataOf(fields)
}
