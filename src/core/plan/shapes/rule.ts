import type { RuleEffect } from '../forms.ts'
import { event } from '../event.ts'
import type { PlanNode } from '../node.ts'
import { identifier, list, needed, object, oneOf, optional, partly, scalar, show, text, wholeNumber } from '../shape.ts'
import type { Report, Shape } from '../shape.ts'
import { duration } from '../value.ts'
import { owner } from './clause-parts.ts'
import { readFen, readPercent } from './scalars.ts'

type Amount = { readonly fen: number | undefined; readonly percent: number | undefined }

/** `500.00` yuan, `1%` of something, or `unstated`: the contract fills it in. */
const amount: Shape<Amount> = scalar(
  'amount',
  (written) => {
    if (written === 'unstated') return { percent: undefined, fen: undefined }
    const percent = readPercent(written)
    const fen = percent === undefined ? readFen(written) : undefined
    return percent === undefined && fen === undefined ? undefined : { percent, fen }
  },
  { type: ['string', 'number'], pattern: '^(\\d+(\\.\\d{1,4})?%?|unstated)$' },
)

const fields = object({
  extend: optional(identifier, 'effect.extend'),
  restart: optional(identifier, 'effect.restart'),
  by: optional(duration, 'effect.by'),
  entitle: optional(identifier, 'effect.entitle'),
  demand: optional(identifier, 'effect.demand'),
  escalate: optional(identifier, 'effect.escalate'),
  notify: optional(identifier, 'effect.notify'),
  'open-task': optional(identifier, 'effect.open-task'),
  owner: optional(identifier, 'effect.owner'),
  credit: optional(amount, 'effect.credit'),
  deduct: optional(amount, 'effect.deduct'),
  of: optional(identifier, 'effect.of'),
  'count-as-not-done': optional(identifier, 'effect.count-as-not-done'),
  'require-form': optional(identifier, 'effect.require-form'),
})
type ReadEffect = ReturnType<typeof fields.readPartly>

export const EFFECTS = [
  'extend',
  'restart',
  'entitle',
  'demand',
  'escalate',
  'notify',
  'open-task',
  'credit',
  'deduct',
  'count-as-not-done',
  'require-form',
] as const satisfies readonly RuleEffect['kind'][]

/** Keys that belong to one effect alone. */
const BESIDE = { by: ['extend'], owner: ['open-task'], of: ['credit', 'deduct'] } as const

function made(kind: RuleEffect['kind'], read: ReadEffect): RuleEffect | undefined {
  const name = read[kind]
  switch (kind) {
    case 'extend':
      return read.by && read.extend !== undefined ? { kind, cover: read.extend, by: read.by } : undefined
    case 'credit':
    case 'deduct': {
      const sum = read[kind]
      return sum && { kind, ...sum, of: read.of }
    }
    case 'open-task':
      return { kind, task: read['open-task']!, owner: read.owner }
    case 'restart':
      return { kind, cover: String(name) }
    case 'entitle':
    case 'demand':
      return { kind, what: String(name) }
    case 'escalate':
    case 'notify':
      return { kind, to: String(name) }
    case 'count-as-not-done':
      return { kind, promise: String(name) }
    case 'require-form':
      return { kind, form: String(name) }
    default:
      return kind satisfies never
  }
}

type Spot = { readonly node: PlanNode; readonly path: string }

function effectOf({ node, path }: Spot, report: Report): RuleEffect | undefined {
  const read = fields.readPartly(node, path, report)
  if (node.kind !== 'map') return undefined
  const written = node.entries.map(({ key }) => key)
  const [kind, second] = EFFECTS.filter((one) => written.includes(one))
  const astray = Object.entries(BESIDE).find(([key, of]) => written.includes(key) && !(of as readonly string[]).includes(kind ?? ''))
  if (!kind || second || astray) {
    report('effect-one', { node, path }, { path, value: show(node), known: EFFECTS.join(' ') })
    return undefined
  }
  if (kind === 'extend' && !written.includes('by')) report('missing-key', { node, path }, { path, key: 'by' })
  return read[kind] === undefined ? undefined : made(kind, read)
}

const effect: Shape<RuleEffect> = {
  schema: { ...fields.schema, minProperties: 1 },
  read: (node, path, report) => effectOf({ node, path }, report),
}

/** The rule form: all its keys, once, for parser and editor. */
export const rule = object({
  per: optional(owner, 'rule.per'),
  on: needed(event, 'rule.on'),
  when: optional(text, 'rule.when'),
  times: optional(wholeNumber, 'rule.times'),
  same: optional(list(scalarField()), 'rule.same'),
  unless: optional(event, 'rule.unless'),
  once: optional(oneOf('event', 'owner'), 'rule.once'),
  // oxlint-disable-next-line unicorn/no-thenable -- the plan file's own word; shapes are awaited nowhere
  then: needed(list(effect), 'rule.then'),
})

/** A field of a fact: `asset`, `partSerial`. */
function scalarField(): Shape<string> {
  return scalar('field', (written) => (typeof written === 'string' && /^[a-z][A-Za-z0-9]*$/.test(written) ? written : undefined), {
    type: 'string',
    pattern: '^[a-z][A-Za-z0-9]*$',
  })
}

export const rulePartly = partly(rule)
export type ReadRule = NonNullable<ReturnType<typeof rulePartly.read>>
