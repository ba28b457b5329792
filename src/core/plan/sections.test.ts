import assert from 'node:assert/strict'
import { test } from 'node:test'
import { explainPlan } from './explain.ts'
import { change, findingsOf, planOf, sentencesOf } from './given.testing.ts'

const SECTIONS = `charges:
  - {when: 'cause == "human-damage"', parts: list, labour: free, text: 人为损坏的零件按价目表。, source: [L-5]}
  - {when: 'km > 100', travel: "2.50"}
  - {beyond-km: 300, when: overseas, travel: "4.00"}
  - {beyond-km: 50, travel: "1.20"}
  - {parts: free, labour: free, travel: free, surcharge: 20%}
forms:
  dispatch-order:
    name: 派工单
    fields:
      - {id: cause, name: 原因, type: text, required: true}
      - {id: kind, name: 类别, type: choice, choices: [机械, 电气]}
      - {id: sign, name: 客户签字, type: signature}
    signed-by: customer
    text: 每次上门填写派工单。
    source: [L-6]
channels:
  hotline: {name: 服务热线, kind: phone, calendar: desk, text: 工作时间有人接听。, source: [L-7]}
  portal: {name: 报修网页, kind: portal}
roles:
  lead: {name: 负责人, leads: [after-acceptance], may: [waive, assign], duties: 统筹售后, source: [L-8]}
  user: {name: 使用科室, side: customer}
`
const PLAN = change('later:\n', `${SECTIONS}later:\n`)

test('charges keep their order, have numbers of their own, and say who pays what in fen and percent', () => {
  const { charges } = planOf(PLAN)
  assert.deepEqual(
    charges.map(({ id, when, source }) => [id, when?.cel, source]),
    [
      ['charge-1', 'cause == "human-damage"', ['L-5']],
      ['charge-2', 'km > 100', []],
      ['charge-3', 'overseas', []],
      ['charge-4', undefined, []],
      ['charge-5', undefined, []],
    ],
  )
  assert.deepEqual(
    charges.map(({ rates }) => rates),
    [
      { parts: { kind: 'list' }, labour: { kind: 'free' } },
      { travel: { kind: 'fen', fen: 250 } },
      { travel: { kind: 'fen', fen: 400 } },
      { travel: { kind: 'fen', fen: 120 } },
      { parts: { kind: 'free' }, labour: { kind: 'free' }, travel: { kind: 'free' }, surcharge: { kind: 'percent', percent: 20 } },
    ],
  )
})

test('a line of travel may begin at a distance, in whole kilometres', () => {
  assert.deepEqual(
    planOf(PLAN).charges.map(({ beyondKm }) => beyondKm),
    [undefined, undefined, 300, 50, undefined],
  )
})

test('a record form keeps its fields in their order, what must be filled, and who signs', () => {
  const form = planOf(PLAN).forms['dispatch-order']
  assert.deepEqual(
    form?.fields.map(({ id, type, required, choices }) => [id, type, required, choices]),
    [
      ['cause', 'text', true, []],
      ['kind', 'choice', false, ['机械', '电气']],
      ['sign', 'signature', false, []],
    ],
  )
  assert.deepEqual([form?.name, form?.signedBy, form?.text, form?.source], ['派工单', 'customer', '每次上门填写派工单。', ['L-6']])
})

test('a line that says no hours is answered always; a role whose side is not said is the vendor’s', () => {
  const { channels, roles } = planOf(PLAN)
  assert.deepEqual(
    Object.values(channels).map(({ id, kind, calendar }) => [id, kind, calendar]),
    [
      ['hotline', 'phone', 'desk'],
      ['portal', 'portal', 'always'],
    ],
  )
  assert.deepEqual(
    Object.values(roles).map(({ id, side, leads, may }) => [id, side, leads, may]),
    [
      ['lead', 'vendor', ['after-acceptance'], ['waive', 'assign']],
      ['user', 'customer', [], []],
    ],
  )
})

test('a plan without these sections has none of it, and says nothing of it', () => {
  const plan = planOf(change('    source: [L-1]\n', '    source: [L-1]\n'))
  assert.deepEqual([plan.charges, plan.forms, plan.channels, plan.roles], [[], {}, {}, {}])
  assert.doesNotMatch(explainPlan(plan, 'zh-CN').join('\n'), /费用|表单：|渠道：|角色：/)
})

test('the sections are read aloud: who pays what, by which line, on which form, by whom', () => {
  const zh = explainPlan(planOf(PLAN), 'zh-CN')
  for (const line of [
    '费用（按先后，先符合的先用）：',
    '· 原因为human-damage：配件 按价目表、人工 免费',
    '· 公里数大于 100：差旅 2.50 元',
    '· 境外，300 公里以外的路程：差旅 每公里 4.00 元',
    '· 50 公里以外的路程：差旅 每公里 1.20 元',
    '· 其余：配件 免费、人工 免费、差旅 免费、加收 所收费用的 20%',
    '渠道：服务热线（周一至周五 09:00-17:30）',
    '渠道：报修网页（全天候）',
    '表单：派工单（原因、类别、客户签字）',
    '角色：负责人，统筹售后；在验收之后牵头；可以豁免、指派',
    '角色：使用科室',
  ])
    assert.ok(zh.includes(line), `${line}\n${zh.join('\n')}`)
})

test('a distance is said in every language, with an amount for each kilometre', () => {
  const plan = planOf(PLAN)
  assert.ok(explainPlan(plan, 'zh-TW').includes('· 50 公里以外的路程：差旅 每公里 1.20 元'))
  assert.ok(explainPlan(plan, 'en').includes('· The way beyond 50 km: travel 1.20 yuan a kilometre'))
})

/** One passage of the sections exchanged for a wrong one: told once, at its place, in whole sentences. */
const WRONG: readonly (readonly [from: string, to: string, told: string])[] = [
  ['parts: list, labour', 'parts: cheap, labour', 'charges[0].parts bad-value'],
  ['parts: list, labour', 'parts: , labour', 'charges[0].parts null-value'],
  ['parts: list, labour', 'part: list, labour', 'charges[0].part unknown-key-near'],
  ['travel: "2.50"', 'travel: "2.505"', 'charges[1].travel bad-value'],
  ['travel: "2.50"', 'travel: -3', 'charges[1].travel bad-value'],
  ['surcharge: 20%', 'surcharge: 20 %', 'charges[4].surcharge bad-value'],
  ['surcharge: 20%', 'surcharge: list', 'charges[4].surcharge bad-value'],
  ['surcharge: 20%', 'surcharge: at-cost', 'charges[4].surcharge bad-value'],
  ['surcharge: 20%', 'surcharge: customer', 'charges[4].surcharge bad-value'],
  ['beyond-km: 50,', 'beyond-km: 0,', 'charges[3].beyond-km bad-value'],
  ['beyond-km: 50,', 'beyond-km: 50.5,', 'charges[3].beyond-km bad-value'],
  ['beyond-km: 50,', 'beyond-km: -50,', 'charges[3].beyond-km bad-value'],
  ['beyond-km: 50,', 'beyond-km: 50km,', 'charges[3].beyond-km bad-value'],
  ['beyond-km: 50,', 'beyond-km: ,', 'charges[3].beyond-km null-value'],
  ['beyond-km: 50,', 'beyond: 50,', 'charges[3].beyond unknown-key'],
  ["when: 'km > 100'", "when: 'miles > 100'", 'charges[1].when condition-unknown-field'],
  ["when: 'km > 100'", "when: 'km >'", 'charges[1].when condition-broken'],
  ["when: 'km > 100'", "when: 'sender'", 'charges[1].when condition-not-yes-or-no'],
  ['    name: 派工单\n', '', 'forms.dispatch-order missing-key'],
  ['type: text, required: true', 'type: words, required: true', 'forms.dispatch-order.fields[0].type bad-choice'],
  ['type: text, required: true', 'type: text, required: "yes"', 'forms.dispatch-order.fields[0].required bad-value'],
  ['choices: [机械, 电气]', 'choices: 机械', 'forms.dispatch-order.fields[1].choices not-a-list'],
  ['{id: sign, name', '{id: Sign, name', 'forms.dispatch-order.fields[2].id bad-value'],
  ['signed-by: customer', 'signed-by: nobody', 'forms.dispatch-order.signed-by bad-choice'],
  ['  dispatch-order:\n', '  Dispatch Order:\n', 'forms.Dispatch Order bad-value'],
  ['kind: phone, calendar: desk', 'kind: telegraph, calendar: desk', 'channels.hotline.kind bad-choice'],
  ['kind: phone, calendar: desk', 'kind: phone, calendar: night', 'channels.hotline.calendar unknown-calendar'],
  ['{name: 报修网页, kind: portal}', '{name: 报修网页}', 'channels.portal missing-key'],
  ['{name: 报修网页, kind: portal}', '{kind: portal}', 'channels.portal missing-key'],
  ['may: [waive, assign]', 'may: waive', 'roles.lead.may not-a-list'],
  ['leads: [after-acceptance]', 'leads: [After Acceptance]', 'roles.lead.leads[0] bad-choice'],
  ['leads: [after-acceptance]', 'leads: [nonsense-phase]', 'roles.lead.leads[0] bad-choice'],
  ['may: [waive, assign]', 'may: [waive, fly]', 'roles.lead.may[1] bad-choice'],
  ['side: customer', 'side: government', 'roles.user.side bad-choice'],
  ['source: [L-8]', 'source: L-8', 'roles.lead.source not-a-list'],
  ['duties: 统筹售后', 'duties: ""', 'roles.lead.duties bad-value'],
]

test('each line of a section refuses what it cannot be, at its place', () => {
  assert.deepEqual(findingsOf(PLAN), [])
  for (const [from, to, told] of WRONG) {
    const findings = findingsOf(change(from, to, PLAN))
    assert.deepEqual(
      findings.map(({ at, code }) => `${at.path} ${code}`),
      [told],
      `${from} → ${to}`,
    )
    for (const sentence of Object.values(sentencesOf(findings[0]!))) assert.ok(sentence.length > 5, told)
  }
})

test('charges are a list, the other sections maps; anything else is told as that', () => {
  for (const [section, written, told] of [
    ['charges', '{parts: free}', 'charges not-a-list'],
    ['charges', '[free]', 'charges[0] not-a-map'],
    ['forms', '[order]', 'forms not-a-map'],
    ['channels', 'phone', 'channels not-a-map'],
    ['roles', '', 'roles null-value'],
  ] as const) {
    const findings = findingsOf(change('later:\n', `${section}: ${written}\nlater:\n`))
    assert.deepEqual(
      findings.map(({ at, code }) => `${at.path} ${code}`),
      [told],
    )
  }
})

test('what a price, a line, a form and a role say is read aloud below them, with where it stands', () => {
  const told = explainPlan(planOf(PLAN), 'zh-CN')
  const below = (line: string) => {
    const at = told.findIndex((one) => one.startsWith(line))
    assert.ok(at >= 0, line)
    return told.slice(at + 1, at + 3)
  }
  assert.deepEqual(below('· 原因为'), ['  人为损坏的零件按价目表。', '  出处：L-5'])
  assert.deepEqual(below('渠道：服务热线'), ['  工作时间有人接听。', '  出处：L-7'])
  assert.deepEqual(below('表单：派工单'), ['  每次上门填写派工单。', '  出处：L-6'])
  assert.equal(below('角色：负责人')[0], '  出处：L-8')
  assert.match(below('渠道：报修网页')[0]!, /^表单/)
})
