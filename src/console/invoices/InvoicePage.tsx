import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { InvoiceDetail, InvoiceItem, InvoiceRemedy } from '../../wire/invoices.ts'
import { useMinute } from '../../ui/now.ts'
import { instantWords } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'
import { write } from '../api/call.ts'
import { invoiceQuery } from '../api/queries.ts'
import { RecordForm } from '../form/RecordForm.tsx'
import { useMay, useSession } from '../session.ts'
import { CardHead } from '../shell/CardHead.tsx'
import { Failure, failureWords } from '../shell/Failure.tsx'
import { notify } from '../shell/notice.ts'
import { moneyOf, nextSteps } from './invoice-form.ts'
import { ItemForm } from './ItemForm.tsx'
import { Lines } from './Lines.tsx'
import { Remedies } from './Remedies.tsx'
import { RemedyForm } from './RemedyForm.tsx'
import { StatedForm } from './StatedForm.tsx'
import './invoices.css'

type Part = { readonly detail: InvoiceDetail }

/** Shows, issues, removes a bill or draws up the correcting one; a bill that is gone or new is another page. */
function useSteps({ detail }: Part) {
  const { say } = useWords()
  const client = useQueryClient()
  const navigate = useNavigate()
  const { id, version, ticket } = detail
  const run = useMutation({
    mutationFn: (step: string) => {
      if (step === 'drop') return write<InvoiceDetail>('DELETE', `/invoices/${id}`)
      if (step === 'correct') return write<InvoiceDetail>('POST', '/invoices', { ticket: ticket.id, corrects: id })
      return write<InvoiceDetail>('POST', `/invoices/${id}/${step}`, { version })
    },
    onSuccess: (answer, step) => {
      notify({ words: say(`invoice.done-${step}` as 'invoice.done-show') })
      if (step === 'drop') void navigate({ to: '/tickets/$id', params: { id: ticket.id } })
      if (step === 'correct') void navigate({ to: '/invoices/$id', params: { id: answer.id } })
      return client.invalidateQueries({ predicate: ({ queryKey }) => ['invoices', 'invoice', 'ticket'].includes(String(queryKey[0])) })
    },
    onError: (error) => notify({ words: failureWords(error, say), tone: 'refused' }),
  })
  return run
}

function Steps({ detail }: Part) {
  const { say } = useWords()
  const { me } = useSession()
  const may = { manage: useMay('invoice.manage'), agree: useMay('invoice.agree') }
  const run = useSteps({ detail })
  const [agreeing, setAgreeing] = useState(false)
  const [first, ...rest] = nextSteps(detail, may)
  // The customer's own word needs no other proof.
  const act = (step: string): void => (step === 'agree' && me.customer === undefined ? setAgreeing(true) : run.mutate(step))
  return (
    <div className="row invoice-steps">
      {rest.map((step) => (
        <Button key={step} type="text" loading={run.isPending && run.variables === step} onClick={() => act(step)}>
          {say(`invoice.step-${step}` as 'invoice.step-show')}
        </Button>
      ))}
      {first && (
        <button type="button" className="button-primary" disabled={run.isPending} onClick={() => act(first)}>
          {say(`invoice.step-${first}` as 'invoice.step-show')}
        </button>
      )}
      {agreeing && (
        <RecordForm
          title={say('invoice.step-agree')}
          fields={[{ id: 'evidence', label: say('invoice.agree-evidence'), kind: 'prose', required: true }]}
          method="POST"
          path={`/invoices/${detail.id}/agree`}
          version={detail.version}
          close={() => setAgreeing(false)}
        />
      )}
    </div>
  )
}

function Head({ detail }: Part) {
  const { say, locale } = useWords()
  const now = useMinute()
  const { phase, ticket, customer, asset, number, issuedAt, shownAt, corrects, correctedBy, timezone } = detail
  const when = issuedAt ?? shownAt
  const other = corrects ?? correctedBy
  return (
    <header className="invoice-head">
      <div className="grow">
        <div className="s13 ink3">
          <Link to="/tickets/$id" params={{ id: ticket.id }}>
            {ticket.number}
          </Link>{' '}
          · {[customer.name, asset?.name, when && instantWords(when, now, { zone: timezone, locale })].filter(Boolean).join(' · ')}
        </div>
        <h1>{number ? say('invoice.numbered', { number }) : say('invoice.new')}</h1>
        {other && (
          <Link to="/invoices/$id" params={{ id: other.id }} className="s13">
            {say(corrects ? 'invoice.corrects' : 'invoice.corrected-by', { number: other.number ?? '' })}
          </Link>
        )}
      </div>
      <span className={`tag invoice-${phase}`}>{say(`invoice.phase-${phase}`)}</span>
    </header>
  )
}

function Sum({ detail }: Part) {
  const { say } = useWords()
  const { account } = detail
  if (!account) return null
  return (
    <section className="card place-card invoice-sum">
      <div className="row">
        <div className="grow">
          <div className="label">{say('invoice.total')}</div>
          <div className="invoice-amount">{moneyOf(account.totalFen)}</div>
        </div>
        <Steps detail={detail} />
      </div>
      {account.open > 0 && <p className="s13">{say('invoice.open', { n: account.open })}</p>}
      {account.given && <p className="s13 ink2">{account.given}</p>}
      {detail.departure && (
        <p className="s13 invoice-departure" role="status">
          {detail.departure.words}
        </p>
      )}
      {detail.agreed && (
        <p className="s13 ink2">
          {[say('invoice.agreed', { name: detail.agreed.by?.name ?? '' }), detail.agreed.evidence]
            .filter(Boolean)
            .join(say('list.semicolon'))}
        </p>
      )}
    </section>
  )
}

type ItemsProps = Part & { readonly edit: ((item: InvoiceItem | 'new') => void) | undefined }

/** Where the lines come from: what records say, what was entered, and what of it was set right. */
function Items({ detail, edit }: ItemsProps) {
  const { say } = useWords()
  const items = detail.account?.items ?? []
  const price = ({ listFen, agreedFen }: InvoiceItem): string | undefined =>
    agreedFen === undefined
      ? listFen === undefined
        ? undefined
        : say('invoice.list-price', { money: moneyOf(listFen) })
      : say('invoice.agreed-price', { money: moneyOf(agreedFen) })
  return (
    <section className="card place-card">
      <CardHead title={say('invoice.items')} act={edit && { name: say('invoice.add-item'), run: () => edit('new') }} />
      {items.length === 0 && <p className="s13 ink2">{say('invoice.no-items')}</p>}
      <ul>
        {items.map((item) => (
          <li key={item.id} className="sheet-row">
            <span className={`grow ${item.leftOut ? 'voided' : ''}`}>
              {item.name ?? item.title} <span className="s13 ink3">× {item.quantity}</span>
              <span className="s13 ink2 block">
                {[item.title, price(item), say(item.entered ? 'invoice.entered' : 'invoice.recorded'), item.reason]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            {edit && (
              <Button size="small" type="text" onClick={() => edit(item)}>
                {say('invoice.edit-item')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Covers({ detail }: Part) {
  const { say } = useWords()
  const words = detail.account?.cover ?? []
  if (words.length === 0) return null
  return (
    <section className="card place-card">
      <h2 className="label">{say('invoice.cover')}</h2>
      {words.map((line) => (
        <p key={line} className="s13">
          {line}
        </p>
      ))}
    </section>
  )
}

function Page({ detail }: Part) {
  const mayWrite = useMay('invoice.manage') && detail.phase !== 'issued' && detail.content !== undefined
  const [editing, edit] = useState<InvoiceItem | 'new'>()
  const [remedied, remedy] = useState<InvoiceRemedy>()
  const { account, problems } = detail
  return (
    <main className="sheet invoice-page">
      <Head detail={detail} />
      <Sum detail={detail} />
      {problems.map(({ field, words }) => (
        <p key={field} role="alert" className="refused">
          {words}
        </p>
      ))}
      {account && <Lines account={account} />}
      {account && <Remedies account={account} edit={mayWrite ? remedy : undefined} />}
      <Covers detail={detail} />
      {mayWrite && <StatedForm key={detail.version} detail={detail} />}
      <Items detail={detail} edit={mayWrite ? edit : undefined} />
      {editing && (
        <ItemForm
          key={editing === 'new' ? 'new' : editing.id}
          detail={detail}
          item={editing === 'new' ? undefined : editing}
          close={() => edit(undefined)}
        />
      )}
      {remedied && <RemedyForm key={remedied.id} detail={detail} remedy={remedied} close={() => remedy(undefined)} />}
    </main>
  )
}

/** 费用单: what a service costs, line by line, each with the clause by which it is charged or free. */
export function InvoicePage() {
  const { id } = useParams({ from: '/room/invoices/$id' })
  const invoice = useQuery(invoiceQuery(id))
  if (invoice.data) return <Page key={id} detail={invoice.data} />
  if (invoice.error) return <Failure error={invoice.error} retry={() => void invoice.refetch()} />
  return <main className="sheet" />
}
