import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BoundPlan } from '../types.ts'
import { derive } from '../derive.ts'
import { at, describe as inWords } from '../given.testing.ts'
import { about, carrying, facts, gate, livedThrough, recordOf } from '../cover/given.testing.ts'
import type { Told } from '../cover/given.testing.ts'
import { gatesAgainst } from './against.ts'
import type { Intended } from './against.ts'

const BY_CUSTOMER = { [`by == "customer"`]: (data: Readonly<Record<string, unknown>>) => data.by === 'customer' }

const PLAN_APPROVAL = carrying(
  [
    gate('plan-approval', {
      before: 'visit.dispatched',
      needs: 'visit.agreed where by == "customer"',
      waive: 'service-manager',
      onBroken: [{ escalate: 'service-manager' }],
    }),
  ],
  { tests: BY_CUSTOMER },
)

const REPORTED: Told = ['09:00', 'ticket.reported']

function says(bound: BoundPlan, lines: readonly Told[], when = '23:00'): string[] {
  const { obligations } = derive(bound, about(facts(...lines), 'ticket/T1'), { asOf: at(when), subject: 'ticket/T1' })
  return obligations.map((one) => `${one.promise} ${one.episode} ${inWords(one)}`)
}

function lacking(bound: BoundPlan, lines: readonly Told[]): unknown[] {
  const { obligations } = derive(bound, facts(...lines), { asOf: at('23:00'), subject: 'ticket/T1' })
  return obligations.map(({ why }) => why.detail)
}

test('a visit is sent out once the customer has agreed to its plan', () => {
  const agreed: Told = ['10:00', 'visit.agreed', { by: 'customer' }]
  assert.deepEqual(says(PLAN_APPROVAL, [REPORTED, agreed, ['11:00', 'visit.dispatched']]), ['plan-approval 1 kept at 11:00'])
})

test('sent out without it, the deed stands in the record and the promise is broken at that instant, and goes up', () => {
  const lines: Told[] = [REPORTED, ['11:00', 'visit.dispatched'], ['12:00', 'visit.agreed', { by: 'customer' }]]
  assert.deepEqual(says(PLAN_APPROVAL, lines), ['plan-approval 1 broken at 11:00'])
  assert.deepEqual(lacking(PLAN_APPROVAL, lines), [{ missing: [0], allowed: true }])
  const { effects } = derive(PLAN_APPROVAL, facts(...lines), { asOf: at('23:00'), subject: 'ticket/T1' })
  assert.deepEqual(
    effects.map(({ key }) => key),
    ['ticket/T1|plan-approval|1|escalate:service-manager'],
  )
})

test('what the vendor agrees with itself opens nothing', () => {
  assert.deepEqual(says(PLAN_APPROVAL, [REPORTED, ['10:00', 'visit.agreed', { by: 'staff' }], ['11:00', 'visit.dispatched']]), [
    'plan-approval 1 broken at 11:00',
  ])
})

test('an agreement of the same instant counts, whichever was written first', () => {
  const agreed: Told = ['11:00', 'visit.agreed', { by: 'customer' }]
  const sent: Told = ['11:00', 'visit.dispatched']
  assert.deepEqual(says(PLAN_APPROVAL, [REPORTED, sent, agreed]), ['plan-approval 1 kept at 11:00'])
  assert.deepEqual(says(PLAN_APPROVAL, [REPORTED, agreed, sent]), ['plan-approval 1 kept at 11:00'])
})

test('each deed is judged by itself: the second visit needs its own agreement where visits are named', () => {
  const lines: Told[] = [
    REPORTED,
    ['10:00', 'visit.agreed', { by: 'customer' }, { also: ['visit/V1'] }],
    ['11:00', 'visit.dispatched', {}, { also: ['visit/V1'] }],
    ['12:00', 'visit.dispatched', {}, { also: ['visit/V2'] }],
  ]
  assert.deepEqual(says(PLAN_APPROVAL, lines), ['plan-approval 1 kept at 11:00', 'plan-approval 2 broken at 12:00'])
})

test('an agreement that names no visit speaks of all of them', () => {
  const lines: Told[] = [
    REPORTED,
    ['10:00', 'visit.agreed', { by: 'customer' }],
    ['11:00', 'visit.dispatched', {}, { also: ['visit/V1'] }],
    ['12:00', 'visit.dispatched', {}, { also: ['visit/V2'] }],
  ]
  assert.deepEqual(says(PLAN_APPROVAL, lines), ['plan-approval 1 kept at 11:00', 'plan-approval 2 kept at 12:00'])
})

test('after a reopening the agreement of the first time is spent', () => {
  const lines: Told[] = [
    REPORTED,
    ['10:00', 'visit.agreed', { by: 'customer' }],
    ['11:00', 'visit.dispatched'],
    ['13:00', 'ticket.reopened'],
    ['14:00', 'visit.dispatched'],
  ]
  assert.deepEqual(says(PLAN_APPROVAL, lines), ['plan-approval 1 kept at 11:00', 'plan-approval 2 broken at 14:00'])
})

const WAIVER = { promise: 'plan-approval', role: 'service-manager', reason: 'flood', evidence: 'photo-7' }

test('the service manager lets one visit pass, with reason and evidence; the next one needs its agreement again', () => {
  const lines: Told[] = [REPORTED, ['10:00', 'obligation.waived', WAIVER], ['11:00', 'visit.dispatched'], ['12:00', 'visit.dispatched']]
  assert.deepEqual(says(PLAN_APPROVAL, lines), ['plan-approval 1 excused', 'plan-approval 2 broken at 12:00'])
})

test('a waiver is not used up by what needs none', () => {
  const lines: Told[] = [
    REPORTED,
    ['10:00', 'visit.agreed', { by: 'customer' }, { also: ['visit/V1'] }],
    ['10:30', 'obligation.waived', WAIVER],
    ['11:00', 'visit.dispatched', {}, { also: ['visit/V1'] }],
    ['12:00', 'visit.dispatched', {}, { also: ['visit/V2'] }],
  ]
  assert.deepEqual(says(PLAN_APPROVAL, lines), ['plan-approval 1 kept at 11:00', 'plan-approval 2 excused'])
})

test('a waiver that names a visit lets only that one pass', () => {
  const lines: Told[] = [
    REPORTED,
    ['10:00', 'obligation.waived', WAIVER, { also: ['visit/V2'] }],
    ['11:00', 'visit.dispatched', {}, { also: ['visit/V1'] }],
    ['12:00', 'visit.dispatched', {}, { also: ['visit/V2'] }],
  ]
  assert.deepEqual(says(PLAN_APPROVAL, lines), ['plan-approval 1 broken at 11:00', 'plan-approval 2 excused'])
})

test('a waiver after the deed excuses that deed, and opens no other', () => {
  const lines: Told[] = [REPORTED, ['11:00', 'visit.dispatched'], ['11:30', 'obligation.waived', WAIVER], ['12:00', 'visit.dispatched']]
  assert.deepEqual(says(PLAN_APPROVAL, lines), ['plan-approval 1 excused at 11:00', 'plan-approval 2 broken at 12:00'])
})

test('a waiver after a deed that needed none waits for the next; one that names that deed waits for nothing', () => {
  const waivedLater = (data: Told[2]): Told[] => [
    REPORTED,
    ['10:00', 'visit.agreed', { by: 'customer' }, { also: ['visit/V1'] }],
    ['11:00', 'visit.dispatched', {}, { also: ['visit/V1'] }],
    ['11:30', 'obligation.waived', data],
    ['12:00', 'visit.dispatched', {}, { also: ['visit/V2'] }],
  ]
  assert.deepEqual(says(PLAN_APPROVAL, waivedLater(WAIVER)), ['plan-approval 1 kept at 11:00', 'plan-approval 2 excused'])
  assert.deepEqual(says(PLAN_APPROVAL, waivedLater({ ...WAIVER, episode: 1 })), [
    'plan-approval 1 kept at 11:00',
    'plan-approval 2 broken at 12:00',
  ])
})

test('nobody else waives, and nobody without reason or evidence', () => {
  const wrong: readonly Told[2][] = [
    { ...WAIVER, role: 'engineer' },
    { promise: WAIVER.promise, role: WAIVER.role, reason: WAIVER.reason },
    { promise: WAIVER.promise, role: WAIVER.role, evidence: WAIVER.evidence },
    { ...WAIVER, promise: 'another' },
  ]
  for (const data of wrong)
    assert.deepEqual(says(PLAN_APPROVAL, [REPORTED, ['10:00', 'obligation.waived', data], ['11:00', 'visit.dispatched']]), [
      'plan-approval 1 broken at 11:00',
    ])
})

const CLOSING = carrying(
  [
    gate('closing', {
      before: 'ticket.closed',
      needs: { all: ['visit.signed', 'survey.answered where satisfied', 'report.delivered', 'asset.tested', 'loan.returned'] },
    }),
  ],
  { tests: { satisfied: (data) => data.satisfied === true } },
)

const ALL_DONE: readonly Told[] = [
  ['10:00', 'visit.arrived', {}, { also: ['visit/V1'] }],
  ['10:05', 'loan.delivered', {}, { also: ['loan/L1'] }],
  ['11:00', 'asset.tested', {}, { on: 'ticket/T1', also: ['asset/A1'] }],
  ['11:10', 'visit.signed', {}, { also: ['visit/V1'] }],
  ['11:20', 'survey.answered', { satisfied: true }],
  ['11:30', 'report.delivered'],
  ['11:40', 'loan.returned', {}, { also: ['loan/L1'] }],
]

test('a ticket is closed when signed, satisfied, reported, tested and the loaner back', () => {
  assert.deepEqual(says(CLOSING, [REPORTED, ...ALL_DONE, ['12:00', 'ticket.closed']]), ['closing 1 kept at 12:00'])
})

test('each missing piece alone keeps it shut, and is named', () => {
  const places: Readonly<Record<string, number>> = {
    'visit.signed': 0,
    'survey.answered': 1,
    'report.delivered': 2,
    'asset.tested': 3,
    'loan.returned': 4,
  }
  for (const [type, place] of Object.entries(places)) {
    const lines: Told[] = [REPORTED, ...ALL_DONE.filter(([, one]) => one !== type), ['12:00', 'ticket.closed']]
    assert.deepEqual(says(CLOSING, lines), ['closing 1 broken at 12:00'], type)
    assert.deepEqual(lacking(CLOSING, lines), [{ missing: [place], allowed: true }], type)
  }
})

test('without a visit nobody signs, without a loaner nothing comes back', () => {
  const lines: Told[] = [
    REPORTED,
    ['10:10', 'asset.tested', {}, { on: 'ticket/T1' }],
    ['10:20', 'survey.answered', { satisfied: true }],
    ['10:30', 'report.delivered'],
    ['12:00', 'ticket.closed'],
  ]
  assert.deepEqual(says(CLOSING, lines), ['closing 1 kept at 12:00'])
})

const LOANER = carrying([gate('loaner-back', { before: 'ticket.closed', needs: 'loan.returned' })])

test('of two loaners both come back; one that goes out again must come back again', () => {
  const one: Told[] = [
    REPORTED,
    ['10:00', 'loan.delivered', {}, { also: ['loan/L1'] }],
    ['10:00', 'loan.delivered', {}, { also: ['loan/L2'] }],
    ['11:00', 'loan.returned', {}, { also: ['loan/L1'] }],
  ]
  const back: Told = ['11:30', 'loan.returned', {}, { also: ['loan/L2'] }]
  const again: Told = ['11:45', 'loan.delivered', {}, { also: ['loan/L2'] }]
  const closed: Told = ['12:00', 'ticket.closed']
  assert.deepEqual(says(LOANER, [...one, closed]), ['loaner-back 1 broken at 12:00'])
  assert.deepEqual(says(LOANER, [...one, back, closed]), ['loaner-back 1 kept at 12:00'])
  assert.deepEqual(says(LOANER, [...one, back, again, closed]), ['loaner-back 1 broken at 12:00'])
})

test('a loaner of the first time is still out after a reopening', () => {
  const lines: Told[] = [REPORTED, ['10:00', 'loan.delivered'], ['11:00', 'ticket.reopened'], ['12:00', 'ticket.closed']]
  assert.deepEqual(says(LOANER, lines), ['loaner-back 1 broken at 12:00'])
})

const OWN_STAFF = carrying([gate('own-staff', { before: 'visit.dispatched', allows: 'own == true' })], {
  tests: { 'own == true': (data) => data.own === true },
})

test('only own staff are sent: the dispatch itself says whom it sends', () => {
  assert.deepEqual(says(OWN_STAFF, [REPORTED, ['11:00', 'visit.dispatched', { own: true }]]), ['own-staff 1 kept at 11:00'])
  assert.deepEqual(says(OWN_STAFF, [REPORTED, ['11:00', 'visit.dispatched', { own: false }]]), ['own-staff 1 broken at 11:00'])
  assert.deepEqual(says(OWN_STAFF, [REPORTED, ['11:00', 'visit.dispatched']]), ['own-staff 1 broken at 11:00'])
})

test('a gate with a condition stands only where that is met, judged at the deed', () => {
  const bound = carrying([gate('prepaid', { before: 'visit.dispatched', needs: 'rma.paid', when: 'charged' })], {
    tests: { charged: (data) => data.charged === true },
  })
  assert.deepEqual(says(bound, [REPORTED, ['11:00', 'visit.dispatched']]), [])
  assert.deepEqual(says(bound, [REPORTED, ['11:00', 'visit.dispatched', { charged: true }]]), ['prepaid 1 broken at 11:00'])
})

test('an event that must be two hours old is not there before', () => {
  const bound = carrying([gate('notice', { before: 'visit.dispatched', needs: 'notice.delivered + 2h' })])
  const told: Told = ['10:00', 'notice.delivered']
  assert.deepEqual(says(bound, [REPORTED, told, ['11:59', 'visit.dispatched']]), ['notice 1 broken at 11:59'])
  assert.deepEqual(says(bound, [REPORTED, told, ['12:00', 'visit.dispatched']]), ['notice 1 kept at 12:00'])
})

test('any of several is enough, and a kept promise may be what is needed', () => {
  const bound = carrying([gate('known', { before: 'ticket.closed', needs: ['reply.done', 'callback.made'] })], {
    promises: { reply: { starts: 'ticket.reported', keptBy: 'ticket.replied', within: '1h' } },
  })
  const closed: Told = ['12:00', 'ticket.closed']
  const gates = (lines: readonly Told[]) => says(bound, lines).filter((line) => line.startsWith('known'))
  assert.deepEqual(gates([REPORTED, closed]), ['known 1 broken at 12:00'])
  assert.deepEqual(gates([REPORTED, ['11:00', 'callback.made'], closed]), ['known 1 kept at 12:00'])
  assert.deepEqual(gates([REPORTED, ['09:30', 'ticket.replied'], closed]), ['known 1 kept at 12:00'])
  assert.deepEqual(gates([REPORTED, ['12:00', 'ticket.replied'], closed]), ['known 1 kept at 12:00'])
})

test('the agreement entered afterwards turns no verdict before a second person approves it; then it does', () => {
  const lines: Told[] = [
    REPORTED,
    ['11:00', 'visit.dispatched'],
    ['10:00', 'visit.agreed', { by: 'customer', reason: 'forgotten', evidence: 'mail' }, { recorded: '13:00', source: 'hand' }],
  ]
  assert.deepEqual(says(PLAN_APPROVAL, lines), ['plan-approval 1 broken at 11:00'])
  const approval: Told = ['14:00', 'fact.approved', { of: 'f3', by: 'second' }]
  const approved = facts(...lines, approval).map((fact) =>
    fact.id === 'f3' ? { ...fact, by: 'first' } : fact.type === 'fact.approved' ? { ...fact, by: 'second' } : fact,
  )
  const seen = (when: string) => derive(PLAN_APPROVAL, approved, { asOf: at(when), subject: 'ticket/T1' }).obligations.map(inWords)
  assert.deepEqual(seen('13:30'), ['broken at 11:00'])
  assert.deepEqual(seen('15:00'), ['kept at 11:00'])
  const { beliefs, effects } = recordOf(PLAN_APPROVAL, approved, { subject: 'ticket/T1', at: '23:00' })
  assert.deepEqual(
    beliefs.map(({ state }) => state).filter((state) => state !== 'open'),
    ['broken', 'kept'],
  )
  assert.deepEqual(
    effects.map(({ kind }) => kind),
    ['escalate', 'withdraw'],
  )
})

const SEND = { id: 'intended', subject: 'ticket/T1', also: [], type: 'visit.dispatched', source: 'hand', by: 'p1', data: {} } as const

test('what somebody is about to do is refused with what is missing and who may waive, and nothing is written', () => {
  const { record } = recordOf(PLAN_APPROVAL, facts(REPORTED), { subject: 'ticket/T1', at: '10:00' })
  const before = JSON.stringify(record)
  const [refusal, ...others] = gatesAgainst(PLAN_APPROVAL, record, { facts: [SEND], now: at('11:00') })
  assert.deepEqual(others, [])
  assert.equal(refusal?.promise, 'plan-approval')
  assert.equal(refusal.waive, 'service-manager')
  assert.equal(refusal.fact, 'intended')
  assert.deepEqual(
    refusal.missing.map((one) => (one.kind === 'fact' ? one.type : one.kind)),
    ['visit.agreed'],
  )
  assert.equal(JSON.stringify(record), before)
})

test('it is let through once it is there, or waived, or comes in the same breath', () => {
  const agreed: Told = ['10:00', 'visit.agreed', { by: 'customer' }]
  const owner = { subject: 'ticket/T1', at: '10:30' } as const
  const refused = (lines: readonly Told[], intended: readonly Intended[] = [SEND]) =>
    gatesAgainst(PLAN_APPROVAL, recordOf(PLAN_APPROVAL, facts(...lines), owner).record, { facts: intended, now: at('11:00') }).length
  assert.equal(refused([REPORTED, agreed]), 0)
  assert.equal(refused([REPORTED, ['10:00', 'obligation.waived', WAIVER]]), 0)
  assert.equal(refused([REPORTED], [SEND, { ...SEND, id: 'with', type: 'visit.agreed', data: { by: 'customer' } }]), 0)
  assert.equal(refused([REPORTED]), 1)
})

test('the answer to an intention is the verdict on the deed', () => {
  const lines: readonly Told[] = [REPORTED, ...ALL_DONE]
  for (let left = 0; left <= lines.length; left++) {
    const story = lines.slice(0, left)
    const record = livedThrough(CLOSING, facts(...story), { subject: 'ticket/T1', at: '12:00' }).record
    const intended = { ...SEND, type: 'ticket.closed' } as const
    const refused = gatesAgainst(CLOSING, record, { facts: [intended], now: at('12:30') }).length
    const done = says(CLOSING, [...story, ['12:30', 'ticket.closed']])
    assert.deepEqual(done, [refused === 0 ? 'closing 1 kept at 12:30' : 'closing 1 broken at 12:30'])
  }
})
