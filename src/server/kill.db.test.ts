import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { auditTenant } from './audit.ts'
import { withTenant } from './database/pool.ts'
import { foundFirms } from './seam.testing.ts'
import { TOLD } from './told.testing.ts'

const firm = await foundFirms()
const children: ChildProcess[] = []
after(() => children.forEach((child) => child.kill('SIGKILL')))

function start(...what: readonly ['work'] | ['write'] | ['serve', at: string, count: string]): {
  readonly child: ChildProcess
  readonly said: () => string[]
  readonly lines: string[]
} {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'jobs/process.testing.ts'), JSON.stringify(firm.database.address), ...what],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  children.push(child)
  let text = ''
  child.stdout!.on('data', (chunk: Buffer) => (text += chunk.toString()))
  // The last line may be cut short by the kill: what was not printed whole was not acknowledged.
  return { child, lines: [], said: () => text.split('\n').slice(0, -1) }
}

async function until(what: () => Promise<boolean> | boolean, withinMs = 20_000): Promise<void> {
  const end = performance.now() + withinMs
  while (!(await what())) {
    assert.ok(performance.now() < end, 'it did not come')
    await sleep(20)
  }
}

test('a server killed in a burst of writes loses no write that it acknowledged', async () => {
  const services = await firm.open({ machine: Date.now })
  const acknowledged: string[] = []
  for (let round = 0; round < 4; round++) {
    const writer = start('write')
    await until(() => writer.said().length > 40 + round * 37)
    writer.child.kill('SIGKILL')
    await once(writer.child, 'close')
    acknowledged.push(...writer.said())
  }
  const found = await withTenant(services.pool, 'alpha', (tx) => tx.query('SELECT 1 FROM fact WHERE id = ANY($1)', [acknowledged]))
  assert.ok(acknowledged.length > 300)
  assert.equal(found.length, acknowledged.length)
  await until(async () => (await auditTenant(services, 'alpha', TOLD)).differences.length === 0, 2_000)
})

test('a thousand clocks that two servers took in run out at one instant under two workers, one of them killed: each breaks and escalates once', async () => {
  const services = await firm.open({ machine: Date.now })
  const workers = [start('work'), start('work')]
  await until(() => workers.every((one) => one.said().includes('ready')))
  // Half an hour is promised: due some seconds from now.
  const occurredAt = String(Date.now() - 30 * 60_000 + 5_500)
  const servers = [start('serve', occurredAt, '500'), start('serve', occurredAt, '500')]
  await until(() => servers.every((one) => one.said().length === 500), 60_000)
  const inBeta = <Row>(text: string) => withTenant(services.pool, 'beta', (tx) => tx.query<Row>(text))
  const count = async (text: string) => (await inBeta<{ n: number }>(`SELECT count(*) AS n FROM ${text}`))[0]!.n
  await until(async () => (await count(`effect`)) > 100)
  workers[0]!.child.kill('SIGKILL')
  await until(async () => (await count('effect WHERE delivered_at IS NOT NULL')) === 1_000)
  assert.equal(await count(`obligation WHERE promise = 'reply' AND state = 'broken' AND broken_at = due_at`), 1_000)
  assert.equal(await count(`belief WHERE promise = 'reply' AND state = 'broken'`), 1_000)
  assert.deepEqual(await inBeta('SELECT count(*) AS n, count(DISTINCT effect) AS effects, count(DISTINCT person) AS people FROM inbox'), [
    { n: 1_000, effects: 1_000, people: 1 },
  ])
  assert.deepEqual((await auditTenant(services, 'beta', TOLD)).differences, [])
  workers[1]!.child.kill('SIGTERM')
})
