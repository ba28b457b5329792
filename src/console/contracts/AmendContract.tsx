import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState } from 'react'
import type { ContractChanged, ContractDetail } from '../../wire/contracts.ts'
import { useWords } from '../../ui/words/say.ts'
import { write } from '../api/call.ts'
import { contractQuery } from '../api/queries.ts'
import { Field } from '../form/Field.tsx'
import { Failure, failureWords } from '../shell/Failure.tsx'
import { notify } from '../shell/notice.ts'
import { CoverFields, DateFields, PeopleSection, PlanField, TermsSection, useChosenPlan } from './ContractFields.tsx'
import type { FieldsProps } from './ContractFields.tsx'
import { amendBody, fromContract, missingIn } from './contract-form.ts'
import type { ContractForm } from './contract-form.ts'
import { contractErrors } from './form-errors.ts'
import './contracts.css'

function useAmend(contract: ContractDetail) {
  const { say } = useWords()
  const client = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: (body: object) => write<ContractChanged>('POST', `/contracts/${contract.id}/amend`, body),
    onSuccess: async ({ number }) => {
      notify({ words: say('contract.amended-done', { number }) })
      void client.invalidateQueries()
      await navigate({ to: '/contracts/$id', params: { id: contract.id } })
    },
  })
}

function Form({ contract }: { readonly contract: ContractDetail }) {
  const { say } = useWords()
  // What one began from: an amendment that came meanwhile is told, not overwritten.
  const [began] = useState(contract)
  const [form, setForm] = useState<ContractForm>(() => fromContract(contract))
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState<Readonly<Record<string, string>>>({})
  const plan = useChosenPlan(form.plan)
  const asks = plan?.asks ?? []
  const { mutate, isPending, error } = useAmend(began)
  const amend = (): void => {
    const left = missingIn(form, asks)
    setMissing(Object.fromEntries(left.map((field) => [field, say('form.required')])))
    if (left.length === 0) mutate(amendBody(form, asks, { version: began.version, reason }))
  }
  const props: FieldsProps = {
    form,
    errors: { ...contractErrors(error, asks), ...missing },
    change: (part) => setForm((before) => ({ ...before, ...part })),
  }
  return (
    <main className="sheet">
      <form
        className="contract-form stack"
        onSubmit={(event) => {
          event.preventDefault()
          amend()
        }}
      >
        <h1>{say('contract.amend-title', { number: contract.number })}</h1>
        <p className="s13 ink2">{say('contract.amend-explained')}</p>
        <PlanField {...props} />
        <TermsSection {...props} plan={plan} />
        <DateFields {...props} signed />
        <CoverFields {...props} />
        <PeopleSection {...props} plan={plan} />
        <Field id="contract-reason" label={say('contract.amend-reason')} optional error={props.errors.reason}>
          <Input.TextArea
            id="contract-reason"
            autoSize={{ minRows: 2, maxRows: 6 }}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
        {error && (
          <p role="alert" className="refused">
            {failureWords(error, say)} {say('form.kept')}
          </p>
        )}
        <div className="row">
          <Button type="primary" size="large" htmlType="submit" loading={isPending} disabled={!plan}>
            {say('contract.amend-now')}
          </Button>
        </div>
      </form>
    </main>
  )
}

/** 变更条款: what is agreed anew from now on. */
export function AmendContract() {
  const { id } = useParams({ from: '/room/contracts/$id/amend' })
  const { data, error, refetch } = useQuery(contractQuery(id))
  if (!data) return error ? <Failure error={error} retry={() => void refetch()} /> : <div className="skeleton board-skeleton" />
  return <Form contract={data} />
}
