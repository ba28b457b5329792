import type { Subject } from '../../src/core/fact.ts'
import type { Told } from '../../src/core/promise/cover/given.testing.ts'
import { CONTRACT, DEVICE, FAULT, HOURS, PUMP, TICKET, billed, followed, owed, refused, unfilled } from './looks.ts'
import type { Shown } from './looks.ts'

// Clauses that are held to their names: each asks for the very thing that its text asks for, and not for something beside it.

const REPLIED: Told = ['10:20', 'ticket.replied', { channel: 'phone' }]
const CONNECTED: Told = ['10:30', 'remote.started']
const GOING: Told = ['11:00', 'visit.needed']
const ASSIGNED: Told = ['11:00', 'ticket.assigned', { person: 'lin' }]
const JUDGED: Told = ['11:00', 'ticket.judged', { cause: 'software' }]
const form = (id: string): Told => ['10:40', 'form.filled', { form: id }]
const legs = (sender: 'customer' | 'vendor') =>
  (['freight-out', 'freight-back'] as const).map((column) => ({ column, name: '运费', costFen: 4000, sender }))

const MODEL: Subject = 'model/BGL'
const SIGNED: Told = ['03-01 09:00', 'contract.signed', {}, { on: CONTRACT, also: [DEVICE, MODEL] }]
const ACCEPTED_WITH_MODEL: Told = ['03-02 10:00', 'contract.accepted', { models: { BGL: ['A1'] } }, { on: CONTRACT, also: [DEVICE, MODEL] }]

export const NAMED: readonly Shown[] = [
  {
    title: 'nobody drives out while remote help still goes on: it has failed before (S001-50)',
    plan: 'baozheng',
    by: { promise: 'remote-before-visit' },
    see: [refused(TICKET, FAULT, REPLIED, CONNECTED, GOING), refused(TICKET, FAULT, REPLIED, CONNECTED, ['10:50', 'remote.failed'], GOING)],
    says: ['remote-before-visit'],
  },
  {
    title: 'no case leaves the desk without the type of its fault (S001-45)',
    plan: 'baozheng',
    by: { promise: 'judged-first' },
    see: [
      refused(TICKET, FAULT, REPLIED, ASSIGNED),
      refused(TICKET, FAULT, REPLIED, form('call-record'), ASSIGNED),
      unfilled('call-record', { symptom: '打印头不动' }),
    ],
    says: ['judged-first', 'field-required forms.call-record.type'],
  },
  {
    title: 'what was accepted and has no category is not analysed (S002-172)',
    plan: 'liucheng-6',
    by: { promise: 'registered-first' },
    see: [
      refused(TICKET, FAULT, ['10:10', 'ticket.accepted'], JUDGED),
      refused(TICKET, FAULT, ['10:10', 'ticket.accepted'], form('registration'), JUDGED),
      unfilled('registration', { problem: '不制热' }),
    ],
    says: ['registered-first', 'field-required forms.registration.category'],
  },
  {
    title:
      'devices that were accepted with their contract are counted by their model, and a store that nobody counted holds none (S002-196)',
    plan: 'biguolu',
    by: { promise: 'spare-ratio' },
    terms: { 'dimensions.warranty': '3y' },
    see: [
      owed({ of: MODEL, at: '03-05 10:00', promise: 'spare-ratio' }, SIGNED, ACCEPTED_WITH_MODEL),
      owed(
        { of: MODEL, at: '03-05 10:00', promise: 'spare-ratio' },
        SIGNED,
        ['03-02 09:00', 'stock.changed', { place: 'local', quantity: 1 }, { on: MODEL }],
        ACCEPTED_WITH_MODEL,
      ),
    ],
    says: ['spare-ratio#1 broken 03-02 10:00', 'spare-ratio#1 open'],
  },
  {
    title: 'in the warranty each leg of a freight is paid by who sent it (S001-77)',
    plan: 'xiangying',
    by: { charge: 'S001-77' },
    terms: { 'promises.equipment.term': '24mo' },
    see: [billed(legs('customer'), { cover: 'equipment' }), billed(legs('vendor'), { cover: 'equipment' })],
    says: [
      'freight-out customer 40.00 customer by 0',
      'freight-back customer 40.00 customer by 0',
      'freight-out vendor 0.00 vendor by 1',
      'freight-back vendor 0.00 vendor by 1',
    ],
  },
  {
    title: 'what a disaster did is in no warranty: its price is open until the contract names one (S000-114)',
    plan: 'zhineng',
    by: { charge: 'S000-114' },
    see: billed([PUMP, HOURS], { cover: 'equipment', cause: 'disaster', contractRunning: true }),
    says: ['parts unstated open unstated by 1', 'labour unstated open unstated by 1'],
  },
  {
    title: 'a part that was added later is charged though the warranty of the device runs (S004-25)',
    plan: 'keyou',
    by: { charge: 'S004-25' },
    see: billed([PUMP, HOURS], { cover: 'hardware', cause: 'added-later' }),
    says: ['parts list 1200.00 customer by 0', 'labour list 300.00 customer by 0'],
  },
  {
    title: 'a fault of quality before acceptance goes to the project manager, supply chain helps; after it neither is told (S001-19)',
    plan: 'zhibao',
    by: { promise: 'quality-before-acceptance' },
    see: ['none', 'equipment'].map((cover) =>
      followed(
        { at: '10:31', promise: 'quality-before-acceptance' },
        ['10:00', 'ticket.reported', { type: 'fault', cover }],
        ['10:30', 'ticket.judged', { cause: 'quality' }],
      ),
    ),
    says: ['notify project-manager', 'notify supply-chain'],
    // of one instant by their names
    inProduct: ['notify supply-chain', 'notify project-manager'],
  },
  {
    title: 'an exchange is handled by sales, and after-sales helps (S001-22)',
    plan: 'zhibao',
    by: { promise: 'exchange-to-sales' },
    see: ['parts-exchange', 'fault'].map((type) =>
      followed({ at: '10:31', promise: 'exchange-to-sales' }, ['10:00', 'ticket.reported', { type }]),
    ),
    says: ['notify sales', 'notify after-sales'],
  },
]
