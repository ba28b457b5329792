import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState } from 'react'
import type { AmendContract as AmendBody, ContractChanged, ContractDetail, ContractDraft, MovedRunning } from '../../wire/contracts.ts'
import { tenantNow } from '../../ui/now.ts'
import { toInput } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'
import { write } from '../api/call.ts'
import { contractQuery, signingQuery } from '../api/queries.ts'
import { Field } from '../form/Field.tsx'
import { useZone } from '../session.ts'
import { Failure, Refused, failureWords } from '../shell/Failure.tsx'
import { notify } from '../shell/notice.ts'
import { CoverFields, DateFields, PeopleSection, PlanField, TermsSection, useChosenPlan } from './ContractFields.tsx'
import type { FieldsProps } from './ContractFields.tsx'
import { amendBody, draftContent, fromContract, missingIn } from './contract-form.ts'
import type { ContractForm } from './contract-form.ts'
import { contractErrors } from './form-errors.ts'
import { openedDraftQuery } from './opened-draft.ts'
import type { Opened } from './opened-draft.ts'
import { PaperSignersSection, usePaperSigners } from './PaperSigners.tsx'
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

/** The working paper of an amendment, as it is kept so far. */
type Paper = { readonly id: string; readonly version: number } | undefined

type Keeping = { readonly form: ContractForm; readonly reason: string; readonly paper: Paper }

/** Keeps the amendment as a draft and goes to where both sides sign it. */
function useKeep(contract: ContractDetail) {
  const { say } = useWords()
  const client = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: ({ form, reason, paper }: Keeping) => {
      const body = { title: contract.title, content: draftContent(form, reason) }
      return paper
        ? write<ContractDraft>('PUT', `/contract-drafts/${paper.id}`, { ...body, version: paper.version })
        : write<ContractDraft>('POST', '/contract-drafts', { ...body, amends: contract.id })
    },
    onSuccess: async ({ id }) => {
      notify({ words: say('contract.draft-kept') })
      void client.invalidateQueries({ predicate: ({ queryKey }) => ['contract-drafts', 'contract-draft'].includes(String(queryKey[0])) })
      // both sides sign what stands there now, and never the digits of what stood there before
      client.removeQueries({ queryKey: signingQuery(id).queryKey })
      await navigate({ to: '/contracts/drafts/$id', params: { id } })
    },
    onError: (error) => notify({ words: failureWords(error, say), tone: 'refused' }),
  })
}

function ReasonField({
  value,
  change,
  error,
}: {
  readonly value: string
  readonly change: (text: string) => void
  readonly error?: string | undefined
}) {
  const { say } = useWords()
  return (
    <Field id="contract-reason" label={say('contract.amend-reason')} optional error={error}>
      <Input.TextArea
        id="contract-reason"
        autoSize={{ minRows: 2, maxRows: 6 }}
        value={value}
        onChange={(event) => change(event.target.value)}
      />
    </Field>
  )
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
  const zone = useZone()
  const signers = usePaperSigners(toInput(tenantNow(), zone).slice(0, 10))
  const { mutate, isPending, error } = useAmend(began)
  const keep = useKeep(began)
  const { signatures } = signers
  const body = () => ({
    ...amendBody(form, asks, { contract: began, reason }),
    ...(signatures.length > 0 ? { signatures: [...signatures] } : {}),
  })
  const amend = (): void => {
    const left = missingIn(form, asks)
    const refused = refusedMove(running, body())
    const unsigned = signers.missing()
    setMissing({
      ...Object.fromEntries(left.map((field) => [field, say('form.required')])),
      ...unsigned,
      ...(refused === undefined ? {} : { [refused === 'running.no-reason' ? 'reason' : 'running']: say(refused) }),
    })
    if (left.length + Object.keys(unsigned).length === 0 && refused === undefined)
      mutate({ body: body(), moves: running.choice === 'move' ? reason : undefined })
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
        <AgreedFields {...props} plan={plan} />
        <RunningStep contract={began} body={body} state={running} change={setRunning} error={missing.running} />
        <ReasonField value={reason} change={setReason} error={props.errors.reason} />
        <PaperSignersSection signers={signers} errors={props.errors} />
        {error && <Refused words={failureWords(error, say)} />}
        <div className="row">
          <Button type="primary" size="large" htmlType="submit" loading={isPending} disabled={!plan}>
            {say('contract.amend-now')}
          </Button>
          <Button size="large" loading={keep.isPending} onClick={() => keep.mutate({ form, reason, paper: undefined })}>
            {say('signing.collect-amendment')}
          </Button>
        </div>
      </form>
    </main>
  )
}

function AgreedFields(props: FieldsProps & { readonly plan: ReturnType<typeof useChosenPlan> }) {
  return (
    <>
      <PlanField {...props} />
      <TermsSection {...props} />
      <DateFields {...props} signed />
      <CoverFields {...props} />
      <PeopleSection {...props} />
    </>
  )
}

type DraftProps = { readonly contract: ContractDetail; readonly id: string; readonly opened: Opened }

/** The draft of an amendment, gone on with: it alone is changed, and what was signed of it counts no longer. */
function DraftForm({ contract, id, opened }: DraftProps) {
  const { say } = useWords()
  const [form, setForm] = useState(opened.form)
  const [reason, setReason] = useState(opened.reason)
  const [paper] = useState({ id, version: opened.version })
  const plan = useChosenPlan(form.plan)
  const keep = useKeep(contract)
  const change = (part: Partial<ContractForm>): void => setForm((before) => ({ ...before, ...part }))
  return (
    <main className="sheet">
      <form
        className="contract-form stack"
        onSubmit={(event) => {
          event.preventDefault()
          keep.mutate({ form, reason, paper })
        }}
      >
        <h1>{say('signing.amend-draft-title', { number: contract.number })}</h1>
        <p className="s13 ink2">{say('signing.amend-draft-explained')}</p>
        <AgreedFields form={form} errors={contractErrors(keep.error, plan?.asks ?? [])} change={change} plan={plan} />
        <ReasonField value={reason} change={setReason} />
        <div className="row">
          <Button type="primary" size="large" htmlType="submit" loading={keep.isPending}>
            {say('contract.keep-draft')}
          </Button>
        </div>
      </form>
    </main>
  )
}

function Draft({ contract, id }: Omit<DraftProps, 'opened'>) {
  const { data, error, refetch } = useQuery({ ...openedDraftQuery(id), staleTime: Infinity })
  if (!data) return error ? <Failure error={error} retry={() => void refetch()} /> : <div className="skeleton board-skeleton" />
  return <DraftForm contract={contract} id={id} opened={data} />
}

/** 变更条款: what is agreed anew from now on, at once where it was signed on paper, or as a draft for both sides to sign. */
export function AmendContract() {
  const { id } = useParams({ from: '/room/contracts/$id/amend' })
  const { draft } = useSearch({ from: '/room/contracts/$id/amend' })
  const { data, error, refetch } = useQuery(contractQuery(id))
  if (!data) return error ? <Failure error={error} retry={() => void refetch()} /> : <div className="skeleton board-skeleton" />
  return draft === undefined ? <Form contract={data} /> : <Draft contract={data} id={draft} />
}
