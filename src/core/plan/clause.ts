import { dictionary, identifier, keyWord, list, needed, object, oneOf, optional, partly, refuse, text, wholeNumber } from './shape.ts'
import type { Shape } from './shape.ts'
import { event } from './event.ts'
import { duration, span, value } from './value.ts'
import { escalation, owner, sourceText } from './shapes/clause-parts.ts'
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
  starts: optional(event, 'deadline.starts'),
  due: optional(event, 'deadline.due'),
  'kept-by': needed(event, 'deadline.kept-by'),
  unless: optional(event, 'deadline.unless'),
  when: optional(condition, 'deadline.when'),
  within: optional(value(span), 'deadline.within'),
  target: optional(value(span), 'deadline.target'),
  calendar: optional(calendarName, 'deadline.calendar'),
  pauses: optional(list(identifier), 'deadline.pauses'),
  excuses: optional(list(identifier), 'deadline.excuses'),
  per: optional(owner, 'deadline.per'),
  regrade: optional(oneOf('retroactive', 'restart', 'keep'), 'deadline.regrade'),
  reopen: optional(oneOf('new', 'resume'), 'deadline.reopen'),
  'on-broken': optional(escalation, 'deadline.on-broken'),
})

export const FORM_NAMES = ['deadline', 'recurring', 'level', 'cover', 'gate', 'rule'] as const satisfies readonly Form[]

export const clause = object({
  deadline: optional(partly(deadline), 'clause.deadline'),
  recurring: optional(recurringPartly, 'clause.recurring'),
  level: optional(levelPartly, 'clause.level'),
  cover: optional(coverPartly, 'clause.cover'),
  gate: optional(gatePartly, 'clause.gate'),
  rule: optional(rulePartly, 'clause.rule'),
  title: optional(text, 'clause.title'),
  text: optional(text, 'clause.text'),
  source: optional(list(sourceText), 'clause.source'),
  reading: optional(text, 'clause.reading'),
  'owed-by': optional(oneOf('vendor', 'customer'), 'clause.owed-by'),
  owner: optional(identifier, 'clause.owner'),
})

export const reason = object({
  name: needed(text, 'reason.name'),
  evidence: optional(oneOf('required'), 'reason.evidence'),
  notice: optional(oneOf('customer'), 'reason.notice'),
  limit: optional(duration, 'reason.limit'),
})

const namedValue = object({ id: needed(identifier, 'named.id'), name: needed(text, 'named.name') })

/** `5x8`, or `{id: big, name: 大型机}`. */
const dimensionValue: Shape<{ readonly id: string; readonly name?: string }> = {
  schema: { anyOf: [identifier.schema, namedValue.schema] },
  read(node, path, report) {
    if (node.kind === 'map') return namedValue.read(node, path, report)
    const id = identifier.read(node, path, report)
    return id === undefined ? undefined : { id }
  },
}

export const dimension = object({
  name: optional(text, 'dimension.name'),
  values: needed(list(dimensionValue), 'dimension.values'),
  'set-by': needed(oneOf('customer', 'staff', 'site', 'asset', 'contract'), 'dimension.set-by'),
})

const named = object({
  id: needed(identifier, 'named.id'),
  name: needed(text, 'named.name'),
  text: optional(text, 'named.text'),
  source: optional(list(sourceText), 'named.source'),
})

const later = object({
  id: needed(identifier, 'later.id'),
  text: needed(text, 'later.text'),
  source: needed(list(sourceText), 'later.source'),
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
    properties: {
      date: { description: keyWord('override.date'), type: 'string' },
      until: { description: keyWord('override.until'), type: 'string' },
      hours: { description: keyWord('override.hours'), ...hours },
      name: { description: keyWord('override.name'), type: 'string' },
    },
    required: ['date', 'hours'],
    additionalProperties: false,
  }
  const properties = {
    hours: { description: keyWord('calendar.hours'), enum: ['24x7', 'unstated'] },
    weekly: { description: keyWord('calendar.weekly'), type: 'object', additionalProperties: hours },
    holidays: { description: keyWord('calendar.holidays'), enum: ['CN'] },
    overrides: { description: keyWord('calendar.overrides'), type: 'array', items: override },
    'make-up-as': { description: keyWord('calendar.make-up-as'), enum: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] },
    timezone: { description: keyWord('calendar.timezone'), type: 'string' },
  }
  return { type: 'object', properties, additionalProperties: false }
}

/** A whole plan file. */
export const planFile = object({
  plan: needed(identifier, 'plan.plan'),
  title: needed(text, 'plan.title'),
  version: needed(wholeNumber, 'plan.version'),
  timezone: needed(text, 'plan.timezone'),
  calendars: needed(dictionary(identifier, anyMap), 'plan.calendars'),
  grades: optional(list(named), 'plan.grades'),
  'grade-by': optional(oneOf('customer', 'staff'), 'plan.grade-by'),
  zones: optional(list(named), 'plan.zones'),
  dimensions: optional(dictionary(identifier, dimension), 'plan.dimensions'),
  reasons: optional(dictionary(identifier, reason), 'plan.reasons'),
  promises: needed(dictionary(identifier, clause), 'plan.promises'),
  charges: optional(charges, 'plan.charges'),
  forms: optional(forms, 'plan.forms'),
  channels: optional(channels, 'plan.channels'),
  roles: optional(roles, 'plan.roles'),
  words: optional(dictionary(identifier, text), 'plan.words'),
  later: optional(list(later), 'plan.later'),
})

export type ReadPlanFile = NonNullable<ReturnType<typeof planFile.read>>
export type ReadClause = NonNullable<ReturnType<typeof clause.read>>
