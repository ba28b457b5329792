import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withTenant } from '../database/pool.ts'
import { foundFirms } from '../seam.testing.ts'
import { Numbers, Positions } from './blocks.ts'

const firm = await foundFirms()
const { pool } = await firm.open()

const take = (positions: Positions, count: number, after = 0) => withTenant(pool, 'alpha', (tx) => positions.take(tx, count, after))

test('two processes never give the same position, and one subject sees them grow whichever process writes', async () => {
  const [here, there] = [new Positions(), new Positions()]
  const seen = new Set<number>()
  let last = 0
  for (let n = 0; n < 400; n++) {
    const taken = await take(n % 3 ? here : there, 1 + (n % 4), last)
    for (const position of taken) {
      assert.ok(position > last)
      assert.ok(!seen.has(position))
      seen.add(position)
      last = position
    }
  }
})

test('positions taken at the same moment are all different', async () => {
  const positions = new Positions()
  const all = (await Promise.all(Array.from({ length: 60 }, () => take(positions, 5)))).flat()
  assert.equal(new Set(all).size, 300)
})

test('numbers that come slowly leave no gap, not even when the server starts again', async () => {
  const given: number[] = []
  for (let start = 0; start < 4; start++) given.push(await new Numbers(pool).next('alpha', 'GD', 2026))
  assert.deepEqual(given, [1, 2, 3, 4])
})

test('a year, a kind and a tenant each count for themselves', async () => {
  const numbers = new Numbers(pool)
  assert.deepEqual(
    await Promise.all([numbers.next('beta', 'GD', 2026), numbers.next('alpha', 'GD', 2027), numbers.next('alpha', 'BJ', 2026)]),
    [1, 1, 1],
  )
})

test('numbers asked for all at once by two processes are all different', async () => {
  const servers = [new Numbers(pool), new Numbers(pool)]
  const all = await Promise.all(Array.from({ length: 500 }, (_, n) => servers[n % 2]!.next('beta', 'GD', 2030)))
  assert.equal(new Set(all).size, 500)
  assert.ok(Math.max(...all) < 700, 'blocks grow with the demand, and no further')
})

test('a number that came to nothing is given to the next', async () => {
  const numbers = new Numbers(pool)
  const number = await numbers.next('alpha', 'GD', 2031)
  numbers.giveBack('alpha', 'GD', { year: 2031, number })
  assert.equal(await numbers.next('alpha', 'GD', 2031), number)
})
