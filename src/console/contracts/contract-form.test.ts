import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Json } from '../../core/fact.ts'
import { hoursOf, partsOf, textOf } from '../../core/contract/typed.ts'
import { agreedPlan } from '../../core/plan/bind.ts'
import { mergeTerms } from '../../core/plan/terms.ts'
import type { ContractDetail } from '../../wire/contracts.ts'
import type { PlanAsk } from '../../wire/plans.ts'
import { EMPTY, amendBody, draftContent, fromDraft, missingIn, signBody, termErrors } from './contract-form.ts'
import type { ContractForm } from './contract-form.ts'

const ask = (key: string, more: Partial<PlanAsk> = {}): PlanAsk => ({
  key,
  kind: 'span',
  required: false,
  choices: [],
  words: key,
  ...more,
})
const ASKS = [
  ask('dimensions.hours', { kind: 'choice', required: true }),
  ask('promises.repair.within'),
  ask('calendars.desk', { kind: 'hours', required: true }),
]

const FORM: ContractForm = {
  ...EMPTY,
  number: ' HT-7 ',
  title: '维保',
  customer: { value: 'c1', label: '锦屏医院' },
  plan: 'keyou@1',
  startsOn: '2026-03-14',
  sites: [{ value: 's1', label: '门诊楼' }],
  people: { lead: [{ value: 'gu', label: '顾南' }], engineer: [] },
  terms: {
    'dimensions.hours': { value: '7x24', source: '附件三' },
    'calendars.desk': { value: 'mon-fri 09:00-17:30 CN', source: '附件四' },
  },
}

const BARE = {
  id: 'x',
  title: 'x',
  version: 1,
  timezone: 'Asia/Shanghai',
  calendars: { desk: { hours: 'unstated' as const } },
  grades: [],
  gradeBy: 'staff' as const,
  zones: [],
  dimensions: {},
  reasons: {},
  promises: {},
  charges: [],
  forms: {},
  channels: {},
  roles: {},
  later: [],
}

test('what somebody typed as hours is a calendar that a plan takes', () => {
  const agreed = (text: string) => agreedPlan(BARE, [{ key: 'calendars.desk', value: hoursOf(text), source: '附件' }]).ok
  assert.deepEqual(['24x7', 'mon-fri 09:00-17:30 CN', 'sat-mon 22:00-06:00', 'workdays', ''].map(agreed), [true, true, true, false, false])
})

test('hours that say more than a line can come back whole when a contract is amended, nothing of them is lost', () => {
  const week = { weekly: { 'mon-fri': ['09:00-17:30'] } }
  const all: readonly Json[] = [
    { ...week, holidays: 'CN', overrides: [{ date: '2026-12-31', hours: [] }] },
    { ...week, holidays: 'CN', 'make-up-as': 'tue' },
    { ...week, timezone: 'Asia/Urumqi' },
    { hours: '24x7', holidays: 'CN' },
    { hours: '24x7' },
    { ...week, holidays: 'CN' },
  ]
  for (const value of all) assert.deepEqual(hoursOf(textOf(value)), value)
  assert.equal(textOf({ ...week, holidays: 'CN' }), 'mon-fri 09:00-17:30 CN')
})

test('a signature names what is filled in and nothing else', () => {
  assert.deepEqual(signBody(FORM, ASKS, 'd1'), {
    number: 'HT-7',
    title: '维保',
    startsOn: '2026-03-14',
    customer: 'c1',
    plan: 'keyou@1',
    sites: ['s1'],
    assets: [],
    people: { lead: ['gu'] },
    terms: [
      { key: 'dimensions.hours', value: '7x24', source: '附件三' },
      { key: 'calendars.desk', value: { weekly: { 'mon-fri': ['09:00-17:30'] }, holidays: 'CN' }, source: '附件四' },
    ],
    draft: 'd1',
  })
})

test('a value of another plan is not sent along', () => {
  const terms = signBody(FORM, [ASKS[1]!], undefined).terms
  assert.deepEqual(terms, [])
})

test('before it is signed, what is missing is named by its field', () => {
  assert.deepEqual(missingIn(EMPTY, []), ['number', 'title', 'customer', 'plan'])
  assert.deepEqual(missingIn(FORM, ASKS), [])
  const bare = { ...FORM, terms: { 'promises.repair.within': { value: '4h', source: ' ' } } }
  assert.deepEqual(missingIn(bare, ASKS), ['value:dimensions.hours', 'source:promises.repair.within', 'value:calendars.desk'])
})

test('a draft keeps what was typed, and is taken up again with the names of its records', () => {
  const names = new Map([
    ['c1', '锦屏医院'],
    ['s1', '门诊楼'],
    ['gu', '顾南'],
  ])
  const again = fromDraft({ title: FORM.title, content: draftContent(FORM) }, names)
  assert.deepEqual(again, { ...FORM, number: 'HT-7', people: { lead: FORM.people.lead } })
  assert.deepEqual(fromDraft({ title: '空', content: {} }, new Map()), { ...EMPTY, title: '空' })
})

const OBJECTIONS = { key: 'dispute-within', value: '30d', source: '第九条', place: 'dispute-within', words: '30 天' }
const STANDING = { plan: 'keyou@1', version: 3, terms: [OBJECTIONS] } as unknown as ContractDetail

test('what the plan does not ask for stays agreed under the same plan, and goes with another one', () => {
  const keys = (form: ContractForm) => amendBody(form, ASKS, { contract: STANDING, reason: '' }).terms?.map(({ key }) => key)
  assert.deepEqual(keys(FORM), ['dimensions.hours', 'calendars.desk', 'dispute-within'])
  assert.deepEqual(keys({ ...FORM, plan: 'keyou@2' }), ['dimensions.hours', 'calendars.desk'])
})

test('a line of the price list that lacks something is left for the plan to refuse', () => {
  const taken = (text: string) => mergeTerms(BARE, [{ key: 'prices.parts', value: partsOf(text), source: '附件' }]).ok
  const typed = 'P-100 水泵 1200.00\nP-7 机械 密封 18'
  assert.deepEqual([typed, 'P-100，水泵，1200', 'P-100', 'P-100 水泵', ''].map(taken), [true, true, false, false, false])
})

test('an amendment goes with the version that somebody saw', () => {
  const body = amendBody(FORM, ASKS, { contract: STANDING, reason: ' 续签 ' })
  assert.deepEqual([body.version, body.reason, body.plan, 'number' in body], [3, '续签', 'keyou@1', false])
})

test('what the plan says of a value stands under it', () => {
  const findings = [
    { path: 'dimensions.hours', words: '没有这个取值' },
    { path: 'calendars.desk.weekly.mon-fri', words: '时段不对' },
    { path: 'promises.repairs.within', words: '别处' },
  ]
  assert.deepEqual(termErrors(ASKS, findings), { 'dimensions.hours': '没有这个取值', 'calendars.desk': '时段不对' })
})
