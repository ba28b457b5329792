import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { acknowledge } from '../../core/escalation/escalation.ts'
import type { Subject } from '../../core/fact.ts'
import { auditSubject } from '../audit.ts'
import { openPool, withTenant } from '../database/pool.ts'
import { at, done, foundFirms, reported, say } from '../seam.testing.ts'
import { changeEscalation, escalationIn, escalationsOfTicket } from '../store/escalations.ts'
import { TOLD } from '../told.testing.ts'
import { transact } from '../transact.ts'
import { deliver } from './deliver.ts'
import { openLadders, writeEscalation } from './ladder.ts'
import { openWaker } from './waker.ts'

const firm = await foundFirms({
  promises: {
    reply: {
      starts: 'ticket.reported',
      keptBy: 'ticket.replied',
      within: '30min',
      onBroken: [{ escalate: 'support' }, { escalate: 'lead' }, { escalate: 'service-manager' }],
    },
  },
})
const { clock } = firm
const services = await firm.open()
await firm.owner.query(`INSERT INTO role (tenant_id, id, grants) VALUES ('alpha', 'support', '[]')`)
await firm.owner.query(`INSERT INTO person_role (tenant_id, person, role) VALUES ('alpha', 'xu', 'support')`)

const pool = openPool({ address: firm.database.address, role: 'nuoxing_relay', max: 2 })
const ladders = openLadders({ services, pool, sweepMs: 3_600_000, onTrouble: (error) => assert.fail(String(error)) })
after(async () => {
  await ladders.stop()
  await pool.close()
})

const inAlpha = <Row>(text: string, values: readonly unknown[] = []) =>
  withTenant(services.pool, 'alpha', (tx) => tx.query<Row>(text, values))
const idOf = (subject: Subject): string => subject.slice('ticket/'.length)
const standing = async (subject: Subject) => (await withTenant(services.pool, 'alpha', (tx) => escalationsOfTicket(tx, idOf(subject))))[0]!
const toldAbout = async (subject: Subject) =>
  (await inAlpha<{ person: string }>('SELECT person FROM inbox WHERE subject = $1 ORDER BY delivered_at, person', [subject])).map(
    ({ person }) => person,
  )
const factsOf = async (subject: Subject) =>
  (await inAlpha<{ type: string }>(`SELECT type FROM fact WHERE subject = $1 AND type LIKE 'escalation.%' ORDER BY seq`, [subject])).map(
    ({ type }) => type,
  )
const differences = async (subject: Subject) => (await auditSubject(services, { tenant: 'alpha', subject, tickets: TOLD })).differences

async function deliverAll(): Promise<void> {
  const waiting = await inAlpha<{ key: string }>('SELECT key FROM effect WHERE delivered_at IS NULL ORDER BY at, key DESC')
  for (const { key } of waiting) await deliver(services, { tenant: 'alpha', effect: key })
}

/** A ticket whose reply broke half an hour after its report, and whose first rung was told. */
async function broken(time: string): Promise<Subject> {
  clock.now = at(time)
  const subject = await reported(services)
  clock.now += 31 * 60_000
  const waker = openWaker({ services })
  await waker.wakeDue()
  await waker.stop()
  await deliverAll()
  return subject
}

async function later(minutes: number): Promise<void> {
  clock.now += minutes * 60_000
  await ladders.run()
}

async function acknowledged(subject: Subject, person: string) {
  const row = await standing(subject)
  const before = escalationIn(row)
  return writeEscalation(services, {
    tenant: 'alpha',
    ticket: row.ticket,
    contract: 'k1',
    before,
    decide: (context) => acknowledge(before, person, context),
    beside: async (tx, next) => assert.ok(await changeEscalation(tx, row, next)),
  })
}

test('the first rung is told as the clock breaks; the next after a quarter of an hour, the last after another; nobody twice', async () => {
  const subject = await broken('2026-10-01 02:00')
  assert.deepEqual(await toldAbout(subject), ['xu'])
  const first = await standing(subject)
  assert.deepEqual(first.rungs, ['support', 'lead', 'service-manager'])
  assert.equal(first.next_at, clock.now + 15 * 60_000)
  await later(14)
  assert.deepEqual(await toldAbout(subject), ['xu'])
  await later(1)
  assert.deepEqual(await toldAbout(subject), ['xu', 'lin'])
  await ladders.run()
  assert.deepEqual(await toldAbout(subject), ['xu', 'lin'])
  await later(15)
  assert.deepEqual(await toldAbout(subject), ['xu', 'lin', 'gu'])
  assert.equal((await standing(subject)).next_at, null)
  await later(600)
  assert.deepEqual(await toldAbout(subject), ['xu', 'lin', 'gu'])
  assert.deepEqual(await factsOf(subject), ['escalation.told', 'escalation.told', 'escalation.told'])
  assert.deepEqual(await differences(subject), [])
})

test('acknowledged on the second rung, the third is never told', async () => {
  const subject = await broken('2026-10-02 02:00')
  await later(15)
  clock.now += 60_000
  assert.equal((await acknowledged(subject, 'gu')).kind, 'refused')
  assert.equal((await acknowledged(subject, 'lin')).kind, 'done')
  await later(600)
  assert.deepEqual(await toldAbout(subject), ['xu', 'lin'])
  const { state, by_person, rung } = await standing(subject)
  assert.deepEqual([state, by_person, rung], ['acknowledged', 'lin', 1])
  assert.deepEqual(await differences(subject), [])
})

test('what was done late meanwhile goes no further', async () => {
  const subject = await broken('2026-10-03 02:00')
  await done(transact(services, say(subject, { type: 'ticket.replied' })))
  await later(15)
  assert.deepEqual(await toldAbout(subject), ['xu'])
  assert.equal((await standing(subject)).state, 'ended')
  assert.deepEqual(await differences(subject), [])
})

test('a rung whose people are away is passed at once, and the last stays with those who lead', async () => {
  const away = (person: string) =>
    firm.owner.query(
      `INSERT INTO absence (tenant_id, id, person, start_at, end_at, reason, recorded_by, recorded_at) VALUES ('alpha', $1, $1, $2, $3, 'leave', 'gu', 0)`,
      [person, at('2026-10-04 00:00'), at('2026-10-05 00:00')],
    )
  await away('xu')
  await away('lin')
  await away('gu')
  const subject = await broken('2026-10-04 02:00')
  // away or not, somebody who leads has to hear of it
  assert.deepEqual(await toldAbout(subject), ['gu'])
  assert.deepEqual(await factsOf(subject), ['escalation.told', 'escalation.told', 'escalation.told'])
  assert.deepEqual(await differences(subject), [])
})

test('two processes that find the same rung due tell it once', async () => {
  const subject = await broken('2026-10-06 02:00')
  clock.now += 15 * 60_000
  const other = openLadders({ services, pool, sweepMs: 3_600_000, onTrouble: (error) => assert.fail(String(error)) })
  await Promise.all([ladders.run(), other.run(), ladders.run()])
  await other.stop()
  assert.deepEqual(await toldAbout(subject), ['xu', 'lin'])
  assert.equal((await factsOf(subject)).length, 2)
  assert.deepEqual(await differences(subject), [])
})

test('a breach that turns out to be none is taken back from whom it had reached, and from nobody else', async () => {
  const subject = await broken('2026-10-07 02:00')
  await done(transact(services, say(subject, { type: 'ticket.replied', occurredAt: at('2026-10-07 02:10'), source: 'phone' })))
  await deliverAll()
  assert.deepEqual(await toldAbout(subject), ['xu', 'xu'])
  await later(30)
  assert.deepEqual(await toldAbout(subject), ['xu', 'xu'])
  assert.equal((await standing(subject)).state, 'ended')
  assert.deepEqual(await differences(subject), [])
})
