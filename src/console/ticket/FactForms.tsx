import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import type { Fact, Recorded } from '../../wire/facts.ts'
import { fromInput, toInput } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'
import { write } from '../api/call.ts'
import { fieldErrors } from '../api/problem.ts'
import { Field, useFocusOnError } from '../form/Field.tsx'
import { failureWords } from '../shell/Failure.tsx'
import { notify } from '../shell/notice.ts'
import { correctable } from './fact-view.ts'

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

/** The new value as the fact's own kind of value: a number stays a number. */
function typed(text: string, like: unknown): string | number | boolean {
  if (typeof like === 'number') return Number(text)
  if (typeof like === 'boolean') return text === 'true'
  return text.trim()
}

export function CorrectForm({ fact, zone, close }: FormProps) {
  const { say } = useWords()
  const fields = correctable(fact)
  const [field, setField] = useState(fields[0] ?? 'occurredAt')
  const isTime = field === 'occurredAt'
  const from = isTime ? fact.occurredAt : fact.data[field]
  const [to, setTo] = useState(toInput(fact.occurredAt, zone))
  const [reason, setReason] = useState('')
  const { mutate, isPending, error } = useRuling(fact, 'correct', close)
  const errors = fieldErrors(error)
  useFocusOnError(errors, 'correct')
  const choose = (chosen: string): void => {
    setField(chosen)
    setTo(chosen === 'occurredAt' ? toInput(fact.occurredAt, zone) : String(fact.data[chosen] ?? ''))
  }
  const value = isTime ? fromInput(to, zone) : typed(to, from)
  const send = (): void => mutate({ field, from, to: value, reason })
  return (
    <Modal open title={say('correct.title', { fact: fact.words })} onCancel={close} footer={null}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <p className="s13 ink2">{say('correct.explained')}</p>
        <Field id="correct-field" label={say('correct.field')} error={errors.field}>
          <Select
            id="correct-field"
            value={field}
            onChange={choose}
            options={fields.map((one) => ({ value: one, label: one === 'occurredAt' ? say('correct.occurred') : one }))}
          />
        </Field>
        <Field
          id="correct-to"
          label={say('correct.to')}
          error={errors.to ?? errors.from}
          hint={say('correct.from', { from: isTime ? toInput(fact.occurredAt, zone).replace('T', ' ') : String(from) })}
        >
          <Input id="correct-to" type={isTime ? 'datetime-local' : 'text'} value={to} onChange={(event) => setTo(event.target.value)} />
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
        <Button type="primary" htmlType="submit" loading={isPending} disabled={reason.trim() === '' || value === undefined}>
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
