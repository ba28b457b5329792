import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { canonicalJson } from '../core/canonical.ts'
import type { FactType, Subject } from '../core/fact.ts'
import { replay } from '../core/promise/record.ts'
import { standing } from '../core/promise/render.ts'
import { auditSubject } from './audit.ts'
import { withTenant } from './database/pool.ts'
import { openWaker } from './jobs/waker.ts'
import { at, foundFirms, reported, say } from './seam.testing.ts'
import { TOLD } from './told.testing.ts'
import type { Telling } from './seam.testing.ts'
import { readFacts } from './store/ledger.ts'
import { readBeliefs, readEffects, readObligations } from './store/stored.ts'
import { transact } from './transact.ts'

const RUNS = 25 * Number(process.env.NUOXING_PROVE ?? 1)
const firm = await foundFirms()
const { clock } = firm
const servers = [await firm.open(), await firm.open()]
const wakers = servers.map((services) => openWaker({ services, sweepMs: 600_000 }))
const services = servers[0]!
after(() => Promise.all(wakers.map((waker) => waker.stop())))

const MINUTE = 60_000
const TYPES = [
  'ticket.replied',
  'visit.arrived',
  'ticket.restored',
  'ticket.paused',
  'ticket.resumed',
  'ticket.graded',
  'ticket.reopened',
  'ticket.noted',
  'remote.solved',
  'ticket.closed',
] as const satisfies readonly FactType[]

type Step =
  | {
      readonly kind: 'tell'
      readonly type: (typeof TYPES)[number]
      readonly lateMinutes: number
      readonly by: string
      readonly grade: string
      readonly source: 'hand' | 'phone'
    }
  | {
      readonly kind: 'about'
      readonly type: 'fact.corrected' | 'fact.voided' | 'fact.approved'
      readonly which: number
      readonly by: string
      readonly earlierMinutes: number
    }
  | { readonly kind: 'pass'; readonly minutes: number; readonly wake: boolean }

const person = fc.constantFrom('xu', 'gu', 'lin')
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('tell' as const),
      type: fc.constantFrom(...TYPES),
      lateMinutes: fc.constantFrom(0, 0, 0, 5, 45, 400),
      by: person,
      grade: fc.constantFrom('major', 'general'),
      source: fc.constantFrom('hand' as const, 'phone' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('about' as const),
      type: fc.constantFrom('fact.corrected' as const, 'fact.voided' as const, 'fact.approved' as const),
      which: fc.nat(20),
      by: person,
      earlierMinutes: fc.constantFrom(3, 20, 200),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('pass' as const), minutes: fc.constantFrom(1, 15, 30, 240, 1500), wake: fc.boolean() }),
  },
)

/** A waker may leave a record to the other one, which is at it: done is what nobody has to wake any more. */
async function quiet(subject: Subject): Promise<void> {
  for (;;) {
    await Promise.all(wakers.map((waker) => waker.wakeDue()))
    const due = 'SELECT 1 FROM record_state WHERE subject = $1 AND next_wake_at < $2'
    if ((await withTenant(services.pool, 'alpha', (tx) => tx.query(due, [subject, clock.now]))).length === 0) return
  }
}

async function told(subject: Subject): Promise<readonly { id: string; occurredAt: number }[]> {
  return withTenant(services.pool, 'alpha', (tx) => readFacts(tx, subject))
}

async function tellingOf(subject: Subject, one: Exclude<Step, { kind: 'pass' }>): Promise<Telling> {
  if (one.kind === 'tell') {
    const data = { reason: 'customer', evidence: '有', grade: one.grade }
    return { type: one.type, data, by: one.by, source: one.source, occurredAt: clock.now - one.lateMinutes * MINUTE }
  }
  const facts = await told(subject)
  const target = facts[one.which % facts.length]!
  const data = {
    of: target.id,
    field: 'occurredAt',
    from: target.occurredAt,
    to: target.occurredAt - one.earlierMinutes * MINUTE,
    reason: '更正',
  }
  return { type: one.type, data, by: one.by }
}

async function live(subject: Subject, steps: readonly Step[]): Promise<void> {
  for (const [index, one] of steps.entries()) {
    if (one.kind === 'pass') {
      clock.now += one.minutes * MINUTE
      if (one.wake) await Promise.all(wakers.map((waker) => waker.wakeDue()))
      continue
    }
    const outcome = await transact(servers[index % 2]!, say(subject, await tellingOf(subject, one)))
    assert.equal(outcome.kind, 'done')
  }
}

test('whatever is told in whatever order, by two servers and wakers late or prompt: stored = replayed, and the audit is clean', async () => {
  const property = fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 18 }), async (steps) => {
    clock.now = Math.max(clock.now, at('10:00')) + 60 * MINUTE
    const subject = await reported(services)
    await live(subject, steps)
    assert.deepEqual((await auditSubject(services, { tenant: 'alpha', subject, tickets: TOLD })).differences, [])
    clock.now += 1
    await quiet(subject)
    const [facts, obligations, beliefs, effects] = await withTenant(
      services.pool,
      'alpha',
      async (tx) =>
        [
          await readFacts(tx, subject),
          await readObligations(tx, subject),
          await readBeliefs(tx, subject),
          await readEffects(tx, subject),
        ] as const,
    )
    const anew = replay(firm.bound, facts, { asOf: clock.now - 1, subject })
    assert.equal(canonicalJson(obligations.map(standing)), canonicalJson(anew.obligations.map(standing)))
    assert.equal(canonicalJson(beliefs), canonicalJson(anew.beliefs))
    const byKey = (a: { key: string }, b: { key: string }) => (a.key < b.key ? -1 : 1)
    assert.equal(canonicalJson(effects.toSorted(byKey)), canonicalJson([...anew.effects].sort(byKey)))
  })
  await fc.assert(property, { numRuns: RUNS })
})
