// A process of its own for the tests that kill one: `node process.testing.ts ADDRESS work` runs waker, relay and worker;
// `… write` reports faults and replies as fast as it can, and prints the id of each fact that was acknowledged; `… serve AT COUNT` takes in so many
// reports of faults that happened at that instant, and prints each ticket.
import { writeSync } from 'node:fs'
import type { Subject } from '../../core/fact.ts'
import type { DatabaseAddress } from '../database/connection.ts'
import { diskStore } from '../files/disk.ts'
import { openServices } from '../services.ts'
import { report, say } from '../told.testing.ts'
import { newId, transact } from '../transact.ts'
import { openBackground } from './worker.ts'

const address = JSON.parse(process.argv[2]!) as DatabaseAddress
const services = await openServices({ address, files: diskStore('/nowhere') })

async function write(): Promise<never> {
  for (;;) {
    const subject: Subject = `ticket/${newId()}`
    for (const command of [report(subject), say(subject, { type: 'ticket.replied' })]) {
      const outcome = await transact(services, command)
      if (outcome.kind === 'done') for (const fact of outcome.done.facts) writeSync(1, `${fact.id}\n`)
    }
  }
}

async function takeIn(occurredAt: number, count: number): Promise<void> {
  for (let left = count; left > 0; left -= 1) {
    const subject: Subject = `ticket/${newId()}`
    const told = { type: 'ticket.reported', source: 'phone', also: [], data: { number: subject }, occurredAt } as const
    const decide: ReturnType<typeof report>['decide'] = ({ newId: id }) => ({ ok: true, facts: [{ ...told, id: id(), subject }] })
    const outcome = await transact(services, report(subject, { tenant: 'beta', decide }))
    if (outcome.kind === 'done') writeSync(1, `${subject}\n`)
  }
}

const [, , , what, at, count] = process.argv
if (what === 'serve') {
  await Promise.all(Array.from({ length: 5 }, () => takeIn(Number(at), Number(count) / 5)))
  await services.close()
} else if (what === 'work') {
  await openBackground({ services, careMs: 500 })
  writeSync(1, 'ready\n')
} else await Promise.all(Array.from({ length: 8 }, write))
