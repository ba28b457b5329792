import { Button, Checkbox, Input, Modal } from 'antd'
import { useState } from 'react'
import type { InvoiceDetail, InvoiceRemedy } from '../../wire/invoices.ts'
import { useWords } from '../../ui/words/say.ts'
import { fieldErrors } from '../api/problem.ts'
import { Field } from '../form/Field.tsx'
import { Refused, failureWords } from '../shell/Failure.tsx'
import { fenOf, withoutRemedy, withRemedy, yuanOf } from './invoice-form.ts'
import { useKeep } from './useKeep.ts'

type FormProps = { readonly detail: InvoiceDetail; readonly remedy: InvoiceRemedy; readonly close: () => void }

function useRemedy({ detail, remedy, close }: FormProps) {
  const keep = useKeep(detail, close)
  const content = detail.content ?? { stated: {}, added: [], changes: [] }
  const before = content.remedies?.find(({ of }) => of === remedy.id)
  const [sum, setSum] = useState(before?.fen === undefined ? '' : yuanOf(before.fen))
  const [leftOut, setLeftOut] = useState(before?.leftOut === true)
  const [reason, setReason] = useState(before?.reason ?? '')
  const [tried, setTried] = useState(false)
  const missing = { sum: remedy.takesAmount && !leftOut && fenOf(sum) === undefined, reason: reason.trim() === '' }
  const save = (): void => {
    setTried(true)
    if (missing.sum || missing.reason) return
    const change = leftOut ? { leftOut } : remedy.takesAmount ? { fen: fenOf(sum) } : undefined
    keep.mutate(change ? withRemedy(content, { of: remedy.id, ...change, reason: reason.trim() }) : withoutRemedy(content, remedy.id))
  }
  return { keep, sum, setSum, leftOut, setLeftOut, reason, setReason, save, missing: tried ? missing : { sum: false, reason: false } }
}

/** A remedy on a bill: the sum that was agreed on, or that it is not settled with this one, with what shows it. */
export function RemedyForm(props: FormProps) {
  const { remedy, close } = props
  const { say } = useWords()
  const { keep, sum, setSum, leftOut, setLeftOut, reason, setReason, save, missing } = useRemedy(props)
  const problem = keep.error ? (Object.values(fieldErrors(keep.error))[0] ?? failureWords(keep.error, say)) : undefined
  return (
    <Modal open title={remedy.title} onCancel={close} footer={null}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        {problem && <Refused words={problem} />}
        {remedy.takesAmount && !leftOut && (
          <Field id="remedy-fen" label={say('remedy.sum')} error={missing.sum ? say('invoice.not-amount') : undefined}>
            <Input id="remedy-fen" inputMode="decimal" value={sum} onChange={(event) => setSum(event.target.value)} />
          </Field>
        )}
        <Checkbox id="remedy-left-out" checked={leftOut} onChange={(event) => setLeftOut(event.target.checked)}>
          {say('remedy.leave-out')}
        </Checkbox>
        <Field id="remedy-reason" label={say('remedy.reason')} error={missing.reason ? say('form.required') : undefined}>
          <Input.TextArea
            id="remedy-reason"
            autoSize={{ minRows: 2, maxRows: 6 }}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
        <Button type="primary" htmlType="submit" loading={keep.isPending}>
          {say('invoice.save')}
        </Button>
      </form>
    </Modal>
  )
}
