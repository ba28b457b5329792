import { useMutation } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState } from 'react'
import type { Customer } from '../../wire/parties.ts'
import type { Routing, TriedRouting, TryRouting as Trial } from '../../wire/routing.ts'
import { TicketType } from '../../wire/tickets.ts'
import { useWords } from '../../ui/words/say.ts'
import { write } from '../api/call.ts'
import { Field } from '../form/Field.tsx'
import { Finder } from '../form/Finder.tsx'
import type { Option } from '../form/Finder.tsx'
import { Refused, failureWords } from '../shell/Failure.tsx'
import type { Typed } from './Routing.tsx'

type Asked = Omit<Trial, 'rules' | 'otherwise'>

function Answer({ tried }: { readonly tried: TriedRouting }) {
  const { say } = useWords()
  return (
    <div className="routing-answer" role="status">
      <p>
        <b>{tried.team ? say('routing.to-team', { team: tried.team.name }) : say('routing.no-team')}</b>
        {tried.high && <span className="tag"> {say('routing.ahead')}</span>}
      </p>
      <ol className="s13 ink2">
        {tried.why.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
    </div>
  )
}

/** 试一试: to which team such a report would go, by the rules as they stand on this page, and why. */
export function TryRouting({ typed, choices }: { readonly typed: Typed; readonly choices: Routing['choices'] }) {
  const { say, name } = useWords()
  const [asked, setAsked] = useState<Asked>({ type: 'fault' })
  const [customer, setCustomer] = useState<Option>()
  const { mutate, data, isPending, error } = useMutation({
    mutationFn: () => write<TriedRouting>('POST', '/routing/preview', { ...asked, rules: typed.rules, otherwise: typed.otherwise ?? null }),
  })
  const pick = (field: 'contract' | 'grade' | 'category', options: readonly { readonly id: string; readonly name: string }[]) => (
    <Field id={`try-${field}`} label={say(`routing.try-${field}`)} optional>
      <Select
        id={`try-${field}`}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        value={asked[field]}
        options={options.map((one) => ({ value: one.id, label: one.name }))}
        onChange={(value: string | undefined) => setAsked((before) => ({ ...before, [field]: value }))}
      />
    </Field>
  )
  return (
    <section className="card form-card routing-try">
      <h2>{say('routing.try')}</h2>
      <div className="routing-fields">
        <Field id="try-type" label={say('routing.types')}>
          <Select
            id="try-type"
            value={asked.type}
            options={TicketType.options.map((value) => ({ value, label: name('type', value) }))}
            onChange={(type: Asked['type']) => setAsked((before) => ({ ...before, type }))}
          />
        </Field>
        <Field id="try-customer" label={say('routing.try-customer')} optional>
          <Finder
            id="try-customer"
            path="customers"
            option={(one: Customer) => ({ value: one.id, label: one.name, detail: one.class && say(`customer-class.${one.class}`) })}
            value={customer}
            choose={(chosen) => {
              setCustomer(chosen)
              setAsked((before) => ({ ...before, customer: chosen?.value }))
            }}
            placeholder={say('routing.any')}
          />
        </Field>
        {pick('contract', choices.contracts)}
        {pick('grade', choices.grades)}
        {pick('category', choices.categories)}
      </div>
      <Button loading={isPending} onClick={() => mutate()}>
        {say('routing.try-now')}
      </Button>
      {error && <Refused words={failureWords(error, say)} />}
      {data && <Answer tried={data} />}
    </section>
  )
}
