import type { Instant } from '../../core/time/instant.ts'
import { DAY_MS } from '../../core/time/instant.ts'
import { deadlinesOf } from '../../core/plan/types.ts'
import { withTenant } from '../database/pool.ts'
import type { Services } from '../services.ts'
import { demoPlans, foundDemoFirm } from './firm.ts'
import type { DemoPlan } from './firm.ts'
import { demoHistory } from './history.ts'
import type { PlanGist, Step } from './history.ts'
import { StepRefused, Teller } from './teller.ts'
import { VENDOR } from './vendor.ts'

export type SeedOptions = {
  readonly services: Services
  /** where the API answers */
  readonly url: string
  /** finished tickets of the past; the open desk of today comes on top */
  readonly count?: number
  readonly seed?: number
  readonly onProgress?: (done: number, total: number) => void
  /** where the plans lie, when not in the bundled folder */
  readonly plansFolder?: string
  /** stop between two steps: the server is going down */
  readonly signal?: AbortSignal
}

export type Seeded = { readonly founded: boolean; readonly steps: number; readonly refused: readonly string[] }

const PAST_DAYS = 330
const COUNT = 320
/** The browser learns how far the story is; more often would cost more than the steps. */
const REPORT_EVERY = 50

function gistOf({ plan }: DemoPlan): PlanGist {
  const pausing = Object.values(deadlinesOf(plan)).flatMap((clause) => clause.pauses)
  return { grades: plan.grades.map((grade) => grade.id), gradeBy: plan.gradeBy, pauseReason: pausing[0], special: false }
}

/** The tenant's clock to the instant of a step; it only goes forward, as the story does. */
async function turnClock({ clock }: Services, to: Instant): Promise<void> {
  const ms = to - (await clock.now(VENDOR.id))
  if (ms > 0) await clock.advance(VENDOR.id, ms)
}

async function markProgress({ pool }: Services, seeding: { done: number; total: number } | null): Promise<void> {
  await withTenant(pool, VENDOR.id, (tx) =>
    tx.query('UPDATE tenant SET seeding = $2 WHERE tenant_id = $1', [VENDOR.id, seeding && JSON.stringify(seeding)]),
  )
}

async function tellStep(teller: Teller, tickets: Map<string, string>, step: Step): Promise<void> {
  if (step.command === 'report') {
    const answer = (await teller.as(step.actor).post('/tickets', step.body)) as { id: string }
    tickets.set(step.ticket, answer.id)
    return
  }
  const ticket = tickets.get(step.ticket)
  if (ticket !== undefined) await teller.as(step.actor).post(`/tickets/${ticket}/${step.command}`, step.body)
}

/**
 * Founds the demo vendor and tells its past through the API, on the vendor's own clock: every ticket, clock, breach and escalation came about as it would have.
 * Nothing happens where the vendor is there already. A step that is refused (the firm's own rules) is counted and told, never forced.
 */
export async function seedDemo(options: SeedOptions): Promise<Seeded> {
  const { services, url, count = COUNT, seed = 20_260_923, onProgress = () => undefined, signal } = options
  const plans = demoPlans(options.plansFolder)
  const until = services.clock.machine()
  const from = until - PAST_DAYS * DAY_MS
  if (!(await foundDemoFirm(services, plans, from - DAY_MS))) return { founded: false, steps: 0, refused: [] }
  services.live.changed({ tenant: VENDOR.id, kind: 'parties', ids: [] })
  const gists = Object.fromEntries([...plans].map(([id, plan]) => [id, gistOf(plan)]))
  const steps = demoHistory({ from, until, count, gists, seed })
  const teller = new Teller(url)
  const tickets = new Map<string, string>()
  const refused: string[] = []
  for (const [done, step] of steps.entries()) {
    if (signal?.aborted) break
    if (done % REPORT_EVERY === 0) {
      await markProgress(services, { done, total: steps.length })
      onProgress(done, steps.length)
    }
    await turnClock(services, step.at)
    await tellStep(teller, tickets, step).catch((error: unknown) => {
      if (!(error instanceof StepRefused)) throw error
      refused.push(`${step.actor} ${step.command} ${error.message}`)
    })
  }
  await turnClock(services, services.clock.machine())
  await markProgress(services, null)
  services.live.changed({ tenant: VENDOR.id, kind: 'clock', ids: [] })
  onProgress(steps.length, steps.length)
  return { founded: true, steps: steps.length, refused }
}
