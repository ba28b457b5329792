import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { TicketRow } from '../../wire/tickets.ts'
import { ClockBadge } from '../../ui/ClockBadge.tsx'
import { useMinute } from '../../ui/now.ts'
import { instantWords } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'
import { ticketsQuery } from '../api/queries.ts'
import { useMay, useZone } from '../session.ts'
import { Failure } from '../shell/Failure.tsx'
import { More } from '../shell/More.tsx'

function Row({ ticket }: { readonly ticket: TicketRow }) {
  const { name, locale } = useWords()
  const zone = useZone()
  const now = useMinute()
  return (
    <li>
      <Link to="/tickets/$id" params={{ id: ticket.id }} className="sheet-row device-row">
        <span className="grow">
          <span className="block">{ticket.title}</span>
          <span className="s12 ink3 block">
            {[ticket.number, name('type', ticket.type), instantWords(ticket.reportedAt, now, { zone, locale })].join(' · ')}
          </span>
        </span>
        {ticket.nearest && <ClockBadge clock={ticket.nearest} zone={zone} />}
        <span className="tag">{name('phase', ticket.state)}</span>
      </Link>
    </li>
  )
}

/** The faults of a device and whatever else was asked about it, the newest first. */
export function DeviceTickets({ asset }: { readonly asset: string }) {
  const { say } = useWords()
  const list = useInfiniteQuery({ ...ticketsQuery({ view: 'all', asset, sort: '-reported', limit: '20' }), enabled: useMay('ticket.read') })
  const tickets = list.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <section className="card place-card" aria-label={say('device.tickets')}>
      <h2 className="label">{say('device.tickets')}</h2>
      {list.error && !list.data && <Failure error={list.error} retry={() => void list.refetch()} />}
      {list.data && tickets.length === 0 && <p className="s13 ink2">{say('device.no-tickets')}</p>}
      <ul>
        {tickets.map((ticket) => (
          <Row key={ticket.id} ticket={ticket} />
        ))}
      </ul>
      <More list={list} />
    </section>
  )
}
