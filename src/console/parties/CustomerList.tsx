import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { Customer } from '../../wire/parties.ts'
import { useWords } from '../../ui/words/say.ts'
import { customersQuery } from '../api/queries.ts'
import { RecordForm } from '../form/RecordForm.tsx'
import { SheetHead } from '../form/SheetHead.tsx'
import { useMay } from '../session.ts'
import { Failure } from '../shell/Failure.tsx'
import { customerFields } from './fields.ts'
import { More } from '../shell/More.tsx'

function Row({ row }: { readonly row: Customer }) {
  const { say } = useWords()
  return (
    <li>
      <Link to="/customers/$id" params={{ id: row.id }} className="sheet-row">
        <span className="grow">
          <b>{row.name}</b>
          <span className="s13 ink2 block">{[row.contactName, row.contactPhone].filter(Boolean).join(' ')}</span>
        </span>
        <span className="s13 ink2">{say('party.counts', { sites: row.sites, assets: row.assets, contracts: row.contracts })}</span>
        <span className="s13 nowrap">
          {row.openTickets > 0 ? (
            say('party.open-tickets', { count: row.openTickets })
          ) : (
            <span className="ink3">{say('party.no-tickets')}</span>
          )}
        </span>
      </Link>
    </li>
  )
}

/** 客户设备: customers, found in Chinese or by pinyin initials; their places and devices are on the next page. */
export function CustomerList() {
  const { say } = useWords()
  const { q } = useSearch({ from: '/room/customers' })
  const navigate = useNavigate()
  const mayManage = useMay('customer.manage')
  const [adding, setAdding] = useState(false)
  const list = useInfiniteQuery({ ...customersQuery({ q }), placeholderData: keepPreviousData })
  const rows = list.data?.pages.flatMap((page) => page.items) ?? []
  const find = (wanted: string | undefined): void =>
    void navigate({ to: '/customers', search: wanted === undefined ? {} : { q: wanted }, replace: true })
  return (
    <main className="sheet">
      <SheetHead title={say('room.customers')} find={{ words: say('party.find'), value: q, change: find }}>
        {mayManage && (
          <>
            <Link to="/master-data" className="s13 nowrap">
              {say('master-data.title')}
            </Link>
            <Button type="primary" onClick={() => setAdding(true)}>
              {say('party.add-customer')}
            </Button>
          </>
        )}
      </SheetHead>
      {list.error && !list.data && <Failure error={list.error} retry={() => void list.refetch()} />}
      {list.data && rows.length === 0 && (
        <div className="empty">
          <p>{q ? say('sheet.nothing-found', { q }) : say('party.none')}</p>
        </div>
      )}
      <ul className="sheet-list">
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </ul>
      <More list={list} />
      {adding && (
        <RecordForm<Customer>
          title={say('party.add-customer')}
          fields={customerFields(say)}
          method="POST"
          path="/customers"
          close={() => setAdding(false)}
          done={(made) => void navigate({ to: '/customers/$id', params: { id: made.id } })}
        />
      )}
    </main>
  )
}
