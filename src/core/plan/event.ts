import { FACTS, isFactType } from '../fact.ts'
import type { FactNoun } from '../fact.ts'
import { nearest } from './nearest.ts'
import { parseDuration } from '../time/duration.ts'
import type { Duration } from '../time/duration.ts'
import type { Shape, Report } from './shape.ts'
import { keyWord, show } from './shape.ts'
import { under } from './node.ts'
import type { PlanNode } from './node.ts'
import type { EventExpr, PromiseState } from './types.ts'

const STATES: readonly PromiseState[] = ['opened', 'due', 'kept', 'broken', 'done', 'cancelled', 'started', 'ended', 'extended']

/** Instants of nouns that are no promises. Those of a contract follow from its dates (`contract-dates.ts`), those of an event, and when a device was made, are told with it. */
export const INSTANTS: Readonly<Record<string, readonly string[]>> = {
  event: ['start', 'end'],
  contract: ['start', 'end'],
  asset: ['made'],
}

/** Instants that a cover names; whether there is such a cover is seen with the whole plan. */
const COVER_INSTANTS: readonly string[] = ['start', 'end']

type Problem = { readonly problem: 'bad-event' | 'unknown-fact' | 'bad-share' }

function readOffset(text: string): { readonly rest: string; readonly offset: Duration | undefined } {
  const match = /^(.*\S)\s+([+-])\s+(\S+)$/.exec(text)
  const duration = match?.[3] === undefined ? undefined : parseDuration(match[3])
  if (!match?.[1] || !duration) return { rest: text, offset: undefined }
  return { rest: match[1], offset: match[2] === '-' ? { ...duration, value: -duration.value } : duration }
}

function readBare(text: string): EventExpr | Problem {
  const share = /^([a-z0-9-]+) at (\d+(?:\.\d+)?)%$/.exec(text)
  if (share) {
    const percent = Number(share[2])
    return percent > 0 && percent < 100 ? { kind: 'share', promise: share[1]!, percent } : { problem: 'bad-share' }
  }
  const [, head = '', where] = /^(\S+)(?:\s+where\s+(.+))?$/s.exec(text) ?? []
  if (isFactType(head)) return { kind: 'fact', type: head, where: where === undefined ? undefined : { cel: where.trim() } }
  const [, noun = '', participle = ''] = /^([a-z0-9-]+)\.([a-z-]+)$/.exec(head) ?? []
  const state = STATES.find((known) => known === participle)
  const isNoun = Object.hasOwn(FACTS, noun)
  // only a fact can be asked about: behind a noun of facts the participle is the slip
  if (!noun || where !== undefined) return { problem: isNoun ? 'unknown-fact' : 'bad-event' }
  if (state && !isNoun) return { kind: 'promise', promise: noun, state }
  if (Object.hasOwn(INSTANTS, noun) && INSTANTS[noun]?.includes(participle)) return { kind: 'instant', noun, name: participle }
  if (!isNoun && COVER_INSTANTS.includes(participle)) return { kind: 'instant', noun, name: participle }
  return { problem: isNoun ? 'unknown-fact' : 'bad-event' }
}

/** `FACT [where TEST]`, `PROMISE.state`, `PROMISE at 80%`, `NOUN.instant`, each `± duration`. */
export function parseEventText(text: string): EventExpr | Problem {
  const { rest, offset } = readOffset(text.trim())
  const bare = readBare(rest)
  return 'problem' in bare || !offset ? bare : { ...bare, offset }
}

function readScalar(node: PlanNode, path: string, report: Report): EventExpr | undefined {
  const read = node.kind === 'scalar' && typeof node.value === 'string' ? parseEventText(node.value) : { problem: 'bad-event' as const }
  if (!('problem' in read)) return read
  const { problem } = read
  if (node.kind === 'scalar' && node.value === null) report('null-value', { node, path }, { path })
  else if (problem === 'unknown-fact') reportFact(node, path, report)
  else report(problem, { node, path }, { path, value: show(node) })
  return undefined
}

function reportFact(node: PlanNode, path: string, report: Report): void {
  const value = show(node).split(' ')[0] ?? ''
  const noun = value.split('.')[0] as FactNoun
  const known = FACTS[noun].map((participle) => `${noun}.${participle}`)
  const near = nearest(value, known)
  if (near) report('unknown-fact-near', { node, path }, { value, near })
  else report('unknown-fact', { node, path }, { value, known: known.join(' ') })
}

type Spot = { readonly node: PlanNode; readonly path: string }

function readGroup(kind: 'any' | 'all', { node, path }: Spot, report: Report): EventExpr | undefined {
  if (node.kind !== 'seq' || node.items.length === 0) return (report('bad-event', { node, path }, { path, value: show(node) }), undefined)
  const of = node.items.map((item, index) => readEvent(item, `${path}[${index}]`, report))
  return of.every((one) => one !== undefined) ? { kind, of } : undefined
}

function readEvent(node: PlanNode, path: string, report: Report): EventExpr | undefined {
  if (node.kind === 'seq') return readGroup('any', { node, path }, report)
  if (node.kind === 'scalar') return readScalar(node, path, report)
  const all = under(node, 'all')
  if (!all) return (report('bad-event', { node, path }, { path, value: show(node) }), undefined)
  for (const { key, at } of node.entries)
    if (key !== 'all') report('unknown-key', { node: { kind: 'scalar', at, value: key }, path: `${path}.${key}` }, { key, known: 'all' })
  return readGroup('all', { node: all, path: `${path}.all` }, report)
}

const eventText = { type: 'string', minLength: 3 } as const

/** An event, a list of events (any of them), or `{all: […]}`. */
export const event: Shape<EventExpr> = {
  read: readEvent,
  schema: {
    anyOf: [
      eventText,
      { type: 'array', items: eventText, minItems: 1 },
      {
        type: 'object',
        properties: { all: { description: keyWord('event.all'), type: 'array', items: eventText, minItems: 1 } },
        required: ['all'],
        additionalProperties: false,
      },
    ],
  },
}

export type EventLeaf = Exclude<EventExpr, { kind: 'any' | 'all' }>

/** The single events inside an expression, each with the way to it in the file: `[1]`, `['all', 0]`. */
export function placedLeaves(
  expr: EventExpr | undefined,
  path: readonly (string | number)[] = [],
): readonly { readonly path: readonly (string | number)[]; readonly leaf: EventLeaf }[] {
  if (!expr) return []
  if (expr.kind !== 'any' && expr.kind !== 'all') return [{ path, leaf: expr as EventLeaf }]
  const inside = expr.kind === 'all' ? [...path, 'all'] : path
  return expr.of.flatMap((one, index) => placedLeaves(one, [...inside, index]))
}

/** The single events inside an expression. */
export function leavesOf(expr: EventExpr | undefined): readonly EventLeaf[] {
  return placedLeaves(expr).map(({ leaf }) => leaf)
}
