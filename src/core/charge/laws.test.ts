import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { canonicalJson } from '../canonical.ts'
import { bindPlan } from '../plan/bind.ts'
import { CHARGE_COLUMNS } from '../plan/forms.ts'
import type { ChargeLine, Rate } from '../plan/forms.ts'
import { RUNS } from '../promise/random.testing.ts'
import type { BoundPlan } from '../promise/types.ts'
import type { Bill, BillItem } from './bill.ts'
import { charge } from './charge.ts'
import { tariff } from './given.testing.ts'
import { judge, scopeOf } from './judge.ts'
import type { Charged, Charges } from './types.ts'

const BASE = tariff()

const conditions = fc.constantFrom(
  undefined,
  undefined,
  'cover == "scale"',
  'cause == "overload"',
  'cover == "scale" && cause != "overload"',
  'holiday || overseas',
  'part == "consumable"',
  'sender == "customer"',
  'km > 100',
  'quantity >= 2',
  'hours == "5x8" && grade == "major"',
)
const percents = fc.integer({ min: 0, max: 2_000_000 }).map((n): Rate => ({ kind: 'percent', percent: n / 10_000 }))
const amounts = fc.integer({ min: 0, max: 1_000_000 }).map((fen): Rate => ({ kind: 'fen', fen }))
const words = fc.constantFrom('free', 'list', 'at-cost', 'quoted', 'unstated', 'customer', 'vendor').map((kind): Rate => ({ kind }))
const rates = fc.oneof({ weight: 3, arbitrary: words }, percents, amounts)
const added = fc.oneof(percents, amounts, fc.constantFrom<Rate>({ kind: 'free' }, { kind: 'quoted' }, { kind: 'unstated' }))
const COLUMNS = CHARGE_COLUMNS.filter((column) => column !== 'surcharge')

const plain = fc.record({
  when: conditions,
  rates: fc.dictionary(fc.constantFrom(...COLUMNS), rates, { maxKeys: 5 }),
  surcharge: fc.option(added, { nil: undefined, freq: 3 }),
})
const beyond = fc.record({ when: conditions, beyondKm: fc.integer({ min: 1, max: 200 }), travel: rates })

const lines = fc.oneof(
  { weight: 4, arbitrary: plain.map(({ when, rates: of, surcharge }) => lineOf(when, surcharge ? { ...of, surcharge } : of)) },
  { weight: 1, arbitrary: beyond.map(({ when, beyondKm, travel }) => ({ ...lineOf(when, { travel }), beyondKm })) },
)
const tariffs = fc.array(lines, { maxLength: 6 })

function lineOf(cel: string | undefined, of: ChargeLine['rates']): ChargeLine {
  return { id: 'line', when: cel === undefined ? undefined : { cel }, rates: of, text: undefined, source: [] }
}

const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined })
const prices = maybe(fc.integer({ min: 0, max: 5_000_000 }))
const sides = maybe(fc.constantFrom('customer' as const, 'vendor' as const))
const items: fc.Arbitrary<BillItem> = fc.record({
  column: fc.constantFrom(...COLUMNS),
  name: maybe(fc.constantFrom('a', 'b')),
  part: maybe(fc.constantFrom('consumable', 'cell')),
  quantity: maybe(fc.integer({ min: 0, max: 5000 }).map((n) => n / 1000)),
  listFen: prices,
  costFen: prices,
  agreedFen: prices,
  km: maybe(fc.integer({ min: 0, max: 400_000 }).map((n) => n / 1000)),
  sender: sides,
  paidBy: sides,
})
const bills: fc.Arbitrary<Bill> = fc.record({
  cover: fc.constantFrom('scale', 'none'),
  cause: maybe(fc.constantFrom('overload', 'wear')),
  grade: maybe(fc.constantFrom('major', 'general')),
  holiday: maybe(fc.boolean()),
  overseas: maybe(fc.boolean()),
  km: maybe(fc.integer({ min: 0, max: 400 })),
  items: fc.array(items, { maxLength: 8 }),
})

function under(charges: readonly ChargeLine[]): BoundPlan {
  const { terms, calendars } = BASE
  const bound = bindPlan({ plan: { ...BASE.plan, charges }, terms, calendars })
  assert.ok(bound.ok)
  return bound.bound
}

type Law = (bound: BoundPlan, bill: Bill, result: Charges) => void

function law(name: string, holds: Law): void {
  test(name, () => {
    fc.assert(
      fc.property(tariffs, bills, (charges, bill) => {
        const bound = under(charges)
        holds(bound, bill, charge(bound, bill))
      }),
      RUNS,
    )
  })
}

law('the columns come to the total', (_bound, _bill, { columns, totalFen }) => {
  assert.equal(
    columns.reduce((sum, { fen }) => sum + (fen ?? 0), 0),
    totalFen,
  )
})

law('money is whole fen, and there is an amount exactly where nothing is open', (_bound, _bill, { columns, totalFen }) => {
  assert.ok(Number.isSafeInteger(totalFen))
  for (const { fen, open, payer } of columns) {
    assert.equal(fen === undefined, open !== undefined)
    assert.equal(payer === undefined, open !== undefined)
    if (fen !== undefined) assert.ok(Number.isSafeInteger(fen) && !Object.is(fen, -0))
  }
})

law('what the vendor bears never costs the customer, what he bears himself is never paid out to him', (_bound, _bill, { columns }) => {
  for (const { fen, payer } of columns) if (fen !== undefined) assert.ok(payer === 'vendor' ? fen <= 0 : fen >= 0)
})

law('what is open is listed, each once, in the order of the columns', (_bound, _bill, { columns, open }) => {
  assert.deepEqual(
    open,
    columns.filter((one) => one.open !== undefined),
  )
})

law('nothing is lost: each item is in a column, whole', (_bound, bill, { columns }) => {
  for (const item of bill.items) {
    const shares = columns.flatMap((one) => one.shares).filter((share) => canonicalJson(share.item) === canonicalJson(item))
    const twins = bill.items.filter((one) => canonicalJson(one) === canonicalJson(item)).length
    assert.ok(shares.length >= twins)
    const km = item.column === 'travel' ? (item.km ?? bill.km) : undefined
    if (km === undefined) continue
    const covered = shares.reduce((sum, { way }) => sum + (way ? way.toKm - way.fromKm : Number.NaN), 0)
    assert.ok(Math.abs(covered - twins * km) < 1e-6, `${covered} of ${twins} × ${km} km`)
  }
})

law('no line decides anything that a line above it speaks of', (bound, bill, { columns }) => {
  for (const { column, line, shares } of columns)
    for (const { item, way } of shares)
      for (const above of bound.plan.charges.slice(0, line ?? bound.plan.charges.length)) {
        const speaks = above.rates[column] !== undefined && judge(bound, above, scopeOf(bound, bill, item)) !== 'no'
        if (speaks) assert.ok(above.beyondKm !== undefined && way && way.toKm <= Number(above.beyondKm))
      }
})

law('nothing is free that no line calls free', (bound, _bill, { columns }) => {
  for (const { column, fen, payer, line, rate, open } of columns) {
    if (line === undefined) assert.deepEqual(rate, { kind: 'unstated' })
    else assert.deepEqual(rate, bound.plan.charges[line]?.rates[column])
    if (line === undefined && fen === undefined) assert.equal(open, 'unstated')
    if (payer === 'vendor') assert.ok(rate.kind === 'free' || rate.kind === 'vendor')
  }
})

law('what is unknown says what to find out, and finding it out decides it', (bound, bill, { columns }) => {
  const found = { cause: 'wear', grade: 'major', holiday: false, overseas: false, km: 10 } as const
  const told: Bill = {
    ...found,
    ...Object.fromEntries(Object.entries(bill).filter(([, value]) => value !== undefined)),
    cover: bill.cover,
    items: bill.items.map((item) => ({ ...item, part: item.part ?? 'cell', sender: item.sender ?? 'vendor' })),
  }
  for (const { open, asks } of columns) if (open === 'unknown') assert.ok(asks.length > 0)
  assert.ok(charge(bound, told).columns.every(({ open }) => open !== 'unknown'))
})

test('the order of the items does not matter', () => {
  fc.assert(
    fc.property(tariffs, bills, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (charges, bill, dice) => {
      const bound = under(charges)
      const shuffled = bill.items
        .map((item) => [dice.next().value as number, item] as const)
        .sort((a, b) => a[0] - b[0])
        .map(([, item]) => item)
      assert.equal(canonicalJson(charge(bound, { ...bill, items: shuffled })), canonicalJson(charge(bound, bill)))
    }),
    RUNS,
  )
})

/** A surcharge is as much as what it stands on, which a line below may have left the customer less or more to pay of; which line, at which rate, stays. */
function decided(one: Charged): Partial<Charged> {
  return one.column === 'surcharge' ? { ...one, fen: undefined, onFen: undefined } : one
}

test('a line added below changes nothing that is decided above it', () => {
  fc.assert(
    fc.property(tariffs, lines, bills, (charges, below, bill) => {
      const before = charge(under(charges), bill).columns.filter(({ line }) => line !== undefined)
      const after = charge(under([...charges, below]), bill).columns.filter(({ line }) => line !== undefined && line < charges.length)
      assert.deepEqual(after.map(decided), before.map(decided))
    }),
    RUNS,
  )
})

test('a line that fits nothing, put anywhere, changes nothing but the numbers of the lines below', () => {
  const idle = lineOf('cover == "nothing of the kind"', Object.fromEntries(CHARGE_COLUMNS.map((one) => [one, { kind: 'free' as const }])))
  const withoutLine = (result: Charges) => ({
    ...result,
    columns: result.columns.map((one) => ({ ...one, line: undefined, shares: [] })),
    open: result.open.length,
  })
  fc.assert(
    fc.property(tariffs, bills, fc.nat(6), (charges, bill, at) => {
      const more = [...charges.slice(0, at), idle, ...charges.slice(at)]
      assert.equal(canonicalJson(withoutLine(charge(under(more), bill))), canonicalJson(withoutLine(charge(under(charges), bill))))
    }),
    RUNS,
  )
})

/** The plain sum, reckoned the other way round: in thousandths of fen, over whole items, of a plan in which every column is at the list. */
test('at the list a bill costs what a till would ask', () => {
  const listed = under([lineOf(undefined, Object.fromEntries(COLUMNS.map((column) => [column, { kind: 'list' as const }])))])
  fc.assert(
    fc.property(fc.array(items, { maxLength: 8 }), (bought) => {
      const { columns } = charge(listed, { cover: 'none', items: bought })
      for (const column of COLUMNS) {
        const mine = bought.filter((one) => one.column === column && one.paidBy !== 'customer' && one.listFen !== undefined)
        const thousandths = mine.reduce((sum, one) => sum + Math.round((one.quantity ?? 1) * 1000) * (one.listFen ?? 0), 0)
        const asked = columns.find((one: Charged) => one.column === column && one.open === undefined)?.fen ?? 0
        assert.equal(asked, Math.floor((thousandths + 500) / 1000))
      }
    }),
    RUNS,
  )
})
