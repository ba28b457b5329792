import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { bindWithZones, compileCalendars } from '../../server/plan-binding.ts'
import { dueCalculator } from '../promise/due.ts'
import { at, clockOf } from '../promise/given.testing.ts'
import { RUNS } from '../promise/random.testing.ts'
import type { BoundPlan } from '../promise/types.ts'
import { contraryOf } from './condition.ts'
import { agreedPlan, bindPlan, boundHash } from './bind.ts'
import { SOUND, change, planOf, sentencesOf } from './given.testing.ts'
import { deadlinesOf } from './types.ts'
import type { Plan, Term } from './types.ts'

const ALWAYS: readonly Term[] = [{ key: 'dimensions.hours', value: '7x24', source: '第三条' }]
const PLAN = planOf(SOUND)

function bound(terms: readonly Term[] = ALWAYS, plan: Plan = PLAN): BoundPlan {
  const result = bindWithZones(plan, terms)
  assert.ok(result.ok, JSON.stringify(result))
  return result.bound
}

const hashOf = (text: string, terms: readonly Term[] = ALWAYS) => bound(terms, planOf(text)).hash

test('a bound plan names its version and carries its terms, its calendars and a judge for every condition', () => {
  const one = bound()
  assert.equal(one.ref, 'lanling@3')
  assert.deepEqual(one.terms, ALWAYS)
  assert.deepEqual(Object.keys(one.calendars), ['always', 'desk'])
  assert.deepEqual([...one.tests.keys()], ['type == "fault"'])
  assert.match(one.hash, /^[0-9a-f]{64}$/)
})

test('a condition of `when`, and those of every event, are judged in a bound plan', () => {
  const text = change(
    'starts: onsite.done',
    'starts: [onsite.done, \'remote.authorised where by == "customer"\']\n      when: hours == "7x24" && zone != "county"',
    change('unless: remote.solved', 'unless: \'ticket.judged where removable && cause == "user"\''),
  )
  const { tests } = bound(ALWAYS, planOf(text))
  assert.deepEqual([...tests.keys()].sort(), [
    'by == "customer"',
    'hours == "7x24" && zone != "county"',
    'removable && cause == "user"',
    'type == "fault"',
  ])
  const judge = (cel: string, scope: Readonly<Record<string, unknown>>) => tests.get(cel)?.(scope)
  assert.equal(judge('hours == "7x24" && zone != "county"', { hours: '7x24', zone: 'city' }), true)
  assert.equal(judge('removable && cause == "user"', { removable: true, cause: 'wear' }), false)
})

test('a condition of a charge is judged both ways in a bound plan: yes, no, and neither where nobody knows', () => {
  const cel = 'hours == "7x24" && type == "fault" && km > 50'
  const { tests } = bound(ALWAYS, planOf(change('later:\n', `charges:\n  - {when: '${cel}', travel: list}\nlater:\n`)))
  const judged = (scope: Readonly<Record<string, unknown>>) => [cel, contraryOf(cel)].map((one) => tests.get(one)?.(scope))
  assert.deepEqual(judged({ hours: '7x24', type: 'fault', km: 50.5 }), [true, false])
  assert.deepEqual(judged({ hours: '7x24', type: 'fault', km: 50 }), [false, true])
  assert.deepEqual(judged({ hours: '7x24', type: 'fault' }), [false, false])
  assert.deepEqual(judged({ hours: '5x8' }), [false, true], 'what is not known does not matter here')
})

test('one condition asked of two facts is judged over the fields of both', () => {
  const text = change(
    'starts: onsite.done',
    'starts: [\'visit.agreed where by == "customer"\', \'remote.authorised where by == "customer"\']',
  )
  const { tests } = bound(ALWAYS, planOf(text))
  assert.equal(tests.get('by == "customer"')?.({ by: 'customer' }), true)
})

test('a number that the contract fills in is counted with', () => {
  const open = planOf(change('within: 30min', 'within: unstated'))
  const dueOf = (terms: readonly Term[]) => clockOf(dueCalculator(bound(terms, open), 'reply')?.(at('10:00'), { type: 'fault' })?.dueAt)
  assert.equal(dueOf(ALWAYS), undefined)
  assert.equal(dueOf([...ALWAYS, { key: 'promises.reply.within', value: '45min', source: '第四条' }]), '10:45')
})

test('the hours that the contract chooses are the hours that the clock runs in, also where YAML reads them as a number', () => {
  const dueOf = (one: BoundPlan) => clockOf(dueCalculator(one, 'reply')?.(at('17:15'), { type: 'fault' })?.dueAt)
  assert.equal(dueOf(bound()), '17:45')
  assert.equal(dueOf(bound([{ key: 'dimensions.hours', value: '5x8', source: '第三条' }])), '10-08 09:15')
  const numbered = planOf(change('values: [5x8, 7x24]', 'values: [8, 24]', change('5x8: desk, 7x24', '8: desk, 24')))
  assert.equal(dueOf(bound([{ key: 'dimensions.hours', value: 8, source: '第三条' }], numbered)), '10-08 09:15')
  assert.equal(dueOf(bound([{ key: 'dimensions.hours', value: 24, source: '第三条' }], numbered)), '17:45')
})

test('nobody counts with a calendar without hours or a dimension that the contract left open: both are asked for', () => {
  const open = planOf(change('{weekly: {mon-fri: ["09:00-17:30"]}, holidays: CN}', '{hours: unstated}'))
  const asked = agreedPlan(open, [])
  assert.ok(!asked.ok)
  assert.deepEqual(
    asked.findings.map((one) => `${one.code} ${one.at.path} ${sentencesOf(one)['zh-CN']}`),
    [
      'calendar-unstated calendars.desk 日历 desk 的时段未定（unstated），请在合同条款 calendars.desk 中填写。',
      'dimension-unset dimensions.hours 维度 hours 由合同确定，请在合同条款 dimensions.hours 中选定：5x8 7x24。',
    ],
  )
  const answered = agreedPlan(open, [...ALWAYS, { key: 'calendars.desk', value: { hours: '24x7' }, source: '第五条' }])
  assert.ok(answered.ok)
})

test('a contract that answers with `unstated` has answered nothing', () => {
  const open = planOf(change('{weekly: {mon-fri: ["09:00-17:30"]}, holidays: CN}', '{hours: unstated}'))
  const asked = agreedPlan(open, [...ALWAYS, { key: 'calendars.desk', value: { hours: 'unstated' }, source: '第五条' }])
  assert.ok(!asked.ok)
  assert.deepEqual(
    asked.findings.map((one) => one.code),
    ['calendar-unstated'],
  )
})

test('a dimension that others set with each report is not asked of the contract', () => {
  for (const who of ['customer', 'staff', 'site', 'asset'])
    assert.ok(agreedPlan(planOf(change('set-by: contract', `set-by: ${who}`)), []).ok)
})

test('terms without a place are told before anything is asked', () => {
  const result = bindPlan({ plan: PLAN, terms: [{ key: 'promises.onsite.within.city', value: '2h', source: '' }], calendars: {} })
  assert.ok(!result.ok)
  assert.deepEqual(
    result.findings.map((one) => one.code),
    ['term-not-open'],
  )
})

test('a plan that no parser has seen, with a condition that does not compile, is a mistake of the program', () => {
  const reply = deadlinesOf(PLAN).reply!
  const plan: Plan = { ...PLAN, promises: { reply: { ...reply, when: { cel: 'type ==' } } } }
  assert.throws(() => bindPlan({ plan, terms: ALWAYS, calendars: {} }), /does not compile/)
})

test('the hash does not know where in its file a clause stands, nor in which order the keys were written', () => {
  const hash = hashOf(SOUND)
  assert.equal(hashOf(`# 双方于会签时确认\n\n${SOUND}`), hash)
  assert.equal(
    hashOf(
      change('    title: 修复\n    text: 到站之后按故障轻重限时修复。\n', '    text: 到站之后按故障轻重限时修复。\n    title: 修复\n'),
    ),
    hash,
  )
  assert.equal(hashOf(change('{by: zone, city: 8h, county: travel + 2h}', '{county: travel + 2h, by: zone, city: 8h}')), hash)
  assert.equal(hashOf(change('within: 30min', 'within: 30 min')), hash)
})

test('whatever was agreed changes the hash: texts, numbers, events, reasons, grades, what is for later', () => {
  const changes = [
    ['title: 蓝岭泵站维保承诺', 'title: 蓝岭泵站维护承诺'],
    ['version: 3', 'version: 4'],
    ['timezone: Asia/Shanghai', 'timezone: Asia/Urumqi'],
    ['09:00-17:30', '09:00-18:00'],
    ['name: 停机', 'name: 停泵'],
    ['limit: 5d', 'limit: 6d'],
    ['evidence: required, ', ''],
    ['text: 接报后半小时之内回电。', 'text: 接报后三十分钟之内回电。'],
    ['source: [L-1]', 'source: [L-1, L-6]'],
    ['within: 30min', 'within: 0.5h'],
    ['target: 10min', 'target: 12min'],
    ['kept-by: ticket.restored', 'kept-by: ticket.confirmed'],
    ['excuses: [flood]', 'pauses: [flood]'],
    ['      unless: remote.solved\n', ''],
    ['三十分之一', '二十分之一'],
  ] as const
  const hashes = [hashOf(SOUND), ...changes.map(([from, to]) => hashOf(change(from, to)))]
  assert.equal(new Set(hashes).size, hashes.length)
})

test('terms change the hash by their value and by where they were agreed', () => {
  const five: Term = { key: 'dimensions.hours', value: '5x8', source: '第三条' }
  const hashes = [ALWAYS, [five], [{ ...five, source: '第四条' }]].map((terms) => bound(terms).hash)
  assert.equal(new Set(hashes).size, 3)
})

test('a calendar that counts other days changes the hash, though the plan says the same', () => {
  const { calendars } = bound()
  const [always, desk] = [calendars.always!, calendars.desk!]
  const hash = boundHash(PLAN, ALWAYS, calendars)
  assert.equal(hash, bound().hash)
  assert.notEqual(boundHash(PLAN, ALWAYS, { always, desk: { ...desk, hash: always.hash } }), hash)
  assert.notEqual(boundHash(PLAN, ALWAYS, { always }), hash)
})

test('bound again with the calendars that were pinned it is the same plan with the same hash', () => {
  const compiled = compileCalendars(PLAN)
  assert.ok(compiled.ok)
  const again = bindPlan({ plan: planOf(SOUND), terms: ALWAYS, calendars: compiled.calendars })
  assert.ok(again.ok)
  assert.equal(again.bound.hash, bound().hash)
  assert.deepEqual(again.bound.plan, bound().plan)
})

test('the hash is the same for a plan whose maps were built in any order', () => {
  const { calendars, hash } = bound()
  const shuffled = <T>(record: Readonly<Record<string, T>>) =>
    fc
      .shuffledSubarray(Object.entries(record), { minLength: Object.keys(record).length })
      .map((entries): Record<string, T> => Object.fromEntries(entries))
  fc.assert(
    fc.property(shuffled(PLAN.promises), shuffled(PLAN.reasons), shuffled(calendars), (promises, reasons, one) =>
      assert.equal(boundHash({ ...PLAN, promises, reasons }, ALWAYS, one), hash),
    ),
    RUNS,
  )
})
