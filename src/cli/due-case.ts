import type { Json } from '../core/fact.ts'
import type { Plan } from '../core/plan/types.ts'
import { isElapsed, parseDuration } from '../core/time/duration.ts'
import { HOUR_MS, MINUTE_MS, parseInstant } from '../core/time/instant.ts'
import type { Instant } from '../core/time/instant.ts'
import { InputError } from './say.ts'

/** One question to a plan: when is this promise due, started then, with these dimensions? */
export type DueCase = { readonly promise: string; readonly start: Instant; readonly data: { readonly [key: string]: Json } }

/** A grade asked for on the command line is both sides' grade: whichever the plan follows. */
function dataOf(fields: Readonly<Record<string, Json>>): { readonly [key: string]: Json } {
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

/** `{"promise": "arrive", "start": "2026-09-30T18:00+08:00", "grade": "major", …}`; the line number counts from 1. */
export function readCase(text: string, line: number): DueCase {
  const row = parseObject(text)
  if (!row) throw new InputError('input.case-line', { line, wants: 'case.wants-object' })
  const { promise, start, ...fields } = row
  if (typeof promise !== 'string' || promise === '') throw new InputError('input.case-line', { line, wants: 'case.wants-promise' })
  const at = typeof start === 'string' ? parseInstant(start) : undefined
  if (at === undefined) throw new InputError('input.case-line', { line, wants: 'case.wants-start' })
  return { promise, start: at, data: dataOf(fields as Record<string, Json>) }
}

function travelMs(text: string): number {
  const duration = parseDuration(text)
  if (!duration || !isElapsed(duration.unit)) throw new InputError('input.travel', { text })
  return duration.value * (duration.unit === 'h' ? HOUR_MS : MINUTE_MS)
}

function allowed(plan: Plan, name: string): readonly string[] | undefined {
  if (name === 'grade') return plan.grades.map((grade) => grade.id)
  if (name === 'zone') return plan.zones.map((zone) => zone.id)
  return plan.dimensions[name]?.values
}

/** `--grade major --zone=county --travel 3h`: the dimensions that this plan has; others are refused, as is a value that the plan does not know. */
export function readOptions(words: readonly string[], plan: Plan): { readonly [key: string]: Json } {
  const fields: Record<string, Json> = {}
  for (let at = 0; at < words.length; at++) {
    const match = /^--([a-z][a-z-]*)(?:=(.*))?$/.exec(words[at] ?? '')
    const name = match?.[1] ?? ''
    const value = match?.[2] ?? words[++at]
    if (!match || value === undefined) throw new InputError('usage.unknown-option', { text: words[at] ?? words.at(-1) ?? '' })
    const values = allowed(plan, name)
    if (name === 'travel') fields.travelMs = travelMs(value)
    else if (name === 'type') fields.type = value
    else if (!values)
      throw new InputError('input.dimension-unknown', { name, known: ['grade', 'zone', ...Object.keys(plan.dimensions)].join(' ') })
    else if (!values.includes(value)) throw new InputError('input.dimension-value', { name, value, known: values.join(' ') })
    else fields[name] = value
  }
  return dataOf(fields)
}
