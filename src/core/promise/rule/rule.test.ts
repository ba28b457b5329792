import assert from 'node:assert/strict'
import { test } from 'node:test'
import { LOCALES } from '../../words.ts'
import type { RuleEffect } from '../../plan/forms.ts'
import type { BoundPlan, Effect } from '../types.ts'
import { derive } from '../derive.ts'
import { at, clockOf, describe as inWords } from '../given.testing.ts'
import { about, carrying, cover, facts, lasting, recordOf, rule } from '../cover/given.testing.ts'
import type { RuleText, Told } from '../cover/given.testing.ts'
import { effectWords } from './say.ts'

const REPORTED: Told = ['09:00', 'ticket.reported']

function effects(bound: BoundPlan, lines: readonly Told[], subject: `${string}/${string}` = 'ticket/T1'): readonly Effect[] {
  return derive(bound, about(facts(...lines), subject), { asOf: at('10-20 23:00'), subject }).effects
}

function says(bound: BoundPlan, lines: readonly Told[], subject: `${string}/${string}` = 'ticket/T1'): string[] {
  return effects(bound, lines, subject).map(({ key, at: when }) => `${clockOf(when)} ${key}`)
}

function ruling(text: RuleText, tests?: Parameters<typeof carrying>[1]): BoundPlan {
  return carrying([rule('r', text)], tests)
}

const DOES: readonly (readonly [RuleEffect, string, Effect['params']])[] = [
  [{ kind: 'entitle', what: 'replacement' }, 'entitle:replacement', { asset: 'asset/A1' }],
  [{ kind: 'demand', what: 'loaner' }, 'demand:loaner', { asset: 'asset/A1' }],
  [{ kind: 'escalate', to: 'service-manager' }, 'escalate:service-manager', undefined],
  [{ kind: 'notify', to: 'customer' }, 'notify:customer', undefined],
  [{ kind: 'open-task', task: 'root-cause', owner: 'lead' }, 'open-task:root-cause', { owner: 'lead' }],
  [{ kind: 'credit', fen: 50_000, percent: undefined, of: undefined }, 'credit:50000', { fen: 50_000 }],
  [{ kind: 'deduct', fen: undefined, percent: 1, of: 'contract-price' }, 'deduct:1%', { percent: 1, of: 'contract-price' }],
  [{ kind: 'require-form', form: 'dispatch-order' }, 'require-form:dispatch-order', undefined],
  [{ kind: 'extend', cover: 'equipment', by: lasting('60d') }, 'extend:equipment', { by: '60d' }],
  [{ kind: 'restart', cover: 'equipment' }, 'restart:equipment', undefined],
]

test('each thing that a rule does is one effect with its particulars, money in fen', () => {
  for (const [effect, name, params] of DOES) {
    const bound = carrying([rule('r', { on: 'work.failed', does: [effect] }), cover('equipment', {})])
    const [found, ...others] = effects(bound, [REPORTED, ['10:00', 'work.failed']])
    assert.equal(others.length, 0)
    assert.equal(found?.key, `ticket/T1|r|1|${name}`)
    assert.deepEqual(found.params, params, name)
    assert.equal(clockOf(found.at), '10:00')
  }
})

test('several things at once are several effects, each event a new time', () => {
  const bound = ruling({
    on: 'work.failed',
    does: [
      { kind: 'notify', to: 'customer' },
      { kind: 'escalate', to: 'service-manager' },
    ],
  })
  assert.deepEqual(says(bound, [REPORTED, ['10:00', 'work.failed'], ['11:00', 'work.failed']]), [
    '10:00 ticket/T1|r|1|notify:customer',
    '10:00 ticket/T1|r|1|escalate:service-manager',
    '11:00 ticket/T1|r|2|notify:customer',
    '11:00 ticket/T1|r|2|escalate:service-manager',
  ])
})

test('once for an owner is once, whatever happens again', () => {
  const bound = ruling({ on: 'work.failed', once: 'owner', does: [{ kind: 'notify', to: 'customer' }] })
  assert.deepEqual(says(bound, [REPORTED, ['10:00', 'work.failed'], ['11:00', 'work.failed']]), ['10:00 ticket/T1|r|1|notify:customer'])
})

test('a condition is judged at each event', () => {
  const bound = ruling(
    { on: 'work.failed', when: 'grave', does: [{ kind: 'notify', to: 'customer' }] },
    { tests: { grave: (data) => data.grave === true } },
  )
  assert.deepEqual(says(bound, [REPORTED, ['10:00', 'work.failed'], ['11:00', 'work.failed', { grave: true }]]), [
    '11:00 ticket/T1|r|1|notify:customer',
  ])
})

test('an event that is still to come acts when it comes: the owner is told two hours after the failure', () => {
  const bound = ruling({ on: 'work.failed + 2h', does: [{ kind: 'notify', to: 'customer' }] })
  assert.deepEqual(says(bound, [REPORTED, ['10:00', 'work.failed']]), ['12:00 ticket/T1|r|1|notify:customer'])
})

test('a share of a clock, or its breach, sets a rule off too', () => {
  const bound = carrying(
    [
      rule('warn', { on: 'reply at 80%', does: [{ kind: 'escalate', to: 'lead' }] }),
      rule('pay', { on: 'reply.broken', does: [{ kind: 'credit', fen: 100, percent: undefined, of: undefined }] }),
    ],
    { promises: { reply: { starts: 'ticket.reported', keptBy: 'ticket.replied', within: '1h' } } },
  )
  assert.deepEqual(says(bound, [REPORTED]), ['09:48 ticket/T1|warn|1|escalate:lead', '10:00 ticket/T1|pay|1|credit:100'])
  assert.deepEqual(says(bound, [REPORTED, ['09:30', 'ticket.replied']]), [])
})

const REPLACE = ruling({
  on: 'work.failed',
  per: 'asset',
  times: 2,
  same: ['asset', 'problem'],
  unless: 'work.succeeded',
  does: [{ kind: 'entitle', what: 'replacement' }],
})

function work(when: string, type: 'work.failed' | 'work.succeeded', problem: string): Told {
  return [when, type, { problem, model: 'M9' }, { on: 'ticket/T1', also: ['asset/A1'] }]
}

test('two failed repairs of one problem on one device in a row entitle to a new device of the same model', () => {
  const lines = [work('10:00', 'work.failed', 'noise'), work('11:00', 'work.failed', 'noise')]
  assert.deepEqual(says(REPLACE, lines, 'asset/A1'), ['11:00 asset/A1|r|1|entitle:replacement'])
  assert.deepEqual(effects(REPLACE, lines, 'asset/A1')[0]?.params, { asset: 'asset/A1', problem: 'noise', model: 'M9' })
})

test('failures on two tickets of the same device count in one row', () => {
  const second: Told = ['10-01 10:00', 'work.failed', { problem: 'noise' }, { on: 'ticket/T2', also: ['asset/A1'] }]
  assert.deepEqual(says(REPLACE, [work('10:00', 'work.failed', 'noise'), second], 'asset/A1'), [
    '10-01 10:00 asset/A1|r|1|entitle:replacement',
  ])
})

test('one failure, two problems, or a success in between entitle to nothing', () => {
  const rows = [
    [work('10:00', 'work.failed', 'noise')],
    [work('10:00', 'work.failed', 'noise'), work('11:00', 'work.failed', 'heat')],
    [work('10:00', 'work.failed', 'noise'), work('10:30', 'work.succeeded', 'noise'), work('11:00', 'work.failed', 'noise')],
  ]
  for (const lines of rows) assert.deepEqual(says(REPLACE, lines, 'asset/A1'), [])
})

test('a success with another problem leaves the row as it is', () => {
  const lines = [work('10:00', 'work.failed', 'noise'), work('10:30', 'work.succeeded', 'heat'), work('11:00', 'work.failed', 'noise')]
  assert.deepEqual(says(REPLACE, lines, 'asset/A1'), ['11:00 asset/A1|r|1|entitle:replacement'])
})

test('a failure that does not say what the problem was is in no row', () => {
  const silent: Told = ['10:00', 'work.failed', {}, { on: 'ticket/T1', also: ['asset/A1'] }]
  assert.deepEqual(says(REPLACE, [silent, silent], 'asset/A1'), [])
})

const NOT_DONE = carrying([rule('r', { on: 'visit.done where useless', does: [{ kind: 'count-as-not-done', promise: 'visit' }] })], {
  promises: { visit: { starts: 'ticket.reported', keptBy: 'visit.done', within: '4h' } },
  tests: { useless: (data) => data.restored === false },
})

function verdict(lines: readonly Told[]): string[] {
  const { obligations } = derive(NOT_DONE, facts(...lines), { asOf: at('23:00'), subject: 'ticket/T1' })
  return obligations.map((one) => inWords(one))
}

test('a visit that restored nothing counts as not done: the clock runs on and breaks', () => {
  assert.deepEqual(verdict([REPORTED, ['10:00', 'visit.done', { restored: false }]]), ['broken at 13:00'])
  assert.deepEqual(verdict([REPORTED, ['10:00', 'visit.done', { restored: true }]]), ['kept at 10:00'])
  assert.deepEqual(verdict([REPORTED, ['10:00', 'visit.done', { restored: false }], ['12:00', 'visit.done', { restored: true }]]), [
    'kept at 12:00',
  ])
})

test('what a useless visit would have kept stays open, and an earlier one that was kept stays kept', () => {
  const again: Told[] = [
    ['11:00', 'ticket.reopened'],
    ['12:00', 'visit.done', { restored: false }],
  ]
  assert.deepEqual(verdict([REPORTED, ['10:00', 'visit.done', { restored: true }], ...again]), ['kept at 10:00', 'broken at 15:00'])
})

test('a useless visit before the clock began keeps nothing once it begins', () => {
  const rules = [rule('r', { on: 'visit.done where useless', does: [{ kind: 'count-as-not-done', promise: 'visit' }] })]
  const bound = carrying(rules, {
    promises: { visit: { starts: 'ticket.accepted', keptBy: 'visit.done', within: '4h' } },
    tests: { useless: (data) => data.restored === false },
  })
  const found = (restored: boolean) => {
    const known = facts(REPORTED, ['09:30', 'visit.done', { restored }], ['10:00', 'ticket.accepted'])
    return derive(bound, known, { asOf: at('23:00'), subject: 'ticket/T1' }).obligations.map((one) => inWords(one))
  }
  assert.deepEqual([found(true), found(false)], [['kept at 09:30'], ['broken at 14:00']])
})

const JUDGED_LATER = carrying([rule('r', { on: 'ticket.refused', does: [{ kind: 'count-as-not-done', promise: 'visit' }] })], {
  promises: { visit: { starts: 'ticket.reported', keptBy: 'visit.done', within: '4h' } },
})

test('a deed refused afterwards turns the verdict at that instant, and the record keeps both', () => {
  const known = facts(REPORTED, ['10:00', 'visit.done'], ['15:00', 'ticket.refused'])
  const { beliefs } = recordOf(JUDGED_LATER, known, { subject: 'ticket/T1', at: '23:00' })
  assert.deepEqual(
    beliefs.map(({ at: when, state }) => `${clockOf(when)} ${state}`),
    ['09:00 open', '10:00 kept', '15:00 open', '15:00 broken'],
  )
  const { obligations } = derive(JUDGED_LATER, known, { asOf: at('23:00'), subject: 'ticket/T1' })
  assert.deepEqual(
    obligations[0]?.why.notes.map(({ kind }) => kind),
    ['not-done'],
  )
})

test('an effect has no fact in its key: a corrected time of the failure sends nothing anew', () => {
  const bound = ruling({ on: 'work.failed', does: [{ kind: 'notify', to: 'customer' }] })
  const known = facts(
    REPORTED,
    ['10:00', 'work.failed'],
    ['12:00', 'fact.corrected', { of: 'f2', field: 'occurredAt', to: '2026-09-30T09:50:00+08:00', reason: 'typo' }],
  )
  const { effects: sent } = recordOf(bound, known, { subject: 'ticket/T1', at: '23:00' })
  assert.deepEqual(
    sent.map(({ key }) => key),
    ['ticket/T1|r|1|notify:customer'],
  )
})

test('a failure that is voided takes its message back once, and money given is looked at by a person', () => {
  const does: readonly RuleEffect[] = [
    { kind: 'notify', to: 'customer' },
    { kind: 'credit', fen: 50_000, percent: undefined, of: undefined },
  ]
  const known = facts(REPORTED, ['10:00', 'work.failed'], ['12:00', 'fact.voided', { of: 'f2', reason: 'other ticket' }])
  const { effects: sent } = recordOf(ruling({ on: 'work.failed', does }), known, { subject: 'ticket/T1', at: '23:00' })
  assert.deepEqual(
    sent.map(({ kind, to }) => `${kind} ${to}`),
    ['notify customer', 'credit 50000', 'withdraw customer', 'withdraw 50000', 'open-task review-withdrawn'],
  )
  const { plan, calendars } = ruling({ on: 'work.failed', does })
  const context = { plan, zone: calendars.always!.zone }
  assert.deepEqual(
    LOCALES.map((locale) => effectWords(sent.at(-1)!, context, locale)),
    [
      '核对不再成立的“补偿：500.00 元”是否已经给出，交客服经理',
      '核對不再成立的「補償：500.00 元」是否已經給出，交客服經理',
      'Service manager to look whether “CNY 500.00 credited”, which no longer holds, was carried out',
    ],
  )
})

test('a cancelled ticket sets off nothing more', () => {
  const bound = ruling({ on: 'work.failed', does: [{ kind: 'notify', to: 'customer' }] })
  assert.deepEqual(says(bound, [REPORTED, ['10:00', 'ticket.cancelled'], ['11:00', 'work.failed']]), [])
})
