import { Environment } from '@marcbachmann/cel-js'
import { CHANNELS } from '../ticket/forms.ts'
import type { Fields } from './fields.ts'

/** A condition ready to judge. Never throws: what cannot be judged (a field is missing) is not met. */
export type Judge = (scope: Readonly<Record<string, unknown>>) => boolean

export type ConditionProblem =
  | { readonly problem: 'condition-broken' | 'condition-not-yes-or-no' | 'condition-clock' }
  | { readonly problem: 'condition-unknown-field'; readonly field: string }

/** CEL's own time functions read the host's zone: the same plan would mean other things on other machines. */
const HOST_TIME = /\b(timestamp|duration|get(FullYear|Month|Date|Day(OfMonth|OfWeek|OfYear)|Hours|Minutes|Seconds|Milliseconds))\s*\(/

/** CEL has a built-in `type`; the type of a ticket is what plans mean by it, so it goes by another name inside. */
const INNER: Readonly<Record<string, string>> = { type: 'ticketType' }

/** A string that is never closed takes the rest: what stands behind a forgotten quote is no field. */
const STRINGS = /("(?:[^"\\]|\\.)*(?:"|$)|'(?:[^'\\]|\\.)*(?:'|$))/

function withoutStrings(cel: string): string {
  const parts = cel.split(STRINGS)
  return parts.map((part, index) => (index % 2 === 1 ? '""' : part)).join('')
}

function innerText(cel: string): string {
  const parts = cel.split(STRINGS)
  return parts.map((part, index) => (index % 2 === 1 ? part : part.replaceAll(/(?<![.\w])type(?!\w|\s*\()/g, 'ticketType'))).join('')
}

/** `channel == "duty"`, `channel in ["duty", "mail"]` */
const CHANNEL_IS = /(?<![.\w])channel\s*(==|!=)\s*("[a-z0-9-]+"|'[a-z0-9-]+')/g
const CHANNEL_IN = /(?<![.\w])channel\s+in\s+(\[[^\]]*\])/g

/**
 * A report names the way it came twice: what kind of channel it was (phone, mail …) and which of the plan's own, where it was one. Plans ask for both as
 * `channel`; inside, the plan's own goes by another name.
 */
function withOwnChannels(cel: string, fields: Fields): string {
  if (!Object.hasOwn(fields, 'line')) return cel
  const standard = (written: string) => (CHANNELS as readonly string[]).includes(written.slice(1, -1))
  return cel
    .replaceAll(CHANNEL_IS, (all, compare: string, written: string) => (standard(written) ? all : `line ${compare} ${written}`))
    .replaceAll(CHANNEL_IN, (all, list: string) => `(${all} || line in ${list})`)
}

/** The order in which these fields' values stand, the lowest first. */
function orderIn(fields: Fields): readonly string[] | undefined {
  return Object.values(fields).find((type) => typeof type === 'object')?.order
}

function environmentFor(fields: Fields): Environment {
  const environment = new Environment({ unlistedVariablesAreDyn: false })
  for (const [name, type] of Object.entries(fields))
    environment.registerVariable(INNER[name] ?? name, typeof type === 'object' ? 'string' : type)
  const order = orderIn(fields)
  if (order) environment.registerFunction('placeIn(string): int', (value: string) => placeIn(order, value))
  return environment
}

/** Throws for a value that has no place in the order: nobody knows whether it is higher. */
function placeIn(order: readonly string[], value: string): bigint {
  const at = order.indexOf(value)
  if (at < 0) throw new Error(`no place for ${value}`)
  return BigInt(at)
}

const SIDE = String.raw`(\bclass\b|\bassetClass\b|"[^"]*")`
const ORDERED = new RegExp(`${SIDE}(\\s*)(>=|<=|>|<)(\\s*)${SIDE}`, 'g')

/** `class >= asset.class` compares by the order that the plan gives its classes, and never by their letters. */
function byOrder(cel: string, fields: Fields): string {
  if (orderIn(fields) === undefined) return cel
  return cel.replaceAll(/\basset\.class\b/g, 'assetClass').replaceAll(ORDERED, 'placeIn($1)$2$3$4placeIn($5)')
}

const KEYWORDS: readonly string[] = ['true', 'false', 'null', 'in']

/** The fields that a condition asks for, each once. */
export function namesIn(cel: string): readonly string[] {
  const words = [...withoutStrings(cel).matchAll(/(?<![.\w])([A-Za-z_]\w*)(?!\w|\s*\()/g)].map((match) => match[1]!)
  return [...new Set(words)].filter((word) => !KEYWORDS.includes(word))
}

function unknownField(cel: string, fields: Fields): string | undefined {
  return namesIn(cel).find((name) => !Object.hasOwn(fields, name))
}

type Checked = { readonly ok: true; readonly judge: Judge } | ({ readonly ok: false } & ConditionProblem)

/** Parses and type-checks a condition over these fields (CEL, common expression language; a subset without its clock). */
export function compileCondition(cel: string, fields: Fields): Checked {
  if (HOST_TIME.test(withoutStrings(cel))) return { ok: false, problem: 'condition-clock' }
  try {
    const parsed = environmentFor(fields).parse(innerText(byOrder(withOwnChannels(cel, fields), fields)))
    const checked = parsed.check()
    if (!checked.valid) {
      const field = unknownField(cel, fields)
      return field === undefined ? { ok: false, problem: 'condition-broken' } : { ok: false, problem: 'condition-unknown-field', field }
    }
    if (checked.type !== 'bool' && checked.type !== 'dyn') return { ok: false, problem: 'condition-not-yes-or-no' }
    return { ok: true, judge: judgeOf(parsed, Object.keys(fields)) }
  } catch {
    const field = unknownField(cel, fields)
    return field === undefined ? { ok: false, problem: 'condition-broken' } : { ok: false, problem: 'condition-unknown-field', field }
  }
}

/**
 * The text that is met where this one is not. Of what cannot be judged, because a field is not known yet, neither is met: so a reader of both tells
 * "no" from "nobody knows". (The line's end closes a comment.)
 */
export function contraryOf(cel: string): string {
  return `!(${cel}\n)`
}

function judgeOf(parsed: (scope: Record<string, unknown>) => unknown, names: readonly string[]): Judge {
  return (scope) => {
    try {
      const seen: Record<string, unknown> = names.includes('line') ? { line: '' } : {}
      for (const name of names) if (scope[name] !== undefined) seen[INNER[name] ?? name] = scope[name]
      return parsed(seen) === true
    } catch {
      return false
    }
  }
}
