import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { LOCALES } from '../../words.ts'
import type { RuleEffect } from '../../plan/forms.ts'
import { derive } from '../derive.ts'
import { at, CALENDARS } from '../given.testing.ts'
import { carrying, cover, facts, lasting, rule } from '../cover/given.testing.ts'
import { RUNS } from '../random.testing.ts'
import { yuan } from '../../plan/explain-forms.ts'
import { effectWords, sayEffect } from './say.ts'

const DOES: readonly (readonly [RuleEffect, string, string])[] = [
  [{ kind: 'entitle', what: 'replacement' }, '应给予：同型号新机', 'entitled to a new device of the same model'],
  [{ kind: 'demand', what: 'loaner' }, '须提供：备用机', 'a loaner to be provided'],
  [{ kind: 'escalate', to: 'service-manager' }, '上报客服经理', 'raised to service manager'],
  [{ kind: 'escalate', to: 'chief' }, '上报总值班长', 'raised to 总值班长'],
  [{ kind: 'notify', to: 'customer' }, '通知客户', 'the customer told'],
  [{ kind: 'open-task', task: '查明根因', owner: 'engineer' }, '建立任务“查明根因”，交工程师', 'task “查明根因” opened for engineer'],
  [{ kind: 'open-task', task: '查明根因', owner: undefined }, '建立任务“查明根因”', 'task “查明根因” opened'],
  [{ kind: 'open-task', task: 'dispatch-order', owner: undefined }, '建立任务“故障处理派工单”', 'task “故障处理派工单” opened'],
  [{ kind: 'credit', fen: 50_005, percent: undefined, of: undefined }, '补偿：500.05 元', 'CNY 500.05 credited'],
  [{ kind: 'deduct', fen: undefined, percent: 1, of: 'contract-price' }, '扣减：合同价的 1%', '1% of the contract price deducted'],
  [{ kind: 'require-form', form: 'dispatch-order' }, '须填写“故障处理派工单”', '“故障处理派工单” to be filled in'],
  [{ kind: 'extend', cover: 'equipment', by: lasting('60d') }, '延长“设备质保” 60 天', '“设备质保” extended by 60 days'],
  [{ kind: 'restart', cover: 'equipment' }, '“设备质保”重新起算', '“设备质保” begun anew'],
]

function boundWith(effect: RuleEffect) {
  const bound = carrying([
    rule('r', { on: 'work.failed', does: [effect], text: '两次未修复的处理', source: ['S1-7'] }),
    cover('equipment', { title: '设备质保' }),
  ])
  const form = { id: 'dispatch-order', name: '故障处理派工单', fields: [], signedBy: undefined, text: undefined, source: [] }
  const chief = {
    id: 'chief',
    name: '总值班长',
    side: 'vendor',
    leads: [],
    may: [],
    duties: undefined,
    text: undefined,
    source: [],
  } as const
  return { ...bound, plan: { ...bound.plan, forms: { 'dispatch-order': form }, roles: { chief } } }
}

const HAPPENED = facts(['09:00', 'ticket.reported'], ['10:00', 'work.failed'])

function effectOf(effect: RuleEffect) {
  const bound = boundWith(effect)
  const { effects } = derive(bound, HAPPENED, { asOf: at('23:00'), subject: 'ticket/T1' })
  assert.ok(effects[0])
  return { effect: effects[0], context: { plan: bound.plan, zone: CALENDARS.always!.zone } }
}

test('each thing that a rule does is said in words, nothing by its identifier', () => {
  for (const [does, zh, en] of DOES) {
    const { effect, context } = effectOf(does)
    assert.equal(effectWords(effect, context, 'zh-CN'), zh)
    assert.equal(effectWords(effect, context, 'en').toLowerCase(), en.toLowerCase())
    for (const locale of LOCALES) assert.doesNotMatch(effectWords(effect, context, locale), /[{}]|undefined/)
  }
})

test('why it was done: the clause, its source, when and for the how-many-th time', () => {
  const { effect, context } = effectOf({ kind: 'notify', to: 'customer' })
  assert.deepEqual(sayEffect(effect, context, 'zh-CN'), [
    '条款：“两次未修复的处理”',
    '依据：S1-7。',
    '2026 年 9 月 30 日（周三）10:00，第 1 次：通知客户。',
  ])
  assert.equal(sayEffect(effect, context, 'en').at(-1), 'Wed 30 Sep 2026 10:00, time no. 1: the customer told.')
})

test('fen are said as yuan to the fen', () => {
  assert.equal(yuan(50_005), '500.05')
  assert.equal(yuan(7), '0.07')
  assert.equal(yuan(-120), '-1.20')
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e12 }), (fen) => assert.equal(Number(yuan(fen).replace('.', '')), fen)),
    RUNS,
  )
})
