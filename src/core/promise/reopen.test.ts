import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CALENDARS, clockOf, given, plan, Story } from './given.testing.ts'

const reply = { starts: 'ticket.reported', keptBy: 'ticket.replied', within: '30min' } as const
const repair = { starts: 'ticket.reported', keptBy: 'ticket.restored', within: '4h' } as const

test('a reopening opens a new episode with clocks of its own', () => {
  const story = given({ promises: { reply, repair } })
    .fact('10:00', 'ticket.reported')
    .fact('10:10', 'ticket.replied')
    .fact('11:00', 'ticket.restored')
    .fact('15:00', 'ticket.reopened')
  const episodes = story.seen('15:10').obligations.map((one) => `${one.promise} ${one.episode} ${one.state} ${clockOf(one.dueAt)}`)
  assert.deepEqual(episodes, ['reply 1 kept 10:30', 'reply 2 open 15:30', 'repair 1 kept 14:00', 'repair 2 open 19:00'])
})

test('what was done in the first episode keeps nothing in the second', () => {
  const story = given({ promises: { repair: { ...repair, starts: 'visit.arrived' } } })
    .fact('10:00', 'ticket.reported')
    .fact('10:30', 'ticket.restored')
    .fact('11:00', 'ticket.reopened')
    .fact('12:00', 'visit.arrived')
  assert.equal(story.says('repair', '13:00'), 'open due 16:00')
})

test('resume undoes the restoration: the clock goes on and the time between is a pause', () => {
  const story = given({ promises: { repair: { ...repair, reopen: 'resume' } } })
    .fact('10:00', 'ticket.reported')
    .fact('11:00', 'ticket.restored')
    .fact('15:00', 'ticket.reopened')
  assert.equal(story.says('repair', '14:00'), 'kept at 11:00')
  assert.equal(story.says('repair', '16:00'), 'open due 18:00')
  const again = story.fact('17:00', 'ticket.restored').obligation('repair', '18:00')
  assert.equal(again.episode, 1)
  assert.equal(again.pausedMs, 4 * 3_600_000)
  assert.deepEqual(again.evidence, ['f4'])
  assert.equal(again.why.usedMs, 3 * 3_600_000)
})

test('resume leaves alone what a restoration did not keep, and a breach', () => {
  const text = {
    promises: {
      arrive: { starts: 'ticket.reported', keptBy: 'visit.arrived', within: '2h', reopen: 'resume' },
      repair: { ...repair, reopen: 'resume' },
    },
  } as const
  const story = given(text)
    .fact('10:00', 'ticket.reported')
    .fact('11:00', 'visit.arrived')
    .fact('15:00', 'ticket.restored')
    .fact('16:00', 'ticket.reopened')
  assert.equal(story.says('arrive', '17:00'), 'kept at 11:00')
  assert.equal(story.says('repair', '17:00'), 'broken at 14:00 done 15:00')
})

test('a cancelled ticket that is reopened lives again', () => {
  const story = given({ promises: { reply } })
    .fact('10:00', 'ticket.reported')
    .fact('10:10', 'ticket.cancelled')
    .fact('11:00', 'ticket.reopened')
  assert.equal(story.says('reply', '11:10'), 'open due 11:30')
})

test('a holiday list that is published moves a provisional due time, never to a breach before its publication', () => {
  const short = { ...CALENDARS.office!, id: 'office', hash: 'old', knownUntil: story0('10-01 00:00') }
  const published = { new: { ...CALENDARS.always!, id: 'office', hash: 'new' } }
  const bound = plan({
    promises: { reply: { ...reply, within: '8h', calendar: 'office' } },
    bound: { calendars: { office: short }, published },
  })
  const story = new Story(bound).fact('16:00', 'ticket.reported')
  assert.equal(story.says('reply', '16:30'), 'open due 10-01 16:00')
  assert.equal(story.obligation('reply', '16:30').why.provisional, 'calendar-unknown')
  const moved = story.fact('18:00', 'calendar.published', { calendars: { office: 'new' } })
  assert.equal(moved.says('reply', '19:00'), 'open due 10-01 00:00')
  assert.equal(moved.obligation('reply', '19:00').provisional, false)
  assert.equal(
    story.fact('10-01 09:00', 'calendar.published', { calendars: { office: 'new' } }).says('reply', '10-01 12:00'),
    'broken at 10-01 09:00',
  )
})

function story0(text: string): number {
  return given({ promises: { reply } }).fact(text, 'ticket.reported').facts[0]!.occurredAt
}

test('an instance stays under the plan version of its opening until a fact moves it', () => {
  const next = plan({ promises: { reply: { ...reply, within: '2h' } }, bound: { ref: 'trial@2', hash: 'h2' } })
  const bound = plan({ promises: { reply }, bound: { successors: { 'trial@2': next } } })
  const story = new Story(bound).fact('10:00', 'ticket.reported')
  assert.equal(story.obligation('reply', '10:10').why.plan, 'trial@1')
  const moved = story.fact('10:20', 'obligation.moved', { to: 'trial@2', promises: ['reply'] })
  assert.equal(moved.says('reply', '10:40'), 'open due 12:00')
  assert.equal(moved.obligation('reply', '10:40').why.plan, 'trial@2')
  assert.equal(story.fact('10:40', 'obligation.moved', { to: 'trial@2' }).says('reply', '11:00'), 'broken at 10:30')
})

test('resume after a restoration that came before the start counts only the time since the start', () => {
  const text = { promises: { repair: { ...repair, starts: 'visit.arrived', reopen: 'resume' } } } as const
  const story = given(text)
    .fact('10:00', 'ticket.reported')
    .fact('10:30', 'ticket.restored')
    .fact('11:00', 'visit.arrived')
    .fact('12:00', 'ticket.reopened')
  assert.equal(story.says('repair', '11:30'), 'kept at 10:30')
  assert.equal(story.says('repair', '13:00'), 'open due 16:00')
  assert.equal(story.obligation('repair', '13:00').pausedMs, 3_600_000)
})
