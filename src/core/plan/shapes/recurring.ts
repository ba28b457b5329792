import type { Duration } from '../../time/duration.ts'
import type { ExtraChecklist, Phase, Schedule, Task } from '../forms.ts'
import { event } from '../event.ts'
import { identifier, list, needed, object, oneOf, optional, partly, scalar, text, wholeNumber } from '../shape.ts'
import type { Shape } from '../shape.ts'
import type { EventExpr } from '../types.ts'
import { duration, lead, value } from '../value.ts'
import { escalation, OWNERS, reasons } from './clause-parts.ts'
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
  months: needed(monthsOfYear, 'Months of the year, or all.'),
  days: needed(closedRange, 'Day of the month, or a run of days: 15, 11-20.'),
})

const times = object({
  min: needed(wholeNumber, 'At least so often in each period.'),
  max: optional(wholeNumber, 'More often than that is noted.'),
  per: needed(duration, 'The period.'),
  spacing: optional(duration, 'Nearer to each other than this is noted.'),
})

/** `{min: 2, max: 3, per: 1y}`, or a number beside `per-period`. */
const howOften: Shape<NonNullable<ReturnType<typeof times.read>> | number> = {
  schema: { anyOf: [wholeNumber.schema, times.schema] },
  read: (node, path, report) => (node.kind === 'map' ? times.read(node, path, report) : wholeNumber.read(node, path, report)),
}

const phase = object({
  weeks: optional(openRange, 'Weeks after the anchor, from 1: 1-4, 5-.'),
  months: optional(openRange, 'Months after the anchor, from 1: 3-.'),
  years: optional(openRange, 'Years after the anchor, from 1.'),
  every: needed(duration, 'How often in this phase.'),
  checklist: optional(names, 'What is gone through each time.'),
  people: optional(closedRange, 'How many people come: 1, 1-2.'),
})
type ReadPhase = NonNullable<ReturnType<typeof phase.read>>

const extra = object({
  months: needed(list(month), 'Months after the anchor.'),
  checklist: needed(identifier, 'What those occurrences go through besides.'),
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
  per: optional(oneOf(...OWNERS), 'The owner of the occurrences; default: the contract.'),
  starts: needed(event, 'The anchor from which occurrences are counted.'),
  until: optional(event, 'No occurrence after this.'),
  when: optional(text, 'Judged once, at the anchor.'),
  every: optional(rhythm, 'At the anchor plus k times this; unstated: the contract says how often.'),
  on: optional(on, 'On days of these months.'),
  times: optional(howOften, 'So often in each period, on no fixed date.'),
  'per-period': optional(duration, 'The period of `times`, where that is a number.'),
  phases: optional(list(phase), 'Different rhythms one after the other.'),
  task: needed(oneOf(...TASKS), 'What has to be done.'),
  'kept-by': optional(event, 'The fact that does it; default: that of the task.'),
  checklist: optional(names, 'What is gone through each time.'),
  extra: optional(list(extra), 'More in certain months.'),
  anchor: optional(oneOf('fixed', 'floating'), 'Counted from the anchor, or from the last one done.'),
  holiday: optional(oneOf('keep', 'next-workday', 'previous-workday'), 'Where a due day falls on a holiday.'),
  calendar: optional(value(identifier), 'Whose days and holidays.'),
  window: optional(duration, 'How long before its due day it counts; default: the whole period.'),
  ahead: optional(lead, 'How long before its window it appears, to be planned; default 14d, and 0h where hours are counted.'),
  'same-expert': optional(yesNo, 'Always by the same person.'),
  'agreed-by': optional(oneOf('customer'), 'The day is agreed with the customer.'),
  'approved-by': optional(oneOf('customer'), 'A plan is submitted and approved first.'),
  pauses: optional(reasons, 'Reasons that hold it.'),
  excuses: optional(reasons, 'Reasons that excuse it.'),
  'on-broken': optional(escalation, 'What follows a missed one.'),
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
