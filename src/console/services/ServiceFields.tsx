import { Input, Select } from 'antd'
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
import type { Answer, Answers, Device } from './service-form.ts'
import { formFields, occurrenceKey, optionsOf, suits } from './service-form.ts'

export type FieldsProps = {
  readonly type: ServiceType
  readonly fields: readonly ServiceField[]
  readonly answers: Answers
  readonly change: (id: string, value: Answer | undefined) => void
  readonly errors: Readonly<Record<string, string>>
  readonly tasks: ServiceTasks | undefined
  readonly devices: readonly Device[]
}

type OneProps = FieldsProps & { readonly field: ServiceField; readonly id: string }

const NO_ZERO = { min: 0, step: 'any' } as const

/** What the plan calls its record form of that id, else what the trade calls it. */
function useCodeName(tasks: ServiceTasks | undefined): (code: string) => string {
  const { locale } = useWords()
  const named = [...(tasks?.forms ?? []), ...(tasks?.desks ?? [])]
  return (code) => named.find(({ id }) => id === code)?.name ?? serviceName('choice', code, locale)
}

/** A word that the plan's conditions look at: those that are known are offered, where none is it is typed. */
function Code({ type, field, id, answers, change, tasks }: OneProps) {
  const { say } = useWords()
  const nameOf = useCodeName(tasks)
  const options = optionsOf(type, field, tasks).map((value) => ({ value, label: nameOf(value) }))
  const value = answers[field.id] as string | undefined
  if (options.length === 0)
    return (
      <Input
        id={id}
        value={value ?? ''}
        placeholder={say('service.code-hint')}
        onChange={(event) => change(field.id, event.target.value)}
      />
    )
  return (
    <Select
      id={id}
      value={value}
      options={options}
      showSearch={{ optionFilterProp: 'label' }}
      allowClear={!field.required}
      placeholder={say('select.choose')}
      onChange={(chosen: string | undefined) => change(field.id, chosen)}
    />
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

function Lists({ field, id, answers, change, tasks }: OneProps) {
  const { say } = useWords()
  const nameOf = useCodeName(tasks)
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
      option={(one: Person) => ({ value: one.id, label: one.name, detail: one.team?.name })}
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

function One(props: OneProps) {
  switch (props.field.kind) {
    case 'choices':
    case 'lines':
      return <Several {...props} />
    case 'day':
      return <Day {...props} />
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
        const label = field.name ?? serviceName('field', field.id, locale)
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
