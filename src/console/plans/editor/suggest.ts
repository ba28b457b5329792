import { FACTS } from '../../../core/fact.ts'
import type { FactType } from '../../../core/fact.ts'
import { SHIPPED_ROLES } from '../../../core/access/roles.ts'
import type { JsonSchema } from '../../../core/plan/shape.ts'
import { declaredIn } from './declared.ts'
import type { Declared, Named } from './declared.ts'
import { placeAt, tokenAt, tokensOf } from './yaml-place.ts'
import type { Path, Place } from './yaml-place.ts'

export type Offer = {
  readonly label: string
  readonly kind: 'key' | 'fact' | 'promise' | 'name' | 'word' | 'unit'
  /** what it is called, beside it */
  readonly name?: string | undefined
  /** what it is for, in a sentence */
  readonly info?: string | undefined
}

/** What an editor needs to know: the schema in the reader's language, and what facts are called in it. */
export type Knowledge = { readonly schema: JsonSchema; readonly factName: (type: FactType) => string }

type Schemas = readonly JsonSchema[]
const at = (schema: JsonSchema, word: string): JsonSchema | undefined => schema[word] as JsonSchema | undefined

/** What a schema lets stand in its place, one by one. */
function choices(schema: JsonSchema): Schemas {
  const any = schema.anyOf as Schemas | undefined
  return any ? any.flatMap(choices) : [schema]
}

function below(schema: JsonSchema, step: string | number): Schemas {
  if (typeof step === 'number') return schema.items ? choices(schema.items as JsonSchema) : []
  const known = at(schema, 'properties')?.[step] as JsonSchema | undefined
  if (known) return choices(known)
  const others = schema.additionalProperties
  return typeof others === 'object' && others !== null ? choices(others as JsonSchema) : []
}

/** All that the schema lets stand at the end of a path. A row of a table may be a table again. */
export function schemasAt(root: JsonSchema, path: Path): Schemas {
  let found: Schemas = choices(root)
  let table: JsonSchema | undefined
  for (const step of path) {
    table = found.find((one) => at(one, 'properties')?.by !== undefined) ?? table
    found = found.flatMap((one) => below(one, step))
    const isRow = found.some((one) => one.type === 'object' && one.properties === undefined)
    if (isRow && table) found = [...found, table]
  }
  return found
}

/** How a key is explained where it stands. */
export function explainKey(root: JsonSchema, path: Path): string | undefined {
  const key = path.at(-1)
  const known = schemasAt(root, path.slice(0, -1)).map((one) => at(one, 'properties')?.[String(key)] as JsonSchema | undefined)
  return known.map((one) => one?.description).find((one) => typeof one === 'string') as string | undefined
}

const EVENTS = ['starts', 'kept-by', 'unless', 'until', 'before', 'needs', 'on', 'due', 'all']
const REASONS = ['pauses', 'excuses', 'ignores', 'excludes']
const ROLES = ['escalate', 'owner', 'waive', 'notify']
const ZONES = ['Asia/Shanghai', 'Asia/Urumqi', 'Asia/Hong_Kong', 'Asia/Macau', 'Asia/Taipei', 'Asia/Singapore']
const UNITS = ['min', 'h', 'd', 'wd', 'w', 'mo', 'y']
const USUAL = ['30min', '1h', '2h', '4h', '8h', '24h', '48h', '1wd', '1d', '7d', '1mo', '3mo', '6mo', '12mo', '24mo']
const MEASURES = ['count ', 'time ', 'mean ', 'sum ', 'planned', 'stock.on-hand', 'roster.on-duty']

const named = (list: readonly Named[]): readonly Offer[] => list.map(({ id, name }) => ({ label: id, kind: 'name', name }))

function facts({ factName }: Knowledge): readonly Offer[] {
  return Object.entries(FACTS).flatMap(([noun, participles]) =>
    participles.map((one) => {
      const type = `${noun}.${one}` as FactType
      return { label: type, kind: 'fact' as const, name: factName(type) }
    }),
  )
}

function promiseEvents({ promises }: Declared): readonly Offer[] {
  return promises.flatMap(({ id, name, form }) => {
    const states = form === 'cover' ? ['started', 'ended', 'extended', 'start', 'end'] : ['done', 'opened', 'due', 'kept', 'broken', 'cancelled']
    const share = form === 'deadline' ? [`${id} at 80%`] : []
    return [...states.map((state) => `${id}.${state}`), ...share].map((label) => ({ label, kind: 'promise' as const, name }))
  })
}

/** Names that the plan itself knows, by the key whose value is written; a row of a table asks for what its table asks for. */
function namesFor({ path }: Place, declared: Declared, knowledge: Knowledge): readonly Offer[] {
  const keys = path.filter((step) => typeof step === 'string').toReversed()
  for (const key of keys) {
    if (EVENTS.includes(key)) return [...promiseEvents(declared), ...facts(knowledge)]
    if (REASONS.includes(key)) return named(declared.reasons)
    if (ROLES.includes(key)) return named([...declared.roles, ...SHIPPED_ROLES.map(({ id }) => ({ id, name: undefined }))])
    if (key === 'calendar') return named(declared.calendars)
    if (key === 'extend' || key === 'restart') return named(declared.promises.filter(({ form }) => form === 'cover'))
    if (key === 'count-as-not-done') return named(declared.promises)
    if (key === 'require-form') return named(declared.forms)
    if (key === 'timezone') return ZONES.map((label) => ({ label, kind: 'word' as const }))
    if (key === 'measure') return [...MEASURES.map((label) => ({ label, kind: 'word' as const })), ...facts(knowledge)]
    if (key === 'by' && keys[0] === 'by' && !keys.includes('then'))
      return [...['grade', 'zone', 'cover'].map((label) => ({ label, kind: 'word' as const })), ...named(declared.dimensions)]
  }
  return []
}

/** `30` becomes 30min, 30h …; without a number the usual ones. */
function durations(schemas: Schemas, typed: string): readonly Offer[] {
  if (!schemas.some(({ pattern }) => typeof pattern === 'string' && pattern.includes('(min|h|d|'))) return []
  const [number] = /^\d+(\.\d+)?/.exec(typed) ?? []
  const written = number === undefined ? USUAL : UNITS.map((unit) => `${number}${unit}`)
  return written.map((label) => ({ label, kind: 'unit' as const }))
}

function words(schemas: Schemas): readonly Offer[] {
  const listed = schemas.flatMap((one) => (one.enum as readonly string[] | undefined) ?? (one.type === 'boolean' ? ['true', 'false'] : []))
  return listed.map((label) => ({ label: String(label), kind: 'word' as const }))
}

function keysFor(place: Place, declared: Declared, { schema, ...rest }: Knowledge & { readonly text: string }): readonly Offer[] {
  const schemas = schemasAt(schema, place.path)
  const keys = schemas.flatMap((one) => Object.entries((one.properties ?? {}) as Readonly<Record<string, JsonSchema>>))
  const known = keys.map(([label, one]) => ({ label, kind: 'key' as const, info: one.description as string | undefined }))
  const by = tokensOf(rest.text).find(({ kind, path }) => kind === 'value' && path.join('\n') === [...place.path, 'by'].join('\n'))?.text
  const rows = by === undefined ? [] : named(declared.rows(by)).map((one) => ({ ...one, kind: 'key' as const }))
  return [...rows, ...known].filter(({ label }) => !place.siblings.includes(label))
}

function distinct(offers: readonly Offer[]): readonly Offer[] {
  return [...new Map(offers.map((one) => [one.label, one])).values()]
}

/** What may be written at an offset; `from`: where what is being written begins. */
export function offersAt(text: string, offset: number, knowledge: Knowledge): { readonly from: number; readonly offers: readonly Offer[]; readonly at: 'key' | 'value' } {
  const place = placeAt(text, offset)
  const declared = declaredIn(text)
  if (place.at === 'key') return { from: place.from, at: 'key', offers: distinct(keysFor(place, declared, { ...knowledge, text })) }
  const schemas = schemasAt(knowledge.schema, place.path)
  const offers = [...durations(schemas, place.typed), ...namesFor(place, declared, knowledge), ...words(schemas)]
  return { from: place.from, at: 'value', offers: distinct(offers) }
}

/** What stands at an offset, explained: a key by its purpose, a name by what it is called. */
export function explainAt(text: string, offset: number, { schema, factName }: Knowledge): { readonly from: number; readonly to: number; readonly words: string } | undefined {
  const token = tokenAt(text, offset)
  if (!token) return undefined
  const { from, to } = token
  if (token.kind === 'key') {
    const known = explainKey(schema, token.path) ?? nameOf(declaredIn(text), token.text)
    return known === undefined ? undefined : { from, to, words: known }
  }
  const [, head = ''] = /^([a-z0-9-]+(?:\.[a-z-]+)?)/.exec(token.text) ?? []
  const [noun = '', participle] = head.split('.')
  const isFact = Object.hasOwn(FACTS, noun) && participle !== undefined && (FACTS[noun as keyof typeof FACTS] as readonly string[]).includes(participle)
  const called = isFact ? factName(head as FactType) : nameOf(declaredIn(text), noun)
  return called === undefined ? undefined : { from, to: from + head.length, words: called }
}

function nameOf({ promises, calendars, reasons, grades, zones, roles, forms }: Declared, id: string): string | undefined {
  return [...promises, ...reasons, ...grades, ...zones, ...roles, ...forms, ...calendars].find((one) => one.id === id)?.name
}
