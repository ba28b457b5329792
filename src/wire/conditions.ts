import { dayOf, parseDay } from '../core/time/civil.ts'
import { CHANNELS, TICKET_TYPES } from '../core/ticket/forms.ts'

const PHASES = ['reported', 'accepted', 'working', 'restored', 'confirmed', 'reopened', 'closed', 'cancelled', 'merged'] as const
/** The database's own calendar knows no year 0. */
const FIRST_DAY = dayOf(1, 1, 1)

/** By what a condition of the ticket list may go, with which operators, and with which values; a day where it names none. */
export const CONDITIONS = {
  state: { operators: ['is', 'not'], values: PHASES },
  type: { operators: ['is', 'not'], values: TICKET_TYPES },
  channel: { operators: ['is', 'not'], values: CHANNELS },
  dispute: { operators: ['is'], values: ['running', 'none'] },
  reported: { operators: ['since', 'before'] },
  changed: { operators: ['since', 'before'] },
} as const satisfies Readonly<
  Record<string, { readonly operators: readonly ('is' | 'not' | 'since' | 'before')[]; readonly values?: readonly string[] }>
>

export type ConditionField = keyof typeof CONDITIONS
export type ConditionOperator = 'is' | 'not' | 'since' | 'before'
export type Condition = { readonly field: ConditionField; readonly operator: ConditionOperator; readonly value: string }

export const CONDITION_FIELDS = Object.keys(CONDITIONS) as ConditionField[]
export const MOST_CONDITIONS = 10

/** What may stand there: undefined, a day. */
export function valuesOf(field: ConditionField): readonly string[] | undefined {
  return (CONDITIONS[field] as { readonly values?: readonly string[] }).values
}

function readOne(text: string): Condition | undefined {
  const [name = '', operator = '', value = '', ...more] = text.split(':')
  const field = CONDITION_FIELDS.find((one) => one === name)
  const known = field && CONDITIONS[field].operators.find((one) => one === operator)
  if (!field || !known || more.length > 0) return undefined
  const values = valuesOf(field)
  const fits = values ? values.includes(value) : (parseDay(value) ?? -Infinity) >= FIRST_DAY
  return fits ? { field, operator: known, value } : undefined
}

/** `channel:is:phone,reported:since:2026-11-01`: all of them hold. Undefined: one of them is none. */
export function readConditions(text: string): readonly Condition[] | undefined {
  const read = text.split(',').map(readOne)
  return read.length <= MOST_CONDITIONS && read.every((one) => one !== undefined) ? read : undefined
}

export function writeConditions(conditions: readonly Condition[]): string | undefined {
  return conditions.length === 0 ? undefined : conditions.map(({ field, operator, value }) => `${field}:${operator}:${value}`).join(',')
}
