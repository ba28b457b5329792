import type { Duration } from '../../time/duration.ts'
import type { ExtraChecklist, Phase, Schedule, Task } from '../forms.ts'
import { event } from '../event.ts'
import { identifier, list, needed, object, oneOf, optional, partly, scalar, text, wholeNumber } from '../shape.ts'
import type { Shape } from '../shape.ts'
import type { EventExpr } from '../types.ts'
import { duration, lead, value } from '../value.ts'
import { escalation, owner, reasons } from './clause-parts.ts'
import { closedRange, names, openRange, yesNo } from './scalars.ts'

const TASKS = ['visit', 'call', 'report', 'training', 'document', 'notice', 'survey', 'test', 'task'] as const satisfies readonly Task[]

const month: Shape<number> = scalar(
  'month',
  (written) => (typeof written === 'number' && Number.isInteger(written) && written >= 1 && written <= 1200 ? written : undefined),
  { type: 'integer', minimum: 1 },
)

const ALL_MONTHS: readonly number[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
const MONTHS = list(month)

/** Months of the year, or `all`. */
const monthsOfYear: Shape<readonly number[]> = {
  schema: { anyOf: [{ enum: ['all'] }, { type: 'array', items: { type: 'integer', minimum: 1, maximum: 12 } }] },
  read(node, path, report) {
    if (node.kind === 'scalar' && node.value === 'all') return ALL_MONTHS
    const read = MONTHS.read(node, path, report)
    const wrong = read?.find((one) => one > 12)
    if (wrong === undefined) return read
    report('bad-value', { node, path }, { path, value: wrong, expects: 'month-of-year' })
    return undefined
  },
}

const on = object({
  months: needed(monthsOfYear, 'on.months'),
  days: needed(closedRange, 'on.days'),
})

const times = object({
  min: needed(wholeNumber, 'times.min'),
  max: optional(wholeNumber, 'times.max'),
  per: needed(duration, 'times.per'),
  spacing: optional(duration, 'times.spacing'),
})

/** `{min: 2, max: 3, per: 1y}`, or a number beside `per-period`. */
const howOften: Shape<NonNullable<ReturnType<typeof times.read>> | number> = {
  schema: { anyOf: [wholeNumber.schema, times.schema] },
  read: (node, path, report) => (node.kind === 'map' ? times.read(node, path, report) : wholeNumber.read(node, path, report)),
}

const phase = object({
  weeks: optional(openRange, 'phase.weeks'),
  months: optional(openRange, 'phase.months'),
  years: optional(openRange, 'phase.years'),
  every: needed(duration, 'phase.every'),
  checklist: optional(names, 'phase.checklist'),
  people: optional(closedRange, 'phase.people'),
})
type ReadPhase = NonNullable<ReturnType<typeof phase.read>>

const extra = object({
  months: needed(list(month), 'extra.months'),
  checklist: needed(identifier, 'extra.checklist'),
})

/** A period, or `unstated`: 定期, until the contract says how often. */
const rhythm: Shape<Duration | 'unstated'> = {
  schema: { anyOf: [{ enum: ['unstated'] }, duration.schema] },
  read(node, path, report) {
    return node.kind === 'scalar' && node.value === 'unstated' ? 'unstated' : duration.read(node, path, report)
  },
}

/** The recurring form: all its keys, once, for parser and editor. */
export const recurring = object({
  per: optional(owner, 'recurring.per'),
  starts: needed(event, 'recurring.starts'),
  until: optional(event, 'recurring.until'),
  when: optional(text, 'recurring.when'),
  every: optional(rhythm, 'recurring.every'),
  on: optional(on, 'recurring.on'),
  times: optional(howOften, 'recurring.times'),
  'per-period': optional(duration, 'recurring.per-period'),
  phases: optional(list(phase), 'recurring.phases'),
  task: needed(oneOf(...TASKS), 'recurring.task'),
  'kept-by': optional(event, 'recurring.kept-by'),
  checklist: optional(names, 'recurring.checklist'),
  extra: optional(list(extra), 'recurring.extra'),
  anchor: optional(oneOf('fixed', 'floating'), 'recurring.anchor'),
  holiday: optional(oneOf('keep', 'next-workday', 'previous-workday'), 'recurring.holiday'),
  calendar: optional(value(identifier), 'recurring.calendar'),
  window: optional(duration, 'recurring.window'),
  ahead: optional(lead, 'recurring.ahead'),
  'same-expert': optional(yesNo, 'recurring.same-expert'),
  'agreed-by': optional(oneOf('customer'), 'recurring.agreed-by'),
  'approved-by': optional(oneOf('customer'), 'recurring.approved-by'),
  pauses: optional(reasons, 'recurring.pauses'),
  excuses: optional(reasons, 'recurring.excuses'),
  'on-broken': optional(escalation, 'recurring.on-broken'),
})

export const recurringPartly = partly(recurring)
export type ReadRecurring = NonNullable<ReturnType<typeof recurringPartly.read>>

const TASK_FACTS: Readonly<Record<Task, EventExpr>> = {
  visit: { kind: 'fact', type: 'visit.done' },
  call: { kind: 'fact', type: 'callback.made' },
  report: { kind: 'fact', type: 'report.delivered' },
  training: { kind: 'fact', type: 'training.held' },
  document: { kind: 'fact', type: 'document.issued' },
  notice: { kind: 'fact', type: 'notice.delivered' },
  survey: { kind: 'fact', type: 'survey.answered' },
  test: { kind: 'fact', type: 'asset.tested' },
  task: { kind: 'fact', type: 'form.filled' },
}

/** The fact that does a task, where the plan names no other. */
export function factOfTask(task: Task): EventExpr {
  return TASK_FACTS[task]
}

function phaseOf({ weeks, months, years, every, checklist, people }: ReadPhase): Phase {
  const range = weeks ?? months ?? years ?? { from: 1, to: undefined }
  const unit = weeks ? 'w' : months ? 'mo' : 'y'
  return { during: { unit, ...range }, every, checklist, people: people && { min: people.from, max: people.to } }
}

const DAY: Duration = { value: 1, unit: 'd' }

/** Several schedules or none are told by the rules; then the first one stands, or one that is as short as can be. */
export function scheduleOf(read: ReadRecurring): Schedule {
  if (read.phases) return { kind: 'phases', phases: read.phases.map(phaseOf) }
  if (read.on) return { kind: 'on', months: read.on.months, days: read.on.days }
  if (read.times !== undefined) {
    const often = typeof read.times === 'number' ? { min: read.times, per: read['per-period'] ?? DAY } : read.times
    return { kind: 'times', max: undefined, spacing: undefined, ...often }
  }
  return read.every === 'unstated' ? { kind: 'unstated' } : { kind: 'every', every: read.every ?? DAY }
}

export function extraOf(read: ReadRecurring): readonly ExtraChecklist[] {
  return read.extra ?? []
}
