import { createContext, useContext } from 'react'
import type { Action } from '../core/access/actions.ts'
import type { Session } from '../wire/session.ts'

export const SessionContext = createContext<Session | undefined>(undefined)

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('the session is used outside of a room for people who are logged in')
  return session
}

/** Whether a grant is held at all; how far it reaches is the server's to say, record by record. */
export function useMay(action: Action): boolean {
  return useSession().me.grants.some((grant) => grant.action === action)
}

/** The zone of a place where nothing nearer is known. */
export function useZone(): string {
  return useSession().tenant.zone
}
