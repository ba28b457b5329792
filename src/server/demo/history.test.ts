import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DAY_MS, MINUTE_MS } from '../../core/time/instant.ts'
import { demoPlans } from './firm.ts'
import { demoHistory } from './history.ts'
import type { PlanGist } from './history.ts'
import { between, pick, seeded } from './random.ts'
import { STORIES } from './stories.ts'
import { CONTRACTS, CUSTOMERS, OFFERED_ACCOUNTS, PEOPLE } from './vendor.ts'

const UNTIL = Date.UTC(2026, 10, 25, 4)
const GISTS: Readonly<Record<string, PlanGist>> = Object.fromEntries(
  [...demoPlans()].map(([id, { plan }]) => [
    id,
    { grades: plan.grades.map((grade) => grade.id), gradeBy: plan.gradeBy, pauseReason: undefined, special: false },
  ]),
)
const tell = (seed: number, count = 60) => demoHistory({ from: UNTIL - 330 * DAY_MS, until: UNTIL, count, gists: GISTS, seed })

test('the same seed tells the same story, another seed another one', () => {
  assert.deepEqual(tell(7), tell(7))
  assert.notDeepEqual(tell(7), tell(8))
})

test('the story runs forward, never beyond this morning, and every ticket begins with its report', () => {
  const steps = tell(7)
  assert.ok(steps.every((step, n) => n === 0 || steps[n - 1]!.at <= step.at))
  assert.ok(steps.every((step) => step.at <= UNTIL))
  const reported = new Set<string>()
  for (const step of steps) {
    if (step.command === 'report') reported.add(step.ticket)
    assert.ok(reported.has(step.ticket), `${step.ticket} ${step.command}`)
  }
})

test('no ticket is older than its contract', () => {
  const starts = new Map(CONTRACTS.map((contract) => [contract.id, Date.parse(`${contract.startsOn}T00:00:00+08:00`)]))
  for (const step of tell(7)) if (step.command === 'report') assert.ok(step.at >= (starts.get(step.body.contract ?? '') ?? 0), step.ticket)
})

test('everybody who acts is one of the firm, and every account that is offered exists', () => {
  const accounts = new Set(PEOPLE.map((person) => person.account))
  for (const step of tell(7)) assert.ok(accounts.has(step.actor), step.actor)
  for (const account of OFFERED_ACCOUNTS) assert.ok(accounts.has(account), account)
})

test('the open desk shows every kind of clock: near, running, late, back-filled, unassigned', () => {
  const today = tell(7, 0)
  assert.equal(today.filter((step) => step.command === 'report').length, 11)
  assert.ok(today.some((step) => step.command === 'reply' && 'lateReason' in step.body))
  const assigned = new Set(today.filter((step) => step.command === 'assign').map((step) => step.ticket))
  assert.ok(today.some((step) => !assigned.has(step.ticket)))
  assert.ok(today.some((step) => step.command === 'report' && UNTIL - step.at < 30 * MINUTE_MS))
})

test('each device has stories to tell, a fault among them, and lies at a site of its customer', () => {
  for (const customer of CUSTOMERS)
    for (const asset of customer.assets) {
      assert.ok(
        STORIES[asset.id]?.some((story) => story.type === 'fault'),
        asset.id,
      )
      assert.ok(
        customer.sites.some((site) => site.id === asset.site),
        asset.id,
      )
    }
})

test('numbers by chance lie where they should and repeat with the seed', () => {
  const [a, b] = [seeded(42), seeded(42)]
  for (let n = 0; n < 1_000; n++) {
    const value = a()
    assert.equal(value, b())
    assert.ok(value >= 0 && value < 1)
  }
  assert.ok([1, 2, 3].includes(pick(a, [1, 2, 3])))
  const spread = between(a, 5, 6)
  assert.ok(spread >= 5 && spread < 6)
})
