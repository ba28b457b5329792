import assert from 'node:assert/strict'
import { test } from 'node:test'
import { charge } from './charge.ts'
import type { BillItem } from './bill.ts'
import { billOf, charged, LABOUR, PARTS, tariff } from './given.testing.ts'

const LISTED = 'parts: list, labour: list'
/** What is added to parts at 1000.00 and labour at 300.00. */
const added = (lines: readonly string[], known = {}, items: readonly BillItem[] = [PARTS, LABOUR]) =>
  charged(tariff(...lines, LISTED), items, known).filter((one) => one.startsWith('surcharge'))

test('a percentage stands on the sum of what is charged', () => {
  assert.deepEqual(added(['surcharge: 20%']), ['surcharge percent 260.00 customer by 0'])
  const result = charge(tariff('surcharge: 20%', LISTED), billOf([PARTS, LABOUR]))
  assert.deepEqual([result.totalFen, result.columns.at(-1)?.onFen], [156_000, 130_000])
})

test('an amount is added once, however many things are charged', () => {
  assert.deepEqual(added(['surcharge: "50.00"']), ['surcharge fen 50.00 customer by 0'])
  assert.deepEqual(added(['surcharge: "50.00"'], {}, [PARTS, PARTS, LABOUR]), ['surcharge fen 50.00 customer by 0'])
})

test('each line that fits adds its own, once, and none stands on another', () => {
  const lines = ['when: outOfHours, surcharge: 50%', 'when: holiday, surcharge: 100%', 'surcharge: "30.00"', 'surcharge: 10%']
  assert.deepEqual(added(lines, { outOfHours: true, holiday: true }), [
    'surcharge percent 650.00 customer by 0',
    'surcharge percent 1300.00 customer by 1',
    'surcharge fen 30.00 customer by 2',
    'surcharge percent 130.00 customer by 3',
  ])
  assert.deepEqual(added(lines, { outOfHours: false, holiday: true }), [
    'surcharge percent 1300.00 customer by 1',
    'surcharge fen 30.00 customer by 2',
    'surcharge percent 130.00 customer by 3',
  ])
})

test('no surcharge is owed unless a line says so: there it is not open but not there', () => {
  assert.deepEqual(added([]), [])
  assert.deepEqual(added(['when: holiday, surcharge: 100%'], { holiday: false }), [])
  assert.deepEqual(charge(tariff(LISTED), billOf([PARTS])).open, [])
})

test('a line may speak of some things only, and adds to those only', () => {
  assert.deepEqual(added(['when: \'column == "labour"\', surcharge: 50%']), ['surcharge percent 150.00 customer by 0'])
  assert.deepEqual(added(['when: \'column == "travel"\', surcharge: 50%']), [])
})

test('nothing is added to what is free, given back or still open', () => {
  const bound = tariff('parts: free, labour: list, freight-out: vendor, service: quoted, surcharge: 10%')
  const items: readonly BillItem[] = [
    PARTS,
    LABOUR,
    { column: 'freight-out', costFen: 5000, paidBy: 'customer' },
    { column: 'service', listFen: 900 },
  ]
  assert.equal(charged(bound, items).at(-1), 'surcharge percent 30.00 customer by 0')
  assert.deepEqual(charged(bound, [PARTS]), ['parts free 0.00 vendor by 0', 'surcharge percent 0.00 customer by 0'])
})

test('`free` ends it: what stands below adds nothing to what the line speaks of', () => {
  const lines = ['when: \'cover == "scale"\', surcharge: free', 'surcharge: 10%']
  assert.deepEqual(added(lines, { cover: 'scale' }), ['surcharge free 0.00 vendor by 0'])
  assert.deepEqual(added(lines, { cover: 'none' }), ['surcharge percent 130.00 customer by 1'])
  const labourFree = ['when: \'column == "labour"\', surcharge: free', 'surcharge: 10%']
  assert.deepEqual(added(labourFree), ['surcharge free 0.00 vendor by 0', 'surcharge percent 100.00 customer by 1'])
})

test('a surcharge that is quoted or unstated is open, and nothing below decides instead', () => {
  assert.deepEqual(added(['surcharge: quoted', 'surcharge: 10%']), ['surcharge quoted open quoted by 0'])
  assert.deepEqual(added(['surcharge: unstated', 'surcharge: 10%']), ['surcharge unstated open unstated by 0'])
})

test('whether it was a holiday is asked, never taken for no', () => {
  assert.deepEqual(added(['when: holiday, surcharge: 100%', 'surcharge: 10%']), [
    'surcharge percent open unknown by 0 asks holiday',
    'surcharge percent 130.00 customer by 1',
  ])
  assert.deepEqual(added(['when: holiday, surcharge: free', 'surcharge: 10%']), ['surcharge free open unknown by 0 asks holiday'])
})

test('a line that fits one thing and cannot be judged for another adds to the one and asks for the other', () => {
  const parts = [{ ...PARTS, part: 'cell' }, LABOUR]
  assert.deepEqual(added(['when: \'part == "cell"\', surcharge: 10%'], {}, parts), [
    'surcharge percent 100.00 customer by 0',
    'surcharge percent open unknown by 0 asks part',
  ])
})

test('a percentage is rounded once, of the exact sum, half a fen up', () => {
  const one: BillItem = { column: 'labour', listFen: 5 }
  assert.deepEqual(added(['surcharge: 10%'], {}, [one]), ['surcharge percent 0.01 customer by 0'])
  assert.deepEqual(added(['surcharge: 9.9999%'], {}, [one]), ['surcharge percent 0.00 customer by 0'])
  const halves: readonly BillItem[] = [
    { column: 'labour', listFen: 1, quantity: 0.5 },
    { column: 'parts', listFen: 1, quantity: 0.5 },
  ]
  assert.deepEqual(added(['surcharge: 100%'], {}, halves), ['surcharge percent 0.01 customer by 0'], 'on 0.01, though each rounds to 0.01')
})
