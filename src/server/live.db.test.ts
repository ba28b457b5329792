import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { connectAs } from './database/connection.ts'
import { openLive } from './live.ts'
import type { Live, LiveEvent, Work } from './live.ts'
import { createTestDatabase } from './database/testing.ts'

const opened: Live[] = []
const { address } = await createTestDatabase({ keepFor: async () => void (await Promise.all(opened.map((live) => live.close()))) })

async function open(): Promise<Live & { readonly heard: LiveEvent[]; readonly works: Work[] }> {
  const live = await openLive(connectAs(address, 'nuoxing_app') as pg.ClientConfig)
  opened.push(live)
  const heard: LiveEvent[] = []
  const works: Work[] = []
  live.listen((event) => heard.push(event))
  live.listenWork((work) => works.push(work))
  return { ...live, heard, works }
}

async function until(what: () => boolean): Promise<void> {
  for (let tries = 0; !what(); tries++) {
    assert.ok(tries < 500, 'it did not come')
    await sleep(10)
  }
}

const changed = (live: Live, ...ids: string[]) => live.changed({ tenant: 'alpha', kind: 'subject', ids })

test('what one process changes all hear, once, under one number, however often it was said at that moment', async () => {
  const [here, there] = [await open(), await open()]
  for (let n = 0; n < 50; n++) changed(here, 'ticket/T1', `ticket/T${n % 3}`)
  await until(() => here.heard.length > 0 && there.heard.length > 0)
  await sleep(60)
  assert.equal(here.heard.length, 1)
  assert.deepEqual(here.heard[0]!.ids.toSorted(), ['ticket/T0', 'ticket/T1', 'ticket/T2'])
  assert.deepEqual(here.heard, there.heard)
})

test('a browser that comes back to another process misses nothing, and hears nothing of another tenant', async () => {
  const [here, there] = [await open(), await open()]
  changed(here, 'ticket/A')
  await until(() => there.heard.length === 1)
  const last = there.heard[0]!.id
  assert.equal(here.last(), last)
  assert.deepEqual(there.since('alpha', last), [])
  changed(here, 'ticket/B')
  here.changed({ tenant: 'beta', kind: 'subject', ids: ['ticket/X'] })
  await until(() => there.heard.length === 3)
  assert.deepEqual(
    there.since('alpha', last)!.map((event) => event.ids),
    [['ticket/B']],
  )
  assert.equal(there.since('alpha', 'long-ago'), undefined)
})

test('more names than one message holds come in several', async () => {
  const here = await open()
  const ids = Array.from({ length: 300 }, (_, n) => `ticket/${'x'.repeat(60)}${n}`)
  changed(here, ...ids)
  await until(() => here.heard.flatMap((event) => event.ids).length === 300)
  assert.deepEqual(
    here.heard.flatMap((event) => event.ids),
    ids,
  )
})

test('of what there is to do, the earliest due time and whether effects wait are told', async () => {
  const here = await open()
  for (const wakeAt of [50, 20, 90]) here.work({ wakeAt })
  here.work({ effects: true })
  await until(() => here.works.length > 0)
  assert.deepEqual(here.works, [{ wakeAt: 20, effects: true }])
})

test('a line that was cut is opened again, and whoever keeps things in memory is told to forget them', async () => {
  const here = await open()
  changed(here, 'ticket/before')
  await until(() => here.heard.length === 1)
  let forgotten = 0
  here.gap(() => forgotten++)
  const owner = new pg.Client(connectAs(address, 'owner') as pg.ClientConfig)
  await owner.connect()
  await owner.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'nuoxing live' AND datname = current_database()`,
  )
  await owner.end()
  await until(() => forgotten === 1)
  assert.equal(here.since('alpha', here.heard[0]!.id), undefined)
  for (let tries = 0; here.heard.length < 2; tries++) {
    assert.ok(tries < 50)
    changed(here, 'ticket/after')
    await sleep(100)
  }
  assert.deepEqual(here.heard[1]!.ids, ['ticket/after'])
})
