import assert from 'node:assert/strict'
import { test } from 'node:test'
import { LOCALES } from '../words.ts'
import { comparePlans } from './compare.ts'
import { sayDifference } from './compare-words.ts'
import { SOUND, change, planOf } from './given.testing.ts'
import { bundled } from './plans.testing.ts'
import type { Plan } from './types.ts'

type Change = readonly [from: string, to: string]

/** The sound plan with something in every section and of every form. */
const FULL = change(
  'promises:\n',
  `charges:
  - {when: 'cause == "flood"', parts: list, text: 汛期损坏按价目。}
  - {parts: free}
channels:
  hotline: {name: 热线, kind: phone, calendar: desk, text: 有人接听。}
forms:
  order:
    name: 派工单
    fields:
      - {id: kind, name: 类别, type: choice, choices: [机械, 电气]}
      - {id: cause, name: 起因, type: text, required: true}
    signed-by: customer
    text: 每次填写。
roles:
  chief: {name: 总管, leads: [after-acceptance], may: [waive], duties: 统筹售后, text: 设总管一名。}
promises:
  tour:
    text: 定期巡检。
    source: [L-7]
    recurring: {per: contract, starts: contract.accepted, every: 1mo, task: visit, calendar: desk}
  few:
    text: 故障不多。
    source: [L-8]
    level: {per: contract, measure: count ticket.reported, over: month, at-most: 3, calendar: desk}
  warranty:
    text: 质保一年。
    source: [L-9]
    cover: {per: contract, starts: contract.accepted, term: 12mo}
  first:
    text: 先确认后关闭。
    source: [L-10]
    gate: {before: ticket.closed, needs: ticket.confirmed}
  told:
    text: 重开即升级。
    source: [L-11]
    rule: {on: ticket.reopened, then: [{escalate: chief}]}
`,
)

/** One change in each place that a plan has, and the sentence that tells it. */
const CHANGES: readonly (readonly [...Change, told: string])[] = [
  ['Asia/Shanghai', 'Asia/Urumqi', '时区。甲：Asia/Shanghai；乙：Asia/Urumqi'],
  [
    'notice: customer, limit: 5d',
    'limit: 30d',
    '原因“客户改期”。甲：客户改期（须有凭据、须告知客户、最长 5 天）；乙：客户改期（须有凭据、最长 30 天）',
  ],
  ['evidence: required, ', '', '原因“客户改期”。甲：客户改期（须有凭据、须告知客户、最长 5 天）；乙：客户改期（须告知客户、最长 5 天）'],
  ['flood: {name: 汛期封路}', 'flood: {name: 汛期封路}\n  quake: {name: 地震, limit: 3d}', '原因“地震”。甲：未写；乙：地震（最长 3 天）'],
  ['always: {hours: 24x7}', 'always: {hours: 24x7, holidays: CN}', '服务时间“always”。甲：未写；乙：工作日按国务院节假日安排'],
  ['  - {id: general, name: 异响}', '  - {id: general, name: 异响, text: 不停机。}', '等级“异响”。甲：异响；乙：异响：不停机'],
  [
    '  - {id: major, name: 停机}\n  - {id: general, name: 异响}',
    '  - {id: general, name: 异响}\n  - {id: major, name: 停机}',
    '等级由急到缓。甲：停机、异响；乙：异响、停机',
  ],
  ['dimensions:\n', 'grade-by: customer\ndimensions:\n', '等级以谁为准。甲：以我方判定为准；乙：以客户所报为准'],
  ['name: 郊县', 'name: 外县', '区域“郊县”。甲：郊县；乙：外县'],
  [
    '  hours: {values',
    '  shift: {values: [day, night], set-by: staff}\n  hours: {values',
    '划分“shift”。甲：未写；乙：分为 day、night、由我方确定',
  ],
  ['set-by: contract', 'set-by: staff', '划分“服务时段”。甲：由合同确定；乙：由我方确定'],
  ['parts: list, text', 'parts: free, text', '原因为汛期封路 配件。甲：按价目表；乙：免费'],
  ['汛期损坏按价目。', '汛期损坏另议。', '原因为汛期封路的收费条文。甲：汛期损坏按价目；乙：汛期损坏另议'],
  [
    '  - {when: \'cause == "flood"\', parts: list, text: 汛期损坏按价目。}\n  - {parts: free}\n',
    '  - {parts: free}\n  - {when: \'cause == "flood"\', parts: list, text: 汛期损坏按价目。}\n',
    '配件先按哪一条收。甲：原因为汛期封路，再其余；乙：其余，再原因为汛期封路',
  ],
  [
    'text: 有人接听。',
    'text: 三声内接听。',
    '电话服务时间。甲：渠道：热线（周一至周五 09:00-17:30，遵循国务院节假日安排（含调休上班日）） 有人接听；乙：渠道：热线（周一至周五 09:00-17:30，遵循国务院节假日安排（含调休上班日）） 三声内接听',
  ],
  ['type: text, required: true', 'type: number', '表单“派工单”。甲：起因（文字，必填）；乙：起因（数字）'],
  ['[机械, 电气]', '[机械, 电气, 液压]', '表单“派工单”。甲：类别（选择：机械、电气）；乙：类别（选择：机械、电气、液压）'],
  ['signed-by: customer', 'signed-by: both', '表单“派工单”。甲：由客户签字；乙：由双方签字'],
  ['text: 每次填写。', 'text: 每月填写。', '表单“派工单”。甲：每次填写；乙：每月填写'],
  ['may: [waive]', 'may: [waive, assign]', '角色“总管”。甲：可以豁免；乙：可以豁免、指派'],
  ['leads: [after-acceptance], ', '', '角色“总管”。甲：在验收之后牵头；乙：未写'],
  ['duties: 统筹售后', 'duties: 统筹备件', '角色“总管”。甲：统筹售后；乙：统筹备件'],
  ['{name: 总管,', '{name: 总管, side: maker,', '角色“总管”。甲：总管，服务商的人员；乙：总管，制造商的人员'],
  ['三十分之一', '二十分之一', '尚不计时的条款。甲：本地备泵不少于在用数的三十分之一；乙：本地备泵不少于在用数的二十分之一'],
  ['    source: [L-1]\n', '    source: [L-1]\n    owner: chief\n', '“回电”的负责人不同。甲：未写；乙：总管'],
  ['    source: [L-1]\n', '    source: [L-1]\n    owed-by: customer\n', '“回电”的承担方不同。甲：服务商；乙：客户'],
  ['    source: [L-7]\n', '    source: [L-7]\n    owner: chief\n', '“tour”不同。甲：未写；乙：由总管负责'],
  ['    source: [L-7]\n', '    source: [L-7]\n    owed-by: customer\n', '“tour”不同。甲：未写；乙：由客户承担'],
  [
    'task: visit, calendar: desk',
    'task: visit, calendar: always',
    '“tour”不同。甲：服务时间 周一至周五 09:00-17:30，遵循国务院节假日安排（含调休上班日）；乙：服务时间 每天 24 小时，节假日不停',
  ],
  ['task: visit, calendar', 'task: visit, holiday: next-workday, calendar', '“tour”不同。甲：遇休息日不变；乙：遇休息日顺延'],
  ['task: visit, calendar', 'task: visit, ahead: 3d, calendar', '“tour”不同。甲：提前 14 天列出；乙：提前 3 天列出'],
  ['task: visit, calendar', 'task: visit, window: 5d, calendar', '“tour”不同。甲：未写；乙：到期前 5 天之内做才算'],
  ['task: visit, calendar', 'task: visit, anchor: floating, calendar', '“tour”不同。甲：日期从起点起固定；乙：日期从上一次完成起算'],
  ['task: visit, calendar', 'task: visit, pauses: [flood], calendar', '“tour”不同。甲：未写；乙：可以暂停的原因：汛期封路'],
  ['level: {per: contract', 'level: {per: customer', '“few”不同。甲：按合同计；乙：按客户计'],
  ['cover: {per: contract', 'cover: {per: asset', '“warranty”不同。甲：按合同计；乙：按设备计'],
  ['needs: ticket.confirmed}', 'needs: ticket.confirmed, waive: chief}', '“first”不同。甲：未写；乙：可由总管说明理由后放行'],
  ['then: [{escalate: chief}]', 'then: [{escalate: chief}], once: owner', '“told”不同。甲：未写；乙：只算一次'],
]

const PLAN = planOf(FULL)

test('a change in any section of a plan, alone, is a difference and is told in words: what each side says, in every language', () => {
  for (const [from, to, told] of CHANGES) {
    const plans = { a: PLAN, b: planOf(change(from, to, FULL)) }
    const differences = comparePlans(plans.a, plans.b)
    const said = (locale: (typeof LOCALES)[number]) =>
      differences.map((one) => sayDifference(one, { names: { a: '甲', b: '乙' }, plans }, locale))
    assert.deepEqual(said('zh-CN'), [told], to)
    for (const sentence of LOCALES.flatMap(said)) assert.doesNotMatch(sentence, /\{\w+\}|undefined|spelled otherwise|写法不同|寫法不同/, to)
  }
})

/** What the same bill costs in both, of the parts. */
const partsIn = (a: Plan, b: Plan) =>
  comparePlans(a, b)
    .filter((one) => one.kind === 'price' && one.column === 'parts')
    .map((one) => sayDifference(one, { names: { a: '甲', b: '乙' }, plans: { a, b } }, 'zh-CN'))

test('a line is said by the names of the plan that declares them, where the other one has a price for the same bill as well', () => {
  const own = [
    ['  flood: {name: 汛期封路}', '  flood: {name: 汛期封路}\n  misuse: {name: 使用不当}'],
    ['promises:\n', `charges:\n  - {when: 'cause == "misuse"', parts: at-cost}\npromises:\n`],
  ].reduce((text, [from, to]) => change(from!, to!, text), SOUND)
  const other = planOf(change('promises:\n', 'charges:\n  - {parts: list}\npromises:\n'))
  const dear = '原因为使用不当 配件。'
  assert.ok(partsIn(planOf(own), other).includes(`${dear}甲：按成本；乙：按价目表`))
  assert.ok(partsIn(other, planOf(own)).includes(`${dear}甲：按价目表；乙：按成本`), 'the first plan names neither')
})

test('of a cause that a plan does not know it says nothing, where it tells causes apart by names of its own', () => {
  const [fanwen, biguolu, shebei] = (['fanwen-1', 'biguolu', 'shebei-2nian'] as const).map(bundled) as [Plan, Plan, Plan]
  for (const said of [partsIn(fanwen, biguolu), partsIn(biguolu, shebei), partsIn(shebei, biguolu)].flat())
    assert.doesNotMatch(said, /equipment|customer-cause|human-damage/)
  const caused = '质保为设备质保且原因为用户原因 配件。'
  assert.ok(partsIn(biguolu, shebei).includes(`${caused}甲：按价目表；乙：未写`), partsIn(biguolu, shebei).join('\n'))
  assert.ok(partsIn(biguolu, fanwen).includes(`${caused}甲：按价目表；乙：未写`), partsIn(biguolu, fanwen).join('\n'))
})

test('a price says a reason or a cover by the plan that has the line', () => {
  const line = (when: string): [string, string] => ['promises:\n', `charges:\n  - {when: '${when}', parts: list}\npromises:\n`]
  const reason = change('  flood: {name: 汛期封路}', '  flood: {name: 汛期封路}\n  misuse: {name: 使用不当}')
  const cover = change(
    'later:\n',
    '  long:\n    title: 长保\n    text: 长期质保。\n    source: [L-6]\n    cover: {per: contract, starts: contract.accepted, term: 36mo}\nlater:\n',
  )
  for (const [text, when, words] of [
    [reason, 'cause == "misuse"', '原因为使用不当 配件'],
    [cover, 'cover == "long"', '质保为长保 配件'],
  ] as const) {
    const priced = planOf(change(...line(when), text))
    for (const plans of [
      { a: priced, b: planOf(SOUND) },
      { a: planOf(SOUND), b: priced },
    ]) {
      const price = comparePlans(plans.a, plans.b).filter(({ kind }) => kind === 'price')
      const said = price.map((one) => sayDifference(one, { names: { a: '甲', b: '乙' }, plans }, 'zh-CN'))
      assert.equal(said.length, 1)
      assert.ok(
        said.every((sentence) => sentence.startsWith(`${words}。`)),
        said.join(),
      )
    }
  }
})
