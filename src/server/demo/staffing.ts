import { DAY_MS, HOUR_MS } from '../../core/time/instant.ts'
import type { Instant } from '../../core/time/instant.ts'
import type { Roster, ServiceTasks } from '../../wire/services.ts'
import { hashOf, seeded } from './random.ts'
import { StepRefused } from './teller.ts'
import type { Teller } from './teller.ts'
import { CONTRACTS, CUSTOMERS, PEOPLE } from './vendor.ts'
import type { DemoContract } from './vendor.ts'

const WEEK_MS = 7 * DAY_MS
/** Most weeks somebody takes over from the one before; now and then hours late, as it happens. */
const SEAMLESS = 0.93
const LATE_MS = 3 * HOUR_MS

const ENGINEERS = PEOPLE.filter(({ roles }) => roles.includes('engineer')).map(({ id }) => id)

type Staffing = { readonly teller: Teller; readonly seed: number }
type Desk = Roster['desks'][number]

async function told({ teller, seed }: Staffing, of: string, body: object): Promise<string[]> {
  try {
    await teller.as('gu').post('/services', { body, key: `demo-${seed}-${hashOf(of)}` })
    return []
  } catch (error) {
    if (error instanceof StepRefused) return [`${of} ${error.message}`]
    throw error
  }
}

/** Week by week somebody takes a desk, for as long as the roster has to be written now. What was left open between two weeks stays open. */
async function planDesk(
  staffing: Staffing,
  { id: contract }: DemoContract,
  { desk, until }: { desk: Desk; until: Instant },
): Promise<string[]> {
  const refused: string[] = []
  const open = desk.gaps.at(-1)
  if (desk.desk === undefined || open?.end !== until) return refused
  for (let start = open.start; start < until; start += WEEK_MS) {
    const of = `${contract} ${desk.promise} ${start}`
    const random = seeded(hashOf(`${staffing.seed} ${of}`))
    const late = start > open.start || desk.shifts.length > 0 ? random() >= SEAMLESS : false
    const person = ENGINEERS[Math.floor(random() * ENGINEERS.length)]
    const values = { person, desk: desk.desk.id, start: late ? start + LATE_MS : start, end: start + WEEK_MS }
    refused.push(...(await told(staffing, of, { type: 'shift.planned', contract, values })))
  }
  return refused
}

/** The duty rosters of the demo's contracts, written some two weeks ahead. */
export async function planRosters(staffing: Staffing): Promise<string[]> {
  const refused: string[] = []
  for (const contract of CONTRACTS) {
    const { desks, until } = (await staffing.teller.as('gu').get(`/contracts/${contract.id}/roster`)) as Roster
    for (const desk of desks) refused.push(...(await planDesk(staffing, contract, { desk, until })))
  }
  return refused
}

/** What lies in store of each model that a contract promises a stock of, counted once. */
export async function countStock(staffing: Staffing): Promise<string[]> {
  const refused: string[] = []
  for (const { id: contract, customer } of CONTRACTS) {
    const { types } = (await staffing.teller.as('gu').get(`/contracts/${contract}/tasks`)) as ServiceTasks
    if (!types.some(({ type, heard }) => type === 'stock.changed' && heard)) continue
    const models = CUSTOMERS.find(({ id }) => id === customer)?.assets.map(({ model }) => model) ?? []
    for (const model of new Set(models)) {
      const values = { place: 'local', model, quantity: 1 + (hashOf(model) % 3) }
      refused.push(...(await told(staffing, `${contract} stock ${model}`, { type: 'stock.changed', contract, values })))
    }
  }
  return refused
}
