import assert from 'node:assert/strict'
import { test } from 'node:test'
import { boundFrom, story } from '../promise/from-yaml.testing.ts'
import type { Told } from '../promise/cover/given.testing.ts'
import { describe as inWords } from '../promise/given.testing.ts'
import { withClause } from './form-keys.testing.ts'
import { planOf } from './given.testing.ts'
import { openPlaces } from './open-places.ts'
import { mergeTerms } from './terms.ts'
import { tellPlan } from './told.ts'
import type { Term } from './types.ts'

const HOURS: Term = { key: 'dimensions.hours', value: '5x8', source: '合同第一条' }
const agreed = (value: unknown, key = 'promises.extra.at-least'): Term => ({ key, value, source: '附件二第 3 条' })

const STOCK = withClause('level', 'per: model\nmeasure: stock.on-hand\nover: now\nat-least: unstated')
const SHARE = withClause(
  'level',
  'per: contract\nmeasure: count survey.answered where score >= 4 / count survey.answered\nover: month\nat-least: {by: grade, major: unstated, general: 90%}',
)
const COMPLAINTS = withClause(
  'level',
  'per: contract\nmeasure: count complaint.opened\nover: month\nat-most: unstated\ntarget: unstated\ncalendar: unstated',
)

function refusals(yaml: string, ...terms: readonly Term[]): string[] {
  const merged = mergeTerms(planOf(yaml), terms)
  return merged.ok ? [] : merged.findings.map(({ code }) => code)
}

test('the number that must hold is asked of the contract where the plan leaves it open, row by row', () => {
  const asked = (yaml: string) =>
    openPlaces(planOf(yaml)).flatMap(({ key, kind, promise }) =>
      promise === 'extra' ? [`${key.slice('promises.extra.'.length)} ${kind}`] : [],
    )
  assert.deepEqual(asked(STOCK), ['at-least number'])
  assert.deepEqual(asked(SHARE), ['at-least.major number'])
  assert.deepEqual(asked(COMPLAINTS), ['at-most number', 'target number', 'calendar calendar'])
})

test('a contract states it as a number or a share; what the plan states it leaves alone', () => {
  for (const value of ['98%', '3', 3, '0.98']) assert.deepEqual(refusals(STOCK, agreed(value)), [], String(value))
  for (const value of ['plenty', '-1', '', null, true, 'unstated', {}])
    assert.deepEqual(refusals(STOCK, agreed(value)), ['term-bad-value'], String(value))
  assert.deepEqual(refusals(SHARE, agreed('95%', 'promises.extra.at-least.general')), ['term-not-open'])
  assert.deepEqual(refusals(SHARE, agreed('95%')), ['term-unknown'])
  assert.deepEqual(refusals(STOCK, agreed('3', 'promises.extra.at-most')), ['term-unknown'])
  assert.deepEqual(refusals(STOCK, agreed('3', 'promises.extra.measure')), ['term-unknown'])
  assert.deepEqual(refusals(COMPLAINTS, agreed('desk', 'promises.extra.calendar'), agreed('2', 'promises.extra.target')), [])
  assert.deepEqual(refusals(COMPLAINTS, agreed('counter', 'promises.extra.calendar')), ['term-bad-value'])
})

const stocked = (when: string, quantity: number): Told => [when, 'stock.changed', { quantity }, { on: 'model/M9' }]

function verdicts(lines: readonly Told[], ...terms: readonly Term[]): string[] {
  const { obligations } = story(boundFrom(STOCK, [HOURS, ...terms]), lines, { subject: 'model/M9', at: '10-20 12:00' })
  return obligations.flatMap((one) => (one.promise === 'extra' ? [inWords(one)] : []))
}

const SHORT: readonly Told[] = [stocked('10-01 09:00', 4), stocked('10-05 09:00', 2)]

test('without it stock is measured and never short; agreed, it is short from the instant at which it falls below', () => {
  assert.deepEqual(verdicts(SHORT), ['open due open-ended'])
  assert.deepEqual(verdicts(SHORT, agreed(2)), ['open due open-ended'])
  assert.deepEqual(verdicts(SHORT, agreed(3)), ['broken at 10-05 09:00'])
  assert.deepEqual(verdicts([...SHORT, stocked('10-08 09:00', 5)], agreed(3)), ['broken at 10-05 09:00', 'open due open-ended'])
})

const answered = (when: string, score: number): Told => [when, 'survey.answered', { score }, { on: 'contract/C1' }]

function months(lines: readonly Told[], ...terms: readonly Term[]): string[] {
  const yaml = SHARE.replace('{by: grade, major: unstated, general: 90%}', 'unstated')
  const { obligations } = story(boundFrom(yaml, [HOURS, ...terms]), lines, { subject: 'contract/C1', at: '11-02 12:00' })
  return obligations.flatMap((one) => (one.promise === 'extra' && one.episode === 1 ? [inWords(one)] : []))
}

test('a share of a month is kept or broken at its end by what the contract says', () => {
  const lines = [answered('10-01 09:00', 5), answered('10-02 09:00', 5), answered('10-03 09:00', 2)]
  assert.deepEqual(months(lines), ['kept at 11-01 00:00'])
  assert.deepEqual(months(lines, agreed('60%')), ['kept at 11-01 00:00'])
  assert.deepEqual(months(lines, agreed('70%')), ['broken at 11-01 00:00'])
})

test('a number that the contract filled says where that was agreed', () => {
  const terms = [HOURS, agreed('3')]
  const bound = boundFrom(STOCK, terms)
  const clause = tellPlan(bound.plan, 'zh-CN', terms).clauses.find(({ id }) => id === 'extra')
  assert.deepEqual(
    clause?.lines.filter(({ agreed: sources }) => sources.length > 0),
    [{ words: '不低于 3', agreed: ['附件二第 3 条'] }],
  )
})
