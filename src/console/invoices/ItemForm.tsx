import { Button, Checkbox, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import type { InvoiceDetail, InvoiceItem } from '../../wire/invoices.ts'
import { useWords } from '../../ui/words/say.ts'
import { newKey } from '../api/call.ts'
import { fieldErrors } from '../api/problem.ts'
import { Field } from '../form/Field.tsx'
import { Refused, failureWords } from '../shell/Failure.tsx'
import type { TypedItem } from './invoice-form.ts'
import { EMPTY_ITEM, typedOf, withItem, withoutItem, wrongIn } from './invoice-form.ts'
import { useKeep } from './useKeep.ts'

const COLUMNS = ['parts', 'labour', 'travel', 'freight-out', 'freight-back', 'inspection', 'loaner', 'loss', 'service'] as const
const AMOUNTS = ['quantity', 'listFen', 'costFen', 'agreedFen'] as const

type FormProps = {
  readonly detail: InvoiceDetail
  /** undefined: a new one, entered by hand */
  readonly item: InvoiceItem | undefined
  readonly close: () => void
}

function useItem({ detail, item, close }: FormProps) {
  const { say } = useWords()
  const [typed, setTyped] = useState<TypedItem>(item ? typedOf(item) : EMPTY_ITEM)
  const [wrong, setWrong] = useState<readonly string[]>([])
  const keep = useKeep(detail, close)
  const content = detail.content ?? { stated: {}, added: [], changes: [] }
  const entered = item === undefined || item.entered
  const set = (part: Partial<TypedItem>): void => setTyped((before) => ({ ...before, ...part }))
  const save = (): void => {
    const found = wrongIn(typed, entered)
    setWrong(found)
    if (found.length === 0) keep.mutate(withItem(content, typed, { item, id: newKey().slice(0, 16) }))
  }
  const drop = (): void => keep.mutate(withoutItem(content, item?.id ?? ''))
  const errors: Readonly<Record<string, string>> = Object.fromEntries(
    wrong.map((field) => [field, say(field === 'reason' || field === 'name' ? 'form.required' : 'invoice.not-amount')]),
  )
  return { typed, set, save, drop, errors, keep, entered }
}

/** 计费项目: a quantity, its price, or an amount that both sides agreed on, always with what shows it. */
export function ItemForm(props: FormProps) {
  const { item, close } = props
  const { say } = useWords()
  const { typed, set, save, drop, errors, keep, entered } = useItem(props)
  const problem = keep.error ? (Object.values(fieldErrors(keep.error))[0] ?? failureWords(keep.error, say)) : undefined
  const options = COLUMNS.map((value) => ({ value, label: say(`invoice.column-${value}`) }))
  return (
    <Modal open title={item ? (item.name ?? item.title) : say('invoice.add-item')} onCancel={close} footer={null}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        {problem && <Refused words={problem} />}
        {entered && (
          <>
            <Field id="item-column" label={say('invoice.column')}>
              <Select id="item-column" value={typed.column} options={options} onChange={(column) => set({ column })} />
            </Field>
            <Field id="item-name" label={say('invoice.name')} error={errors.name}>
              <Input id="item-name" value={typed.name} onChange={(event) => set({ name: event.target.value })} />
            </Field>
          </>
        )}
        <div className="invoice-amounts">
          {AMOUNTS.map((key) => (
            <Field key={key} id={`item-${key}`} label={say(`invoice.${key}`)} optional={key !== 'quantity'} error={errors[key]}>
              <Input id={`item-${key}`} inputMode="decimal" value={typed[key]} onChange={(event) => set({ [key]: event.target.value })} />
            </Field>
          ))}
        </div>
        <p className="s12 ink3">{say('invoice.prices-explained')}</p>
        {!entered && (
          <Checkbox id="item-left-out" checked={typed.leftOut} onChange={(event) => set({ leftOut: event.target.checked })}>
            {say('invoice.leave-out')}
          </Checkbox>
        )}
        <Field id="item-reason" label={say(entered ? 'invoice.evidence' : 'invoice.reason')} error={errors.reason}>
          <Input.TextArea
            id="item-reason"
            autoSize={{ minRows: 2, maxRows: 6 }}
            value={typed.reason}
            onChange={(event) => set({ reason: event.target.value })}
          />
        </Field>
        <div className="row">
          <Button type="primary" htmlType="submit" loading={keep.isPending}>
            {say('invoice.save')}
          </Button>
          {item?.entered && (
            <Button type="text" onClick={drop}>
              {say('invoice.remove-item')}
            </Button>
          )}
        </div>
      </form>
    </Modal>
  )
}
