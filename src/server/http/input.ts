import type { z } from 'zod'
import type { Locale, Params } from '../../core/words.ts'
import { saySentence } from '../words/say.ts'
import type { ServerKey } from '../words/say.ts'
import { Refused, refuse } from './problem.ts'
import type { FieldProblem } from './problem.ts'

type Issue = z.core.$ZodIssue

/** Reads a part of the request by its schema; what is wrong is said field by field in the reader's language. */
export function readInput<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> | Refused {
  const read = schema.safeParse(value, { reportInput: true })
  if (read.success) return read.data
  const errors = read.error.issues.flatMap(fieldProblems)
  const [first] = errors
  if (first && errors.length === 1) return new Refused(400, first.code, first.say, { field: first.field, errors })
  return refuse(400, 'request.invalid', { count: errors.length }, { field: first?.field, errors })
}

function fieldProblems(issue: Issue): FieldProblem[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => problem([...issue.path, key], 'field.unknown'))
  if (issue.code === 'invalid_union') {
    const closest = issue.errors.toSorted((a, b) => a.length - b.length)[0] ?? []
    return closest.flatMap((inner) => fieldProblems({ ...inner, path: [...issue.path, ...inner.path] } as Issue))
  }
  const [key, params, expected] = sentenceOf(issue)
  return [problem(issue.path, key, params, expected)]
}

function sentenceOf(issue: Issue): [ServerKey, Params?, ServerKey?] {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? ['field.required'] : ['field.type', {}, typeName(issue.expected)]
    case 'too_big':
      return [bound(issue.origin, 'field.too-long', 'field.too-many', 'field.too-big'), { max: Number(issue.maximum) }]
    case 'too_small':
      return [bound(issue.origin, 'field.too-short', 'field.too-few', 'field.too-small'), { min: Number(issue.minimum) }]
    case 'invalid_value':
      if (issue.input === undefined) return ['field.required']
      return ['field.choice', { choices: issue.values.map(String).join(', ') }]
    default:
      return ['field.format']
  }
}

const TYPES: readonly string[] = ['string', 'number', 'int', 'boolean', 'object', 'array', 'record']

function typeName(expected: string): ServerKey {
  return (TYPES.includes(expected) ? `type.${expected}` : 'type.other') as ServerKey
}

function bound(origin: string, text: ServerKey, list: ServerKey, number: ServerKey): ServerKey {
  return origin === 'string' ? text : origin === 'array' || origin === 'set' ? list : number
}

function problem(path: readonly PropertyKey[], key: ServerKey, params: Params = {}, expected?: ServerKey): FieldProblem {
  const say = (locale: Locale) => saySentence(locale, key, expected ? { ...params, expected: saySentence(locale, expected) } : params)
  return { field: path.map(String).join('.'), code: key, say }
}
