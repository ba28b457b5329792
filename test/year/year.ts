import { DAY_MS } from '../../src/core/time/instant.ts'
import type { Instant } from '../../src/core/time/instant.ts'
import type { Clause, Plan } from '../../src/core/plan/types.ts'
import { cellsOf } from '../../src/core/plan/value.ts'
import { between } from '../../src/server/demo/random.ts'
import { openWaker } from '../../src/server/jobs/waker.ts'
import type { Waker } from '../../src/server/jobs/waker.ts'
import { Agenda } from './agenda.ts'
import type { Story } from './agenda.ts'
import type { Firm } from './firm.ts'
import { nextWake } from './instances.ts'
import { Diary, grow } from './living.ts'
import { isLivedThrough } from './spared.ts'
import { settle } from './stories.ts'
import type { Year } from './stories.ts'
import { wander } from './wander.ts'

const YEAR_DAYS = 365
const MONTH_DAYS = 31
/** Milestones, and what they wait for, take a season; a cover of so many months ends after it. */
const SEASON_DAYS = 100
/** Somebody looks into the diary so often when nothing else happens. */
const LOOK_DAYS = 3
/** Of three turns of the clock, one stops at each instant at which something falls due, one finds the waker late, one not at all. */
const MOST_STOPS = 12

function monthsOf(clause: Clause): number {
  if (clause.form !== 'cover') return 0
  const terms = cellsOf(clause.term).flatMap(({ value }) => (value.kind === 'scalar' ? [value.value] : []))
  const months = (term: (typeof terms)[number]): number => {
    if (term.kind === 'duration') return { mo: term.duration.value, y: 12 * term.duration.value }[term.duration.unit as string] ?? 1
    return 'of' in term ? Math.max(...term.of.map(months)) : 0
  }
  return Math.max(0, ...terms.map(months))
}

/** How long is told: a year, or until the last cover has ended that ends at all. */
export function daysToTell({ promises }: Plan): number {
  const longest = Math.max(0, ...Object.values(promises).map(monthsOf))
  return Math.max(YEAR_DAYS, longest * MONTH_DAYS) + SEASON_DAYS
}

/** Turns the firm's clock, and lets the waker of the product find what has fallen due: in time, late, or not before the next deed. */
function clockFor(firm: Firm, waker: Waker): (to: Instant) => Promise<void> {
  const { clock } = firm.server.services
  const turn = async (to: Instant): Promise<void> => {
    const ms = to - (await firm.now())
    if (ms > 0) await clock.advance(firm.tenant, ms)
  }
  const stopAtEach = async (to: Instant): Promise<void> => {
    for (let stop = 0; stop < MOST_STOPS; stop++) {
      const next = await nextWake(firm)
      if (next === undefined || next >= to) return
      await turn(next + 1)
      await waker.wakeDue()
    }
  }
  return async (to) => {
    const dice = firm.random()
    if (dice < 0.3) await stopAtEach(to)
    await turn(to)
    if (dice < 0.75) await waker.wakeDue()
  }
}

/** Time goes by when nobody does anything. */
async function* goBy(firm: Firm, until: Instant): Story {
  for (let at = await firm.now(); at < until; at += LOOK_DAYS * DAY_MS) yield at
}

/** Every promise that can be made to open is kept once and broken once, in the contracts that are meant so. */
function goals({ firm }: Year): readonly Clause[] {
  return Object.values(firm.plan.promises).filter((clause) => !isLivedThrough(firm.plan, clause))
}

export type YearOptions = { readonly wanderings: number }

/** Tells a firm's year, and returns what of it did not come about. */
export async function tellYear(firm: Firm, { wanderings }: YearOptions): Promise<readonly string[]> {
  const waker = openWaker({ services: firm.server.services })
  const agenda = new Agenda()
  const starts = await firm.now()
  const until = starts + Math.max(...firm.houses.map(({ plan }) => daysToTell(plan))) * DAY_MS
  const year: Year = { firm, claimed: new Set(), lost: [] }
  const diary = new Diary(year, (story) => agenda.add(starts, story))
  const day = (low: number, high: number) => starts + Math.floor(between(firm.random, low, high) * DAY_MS)
  for (const house of firm.houses) agenda.add(starts, grow(year, house))
  for (const clause of goals(year))
    for (const house of firm.houses) {
      if (house.manner === 'measured') continue
      const early = clause.form === 'level'
      agenda.add(early ? day(1, SEASON_DAYS / 2) : day(SEASON_DAYS, YEAR_DAYS), settle(year, house, { clause, verdict: house.manner }))
    }
  for (let number = 0; number < wanderings; number++) agenda.add(day(1, YEAR_DAYS), wander(firm, firm.houses[0]!))
  agenda.add(starts, goBy(firm, until))
  const turn = clockFor(firm, waker)
  try {
    await agenda.tell(until, { turn, after: () => diary.look() })
    await turn(until)
    await waker.wakeDue()
  } finally {
    await waker.stop()
  }
  return year.lost
}
