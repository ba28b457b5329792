import type { Instant } from '../../core/time/instant.ts'
import { DAY_MS } from '../../core/time/instant.ts'
import { deadlinesOf } from '../../core/plan/types.ts'
import { withTenant } from '../database/pool.ts'
import type { Ask } from '../http/within.ts'
import type { Services } from '../services.ts'
import { tellBills } from './bills.ts'
import { tellDisputes } from './disputes.ts'
import { demoPlans, foundDemoFirm, signDemoContracts } from './firm.ts'
import type { DemoPlan } from './firm.ts'
import { tellLetterhead } from './letterhead.ts'
import { demoHistory } from './history.ts'
import type { PlanGist, Step } from './history.ts'
import { ROUND_MS, makeRound } from './routine.ts'
import { StepRefused, Teller } from './teller.ts'
import { countStock, planRosters } from './staffing.ts'
import { tellSigned } from './signed.ts'
import { VENDOR } from './vendor.ts'

export type SeedOptions = {
  readonly services: Services
  /** the API, whose people the demo's are */
  readonly ask: Ask
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
/** A past of few tickets is told quickly: then its contracts were taken over only so many days ago. */
const SHORT_PAST = { tickets: 100, days: 21 }
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

/** How far the story has been told, and what it takes to go on: when it ends, and which tickets its keys have become. */
type Progress = {
  readonly done: number
  readonly total: number
  readonly from: Instant
  readonly until: Instant
  readonly count: number
  readonly seed: number
  readonly tickets: Readonly<Record<string, string>>
}

async function markProgress({ pool }: Services, seeding: Progress | null): Promise<void> {
  await withTenant(pool, VENDOR.id, (tx) =>
    tx.query('UPDATE tenant SET seeding = $2 WHERE tenant_id = $1', [VENDOR.id, seeding && JSON.stringify(seeding)]),
  )
}

/** What an earlier start left unfinished; undefined: nothing is. */
async function unfinished({ pool }: Services): Promise<Progress | undefined> {
  const rows = await withTenant(pool, VENDOR.id, (tx) =>
    tx.query<{ seeding: Progress | null }>('SELECT seeding FROM tenant WHERE tenant_id = $1', [VENDOR.id]),
  )
  return rows[0]?.seeding ?? undefined
}

type Telling = { readonly teller: Teller; readonly tickets: Map<string, string>; readonly seed: number }

async function tellStep({ teller, tickets, seed }: Telling, step: Step, place: number): Promise<void> {
  const post = (path: string) =>
    teller.as(step.actor).post(path, { body: step.body, key: `demo-${seed}-${String(place).padStart(8, '0')}` })
  if (step.command === 'report') {
    const answer = (await post('/tickets')) as { id: string }
    tickets.set(step.ticket, answer.id)
    return
  }
  const ticket = tickets.get(step.ticket)
  if (ticket !== undefined) await post(`/tickets/${ticket}/${step.command}`)
}

/**
 * Founds the demo vendor and tells its past through the API, on the vendor's own clock: every ticket, clock, breach and escalation came about as it would have.
 * Nothing happens where the vendor is there and its past is told; a past that was interrupted goes on where it stopped. A step that is refused (the firm's own
 * rules) is counted and told, never forced.
 */
export async function seedDemo(options: SeedOptions): Promise<Seeded> {
  const { services, ask, onProgress = () => undefined, signal } = options
  const plans = demoPlans(options.plansFolder)
  const begun = await begin(options, plans)
  if (!begun) return { founded: false, steps: 0, refused: [] }
  const gists = Object.fromEntries([...plans].map(([id, plan]) => [id, gistOf(plan)]))
  const { from, until, count, seed } = begun
  const steps = demoHistory({ from, until, count, gists, seed })
  const telling: Telling = { teller: new Teller(ask), tickets: new Map(Object.entries(begun.tickets)), seed }
  const refused: string[] = []
  if (begun.done === 0) {
    refused.push(...(await tellLetterhead(telling.teller)))
    refused.push(...(await tellSigned({ teller: telling.teller, documents: services.documents })))
    refused.push(...(await countStock({ teller: telling.teller, seed })), ...(await planRosters({ teller: telling.teller, seed })))
  }
  const mark = (done: number) =>
    markProgress(services, { from, until, count, seed, done, total: steps.length, tickets: Object.fromEntries(telling.tickets) })
  let lastRound = -Infinity
  const round = async (now: Instant): Promise<void> => {
    if (now - lastRound < ROUND_MS || now < cutOverOf(begun) - 2 * ROUND_MS) return
    lastRound = now
    await turnClock(services, now)
    refused.push(...(await planRosters({ teller: telling.teller, seed })))
    if (now < cutOverOf(begun)) return
    refused.push(...(await makeRound(telling.teller, { now, seed })))
  }
  for (let place = begun.done; place < steps.length; place++) {
    if (signal?.aborted || place % REPORT_EVERY === 0) {
      await mark(place)
      onProgress(place, steps.length)
    }
    if (signal?.aborted) return { founded: true, steps: place, refused }
    const step = steps[place]!
    for (let day = roundAfter(steps[place - 1]?.at ?? from); day < step.at; day += ROUND_MS) await round(day)
    await turnClock(services, step.at)
    await tellStep(telling, step, place).catch((error: unknown) => {
      if (!(error instanceof StepRefused)) throw error
      refused.push(`${step.actor} ${step.command} ${error.message}`)
    })
  }
  for (let day = roundAfter(steps.at(-1)?.at ?? from); day < until; day += ROUND_MS) await round(day)
  const now = services.clock.machine()
  await turnClock(services, now)
  refused.push(...(await tellDisputes({ teller: telling.teller, now, seed })))
  refused.push(...(await tellBills({ teller: telling.teller, seed })))
  await markProgress(services, null)
  services.live.changed({ tenant: VENDOR.id, kind: 'clock', ids: [] })
  onProgress(steps.length, steps.length)
  return { founded: true, steps: steps.length, refused }
}

/** Rounds are made on the same mornings, however often the story is interrupted. */
function roundAfter(at: Instant): Instant {
  return Math.ceil(at / ROUND_MS) * ROUND_MS
}

/** From when on the demo's contracts are looked after by this vendor: what fell due before is history. */
function cutOverOf({ from, until, count }: Pick<Progress, 'from' | 'until' | 'count'>): Instant {
  return count < SHORT_PAST.tickets ? until - SHORT_PAST.days * DAY_MS : from
}

/** Where to begin: at the founding, or where an earlier start was interrupted. The end of the story is set at its beginning, so it is the same story. */
async function begin(
  { services, count = COUNT, seed = 20_260_923 }: SeedOptions,
  plans: ReturnType<typeof demoPlans>,
): Promise<Progress | undefined> {
  const until = services.clock.machine()
  const from = until - PAST_DAYS * DAY_MS
  const begun: Progress = { done: 0, total: 0, from, until, count, seed, tickets: {} }
  const founded = await foundDemoFirm(services, plans, { storyBegins: from - DAY_MS, begun })
  const going = founded ? begun : await unfinished(services)
  if (going?.done === 0) await signDemoContracts(services, plans, cutOverOf(going))
  if (!founded) return going
  services.live.changed({ tenant: VENDOR.id, kind: 'parties', ids: [] })
  return begun
}
