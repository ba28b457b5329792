import { Input, Select } from 'antd'
import { formOf } from '../../core/ticket/forms.ts'
import type { FormField } from '../../core/ticket/forms.ts'
import { useWords } from '../../ui/words/say.ts'
import { Field } from '../form/Field.tsx'
import type { Report } from './report.ts'

type Value = string | boolean | undefined
type ControlProps = { readonly field: FormField; readonly id: string; readonly value: Value; readonly change: (value: Value) => void }

function Control({ field, id, value, change }: ControlProps) {
  const { say, name } = useWords()
  switch (field.kind) {
    case 'long-text':
      return (
        <Input.TextArea
          id={id}
          autoSize={{ minRows: 2, maxRows: 8 }}
          maxLength={field.max}
          value={String(value ?? '')}
          onChange={(event) => change(event.target.value)}
        />
      )
    case 'text':
      return <Input id={id} maxLength={field.max} value={String(value ?? '')} onChange={(event) => change(event.target.value)} />
    case 'number':
      return (
        <Input
          id={id}
          type="number"
          min={field.min}
          max={field.max}
          value={String(value ?? '')}
          onChange={(event) => change(event.target.value)}
        />
      )
    case 'date':
      return <Input id={id} type="date" value={String(value ?? '')} onChange={(event) => change(event.target.value)} />
    case 'choice':
      return (
        <Select
          id={id}
          allowClear
          value={value as string | undefined}
          placeholder={say('select.choose')}
          options={field.options.map((one) => ({ value: one, label: name('option', `${field.id}.${one}`) }))}
          onChange={(chosen: string | undefined) => change(chosen)}
        />
      )
    case 'yes-no':
      return (
        <Select
          id={id}
          allowClear
          value={value === undefined ? undefined : value ? 'yes' : 'no'}
          placeholder={say('select.unknown')}
          options={[
            { value: 'yes', label: say('answer.yes') },
            { value: 'no', label: say('answer.no') },
          ]}
          onChange={(chosen: string | undefined) => change(chosen === undefined ? undefined : chosen === 'yes')}
        />
      )
    default:
      return field satisfies never
  }
}

type TypeFieldsProps = {
  readonly report: Report
  readonly change: (id: string, value: Value) => void
  readonly errors: Readonly<Record<string, string>>
}

/** The form of the ticket's own type, drawn from the same table by which the server checks it. */
export function TypeFields({ report, change, errors }: TypeFieldsProps) {
  const { say, name } = useWords()
  const described = report.description.trim() !== ''
  return (
    <div className="field-grid">
      {formOf(report.type).map((field) => {
        const id = `new-values.${field.id}`
        const needed = field.required === 'yes' || (field.required === 'or-description' && !described)
        return (
          <Field
            key={field.id}
            id={id}
            label={name('field', field.id)}
            optional={!needed}
            error={errors[`values.${field.id}`]}
            hint={field.required === 'or-description' && !described ? say('report.or-description') : undefined}
          >
            <Control field={field} id={id} value={report.values[field.id]} change={(value) => change(field.id, value)} />
          </Field>
        )
      })}
    </div>
  )
}
