import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Subject } from '../../core/fact.ts'
import { withTenant } from '../database/pool.ts'
import { done, foundFirms, newTicket, report } from '../seam.testing.ts'
import { transact } from '../transact.ts'

const firm = await foundFirms()
const services = await firm.open()

const inAlpha = <Row>(text: string, values: readonly unknown[] = []) =>
  withTenant(services.pool, 'alpha', (tx) => tx.query<Row>(text, values))

/** Transactions that wrote these facts. */
const transactions = async (subjects: readonly Subject[]): Promise<number> =>
  (await inAlpha<{ n: number }>('SELECT count(DISTINCT xid) AS n FROM fact WHERE subject = ANY($1)', [subjects]))[0]!.n

const written = async (subjects: readonly Subject[]): Promise<number> =>
  (await inAlpha<{ n: number }>('SELECT count(*) AS n FROM record_state WHERE subject = ANY($1)', [subjects]))[0]!.n

const once = (key: string) => ({ person: 'xu', key, hash: key, answer: (one: { facts: readonly { id: string }[] }) => one.facts[0]!.id })

test('faults reported at the same moment are written together, each with its own answer', async () => {
  await transact(services, report(newTicket()))
  const subjects = Array.from({ length: 40 }, () => newTicket())
  const answers = await Promise.all(subjects.map((subject, n) => transact(services, report(subject, { once: once(`many-${n}`) }))))
  assert.deepEqual(new Set(answers.map((one) => one.kind)), new Set(['done']))
  assert.equal(await written(subjects), 40)
  const own = await inAlpha<{ id: string; subject: string }>('SELECT id, subject FROM fact WHERE subject = ANY($1)', [subjects])
  for (const [n, subject] of subjects.entries()) {
    const said = answers[n]!
    assert.equal('answer' in said && said.answer, own.find((fact) => fact.subject === subject)!.id)
  }
  assert.ok((await transactions(subjects)) <= 10, 'at most sixteen go together, and they did')
})

test('one that a constraint refuses is refused alone: its neighbours are written', async () => {
  const opened = newTicket()
  await done(transact(services, report(opened)))
  const good = Array.from({ length: 10 }, () => newTicket())
  const outcomes = await Promise.all(
    [...good.slice(0, 5), opened, ...good.slice(5)].map((subject) => transact(services, report(subject)).then(({ kind }) => kind)),
  )
  assert.deepEqual(outcomes, [...Array(5).fill('done'), 'exists', ...Array(5).fill('done')])
  assert.equal(await written(good), 10)
  assert.equal((await inAlpha<{ n: number }>('SELECT count(*) AS n FROM fact WHERE subject = $1', [opened]))[0]!.n, 1)
})

test('a key pressed twice within one statement takes effect once, and both get the same answer', async () => {
  const subjects = Array.from({ length: 6 }, () => newTicket())
  const outcomes = await Promise.all(subjects.map((subject) => transact(services, report(subject, { once: once('pressed-twice') }))))
  assert.deepEqual(outcomes.map((one) => one.kind).sort(), ['done', ...Array(5).fill('repeated')])
  assert.equal(new Set(outcomes.map((one) => 'answer' in one && one.answer)).size, 1)
  assert.equal(await written(subjects), 1)
})

test('when no connection can be had, everyone who waits is told, and the next report goes through', async () => {
  const breaking = await firm.open()
  await transact(breaking, report(newTicket()))
  const failing = Object.assign(new Error('Connection terminated unexpectedly'), { code: 'ECONNRESET' })
  breaking.pool.raw.connect = (() => Promise.reject(failing)) as unknown as typeof breaking.pool.raw.connect
  const subjects = Array.from({ length: 5 }, () => newTicket())
  const ends = await Promise.allSettled(subjects.map((subject) => transact(breaking, report(subject))))
  assert.deepEqual(new Set(ends.map((one) => one.status)), new Set(['rejected']))
  delete (breaking.pool.raw as { connect?: unknown }).connect
  assert.equal((await transact(breaking, report(newTicket()))).kind, 'done')
  assert.equal(await written(subjects), 0)
})

test('work that asks the database nothing takes no connection', async () => {
  const idle = await firm.open()
  const before = idle.pool.raw.totalCount
  assert.equal(await withTenant(idle.pool, 'alpha', async () => 'nothing asked'), 'nothing asked')
  assert.equal(idle.pool.raw.totalCount, before)
})
