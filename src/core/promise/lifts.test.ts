import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Subject } from '../fact.ts'
import { coversAt } from './cover/at.ts'
import { sayCover } from './cover/say.ts'
import { facts } from './cover/given.testing.ts'
import type { Told } from './cover/given.testing.ts'
import { boundFrom, story, told } from './from-yaml.testing.ts'
import { gatesAgainst } from './gate/against.ts'
import { sayRefusal } from './gate/say.ts'
import { at, clockOf } from './given.testing.ts'
import { LIFTS } from './lifts.testing.ts'

// A plan that nobody had in mind when the engines were written, from its file to its verdicts.

const bound = boundFrom(LIFTS)
const LIFT: Subject = 'asset/A1'
const CALL: Subject = 'ticket/T1'
const REPORTED: Told = ['10:00', 'ticket.reported', { type: 'fault' }]
const ARRIVED: Told = ['10:20', 'visit.arrived']
const HANDED_OVER: Told = ['03-02 10:00', 'asset.handed-over', { kind: 'machine' }]

const onCall = (lines: readonly Told[], when = '12:00') => story(bound, lines, { subject: CALL, at: when })
const onLift = (lines: readonly Told[], when: string) => story(bound, lines, { subject: LIFT, at: when })

// Covers ----------------------------------------------------------------------------------------------------------------------

function endOf(lines: readonly Told[], cover = 'guarantee', when = '12-31 12:00'): string | undefined {
  const { record } = onLift(lines, when)
  return clockOf(coversAt(bound, record, at(when)).find((one) => one.cover === cover)?.end)
}

test('mechanics are covered for two years, electronics for three, each by what the handing-over says', () => {
  assert.equal(endOf([HANDED_OVER]), '2028-03-03 00:00')
  assert.equal(endOf([['03-02 10:00', 'asset.handed-over', { kind: 'electronics' }]]), '2029-03-03 00:00')
})

test('a lift whose kind nobody stated has a cover without an end that could be named, and the sentence asks for it', () => {
  const { record } = onLift([['03-02 10:00', 'asset.handed-over']], '12-31 12:00')
  const [cover] = coversAt(bound, record, at('12-31 12:00'))
  assert.deepEqual([cover?.end, cover?.endless], [undefined, 'row-unknown'])
  const [headline] = sayCover(cover!, { plan: bound.plan, zone: bound.calendars.always!.zone }, 'zh-CN')
  assert.match(headline!, /整梯质保/)
  assert.doesNotMatch(headline!, /undefined|\{/)
})

test('paid care begins where the guarantee ends, day for day, and moves with it', () => {
  const paid = (lines: readonly Told[]) => {
    const { record } = onLift(lines, '2028-06-30 12:00')
    const cover = coversAt(bound, record, at('2028-06-30 12:00')).find((one) => one.cover === 'paid-care')
    return [clockOf(cover?.start), clockOf(cover?.end)]
  }
  assert.deepEqual(paid([HANDED_OVER]), ['2028-03-03 00:00', '2029-03-04 00:00'])
  const judged: Told = ['05-05 10:00', 'ticket.judged', { removable: false, affectsWork: true }]
  assert.deepEqual(paid([HANDED_OVER, judged]), ['2028-04-02 00:00', '2029-04-03 00:00'])
})

test('each fault that cannot be removed and stops the lift adds thirty days; one that can be removed adds none', () => {
  const judged = (ticket: string, data: { removable: boolean; affectsWork: boolean }): Told => [
    '05-05 10:00',
    'ticket.judged',
    data,
    { on: `ticket/${ticket}`, also: [LIFT] },
  ]
  const bad = { removable: false, affectsWork: true }
  assert.equal(endOf([HANDED_OVER, judged('T1', bad)]), '2028-04-02 00:00')
  assert.equal(endOf([HANDED_OVER, judged('T1', bad), judged('T2', bad)]), '2028-05-02 00:00')
  assert.equal(endOf([HANDED_OVER, judged('T1', bad), judged('T1', bad)]), '2028-04-02 00:00')
  assert.equal(endOf([HANDED_OVER, judged('T1', { removable: true, affectsWork: true })]), '2028-03-03 00:00')
  assert.equal(endOf([HANDED_OVER, judged('T1', { removable: false, affectsWork: false })]), '2028-03-03 00:00')
})

test('a lift that is scrapped is covered no longer', () => {
  const lines: readonly Told[] = [HANDED_OVER, ['06-01 09:00', 'asset.scrapped']]
  assert.equal(endOf(lines), '06-01 09:00')
  const { record } = onLift(lines, '06-01 09:00')
  assert.equal(coversAt(bound, record, at('06-01 09:00'))[0]?.state, 'ended')
})

test('damage by vandals is excluded for that fault alone; the lift stays covered', () => {
  const excluded: Told = [
    '05-05 10:00',
    'cover.excluded',
    { cover: 'guarantee', reason: 'vandalism', evidence: 'photo-3' },
    { on: CALL, also: [LIFT] },
  ]
  const { record } = onLift([HANDED_OVER, excluded], '12-31 12:00')
  const [cover] = coversAt(bound, record, at('12-31 12:00'))
  assert.deepEqual([cover?.state, cover?.exclusions.map(({ reason }) => reason)], ['in-force', ['vandalism']])
  const said = sayCover(cover!, { plan: bound.plan, zone: bound.calendars.always!.zone }, 'zh-CN').join('\n')
  assert.match(said, /人为破坏/)
})

test('a replaced controller begins a term of its own; the lift’s own end stays', () => {
  const { record } = onLift([HANDED_OVER, ['2027-01-10 09:00', 'part.replaced', { part: 'controller' }]], '2027-02-01 12:00')
  const [cover] = coversAt(bound, record, at('2027-02-01 12:00'))
  assert.equal(clockOf(cover?.end), '2028-03-03 00:00')
  assert.deepEqual(
    cover?.parts.map(({ part, end }) => [part, clockOf(end)]),
    [['controller', '2029-01-11 00:00']],
  )
})

// The notice that hangs on the end ------------------------------------------------------------------------------------------------

test('the renewal notice is due with the thirtieth day before the last one that is covered', () => {
  const open = onLift([HANDED_OVER], '2028-02-01 12:00').obligations
  assert.deepEqual(told(open), ['renewal#1 open 2028-02-02 00:00'])
  assert.deepEqual(told(onLift([HANDED_OVER], '2028-02-02 00:00').obligations), ['renewal#1 broken 2028-02-02 00:00'])
  const notice: Told = ['2028-01-30 09:00', 'notice.delivered', {}, { on: LIFT }]
  assert.deepEqual(told(onLift([HANDED_OVER, notice], '2028-02-10 09:00').obligations), ['renewal#1 kept 2028-01-30 09:00'])
})

test('a missed notice is escalated to the account manager, once', () => {
  const { effects } = onLift([HANDED_OVER], '2028-02-10 09:00')
  assert.deepEqual(effects, [['escalate', 'account-manager']])
})

test('an extension moves the notice with the end, and a notice that was due is due later', () => {
  const judged: Told = ['2027-12-05 10:00', 'ticket.judged', { removable: false, affectsWork: true }]
  assert.deepEqual(told(onLift([HANDED_OVER, judged], '2028-02-10 09:00').obligations), ['renewal#1 open 2028-03-03 00:00'])
})

// Gates ---------------------------------------------------------------------------------------------------------------------------

test('work by somebody without a licence breaks the gate at its very instant and is told to senior management', () => {
  const { obligations, effects } = onCall([REPORTED, ARRIVED, ['10:30', 'work.started', { kind: 'helper' }, { on: CALL }]])
  assert.deepEqual(told(obligations), ['rescue#1 kept 10:20', 'licensed#1 broken 10:30'])
  assert.deepEqual(effects, [['escalate', 'senior-management']])
})

test('work by licensed people passes, each time it begins', () => {
  const started = (when: string): Told => [when, 'work.started', { kind: 'licensed' }, { on: CALL }]
  const { obligations } = onCall([REPORTED, ARRIVED, started('10:30'), started('11:30')])
  assert.deepEqual(told(obligations), ['rescue#1 kept 10:20', 'licensed#1 kept 10:30', 'licensed#2 kept 11:30'])
})

test('a call is closed after a test that passed; a failed one opens nothing', () => {
  const tested = (passed: boolean): Told => ['10:50', 'asset.tested', { passed }, { on: LIFT, also: [CALL] }]
  const closed: Told = ['11:00', 'ticket.closed']
  assert.deepEqual(told(onCall([REPORTED, ARRIVED, tested(true), closed]).obligations).at(-1), 'tested#1 kept 11:00')
  assert.deepEqual(told(onCall([REPORTED, ARRIVED, tested(false), closed]).obligations).at(-1), 'tested#1 broken 11:00')
  assert.deepEqual(told(onCall([REPORTED, ARRIVED, closed]).obligations).at(-1), 'tested#1 broken 11:00')
})

test('whoever is about to close a call without a test is refused beforehand, in words, and nothing is written', () => {
  const { record } = onCall([REPORTED, ARRIVED])
  const [intended] = facts(['11:00', 'ticket.closed'])
  const intention = { facts: [{ ...intended!, id: 'intended' }], now: at('11:00') }
  const [refusal, ...others] = gatesAgainst(bound, record, intention)
  assert.equal(others.length, 0)
  assert.deepEqual([refusal?.promise, refusal?.waive], ['tested', undefined])
  for (const locale of ['zh-CN', 'zh-TW', 'en'] as const) {
    const said = sayRefusal(refusal!, { plan: bound.plan, type: 'ticket.closed' }, locale)
    assert.doesNotMatch(said.join('\n'), /undefined|\{\w+\}|asset\.tested|。。/, locale)
  }
  const tested: Told = ['10:50', 'asset.tested', { passed: true }, { on: LIFT, also: [CALL] }]
  assert.deepEqual(gatesAgainst(bound, onCall([REPORTED, ARRIVED, tested]).record, intention), [])
})

test('the service manager lets one unlicensed deed pass; the next one breaks the gate again', () => {
  const waived: Told = [
    '10:25',
    'obligation.waived',
    { promise: 'licensed', role: 'service-manager', reason: 'flood', evidence: 'photo-7' },
  ]
  const started = (when: string): Told => [when, 'work.started', { kind: 'helper' }, { on: CALL }]
  const { obligations } = onCall([REPORTED, ARRIVED, waived, started('10:30'), started('11:30')])
  assert.deepEqual(
    obligations.filter(({ promise }) => promise === 'licensed').map(({ state }) => state),
    ['excused', 'broken'],
  )
})

// Rules ---------------------------------------------------------------------------------------------------------------------------

const failed = (when: string, problem: string): Told => [when, 'work.failed', { problem }, { on: CALL, also: [LIFT] }]
const succeeded = (when: string): Told => [when, 'work.succeeded', { problem: 'door' }, { on: CALL, also: [LIFT] }]

function given(lines: readonly Told[]): number {
  return onCall([REPORTED, ARRIVED, ...lines]).effects.filter(([kind]) => kind === 'entitle').length
}

test('the third failure in a row at the same fault brings a new controller and tells the customer', () => {
  assert.equal(given([failed('10:30', 'door'), failed('10:40', 'door')]), 0)
  const { effects } = onCall([REPORTED, ARRIVED, failed('10:30', 'door'), failed('10:40', 'door'), failed('10:50', 'door')])
  assert.deepEqual(
    effects.map(([kind, to]) => [kind, to]),
    [
      ['entitle', 'controller'],
      ['notify', 'customer'],
    ],
  )
})

test('a success in between begins the row anew; another fault is another row; a fourth failure brings another', () => {
  assert.equal(given([failed('10:30', 'door'), failed('10:40', 'door'), succeeded('10:45'), failed('10:50', 'door')]), 0)
  assert.equal(given([failed('10:30', 'door'), failed('10:40', 'rope'), failed('10:50', 'door')]), 0)
  assert.equal(given([failed('10:30', 'door'), failed('10:40', 'rope'), failed('10:50', 'door'), failed('11:00', 'door')]), 1)
  assert.equal(given([failed('10:30', 'door'), failed('10:40', 'door'), failed('10:50', 'door'), failed('11:00', 'door')]), 2)
})

test('a late rescue costs a thousand yuan and an apology, beside its escalation; one in time costs nothing', () => {
  const { effects } = onCall([REPORTED])
  assert.deepEqual(effects, [
    ['credit', '100000', { fen: 100_000 }],
    ['open-task', 'apology', { owner: 'account-manager' }],
    ['escalate', 'service-manager'],
  ])
  assert.deepEqual(onCall([REPORTED, ARRIVED]).effects, [])
})

test('an arrival that is learned late takes back what the breach had brought, each with one withdrawal', () => {
  const late: Told = ['10:20', 'visit.arrived', {}, { recorded: '11:30', source: 'device' }]
  const { obligations, effects } = onCall([REPORTED, late])
  assert.deepEqual(told(obligations), ['rescue#1 kept 10:20'])
  assert.deepEqual(effects, [])
})
