import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Obligation } from './types.ts'
import { canonicalJson } from '../canonical.ts'
import { derive } from './derive.ts'
import { CALENDARS, at, clockOf, given } from './given.testing.ts'
import { standing } from './render.ts'
import { RUNS, histories, instants, plans } from './random.testing.ts'

const HOUR = 3_600_000
const MIN = 60_000
const reasons = { wait: { name: '等客户' }, short: { limit: '1h' } }
const reply = { starts: 'ticket.reported', keptBy: 'ticket.replied', within: '30min' } as const
const repair = { starts: 'ticket.reported', keptBy: 'ticket.restored', within: '4h', pauses: ['wait', 'short'] } as const
const story = given({ promises: { reply, repair }, reasons }).fact('10:00', 'ticket.reported')
const text = (one: Obligation) => canonicalJson(standing(one))

// What an obligation says of itself ---------------------------------------------------------------------------------------

test('obligations come in the order of the plan, each promise by its episodes', () => {
  const told = given({ promises: { repair, reply } })
    .fact('10:00', 'ticket.reported')
    .fact('10:10', 'ticket.replied')
    .fact('11:00', 'ticket.restored')
    .fact('12:00', 'ticket.reopened')
    .fact('13:00', 'ticket.reopened')
  assert.deepEqual(
    told.seen('13:10').obligations.map((one) => `${one.promise} ${one.episode}`),
    ['repair 1', 'repair 2', 'repair 3', 'reply 1', 'reply 2', 'reply 3'],
  )
})

test('an open clock has used what has passed and has the rest left', () => {
  const { why } = story.obligation('repair', '11:30')
  assert.deepEqual([why.usedMs, why.leftMs, why.withinMs], [1.5 * HOUR, 2.5 * HOUR, 4 * HOUR])
})

test('a broken clock goes on counting what is over, until the deed', () => {
  const over = (when: string) => story.obligation('repair', when).why.leftMs
  assert.deepEqual([over('14:00'), over('15:30')], [0, -1.5 * HOUR])
  const done = story.fact('15:00', 'ticket.restored')
  assert.deepEqual([done.obligation('repair', '16:00').why.leftMs, done.obligation('repair', '20:00').why.leftMs], [-HOUR, -HOUR])
})

test('a clock that ended counts up to its end, whatever comes later', () => {
  for (const [type, data] of [
    ['ticket.restored', {}],
    ['ticket.cancelled', {}],
    ['obligation.waived', { promise: 'repair', reason: '改约', evidence: 'e', role: 'lead' }],
  ] as const) {
    const ended = story.fact('11:00', type, data).fact('11:30', 'ticket.paused', { reason: 'wait' })
    const { why, pausedMs } = ended.obligation('repair', '20:00')
    assert.deepEqual([why.usedMs, why.leftMs, pausedMs], [HOUR, 3 * HOUR, 0], type)
  }
})

test('a civil limit has no length of its own: what is left is the working time up to its due instant', () => {
  const told = given({ promises: { repair: { ...repair, within: '1wd', calendar: 'office' } } }).fact('15:00', 'ticket.reported')
  const { why, dueAt } = told.obligation('repair', '16:00')
  assert.deepEqual([clockOf(dueAt), why.withinMs, why.usedMs, why.leftMs], ['10-01 17:00', undefined, HOUR, 9 * HOUR])
  assert.equal(told.obligation('repair', '10-02 10:00').why.leftMs, -HOUR)
})

test('without a number nothing is left and nothing over: only what was used is said', () => {
  const told = given({ promises: { repair: { ...repair, within: 'unstated' } } }).fact('10:00', 'ticket.reported')
  const { why, dueAt } = told.obligation('repair', '12:00')
  assert.deepEqual([dueAt, why.usedMs, why.leftMs, why.within, why.plainDueAt], [undefined, 2 * HOUR, undefined, undefined, undefined])
})

test('the plain due time is the one without pauses', () => {
  const paused = story.fact('11:00', 'ticket.paused', { reason: 'wait' }).fact('12:00', 'ticket.resumed')
  const { dueAt, why } = paused.obligation('repair', '13:00')
  assert.deepEqual([clockOf(dueAt), clockOf(why.plainDueAt)], ['15:00', '14:00'])
})

test('the why names clause, source, reading, plan and calendar as they stand in the plan', () => {
  const clause = {
    ...repair,
    text: '四小时内修复',
    source: ['附件二第 3 条'],
    reading: '自报修起算',
    calendar: 'office',
    target: '2h',
  } as const
  const { why } = given({ promises: { repair: clause } })
    .fact('10:00', 'ticket.reported')
    .obligation('repair', '11:00')
  assert.deepEqual([why.text, why.source, why.reading], ['四小时内修复', ['附件二第 3 条'], '自报修起算'])
  assert.deepEqual([why.plan, why.planHash], ['trial@1', 'h1'])
  assert.deepEqual(why.calendar, { id: 'office', zone: 'Asia/Shanghai', hash: CALENDARS.office!.hash, tzdata: '2026a', always: false })
  assert.deepEqual(why.target, { duration: { value: 2, unit: 'h' }, at: at('12:00') })
  assert.deepEqual(why.within, { travel: false, duration: { value: 4, unit: 'h' }, travelMs: undefined })
  assert.deepEqual(why.anchor, { event: 'ticket.reported', at: at('10:00'), fact: 'f1' })
})

test('a clock whose hours are not stated is measured by the wall, and says so', () => {
  const { why, dueAt } = given({ promises: { repair: { ...repair, calendar: 'unstated' } } })
    .fact('10:00', 'ticket.reported')
    .obligation('repair', '11:00')
  assert.deepEqual([dueAt, why.usedMs, why.calendar.id, why.calendar.zone], [undefined, HOUR, '', 'Asia/Shanghai'])
})

test('evidence names each fact that settled it, once', () => {
  const told = story.fact('15:00', 'ticket.restored', {}, { id: 'done' }).fact('16:00', 'ticket.restored', {}, { id: 'again' })
  assert.deepEqual(told.obligation('repair', '17:00').evidence, ['done'])
})

// Standing ---------------------------------------------------------------------------------------------------------------

test('time alone changes nothing of what stands: not of an open, a paused or a broken clock', () => {
  const paused = story.fact('11:00', 'ticket.paused', { reason: 'wait' })
  for (const [told, promise, early, late] of [
    [story, 'repair', '10:01', '13:59'],
    [paused, 'repair', '11:01', '19:00'],
    [story, 'reply', '10:31', '20:00'],
  ] as const) {
    assert.equal(text(told.obligation(promise, early)), text(told.obligation(promise, late)), `${promise} ${early}`)
    assert.notEqual(canonicalJson(told.obligation(promise, early)), canonicalJson(told.obligation(promise, late)))
  }
})

test('what happens to an obligation changes what stands of it', () => {
  const before = text(story.obligation('repair', '12:00'))
  const happenings = [
    story.fact('11:00', 'ticket.paused', { reason: 'wait' }),
    story.fact('11:00', 'ticket.paused', { reason: 'wait' }).fact('11:30', 'ticket.resumed'),
    story.fact('11:00', 'ticket.restored'),
    story.fact('11:00', 'ticket.cancelled'),
  ].map((told) => text(told.obligation('repair', '12:00')))
  assert.equal(new Set([before, ...happenings]).size, happenings.length + 1)
})

test('a pause that has ended stands with what it took out', () => {
  const took = (until: string) =>
    text(story.fact('11:00', 'ticket.paused', { reason: 'wait' }).fact(until, 'ticket.resumed').obligation('repair', '13:00'))
  assert.notEqual(took('11:30'), took('11:31'))
})

test('a second pause beside one that runs changes what stands, though the clock stays paused', () => {
  const one = story.fact('11:00', 'ticket.paused', { reason: 'wait' })
  const two = one.fact('11:10', 'ticket.paused', { reason: 'short' })
  assert.notEqual(text(one.obligation('repair', '11:30')), text(two.obligation('repair', '11:30')))
})

test('what stands carries neither time used nor left', () => {
  const stands = standing(story.obligation('repair', '12:00')) as { why: object }
  for (const gone of ['usedMs', 'leftMs']) assert.ok(!Object.hasOwn(stands.why, gone), gone)
})

test('between two changes, whenever one looks, the same stands', () => {
  fc.assert(
    fc.property(plans, histories, instants, fc.integer({ min: 1, max: 4 * 60 }), (bound, facts, asOf, minutes) => {
      const view = (when: number) => derive(bound, facts, { asOf: when, subject: 'ticket/T1' }).obligations
      const later = asOf + minutes * MIN
      const moved = facts.some((fact) => fact.occurredAt > asOf && fact.occurredAt <= later)
      const [before, after] = [view(asOf), view(later)]
      const states = (all: readonly Obligation[]) =>
        canonicalJson(all.map((one) => [one.promise, one.episode, one.state, one.why.pauses.map((pause) => pause.until ?? null)]))
      if (moved || states(before) !== states(after)) return
      assert.equal(canonicalJson(after.map(standing)), canonicalJson(before.map(standing)))
    }),
    RUNS,
  )
})
