import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Badge, BadgeInput } from './badge.ts'
import type { Locale } from '../words.ts'
import { LOCALES } from '../words.ts'
import { badgeOf, isNear } from './badge.ts'
import { badgeReason } from './badge-reason.ts'
import { at, given } from './given.testing.ts'
import { roundedWords } from './lengths.ts'
import { RUNS } from './random.testing.ts'

const SECOND = 1000
const MIN = 60 * SECOND
const HOUR = 60 * MIN
const DAY = 24 * HOUR
const DUE = at('14:00')

const open: BadgeInput = {
  state: 'open',
  openedAt: DUE - 40 * DAY,
  dueAt: DUE,
  keptAt: undefined,
  brokenAt: undefined,
  fulfilledAt: undefined,
}

function leftBadge(ms: number, locale: Locale = 'zh-CN'): Badge {
  return badgeOf(open, DUE - ms, locale)
}

function overBadge(ms: number, locale: Locale = 'zh-CN'): Badge {
  return badgeOf({ ...open, state: 'broken', brokenAt: DUE }, DUE + ms, locale)
}

/** What is left, at both sides of every boundary, as the three languages say it. */
const LEFT: readonly (readonly [number, string, string, string])[] = [
  [0, '剩余 0 秒', '剩餘 0 秒', '0 s left'],
  [1, '剩余 0 秒', '剩餘 0 秒', '0 s left'],
  [SECOND, '剩余 1 秒', '剩餘 1 秒', '1 s left'],
  [59_999, '剩余 59 秒', '剩餘 59 秒', '59 s left'],
  [MIN, '剩余 1 分', '剩餘 1 分', '1 min left'],
  [2 * MIN - 1, '剩余 1 分', '剩餘 1 分', '1 min left'],
  [10 * MIN - SECOND, '剩余 9 分', '剩餘 9 分', '9 min left'],
  [10 * MIN, '剩余 10 分', '剩餘 10 分', '10 min left'],
  [HOUR - 1, '剩余 59 分', '剩餘 59 分', '59 min left'],
  [HOUR, '剩余 1 小时', '剩餘 1 小時', '1 h left'],
  [HOUR + MIN, '剩余 1 小时 1 分', '剩餘 1 小時 1 分', '1 h 1 min left'],
  [DAY - 1, '剩余 23 小时 59 分', '剩餘 23 小時 59 分', '23 h 59 min left'],
  [DAY, '剩余 1 天', '剩餘 1 天', '1 day left'],
  [DAY + HOUR - 1, '剩余 1 天', '剩餘 1 天', '1 day left'],
  [DAY + HOUR, '剩余 1 天 1 小时', '剩餘 1 天 1 小時', '1 day 1 h left'],
  [2 * DAY - 1, '剩余 1 天 23 小时', '剩餘 1 天 23 小時', '1 day 23 h left'],
  [2 * DAY, '剩余 2 天', '剩餘 2 天', '2 days left'],
  [30 * DAY, '剩余 30 天', '剩餘 30 天', '30 days left'],
]

test('what is left, in three languages, at both sides of every boundary', () => {
  for (const [ms, ...said] of LEFT)
    assert.deepEqual(
      LOCALES.map((locale) => leftBadge(ms, locale).words),
      said,
      `${ms} ms`,
    )
})

/** What is over: the same boundaries, rounded the other way. */
const OVER: readonly (readonly [number, string, string, string])[] = [
  [0, '超时 0 秒', '逾時 0 秒', '0 s over'],
  [1, '超时 1 秒', '逾時 1 秒', '1 s over'],
  [SECOND, '超时 1 秒', '逾時 1 秒', '1 s over'],
  [59 * SECOND, '超时 59 秒', '逾時 59 秒', '59 s over'],
  [59_001, '超时 1 分', '逾時 1 分', '1 min over'],
  [MIN, '超时 1 分', '逾時 1 分', '1 min over'],
  [MIN + 1, '超时 2 分', '逾時 2 分', '2 min over'],
  [9 * MIN, '超时 9 分', '逾時 9 分', '9 min over'],
  [9 * MIN + 59 * SECOND, '超时 10 分', '逾時 10 分', '10 min over'],
  [59 * MIN, '超时 59 分', '逾時 59 分', '59 min over'],
  [59 * MIN + 1, '超时 1 小时', '逾時 1 小時', '1 h over'],
  [DAY - MIN, '超时 23 小时 59 分', '逾時 23 小時 59 分', '23 h 59 min over'],
  [DAY - MIN + 1, '超时 1 天', '逾時 1 天', '1 day over'],
  [DAY, '超时 1 天', '逾時 1 天', '1 day over'],
  [DAY + 1, '超时 1 天 1 小时', '逾時 1 天 1 小時', '1 day 1 h over'],
  [2 * DAY - HOUR + 1, '超时 2 天', '逾時 2 天', '2 days over'],
]

test('what is over, in three languages, at both sides of every boundary', () => {
  for (const [ms, ...said] of OVER)
    assert.deepEqual(
      LOCALES.map((locale) => overBadge(ms, locale).words),
      said,
      `${ms} ms`,
    )
})

/** All other states, each with its tone. */
const STATES: readonly (readonly [Partial<BadgeInput>, Badge['tone'], string, string, string])[] = [
  [{ state: 'paused', reason: '等客户' }, 'paused', '暂停，等客户', '暫停，等客户', 'Paused, 等客户'],
  [{ state: 'excused', reason: '台风' }, 'excused', '已豁免，台风', '已豁免，台风', 'Excused, 台风'],
  [{ state: 'excused' }, 'excused', '已豁免', '已豁免', 'Excused'],
  [{ state: 'cancelled' }, 'cancelled', '已取消', '已取消', 'Cancelled'],
  [{ state: 'kept', keptAt: DUE - DAY }, 'kept', '提前 1 天', '提前 1 天', '1 day early'],
  [{ state: 'kept', keptAt: DUE - SECOND }, 'kept', '提前 1 秒', '提前 1 秒', '1 s early'],
  [{ state: 'kept', keptAt: DUE - 999 }, 'kept', '按时', '準時', 'on time'],
  [{ state: 'kept', keptAt: DUE }, 'kept', '按时', '準時', 'on time'],
  [{ state: 'kept', keptAt: DUE, dueAt: undefined }, 'kept', '已兑现', '已兌現', 'Kept'],
  [
    { state: 'broken', brokenAt: DUE, fulfilledAt: DUE + 90 * MIN },
    'broken',
    '晚 1 小时 30 分完成',
    '晚 1 小時 30 分完成',
    'done 1 h 30 min late',
  ],
]

test('every state that time no longer moves says the same for good, in three languages', () => {
  for (const [input, tone, ...said] of STATES) {
    for (const now of [DUE, DUE + 400 * DAY]) {
      const badges = LOCALES.map((locale) => badgeOf({ ...open, ...input }, now, locale))
      assert.deepEqual(
        badges.map((badge) => badge.words),
        said,
      )
      for (const badge of badges) assert.deepEqual([badge.tone, badge.validUntil], [tone, undefined])
    }
  }
})

/** How long the words of a badge say, in ms; from the Chinese. */
function shown(words: string): number {
  const units: Readonly<Record<string, number>> = { 天: DAY, 小时: HOUR, 分: MIN, 秒: SECOND }
  return [...words.matchAll(/(\d+) (天|小时|分|秒)/g)].reduce((sum, [, n, unit]) => sum + Number(n) * units[unit!]!, 0)
}

/** The last unit that is shown of so long a time. */
function grain(ms: number): number {
  return ms < MIN ? SECOND : ms < DAY ? MIN : HOUR
}

const lengths = fc.oneof(
  fc.integer({ min: 0, max: 2 * MIN }),
  fc.integer({ min: 0, max: 2 * HOUR }),
  fc.integer({ min: 0, max: 39 * DAY }),
  fc.tuple(fc.constantFrom(MIN, 10 * MIN, HOUR, DAY, 2 * DAY), fc.integer({ min: -1001, max: 1001 })).map(([edge, off]) => edge + off),
)

test('what is left is never shown as more than it is, nor as a whole unit less', () => {
  fc.assert(
    fc.property(lengths, (ms) => {
      const said = shown(leftBadge(ms).words)
      assert.ok(said <= ms && ms - said < grain(ms), `${ms} shown as ${said}`)
    }),
    RUNS,
  )
})

test('what is over is never shown as less than it is, nor as a whole unit more', () => {
  fc.assert(
    fc.property(lengths, (ms) => {
      const said = shown(overBadge(ms).words)
      assert.ok(said >= ms && said - ms < grain(said), `${ms} shown as ${said}`)
    }),
    RUNS,
  )
})

test('a badge that grows never shows less than a moment before, one that shrinks never more', () => {
  fc.assert(
    fc.property(lengths, fc.integer({ min: 1, max: 2 * HOUR }), (ms, more) => {
      assert.ok(shown(overBadge(ms + more).words) >= shown(overBadge(ms).words))
      assert.ok(shown(leftBadge(ms + more).words) >= shown(leftBadge(ms).words))
    }),
    RUNS,
  )
})

test('until the instant that a badge names its words hold, and that instant lies ahead, a minute away at most', () => {
  fc.assert(
    fc.property(lengths, fc.constantFrom(...LOCALES), fc.constantFrom('left', 'over', 'running'), (ms, locale, kind) => {
      const input: BadgeInput =
        kind === 'left'
          ? open
          : kind === 'over'
            ? { ...open, state: 'broken', brokenAt: DUE }
            : { ...open, openedAt: DUE, dueAt: undefined }
      const now = kind === 'left' ? DUE - ms : DUE + ms
      const badge = badgeOf(input, now, locale)
      if (badge.validUntil === undefined) return assert.equal(kind === 'left' && ms === 0, true)
      assert.ok(badge.validUntil > now && badge.validUntil <= now + MIN + 1)
      assert.equal(badgeOf(input, badge.validUntil - 1, locale).words, badge.words)
    }),
    RUNS,
  )
})

test('under ten minutes a badge is looked at every second, from ten minutes on every minute', () => {
  assert.equal(leftBadge(10 * MIN - SECOND).validUntil, DUE - (10 * MIN - SECOND) + 1)
  assert.equal(leftBadge(9 * MIN + 500).validUntil, DUE - 9 * MIN + 1)
  assert.equal(leftBadge(10 * MIN + 500).validUntil, DUE - 10 * MIN + 1)
  assert.equal(leftBadge(11 * MIN - 1).validUntil, DUE - 10 * MIN + 1)
  assert.equal(overBadge(500).validUntil, DUE + SECOND + 1)
  assert.equal(overBadge(10 * MIN + 500).validUntil, DUE + 11 * MIN + 1)
})

test('an open clock that is past its due time shows nothing left and waits for the verdict', () => {
  for (const late of [0, 1, HOUR, 3 * DAY]) {
    assert.deepEqual(badgeOf(open, DUE + late, 'zh-CN'), { tone: 'near', words: '剩余 0 秒', validUntil: undefined }, `${late}`)
  }
})

test('a clock that is looked at before it opened has run for no time at all', () => {
  const early = badgeOf({ ...open, openedAt: DUE, dueAt: undefined }, DUE - HOUR, 'zh-CN')
  assert.deepEqual([early.tone, early.words], ['open', '已计时 0 秒'])
})

test('a breach looked at before its instant is over by nothing, not by less than nothing', () => {
  assert.equal(badgeOf({ ...open, state: 'broken', brokenAt: DUE }, DUE - HOUR, 'en').words, '0 s over')
})

test('how long a clock without a number has run, in three languages', () => {
  const running = (ms: number) => LOCALES.map((locale) => badgeOf({ ...open, openedAt: DUE, dueAt: undefined }, DUE + ms, locale).words)
  assert.deepEqual(running(90 * MIN), ['已计时 1 小时 30 分', '已計時 1 小時 30 分', 'running for 1 h 30 min'])
  assert.deepEqual(running(DAY + 59 * MIN), ['已计时 1 天', '已計時 1 天', 'running for 1 day'])
})

// Near ---------------------------------------------------------------------------------------------------------------------

test('near is the last half hour of a clock of an hour and a half or more, the last third of a shorter one', () => {
  const near = (whole: number, left: number) => isNear(DUE - whole, DUE, DUE - left)
  for (const [whole, limit] of [
    [24 * HOUR, 30 * MIN],
    [90 * MIN, 30 * MIN],
    [60 * MIN, 20 * MIN],
    [30 * MIN, 10 * MIN],
    [3 * MIN, MIN],
  ] as const) {
    assert.deepEqual([near(whole, limit + 1), near(whole, limit), near(whole, 0)], [false, true, true], `${whole}`)
  }
})

test('a clock just opened is not near, however short it is', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10 * DAY }), (whole) => assert.equal(isNear(DUE - whole, DUE, DUE - whole), false)),
    RUNS,
  )
})

test('once near, a clock stays near until its due time', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3 * HOUR }), fc.nat(3 * HOUR), fc.nat(3 * HOUR), (whole, a, b) => {
      const [early, late] = [Math.min(a, b), Math.max(a, b)]
      if (isNear(DUE - whole, DUE, DUE - late)) assert.ok(isNear(DUE - whole, DUE, DUE - early))
    }),
    RUNS,
  )
})

test('the tone turns where near begins', () => {
  const input = { ...open, openedAt: DUE - 4 * HOUR }
  assert.equal(badgeOf(input, DUE - 30 * MIN - 1, 'en').tone, 'open')
  assert.equal(badgeOf(input, DUE - 30 * MIN, 'en').tone, 'near')
})

// Reasons ------------------------------------------------------------------------------------------------------------------

const story = given({
  promises: {
    repair: {
      starts: 'ticket.reported',
      keptBy: 'ticket.restored',
      within: '4h',
      pauses: ['wait', 'parts'],
      excuses: ['storm'],
      reopen: 'resume',
    },
  },
  reasons: { wait: { name: '等客户' }, parts: { name: '等备件' }, storm: { name: '台风' } },
}).fact('10:00', 'ticket.reported')

function reasonAt(told: typeof story, when: string, locale: Locale = 'zh-CN'): string | undefined {
  return badgeReason(told.obligation('repair', when), told.bound.plan, locale)
}

test('of several pauses a badge names the first that still runs', () => {
  const paused = story.fact('11:00', 'ticket.paused', { reason: 'wait' }).fact('11:30', 'ticket.paused', { reason: 'parts' })
  assert.equal(reasonAt(paused, '11:45'), '等客户')
  assert.equal(reasonAt(paused.fact('12:00', 'ticket.resumed', { reason: 'wait' }), '12:30'), '等备件')
  assert.equal(reasonAt(paused.fact('12:00', 'ticket.resumed'), '12:30'), undefined)
})

test('an excuse is named by its reason, a waiver by what its author wrote', () => {
  assert.equal(reasonAt(story.fact('11:00', 'obligation.excused', { promise: 'repair', reason: 'storm' }), '12:00'), '台风')
  const waiver = { promise: 'repair', reason: '改约', evidence: 'mail-1', role: 'lead' }
  const waived = story.fact('11:00', 'obligation.waived', waiver)
  assert.equal(reasonAt(waived, '12:00'), '改约')
  const { state, openedAt, dueAt, keptAt, brokenAt, fulfilledAt } = waived.obligation('repair', '12:00')
  const input = { state, openedAt, dueAt, keptAt, brokenAt, fulfilledAt, reason: '改约' }
  assert.equal(badgeOf(input, at('12:00'), 'zh-CN').words, '已豁免，改约')
})

test('open, kept and broken clocks have no reason to name', () => {
  assert.equal(reasonAt(story, '11:00'), undefined)
  assert.equal(reasonAt(story.fact('11:00', 'ticket.restored'), '12:00'), undefined)
  assert.equal(reasonAt(story, '15:00'), undefined)
})

// Lengths ------------------------------------------------------------------------------------------------------------------

test('rounding up and down agree on whole units and nowhere differ by more than one', () => {
  fc.assert(
    fc.property(lengths, (ms) => {
      const [down, up] = [shown(roundedWords(ms, 'down', 'zh-CN')), shown(roundedWords(ms, 'up', 'zh-CN'))]
      assert.ok(down <= ms && ms <= up, `${down} ≤ ${ms} ≤ ${up}`)
      assert.ok(up - down <= Math.max(grain(ms), grain(up)))
      if (ms % grain(ms) === 0) assert.equal(down, up)
    }),
    RUNS,
  )
})
