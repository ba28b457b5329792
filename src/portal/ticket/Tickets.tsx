import type { TicketRow } from '../../wire/tickets.ts'
import { usePages } from '../load.ts'
import { Failure } from '../shell/Failure.tsx'
import { Head } from '../shell/Shell.tsx'
import { useWords } from '../words/say.ts'
import { TicketCard } from './TicketCard.tsx'

/** My tickets: what is being worked on by its nearest clock, what is over by when it changed last. */
export function Tickets({ closed }: { readonly closed: boolean }) {
  const { say } = useWords()
  const { items, more, error, reload } = usePages<TicketRow>(
    `/tickets?limit=20&${closed ? 'view=closed&sort=-changed' : 'view=open&sort=due'}`,
  )
  return (
    <>
      <Head title={say('tickets.title')} />
      <nav className="tabs" aria-label={say('tickets.title')}>
        <a href="/portal/tickets" aria-current={closed ? undefined : 'page'}>
          {say('tickets.open')}
        </a>
        <a href="/portal/tickets?view=closed" aria-current={closed ? 'page' : undefined}>
          {say('tickets.closed')}
        </a>
      </nav>
      {error !== undefined && !items && <Failure error={error} retry={() => void reload()} />}
      {items?.length === 0 && (
        <div className="empty">
          <p>{say(closed ? 'tickets.none-closed' : 'tickets.none-open')}</p>
          <a className="button" href="/portal/report">
            {say('action.report')}
          </a>
        </div>
      )}
      <ul className="cards">
        {items?.map((ticket) => (
          <TicketCard key={ticket.id} ticket={ticket} />
        ))}
      </ul>
      {more && (
        <button type="button" className="button" onClick={more}>
          {say('action.more')}
        </button>
      )}
    </>
  )
}
