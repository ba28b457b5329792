import assert from 'node:assert/strict'
import { env } from 'node:process'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Action, Grant, Scope } from './actions.ts'
import type { AccessSubject, Actor } from './can.ts'
import { LOCALES } from '../words.ts'
import { ACTIONS, SCOPES, isAction } from './actions.ts'
import { can, widestScope } from './can.ts'
import { SHIPPED_ROLES, shippedRole } from './roles.ts'
import { actionName, sayDenial, scopeName, shippedRoleName } from './say.ts'

const RUNS = { numRuns: 300 * Number(env.NUOXING_PROVE ?? 1) }

const person = (role: string, more: Partial<Actor> = {}): Actor => ({
  person: 'lin',
  customer: undefined,
  team: 'huaxi-1',
  branch: ['huaxi-1'],
  grants: shippedRole(role)!.grants,
  ...more,
})
const customer = (role: string, more: Partial<Actor> = {}) =>
  person(role, { person: 'zheng', customer: 'jinping', team: undefined, branch: [], ...more })

const allowed = (actor: Actor, action: Action, subject: AccessSubject) => can(actor, action, subject).allow

const names = fc.constantFrom('a', 'b', 'c')
const maybe = fc.option(names, { nil: undefined })
const grants: fc.Arbitrary<readonly Grant[]> = fc.array(
  fc.record({ action: fc.constantFrom(...ACTIONS), scope: fc.constantFrom(...SCOPES) }),
  { maxLength: 12 },
)
const actors: fc.Arbitrary<Actor> = fc
  .record({ person: names, customer: maybe, team: maybe, grants, below: fc.array(names) })
  .map(({ below, ...actor }) => ({ ...actor, branch: actor.team === undefined ? [] : [actor.team, ...below] }))
const subjects: fc.Arbitrary<AccessSubject> = fc.record({ customer: maybe, team: maybe, people: fc.array(maybe, { maxLength: 3 }) })
const actions = fc.constantFrom(...ACTIONS)

test('no role of a customer reaches a record of another customer, whatever it is granted', () => {
  fc.assert(
    fc.property(actors, actions, subjects, (actor, action, subject) => {
      fc.pre(actor.customer !== undefined && subject.customer !== actor.customer)
      assert.equal(allowed(actor, action, subject), false)
    }),
    RUNS,
  )
})

test('a record that belongs to no customer is not a customer’s either', () => {
  for (const action of ACTIONS) assert.equal(allowed(customer('customer-administrator'), action, { people: ['zheng'] }), false)
})

test('a wider scope allows all that a narrower one does', () => {
  fc.assert(
    fc.property(actors, actions, subjects, (actor, action, subject) => {
      const reach = SCOPES.map((scope) => allowed({ ...actor, grants: [{ action, scope }] }, action, subject))
      for (let index = 1; index < reach.length; index++) assert.ok(!reach[index - 1] || reach[index], `${SCOPES[index]}`)
    }),
    RUNS,
  )
})

test('one more grant takes nothing away', () => {
  fc.assert(
    fc.property(actors, actions, subjects, grants, (actor, action, subject, more) => {
      if (allowed(actor, action, subject)) assert.ok(allowed({ ...actor, grants: [...more, ...actor.grants] }, action, subject))
    }),
    RUNS,
  )
})

test('what nobody granted is denied', () => {
  fc.assert(
    fc.property(actors, actions, subjects, (actor, action, subject) => {
      assert.equal(allowed({ ...actor, grants: actor.grants.filter((grant) => grant.action !== action) }, action, subject), false)
    }),
    RUNS,
  )
})

test('an action that does not exist is denied, even where somebody granted it', () => {
  for (const name of ['ticket.destroy', '', 'toString', 'ticket.read ']) {
    assert.equal(isAction(name), false)
    const decision = can(person('administrator', { grants: [{ action: name as Action, scope: 'all' }] }), name as Action, {})
    assert.ok(!decision.allow)
    assert.equal(decision.refusal.code, 'access.unknown-action')
  }
})

test('every denial is a sentence in every language, with no place unfilled', () => {
  fc.assert(
    fc.property(actors, actions, subjects, (actor, action, subject) => {
      const decision = can(actor, action, subject)
      if (decision.allow) return
      for (const locale of LOCALES) {
        const sentence = sayDenial(decision.refusal, locale)
        assert.match(sentence, /[。.]$/)
        assert.doesNotMatch(sentence, /[{}]/)
        assert.doesNotMatch(sentence, /\w+\.\w+/, 'an action is said by its name')
      }
    }),
    RUNS,
  )
})

test('an allowance says how far it reaches', () => {
  const decision = can(person('engineer'), 'ticket.judge', { people: ['lin'] })
  assert.deepEqual(decision, { allow: true, because: 'own' })
})

// The shipped roles ----------------------------------------------------------------------------------------------------------

test('there are eleven shipped roles, each named in every language', () => {
  assert.deepEqual(
    SHIPPED_ROLES.map((role) => role.id),
    [
      'administrator',
      'service-manager',
      'hotline-agent',
      'dispatcher',
      'engineer',
      'parts-keeper',
      'account-manager',
      'project-manager',
      'senior-management',
      'customer-administrator',
      'customer-user',
    ],
  )
  for (const { id } of SHIPPED_ROLES) for (const locale of LOCALES) assert.ok(shippedRoleName(id, locale), id)
})

test('the roles that contracts name are named too, a firm’s own is not ours to name', () => {
  assert.equal(shippedRoleName('dedicated-engineer', 'zh-CN'), '专属工程师')
  assert.equal(shippedRoleName('tea-maker', 'zh-CN'), undefined)
})

test('every action and scope has a name in every language', () => {
  for (const locale of LOCALES) {
    for (const action of ACTIONS) assert.ok(actionName(action, locale), action)
    for (const scope of SCOPES) assert.ok(scopeName(scope, locale), scope)
  }
})

test('a role grants nothing that does not exist, and nothing twice', () => {
  for (const { id, grants: granted } of SHIPPED_ROLES) {
    assert.ok(
      granted.every((grant) => isAction(grant.action)),
      id,
    )
    assert.equal(new Set(granted.map((grant) => grant.action)).size, granted.length, `${id} grants an action twice`)
  }
})

test('every action is granted to somebody of the vendor', () => {
  const granted = new Set(
    SHIPPED_ROLES.filter((role) => role.party === 'vendor').flatMap((role) => role.grants.map((grant) => grant.action)),
  )
  assert.deepEqual(
    ACTIONS.filter((action) => !granted.has(action)),
    [],
  )
})

test('a customer’s people may report, follow and confirm, and nothing that is the vendor’s work', () => {
  const inside: readonly Action[] = [
    'ticket.assign',
    'ticket.grade',
    'ticket.close',
    'ticket.note',
    'obligation.waive',
    'fact.approve',
    'fact.correct',
    'fact.void',
    'person.manage',
    'audit.read',
    'contract.manage',
    'customer.read',
    'person.read',
    'inbox.read',
    'clock.advance',
  ]
  for (const { id, party, grants: granted } of SHIPPED_ROLES) {
    if (party !== 'customer') continue
    for (const action of inside) assert.equal(widestScope(granted, action), undefined, `${id} ${action}`)
    assert.ok(widestScope(granted, 'ticket.report'))
  }
})

test('a customer’s administrator sees all tickets of the customer, a customer’s user only their own', () => {
  const theirs = { customer: 'jinping', people: ['meng'] }
  assert.ok(allowed(customer('customer-administrator'), 'ticket.read', theirs))
  assert.equal(allowed(customer('customer-user'), 'ticket.read', theirs), false)
  assert.ok(allowed(customer('customer-user', { person: 'meng' }), 'ticket.read', theirs))
})

test('an engineer follows the tickets of the branch and works on those that are assigned', () => {
  const engineer = person('engineer', { branch: ['huaxi-1', 'huaxi-1a'] })
  assert.ok(allowed(engineer, 'ticket.read', { team: 'huaxi-1a' }))
  assert.equal(allowed(engineer, 'ticket.read', { team: 'huaxi-2' }), false)
  assert.ok(allowed(engineer, 'ticket.restore', { team: 'huaxi-2', people: ['lin'] }))
  const decision = can(engineer, 'ticket.restore', { team: 'huaxi-1', people: ['shen'] })
  assert.ok(!decision.allow)
  assert.equal(sayDenial(decision.refusal, 'zh-CN'), '您只能对自己的记录做“登记恢复运行”；这一条不在您名下，请找负责人处理。')
})

test('a dedicated engineer whom the contract names reaches its tickets as their own', () => {
  assert.ok(allowed(person('engineer'), 'ticket.visit', { team: 'huaxi-2', people: ['shen', 'lin'] }))
})

test('whoever manages people does not thereby waive promises, and whoever waives does not manage people', () => {
  assert.equal(widestScope(shippedRole('administrator')!.grants, 'obligation.waive'), undefined)
  assert.equal(widestScope(shippedRole('service-manager')!.grants, 'person.manage'), undefined)
})

test('nobody without a team reaches a team’s record by it', () => {
  for (const scope of ['team', 'branch'] as Scope[])
    assert.equal(
      allowed(person('engineer', { team: undefined, branch: [], grants: [{ action: 'ticket.read', scope }] }), 'ticket.read', {}),
      false,
    )
})

// Branches -----------------------------------------------------------------------------------------------------------------
