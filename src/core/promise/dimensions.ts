import type { Fact } from '../fact.ts'
import type { DeadlineClause } from '../plan/types.ts'
import type { Data } from './read-data.ts'
import type { Seen } from './knowledge.ts'
import type { Instance } from './state.ts'
import type { Run } from './machine.ts'
import type { Chosen, Known } from './ruling.ts'
import { elapsedMsOf, parseDuration } from '../time/duration.ts'
import { recountGaps } from './deadline.ts'
import { textOf } from './read-data.ts'
import { choose, sameRow } from './ruling.ts'
import { clockOf } from './machine.ts'
import { moveClock, start } from './settle.ts'
import { addNotes } from './state.ts'

/** `sets`: a fact that changes what is known; `fills`: an opening, which says what nobody has said yet (a second one changes nothing, law 7). */
function speaksOf(run: Run, { id, type }: Fact): 'sets' | 'fills' | undefined {
  const { state, plan } = run
  if (type === 'ticket.graded' || type === 'ticket.edited' || type === 'ticket.reopened') return 'sets'
  if (type === 'ticket.reported') return state.opening === undefined || state.opening.fact === id ? 'fills' : undefined
  return plan.openers.has(type) || type === 'visit.needed' ? 'fills' : undefined
}

/** The customer's and the staff's grade are both kept; the plan says which rules. */
function readGrades(run: Run, { type, data }: Fact, fills: boolean): void {
  const { state, plan } = run
  const byCustomer = plan.bound.plan.gradeBy === 'customer'
  const grade = textOf(data, 'grade')
  const customer = textOf(data, 'customerGrade') ?? (type === 'ticket.graded' && data.by === 'customer' ? grade : undefined)
  const staff = type === 'ticket.graded' && data.by === 'customer' ? undefined : grade
  if (staff !== undefined && !(fills && state.staffGrade !== undefined)) state.staffGrade = staff
  if (customer !== undefined && !(fills && state.customerGrade !== undefined)) state.customerGrade = customer
  // Who reports with one grade only has given the grade that rules.
  if (fills && byCustomer && grade !== undefined) state.customerGrade ??= grade
  const ruling = byCustomer ? state.customerGrade : state.staffGrade
  if (ruling !== undefined) state.dimensions.grade = ruling
}

function readTravel(data: Data): number | undefined {
  if (typeof data.travelMs === 'number') return data.travelMs
  const travel = textOf(data, 'travel')
  const duration = travel === undefined ? undefined : parseDuration(travel)
  return duration ? elapsedMsOf(duration) : undefined
}

/** Takes in what a fact says of grade, zone, travel time and other dimensions. True: something is different now. */
export function readDimensions(run: Run, fact: Fact): boolean {
  const { state, plan } = run
  const speaks = speaksOf(run, fact)
  if (!speaks) return false
  const fills = speaks === 'fills'
  const { dimensions, travelMs } = state
  const grade = dimensions.grade
  readGrades(run, fact, fills)
  let changed = dimensions.grade !== grade
  for (const id of plan.dimensions) {
    const value = textOf(fact.data, id)
    if (value === undefined || value === dimensions[id] || (fills && dimensions[id] !== undefined)) continue
    dimensions[id] = value
    changed = true
  }
  const travel = readTravel(fact.data)
  if (travel !== undefined && !(fills && travelMs !== undefined)) state.travelMs = travel
  return changed || state.travelMs !== travelMs
}

/** First known, or known otherwise: which of the three ways a clause has applies now (law 6). */
function modeOf(instance: Instance, chosen: Chosen, clause: DeadlineClause): DeadlineClause['regrade'] {
  // What ran under the strictest row was provisional, and what slept had not begun: both are ruled from the original start.
  if (instance.ruling.strictest || instance.state === 'dormant') return 'retroactive'
  return sameRow(instance, chosen) ? 'retroactive' : clause.regrade
}

/** Applies what is known now to one instance that is open, or sleeps because its row promised nothing. Cover stays as it was judged at the opening (law 11). */
export function regrade(run: Run, instance: Instance, seen: Seen): void {
  if (instance.state !== 'open' && instance.state !== 'dormant') return
  const { fact } = seen
  const { bound, compiled } = clockOf(run, instance)
  const now = knownFor(run, instance)
  const original = choose(bound, compiled, { state: now, startAt: instance.startAt })
  if (sameRow(instance, original) && original.ruling.travelMs === instance.ruling.travelMs) return
  const mode = modeOf(instance, original, compiled.clause)
  if (mode === 'keep') return
  const chosen = mode === 'restart' ? choose(bound, compiled, { state: now, startAt: run.now }) : original
  const from = instance.row
  instance.ruling = chosen.ruling
  instance.row = chosen.values
  if (instance.state === 'dormant')
    return chosen.none || run.state.endedAt !== undefined ? undefined : start(run, instance, { fact: fact.id, type: fact.type })
  const kind = mode === 'restart' ? 'regraded-restart' : 'regraded'
  addNotes(instance, [...seen.notes, { kind, at: run.now, fact: fact.id, params: { from: rowText(from), to: rowText(chosen.values) } }])
  if (chosen.none) return void run.cancelled.push({ instance, at: run.now, cause: { fact: fact.id, type: fact.type } })
  if (mode === 'restart') instance.startAt = run.now
  recountGaps(clockOf(run, instance))
  instance.movedAt = run.now
  moveClock(run, instance)
}

function knownFor({ state }: Run, { row }: Instance): Known {
  const { travelMs, published } = state
  return row.cover === undefined ? state : { dimensions: { ...state.dimensions, cover: row.cover }, travelMs, published }
}

function rowText(values: Readonly<Record<string, string>>): string {
  return Object.values(values).join('/')
}
