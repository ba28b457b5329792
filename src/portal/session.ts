import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Session } from '../wire/session.ts'

export type SignedIn = { readonly session: Session; readonly reload: () => Promise<void> }

export const SessionContext = createContext<SignedIn | undefined>(undefined)

export function useSession(): Session {
  return useSignedIn().session
}

export function useSignedIn(): SignedIn {
  const signedIn = useContext(SessionContext)
  if (!signedIn) throw new Error('the session is used outside of a page for people who are logged in')
  return signedIn
}

/** Whether a grant is held at all; how far it reaches is the server's to say. */
export function useMay(action: string): boolean {
  return useSession().me.grants.some((grant) => grant.action === action)
}
