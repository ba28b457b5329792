import assert from 'node:assert/strict'
import { parsePlan } from '../../core/plan/parse.ts'
import type { Plan } from '../../core/plan/types.ts'
import { inTransaction } from '../database/pool.ts'
import { bindWithZones } from '../plan-binding.ts'
import { readPlanText } from '../plan-file.ts'
import { saveContract } from '../store/contract.ts'
import { savePlan } from '../store/plan.ts'
import { markOf } from './http.testing.ts'
import type { TestServer } from './http.testing.ts'

/** A small plan with everything that a page shows: two clocks at once, a chain, grades, a pause with evidence, a breach that escalates. */
const YAML = (mark: string) => `plan: kuaixiu
title: ${mark} 快修方案
version: 1
timezone: Asia/Shanghai
calendars:
  always: {hours: 24x7}
grades: [{id: major, name: 重大故障}, {id: general, name: 一般故障}]
reasons:
  customer-deferred: {name: 客户改期, evidence: required}
promises:
  reply:
    title: 答复
    deadline:
      starts: ticket.reported
      kept-by: ticket.replied
      within: 30min
      calendar: always
      on-broken: [{escalate: service-manager}]
    text: ${mark} 半小时内答复
    source: [T-1]
  arrive:
    title: 到场
    deadline:
      starts: ticket.reported
      kept-by: visit.arrived
      within: 24h
      calendar: always
      unless: remote.solved
      pauses: [customer-deferred]
      on-broken: [{escalate: service-manager}]
    text: ${mark} 一天内到场
    source: [T-2]
  repair:
    title: 修复
    deadline:
      starts: arrive.done
      kept-by: ticket.restored
      within: {by: grade, general: 4h, major: 8h}
      calendar: always
    text: ${mark} 到场后修好
    source: [T-3]
later:
  - {id: loaner, text: ${mark} 备机, source: [T-4]}
`

function readPlan(mark: string): { readonly plan: Plan; readonly yaml: string } {
  const yaml = YAML(mark)
  const read = readPlanText(yaml)
  assert.ok(read.ok, JSON.stringify(read))
  const parsed = parsePlan(read.node)
  assert.ok(parsed.ok, JSON.stringify(parsed))
  return { plan: parsed.plan, yaml }
}

/** One contract per customer under the same plan; the text of the plan carries the tenant's mark, the contract its customer's. */
export async function plantContracts({ services, time }: TestServer, tenant: string): Promise<void> {
  const { plan, yaml } = readPlan(`MARK-${tenant}-plan-ZQ`)
  const bound = bindWithZones(plan)
  assert.ok(bound.ok, JSON.stringify(bound))
  await inTransaction(services.pool, tenant, async (tx) => {
    assert.ok(await savePlan(tx, { plan, yaml, hash: `${tenant}-plan`, at: time.now }))
    for (const customer of ['jia', 'yi']) {
      await saveContract(tx, {
        id: `${customer}-contract`,
        number: `HT-${customer}`,
        title: `${markOf(tenant, customer)} 售后服务`,
        initials: 'shfw',
        customer,
        bound: bound.bound,
        signedOn: '2026-01-01',
        startsOn: '2026-01-01',
        endsOn: '2028-01-01',
        sites: [`${customer}-site`],
        assets: [`${customer}-asset`],
        people: [{ role: 'lead', person: `${tenant}-project-manager` }],
        at: time.now,
      })
    }
  })
}
