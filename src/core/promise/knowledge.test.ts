import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clockOf, given } from './given.testing.ts'

const reply = { starts: 'ticket.reported', keptBy: 'ticket.replied', within: '30min' } as const
const story = given({ promises: { reply } }).fact('10:00', 'ticket.reported')
const proof = { reason: 'forgot', evidence: 'call-list' }

test('a reply entered by hand two hours late turns nothing until a second person approves it', () => {
  const late = story.fact('10:20', 'ticket.replied', proof, { recorded: '12:20', source: 'hand', by: 'lin', id: 'late' })
  assert.equal(late.says('reply', '13:00'), 'broken at 10:30 done 12:20')
  assert.ok(late.obligation('reply', '13:00').why.notes.some((note) => note.kind === 'backfill-pending' && note.fact === 'late'))
  const own = late.fact('12:30', 'fact.approved', { of: 'late' }, { by: 'lin' })
  assert.equal(own.says('reply', '13:00'), 'broken at 10:30 done 12:20')
  const approved = late.fact('12:30', 'fact.approved', { of: 'late' }, { by: 'wang' })
  assert.equal(approved.says('reply', '12:29'), 'broken at 10:30 done 12:20')
  assert.equal(approved.says('reply', '13:00'), 'kept at 10:20')
  assert.ok(approved.obligation('reply', '13:00').why.notes.some((note) => note.kind === 'backfill-approved' && note.params.by === 'wang'))
})

test('approval without reason or evidence turns nothing', () => {
  for (const missing of ['reason', 'evidence'] as const) {
    const data = { ...proof, [missing]: '' }
    const late = story
      .fact('10:20', 'ticket.replied', data, { recorded: '12:20', source: 'hand', by: 'lin', id: 'late' })
      .fact('12:30', 'fact.approved', { of: 'late' }, { by: 'wang' })
    assert.equal(late.obligation('reply', '13:00').state, 'broken')
  }
})

test('ten minutes are no back-filling, nor is what the telephone, the mail server or a device says', () => {
  assert.equal(story.fact('10:20', 'ticket.replied', {}, { recorded: '10:30', source: 'hand' }).says('reply', '13:00'), 'kept at 10:20')
  for (const source of ['phone', 'mail', 'device', 'import', 'system'] as const) {
    assert.equal(story.fact('10:20', 'ticket.replied', {}, { recorded: '12:20', source }).says('reply', '13:00'), 'kept at 10:20', source)
  }
})

test('a back-filled reply recorded before the due time turns no verdict: it keeps, and is marked', () => {
  const text = given({ promises: { reply: { ...reply, within: '4h' } } })
    .fact('10:00', 'ticket.reported')
    .fact('10:20', 'ticket.replied', proof, { recorded: '12:20', source: 'hand', by: 'lin' })
  assert.equal(text.says('reply', '13:00'), 'kept at 10:20')
  assert.ok(text.obligation('reply', '13:00').why.notes.some((note) => note.kind === 'backfill-pending'))
})

test('a report entered late opens its clocks at once, from when it happened', () => {
  const late = given({ promises: { reply } }).fact('10:00', 'ticket.reported', proof, { recorded: '12:00', source: 'hand', by: 'lin' })
  assert.equal(clockOf(late.obligation('reply', '12:10').openedAt), '10:00')
  assert.equal(late.says('reply', '12:10'), 'broken at 10:30')
})

test('a back-filled pause stops no clock in the past', () => {
  const text = given({ promises: { reply: { ...reply, pauses: ['wait'] } }, reasons: { wait: {} } }).fact('10:00', 'ticket.reported')
  const late = text.fact('10:10', 'ticket.paused', { ...proof, reason: 'wait' }, { recorded: '11:00', source: 'hand', by: 'lin', id: 'p' })
  assert.equal(late.says('reply', '11:30'), 'broken at 10:30')
  assert.equal(late.fact('11:10', 'fact.approved', { of: 'p' }, { by: 'wang' }).says('reply', '11:30'), 'paused due 11:50')
})

test('a corrected fact is read in its corrected form, from when the correction is known', () => {
  const wrong = story
    .fact('10:40', 'ticket.replied', {}, { id: 'r', by: 'lin' })
    .fact('11:00', 'fact.corrected', { of: 'r', field: 'occurredAt', to: '2026-09-30T10:20:00+08:00', reason: 'typo' }, { by: 'wang' })
  assert.equal(wrong.says('reply', '10:50'), 'broken at 10:30 done 10:40')
  assert.equal(wrong.says('reply', '11:00'), 'kept at 10:20')
})

test('who moves his own entry far into the past needs a second person', () => {
  const move = { of: 'r', field: 'occurredAt', to: '2026-09-30T10:20:00+08:00', reason: 'typo' }
  const own = story
    .fact('10:40', 'ticket.replied', {}, { id: 'r', source: 'hand', by: 'lin' })
    .fact('11:00', 'fact.corrected', move, { id: 'c', source: 'hand', by: 'lin' })
  assert.equal(own.says('reply', '11:30'), 'broken at 10:30 done 10:40')
  assert.equal(own.fact('11:10', 'fact.approved', { of: 'c' }, { by: 'wang' }).says('reply', '11:30'), 'kept at 10:20')
})

test('a voided fact never was; voiding the void brings it back', () => {
  const voided = story
    .fact('10:20', 'ticket.replied', {}, { id: 'r' })
    .fact('11:00', 'fact.voided', { of: 'r', reason: 'wrong ticket' }, { id: 'v' })
  assert.equal(voided.says('reply', '11:10'), 'broken at 10:30')
  assert.equal(voided.fact('11:20', 'fact.voided', { of: 'v', reason: 'right after all' }).says('reply', '11:30'), 'kept at 10:20')
})

test('the last correction of a field counts, and a voided correction does not', () => {
  const graded = given({ promises: { reply: { ...reply, within: { by: 'grade', major: '1h', general: '2h' } } } }).fact(
    '10:00',
    'ticket.reported',
    { grade: 'major' },
    { id: 'o' },
  )
  const once = graded.fact('10:10', 'fact.corrected', { of: 'o', field: 'grade', from: 'major', to: 'general', reason: 'x' }, { id: 'c1' })
  assert.equal(once.says('reply', '10:20'), 'open due 12:00')
  const twice = once.fact(
    '10:20',
    'fact.corrected',
    { of: 'o', field: 'data.grade', from: 'general', to: 'major', reason: 'x' },
    { id: 'c2' },
  )
  assert.equal(twice.says('reply', '10:30'), 'open due 11:00')
  assert.equal(twice.fact('10:40', 'fact.voided', { of: 'c2', reason: 'x' }).says('reply', '10:50'), 'open due 12:00')
})

test('a fact is not seen before it is known, nor before it happens', () => {
  const phone = story.fact('10:20', 'ticket.replied', {}, { recorded: '10:40', source: 'phone' })
  assert.equal(phone.says('reply', '10:35'), 'broken at 10:30')
  assert.equal(phone.says('reply', '10:40'), 'kept at 10:20')
  const ahead = story.fact('10:20', 'ticket.replied', {}, { recorded: '10:10' })
  assert.equal(ahead.says('reply', '10:15'), 'open due 10:30')
})

test('a fact that names no fact, or itself, says nothing', () => {
  const odd = story.fact('10:05', 'fact.voided', { of: 'f2' }).fact('10:06', 'fact.corrected', {}).fact('10:07', 'fact.approved', { of: 7 })
  assert.equal(odd.says('reply', '10:10'), 'open due 10:30')
})

test('an approval approves what stood then, not what its author moves it to afterwards', () => {
  const late = story
    .fact('10:40', 'ticket.replied', proof, { recorded: '12:20', source: 'hand', by: 'lin', id: 'late' })
    .fact('12:30', 'fact.approved', { of: 'late' }, { by: 'wang' })
  assert.equal(late.says('reply', '12:35'), 'broken at 10:30 done 10:40')
  const move = { of: 'late', field: 'occurredAt', to: '2026-09-30T10:20:00+08:00', reason: 'typo' }
  const moved = late.fact('12:40', 'fact.corrected', move, { id: 'c', source: 'hand', by: 'lin' })
  assert.equal(moved.says('reply', '12:45'), 'broken at 10:30 done 10:40')
  assert.equal(moved.fact('12:50', 'fact.approved', { of: 'late' }, { by: 'wang' }).says('reply', '13:00'), 'kept at 10:20')
})

test('the setting of the plan says from when on an entry is back-filled', () => {
  const strict = given({ promises: { reply }, bound: { backfillMs: 60_000 } }).fact('10:00', 'ticket.reported')
  assert.equal(
    strict.fact('10:28', 'ticket.replied', {}, { recorded: '10:31', source: 'hand', by: 'lin' }).obligation('reply', '11:00').state,
    'broken',
  )
  assert.equal(
    strict.fact('10:28', 'ticket.replied', {}, { recorded: '10:29', source: 'hand', by: 'lin' }).says('reply', '11:00'),
    'kept at 10:28',
  )
})

test('a correction that is approved by nobody known is taken as it stands where nobody is named', () => {
  const unnamed = story
    .fact('10:40', 'ticket.replied', {}, { id: 'r', source: 'hand' })
    .fact('11:00', 'fact.corrected', { of: 'r', field: 'occurredAt', to: '2026-09-30T10:20:00+08:00', reason: 'typo' }, { source: 'hand' })
  assert.equal(unnamed.says('reply', '11:30'), 'kept at 10:20')
})

test('a correction that takes a value away takes it away', () => {
  const graded = given({ promises: { reply: { ...reply, within: { by: 'grade', major: '1h', general: '2h' } } } })
    .fact('10:00', 'ticket.reported', { grade: 'general' }, { id: 'o' })
    .fact('10:10', 'fact.corrected', { of: 'o', field: 'grade', from: 'general', to: null, reason: 'not asked' })
  assert.equal(graded.says('reply', '10:20'), 'open due 11:00')
  assert.equal(graded.obligation('reply', '10:20').provisional, true)
})

test('a back-filled entry whose time was a slip of the pen, corrected to just now, is none', () => {
  const slip = story
    .fact('08:00', 'ticket.replied', {}, { recorded: '10:20', source: 'hand', by: 'lin', id: 'r' })
    .fact(
      '10:22',
      'fact.corrected',
      { of: 'r', field: 'occurredAt', to: '2026-09-30T10:18:00+08:00', reason: 'typo' },
      { source: 'hand', by: 'lin' },
    )
  assert.equal(slip.says('reply', '10:40'), 'kept at 10:18')
  assert.ok(!slip.obligation('reply', '10:40').why.notes.some((note) => note.kind.startsWith('backfill')))
})
