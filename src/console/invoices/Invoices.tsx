import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import type { InvoiceRow } from '../../wire/invoices.ts'
import { INVOICE_STATES } from '../../wire/invoice-states.ts'
import { useMinute } from '../../ui/now.ts'
import { instantWords, isoDay } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'
import { invoicesQuery } from '../api/queries.ts'
import { csvOf } from '../csv.ts'
import type { CsvColumn } from '../csv.ts'
import { Finder } from '../form/Finder.tsx'
import { SheetHead } from '../form/SheetHead.tsx'
import { useMay, useZone } from '../session.ts'
import { Failure } from '../shell/Failure.tsx'
import { More } from '../shell/More.tsx'
import { useCsv } from '../useCsv.ts'
import { moneyOf, yuanOf } from './invoice-form.ts'
import './invoices.css'

function useFilters() {
  const search = useSearch({ from: '/room/invoices' })
  const navigate = useNavigate()
  const change = (part: Partial<typeof search>): void => {
    const next = Object.entries({ ...search, ...part }).filter(([, value]) => value !== undefined && value !== '')
    void navigate({ to: '/invoices', search: Object.fromEntries(next), replace: true })
  }
  return { search, change }
}

type FiltersProps = ReturnType<typeof useFilters>

/** The last three years, the newest first; one that was asked for stays among them. */
function monthsUntil(today: string, chosen: string | undefined): readonly string[] {
  const [year = 0, month = 0] = today.split('-').map(Number)
  const months = Array.from({ length: 36 }, (_, back) => new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 7))
  return chosen === undefined || months.includes(chosen) ? months : [chosen, ...months]
}

function Filters({ search, change }: FiltersProps) {
  const { say, locale } = useWords()
  const zone = useZone()
  const today = isoDay(useMinute(), zone)
  const mayCustomers = useMay('customer.read')
  const customer = search.customer === undefined ? undefined : { value: search.customer, label: search.name ?? search.customer }
  return (
    <div className="row invoice-filters">
      <Select
        id="invoice-state"
        aria-label={say('invoice.state')}
        value={search.state ?? 'all'}
        options={INVOICE_STATES.map((value) => ({ value, label: say(`invoice.state-${value}`) }))}
        onChange={(state) => change({ state: state === 'all' ? undefined : state })}
      />
      <Select
        id="invoice-month"
        aria-label={say('invoice.month')}
        allowClear
        value={search.month}
        placeholder={say('invoice.month')}
        options={monthsUntil(today, search.month).map((month) => ({
          value: month,
          label: new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(`${month}-01`)),
        }))}
        onChange={(month: string | undefined) => change({ month })}
      />
      {mayCustomers && (
        <Finder
          id="invoice-customer"
          path="customers"
          option={(one: { readonly id: string; readonly name: string }) => ({ value: one.id, label: one.name })}
          value={customer}
          choose={(option) => change({ customer: option?.value, name: option?.label })}
          placeholder={say('filter.customer')}
        />
      )}
    </div>
  )
}

/** What is shown goes into the file, in the order and with the columns of the list. */
function useExport(rows: readonly InvoiceRow[], narrowed: FiltersProps['search']) {
  const { say, locale } = useWords()
  const zone = useZone()
  const now = useMinute()
  const money = (fen: number | undefined) => (fen === undefined ? '' : yuanOf(fen))
  const columns: readonly CsvColumn<InvoiceRow>[] = [
    { title: say('invoice.csv-number'), of: ({ number }) => number ?? '' },
    { title: say('invoice.state'), of: ({ phase }) => say(`invoice.phase-${phase}`) },
    { title: say('room.tickets'), of: ({ ticket }) => `${ticket.number} ${ticket.title}` },
    { title: say('filter.customer'), of: ({ customer }) => customer.name },
    { title: say('room.contracts'), of: ({ contract }) => contract.number },
    { title: say('invoice.csv-total'), of: ({ totalFen }) => money(totalFen) },
    { title: say('invoice.csv-free'), of: ({ freeFen }) => money(freeFen) },
    { title: say('invoice.csv-difference'), of: ({ departure }) => money(departure?.differenceFen) },
    {
      title: say('invoice.csv-issued'),
      of: ({ issuedAt }) => (issuedAt === undefined ? '' : instantWords(issuedAt, now, { zone, locale })),
    },
  ]
  const { state = 'all', month, customer } = narrowed
  return useCsv(() => ({
    name: say('room.invoices'),
    csv: csvOf(rows, columns),
    noted: { path: '/taken/invoices', body: { state, month, customer, count: rows.length } },
  }))
}

function Row({ row }: { readonly row: InvoiceRow }) {
  const { say, locale } = useWords()
  const zone = useZone()
  const now = useMinute()
  return (
    <Link to="/invoices/$id" params={{ id: row.id }} className="sheet-row">
      <span className="grow">
        <b>{row.number ?? say('invoice.new')}</b> {row.ticket.title}
        <span className="s13 ink2 block">
          {[row.customer.name, row.ticket.number, row.issuedAt && instantWords(row.issuedAt, now, { zone, locale })]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {row.departure && <span className="s13 block invoice-departure">{row.departure.words}</span>}
      </span>
      <span className={`tag invoice-${row.phase}`}>{row.correctedBy ? say('invoice.corrected') : say(`invoice.phase-${row.phase}`)}</span>
      <span className="invoice-fen">{row.totalFen === undefined ? '' : moneyOf(row.totalFen)}</span>
    </Link>
  )
}

/** 费用: all bills that one may see, narrowed, summed, and to be taken along as a file. */
export function Invoices() {
  const { say } = useWords()
  const filters = useFilters()
  const { state, month, customer } = filters.search
  const list = useInfiniteQuery({ ...invoicesQuery({ state, month, customer }), placeholderData: keepPreviousData })
  const rows = list.data?.pages.flatMap((page) => page.items) ?? []
  const sums = list.data?.pages[0]?.sums
  const take = useExport(rows, filters.search)
  return (
    <main className="sheet">
      <SheetHead title={say('room.invoices')}>
        {rows.length > 0 && (
          <Button loading={take.isPending} onClick={() => take.mutate()}>
            {say('invoice.export')}
          </Button>
        )}
      </SheetHead>
      <Filters {...filters} />
      {list.error && !list.data && <Failure error={list.error} retry={() => void list.refetch()} />}
      {list.data && rows.length === 0 && (
        <div className="empty">
          <p>{say(state === undefined && month === undefined && customer === undefined ? 'invoice.none-yet' : 'invoice.none')}</p>
        </div>
      )}
      {sums && rows.length > 0 && (
        <p className="s13 ink2 invoice-sums">
          {say('invoice.sums', { n: sums.count, total: moneyOf(sums.totalFen), free: moneyOf(sums.freeFen) })}
          {state === 'to-correct' && ` ${say('invoice.sums-difference', { money: moneyOf(sums.differenceFen) })}`}
        </p>
      )}
      <ul className="sheet-list">
        {rows.map((row) => (
          <li key={row.id}>
            <Row row={row} />
          </li>
        ))}
      </ul>
      <More list={list} />
    </main>
  )
}
