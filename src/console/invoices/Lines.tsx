import type { InvoiceAccount } from '../../wire/invoices.ts'
import { useWords } from '../../ui/words/say.ts'
import { moneyOf } from './invoice-form.ts'

type Line = InvoiceAccount['lines'][number]

function LineRow({ line }: { readonly line: Line }) {
  const { say } = useWords()
  const free = line.payer === 'vendor' && line.listFen !== undefined && line.listFen > 0
  return (
    <li className="invoice-line">
      <div className="row">
        <b className="grow">
          {line.title} <span className="s13 ink3">{line.rate}</span>
        </b>
        {free && <s className="s13 ink3">{moneyOf(line.listFen ?? 0)}</s>}
        {line.open === undefined && <span className="invoice-fen">{moneyOf(line.fen ?? 0)}</span>}
      </div>
      {line.open !== undefined && <p className="s13">{line.amount}</p>}
      {line.parts.map((part, at) => (
        <p key={at} className="s13 ink2">
          {part}
        </p>
      ))}
      <p className="s13 ink2">
        {say('invoice.because', { why: line.why })}
        {line.source.length > 0 && <span className="ink3"> {line.source.join(say('list.and'))}</span>}
      </p>
    </li>
  )
}

/** Line by line: the amount, what it is made of, and the clause as signed with its source. */
export function Lines({ account }: { readonly account: InvoiceAccount }) {
  const { say } = useWords()
  return (
    <section className="card place-card">
      <h2 className="label">{say('invoice.lines', { plan: account.planTitle })}</h2>
      {account.lines.length === 0 && <p className="s13 ink2">{say('invoice.no-lines')}</p>}
      <ul>
        {account.lines.map((line, at) => (
          <LineRow key={at} line={line} />
        ))}
      </ul>
    </section>
  )
}
