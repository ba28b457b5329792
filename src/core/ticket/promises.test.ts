import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Fact } from '../fact.ts'
import type { PlanText } from '../promise/given.testing.ts'
import type { Obligation } from '../promise/types.ts'
import type { Context, TicketCommand } from './command.ts'
import type { Told } from './given.testing.ts'
import { derive } from '../promise/derive.ts'
import { at, clockOf, describe, plan } from '../promise/given.testing.ts'
import { sayWhy, whyContext } from '../promise/why.ts'
import { REPORT, Story, commandOf } from './given.testing.ts'

/** What people tell the desk, at which time, and what the signed plan makes of the facts that come of it. */
class Desk {
  readonly story = new Story()
  readonly bound: ReturnType<typeof plan>

  constructor(text: PlanText) {
    this.bound = plan(text)
  }

  /** Told at `time`; must be allowed. */
  at(time: string, told: Told, more: Partial<Context> = {}): this {
    this.story.now = at(time)
    const decision = this.story.tell(told, { plan: this.bound.plan, planRef: this.bound.ref, ...more })
    assert.ok(decision.ok, `${time} ${JSON.stringify(told)}: ${JSON.stringify(decision)}`)
    return this
  }

  all(time: string, subject: Fact['subject'] = 'ticket/T1'): readonly Obligation[] {
    const facts = this.story.facts.filter((fact) => fact.subject === subject || fact.also.includes(subject))
    return derive(this.bound, facts, { asOf: at(time), subject }).obligations
  }

  one(promise: string, time: string): Obligation {
    const found = this.all(time).findLast((obligation) => obligation.promise === promise)
    assert.ok(found, `no ${promise} at ${time}`)
    return found
  }

  says(promise: string, time: string): string {
    return describe(this.one(promise, time))
  }

  /** id of the newest fact */
  get last(): string {
    return this.story.facts.at(-1)!.id
  }
}

const REPLY = { starts: 'ticket.reported', keptBy: 'ticket.replied', within: '30min' } as const
const REASONS = { weather: {}, 'customer-deferred': { evidence: true, notice: 'customer' as const } }
/** Nobody else in the firm could approve it: what is waived counts at once. */
const ALONE = { alone: true }
const GU = { person: { id: 'gu', role: 'service-manager' } }

const replies = () => new Desk({ promises: { reply: REPLY } }).at('10:00', 'report')

test('a report starts the clock, a reply at twenty-nine minutes keeps it with one left', () => {
  const desk = replies()
  assert.equal(desk.says('reply', '10:10'), 'open due 10:30')
  assert.equal(desk.at('10:29', 'reply').says('reply', '10:40'), 'kept at 10:29')
})

test('an internal note is no reply', () => {
  assert.equal(replies().at('10:10', 'note').says('reply', '10:40'), 'broken at 10:30')
})

test('what the telephone system says of a reply counts from when it was, however late we hear of it', () => {
  const reply: TicketCommand = { ...commandOf('reply'), occurredAt: at('10:20') }
  assert.equal(replies().at('13:00', reply, { source: 'phone' }).says('reply', '13:10'), 'kept at 10:20')
})

test('a reply entered by hand two hours late turns nothing until another person approves it', () => {
  const late = { ...commandOf('reply'), occurredAt: at('10:20'), lateReason: '在现场', lateEvidence: '通话清单' } as TicketCommand
  const desk = replies().at('12:20', late)
  assert.equal(desk.says('reply', '12:30'), 'broken at 10:30 done 12:20')
  desk.at('12:40', { name: 'approve', of: desk.last }, GU)
  assert.equal(desk.says('reply', '12:30'), 'broken at 10:30 done 12:20', 'what was believed then stays')
  assert.equal(desk.says('reply', '12:50'), 'kept at 10:20')
})

test('a reply that never was is declared void, and the clock was not kept', () => {
  const desk = replies().at('10:20', 'reply')
  desk.at('11:00', { name: 'void', of: desk.last, reason: '记在了另一张工单上' })
  assert.equal(desk.says('reply', '11:10'), 'broken at 10:30')
})

test('a reply whose time was mistaken is corrected by a second person', () => {
  const desk = replies().at('10:35', 'reply')
  assert.equal(desk.says('reply', '10:36'), 'broken at 10:30 done 10:35')
  desk.at(
    '10:40',
    { name: 'correct', of: desk.last, field: 'occurredAt', from: at('10:35'), to: at('10:28'), reason: '通话清单为 10:28' },
    GU,
  )
  assert.equal(desk.says('reply', '10:50'), 'kept at 10:28')
})

// Grades -------------------------------------------------------------------------------------------------------------------

const GRADED: PlanText = {
  promises: { repair: { starts: 'ticket.reported', keptBy: 'ticket.restored', within: { by: 'grade', major: '2h', general: '8h' } } },
}

test('until the staff gave a grade the strictest row runs, provisionally', () => {
  const desk = new Desk(GRADED).at('10:00', 'report')
  assert.equal(desk.one('repair', '10:10').provisional, true)
  assert.equal(desk.says('repair', '10:10'), 'open due 12:00')
  desk.at('10:20', 'grade')
  assert.equal(desk.one('repair', '10:30').provisional, false)
  assert.equal(desk.says('repair', '10:30'), 'open due 18:00')
})

test('where the plan goes by the customer’s grade, the staff’s is kept beside it and moves nothing', () => {
  const desk = new Desk({ ...GRADED, gradeBy: 'customer' }).at('10:00', 'report')
  assert.equal(desk.says('repair', '10:10'), 'open due 18:00')
  desk.at('10:20', { name: 'grade', grade: 'major', reason: '单机无备用' })
  assert.equal(desk.says('repair', '10:30'), 'open due 18:00')
  desk.at('10:40', { name: 'grade', grade: 'major', by: 'customer' })
  assert.equal(desk.says('repair', '10:50'), 'open due 12:00')
})

test('a zone of the site decides the row, and an edit of the site decides anew', () => {
  const zoned: PlanText = {
    promises: { arrive: { starts: 'ticket.reported', keptBy: 'visit.arrived', within: { by: 'zone', city: '2h', county: '12h' } } },
  }
  const desk = new Desk(zoned).at('10:00', 'report')
  assert.equal(desk.says('arrive', '10:10'), 'open due 12:00')
  desk.at('10:20', { name: 'edit', site: 'east' }, { place: { zone: 'county' } })
  assert.equal(desk.says('arrive', '10:30'), 'open due 22:00')
})

// Pauses -------------------------------------------------------------------------------------------------------------------

const PAUSED: PlanText = {
  promises: { repair: { starts: 'ticket.reported', keptBy: 'ticket.restored', within: '2h', pauses: ['weather', 'customer-deferred'] } },
  reasons: REASONS,
}

test('a pause stops the clock from when what its reason demands is there', () => {
  const defer = { name: 'pause', reason: 'customer-deferred' } as const
  const desk = new Desk(PAUSED).at('10:00', 'report').at('10:30', defer)
  assert.equal(desk.says('repair', '10:40'), 'open due 12:00', 'neither evidence nor notice yet')
  desk.at('10:50', { ...defer, evidence: '改期邮件' })
  assert.equal(desk.says('repair', '10:55'), 'open due 12:00', 'the customer was not told yet')
  desk.at('11:00', { ...defer, noticeAt: at('11:00') })
  assert.equal(desk.one('repair', '11:30').state, 'paused')
  desk.at('12:00', 'resume')
  assert.equal(desk.says('repair', '12:10'), 'open due 13:00')
})

test('resuming for one reason lets the other wait on', () => {
  const desk = new Desk(PAUSED)
    .at('10:00', 'report')
    .at('10:30', 'pause')
    .at('10:40', { name: 'pause', reason: 'customer-deferred', evidence: '邮件', noticeAt: at('10:40') })
  desk.at('11:00', { name: 'resume', reason: 'weather' })
  assert.equal(desk.one('repair', '11:10').state, 'paused')
  desk.at('11:30', 'resume')
  assert.equal(desk.says('repair', '11:40'), 'open due 13:00')
})

test('a resumption entered late ends every pause, not those of its own lateness', () => {
  const desk = new Desk(PAUSED).at('10:00', 'report').at('10:30', 'pause')
  desk.at('11:30', { name: 'resume', occurredAt: at('11:00'), lateReason: '在现场', lateEvidence: '照片' })
  assert.equal(desk.one('repair', '11:40').state, 'open')
  desk.at('11:45', { name: 'approve', of: desk.last }, GU)
  assert.equal(desk.says('repair', '11:50'), 'open due 12:30')
})

// Visits and remote work ----------------------------------------------------------------------------------------------------

const FIELD: PlanText = {
  promises: {
    arrive: { starts: 'ticket.reported', keptBy: 'visit.arrived', within: '2h', unless: 'remote.solved' },
    repair: { starts: 'arrive.done', keptBy: 'ticket.restored', within: '4h' },
  },
}

test('an arrival keeps one clock and starts the next', () => {
  const desk = new Desk(FIELD).at('10:00', 'report').at('10:10', 'need-visit').at('11:30', 'arrive')
  assert.equal(desk.says('arrive', '11:40'), 'kept at 11:30')
  assert.equal(desk.says('repair', '11:40'), 'open due 15:30')
  assert.equal(desk.at('14:00', 'restore').says('repair', '14:10'), 'kept at 14:00')
})

test('a late arrival is broken at its due time, and the repair runs from when somebody came', () => {
  const desk = new Desk(FIELD).at('10:00', 'report').at('13:00', 'arrive')
  assert.equal(desk.says('arrive', '13:10'), 'broken at 12:00 done 13:00')
  assert.equal(desk.says('repair', '13:10'), 'open due 17:00')
})

test('who was helped from afar needs no visit', () => {
  const desk = new Desk(FIELD).at('10:00', 'report').at('10:20', 'remote-authorise').at('10:25', 'remote-start').at('10:50', 'remote-solve')
  assert.equal(desk.one('arrive', '11:00').state, 'cancelled')
})

test('a visit’s own clock knows zone, grade and travel time from the fact that asked for it', () => {
  const text: PlanText = {
    promises: {
      come: { per: 'visit', starts: 'visit.needed', keptBy: 'visit.arrived', within: { by: 'zone', city: 'travel + 2h', county: '12h' } },
    },
  }
  const desk = new Desk(text).at('10:00', 'report').at('10:30', { name: 'need-visit', travelMs: 3_600_000 })
  const visit = desk.story.facts.at(-1)!.subject
  const [come] = desk.all('10:40', visit)
  assert.equal(describe(come!), 'open due 13:30')
  desk.at('12:00', 'arrive')
  assert.equal(describe(desk.all('12:10', visit)[0]!), 'kept at 12:00')
})

test('a pause of the ticket stops the clock of its visit as well', () => {
  const text: PlanText = {
    promises: { come: { per: 'visit', starts: 'visit.needed', keptBy: 'visit.arrived', within: '2h', pauses: ['weather'] } },
    reasons: REASONS,
  }
  const desk = new Desk(text).at('10:00', 'report').at('10:30', 'need-visit')
  const visit = desk.story.facts.at(-1)!.subject
  desk.at('11:00', 'pause').at('12:00', 'resume')
  assert.equal(describe(desk.all('12:10', visit)[0]!), 'open due 13:30')
})

test('an offline arrival that comes in after the ticket was closed keeps its promise all the same, with a mark', () => {
  const desk = new Desk(FIELD).at('10:00', 'report').at('11:00', 'restore').at('11:10', 'confirm').at('11:20', 'close')
  desk.at('14:00', { name: 'arrive', occurredAt: at('10:40') }, { source: 'device' })
  assert.equal(desk.says('arrive', '14:10'), 'kept at 10:40')
  assert.ok(desk.one('arrive', '14:10').why.notes.some((note) => note.kind === 'conflict' && note.params.conflict === 'closed-meanwhile'))
})

// Ends ---------------------------------------------------------------------------------------------------------------------

test('a cancelled or merged ticket owes nothing more', () => {
  assert.equal(replies().at('10:10', 'cancel').one('reply', '10:40').state, 'cancelled')
  assert.equal(replies().at('10:10', 'merge').one('reply', '10:40').state, 'cancelled')
})

test('what was broken before the cancellation stays broken', () => {
  assert.equal(replies().at('10:40', 'cancel').says('reply', '10:50'), 'broken at 10:30')
})

test('a reopened ticket runs its clocks again, in a new episode', () => {
  const desk = replies().at('10:20', 'reply').at('10:40', 'restore').at('11:00', 'reopen')
  assert.equal(desk.says('reply', '11:10'), 'open due 11:30')
  assert.deepEqual(
    desk.all('11:10').map((one) => [one.episode, one.state]),
    [
      [1, 'kept'],
      [2, 'open'],
    ],
  )
})

// Released -----------------------------------------------------------------------------------------------------------------

test('a waiver that waits for its approval changes nothing, and the ticket’s own approval is not the one it waits for', () => {
  const desk = replies().at('10:10', { name: 'waive', promise: 'reply', reason: '客户书面同意', evidence: '邮件' })
  assert.equal(desk.says('reply', '10:40'), 'broken at 10:30')
  const again = desk.story.ask({ name: 'approve', of: desk.last }, GU)
  assert.ok(!again.ok && again.refusal.code === 'approve-not-needed')
})

test('a waived promise is excused; broken before, it stays on the record', () => {
  const waive = { name: 'waive', promise: 'reply', reason: '客户书面同意', evidence: '邮件' } as const
  assert.equal(replies().at('10:10', waive, ALONE).one('reply', '10:40').state, 'excused')
  const after = replies().at('10:40', waive, ALONE).one('reply', '10:50')
  assert.equal(after.state, 'excused')
  assert.equal(clockOf(after.brokenAt), '10:30')
})

test('a waiver says in words by which role it was given, and that the reason stands in the record', () => {
  const desk = replies().at('10:10', { name: 'waive', promise: 'reply', reason: '客户书面同意', evidence: '邮件' }, ALONE)
  const one = desk.one('reply', '10:40')
  const words = sayWhy(one, whyContext(desk.bound, one), 'zh-CN').join('')
  assert.match(words, /由客服经理以“记录中写明的理由”为由豁免/)
})

test('a promise is excused for a reason that it accepts', () => {
  const text: PlanText = { promises: { reply: { ...REPLY, excuses: ['weather'] } }, reasons: REASONS }
  const desk = new Desk(text)
    .at('10:00', 'report')
    .at('10:20', { name: 'excuse', promise: 'reply', reason: 'weather', evidence: '预警截图' }, ALONE)
  assert.equal(desk.one('reply', '10:40').state, 'excused')
})

// Types --------------------------------------------------------------------------------------------------------------------

test('a clock for faults does not run for a question', () => {
  const text: PlanText = {
    promises: { reply: { ...REPLY, starts: 'ticket.reported where type == "fault"' } },
    tests: { 'type == "fault"': (scope) => scope.type === 'fault' },
  }
  assert.equal(new Desk(text).at('10:00', 'report').all('10:10').length, 1)
  assert.equal(new Desk(text).at('10:00', { name: 'report', ...REPORT, type: 'consultation' }).all('10:10').length, 0)
})

test('a dimension that the contract set stands in the report under its own name', () => {
  const text: PlanText = {
    promises: { reply: { ...REPLY, within: { by: 'hours', '5x8': '4h', '7x24': '1h' } } },
    dimensions: { hours: { id: 'hours', values: ['5x8', '7x24'], setBy: 'contract' } },
  }
  const desk = new Desk(text).at('10:00', 'report', { place: { dimensions: { hours: '7x24' } } })
  assert.equal(desk.says('reply', '10:10'), 'open due 11:00')
})
