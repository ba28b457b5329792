import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState } from 'react'
import type { ContractChanged, ContractDraft } from '../../wire/contracts.ts'
import type { GivenSignature } from '../../wire/signatures.ts'
import type { PlanAsk } from '../../wire/plans.ts'
import { tenantNow } from '../../ui/now.ts'
import { toInput } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'
import { write } from '../api/call.ts'
import { signingQuery } from '../api/queries.ts'
import { Field, useFocusOnError } from '../form/Field.tsx'
import { useZone } from '../session.ts'
import { Failure, Refused, failureWords } from '../shell/Failure.tsx'
import { notify } from '../shell/notice.ts'
import { CoverFields, CustomerFields, DateFields, PeopleSection, PlanField, TermsSection, useChosenPlan } from './ContractFields.tsx'
import type { FieldsProps } from './ContractFields.tsx'
import { EMPTY, draftContent, missingIn, signBody } from './contract-form.ts'
import type { ContractForm } from './contract-form.ts'
import { contractErrors } from './form-errors.ts'
import { PaperSignersSection, usePaperSigners } from './PaperSigners.tsx'
import { openedDraftQuery } from './opened-draft.ts'
import './contracts.css'

/** The working paper, as it is kept so far. */
type Paper = { readonly id: string; readonly version: number } | undefined

function useKeepDraft(form: ContractForm, [paper, setPaper]: readonly [Paper, (paper: Paper) => void]) {
  const { say } = useWords()
  const client = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: () => {
      const body = { title: form.title.trim() || say('contract.draft-untitled'), content: draftContent(form) }
      return paper
        ? write<ContractDraft>('PUT', `/contract-drafts/${paper.id}`, { ...body, version: paper.version })
        : write<ContractDraft>('POST', '/contract-drafts', body)
    },
    onSuccess: async ({ id, version }) => {
      setPaper({ id, version })
      notify({ words: say('contract.draft-kept') })
      void client.invalidateQueries({ queryKey: ['contract-drafts'] })
      // what one is typing stays; the page on which it is signed asks anew
      void client.invalidateQueries({ queryKey: ['contract-draft', id], refetchType: 'none' })
      client.removeQueries({ queryKey: signingQuery(id).queryKey })
      await navigate({ to: '/contracts/new', search: { draft: id }, replace: true })
    },
    onError: (error) => notify({ words: failureWords(error, say), tone: 'refused' }),
  })
}

type Signs = { readonly asks: readonly PlanAsk[]; readonly paper: Paper; readonly signatures: readonly GivenSignature[] }

function useSign(form: ContractForm, { asks, paper, signatures }: Signs) {
  const { say } = useWords()
  const client = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: () =>
      write<ContractChanged>('POST', '/contracts', {
        ...signBody(form, asks, paper?.id),
        ...(signatures.length > 0 ? { signatures } : {}),
      }),
    onSuccess: async ({ id, number }) => {
      notify({ words: say('contract.signed-done', { number }) })
      void client.invalidateQueries({
        predicate: ({ queryKey }) => ['contracts', 'contract-drafts', 'plans'].includes(String(queryKey[0])),
      })
      await navigate({ to: '/contracts/$id', params: { id } })
    },
  })
}

function NameFields({ form, change, errors }: FieldsProps) {
  const { say } = useWords()
  const line = (field: 'number' | 'title') => (
    <Field id={`contract-${field}`} label={say(`contract.${field}`)} error={errors[field]}>
      <Input id={`contract-${field}`} value={form[field]} onChange={(event) => change({ [field]: event.target.value })} />
    </Field>
  )
  return (
    <div className="field-grid">
      {line('number')}
      {line('title')}
    </div>
  )
}

type FootProps = {
  readonly plan: string | undefined
  readonly paper: Paper
  readonly signing: boolean
  readonly keeping: boolean
  readonly check: () => boolean
  readonly sign: () => void
  readonly keep: () => void
}

/** A signature is asked for twice: it cannot be taken back. */
function Foot({ plan, paper, signing, keeping, check, sign, keep }: FootProps) {
  const { say } = useWords()
  const [asked, setAsked] = useState(false)
  if (asked)
    return (
      <div className="late-questions">
        <p className="s13">{say('contract.sign-explained', { plan: plan ?? '' })}</p>
        <div className="row">
          <Button
            type="primary"
            loading={signing}
            onClick={() => {
              sign()
              setAsked(false)
            }}
          >
            {say('contract.sign-now')}
          </Button>
          <Button type="text" onClick={() => setAsked(false)}>
            {say('action.cancel')}
          </Button>
        </div>
      </div>
    )
  return (
    <div className="row">
      <Button type="primary" size="large" htmlType="submit" loading={signing} onClick={() => setAsked(check())}>
        {say('contract.sign')}
      </Button>
      <Button size="large" loading={keeping} onClick={keep}>
        {say('contract.keep-draft')}
      </Button>
      {paper && (
        <Link to="/contracts/drafts/$id" params={{ id: paper.id }}>
          {say('signing.collect')}
        </Link>
      )}
    </div>
  )
}

function Form({ begin }: { readonly begin: { readonly form: ContractForm; readonly paper: Paper } }) {
  const { say } = useWords()
  const [form, setForm] = useState<ContractForm>(begin.form)
  const [paper, setPaper] = useState<Paper>(begin.paper)
  const [missing, setMissing] = useState<Readonly<Record<string, string>>>({})
  const plan = useChosenPlan(form.plan)
  const asks = plan?.asks ?? []
  const keeping = useKeepDraft(form, [paper, setPaper])
  const zone = useZone()
  const signers = usePaperSigners(form.signedOn || toInput(tenantNow(), zone).slice(0, 10))
  const signing = useSign(form, { asks, paper, signatures: signers.signatures })
  const errors = { ...contractErrors(signing.error, asks), ...missing }
  useFocusOnError(missing, 'contract')
  const check = (): boolean => {
    const left = missingIn(form, asks)
    const unsigned = signers.missing()
    setMissing({ ...Object.fromEntries(left.map((field) => [field, say('form.required')])), ...unsigned })
    return left.length === 0 && Object.keys(unsigned).length === 0
  }
  const props: FieldsProps = { form, errors, change: (part) => setForm((before) => ({ ...before, ...part })) }
  return (
    <main className="sheet">
      <form className="contract-form stack" onSubmit={(event) => event.preventDefault()}>
        <h1>{say('contract.new')}</h1>
        <NameFields {...props} />
        <CustomerFields {...props} />
        <CoverFields {...props} />
        <PlanField {...props} />
        <TermsSection {...props} plan={plan} />
        <DateFields {...props} />
        <PeopleSection {...props} plan={plan} />
        <PaperSignersSection signers={signers} errors={errors} />
        {signing.error && <Refused words={failureWords(signing.error, say)} />}
        <Foot
          plan={form.plan}
          paper={paper}
          signing={signing.isPending}
          keeping={keeping.isPending}
          check={check}
          sign={() => signing.mutate()}
          keep={() => keeping.mutate()}
        />
      </form>
    </main>
  )
}

/**
 * 新建合同: who, what is covered, under which plan with which values, from when, with whom; kept as a draft until it is signed. What the address brought along
 * is what one begins from: keeping a draft changes the address, and not what somebody is typing.
 */
export function NewContract() {
  const search = useSearch({ from: '/room/contracts/new' })
  const [{ draft, plan }] = useState(search)
  const zone = useZone()
  const { data, error, refetch } = useQuery({ ...openedDraftQuery(draft ?? ''), enabled: draft !== undefined, staleTime: Infinity })
  if (draft === undefined) {
    const today = toInput(tenantNow(), zone).slice(0, 10)
    return <Form begin={{ form: { ...EMPTY, plan, signedOn: today }, paper: undefined }} />
  }
  if (!data) return error ? <Failure error={error} retry={() => void refetch()} /> : <div className="skeleton board-skeleton" />
  return <Form begin={{ form: data.form, paper: { id: draft, version: data.version } }} />
}
