import type { Duration } from '../time/duration.ts'
import { isElapsed } from '../time/duration.ts'
import { measureEvents } from './clause-events.ts'
import type { ReadClause } from './clause.ts'
import type { CoverClause, GateClause, LevelClause, RecurringClause, RuleClause, Schedule } from './forms.ts'
import { isRostered, isStocked } from './measure.ts'
import { extraOf, factOfTask, scheduleOf } from './shapes/recurring.ts'
import type { ReadRecurring } from './shapes/recurring.ts'
import type { Clause, ClauseHead, DeadlineClause, EventExpr, Position, Test, Value } from './types.ts'

/** Stands for an event that could not be read; a plan with one is never handed out. */
const MISSING: EventExpr = { kind: 'any', of: [] }
const ALWAYS: Value<string> = { kind: 'scalar', value: 'always' }

type Body<Key extends keyof ReadClause> = NonNullable<ReadClause[Key]>

function test(cel: string | undefined): Test | undefined {
  return cel === undefined ? undefined : { cel }
}

function headOf(id: string, read: Partial<ReadClause>, at: Position): ClauseHead {
  return {
    id,
    at,
    title: read.title,
    text: read.text,
    source: read.source ?? [],
    reading: read.reading,
    owedBy: read['owed-by'] ?? 'vendor',
    owner: read.owner,
  }
}

function deadlineOf(head: ClauseHead, body: Body<'deadline'>): DeadlineClause {
  return {
    ...head,
    form: 'deadline',
    starts: body.starts,
    due: body.due,
    keptBy: body['kept-by'] ?? MISSING,
    unless: body.unless,
    when: test(body.when),
    within: body.within,
    target: body.target,
    calendar: body.calendar ?? ALWAYS,
    pauses: body.pauses ?? [],
    excuses: body.excuses ?? [],
    per: body.per ?? 'ticket',
    regrade: body.regrade ?? 'retroactive',
    reopen: body.reopen ?? 'new',
    onBroken: body['on-broken'] ?? [],
  }
}

const FORTNIGHT = { value: 14, unit: 'd' } as const
const AT_ONCE = { value: 0, unit: 'h' } as const

/** What comes every few hours needs no fortnight to be planned: it appears when its time begins. */
function aheadOf(schedule: Schedule): Duration {
  return schedule.kind === 'every' && isElapsed(schedule.every.unit) ? AT_ONCE : FORTNIGHT
}

function recurringOf(head: ClauseHead, body: ReadRecurring): RecurringClause {
  const task = body.task ?? 'visit'
  const schedule = scheduleOf(body)
  return {
    ...head,
    form: 'recurring',
    per: body.per ?? 'contract',
    starts: body.starts ?? MISSING,
    until: body.until,
    when: test(body.when),
    schedule,
    task,
    keptBy: body['kept-by'] ?? factOfTask(task),
    checklist: body.checklist ?? [],
    extra: extraOf(body),
    anchor: body.anchor ?? 'fixed',
    holiday: body.holiday ?? 'keep',
    calendar: body.calendar ?? ALWAYS,
    window: body.window,
    ahead: body.ahead ?? aheadOf(schedule),
    sameExpert: body['same-expert'] ?? false,
    agreedBy: body['agreed-by'],
    approvedBy: body['approved-by'],
    pauses: body.pauses ?? [],
    excuses: body.excuses ?? [],
    onBroken: body['on-broken'] ?? [],
  }
}

const OF_CONTRACT = (name: 'start' | 'end'): EventExpr => ({ kind: 'instant', noun: 'contract', name })

/**
 * From when and until when a level is measured, where the clause does not say. A duty is owed from the contract's start to its end, a stock from the contract's
 * start, or from the first count where that comes before: if they waited for the first shift or count, whoever never records one would owe nothing.
 */
function measuredOver({ measure, starts, until }: Body<'level'>): Pick<LevelClause, 'starts' | 'until'> {
  if (measure && isRostered(measure)) return { starts: starts ?? OF_CONTRACT('start'), until: until ?? OF_CONTRACT('end') }
  if (measure && isStocked(measure))
    return { starts: starts ?? { kind: 'any', of: [OF_CONTRACT('start'), ...measureEvents(measure)] }, until }
  return { starts, until }
}

function levelOf(head: ClauseHead, body: Body<'level'>): LevelClause {
  return {
    ...head,
    form: 'level',
    per: body.per ?? 'contract',
    measure: body.measure ?? { kind: 'planned' },
    over: body.over ?? 'now',
    ...measuredOver(body),
    atLeast: body['at-least'],
    atMost: body['at-most'],
    target: body.target,
    calendar: body.calendar ?? ALWAYS,
    ignores: body.ignores ?? [],
    excuses: body.excuses ?? [],
    onBroken: body['on-broken'] ?? [],
  }
}

function coverOf(head: ClauseHead, body: Body<'cover'>): CoverClause {
  return {
    ...head,
    form: 'cover',
    per: body.per ?? 'asset',
    starts: body.starts ?? MISSING,
    when: test(body.when),
    term: body.term ?? { kind: 'unstated' },
    replacedPart: body['replaced-part'] ?? { kind: 'remainder' },
    excludes: body.excludes ?? [],
    gives: body.gives ?? [],
    until: body.until,
  }
}

function gateOf(head: ClauseHead, body: Body<'gate'>): GateClause {
  return {
    ...head,
    form: 'gate',
    per: body.per ?? 'ticket',
    before: body.before ?? MISSING,
    needs: body.needs,
    allows: test(body.allows),
    when: test(body.when),
    waive: body.waive,
    onBroken: body['on-broken'] ?? [],
  }
}

function ruleOf(head: ClauseHead, body: Body<'rule'>): RuleClause {
  return {
    ...head,
    form: 'rule',
    per: body.per ?? 'ticket',
    on: body.on ?? MISSING,
    when: test(body.when),
    times: body.times ?? 1,
    same: body.same ?? [],
    unless: body.unless,
    once: body.once ?? 'event',
    effects: body.then ?? [],
  }
}

/** A clause from what could be read of it; undefined: it names no form. `per` is the form's own default until the owner is found (owner.ts). */
export function buildClause(id: string, read: Partial<ReadClause>, at: Position): Clause | undefined {
  const head = headOf(id, read, at)
  if (read.deadline) return deadlineOf(head, read.deadline)
  if (read.recurring) return recurringOf(head, read.recurring)
  if (read.level) return levelOf(head, read.level)
  if (read.cover) return coverOf(head, read.cover)
  if (read.gate) return gateOf(head, read.gate)
  return read.rule && ruleOf(head, read.rule)
}

/** Does the clause name its owner itself? A recurring one and a level belong to the contract when they do not. */
export function statesOwner(read: Partial<ReadClause>): boolean {
  if (read.recurring || read.level) return true
  return (read.deadline ?? read.cover ?? read.gate ?? read.rule)?.per !== undefined
}
