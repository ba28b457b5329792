import type { Json } from '../fact.ts'
import { parseDay } from '../time/civil.ts'

export const TICKET_TYPES = [
  'fault',
  'consultation',
  'routine-service',
  'adjustment',
  'parts-exchange',
  'parameter-change',
  'suggestion',
  'pre-sales',
] as const

export type TicketType = (typeof TICKET_TYPES)[number]

export const CHANNELS = ['phone', 'mail', 'portal', 'qr', 'im', 'visit', 'device'] as const

export type Channel = (typeof CHANNELS)[number]

/** What kind of channel a plan's own is. Nobody reports anything over remote help, which comes after a report. */
export const LINE_CHANNELS: Readonly<Record<string, Channel>> = {
  phone: 'phone',
  fax: 'phone',
  mail: 'mail',
  letter: 'mail',
  portal: 'portal',
  chat: 'im',
  visit: 'visit',
}

/**
 * One field of a type's own form, the same for the server that checks it and the page that draws it.
 * `required: 'or-description'`: the general description may say it instead, so that a caller is not asked twice.
 * Texts stand beside the fact and can be erased; choices, numbers, dates (`2026-09-30`) and yes/no stand in it.
 */
export type FormField = {
  readonly id: string
  /** key in the language files: `field.<id>` */
  readonly label: `field.${string}`
  readonly required: 'yes' | 'or-description' | 'no'
} & (
  | { readonly kind: 'text' | 'long-text'; readonly max: number }
  | { readonly kind: 'number'; readonly min: number; readonly max: number }
  | { readonly kind: 'date' | 'yes-no' }
  | { readonly kind: 'choice'; readonly options: readonly string[] }
)

type KindOf<Field> = Field extends FormField ? Omit<Field, 'id' | 'label' | 'required'> : never

const field = (id: string, required: FormField['required'], kind: KindOf<FormField>): FormField => ({
  id,
  label: `field.${id}`,
  required,
  ...kind,
})

const LINE = { kind: 'text', max: 200 } as const
const PROSE = { kind: 'long-text', max: 2000 } as const
const YES_NO = { kind: 'yes-no' } as const
const DATE = { kind: 'date' } as const
const choice = (...options: readonly string[]) => ({ kind: 'choice', options }) as const

/** The forms of day one, in the order of their fields. What a fault report asks beyond its title comes from the vendors' call sheets. */
export const FORMS: Readonly<Record<TicketType, readonly FormField[]>> = {
  fault: [
    field('symptom', 'no', PROSE),
    field('began', 'no', LINE),
    field('cause', 'no', LINE),
    field('category', 'no', choice('sudden', 'intermittent', 'worsening', 'recurring', 'unknown')),
    field('nature', 'no', choice('hardware', 'software', 'network', 'power', 'operation', 'unknown')),
    field('impact', 'no', choice('stopped', 'degraded', 'inconvenient', 'none')),
    field('place', 'no', LINE),
    field('safetyRisk', 'no', YES_NO),
    field('tried', 'no', PROSE),
  ],
  consultation: [
    field('question', 'or-description', PROSE),
    field('topic', 'no', choice('operation', 'configuration', 'compatibility', 'contract', 'other')),
  ],
  'routine-service': [field('items', 'or-description', PROSE), field('wantedOn', 'no', DATE), field('downtimeAllowed', 'no', YES_NO)],
  adjustment: [field('wanted', 'or-description', PROSE), field('wantedOn', 'no', DATE), field('downtimeAllowed', 'no', YES_NO)],
  'parts-exchange': [
    field('part', 'or-description', LINE),
    field('quantity', 'no', { kind: 'number', min: 1, max: 9999 }),
    field('partSerial', 'no', LINE),
    field('damage', 'no', choice('wear', 'defect', 'human', 'unknown')),
  ],
  'parameter-change': [
    field('parameter', 'or-description', LINE),
    field('from', 'no', LINE),
    field('to', 'or-description', LINE),
    field('occasion', 'no', choice('business', 'layout', 'regulation', 'other')),
    field('wantedOn', 'no', DATE),
  ],
  suggestion: [
    field('suggestion', 'or-description', PROSE),
    field('about', 'no', choice('product', 'service', 'staff', 'other')),
    field('answerWanted', 'no', YES_NO),
  ],
  'pre-sales': [
    field('need', 'or-description', PROSE),
    field('product', 'no', LINE),
    field('scale', 'no', LINE),
    field('wantedOn', 'no', DATE),
  ],
}

export function formOf(type: TicketType): readonly FormField[] {
  return FORMS[type]
}

export type FormProblem = {
  readonly field: string
  readonly code: FormProblemCode
  readonly params: Readonly<Record<string, string | number>>
}
export type FormProblemCode =
  | 'form-required'
  | 'form-unknown-field'
  | 'form-not-text'
  | 'form-too-long'
  | 'form-not-number'
  | 'form-out-of-range'
  | 'form-not-date'
  | 'form-not-yes-no'
  | 'form-no-such-option'

export type FormInput = Readonly<Record<string, string | number | boolean>>

/** What was filled in, parted into what may stand in a fact and what stands beside it. */
export type FilledForm = {
  readonly values: Readonly<Record<string, Json>>
  readonly texts: Readonly<Record<string, string>>
  readonly problems: readonly FormProblem[]
}

function isEmpty(value: string | number | boolean | undefined): boolean {
  return value === undefined || (typeof value === 'string' && value.trim() === '')
}

type Judgement = Omit<FormProblem, 'field'> | undefined

function judgeValue(asked: FormField, value: string | number | boolean): Judgement {
  switch (asked.kind) {
    case 'text':
    case 'long-text':
      if (typeof value !== 'string') return { code: 'form-not-text', params: {} }
      return value.trim().length > asked.max ? { code: 'form-too-long', params: { max: asked.max } } : undefined
    case 'number':
      if (typeof value !== 'number' || !Number.isFinite(value)) return { code: 'form-not-number', params: {} }
      return value < asked.min || value > asked.max ? { code: 'form-out-of-range', params: { min: asked.min, max: asked.max } } : undefined
    case 'date':
      return typeof value === 'string' && parseDay(value) !== undefined ? undefined : { code: 'form-not-date', params: {} }
    case 'yes-no':
      return typeof value === 'boolean' ? undefined : { code: 'form-not-yes-no', params: {} }
    case 'choice':
      return typeof value === 'string' && asked.options.includes(value)
        ? undefined
        : { code: 'form-no-such-option', params: { options: asked.options.join('、') } }
    default:
      return asked satisfies never
  }
}

function judgeField(asked: FormField, value: string | number | boolean | undefined, described: boolean): Judgement {
  if (value !== undefined && !isEmpty(value)) return judgeValue(asked, value)
  const missing = asked.required === 'yes' || (asked.required === 'or-description' && !described)
  return missing ? { code: 'form-required', params: {} } : undefined
}

/** Checks a form and parts it; all problems at once, each naming its field. `described`: there is a general description. */
export function fillForm(type: TicketType, input: FormInput, described: boolean): FilledForm {
  const form = formOf(type)
  const problems: FormProblem[] = Object.keys(input)
    .filter((id) => !form.some((asked) => asked.id === id))
    .map((id) => ({ field: `values.${id}`, code: 'form-unknown-field', params: { id } }))
  const values: Record<string, Json> = {}
  const texts: Record<string, string> = {}
  for (const asked of form) {
    const value = Object.hasOwn(input, asked.id) ? input[asked.id] : undefined
    const problem = judgeField(asked, value, described)
    if (problem) problems.push({ field: `values.${asked.id}`, ...problem })
    else if (value !== undefined && !isEmpty(value)) {
      if (asked.kind === 'text' || asked.kind === 'long-text') texts[asked.id] = String(value).trim()
      else values[asked.id] = value
    }
  }
  return { values, texts, problems }
}
