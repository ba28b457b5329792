import type { Told } from '../../src/core/promise/cover/given.testing.ts'
import {
  ACCEPTED,
  COMMISSIONED,
  CONTRACT,
  DEVICE,
  FAULT,
  TICKET,
  covered,
  done,
  excluded,
  followed,
  owed,
  reached,
  unfilled,
} from './looks.ts'
import type { Shown } from './looks.ts'

// Promises of the texts that a plan could once only name: each acts, and no longer does when its clause is taken out.

const CLEANED = done('04-20 10:00', 'visit.done', { kind: 'free-cleaning' })
const AT_SITE: Told = [CLEANED[0], CLEANED[1], CLEANED[2], { on: 'visit/V1', also: ['site/S1'] }]

/** Counted before the contract starts. */
const IN_DEPOT: Told = ['03-01 10:00', 'stock.changed', { place: 'local', quantity: 2 }, { on: 'model/M1' }]

export const CARRIED: readonly Shown[] = [
  {
    title: 'a product is covered for twelve months from the day that is recorded, since the text names none (S003-185)',
    plan: 'ruiyan',
    by: { promise: 'product' },
    terms: { 'dimensions.hours': '7x24' },
    see: [
      covered({ at: '12-31 12:00' }, ACCEPTED),
      covered({ at: '12-31 12:00' }, ACCEPTED, ['04-01 10:00', 'cover.started', { cover: 'product' }]),
    ],
    says: ['product in-force → 2027-04-02 00:00'],
  },
  {
    title: 'where the contract has chosen the one year of the text, a boiler is covered for one year (S002-213)',
    plan: 'biguolu',
    by: { promise: 'equipment' },
    terms: { 'dimensions.warranty': '1y' },
    see: covered({ at: '12-31 12:00' }, ACCEPTED, COMMISSIONED),
    says: ['equipment in-force → 2027-03-03 00:00'],
  },
  {
    title: 'the radiators are cleaned as often as the contract says, and an inspection is no cleaning (S002-192)',
    plan: 'biguolu',
    by: { promise: 'free-cleaning' },
    terms: { 'dimensions.warranty': '3y', 'promises.free-cleaning.every': '6mo' },
    see: [
      owed(
        { of: 'site/S1', at: '09-03 00:00', promise: 'free-cleaning' },
        reached('03-02 10:00', 'accepted', ['site/S1']),
        reached('03-02 10:00', 'commissioned', ['site/S1']),
        AT_SITE,
      ),
      owed(
        { of: 'site/S1', at: '09-03 00:00', promise: 'free-cleaning' },
        reached('03-02 10:00', 'accepted', ['site/S1']),
        reached('03-02 10:00', 'commissioned', ['site/S1']),
        ['04-20 10:00', 'visit.done', { kind: 'inspection', checklists: ['inspection-record'] }, { on: 'visit/V1', also: ['site/S1'] }],
      ),
    ],
    says: [
      'free-cleaning#1 kept 04-20 10:00',
      'free-cleaning#2 open 2027-03-03 00:00',
      'free-cleaning#1 broken 09-03 00:00',
      'free-cleaning#2 open 2027-03-03 00:00',
    ],
  },
  {
    title:
      'three years of upkeep follow the warranty; what they cost is open until the contract says whether it was in the offer (S000-106)',
    plan: 'zhineng',
    by: { promise: 'upkeep-after-cover' },
    see: covered({ at: '2029-03-10 12:00' }, ACCEPTED),
    says: ['equipment ended → 2029-03-03 00:00', 'upkeep-after-cover in-force → 2032-03-04 00:00'],
  },
  {
    title: 'the depot at the project has a stock of its own: what lies elsewhere does not fill it (S000-117)',
    plan: 'zhineng',
    by: { promise: 'local-depot' },
    terms: { 'promises.local-depot.at-least': '2' },
    see: [
      owed({ of: 'model/M1', at: '12:00', promise: 'local-depot' }, IN_DEPOT),
      owed(
        { of: 'model/M1', at: '12:00', promise: 'local-depot' },
        IN_DEPOT,
        ['10:00', 'stock.changed', { place: 'local', quantity: 1 }, { on: 'model/M1' }],
        ['11:00', 'stock.changed', { place: 'factory', quantity: 9 }, { on: 'model/M1' }],
      ),
    ],
    says: ['local-depot#1 open', 'local-depot#1 broken 10:00'],
  },
  {
    title: 'from the third month on the faults of each month are analysed with the customer (S000-85)',
    plan: 'zhineng',
    by: { promise: 'month-faults' },
    see: owed(
      { of: CONTRACT, at: '06-03 00:00', promise: 'month-faults' },
      ACCEPTED,
      COMMISSIONED,
      done('05-20 10:00', 'report.delivered', { kind: 'month-faults' }),
    ),
    says: ['month-faults#1 kept 05-20 10:00', 'month-faults#2 open 07-03 00:00'],
  },
  {
    title: 'each spare that comes to the site is asked for its five steps (S000-29)',
    plan: 'zhineng',
    by: { promise: 'spare-prepared' },
    see: [
      followed({ of: CONTRACT, at: '18:00' }, done('10:00', 'part.arrived', { part: 'reader' })),
      unfilled('spare-preparation', {
        spare: '读卡器',
        tested: '2026-03-01',
        calibrated: '2026-03-01',
        packed: '2026-03-02',
        labelled: '2026-03-02',
      }),
    ],
    says: ['require-form spare-preparation', 'field-required forms.spare-preparation.shipped'],
  },
  {
    title: 'each fault is graded by nature, category and effect, and what was unclear is cleared with its user (S002-288, S002-290)',
    plan: 'baojing',
    by: { promise: 'fault-graded' },
    see: [
      owed({ at: '12:00', promise: 'fault-graded' }, FAULT),
      owed({ at: '12:00', promise: 'fault-graded' }, FAULT, done('11:00', 'form.filled', { form: 'fault-report' }, TICKET)),
      owed({ at: '12:00', promise: 'fault-graded' }, ['10:00', 'ticket.reported', { type: 'consultation' }]),
    ],
    says: ['fault-graded#1 open', 'fault-graded#1 kept 11:00'],
  },
  {
    title: 'what a renewal contract agrees on runs from its signature, for as long as it says (S002-285)',
    plan: 'baojing',
    by: { promise: 'renewed' },
    terms: { 'promises.renewed.term': '12mo' },
    see: covered({ of: CONTRACT, at: '12-31 12:00' }, done('03-02 10:00', 'document.issued', { document: 'renewal-contract' })),
    says: ['renewed in-force → 2027-03-03 00:00'],
  },
  {
    title: 'a part that is charged after the warranty is held against the market; one that is free is not (S002-60)',
    plan: 'fengji',
    by: { promise: 'market-price' },
    see: [
      ...[
        ['2027-09-30', 'life-long'],
        ['2026-09-30', 'equipment'],
      ].map(([day, cover = '']) =>
        followed(
          { at: `${day} 10:20` },
          [`${day} 10:00`, 'ticket.reported', { type: 'fault', cover }],
          [`${day} 10:05`, 'form.filled', { form: 'normal-use' }, { on: 'form/F1', also: [TICKET] }],
          [`${day} 10:10`, 'part.replaced', { part: 'bearing' }, { on: 'part/P1', also: [TICKET] }],
        ),
      ),
      unfilled('market-price', { part: '轴承', offers: ['甲 120', '乙 110'], cost: 100 }),
    ],
    says: ['require-form market-price', 'field-required forms.market-price.lowest'],
  },
  {
    title: 'a customer is given an analysis with advice as often as the contract says (S002-115)',
    plan: 'jihua-2024',
    by: { promise: 'customer-analysis' },
    terms: { 'promises.customer-analysis.every': '3mo' },
    see: owed(
      { of: CONTRACT, at: '06-03 00:00', promise: 'customer-analysis' },
      ACCEPTED,
      done('05-20 10:00', 'report.delivered', { kind: 'monthly' }),
    ),
    says: ['customer-analysis#1 broken 06-03 00:00', 'customer-analysis#2 open 09-03 00:00'],
  },
  {
    title: 'whom the user has called directly, the manager of the centre, hears of the case at once (S002-234)',
    plan: 'kefu-zhongxin',
    by: { promise: 'to-manager' },
    see: ['centre-manager', 'field-engineers'].map((team) =>
      followed({ at: '12:00', promise: 'to-manager' }, FAULT, ['10:30', 'ticket.transferred', { team }]),
    ),
    says: ['escalate centre-manager'],
  },
  {
    title: 'the user is told how the open problems stand, and late where the contract has said how often (S002-259)',
    plan: 'kefu-zhongxin',
    by: { promise: 'open-problems' },
    terms: { 'promises.open-problems.every': '1mo' },
    see: owed(
      { of: CONTRACT, at: '05-03 00:00', promise: 'open-problems' },
      ACCEPTED,
      done('03-20 10:00', 'report.delivered', { kind: 'open-problems' }),
    ),
    says: ['open-problems#1 kept 03-20 10:00', 'open-problems#2 broken 05-03 00:00', 'open-problems#3 open 06-03 00:00'],
  },
  {
    title: 'a paid function that was not bought is left out of the upgrade service, by an entry with what shows it (S004-54)',
    plan: 'keyou',
    by: { promise: 'upgrade-term' },
    terms: { 'promises.upgrade-term.term': '12mo' },
    see: excluded(
      { of: CONTRACT, at: '12:00', cover: 'upgrade-term' },
      done('10:00', 'document.issued', { document: 'upgrade-order' }),
      ['10:30', 'ticket.reported', { type: 'consultation', channel: 'phone' }, { on: TICKET, also: [CONTRACT] }],
      [
        '11:00',
        'cover.excluded',
        { cover: 'upgrade-term', reason: 'unbought-function', evidence: true },
        { on: DEVICE, also: [TICKET, CONTRACT] },
      ],
    ),
    says: ['upgrade-term not for unbought-function'],
  },
]
