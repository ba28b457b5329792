import { agreed } from '../plan/plans.testing.ts'
import type { Bill } from './bill.ts'
import { charge } from './charge.ts'
import { billOf, tariff } from './given.testing.ts'
import { sayCharge } from './say.ts'
import type { Locale } from '../words.ts'

const TARIFF = tariff(
  'when: \'cover == "scale" && cause == "overload"\', parts: 80%, labour: "120.50", text: 超载压坏的按八折收零件费。, source: [W-5]',
  'beyond-km: 100, travel: "2.50", text: 百公里以外的路程每公里两元半。, source: [W-6, W-7]',
  'travel: free',
  'when: outOfHours, surcharge: 50%',
  'freight-out: customer, freight-back: vendor, service: quoted, inspection: at-cost, loaner: list',
)

const FULL: Bill = billOf(
  [
    { column: 'parts', name: '传感器', quantity: 2, listFen: 50_000 },
    { column: 'parts', name: '接线盒', listFen: 9900 },
    { column: 'labour', quantity: 1.5 },
    { column: 'travel', quantity: 2, km: 180.4 },
    { column: 'freight-out', costFen: 6000, paidBy: 'customer' },
    { column: 'freight-back', costFen: 7000, paidBy: 'customer' },
    { column: 'service', name: '标定', agreedFen: 30_000 },
  ],
  { cover: 'scale', cause: 'overload', outOfHours: true },
)

const OPEN: Bill = billOf(
  [
    { column: 'parts', name: '传感器', quantity: 2, listFen: 50_000 },
    { column: 'travel' },
    { column: 'service', name: '标定' },
    { column: 'inspection' },
    { column: 'loaner' },
    { column: 'loss' },
  ],
  { cover: 'scale' },
)

const BACK: Bill = billOf([{ column: 'freight-back', costFen: 7000, paidBy: 'customer' }], { outOfHours: false })

/** What is read to the customer: a bill in which all is decided, one in which most is open, one that gives back, an empty one, one of a bundled plan. */
export function toldBills(locale: Locale): Readonly<Record<string, readonly string[]>> {
  const say = (bill: Bill) => sayCharge(charge(TARIFF, bill), TARIFF, locale)
  const biguolu = agreed('biguolu', { 'dimensions.warranty': '3y' })
  const after = billOf([
    { column: 'parts', name: '滤芯', quantity: 3, costFen: 12_000 },
    { column: 'labour', name: '更换' },
  ])
  return {
    full: say(FULL),
    open: say(OPEN),
    back: say(BACK),
    nothing: say(billOf([])),
    biguolu: sayCharge(charge(biguolu, after), biguolu, locale),
  }
}
