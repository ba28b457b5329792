import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import type { InvoiceDetail, InvoiceRow } from '../../wire/invoices.ts'
import { useWords } from '../../ui/words/say.ts'
import { write } from '../api/call.ts'
import { invoicesQuery } from '../api/queries.ts'
import { useMay } from '../session.ts'
import { CardHead } from '../shell/CardHead.tsx'
import { failureWords } from '../shell/Failure.tsx'
import { More } from '../shell/More.tsx'
import { notify } from '../shell/notice.ts'
import { moneyOf } from './invoice-form.ts'
import './invoices.css'

function useOpen(ticket: string) {
  const { say } = useWords()
  const client = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: () => write<InvoiceDetail>('POST', '/invoices', { ticket }),
    onSuccess: ({ id }) => {
      void client.invalidateQueries({ queryKey: ['invoices'] })
      return navigate({ to: '/invoices/$id', params: { id } })
    },
    onError: (error) => notify({ words: failureWords(error, say), tone: 'refused' }),
  })
}

export function InvoiceLink({ row }: { readonly row: InvoiceRow }) {
  const { say } = useWords()
  return (
    <Link to="/invoices/$id" params={{ id: row.id }} className="sheet-row">
      <span className="grow">
        {row.number ?? say('invoice.new')} <span className={`tag invoice-${row.phase}`}>{say(`invoice.phase-${row.phase}`)}</span>
        {row.freeFen !== undefined && row.freeFen > 0 && (
          <span className="s13 ink2 block">{say('invoice.free', { money: moneyOf(row.freeFen) })}</span>
        )}
        {row.departure && <span className="s13 block invoice-departure">{row.departure.words}</span>}
        {row.correctedBy && <span className="s13 ink3 block">{say('invoice.corrected-by', { number: row.correctedBy.number ?? '' })}</span>}
      </span>
      {row.totalFen !== undefined && <span className="invoice-fen">{moneyOf(row.totalFen)}</span>}
    </Link>
  )
}

/** 费用: the bills of a ticket, and the way to a new one. */
export function TicketInvoices({ ticket, contract }: { readonly ticket: string; readonly contract: string | undefined }) {
  const { say } = useWords()
  const mayRead = useMay('invoice.read')
  const mayManage = useMay('invoice.manage') && contract !== undefined
  const list = useInfiniteQuery({ ...invoicesQuery({ ticket }), enabled: mayRead })
  const rows = list.data?.pages.flatMap((page) => page.items) ?? []
  const open = useOpen(ticket)
  const waiting = rows.some(({ phase }) => phase !== 'issued')
  if (!mayRead) return null
  return (
    <section className="card place-card">
      <CardHead
        title={say('invoice.title')}
        act={mayManage && !waiting ? { name: say('invoice.open-new'), run: () => open.mutate() } : undefined}
      />
      {rows.length === 0 && <p className="s13 ink2">{say('invoice.none-here')}</p>}
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <InvoiceLink row={row} />
          </li>
        ))}
      </ul>
      <More list={list} />
    </section>
  )
}
