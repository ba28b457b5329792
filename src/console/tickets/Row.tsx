import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import type { ReactNode } from 'react'
import type { TicketColumn } from '../../wire/ticket-lists.ts'
import type { TicketRow } from '../../wire/tickets.ts'
import { ClockBadge, ClockMini } from '../../ui/ClockBadge.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { tenantNow } from '../../ui/now.ts'
import { instantWords } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'

/** So many clocks beside the nearest one have room in their column. */
const ROOM = 3

export type RowProps = {
  readonly row: TicketRow
  readonly columns: readonly TicketColumn[]
  readonly zone: string
  readonly current: boolean
  readonly selected: boolean
  readonly selectable: boolean
  readonly toggle: (id: string) => void
}

type CellProps = { readonly row: TicketRow; readonly zone: string }

function NearestCell({ row, zone }: CellProps) {
  const { say } = useWords()
  return row.nearest ? <ClockBadge clock={row.nearest} zone={zone} /> : <span className="ink3 s13">{say('row.no-clock')}</span>
}

function DueCell({ row, zone }: CellProps) {
  const { say, locale } = useWords()
  const { nearest } = row
  const now = tenantNow()
  const at = nearest?.state === 'paused' ? nearest.pausedSince : nearest?.dueAt
  return (
    <>
      <div>{at === undefined ? '—' : instantWords(at, now, { zone, locale, ends: nearest?.state !== 'paused' })}</div>
      <div className="s12 ink3 one-line">
        {nearest?.state === 'paused' ? say('row.paused-since') : (row.site?.zone ?? '')}
        {nearest?.provisional && <span className="provisional">{say('row.provisional')}</span>}
      </div>
    </>
  )
}

function WhatCell({ row }: CellProps) {
  const { say, name } = useWords()
  return (
    <>
      <Link to="/tickets/$id" params={{ id: row.id }} className="title one-line">
        {row.title}
      </Link>
      {row.priority && <span className="tag">{say('row.priority')}</span>}
      <div className="s12 ink3 one-line">
        {row.number} · {name('type', row.type)} · {name('channel', row.channel)}
      </div>
    </>
  )
}

function GradeCell({ row }: CellProps) {
  const { say } = useWords()
  const differs = row.customerGrade && row.grade && row.customerGrade.id !== row.grade.id
  return (
    <>
      <div>{(row.grade ?? row.customerGrade)?.name ?? '—'}</div>
      {differs && <div className="s12 ink3 one-line">{say('row.customer-grade', { grade: row.customerGrade?.name ?? '' })}</div>}
    </>
  )
}

function OthersCell({ row }: CellProps) {
  const others = row.clocks.filter((clock) => clock.id !== row.nearest?.id && clock.state !== 'cancelled')
  const rest = others.slice(ROOM - 1)
  return (
    <>
      {others.slice(0, others.length > ROOM ? ROOM - 1 : ROOM).map((clock) => (
        <ClockMini key={clock.id} clock={clock} />
      ))}
      {others.length > ROOM && (
        <span className="s12 ink3" title={rest.map((clock) => clock.title).join('、')}>
          +{rest.length}
        </span>
      )}
    </>
  )
}

function TwoLines({ first, second }: { readonly first: string | undefined; readonly second: string | undefined }) {
  return (
    <>
      <div className="one-line">{first ?? '—'}</div>
      <div className="s12 ink3 one-line">{second}</div>
    </>
  )
}

function At({ at, zone }: { readonly at: number; readonly zone: string }) {
  const { locale } = useWords()
  return instantWords(at, tenantNow(), { zone, locale })
}

function Assignee({ row }: { readonly row: TicketRow }) {
  const { say } = useWords()
  if (!row.assignee)
    return (
      <span className="row assignee ink2">
        <Icon name="user" size={14} /> {say('row.unassigned')}
      </span>
    )
  return (
    <span className="row assignee">
      <span className="avatar">{row.assignee.name.slice(0, 1)}</span>
      <span className="one-line">{row.assignee.name}</span>
    </span>
  )
}

/** What stands in each column, and the class by which a narrow screen places or leaves it out. */
const CELLS: Readonly<Record<TicketColumn, { readonly className: string; readonly show: (props: CellProps) => ReactNode }>> = {
  nearest: { className: 'nearest', show: (props) => <NearestCell {...props} /> },
  due: { className: 'due', show: (props) => <DueCell {...props} /> },
  ticket: { className: 'what', show: (props) => <WhatCell {...props} /> },
  where: { className: 'where', show: ({ row }) => <TwoLines first={row.customer?.name} second={row.site?.name} /> },
  device: { className: 'device', show: ({ row }) => <TwoLines first={row.asset?.name} second={row.asset?.model} /> },
  grade: { className: 'grade', show: (props) => <GradeCell {...props} /> },
  others: { className: 'others', show: (props) => <OthersCell {...props} /> },
  assignee: { className: 'who', show: ({ row }) => <Assignee row={row} /> },
  team: { className: 'more-cell one-line', show: ({ row }) => row.team?.name ?? '—' },
  contract: { className: 'more-cell', show: ({ row }) => <TwoLines first={row.contract?.title} second={row.contract?.number} /> },
  reported: { className: 'more-cell one-line', show: ({ row, zone }) => <At at={row.reportedAt} zone={zone} /> },
  changed: { className: 'more-cell one-line', show: ({ row, zone }) => <At at={row.changedAt} zone={zone} /> },
}

const cellClass = (column: TicketColumn): string => `cell ${CELLS[column].className}`

/** One ticket: the nearest clock first, then what it is about. On a phone the same cells stand as a card. */
export const Row = memo(function Row({ row, columns, zone, current, selected, selectable, toggle }: RowProps) {
  const { say } = useWords()
  return (
    <div
      role="row"
      id={`row-${row.id}`}
      className={`ticket-row ${current ? 'current' : ''} ${selected ? 'selected' : ''}`}
      aria-selected={selected}
    >
      <div role="gridcell" className="cell pick">
        {selectable && (
          <input
            type="checkbox"
            checked={selected}
            aria-label={say('row.select', { number: row.number })}
            onChange={() => toggle(row.id)}
          />
        )}
      </div>
      {columns.map((column) => (
        <div key={column} role="gridcell" className={cellClass(column)}>
          {CELLS[column].show({ row, zone })}
        </div>
      ))}
    </div>
  )
})
