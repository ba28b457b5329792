import assert from 'node:assert/strict'
import { test } from 'node:test'
import { given } from './given.testing.ts'

const byGrade = { by: 'grade', major: '8h', general: '4h' } as const
const repair = { starts: 'ticket.reported', keptBy: 'ticket.restored', within: byGrade, pauses: ['wait'] } as const
const text = { promises: { repair }, reasons: { wait: {} } } as const

test('the row of the grade rules', () => {
  assert.equal(given(text).fact('10:00', 'ticket.reported', { grade: 'major' }).says('repair', '11:00'), 'open due 18:00')
  assert.equal(given(text).fact('10:00', 'ticket.reported', { grade: 'general' }).says('repair', '11:00'), 'open due 14:00')
})

test('grade not yet known: the strictest row runs, provisional, and the first grade applies from the start', () => {
  const story = given(text).fact('10:00', 'ticket.reported')
  assert.equal(story.says('repair', '11:00'), 'open due 14:00')
  assert.equal(story.obligation('repair', '11:00').provisional, true)
  const graded = story.fact('12:00', 'ticket.graded', { grade: 'major', by: 'staff' })
  assert.equal(graded.says('repair', '13:00'), 'open due 18:00')
  assert.equal(graded.obligation('repair', '13:00').provisional, false)
})

test('the first grade cannot undo a breach', () => {
  assert.equal(
    given(text).fact('10:00', 'ticket.reported').fact('14:30', 'ticket.graded', { grade: 'major' }).says('repair', '15:00'),
    'broken at 14:00',
  )
})

test('a regrade to a shorter limit that has passed breaks at the regrade, not before', () => {
  const story = given(text).fact('10:00', 'ticket.reported', { grade: 'major' }).fact('15:00', 'ticket.graded', { grade: 'general' })
  assert.equal(story.says('repair', '16:00'), 'broken at 15:00')
})

test('a regrade counts from the original start and keeps the pauses', () => {
  const story = given(text)
    .fact('10:00', 'ticket.reported', { grade: 'general' })
    .fact('11:00', 'ticket.paused', { reason: 'wait' })
    .fact('12:00', 'ticket.resumed')
    .fact('13:00', 'ticket.graded', { grade: 'major' })
  assert.equal(story.says('repair', '14:00'), 'open due 19:00')
})

test('a clause may restart at the regrade, or keep what it had', () => {
  const story = (regrade: 'restart' | 'keep') =>
    given({ ...text, promises: { repair: { ...repair, regrade } } })
      .fact('10:00', 'ticket.reported', { grade: 'general' })
      .fact('11:00', 'ticket.graded', { grade: 'major' })
  assert.equal(story('restart').says('repair', '12:00'), 'open due 19:00')
  assert.equal(story('keep').says('repair', '12:00'), 'open due 14:00')
})

test('the same grade again changes nothing, even where a regrade restarts', () => {
  const story = given({ ...text, promises: { repair: { ...repair, regrade: 'restart' } } })
    .fact('10:00', 'ticket.reported', { grade: 'general' })
    .fact('11:00', 'ticket.graded', { grade: 'general' })
  assert.equal(story.says('repair', '12:00'), 'open due 14:00')
})

test('a regrade moves only what is open', () => {
  const kept = given(text)
    .fact('10:00', 'ticket.reported', { grade: 'major' })
    .fact('15:00', 'ticket.restored')
    .fact('16:00', 'ticket.graded', { grade: 'general' })
  assert.equal(kept.says('repair', '17:00'), 'kept at 15:00')
})

test('both grades are kept, and the plan says which one rules', () => {
  const data = { grade: 'general', customerGrade: 'major' }
  const staff = given(text).fact('10:00', 'ticket.reported', data)
  assert.equal(staff.says('repair', '11:00'), 'open due 14:00')
  assert.deepEqual(staff.obligation('repair', '11:00').why.dimensions, {
    grade: { value: 'general', by: 'staff' },
    customerGrade: { value: 'major', by: 'customer' },
  })
  const customer = given({ ...text, gradeBy: 'customer' }).fact('10:00', 'ticket.reported', data)
  assert.equal(customer.says('repair', '11:00'), 'open due 18:00')
  assert.equal(customer.fact('11:00', 'ticket.graded', { grade: 'general', by: 'staff' }).says('repair', '12:00'), 'open due 18:00')
  assert.equal(customer.fact('11:00', 'ticket.graded', { grade: 'general', by: 'customer' }).says('repair', '12:00'), 'open due 14:00')
})

test('tables nest, and a row may promise nothing', () => {
  const nested = { by: 'zone', city: byGrade, county: { by: 'grade', major: '12h', general: 'none' } } as const
  const story = given({ promises: { repair: { ...repair, within: nested } }, reasons: { wait: {} } })
  assert.equal(story.fact('10:00', 'ticket.reported', { zone: 'county', grade: 'major' }).says('repair', '11:00'), 'open due 22:00')
  const none = story.fact('10:00', 'ticket.reported', { zone: 'county', grade: 'general' })
  assert.equal(none.says('repair', '11:00'), 'none')
  assert.equal(none.fact('11:00', 'ticket.graded', { grade: 'major' }).says('repair', '12:00'), 'open due 22:00')
  assert.equal(
    story
      .fact('10:00', 'ticket.reported', { zone: 'county', grade: 'major' })
      .fact('11:00', 'ticket.graded', { grade: 'general' })
      .says('repair', '12:00'),
    'cancelled',
  )
})

test('the calendar may be a table too; cover is none unless the opening says otherwise', () => {
  const within = { by: 'cover', none: '2h', gold: '1h' } as const
  const calendar = { by: 'grade', major: 'always', general: 'office' } as const
  const story = given({ promises: { reply: { starts: 'ticket.reported', keptBy: 'ticket.replied', within, calendar } } })
  assert.equal(story.fact('18:00', 'ticket.reported', { grade: 'major' }).says('reply', '18:30'), 'open due 20:00')
  assert.equal(story.fact('18:00', 'ticket.reported', { grade: 'general', cover: 'gold' }).says('reply', '18:30'), 'open due 10-01 10:00')
})

test('a dimension that the contract sets is known from the start', () => {
  const dimensions = { hours: { id: 'hours', values: ['5x8', '7x24'], setBy: 'contract' as const } }
  const calendar = { by: 'hours', '5x8': 'office', '7x24': 'always' } as const
  const promises = { reply: { starts: 'ticket.reported', keptBy: 'ticket.replied', within: '2h', calendar } } as const
  const terms = [{ key: 'dimensions.hours', value: '5x8', source: 'contract 3.1' }]
  assert.equal(
    given({ promises, dimensions, bound: { terms } }).fact('18:00', 'ticket.reported').says('reply', '18:30'),
    'open due 10-01 11:00',
  )
  assert.equal(given({ promises, dimensions }).fact('18:00', 'ticket.reported').says('reply', '18:30'), 'open due 20:00')
})

test('cover is judged at the opening: what is learned of it later moves no clock', () => {
  const within = { by: 'cover', none: '2h', gold: '1h' } as const
  const story = given({ promises: { reply: { starts: 'ticket.reported', keptBy: 'ticket.replied', within } } }).fact(
    '10:00',
    'ticket.reported',
    { cover: 'gold' },
  )
  assert.equal(story.fact('10:10', 'ticket.edited', { cover: 'none' }).says('reply', '10:20'), 'open due 11:00')
})

test('travel time that becomes known restarts no clock', () => {
  const text2 = {
    promises: {
      kit: {
        starts: 'ticket.reported',
        keptBy: 'visit.arrived',
        within: { by: 'grade', major: 'travel + 2h', general: '9h' },
        regrade: 'restart',
      },
    },
  } as const
  const story = given(text2).fact('10:00', 'ticket.reported', { grade: 'major' }).fact('11:00', 'ticket.edited', { travel: '3h' })
  assert.equal(story.says('kit', '12:00'), 'open due 15:00')
})

test('a grade nobody declared is no grade: the strictest row runs', () => {
  const story = given(text).fact('10:00', 'ticket.reported', { grade: 'apocalyptic' })
  assert.equal(story.says('repair', '11:00'), 'open due 14:00')
  assert.equal(story.obligation('repair', '11:00').provisional, true)
})

test('a second report that says otherwise changes neither grade nor zone', () => {
  const story = given(text).fact('10:00', 'ticket.reported', { grade: 'general' }).fact('11:00', 'ticket.reported', { grade: 'major' })
  assert.equal(story.says('repair', '12:00'), 'open due 14:00')
  const silent = given(text).fact('10:00', 'ticket.reported').fact('11:00', 'ticket.reported', { grade: 'major' })
  assert.equal(silent.says('repair', '12:00'), 'open due 14:00')
})

test('a correction of the zone, said as an edit, moves what is open', () => {
  const byZone = { by: 'zone', city: '2h', county: '12h' } as const
  const story = given({ promises: { arrive: { starts: 'ticket.reported', keptBy: 'visit.arrived', within: byZone } } }).fact(
    '10:00',
    'ticket.reported',
    { zone: 'city' },
  )
  assert.equal(story.fact('11:00', 'ticket.edited', { zone: 'county' }).says('arrive', '11:30'), 'open due 22:00')
})

test('a reopening may come with a grade of its own', () => {
  const story = given(text)
    .fact('10:00', 'ticket.reported', { grade: 'general' })
    .fact('11:00', 'ticket.restored')
    .fact('12:00', 'ticket.reopened', { grade: 'major' })
  assert.equal(story.says('repair', '13:00'), 'open due 20:00')
})
