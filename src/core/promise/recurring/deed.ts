import type { RecurringClause } from '../../plan/forms.ts'
import type { Instant } from '../../time/instant.ts'
import { instantOf, localOf } from '../../time/zone.ts'
import type { CompiledClause } from '../compile.ts'
import type { Happening, Run } from '../machine.ts'
import { clockOf } from '../machine.ts'
import { clockCalendar } from '../deadline.ts'
import { instantIn, textOf } from '../read-data.ts'
import type { Data } from '../read-data.ts'
import { moveClock } from '../settle.ts'
import { addNotes } from '../state.ts'
import type { Cause, Instance, Note } from '../state.ts'
import { memoryOf, remember } from './memory.ts'
import type { Occurrence } from './schedule.ts'
import { earlier, notBefore } from './schedule.ts'

export type Of = { readonly run: Run; readonly compiled: CompiledClause; readonly clause: RecurringClause }

const NOTHING: Data = {}

function numberIn(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined
}

/** Occurrences of the clause that people see, by their due instants. */
function occurrences({ run, compiled }: Of): Instance[] {
  const own = run.state.instances.filter(({ clause, state }) => clause === compiled.index && state !== 'off' && state !== 'dormant')
  return own.sort((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0) || a.episode - b.episode)
}

/** The occurrence that a fact names: `{promise, occurrence}`. */
function named(of: Of, data: Data): Instance | undefined {
  const number = data.promise === of.clause.id ? numberIn(data.occurrence) : undefined
  return number === undefined ? undefined : occurrences(of).find(({ episode }) => episode === number)
}

function fromOf({ detail, openedAt }: Instance): Instant {
  return numberIn(detail?.from) ?? openedAt
}

function listIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []
}

/** What an occurrence has to go through and this deed did not. */
function lacks({ detail }: Instance, data: Data): string[] {
  const done = new Set([...listIn(data.checklists), ...listIn(data.checklist)])
  return listIn(detail?.checklist).filter((one) => !done.has(one))
}

/** Did this fact, or another of the same instant that is still to be settled, take it already? */
function isTaken({ run }: Of, instance: Instance): boolean {
  return run.kept.some((one) => one.instance === instance)
}

/** The occurrence that a deed may keep: the one that it names, else the earliest due that is open and has begun. */
function fitting(of: Of, { at, cause }: Happening): Instance[] {
  const data = cause.data ?? NOTHING
  const one = named(of, data)
  if (one) return at >= fromOf(one) && one.fulfilledAt === undefined ? [one] : []
  if (numberIn(data.occurrence) !== undefined && data.promise === of.clause.id) return []
  return occurrences(of).filter((each) => each.state === 'open' && at >= fromOf(each) && !isTaken(of, each))
}

function isHeard(of: Of, { fact }: Cause): boolean {
  if (fact === undefined) return false
  const { kin } = of.compiled
  const took = ({ clause, evidence }: Instance) => kin.includes(clause) && evidence.includes(fact)
  return (
    of.run.state.instances.some(took) || of.run.kept.some(({ instance, cause }) => kin.includes(instance.clause) && cause.fact === fact)
  )
}

type Mark = Omit<Note, 'at' | 'fact'>

/** Nearer to the one before than the text says: noted, and no more. */
function tooNear({ run, compiled, clause }: Of, at: Instant): Mark[] {
  const { lastDone } = memoryOf(run, compiled)
  const spacing = clause.schedule.kind === 'times' ? clause.schedule.spacing : undefined
  const calendar = compiled.bound.calendars.always
  const isNear = spacing && calendar && lastDone !== undefined && at < notBefore({ anchor: lastDone, calendar }, spacing)
  return isNear ? [{ kind: 'too-near', params: { before: lastDone } }] : []
}

function marksOf(of: Of, instance: Instance, { at, cause }: Happening): Mark[] {
  const data = cause.data ?? NOTHING
  const { expert } = memoryOf(of.run, of.compiled)
  const person = textOf(data, 'person')
  const came = numberIn(data.people)
  const wanted = (instance.detail?.people as { readonly min?: number } | undefined)?.min
  return [
    ...tooNear(of, at),
    ...(of.clause.sameExpert && expert !== undefined && person !== undefined && person !== expert
      ? [{ kind: 'other-expert', params: {} }]
      : []),
    ...(came !== undefined && wanted !== undefined && came < wanted ? [{ kind: 'people-short', params: { came, wanted } }] : []),
  ]
}

/** Done again where nothing is left to do in the period: noted with the last one of it once that is more than the text speaks of. */
function noteBeyond(of: Of, { at, cause }: Happening): void {
  const { run, compiled, clause } = of
  const { schedule } = clause
  if (schedule.kind !== 'times' || schedule.max === undefined) return
  const period = occurrences(of).filter((one) => at >= fromOf(one) && one.dueAt !== undefined && at < one.dueAt)
  const last = period.at(-1)
  if (last?.dueAt === undefined) return
  const { more } = memoryOf(run, compiled)
  const times = more?.due === last.dueAt ? more.times + 1 : 1
  remember(run, compiled, { more: { due: last.dueAt, times } })
  const done = period.length + times
  if (done > schedule.max) addNotes(last, [{ kind: 'beyond-max', at: run.now, fact: cause.fact, params: { done, max: schedule.max } }])
}

/** The task was done. One fact keeps at most one occurrence, and only one whose checklists it went through. */
export function keepOne(of: Of, happening: Happening): void {
  const { run, compiled } = of
  const { at, cause } = happening
  const data = cause.data ?? NOTHING
  if (isHeard(of, cause)) return
  const candidates = fitting(of, happening)
  const instance = candidates.find((one) => lacks(one, data).length === 0)
  const note = (mark: Mark): Note => ({ ...mark, at: run.now, fact: cause.fact })
  if (!instance) {
    const [first] = candidates
    if (first) addNotes(first, [note({ kind: 'checklist-short', params: { missing: lacks(first, data).join(' ') } })])
    else noteBeyond(of, happening)
    return
  }
  addNotes(instance, marksOf(of, instance, happening).map(note))
  const person = textOf(data, 'person')
  remember(run, compiled, {
    lastDone: at,
    ...(memoryOf(run, compiled).expert === undefined && person !== undefined ? { expert: person } : {}),
  })
  run.kept.push({ instance, at, cause })
}

/** The occurrence that a plan or an agreement is about: the one that it names, else the first that is still open. */
function spokenOf(of: Of, data: Data): Instance | undefined {
  if (data.promise !== of.clause.id) return undefined
  const open = (one: Instance) => one.state === 'open'
  return numberIn(data.occurrence) === undefined
    ? occurrences(of).find(open)
    : [named(of, data)].find((one) => one !== undefined && open(one))
}

/** The customer agreed to another day: it is owed on that day, inside its window or not. */
export function agree(of: Of, { cause }: Happening): void {
  const data = cause.data ?? NOTHING
  const startsAt = instantIn(data.startsAt)
  const instance = spokenOf(of, data)
  if (!instance || startsAt === undefined || textOf(data, 'by') !== of.clause.agreedBy) return
  const { run } = of
  const zone = clockCalendar(clockOf(run, instance))?.zone
  if (!zone) return
  const { day } = localOf(zone, startsAt)
  const before = instance.dueAt
  const due = instantOf(zone, day + 1, 0)
  instance.detail = { ...instance.detail, from: Math.min(fromOf(instance), instantOf(zone, day, 0)), until: due, agreed: true }
  instance.givenDueAt = due
  instance.givenUnknown = false
  instance.movedAt = run.now
  moveClock(run, instance)
  addNotes(instance, [{ kind: 'agreed', at: run.now, fact: cause.fact, params: { before: before ?? '', after: due } }])
}

/** A plan is submitted in time when the occurrence has not begun yet, or as long before its due instant as occurrences are announced ahead. */
export function submit(of: Of, { at, cause }: Happening): void {
  const { run, compiled, clause } = of
  const instance = spokenOf(of, cause.data ?? NOTHING)
  const calendar = instance && clockCalendar(clockOf(run, instance))
  if (!instance || instance.dueAt === undefined || !calendar) return
  const limit = Math.max(fromOf(instance), earlier({ anchor: instance.openedAt, calendar }, instance.dueAt, clause.ahead))
  const inTime = at <= limit
  const { submitted } = memoryOf(run, compiled)
  if (inTime && !submitted.includes(instance.episode)) remember(run, compiled, { submitted: [...submitted, instance.episode] })
  addNotes(instance, [{ kind: inTime ? 'plan-submitted' : 'plan-late', at: run.now, fact: cause.fact, params: {} }])
}

export function approve(of: Of, { cause }: Happening): void {
  const { run, compiled, clause } = of
  const data = cause.data ?? NOTHING
  const instance = spokenOf(of, data)
  if (!instance || (textOf(data, 'by') ?? clause.approvedBy) !== clause.approvedBy) return
  const { approved } = memoryOf(run, compiled)
  remember(run, compiled, { approved: [...approved, instance.episode] })
  addNotes(instance, [{ kind: 'plan-approved', at: run.now, fact: cause.fact, params: {} }])
}

/** Holidays have been announced: days that hung on them are worked out anew. */
export function publish(of: Of, { cause }: Happening, dueAnew: (number: number) => Occurrence | undefined): void {
  const { run } = of
  for (const instance of occurrences(of)) {
    const anew = instance.state === 'open' && instance.givenUnknown ? dueAnew(instance.episode) : undefined
    if (!anew) continue
    const before = instance.dueAt
    instance.givenDueAt = anew.due
    instance.givenUnknown = anew.provisional
    instance.detail = { ...instance.detail, from: anew.from, until: anew.due }
    instance.movedAt = run.now
    moveClock(run, instance)
    const params = { before: before ?? '', after: instance.dueAt ?? '' }
    addNotes(instance, [{ kind: 'calendar-published', at: run.now, fact: cause.fact, params }])
  }
}
