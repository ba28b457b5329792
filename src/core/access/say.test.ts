import assert from 'node:assert/strict'
import { env } from 'node:process'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Action, Scope } from './actions.ts'
import type { AccessSubject, Actor } from './can.ts'
import type { DenialCode } from './say.ts'
import { LOCALES } from '../words.ts'
import { ACTIONS, SCOPES, isAction } from './actions.ts'
import { can, widestScope } from './can.ts'
import { SHIPPED_ROLES, shippedRole } from './roles.ts'
import { actionName, sayDenial, scopeName, shippedRoleName } from './say.ts'

const RUNS = { numRuns: 200 * Number(env.NUOXING_PROVE ?? 1) }

/** Each refusal as it is read, in the order of the languages. */
const SAID: Readonly<Record<DenialCode, readonly [string, string, string]>> = {
  'access.unknown-action': ['没有“答复客户”这种操作。', '沒有「答覆客戶」這種操作。', 'There is no such action: “reply to customers”.'],
  'access.other-customer': [
    '这是另一位客户的记录，您看不到，也不能操作。',
    '這是另一位客戶的記錄，您看不到，也不能操作。',
    'This record belongs to another customer; you can neither see nor change it.',
  ],
  'access.not-granted': [
    '您的角色没有“答复客户”的权限。需要时请联系管理员。',
    '您的角色沒有「答覆客戶」的權限。需要時請聯絡管理員。',
    'Your roles do not allow you to reply to customers. Ask an administrator if you need it.',
  ],
  'access.by-contract': [
    '按合同约定，“答复客户”由售后负责人（林晓棠）负责；请找他们办理。',
    '按合約約定，「答覆客戶」由售后负责人（林晓棠）負責；請找他們辦理。',
    'Under this contract “reply to customers” is for 售后负责人 (林晓棠) alone; please ask them.',
  ],
  'access.beyond-own': [
    '您只能对自己的记录做“答复客户”；这一条不在您名下，请找负责人处理。',
    '您只能對自己的記錄做「答覆客戶」；這一條不在您名下，請找負責人處理。',
    'You may reply to customers for your own records only; this one is not yours. Ask whoever it belongs to.',
  ],
  'access.beyond-team': [
    '您只能对本班组的记录做“答复客户”；请找这条记录的班组处理。',
    '您只能對本班組的記錄做「答覆客戶」；請找這條記錄的班組處理。',
    'You may reply to customers for the records of your team only. Ask the team of this record.',
  ],
  'access.beyond-branch': [
    '您只能对本部门的记录做“答复客户”；请找这条记录的部门处理。',
    '您只能對本部門的記錄做「答覆客戶」；請找這條記錄的部門處理。',
    'You may reply to customers for the records of your branch only. Ask the branch of this record.',
  ],
}

test('each refusal says why not and whom to ask, in three languages', () => {
  for (const [code, said] of Object.entries(SAID) as [DenialCode, readonly string[]][]) {
    assert.deepEqual(
      LOCALES.map((locale) => sayDenial({ code, params: { action: 'ticket.reply', role: '售后负责人', people: '林晓棠' } }, locale)),
      said,
      code,
    )
  }
})

test('an action that nobody knows is said as it was asked for', () => {
  const refusal = { code: 'access.unknown-action', params: { action: 'ticket.destroy' } } as const
  assert.equal(sayDenial(refusal, 'zh-CN'), '没有“ticket.destroy”这种操作。')
})

test('no two actions have the same name, and no two scopes or roles', () => {
  for (const locale of LOCALES) {
    for (const names of [
      ACTIONS.map((action) => actionName(action, locale)),
      SCOPES.map((scope) => scopeName(scope, locale)),
      SHIPPED_ROLES.map((role) => shippedRoleName(role.id, locale)),
    ])
      assert.equal(new Set(names).size, names.length, locale)
  }
})

test('the two Chinese languages are written in their own characters', () => {
  const simplifiedOnly = /[单报记复转关户级责权员处设备]/
  const traditionalOnly = /[單報記復轉關戶級責權員處設備]/
  const all = (locale: 'zh-CN' | 'zh-TW') => ACTIONS.map((action) => actionName(action, locale)).join('')
  assert.match(all('zh-CN'), simplifiedOnly)
  assert.doesNotMatch(all('zh-CN'), traditionalOnly)
  assert.match(all('zh-TW'), traditionalOnly)
  assert.doesNotMatch(all('zh-TW'), simplifiedOnly)
})

test('a word of the language file that is no role is no role’s name', () => {
  for (const id of ['', 'own', 'toString', 'administrator ', 'Administrator']) assert.equal(shippedRoleName(id, 'zh-CN'), undefined, id)
})

// Which refusal ---------------------------------------------------------------------------------------------------------------

const actor = (more: Partial<Actor> = {}): Actor => ({
  person: 'lin',
  customer: undefined,
  team: 't',
  branch: ['t', 't1'],
  grants: [],
  ...more,
})

function codeOf(who: Actor, action: string, subject: AccessSubject): string {
  const decision = can(who, action as Action, subject)
  return decision.allow ? `allowed:${decision.because}` : decision.refusal.code
}

const granted = (scope: Scope, more: Partial<Actor> = {}) => actor({ grants: [{ action: 'ticket.reply', scope }], ...more })

test('who asks for too much is told how far the grant reaches', () => {
  const elsewhere = { team: 'other', people: ['wang'] }
  assert.deepEqual(
    SCOPES.map((scope) => codeOf(granted(scope), 'ticket.reply', elsewhere)),
    ['access.beyond-own', 'access.beyond-team', 'access.beyond-branch', 'allowed:all'],
  )
})

test('the first reason is given first: no such action, then another customer, then no grant', () => {
  const customer = { customer: 'jinping', team: undefined, branch: [] }
  assert.equal(codeOf(actor(customer), 'ticket.destroy', { customer: 'other' }), 'access.unknown-action')
  assert.equal(codeOf(actor(customer), 'ticket.reply', { customer: 'other' }), 'access.other-customer')
  assert.equal(codeOf(actor(customer), 'ticket.reply', { customer: 'jinping' }), 'access.not-granted')
})

test('to a customer’s person another customer’s record and one that is not there are refused alike, so that nothing is learned', () => {
  const user = actor({ customer: 'jinping', grants: shippedRole('customer-administrator')!.grants })
  const refusals = [{ customer: 'other', team: 't', people: ['lin'] }, {}].map((subject) => can(user, 'ticket.read', subject))
  assert.deepEqual(refusals[0], refusals[1])
  assert.deepEqual(refusals[0], { allow: false, refusal: { code: 'access.other-customer', params: {} } })
})

test('a refusal names nothing of the record that it protects', () => {
  const secrets = { customer: 'secret-customer', team: 'secret-team', people: ['secret-person'] }
  for (const scope of ['own', 'team', 'branch'] as const) {
    for (const customer of [undefined, 'jinping']) {
      const decision = can(granted(scope, { customer }), 'ticket.reply', secrets)
      assert.ok(!decision.allow)
      for (const locale of LOCALES) assert.doesNotMatch(sayDenial(decision.refusal, locale), /secret/)
      assert.doesNotMatch(JSON.stringify(decision), /secret/)
    }
  }
})

// Scopes ------------------------------------------------------------------------------------------------------------------------

test('scopes nest: own within team, team within branch, branch within all', () => {
  const records = { own: { people: ['lin'] }, team: { team: 't' }, branch: { team: 't1' }, all: { team: 'other' } } as const
  const table = SCOPES.map((scope) => SCOPES.map((kind) => codeOf(granted(scope), 'ticket.reply', records[kind]).startsWith('allowed')))
  assert.deepEqual(table, [
    [true, false, false, false],
    [true, true, false, false],
    [true, true, true, false],
    [true, true, true, true],
  ])
})

test('the widest of several grants decides, in whatever order they stand', () => {
  const grants = SCOPES.map((scope) => ({ action: 'ticket.reply', scope }) as const)
  fc.assert(
    fc.property(fc.shuffledSubarray(grants, { minLength: 1 }), (some) => {
      const widest = SCOPES.findLast((scope) => some.some((grant) => grant.scope === scope))
      assert.equal(widestScope(some, 'ticket.reply'), widest)
      assert.equal(widestScope(some, 'ticket.read'), undefined)
    }),
    RUNS,
  )
})

test('somebody of no team and a record of no team do not meet there', () => {
  for (const scope of ['team', 'branch'] as const) {
    const loose = granted(scope, { team: undefined, branch: [] })
    assert.equal(codeOf(loose, 'ticket.reply', { team: undefined }), `access.beyond-${scope}`)
    assert.equal(codeOf(loose, 'ticket.reply', { team: undefined, people: ['lin'] }), `allowed:${scope}`)
  }
})

test('a record of nobody is nobody’s own', () => {
  for (const people of [undefined, [], [undefined], ['']] as const)
    assert.equal(codeOf(granted('own'), 'ticket.reply', { people }), 'access.beyond-own', JSON.stringify(people))
})

// Customers ---------------------------------------------------------------------------------------------------------------------

test('with the vendor’s widest role a customer’s person still reaches only their own customer', () => {
  for (const role of SHIPPED_ROLES) {
    const user = actor({ customer: 'jinping', grants: role.grants.map((grant) => ({ ...grant, scope: 'all' as const })) })
    for (const action of ACTIONS) {
      assert.ok(!codeOf(user, action, { customer: 'other', team: 't', people: ['lin'] }).startsWith('allowed'), `${role.id} ${action}`)
      const own = codeOf(user, action, { customer: 'jinping' })
      assert.equal(own, role.grants.some((grant) => grant.action === action) ? 'allowed:all' : 'access.not-granted', `${role.id} ${action}`)
    }
  }
})

test('actions are named noun and verb, each once', () => {
  for (const action of ACTIONS) assert.match(action, /^[a-z]+\.[a-z]+$/)
  assert.equal(new Set(ACTIONS).size, ACTIONS.length)
  assert.ok(ACTIONS.every(isAction))
})
