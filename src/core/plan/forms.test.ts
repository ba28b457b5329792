import assert from 'node:assert/strict'
import { test } from 'node:test'
import { explainPlan } from './explain.ts'
import { SOUND, change, findingsOf, planOf, tell } from './given.testing.ts'
import { parseMeasure } from './measure.ts'
import { readBound, readFen, readRange } from './shapes/scalars.ts'
import { LOCALES } from '../words.ts'

/** The pump maker's commitment with a cover, a gate, a rule and what belongs to them. */
const WHOLE = change(
  'later:\n',
  `  equipment:
    title: 整机质保
    text: 验收并移交之后两年之内免费维修。
    source: [L-6]
    cover:
      per: asset
      starts: {all: [asset.accepted, asset.handed-over]}
      term: {longer-of: [24mo, maker]}
      replaced-part: {longer-of: 12mo}
      excludes: [flood]
      gives: [free-repair]
      until: asset.scrapped
  electronics:
    title: 电控质保
    text: 电控部分按种类计。
    source: [L-7]
    cover:
      starts: asset.accepted
      term: {by: kind, software: 12mo, hardware: lifetime}
  signed:
    title: 签字后关闭
    text: 客户签字之后才关闭。
    source: [L-8]
    gate: {before: ticket.closed, needs: visit.signed, waive: service-manager}
  own-staff:
    title: 本公司人员
    text: 只派本公司人员。
    source: [L-9]
    gate: {before: visit.dispatched, allows: own == true}
  longer:
    title: 质保顺延
    text: 不能排除且影响使用的故障，每次顺延六十天。
    source: [L-10]
    rule:
      on: ticket.judged where removable == false && affectsWork
      then: [{extend: equipment, by: 60d}]
  replacement:
    title: 更换新机
    text: 同一故障连修两次不好，换新机。
    source: [L-11]
    rule:
      on: work.failed
      times: 2
      same: [asset, problem]
      unless: work.succeeded
      then: [{entitle: new-device}, {credit: "500.00"}, {deduct: 1%, of: contract-price}, {require-form: handover}, {open-task: swap, owner: parts-keeper}]
  renewal:
    title: 续保通知
    text: 到期前十日通知。
    source: [L-12]
    deadline: {due: equipment.end - 10d, kept-by: notice.delivered, per: asset}
charges:
  - {when: 'cause == "human-damage"', parts: list, labour: "120.50", travel: 80%}
  - {parts: free, labour: free}
forms:
  handover: {name: 移交单, fields: [{id: model, name: 型号, type: text, required: true}], signed-by: customer}
channels:
  hotline: {name: 服务热线, kind: phone, calendar: desk}
roles:
  lead: {name: 项目负责人, leads: [after-acceptance], may: [waive], duties: 统筹售后}
later:
`,
  change(
    '  hours: {values: [5x8, 7x24], set-by: contract, name: 服务时段}\n',
    '  hours: {values: [5x8, 7x24], set-by: contract, name: 服务时段}\n  kind: {values: [software, hardware], set-by: asset}\n',
  ),
)

test('covers, gates, rules and the sections of a plan are read as they are written', () => {
  const plan = planOf(WHOLE)
  const { equipment, electronics, signed, longer, replacement } = plan.promises
  assert.ok(equipment?.form === 'cover' && electronics?.form === 'cover' && signed?.form === 'gate')
  assert.ok(longer?.form === 'rule' && replacement?.form === 'rule')
  assert.deepEqual(
    [equipment.per, equipment.replacedPart, equipment.excludes, equipment.term],
    [
      'asset',
      { kind: 'longer-of', duration: { value: 12, unit: 'mo' } },
      ['flood'],
      { kind: 'scalar', value: { kind: 'longer-of', of: [{ kind: 'duration', duration: { value: 24, unit: 'mo' } }, { kind: 'maker' }] } },
    ],
  )
  assert.equal(electronics.per, 'asset')
  assert.deepEqual([signed.per, signed.waive], ['ticket', 'service-manager'])
  assert.deepEqual(longer.effects, [{ kind: 'extend', cover: 'equipment', by: { value: 60, unit: 'd' } }])
  assert.deepEqual(replacement.effects[1], { kind: 'credit', fen: 50_000, percent: undefined, of: undefined })
  assert.deepEqual([replacement.times, replacement.same, replacement.once], [2, ['asset', 'problem'], 'event'])
  assert.deepEqual(plan.charges[0]?.rates, {
    parts: { kind: 'list' },
    labour: { kind: 'fen', fen: 12_050 },
    travel: { kind: 'percent', percent: 80 },
  })
  assert.deepEqual([plan.forms.handover?.signedBy, plan.channels.hotline?.calendar, plan.roles.lead?.side], ['customer', 'desk', 'vendor'])
})

test('every clause is read aloud in every language: no place empty, no key of the file', () => {
  const plan = planOf(WHOLE)
  for (const locale of LOCALES) {
    const said = explainPlan(plan, locale).join('\n')
    assert.doesNotMatch(said, /\{\w+\}|undefined|\[object|longer-of|replaced-part/, locale)
  }
  const zh = explainPlan(plan, 'zh-CN').join('\n')
  for (const sentence of [
    '期限：24 个月、原厂的保修期 中最长的',
    '期限（software）：12 个月',
    '先决条件：“关单”之前',
    '可由客服经理说明理由后放行',
    '则：“整机质保”延长 60 天',
    '从同一设备、问题接连第 2 次起',
    '“合同价”的 1%',
    '人工 120.50 元',
    '渠道：服务热线（周一至周五 09:00-17:30）',
    '角色：项目负责人，统筹售后',
  ])
    assert.ok(zh.includes(sentence), `${sentence}\n${zh}`)
})

test('a charge asks only what a bill knows; a line answers in a calendar that is there', () => {
  assert.deepEqual(
    tell(findingsOf(change('cause == "human-damage"', 'colour == "red"', WHOLE))).map((line) => line.split(' ').slice(1).join(' ')),
    ['charges[0].when condition-unknown-field'],
  )
  assert.deepEqual(
    tell(findingsOf(change('calendar: desk}\nroles', 'calendar: night}\nroles', WHOLE))).map((line) => line.split(' ').slice(1).join(' ')),
    ['channels.hotline.calendar unknown-calendar'],
  )
})

test('numbers are read as they are written: percent, yuan and fen, runs of days', () => {
  assert.deepEqual(['3%', '0.98', '2', '98.5%', '1/3', '-1', '%', ''].map(readBound), [
    0.03,
    0.98,
    2,
    0.985,
    undefined,
    undefined,
    undefined,
    undefined,
  ])
  assert.deepEqual([120, '120.5', '0.01', '1.005', 'x'].map(readFen), [12_000, 12_050, 1, undefined, undefined])
  assert.deepEqual(['15', '11-20', '3-', '0', '9-3'].map(readRange), [
    { from: 15, to: 15 },
    { from: 11, to: 20 },
    { from: 3, to: undefined },
    undefined,
    undefined,
  ])
})

test('a measure is read left to right, shares before sums, and a condition keeps its own signs', () => {
  assert.deepEqual(parseMeasure('1 - time ticket.reported to ticket.restored / planned'), {
    kind: 'minus',
    left: { kind: 'number', value: 1 },
    right: {
      kind: 'over',
      left: {
        kind: 'time',
        from: { kind: 'fact', type: 'ticket.reported', where: undefined },
        to: { kind: 'fact', type: 'ticket.restored', where: undefined },
      },
      right: { kind: 'planned' },
    },
  })
  const ratio = parseMeasure('stock.on-hand where place == "site - north" / count asset.accepted')
  assert.ok(ratio?.kind === 'over' && ratio.left.kind === 'on-hand' && ratio.left.of.kind === 'fact')
  assert.equal(ratio.left.of.where?.cel, 'place == "site - north"')
  for (const wrong of ['', 'count', 'time ticket.reported', 'mean of survey.answered', 'count ticket.reported *', 'count nothing.done'])
    assert.equal(parseMeasure(wrong), undefined, wrong)
})

test('the sound plan stays sound with all of it', () => {
  assert.deepEqual(findingsOf(WHOLE), [])
  assert.deepEqual(findingsOf(SOUND), [])
})
