import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Subject } from '../core/fact.ts'
import { auditSubject } from './audit.ts'
import { withTenant } from './database/pool.ts'
import { tapped } from './database/tap.testing.ts'
import type { Tap } from './database/tap.testing.ts'
import { diskStore } from './files/disk.ts'
import { at, done, foundFirms, newTicket, report, reported, say } from './seam.testing.ts'
import { TOLD } from './told.testing.ts'
import type { Telling } from './seam.testing.ts'
import { openServices } from './services.ts'
import type { Services } from './services.ts'
import { readBeliefs, readEffects, readObligations } from './store/stored.ts'
import { transact } from './transact.ts'

const firm = await foundFirms()
const services = await firm.open()
const { clock } = firm

const inAlpha = <Row>(text: string, values: readonly unknown[] = []) =>
  withTenant(services.pool, 'alpha', (tx) => tx.query<Row>(text, values))
const tell = (subject: Subject, telling: Telling) => done(transact(services, say(subject, telling)))
const states = async (subject: Subject) =>
  Object.fromEntries(
    (await withTenant(services.pool, 'alpha', (tx) => readObligations(tx, subject))).map((one) => [one.promise, one.state]),
  )
const beliefs = async (subject: Subject, promise: string) =>
  (await withTenant(services.pool, 'alpha', (tx) => readBeliefs(tx, subject)))
    .filter((one) => one.promise === promise)
    .map((one) => one.state)

async function clean(subject: Subject, from: Services = services): Promise<void> {
  assert.deepEqual((await auditSubject(from, { tenant: 'alpha', subject, tickets: TOLD })).differences, [])
}

/** Each test begins at ten o'clock. */
function itIs(time: string): void {
  clock.now = at(time)
}

test('a fault report is there whole: fact, subjects, record, obligations, beliefs, row', async () => {
  itIs('10:00')
  const subject = newTicket()
  const { obligations, facts } = await done(transact(services, report(subject)))
  assert.deepEqual(
    obligations.map(({ promise, state }) => [promise, state]),
    [
      ['reply', 'open'],
      ['arrive', 'open'],
    ],
  )
  const count = async (table: string) =>
    (
      await inAlpha<{ n: number }>(`SELECT count(*) AS n FROM ${table} WHERE ${table === 'ticket' ? `'ticket/' || id` : 'subject'} = $1`, [
        subject,
      ])
    )[0]!.n
  assert.deepEqual(
    await Promise.all(['fact', 'fact_subject', 'record_state', 'obligation', 'belief', 'ticket'].map(count)),
    [1, 1, 1, 2, 2, 1],
  )
  const [row] = await inAlpha(`SELECT due_at, due_promise, clock_rank, state FROM ticket WHERE id = $1`, [subject.slice(7)])
  assert.deepEqual(row, { due_at: at('10:30'), due_promise: 'reply', clock_rank: 1, state: 'open' })
  assert.equal(facts[0]!.recordedAt, at('10:00'))
  await clean(subject)
})

test('a reply after 29 minutes keeps, and only what it changed is written again', async () => {
  itIs('10:00')
  const subject = await reported(services)
  const rows = async () =>
    Object.fromEntries(
      (await inAlpha<{ promise: string; xmin: string }>('SELECT promise, xmin::text FROM obligation WHERE subject = $1', [subject])).map(
        (one) => [one.promise, one.xmin],
      ),
    )
  const before = await rows()
  itIs('10:29')
  await tell(subject, { type: 'ticket.replied' })
  const after = await rows()
  assert.notEqual(after.reply, before.reply)
  assert.equal(after.arrive, before.arrive)
  assert.deepEqual(await states(subject), { reply: 'kept', arrive: 'open' })
  await clean(subject)
})

test('a refused command leaves nothing behind, not even its key', async () => {
  itIs('10:00')
  const subject = await reported(services)
  const once = { person: 'xu', key: 'refused-once', hash: 'h', answer: () => 'done' }
  const refusing = await transact(
    services,
    say(subject, { type: 'ticket.closed' }, { once, decide: () => ({ ok: false, refusal: 'not yet' }) }),
  )
  assert.deepEqual(refusing, { kind: 'refused', refusal: 'not yet' })
  assert.equal((await transact(services, say(subject, { type: 'ticket.noted' }, { once }))).kind, 'done')
})

test('the same key with the same content gets the first answer, with other content none, also from a server started later', async () => {
  itIs('10:00')
  const subject = newTicket()
  const once = {
    person: 'xu',
    key: 'report-1',
    hash: 'same',
    answer: (answer: { facts: readonly { id: string }[] }) => ({ fact: answer.facts[0]!.id }),
  }
  const first = await transact(services, report(subject, { once }))
  assert.ok(first.kind === 'done')
  assert.deepEqual(await transact(services, report(newTicket(), { once })), { kind: 'repeated', answer: first.answer })
  assert.deepEqual(await transact(services, report(newTicket(), { once: { ...once, hash: 'other' } })), { kind: 'key-reused' })
  const later = await firm.open()
  assert.deepEqual(await transact(later, report(newTicket(), { once })), { kind: 'repeated', answer: first.answer })
  assert.equal((await transact(later, report(newTicket(), { once: { ...once, person: 'lin' } }))).kind, 'done')
})

test('a repetition sent at the same moment takes effect once', async () => {
  itIs('10:00')
  const subject = await reported(services)
  const once = { person: 'xu', key: 'reply-1', hash: 'same', answer: (answer: { facts: readonly { id: string }[] }) => answer.facts[0]!.id }
  const outcomes = await Promise.all(
    Array.from({ length: 12 }, () => transact(services, say(subject, { type: 'ticket.replied' }, { once }))),
  )
  assert.equal(outcomes.filter((one) => one.kind === 'done').length, 1)
  assert.equal(new Set(outcomes.map((one) => 'answer' in one && one.answer)).size, 1)
  assert.deepEqual(await inAlpha('SELECT count(*) AS n FROM fact WHERE subject = $1', [subject]), [{ n: 2 }])
})

test('many write to one ticket at once: nothing is lost, positions follow the order of writing', async () => {
  itIs('10:00')
  const subject = await reported(services)
  const other = await firm.open()
  await Promise.all(
    Array.from({ length: 24 }, (_, n) => done(transact(n % 2 ? services : other, say(subject, { type: 'ticket.noted', id: `note-${n}` })))),
  )
  const [row] = await inAlpha<{ version: number; position: number; state: { facts: string[] } }>(
    `SELECT r.version, r.position, t.state_json AS state FROM record_state r JOIN ticket t ON 'ticket/' || t.id = r.subject WHERE r.subject = $1`,
    [subject],
  )
  const facts = await inAlpha<{ id: string; seq: number }>('SELECT id, seq FROM fact WHERE subject = $1 ORDER BY seq', [subject])
  assert.equal(row!.version, 25)
  assert.equal(row!.position, facts.at(-1)!.seq)
  assert.deepEqual(
    row!.state.facts,
    facts.map((one) => one.id),
  )
  await clean(subject)
})

test('an intention made on an older version is told which one stands', async () => {
  itIs('10:00')
  const subject = await reported(services)
  await tell(subject, { type: 'ticket.noted' })
  const stale = await transact(services, say(subject, { type: 'ticket.assigned', data: { person: 'lin' } }, { expectedVersion: 1 }))
  assert.ok(stale.kind === 'stale')
  assert.equal(stale.version, 2)
  assert.equal(
    (await transact(services, say(subject, { type: 'ticket.assigned', data: { person: 'lin' } }, { expectedVersion: 2 }))).kind,
    'done',
  )
})

test('what names nobody, or nothing, is said so and written not at all', async () => {
  itIs('10:00')
  const subject = await reported(services)
  assert.deepEqual(await transact(services, say(subject, { type: 'ticket.assigned', data: { person: 'nobody' } })), {
    kind: 'unknown-reference',
    table: 'assignee',
  })
  assert.deepEqual(await transact(services, say('ticket/none', { type: 'ticket.replied' })), { kind: 'missing' })
  assert.deepEqual(await transact(services, report(newTicket(), { opens: { contract: 'none' } })), {
    kind: 'unknown-reference',
    table: 'contract',
  })
  assert.deepEqual(await transact(services, report(subject)), { kind: 'exists' })
  assert.deepEqual(await inAlpha('SELECT count(*) AS n FROM fact WHERE subject = $1', [subject]), [{ n: 1 }])
})

test('a statement that fails at its end leaves no fact, no obligation and no effect', async () => {
  itIs('10:00')
  const first = await reported(services)
  await tell(first, { type: 'ticket.noted', id: 'taken' })
  const second = newTicket()
  const twice = report(second, {
    decide: ({ now }) => ({
      ok: true,
      facts: [{ id: 'taken', subject: second, also: [], type: 'ticket.reported', occurredAt: now, source: 'hand', data: { number: 'X' } }],
    }),
  })
  await assert.rejects(transact(services, twice), { code: '23505', constraint: 'fact_id' })
  for (const table of ['fact', 'fact_subject', 'record_state', 'obligation', 'belief', 'effect']) {
    assert.deepEqual(await inAlpha(`SELECT count(*) AS n FROM ${table} WHERE subject = $1`, [second]), [{ n: 0 }], table)
  }
})

test('a reply entered two hours late turns nothing until another person approves, then both verdicts stand', async () => {
  itIs('10:00')
  const subject = await reported(services)
  itIs('12:15')
  const { facts } = await tell(subject, {
    type: 'ticket.replied',
    occurredAt: at('10:20'),
    data: { reason: '当时在现场', evidence: '通话清单' },
  })
  assert.equal((await states(subject)).reply, 'broken')
  const of = facts[0]!.id
  await tell(subject, { type: 'fact.approved', data: { of }, by: 'xu' })
  assert.equal((await states(subject)).reply, 'broken')
  await tell(subject, { type: 'fact.approved', data: { of }, by: 'gu' })
  assert.equal((await states(subject)).reply, 'kept')
  assert.deepEqual(await beliefs(subject, 'reply'), ['open', 'broken', 'broken', 'kept'])
  const effects = await withTenant(services.pool, 'alpha', (tx) => readEffects(tx, subject))
  assert.deepEqual(
    effects.map(({ kind, at: due }) => [kind, due]),
    [
      ['escalate', at('10:30')],
      ['withdraw', at('12:15')],
    ],
  )
  await clean(subject)
})

test('a corrected arrival moves the repair that it opened, a voided one takes it away', async () => {
  itIs('10:00')
  const subject = await reported(services)
  itIs('11:00')
  const { facts } = await tell(subject, { type: 'visit.arrived', source: 'phone' })
  const of = facts[0]!.id
  const repairDue = async () =>
    (await inAlpha<{ due_at: number }>(`SELECT due_at FROM obligation WHERE subject = $1 AND promise = 'repair'`, [subject]))[0]?.due_at
  assert.equal(await repairDue(), at('15:00'))
  itIs('11:05')
  await tell(subject, {
    type: 'fact.corrected',
    data: { of, field: 'occurredAt', from: at('11:00'), to: at('10:55'), reason: '手表快了' },
    by: 'gu',
  })
  assert.equal(await repairDue(), at('14:55'))
  await tell(subject, { type: 'fact.voided', data: { of, reason: '不是这一单' }, by: 'gu' })
  assert.equal(await repairDue(), undefined)
  assert.equal((await beliefs(subject, 'repair')).at(-1), 'withdrawn')
  await clean(subject)
})

test('a fact speaks to every owner that it names: the visit has a clock of its own', async () => {
  itIs('10:00')
  const subject = await reported(services)
  const visit: Subject = `visit/${subject.slice(7)}`
  await tell(subject, { type: 'visit.arrived', source: 'phone', also: [visit] })
  assert.deepEqual(await states(visit), { 'visit-report': 'open' })
  const [row] = await inAlpha(`SELECT ticket, customer, contract FROM obligation WHERE subject = $1`, [visit])
  assert.deepEqual(row, { ticket: subject.slice(7), customer: 'c1', contract: 'k1' })
  await tell(visit, { type: 'report.delivered' })
  assert.deepEqual(await states(visit), { 'visit-report': 'kept' })
  await clean(subject)
  await clean(visit)
})

test('personal words stand beside the fact, which carries only their salted hash', async () => {
  itIs('10:00')
  const subject = newTicket()
  const words = '联系人：郑工'
  await done(
    transact(
      services,
      report(subject, {
        decide: ({ now, newId }) => {
          const id = newId()
          return {
            ok: true,
            facts: [{ id, subject, also: [], type: 'ticket.reported', occurredAt: now, source: 'hand', data: { number: 'GD-T' } }],
            texts: [{ factId: id, field: 'contact', text: words }],
          }
        },
      }),
    ),
  )
  const [row] = await inAlpha<{ texts: { contact: string }; text: string; salt: string; data: object }>(
    'SELECT f.texts, f.data, t.text, t.salt FROM fact f JOIN fact_text t ON t.fact = f.id WHERE f.subject = $1',
    [subject],
  )
  assert.equal(row!.text, words)
  assert.match(row!.texts.contact, /^[0-9a-f]{64}$/)
  assert.ok(!JSON.stringify([row!.data, row!.texts]).includes('郑工'))
})

test('a ticket under no contract has facts and a row, and no clocks', async () => {
  itIs('10:00')
  const subject = await reported(services, { opens: { contract: undefined } })
  await tell(subject, { type: 'ticket.replied' })
  assert.deepEqual(await states(subject), {})
  assert.deepEqual(await inAlpha(`SELECT clock_rank, version FROM ticket WHERE id = $1`, [subject.slice(7)]), [
    { clock_rank: 0, version: 2 },
  ])
})

/** What the seam sends for a command, without what every process sends now and then beside it: word to the others, the next block of positions. */
async function sentFor(tap: Tap, command: () => Promise<unknown>): Promise<string[]> {
  tap.statements.length = 0
  await command()
  return tap.statements.filter((text) => !/pg_notify|nextval/.test(text)).map((text) => /^\s*(\w+)/.exec(text)![1]!)
}

test('an opening command is one statement, any other two: where it stands, and what it writes', async (t) => {
  itIs('10:00')
  const tap = await tapped(firm.database.address)
  const own = await openServices({ address: tap.address, files: diskStore('/nowhere'), machine: () => clock.now })
  t.after(async () => {
    await own.close()
    await tap.close()
  })
  const once = (key: string) => ({ person: 'xu', key, hash: 'same', answer: () => 'done' })
  const told = (subject: Subject, telling: Telling, key = '') => done(transact(own, say(subject, telling, key ? { once: once(key) } : {})))
  // The tenant of the connection, its clock, the contract with its plan: asked once a process.
  const subject = await reported(own)
  assert.deepEqual(await sentFor(tap, () => reported(own, { once: once('counted-1') })), ['WITH'])
  assert.deepEqual(await sentFor(tap, () => told(subject, { type: 'ticket.replied' }, 'counted-2')), ['SELECT', 'WITH'])
  assert.deepEqual(await sentFor(tap, () => told(subject, { type: 'ticket.assigned', data: { person: 'lin' } })), ['SELECT', 'WITH'])
  const visit: Subject = `visit/${subject.slice(7)}`
  const arrived = () => told(subject, { type: 'visit.arrived', source: 'phone', also: [visit] })
  assert.deepEqual(await sentFor(tap, arrived), ['SELECT', 'SELECT', 'WITH'], 'a visit with clocks of its own is looked up, too')
  assert.deepEqual(await sentFor(tap, () => transact(own, report(newTicket(), { once: once('counted-1') }))), ['WITH', 'SELECT'])
  assert.deepEqual(await sentFor(tap, () => transact(own, say(subject, { type: 'ticket.noted' }, { once: once('counted-2') }))), ['SELECT'])
  await clean(subject)
})
