import { chargedWords } from '../charge/say.ts'
import { at } from '../promise/given.testing.ts'
import type { Locale } from '../words.ts'
import type { Account } from './account.ts'
import { EMPTY_CONTENT } from './content.ts'
import { account, cover, fact, LINES, repair, scalePlan } from './given.testing.ts'
import { sayCovers, sayGiven } from './say.ts'
import { utcZone } from './zone.testing.ts'

const KM = { ...EMPTY_CONTENT, stated: { km: 60 } }
const OVER = [cover({ state: 'ended' })]

function sentIn(): ReturnType<typeof repair> {
  return [
    ...repair(),
    fact('rma.shipped', '09:10', { by: 'customer' }, 'rma/R1'),
    fact('rma.returned', '10:30', { repaired: true }, 'rma/R1'),
    fact('loan.delivered', '09:30', {}, 'loan/L1'),
  ]
}

/** The bills whose words are held in every language. */
export const CASES: Readonly<Record<string, () => Account>> = {
  'in the warranty': () => account(repair(), { content: KM }),
  'broken by people': () => account(repair('overload'), { content: KM }),
  'the cause is not judged': () => account(repair(null), { content: KM }),
  'out of the warranty': () => account(repair(), { covers: OVER, content: KM }),
  'without a price list': () => account(repair(), { bound: scalePlan(LINES, null), covers: OVER, content: KM }),
  'sent in, with a loaner': () => account(sentIn(), { covers: [], content: KM }),
  'excluded with evidence': () =>
    account(repair(), {
      covers: [cover({ exclusions: [{ at: at('11:45'), reason: 'overload', ticket: 'ticket/T1' }] })],
      content: KM,
    }),
  'a part with its own cover': () =>
    account(repair(), { covers: [cover({ state: 'ended', parts: [{ part: 'cell', end: at('23:00'), trail: [] }] })], content: KM }),
  'agreed case by case': () =>
    account(repair(), {
      content: { ...KM, added: [{ id: 'x', column: 'loss', name: '吊车', agreedFen: 30_000, evidence: '报价单' }] },
    }),
  'at night, on a holiday': () =>
    account(repair(), {
      bound: scalePlan([...LINES, `{when: holiday, surcharge: 50%, text: 节假日加收五成。, source: [W-5]}`]),
      covers: OVER,
      content: { ...KM, stated: { km: 60, holiday: true } },
    }),
}

/** The covers as judged, each line with what it is made of and its clause, and what the warranty gave. */
export function spoken(bill: Account, locale: Locale): string[] {
  const bound = scalePlan([...LINES, `{when: holiday, surcharge: 50%, text: 节假日加收五成。, source: [W-5]}`])
  const lines = bill.charges.columns.flatMap((charged) => {
    const { title, rate, amount, parts, why } = chargedWords(charged, bound, locale)
    return [`${title} | ${rate} | ${amount}`, ...parts, `< ${why} ${charged.source.join(' ')}`.trim()]
  })
  const given = sayGiven(bill, locale)
  return [...sayCovers(bill, { plan: bound.plan, zone: utcZone }, locale), ...lines, ...(given === undefined ? [] : [given])]
}
