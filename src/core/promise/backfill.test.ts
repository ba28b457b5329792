import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Fact, FactSource } from '../fact.ts'
import type { Rulings } from './backfill.ts'
import { BACKFILL_MS, approvalOf, byLedger, isBackfilled, isUnapprovedMove, personOf } from './backfill.ts'
import { at, given } from './given.testing.ts'
import { readRulings } from './knowledge.ts'
import { RUNS } from './random.testing.ts'

const MIN = 60_000
const HOUR = 60 * MIN
const proof = { reason: '漏记', evidence: '通话记录' }

function fact(more: Partial<Fact> = {}): Fact {
  const occurredAt = more.occurredAt ?? at('10:00')
  return {
    id: 'f',
    seq: 1,
    subject: 'ticket/T1',
    also: [],
    type: 'ticket.replied',
    occurredAt,
    recordedAt: occurredAt,
    source: 'hand',
    data: {},
    ...more,
  }
}

function rulings(...facts: readonly Fact[]): Rulings {
  return readRulings(facts)
}

const late = fact({ recordedAt: at('12:00'), by: 'lin', data: proof })
const approval = (more: Partial<Fact> = {}) =>
  fact({ id: 'a', seq: 9, type: 'fact.approved', occurredAt: at('13:00'), by: 'wang', data: { of: 'f' }, ...more })

// What is back-filled ------------------------------------------------------------------------------------------------------

test('more than ten minutes by hand is back-filled, ten minutes to the millisecond are not', () => {
  const after = (ms: number) => isBackfilled(fact({ recordedAt: at('10:00') + ms }))
  assert.deepEqual([after(0), after(BACKFILL_MS), after(BACKFILL_MS + 1)], [false, false, true])
  assert.equal(BACKFILL_MS, 10 * MIN)
})

test('only what is entered by hand can be back-filled: the others carry their own evidence of when', () => {
  const sources: readonly FactSource[] = ['hand', 'phone', 'mail', 'device', 'import', 'system']
  assert.deepEqual(
    sources.filter((source) => isBackfilled(fact({ source, recordedAt: at('20:00') }))),
    ['hand'],
  )
})

test('what is announced for later is not back-filled', () => {
  assert.equal(isBackfilled(fact({ recordedAt: at('08:00') })), false)
})

test('the plan may draw the line elsewhere', () => {
  const anHourOn = fact({ recordedAt: at('11:00') })
  assert.deepEqual([isBackfilled(anHourOn, HOUR), isBackfilled(anHourOn, HOUR - 1)], [false, true])
})

// Who says so --------------------------------------------------------------------------------------------------------------

test('who says so stands on the fact, and in its data only where it does not', () => {
  assert.equal(personOf(fact({ by: 'lin', data: { by: 'wang' } })), 'lin')
  assert.equal(personOf(fact({ data: { by: 'wang' } })), 'wang')
  assert.equal(personOf(fact({ data: { by: 7 } })), undefined)
  assert.equal(personOf(fact()), undefined)
})

// Approvals ----------------------------------------------------------------------------------------------------------------

test('a second person approves; oneself does not, however often', () => {
  assert.equal(approvalOf(late, rulings(late, approval()))?.id, 'a')
  assert.equal(approvalOf(late, rulings(late, approval({ by: 'lin' }))), undefined)
  assert.equal(approvalOf(late, rulings(late, approval({ by: undefined, data: { of: 'f', by: 'lin' } }))), undefined)
})

test('of several approvals one by another person is enough', () => {
  const own = approval({ id: 'own', seq: 2, by: 'lin', occurredAt: at('12:30') })
  assert.equal(approvalOf(late, rulings(late, own, approval()))?.id, 'a')
})

test('an entry without reason or without evidence cannot be approved', () => {
  const bares: readonly Fact['data'][] = [
    { reason: '漏记' },
    { evidence: '通话记录' },
    { ...proof, evidence: '' },
    { ...proof, reason: [] },
  ]
  for (const data of bares) {
    const bare = { ...late, data }
    assert.equal(approvalOf(bare, rulings(bare, approval())), undefined, JSON.stringify(data))
  }
})

test('an approval of another fact, a voided one, and one from before the entry approve nothing', () => {
  assert.equal(approvalOf(late, rulings(late, approval({ data: { of: 'g' } }))), undefined)
  const voiding = fact({ id: 'v', seq: 10, type: 'fact.voided', occurredAt: at('14:00'), data: { of: 'a' } })
  assert.equal(approvalOf(late, rulings(late, approval(), voiding)), undefined)
  assert.equal(approvalOf(late, rulings(late, approval({ seq: 0, occurredAt: at('11:00') }))), undefined)
})

// Moves --------------------------------------------------------------------------------------------------------------------

const arrival = fact({ occurredAt: at('12:00'), by: 'lin' })
const move = (more: Partial<Fact> = {}, to: string | number = at('10:00')) =>
  fact({ id: 'm', seq: 5, type: 'fact.corrected', occurredAt: at('12:30'), by: 'lin', data: { of: 'f', field: 'occurredAt', to }, ...more })
const unapproved = (correction: Fact, ...more: readonly Fact[]) =>
  isUnapprovedMove(arrival, correction, { rulings: rulings(arrival, correction, ...more), backfillMs: BACKFILL_MS })

test('who moves one’s own entry far into the past needs a second person', () => {
  assert.equal(unapproved(move()), true)
  assert.equal(unapproved(move(), approval({ data: { of: 'm' } })), false)
  assert.equal(unapproved(move(), approval({ data: { of: 'f' } })), false)
  assert.equal(unapproved(move(), approval({ data: { of: 'm' }, by: 'lin' })), true)
})

test('an approval given before the move approved what stood then', () => {
  assert.equal(unapproved(move(), approval({ seq: 3, occurredAt: at('12:10') })), true)
})

test('a move by a second person, to a later instant, or by a few minutes, needs nobody more', () => {
  assert.equal(unapproved(move({ by: 'wang' })), false)
  assert.equal(unapproved(move({}, at('12:20'))), false)
  assert.equal(unapproved(move({}, at('11:50'))), false)
  assert.equal(unapproved(move({}, at('11:49:59.999'))), true)
})

test('a back-filled entry that its author moves nearer to now flatters nobody', () => {
  const correction = move({}, at('11:00'))
  const moved = (entry: Fact) => isUnapprovedMove(entry, correction, { rulings: rulings(entry, correction), backfillMs: BACKFILL_MS })
  assert.equal(moved(late), false)
  assert.equal(moved({ ...late, occurredAt: at('11:30') }), true)
})

test('a correction of another field, from another source, or to no instant at all, is no move', () => {
  assert.equal(unapproved(move({ data: { of: 'f', field: 'grade', to: 'major' } })), false)
  assert.equal(unapproved(move({ source: 'device' })), false)
  assert.equal(unapproved(move({}, 'yesterday')), false)
})

test('where nobody is named there is no same person', () => {
  const nameless = { ...arrival, by: undefined }
  const correction = move({ by: undefined })
  assert.equal(isUnapprovedMove(nameless, correction, { rulings: rulings(nameless, correction), backfillMs: BACKFILL_MS }), false)
})

// The ledger's order ---------------------------------------------------------------------------------------------------------

test('the ledger is ordered by when things were recorded, then by position', () => {
  const a = fact({ id: 'a', seq: 2, recordedAt: 10 })
  const b = fact({ id: 'b', seq: 1, recordedAt: 11 })
  const c = fact({ id: 'c', seq: 3, recordedAt: 10 })
  assert.deepEqual(
    [b, c, a].sort(byLedger).map((one) => one.id),
    ['a', 'c', 'b'],
  )
})

// What the clocks make of it --------------------------------------------------------------------------------------------------

const reply = { starts: 'ticket.reported', keptBy: 'ticket.replied', within: '30min' } as const

test('however late a reply is entered by hand, before its approval it never turns the breach into kept', () => {
  const story = given({ promises: { reply } }).fact('10:00', 'ticket.reported')
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 41, max: 600 }), (said, entered) => {
      const [occurred, recorded] = [
        `10:${String(said).padStart(2, '0')}`,
        `${10 + Math.floor(entered / 60)}:${String(entered % 60).padStart(2, '0')}`,
      ]
      const told = story.fact(occurred, 'ticket.replied', proof, { recorded, source: 'hand', by: 'lin', id: 'r' })
      const approved = told.fact('21:00', 'fact.approved', { of: 'r' }, { by: 'wang' })
      assert.equal(told.obligation('reply', '22:00').state, 'broken')
      assert.equal(approved.obligation('reply', '20:59').state, 'broken')
      assert.equal(approved.obligation('reply', '22:00').state, 'kept')
      assert.equal(approved.obligation('reply', '22:00').keptAt, at(occurred))
    }),
    RUNS,
  )
})

test('a waiver that is back-filled past the breach leaves the breach on the record', () => {
  const waiver = { promise: 'reply', role: 'lead', ...proof }
  const story = given({ promises: { reply } })
    .fact('10:00', 'ticket.reported')
    .fact('10:10', 'obligation.waived', waiver, { recorded: '12:00', source: 'hand', by: 'lin' })
  const seen = story.obligation('reply', '13:00')
  assert.deepEqual([seen.state, seen.brokenAt, seen.endedAt], ['excused', at('10:30'), at('12:00')])
})

test('a resumption that is back-filled ends the pause only when it was recorded, and from when it happened once it is approved', () => {
  const story = given({ promises: { reply: { ...reply, pauses: ['wait'] } }, reasons: { wait: {} } })
    .fact('10:00', 'ticket.reported')
    .fact('10:10', 'ticket.paused', { reason: 'wait' })
    .fact('10:20', 'ticket.resumed', { reason: true, evidence: true }, { recorded: '11:20', source: 'hand', by: 'lin', id: 'r' })
  assert.equal(story.says('reply', '11:19'), 'paused due 11:39')
  assert.equal(story.says('reply', '11:30'), 'open due 11:40')
  assert.equal(story.fact('11:30', 'fact.approved', { of: 'r' }, { by: 'wang' }).says('reply', '11:35'), 'broken at 10:40')
})
