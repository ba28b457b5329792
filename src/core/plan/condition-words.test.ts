import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sayCondition } from './condition-words.ts'

const PLAN = {
  grades: [{ id: 'major', name: '重大故障' }],
  zones: [{ id: 'county', name: '郊县' }],
}

const zh = (cel: string) => sayCondition(cel, PLAN, 'zh-CN')
const tw = (cel: string) => sayCondition(cel, PLAN, 'zh-TW')
const en = (cel: string) => sayCondition(cel, PLAN, 'en')

test('a type of ticket is said by its name in every language', () => {
  assert.equal(zh('type == "fault"'), '工单类型为故障')
  assert.equal(tw('type == "fault"'), '工單類型為故障')
  assert.equal(en('type == "fault"'), 'ticket type is Fault')
})

test('a loaner’s class is said beside that of the device', () => {
  assert.match(zh('class >= asset.class') ?? '', /^类别.*原设备的类别$/)
  assert.match(en('class >= asset.class') ?? '', /^class .*that of the device$/)
})

test('a choice among several is read as an or', () => {
  assert.equal(zh('type in ["routine-service", "adjustment", "parameter-change"]'), '工单类型为例行服务或功能调整或参数修改')
  assert.equal(en('type in ["fault"]'), 'ticket type is Fault')
})

test('grades and zones are called what the plan calls them, the customer’s grade too', () => {
  assert.equal(zh('grade == "major"'), '等级为重大故障')
  assert.equal(zh('customerGrade != "major"'), '客户所报等级不为重大故障')
  assert.equal(zh('zone == "county"'), '区域为郊县')
  assert.equal(zh('grade == "minor"'), '等级为minor')
})

test('channels and causes are said by their names', () => {
  assert.equal(zh('channel == "mail"'), '渠道为邮件')
  assert.equal(zh('cause == "hardware"'), '原因为硬件')
  assert.equal(en("cause == 'software'"), 'cause is Software')
})

test('a document, a form, a kind of notice and what is approved are called what the plan calls the record form of that id', () => {
  const plan = {
    ...PLAN,
    forms: { 'renewal-notice': { id: 'renewal-notice', name: '续保通知', fields: [], signedBy: undefined, text: undefined, source: [] } },
  }
  for (const [field, name] of [
    ['document', '文件'],
    ['form', '表单'],
    ['kind', '种类'],
    ['what', '事项'],
  ])
    assert.equal(sayCondition(`${field} == "renewal-notice"`, plan, 'zh-CN'), `${name}为续保通知`)
  assert.equal(sayCondition('document == "manual"', plan, 'zh-CN'), '文件为manual')
  assert.equal(sayCondition('model == "renewal-notice"', plan, 'zh-CN'), '型号为renewal-notice')
})

test('a team, and the place where stock lies, is called what the plan calls the role of that id', () => {
  const panel = {
    id: 'panel',
    name: '支持小组',
    side: 'vendor',
    leads: [],
    may: [],
    duties: undefined,
    text: undefined,
    source: [],
  } as const
  assert.equal(sayCondition('team == "panel"', { ...PLAN, roles: { panel } }, 'zh-CN'), '班组为支持小组')
  assert.equal(sayCondition('place == "panel"', { ...PLAN, roles: { panel } }, 'en'), 'place is 支持小组')
  assert.equal(sayCondition('kind == "panel"', { ...PLAN, roles: { panel } }, 'zh-CN'), '种类为支持小组')
  assert.equal(sayCondition('model == "panel"', { ...PLAN, roles: { panel } }, 'zh-CN'), '型号为panel')
  assert.equal(zh('team == "panel"'), '班组为panel')
})

test('who did it is the customer, or a person by their id', () => {
  assert.equal(zh('by == "customer"'), '由谁为客户')
  assert.equal(zh('sender == "customer"'), '寄件方为客户')
  assert.equal(tw('by == "customer"'), '由誰為客戶')
  assert.equal(en('by == "customer"'), 'by whom is the customer')
})

test('a yes or no stands for itself, and its opposite is said as one', () => {
  assert.equal(zh('special'), '特殊情况')
  assert.equal(zh('!removable'), '非可以排除')
  assert.equal(en('!removable'), 'not removable')
})

test('numbers are compared in words, the limit itself on the side where it counts', () => {
  assert.equal(en('travelMs > 0'), 'fastest travel time above 0 min')
  assert.equal(en('travelMs >= 5400000'), 'fastest travel time at least 90 min')
  assert.equal(en('travelMs < 7200000'), 'fastest travel time below 2 h')
  assert.equal(en('travelMs <= 30000'), 'fastest travel time at most 0.5 min')
  assert.equal(en('score < 1.5'), 'score below 1.5')
})

test('what must hold together is joined by and, what may hold instead by or', () => {
  assert.equal(zh('type == "fault" && affectsWork'), '工单类型为故障且影响使用')
  assert.equal(zh('cause == "hardware" || cause == "power"'), '原因为硬件或原因为供电')
})

test('what cannot be said exactly is shown exactly as it is written', () => {
  for (const cel of ['(a || b) && c', 'type.startsWith("f")', 'size(model) > 3', 'a && b || c', 'type == other', 'has(data.x)'])
    for (const say of [zh, tw, en]) assert.equal(say(cel), cel)
})

test('a field that has no name of its own is shown by its own', () => {
  assert.equal(zh('floor == "B2"'), 'floor为B2')
})
