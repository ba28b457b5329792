import { Link } from '@tanstack/react-router'
import { memo } from 'react'
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
  readonly zone: string
  readonly current: boolean
  readonly selected: boolean
  readonly selectable: boolean
  readonly toggle: (id: string) => void
}

function DueCell({ row, zone }: { readonly row: TicketRow; readonly zone: string }) {
  const { say, locale } = useWords()
  const { nearest } = row
  const now = tenantNow()
  const at = nearest?.state === 'paused' ? nearest.pausedSince : nearest?.dueAt
  return (
    <div role="gridcell" className="cell due">
      <div>{at === undefined ? '—' : instantWords(at, now, { zone, locale, ends: nearest?.state !== 'paused' })}</div>
      <div className="s12 ink3 one-line">
        {nearest?.state === 'paused' ? say('row.paused-since') : (row.site?.zone ?? '')}
        {nearest?.provisional && <span className="provisional">{say('row.provisional')}</span>}
      </div>
    </div>
  )
}

function GradeCell({ row }: { readonly row: TicketRow }) {
  const { say } = useWords()
  const differs = row.customerGrade && row.grade && row.customerGrade.id !== row.grade.id
  return (
    <div role="gridcell" className="cell grade">
      <div>{(row.grade ?? row.customerGrade)?.name ?? '—'}</div>
      {differs && <div className="s12 ink3 one-line">{say('row.customer-grade', { grade: row.customerGrade?.name ?? '' })}</div>}
    </div>
  )
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

/** One ticket: the nearest clock first, then what it is about. On a phone the same cells stand as a card. */
export const Row = memo(function Row({ row, zone, current, selected, selectable, toggle }: RowProps) {
  const { say, name } = useWords()
  const others = row.clocks.filter((clock) => clock.id !== row.nearest?.id && clock.state !== 'cancelled')
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
      <div role="gridcell" className="cell nearest">
        {row.nearest ? <ClockBadge clock={row.nearest} zone={zone} /> : <span className="ink3 s13">{say('row.no-clock')}</span>}
      </div>
      <DueCell row={row} zone={zone} />
      <div role="gridcell" className="cell what">
        <Link to="/tickets/$id" params={{ id: row.id }} className="title one-line">
          {row.title}
        </Link>
        {row.priority && <span className="tag">{say('row.priority')}</span>}
        <div className="s12 ink3 one-line">
          {row.number} · {name('type', row.type)} · {name('channel', row.channel)}
        </div>
      </div>
      <div role="gridcell" className="cell where">
        <div className="one-line">{row.customer?.name}</div>
        <div className="s12 ink3 one-line">{row.site?.name}</div>
      </div>
      <div role="gridcell" className="cell device one-line">
        {row.asset?.name}
        <div className="s12 ink3 one-line">{row.asset?.model}</div>
      </div>
      <GradeCell row={row} />
      <div role="gridcell" className="cell others">
        {others.slice(0, others.length > ROOM ? ROOM - 1 : ROOM).map((clock) => (
          <ClockMini key={clock.id} clock={clock} />
        ))}
        {others.length > ROOM && (
          <span
            className="s12 ink3"
            title={others
              .slice(ROOM - 1)
              .map((clock) => clock.title)
              .join('、')}
          >
            +{others.length - ROOM + 1}
          </span>
        )}
      </div>
      <div role="gridcell" className="cell">
        <Assignee row={row} />
      </div>
    </div>
  )
})
