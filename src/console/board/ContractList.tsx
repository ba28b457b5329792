import { planVersion } from '../plan-version.ts'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useEffect, useState } from 'react'
import { Icon } from '../../ui/Icon.tsx'
import { useWords } from '../../ui/words/say.ts'
import { contractsQuery } from '../api/queries.ts'
import { Failure } from '../shell/Failure.tsx'
import { useSettled } from '../shell/Palette.tsx'
import './board.css'

/** Contracts, each the way to its promise board. */
export function ContractList() {
  const { say } = useWords()
  const { q } = useSearch({ from: '/room/board' })
  const navigate = useNavigate()
  const [typed, setTyped] = useState(q ?? '')
  const settled = useSettled(typed.trim(), 200)
  useEffect(() => {
    if (settled !== (q ?? '')) void navigate({ to: '/board', search: settled === '' ? {} : { q: settled }, replace: true })
    // Only typing leads to the address.
  }, [settled])
  const list = useInfiniteQuery({ ...contractsQuery({ q }), placeholderData: keepPreviousData })
  const rows = list.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <main className="sheet">
      <header className="row sheet-head">
        <h1 className="grow">{say('room.board')}</h1>
        <Input className="sheet-find" allowClear prefix={<Icon name="find" size={14} />} value={typed} placeholder={say('board.find')} aria-label={say('board.find')} onChange={(event) => setTyped(event.target.value)} />
      </header>
      {list.error && !list.data && <Failure error={list.error} retry={() => void list.refetch()} />}
      {list.data && rows.length === 0 && (
        <div className="empty">
          <p>{q ? say('sheet.nothing-found', { q }) : say('board.no-contracts')}</p>
          {q && <Button onClick={() => setTyped('')}>{say('list.clear-filters')}</Button>}
        </div>
      )}
      <ul className="sheet-list">
        {rows.map((row) => (
          <li key={row.id}>
            <Link to="/board/$id" params={{ id: row.id }} search={{}} className="sheet-row contract-row">
              <span className="grow">
                <b>{row.customer.name}</b> {row.title}
                <span className="s13 ink2 block">{[row.number, row.planTitle, row.startsOn && row.endsOn && say('board.span', { from: row.startsOn, until: row.endsOn })].filter(Boolean).join(' · ')}</span>
              </span>
              <span className="s13 ink3">{say('plan.version', { version: planVersion(row.plan) })}</span>
            </Link>
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <Button type="text" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {say('list.more')}
        </Button>
      )}
    </main>
  )
}
