import { Input, Select } from 'antd'
import { serviceName } from '../../core/service/refusal.ts'
import type { ServiceField, ServiceType } from '../../core/service/vocabulary.ts'
import type { Person } from '../../wire/parties.ts'
import type { Occurrence, ServiceTasks } from '../../wire/services.ts'
import { instantWords, fromInput, toInput } from '../../ui/time.ts'
import { useMinute } from '../../ui/now.ts'
import { useWords } from '../../ui/words/say.ts'
import { Field } from '../form/Field.tsx'
import { Finder } from '../form/Finder.tsx'
import { useZone } from '../session.ts'
import type { Answer, Answers, Device } from './service-form.ts'
import { occurrenceKey, optionsOf, suits } from './service-form.ts'

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

/** A word that the plan's conditions look at: those that are known are offered, where none is it is typed. */
function Code({ type, field, id, answers, change, tasks }: OneProps) {
  const { say, locale } = useWords()
  const options = optionsOf(type, field, tasks).map((value) => ({ value, label: serviceName('choice', value, locale) }))
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
  const { say, locale } = useWords()
  const options = (tasks?.checklists ?? []).map(({ id: value, name }) => ({
    value,
    label: name === value ? serviceName('choice', value, locale) : name,
  }))
  return (
    <Select
      id={id}
      mode="multiple"
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
    case 'code':
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

/** What a step asks, question by question. */
export function ServiceFields(props: FieldsProps) {
  const { fields, errors } = props
  const { say, locale } = useWords()
  return (
    <>
      {fields.map((field) => {
        const id = `service-${field.id}`
        const label = serviceName('field', field.id, locale)
        return (
          <Field
            key={field.id}
            id={id}
            label={field.kind === 'fen' ? say('service.in-yuan', { label }) : label}
            optional={!field.required}
            error={errors[`values.${field.id}`]}
          >
            <One {...props} field={field} id={id} />
          </Field>
        )
      })}
    </>
  )
}
