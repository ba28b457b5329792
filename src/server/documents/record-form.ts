import type { RecordForm } from '../../core/plan/forms.ts'
import { serviceName, serviceWord } from '../../core/service/refusal.ts'
import { fieldsOfForm } from '../../core/service/record-forms.ts'
import type { FieldKind, ServiceField } from '../../core/service/vocabulary.ts'
import type { Instant } from '../../core/time/instant.ts'
import type { Locale } from '../../core/words.ts'
import type { Block, DocumentContent, FieldBlock, Letterhead, Picture, SignatureBlock } from './document.ts'
import { documentWord } from './words.ts'

/** What was written into a form, by whom and for whom; each answer in words, by its field. */
export type FilledForm = {
  readonly answers: ReadonlyMap<string, string>
  /** photos and drawn signatures, by their field */
  readonly pictures?: ReadonlyMap<string, readonly Picture[]>
  readonly about: readonly { readonly key: 'customer' | 'contract' | 'ticket' | 'site' | 'asset'; readonly value: string | undefined }[]
  readonly by: string | undefined
  readonly at: string
  /** the fact was taken back: the paper says so */
  readonly voided: boolean
}

export type RecordFormInput = {
  readonly locale: Locale
  readonly letterhead: Letterhead
  readonly form: RecordForm
  readonly plan: string
  readonly number: string
  readonly dated: string | undefined
  readonly date: Instant
  /** undefined: an empty one, to print and take along */
  readonly filled: FilledForm | undefined
}

const ABOUT = ['customer', 'contract', 'ticket', 'site', 'asset'] as const
const SIGNERS = ['signedByCustomer', 'signedByStaff'] as const
/** Answers that take more than a line by hand. */
const TALL: readonly FieldKind[] = ['prose', 'lines', 'list', 'photo', 'signature']

function optionsOf({ kind, choices = [] }: ServiceField, locale: Locale): readonly string[] {
  if (kind === 'yes-no') return [serviceWord('answer.yes', {}, locale), serviceWord('answer.no', {}, locale)]
  return kind === 'choice' || kind === 'choices' ? choices : []
}

const isSigner = ({ id }: ServiceField): boolean => (SIGNERS as readonly string[]).includes(id)

/** Questions in the form's order, each with its answer, room for it, or boxes to tick. Who signs stands at the foot. */
function questions({ form, filled, locale }: RecordFormInput): FieldBlock[] {
  return fieldsOfForm(form)
    .filter((field) => !isSigner(field))
    .map((field) => ({
      label: field.name ?? serviceName('field', field.id, locale),
      value: filled ? (filled.answers.get(field.id) ?? '—') : undefined,
      required: field.required === true,
      tall: TALL.includes(field.kind),
      options: optionsOf(field, locale),
      pictures: filled?.pictures?.get(field.id) ?? [],
    }))
}

/** Whom it is for: as it is known, or to be written by hand. */
function about({ filled, locale }: RecordFormInput): Block {
  const label = (key: (typeof ABOUT)[number]) => documentWord(locale, `form.${key}`)
  if (!filled)
    return {
      kind: 'fields',
      fields: [
        ...(['customer', 'site', 'asset'] as const).map(label),
        documentWord(locale, 'form.number'),
        documentWord(locale, 'form.at'),
        documentWord(locale, 'form.by'),
      ].map((words) => ({ label: words, value: undefined, required: false, tall: false })),
    }
  const rows = filled.about.flatMap(({ key, value }) => (value === undefined ? [] : [{ label: label(key), value }]))
  return {
    kind: 'rows',
    rows: [
      ...rows,
      { label: documentWord(locale, 'form.at'), value: filled.at },
      ...(filled.by === undefined ? [] : [{ label: documentWord(locale, 'form.by'), value: filled.by }]),
    ],
  }
}

function signatures({ form, filled, locale }: RecordFormInput): Block[] {
  const sides = fieldsOfForm(form)
    .filter(isSigner)
    .map(({ id }): SignatureBlock => {
      const sign = { label: documentWord(locale, 'form.sign'), value: filled?.answers.get(id) }
      const day = { label: documentWord(locale, 'annex.sign-date') }
      return { side: serviceName('field', id, locale), name: '', lines: filled ? [sign] : [sign, day] }
    })
  return sides.length === 0 ? [] : [{ kind: 'signatures', sides }]
}

/** 记录表单 of a plan on A4: empty, or as it was filled in. */
export function recordFormOf(input: RecordFormInput): DocumentContent {
  const { locale, letterhead, form, plan, number, dated, date, filled } = input
  const quiet = (text: string): Block => ({ kind: 'text', text, quiet: true })
  const quoted =
    form.text === undefined ? [] : [quiet(`${documentWord(locale, 'quote-open')}${form.text}${documentWord(locale, 'quote-close')}`)]
  return {
    locale,
    running: form.name,
    number,
    dated,
    date,
    letterhead,
    blocks: [
      { kind: 'title', text: form.name, under: plan },
      ...(filled?.voided ? [{ kind: 'text', text: documentWord(locale, 'form.voided') } as const] : []),
      ...quoted,
      about(input),
      ...(filled ? [] : [quiet(documentWord(locale, 'form.blank'))]),
      { kind: 'fields', fields: questions(input) },
      ...signatures(input),
    ],
    attached: [],
  }
}
