import type { PlanNode } from './node.ts'
import type { KeyWord } from './words/keys/zh-CN.ts'
import type { FindingCode } from './words/zh-CN.ts'
import { nearest } from './nearest.ts'

/** JSON Schema, as far as editors need it. */
export type JsonSchema = { readonly [key: string]: unknown }

export type Params = Readonly<Record<string, string | number>>
export type Report = (code: FindingCode, at: { readonly node: PlanNode; readonly path: string }, params?: Params) => void

/**
 * One thing that may stand in a plan file: how it is read, and how an editor is told of it. Parser and JSON Schema come from the same table,
 * so neither can say something that the other does not. `read` gives undefined after it has reported why.
 */
export type Shape<T> = { readonly read: (node: PlanNode, path: string, report: Report) => T | undefined; readonly schema: JsonSchema }

/** Reports a node that is not of its kind; a key without a value is told as that and not as a wrong value. */
export function refuse(
  code: 'not-a-map' | 'not-a-list',
  { node, path }: { readonly node: PlanNode; readonly path: string },
  report: Report,
): undefined {
  const forgotten = node.kind === 'scalar' && node.value === null && path !== ''
  report(forgotten ? 'null-value' : code, { node, path }, { path: path || 'plan', value: show(node) })
  return undefined
}

export function show(node: PlanNode): string {
  return node.kind === 'scalar' ? String(node.value) : node.kind === 'map' ? '{…}' : '[…]'
}

/** A scalar read by a function; null is never a value: it is a key whose value somebody forgot. */
export function scalar<T>(expects: string, convert: (value: string | number | boolean) => T | undefined, schema: JsonSchema): Shape<T> {
  return {
    schema,
    read(node, path, report) {
      if (node.kind === 'scalar' && node.value === null) return (report('null-value', { node, path }, { path }), undefined)
      const value = node.kind === 'scalar' && node.value !== null ? convert(node.value) : undefined
      if (value === undefined) report('bad-value', { node, path }, { path, value: show(node), expects })
      return value
    },
  }
}

export const text: Shape<string> = scalar('text', (value) => (typeof value === 'string' && value.trim() !== '' ? value : undefined), {
  type: 'string',
  pattern: '\\S',
})

/** Ids may be written as numbers (`{id: 24}`): YAML reads those without asking. */
function readIdentifier(value: string | number | boolean): string | undefined {
  return typeof value !== 'boolean' && /^[a-z0-9][a-z0-9-]*$/.test(String(value)) ? String(value) : undefined
}

export const identifier: Shape<string> = scalar('identifier', readIdentifier, {
  type: ['string', 'integer'],
  pattern: '^[a-z0-9][a-z0-9-]*$',
  minimum: 0,
})
export const wholeNumber: Shape<number> = scalar(
  'whole-number',
  (value) => (typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : undefined),
  {
    type: 'integer',
    minimum: 1,
  },
)

export function oneOf<const T extends string>(...choices: readonly T[]): Shape<T> {
  return {
    schema: { enum: choices },
    read(node, path, report) {
      if (node.kind === 'scalar' && node.value === null) return (report('null-value', { node, path }, { path }), undefined)
      const value = choices.find((choice) => node.kind === 'scalar' && String(node.value) === choice)
      if (value === undefined) report('bad-choice', { node, path }, { path, value: show(node), choices: choices.join(' ') })
      return value
    },
  }
}

export function list<T>(item: Shape<T>): Shape<readonly T[]> {
  return {
    schema: { type: 'array', items: item.schema },
    read(node, path, report) {
      if (node.kind !== 'seq') return refuse('not-a-list', { node, path }, report)
      return node.items.flatMap((one, index) => item.read(one, `${path}[${index}]`, report) ?? [])
    },
  }
}

/** A map with keys of the writer's choosing. */
export function dictionary<T>(key: Shape<string>, value: Shape<T>): Shape<Readonly<Record<string, T>>> {
  return {
    schema: { type: 'object', propertyNames: key.schema, additionalProperties: value.schema },
    read(node, path, report) {
      if (node.kind !== 'map') return refuse('not-a-map', { node, path }, report)
      const out: Record<string, T> = {}
      for (const entry of node.entries) {
        const below = `${path}.${entry.key}`
        if (key.read({ kind: 'scalar', at: entry.at, value: entry.key }, below, report) === undefined) continue
        const read = value.read(entry.value, below, report)
        if (read !== undefined) out[entry.key] = read
      }
      return out
    },
  }
}

/** `doc`: which words say what the key is for; in every language they stand in words/keys. */
export type Field<T> = { readonly shape: Shape<T>; readonly required: boolean; readonly doc: KeyWord }
export function needed<T>(shape: Shape<T>, doc: KeyWord): Field<T> {
  return { shape, required: true, doc }
}
export function optional<T>(shape: Shape<T>, doc: KeyWord): Field<T | undefined> {
  return { shape, required: false, doc }
}

/** For schemas that are written by hand: the words that explain a key. */
export function keyWord(word: KeyWord): KeyWord {
  return word
}

type Fields = Readonly<Record<string, Field<unknown>>>
type ReadFields<F extends Fields> = { readonly [Key in keyof F]: F[Key] extends Field<infer T> ? T : never }

export type ObjectShape<F extends Fields> = Shape<ReadFields<F>> & {
  /** What could be read of it, however much is missing: so that the rest of a plan can be checked all the same. */
  readonly readPartly: (node: PlanNode, path: string, report: Report) => Partial<ReadFields<F>>
}

/** A map with these keys and no others; all that is wrong is reported, and the object is there only when every needed key is. */
export function object<F extends Fields>(fields: F): ObjectShape<F> {
  const known = Object.keys(fields)
  const properties = Object.fromEntries(
    Object.entries(fields).map(([key, field]) => [key, { ...field.shape.schema, description: field.doc }]),
  )
  const required = known.filter((key) => fields[key]!.required)
  const readPartly = (node: PlanNode, path: string, report: Report): Partial<ReadFields<F>> => {
    const out: Record<string, unknown> = {}
    if (node.kind !== 'map') return (refuse('not-a-map', { node, path }, report), out as Partial<ReadFields<F>>)
    for (const entry of node.entries) {
      const field = Object.hasOwn(fields, entry.key) ? fields[entry.key] : undefined
      const below = path === '' ? entry.key : `${path}.${entry.key}`
      const key: PlanNode = { kind: 'scalar', at: entry.at, value: entry.key }
      if (field) out[entry.key] = field.shape.read(entry.value, below, report)
      else reportUnknown(report, { node: key, path: below }, { key: entry.key, known })
    }
    const missing = required.filter((key) => !node.entries.some((entry) => entry.key === key))
    for (const key of missing) report('missing-key', { node, path }, { path: path || 'plan', key })
    return out as Partial<ReadFields<F>>
  }
  return {
    schema: { type: 'object', properties, required, additionalProperties: false },
    readPartly,
    read(node, path, report) {
      const out = readPartly(node, path, report)
      return required.every((key) => out[key] !== undefined) ? (out as ReadFields<F>) : undefined
    },
  }
}

/** The same map, read as far as it goes. */
export function partly<F extends Fields>({ schema, readPartly }: ObjectShape<F>): Shape<Partial<ReadFields<F>>> {
  return { schema, read: readPartly }
}

function reportUnknown(
  report: Report,
  at: { readonly node: PlanNode; readonly path: string },
  { key, known }: { readonly key: string; readonly known: readonly string[] },
): void {
  const near = nearest(key, known)
  if (near === undefined) report('unknown-key', at, { key, known: known.join(' ') })
  else report('unknown-key-near', at, { key, near })
}
