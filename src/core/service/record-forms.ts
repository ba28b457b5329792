import type { Fact, Json } from '../fact.ts'
import type { FormField, RecordForm } from '../plan/forms.ts'
import { readFields, readSignature } from './fields.ts'
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
  photo: 'photo',
  signature: 'signature',
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

/** A picture that stands in a form: where, which file, and whether somebody signed with it. */
export type FormPicture = { readonly at: string; readonly file: string; readonly signed: boolean }

/** The files that answers to forms name, in their order; what is no answer of its kind is told by whoever reads the forms. */
export function picturesIn(forms: PlanForms, answers: FormAnswers): readonly FormPicture[] {
  return Object.entries(answers).flatMap(([id, given]) => {
    const form = Object.hasOwn(forms, id) ? forms[id] : undefined
    return (form?.fields ?? []).flatMap(({ id: field, type }): FormPicture[] => {
      const answer = given[field]
      const place = { at: `forms.${id}.${field}` }
      if (type === 'photo') return photosOf(answer).map((file) => ({ ...place, file, signed: false }))
      const file = type === 'signature' ? readSignature(answer)?.file : undefined
      return file === undefined ? [] : [{ ...place, file, signed: true }]
    })
  })
}

/** The files of a photo field. Facts from before such fields took files have text there, which names none. */
export function photosOf(answer: Json | undefined): readonly string[] {
  return Array.isArray(answer) ? (answer as readonly Json[]).filter((one) => typeof one === 'string') : []
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

/** Was it written on a form, or beside it? */
export function isTextKey(key: string): boolean {
  return key.includes('/')
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
