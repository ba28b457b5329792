import type { Told } from '../../src/core/promise/cover/given.testing.ts'
import { FAULT, TICKET, billed, done, followed, measured, owed, refused, unfilled } from './looks.ts'
import type { Shown } from './looks.ts'

// Thirty more, drawn by the seed 20261127: clocks and gates here, rights, prices and what recurs in `drawn-rights.ts`.

const REPLIED: Told = ['10:20', 'ticket.replied', { channel: 'phone' }]
const zoned = (zone: string): Told => ['10:00', 'ticket.reported', { type: 'fault', channel: 'phone', zone }]

const EVENING: Told = ['19:10', 'ticket.reported', { type: 'fault', channel: 'phone' }]

export const DRAWN_AGAIN: readonly Shown[] = [
  {
    title: 'a call is answered in the time that the contract sets (S002-166)',
    plan: 'liucheng-6',
    by: { promise: 'reply' },
    terms: { 'promises.reply.within': '15min' },
    see: measured({ at: '12:00', promise: 'reply' }, FAULT, REPLIED),
    says: ['reply#1 broken 10:15 20 min'],
  },
  {
    title: 'what could not be guided from afar has its service plan two hours after the report (S002-17)',
    plan: 'shebei-2nian',
    by: { promise: 'service-plan' },
    see: [
      owed({ at: '12:00', promise: 'service-plan' }, FAULT, ['11:00', 'remote.failed']),
      owed({ at: '12:00', promise: 'service-plan' }, FAULT, ['11:00', 'remote.failed'], ['11:50', 'ticket.plan-sent']),
      owed({ at: '12:00', promise: 'service-plan' }, FAULT, ['11:00', 'remote.solved']),
    ],
    says: ['service-plan#1 broken 12:00', 'service-plan#1 kept 11:50'],
  },
  {
    title: 'in the city somebody is there in two hours, in suburbs and counties in twelve (S002-270, S002-271)',
    plan: 'baojing',
    by: { promise: 'arrive' },
    see: ['city', 'county'].map((zone) => owed({ at: '10:01', promise: 'arrive' }, zoned(zone))),
    says: ['arrive#1 open 12:00', 'arrive#1 open 22:00'],
  },
  {
    title: 'a boiler is repaired within twelve days of the report (S002-197)',
    plan: 'biguolu',
    by: { promise: 'repair' },
    terms: { 'dimensions.warranty': '3y' },
    see: [
      owed({ at: '10-13 00:00', promise: 'repair' }, FAULT),
      owed({ at: '10-13 00:00', promise: 'repair' }, FAULT, ['10-12 23:00', 'ticket.restored']),
    ],
    says: ['repair#1 broken 10-13 00:00', 'repair#1 kept 10-12 23:00'],
  },
  {
    title: 'for a hardware fault a spare is lent at once, as long as the fault lasts (S000-116)',
    plan: 'zhineng',
    by: { promise: 'spare-lent' },
    terms: { 'promises.spare-lent.within': '4h' },
    see: [
      owed({ at: '18:00', promise: 'spare-lent' }, FAULT, ['11:00', 'ticket.judged', { cause: 'hardware' }]),
      owed(
        { at: '18:00', promise: 'spare-lent' },
        FAULT,
        ['11:00', 'ticket.judged', { cause: 'hardware' }],
        ['12:50', 'form.filled', { form: 'loaner-receipt' }],
        ['13:00', 'loan.delivered'],
      ),
    ],
    says: ['spare-lent#1 broken 15:00', 'spare-lent#1 kept 13:00'],
  },
  {
    title: 'a spare that is lent in the warranty costs nothing (S000-116)',
    plan: 'zhineng',
    by: { charge: 'S000-116' },
    see: billed([{ column: 'loaner', name: '备用控制器', listFen: 20_000 }], {
      cover: 'equipment',
      cause: 'quality',
      contractRunning: true,
    }),
    says: ['loaner free 0.00 vendor by 9'],
  },
  {
    title: 'after first steps without effect it is remote control before anybody drives out (S001-49)',
    plan: 'baozheng',
    by: { promise: 'remote-before-visit' },
    see: [
      refused(TICKET, FAULT, REPLIED, ['11:00', 'visit.needed']),
      refused(TICKET, FAULT, REPLIED, ['10:30', 'remote.started'], ['10:50', 'remote.failed'], ['11:00', 'visit.needed']),
    ],
    says: ['remote-before-visit'],
  },
  {
    title: 'a repair begins with its grade, general or major (S002-09)',
    plan: 'shebei-2nian',
    by: { promise: 'graded-first' },
    see: [[], [['10:30', 'ticket.graded', { grade: 'general', by: 'staff' }] as const]].map((graded) =>
      refused(TICKET, FAULT, ['10:10', 'form.filled', { form: 'site-inspection' }], ...graded, ['11:00', 'work.started']),
    ),
    says: ['graded-first'],
  },
  {
    title: 'no fault is closed before the whole system runs again (S000-113)',
    plan: 'zhineng',
    by: { promise: 'close-when-satisfied' },
    see: [
      refused(TICKET, FAULT, ['12:00', 'ticket.closed']),
      refused(TICKET, FAULT, ['11:00', 'ticket.restored'], ['11:30', 'ticket.confirmed'], ['12:00', 'ticket.closed']),
    ],
    says: ['close-when-satisfied'],
    // the ticket itself goes no further: nobody closes what does not run
    inProduct: ['ticket.not-restored'],
  },
  {
    title: 'who keeps a loaner signs for it before it is handed over (S000-72)',
    plan: 'zhineng',
    by: { promise: 'loaner-receipt' },
    see: [
      refused(TICKET, FAULT, ['11:00', 'loan.delivered']),
      refused(TICKET, FAULT, ['10:50', 'form.filled', { form: 'loaner-receipt' }], ['11:00', 'loan.delivered']),
      unfilled('loaner-receipt', { device: 'A9', signedByCustomer: '周运行' }),
    ],
    says: ['loaner-receipt', 'field-required forms.loaner-receipt.keeper'],
  },
  {
    title: 'every request is responded to within an hour (S001-36)',
    plan: 'baozheng',
    by: { promise: 'reply' },
    see: [owed({ at: '10:01', promise: 'reply' }, FAULT), owed({ at: '12:00', promise: 'reply' }, FAULT, ['11:00', 'ticket.replied'])],
    says: ['reply#1 open 11:00', 'reply#1 kept 11:00'],
  },
  {
    title: 'a fault of the main unit is emergency service, however the customer graded it: the engineer on call is told (S000-19)',
    plan: 'zhineng',
    by: { promise: 'emergency-scope' },
    see: ['main-unit', 'software'].map((cause) =>
      followed(
        { at: '10:31', promise: 'emergency-scope' },
        ['10:00', 'ticket.reported', { type: 'consultation' }],
        ['10:30', 'ticket.judged', { cause }],
      ),
    ),
    says: ['notify on-call-engineer'],
  },
  {
    title: 'a fault of the system is responded to within half an hour of the customer’s own hours (S003-244)',
    plan: 'ruiyan',
    by: { promise: 'reply' },
    terms: { 'dimensions.hours': '5x8' },
    see: owed({ at: '19:11', promise: 'reply' }, EVENING),
    says: ['reply#1 open 10-08 09:40'],
  },
  {
    title: 'who has chosen seven days of twenty-four hours is responded to in the evening too (S003-195)',
    plan: 'ruiyan',
    by: { promise: 'reply' },
    terms: { 'dimensions.hours': '7x24' },
    see: owed({ at: '19:11', promise: 'reply' }, EVENING),
    says: ['reply#1 open 19:40'],
  },
  {
    title: 'a remote diagnosis is followed by its report to the customer (S000-51)',
    plan: 'zhineng',
    by: { promise: 'remote-report' },
    terms: { 'promises.remote-report.within': '1d' },
    see: [
      owed({ at: '10-02 10:00', promise: 'remote-report' }, FAULT, ['11:00', 'remote.solved']),
      owed(
        { at: '10-02 10:00', promise: 'remote-report' },
        FAULT,
        ['11:00', 'remote.solved'],
        done('15:00', 'report.delivered', { kind: 'remote-report' }, TICKET),
      ),
    ],
    says: ['remote-report#1 broken 10-02 00:00', 'remote-report#1 kept 15:00'],
  },
  {
    title: 'of a fan’s fault an answer is there within four hours (S002-50)',
    plan: 'fengji',
    by: { promise: 'answer' },
    see: [owed({ at: '14:00', promise: 'answer' }, FAULT), owed({ at: '14:00', promise: 'answer' }, FAULT, ['14:00', 'ticket.answered'])],
    says: ['answer#1 broken 14:00', 'answer#1 kept 14:00'],
  },
]
