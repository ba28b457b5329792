import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { InvoiceAccount, InvoiceRemedy } from '../../wire/invoices.ts'
import { useWords } from '../../ui/words/say.ts'
import { moneyOf } from './invoice-form.ts'

type RowProps = { readonly one: InvoiceRemedy; readonly edit: ((remedy: InvoiceRemedy) => void) | undefined }

function RemedyRow({ one, edit }: RowProps) {
  const { say } = useWords()
  const { state, fen } = one
  return (
    <li className="invoice-line">
      <div className="row">
        <b className={`grow ${state === 'left-out' ? 'voided' : ''}`}>{one.title}</b>
        {state !== 'on-bill' && <span className="tag tag-open">{say(`remedy.state-${state}`)}</span>}
        {fen !== undefined && <span className={`invoice-fen ${state === 'on-bill' ? '' : 'ink3'}`}>{moneyOf(fen)}</span>}
        {edit && (
          <Button size="small" type="text" onClick={() => edit(one)}>
            {say('invoice.edit-item')}
          </Button>
        )}
      </div>
      {one.why.map((why) => (
        <p key={why} className="s13 ink2">
          {why}
        </p>
      ))}
      <p className="s13 ink2">
        {say('consequence.because', { because: one.because })}
        {one.ticket ? (
          <>
            {' · '}
            <Link to="/tickets/$id" params={{ id: one.ticket.id }}>
              {one.ticket.number} {one.ticket.title}
            </Link>
          </>
        ) : (
          one.of !== '' && ` · ${one.of}`
        )}
      </p>
      <p className="s13 ink2">
        {say('invoice.because', { why: one.text ?? one.clause })}
        {one.source.length > 0 && <span className="ink3"> {one.source.join(say('list.and'))}</span>}
      </p>
      {one.reason !== undefined && <p className="s13 ink3">{one.reason}</p>}
    </li>
  )
}

type Props = { readonly account: InvoiceAccount; readonly edit: ((remedy: InvoiceRemedy) => void) | undefined }

/** 补偿 of the contract that is settled with this bill, each with its sum and why; of a draft also what is not on it yet. */
export function Remedies({ account: { remedies }, edit }: Props) {
  const { say } = useWords()
  if (remedies.length === 0) return null
  return (
    <section className="card place-card" aria-label={say('remedy.title')}>
      <h2 className="label">{say('remedy.title')}</h2>
      <ul>
        {remedies.map((one) => (
          <RemedyRow key={one.id} one={one} edit={edit} />
        ))}
      </ul>
    </section>
  )
}
