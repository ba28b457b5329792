import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import type { InvoiceDetail } from '../../wire/invoices.ts'
import { useWords } from '../../ui/words/say.ts'
import { fieldErrors } from '../api/problem.ts'
import { Field } from '../form/Field.tsx'
import { failureWords } from '../shell/Failure.tsx'
import type { StatedFlag } from './invoice-form.ts'
import { STATED_FLAGS } from './invoice-form.ts'
import { useKeep } from './useKeep.ts'

const KM = /^\d{1,5}(\.\d{1,3})?$/

/** 情况: what no record says and charges turn on. */
export function StatedForm({ detail }: { readonly detail: InvoiceDetail }) {
  const { say } = useWords()
  const content = detail.content ?? { stated: {}, added: [], changes: [] }
  const [km, setKm] = useState(content.stated.km === undefined ? '' : String(content.stated.km))
  const [flags, setFlags] = useState<readonly StatedFlag[]>(STATED_FLAGS.filter((flag) => content.stated[flag] === true))
  const [wrong, setWrong] = useState(false)
  const keep = useKeep(detail, () => undefined)
  const save = (): void => {
    const bad = km.trim() !== '' && !KM.test(km.trim())
    setWrong(bad)
    const { km: _km, holiday: _h, outOfHours: _o, overseas: _s, ...rest } = content.stated
    const told = Object.fromEntries(flags.map((flag) => [flag, true]))
    if (!bad) keep.mutate({ ...content, stated: { ...rest, ...told, ...(km.trim() === '' ? {} : { km: Number(km) }) } })
  }
  const problem = keep.error ? (Object.values(fieldErrors(keep.error))[0] ?? failureWords(keep.error, say)) : undefined
  return (
    <section className="card place-card">
      <h2 className="label">{say('invoice.case')}</h2>
      <form
        className="row invoice-case"
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <Field id="stated-km" label={say('invoice.km')} optional error={wrong ? say('invoice.not-amount') : problem}>
          <Input id="stated-km" inputMode="decimal" value={km} onChange={(event) => setKm(event.target.value)} />
        </Field>
        <Checkbox.Group
          value={[...flags]}
          options={STATED_FLAGS.map((value) => ({ value, label: say(`invoice.${value}`) }))}
          onChange={(chosen) => setFlags(chosen as StatedFlag[])}
        />
        <Button htmlType="submit" loading={keep.isPending}>
          {say('invoice.save')}
        </Button>
      </form>
    </section>
  )
}
