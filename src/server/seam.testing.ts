import assert from 'node:assert/strict'
import pg from 'pg'
import type { Subject } from '../core/fact.ts'
import { bindPlan } from '../core/plan/bind.ts'
import { CALENDARS, at, plan } from '../core/promise/given.testing.ts'
import type { PlanText } from '../core/promise/given.testing.ts'
import type { BoundPlan } from '../core/promise/types.ts'
import type { Instant } from '../core/time/instant.ts'
import { connectAs } from './database/connection.ts'
import { inTransaction } from './database/pool.ts'
import { createTestDatabase } from './database/testing.ts'
import type { TestDatabase } from './database/testing.ts'
import { diskStore } from './files/disk.ts'
import type { Outbound } from './messages/outbound.ts'
import { openServices } from './services.ts'
import type { Services } from './services.ts'
import { saveContract } from './store/contract.ts'
import { savePlan } from './store/plan.ts'
import { PLAN, newTicket, report } from './told.testing.ts'
import type { Told } from './told.testing.ts'
import { transact } from './transact.ts'
import type { Command, Outcome } from './transact.ts'

export type Firm = {
  readonly database: TestDatabase
  readonly owner: pg.Client
  readonly bound: BoundPlan
  /** moves the machine's time of every service opened here */
  readonly clock: { now: Instant }
  readonly open: (options?: OpenOptions) => Promise<Services>
}

type OpenOptions = { readonly machine?: () => Instant; readonly outbound?: Outbound }

export function boundOf(text: PlanText): BoundPlan {
  const result = bindPlan({ plan: plan(text).plan, terms: [], calendars: CALENDARS })
  assert.ok(result.ok, JSON.stringify(result))
  return result.bound
}

/** Two firms, `alpha` and `beta`, each with a customer, people and a contract under the same plan. It is 10:00 on 30 September 2026. */
export async function foundFirms(text: PlanText = PLAN): Promise<Firm> {
  const database = await createTestDatabase({ keepFor: () => closeAll() })
  const owner = new pg.Client(connectAs(database.address, 'owner') as pg.ClientConfig)
  await owner.connect()
  const bound = boundOf(text)
  const clock = { now: at('10:00') }
  const opened: Services[] = []
  const closeAll = async (): Promise<void> => {
    for (const services of opened) await services.close()
    await owner.end()
  }
  const open = async ({ machine = () => clock.now, outbound }: OpenOptions = {}): Promise<Services> => {
    const services = await openServices({ address: database.address, files: diskStore('/nowhere'), machine, outbound })
    opened.push(services)
    return services
  }
  const services = await open()
  for (const tenant of ['alpha', 'beta']) await foundFirm(owner, services, { tenant, bound })
  return { database, owner, bound, clock, open }
}

async function foundFirm(owner: pg.Client, { pool }: Services, { tenant, bound }: { tenant: string; bound: BoundPlan }): Promise<void> {
  await owner.query(`INSERT INTO tenant (tenant_id, name, timezone, demo, created_at) VALUES ($1, $1, 'Asia/Shanghai', true, 0)`, [tenant])
  await inTransaction(pool, tenant, async (tx) => {
    await tx.query(`INSERT INTO customer (tenant_id, id, name, created_at, changed_at) VALUES ($1, 'c1', '锦屏医院', 0, 0)`, [tenant])
    await tx.query(
      `INSERT INTO person (tenant_id, id, name, account, created_at, changed_at) SELECT $1, p, p, p, 0, 0 FROM unnest(ARRAY['gu', 'wei', 'xu', 'lin']) p`,
      [tenant],
    )
    await tx.query(`INSERT INTO role (tenant_id, id, grants) SELECT $1, r, '[]' FROM unnest(ARRAY['service-manager', 'administrator']) r`, [
      tenant,
    ])
    await tx.query(`INSERT INTO person_role (tenant_id, person, role) VALUES ($1, 'gu', 'service-manager'), ($1, 'wei', 'administrator')`, [
      tenant,
    ])
    assert.ok(await savePlan(tx, { plan: bound.plan, yaml: '', hash: 'p1', at: 0 }))
    await saveContract(tx, {
      id: 'k1',
      number: 'HT-1',
      title: '设备服务',
      initials: 'sbfw',
      customer: 'c1',
      bound,
      signedOn: undefined,
      startsOn: undefined,
      endsOn: undefined,
      sites: [],
      assets: [],
      people: [{ role: 'lead', person: 'lin' }],
      at: 0,
    })
  })
}

export async function done(outcome: Promise<Outcome<Told, string>>): Promise<Extract<Outcome<Told, string>, { kind: 'done' }>['done']> {
  const result = await outcome
  assert.equal(result.kind, 'done', JSON.stringify(result))
  assert.ok(result.kind === 'done')
  return result.done
}

/** A ticket reported now. */
export async function reported(services: Services, more: Partial<Command<Told, string>> = {}): Promise<Subject> {
  const subject = newTicket()
  await done(transact(services, report(subject, more)))
  return subject
}

export { at, newTicket, report, PLAN }
export { say } from './told.testing.ts'
export type { Telling } from './told.testing.ts'
