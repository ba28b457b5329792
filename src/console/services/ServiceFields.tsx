import { AutoComplete, Input, Select } from 'antd'
import { textKey } from '../../core/service/record-forms.ts'
import { serviceName } from '../../core/service/refusal.ts'
import type { ServiceField, ServiceType } from '../../core/service/vocabulary.ts'
import type { Person } from '../../wire/parties.ts'
import type { FormDefinition, Occurrence, ServiceTasks } from '../../wire/services.ts'
import { instantWords, fromInput, toInput } from '../../ui/time.ts'
import { useMinute } from '../../ui/now.ts'
import { useWords } from '../../ui/words/say.ts'
import { Field } from '../form/Field.tsx'
import { Finder } from '../form/Finder.tsx'
import { useZone } from '../session.ts'
import { PhotoField } from './PhotoField.tsx'
import type { Pictures } from './pictures.ts'
import { SignatureField } from './SignatureField.tsx'
import type { Answer, Answers, Device } from './service-form.ts'
import {
  UNSIGNED,
  formFields,
  isSigned,
  lengthOf,
  occurrenceKey,
  optionsOf,
  sizeOf,
  suits,
  wordAnswer,
  wordChoices,
} from './service-form.ts'

export type FieldsProps = {
  readonly type: ServiceType
  readonly fields: readonly ServiceField[]
  readonly answers: Answers
  readonly change: (id: string, value: Answer | undefined) => void
  readonly errors: Readonly<Record<string, string>>
  readonly tasks: ServiceTasks | undefined
  readonly devices: readonly Device[]
  readonly pictures: Pictures
}

type OneProps = FieldsProps & { readonly field: ServiceField; readonly id: string }

const NO_ZERO = { min: 0, step: 'any' } as const

/** What the plan calls its record form of that id, else what the trade calls it. */
function useCodeName(tasks: ServiceTasks | undefined, { type, field }: Pick<OneProps, 'type' | 'field'>): (code: string) => string {
  const { locale } = useWords()
  const named = [...(tasks?.words[type]?.[field.id] ?? []), ...(tasks?.forms ?? [])]
  return (code) => named.find(({ id }) => id === code)?.name ?? serviceName('choice', code, locale)
}

/** A word that the plan's conditions look at: those that are known are offered. */
function Code({ type, field, id, answers, change, tasks }: OneProps) {
  const { say } = useWords()
  const nameOf = useCodeName(tasks, { type, field })
  const options = optionsOf(type, field, tasks).map((value) => ({ value, label: nameOf(value) }))
  const value = answers[field.id] as string | undefined
  return (
    <Select
      id={id}
      value={value}
      options={options}
      showSearch={{ optionFilterProp: 'label' }}
      allowClear={!field.required}
      placeholder={say('select.choose')}
      notFoundContent={say('select.nothing')}
      onChange={(chosen: string | undefined) => change(field.id, chosen)}
    />
  )
}

/** A word of the trade: those that plan and firm know are offered by their names, and any other may be typed. */
function Word({ type, field, id, answers, change, tasks }: OneProps) {
  const { say } = useWords()
  const choices = wordChoices(type, field, tasks)
  const answer = answers[field.id]
  return (
    <AutoComplete
      id={id}
      value={typeof answer === 'object' && 'label' in answer ? answer.label : ((answer as string | undefined) ?? '')}
      options={choices.map(({ label }) => ({ value: label }))}
      showSearch={{ filterOption: (typed, option) => (option?.value ?? '').toLowerCase().includes(typed.trim().toLowerCase()) }}
      allowClear
      placeholder={say(choices.length > 0 ? 'service.word-choose' : 'service.word-type')}
      onChange={(typed: string | undefined) => change(field.id, wordAnswer(typed ?? '', choices))}
    />
  )
}

const UNITS = ['d', 'mo', 'y'] as const
const OTHER_UNITS = ['min', 'h', 'wd', 'w'] as const

/** How long: a number and its unit. One that was written in another unit keeps it until another is chosen. */
function Length({ field, id, answers, change }: OneProps) {
  const { say } = useWords()
  const { size, unit: written } = lengthOf(answers[field.id])
  const unit = written === '' ? 'mo' : written
  const units = [...UNITS, ...OTHER_UNITS.filter((one) => one === unit)]
  return (
    <div className="row length-field">
      <Input id={id} inputMode="decimal" value={size} onChange={(event) => change(field.id, `${sizeOf(event.target.value)}${unit}`)} />
      <Select
        id={`${id}-unit`}
        aria-label={say('service.unit')}
        value={unit}
        options={units.map((one) => ({ value: one, label: say(`service.unit-${one}`) }))}
        onChange={(one: string) => change(field.id, `${size}${one}`)}
      />
    </div>
  )
}

function YesNo({ field, id, answers, change }: OneProps) {
  const { say } = useWords()
  const value = answers[field.id]
  const options = (['yes', 'no'] as const).map((one) => ({ value: one, label: say(`answer.${one}`) }))
  return (
    <Select
      id={id}
      value={value === undefined ? undefined : value === true ? 'yes' : 'no'}
      options={options}
      allowClear={!field.required}
      placeholder={say('select.choose')}
      onChange={(chosen: string | undefined) => change(field.id, chosen === undefined ? undefined : chosen === 'yes')}
    />
  )
}

function Lists({ type, field, id, answers, change, tasks }: OneProps) {
  const { say } = useWords()
  const nameOf = useCodeName(tasks, { type, field })
  const listed = [...(tasks?.checklists ?? []), ...(tasks?.forms ?? [])].map((one) => one.id)
  const options = [...new Set(listed)].map((value) => ({ value, label: nameOf(value) }))
  return (
    <Select
      id={id}
      mode="multiple"
      showSearch={{ optionFilterProp: 'label' }}
      value={(answers[field.id] as string[] | undefined) ?? []}
      options={options}
      placeholder={say('select.choose')}
      notFoundContent={say('select.nothing')}
      onChange={(chosen: string[]) => change(field.id, chosen)}
    />
  )
}

/** `月度巡检 第 3 次，6 月 30 日（周二）24:00 前`. */
export function useOccurrenceWords(): (one: Occurrence) => string {
  const { say, locale } = useWords()
  const zone = useZone()
  const now = useMinute()
  return ({ title, number, until, site, asset }) => {
    const place = site?.name ?? asset?.name
    const named = place === undefined ? title : say('service.at-place', { title, place })
    return say('service.occurrence', { title: named, number, until: instantWords(until, now, { zone, locale, ends: true }) })
  }
}

function Which({ type, field, id, answers, change, tasks }: OneProps) {
  const { say } = useWords()
  const words = useOccurrenceWords()
  const open = (tasks?.occurrences ?? []).filter((one) => suits(type, one))
  return (
    <Select
      id={id}
      value={answers[field.id] === undefined ? undefined : String(answers[field.id])}
      options={open.map((one) => ({ value: occurrenceKey(one), label: words(one) }))}
      allowClear
      placeholder={say('service.occurrence-hint')}
      notFoundContent={say('select.nothing')}
      onChange={(chosen: string | undefined) => change(field.id, chosen)}
    />
  )
}

function Somebody({ field, id, answers, change }: OneProps) {
  const { say } = useWords()
  const value = answers[field.id] as { readonly value: string; readonly label: string } | undefined
  return (
    <Finder
      id={id}
      path="people"
      option={(one: Person) => ({
        value: one.id,
        label: one.name,
        detail: one.subcontractor === undefined ? one.team?.name : say('person.subcontracted', { firm: one.subcontractor }),
      })}
      value={value}
      choose={(option) => change(field.id, option && { value: option.value, label: option.label })}
      placeholder={say('select.find')}
    />
  )
}

function Moment({ field, id, answers, change }: OneProps) {
  const zone = useZone()
  const value = answers[field.id]
  return (
    <Input
      id={id}
      type="datetime-local"
      value={typeof value === 'number' ? toInput(value, zone) : ''}
      onChange={(event) => change(field.id, fromInput(event.target.value, zone))}
    />
  )
}

/** Some of the words that a record form offers, or lines that are typed one by one. */
function Several({ field, id, answers, change }: OneProps) {
  const { say } = useWords()
  const options = (field.choices ?? []).map((value) => ({ value, label: value }))
  return (
    <Select
      id={id}
      mode={field.kind === 'choices' ? 'multiple' : 'tags'}
      value={(answers[field.id] as string[] | undefined) ?? []}
      options={options}
      open={field.kind === 'choices' ? undefined : false}
      suffixIcon={field.kind === 'choices' ? undefined : null}
      placeholder={say(field.kind === 'choices' ? 'select.choose' : 'service.lines-hint')}
      onChange={(chosen: string[]) => change(field.id, chosen)}
    />
  )
}

function Day({ field, id, answers, change }: OneProps) {
  return (
    <Input
      id={id}
      type="date"
      value={(answers[field.id] as string | undefined) ?? ''}
      onChange={(event) => change(field.id, event.target.value)}
    />
  )
}

function Text({ field, id, answers, change }: OneProps) {
  const value = (answers[field.id] as string | undefined) ?? ''
  if (field.kind === 'prose')
    return (
      <Input.TextArea
        id={id}
        autoSize={{ minRows: 2, maxRows: 8 }}
        value={value}
        onChange={(event) => change(field.id, event.target.value)}
      />
    )
  const counts = field.kind === 'number' || field.kind === 'fen'
  return (
    <Input
      id={id}
      {...(counts ? { type: 'number', ...NO_ZERO } : {})}
      value={value}
      onChange={(event) => change(field.id, event.target.value)}
    />
  )
}

function Photos({ field, id, answers, change, pictures }: OneProps) {
  const given = (answers[field.id] as readonly string[] | undefined) ?? []
  return <PhotoField id={id} queue={pictures.queueOf(field.id)} given={given} keep={(left) => change(field.id, left)} />
}

function Sign({ field, id, answers, change }: OneProps) {
  const answer = answers[field.id]
  const label = field.name ?? field.id
  return <SignatureField id={id} label={label} value={isSigned(answer) ? answer : UNSIGNED} change={(value) => change(field.id, value)} />
}

function One(props: OneProps) {
  switch (props.field.kind) {
    case 'choices':
    case 'lines':
      return <Several {...props} />
    case 'day':
      return <Day {...props} />
    case 'word':
      return <Word {...props} />
    case 'duration':
      return <Length {...props} />
    case 'code':
    case 'choice':
      return <Code {...props} />
    case 'yes-no':
      return <YesNo {...props} />
    case 'list':
      return <Lists {...props} />
    case 'occurrence':
      return <Which {...props} />
    case 'person':
      return <Somebody {...props} />
    case 'asset':
      return (
        <DeviceField
          id={props.id}
          devices={props.devices}
          value={props.answers[props.field.id] as string}
          change={(value) => props.change(props.field.id, value)}
        />
      )
    case 'photo':
      return <Photos {...props} />
    case 'signature':
      return <Sign {...props} />
    case 'instant':
      return <Moment {...props} />
    default:
      return <Text {...props} />
  }
}

type DeviceProps = {
  readonly id: string
  readonly devices: readonly Device[]
  readonly value: string | undefined
  readonly change: (value: string | undefined) => void
}

export function DeviceField({ id, devices, value, change }: DeviceProps) {
  const { say } = useWords()
  return (
    <Select
      id={id}
      value={value}
      options={devices.map((one) => ({ value: one.id, label: one.name }))}
      allowClear
      placeholder={say('select.choose')}
      notFoundContent={say('select.nothing')}
      onChange={(chosen: string | undefined) => change(chosen)}
    />
  )
}

type FormsProps = Omit<FieldsProps, 'fields'> & { readonly forms: readonly FormDefinition[] }

/** The record forms that the step names, each under its own name; one behind a checklist may wait, and is filled in by itself then. */
export function FormFields({ forms, ...props }: FormsProps) {
  const { say } = useWords()
  return forms.map((form) => (
    <fieldset key={form.id} className="stack service-form">
      <legend>{form.name}</legend>
      {form.text !== undefined && <p className="song s13">{form.text}</p>}
      {props.type !== 'form.filled' && <p className="s12 ink3">{say('service.form-later')}</p>}
      <ServiceFields {...props} fields={formFields(form)} of={form.id} />
    </fieldset>
  ))
}

/** What a step asks, question by question. */
export function ServiceFields({ of, ...props }: FieldsProps & { readonly of?: string }) {
  const { fields, errors } = props
  const { say, locale } = useWords()
  return (
    <>
      {fields.map((field) => {
        const path = of === undefined ? `values.${field.id}` : `forms.${of}.${field.id}`
        const id = of === undefined ? `service-${field.id}` : `service-${path}`
        const label = field.name ?? serviceName('field', field.called ?? field.id, locale)
        const asked = of === undefined ? field : { ...field, id: textKey(of, field.id) }
        return (
          <Field
            key={field.id}
            id={id}
            label={field.kind === 'fen' ? say('service.in-yuan', { label }) : label}
            optional={!field.required}
            error={errors[path]}
          >
            <One {...props} field={asked} id={id} />
          </Field>
        )
      })}
    </>
  )
}
