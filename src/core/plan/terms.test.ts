import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { RUNS } from '../promise/random.testing.ts'
import { SOUND, change, planOf, sentencesOf } from './given.testing.ts'
import { mergeTerms } from './terms.ts'
import { deadlinesOf } from './types.ts'
import type { Plan, Term } from './types.ts'
import { cellsOf } from './value.ts'

/** The sound plan with blanks: a limit, a row of a limit, a target, a calendar, and the hours of another. */
const OPEN = [
  ['within: 30min', 'within: unstated'],
  ['target: 10min', 'target: unstated'],
  ['major: 4h, general', 'major: {by: zone, city: 4h, else: unstated}, general'],
  ['      pauses: [customer-deferred]\n', '      pauses: [customer-deferred]\n      calendar: unstated\n'],
  ['  desk: {', '  night: {hours: unstated}\n  desk: {'],
].reduce((text, [from = '', to = '']) => change(from, to, text), SOUND)

const PLAN = planOf(OPEN)

function term(key: string, value: unknown, source = '合同附件一'): Term {
  return { key, value, source }
}

function merged(...terms: Term[]): Plan {
  const result = mergeTerms(PLAN, terms)
  assert.ok(result.ok, JSON.stringify(result))
  return result.plan
}

/** `code key sentence` of every term that has no place. */
function refused(...terms: Term[]): string[] {
  const result = mergeTerms(PLAN, terms)
  assert.equal(result.ok, false)
  return result.ok ? [] : result.findings.map((one) => `${one.code} ${one.at.path} ${sentencesOf(one)['zh-CN']}`)
}

test('a contract without terms leaves the plan as it is', () => {
  assert.equal(merged(), PLAN)
})

test('a contract fills the limit that the plan left open', () => {
  const filled = merged(term('promises.reply.within', '45min'), term('promises.reply.target', '15 min'))
  assert.deepEqual(deadlinesOf(filled).reply?.within, { kind: 'scalar', value: { travel: false, duration: { value: 45, unit: 'min' } } })
  assert.deepEqual(deadlinesOf(filled).reply?.target, { kind: 'scalar', value: { travel: false, duration: { value: 15, unit: 'min' } } })
})

test('a contract fills one row of a table, however deep, and the rest stands', () => {
  const filled = merged(term('promises.pump-repair.within.major.else', 'travel + 6h'))
  const cells = cellsOf(deadlinesOf(filled)['pump-repair']?.within)
  assert.deepEqual(
    cells.map(({ path, value }) => [path.join('.'), value.kind === 'scalar' ? value.value : value.kind]),
    [
      ['major.city', { travel: false, duration: { value: 4, unit: 'h' } }],
      ['major.else', { travel: true, duration: { value: 6, unit: 'h' } }],
      ['general', { travel: false, duration: { value: 2, unit: 'd' } }],
    ],
  )
})

test('a contract chooses the calendar of a clause among those of the plan, and gives hours to one without', () => {
  const filled = merged(term('promises.onsite.calendar', 'night'), term('calendars.night', { weekly: { 'mon-sun': ['18:00-24:00'] } }))
  assert.deepEqual(deadlinesOf(filled).onsite?.calendar, { kind: 'scalar', value: 'night' })
  assert.deepEqual(filled.calendars.night, { weekly: { 'mon-sun': ['18:00-24:00'] } })
  assert.deepEqual(Object.keys(filled.calendars), ['always', 'night', 'desk'])
})

test('a contract may agree that a calendar never closes, or leave it open', () => {
  assert.deepEqual(merged(term('calendars.night', { hours: '24x7' })).calendars.night, { hours: '24x7' })
  assert.deepEqual(merged(term('calendars.night', { hours: 'unstated' })).calendars.night, { hours: 'unstated' })
})

test('a dimension that the contract sets and a person for a role change no clause', () => {
  assert.equal(merged(term('dimensions.hours', '7x24'), term('roles.lead', '施工队长')), PLAN)
})

test('the plan that was signed is left as it was', () => {
  const before = structuredClone(PLAN)
  merged(term('promises.reply.within', '45min'), term('calendars.night', { hours: '24x7' }))
  assert.deepEqual(PLAN, before)
})

test('what the plan states a contract cannot overwrite', () => {
  const sentence = (key: string) => `term-not-open ${key} 合同条款 ${key} 对应之处方案已经写明，合同不能改写；如需不同，请另立方案版本。`
  for (const [key, value] of [
    ['promises.onsite.within.city', '2h'],
    ['promises.pump-repair.within.major.city', '2h'],
    ['promises.reply.calendar.5x8', 'always'],
    ['calendars.desk', { hours: '24x7' }],
    ['calendars.always', { hours: '24x7' }],
  ] as const)
    assert.deepEqual(refused(term(key, value)), [sentence(key)])
})

test('what is set by others than the contract the contract cannot set', () => {
  const season = planOf(change('set-by: contract', 'set-by: customer', OPEN))
  const result = mergeTerms(season, [term('dimensions.hours', '7x24')])
  assert.ok(!result.ok)
  assert.deepEqual(
    result.findings.map((one) => one.code),
    ['term-not-open'],
  )
})

test('a term that fits nowhere in the plan is told as such', () => {
  for (const key of [
    'promises.repair.within',
    'promises.reply',
    'promises.reply.unless',
    'promises.reply.within.major',
    'promises.pump-repair.within',
    'promises.pump-repair.within.major',
    'promises.pump-repair.within.minor',
    'promises.onsite.target',
    'promises.constructor.within',
    'calendars.counter',
    'calendars.toString',
    'dimensions.region',
    'dimensions.constructor',
    'prices.tools',
    'prices.parts.P-1',
    'charges.charge-1.parts',
    'charges',
    'roles',
    'roles.lead.name',
    'dimensions.hours.7x24',
    'calendars.night.weekly',
    '',
  ])
    assert.deepEqual(refused(term(key, '4h')), [`term-unknown ${key} 合同条款 ${key} 在方案里没有对应之处。`], key)
})

test('a limit that is no limit and a calendar that is none of the plan are told with what was expected', () => {
  assert.deepEqual(refused(term('promises.reply.within', '尽快')), [
    'term-bad-value promises.reply.within 合同条款 promises.reply.within 的值“尽快”不对，应当是时长，如 4h，或 travel + 2h。',
  ])
  for (const value of ['unstated', 'none', '0h', 4, null, ['4h'], { by: 'zone', city: '4h' }])
    assert.match(refused(term('promises.reply.within', value))[0] ?? '', /^term-bad-value /)
  assert.deepEqual(refused(term('promises.onsite.calendar', 'counter')), [
    'term-bad-value promises.onsite.calendar 合同条款 promises.onsite.calendar 的值“counter”不对，应当是小写字母、数字与连字符组成的编号。',
  ])
  assert.deepEqual(refused(term('roles.lead', { name: '吴岚' })), [
    'term-bad-value roles.lead 合同条款 roles.lead 的值“{"name":"吴岚"}”不对，应当是一段不为空的文字。',
  ])
  for (const value of [7, '', '  ', null]) assert.match(refused(term('roles.lead', value))[0] ?? '', /^term-bad-value /)
})

test('a list of one name is no name', () => {
  assert.match(refused(term('promises.onsite.calendar', ['desk']))[0] ?? '', /^term-bad-value /)
  assert.match(refused(term('dimensions.hours', ['5x8']))[0] ?? '', /^bad-choice /)
})

test('a value that YAML reads as a number chooses the value of that name', () => {
  const shifts = planOf(
    change(
      '{values: [5x8, 7x24], set-by: contract, name: 服务时段}',
      '{values: [8, 24], set-by: contract, name: 服务时段}',
      change('5x8: desk, 7x24', '8: desk, 24', SOUND),
    ),
  )
  assert.ok(mergeTerms(shifts, [term('dimensions.hours', 24)]).ok)
  assert.equal(mergeTerms(shifts, [term('dimensions.hours', 12)]).ok, false)
})

test('a value that a dimension does not have is told with those that it has', () => {
  assert.deepEqual(refused(term('dimensions.hours', '5x9')), [
    'bad-choice dimensions.hours dimensions.hours 的值“5x9”不对，可写：5x8 7x24。',
  ])
})

test('hours that are no calendar are told in the words of calendars', () => {
  assert.deepEqual(refused(term('calendars.night', { weekly: { 'mon-sun': ['6pm'] } })), [
    'calendar.bad-hours calendars.night “6pm”不是服务时段；请写作 09:30-19:30，跨夜写作 22:00-06:00，到午夜写作 24:00。',
  ])
  assert.match(refused(term('calendars.night', 'evenings'))[0] ?? '', /^calendar\.not-a-calendar /)
})

test('one place takes one value: a key given twice is told, whatever its values', () => {
  assert.deepEqual(refused(term('promises.reply.within', '45min'), term('promises.reply.within', '45min')), [
    'term-twice promises.reply.within 合同条款 promises.reply.within 写了两次，只能有一个值。',
  ])
})

test('every reason why a term has no place comes at once, in the order of the keys', () => {
  assert.deepEqual(
    refused(
      term('promises.reply.within', 'soon'),
      term('prices.tools', '1'),
      term('dimensions.hours', '5x9'),
      term('calendars.night', {}),
    ).map((line) => line.split(' ').slice(0, 2).join(' ')),
    [
      'calendar.hours-or-weekly calendars.night',
      'bad-choice dimensions.hours',
      'term-unknown prices.tools',
      'term-bad-value promises.reply.within',
    ],
  )
})

const TERMS = [
  term('promises.reply.within', '45min'),
  term('promises.reply.target', '15min'),
  term('promises.onsite.calendar', 'desk'),
  term('promises.pump-repair.within.major.else', '6h'),
  term('calendars.night', { hours: '24x7' }),
  term('dimensions.hours', '5x8'),
  term('roles.lead', '吴岚'),
]

test('terms come to the same plan in whatever order they are written', () => {
  const whole = merged(...TERMS)
  fc.assert(
    fc.property(fc.shuffledSubarray(TERMS, { minLength: TERMS.length }), (shuffled) => assert.deepEqual(merged(...shuffled), whole)),
    RUNS,
  )
})

test('any keys and values at all are merged or refused with a reason for each, never thrown at', () => {
  const steps = fc.constantFrom(
    'promises',
    'calendars',
    'dimensions',
    'roles',
    'prices',
    'charges',
    'parts',
    'labour',
    'reply',
    'pump-repair',
    'within',
    'major',
    'else',
    'night',
    '__proto__',
  )
  const keys = fc.oneof(
    fc.array(steps, { maxLength: 5 }).map((path) => path.join('.')),
    // a key in braces is shown as it is and looks like a place left empty
    fc.string({ maxLength: 8 }).filter((key) => !key.includes('{')),
  )
  const values = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom('4h', 'always', { hours: '24x7' }))
  const terms = fc.array(fc.tuple(keys, values), { maxLength: 4 })
  fc.assert(
    fc.property(terms, (list) => {
      const result = mergeTerms(
        PLAN,
        list.map(([key, value]) => term(key, value)),
      )
      if (result.ok) return
      assert.ok(result.findings.length > 0)
      for (const finding of result.findings) sentencesOf(finding)
    }),
    RUNS,
  )
})

test('the day of taking over is a date, and changes nothing in the plan', () => {
  assert.equal(merged(term('cut-over', '2026-04-15')), PLAN)
  for (const wrong of ['soon', 20260415, '2026-02-30'])
    assert.match(refused(term('cut-over', wrong))[0]!, /^term-bad-value cut-over .*日期，如 2026-09-30/)
  assert.match(refused(term('cut-over.day', '2026-04-15'))[0]!, /^term-unknown/)
})
