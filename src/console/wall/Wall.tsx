import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { OnDuty } from '../../wire/roster.ts'
import type { TicketRow } from '../../wire/tickets.ts'
import { ClockShape } from '../../ui/ClockShape.tsx'
import { useBadge } from '../../ui/ClockBadge.tsx'
import { tenantNow, useMinute } from '../../ui/now.ts'
import { fullWords, instantWords } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'
import { useLive } from '../api/live.ts'
import { escalationsQuery, ticketsQuery, todayQuery, wallDutyQuery } from '../api/queries.ts'
import { inQueue } from '../desk/urgency.ts'
import { useSession, useZone } from '../session.ts'
import { Failure } from '../shell/Failure.tsx'
import { standing } from '../ticket/Escalated.tsx'
import { nearnessOf } from '../tickets/groups.ts'
import type { Nearness } from '../tickets/groups.ts'
import './wall.css'

/** As many as are read from across the room. */
const ROWS = 9
/** Those from which the ones on the wall are chosen: the nearest of all that are open. */
const LOOKED_AT = '100'
const REFRESH_MS = 60_000

const openQuery = ticketsQuery({ view: 'open', sort: 'due', limit: LOOKED_AT })

/** On the wall what broke and is still to be done leads, also where another clock of the ticket runs on. */
function withLate(row: TicketRow): TicketRow {
  const late = row.clocks.find((one) => one.state === 'broken' && one.fulfilledAt === undefined)
  return late ? { ...row, nearest: late } : row
}

type FigureProps = { readonly name: string; readonly tone?: string; readonly more?: string; readonly children: ReactNode }

function Figure({ name, tone = '', more, children }: FigureProps) {
  return (
    <div className={`wall-figure ${tone}`}>
      <b>{children}</b>
      <span>{name}</span>
      {more && <small>{more}</small>}
    </div>
  )
}

function Figures({ rows, hasMore }: { readonly rows: readonly TicketRow[]; readonly hasMore: boolean }) {
  const { say } = useWords()
  const zone = useZone()
  const now = useMinute()
  const today = useQuery({ ...todayQuery, refetchInterval: REFRESH_MS }).data
  const count = (...wanted: readonly Nearness[]): string => {
    const found = rows.filter((row) => wanted.includes(nearnessOf(row, now, zone))).length
    return `${found}${hasMore && found > 0 ? '+' : ''}`
  }
  const judged = (today?.kept ?? 0) + (today?.broken ?? 0)
  const rate = judged === 0 ? '—' : `${Math.floor(((today?.kept ?? 0) / judged) * 100)}%`
  return (
    <section className="wall-figures" aria-label={say('wall.figures')}>
      <Figure name={say('nearness.overdue')} tone="tone-broken">
        {count('overdue')}
      </Figure>
      <Figure name={say('nearness.half-hour')} tone="tone-near">
        {count('half-hour')}
      </Figure>
      <Figure name={say('nearness.two-hours')}>{count('two-hours')}</Figure>
      <Figure name={say('desk.queue-unassigned')}>{today?.unassigned ?? '—'}</Figure>
      <Figure name={say('wall.reported')}>{today?.reported ?? '—'}</Figure>
      <Figure name={say('wall.rate')} more={say('wall.judged', { kept: today?.kept ?? 0, broken: today?.broken ?? 0 })}>
        {rate}
      </Figure>
    </section>
  )
}

function Clock({ clock }: { readonly clock: NonNullable<TicketRow['nearest']> }) {
  const { tone, words } = useBadge(clock)
  return (
    <span className={`wall-badge tone-${tone}`} data-tone={tone}>
      <ClockShape tone={tone} size={28} />
      <span>{clock.title}</span>
      <b>{words}</b>
    </span>
  )
}

function Row({ row }: { readonly row: TicketRow }) {
  const { say } = useWords()
  return (
    <li className="wall-row">
      {row.nearest && <Clock clock={row.nearest} />}
      <span className="wall-what">
        <b className="one-line block">{row.title}</b>
        <span className="one-line block">{[row.number, row.customer?.name, row.site?.name].filter(Boolean).join(' · ')}</span>
      </span>
      <span className="wall-who">{row.assignee?.name ?? row.team?.name ?? say('row.unassigned')}</span>
    </li>
  )
}

function Duty({ items }: { readonly items: readonly OnDuty[] }) {
  const { say, locale } = useWords()
  const zone = useZone()
  const now = useMinute()
  return (
    <section className="wall-duty" aria-label={say('duty.now')}>
      <h2>{say('duty.now')}</h2>
      {items.length === 0 && <p>{say('duty.nobody')}</p>}
      <ul>
        {items.map(({ person, phone, desk, until, unanswered = 0 }) => (
          <li key={`${desk.name} ${person.id}`}>
            <span>{desk.name}</span>
            <b>{person.name}</b>
            <span>
              {[
                unanswered > 0 && say('duty.unanswered', { count: unanswered }),
                phone,
                until !== undefined && say('duty.until', { at: instantWords(until, now, { zone, locale, ends: true }) }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** As many as find place under those on duty. */
const MOST_ESCALATIONS = 2

/** What somebody was told of and nobody has taken on. */
function Escalations() {
  const { say, locale } = useWords()
  const zone = useZone()
  const now = useMinute()
  const items = useQuery({ ...escalationsQuery, refetchInterval: REFRESH_MS }).data?.items ?? []
  if (items.length === 0) return null
  const at = (instant: number) => instantWords(instant, now, { zone, locale })
  return (
    <section className="wall-duty wall-escalations" aria-label={say('escalation.open')}>
      <h2>
        {say('escalation.open')} <b className="tone-broken toned">{items.length}</b>
      </h2>
      <ul>
        {items.slice(0, MOST_ESCALATIONS).map((one) => (
          <li key={one.id}>
            <b className="one-line block">{one.ticket.title}</b>
            <span className="one-line block">
              {[one.ticket.number, one.title, one.told.map(({ name }) => name).join(say('list.and')) || one.role].join(' · ')}
            </span>
            {one.nextAt !== undefined && <span className="one-line block">{standing(one, { say, at })}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** 大屏: what is about to break, who has it and who is on duty, to be read from across the room. It follows by itself; nobody touches it. */
export function Wall() {
  const { say, locale } = useWords()
  const zone = useZone()
  const now = useMinute()
  const { tenant } = useSession()
  const connected = useLive()
  const list = useInfiniteQuery({ ...openQuery, refetchInterval: REFRESH_MS })
  const duty = useQuery({ ...wallDutyQuery, refetchInterval: REFRESH_MS }).data
  const rows = (list.data?.pages[0]?.items ?? []).map(withLate)
  const shown = inQueue(
    rows.filter((row) => row.nearest !== undefined),
    now,
    zone,
  ).slice(0, ROWS)
  return (
    <main className="wall">
      <header>
        <h1>{tenant.name}</h1>
        {!connected && <span role="status">{say('shell.offline')}</span>}
        <time>{fullWords(tenantNow(), { zone, locale })}</time>
      </header>
      {list.error && !list.data && <Failure error={list.error} retry={() => void list.refetch()} />}
      {list.data && <Figures rows={rows} hasMore={list.hasNextPage} />}
      <div className="wall-columns">
        <section aria-label={say('wall.clocks')}>
          {list.data && shown.length === 0 && <p className="wall-none">{say('wall.none')}</p>}
          <ul>
            {shown.map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </ul>
        </section>
        <div className="wall-side">
          <Escalations />
          {duty && <Duty items={duty.items} />}
        </div>
      </div>
    </main>
  )
}
