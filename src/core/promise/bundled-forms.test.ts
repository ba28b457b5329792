import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Subject } from '../fact.ts'
import type { Term } from '../plan/types.ts'
import { bundledText } from '../plan/plans.testing.ts'
import type { Told } from './cover/given.testing.ts'
import { boundFrom, story, told } from './from-yaml.testing.ts'

// What the bundled plans promise beside their deadlines, run on facts: visits, bounds, gates and what the system does by itself.

const CONTRACT: Subject = 'contract/C1'
const TERMS: Readonly<Record<string, readonly Term[]>> = {
  ruiyan: [{ key: 'dimensions.hours', value: '7x24', source: '合同第 2 条' }],
  biguolu: [{ key: 'dimensions.warranty', value: '3y', source: '合同第 1 条' }],
}
const TICKET: Subject = 'ticket/T1'

type Look = { readonly of?: Subject; readonly at: string; readonly promises: readonly string[] }

/** What a plan says of some of its promises after these facts. */
function says(plan: string, lines: readonly Told[], { of = TICKET, at, promises }: Look): string[] {
  const { obligations } = story(boundFrom(bundledText(`${plan}.yaml`), TERMS[plan]), lines, { subject: of, at })
  return told(obligations.filter(({ promise }) => promises.includes(promise)))
}

function follows(plan: string, lines: readonly Told[], { of = TICKET, at }: Omit<Look, 'promises'>): string[] {
  const { effects } = story(boundFrom(bundledText(`${plan}.yaml`), TERMS[plan]), lines, { subject: of, at })
  return effects.map(([kind, to]) => `${String(kind)} ${String(to)}`)
}

const FAULT: Told = ['10:00', 'ticket.reported', { type: 'fault', channel: 'phone' }]
const reached = (when: string, what: 'accepted' | 'commissioned', also: readonly Subject[] = []): Told => [
  when,
  `contract.${what}`,
  {},
  { on: CONTRACT, also: ['asset/A1', ...also] },
]

// the two-year equipment plan

test('a loaner is owed two days after a repair has taken eight hours, and it is of no lower class (S002-12, S002-13)', () => {
  const late: Told[] = [FAULT, ['11:00', 'visit.arrived']]
  assert.deepEqual(says('shebei-2nian', late, { at: '18:00', promises: ['loaner'] }), [])
  assert.deepEqual(says('shebei-2nian', late, { at: '19:00', promises: ['loaner'] }), ['loaner#1 open 10-02 19:00'])
  const brought = (lowerClass: boolean): Told => ['10-01 09:00', 'loan.delivered', { lowerClass }, { on: 'loan/L1', also: [TICKET] }]
  const seen = { at: '10-01 10:00', promises: ['loaner', 'loaner-class'] }
  assert.deepEqual(says('shebei-2nian', [...late, brought(false)], seen), ['loaner#1 kept 10-01 09:00', 'loaner-class#1 kept 10-01 09:00'])
  assert.deepEqual(says('shebei-2nian', [...late, brought(true)], seen), ['loaner#1 kept 10-01 09:00', 'loaner-class#1 broken 10-01 09:00'])
})

test('the loaner stays until the repair is done (S002-14)', () => {
  const back: Told = ['10-03 09:00', 'loan.returned', {}, { on: 'loan/L1', also: [TICKET] }]
  const seen = { at: '10-03 10:00', promises: ['loaner-stays'] }
  assert.deepEqual(says('shebei-2nian', [FAULT, back], seen), ['loaner-stays#1 broken 10-03 09:00'])
  assert.deepEqual(says('shebei-2nian', [FAULT, ['10-02 09:00', 'ticket.restored'], back], seen), ['loaner-stays#1 kept 10-03 09:00'])
})

test('an engineer is there each of the first fourteen days, and the customer is called every month (S002-25, S002-27)', () => {
  const started = [reached('03-02 10:00', 'commissioned'), reached('03-02 10:00', 'accepted')]
  const shift: Told = ['03-03 18:00', 'visit.done', { checklists: ['shift-log'] }, { on: 'visit/V1', also: [CONTRACT] }]
  const called: Told = ['03-20 09:00', 'callback.made', {}, { on: CONTRACT }]
  const days = says('shebei-2nian', [...started, shift], { of: CONTRACT, at: '03-17 00:00', promises: ['resident'] })
  assert.deepEqual(
    [days.length, days[0], days[1], days.at(-1)],
    [14, 'resident#1 kept 03-03 18:00', 'resident#2 broken 03-05 00:00', 'resident#14 broken 03-17 00:00'],
  )
  const calls = says('shebei-2nian', [...started, called], { of: CONTRACT, at: '05-04 00:00', promises: ['monthly-callback'] })
  assert.deepEqual(calls.slice(0, 2), ['monthly-callback#1 kept 03-20 09:00', 'monthly-callback#2 broken 05-03 00:00'])
})

test('a quarterly visit without its record is no quarterly visit (S002-28, S002-29)', () => {
  const site: Subject = 'site/S1'
  const started = [reached('03-02 10:00', 'accepted', [site]), reached('03-02 10:00', 'commissioned', [site])]
  const visited = (checklists: string[]): Told => ['05-20 10:00', 'visit.done', { checklists }, { on: 'visit/V1', also: [site] }]
  const seen = { of: site, at: '06-03 00:00', promises: ['quarterly-visit'] }
  assert.equal(says('shebei-2nian', [...started, visited(['quarterly-record'])], seen)[0], 'quarterly-visit#1 kept 05-20 10:00')
  assert.equal(says('shebei-2nian', [...started, visited([])], seen)[0], 'quarterly-visit#1 broken 06-03 00:00')
})

// the heating plan

test('three spares in a hundred devices are enough, two are not, whether they were accepted one by one or with their contract, each once; no count of the store is none (S002-196)', () => {
  const model: Subject = 'model/BGL'
  const devices = Array.from({ length: 100 }, (_, n): Subject => `asset/A${n}`)
  const ids = devices.map((one) => one.slice('asset/'.length))
  const others = Array.from({ length: 900 }, (_, n) => `B${n}`)
  const single = devices.map((one): Told => ['03-02 10:00', 'asset.accepted', {}, { on: one, also: [model] }])
  const named: Subject[] = [model, ...devices, ...others.map((id): Subject => `asset/${id}`)]
  const together: Told = ['03-02 10:00', 'contract.accepted', { models: { BGL: ids, BGX: others } }, { on: CONTRACT, also: named }]
  const stock = (quantity: number): Told => ['03-01 10:00', 'stock.changed', { place: 'local', quantity }, { on: model }]
  const signed: Told = ['02-27 10:00', 'contract.signed', {}, { on: CONTRACT, also: [model] }]
  const seen = { of: model, at: '03-03 10:00', promises: ['spare-ratio'] }
  for (const accepted of [single, [together], [together, ...single]]) {
    assert.match(says('biguolu', [stock(3), ...accepted], seen).at(-1)!, /open/)
    assert.match(says('biguolu', [stock(2), ...accepted], seen).at(-1)!, /broken 03-02 10:00/)
    assert.match(says('biguolu', [signed, ...accepted], seen).at(-1)!, /broken 03-02 10:00/)
  }
})

test('two failed repairs of one problem on one device under cover give a new one, in two tickets as in one; a success between them does not (S002-202)', () => {
  const device: Subject = 'asset/A1'
  const covered = [reached('03-02 10:00', 'accepted', [device]), reached('03-02 10:00', 'commissioned', [device])]
  const tried = (when: string, type: 'work.failed' | 'work.succeeded', ticket = 'T1', problem = 'E4'): Told => [
    when,
    type,
    { problem },
    { on: `work/${when}`, also: [`ticket/${ticket}`, device] },
  ]
  const given = (...lines: readonly Told[]) => follows('biguolu', lines, { of: device, at: '2030-01-01 00:00' })
  const first = tried('11:00', 'work.failed')
  assert.deepEqual(given(...covered, first, tried('12:00', 'work.failed')), ['entitle replacement'])
  assert.deepEqual(given(...covered, first, tried('10-20 12:00', 'work.failed', 'T2')), ['entitle replacement'])
  assert.deepEqual(given(...covered, first, tried('11:30', 'work.succeeded'), tried('12:00', 'work.failed', 'T2')), [])
  assert.deepEqual(given(...covered, first, tried('12:00', 'work.failed', 'T2', 'E7')), [], 'another problem')
  assert.deepEqual(given(first, tried('12:00', 'work.failed')), [], 'not under cover')
  const after = (when: string, ticket: string) => tried(`2029-06-01 ${when}`, 'work.failed', ticket)
  assert.deepEqual(given(...covered, after('10:00', 'T3'), after('12:00', 'T4')), [], 'the cover is over')
})

test('goods leave only after the check, and arrive only with both papers (S002-183, S002-188, S002-189)', () => {
  const checked: Told = ['03-01 10:00', 'form.filled', { form: 'pre-shipment-check' }, { on: CONTRACT }]
  const paper = (document: string): Told => ['03-02 09:00', 'document.issued', { document }, { on: CONTRACT }]
  const shipped: Told = ['03-01 12:00', 'contract.shipped', {}, { on: CONTRACT }]
  const delivered: Told = ['03-02 10:00', 'contract.delivered', {}, { on: CONTRACT }]
  const seen = { of: CONTRACT, at: '03-03 10:00', promises: ['pre-shipment-check', 'delivery-documents'] }
  assert.deepEqual(says('biguolu', [checked, shipped, paper('quality-guarantee'), paper('supply-certificate'), delivered], seen), [
    'pre-shipment-check#1 kept 03-01 12:00',
    'delivery-documents#1 kept 03-02 10:00',
  ])
  assert.deepEqual(says('biguolu', [shipped, paper('quality-guarantee'), delivered], seen), [
    'pre-shipment-check#1 broken 03-01 12:00',
    'delivery-documents#1 broken 03-02 10:00',
  ])
})

test('the quarterly inspection falls in the middle of March, June, September and December (S002-216)', () => {
  const site: Subject = 'site/S1'
  const started = reached('01-05 10:00', 'accepted', [site])
  const inspected = (when: string): Told => [
    when,
    'visit.done',
    { kind: 'quarterly-inspection', checklists: ['inspection-record'] },
    { on: 'visit/V1', also: [site] },
  ]
  const seen = { of: site, at: '03-21 00:00', promises: ['quarterly-inspection'] }
  assert.equal(says('biguolu', [started, inspected('03-12 10:00')], seen)[0], 'quarterly-inspection#1 kept 03-12 10:00')
  assert.match(says('biguolu', [started, inspected('03-02 10:00')], seen)[0]!, /broken|excused/)
})

// the security-device plan

test('a case is closed when the product runs again, and nobody goes before remote help was tried (S004-22, S004-23)', () => {
  const seen = { at: '12:00', promises: ['close-when-running', 'remote-first'] }
  const tried: Told[] = [
    ['10:10', 'remote.started'],
    ['10:30', 'remote.failed'],
  ]
  assert.deepEqual(says('keyou', [FAULT, ...tried, ['10:40', 'visit.needed'], ['11:00', 'ticket.closed']], seen), [
    'remote-first#1 kept 10:40',
    'close-when-running#1 broken 11:00',
  ])
  assert.deepEqual(says('keyou', [FAULT, tried[0]!, ['10:40', 'visit.needed']], seen), ['remote-first#1 broken 10:40'], 'it goes on still')
  const judged = (remote: boolean): Told => ['10:20', 'ticket.judged', { remote }]
  assert.deepEqual(says('keyou', [FAULT, judged(false), ['10:40', 'visit.needed']], seen), ['remote-first#1 kept 10:40'])
  assert.deepEqual(says('keyou', [FAULT, judged(true), ['10:40', 'visit.needed']], seen), ['remote-first#1 broken 10:40'])
  assert.deepEqual(says('keyou', [FAULT, ['10:40', 'visit.needed']], seen), ['remote-first#1 broken 10:40'])
})

test('a factory repair out of warranty takes twenty workdays after the parcel came, the holidays not counted; in the warranty of the hardware it has no such term (S004-48)', () => {
  const came = (cover: string): Told => ['10:00', 'rma.received', { cover }, { on: 'rma/R1' }]
  const seen = { of: 'rma/R1' as const, at: '11-04 00:00', promises: ['factory-repair'] }
  assert.deepEqual(says('keyou', [came('none')], { ...seen, at: '11:00' }), ['factory-repair#1 open 11-04 00:00'])
  assert.deepEqual(says('keyou', [came('none')], seen), ['factory-repair#1 broken 11-04 00:00'])
  assert.deepEqual(says('keyou', [came('upgrade-term')], seen), ['factory-repair#1 broken 11-04 00:00'])
  assert.deepEqual(says('keyou', [came('hardware')], seen), [])
})

test('the year’s patrols are summed up in December (S004-43)', () => {
  const started = reached('03-02 10:00', 'accepted')
  const sent: Told = ['12-20 10:00', 'report.delivered', { kind: 'yearly-summary' }, { on: CONTRACT }]
  const seen = { of: CONTRACT, at: '12-31 12:00', promises: ['yearly-summary'] }
  assert.deepEqual(says('keyou', [started, sent], seen), ['yearly-summary#1 kept 12-20 10:00'])
})

// the building-systems plan

test('one or two people in each of the first four weeks, one visit a week for four more, then once a month (S000-77, S000-79, S000-80)', () => {
  const started = [reached('03-02 10:00', 'accepted'), reached('03-02 10:00', 'commissioned')]
  const seen = { of: CONTRACT, at: '06-10 00:00', promises: ['early-support'] }
  const dues = says('zhineng', started, seen)
  assert.deepEqual(dues.slice(0, 8), [
    'early-support#1 broken 03-10 00:00',
    'early-support#2 broken 03-17 00:00',
    'early-support#3 broken 03-24 00:00',
    'early-support#4 broken 03-31 00:00',
    'early-support#5 broken 04-07 00:00',
    'early-support#6 broken 04-14 00:00',
    'early-support#7 broken 04-21 00:00',
    'early-support#8 broken 04-28 00:00',
  ])
  assert.match(dues[8]!, /early-support#9 broken 06-03/)
})

test('a customer who is not satisfied keeps the case open; a visit asks for its record (S000-47, S000-94)', () => {
  const closed: Told[] = [FAULT, ['11:00', 'visit.done'], ['11:10', 'ticket.restored'], ['12:00', 'ticket.closed']]
  const seen = { at: '13:00', promises: ['close-when-satisfied'] }
  assert.deepEqual(says('zhineng', closed, seen), ['close-when-satisfied#1 broken 12:00'])
  assert.deepEqual(says('zhineng', [...closed, ['11:30', 'ticket.confirmed']], seen), ['close-when-satisfied#1 kept 12:00'])
  const asked = follows('zhineng', closed, { at: '13:00' })
  for (const form of ['visit-record', 'diagnosis']) assert.ok(asked.includes(`require-form ${form}`), form)
})

test('the spare list comes before the warranty begins (S000-27)', () => {
  const started = reached('03-02 10:00', 'accepted')
  const list = (when: string): Told => [when, 'document.issued', { document: 'spare-list' }, { on: CONTRACT }]
  const seen = { of: CONTRACT, at: '03-05 00:00', promises: ['spare-list'] }
  assert.match(says('zhineng', [list('03-01 10:00'), started], seen)[0]!, /kept/)
  assert.match(says('zhineng', [started, list('03-04 10:00')], seen)[0]!, /broken/)
})

// the alarm-system plan

test('nobody is sent without a dispatch order, and nobody leaves without telling when they come (S002-292, S002-296)', () => {
  const order: Told = ['10:20', 'form.filled', { form: 'dispatch-order' }]
  const eta: Told = ['10:40', 'notice.delivered', { kind: 'eta' }, { on: CONTRACT, also: [TICKET] }]
  const out: Told[] = [
    ['10:30', 'visit.dispatched'],
    ['10:50', 'visit.departed'],
  ]
  const seen = { at: '12:00', promises: ['dispatch-order-first', 'eta-told'] }
  assert.deepEqual(says('baojing', [FAULT, order, eta, ...out], seen), ['dispatch-order-first#1 kept 10:30', 'eta-told#1 kept 10:50'])
  assert.deepEqual(says('baojing', [FAULT, ...out], seen), ['dispatch-order-first#1 broken 10:30', 'eta-told#1 broken 10:50'])
})

test('a case ends with the customer’s signature, or with a word where nobody was on site (S002-300)', () => {
  const seen = { at: '18:00', promises: ['signed-off'] }
  const ended = (...before: Told[]) => says('baojing', [FAULT, ...before, ['17:00', 'ticket.closed']], seen)
  assert.deepEqual(ended(['11:00', 'visit.arrived'], ['16:00', 'visit.signed']), ['signed-off#1 kept 17:00'])
  assert.deepEqual(ended(['16:00', 'ticket.confirmed']), ['signed-off#1 kept 17:00'])
  assert.deepEqual(ended(['11:00', 'visit.arrived']), ['signed-off#1 broken 17:00'])
  assert.deepEqual(ended(), ['signed-off#1 broken 17:00'])
})

test('what comes back from the factory is tested before it is used again, and only a passed test counts (S002-304)', () => {
  const device: Subject = 'asset/A1'
  const tested = (passed: boolean): Told => ['10:00', 'asset.tested', { passed }, { on: device }]
  const back: Told = ['11:00', 'asset.reconnected', {}, { on: device }]
  const seen = { of: device, at: '12:00', promises: ['test-before-reconnect'] }
  assert.deepEqual(says('baojing', [tested(true), back], seen), ['test-before-reconnect#1 kept 11:00'])
  assert.deepEqual(says('baojing', [tested(false), back], seen), ['test-before-reconnect#1 broken 11:00'])
  assert.deepEqual(follows('baojing', [tested(true), back], { of: device, at: '12:00' }), ['require-form dispatch-order'])
})

test('scrapping needs the panel, the method and the record (S002-307, S002-308, S002-309)', () => {
  const device: Subject = 'asset/A1'
  const given = (what: string): Told => ['09:00', 'approval.given', { what }, { on: CONTRACT, also: [device] }]
  const record: Told = ['09:30', 'form.filled', { form: 'scrap-record' }, { on: device }]
  const gone: Told = ['10:00', 'asset.scrapped', { reason: 'superseded' }, { on: device }]
  const seen = { of: device, at: '12:00', promises: ['scrap-decided'] }
  assert.deepEqual(says('baojing', [given('scrap-decision'), given('scrap-method'), record, gone], seen), ['scrap-decided#1 kept 10:00'])
  assert.deepEqual(says('baojing', [given('scrap-decision'), record, gone], seen), ['scrap-decided#1 broken 10:00'])
})

test('monthly for three months and quarterly for a year; the third month’s visit serves both (S002-281, S002-282)', () => {
  const visit = (when: string): Told => [when, 'visit.done', { checklists: ['run-check'] }, { on: 'visit/V1', also: [CONTRACT] }]
  const lines = [reached('03-02 10:00', 'accepted'), visit('03-20 10:00'), visit('04-20 10:00'), visit('05-20 10:00')]
  const seen = { of: CONTRACT, at: '2027-03-10 00:00', promises: ['monthly-check', 'quarterly-check'] }
  const found = says('baojing', lines, seen)
  assert.deepEqual(
    found.filter((one) => one.startsWith('monthly')),
    ['monthly-check#1 kept 03-20 10:00', 'monthly-check#2 kept 04-20 10:00', 'monthly-check#3 kept 05-20 10:00'],
  )
  assert.equal(found.filter((one) => one.startsWith('quarterly')).length, 4)
})

test('ten days before the warranty ends the customer has the renewal notice in hand (S002-314, S002-283)', () => {
  const started = reached('03-10 10:00', 'commissioned')
  const notice = (when: string): Told => [when, 'notice.delivered', { kind: 'renewal-notice' }, { on: CONTRACT, also: ['asset/A1'] }]
  const seen = { of: CONTRACT, at: '2027-03-20 00:00', promises: ['renewal-notice', 'pre-expiry-visit'] }
  assert.deepEqual(says('baojing', [started, notice('2027-02-20 10:00')], seen), [
    'renewal-notice#1 kept 2027-02-20 10:00',
    'pre-expiry-visit#1 broken 2027-03-11 00:00',
  ])
  assert.match(says('baojing', [started, notice('2027-03-05 10:00')], seen)[0]!, /broken 2027-03-01/)
})

// the information-systems plan

test('a network is entered with the customer’s word and not without it (S003-233)', () => {
  const seen = { at: '12:00', promises: ['remote-authorised'] }
  assert.deepEqual(says('ruiyan', [FAULT, ['10:05', 'remote.authorised'], ['10:10', 'remote.started']], seen), [
    'remote-authorised#1 kept 10:10',
  ])
  assert.deepEqual(says('ruiyan', [FAULT, ['10:10', 'remote.started']], seen), ['remote-authorised#1 broken 10:10'])
})

test('the systems are tuned every month while support is free, and a visit without its record does not count (S003-238, S003-231)', () => {
  const visit = (when: string, checklists: string[]): Told => [when, 'visit.done', { checklists }, { on: 'visit/V1', also: [CONTRACT] }]
  const lines = [reached('03-02 10:00', 'accepted'), visit('03-20 10:00', ['visit-record']), visit('04-20 10:00', [])]
  const months = says('ruiyan', lines, { of: CONTRACT, at: '05-03 00:00', promises: ['monthly-tuning'] })
  assert.deepEqual(months.slice(0, 2), ['monthly-tuning#1 kept 03-20 10:00', 'monthly-tuning#2 broken 05-03 00:00'])
})

test('a hard problem that goes to the panel asks for its record, a visit for its own (S003-228, S003-259)', () => {
  const panel: Told = ['10:30', 'ticket.transferred', { team: 'support-panel' }]
  const asked = (lines: Told[]) => follows('ruiyan', lines, { at: '10:31' }).filter((one) => one.startsWith('require-form'))
  assert.deepEqual(asked([FAULT, panel]), ['require-form problem-record'])
  assert.deepEqual(asked([FAULT, ['10:20', 'ticket.transferred', { team: 'desk' }]]), [])
  assert.deepEqual(asked([FAULT, ['10:20', 'visit.done']]), ['require-form on-site-record', 'require-form health-file'])
})

// quality, delivery and repair of four supply contracts

test('goods leave seven workdays after signing and stand accepted after forty-five, the holidays not counted (S001-04, S001-05)', () => {
  const signed: Told = ['10:00', 'contract.signed', {}, { on: CONTRACT }]
  const seen = { of: CONTRACT, at: '11:00', promises: ['shipping', 'installed'] }
  assert.deepEqual(says('zhibao', [signed], seen), ['shipping#1 open 10-16 00:00', 'installed#1 open 12-09 00:00'])
})

test('a part goes out when the bad one is back, or when somebody approved an advance (S001-23, S001-24)', () => {
  const seen = { at: '12:00', promises: ['returned-first'] }
  const swap = (...before: Told[]) => says('zhibao', [FAULT, ...before, ['11:00', 'part.replaced']], seen)
  assert.deepEqual(swap(['10:30', 'part.taken-back']), ['returned-first#1 kept 11:00'])
  assert.deepEqual(swap(['10:30', 'approval.given', { what: 'advance-part' }]), ['returned-first#1 kept 11:00'])
  assert.deepEqual(swap(['10:30', 'approval.given', { what: 'something-else' }]), ['returned-first#1 broken 11:00'])
})

test('goods that are not genuine are taken back and the loss is claimed (S001-06, S001-07)', () => {
  const judged = (cause: string): Told => ['11:00', 'ticket.judged', { cause }]
  assert.deepEqual(follows('zhibao', [FAULT, judged('not-genuine')], { at: '11:30' }), ['entitle refund', 'open-task loss-claim'])
  assert.deepEqual(follows('zhibao', [FAULT, judged('quality')], { at: '11:30' }), [])
})

test('what cannot be repaired is replaced by new goods (S001-37)', () => {
  const judged = (removable: boolean): Told => ['10:20', 'ticket.judged', { removable }]
  assert.deepEqual(follows('baozheng', [FAULT, judged(false)], { at: '10:30' }), ['entitle replacement'])
  assert.deepEqual(follows('baozheng', [FAULT, judged(true)], { at: '10:30' }), [])
})

test('a returned device leaves again within a week of its coming, the wait for the supplier not counted (S001-79, S001-80)', () => {
  const rma: Subject = 'rma/R1'
  const came: Told = ['10:00', 'rma.received', {}, { on: rma }]
  const seen = { of: rma, at: '10-08 00:00', promises: ['send-back-repair'] }
  assert.deepEqual(says('xiangying', [came], seen), ['send-back-repair#1 broken 10-08 00:00'])
  assert.deepEqual(says('xiangying', [came, ['10-07 18:00', 'rma.returned', {}, { on: rma }]], seen), [
    'send-back-repair#1 kept 10-07 18:00',
  ])
})

test('two checks a year are owed, a third is welcome, and always by the same expert (S001-64, S001-66)', () => {
  const check = (when: string, by: string): Told => [
    when,
    'visit.done',
    { checklists: ['check-report'], person: by },
    { on: 'visit/V1', also: [CONTRACT] },
  ]
  const seen = { of: CONTRACT, at: '2027-03-03 00:00', promises: ['regular-check'] }
  const started = reached('03-02 10:00', 'accepted')
  const year = says('xiangying', [started, check('06-02 10:00', 'shen'), check('10-02 10:00', 'shen')], seen)
  assert.deepEqual(year.slice(0, 2), ['regular-check#1 kept 06-02 10:00', 'regular-check#2 kept 10-02 10:00'])
  assert.deepEqual(says('xiangying', [started, check('06-02 10:00', 'shen')], seen).slice(0, 2), [
    'regular-check#1 kept 06-02 10:00',
    'regular-check#2 broken 2027-03-03 00:00',
  ])
})

test('acceptance waits for the comparison with the list (S001-88)', () => {
  const accepted: Told = ['03-02 10:00', 'contract.accepted', {}, { on: CONTRACT }]
  const compared: Told = ['03-02 09:00', 'form.filled', { form: 'configuration-check' }, { on: CONTRACT }]
  const seen = { of: CONTRACT, at: '03-03 10:00', promises: ['goods-checked'] }
  assert.deepEqual(says('fanwei', [compared, accepted], seen), ['goods-checked#1 kept 03-02 10:00'])
  assert.deepEqual(says('fanwei', [accepted], seen), ['goods-checked#1 broken 03-02 10:00'])
})
