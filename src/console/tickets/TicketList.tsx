import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { readColumns, USUAL } from '../../wire/ticket-lists.ts'
import type { TicketColumn } from '../../wire/ticket-lists.ts'
import type { TicketRow } from '../../wire/tickets.ts'
import { roundedWords } from '../../core/promise/lengths.ts'
import { ClockShape } from '../../ui/ClockShape.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useMinute } from '../../ui/now.ts'
import { useWords } from '../../ui/words/say.ts'
import { viewsQuery } from '../api/queries.ts'
import { useKeys } from '../keys.ts'
import { FILTERS } from '../search.ts'
import type { ListSearch, View } from '../search.ts'
import { useMay, useZone } from '../session.ts'
import { Failure, failureWords } from '../shell/Failure.tsx'
import { BulkBar } from './BulkBar.tsx'
import { Columns, Export, tracksOf } from './Columns.tsx'
import { Filters } from './Filters.tsx'
import { groupRows } from './groups.ts'
import type { Group } from './groups.ts'
import { rememberList } from './last-list.ts'
import { Row } from './Row.tsx'
import { SaveView } from './SaveView.tsx'
import { filtersOf, useListSearch, useRows } from './useTicketList.ts'
import { ViewsPanel } from './ViewsPanel.tsx'
import './tickets.css'

/** 另有 3 张已超时: what is broken is said on every view that does not show it. */
function OverdueStrip({ view }: { readonly view: View }) {
  const { say, locale } = useWords()
  const views = useQuery(viewsQuery).data
  const count = views?.counts.overdue ?? 0
  if (count === 0 || view === 'overdue') return null
  return (
    <div className="late-strip">
      <span className="tone-broken toned">
        <ClockShape tone="broken" />
      </span>
      <b>{say('list.overdue', { count })}</b>
      {views?.longestOverdueMs !== undefined && (
        <span>{say('list.longest', { duration: roundedWords(views.longestOverdueMs, 'up', locale) })}</span>
      )}
      <span className="grow" />
      <Link to="/tickets" search={{ view: 'overdue' }}>
        {say('list.see-overdue')}
      </Link>
    </div>
  )
}

function Empty({ search, view }: { readonly search: ListSearch; readonly view: View }) {
  const { say } = useWords()
  const { change } = useListSearch()
  const mayReport = useMay('ticket.report')
  const filtered = FILTERS.filter((name) => search[name] !== undefined)
  if (filtered.length > 0)
    return (
      <div className="empty">
        <p>{say('list.filtered', { filters: filtered.map((name) => say(`filter.${name}`)).join(say('list.and')) })}</p>
        <Button onClick={() => change(Object.fromEntries(filtered.map((name) => [name, undefined])))}>{say('list.clear-filters')}</Button>
      </div>
    )
  return (
    <div className="empty">
      <p>{say(`empty.${view}`)}</p>
      {mayReport && (
        <Link to="/tickets/new" search={{}}>
          {say('action.new-ticket')}
        </Link>
      )}
    </div>
  )
}

type GroupsProps = {
  readonly columns: readonly TicketColumn[]
  readonly groups: readonly Group[]
  readonly headed: boolean
  readonly zone: string
  readonly at: string | undefined
  readonly chosen: ReadonlySet<string>
  readonly selectable: boolean
  readonly toggle: (id: string) => void
}

function Groups({ groups, columns, headed, zone, at, chosen, selectable, toggle }: GroupsProps) {
  const { say } = useWords()
  return groups.map(({ nearness, rows }) => (
    <div key={nearness} role="rowgroup">
      {headed && (
        <div className="group-head" role="presentation">
          <b>{say(`nearness.${nearness}`)}</b> <span className="s12 ink3">{say('list.count', { count: rows.length })}</span>
        </div>
      )}
      {rows.map((row) => (
        <Row
          key={row.id}
          row={row}
          columns={columns}
          zone={zone}
          current={row.id === at}
          selected={chosen.has(row.id)}
          selectable={selectable}
          toggle={toggle}
        />
      ))}
    </div>
  ))
}

/** Where the keyboard is, and what is chosen. Both are by id, so that a refresh moves neither. */
function useCursor(rows: readonly TicketRow[]) {
  const [at, setAt] = useState<string>()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const move = (step: number): void => {
    const now = rows.findIndex((row) => row.id === at)
    const next = rows[now === -1 ? (step > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, now + step))]
    if (!next) return
    setAt(next.id)
    document.getElementById(`row-${next.id}`)?.scrollIntoView({ block: 'nearest' })
  }
  const toggle = useCallback(
    (id: string) =>
      setChosen((before) => {
        const next = new Set(before)
        if (!next.delete(id)) next.add(id)
        return next
      }),
    [],
  )
  return { at, move, chosen, toggle, select: (ids: readonly string[]) => setChosen(new Set(ids)) }
}

function More({ load, busy }: { readonly load: () => void; readonly busy: boolean }) {
  const { say } = useWords()
  const mark = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const seen = new IntersectionObserver(([entry]) => entry?.isIntersecting && load(), { rootMargin: '400px' })
    if (mark.current) seen.observe(mark.current)
    return () => seen.disconnect()
  })
  return (
    <div ref={mark} className="more">
      <Button type="text" loading={busy} onClick={load}>
        {say('list.more')}
      </Button>
    </div>
  )
}

function Skeleton() {
  return Array.from({ length: 8 }, (_, at) => <div key={at} className="skeleton ticket-skeleton" />)
}

function Head({
  view,
  search,
  columns,
  shown,
  more,
}: {
  readonly view: View
  readonly search: ListSearch
  readonly columns: readonly TicketColumn[]
  readonly shown: number
  readonly more: boolean
}) {
  const { say } = useWords()
  const mayReport = useMay('ticket.report')
  return (
    <div className="list-head">
      <h1>{say(`view.${view}`)}</h1>
      <span className="ink3 grow one-line">{say(more ? 'list.shown-more' : 'list.shown', { count: shown })}</span>
      <Columns columns={columns} />
      {shown > 0 && <Export search={search} view={view} columns={columns} />}
      <SaveView search={search} view={view} />
      {mayReport && (
        <Link to="/tickets/new" search={{}} className="button-primary">
          <Icon name="plus" size={14} /> {say('action.new-ticket')} <small>C</small>
        </Link>
      )}
    </div>
  )
}

function ColumnHeads({
  columns,
  all,
  none,
  toggleAll,
}: {
  readonly columns: readonly TicketColumn[]
  readonly all: boolean
  readonly none: boolean
  readonly toggleAll: (() => void) | undefined
}) {
  const { say } = useWords()
  return (
    <div role="row" className="ticket-row columns">
      <div className="cell pick">
        {toggleAll && (
          <input
            type="checkbox"
            checked={all}
            ref={(box) => void (box && (box.indeterminate = !all && !none))}
            aria-label={say('list.select-all')}
            onChange={toggleAll}
          />
        )}
      </div>
      {columns.map((column) => (
        <div key={column} role="columnheader" className={`cell head-${column}`}>
          {say(`column.${column}`)}
        </div>
      ))}
    </div>
  )
}

export function TicketList() {
  const { say } = useWords()
  const { search, view } = useListSearch()
  const navigate = useNavigate()
  const zone = useZone()
  const now = useMinute()
  const mayAssign = useMay('ticket.assign')
  const mayReport = useMay('ticket.report')
  const { rows, data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useRows(search, view)
  const sort = (filtersOf(search, view).sort ?? 'due') as NonNullable<ListSearch['sort']>
  const headed = sort === 'due'
  const groups = headed ? groupRows(rows, now, zone) : [{ nearness: 'later' as const, rows }]
  const inOrder = groups.flatMap((group) => group.rows)
  const { at, move, chosen, toggle, select } = useCursor(inOrder)
  const [assigning, setAssigning] = useState(false)
  useEffect(() => rememberList(inOrder.map((row) => row.id)))
  const selected = rows.filter((row) => chosen.has(row.id))
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    x: () => mayAssign && at !== undefined && toggle(at),
    Enter: () => at !== undefined && void navigate({ to: '/tickets/$id', params: { id: at } }),
    c: () => mayReport && void navigate({ to: '/tickets/new', search: {} }),
    s: () => selected.length > 0 && mayAssign && setAssigning(true),
    Escape: () => select([]),
  })
  const columns = useMemo(() => readColumns(search.columns ?? USUAL.join(',')) ?? USUAL, [search.columns])
  const tracks = tracksOf(columns)
  const all = rows.length > 0 && selected.length === rows.length
  return (
    <div className="list-room">
      <ViewsPanel view={view} saved={search.saved} columns={search.columns} />
      <main className="list-main">
        <Head view={view} search={search} columns={columns} shown={rows.length} more={hasNextPage} />
        <Filters search={search} sort={sort} rows={rows} />
        <OverdueStrip view={view} />
        {error && !data && <Failure error={error} retry={() => void refetch()} />}
        {error && data && (
          <p className="stale" role="status">
            {failureWords(error, say)}
          </p>
        )}
        {!data && !error && <Skeleton />}
        {data && rows.length === 0 && <Empty search={search} view={view} />}
        {rows.length > 0 && (
          <div role="grid" className={`ticket-grid ${tracks ? 'chosen' : ''}`} style={tracks}>
            <ColumnHeads
              columns={columns}
              all={all}
              none={selected.length === 0}
              toggleAll={mayAssign ? () => select(all ? [] : rows.map((row) => row.id)) : undefined}
            />
            <Groups
              groups={groups}
              columns={columns}
              headed={headed}
              zone={zone}
              at={at}
              chosen={chosen}
              selectable={mayAssign}
              toggle={toggle}
            />
          </div>
        )}
        {hasNextPage && <More load={() => !isFetchingNextPage && void fetchNextPage()} busy={isFetchingNextPage} />}
        {selected.length > 0 && <BulkBar rows={selected} open={assigning} setOpen={setAssigning} select={select} />}
      </main>
    </div>
  )
}
