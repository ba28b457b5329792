import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { LeadPhase } from '../plan/roles.ts'
import type { Plan } from '../plan/types.ts'
import { leadCourse } from './leading.ts'

function plan(leads: Readonly<Record<string, readonly LeadPhase[]>>): Pick<Plan, 'roles'> {
  const role = (id: string, of: readonly LeadPhase[]) =>
    ({ id, name: id, side: 'vendor', leads: of, may: [], duties: undefined, text: undefined, source: [] }) as const
  return { roles: Object.fromEntries(Object.entries(leads).map(([id, of]) => [id, role(id, of)])) }
}

const told = (...of: Parameters<typeof leadCourse>): string[] =>
  leadCourse(...of).map(({ leaders, by }) => `${by ? `${by.milestone} ${by.at}` : 'signed'}: ${leaders.map(({ role }) => role).join(' ')}`)

const TWO = plan({ project: ['before-acceptance'], service: ['after-acceptance'] })

test('before acceptance one role leads, and acceptance hands over to the other', () => {
  assert.deepEqual(told(TWO, []), ['signed: project'])
  assert.deepEqual(told(TWO, [{ milestone: 'accepted', at: 9 }]), ['signed: project', 'accepted 9: service'])
})

test('a milestone that changes nobody is no hand-over, and the order in which they were recorded does not matter', () => {
  const milestones = [
    { milestone: 'accepted', at: 9 },
    { milestone: 'shipped', at: 2 },
    { milestone: 'accepted', at: 12 },
  ] as const
  assert.deepEqual(told(TWO, milestones), ['signed: project', 'accepted 9: service'])
})

test('of several phases that hold the nearest leads: after acceptance no longer who led after delivery', () => {
  const three = plan({ sales: ['before-shipment'], site: ['after-delivery'], service: ['after-acceptance'] })
  const milestones = [
    { milestone: 'shipped', at: 1 },
    { milestone: 'delivered', at: 2 },
    { milestone: 'accepted', at: 3 },
  ] as const
  assert.deepEqual(told(three, milestones), ['signed: sales', 'shipped 1: ', 'delivered 2: site', 'accepted 3: service'])
})

test('a milestone implies those before it, whether anybody recorded them or not', () => {
  assert.deepEqual(told(plan({ sales: ['before-shipment'], service: ['after-delivery'] }), [{ milestone: 'accepted', at: 5 }]), [
    'signed: sales',
    'accepted 5: service',
  ])
})

test('two roles may lead the same phase; a plan that names nobody has no course', () => {
  assert.deepEqual(told(plan({ one: ['before-delivery'], two: ['before-delivery'] }), []), ['signed: one two'])
  assert.deepEqual(told(plan({ one: [] }), [{ milestone: 'accepted', at: 5 }]), [])
})
