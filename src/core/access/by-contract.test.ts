import assert from 'node:assert/strict'
import { env } from 'node:process'
import { test } from 'node:test'
import fc from 'fast-check'
import { bundled } from '../plan/plans.testing.ts'
import type { Plan } from '../plan/types.ts'
import { MAY } from '../plan/roles.ts'
import type { May } from '../plan/roles.ts'
import type { Action } from './actions.ts'
import { ACTIONS } from './actions.ts'
import { byContract, canBeGiven } from './by-contract.ts'
import type { Actor } from './can.ts'

const who = (person: string, customer?: string): Actor => ({ person, customer, team: undefined, branch: [], grants: [] })
const role = (id: string, may: readonly May[]): Plan['roles'][string] => ({
  id,
  name: `角色 ${id}`,
  side: 'vendor',
  leads: [],
  may,
  duties: undefined,
  text: undefined,
  source: [],
})
const named = (of: string, person: string) => ({ role: of, person, name: `${person} 某` })

const plan = { roles: { lead: role('lead', ['assign', 'waive']), checker: role('checker', ['approve']) }, promises: {} }

test('who is named for the role may, by that role; who is not is told who does it', () => {
  const agreed = { plan, people: [named('lead', 'lin'), named('lead', 'shen'), named('checker', 'qin')] }
  assert.deepEqual(byContract(who('shen'), 'ticket.assign', agreed), { allow: true, role: 'lead' })
  assert.deepEqual(byContract(who('qin'), 'ticket.assign', agreed), {
    allow: false,
    refusal: { code: 'access.by-contract', params: { action: 'ticket.assign', role: '角色 lead', people: 'lin 某、shen 某' } },
  })
  assert.deepEqual(byContract(who('qin'), 'fact.approve', agreed), { allow: true, role: 'checker' })
})

test('where nobody is named for it, and for what the plan gives to nobody, the firm’s own roles decide', () => {
  assert.equal(byContract(who('lin'), 'ticket.assign', { plan, people: [named('checker', 'lin')] }), undefined)
  assert.equal(byContract(who('lin'), 'ticket.grade', { plan, people: [named('lead', 'lin')] }), undefined)
})

test('a waiver is opened to whom the plan names for it, and closed to nobody here: its own rule says in whose name it is asked for', () => {
  const agreed = { plan, people: [named('lead', 'lin')] }
  assert.deepEqual(byContract(who('lin'), 'obligation.waive', agreed), { allow: true, role: 'lead' })
  assert.equal(byContract(who('qin'), 'obligation.waive', agreed), undefined)
  const gated = { plan: bundled('baojing'), people: [named('service-manager', 'gu')] }
  assert.deepEqual(byContract(who('gu'), 'obligation.waive', gated), { allow: true, role: 'service-manager' })
})

test('a customer’s person is given nothing of the vendor’s', () => {
  assert.equal(byContract(who('lin', 'jinping'), 'ticket.assign', { plan, people: [named('lead', 'lin')] }), undefined)
})

test('only what a plan can give is ever given; the rest of the actions stay the firm’s', () => {
  const given: readonly Action[] = Object.values(MAY)
  assert.deepEqual(
    ACTIONS.filter((action) => canBeGiven(action)),
    ACTIONS.filter((action) => given.includes(action)),
  )
  const people = fc.array(fc.record({ role: fc.constantFrom('lead', 'checker', 'other'), person: fc.constantFrom('lin', 'qin') }))
  fc.assert(
    fc.property(fc.constantFrom(...ACTIONS), people, fc.constantFrom('lin', 'qin', 'gu'), (action, held, person) => {
      const agreed = { plan, people: held.map((one) => named(one.role, one.person)) }
      const decided = byContract(who(person), action, agreed)
      if (!canBeGiven(action)) return assert.equal(decided, undefined)
      // nobody is let in who is not named, and nobody is kept out where nobody is named
      if (decided?.allow) assert.ok(held.some((one) => one.person === person && one.role === decided.role))
      if (decided?.allow === false) assert.ok(held.some((one) => one.person !== person))
    }),
    { numRuns: 300 * Number(env.NUOXING_PROVE ?? 1) },
  )
})
