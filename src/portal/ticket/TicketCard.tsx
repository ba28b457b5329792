import { instantWords } from '../../ui/time.ts'
import type { TicketRow } from '../../wire/tickets.ts'
import { useMinute } from '../now.ts'
import { useSession } from '../session.ts'
import { ClockBadge } from '../shell/Clock.tsx'
import { useWords } from '../words/say.ts'

/** A ticket of a list: what it is, where it stands, the clock that comes first. */
export function TicketCard({ ticket }: { readonly ticket: TicketRow }) {
  const { say, name, locale } = useWords()
  const { zone } = useSession().tenant
  const now = useMinute()
  const about = [ticket.asset?.name, ticket.site?.name].filter(Boolean).join(' · ')
  return (
    <li>
      <a className="ticket-card" href={`/portal/tickets/${ticket.id}`}>
        <span className="row">
          <b className="grow">{ticket.title}</b>
          <span className="tag">{name('phase', ticket.state)}</span>
        </span>
        {about !== '' && <span className="s13 ink2">{about}</span>}
        <span className="row wrap">
          {ticket.nearest && <ClockBadge clock={ticket.nearest} zone={zone} />}
          <span className="s13 ink3 grow end">
            {say('tickets.reported', { at: instantWords(ticket.reportedAt, now, { zone, locale }) })}
          </span>
        </span>
      </a>
    </li>
  )
}
