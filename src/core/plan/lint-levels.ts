import { canonicalJson } from '../canonical.ts'
import { found } from './finding.ts'
import type { LevelClause } from './forms.ts'
import { waysMeet } from './overlap.ts'
import { pairs } from './pairs.ts'
import { rowsOf } from './same-thing.ts'
import type { Finding, Plan, Value } from './types.ts'

type Bounded = { readonly clause: LevelClause; readonly of: 'atLeast' | 'atMost' }

const numbers = (value: Value<number> | undefined) =>
  rowsOf(value).flatMap(({ way, value: row }) => (row.kind === 'scalar' ? [{ way, bound: row.value }] : []))

/** The first two bounds, for one case, of which this can be said. */
function meeting(one: Bounded, other: Bounded, isSo: (a: number, b: number) => boolean): readonly [number, number] | undefined {
  const others = numbers(other.clause[other.of])
  for (const { way, bound } of numbers(one.clause[one.of])) {
    const against = others.find((row) => waysMeet(way, row.way) && isSo(bound, row.bound))
    if (against) return [bound, against.bound]
  }
  return undefined
}

function impossible(low: LevelClause, high: LevelClause): Finding[] {
  const bounds = meeting({ clause: low, of: 'atLeast' }, { clause: high, of: 'atMost' }, (least, most) => least > most)
  if (!bounds) return []
  const params = { promise: low.id, other: high.id, least: bounds[0], most: bounds[1] }
  return [found('lint-bounds-impossible', { severity: 'error', clauses: low === high ? [low] : [low, high], params })]
}

const sameNumber = (one: LevelClause, other: LevelClause): boolean =>
  canonicalJson([one.measure, one.per, one.over]) === canonicalJson([other.measure, other.per, other.over])

function boundsDiffer(one: LevelClause, other: LevelClause): Finding[] {
  if (one.reading !== undefined || other.reading !== undefined) return []
  const differ = (['atLeast', 'atMost'] as const).flatMap(
    (of) => meeting({ clause: one, of }, { clause: other, of }, (a, b) => a !== b) ?? [],
  )
  const [bound, otherBound] = differ
  if (bound === undefined || otherBound === undefined) return []
  const params = { promise: one.id, other: other.id, bound, otherBound }
  return [found('lint-bounds-differ', { severity: 'error', clauses: [one, other], params })]
}

/** Two bounds for one number: which of them is meant, and can both hold? */
export function lintLevels({ promises }: Pick<Plan, 'promises'>): readonly Finding[] {
  const levels = Object.values(promises).filter((clause) => clause.form === 'level')
  return [
    ...levels.flatMap((one) => impossible(one, one)),
    ...pairs(levels)
      .filter(([one, other]) => sameNumber(one, other))
      .flatMap(([one, other]) => [...impossible(one, other), ...impossible(other, one), ...boundsDiffer(one, other)]),
  ]
}
