import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Subject } from '../../core/fact.ts'
import { auditSubject, auditTenant } from '../audit.ts'
import { withTenant } from '../database/pool.ts'
import { at, done, foundFirms, reported, say } from '../seam.testing.ts'
import { TOLD } from '../told.testing.ts'
import { readEffects, readObligations } from '../store/stored.ts'
import { transact } from '../transact.ts'
import { openWaker } from './waker.ts'
import { openBackground } from './worker.ts'

const firm = await foundFirms()
const { clock } = firm
const services = await firm.open()

const inAlpha = <Row>(text: string, values: readonly unknown[] = []) =>
  withTenant(services.pool, 'alpha', (tx) => tx.query<Row>(text, values))
const obligation = async (subject: Subject, promise: string) =>
  (await withTenant(services.pool, 'alpha', (tx) => readObligations(tx, subject))).find((one) => one.promise === promise)

async function until(what: () => Promise<boolean>, withinMs = 10_000): Promise<void> {
  const end = performance.now() + withinMs
  while (!(await what())) {
    assert.ok(performance.now() < end, 'it did not come')
    await sleep(20)
  }
}

test('a breach that is noticed late is stamped with its due time', async () => {
  clock.now = at('10:00')
  const subject = await reported(services)
  const waker = openWaker({ services })
  await waker.wakeDue()
  assert.equal((await obligation(subject, 'reply'))!.state, 'open')
  clock.now = at('10:47')
  await waker.wakeDue()
  const reply = await obligation(subject, 'reply')
  assert.deepEqual([reply!.state, reply!.brokenAt], ['broken', at('10:30')])
  assert.deepEqual(
    (await withTenant(services.pool, 'alpha', (tx) => readEffects(tx, subject))).map((one) => [one.to, one.at]),
    [['service-manager', at('10:30')]],
  )
  const [row] = await inAlpha('SELECT clock_rank, due_promise FROM ticket WHERE id = $1', [subject.slice(7)])
  assert.deepEqual(row, { clock_rank: 3, due_promise: 'arrive' })
  assert.deepEqual((await auditSubject(services, { tenant: 'alpha', subject, tickets: TOLD })).differences, [])
  await waker.stop()
})

test('at the due instant the clock is still open and a fact keeps it; a millisecond later it is broken', async () => {
  clock.now = at('11:00')
  const [replied, silent] = [await reported(services), await reported(services)]
  const waker = openWaker({ services })
  clock.now = at('11:30')
  await waker.wakeDue()
  await done(transact(services, say(replied, { type: 'ticket.replied' })))
  assert.deepEqual([(await obligation(replied, 'reply'))!.state, (await obligation(silent, 'reply'))!.state], ['kept', 'open'])
  clock.now += 1
  await waker.wakeDue()
  assert.deepEqual([(await obligation(replied, 'reply'))!.state, (await obligation(silent, 'reply'))!.state], ['kept', 'broken'])
  await waker.stop()
})

test('a subject woken a second time, or by two wakers at once, is broken once', async () => {
  clock.now = at('12:00')
  const subjects = await Promise.all(Array.from({ length: 30 }, () => reported(services)))
  clock.now = at('13:00')
  const others = [await firm.open(), await firm.open()]
  const wakers = [services, ...others].map((one) => openWaker({ services: one }))
  await Promise.all(wakers.map((one) => one.wakeDue()))
  await until(
    async () =>
      (
        await inAlpha<{ n: number }>(
          `SELECT count(*) AS n FROM obligation WHERE promise = 'reply' AND state = 'broken' AND subject = ANY($1)`,
          [subjects],
        )
      )[0]!.n === 30,
  )
  const lines = await inAlpha<{ n: number }>(
    `SELECT count(*) AS n FROM belief WHERE promise = 'reply' AND state = 'broken' AND subject = ANY($1)`,
    [subjects],
  )
  assert.deepEqual(lines, [{ n: 30 }])
  for (const one of wakers) await one.stop()
})

test('a waker that sleeps is woken by a shorter due time written elsewhere, and by a demo clock moved elsewhere', async () => {
  const machine = Date.now
  const [here, there] = [await firm.open({ machine }), await firm.open({ machine })]
  const waker = openWaker({ services: there, sweepMs: 600_000 })
  await waker.wakeDue()
  const subject = await reported(here)
  await sleep(200)
  assert.equal((await obligation(subject, 'reply'))!.state, 'open')
  await here.clock.advance('alpha', 31 * 60_000)
  here.live.changed({ tenant: 'alpha', kind: 'clock', ids: [] })
  await until(async () => (await obligation(subject, 'reply'))!.state === 'broken')
  const reply = (await obligation(subject, 'reply'))!
  assert.equal(reply.brokenAt, reply.openedAt + 30 * 60_000)
  await waker.stop()
})

test('one record that cannot be woken does not keep the others waiting', async () => {
  clock.now = Date.now()
  const [sick, sound] = [await reported(services), await reported(services)]
  const { rows } = await firm.owner.query<{ record: object }>('SELECT record FROM record_state WHERE subject = $1', [sick])
  await firm.owner.query(`UPDATE record_state SET record = '{}' WHERE subject = $1`, [sick])
  clock.now += 31 * 60_000
  const troubles: unknown[] = []
  const waker = openWaker({ services, onTrouble: (_error, subject) => troubles.push(subject) })
  await waker.wakeDue()
  assert.equal((await obligation(sound, 'reply'))!.state, 'broken')
  assert.ok(troubles.includes(sick))
  await waker.stop()
  await firm.owner.query('UPDATE record_state SET record = $2 WHERE subject = $1', [sick, JSON.stringify(rows[0]!.record)])
  const next = openWaker({ services })
  await next.wakeDue()
  await next.stop()
  assert.equal((await obligation(sick, 'reply'))!.state, 'broken')
})

test('an escalation lands once in the inbox of whoever holds the role, or of the contract’s own person', async (t) => {
  clock.now = Date.now() + 86_400_000
  const background = await openBackground({ services })
  t.after(() => background.stop())
  const subject = await reported(services)
  clock.now += 25 * 3_600_000
  await background.waker.wakeDue()
  const inbox = () =>
    inAlpha<{ person: string; promise: string; kind: string }>(
      'SELECT person, promise, kind FROM inbox WHERE subject = $1 ORDER BY promise',
      [subject],
    )
  await until(async () => (await inbox()).length === 2)
  assert.deepEqual(await inbox(), [
    { person: 'lin', promise: 'arrive', kind: 'escalate' },
    { person: 'gu', promise: 'reply', kind: 'escalate' },
  ])
  await until(async () => (await inAlpha<{ n: number }>('SELECT count(*) AS n FROM effect WHERE delivered_at IS NULL'))[0]!.n === 0)
})

test('an escalation for a role that nobody holds goes to the service manager', async (t) => {
  await firm.owner.query(`UPDATE person SET left_at = 1 WHERE tenant_id = 'alpha' AND id = 'lin'`)
  const background = await openBackground({ services })
  t.after(() => background.stop())
  const subject = await reported(services)
  clock.now += 25 * 3_600_000
  await background.waker.wakeDue()
  await until(
    async () => (await inAlpha(`SELECT 1 FROM inbox WHERE subject = $1 AND promise = 'arrive' AND person = 'gu'`, [subject])).length === 1,
  )
  await firm.owner.query(`UPDATE person SET left_at = NULL`)
})

test('after all of it, what is stored is what the facts say', async () => {
  const { differences, subjects } = await auditTenant(services, 'alpha', TOLD)
  assert.deepEqual(differences, [])
  assert.ok(subjects > 30)
})
