import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ClauseText, PlanText } from './given.testing.ts'
import { at, clockOf, given } from './given.testing.ts'

const byGrade = { by: 'grade', major: '8h', general: '4h' } as const
const repair: ClauseText = { starts: 'ticket.reported', keptBy: 'ticket.restored', within: byGrade, pauses: ['wait'] }
const HOUR = 3_600_000

function story(clause: Partial<ClauseText> = {}, more: Partial<PlanText> = {}) {
  return given({ reasons: { wait: {}, short: { limit: '1h' } }, ...more, promises: { ...more.promises, repair: { ...repair, ...clause } } })
}

function notes(told: ReturnType<typeof story>, when: string): string[] {
  return told.obligation('repair', when).why.notes.map((note) => [note.kind, clockOf(note.at), ...Object.values(note.params)].join(' '))
}

// Whose grade --------------------------------------------------------------------------------------------------------------

test('a report with one grade gives it to whoever rules by the plan', () => {
  assert.equal(
    story({}, { gradeBy: 'customer' }).fact('10:00', 'ticket.reported', { grade: 'major' }).says('repair', '11:00'),
    'open due 18:00',
  )
  assert.equal(
    story({}, { gradeBy: 'staff' }).fact('10:00', 'ticket.reported', { grade: 'major' }).says('repair', '11:00'),
    'open due 18:00',
  )
})

test('a customer’s grade alone rules nothing where the staff grades', () => {
  const told = story().fact('10:00', 'ticket.reported', { customerGrade: 'major' })
  assert.deepEqual([told.says('repair', '11:00'), told.obligation('repair', '11:00').provisional], ['open due 14:00', true])
  assert.equal(told.fact('11:00', 'ticket.graded', { grade: 'major', by: 'customer' }).obligation('repair', '12:00').provisional, true)
  assert.equal(told.fact('11:00', 'ticket.graded', { grade: 'major', by: 'lin' }).says('repair', '12:00'), 'open due 18:00')
})

test('the other side’s grade is shown only where it differs', () => {
  const same = story().fact('10:00', 'ticket.reported', { grade: 'major', customerGrade: 'major' })
  assert.deepEqual(same.obligation('repair', '11:00').why.dimensions, { grade: { value: 'major', by: 'staff' } })
  const other = story({}, { gradeBy: 'customer' }).fact('10:00', 'ticket.reported', { grade: 'general', customerGrade: 'major' })
  assert.deepEqual(other.obligation('repair', '11:00').why.dimensions, {
    grade: { value: 'major', by: 'customer' },
    staffGrade: { value: 'general', by: 'staff' },
  })
})

// Which facts speak ---------------------------------------------------------------------------------------------------------

test('grading, editing and reopening say what is so now; other facts that carry a grade do not', () => {
  const told = story().fact('10:00', 'ticket.reported', { grade: 'general' })
  for (const type of ['ticket.graded', 'ticket.edited'] as const)
    assert.equal(told.fact('11:00', type, { grade: 'major' }).says('repair', '12:00'), 'open due 18:00', type)
  for (const type of ['ticket.noted', 'ticket.judged', 'visit.arrived', 'ticket.assigned'] as const)
    assert.equal(told.fact('11:00', type, { grade: 'major' }).says('repair', '12:00'), 'open due 14:00', type)
})

test('a fact that opens a clock says what nobody has said yet, and contradicts nobody', () => {
  const site: ClauseText = { starts: 'visit.arrived', keptBy: 'visit.signed', within: { by: 'zone', city: '1h', county: '3h' } }
  const silent = story({}, { promises: { site } }).fact('10:00', 'ticket.reported')
  assert.equal(silent.fact('11:00', 'visit.arrived', { zone: 'county' }).says('site', '11:30'), 'open due 14:00')
  const told = story({}, { promises: { site } }).fact('10:00', 'ticket.reported', { zone: 'city' })
  assert.equal(told.fact('11:00', 'visit.arrived', { zone: 'county' }).says('site', '11:30'), 'open due 12:00')
})

test('a value that is no text, or empty, says nothing', () => {
  const told = story().fact('10:00', 'ticket.reported', { grade: 'general' })
  for (const grade of ['', 3, null, ['major'], { is: 'major' }])
    assert.equal(told.fact('11:00', 'ticket.graded', { grade }).says('repair', '12:00'), 'open due 14:00', JSON.stringify(grade))
})

test('a dimension of the plan’s own is read by its name and shown with who sets it', () => {
  const dimensions = { line: { id: 'line', values: ['a', 'b'], setBy: 'asset' as const } }
  const told = story({ within: { by: 'line', a: '2h', b: '6h' } }, { dimensions }).fact('10:00', 'ticket.reported', { line: 'b' })
  assert.equal(told.says('repair', '11:00'), 'open due 16:00')
  assert.deepEqual(told.obligation('repair', '11:00').why.dimensions, { line: { value: 'b', by: 'asset' } })
  assert.equal(told.fact('11:00', 'ticket.edited', { line: 'a' }).says('repair', '11:30'), 'open due 12:00')
})

// Travel ---------------------------------------------------------------------------------------------------------------------

test('travel is stated in words or in milliseconds; what is no length of hours is not stated', () => {
  const told = story({ within: 'travel + 2h' }).fact('10:00', 'ticket.reported')
  const edited = (data: { readonly [key: string]: string | number }) => told.fact('10:30', 'ticket.edited', data).says('repair', '10:40')
  assert.equal(edited({ travel: '90min' }), 'open due 13:30')
  assert.equal(edited({ travelMs: HOUR / 2 }), 'open due 12:30')
  assert.equal(edited({ travelMs: HOUR, travel: '5h' }), 'open due 13:00')
  for (const travel of ['1d', 'far', '']) assert.equal(edited({ travel }), 'open due open-ended', travel)
})

test('travel stated anew moves the due time, and what it shortens into the past breaks now', () => {
  const told = story({ within: 'travel + 2h' }).fact('10:00', 'ticket.reported', { travel: '5h' })
  assert.equal(told.fact('11:00', 'ticket.edited', { travel: '3h' }).says('repair', '12:00'), 'open due 15:00')
  assert.equal(told.fact('14:00', 'ticket.edited', { travel: '1h' }).says('repair', '15:00'), 'broken at 14:00')
})

// The three ways -------------------------------------------------------------------------------------------------------------

test('retroactive: counted from the original start; what is over by then breaks at the regrade', () => {
  const told = story({ regrade: 'retroactive' }).fact('10:00', 'ticket.reported', { grade: 'major' })
  const shorter = told.fact('13:00', 'ticket.graded', { grade: 'general' })
  assert.equal(shorter.says('repair', '13:30'), 'open due 14:00')
  assert.deepEqual(notes(shorter, '13:30'), ['regraded 13:00 major general'])
  assert.equal(told.fact('14:00', 'ticket.graded', { grade: 'general' }).says('repair', '15:00'), 'broken at 14:00')
  assert.equal(told.fact('17:00', 'ticket.graded', { grade: 'general' }).says('repair', '19:00'), 'broken at 17:00')
})

test('restart: counted from the regrade, with pauses from before it left behind', () => {
  const told = story({ regrade: 'restart' })
    .fact('10:00', 'ticket.reported', { grade: 'major' })
    .fact('11:00', 'ticket.paused', { reason: 'wait' })
    .fact('12:00', 'ticket.resumed')
    .fact('17:00', 'ticket.graded', { grade: 'general' })
  assert.equal(told.says('repair', '18:00'), 'open due 21:00')
  assert.equal(told.obligation('repair', '18:00').pausedMs, 0)
  assert.equal(told.obligation('repair', '18:00').why.usedMs, HOUR)
  assert.deepEqual(notes(told, '18:00'), ['regraded-restart 17:00 major general'])
})

test('restart during a pause: the pause goes on, and counts from the regrade', () => {
  const told = story({ regrade: 'restart' })
    .fact('10:00', 'ticket.reported', { grade: 'major' })
    .fact('11:00', 'ticket.paused', { reason: 'wait' })
    .fact('12:00', 'ticket.graded', { grade: 'general' })
    .fact('13:00', 'ticket.resumed')
  assert.equal(told.says('repair', '12:30'), 'paused due 16:30')
  assert.equal(told.says('repair', '13:30'), 'open due 17:00')
  assert.equal(told.obligation('repair', '13:30').pausedMs, HOUR)
})

test('restart lengthens nothing that was broken', () => {
  const told = story({ regrade: 'restart' }).fact('10:00', 'ticket.reported', { grade: 'general' })
  assert.equal(told.fact('14:00:00.001', 'ticket.graded', { grade: 'major' }).says('repair', '15:00'), 'broken at 14:00')
})

test('keep: what was promised at the opening stays, whatever is said later', () => {
  const told = story({ regrade: 'keep' })
    .fact('10:00', 'ticket.reported', { grade: 'major' })
    .fact('11:00', 'ticket.graded', { grade: 'general' })
  assert.equal(told.says('repair', '12:00'), 'open due 18:00')
  assert.deepEqual(notes(told, '12:00'), [])
})

test('the first grade is no regrade: it applies from the start in all three ways', () => {
  for (const regrade of ['retroactive', 'restart', 'keep'] as const) {
    const told = story({ regrade }).fact('10:00', 'ticket.reported').fact('11:00', 'ticket.graded', { grade: 'major' })
    assert.equal(told.says('repair', '12:00'), 'open due 18:00', regrade)
  }
})

test('regraded there and back again leaves the due time as it was, and both changes readable', () => {
  const told = story()
    .fact('10:00', 'ticket.reported', { grade: 'general' })
    .fact('10:30', 'ticket.graded', { grade: 'major' })
    .fact('11:00', 'ticket.graded', { grade: 'general' })
  assert.equal(told.says('repair', '12:00'), 'open due 14:00')
  assert.deepEqual(notes(told, '12:00'), ['regraded 10:30 general major', 'regraded 11:00 major general'])
})

test('a regrade to a row that promises nothing ends the clock for good', () => {
  const told = story({ within: { by: 'grade', major: '8h', general: 'none' } })
    .fact('10:00', 'ticket.reported', { grade: 'major' })
    .fact('11:00', 'ticket.graded', { grade: 'general' })
  assert.equal(told.says('repair', '12:00'), 'cancelled')
  assert.equal(told.fact('12:00', 'ticket.graded', { grade: 'major' }).says('repair', '13:00'), 'cancelled')
})

test('a row that promises nothing sleeps, and a grade that wakes it counts from the report', () => {
  const told = story({ within: { by: 'grade', major: '8h', general: 'none' } }).fact('10:00', 'ticket.reported', { grade: 'general' })
  const woken = told.fact('15:00', 'ticket.graded', { grade: 'major' })
  assert.equal(told.says('repair', '16:00'), 'none')
  assert.equal(woken.says('repair', '16:00'), 'open due 18:00')
  assert.equal(told.fact('19:00', 'ticket.graded', { grade: 'major' }).says('repair', '20:00'), 'broken at 19:00')
})

test('what slept had not begun: it wakes from the report in all three ways', () => {
  for (const regrade of ['retroactive', 'restart', 'keep'] as const) {
    const told = story({ regrade, within: { by: 'grade', major: '8h', general: 'none' } })
      .fact('10:00', 'ticket.reported', { grade: 'general' })
      .fact('11:00', 'ticket.graded', { grade: 'major' })
    assert.equal(told.says('repair', '12:00'), 'open due 18:00', regrade)
  }
})

test('a cancelled ticket wakes nothing', () => {
  const told = story({ within: { by: 'grade', major: '8h', general: 'none' } })
    .fact('10:00', 'ticket.reported', { grade: 'general' })
    .fact('11:00', 'ticket.cancelled')
    .fact('12:00', 'ticket.graded', { grade: 'major' })
  assert.equal(told.says('repair', '13:00'), 'none')
})

test('a regrade that only changes the calendar moves the due time too', () => {
  const told = story({ within: '4h', calendar: { by: 'grade', major: 'always', general: 'office' } })
    .fact('15:00', 'ticket.reported', { grade: 'general' })
    .fact('16:00', 'ticket.graded', { grade: 'major' })
  assert.equal(told.says('repair', '15:30'), 'open due 10-01 11:00')
  assert.equal(told.says('repair', '16:30'), 'open due 19:00')
})

test('a pause is counted anew in the calendar that rules after a regrade', () => {
  const told = story({ within: '4h', calendar: { by: 'grade', major: 'always', general: 'office' } })
    .fact('15:00', 'ticket.reported', { grade: 'general' })
    .fact('16:00', 'ticket.paused', { reason: 'wait' })
    .fact('18:00', 'ticket.resumed')
  assert.equal(told.obligation('repair', '18:30').pausedMs, HOUR)
  const graded = told.fact('18:30', 'ticket.graded', { grade: 'major' })
  assert.equal(graded.obligation('repair', '18:40').pausedMs, 2 * HOUR)
  assert.equal(graded.says('repair', '18:40'), 'open due 21:00')
})

test('the breach of a regraded clock goes up once, at the regrade', () => {
  const told = story({ onBroken: [{ escalate: 'lead' }] })
    .fact('10:00', 'ticket.reported', { grade: 'major' })
    .fact('16:00', 'ticket.graded', { grade: 'general' })
  assert.deepEqual(
    told.seen('17:00').effects.map((effect) => [effect.to, effect.at]),
    [['lead', at('16:00')]],
  )
  assert.deepEqual(told.seen('15:59').effects, [])
})
