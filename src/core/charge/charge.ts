import { byCodeUnit, canonicalJson } from '../canonical.ts'
import { CHARGE_COLUMNS } from '../plan/forms.ts'
import type { ChargeLine, Rate } from '../plan/forms.ts'
import type { BoundPlan } from '../promise/types.ts'
import { allot } from './allot.ts'
import type { Share } from './allot.ts'
import { reckon } from './amount.ts'
import type { Open, Reckoned } from './amount.ts'
import { billProblems } from './bill.ts'
import type { Bill, Side } from './bill.ts'
import { halfUp, plus, ZERO } from './fraction.ts'
import { scopeOf } from './judge.ts'
import { surcharges } from './surcharge.ts'
import type { Charged, Charges, Entry } from './types.ts'

/** A hundred thousand million yuan: with sums of this size a double still tells one fen from the next. */
const MOST = 10_000_000_000_000n
const UNSTATED: Rate = { kind: 'unstated' }

type Reading = { readonly share: Share; readonly reckoned: Reckoned }

function reading({ plan }: BoundPlan, share: Share): Reading {
  const line = share.line === undefined ? undefined : plan.charges[share.line]
  const rate = line?.rates[share.item.column] ?? UNSTATED
  return { share, reckoned: share.asks ? { open: 'unknown' } : reckon(share, { rate, line }) }
}

/** Entries of one column, one line, one answer are one: that is where an amount is rounded. */
function keyOf({ share, reckoned }: Reading): string {
  return canonicalJson([share.item.column, share.line, 'open' in reckoned ? reckoned.open : reckoned.payer])
}

function entryOf(readings: readonly Reading[]): Entry {
  const [{ share, reckoned }] = readings as [Reading, ...Reading[]]
  const asks = [...new Set(readings.flatMap((one) => one.share.asks ?? []))].sort(byCodeUnit)
  const shares = readings.map((one) => one.share)
  const of = { column: share.item.column, line: share.line, asks, shares, onFen: undefined }
  if ('open' in reckoned) return { ...of, open: reckoned.open, payer: undefined, fen: undefined }
  const fen = readings.map((one) => ('fen' in one.reckoned ? one.reckoned.fen : ZERO)).reduce(plus)
  return { ...of, open: undefined, payer: reckoned.payer, fen }
}

function entriesOf(readings: readonly Reading[]): Entry[] {
  const groups = Map.groupBy(readings, keyOf)
  return [...groups.values()].map(entryOf)
}

type Ruled = { readonly rate: Rate; readonly line: ChargeLine | undefined }

/** Where the terms of the contract say what the line leaves open, and the price list that it goes by. */
function agreedFor({ terms }: BoundPlan, { column, shares }: Omit<Entry, 'fen'>, { rate, line }: Ruled): readonly string[] {
  const keys = line ? [`charges.${line.id}.${column}`, `charges.${line.id}.beyond-km`] : []
  const byTerm = terms.flatMap(({ key, source }) => (keys.includes(key) ? [source] : []))
  const byList = rate.kind === 'list' || rate.kind === 'percent' ? shares.flatMap(({ item }) => item.listSource ?? []) : []
  return [...new Set([...byTerm, ...byList])].sort(byCodeUnit)
}

function chargedOf(bound: BoundPlan, { fen, ...entry }: Entry): Charged {
  const { plan } = bound
  const line: ChargeLine | undefined = entry.line === undefined ? undefined : plan.charges[entry.line]
  const rate = line?.rates[entry.column] ?? UNSTATED
  const agreed = agreedFor(bound, entry, { rate, line })
  const rounded = fen && halfUp(fen)
  const large = rounded !== undefined && (rounded > MOST || rounded < -MOST)
  return {
    ...entry,
    rate,
    fen: large || rounded === undefined ? undefined : Number(rounded),
    payer: large ? undefined : entry.payer,
    text: line?.text,
    source: line?.source ?? [],
    ...(agreed.length > 0 ? { agreed } : {}),
    open: large ? 'too-large' : entry.open,
  }
}

const STANDS: readonly (Open | Side | undefined)[] = ['customer', 'vendor', 'quoted', 'unstated', 'unpriced', 'unknown', 'too-large']

function placeOf({ column, line, open, payer }: Charged): readonly number[] {
  return [CHARGE_COLUMNS.indexOf(column), line ?? Infinity, STANDS.indexOf(open ?? payer)]
}

function byPlace(a: Charged, b: Charged): number {
  const places = placeOf(b)
  const [differs = 0] = placeOf(a).flatMap((place, index) => (place === places[index] ? [] : [place < places[index]! ? -1 : 1]))
  return differs
}

/**
 * What a bill comes to under a plan, and why. Laws:
 * 1. The first line that speaks of an item decides it; a line added below changes nothing that is decided above it (a surcharge keeps its rate and
 *    follows what it stands on).
 * 2. What no line speaks of is not free: it is `unstated`, and listed as open. So is what cannot be judged or priced yet.
 * 3. The total is the sum of the columns that are decided, in whole fen.
 * 4. Sums are exact; what one line makes of one column is rounded once, a half fen up.
 * 5. Surcharges stand on what is charged, never on each other, each once; none is owed unless a line says so.
 * 6. The order of the items does not matter.
 * A bill comes without `billProblems`; one that has some is a mistake of the caller, and throws.
 */
export function charge(bound: BoundPlan, bill: Bill): Charges {
  const [problem] = billProblems(bound.plan, bill)
  if (problem) throw new RangeError(`a bill was not checked: ${problem.code} at ${problem.field}`)
  const items = bill.items.map((item) => ({ item, written: canonicalJson(item) })).sort((a, b) => byCodeUnit(a.written, b.written))
  const stated = items.map(({ item }) => {
    const scope = scopeOf(bound, bill, item)
    const readings = allot(bound, item, scope).map((share) => reading(bound, share))
    const chargedFen = readings.flatMap(({ reckoned }) => ('fen' in reckoned && reckoned.fen.n > 0n ? [reckoned.fen] : []))
    return { scope, readings, fen: chargedFen.reduce(plus, ZERO) }
  })
  const entries = [...entriesOf(stated.flatMap(({ readings }) => readings)), ...surcharges(bound, stated)]
  const columns = entries.map((entry) => chargedOf(bound, entry)).sort(byPlace)
  return {
    columns,
    totalFen: columns.reduce((sum, { fen }) => sum + (fen ?? 0), 0),
    open: columns.filter(({ open }) => open !== undefined),
  }
}
