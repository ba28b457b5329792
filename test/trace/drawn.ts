import type { Subject } from '../../src/core/fact.ts'
import type { Told } from '../../src/core/promise/cover/given.testing.ts'
import {
  ACCEPTED,
  CARE,
  COMMISSIONED,
  CONTRACT,
  FAULT,
  TICKET,
  asked,
  billed,
  covered,
  done,
  followed,
  graded,
  measured,
  owed,
  refused,
  unfilled,
} from './looks.ts'
import type { Shown } from './looks.ts'

// Thirty promises of the texts, drawn by the seed 20261126, of each kind at least one. Each is shown as its plan carries it, and is gone when its clause is taken out.

const QUARTER = { usage: '正常', opinion: '满意', problems: ['滤网脏'], solved: ['已清洗'], signedByCustomer: '周运行' }
const MODEL: Subject = 'model/BGL'
const INSTALLED = Array.from({ length: 100 }, (_, n): Told => ['03-02 10:00', 'asset.accepted', {}, { on: `asset/A${n}`, also: [MODEL] }])
const stock = (when: string, quantity: number): Told => [when, 'stock.changed', { place: 'local', quantity }, { on: MODEL }]

export const DRAWN: readonly Shown[] = [
  {
    title: '“as fast as can be” is measured on each request against the tightest figure of the text, ten minutes (S003-206)',
    plan: 'ruiyan',
    by: { promise: 'reply' },
    terms: { 'dimensions.hours': '7x24' },
    see: measured({ at: '12:00', promise: 'reply' }, FAULT, ['10:14', 'ticket.replied', { channel: 'phone' }]),
    says: ['reply#1 kept 10:14 14 min target 10:10'],
  },
  {
    title: 'a technical problem has its solution within a day (S003-08)',
    plan: 'chengnuo-30m',
    by: { promise: 'solution' },
    see: [
      owed({ at: '10-01 10:00', promise: 'solution' }, FAULT),
      owed({ at: '10-01 10:00', promise: 'solution' }, FAULT, ['10-01 10:00', 'ticket.answered']),
    ],
    says: ['solution#1 broken 10-01 10:00', 'solution#1 kept 10-01 10:00'],
  },
  {
    title: 'to a general fault somebody comes within two hours (S000-67)',
    plan: 'zhineng',
    by: { promise: 'arrive' },
    see: [
      owed({ at: '10:01', promise: 'arrive' }, graded('general')),
      owed({ at: '13:00', promise: 'arrive' }, graded('general'), ['12:00:01', 'visit.arrived']),
    ],
    says: ['arrive#1 open 12:00', 'arrive#1 broken 12:00'],
  },
  {
    title: 'how long a case took to solve is measured, since the text names no number (S002-178)',
    plan: 'liucheng-6',
    by: { promise: 'solve' },
    see: measured({ at: '16:00', promise: 'solve' }, FAULT, ['15:00', 'ticket.restored']),
    says: ['solve#1 kept 15:00 300 min'],
  },
  {
    title: 'where a part must be changed a spare is there first (S002-73)',
    plan: 'shebei-7xiang',
    by: { promise: 'spare-component' },
    terms: { 'promises.spare-component.within': '4h' },
    see: [
      owed({ at: '15:00', promise: 'spare-component' }, FAULT, ['10:30', 'part.requested', { part: 'bearing' }]),
      owed(
        { at: '15:00', promise: 'spare-component' },
        FAULT,
        ['10:30', 'part.requested', { part: 'bearing' }],
        ['12:00', 'part.arrived', { part: 'bearing' }],
      ),
    ],
    says: ['spare-component#1 broken 14:30', 'spare-component#1 kept 12:00'],
  },
  {
    title: 'customers are called on to find what is bad about where the system stands, as often as the contract says (S000-99)',
    plan: 'zhineng',
    by: { promise: 'environment-visit' },
    terms: { 'promises.environment-visit.every': '2mo' },
    see: owed(
      { of: CONTRACT, at: '07-03 00:00', promise: 'environment-visit' },
      ACCEPTED,
      done('04-20 10:00', 'visit.done', { kind: 'visit-record' }),
      done('06-20 10:00', 'visit.done', { kind: 'repair' }),
    ),
    says: ['environment-visit#1 kept 04-20 10:00', 'environment-visit#2 broken 07-03 00:00', 'environment-visit#3 open 09-03 00:00'],
  },
  {
    title: 'what was advised on a follow-up call stands in its record, which each call asks for (S002-156)',
    plan: 'qiche',
    by: { promise: 'script' },
    see: [followed({ of: CONTRACT, at: '18:00' }, done('10:00', 'callback.made')), asked('callback-script', 'advice')],
    says: ['require-form callback-script', '咨询'],
  },
  {
    title: 'no record of a quarterly visit is complete without advice on upkeep (S002-31)',
    plan: 'shebei-2nian',
    by: { form: 'quarterly-record' },
    see: [unfilled('quarterly-record', QUARTER), unfilled('quarterly-record', { ...QUARTER, advice: '每月清洗滤网' })],
    says: ['field-required forms.quarterly-record.advice', 'filled'],
  },
  {
    title: 'equipment is covered for twelve months from the day on which it went into service (S002-265)',
    plan: 'baojing',
    by: { promise: 'equipment' },
    see: covered({ at: '12-31 12:00', cover: 'equipment' }, COMMISSIONED),
    says: ['equipment in-force → 2027-03-03 00:00'],
  },
  {
    title:
      'a fault of quality in the warranty is put right by replacement together with the supplier; after it nothing of the kind is owed (S001-63)',
    plan: 'xiangying',
    by: { promise: 'replaced-with-supplier' },
    terms: { 'promises.equipment.term': '24mo' },
    see: ['equipment', 'none'].map((cover) =>
      owed(
        { at: '18:00', promise: 'replaced-with-supplier' },
        ['10:00', 'ticket.reported', { type: 'fault', cover }],
        ['11:00', 'ticket.judged', { cause: 'quality' }],
        ['16:00', 'part.replaced', { part: 'module' }],
      ),
    ),
    says: ['replaced-with-supplier#1 kept 16:00'],
  },
  {
    title: 'no work begins before the user has signed that lost data are not made good (S004-51)',
    plan: 'keyou',
    by: { promise: 'backup-confirmed' },
    see: [
      refused(TICKET, FAULT, ['11:00', 'work.started']),
      refused(TICKET, FAULT, ['10:30', 'form.filled', { form: 'backup-confirmation' }], ['11:00', 'work.started']),
      unfilled('backup-confirmation', { 'backed-up': true, signedByCustomer: '周运行' }),
    ],
    says: ['backup-confirmed', 'field-required forms.backup-confirmation.loss-accepted'],
  },
  {
    title: 'a first installation goes by the price list though the warranty runs (S004-44)',
    plan: 'keyou',
    by: { charge: 'S004-44' },
    see: billed([{ ...CARE, service: 'first-installation' }], { cover: 'hardware' }),
    says: ['service list 300.00 customer by 2'],
  },
  {
    title: 'the customer is guided through first steps before anybody connects from afar (S001-48)',
    plan: 'baozheng',
    by: { promise: 'self-help-first' },
    see: [
      refused(TICKET, FAULT, ['10:30', 'remote.started']),
      refused(TICKET, FAULT, ['10:20', 'ticket.replied', { channel: 'phone' }], ['10:30', 'remote.started']),
    ],
    says: ['self-help-first'],
  },
  {
    title: 'of a hundred boilers under service three are in the local store (S002-196)',
    plan: 'biguolu',
    by: { promise: 'spare-ratio' },
    terms: { 'dimensions.warranty': '3y' },
    // three of a hundred held it from the second of March until one more was used
    see: owed({ of: MODEL, at: '03-05 10:00', promise: 'spare-ratio' }, stock('03-01 10:00', 3), ...INSTALLED, stock('03-04 10:00', 2)),
    says: ['spare-ratio#1 broken 03-04 10:00'],
  },
  {
    title: 'a problem is registered and classed before it is analysed (S002-172)',
    plan: 'liucheng-6',
    by: { promise: 'registered-first' },
    see: [
      refused(TICKET, FAULT, ['10:30', 'ticket.judged', { cause: 'software' }]),
      refused(TICKET, FAULT, ['10:10', 'form.filled', { form: 'registration' }], ['10:30', 'ticket.judged', { cause: 'software' }]),
    ],
    says: ['registered-first'],
  },
]
