import assert from 'node:assert/strict'
import { test } from 'node:test'
import { agreedPlan } from './bind.ts'
import { SOUND, change, planOf } from './given.testing.ts'
import { lintPlan } from './lint.ts'
import { openPlaces } from './open-places.ts'
import type { OpenPlace } from './open-places.ts'
import { PLAN_FILES, bundled } from './plans.testing.ts'
import { mergeTerms } from './terms.ts'
import type { Plan, Term } from './types.ts'

/** The sound plan with blanks: a limit, a row of a limit, a target, a calendar, and the hours of another. */
const OPEN = [
  ['within: 30min', 'within: unstated'],
  ['target: 10min', 'target: unstated'],
  ['major: 4h, general', 'major: {by: zone, city: 4h, else: unstated}, general'],
  ['      pauses: [customer-deferred]\n', '      pauses: [customer-deferred]\n      calendar: unstated\n'],
  ['  desk: {', '  night: {hours: unstated}\n  desk: {'],
].reduce((text, [from = '', to = '']) => change(from, to, text), SOUND)

const PLAN = planOf(OPEN)

/** A value that fits a place. */
function fitting({ kind, choices }: OpenPlace): unknown {
  const values = {
    span: '6h',
    hours: { weekly: { 'mon-fri': ['20:00-06:00'] } },
    day: '2026-09-30',
    number: '98%',
    km: 30,
    money: '120.00',
    phone: '000-5550 1234',
    mail: 'service@example.com',
    url: 'https://fuwu.example.com',
    text: '服务台',
    parts: [{ code: 'P-1', name: '水泵', price: '1200.00' }],
  } as const
  return kind === 'calendar' || kind === 'choice' || kind === 'rate' ? choices[0] : values[kind]
}

function filled(plan: Plan): readonly Term[] {
  return openPlaces(plan).map((place) => ({ key: place.key, value: fitting(place), source: '合同附件一' }))
}

test('a contract is asked for everything that the plan leaves open, what nobody can count without first', () => {
  assert.deepEqual(
    openPlaces(PLAN).map(({ key, kind, required }) => [key, kind, required]),
    [
      ['dimensions.hours', 'choice', true],
      ['calendars.night', 'hours', true],
      ['promises.reply.within', 'span', false],
      ['promises.reply.target', 'span', false],
      ['promises.onsite.calendar', 'calendar', false],
      ['promises.pump-repair.within.major.else', 'span', false],
    ],
  )
})

test('a place says what may stand there', () => {
  const by = new Map(openPlaces(PLAN).map((place) => [place.key, place]))
  assert.deepEqual(by.get('dimensions.hours')?.choices, ['5x8', '7x24'])
  assert.deepEqual(by.get('promises.onsite.calendar')?.choices, ['always', 'night', 'desk'])
  assert.deepEqual(by.get('promises.reply.within')?.choices, [])
})

test('a place in a clause knows the clause and the rows that lead to it', () => {
  const place = openPlaces(PLAN).find((one) => one.key.endsWith('else'))
  assert.deepEqual([place?.promise, place?.field, place?.rows], ['pump-repair', 'within', ['major', 'else']])
})

test('what the plan states it asks nobody for', () => {
  const stated = openPlaces(planOf(SOUND))
  assert.deepEqual(
    stated.map((place) => place.key),
    ['dimensions.hours'],
  )
})

test('a dimension that a customer, a site or staff sets is none of the contract’s', () => {
  const plan = planOf(change('set-by: contract', 'set-by: site'))
  assert.deepEqual(openPlaces(plan), [])
})

test('a contract that fills every place leaves nothing open', () => {
  const terms = filled(PLAN)
  const merged = mergeTerms(PLAN, terms)
  assert.ok(merged.ok, JSON.stringify(merged))
  assert.deepEqual(
    openPlaces(merged.plan).map((place) => place.key),
    ['dimensions.hours'],
  )
  assert.ok(agreedPlan(PLAN, terms).ok)
})

test('without what is required a plan cannot be agreed; without the rest it can, and is counted without a verdict', () => {
  const terms = filled(PLAN)
  const places = openPlaces(PLAN)
  const required = terms.filter((term) => places.some((place) => place.required && place.key === term.key))
  assert.ok(agreedPlan(PLAN, required).ok)
  for (const left of required) {
    const short = agreedPlan(
      PLAN,
      required.filter((term) => term !== left),
    )
    assert.ok(!short.ok)
    assert.deepEqual(
      short.findings.map((finding) => finding.at.path),
      [left.key],
    )
  }
})

test('whatever lint asks for in a clause, the contract can answer', () => {
  const keys = openPlaces(PLAN).map((place) => place.key)
  const asked = lintPlan(PLAN).filter((finding) => finding.code === 'lint-unstated' || finding.code === 'lint-calendar-unstated')
  assert.ok(asked.length > 0)
  for (const finding of asked)
    assert.ok(
      keys.some((key) => key.startsWith(finding.at.path.replace('.deadline', ''))),
      `${finding.code} ${finding.at.path}`,
    )
})

test('the bundled plans can be signed with every place filled that they leave open', () => {
  for (const file of PLAN_FILES) {
    const plan = bundled(file.replace('.yaml', ''))
    const agreed = agreedPlan(plan, filled(plan))
    assert.ok(agreed.ok, `${file}: ${agreed.ok ? '' : JSON.stringify(agreed.findings)}`)
  }
})

test('how often is a place of the contract where the plan says 定期 and no more; what the plan states is none', () => {
  const rounds = (every: string) =>
    planOf(
      change(
        'later:\n',
        `  rounds:\n    recurring: {starts: contract.accepted, every: ${every}, task: visit}\n    text: 定期巡泵。\n    source: [L-7]\nlater:\n`,
      ),
    )
  const asked = (every: string) => openPlaces(rounds(every)).filter(({ promise }) => promise === 'rounds')
  assert.deepEqual(
    asked('unstated').map(({ key, kind, required, field }) => [key, kind, required, field]),
    [['promises.rounds.every', 'span', false, 'every']],
  )
  assert.deepEqual(asked('3mo'), [])
  const fill = (value: unknown, every = 'unstated') =>
    mergeTerms(rounds(every), [{ key: 'promises.rounds.every', value, source: '附件二' }])
  const merged = fill('6mo')
  const clause = merged.ok ? merged.plan.promises.rounds : undefined
  assert.deepEqual(clause?.form === 'recurring' && clause.schedule, { kind: 'every', every: { value: 6, unit: 'mo' } })
  assert.deepEqual(merged.ok && openPlaces(merged.plan).filter(({ promise }) => promise === 'rounds'), [])
  const refused = (value: unknown, every?: string) => {
    const result = fill(value, every)
    assert.ok(!result.ok)
    return result.findings.map(({ code }) => code)
  }
  for (const wrong of ['often', '0d', '-3mo', 7, 'unstated']) assert.deepEqual(refused(wrong), ['term-bad-value'], String(wrong))
  assert.deepEqual(refused('6mo', '3mo'), ['term-not-open'])
})
