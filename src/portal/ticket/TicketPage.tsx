import { useEffect } from 'preact/hooks'
import { setTenantNow } from '../../ui/tenant-clock.ts'
import type { TicketDetail } from '../../wire/tickets.ts'
import { useLoad } from '../load.ts'
import { Failure } from '../shell/Failure.tsx'
import { Head } from '../shell/Shell.tsx'
import { useWords } from '../words/say.ts'
import { Acts } from './Acts.tsx'
import { Clocks } from './Clocks.tsx'
import { Messages } from './Messages.tsx'
import { Sayings } from './Sayings.tsx'
import { Timeline } from './Timeline.tsx'

function About({ detail: { ticket } }: { readonly detail: TicketDetail }) {
  const { say } = useWords()
  return (
    <section className="card">
      <dl className="pairs">
        {ticket.asset && (
          <>
            <dt>{say('ticket.device')}</dt>
            <dd>
              <a href={`/portal/devices/${ticket.asset.id}`}>{ticket.asset.name}</a>
            </dd>
          </>
        )}
        {ticket.site && (
          <>
            <dt>{say('ticket.site')}</dt>
            <dd>{ticket.site.name}</dd>
          </>
        )}
      </dl>
      {ticket.assignee && <p>{say('ticket.engineer', { name: ticket.assignee.name })}</p>}
    </section>
  )
}

/** One ticket: what was promised and how it stands, what happened, and what one can say to it. */
export function TicketPage({ id }: { readonly id: string }) {
  const { name } = useWords()
  const { data: detail, error, reload } = useLoad<TicketDetail>(`/tickets/${id}`, 30_000)
  useEffect(() => {
    if (detail) setTenantNow(detail.asOf)
  }, [detail])
  if (!detail) return error === undefined ? null : <Failure error={error} retry={() => void reload()} />
  const { ticket } = detail
  return (
    <>
      <Head title={ticket.title} above={ticket.number} back="/portal/tickets">
        <span className="tag">{name('phase', ticket.state)}</span>
      </Head>
      <Acts detail={detail} reload={reload} />
      <div className="columns">
        <Clocks detail={detail} reload={reload} />
        <div className="stack">
          <About detail={detail} />
          <Messages detail={detail} reload={reload} />
          <Timeline detail={detail} reload={reload} />
          <Sayings ticket={ticket.id} />
        </div>
      </div>
    </>
  )
}
