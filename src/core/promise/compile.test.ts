import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { EventText } from './given.testing.ts'
import { event, plan } from './given.testing.ts'
import { compilePlan } from './compile.ts'
import { sayEvent } from './event-text.ts'

const reply = { starts: 'ticket.reported', keptBy: 'ticket.replied', within: '30min' } as const

test('an event is written as the plan language writes it', () => {
  for (const text of ['ticket.reported', 'arrive.done + 8h', 'equipment.end - 10d', 'arrive at 80%', 'loan.delivered where class == "A"']) {
    assert.equal(sayEvent(event(text)), text)
  }
  assert.equal(sayEvent(event(['ticket.replied', 'remote.started'])), '[ticket.replied, remote.started]')
  assert.equal(sayEvent(event({ all: ['asset.accepted', 'asset.handed-over'] })), '{all: [asset.accepted, asset.handed-over]}')
})

test('a plan is compiled once, and once for each kind of owner', () => {
  const bound = plan({ promises: { reply, sign: { ...reply, per: 'visit' } } })
  assert.equal(compilePlan(bound, 'ticket'), compilePlan(bound, 'ticket'))
  assert.deepEqual(
    compilePlan(bound, 'ticket').clauses.map((one) => one.clause.id),
    ['reply'],
  )
  assert.deepEqual(
    compilePlan(bound, 'visit').clauses.map((one) => one.clause.id),
    ['sign'],
  )
  assert.deepEqual(compilePlan(bound, 'asset').clauses, [])
})

test('each fact finds the clauses that wait for it, and in which part', () => {
  const { byFact } = compilePlan(
    plan({ promises: { reply, visit: { ...reply, keptBy: ['visit.arrived', 'ticket.replied'], unless: 'remote.solved' } } }),
    'ticket',
  )
  const heard = (type: Parameters<typeof byFact.get>[0]) => byFact.get(type)?.map((leaf) => `${leaf.clause} ${leaf.slot}`)
  assert.deepEqual(heard('ticket.replied'), ['0 keptBy', '1 keptBy'])
  assert.deepEqual(heard('remote.solved'), ['1 unless'])
  assert.equal(heard('ticket.noted'), undefined)
})

test('offsets are added from the inside outwards', () => {
  const nested: EventText = ['visit.arrived + 1h', 'visit.done']
  const outer = { ...event(nested), offset: { value: 2, unit: 'h' as const } }
  const bound = plan({ promises: { reply } })
  const changed = { ...bound, plan: { ...bound.plan, promises: { reply: { ...bound.plan.promises.reply!, starts: outer } } } }
  const steps = (type: 'visit.arrived' | 'visit.done') =>
    compilePlan(changed, 'ticket')
      .byFact.get(type)![0]!
      .steps.map((step) => (step.kind === 'offset' ? `${step.duration.value}${step.duration.unit}` : 'all'))
  assert.deepEqual(steps('visit.arrived'), ['1h', '2h'])
  assert.deepEqual(steps('visit.done'), ['2h'])
})

test('shares that others wait for are rungs of the clause, lowest first', () => {
  const bound = plan({ promises: { reply, warn: { ...reply, starts: 'reply at 80%' }, early: { ...reply, starts: 'reply at 50%' } } })
  assert.deepEqual(
    compilePlan(bound, 'ticket').clauses[0]!.rungs.map((rung) => rung.percent),
    [50, 80],
  )
})

test('a chain on a promise of another owner waits for ever: its state comes only as a fact', () => {
  const bound = plan({ promises: { sign: { ...reply, per: 'visit' }, after: { ...reply, starts: 'sign.done' } } })
  assert.equal(compilePlan(bound, 'ticket').clauses.length, 1)
})

test('a plan that names a promise or condition it does not have is a mistake of whoever bound it', () => {
  assert.throws(() => compilePlan(plan({ promises: { after: { ...reply, starts: 'nobody.done' } } }), 'ticket'), /nobody/)
  assert.throws(() => compilePlan(plan({ promises: { reply: { ...reply, keptBy: 'ticket.replied where x == 1' } } }), 'ticket'), /x == 1/)
})

test('facts that open clocks are known, so that a late one of them refolds', () => {
  const { openers } = compilePlan(plan({ promises: { reply, report: { due: 'visit.done + 2h', keptBy: 'report.delivered' } } }), 'ticket')
  assert.ok(openers.has('ticket.reported') && openers.has('visit.done'))
  assert.ok(!openers.has('ticket.replied') && !openers.has('report.delivered'))
})
