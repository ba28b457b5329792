import type { TicketType } from './state.ts'

/** One question of a type's own form. `label` is a key of the language files; free text stands beside the fact, choices inside it. */
export type FormField = {
  readonly id: string
  readonly kind: 'text' | 'choice' | 'number' | 'yes-no'
  readonly required: boolean
  readonly choices?: readonly string[]
}

const text = (id: string, required = false): FormField => ({ id, kind: 'text', required })
const choice = (id: string, choices: readonly string[], required = false): FormField => ({ id, kind: 'choice', required, choices })
const yesNo = (id: string): FormField => ({ id, kind: 'yes-no', required: false })

/** The form of each type of ticket: the server validates by it and the console shows it. */
export const FORMS: Readonly<Record<TicketType, readonly FormField[]>> = {
  fault: [
    choice('impact', ['stopped', 'degraded', 'minor']),
    choice('nature', ['hardware', 'software', 'network', 'power', 'unknown']),
    text('location'),
    text('ownActions'),
    yesNo('safetyRisk'),
  ],
  consultation: [choice('subject', ['operation', 'configuration', 'maintenance', 'warranty', 'other']), text('question')],
  'routine-service': [choice('service', ['cleaning', 'tuning', 'check', 'other']), text('preferredTime')],
  adjustment: [text('wanted', true), text('preferredTime')],
  'parts-exchange': [text('part', true), { id: 'quantity', kind: 'number', required: true }, text('reason')],
  'parameter-change': [text('parameter', true), text('oldValue'), text('newValue', true), yesNo('approvedByCustomer')],
  suggestion: [text('suggestion')],
  'pre-sales': [text('need'), choice('stage', ['idea', 'budget', 'tender'])],
}

export type FormProblem = { readonly field: string; readonly problem: 'unknown' | 'missing' | 'not-a-choice' | 'wrong-kind' }

function fits(field: FormField, value: string | number | boolean): FormProblem['problem'] | undefined {
  switch (field.kind) {
    case 'text':
      return typeof value === 'string' ? undefined : 'wrong-kind'
    case 'choice':
      return field.choices?.includes(String(value)) ? undefined : 'not-a-choice'
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) && value > 0 ? undefined : 'wrong-kind'
    case 'yes-no':
      return typeof value === 'boolean' ? undefined : 'wrong-kind'
    default:
      return field.kind satisfies never
  }
}

/** Everything wrong with the answers to a type's form. */
export function checkForm(type: TicketType, values: Readonly<Record<string, string | number | boolean>>): readonly FormProblem[] {
  const fields = FORMS[type]
  const given = Object.entries(values).flatMap(([id, value]): FormProblem[] => {
    const field = fields.find((one) => one.id === id)
    if (!field) return [{ field: id, problem: 'unknown' }]
    const problem = fits(field, value)
    return problem ? [{ field: id, problem }] : []
  })
  const missing = fields.filter((field) => field.required && (values[field.id] === undefined || values[field.id] === '')).map((field): FormProblem => ({ field: field.id, problem: 'missing' }))
  return [...given, ...missing]
}

/** Answers that may stand in the fact, and those that are free text and stand beside it. */
export function partValues(type: TicketType, values: Readonly<Record<string, string | number | boolean>>): { readonly data: Record<string, string | number | boolean>; readonly texts: Record<string, string> } {
  const data: Record<string, string | number | boolean> = {}
  const texts: Record<string, string> = {}
  for (const field of FORMS[type]) {
    const value = values[field.id]
    if (value === undefined || value === '') continue
    if (field.kind === 'text') texts[field.id] = String(value)
    else data[field.id] = value
  }
  return { data, texts }
}
