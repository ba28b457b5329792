import assert from 'node:assert/strict'
import { test } from 'node:test'
import { LOCALES } from '../../words.ts'
import type { BoundPlan } from '../types.ts'
import { derive } from '../derive.ts'
import { at } from '../given.testing.ts'
import { carrying, facts, gate, recordOf } from '../cover/given.testing.ts'
import type { Told } from '../cover/given.testing.ts'
import { sayWhy, whyContext } from '../why.ts'
import { gatesAgainst } from './against.ts'
import { sayRefusal } from './say.ts'

const BOUND = carrying(
  [
    gate('plan-approval', {
      before: 'visit.dispatched',
      needs: { all: ['visit.agreed', ['form.filled', 'notice.delivered']] },
      allows: 'type == "fault" && own == true',
      waive: 'service-manager',
      text: '派工之前须经客户同意',
      source: ['4.2'],
    }),
  ],
  { tests: { 'type == "fault" && own == true': (data) => data.type === 'fault' && data.own === true } },
)

const REPORTED: Told = ['09:00', 'ticket.reported']
const SENT: Told = ['11:00', 'visit.dispatched', { type: 'fault', own: false }]

function why(bound: BoundPlan, lines: readonly Told[]): Record<string, string[]> {
  const { obligations } = derive(bound, facts(...lines), { asOf: at('23:00'), subject: 'ticket/T1' })
  const [found] = obligations
  assert.ok(found)
  return Object.fromEntries(LOCALES.map((locale) => [locale, sayWhy(found, whyContext(bound, found), locale)]))
}

test('why a gate was broken: the deed, each thing that it lacked, what it did not say, the verdict', () => {
  const said = why(BOUND, [REPORTED, SENT])
  assert.deepEqual(said['zh-CN']?.slice(0, -1), [
    '条款：“派工之前须经客户同意”',
    '依据：4.2。',
    '派工：2026 年 9 月 30 日（周三）11:00。',
    '此前须先有约定上门时间，当时尚未发生。',
    '此前须先有填写表单或通知送达，当时尚未发生。',
    '所登记的内容不符合条文的要求（工单类型为故障且派本单位人员）。',
    '条件未具备即已进行：已违约。',
  ])
  assert.equal(said.en?.[2], 'Happened, the dispatch: Wed 30 Sep 2026 11:00.')
  assert.equal(said['zh-TW']?.[6], '條件未具備即已進行：已違約。')
})

test('kept, waived beforehand and excused afterwards are three different sentences, and the waiver is named', () => {
  const waived: Told = ['10:00', 'obligation.waived', { promise: 'plan-approval', role: 'service-manager', reason: 'flood', evidence: 'x' }]
  const all: readonly Told[] = [
    ['10:00', 'visit.agreed'],
    ['10:00', 'form.filled'],
  ]
  const kept = why(BOUND, [REPORTED, ...all, ['11:00', 'visit.dispatched', { type: 'fault', own: true }]]).en!
  assert.ok(kept.includes('All that it needed was there before it: kept.'))
  const before = why(BOUND, [REPORTED, waived, SENT]).en!
  assert.ok(before.includes('Let through by a waiver: excused.'))
  assert.ok(before.some((line) => line.startsWith('Waived by ')))
  const after = why(BOUND, [REPORTED, SENT, ['12:00', waived[1], waived[2]!]]).en!
  assert.ok(after.includes('Done before that was there and excused afterwards; the breach stays on record.'))
})

test('a refusal says what is missing, what to state and who may waive, in every language', () => {
  const { record } = recordOf(BOUND, facts(REPORTED), { subject: 'ticket/T1', at: '10:00' })
  const intended = { id: 'i', subject: 'ticket/T1', also: [], type: 'visit.dispatched', source: 'hand', by: 'p', data: {} } as const
  const [refusal] = gatesAgainst(BOUND, record, { facts: [intended], now: at('11:00') })
  assert.ok(refusal)
  const say = (locale: (typeof LOCALES)[number]) => sayRefusal(refusal, { plan: BOUND.plan, type: intended.type }, locale)
  assert.deepEqual(say('zh-CN'), [
    '暂不能登记“派工”：派工之前须经客户同意。',
    '须先有约定上门时间，目前尚未发生。',
    '须先有填写表单或通知送达，目前尚未发生。',
    '所登记的内容不符合条文的要求（工单类型为故障且派本单位人员）。',
    '客服经理可以说明理由并附依据，放行一次。',
  ])
  assert.equal(say('zh-TW').length, 5)
  assert.equal(say('en')[1], 'It needs the agreement on the visit first, which has not happened.')
})
