import { dictionary, identifier, list, needed, object, oneOf, optional, partly, refuse, text, wholeNumber } from './shape.ts'
import type { Shape } from './shape.ts'
import { event } from './event.ts'
import { duration, span, value } from './value.ts'
import { escalation, OWNERS, sourceText } from './shapes/clause-parts.ts'
import { coverPartly } from './shapes/cover.ts'
import { gatePartly } from './shapes/gate.ts'
import { levelPartly } from './shapes/level.ts'
import { recurringPartly } from './shapes/recurring.ts'
import { rulePartly } from './shapes/rule.ts'
import { channels, charges, forms, roles } from './shapes/sections.ts'
import type { Form } from './types.ts'

const condition: Shape<string> = text
const calendarName = value(identifier)

/** The deadline form: all its keys, once, for parser and editor. */
export const deadline = object({
  starts: optional(event, 'What starts the clock.'),
  due: optional(event, 'The due instant itself, instead of starts and within.'),
  'kept-by': needed(event, 'What keeps the promise.'),
  unless: optional(event, 'What ends an open clock as cancelled.'),
  when: optional(condition, 'Judged once, at the opening: whether this clause holds at all.'),
  within: optional(value(span), 'The promised time: 30min, 4h, 2d, 1wd, travel + 2h; a table by a dimension; none; unstated.'),
  target: optional(value(span), 'Shown and measured, never broken.'),
  calendar: optional(calendarName, 'In which hours the clock runs.'),
  pauses: optional(list(identifier), 'Reasons that hold the clock.'),
  excuses: optional(list(identifier), 'Reasons that excuse it.'),
  per: optional(oneOf(...OWNERS), 'The owner of an instance; default: the noun of starts.'),
  regrade: optional(oneOf('retroactive', 'restart', 'keep'), 'What a new grade does to an open clock.'),
  reopen: optional(oneOf('new', 'resume'), 'What reopening does: a new episode, or the old clock goes on.'),
  'on-broken': optional(escalation, 'What follows a breach.'),
})

export const FORM_NAMES = ['deadline', 'recurring', 'level', 'cover', 'gate', 'rule'] as const satisfies readonly Form[]

export const clause = object({
  deadline: optional(partly(deadline), '时限: something must happen, and it can be late.'),
  recurring: optional(recurringPartly, '周期: it must happen again and again, on dates.'),
  level: optional(levelPartly, '水平: a number must hold over time.'),
  cover: optional(coverPartly, '质保: a right lasts for a period.'),
  gate: optional(gatePartly, '放行条件: one thing is not allowed before another.'),
  rule: optional(rulePartly, '规则: something follows by itself.'),
  title: optional(text, 'Short name, as on a badge: 答复.'),
  text: optional(text, 'The clause as signed, shown to both sides.'),
  source: optional(list(sourceText), 'Where the text stands.'),
  reading: optional(text, 'How an ambiguous text is read, and which reading was rejected.'),
  'owed-by': optional(oneOf('vendor', 'customer'), 'Who owes it.'),
  owner: optional(identifier, 'The role that sees to it.'),
})

export const reason = object({
  name: needed(text, 'Name of the reason.'),
  evidence: optional(oneOf('required'), 'The pause counts only from when evidence is there.'),
  notice: optional(oneOf('customer'), 'The pause counts only from when the customer has been told.'),
  limit: optional(duration, 'The pause ends by itself after this time.'),
})

export const dimension = object({
  values: needed(list(identifier), 'The values it may take.'),
  'set-by': needed(oneOf('customer', 'staff', 'site', 'asset', 'contract'), 'Who sets it.'),
})

const named = object({
  id: needed(identifier, 'Identifier.'),
  name: needed(text, 'Name.'),
  text: optional(text, 'What it means, shown where it is chosen.'),
  source: optional(list(sourceText), 'Where the text stands.'),
})

const later = object({
  id: needed(identifier, 'Identifier.'),
  text: needed(text, 'The clause.'),
  source: needed(list(sourceText), 'Where the text stands.'),
})

/** The calendar's own rules speak about its inside (core/calendar/check.ts); here it is only any map. */
const anyMap: Shape<unknown> = {
  read: (node, path, report) => (node.kind === 'map' ? node : refuse('not-a-map', { node, path }, report)),
  schema: calendarSchema(),
}

function calendarSchema(): Shape<unknown>['schema'] {
  const hours = { type: 'array', items: { type: 'string' } }
  const override = {
    type: 'object',
    properties: { date: { type: 'string' }, until: { type: 'string' }, hours, name: { type: 'string' } },
    required: ['date', 'hours'],
    additionalProperties: false,
  }
  const properties = {
    hours: { enum: ['24x7', 'unstated'] },
    weekly: { type: 'object', additionalProperties: hours },
    holidays: { enum: ['CN'] },
    overrides: { type: 'array', items: override },
    'make-up-as': { enum: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] },
    timezone: { type: 'string' },
  }
  return { type: 'object', properties, additionalProperties: false }
}

/** A whole plan file. */
export const planFile = object({
  plan: needed(identifier, 'Identifier of the plan.'),
  title: needed(text, 'Title of the commitment.'),
  version: needed(wholeNumber, 'Version; a signed one is never changed.'),
  timezone: needed(text, 'IANA zone of the plan, e.g. Asia/Shanghai.'),
  calendars: needed(dictionary(identifier, anyMap), 'Working calendars.'),
  grades: optional(list(named), 'Grades of a fault, most urgent first.'),
  'grade-by': optional(oneOf('customer', 'staff'), 'Whose grade rules the clocks.'),
  zones: optional(list(named), 'Zones of sites.'),
  dimensions: optional(dictionary(identifier, dimension), 'What else a table may go by.'),
  reasons: optional(dictionary(identifier, reason), 'Reasons for pauses and excuses.'),
  promises: needed(dictionary(identifier, clause), 'The promises.'),
  charges: optional(charges, 'Who pays what, in order: the first line that fits decides each column.'),
  forms: optional(forms, 'Record forms.'),
  channels: optional(channels, 'Lines by which customers reach the vendor.'),
  roles: optional(roles, 'Who does what under the plan.'),
  later: optional(list(later), 'Clauses whose form or facts cannot be carried yet.'),
})

export type ReadPlanFile = NonNullable<ReturnType<typeof planFile.read>>
export type ReadClause = NonNullable<ReturnType<typeof clause.read>>
