import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FACTS, isFactType } from '../fact.ts'
import type { FactType } from '../fact.ts'
import { compileCondition } from './condition.ts'
import { fieldsOf, openingFields } from './fields.ts'
import type { Plan } from './types.ts'

const PLAIN: Pick<Plan, 'dimensions'> = { dimensions: {} }
const SHIFTS: Pick<Plan, 'dimensions'> = {
  dimensions: {
    hours: { id: 'hours', values: ['5x8', '7x24'], setBy: 'contract' },
    season: { id: 'season', values: ['wet', 'dry'], setBy: 'customer' },
  },
}

test('a report may be asked for its type, its channel, its grades and where it comes from', () => {
  const known = fieldsOf(PLAIN, 'ticket.reported')
  for (const field of ['type', 'channel', 'grade', 'customerGrade', 'zone', 'site', 'asset', 'contract', 'cover'])
    assert.equal(known[field], 'string')
  assert.equal(known.travelMs, 'dyn')
  assert.equal(known.reason, undefined)
})

test('the dimensions of a plan are told with the report and with the need for a visit, and with no other fact', () => {
  const carriers: readonly string[] = ['ticket.reported', 'visit.needed']
  for (const [noun, participles] of Object.entries(FACTS))
    for (const participle of participles) {
      const type = `${noun}.${participle}`
      assert.ok(isFactType(type))
      assert.equal(Object.hasOwn(fieldsOf(SHIFTS, type), 'season'), carriers.includes(type), type)
    }
})

test('a judgement is asked for yes or no, a pause for its reason, an agreement for who agreed', () => {
  assert.deepEqual(fieldsOf(PLAIN, 'ticket.judged'), {
    cause: 'string',
    removable: 'bool',
    affectsWork: 'bool',
    remote: 'bool',
    offSite: 'bool',
    soon: 'bool',
  })
  assert.deepEqual(fieldsOf(PLAIN, 'ticket.paused'), { reason: 'string' })
  assert.deepEqual(fieldsOf(PLAIN, 'visit.agreed'), { by: 'string', occurrence: 'dyn', startsAt: 'dyn' })
})

test('the need for a visit tells what its clocks must know of the ticket, and what is special about it', () => {
  const known = fieldsOf(PLAIN, 'visit.needed')
  assert.deepEqual([known.special, known.travelMs], ['bool', 'dyn'])
  for (const field of ['type', 'grade', 'customerGrade', 'zone']) assert.equal(known[field], 'string')
})

const CLASSES: Pick<Plan, 'dimensions'> = {
  dimensions: { class: { id: 'class', values: ['basic', 'standard', 'high'], setBy: 'asset' } },
}

test('a loaner’s class is held against that of the device by the order of the plan, and by no letters', () => {
  const judge = (cel: string) => {
    const compiled = compileCondition(cel, fieldsOf(CLASSES, 'loan.delivered'))
    assert.ok(compiled.ok, cel)
    return (own: string, theirs?: string) => compiled.judge({ class: own, assetClass: theirs })
  }
  const promised = judge('class >= asset.class')
  assert.deepEqual([promised('high', 'standard'), promised('standard', 'standard'), promised('basic', 'standard')], [true, true, false])
  // by letters `basic` would be lower than `high`, and `high` lower than `standard`
  assert.equal(judge('class > asset.class')('high', 'standard'), true)
  assert.equal(judge('class >= "standard"')('high'), true)
  assert.equal(judge('asset.class == "high" && class < asset.class')('basic', 'high'), true)
})

test('of a class that has no place in the order, or that nobody told, nothing is held to be kept', () => {
  const compiled = compileCondition('class >= asset.class', fieldsOf(CLASSES, 'loan.delivered'))
  assert.ok(compiled.ok)
  assert.equal(compiled.judge({ class: 'high', assetClass: 'A' }), false)
  assert.equal(compiled.judge({ class: 'high' }), false)
  assert.equal(compiled.judge({ assetClass: 'basic' }), false)
})

test('a plan that gives no order has no class of the device to compare with', () => {
  assert.deepEqual(compileCondition('class >= asset.class', fieldsOf(PLAIN, 'loan.delivered')), { ok: false, problem: 'condition-broken' })
})

test('a loaner is asked whether it is of a lower class than what it stands in for, a scrapped device for its reason', () => {
  assert.equal(fieldsOf(PLAIN, 'loan.delivered').lowerClass, 'bool')
  assert.equal(fieldsOf(PLAIN, 'asset.scrapped').reason, 'string')
  assert.equal(fieldsOf(PLAIN, 'asset.reconnected').kind, 'string')
  assert.equal(fieldsOf(PLAIN, 'part.taken-back').part, 'string')
})

test('what the contract sets stands in no fact: it can be asked at the opening and not of a fact', () => {
  assert.equal(fieldsOf(SHIFTS, 'ticket.reported').hours, undefined)
  assert.equal(openingFields(SHIFTS, ['ticket.reported']).hours, 'string')
})

test('a fact of which nothing is known can be asked nothing', () => {
  for (const type of ['ticket.restored', 'remote.solved', 'fact.voided'] as const) assert.deepEqual(fieldsOf(SHIFTS, type), {})
})

test('a dimension that bears the name of a field of the report does not change its kind', () => {
  const odd = { dimensions: { travelMs: { id: 'travelMs', values: ['far'], setBy: 'staff' as const } } }
  assert.equal(fieldsOf(odd, 'ticket.reported').travelMs, 'dyn')
})

test('the opening may be asked what the report says and what the fact says that starts the clause', () => {
  const seen = openingFields(SHIFTS, ['visit.needed'])
  assert.equal(seen.special, 'bool')
  assert.equal(seen.type, 'string')
  assert.equal(seen.hours, 'string')
  assert.equal(openingFields(SHIFTS, []).special, undefined)
  assert.deepEqual(openingFields(PLAIN, []), fieldsOf(PLAIN, 'ticket.reported'))
})

test('every field of every fact can be asked in a condition of its kind', () => {
  const ask = { string: (field: string) => `${field} == "x"`, bool: (field: string) => `!${field}`, dyn: (field: string) => `${field} > 0` }
  for (const noun of Object.keys(FACTS) as (keyof typeof FACTS)[])
    for (const participle of FACTS[noun]) {
      const fields = fieldsOf(SHIFTS, `${noun}.${participle}` as FactType)
      for (const [field, kind] of Object.entries(fields))
        assert.ok(compileCondition(ask[typeof kind === 'object' ? 'string' : kind](field), fields).ok, `${noun}.${participle} ${field}`)
    }
})
