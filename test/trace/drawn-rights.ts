import type { Told } from '../../src/core/promise/cover/given.testing.ts'
import { at } from '../../src/core/promise/given.testing.ts'
import {
  ACCEPTED,
  COMMISSIONED,
  CONTRACT,
  DEVICE,
  FAULT,
  HOURS,
  PUMP,
  TICKET,
  billed,
  covered,
  done,
  excluded,
  marked,
  owed,
  parts,
  unfilled,
} from './looks.ts'
import type { Shown } from './looks.ts'

// Of the thirty drawn by the seed 20261127: warranties, prices, visits and what lies in store.

const checked = (when: string, checklists: string[]) => done(when, 'visit.done', { kind: 'inspection', person: 'lin', checklists })
const LAST_DAYS = done('2027-02-25 10:00', 'visit.done', { kind: 'pre-expiry-record' })
const stocked = (when: string, quantity: number): Told => [when, 'stock.changed', { place: 'branch', quantity }, { on: 'model/M1' }]

export const DRAWN_RIGHTS: readonly Shown[] = [
  {
    title: 'customers are telephoned now and then beside the visits, as often as the contract says (S003-230)',
    plan: 'ruiyan',
    by: { promise: 'phone-visits' },
    terms: { 'dimensions.hours': '7x24', 'promises.phone-visits.every': '2mo' },
    see: owed({ of: CONTRACT, at: '05-03 00:00', promise: 'phone-visits' }, ACCEPTED, done('04-20 10:00', 'callback.made')),
    says: ['phone-visits#1 kept 04-20 10:00', 'phone-visits#2 open 07-03 00:00'],
  },
  {
    title: 'users are telephoned about how their equipment runs; what they complain of becomes a case (S001-40)',
    plan: 'baozheng',
    by: { promise: 'phone-visit' },
    terms: { 'promises.phone-visit.every': '1mo' },
    see: owed(
      { of: CONTRACT, at: '05-03 00:00', promise: 'phone-visit' },
      ACCEPTED,
      done('03-20 10:00', 'callback.made', { satisfied: true }),
    ),
    says: ['phone-visit#1 kept 03-20 10:00', 'phone-visit#2 broken 05-03 00:00', 'phone-visit#3 open 06-03 00:00'],
  },
  {
    title: 'a check without its written report does not count (S001-68)',
    plan: 'xiangying',
    by: { promise: 'regular-check' },
    terms: { 'promises.equipment.term': '24mo' },
    see: owed(
      { of: CONTRACT, at: '10-01 10:00', promise: 'regular-check', episodes: [1, 2] },
      ACCEPTED,
      checked('05-20 10:00', []),
      checked('09-20 10:00', ['check-report']),
    ),
    says: ['regular-check#1 kept 09-20 10:00', 'regular-check#2 open 2027-03-03 00:00'],
  },
  {
    title: 'after-sales service runs thirty-six months (S000-175)',
    plan: 'zhineng',
    by: { promise: 'service' },
    see: covered({ of: CONTRACT, at: '12-31 12:00', cover: 'service' }, ACCEPTED),
    says: ['service in-force → 2029-03-03 00:00'],
  },
  {
    title: 'where nothing else is known the warranty is as long as the state prescribes (S001-09)',
    plan: 'zhibao',
    by: { promise: 'equipment' },
    see: covered({ at: '12-31 12:00', cover: 'equipment' }, ['03-02 09:00', 'asset.described', { stateTerm: '24mo' }], ACCEPTED),
    says: ['equipment in-force → 2028-03-03 00:00'],
  },
  {
    title: 'what went wrong by improper operation is outside the warranty: parts are paid at cost (S001-12)',
    plan: 'zhibao',
    by: { promise: 'equipment' },
    see: [
      excluded({ at: '12:00', cover: 'equipment' }, ACCEPTED, FAULT, [
        '11:00',
        'cover.excluded',
        { cover: 'equipment', reason: 'misoperation', evidence: true },
        { on: DEVICE, also: [TICKET] },
      ]),
      billed([PUMP], { cover: 'equipment', cause: 'misoperation' }),
    ],
    says: ['equipment not for misoperation', 'parts at-cost 800.00 customer by 1'],
  },
  {
    title: 'of what is sent back after the warranty the customer bears all costs (S001-78)',
    plan: 'xiangying',
    by: { charge: 'S001-78' },
    see: billed([PUMP, HOURS, { column: 'freight-back', costFen: 4000 }], { cover: 'none', cause: 'quality' }),
    says: ['parts customer 800.00 customer by 3', 'labour customer 120.00 customer by 3', 'freight-back customer 40.00 customer by 3'],
  },
  {
    title: 'the visit before the warranty ends comes with a talk about renewal (S002-284)',
    plan: 'baojing',
    by: { promise: 'pre-expiry-visit' },
    see: [
      owed({ of: CONTRACT, at: '2027-03-03 00:00', promise: 'pre-expiry-visit' }, COMMISSIONED),
      owed({ of: CONTRACT, at: '2027-03-03 00:00', promise: 'pre-expiry-visit' }, COMMISSIONED, LAST_DAYS),
      unfilled('pre-expiry-record', { state: '平稳' }),
    ],
    says: [
      'pre-expiry-visit#1 broken 2027-03-03 00:00',
      'pre-expiry-visit#1 kept 2027-02-25 10:00',
      'field-required forms.pre-expiry-record.renewal',
    ],
  },
  {
    title: 'of each model a substitute lies in store (S002-272)',
    plan: 'baojing',
    by: { promise: 'substitute-stock' },
    see: owed({ of: 'model/M1', at: '12:00', promise: 'substitute-stock' }, stocked('03-01 10:00', 1), stocked('11:00', 0)),
    says: ['substitute-stock#1 broken 11:00'],
  },
  {
    title: 'visits come as often as the support agreement says (S003-229)',
    plan: 'ruiyan',
    by: { promise: 'agreed-visits' },
    terms: { 'dimensions.hours': '7x24', 'promises.agreed-visits.every': '3mo' },
    see: owed(
      { of: CONTRACT, at: '06-03 00:00', promise: 'agreed-visits' },
      ACCEPTED,
      done('05-20 10:00', 'visit.done', { kind: 'repair' }),
    ),
    says: ['agreed-visits#1 broken 06-03 00:00', 'agreed-visits#2 open 09-03 00:00'],
  },
  {
    title: 'what design, making, transport, installation or commissioning broke is replaced free (S002-203)',
    plan: 'biguolu',
    by: { charge: 'S002-203' },
    terms: { 'dimensions.warranty': '3y' },
    see: ['design', 'manufacture', 'transport', 'installation', 'commissioning', 'customer-cause'].map((cause) =>
      billed([PUMP], { cover: 'equipment', cause }),
    ),
    says: [...Array.from({ length: 5 }, () => 'parts free 0.00 vendor by 1'), 'parts list 1200.00 customer by 0'],
  },
  {
    title: 'a part that was replaced has a year of its own, or the rest of the warranty where that is longer (S002-06)',
    plan: 'shebei-2nian',
    by: { promise: 'equipment' },
    see: ['2027-12-01', '2026-06-01'].map((day) =>
      parts({ at: '2027-12-31 12:00' }, ACCEPTED, COMMISSIONED, [`${day} 10:00`, 'part.replaced', { part: 'pump' }, { on: DEVICE }]),
    ),
    says: ['pump → 2028-12-02 00:00', 'pump → 2028-03-03 00:00'],
  },
  {
    title: 'what was repaired keeps the end of the whole device’s warranty (S004-26)',
    plan: 'keyou',
    by: { promise: 'hardware' },
    see: covered({ at: '2028-12-31 12:00' }, ACCEPTED, ['2028-06-01 10:00', 'part.replaced', { part: 'card' }, { on: DEVICE }]),
    says: ['hardware in-force → 2029-03-03 00:00'],
  },
  {
    title: 'the day of a service is that on which both sides agree (S000-13)',
    plan: 'zhineng',
    by: { promise: 'quarterly-service' },
    see: marked(
      { of: CONTRACT, at: '04-11 10:00', promise: 'quarterly-service', episodes: [1] },
      ACCEPTED,
      done('04-01 10:00', 'visit.agreed', {
        promise: 'quarterly-service',
        occurrence: 1,
        by: 'customer',
        startsAt: at('04-20 09:00'),
      }),
    ),
    says: ['quarterly-service#1 open 04-21 00:00 agreed'],
  },
]
