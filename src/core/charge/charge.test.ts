import assert from 'node:assert/strict'
import { test } from 'node:test'
import { charge } from './charge.ts'
import type { BillItem } from './bill.ts'
import { billOf, charged, LABOUR, PARTS, tariff, told } from './given.testing.ts'

// Two sensors at 500.00 by the list and 320.50 at cost; an hour and a half of fitting at 200.00 and 90.00.

const FREIGHT: BillItem = { column: 'freight-out', costFen: 8000 }

test('free costs nothing, and the vendor bears it', () => {
  assert.deepEqual(charged(tariff('parts: free'), [PARTS]), ['parts free 0.00 vendor by 0'])
  assert.deepEqual(charged(tariff('parts: free'), [{ column: 'parts' }]), ['parts free 0.00 vendor by 0'], 'no price is needed')
})

test('by the price list: so many units at the listed price', () => {
  assert.deepEqual(charged(tariff('parts: list, labour: list'), [PARTS, LABOUR]), [
    'parts list 1000.00 customer by 0',
    'labour list 300.00 customer by 0',
  ])
})

test('at cost: what the vendor himself pays, whatever the list says', () => {
  assert.deepEqual(charged(tariff('parts: at-cost, labour: at-cost'), [PARTS, LABOUR]), [
    'parts at-cost 641.00 customer by 0',
    'labour at-cost 135.00 customer by 0',
  ])
})

test('a share of the list price, to a ten-thousandth of a percent', () => {
  assert.deepEqual(charged(tariff('parts: 80%'), [PARTS]), ['parts percent 800.00 customer by 0'])
  assert.deepEqual(charged(tariff('parts: 33.3333%'), [PARTS]), ['parts percent 333.33 customer by 0'])
  assert.deepEqual(charged(tariff('parts: 150%'), [PARTS]), ['parts percent 1500.00 customer by 0'])
  assert.deepEqual(charged(tariff('parts: 0%'), [PARTS]), ['parts percent 0.00 customer by 0'])
})

test('an amount of the plan is for each unit, and no price of the bill matters', () => {
  assert.deepEqual(charged(tariff('labour: "120.50"'), [LABOUR]), ['labour fen 180.75 customer by 0'])
  assert.deepEqual(charged(tariff('labour: "120.50"'), [{ column: 'labour' }]), ['labour fen 120.50 customer by 0'])
})

test('quoted is open until both sides have agreed, and then costs what they agreed as a whole', () => {
  const bound = tariff('service: quoted')
  assert.deepEqual(charged(bound, [{ column: 'service', listFen: 100, costFen: 50 }]), ['service quoted open quoted by 0'])
  assert.deepEqual(charged(bound, [{ column: 'service', quantity: 3, agreedFen: 45_000 }]), ['service quoted 450.00 customer by 0'])
})

test('what the plan leaves unstated is open, not free; what both sides agree on settles it', () => {
  const bound = tariff('parts: unstated')
  assert.deepEqual(charged(bound, [PARTS]), ['parts unstated open unstated by 0'])
  assert.deepEqual(charged(bound, [{ ...PARTS, agreedFen: 70_000 }]), ['parts unstated 700.00 customer by 0'])
})

test('what no line speaks of is open, not free', () => {
  const result = charge(tariff('labour: free'), billOf([PARTS, LABOUR]))
  assert.deepEqual(told(result), ['parts unstated open unstated by none', 'labour free 0.00 vendor by 0'])
  assert.deepEqual(
    result.open.map(({ column, fen }) => [column, fen]),
    [['parts', undefined]],
  )
  assert.equal(result.totalFen, 0)
  assert.deepEqual(charged(tariff(), [PARTS]), ['parts unstated open unstated by none'], 'a plan without charges says nothing')
  assert.deepEqual(charged(tariff(), [{ ...PARTS, agreedFen: 100 }]), ['parts unstated 1.00 customer by none'])
})

test('an agreement settles only what is left to it: what the plan states it states', () => {
  const agreed = { ...PARTS, agreedFen: 1 }
  assert.deepEqual(charged(tariff('parts: free'), [agreed]), ['parts free 0.00 vendor by 0'])
  assert.deepEqual(charged(tariff('parts: list'), [agreed]), ['parts list 1000.00 customer by 0'])
  assert.deepEqual(charged(tariff('parts: at-cost'), [agreed]), ['parts at-cost 641.00 customer by 0'])
})

test('a price that the plan means and the bill does not have is asked for', () => {
  const bare: BillItem = { column: 'parts' }
  for (const rate of ['list', 'at-cost', '80%', 'customer'])
    assert.match(charged(tariff(`parts: ${rate}`), [bare]).join(), /^parts [\w-]+ open unpriced by 0$/, rate)
  assert.deepEqual(charged(tariff('parts: list'), [{ column: 'parts', costFen: 1 }]), ['parts list open unpriced by 0'])
  assert.deepEqual(charged(tariff('parts: at-cost'), [{ column: 'parts', listFen: 1 }]), ['parts at-cost open unpriced by 0'])
})

test('of two parts one of which has no price, the other is charged all the same', () => {
  const result = charge(tariff('parts: list'), billOf([PARTS, { column: 'parts', name: '接线盒' }]))
  assert.deepEqual(told(result), ['parts list 1000.00 customer by 0', 'parts list open unpriced by 0'])
  assert.equal(result.totalFen, 100_000)
})

test('who bears a freight and who paid the carrier are two things', () => {
  const by = (rate: string, paidBy?: 'customer' | 'vendor') => charged(tariff(`freight-out: ${rate}`), [{ ...FREIGHT, paidBy }])
  assert.deepEqual(by('customer'), ['freight-out customer 80.00 customer by 0'], 'the vendor paid, the customer bears it')
  assert.deepEqual(by('customer', 'customer'), ['freight-out customer 0.00 customer by 0'], 'he has paid what he bears')
  assert.deepEqual(by('vendor'), ['freight-out vendor 0.00 vendor by 0'])
  assert.deepEqual(by('vendor', 'customer'), ['freight-out vendor -80.00 vendor by 0'], 'the customer gets it back')
  assert.deepEqual(by('free', 'customer'), ['freight-out free -80.00 vendor by 0'])
  assert.deepEqual(by('list', 'customer'), ['freight-out list 0.00 customer by 0'], 'never charged twice')
  assert.deepEqual(by('quoted', 'customer'), ['freight-out quoted open quoted by 0'])
  const agreed: BillItem = { ...FREIGHT, agreedFen: 9000, paidBy: 'customer' }
  assert.deepEqual(charged(tariff('freight-out: quoted'), [agreed]), ['freight-out quoted 0.00 customer by 0'], 'agreed and paid')
})

test('what is to be given back without a receipt of what it cost is asked for', () => {
  const unknown: BillItem = { column: 'freight-back', paidBy: 'customer' }
  assert.deepEqual(charged(tariff('freight-back: vendor'), [unknown]), ['freight-back vendor open unpriced by 0'])
})

test('whoever sends a leg pays for it: each leg is judged by itself', () => {
  const bound = tariff(
    'when: \'sender == "customer"\', freight-out: customer, freight-back: customer',
    'freight-out: vendor, freight-back: vendor',
  )
  const legs: readonly BillItem[] = [
    { column: 'freight-out', sender: 'customer', costFen: 6000, paidBy: 'customer' },
    { column: 'freight-back', sender: 'vendor', costFen: 7000 },
  ]
  assert.deepEqual(charged(bound, legs), ['freight-out customer 0.00 customer by 0', 'freight-back vendor 0.00 vendor by 1'])
  const swapped = legs.map((leg) => ({ ...leg, paidBy: leg.paidBy === 'customer' ? ('vendor' as const) : ('customer' as const) }))
  assert.deepEqual(charged(bound, swapped), ['freight-out customer 60.00 customer by 0', 'freight-back vendor -70.00 vendor by 1'])
  assert.deepEqual(charged(bound, [{ column: 'freight-out', costFen: 100 }]), ['freight-out customer open unknown by 0 asks sender'])
})

test('the first line that speaks of a column decides it, and only that column', () => {
  const bound = tariff(
    'when: \'cause == "overload"\', parts: list',
    'when: \'cover == "scale"\', parts: free, labour: free',
    'parts: at-cost',
  )
  const both = (cause: string, cover: string) => charged(bound, [PARTS, LABOUR], { cause, cover })
  assert.deepEqual(both('overload', 'scale'), ['parts list 1000.00 customer by 0', 'labour free 0.00 vendor by 1'])
  assert.deepEqual(both('wear', 'scale'), ['parts free 0.00 vendor by 1', 'labour free 0.00 vendor by 1'])
  assert.deepEqual(both('wear', 'none'), ['parts at-cost 641.00 customer by 2', 'labour unstated open unstated by none'])
})

test('parts of one bill may fall under different lines, each its own entry with its own sum', () => {
  const bound = tariff('when: \'part == "consumable"\', parts: list', 'parts: free')
  const filter: BillItem = { column: 'parts', part: 'consumable', listFen: 1999, quantity: 3 }
  const cell: BillItem = { ...PARTS, part: 'cell' }
  assert.deepEqual(charged(bound, [cell, filter, { ...filter, quantity: 1 }]), [
    'parts list 79.96 customer by 0',
    'parts free 0.00 vendor by 1',
  ])
})

test('conditions see the whole bill, the item, and what contract and device set', () => {
  const rows: readonly (readonly [when: string, known: Parameters<typeof charged>[2], item: Partial<BillItem>])[] = [
    ['excluded && exclusion == "overload"', { excluded: true, exclusion: 'overload' }, {}],
    ['type == "fault" && grade == "major"', { type: 'fault', grade: 'major' }, {}],
    ['customerGrade == "general" && zone == "county"', { customerGrade: 'general', zone: 'county' }, {}],
    ['kind == "hardware" && model == "sc-60" && class == "a"', { kind: 'hardware', model: 'sc-60', class: 'a' }, {}],
    ['remedy == "replace" && !contractRunning', { remedy: 'replace', contractRunning: false }, {}],
    ['outOfHours && holiday && overseas', { outOfHours: true, holiday: true, overseas: true }, {}],
    ['nth > 2', { nth: 3 }, {}],
    ['km > 50 && km < 60', { km: 50.5 }, {}],
    ['km == 7', { km: 90 }, { km: 7 }],
    ['quantity >= 2.5', {}, { quantity: 2.5 }],
    ['quantity == 1', {}, { quantity: undefined }],
    ['column == "parts" && item == "S-1" && service == "upgrade"', {}, { item: 'S-1', service: 'upgrade' }],
    ['hours == "5x8"', {}, {}],
    ['hours == "5x8"', { dimensions: { hours: '7x24' } }, {}],
    ['pit == "deep"', { dimensions: { pit: 'deep' } }, {}],
  ]
  for (const [when, known, item] of rows) {
    const bound = tariff(`when: '${when}', parts: list`, 'parts: free')
    assert.match(charged(bound, [{ ...PARTS, ...item }], known).join(), /^parts list .* by 0$/, when)
    const not = tariff(`when: '!(${when})', parts: list`, 'parts: free')
    assert.match(charged(not, [{ ...PARTS, ...item }], known).join(), /^parts free .* by 1$/, when)
  }
})

test('what is not known yet is asked, never taken for no: nothing below it decides', () => {
  const bound = tariff('when: \'cover == "scale" && cause == "overload" && grade == "major"\', parts: list', 'parts: free')
  assert.deepEqual(charged(bound, [PARTS], { cover: 'scale' }), ['parts list open unknown by 0 asks cause grade'])
  assert.deepEqual(charged(bound, [PARTS], { cover: 'scale', cause: 'overload' }), ['parts list open unknown by 0 asks grade'])
  assert.deepEqual(charged(bound, [PARTS], { cover: 'none' }), ['parts free 0.00 vendor by 1'], 'where it does not matter, nobody asks')
  assert.deepEqual(charged(bound, [PARTS], { cause: 'wear' }), ['parts free 0.00 vendor by 1'])
})

test('a condition that cannot be judged at all is open and asks for nothing', () => {
  const bound = tariff('when: nth, parts: list', 'parts: free')
  assert.deepEqual(charged(bound, [PARTS], { nth: 2 }), ['parts list open unknown by 0'])
})

test('an entry tells its line, its text and where the text stands', () => {
  const bound = tariff('labour: free', 'parts: list, text: 零件按价目表。, source: [W-7, W-8]')
  const [parts, labour] = charge(bound, billOf([PARTS, LABOUR])).columns
  assert.deepEqual([parts?.line, parts?.text, parts?.source, parts?.rate], [1, '零件按价目表。', ['W-7', 'W-8'], { kind: 'list' }])
  assert.deepEqual([labour?.line, labour?.text, labour?.source], [0, undefined, []])
  assert.deepEqual(
    parts?.shares.map(({ item }) => item),
    [PARTS],
  )
})

test('sums are exact and rounded once for each column: three thirds of a fen are a fen', () => {
  const third: BillItem = { column: 'labour', quantity: 0.333, listFen: 1 }
  assert.deepEqual(charged(tariff('labour: list'), [third]), ['labour list 0.00 customer by 0'])
  assert.deepEqual(charged(tariff('labour: list'), [third, { ...third, name: 'b' }]), ['labour list 0.01 customer by 0'])
  assert.deepEqual(charged(tariff('labour: list'), [{ ...third, quantity: 0.5 }]), ['labour list 0.01 customer by 0'], 'half a fen up')
  assert.deepEqual(charged(tariff('labour: list'), [{ ...third, quantity: 0.499 }]), ['labour list 0.00 customer by 0'])
  assert.deepEqual(charged(tariff('labour: 50%'), [{ column: 'labour', listFen: 1 }]), ['labour percent 0.01 customer by 0'])
  const back: BillItem = { column: 'loss', quantity: 0.5, costFen: 1, paidBy: 'customer' }
  assert.deepEqual(charged(tariff('loss: vendor'), [back]), ['loss vendor -0.01 vendor by 0'], 'a credit rounds as its charge would')
})

test('a sum that no bill can carry is told as that, and does not spoil the total', () => {
  const huge: BillItem = { column: 'service', quantity: 1_000_000, listFen: 10_000_000_000 }
  const result = charge(tariff('service: list, parts: list'), billOf([huge, PARTS]))
  assert.deepEqual(told(result), ['parts list 1000.00 customer by 0', 'service list open too-large by 0'])
  assert.equal(result.totalFen, 100_000)
  assert.equal(result.open[0]?.payer, undefined, 'nobody is told to pay it')
  const just: BillItem = { column: 'service', quantity: 1000, listFen: 10_000_000_000 }
  assert.deepEqual(charged(tariff('service: list'), [just]), ['service list 100000000000.00 customer by 0'])
  const more = [just, { column: 'service', listFen: 1 } as const]
  assert.deepEqual(charged(tariff('service: list'), more), ['service list open too-large by 0'])
})

test('nothing to charge for comes to nothing', () => {
  assert.deepEqual(charge(tariff('parts: list, surcharge: 20%'), billOf([])), { columns: [], totalFen: 0, open: [] })
})

test('the columns stand in the order in which bills are read, the lines of one column in the plan’s', () => {
  const items: readonly BillItem[] = [
    { column: 'service', listFen: 1 },
    { column: 'loss', paidBy: 'customer', costFen: 5 },
    { column: 'loss', costFen: 5 },
    { column: 'travel', listFen: 1 },
    { column: 'parts', part: 'b', listFen: 1 },
    { column: 'parts', listFen: 1, part: 'a' },
    { column: 'parts', part: 'a' },
  ]
  const bound = tariff('when: \'part == "a"\', parts: list', 'parts: list, loss: vendor, travel: list, service: list, surcharge: 10%')
  assert.deepEqual(charged(bound, items), [
    'parts list 0.01 customer by 0',
    'parts list open unpriced by 0',
    'parts list 0.01 customer by 1',
    'travel list 0.01 customer by 1',
    'loss vendor -0.05 vendor by 1',
    'service list 0.01 customer by 1',
    'surcharge percent 0.00 customer by 1',
  ])
})
