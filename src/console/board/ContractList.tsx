import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ContractListed } from '../../wire/contracts.ts'
import { useMinute } from '../../ui/now.ts'
import { instantWords } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'
import { contractsQuery } from '../api/queries.ts'
import { SheetHead } from '../form/SheetHead.tsx'
import { useZone } from '../session.ts'
import { Failure } from '../shell/Failure.tsx'
import { More } from '../shell/More.tsx'
import './board.css'

/** What is overdue and still to be done, beside what is due next. */
function Owing({ row }: { readonly row: ContractListed }) {
  const { say, locale } = useWords()
  const zone = useZone()
  const now = useMinute()
  return (
    <span className="s13 nowrap owing">
      {row.overdue > 0 && <span className="owing-overdue">{say('board.overdue', { count: row.overdue })}</span>}
      <span className="ink2">
        {row.nextDueAt === undefined
          ? say('board.none-due')
          : say('board.next-due', { at: instantWords(row.nextDueAt, now, { zone, locale, ends: true }) })}
      </span>
    </span>
  )
}

/** Contracts, each with how it stands now and the way to its promise board. */
export function ContractList() {
  const { say } = useWords()
  const { q } = useSearch({ from: '/room/board' })
  const navigate = useNavigate()
  const find = (wanted: string | undefined): void =>
    void navigate({ to: '/board', search: wanted === undefined ? {} : { q: wanted }, replace: true })
  const list = useInfiniteQuery({ ...contractsQuery({ q }), placeholderData: keepPreviousData })
  const rows = list.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <main className="sheet">
      <SheetHead title={say('room.board')} find={{ words: say('board.find'), value: q, change: find }} />
      {list.error && !list.data && <Failure error={list.error} retry={() => void list.refetch()} />}
      {list.data && rows.length === 0 && (
        <div className="empty">
          <p>{q ? say('sheet.nothing-found', { q }) : say('board.no-contracts')}</p>
          {q && <Button onClick={() => find(undefined)}>{say('list.clear-filters')}</Button>}
        </div>
      )}
      <ul className="sheet-list">
        {rows.map((row) => (
          <li key={row.id}>
            <Link to="/board/$id" params={{ id: row.id }} search={{}} className="sheet-row contract-row">
              <span className="grow">
                <b>{row.customer.name}</b> {row.title}
                <span className="s13 ink2 block">
                  {[row.number, row.planTitle, row.startsOn && row.endsOn && say('board.span', { from: row.startsOn, until: row.endsOn })]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
              <Owing row={row} />
            </Link>
          </li>
        ))}
      </ul>
      <More list={list} />
    </main>
  )
}
