import type { CompiledCalendar } from '../../calendar/compile.ts'
import { measureEvents } from '../../plan/clause-events.ts'
import type { Measure } from '../../plan/forms.ts'
import type { EventExpr } from '../../plan/types.ts'
import type { Instant } from '../../time/instant.ts'
import { HOUR_MS } from '../../time/instant.ts'
import { workBetween } from '../reach.ts'
import { onDuty } from './duty.ts'
import type { Roster } from './duty.ts'

/** What has been counted for one event of a measure since the window began, and what stands on from before. Plain JSON. */
export type Tally = {
  readonly n: number
  readonly sum: number
  /** begun and not ended: by subject, since when */
  readonly running: { readonly [subject: string]: Instant }
  /** working ms between begin and end, in this window */
  readonly ms: number
  /** what is on hand: by place, model and part */
  readonly held: { readonly [key: string]: number }
  /** who is on duty when, where that is measured */
  readonly roster?: Roster
}

export const EMPTY_TALLY: Tally = { n: 0, sum: 0, running: {}, ms: 0, held: {} }

/** What a measure is worked out from: tallies by the place of their event, and the window in whose hours time is counted. */
export type Counted = {
  readonly tallies: { readonly [place: string]: Tally }
  readonly from: Instant
  /** the window's end; undefined: it is asked how things stand */
  readonly until: Instant | undefined
  readonly calendar: CompiledCalendar | undefined
}

/** Devices that stand in the field do not cease to be there with a month: these are counted from the beginning. */
const STANDING: readonly string[] = ['asset.accepted', 'asset.handed-over', 'asset.in-service']

export function isStanding(event: EventExpr): boolean {
  return event.kind === 'fact' && STANDING.includes(event.type)
}

type Joined = Extract<Measure, { kind: 'plus' | 'minus' | 'over' }>
type Fixed = Extract<Measure, { kind: 'number' | 'planned' }>
type Terms = Exclude<Measure, Joined | Fixed>
type Spot = { readonly measure: Terms; readonly place: number }

function isJoined(measure: Measure): measure is Joined {
  return measure.kind === 'plus' || measure.kind === 'minus' || measure.kind === 'over'
}

function isFixed(measure: Measure): measure is Fixed {
  return measure.kind === 'number' || measure.kind === 'planned'
}

/** The terms that count events, each with the place of its (first) event: the order of `measureEvents`. */
export function termsOf(measure: Measure): readonly Spot[] {
  const spots: Spot[] = []
  let place = 0
  const walk = (one: Measure): void => {
    if (isJoined(one)) {
      walk(one.left)
      walk(one.right)
    } else if (!isFixed(one)) {
      spots.push({ measure: one, place })
      place += measureEvents(one).length
    }
  }
  walk(measure)
  return spots
}

function hoursOf({ tallies, from, calendar }: Counted, place: number, at: Instant): number {
  const { ms, running } = tallies[place] ?? EMPTY_TALLY
  const open = Object.values(running).reduce((sum, since) => sum + workBetween(calendar, Math.max(since, from), at), 0)
  return (ms + open) / HOUR_MS
}

function termAt(counted: Counted, { measure, place }: Spot, at: Instant): number | undefined {
  const { n, sum, held, roster } = counted.tallies[place] ?? EMPTY_TALLY
  switch (measure.kind) {
    case 'count':
      return n
    case 'sum':
      return sum
    case 'mean':
      return n === 0 ? undefined : sum / n
    case 'on-hand':
      return Object.values(held).reduce((all, one) => all + one, 0)
    case 'time':
      return hoursOf(counted, place, at)
    case 'on-duty':
      return onDuty(roster, at, counted.calendar)
    default:
      return measure satisfies never
  }
}

/** The number as it stands at `at`, hours for time; undefined where there is nothing to divide by or to take the mean of. */
export function valueAt(measure: Measure, counted: Counted, at: Instant): number | undefined {
  let next = 0
  const spots = termsOf(measure)
  const walk = (one: Measure): number | undefined => {
    if (one.kind === 'number') return one.value
    if (one.kind === 'planned') return workBetween(counted.calendar, counted.from, counted.until ?? at) / HOUR_MS
    if (!isJoined(one)) return termAt(counted, spots[next++]!, at)
    const [left, right] = [walk(one.left), walk(one.right)]
    if (left === undefined || right === undefined) return undefined
    if (one.kind === 'over') return right === 0 ? undefined : left / right
    return one.kind === 'plus' ? left + right : left - right
  }
  return walk(measure)
}

/** Which way a number can still go inside its window: 1 only up, -1 only down, 0 not at all, undefined either way. */
export function tendency(measure: Measure): 1 | 0 | -1 | undefined {
  switch (measure.kind) {
    case 'number':
    case 'planned':
      return 0
    case 'count':
    case 'time':
      return 1
    case 'sum':
    case 'mean':
    case 'on-hand':
    case 'on-duty':
      return undefined
    case 'over':
      return tendency(measure.right) === 0 ? tendency(measure.left) : undefined
    case 'plus':
      return joined(tendency(measure.left), tendency(measure.right))
    case 'minus':
      return joined(tendency(measure.left), opposite(tendency(measure.right)))
    default:
      return measure satisfies never
  }
}

type Tendency = ReturnType<typeof tendency>

function opposite(one: Tendency): Tendency {
  return one === undefined ? undefined : ((0 - one) as 1 | 0 | -1)
}

function joined(a: Tendency, b: Tendency): Tendency {
  if (a === 0) return b
  return b === 0 || a === b ? a : undefined
}
