import {
  ACCEPTED,
  CARE,
  CONTRACT,
  DEVICE,
  FAULT,
  HOURS,
  PUMP,
  TICKET,
  asked,
  billed,
  covered,
  done,
  followed,
  graded,
  marked,
  owed,
  refused,
  unfilled,
} from './looks.ts'
import type { Shown } from './looks.ts'

// The second half of the thirty promises of `drawn.ts`, by the same seed.

const AFTER: Parameters<typeof billed>[1] = { cover: 'upkeep-after-cover', cause: 'wear', contractRunning: true }
const PATROL = { running: '平稳', questions: ['如何换钥'], faults: ['告警误报'] }
const serviced = (when: string) => done(when, 'visit.done', { kind: 'maintenance', checklists: ['quarterly-service'] })

export const DRAWN_MORE: readonly Shown[] = [
  {
    title: 'a request is closed once the customer has said that the result is good (S000-47)',
    plan: 'zhineng',
    by: { promise: 'close-when-satisfied' },
    see: [
      refused(TICKET, FAULT, ['11:00', 'ticket.restored'], ['12:00', 'ticket.closed']),
      refused(TICKET, FAULT, ['11:00', 'ticket.restored'], ['11:30', 'ticket.confirmed'], ['12:00', 'ticket.closed']),
    ],
    says: ['close-when-satisfied'],
  },
  {
    title: 'a severe fault is answered within five minutes (S000-64)',
    plan: 'zhineng',
    by: { promise: 'reply' },
    see: [
      owed({ at: '10:01', promise: 'reply' }, graded('severe')),
      owed({ at: '10:06', promise: 'reply' }, graded('severe'), ['10:05', 'ticket.replied', { channel: 'phone' }]),
    ],
    says: ['reply#1 open 10:05', 'reply#1 kept 10:05'],
  },
  {
    title: 'emergency service costs nothing while the contract runs (S000-16)',
    plan: 'zhineng',
    by: { charge: 'S000-16' },
    see: [
      billed([HOURS, CARE], { cover: 'none', cause: 'wear', contractRunning: true }),
      billed([HOURS], { cover: 'none', cause: 'wear', contractRunning: false }),
    ],
    says: ['labour free 0.00 vendor by 6', 'service free 0.00 vendor by 6', 'labour unstated open unstated by none'],
  },
  {
    title: 'a report that was unclear says so, and how it was cleared with the user (S002-288)',
    plan: 'baojing',
    by: { promise: 'fault-graded' },
    see: [followed({ at: '10:10' }, FAULT), asked('fault-report', 'unclear', 'clarified')],
    says: ['require-form fault-report', '报修时有不清楚之处', '与用户联系弄清的经过'],
  },
  {
    title: 'a plan of preventive maintenance is made for the devices by their condition (S002-79)',
    plan: 'shebei-7xiang',
    by: { promise: 'plan-made' },
    terms: { 'promises.plan-made.within': '14d' },
    see: [
      owed({ of: DEVICE, at: '03-20 10:00', promise: 'plan-made' }, ACCEPTED),
      owed(
        { of: DEVICE, at: '03-20 10:00', promise: 'plan-made' },
        ACCEPTED,
        done('03-10 10:00', 'document.issued', { document: 'maintenance-plan' }, DEVICE),
      ),
      unfilled('maintenance-plan', { device: 'A1', plan: '每季换油' }),
    ],
    says: ['plan-made#1 broken 03-17 00:00', 'plan-made#1 kept 03-10 10:00', 'field-required forms.maintenance-plan.condition'],
  },
  {
    title: 'no part is fitted before it is on record where it comes from (S002-75)',
    plan: 'shebei-7xiang',
    by: { promise: 'original-parts' },
    see: [
      refused(TICKET, FAULT, ['11:00', 'part.replaced', { part: 'bearing' }]),
      refused(TICKET, FAULT, ['10:30', 'form.filled', { form: 'part-quality' }], ['11:00', 'part.replaced', { part: 'bearing' }]),
      unfilled('part-quality', { part: '轴承' }),
    ],
    says: ['original-parts', 'field-required forms.part-quality.source'],
  },
  {
    title: 'whether somebody must come is judged before it is decided that somebody comes (S003-151)',
    plan: 'houxu',
    by: { promise: 'judged-first' },
    see: [
      refused(TICKET, FAULT, ['11:00', 'visit.needed']),
      refused(TICKET, FAULT, ['10:30', 'ticket.judged', { cause: 'hardware', remote: false }], ['11:00', 'visit.needed']),
    ],
    says: ['judged-first'],
  },
  {
    title: 'who buys a longer warranty has it, from the end of the first (S003-115)',
    plan: 'qiye-jieshao',
    by: { promise: 'product' },
    terms: { 'promises.product.term': '12mo' },
    see: covered({ at: '12-31 12:00' }, ACCEPTED, ['06-01 10:00', 'cover.extended', { cover: 'product', by: '12mo' }]),
    says: ['product in-force → 2028-03-03 00:00'],
  },
  {
    title: 'a routine request for which somebody must come is seen to within two hours (S000-70)',
    plan: 'zhineng',
    by: { promise: 'routine-arrive' },
    see: [
      owed({ at: '13:00', promise: 'routine-arrive' }, ['10:00', 'ticket.reported', { type: 'routine-service' }]),
      owed(
        { at: '13:00', promise: 'routine-arrive' },
        ['10:00', 'ticket.reported', { type: 'routine-service' }],
        ['12:00', 'visit.arrived'],
      ),
    ],
    says: ['routine-arrive#1 broken 12:00', 'routine-arrive#1 kept 12:00'],
  },
  {
    title: 'what three years of upkeep after the warranty cost is asked until the contract has said that it was in the offer (S000-106)',
    plan: 'zhineng',
    by: { charge: 'S000-106' },
    see: billed([CARE], AFTER, { at: '2029-04-01 12:00' }),
    says: ['service unstated open unstated by 5'],
  },
  {
    title: 'where the contract says that it was in the offer, upkeep in those three years costs nothing more (S000-106)',
    plan: 'zhineng',
    by: { charge: 'S000-106' },
    terms: { 'charges.charge-6.service': 'free' },
    see: billed([CARE], { ...AFTER, contractRunning: false }, { at: '2029-04-01 12:00' }),
    says: ['service free 0.00 vendor by 5'],
  },
  {
    title: 'a patrol looks at how the system runs, answers questions and clears faults (S004-60)',
    plan: 'keyou',
    by: { form: 'patrol-report' },
    see: [
      unfilled('patrol-report', PATROL),
      ...Object.keys(PATROL).map((field) =>
        unfilled('patrol-report', Object.fromEntries(Object.entries(PATROL).filter(([id]) => id !== field))),
      ),
    ],
    says: [
      'filled',
      'field-required forms.patrol-report.running',
      'field-required forms.patrol-report.questions',
      'field-required forms.patrol-report.faults',
    ],
  },
  {
    title: 'services are three months apart as a rule: one that comes sooner counts, and is marked (S000-12)',
    plan: 'zhineng',
    by: { promise: 'quarterly-service' },
    see: marked(
      { of: CONTRACT, at: '06-01 10:00', promise: 'quarterly-service' },
      ACCEPTED,
      serviced('04-10 10:00'),
      serviced('05-10 10:00'),
    ),
    says: [
      'quarterly-service#1 kept 04-10 10:00',
      'quarterly-service#2 kept 05-10 10:00 too-near',
      'quarterly-service#3 open 2027-03-03 00:00',
      'quarterly-service#4 open 2027-03-03 00:00',
    ],
  },
  {
    title: 'a repair is free once it is judged that the product itself was at fault, and not before (S003-144)',
    plan: 'houxu',
    by: { charge: 'S003-144' },
    terms: { 'promises.product.term': '12mo' },
    see: [
      billed([PUMP], { cover: 'product', cause: 'quality' }),
      billed([PUMP], { cover: 'product', cause: 'wear' }),
      billed([PUMP], { cover: 'product' }),
    ],
    says: ['parts free 0.00 vendor by 0', 'parts unstated open unstated by none', 'parts free open unknown by 0 asks cause'],
  },
  {
    title: 'what must go abroad for a fault of quality travels at our cost, and looking at it is free (S000-32)',
    plan: 'zhineng',
    by: { charge: 'S000-32' },
    see: billed(
      [
        { column: 'freight-out', costFen: 40_000, sender: 'customer' },
        { column: 'inspection', listFen: 9000 },
      ],
      { cover: 'equipment', cause: 'quality', overseas: true },
    ),
    says: ['freight-out vendor 0.00 vendor by 3', 'inspection free 0.00 vendor by 3'],
  },
]
