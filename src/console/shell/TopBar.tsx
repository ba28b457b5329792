import { useQuery } from '@tanstack/react-query'
import { Link, useLocation } from '@tanstack/react-router'
import { Icon } from '../../ui/Icon.tsx'
import { useWords } from '../../ui/words/say.ts'
import { sessionQuery } from '../api/queries.ts'
import { useMay, useSession } from '../session.ts'
import { ClockFace } from './ClockFace.tsx'
import { UserMenu } from './UserMenu.tsx'

function Bell() {
  const { say } = useWords()
  const unread = useQuery(sessionQuery).data?.unreadInbox ?? 0
  return (
    <Link to="/inbox" className="bell" aria-label={say('shell.inbox', { count: unread })}>
      <Icon name="bell" />
      {unread > 0 && <span>{unread}</span>}
    </Link>
  )
}

function Place() {
  const { tenant, me } = useSession()
  const { say } = useWords()
  const inTicket = /^\/tickets\/[^/]+$/.test(useLocation().pathname)
  return (
    <div className="place grow one-line">
      {inTicket ? (
        <Link to="/tickets" className="back">
          <Icon name="left" /> {say('room.tickets')}
        </Link>
      ) : (
        <>
          <b>{tenant.name}</b>
          {(me.customer ?? me.team) && <span className="ink2"> / {(me.customer ?? me.team)?.name}</span>}
        </>
      )}
    </div>
  )
}

export function TopBar({ search, shortcuts }: { readonly search: () => void; readonly shortcuts: () => void }) {
  const { say } = useWords()
  const maySearch = useMay('search.use')
  const mayInbox = useMay('inbox.read')
  return (
    <header className="top">
      <Place />
      {maySearch && (
        <button type="button" className="find" onClick={search} aria-keyshortcuts="Control+K">
          <Icon name="find" size={14} />
          <span className="grow one-line">{say('shell.search')}</span>
          <kbd className="kbd">Ctrl K</kbd>
        </button>
      )}
      <ClockFace />
      {mayInbox && <Bell />}
      <UserMenu shortcuts={shortcuts} />
    </header>
  )
}
