import assert from 'node:assert/strict'
import { env } from 'node:process'
import { test } from 'node:test'
import fc from 'fast-check'
import { canonicalJson } from '../canonical.ts'
import { listValue } from '../charge/list-value.ts'
import type { Fact } from '../fact.ts'
import { at } from '../promise/given.testing.ts'
import { LOCALES } from '../words.ts'
import { utcZone } from './zone.testing.ts'
import { EMPTY_CONTENT, writtenAt } from './content.ts'
import type { InvoiceContent } from './content.ts'
import { accountFor } from './account.ts'
import { departureOf, needsAgreement } from './follows.ts'
import { account, cover, fact, LINES, PRICES, repair, scalePlan, TICKET, told } from './given.testing.ts'
import { sayCovers, sayDeparture, sayGiven } from './say.ts'

const RUNS = { numRuns: 150 * Number(env.NUOXING_PROVE ?? 1) }
const content = (more: Partial<InvoiceContent>): InvoiceContent => ({ ...EMPTY_CONTENT, ...more })
const KM = content({ stated: { km: 60 } })

test('in the warranty nothing is charged, and the bill says what that was worth', () => {
  const bill = account(repair(), { content: KM })
  assert.deepEqual(told(bill), ['parts 0.00 vendor', 'labour 0.00 vendor', 'travel 0.00 vendor'])
  // two cells at 640.00, two hours and a half at 200.00, forty of sixty kilometres at 3.00
  assert.deepEqual([bill.charges.totalFen, bill.freeFen, bill.unpriced], [0, 128_000 + 50_000 + 12_000, 0])
  assert.equal(sayGiven(bill, 'zh-CN'), '本次服务按质保免收 1900.00 元。')
})

test('what people broke costs the parts by the list, whatever else stays free', () => {
  const bill = account(repair('overload'), { content: KM })
  assert.deepEqual(told(bill), ['parts 1280.00 customer', 'labour 0.00 vendor', 'travel 0.00 vendor'])
  assert.deepEqual([bill.charges.totalFen, bill.freeFen], [128_000, 62_000])
})

test('after the warranty everything goes by the list of the contract', () => {
  const bill = account(repair(), { covers: [cover({ state: 'ended' })], content: KM })
  assert.deepEqual(told(bill), ['parts 1280.00 customer', 'labour 500.00 customer', 'travel 120.00 customer'])
  assert.equal(sayGiven(bill, 'zh-CN'), undefined)
})

test('while the cause is not judged nobody can say, and the bill says what to find out', () => {
  const bill = account(repair(null))
  assert.deepEqual(
    bill.charges.open.map(({ column, asks }) => `${column} ${asks.join(' ')}`),
    ['parts cause', 'labour cause', 'travel cause'],
  )
})

test('an exclusion of this fault is its cause; one of another fault is none', () => {
  const exclusions = [{ at: at('11:45'), fact: 'x1', reason: 'overload', ticket: TICKET }]
  const bill = account(repair(), { covers: [cover({ exclusions })], content: KM })
  assert.equal(told(bill)[0], 'parts 1280.00 customer')
  assert.deepEqual(bill.cover.exclusion, { reason: 'overload', fact: 'x1' })
  const other = [{ ...exclusions[0]!, ticket: 'ticket/T2' as const }]
  assert.equal(told(account(repair(), { covers: [cover({ exclusions: other })] }))[0], 'parts 0.00 vendor')
  const part = [{ at: at('11:45'), reason: 'overload', part: 'cell' }]
  assert.equal(told(account(repair(), { covers: [cover({ exclusions: part })] }))[0], 'parts 1280.00 customer')
})

test('a reason for which the charges have no line of their own is charged as out of warranty, never free by oversight', () => {
  const exclusions = [{ at: at('11:45'), reason: 'flood', ticket: TICKET }]
  const bill = account(repair(), { covers: [cover({ exclusions })], content: KM })
  assert.deepEqual(told(bill), ['parts 1280.00 customer', 'labour 500.00 customer', 'travel 120.00 customer'])
  assert.equal(bill.cover.billing, 'scale', 'the device itself stays covered')
})

test('a part that is covered longer than its device covers a repair of that part alone', () => {
  const parts = [{ part: 'cell', end: at('23:00'), trail: [] }]
  const covers = [cover({ state: 'ended', parts })]
  const bill = account(repair(), { covers })
  assert.deepEqual([bill.cover.billing, bill.cover.part, told(bill)[0]], ['scale', 'cell', 'parts 0.00 vendor'])
  const more = [...repair(), fact('part.replaced', '10:10', { part: 'display' }, 'part/P2')]
  assert.equal(account(more, { covers }).cover.billing, 'none')
  const over = [cover({ state: 'ended', parts: [{ part: 'cell', end: at('11:00'), trail: [] }] })]
  assert.equal(account(repair(), { covers: over }).cover.billing, 'none')
})

test('both judgements of the cover are told: at the report for the clocks, at billing for the charges', () => {
  const bill = account(repair(), { covers: [cover({ state: 'ended' })] })
  const context = { plan: scalePlan().plan, zone: utcZone }
  assert.deepEqual(sayCovers(bill, context, 'zh-CN'), [
    '报修时：整机质保',
    '开单时：不在质保期内',
    '费用按开单时的质保计算，时限按报修时的质保计算。',
  ])
  for (const locale of LOCALES) assert.doesNotMatch(sayCovers(bill, context, locale).join(''), /[{}]/)
})

test('a fact declared void is not charged for, a corrected one as corrected', () => {
  const facts = repair()
  const part = facts[2]!
  const voided = fact('fact.voided', '11:50', { of: part.id, reason: true })
  assert.ok(!told(account([...facts, voided])).some((line) => line.startsWith('parts')))
  const corrected = fact('fact.corrected', '11:50', { of: part.id, field: 'quantity', from: 2, to: 1 })
  assert.equal(told(account([...facts, corrected], { covers: [] }))[0], 'parts 640.00 customer')
})

test('whoever sent a leg has paid it; what was lent is counted in begun days', () => {
  const facts = [
    ...repair(),
    fact('rma.shipped', '09:10', { by: 'customer' }, 'rma/R1'),
    fact('rma.received', '09:20', {}, 'rma/R1'),
    fact('rma.returned', '10:30', { repaired: true }, 'rma/R1'),
    fact('loan.delivered', '09:30', {}, 'loan/L1'),
  ]
  const bill = account(facts, { covers: [], content: KM })
  assert.deepEqual(told(bill).slice(3), [
    'freight-out 0.00 customer',
    'freight-back 0.00 vendor',
    'inspection 80.00 customer',
    'loaner 50.00 customer',
  ])
})

test('what plan and price list are silent about is not put on a bill by a record; parts and work always are', () => {
  const bare = scalePlan([LINES[1]!], null)
  const bill = account([...repair(), fact('loan.delivered', '09:30', {}, 'loan/L1')], { bound: bare, covers: [] })
  assert.deepEqual(told(bill), ['parts open unstated', 'labour open unstated', 'travel open unstated'])
})

test('an item is left out or set right with its reason, another entered with its evidence', () => {
  const facts = repair()
  const [, , part] = facts
  const changes = [{ of: part!.id, listFen: 50_000, quantity: 3, reason: '批发价' }]
  const added = [{ id: 'crane', column: 'service' as const, name: '吊车', agreedFen: 30_000, evidence: '报价单' }]
  const bill = account(facts, { covers: [], content: content({ stated: { km: 60 }, changes, added }) })
  assert.equal(told(bill)[0], 'parts 1500.00 customer')
  assert.equal(told(bill).at(-1), 'service 300.00 customer')
  assert.equal(needsAgreement(bill), true)
  assert.equal(needsAgreement(account(facts, { covers: [], content: KM })), false)
  const out = account(facts, { content: content({ changes: [{ of: part!.id, leftOut: true, reason: '自备' }] }) })
  assert.deepEqual(
    out.leftOut.map(({ id, reason }) => [id, reason]),
    [[part!.id, '自备']],
  )
  assert.ok(!out.facts.includes(part!.id))
})

test('what stands on another bill is not charged again, nor what is done after billing', () => {
  const facts = repair()
  const bill = account(facts, { billed: [facts[2]!.id] })
  assert.ok(!told(bill).some((line) => line.startsWith('parts')))
  const later = [...facts, fact('part.replaced', '14:00', { part: 'cell' }, 'part/P2')]
  assert.equal(departureOf(account(facts), account(later, { asOf: at('15:00') })), undefined)
})

test('a bill that was issued departs by the money that the facts now ask for, and says so', () => {
  const issued = account(repair(), { content: KM })
  const now = account(repair('overload'), { content: KM })
  assert.deepEqual(departureOf(issued, now), { differenceFen: 128_000, open: 0 })
  assert.match(sayDeparture({ differenceFen: -500, open: 0 }, 'zh-CN'), /少收 5\.00 元/)
  assert.match(sayDeparture({ differenceFen: 0, open: 2 }, 'zh-CN'), /2 项未定/)
  assert.match(sayDeparture({ differenceFen: 0, open: 0 }, 'zh-CN'), /总额不变/)
})

test('what keeps a bill from being made is told where it was written', () => {
  const wrong = content({ added: [{ id: 'x', column: 'parts', name: '件', quantity: 1.0005, evidence: '单' }], stated: { km: -1 } })
  const made = accountFor({
    bound: scalePlan(),
    ticket: TICKET,
    facts: repair(),
    covers: [],
    content: wrong,
    billed: [],
    contractRunning: true,
    at: at('12:00'),
  })
  assert.ok(!made.ok)
  const places = made.problems.map((one) => writtenAt(one, made.items, wrong))
  assert.ok(places.includes('stated.km') && places.includes('added[0].quantity'))
})

const causes = fc.constantFrom('wear', 'overload', null)
const cases = fc.record({
  cause: causes,
  covered: fc.boolean(),
  km: fc.integer({ min: 0, max: 400 }),
  quantities: fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 4 }),
})

function caseFacts({ cause, quantities }: { cause: string | null; quantities: readonly number[] }): readonly Fact[] {
  return [
    ...repair(cause),
    ...quantities.map((quantity, nth) => fact('part.replaced', '10:20', { part: 'cell', quantity }, `part/Q${nth}`)),
  ]
}

test('whatever the case: the lines come to the total in whole fen, and free and charged together are the list', () => {
  fc.assert(
    fc.property(cases, ({ km, covered, ...one }) => {
      const covers = covered ? [cover()] : []
      const bill = account(caseFacts(one), { covers, content: content({ stated: { km } }) })
      const { columns, totalFen, open } = bill.charges
      assert.equal(
        columns.reduce((sum, { fen }) => sum + (fen ?? 0), 0),
        totalFen,
      )
      assert.ok(Number.isSafeInteger(totalFen) && Number.isSafeInteger(bill.freeFen))
      if (open.length > 0) return
      const listed = columns.reduce((sum, line) => sum + (listValue(line) ?? Number.NaN), 0)
      assert.equal(bill.chargedFen + bill.freeFen, listed)
    }),
    RUNS,
  )
})

test('whatever the case: the order in which facts are told does not matter', () => {
  fc.assert(
    fc.property(cases, fc.infiniteStream(fc.nat()), ({ km, covered, ...rest }, dice) => {
      const facts = caseFacts(rest)
      const shuffled = facts
        .map((one) => [dice.next().value as number, one] as const)
        .sort((a, b) => a[0] - b[0])
        .map(([, one]) => one)
      const more = { covers: covered ? [cover()] : [], content: content({ stated: { km } }) }
      assert.equal(canonicalJson(account(shuffled, more).charges), canonicalJson(account(facts, more).charges))
    }),
    RUNS,
  )
})

test('the price of a way counts from the kilometres that are free, and rounds once', () => {
  const way = (km: number) => account(repair(), { covers: [], content: content({ stated: { km } }) }).charges.columns.at(-1)?.fen
  assert.deepEqual([0, 20, 21, 20.005, 60].map(way), [0, 0, 300, 2, 12_000])
  assert.equal(PRICES.units.travel, 300)
})
