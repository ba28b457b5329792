import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Segmented } from 'antd'
import { useEffect, useState } from 'react'
import type { WaitingEscalations } from '../../wire/escalations.ts'
import type { Workbench } from '../../wire/desk.ts'
import type { TicketRow } from '../../wire/tickets.ts'
import { ClockBadge } from '../../ui/ClockBadge.tsx'
import { useMinute } from '../../ui/now.ts'
import { instantWords } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'
import { write } from '../api/call.ts'
import { escalationsQuery, ticketsQuery, workbenchQuery } from '../api/queries.ts'
import { DutyNow } from '../roster/DutyNow.tsx'
import { useSession, useZone } from '../session.ts'
import { CardHead } from '../shell/CardHead.tsx'
import { Failure, failureWords } from '../shell/Failure.tsx'
import { More } from '../shell/More.tsx'
import { notify } from '../shell/notice.ts'
import { EscalationLine } from '../ticket/Escalated.tsx'
import { nearnessOf } from '../tickets/groups.ts'
import type { Nearness } from '../tickets/groups.ts'
import { QUEUES, inQueue, queueFilters, urgencies } from './urgency.ts'
import type { Queue } from './urgency.ts'
import './desk.css'

/** Often enough that a visit does not end while somebody sits here. */
const SEEN_EVERY_MS = 10 * 60_000
const AGAIN_MS = 5_000

/** Notes the visit. True once that was tried: what changed since the last one is asked for only then, or the answer could be from before. */
function useSeen(): boolean {
  const client = useQueryClient()
  const [tried, setTried] = useState(false)
  useEffect(() => {
    // That this went wrong is nothing to tell: the visit is noted soon after.
    const shown = () => client.invalidateQueries({ queryKey: workbenchQuery.queryKey })
    const tell = (): void =>
      void write('POST', '/desk/seen', {})
        .then(shown, again)
        .finally(() => setTried(true))
    let soon: ReturnType<typeof setTimeout>
    const again = (): void => void (soon = setTimeout(tell, AGAIN_MS))
    tell()
    const timer = setInterval(tell, SEEN_EVERY_MS)
    return () => {
      clearInterval(timer)
      clearTimeout(soon)
    }
  }, [client])
  return tried
}

const TONE: Readonly<Partial<Record<Nearness, string>>> = { overdue: 'broken', 'half-hour': 'near', paused: 'paused' }

type BandProps = {
  readonly rows: readonly TicketRow[]
  readonly chosen: Nearness | undefined
  readonly choose: (nearness: Nearness | undefined) => void
}

/** Clocks by urgency: how many are overdue, due within half an hour …; a press shows those alone. */
function UrgencyBand({ rows, chosen, choose }: BandProps) {
  const { say } = useWords()
  const zone = useZone()
  const now = useMinute()
  return (
    <div className="urgency-band">
      {urgencies(rows, now, zone).map(({ nearness, count }) => (
        <button
          key={nearness}
          type="button"
          aria-pressed={chosen === nearness}
          className={`urgency tone-${TONE[nearness] ?? 'open'}`}
          onClick={() => choose(chosen === nearness ? undefined : nearness)}
        >
          <b>{count}</b> <span>{say(`nearness.${nearness}`)}</span>
        </button>
      ))}
    </div>
  )
}

function QueueRow({ row }: { readonly row: TicketRow }) {
  const { say } = useWords()
  const zone = useZone()
  return (
    <Link to="/tickets/$id" params={{ id: row.id }} className="sheet-row due-row">
      {row.nearest ? <ClockBadge clock={row.nearest} zone={zone} /> : <span className="s13 ink3">{say('row.no-clock')}</span>}
      <span className="grow">
        <span className="one-line block">
          {row.priority && <span className="tag">{say('row.priority')}</span>} {row.title}
        </span>
        <span className="s12 ink3 one-line block">{[row.number, row.customer?.name, row.site?.name].filter(Boolean).join(' · ')}</span>
      </span>
      <span className="s13 ink2 nowrap">{row.assignee?.name ?? row.team?.name ?? say('row.unassigned')}</span>
    </Link>
  )
}

/** 我的队列, 班组队列, 待派: by due time. */
function Queues() {
  const { say } = useWords()
  const zone = useZone()
  const now = useMinute()
  const navigate = useNavigate()
  const { me } = useSession()
  const search = useSearch({ from: '/room/overview' })
  const queue: Queue = search.queue ?? 'mine'
  const list = useInfiniteQuery(ticketsQuery(queueFilters(queue, me.team?.id)))
  const rows = list.data?.pages.flatMap((page) => page.items) ?? []
  const ordered = inQueue(rows, now, zone)
  const shown = search.near === undefined ? ordered : ordered.filter((row) => nearnessOf(row, now, zone) === search.near)
  const show = (change: { queue?: Queue; near?: Nearness | undefined }) =>
    void navigate({ to: '/overview', search: (before) => ({ ...before, ...change }), replace: true })
  if (list.error && !list.data) return <Failure error={list.error} retry={() => void list.refetch()} />
  return (
    <section className="card place-card desk-queue">
      <header className="row">
        <h2 className="label grow">{say('desk.queue')}</h2>
        <Segmented<Queue>
          value={queue}
          options={QUEUES.map((value) => ({ value, label: say(`desk.queue-${value}`) }))}
          onChange={(chosen) => show({ queue: chosen, near: undefined })}
        />
      </header>
      <UrgencyBand rows={rows} chosen={search.near} choose={(near) => show({ near })} />
      {list.data && shown.length === 0 && <p className="s13 ink2">{say(`desk.none-${queue}`)}</p>}
      <ul>
        {shown.map((row) => (
          <li key={row.id}>
            <QueueRow row={row} />
          </li>
        ))}
      </ul>
      <More list={list} />
    </section>
  )
}

function ChangeLine({ ticket, detail }: { readonly ticket: Workbench['changes'][number]['ticket']; readonly detail: string }) {
  return (
    <li>
      <Link to="/tickets/$id" params={{ id: ticket.id }} className="sheet-row desk-change">
        <span className="grow">
          <span className="one-line block">{ticket.title}</span>
          <span className="s12 ink3 one-line block">{detail}</span>
        </span>
      </Link>
    </li>
  )
}

/** 离开后的变化: what others did and what broke since the last visit; read, it is counted from now. */
function Changes({ desk }: { readonly desk: Workbench }) {
  const { say, locale } = useWords()
  const zone = useZone()
  const now = useMinute()
  const client = useQueryClient()
  const { mutate } = useMutation({
    mutationFn: () => write('POST', '/desk/seen', { read: true }),
    onSuccess: () => client.invalidateQueries({ queryKey: workbenchQuery.queryKey }),
    onError: (error) => notify({ words: failureWords(error, say), tone: 'refused' }),
  })
  const at = (instant: number) => instantWords(instant, now, { zone, locale })
  const none = desk.changes.length + desk.broken.length === 0
  return (
    <section className="card place-card">
      <CardHead title={say('desk.changes')} act={none ? undefined : { name: say('desk.read'), run: mutate }} />
      <p className="s12 ink3">{desk.since === undefined ? say('desk.first-visit') : say('desk.since', { at: at(desk.since) })}</p>
      {none && desk.since !== undefined && <p className="s13 ink2">{say('desk.no-changes')}</p>}
      <ul>
        {desk.broken.map(({ ticket, at: when, promise }) => (
          <ChangeLine
            key={`${ticket.id} ${promise}`}
            ticket={ticket}
            detail={[ticket.number, say('desk.broke', { promise }), at(when)].join(' · ')}
          />
        ))}
        {desk.changes.map(({ ticket, at: when, words, by, count }) => (
          <ChangeLine
            key={ticket.id}
            ticket={ticket}
            detail={[ticket.number, words, by?.name, at(when), count > 1 && say('desk.more', { count: count - 1 })]
              .filter(Boolean)
              .join(' · ')}
          />
        ))}
      </ul>
    </section>
  )
}

/** As many as leave the queue in sight. */
const MOST_ESCALATIONS = 3

function EscalationLines({ items }: Pick<WaitingEscalations, 'items'>) {
  const zone = useZone()
  return (
    <ul>
      {items.map((one) => (
        <EscalationLine
          key={one.id}
          one={one}
          ticket={one.ticket.id}
          zone={zone}
          about={
            <Link to="/tickets/$id" params={{ id: one.ticket.id }}>
              {one.ticket.number} {one.ticket.title}
            </Link>
          }
        />
      ))}
    </ul>
  )
}

/** 升级未确认: broken clocks that somebody was told of and nobody has taken on. */
function OpenEscalations() {
  const { say } = useWords()
  const items = useQuery(escalationsQuery).data?.items ?? []
  if (items.length === 0) return null
  const rest = items.slice(MOST_ESCALATIONS)
  return (
    <section className="card place-card" aria-label={say('escalation.open')}>
      <h2 className="label">
        {say('escalation.open')} {items.length}
      </h2>
      <EscalationLines items={items.slice(0, MOST_ESCALATIONS)} />
      {rest.length > 0 && (
        <details>
          <summary className="s13 ink2">{say('escalation.rest', { count: rest.length })}</summary>
          <EscalationLines items={rest} />
        </details>
      )}
    </section>
  )
}

/** 工作台 of whoever works on tickets: their queues by urgency, what changed since they left, who is on duty. */
export function Desk() {
  const { say } = useWords()
  const { data: desk, error, refetch } = useQuery({ ...workbenchQuery, enabled: useSeen() })
  return (
    <div className="desk">
      <div>
        <OpenEscalations />
        <Queues />
        {desk && <Changes desk={desk} />}
      </div>
      <div>
        {error && !desk && <Failure error={error} retry={() => void refetch()} />}
        {desk && (
          <section className="card place-card">
            <h2 className="label">{say('duty.now')}</h2>
            <DutyNow items={desk.onDuty} />
          </section>
        )}
      </div>
    </div>
  )
}
