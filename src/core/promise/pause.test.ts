import assert from 'node:assert/strict'
import { test } from 'node:test'
import { at, clockOf, given } from './given.testing.ts'

const reasons = { wait: {}, proven: { evidence: true }, told: { notice: 'customer' as const }, short: { limit: '1h' }, other: {} }
const repair = { starts: 'ticket.reported', keptBy: 'ticket.restored', within: '4h', pauses: ['wait', 'proven', 'told', 'short'] } as const
const story = given({ promises: { repair }, reasons }).fact('10:00', 'ticket.reported')

test('a pause moves the due time by its length', () => {
  const paused = story.fact('11:00', 'ticket.paused', { reason: 'wait' }).fact('12:30', 'ticket.resumed')
  assert.equal(paused.says('repair', '13:00'), 'open due 15:30')
  assert.equal(paused.obligation('repair', '13:00').pausedMs, 90 * 60_000)
})

test('a running pause past the old due time is paused, not broken, and counts while it runs', () => {
  const paused = story.fact('11:00', 'ticket.paused', { reason: 'wait' })
  assert.equal(paused.says('repair', '18:00'), 'paused due 21:00')
  assert.equal(paused.obligation('repair', '18:00').pausedMs, 7 * 3_600_000)
})

test('used and left add up to the promised time, to the millisecond, whatever was paused', () => {
  const paused = story.fact('11:00:00.123', 'ticket.paused', { reason: 'wait' }).fact('12:30:00.001', 'ticket.resumed')
  for (const when of ['10:30', '11:30', '12:00', '13:00', '15:29']) {
    const { why } = paused.obligation('repair', when)
    assert.equal(why.usedMs + why.leftMs!, 4 * 3_600_000, when)
    assert.equal(
      why.pauses.reduce((sum, one) => sum + one.ms, 0),
      paused.obligation('repair', when).pausedMs,
      when,
    )
  }
})

test('a reason that the clause does not name, or the plan does not declare, pauses nothing', () => {
  assert.equal(story.fact('11:00', 'ticket.paused', { reason: 'other' }).says('repair', '12:00'), 'open due 14:00')
  assert.equal(story.fact('11:00', 'ticket.paused', { reason: 'rain' }).says('repair', '12:00'), 'open due 14:00')
})

test('a pause counts only from when its evidence is there', () => {
  const paused = story.fact('11:00', 'ticket.paused', { reason: 'proven' })
  assert.equal(paused.says('repair', '12:00'), 'open due 14:00')
  const proven = paused.fact('12:00', 'ticket.paused', { reason: 'proven', evidence: 'mail-3' }).fact('13:00', 'ticket.resumed')
  assert.equal(proven.says('repair', '13:30'), 'open due 15:00')
  assert.equal(story.fact('11:00', 'ticket.paused', { reason: 'proven', evidence: 'mail-3' }).says('repair', '12:00'), 'paused due 15:00')
})

test('evidence added by a correction is there from the correction on', () => {
  const paused = story
    .fact('11:00', 'ticket.paused', { reason: 'proven' })
    .fact('12:00', 'fact.corrected', { of: 'f2', field: 'evidence', to: 'mail-3', reason: 'added' })
  assert.equal(paused.says('repair', '13:00'), 'paused due 15:00')
})

test('a pause that has to be told to the customer counts from the notice', () => {
  const silent = story.fact('11:00', 'ticket.paused', { reason: 'told' })
  assert.equal(silent.says('repair', '12:00'), 'open due 14:00')
  assert.equal(silent.fact('12:00', 'notice.delivered', { reason: 'told' }).says('repair', '13:00'), 'paused due 15:00')
  assert.equal(story.fact('11:00', 'ticket.paused', { reason: 'told', noticeAt: at('11:30') }).says('repair', '12:30'), 'paused due 15:00')
})

test('evidence that comes after the breach is too late', () => {
  const paused = story
    .fact('11:00', 'ticket.paused', { reason: 'proven' })
    .fact('15:00', 'ticket.paused', { reason: 'proven', evidence: 'mail-3' })
  assert.equal(paused.says('repair', '16:00'), 'broken at 14:00')
})

test('a pause begun before the opening counts from the opening', () => {
  const early = given({ promises: { repair: { ...repair, starts: 'visit.arrived' } }, reasons })
    .fact('10:00', 'ticket.paused', { reason: 'wait' })
    .fact('11:00', 'visit.arrived')
    .fact('12:00', 'ticket.resumed')
  assert.equal(early.says('repair', '13:00'), 'open due 16:00')
  assert.deepEqual(
    early.obligation('repair', '13:00').why.pauses.map((one) => [clockOf(one.from), clockOf(one.until), one.ms]),
    [['11:00', '12:00', 3_600_000]],
  )
})

test('a pause begun at the due instant is too late', () => {
  assert.equal(story.fact('14:00', 'ticket.paused', { reason: 'wait' }).says('repair', '15:00'), 'broken at 14:00')
  assert.equal(story.fact('13:59:59.999', 'ticket.paused', { reason: 'wait' }).says('repair', '13:59:59.999'), 'paused due 14:00')
})

test('overlapping pauses count once', () => {
  const paused = story
    .fact('11:00', 'ticket.paused', { reason: 'wait' })
    .fact('11:30', 'ticket.paused', { reason: 'proven', evidence: 'x' })
    .fact('12:00', 'ticket.resumed', { reason: 'wait' })
    .fact('12:30', 'ticket.resumed', { reason: 'proven' })
  assert.equal(paused.says('repair', '12:15'), 'paused due 15:15')
  assert.equal(paused.says('repair', '13:00'), 'open due 15:30')
  assert.deepEqual(
    paused.obligation('repair', '13:00').why.pauses.map((one) => one.ms),
    [3_600_000, 1_800_000],
  )
})

test('resumed without a reason ends all, with a reason only that one', () => {
  const paused = story
    .fact('11:00', 'ticket.paused', { reason: 'wait' })
    .fact('11:00', 'ticket.paused', { reason: 'proven', evidence: 'x' })
  assert.equal(paused.fact('12:00', 'ticket.resumed', { reason: 'wait' }).says('repair', '13:00'), 'paused due 16:00')
  assert.equal(paused.fact('12:00', 'ticket.resumed').says('repair', '13:00'), 'open due 15:00')
})

test('a limit ends a pause by itself', () => {
  const paused = story.fact('11:00', 'ticket.paused', { reason: 'short' })
  assert.equal(paused.says('repair', '11:59'), 'paused due 14:59')
  assert.equal(paused.says('repair', '13:00'), 'open due 15:00')
  assert.equal(paused.says('repair', '16:00'), 'broken at 15:00')
  assert.deepEqual(
    paused.obligation('repair', '13:00').why.pauses.map((one) => one.endedBy),
    ['limit'],
  )
})

test('pausing outside office hours takes nothing out of the clock', () => {
  const office = given({ promises: { repair: { ...repair, calendar: 'office' } }, reasons })
    .fact('15:00', 'ticket.reported')
    .fact('18:00', 'ticket.paused', { reason: 'wait' })
    .fact('10-01 08:00', 'ticket.resumed')
  assert.equal(office.says('repair', '10-01 08:30'), 'open due 10-01 11:00')
  assert.equal(office.obligation('repair', '10-01 08:30').pausedMs, 0)
})

test('a civil limit moves by the working time that the pause took', () => {
  const civil = given({ promises: { repair: { ...repair, within: '1d' } }, reasons })
    .fact('10:00', 'ticket.reported')
    .fact('11:00', 'ticket.paused', { reason: 'wait' })
    .fact('13:00', 'ticket.resumed')
  assert.equal(civil.says('repair', '14:00'), 'open due 10-02 02:00')
})

test('kept while paused is kept, and the pause is closed', () => {
  const kept = story.fact('11:00', 'ticket.paused', { reason: 'wait' }).fact('20:00', 'ticket.restored')
  assert.equal(kept.says('repair', '21:00'), 'kept at 20:00')
  const { why, pausedMs } = kept.obligation('repair', '21:00')
  assert.equal(why.pauses[0]?.endedBy, 'closed')
  assert.equal(pausedMs, 9 * 3_600_000)
  assert.equal(why.usedMs + why.leftMs!, why.withinMs)
})

test('pausing again for the same reason while it runs changes nothing', () => {
  const paused = story
    .fact('11:00', 'ticket.paused', { reason: 'wait' })
    .fact('11:30', 'ticket.paused', { reason: 'wait' })
    .fact('12:00', 'ticket.resumed', { reason: 'wait' })
  assert.equal(paused.says('repair', '13:00'), 'open due 15:00')
})

test('a pause that was back-filled is marked on the clock it stopped', () => {
  const proof = { reason: 'proven', evidence: 'mail-3' }
  const paused = story.fact('11:00', 'ticket.paused', proof, { recorded: '12:00', source: 'hand', by: 'lin', id: 'p' })
  const { why, pausedMs } = paused.obligation('repair', '13:00')
  assert.ok(why.notes.some((note) => note.kind === 'backfill-pending' && note.fact === 'p'))
  assert.equal(pausedMs, 3_600_000)
  const approved = paused.fact('12:30', 'fact.approved', { of: 'p' }, { by: 'wang' })
  assert.equal(approved.obligation('repair', '13:00').pausedMs, 2 * 3_600_000)
})

test('a limit shortened during a pause, with nothing left, breaks as the clock is resumed', () => {
  const byGrade = { by: 'grade', major: '8h', general: '4h' } as const
  const shortened = given({ promises: { repair: { ...repair, within: byGrade } }, reasons })
    .fact('10:00', 'ticket.reported', { grade: 'major' })
    .fact('15:00', 'ticket.paused', { reason: 'wait' })
    .fact('16:00', 'ticket.graded', { grade: 'general' })
    .fact('18:00', 'ticket.resumed')
  assert.equal(shortened.obligation('repair', '17:00').state, 'paused')
  assert.equal(shortened.says('repair', '19:00'), 'broken at 18:00')
})
