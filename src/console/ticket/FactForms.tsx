import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { CHANNELS } from '../../core/ticket/forms.ts'
import type { Fact, Recorded } from '../../wire/facts.ts'
import { fromInput, toInput } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'
import { write } from '../api/call.ts'
import { fieldErrors } from '../api/problem.ts'
import { Field, useFocusOnError } from '../form/Field.tsx'
import { failureWords } from '../shell/Failure.tsx'
import { notify } from '../shell/notice.ts'
import { correctable, currentValue, fieldLabel, valueLabel } from './fact-view.ts'

type Ruling = 'approve' | 'correct' | 'void'

/** A statement about a fact: it stands beside the fact and never changes it. */
export function useRuling(fact: Fact, ruling: Ruling, done: () => void) {
  const client = useQueryClient()
  const { say } = useWords()
  return useMutation({
    mutationFn: (body: Record<string, unknown>) => write<Recorded>('POST', `/facts/${fact.id}/${ruling}`, body),
    onSuccess: () => {
      notify({ words: say(`ruling.${ruling}`) })
      void client.invalidateQueries()
      done()
    },
  })
}

type FormProps = { readonly fact: Fact; readonly zone: string; readonly close: () => void }

type ValueProps = {
  readonly field: string
  readonly value: string | number | boolean
  readonly zone: string
  readonly change: (value: string | number | boolean) => void
}

/** The control for a fact's own kind of value: a time stays a time, a choice a choice, a number a number. */
function ValueControl({ field, value, zone, change }: ValueProps) {
  const words = useWords()
  const [text, setText] = useState(() => (field === 'occurredAt' ? toInput(Number(value), zone) : String(value)))
  const type = (typed: string): void => {
    setText(typed)
    const at = field === 'occurredAt' ? fromInput(typed, zone) : typed
    if (at !== undefined) change(typeof value === 'number' && field !== 'occurredAt' ? Number(at) : at)
  }
  if (field === 'channel' || typeof value === 'boolean') {
    const options = field === 'channel' ? CHANNELS : [true, false]
    return (
      <Select
        id="correct-to"
        value={value as string | boolean}
        onChange={(chosen: string | boolean) => change(chosen)}
        options={options.map((one) => ({ value: one as string, label: valueLabel(field, one, words) }))}
      />
    )
  }
  return (
    <Input
      id="correct-to"
      type={field === 'occurredAt' ? 'datetime-local' : 'text'}
      value={text}
      onChange={(event) => type(event.target.value)}
    />
  )
}

export function CorrectForm({ fact, zone, close }: FormProps) {
  const words = useWords()
  const { say } = words
  const fields = correctable(fact)
  const [field, setField] = useState(fields[0] ?? 'occurredAt')
  const from = currentValue(fact, field)
  const [to, setTo] = useState(from)
  const [reason, setReason] = useState('')
  const { mutate, isPending, error } = useRuling(fact, 'correct', close)
  const errors = fieldErrors(error)
  useFocusOnError(errors, 'correct')
  const choose = (chosen: string): void => {
    setField(chosen)
    setTo(currentValue(fact, chosen))
  }
  const now = field === 'occurredAt' ? toInput(Number(from), zone).replace('T', ' ') : valueLabel(field, from, words)
  return (
    <Modal open title={say('correct.title', { fact: fact.words })} onCancel={close} footer={null}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          mutate({ field, from, to: typeof to === 'string' ? to.trim() : to, reason })
        }}
      >
        <p className="s13 ink2">{say('correct.explained')}</p>
        <Field id="correct-field" label={say('correct.field')} error={errors.field}>
          <Select
            id="correct-field"
            value={field}
            onChange={choose}
            options={fields.map((one) => ({ value: one, label: fieldLabel(one, words) }))}
          />
        </Field>
        <Field id="correct-to" label={say('correct.to')} error={errors.to ?? errors.from} hint={say('correct.from', { from: now })}>
          <ValueControl key={field} field={field} value={to} zone={zone} change={setTo} />
        </Field>
        <Field id="correct-reason" label={say('ask.reason')} error={errors.reason}>
          <Input.TextArea
            id="correct-reason"
            autoSize={{ minRows: 2 }}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
        {error && Object.keys(errors).length === 0 && (
          <p role="alert" className="refused">
            {failureWords(error, say)}
          </p>
        )}
        <Button type="primary" htmlType="submit" loading={isPending} disabled={reason.trim() === ''}>
          {say('correct.send')}
        </Button>
      </form>
    </Modal>
  )
}

export function VoidForm({ fact, close }: FormProps) {
  const { say } = useWords()
  const [reason, setReason] = useState('')
  const { mutate, isPending, error } = useRuling(fact, 'void', close)
  const errors = fieldErrors(error)
  return (
    <Modal open title={say('void.title', { fact: fact.words })} onCancel={close} footer={null}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          mutate({ reason })
        }}
      >
        <p className="s13 ink2">{say('void.explained')}</p>
        <Field id="void-reason" label={say('ask.reason')} error={errors.reason ?? (error ? failureWords(error, say) : undefined)}>
          <Input.TextArea
            id="void-reason"
            autoFocus
            autoSize={{ minRows: 2 }}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
        <Button type="primary" htmlType="submit" loading={isPending} disabled={reason.trim() === ''}>
          {say('void.send')}
        </Button>
      </form>
    </Modal>
  )
}
