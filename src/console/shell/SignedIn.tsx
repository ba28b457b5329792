import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Navigate, Outlet, useLocation } from '@tanstack/react-router'
import { problemOf } from '../api/problem.ts'
import { sessionQuery } from '../api/queries.ts'
import { SEEDING_POLL_MS } from '../seeding.ts'
import { SessionContext } from '../session.ts'
import { Failure } from './Failure.tsx'
import { LogInAgain } from './LogInAgain.tsx'
import { Shell } from './Shell.tsx'

/** Whoever comes without a session is led to the door and back to the same place; a session that ended under the page is opened again over it. */
function Door({ children }: { readonly children: ReactNode }) {
  const session = useQuery({ ...sessionQuery, refetchInterval: ({ state }) => (state.data?.tenant.seeding ? SEEDING_POLL_MS : false) })
  const { href, pathname } = useLocation()
  const loggedOut = problemOf(session.error)?.status === 401
  // While the way to the log-in is under way this room is still drawn, with the new address: once is enough.
  if (loggedOut && pathname === '/login') return null
  if (loggedOut && !session.data) return <Navigate to="/login" search={{ to: href }} replace />
  if (session.data)
    return (
      <SessionContext value={session.data}>
        {children}
        {loggedOut && <LogInAgain account={session.data.me.account} here={href} />}
      </SessionContext>
    )
  return session.error ? <Failure error={session.error} retry={() => void session.refetch()} /> : null
}

/** Rooms behind the door, in the frame that they share. */
export function SignedIn() {
  return (
    <Door>
      <Shell>
        <Outlet />
      </Shell>
    </Door>
  )
}

/** Behind the door, and with the whole screen to itself. */
export function SignedInBare() {
  return (
    <Door>
      <Outlet />
    </Door>
  )
}
