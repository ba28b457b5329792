import { canonicalJson } from '../canonical.ts'
import type { ChargeReach, Difference } from './compare.ts'
import { CHARGE_COLUMNS } from './forms.ts'
import type { ChargeColumn } from './forms.ts'
import { speaksOf } from './charge-reach.ts'
import type { Plan } from './types.ts'

const reachOf = ({ when, beyondKm }: ChargeReach): string => canonicalJson([when?.cel, beyondKm])

/** The words of the lines that speak of the same bills. */
function compareChargeTexts(a: Plan, b: Plan): Difference[] {
  const lines = new Map([...a.charges, ...b.charges].map((line) => [reachOf(line), line]))
  const textIn = ({ charges }: Plan, key: string) =>
    charges.flatMap((line) => (reachOf(line) === key && line.text !== undefined ? [line.text] : [])).join('') || undefined
  return [...lines].flatMap(([key, { when, beyondKm }]): Difference[] => {
    const [left, right] = [textIn(a, key), textIn(b, key)]
    return left === right ? [] : [{ kind: 'charge-text', of: { when, beyondKm }, a: left, b: right }]
  })
}

/** The first line that fits decides: the same lines in another order may cost something else. What is added on top has no order. */
function compareChargeOrder(a: Plan, b: Plan): Difference[] {
  const speakOf = ({ charges }: Plan, column: ChargeColumn) => charges.filter(({ rates }) => rates[column] !== undefined)
  return CHARGE_COLUMNS.filter((column) => column !== 'surcharge').flatMap((column): Difference[] => {
    const shared = (plan: Plan, other: Plan) => {
      const theirs = new Set(speakOf(other, column).map(reachOf))
      const own = new Map(
        speakOf(plan, column)
          .toReversed()
          .map(({ when, beyondKm }) => [reachOf({ when, beyondKm }), { when, beyondKm }]),
      )
      return [...own].filter(([key]) => theirs.has(key)).toReversed()
    }
    const [left, right] = [shared(a, b), shared(b, a)]
    const keys = (lines: typeof left) => lines.map(([key]) => key).join()
    return keys(left) === keys(right)
      ? []
      : [{ kind: 'order', column, a: left.map(([, reach]) => reach), b: right.map(([, reach]) => reach) }]
  })
}

/**
 * What the same bills cost in both: the first line of each plan that speaks of them decides. Where only one plan has a line for them, the other's first
 * line that takes them in decides there; of such a line only the columns that it fills are compared.
 */
function comparePrices(a: Plan, b: Plan): Difference[] {
  const lines = new Map([...a.charges, ...b.charges].map((line) => [reachOf(line), line]))
  const own = ({ charges }: Plan, key: string) => charges.filter((line) => reachOf(line) === key)
  return [...lines].flatMap(([key, { when, beyondKm }]) => {
    const [left, right] = [own(a, key), own(b, key)]
    const from = left.length > 0 ? a : b
    const rateIn = (plan: Plan, exact: Plan['charges'], column: ChargeColumn) => {
      const line = exact.length > 0 ? exact : plan.charges.filter((one) => speaksOf(one, { plan, of: { when, beyondKm }, from }))
      return line.find(({ rates }) => rates[column] !== undefined)?.rates[column]
    }
    return CHARGE_COLUMNS.flatMap((column): Difference[] => {
      if (![...left, ...right].some(({ rates }) => rates[column] !== undefined)) return []
      const [one, other] = [rateIn(a, left, column), rateIn(b, right, column)]
      return canonicalJson(one) === canonicalJson(other) ? [] : [{ kind: 'price', of: { when, beyondKm }, column, a: one, b: other }]
    })
  })
}

/** What the same bills cost, the words that say so, and which line decides first. */
export function compareCharges(a: Plan, b: Plan): readonly Difference[] {
  return [...comparePrices(a, b), ...compareChargeTexts(a, b), ...compareChargeOrder(a, b)]
}
