import type { ChargeLine } from '../plan/forms.ts'
import type { BoundPlan } from '../promise/types.ts'
import type { BillItem } from './bill.ts'
import { judge } from './judge.ts'
import type { Scope } from './judge.ts'

/** The part of a way from one distance to another, in kilometres, and how long the whole is. */
export type Way = { readonly fromKm: number; readonly toKm: number; readonly wholeKm: number }

/** What one line takes of an item: all of it, or of a way the part beyond its distance. `line` undefined: no line speaks of it. */
export type Share = {
  readonly item: BillItem
  readonly line: number | undefined
  /** of a journey whose distance is known */
  readonly way: Way | undefined
  /** what must be known before it can be said whether the line takes it; undefined: it does */
  readonly asks: readonly string[] | undefined
}

type Reach = { readonly beyondKm: ChargeLine['beyondKm']; readonly left: Way | undefined; readonly whole: boolean }

/** Where a line begins to take, and whether nothing is left for the lines below. `none`: the way ends before. */
function reachOf({ beyondKm }: ChargeLine, left: Way | undefined): Reach | 'none' {
  if (beyondKm === undefined || beyondKm === 'unstated' || !left) return { beyondKm, left, whole: true }
  if (left.toKm <= beyondKm) return 'none'
  return { beyondKm, left: { ...left, fromKm: beyondKm }, whole: false }
}

/** From a distance that nobody agreed on it cannot be said what lies beyond it, nor of a way whose length is not known. */
function asksDistance(beyondKm: ChargeLine['beyondKm'], km: number | undefined): readonly string[] {
  if (beyondKm === 'unstated') return ['beyondKm']
  return beyondKm !== undefined && km === undefined ? ['km'] : []
}

/**
 * Which lines take which part of an item: the first that speaks of it, in the plan's order. A line that begins at a distance takes what lies beyond,
 * and what is left of the way goes on; so distances written one below the other, the farthest first, are steps of a tariff.
 */
export function allot(bound: BoundPlan, item: BillItem, scope: Scope): Share[] {
  const km = item.column === 'travel' ? (scope.km as number | undefined) : undefined
  let left: Way | undefined = km === undefined ? undefined : { fromKm: 0, toKm: km, wholeKm: km }
  const shares: Share[] = []
  for (const [index, line] of bound.plan.charges.entries()) {
    if (line.rates[item.column] === undefined) continue
    const reach = reachOf(line, left)
    const judged = reach === 'none' ? 'no' : judge(bound, line, scope)
    if (reach === 'none' || judged === 'no') continue
    const distance = asksDistance(reach.beyondKm, km)
    const asks = judged === 'yes' ? distance : [...new Set([...judged.asks, ...distance])]
    const decided = judged === 'yes' && distance.length === 0
    shares.push({ item, line: index, way: reach.left, asks: decided ? undefined : asks })
    if (reach.whole) return shares
    left = left && { ...left, toKm: Number(reach.beyondKm ?? 0) }
  }
  return [...shares, { item, line: undefined, way: left, asks: undefined }]
}
