import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { RUNS } from '../promise/random.testing.ts'
import type { BillItem } from './bill.ts'
import { charge } from './charge.ts'
import { billOf, charged, tariff } from './given.testing.ts'

const JOURNEY: BillItem = { column: 'travel', km: 180, listFen: 36_000, costFen: 27_000 }
const ways = (lines: readonly string[], item: BillItem = JOURNEY, known = {}) => charged(tariff(...lines), [item], known)

test('only what lies beyond the distance is charged, each kilometre at the amount; the rest goes on to the lines below', () => {
  assert.deepEqual(ways(['beyond-km: 100, travel: "2.50"', 'travel: free']), [
    'travel fen 200.00 customer by 0',
    'travel free 0.00 vendor by 1',
  ])
})

test('the way before the distance is not free unless a line says so', () => {
  assert.deepEqual(ways(['beyond-km: 100, travel: "2.50"']), ['travel fen 200.00 customer by 0', 'travel unstated open unstated by none'])
})

test('a way that ends at the distance or before it is not spoken of', () => {
  const lines = ['beyond-km: 100, travel: "2.50"', 'travel: free']
  assert.deepEqual(ways(lines, { ...JOURNEY, km: 100 }), ['travel free 0.00 vendor by 1'])
  assert.deepEqual(ways(lines, { ...JOURNEY, km: 0 }), ['travel free 0.00 vendor by 1'])
  assert.deepEqual(ways(lines, { ...JOURNEY, km: 100.001 }), ['travel fen 0.00 customer by 0', 'travel free 0.00 vendor by 1'])
  assert.deepEqual(ways(lines, { ...JOURNEY, km: 100.002 }), ['travel fen 0.01 customer by 0', 'travel free 0.00 vendor by 1'])
})

test('prices of a whole journey are charged by the share of the way that lies beyond', () => {
  assert.deepEqual(ways(['beyond-km: 100, travel: list', 'travel: free'])[0], 'travel list 160.00 customer by 0')
  assert.deepEqual(ways(['beyond-km: 100, travel: at-cost', 'travel: free'])[0], 'travel at-cost 120.00 customer by 0')
  assert.deepEqual(ways(['beyond-km: 100, travel: customer', 'travel: free'])[0], 'travel customer 120.00 customer by 0')
  assert.deepEqual(ways(['beyond-km: 100, travel: 50%', 'travel: free'])[0], 'travel percent 80.00 customer by 0')
  const agreed = { ...JOURNEY, agreedFen: 9000 }
  assert.deepEqual(ways(['beyond-km: 100, travel: quoted', 'travel: free'], agreed)[0], 'travel quoted 40.00 customer by 0')
})

test('an amount below a distance is for the journey, not for its share', () => {
  assert.deepEqual(ways(['beyond-km: 100, travel: "2.50"', 'travel: "80.00"'], { ...JOURNEY, quantity: 2 }), [
    'travel fen 400.00 customer by 0',
    'travel fen 160.00 customer by 1',
  ])
})

test('distances one below the other are the steps of a tariff', () => {
  const steps = ['beyond-km: 150, travel: "4.00"', 'beyond-km: 50, travel: "1.20"', 'travel: free']
  assert.deepEqual(ways(steps), ['travel fen 120.00 customer by 0', 'travel fen 120.00 customer by 1', 'travel free 0.00 vendor by 2'])
  assert.deepEqual(ways(steps, { ...JOURNEY, km: 120 }), ['travel fen 84.00 customer by 1', 'travel free 0.00 vendor by 2'])
  assert.deepEqual(ways(steps, { ...JOURNEY, km: 50 }), ['travel free 0.00 vendor by 2'])
})

test('a nearer distance above a farther one takes all, as the first line that fits', () => {
  const lines = ['beyond-km: 50, travel: "1.20"', 'beyond-km: 150, travel: "4.00"', 'travel: free']
  assert.deepEqual(ways(lines), ['travel fen 156.00 customer by 0', 'travel free 0.00 vendor by 2'])
})

test('the bill’s distance holds for a journey that has none of its own', () => {
  const { km: _, ...bare } = JOURNEY
  const lines = ['beyond-km: 100, travel: "2.50"', 'travel: free']
  assert.deepEqual(ways(lines, bare, { km: 180 })[0], 'travel fen 200.00 customer by 0')
  assert.deepEqual(ways(lines, { ...bare, km: 110 }, { km: 180 })[0], 'travel fen 25.00 customer by 0')
})

test('a distance that nobody knows is asked, together with what else the line turns on', () => {
  const { km: _, ...bare } = JOURNEY
  assert.deepEqual(ways(['beyond-km: 100, travel: "2.50"', 'travel: free'], bare), ['travel fen open unknown by 0 asks km'])
  const conditional = ["when: 'overseas && km > 5', beyond-km: 100, travel: list", 'travel: free']
  assert.deepEqual(ways(conditional, bare), ['travel list open unknown by 0 asks km overseas'])
  assert.deepEqual(ways(conditional, bare, { overseas: false }), ['travel free 0.00 vendor by 1'], 'at home it does not matter')
  assert.deepEqual(ways(conditional, JOURNEY), ['travel list open unknown by 0 asks overseas', 'travel free 0.00 vendor by 1'])
})

test('without a line that begins at a distance no distance is needed', () => {
  const { km: _, ...bare } = JOURNEY
  assert.deepEqual(ways(['travel: list'], bare), ['travel list 360.00 customer by 0'])
  assert.deepEqual(ways(['travel: list'], { ...bare, km: 0 }), ['travel list 360.00 customer by 0'])
  assert.deepEqual(ways(['travel: "80.00"'], { ...bare, km: 33.3 }), ['travel fen 80.00 customer by 0'])
})

test('a distance is no matter of other columns', () => {
  const bound = tariff('beyond-km: 100, travel: "2.50"', 'labour: list')
  const labour: BillItem = { column: 'labour', listFen: 100, km: 180 }
  assert.deepEqual(charged(bound, [labour]), ['labour list 1.00 customer by 1'])
  assert.equal(charge(bound, billOf([labour])).columns[0]?.shares[0]?.way, undefined, 'labour goes no way')
})

test('a tariff in steps costs what each kilometre costs by itself', () => {
  const bound = tariff('beyond-km: 150, travel: "4.00"', 'beyond-km: 50, travel: "1.20"', 'travel: "0.10"')
  const fenOf = (km: number) => charge(bound, billOf([{ ...JOURNEY, km }])).totalFen
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 400 }), (km) => {
      const each = Array.from({ length: km }, (_, at) => (at >= 150 ? 400 : at >= 50 ? 120 : 0))
      assert.equal(
        fenOf(km),
        each.reduce((sum, fen) => sum + fen, 10),
      )
    }),
    RUNS,
  )
})

test('the shares of a way, all at the list, come to the price of the whole', () => {
  const distance = fc.integer({ min: 1, max: 400 })
  fc.assert(
    fc.property(distance, distance, fc.integer({ min: 0, max: 400_000 }), (far, near, metres) => {
      const bound = stepsAt(far, near)
      const { columns, totalFen } = charge(bound, billOf([{ ...JOURNEY, km: metres / 1000, quantity: 3 }]))
      assert.ok(Math.abs(totalFen - 3 * 36_000) <= columns.length / 2, 'each share rounds by half a fen at most')
      const taken = columns.flatMap(({ shares }) => shares).reduce((sum, { way }) => sum + (way ? way.toKm - way.fromKm : 0), 0)
      assert.ok(Math.abs(taken - metres / 1000) < 1e-6)
    }),
    RUNS,
  )
})

const STEPS = tariff('beyond-km: 2, travel: list', 'beyond-km: 1, travel: list', 'travel: list')

/** The same three lines at other distances. */
function stepsAt(far: number, near: number): typeof STEPS {
  const distances = [far, near, undefined]
  const charges = STEPS.plan.charges.map((line, index) => ({ ...line, beyondKm: distances[index] }))
  return { ...STEPS, plan: { ...STEPS.plan, charges } }
}
