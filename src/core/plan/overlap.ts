import type { Test } from './types.ts'

/** What a condition says of one field: that it is one of these, none of these, or a number on one side of a bound. */
export type Saying = { readonly field: string } & (
  | { readonly kind: 'in' | 'not'; readonly values: readonly string[] }
  | { readonly kind: 'bound'; readonly compare: '<' | '<=' | '>' | '>='; readonly bound: number }
)

/** Sayings that hold together; a condition is met in one or several such ways. */
export type Way = readonly Saying[]

const LISTED = /["']([^"']*)["']/g

/** `type == "fault"`, `!removable`, `cause in ["misuse", "flood"]`, `km > 30`; undefined: more than that. */
function sayingOf(atom: string): Saying | undefined {
  const [, not, bare] = /^(!?)(\w+)$/.exec(atom) ?? []
  if (bare !== undefined) return { field: bare, kind: 'in', values: [String(not === '')] }
  const [, field, compare, word, number] = /^(\w+) *(==|!=|>=|<=|>|<) *(?:["']([^"']*)["']|(true|false|\d+(?:\.\d+)?))$/.exec(atom) ?? []
  const value = word ?? number
  if (field !== undefined && value !== undefined) {
    if (compare === '==' || compare === '!=') return { field, kind: compare === '==' ? 'in' : 'not', values: [value] }
    return { field, kind: 'bound', compare: compare as '<', bound: Number(value) }
  }
  const [, of, list] = /^(\w+) in \[((?:["'][^"']*["'](?:, *)?)+)\]$/.exec(atom) ?? []
  return of === undefined ? undefined : { field: of, kind: 'in', values: [...(list ?? '').matchAll(LISTED)].map((match) => match[1] ?? '') }
}

/** The ways in which a condition is met; undefined where it is more than comparisons joined by `&&` and `||`. No condition is met in any way. */
export function waysOf(test: Test | undefined): readonly Way[] | undefined {
  if (!test) return [[]]
  const ways = test.cel.split('||').map((way) => way.split('&&').map((atom) => sayingOf(atom.trim())))
  const read = ways.map((way) => way.filter((one) => one !== undefined))
  return read.every((way, at) => way.length === ways[at]!.length) ? read : undefined
}

function holds({ compare, bound }: Extract<Saying, { kind: 'bound' }>, value: number): boolean {
  if (compare === '<') return value < bound
  if (compare === '<=') return value <= bound
  return compare === '>' ? value > bound : value >= bound
}

type Bound = Extract<Saying, { kind: 'bound' }>

/** Is there a number on the right side of both? Between two bounds there always is one. */
function boundsMeet(one: Bound, other: Bound): boolean {
  if (one.compare[0] === other.compare[0]) return true
  const [low, high] = one.compare.startsWith('>') ? [one, other] : [other, one]
  return low.bound < high.bound || (holds(low, high.bound) && holds(high, low.bound))
}

function bothHold(one: Saying, other: Saying): boolean {
  if (one.field !== other.field) return true
  if (one.kind === 'bound') {
    if (other.kind === 'bound') return boundsMeet(one, other)
    return other.kind === 'not' || other.values.some((value) => holds(one, Number(value)))
  }
  if (other.kind === 'bound') return bothHold(other, one)
  if (one.kind === 'not') return other.kind === 'not' || other.values.some((value) => !one.values.includes(value))
  return one.values.some((value) => other.values.includes(value) === (other.kind === 'in'))
}

/** Can something be as both say? */
export function waysMeet(one: Way, other: Way): boolean {
  return one.every((saying) => other.every((against) => bothHold(saying, against)))
}

/** Is there a case in which both conditions are met? Of what cannot be taken apart only the very same words are. */
export function testsMeet(one: Test | undefined, other: Test | undefined): boolean {
  if (one?.cel === other?.cel || !one || !other) return true
  const [ways, others] = [waysOf(one), waysOf(other)]
  return ways !== undefined && others !== undefined && ways.some((way) => others.some((against) => waysMeet(way, against)))
}

function follows(saying: Saying, from: Saying): boolean {
  if (saying.field !== from.field) return false
  if (saying.kind === 'bound' || from.kind === 'bound') return JSON.stringify(saying) === JSON.stringify(from)
  if (from.kind === 'in') return from.values.every((value) => saying.values.includes(value) === (saying.kind === 'in'))
  return saying.kind === 'not' && saying.values.every((value) => from.values.includes(value))
}

/** Is whatever is as `from` says also as `way` says? */
export function wayFollows(way: Way, from: Way): boolean {
  return way.every((saying) => from.some((known) => follows(saying, known)))
}
