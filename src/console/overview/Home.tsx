import { Navigate } from '@tanstack/react-router'
import { useSession } from '../session.ts'
import { ROOMS } from '../shell/rooms.ts'

/** Where one comes in: the overview, and for whom it is none, the first room that is theirs. */
export function Home() {
  const { grants } = useSession().me
  const room = ROOMS.find(({ needs }) => grants.some(({ action }) => action === needs))
  return <Navigate to={room?.to ?? '/me'} replace />
}
