import type { Fact, Json } from '../fact.ts'
import type { FormField, RecordForm } from '../plan/forms.ts'
import { readFields } from './fields.ts'
import type { ReadFields } from './fields.ts'
import { refusal } from './refusal.ts'
import type { ServiceRefusal } from './refusal.ts'
import type { FieldKind, ServiceField } from './vocabulary.ts'

/** Record forms of a plan (记录表单) as they are filled in with a step: which are asked for, what must stand in them, and how it is kept. */
export type PlanForms = Readonly<Record<string, RecordForm>>

/** form → field → answer */
export type FormAnswers = { readonly [form: string]: { readonly [field: string]: Json } }

const KIND_OF: Readonly<Record<FormField['type'], FieldKind>> = {
  text: 'prose',
  number: 'number',
  date: 'day',
  instant: 'instant',
  'yes-no': 'yes-no',
  choice: 'choice',
  person: 'person',
  asset: 'asset',
  photo: 'line',
  signature: 'line',
  list: 'lines',
}

/** Who has signed it: asked for by each form that says by whom it is signed. */
const SIGNERS = { customer: ['signedByCustomer'], staff: ['signedByStaff'], both: ['signedByCustomer', 'signedByStaff'] } as const

/** What a form asks, in its order; a list with words of its own is a choice of several. */
export function fieldsOfForm({ fields, signedBy }: RecordForm): readonly ServiceField[] {
  const asked = fields.map(({ id, name, type, choices, required }): ServiceField => ({
    id,
    name,
    kind: type === 'list' && choices.length > 0 ? 'choices' : KIND_OF[type],
    ...(choices.length > 0 ? { choices } : {}),
    ...(required ? { required: true } : {}),
  }))
  const signers = signedBy === undefined ? [] : SIGNERS[signedBy]
  return [...asked, ...signers.map((id): ServiceField => ({ id, kind: 'line', required: true }))]
}

/** Answers by which a step names record forms. */
const NAMED_BY = ['form', 'kind', 'document', 'what', 'checklists'] as const

/** The forms of the plan that a step names: by its form, its kind, its document or its checklists. */
export function formsNamed(forms: PlanForms, values: { readonly [field: string]: unknown }): readonly RecordForm[] {
  const named = NAMED_BY.flatMap((id) => values[id] ?? [])
  return [...new Set(named)].flatMap((id) => (typeof id === 'string' && Object.hasOwn(forms, id) ? (forms[id] ?? []) : []))
}

/** Where an answer in free text stands beside its fact. */
export function textKey(form: string, field: string): string {
  return `${form}/${field}`
}

type Asked = { readonly type: string; readonly data: Fact['data']; readonly answers: FormAnswers; readonly forms: PlanForms }

/** A form that is filled in as such has all that it demands; one that stands behind a checklist may come later, by itself, but then whole too. */
function demanded({ type, data, answers, forms }: Asked): readonly RecordForm[] {
  return formsNamed(forms, data).filter(({ id }) => type === 'form.filled' || answers[id] !== undefined)
}

function at(form: string, problem: ServiceRefusal): ServiceRefusal {
  return { ...problem, field: `forms.${form}.${problem.field ?? ''}` }
}

/** The answers to the forms that a step names: under `filled` in the fact what can be compared, free text beside it. */
export function readForms(asked: Asked): ReadFields | ServiceRefusal {
  const named = demanded(asked)
  const stranger = Object.keys(asked.answers).find((id) => !named.some((form) => form.id === id))
  if (stranger !== undefined) return refusal('form-unasked', { form: asked.forms[stranger]?.name ?? stranger }, `forms.${stranger}`)
  const filled: Record<string, Fact['data']> = {}
  const texts: Record<string, string> = {}
  for (const form of named) {
    const read = readFields(fieldsOfForm(form), asked.answers[form.id] ?? {})
    if ('code' in read) return at(form.id, read)
    filled[form.id] = read.data
    for (const [field, text] of Object.entries(read.texts)) texts[textKey(form.id, field)] = text
  }
  return { data: named.length > 0 ? { filled } : {}, texts }
}
