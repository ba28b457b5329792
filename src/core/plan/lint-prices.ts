import { canonicalJson } from '../canonical.ts'
import { found } from './finding.ts'
import { CHARGE_COLUMNS } from './forms.ts'
import type { ChargeColumn, ChargeLine } from './forms.ts'
import { wayFollows, waysOf } from './overlap.ts'
import type { Way } from './overlap.ts'
import { pairs } from './pairs.ts'
import type { Finding, Plan } from './types.ts'

const spoken = ({ when }: ChargeLine) => when?.cel ?? ''
/** `cause == "human-damage"` alone, or joined by `&&`: the line speaks of that cause. */
const causeIn = (cel: string) => /(?:^|&& )cause == "([a-z0-9-]+)"/.exec(cel)?.[1]

/** Of two lines that speak of the same bills the first decides: the other's price never counts. */
function pricedTwice({ charges }: Plan): Finding[] {
  return pairs(charges).flatMap(([one, other]) => {
    if (one.beyondKm !== undefined || (spoken(one) !== '' && spoken(one) !== spoken(other))) return []
    const both = CHARGE_COLUMNS.filter((column) => one.rates[column] !== undefined && other.rates[column] !== undefined)
    const differ = both.filter(
      (column) => column !== 'surcharge' && canonicalJson(one.rates[column]) !== canonicalJson(other.rates[column]),
    )
    return differ.map((column) =>
      found('lint-price-twice', {
        severity: 'warning',
        clauses: [],
        params: { line: one.id, other: other.id, column },
        path: `charges.${other.id}`,
      }),
    )
  })
}

/** What a cover leaves out, and a price list gives away. */
function excludedYetFree({ charges, promises }: Plan): Finding[] {
  const covers = Object.values(promises).filter((clause) => clause.form === 'cover')
  return covers.flatMap((clause) =>
    charges.flatMap((line) => {
      const cause = causeIn(spoken(line))
      const isFree = Object.values(line.rates).length > 0 && Object.values(line.rates).every((rate) => rate?.kind === 'free')
      if (cause === undefined || !isFree || !clause.excludes.includes(cause) || clause.reading !== undefined) return []
      const params = { promise: clause.id, reason: cause, line: line.id }
      return [found('lint-excluded-yet-free', { severity: 'warning', clauses: [clause], params })]
    }),
  )
}

/** What a cover leaves out, where no line of the charges names it: the line that is for the cover gives it away all the same. */
function excludedUnnamed({ charges, promises }: Plan): Finding[] {
  const covers = Object.values(promises).filter((clause) => clause.form === 'cover')
  return covers.flatMap((clause) =>
    clause.excludes.flatMap((reason) => {
      if (charges.some((line) => spoken(line).includes(`"${reason}"`) || /\bexcluded\b/.test(spoken(line)))) return []
      const bill: Way = [
        { field: 'cover', kind: 'in', values: [clause.id] },
        { field: 'cause', kind: 'in', values: [reason] },
      ]
      const decides = (column: ChargeColumn) =>
        charges.find(({ when, rates }) => rates[column] !== undefined && waysOf(when)?.some((way) => wayFollows(way, bill)))
      const column = (['parts', 'labour'] as const).find((one) => decides(one)?.rates[one]?.kind === 'free')
      if (column === undefined) return []
      const params = { promise: clause.id, reason, line: decides(column)!.id, column }
      return [found('lint-excluded-unnamed', { severity: 'warning', clauses: [clause], params })]
    }),
  )
}

/** A condition that asks for a cover and for nothing else. */
const asksForCoverAlone = (cel: string) => /^cover (?:== "(?!none")[a-z0-9-]+"|!= "none")$/.test(cel)

/** Free within the warranty, and priced by a line that does not ask about the warranty: what is true of both? */
function freeYetPriced({ charges }: Plan): Finding[] {
  return charges.flatMap((free) =>
    charges.flatMap((priced) => {
      const asks = spoken(priced)
      if (!asksForCoverAlone(spoken(free)) || asks === '' || /\b(cover|cause)\b/.test(asks)) return []
      const both = CHARGE_COLUMNS.filter(
        (column) => free.rates[column]?.kind === 'free' && (priced.rates[column]?.kind ?? 'free') !== 'free',
      )
      return both.map((column) => {
        const params = { line: free.id, other: priced.id, column }
        return found('lint-free-yet-priced', { severity: 'warning', clauses: [], params, path: `charges.${priced.id}` })
      })
    }),
  )
}

/** 市场价按照成本价: two prices in one sentence. */
function twoPricesInWords({ charges, promises }: Plan): Finding[] {
  const clauses = Object.values(promises).filter(({ reading }) => reading === undefined)
  const told = [...charges.map((line) => ({ line, clause: undefined })), ...clauses.map((clause) => ({ line: undefined, clause }))]
  return told.flatMap(({ line, clause }) => {
    const text = (line ?? clause).text ?? ''
    const [list, cost] = [/市场价|目录价|价目/.exec(text)?.[0], /成本价?/.exec(text)?.[0]]
    if (list === undefined || cost === undefined) return []
    const params = { place: line ? `charges.${line.id}` : clause.id, list, cost }
    return [found('lint-text-prices', { severity: 'question', clauses: clause ? [clause] : [], params, path: `charges.${line?.id ?? ''}` })]
  })
}

/** What the prices of a plan leave in doubt, among themselves and beside its covers. */
export function lintPrices(plan: Plan): readonly Finding[] {
  return [...pricedTwice(plan), ...excludedYetFree(plan), ...excludedUnnamed(plan), ...freeYetPriced(plan), ...twoPricesInWords(plan)]
}
