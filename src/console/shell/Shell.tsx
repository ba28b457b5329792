import { Link, useLocation, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { Icon } from '../../ui/Icon.tsx'
import { useWords } from '../../ui/words/say.ts'
import { useLive } from '../api/live.ts'
import { useKeys } from '../keys.ts'
import { seededShare } from '../seeding.ts'
import { useSession } from '../session.ts'
import { Palette } from './Palette.tsx'
import { isInRoom, ROOMS } from './rooms.ts'
import type { Room } from './rooms.ts'
import { Shortcuts } from './Shortcuts.tsx'
import { TopBar } from './TopBar.tsx'

function useRooms(): readonly Room[] {
  const { grants } = useSession().me
  return ROOMS.filter((room) => grants.some((grant) => grant.action === room.needs))
}

function Rail({ rooms }: { readonly rooms: readonly Room[] }) {
  const { say } = useWords()
  const { pathname } = useLocation()
  return (
    <nav className="rail" aria-label={say('shell.rooms')}>
      <Link to="/overview" className="logo" aria-label={say('product.name')}>
        诺
      </Link>
      {rooms.map((room) => (
        <Link
          key={room.to}
          to={room.to}
          className={isInRoom(room, pathname) ? 'on' : ''}
          aria-current={isInRoom(room, pathname) ? 'page' : undefined}
        >
          <Icon name={room.icon} size={18} />
          <span className="room-name">{say(room.name)}</span>
        </Link>
      ))}
    </nav>
  )
}

/** The frame around every room: rail, top bar, search, shortcuts, and the line that keeps it all fresh. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const { say } = useWords()
  const rooms = useRooms()
  const navigate = useNavigate()
  const connected = useLive()
  const { seeding } = useSession().tenant
  const [open, setOpen] = useState<'palette' | 'shortcuts'>()
  const jumps = Object.fromEntries(rooms.map((room) => [room.key, () => void navigate({ to: room.to })]))
  useKeys({ ...jumps, 'mod+k': () => setOpen('palette'), '?': () => setOpen('shortcuts') })
  const close = (): void => setOpen(undefined)
  return (
    <div className="app">
      <Rail rooms={rooms} />
      <div className="app-main">
        <TopBar search={() => setOpen('palette')} shortcuts={() => setOpen('shortcuts')} />
        {!connected && (
          <div className="offline" role="status">
            {say('shell.offline')}
          </div>
        )}
        {seeding && (
          <div className="offline" role="status">
            {say('shell.seeding', { share: seededShare(seeding) })}
          </div>
        )}
        {children}
      </div>
      {open === 'palette' && <Palette rooms={rooms} close={close} />}
      {open === 'shortcuts' && <Shortcuts rooms={rooms} close={close} />}
    </div>
  )
}
