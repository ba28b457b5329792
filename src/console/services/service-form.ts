import { isLength } from '../../core/service/fields.ts'
import { fieldsOfForm, formsNamed, textKey } from '../../core/service/record-forms.ts'
import type { ServiceField, ServiceType } from '../../core/service/vocabulary.ts'
import { SERVICE_STEPS, isAboutDevice, isServiceType, nounOfService } from '../../core/service/vocabulary.ts'
import type { Stroke } from './signature.ts'
import type { FormDefinition, Occurrence, ServiceTasks } from '../../wire/services.ts'

export type Device = { readonly id: string; readonly name: string }

/** What was typed or chosen, before it becomes what the server reads: numbers are text, a person comes with the name. */
export type Answer = string | number | boolean | readonly string[] | { readonly value: string; readonly label: string } | Signed
export type Answers = Readonly<Record<string, Answer | undefined>>

/** A signature while it is written: drawn anew, or the file of one that stands there; and who signs. */
export type Signed = { readonly strokes: readonly Stroke[]; readonly name: string; readonly file: string | undefined }

export const UNSIGNED: Signed = { strokes: [], name: '', file: undefined }

export function isSigned(answer: Answer | undefined): answer is Signed {
  return typeof answer === 'object' && 'strokes' in answer
}

/** What is sent of it; drawn and not yet a file, it is there all the same. */
function signatureOf({ strokes, name, file }: Signed): object | undefined {
  if (strokes.length === 0 && file === undefined && name.trim() === '') return undefined
  return { ...(file === undefined ? {} : { file }), ...(name.trim() === '' ? {} : { name: name.trim() }) }
}

type Place = { readonly site?: string; readonly asset?: string }

/** Each site may have its own third inspection. */
export function occurrenceKey({ promise, number, site, asset }: Pick<Occurrence, 'promise' | 'number' | 'site' | 'asset'>): string {
  return [promise, number, site?.id ?? asset?.id ?? ''].join('#')
}

/** Where the chosen occurrence is to be done, if the plan wants it done place by place. */
export function placeOf(chosen: Answer | undefined, occurrences: readonly Occurrence[]): Place {
  const { site, asset } = occurrences.find((one) => occurrenceKey(one) === chosen) ?? {}
  return { ...(site ? { site: site.id } : {}), ...(asset ? { asset: asset.id } : {}) }
}

/** May this step speak of that occurrence? What does it, and what agrees on its day or its plan. */
export function suits(type: ServiceType, { types }: Pick<Occurrence, 'types'>): boolean {
  return types.includes(type) || type === 'visit.agreed' || type === 'document.issued' || type === 'approval.given'
}

/** The words that a field may be: those of the trade, and those that the plan's conditions tell one deed from another by. */
export function optionsOf(type: ServiceType, { id, choices = [], closed }: ServiceField, tasks: Known | undefined): readonly string[] {
  const heard = closed ? [] : (tasks?.values[type]?.[id] ?? [])
  const forms = id === 'form' ? (tasks?.forms ?? []).map((form) => form.id) : []
  const known = closed ? [] : (tasks?.words[type]?.[id] ?? []).map((one) => one.id)
  return [...new Set([...heard, ...forms, ...known, ...choices])]
}

type Known = Pick<ServiceTasks, 'values' | 'forms' | 'words'>

export type Choice = { readonly value: string; readonly label: string }

/** The words that are offered for a field, by the name under which they are known; two that are called alike are one. */
export function wordChoices(type: ServiceType, field: ServiceField, tasks: Pick<ServiceTasks, 'words'> | undefined): readonly Choice[] {
  const known = (tasks?.words[type]?.[field.id] ?? []).map(({ id, name }) => ({ value: id, label: name }))
  return known.filter(({ label }, at) => known.findIndex((one) => one.label === label) === at)
}

/** A word that was chosen or typed: one that is known goes by its id. */
export function wordAnswer(typed: string, choices: readonly Choice[]): Answer {
  return choices.find(({ label }) => label === typed) ?? typed
}

/** `24mo` as it is typed: a number and its unit; either may still be missing. */
export function lengthOf(answer: Answer | undefined): { readonly size: string; readonly unit: string } {
  const [, size = '', unit = ''] = /^([^a-z]*)([a-z]*)$/.exec(typeof answer === 'string' ? answer : '') ?? []
  return { size, unit }
}

/** A number as it is typed: letters are no part of it, full-width figures are figures. */
export function sizeOf(typed: string): string {
  return typed.normalize('NFKC').replaceAll(/[A-Za-z\s]+/g, '')
}

/** The same sentence under each of these fields. */
export function sayOf(fields: readonly string[], words: string): Record<string, string> {
  return Object.fromEntries(fields.map((field) => [field, words]))
}

/** Fields in which something stands that is no length of time. */
export function misread(type: ServiceType, answers: Answers): string[] {
  const values = valuesOf(type, answers)
  const wrong = SERVICE_STEPS[type].fields.filter(
    ({ id, kind }) => kind === 'duration' && values[id] !== undefined && !isLength(values[id]),
  )
  return wrong.map(({ id }) => `values.${id}`)
}

const FEN_PER_YUAN = 100

function valueOf({ kind }: ServiceField, answer: Answer): unknown {
  if (isSigned(answer)) return signatureOf(answer)
  if (kind === 'duration') return lengthOf(answer).size.trim() === '' ? undefined : answer
  if (kind === 'number') return answer === '' ? undefined : Number(answer)
  if (kind === 'fen') return answer === '' ? undefined : Math.round(Number(answer) * FEN_PER_YUAN)
  if (kind === 'occurrence') {
    const [promise, number] = String(answer).split('#')
    return { promise, number: Number(number) }
  }
  return typeof answer === 'object' && !Array.isArray(answer) ? (answer as { readonly value: string }).value : answer
}

type ValuesOf = { readonly answers: Answers; readonly keyOf: (field: string) => string }

function valuesIn(fields: readonly ServiceField[], { answers, keyOf }: ValuesOf): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const field of fields) {
    const answer = answers[keyOf(field.id)]
    const value = answer === undefined || answer === '' ? undefined : valueOf(field, answer)
    if (value !== undefined && !(Array.isArray(value) && value.length === 0)) values[field.id] = value
  }
  return values
}

/** What a step is asked for: what follows from what the firm knows is nobody's to tick. */
export function askedOf(type: ServiceType): readonly ServiceField[] {
  return SERVICE_STEPS[type].fields.filter(({ derived }) => !derived)
}

/** What goes into the request: nothing for what was left open. */
export function valuesOf(type: ServiceType, answers: Answers): Record<string, unknown> {
  return valuesIn(askedOf(type), { answers, keyOf: (field) => field })
}

/** What the fields of a record form are asked by: answers to several forms stand side by side. */
export function formFields(form: FormDefinition): readonly ServiceField[] {
  return fieldsOfForm({ ...form, signedBy: form.signedBy, text: form.text, source: [] })
}

/** The record forms that a step with these answers names. */
export function formsFor(type: ServiceType, answers: Answers, tasks: Pick<ServiceTasks, 'forms'> | undefined): readonly FormDefinition[] {
  const forms = Object.fromEntries(
    (tasks?.forms ?? []).map((form) => [form.id, { ...form, signedBy: form.signedBy, text: form.text, source: [] }]),
  )
  const named = formsNamed(forms, valuesOf(type, answers))
  return (tasks?.forms ?? []).filter(({ id }) => named.some((form) => form.id === id))
}

/** The answers to the forms, form by form; a form that nobody began stays out. */
export function formsOf(asked: readonly FormDefinition[], answers: Answers): Record<string, Record<string, unknown>> {
  const filled = asked.map((form) => [form.id, valuesIn(formFields(form), { answers, keyOf: (field) => textKey(form.id, field) })] as const)
  return Object.fromEntries(filled.filter(([, values]) => Object.keys(values).length > 0))
}

/** What of the forms must be answered and is not: all of one that is filled in as such, and of one that was begun. */
export function unansweredForms(type: ServiceType, asked: readonly FormDefinition[], answers: Answers): string[] {
  const filled = formsOf(asked, answers)
  return asked
    .filter(({ id }) => type === 'form.filled' || filled[id] !== undefined)
    .flatMap((form) =>
      formFields(form).flatMap(({ id, required }) => (required && filled[form.id]?.[id] === undefined ? [`forms.${form.id}.${id}`] : [])),
    )
}

/** What of it must be answered and is not. */
export function unanswered(type: ServiceType, answers: Answers, device: string | undefined): string[] {
  const values = valuesOf(type, answers)
  const open = SERVICE_STEPS[type].fields.filter(({ id, required }) => required && values[id] === undefined).map(({ id }) => `values.${id}`)
  return isAboutDevice(nounOfService(type)) && device === undefined ? ['asset', ...open] : open
}

/** With an occurrence in hand most of the answers are known: what does it, with what it goes through. */
export function startFor(
  occurrence: Occurrence,
  tasks: ServiceTasks,
): { readonly type: ServiceType | undefined; readonly answers: Answers } {
  const type = occurrence.types.find(isServiceType)
  if (type === undefined) return { type, answers: {} }
  const kind = tasks.values[type]?.kind?.[0]
  const asks = (id: string) => SERVICE_STEPS[type].fields.some((field) => field.id === id)
  return {
    type,
    answers: {
      occurrence: occurrenceKey(occurrence),
      ...(kind !== undefined && asks('kind') ? { kind } : {}),
      ...(occurrence.checklist.length > 0 && asks('checklists') ? { checklists: occurrence.checklist } : {}),
    },
  }
}

/** Names by which a person or a device that was sent is shown. */
type Named = (field: ServiceField) => string

function answerTo(field: ServiceField, value: unknown, nameOf: Named): Answer | undefined {
  const { kind } = field
  if (kind === 'fen') return String(Number(value) / FEN_PER_YUAN)
  if (kind === 'number') return String(value)
  if (kind === 'signature') return { ...UNSIGNED, ...(value as Partial<Signed>) }
  if (kind === 'photo') return Array.isArray(value) ? (value as readonly string[]) : []
  return kind === 'person' || kind === 'word' ? { value: String(value), label: nameOf(field) } : (value as Answer)
}

/** What was sent as the form holds it, to be put right; which occurrence it is about stays as it is. */
export function answersFrom(type: ServiceType, values: Readonly<Record<string, unknown>>, nameOf: Named): Answers {
  const fields = SERVICE_STEPS[type].fields.filter(({ id, kind }) => kind !== 'occurrence' && values[id] !== undefined)
  return Object.fromEntries(fields.map((field) => [field.id, answerTo(field, values[field.id], nameOf)]))
}

/** The same of the record forms: each answer under the key of its form. */
export function formAnswersFrom(
  forms: readonly FormDefinition[],
  filled: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
): Answers {
  const answered = forms.flatMap((form) =>
    formFields(form).flatMap((field) => {
      const value = filled[form.id]?.[field.id]
      return value === undefined ? [] : [[textKey(form.id, field.id), answerTo(field, value, () => String(value))] as const]
    }),
  )
  return Object.fromEntries(answered)
}

/** Fields whose answer is another one now. */
export function changedFields(type: ServiceType, before: Answers, after: Answers): readonly ServiceField[] {
  const [old, now] = [valuesOf(type, before), valuesOf(type, after)]
  return SERVICE_STEPS[type].fields.filter(({ id }) => JSON.stringify(old[id]) !== JSON.stringify(now[id]))
}
