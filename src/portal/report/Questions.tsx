import type { ReportField } from '../../wire/portal.ts'
import { Chips, Field, TextArea, TextInput } from '../shell/Field.tsx'
import { useWords } from '../words/say.ts'
import type { Value } from './draft.ts'

type QuestionProps = { readonly field: ReportField; readonly value: Value; readonly change: (value: Value) => void }

function Control({ field, value, change }: QuestionProps) {
  const { say } = useWords()
  const id = `report-${field.id}`
  const text = typeof value === 'string' ? value : ''
  switch (field.kind) {
    case 'long-text':
      return <TextArea id={id} value={text} change={change} max={field.max} />
    case 'choice':
      return <Chips id={id} label={field.name} free options={field.options ?? []} value={text} change={change} />
    case 'yes-no': {
      const answers = [
        { id: 'yes', name: say('answer.yes') },
        { id: 'no', name: say('answer.no') },
      ]
      const said = value === undefined ? undefined : value === true ? 'yes' : 'no'
      return (
        <Chips
          id={id}
          label={field.name}
          free
          options={answers}
          value={said}
          change={(one) => change(one === undefined ? undefined : one === 'yes')}
        />
      )
    }
    case 'text':
    case 'number':
    case 'date':
      return <TextInput id={id} type={field.kind} value={text} change={change} max={field.kind === 'text' ? field.max : undefined} />
    default:
      return field.kind satisfies never
  }
}

type QuestionsProps = {
  readonly fields: readonly ReportField[]
  readonly values: Readonly<Record<string, Value>>
  readonly change: (id: string, value: Value) => void
  readonly errors: Readonly<Record<string, string>>
}

/** What is asked about this type of request, as the server will check it. */
export function Questions({ fields, values, change, errors }: QuestionsProps) {
  return fields.map((field) => (
    <Field
      key={field.id}
      id={`report-${field.id}`}
      label={field.name}
      optional={field.required === 'no'}
      error={errors[`values.${field.id}`]}
    >
      <Control field={field} value={values[field.id]} change={(value) => change(field.id, value)} />
    </Field>
  ))
}
