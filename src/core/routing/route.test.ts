import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { CONDITIONS, route } from './route.ts'
import type { Reported, RoutingRule } from './route.ts'

const fault: Reported = { type: 'fault', category: 'B', grade: 'major', contract: 'c1', plan: 'zhineng', customerClass: 'key' }
const rule = (id: string, when: RoutingRule['when'], more: Partial<RoutingRule> = {}): RoutingRule => ({
  id,
  name: id,
  when,
  team: id,
  ...more,
})

test('the first rule whose conditions all hold sends the report to its team', () => {
  const rules = [rule('advice', { types: ['consultation'] }), rule('site', { types: ['fault'], grades: ['major'] }), rule('all', {})]
  const decided = route({ rules, otherwise: 'desk' }, fault)
  assert.deepEqual([decided.team, decided.sentBy], ['site', 'site'])
  assert.deepEqual(decided.asked, [
    { rule: 'advice', held: [], failed: 'types' },
    { rule: 'site', held: ['types', 'grades'], failed: undefined },
  ])
})

test('each condition asks for its own: type, category, urgency, project, plan, class of the customer', () => {
  const own: Readonly<Record<string, RoutingRule['when']>> = {
    types: { types: ['fault'] },
    categories: { categories: ['A', 'B'] },
    grades: { grades: ['major'] },
    contracts: { contracts: ['c1'] },
    plans: { plans: ['zhineng'] },
    customerClasses: { customerClasses: ['key'] },
  }
  const other: Reported = { type: 'suggestion', category: 'C', grade: 'minor', contract: 'c2', plan: 'keyou', customerClass: 'standard' }
  for (const condition of CONDITIONS) {
    const rules = [rule('one', own[condition]!)]
    assert.equal(route({ rules }, fault).team, 'one', condition)
    assert.equal(route({ rules }, other).team, undefined, condition)
  }
})

test('what a report does not say meets no condition on it; a customer of no class is a standard one', () => {
  assert.equal(route({ rules: [rule('one', { grades: ['major'] })] }, { type: 'fault' }).team, undefined)
  assert.equal(route({ rules: [rule('one', { customerClasses: ['standard'] })] }, { type: 'fault' }).team, 'one')
})

test('what no rule sends goes to the default team, or to none where there is no default', () => {
  const rules = [rule('one', { types: ['consultation'] })]
  const { team, sentBy } = route({ rules, otherwise: 'desk' }, fault)
  assert.deepEqual([team, sentBy], ['desk', undefined])
  assert.equal(route({ rules: [] }, fault).team, undefined)
})

test('a rule that only ranks lets the next one send, and a key customer goes ahead in whatever queue', () => {
  const rules = [rule('key', { customerClasses: ['key'] }, { team: undefined, high: true }), rule('site', { types: ['fault'] })]
  const { team, rankedBy } = route({ rules }, fault)
  assert.deepEqual([team, rankedBy], ['site', 'key'])
  assert.equal(route({ rules }, { ...fault, customerClass: 'standard' }).rankedBy, undefined)
})

test('a rule that comes after the one that sent ranks nothing', () => {
  const rules = [rule('site', { types: ['fault'] }), rule('late', {}, { high: true })]
  assert.equal(route({ rules }, fault).rankedBy, undefined)
})

test('of any rules the one that sends holds, and none before it with a team does', () => {
  const when = fc.record({
    types: fc.subarray(['fault', 'consultation', 'suggestion'] as const),
    grades: fc.subarray(['major', 'minor']),
    customerClasses: fc.subarray(['key', 'standard'] as const),
  })
  const some = fc.array(fc.tuple(when, fc.boolean(), fc.boolean()), { maxLength: 6 })
  fc.assert(
    fc.property(some, (drawn) => {
      const rules = drawn.map(([conditions, sends, high], place) =>
        rule(`r${place}`, conditions, { team: sends ? `r${place}` : undefined, high }),
      )
      const { team, sentBy, asked } = route({ rules, otherwise: 'desk' }, fault)
      const holding = asked.filter(({ failed }) => failed === undefined).map(({ rule: id }) => rules.find((one) => one.id === id)!)
      assert.equal(sentBy, holding.find((one) => one.team !== undefined)?.id)
      assert.equal(team, sentBy ?? 'desk')
      assert.equal(asked.length, sentBy === undefined ? rules.length : rules.findIndex(({ id }) => id === sentBy) + 1)
    }),
  )
})
