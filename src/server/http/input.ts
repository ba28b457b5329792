import type { z } from 'zod'
import type { Locale, Params } from '../../core/words.ts'
import { isName, nameOf } from '../../core/ticket/refusal.ts'
import { saySentence } from '../words/say.ts'
import type { ServerKey } from '../words/say.ts'
import { Refused, refuse, refuseField } from './problem.ts'
import { badText } from './text.ts'
import type { FieldProblem } from './problem.ts'

type Issue = z.core.$ZodIssue

/** Reads a part of the request by its schema; what is wrong is said field by field in the reader's language. */
export function readInput<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> | Refused {
  const bad = badText(value)
  if (bad) return refuseField(bad.path.join('.'), bad.problem === 'depth' ? 'field.too-deep' : 'field.control')
  const read = schema.safeParse(value, { reportInput: true })
  if (read.success) return read.data
  const errors = read.error.issues.flatMap(fieldProblems)
  const [first] = errors
  if (first && errors.length === 1)
    return new Refused({ status: 400, code: first.code, say: first.say }).with({ field: first.field, errors })
  return refuse(400, 'request.invalid', { count: errors.length }).with({ field: first?.field, errors })
}

/** A sentence with what fills it; `expected` is a word of its own in each language. */
type Sentence = {
  readonly key: ServerKey
  readonly params?: Params
  readonly expected?: ServerKey
  /** what may stand there, as a program writes it */
  readonly choices?: readonly string[]
}

function fieldProblems(issue: Issue): FieldProblem[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => problem([...issue.path, key], { key: 'field.unknown' }))
  if (issue.code === 'invalid_union') {
    const closest = issue.errors.toSorted((a, b) => a.length - b.length)[0] ?? []
    return closest.flatMap((inner) => fieldProblems({ ...inner, path: [...issue.path, ...inner.path] } as Issue))
  }
  return [problem(issue.path, sentenceOf(issue))]
}

function sentenceOf(issue: Issue): Sentence {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? { key: 'field.required' } : { key: 'field.type', expected: typeName(issue.expected) }
    case 'too_big':
      return {
        key: bound(issue.origin, { text: 'field.too-long', list: 'field.too-many', number: 'field.too-big' }),
        params: { max: Number(issue.maximum) },
      }
    case 'too_small':
      return {
        key: bound(issue.origin, { text: 'field.too-short', list: 'field.too-few', number: 'field.too-small' }),
        params: { min: Number(issue.minimum) },
      }
    case 'invalid_value':
      return issue.input === undefined ? { key: 'field.required' } : { key: 'field.choice', choices: issue.values.map(String) }
    default:
      return { key: 'field.format' }
  }
}

const TYPES: readonly string[] = ['string', 'number', 'int', 'boolean', 'object', 'array', 'record']

function typeName(expected: string): ServerKey {
  return (TYPES.includes(expected) ? `type.${expected}` : 'type.other') as ServerKey
}

function bound(origin: string, { text, list, number }: Readonly<Record<'text' | 'list' | 'number', ServerKey>>): ServerKey {
  return origin === 'string' ? text : origin === 'array' || origin === 'set' ? list : number
}

/** The name of a value, where the trade has one for it: a ticket's type, its channel. */
function choiceName(locale: Locale, choice: string): string | undefined {
  const key = [`type.${choice}`, `channel.${choice}`].find(isName)
  return key && nameOf(key, locale)
}

/** `故障（fault）、咨询（consultation）`: a person reads the name, a program's author the value. */
function sayChoices(locale: Locale, choices: readonly string[]): string {
  const named = choices.map((choice) => {
    const name = choiceName(locale, choice)
    return name === undefined
      ? saySentence(locale, 'field.choice-bare', { choice })
      : saySentence(locale, 'field.choice-named', { name, choice })
  })
  return named.join(saySentence(locale, 'list.comma'))
}

function problem(path: readonly PropertyKey[], { key, params = {}, expected, choices }: Sentence): FieldProblem {
  const say = (locale: Locale) =>
    saySentence(locale, key, {
      ...params,
      ...(expected ? { expected: saySentence(locale, expected) } : {}),
      ...(choices ? { choices: sayChoices(locale, choices) } : {}),
    })
  return { field: path.map(String).join('.'), code: key, say }
}
