import type { CoverTerm, ReplacedPart } from '../forms.ts'
import { event } from '../event.ts'
import type { PlanNode } from '../node.ts'
import { identifier, keyWord, list, needed, object, oneOf, optional, partly, refuse, show, text } from '../shape.ts'
import type { Report, Shape } from '../shape.ts'
import { parseDuration } from '../../time/duration.ts'
import { duration, value } from '../value.ts'
import type { CellShape } from '../value.ts'
import { owner, reasons } from './clause-parts.ts'

const WORDS = ['lifetime', 'maker', 'state'] as const

const TERM_SCHEMA = {
  anyOf: [{ enum: WORDS }, duration.schema],
} as const

/** `24mo`, `lifetime`, `maker`, `state`: a term as one word says it, in a plan or in a contract. */
export function readTerm(written: unknown): CoverTerm | undefined {
  if (typeof written !== 'string') return undefined
  const word = WORDS.find((one) => one === written)
  if (word) return { kind: word }
  const read = parseDuration(written)
  return read && read.value > 0 ? { kind: 'duration', duration: read } : undefined
}

type Spot = { readonly node: PlanNode; readonly path: string }

function readOne({ node, path }: Spot, report: Report): CoverTerm | undefined {
  const read = node.kind === 'scalar' ? readTerm(node.value) : undefined
  if (read) return read
  if (node.kind === 'scalar' && node.value === null) report('null-value', { node, path }, { path })
  else report('bad-value', { node, path }, { path, value: show(node), expects: 'term' })
  return undefined
}

type Choice<Kind extends string> = { readonly kinds: readonly Kind[]; readonly expects: string }

/** The one entry of a map like `{add: 12mo}`; a second is told where it stands. */
function onlyEntry<Kind extends string>(
  { node, path }: Spot,
  { kinds, expects }: Choice<Kind>,
  report: Report,
): (Spot & { readonly kind: Kind }) | undefined {
  const [entry, ...more] = node.kind === 'map' ? node.entries : []
  const kind = kinds.find((one) => one === entry?.key)
  if (!entry || !kind) report('bad-value', { node, path }, { path, value: show(node), expects })
  else
    for (const { key, at } of more)
      report('unknown-key', { node: { kind: 'scalar', at, value: key }, path: `${path}.${key}` }, { key, known: kind })
  return entry && kind && more.length === 0 ? { kind, node: entry.value, path: `${path}.${kind}` } : undefined
}

const CHOSEN = { kinds: ['longer-of', 'shorter-of', 'first-of'], expects: 'term' } as const

/** `{longer-of: [24mo, maker]}`. */
function readOf({ node, path }: Spot, report: Report): CoverTerm | undefined {
  if (node.kind !== 'map') return readOne({ node, path }, report)
  const below = onlyEntry({ node, path }, CHOSEN, report)
  if (!below) return undefined
  const { kind } = below
  if (below.node.kind !== 'seq') return refuse('not-a-list', below, report)
  if (below.node.items.length < 2) {
    report('bad-value', below, { path: below.path, value: show(below.node), expects: 'term' })
    return undefined
  }
  const of = below.node.items.map((item, index) => readOne({ node: item, path: `${below.path}[${index}]` }, report))
  return of.every((one) => one !== undefined) ? { kind, of } : undefined
}

/** A term, the longer, shorter or first known of several. */
const termCell: CellShape<CoverTerm> = {
  ofMaps: true,
  schema: {
    anyOf: [
      TERM_SCHEMA,
      ...CHOSEN.kinds.map((key) => ({
        type: 'object',
        properties: { [key]: { description: keyWord(`chosen.${key}`), type: 'array', items: TERM_SCHEMA, minItems: 2 } },
        required: [key],
        additionalProperties: false,
      })),
    ],
  },
  read: (node, path, report) => readOf({ node, path }, report),
}

/** A term, or a table of them. */
const term = value(termCell)

const REPLACED = { kinds: ['longer-of', 'add'], expects: 'replaced-part' } as const

/** `restart`, `remainder`, `{longer-of: 12mo}`, `{add: 12mo}`. */
const replacedPart: Shape<ReplacedPart> = {
  schema: {
    anyOf: [
      { enum: ['restart', 'remainder'] },
      ...REPLACED.kinds.map((key) => ({
        type: 'object',
        properties: { [key]: { description: keyWord(`replaced.${key}`), ...duration.schema } },
        required: [key],
        additionalProperties: false,
      })),
    ],
  },
  read(node, path, report) {
    if (node.kind !== 'map') {
      const kind = oneOf('restart', 'remainder').read(node, path, report)
      return kind && { kind }
    }
    const entry = onlyEntry({ node, path }, REPLACED, report)
    const read = entry && duration.read(entry.node, entry.path, report)
    return entry && read && { kind: entry.kind, duration: read }
  },
}

/** The cover form: all its keys, once, for parser and editor. */
export const cover = object({
  per: optional(owner, 'cover.per'),
  starts: needed(event, 'cover.starts'),
  when: optional(text, 'cover.when'),
  term: needed(term, 'cover.term'),
  'replaced-part': optional(replacedPart, 'cover.replaced-part'),
  excludes: optional(reasons, 'cover.excludes'),
  gives: optional(list(identifier), 'cover.gives'),
  until: optional(event, 'cover.until'),
})

export const coverPartly = partly(cover)
export type ReadCover = NonNullable<ReturnType<typeof coverPartly.read>>
