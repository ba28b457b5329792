import assert from 'node:assert/strict'
import { test } from 'node:test'
import { LOCALES } from '../../words.ts'
import type { RuleEffect } from '../../plan/forms.ts'
import { about, carrying, cover, facts, lasting, rule } from '../cover/given.testing.ts'
import type { RuleText, Told } from '../cover/given.testing.ts'
import { derive } from '../derive.ts'
import { at, clockOf } from '../given.testing.ts'
import type { BoundPlan, Consequence } from '../types.ts'
import { becauseWords } from './because.ts'
import { effectWords } from './say.ts'

const REPORTED: Told = ['09:00', 'ticket.reported']
const FAILED: Told = ['10:00', 'work.failed']
const FORMS = { improvement: { id: 'improvement', name: '改进记录', fields: [], signedBy: undefined, text: undefined, source: [] } }

function ruling(effect: RuleEffect, text: Partial<RuleText> = {}): BoundPlan {
  const clauses = [rule('r', { on: 'work.failed', does: [effect], ...text }), cover('equipment', { title: '设备质保' })]
  const bound = carrying(clauses, { promises: { visit: { starts: 'ticket.reported', keptBy: 'visit.done', within: '1d' } } })
  return { ...bound, plan: { ...bound.plan, forms: FORMS } }
}

function follows(bound: BoundPlan, ...lines: readonly Told[]): readonly Consequence[] {
  return derive(bound, about(facts(REPORTED, ...lines), 'ticket/T1'), { asOf: at('23:00'), subject: 'ticket/T1' }).consequences
}

function standing(effect: RuleEffect, ...lines: readonly Told[]): string[] {
  return follows(ruling(effect), ...lines).map(({ episode, open, settled }) =>
    settled ? `${episode} settled ${clockOf(settled.at)} ${settled.fact}` : `${episode} ${open ? 'open' : 'done'}`,
  )
}

const onTicket = (when: string, type: Told[1], data: Told[2] = {}, also: readonly `asset/${string}`[] = []): Told => [
  when,
  type,
  data,
  { on: 'ticket/T1', also },
]

test('what a rule did is told with the fact behind it, and is taken out again with that fact', () => {
  const bound = ruling({ kind: 'entitle', what: 'replacement' })
  const [one] = follows(bound, FAILED)
  assert.deepEqual([one?.key, one?.fact, one?.at], ['ticket/T1|r|1|entitle:replacement', 'f2', at('10:00')])
  assert.deepEqual(follows(bound, FAILED, ['11:00', 'fact.voided', { of: 'f2', reason: true }]), [])
})

test('a loaner that is demanded is settled by the one that arrives, each by its own', () => {
  const demand: RuleEffect = { kind: 'demand', what: 'loaner' }
  assert.deepEqual(standing(demand, FAILED), ['1 open'])
  assert.deepEqual(standing(demand, FAILED, onTicket('11:00', 'loan.delivered')), ['1 settled 11:00 f3'])
  const twice = [FAILED, ['10:30', 'work.failed'], onTicket('11:00', 'loan.delivered')] as const
  assert.deepEqual(standing(demand, ...twice), ['1 settled 11:00 f4', '2 open'])
  assert.deepEqual(standing(demand, FAILED, onTicket('11:00', 'loan.delivered', {}, ['asset/A9'])), ['1 open'], 'of another device')
  assert.deepEqual(standing(demand, onTicket('09:30', 'loan.delivered'), FAILED), ['1 open'], 'what came before settles nothing')
})

test('a replacement is settled by the device that is handed over, or by the whole that is exchanged; a part is none', () => {
  const right: RuleEffect = { kind: 'entitle', what: 'replacement' }
  assert.deepEqual(standing(right, FAILED, onTicket('11:00', 'asset.handed-over', {}, ['asset/A9'])), ['1 settled 11:00 f3'])
  assert.deepEqual(standing(right, FAILED, onTicket('11:00', 'part.replaced', { part: 'pump' })), ['1 open'])
  assert.deepEqual(standing(right, FAILED, onTicket('11:00', 'part.replaced', { whole: true })), ['1 settled 11:00 f3'])
})

test('any right is settled by an approval that names it', () => {
  const right: RuleEffect = { kind: 'entitle', what: 'refund' }
  assert.deepEqual(standing(right, FAILED, onTicket('11:00', 'approval.given', { what: 'scrap' })), ['1 open'])
  assert.deepEqual(standing(right, FAILED, onTicket('11:00', 'approval.given', { what: 'refund' })), ['1 settled 11:00 f3'])
})

const finished = (effect: string, episode: number, promise = 'r') => ({ promise, episode, effect })

test('a task is over with the record form of its name, or when somebody says of this one that it is done', () => {
  const task: RuleEffect = { kind: 'open-task', task: 'improvement', owner: 'lead' }
  assert.deepEqual(standing(task, FAILED), ['1 open'])
  assert.deepEqual(standing(task, FAILED, onTicket('11:00', 'form.filled', { form: 'improvement' })), ['1 settled 11:00 f3'])
  const other: RuleEffect = { ...task, task: 'better-way' }
  const again: Told = ['11:00', 'work.failed']
  assert.deepEqual(standing(other, FAILED, again), ['1 open', '2 open'])
  const second = onTicket('12:00', 'task.done', finished('open-task:better-way', 2))
  assert.deepEqual(standing(other, FAILED, again, second), ['1 open', '2 settled 12:00 f4'])
  assert.deepEqual(standing(other, FAILED, again, second, ['13:00', 'fact.voided', { of: 'f4', reason: true }]), ['1 open', '2 open'])
  for (const wrong of [finished('open-task:better-way', 3), finished('open-task:apology', 1), finished('open-task:better-way', 1, 'other')])
    assert.deepEqual(standing(other, FAILED, onTicket('12:00', 'task.done', wrong)), ['1 open'])
})

const BY_ITSELF: readonly RuleEffect[] = [
  { kind: 'extend', cover: 'equipment', by: lasting('60d') },
  { kind: 'restart', cover: 'equipment' },
  { kind: 'escalate', to: 'lead' },
  { kind: 'notify', to: 'customer' },
  { kind: 'count-as-not-done', promise: 'visit' },
]

test('what is done by itself is done: a longer cover, a message, a verdict that is turned', () => {
  for (const effect of BY_ITSELF)
    assert.deepEqual(standing(effect, FAILED, onTicket('11:00', 'approval.given', { what: 'refund' })), ['1 done'])
})

const MONEY: readonly (readonly [RuleEffect, string])[] = [
  [{ kind: 'credit', fen: 100, percent: undefined, of: undefined }, 'credit:100'],
  [{ kind: 'deduct', fen: undefined, percent: 1, of: 'contract-price' }, 'deduct:1%'],
  [{ kind: 'credit', fen: undefined, percent: undefined, of: undefined }, 'credit:unstated'],
  [{ kind: 'credit', fen: undefined, percent: undefined, of: 'late-visit' }, 'credit:late-visit'],
  [{ kind: 'entitle', what: 'refund' }, 'entitle:refund'],
]

const given = (effect: string, episode: number, promise = 'r') => ({ promise, episode, effect, fen: 100, how: 'bill' })

test('money is open until the bill or the payment that names it: which rule, the how-many-th time, which effect', () => {
  for (const [effect, name] of MONEY) {
    const again: Told = ['11:00', 'work.failed']
    assert.deepEqual(standing(effect, FAILED), ['1 open'], name)
    assert.deepEqual(
      standing(effect, FAILED, again, onTicket('12:00', 'remedy.settled', given(name, 2))),
      ['1 open', '2 settled 12:00 f4'],
      name,
    )
    for (const other of [given(name, 3), given(name, 0), given(name, 1, 'other'), given('credit:7', 1)])
      assert.deepEqual(standing(effect, FAILED, onTicket('12:00', 'remedy.settled', other)), ['1 open'], name)
  }
})

test('money for one thing settles nothing else that the rule brought about', () => {
  const settled = onTicket('12:00', 'remedy.settled', given('entitle:replacement', 1))
  assert.deepEqual(standing({ kind: 'entitle', what: 'replacement' }, FAILED, settled), ['1 open'])
})

test('what is counted as not done is told on the page and sent to nobody', () => {
  const bound = ruling({ kind: 'count-as-not-done', promise: 'visit' })
  const known = about(facts(REPORTED, FAILED), 'ticket/T1')
  const { effects, consequences } = derive(bound, known, { asOf: at('23:00'), subject: 'ticket/T1' })
  assert.deepEqual([effects, consequences.map(({ kind }) => kind)], [[], ['count-as-not-done']])
  for (const locale of LOCALES)
    assert.doesNotMatch(effectWords(consequences[0]!, { plan: bound.plan, zone: bound.calendars.always!.zone }, locale), /[{}]|undefined/)
})

test('because of what: the event, and how often in a row of what it had to come', () => {
  const says = (text: Partial<RuleText>, locale: (typeof LOCALES)[number] = 'zh-CN') => {
    const bound = ruling({ kind: 'notify', to: 'customer' }, text)
    const clause = bound.plan.promises.r
    assert.ok(clause?.form === 'rule')
    return becauseWords(clause, bound.plan, locale)
  }
  assert.equal(says({}), '维修未成')
  assert.equal(says({ times: 2 }), '维修未成，接连 2 次')
  assert.equal(says({ times: 2, same: ['asset', 'problem'] }), '维修未成，同一设备、问题接连 2 次')
  for (const locale of LOCALES) assert.doesNotMatch(says({ times: 2, same: ['asset'] }, locale), /[{}]|undefined|work\./)
})
