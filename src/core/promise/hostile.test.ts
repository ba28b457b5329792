import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Fact, FactType, Json } from '../fact.ts'
import type { BoundPlan } from './types.ts'
import { FACTS, isFactType } from '../fact.ts'
import { LOCALES } from '../words.ts'
import { badgeOf } from './badge.ts'
import { badgeReason } from './badge-reason.ts'
import { derive } from './derive.ts'
import { CALENDARS, Story, at, given, plan } from './given.testing.ts'
import { replay } from './record.ts'
import { END, RUNS, plans } from './random.testing.ts'
import { reasonName, sayWhy, whyContext } from './why.ts'

const subject = 'ticket/T1'
const INHERITED = ['constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf'] as const

const byTable = { by: 'grade', major: '1h', else: '2h' } as const
const reply = {
  starts: 'ticket.reported',
  keptBy: 'ticket.replied',
  within: byTable,
  calendar: 'office',
  pauses: ['wait'],
  excuses: ['storm'],
} as const
const bound = plan({
  promises: { reply, visit: { ...reply, within: { by: 'zone', city: 'travel + 1h', else: '4h' } } },
  reasons: { wait: {}, storm: {} },
  dimensions: { line: { id: 'line', values: ['a'], setBy: 'asset' } },
  bound: { successors: {}, published: {}, calendars: { ...CALENDARS, office: { ...CALENDARS.office!, knownUntil: at('10:30') } } },
})
const story = new Story(bound).fact('10:00', 'ticket.reported')

test('a plan version or calendar by a name that every object inherits is none', () => {
  for (const name of INHERITED) {
    const before = story.says('reply', '10:30')
    assert.equal(story.fact('10:10', 'obligation.moved', { to: name }).says('reply', '10:30'), before, name)
    assert.equal(story.fact('10:10', 'calendar.published', { calendars: { office: name } }).says('reply', '10:30'), before, name)
  }
})

test('a reason by such a name is named as it was written, and pauses and excuses nothing', () => {
  for (const name of INHERITED) {
    for (const locale of LOCALES) assert.equal(reasonName(bound.plan, name, locale), name)
    assert.equal(story.fact('10:10', 'ticket.paused', { reason: name }).obligation('reply', '10:20').state, 'open', name)
    assert.equal(
      story.fact('10:10', 'obligation.excused', { promise: 'reply', reason: name, evidence: 'e' }).obligation('reply', '10:20').state,
      'open',
    )
    const waived = story.fact('10:10', 'obligation.waived', { promise: 'reply', reason: name, evidence: 'e', role: name })
    assert.equal(badgeReason(waived.obligation('reply', '10:20'), bound.plan, 'zh-CN'), name)
  }
})

test('a grade, zone or dimension by such a name is one that nobody declared', () => {
  const plain = story.obligation('reply', '10:20')
  for (const name of INHERITED) {
    const told = story.fact('10:10', 'ticket.graded', { grade: name, zone: name, line: name }).obligation('reply', '10:20')
    assert.deepEqual([told.state, told.dueAt, told.provisional], [plain.state, plain.dueAt, plain.provisional], name)
  }
})

test('a promise by such a name is none', () => {
  const waiver = { reason: '改约', evidence: 'e', role: 'lead' }
  for (const name of INHERITED)
    assert.equal(story.fact('10:10', 'obligation.waived', { ...waiver, promise: name }).obligation('reply', '10:20').state, 'open')
})

// Any facts at all --------------------------------------------------------------------------------------------------------------

const KEYS = [
  'grade',
  'customerGrade',
  'zone',
  'line',
  'reason',
  'evidence',
  'evidenceAt',
  'noticeAt',
  'notice',
  'pause',
  'promise',
  'promises',
  'episode',
  'role',
  'of',
  'field',
  'to',
  'by',
  'into',
  'calendars',
  'travel',
  'travelMs',
  'cover',
  'conflict',
  'start',
  'end',
] as const
const odd = fc.oneof(
  fc.constantFrom<Json>(
    'wait',
    'storm',
    'reply',
    'p0',
    'p1',
    'f1',
    'f2',
    'f3',
    'major',
    'city',
    'occurredAt',
    'data.grade',
    '2h',
    '-1h',
    '999999y',
  ),
  fc.constantFrom<Json>(...INHERITED),
  fc.constantFrom<Json>(
    null,
    true,
    false,
    0,
    -1,
    1.5,
    Number.MAX_SAFE_INTEGER,
    -8.64e15,
    '',
    [],
    {},
    [[]],
    { office: 'constructor' },
    '2026-13-45T99:99:99Z',
  ),
  fc.jsonValue({ maxDepth: 1 }).map((value) => value as Json),
)
const data = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...KEYS), odd), { selector: ([key]) => key, maxLength: 6 })
  .map((some) => Object.fromEntries(some))
const types = fc.constantFrom(
  ...Object.entries(FACTS)
    .flatMap(([noun, participles]) => participles.map((participle) => `${noun}.${participle}`))
    .filter(isFactType),
)
const heard = fc.constantFrom<FactType>(
  'ticket.paused',
  'ticket.resumed',
  'ticket.graded',
  'ticket.edited',
  'obligation.waived',
  'obligation.moved',
  'calendar.published',
  'fact.corrected',
  'fact.voided',
  'fact.approved',
  'event.announced',
  'ticket.merged',
  'ticket.reopened',
  'notice.delivered',
)
const minutes = fc.integer({ min: -60, max: 24 * 60 }).map((minute) => at('10:00') + minute * 60_000)
const facts: fc.Arbitrary<readonly Fact[]> = fc
  .array(
    fc.record({ type: fc.oneof(heard, types), data, occurredAt: minutes, recordedAt: minutes, source: fc.constantFrom('hand', 'system') }),
    { maxLength: 12 },
  )
  .map((some) => [
    ...story.facts,
    ...some.map((one, index): Fact => ({
      ...one,
      id: `f${index + 2}`,
      seq: index + 2,
      subject,
      also: [],
      by: index % 2 === 0 ? 'lin' : 'wang',
    })),
  ])

function tellAll(under: BoundPlan, told: readonly Fact[], asOf: number): void {
  for (const one of derive(under, told, { asOf, subject }).obligations) {
    for (const locale of LOCALES) {
      for (const sentence of sayWhy(one, whyContext(under, one), locale)) assert.ok(sentence.length > 0)
      assert.ok(badgeOf({ ...one, reason: badgeReason(one, under.plan, locale) }, asOf, locale).words.length > 0)
    }
  }
}

test('whatever facts say, in whatever shape, clocks, records and sentences come of it and nothing is thrown', () => {
  fc.assert(
    fc.property(fc.oneof(fc.constant(bound), plans), facts, minutes, (under, told, asOf) => {
      tellAll(under, told, asOf)
      replay(under, told, { asOf: END, subject })
    }),
    RUNS,
  )
})

test('a fact that is odd and one that is not leave an ended clock ended', () => {
  const ended = given({ promises: { reply: { ...reply, within: '30min', calendar: 'always' } }, reasons: { wait: {}, storm: {} } })
    .fact('10:00', 'ticket.reported')
    .fact('10:10', 'ticket.replied')
  fc.assert(
    fc.property(
      fc.constantFrom<FactType>('ticket.paused', 'ticket.graded', 'obligation.moved', 'calendar.published', 'obligation.waived'),
      data,
      (type, some) => {
        assert.equal(ended.fact('10:20', type, { ...some, of: 'f9' }).says('reply', '11:00'), 'kept at 10:10')
      },
    ),
    RUNS,
  )
})
