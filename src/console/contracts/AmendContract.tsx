import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState } from 'react'
import type { AmendContract as AmendBody, ContractChanged, ContractDetail, MovedRunning } from '../../wire/contracts.ts'
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
import { lookedAt, RunningStep } from './Running.tsx'
import type { RunningState } from './Running.tsx'
import './contracts.css'

type Amending = { readonly body: AmendBody; readonly moves: string | undefined }

/** The amendment first, then the decision on what runs: broken off between them, the contract's page still offers the decision. */
function useAmend(contract: ContractDetail) {
  const { say } = useWords()
  const client = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: async ({ body, moves }: Amending) => {
      const changed = await write<ContractChanged>('POST', `/contracts/${contract.id}/amend`, body)
      if (moves !== undefined) await write<MovedRunning>('POST', `/contracts/${contract.id}/moves`, { reason: moves })
      return changed
    },
    onSuccess: async ({ number }) => {
      notify({ words: say('contract.amended-done', { number }) })
      void client.invalidateQueries()
      await navigate({ to: '/contracts/$id', params: { id: contract.id } })
    },
  })
}

/** Nobody moves what they have not looked at, nor without saying why. */
function refusedMove({ choice, looked }: RunningState, body: AmendBody): 'running.look-first' | 'running.no-reason' | undefined {
  if (choice === 'keep') return undefined
  if (looked !== lookedAt(body)) return 'running.look-first'
  return body.reason === undefined || body.reason.trim() === '' ? 'running.no-reason' : undefined
}

function Form({ contract }: { readonly contract: ContractDetail }) {
  const { say, locale } = useWords()
  // What one began from: an amendment that came meanwhile is told, not overwritten.
  const [began] = useState(contract)
  const [form, setForm] = useState<ContractForm>(() => fromContract(contract, locale))
  const [reason, setReason] = useState('')
  const [running, setRunning] = useState<RunningState>({ choice: 'keep', looked: undefined })
  const [missing, setMissing] = useState<Readonly<Record<string, string>>>({})
  const plan = useChosenPlan(form.plan)
  const asks = plan?.asks ?? []
  const { mutate, isPending, error } = useAmend(began)
  const body = () => amendBody(form, asks, { contract: began, reason })
  const amend = (): void => {
    const left = missingIn(form, asks)
    const refused = refusedMove(running, body())
    setMissing({
      ...Object.fromEntries(left.map((field) => [field, say('form.required')])),
      ...(refused === undefined ? {} : { [refused === 'running.no-reason' ? 'reason' : 'running']: say(refused) }),
    })
    if (left.length === 0 && refused === undefined) mutate({ body: body(), moves: running.choice === 'move' ? reason : undefined })
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
        <RunningStep contract={began} body={body} state={running} change={setRunning} error={missing.running} />
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
