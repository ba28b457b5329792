import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Subject } from '../fact.ts'
import { explainPlan } from '../plan/explain.ts'
import { coversAt } from './cover/at.ts'
import { facts } from './cover/given.testing.ts'
import type { Told } from './cover/given.testing.ts'
import { boundFrom, story, told } from './from-yaml.testing.ts'
import { gatesAgainst } from './gate/against.ts'
import { sayRefusal } from './gate/say.ts'
import { at, clockOf } from './given.testing.ts'
import { SCANNER } from './scanner.testing.ts'
import { sayWhy, whyContext } from './why.ts'

const bound = boundFrom(SCANNER)
const DEVICE: Subject = 'asset/A1'
const FAULT: Subject = 'ticket/T1'
const ACCEPTED: Told = ['03-02 10:00', 'asset.accepted', { makerTerm: '18mo' }]
const IN_SERVICE: Told = ['03-10 09:00', 'asset.in-service']

function reported(cover: string, grade = 'stopped'): Told {
  return ['09:00', 'ticket.reported', { type: 'fault', grade, cover }]
}

const onFault = (lines: readonly Told[], when = '12:30') => story(bound, lines, { subject: FAULT, at: when })

/** `whole 03-02 → 2027-09-02`, the covers of one owner at an instant, with their last days. */
function covers(lines: readonly Told[], when: string, subject = DEVICE): string[] {
  const { record } = story(bound, lines, { subject, at: when })
  return coversAt(bound, record, at(when)).map((one) => `${one.cover} ${one.state} → ${clockOf(one.end)}`)
}

// Covers --------------------------------------------------------------------------------------------------------------------------

test('the maker’s longer term counts, a shorter one does not, and without any the promised year stands', () => {
  const whole = (makerTerm: string | undefined) =>
    covers([['03-02 10:00', 'asset.accepted', makerTerm === undefined ? {} : { makerTerm }]], '12-31 12:00')
  assert.deepEqual(whole('18mo'), ['whole in-force → 2027-09-03 00:00'])
  assert.deepEqual(whole('6mo'), ['whole in-force → 2027-03-03 00:00'])
  assert.deepEqual(whole(undefined), ['whole in-force → 2027-03-03 00:00'])
})

test('two covers of one device begin with events of their own and end each on its day', () => {
  assert.deepEqual(covers([ACCEPTED, IN_SERVICE], '2027-06-01 09:00'), [
    'whole in-force → 2027-09-03 00:00',
    'tube in-force → 2028-03-11 00:00',
  ])
  assert.deepEqual(covers([IN_SERVICE], '2027-06-01 09:00'), ['tube in-force → 2028-03-11 00:00'])
  assert.deepEqual(covers([ACCEPTED, IN_SERVICE], '2027-10-01 09:00'), [
    'whole ended → 2027-09-03 00:00',
    'tube in-force → 2028-03-11 00:00',
  ])
})

test('a right of the contract itself runs by the contract’s own facts, whatever its devices do', () => {
  const signed: Told = ['03-01 09:00', 'contract.signed']
  assert.deepEqual(covers([signed, ACCEPTED], '12-31 12:00', 'contract/C1'), ['updates in-force → 2031-03-02 00:00'])
  assert.deepEqual(covers([ACCEPTED], '12-31 12:00', 'contract/C1'), [])
})

test('an acceptance that was on another day moves the end by as many days; one that never was takes the cover away', () => {
  const corrected: Told = [
    '03-20 10:00',
    'fact.corrected',
    { of: 'f1', field: 'occurredAt', from: at('03-02 10:00'), to: at('02-01 10:00'), reason: 'typo' },
    { on: DEVICE },
  ]
  assert.deepEqual(covers([ACCEPTED, corrected], '12-31 12:00'), ['whole in-force → 2027-08-02 00:00'])
  const voided: Told = ['03-20 10:00', 'fact.voided', { of: 'f1', reason: 'never was' }, { on: DEVICE }]
  assert.deepEqual(covers([ACCEPTED, voided], '12-31 12:00'), [])
})

// Clocks that turn on the cover -----------------------------------------------------------------------------------------------------

test('repair is promised in cover, in hours of the clinic, and not promised at all without', () => {
  assert.deepEqual(told(onFault([reported('whole')], '10:00').obligations), ['reply#1 broken 09:15', 'repair#1 open 13:00'])
  assert.deepEqual(told(onFault([reported('tube')], '10:00').obligations).at(-1), 'repair#1 open 13:00')
  assert.deepEqual(told(onFault([reported('none')], '10:00').obligations), ['reply#1 broken 09:15'])
})

test('hours outside the clinic do not count: reported before closing it is due the next working day', () => {
  const evening: Told = ['15:00', 'ticket.reported', { type: 'fault', grade: 'stopped', cover: 'whole' }]
  // The first week of October is a holiday: two hours are left on the thirtieth, two come on the eighth.
  assert.deepEqual(told(onFault([evening], '16:00').obligations).at(-1), 'repair#1 open 10-08 10:00')
})

test('a patient on the table holds the clock, for four hours at most', () => {
  const paused: Told = ['10:00', 'ticket.paused', { reason: 'patient', evidence: 'schedule-3' }]
  assert.deepEqual(told(onFault([reported('whole'), paused, ['12:00', 'ticket.resumed']]).obligations).at(-1), 'repair#1 open 15:00')
  assert.deepEqual(told(onFault([reported('whole'), paused], '15:30').obligations).at(-1), 'repair#1 open 17:00')
})

test('why a repair is promised names the cover by which it is', () => {
  const { obligations } = onFault([reported('whole')], '10:00')
  const repair = obligations.find(({ promise }) => promise === 'repair')!
  const said = sayWhy(repair, whyContext(bound, repair), 'zh-CN').join('\n')
  assert.match(said, /保修期内四个门诊小时修复/)
  assert.doesNotMatch(said, /undefined|\{\w+\}/)
})

test('why names the cover by its title, and says so where there was none', () => {
  const promised = boundFrom(SCANNER.replace('updates: none, none: none}', 'updates: none, none: 2d}'))
  const said = (cover: string): string => {
    const { obligations } = story(promised, [reported(cover)], { subject: FAULT, at: '10:00' })
    const repair = obligations.find(({ promise }) => promise === 'repair')!
    return sayWhy(repair, whyContext(promised, repair), 'zh-CN').join('\n')
  }
  assert.match(said('whole'), /质保为“整机保修”/)
  assert.match(said('none'), /报修时不在质保之内。/)
  assert.doesNotMatch(said('tube'), /tube/)
})

// Gates -----------------------------------------------------------------------------------------------------------------------------

const RESTORED: Told = ['10:00', 'ticket.restored']
const VISITED: Told = ['09:40', 'visit.arrived']
const SIGNED: Told = ['10:20', 'visit.signed']
const CONFIRMED: Told = ['10:30', 'ticket.confirmed']
const tested = (passed: boolean): Told => ['10:10', 'asset.tested', { passed }, { on: DEVICE, also: [FAULT] }]

function handover(...lines: readonly Told[]): string | undefined {
  return told(onFault([reported('whole'), ...lines]).obligations).find((line) => line.startsWith('handover'))
}

test('the scanner goes back to the clinic after a test that passed and a signature, both', () => {
  assert.equal(handover(VISITED, RESTORED, tested(true), SIGNED, CONFIRMED), 'handover#1 kept 10:30')
  assert.equal(handover(VISITED, RESTORED, tested(true), CONFIRMED), 'handover#1 broken 10:30')
  assert.equal(handover(VISITED, RESTORED, SIGNED, CONFIRMED), 'handover#1 broken 10:30')
  assert.equal(handover(VISITED, RESTORED, tested(false), SIGNED, CONFIRMED), 'handover#1 broken 10:30')
})

test('who was never on site leaves nothing to sign: the test alone opens the gate', () => {
  assert.equal(handover(RESTORED, tested(true), CONFIRMED), 'handover#1 kept 10:30')
})

test('before anybody hands over, the gate is no obligation yet', () => {
  assert.equal(handover(RESTORED, tested(true)), undefined)
})

test('whoever is about to hand over too early is refused with what is missing and who may let it pass; on the record nothing changes', () => {
  const { record } = onFault([reported('whole'), VISITED, RESTORED, tested(true)])
  const [intended] = facts(['10:30', 'ticket.confirmed'])
  const intention = { facts: [{ ...intended!, id: 'intended' }], now: at('12:35') }
  const [refusal, ...others] = gatesAgainst(bound, record, intention)
  assert.deepEqual([refusal?.promise, refusal?.waive, others], ['handover', 'service-manager', []])
  assert.deepEqual(sayRefusal(refusal!, { plan: bound.plan, type: 'ticket.confirmed' }, 'zh-CN'), [
    '暂不能登记“客户确认”：质控检测合格、临床签字之后交还。',
    '须先有客户签字，目前尚未发生。',
    '客服经理可以说明理由并附依据，放行一次。',
  ])
  assert.equal(gatesAgainst(bound, record, intention).length, 1, 'asked twice it says the same: nothing was written')
})

test('facts intended together are judged together: the signature that comes with the confirmation opens the gate', () => {
  const { record } = onFault([reported('whole'), VISITED, RESTORED, tested(true)])
  const together = facts(['10:30', 'visit.signed'], ['10:30', 'ticket.confirmed']).map((fact, n) => ({ ...fact, id: `intended-${n}` }))
  assert.deepEqual(gatesAgainst(bound, record, { facts: together, now: at('12:35') }), [])
})

// Rules -----------------------------------------------------------------------------------------------------------------------------

test('a missed repair takes two percent of the yearly fee and goes two ways up', () => {
  assert.deepEqual(onFault([reported('whole')], '10-09 12:00').effects, [
    ['deduct', '2%', { percent: 2, of: 'yearly-fee' }],
    ['escalate', 'senior-management'],
    ['escalate', 'service-manager'],
  ])
})

test('what the customer does not accept as repaired was not repaired: the clock runs on, and a second repair keeps it', () => {
  const refused: Told = ['10:30', 'ticket.refused']
  assert.deepEqual(told(onFault([reported('whole'), RESTORED, refused]).obligations).at(-1), 'repair#1 open 13:00')
  const again: Told = ['11:00', 'ticket.restored']
  assert.deepEqual(told(onFault([reported('whole'), RESTORED, refused, again], '17:30').obligations).at(-1), 'repair#1 kept 11:00')
  assert.deepEqual(told(onFault([reported('whole'), RESTORED, refused], '12:59').obligations).at(-1), 'repair#1 open 13:00')
  assert.deepEqual(told(onFault([reported('whole'), RESTORED, refused], '13:01').obligations).at(-1), 'repair#1 broken 13:00')
})

test('the first standstill of a device brings a full check, later ones do not, and a degraded one brings none', () => {
  const on = (ticket: string, when: string, grade: string): Told => [
    when,
    'ticket.reported',
    { grade },
    { on: `ticket/${ticket}`, also: [DEVICE] },
  ]
  const gifts = (...lines: readonly Told[]) => story(bound, lines, { subject: DEVICE, at: '18:00' }).effects
  assert.deepEqual(gifts(on('T1', '09:00', 'stopped'), on('T2', '10:00', 'stopped')), [['entitle', 'full-check', { asset: DEVICE }]])
  assert.deepEqual(gifts(on('T1', '09:00', 'degraded')), [])
  assert.deepEqual(gifts(on('T1', '09:00', 'degraded'), on('T2', '10:00', 'stopped')).length, 1)
})

// The plan read aloud -----------------------------------------------------------------------------------------------------------------

test('a hospital reads the plan aloud and understands what it bought', () => {
  const zh = explainPlan(bound.plan, 'zh-CN').join('\n')
  for (const sentence of [
    '【整机保修】验收之后保修一年，原厂给得更长的从原厂。',
    '期限：12 个月、原厂的保修期 中最长的',
    '不在其内：使用不当（须有凭据）',
    '换上的部件：期限从更换之日重新起算',
    '包括：免费升级',
    '时限（整机保修）：4 小时（周一至周五 08:00-17:00）',
    '时限（不在质保之内）：这一行没有承诺',
    '须先有：设备测试（合格）且客户签字',
    '可由客服经理说明理由后放行',
    '则：扣减 “年费”的 2%、升级给高级管理层',
    '则：“修复”视同没有完成',
    '只算一次',
    '费用（按先后，先符合的先用）：',
    '配件 按价目表、人工 300.00 元、加收 所收费用的 20%',
    '· 其余：配件 按价目表、人工 按价目表、差旅 按成本',
  ])
    assert.ok(zh.includes(sentence), `${sentence}\n\n${zh}`)
})

test('the same plan in traditional characters and in English leaves no place empty and no word untranslated', () => {
  const tw = explainPlan(bound.plan, 'zh-TW').join('\n')
  for (const word of ['客户', '质保', '报', '费用', '换上的部件：期限从']) assert.ok(!withoutTexts(tw).includes(word), word)
  const en = withoutTexts(explainPlan(bound.plan, 'en').join('\n'))
  assert.doesNotMatch(tw + en, /undefined|\{\w+\}|\[object/)
  assert.match(en, /Term: the longest of/)
})

/** Lines in the plan's own words stay in the language of the signed text. */
function withoutTexts(text: string): string {
  const own = Object.values(bound.plan.promises).flatMap((clause) => [clause.text, clause.title])
  const names = Object.values(bound.plan.reasons).map(({ name }) => name)
  const longestFirst = [...own, ...names, bound.plan.title].toSorted((a, b) => (b?.length ?? 0) - (a?.length ?? 0))
  return longestFirst.reduce<string>((left, part) => (part ? left.replaceAll(part, '') : left), text)
}
