import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useWords } from '../../ui/words/say.ts'
import { write } from '../api/call.ts'
import type { Method } from '../api/call.ts'
import { fieldErrors, problemOf } from '../api/problem.ts'
import { FileField } from '../files/FileField.tsx'
import { useUploads } from '../files/uploads.ts'
import { Refused, failureWords } from '../shell/Failure.tsx'
import { notify } from '../shell/notice.ts'
import { Conflict } from './Conflict.tsx'
import { Field, useFocusOnError } from './Field.tsx'
import { changesOf } from './record-changes.ts'
import type { RecordField, RecordValues } from './record-changes.ts'

type RecordFormProps<Answer> = {
  readonly title: string
  readonly fields: readonly RecordField[]
  /** what stands now, with its version; without it the record is new */
  readonly before?: RecordValues
  readonly version?: number
  readonly method: Method
  readonly path: string
  /** what goes along without being typed */
  readonly fixed?: Readonly<Record<string, unknown>>
  readonly close: () => void
  readonly done?: (answer: Answer) => void
  /** what the button is called; default: save */
  readonly act?: string
  /** says what came of it; default: that it is saved */
  readonly saved?: (answer: Answer) => void
  /** files may go along as evidence */
  readonly attach?: boolean
  /** the request that what was typed makes; default: as it is */
  readonly shape?: (typed: Readonly<Record<string, string | null>>) => object
}

function Control({
  field,
  value,
  change,
}: {
  readonly field: RecordField
  readonly value: string
  readonly change: (text: string) => void
}) {
  const id = `record-${field.id}`
  if (field.kind === 'prose')
    return <Input.TextArea id={id} autoSize={{ minRows: 2, maxRows: 8 }} value={value} onChange={(event) => change(event.target.value)} />
  if (field.kind === 'choice')
    return (
      <Select
        id={id}
        value={value || null}
        allowClear={!field.required}
        notFoundContent={field.none}
        onChange={(chosen: string | undefined) => change(chosen ?? '')}
        options={[...(field.options ?? [])]}
      />
    )
  return <Input id={id} type={field.kind === 'date' ? 'date' : 'text'} value={value} onChange={(event) => change(event.target.value)} />
}

function useRecord<Answer>({
  fields,
  before,
  version,
  method,
  path,
  fixed,
  close,
  done,
  saved,
  shape = (typed) => typed,
}: RecordFormProps<Answer>) {
  const { say } = useWords()
  const client = useQueryClient()
  // What one began from, not what the page has heard of since: else another's change would be overwritten unseen.
  const [began] = useState({ before, version })
  const [values, setValues] = useState<RecordValues>(before ?? {})
  const uploads = useUploads()
  const mutation = useMutation({
    mutationFn: (over: number | undefined) =>
      write<Answer>(method, path, {
        ...fixed,
        ...shape(changesOf(fields, began.before, values)),
        ...uploads.body,
        ...(over === undefined ? {} : { version: over }),
      }),
    onSuccess: (answer) => {
      uploads.queue.clear()
      void client.invalidateQueries()
      if (saved) saved(answer)
      else notify({ words: say('record.saved') })
      close()
      done?.(answer)
    },
  })
  // After a look at what stands now, one's own goes over it.
  const again = (): void => mutation.mutate(Math.max(version ?? 0, (began.version ?? 0) + 1))
  return { values, setValues, uploads, mutation, save: () => mutation.mutate(began.version), again }
}

/** A small form for one record. When somebody was faster it shows field against field; nothing typed is lost. */
export function RecordForm<Answer>(props: RecordFormProps<Answer>) {
  const { title, fields, close, act, attach = false } = props
  const [tried, setTried] = useState(false)
  const { say } = useWords()
  const { values, setValues, uploads, mutation, save, again } = useRecord(props)
  const { error, isPending, reset } = mutation
  const errors = fieldErrors(error)
  useFocusOnError(errors, 'record')
  const problem = problemOf(error)
  const conflicting = problem?.status === 409 && problem.conflict !== undefined
  const missing = fields.some((field) => field.required && (values[field.id] ?? '').trim() === '')
  const placed = fields.some((field) => errors[field.id] !== undefined)
  return (
    <Modal open title={title} onCancel={close} footer={null}>
      <form
        className="stack"
        onPaste={attach ? uploads.paste : undefined}
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (!uploads.obstacle) save()
        }}
      >
        {conflicting && (
          <Conflict problem={problem} fieldName={(id) => fields.find((field) => field.id === id)?.label ?? id} again={again} drop={reset} />
        )}
        {error && !conflicting && !placed && <Refused words={failureWords(error, say)} />}
        {fields.map((field) => (
          <Field
            key={field.id}
            id={`record-${field.id}`}
            label={field.label}
            optional={!field.required}
            error={errors[field.id]}
            hint={field.hint}
          >
            <Control field={field} value={values[field.id] ?? ''} change={(text) => setValues((now) => ({ ...now, [field.id]: text }))} />
          </Field>
        ))}
        {attach && <FileField uploads={uploads} error={tried && uploads.obstacle ? say(uploads.obstacle) : undefined} />}
        <Button type="primary" htmlType="submit" loading={isPending} disabled={missing}>
          {act ?? say('action.save')}
        </Button>
      </form>
    </Modal>
  )
}
