import type { Route } from '../route.ts'
import { DESK_ROUTES } from './desk.ts'
import { PARTY_ROUTES } from './parties.ts'
import { PEOPLE_ROUTES } from './people.ts'
import { SESSION_ROUTES } from './session.ts'

/** Every route there is: what is not here does not answer, is not in the documents, and is not in the isolation test. */
export const ROUTES: readonly Route[] = [
  ...SESSION_ROUTES,
  ...PARTY_ROUTES,
  ...PEOPLE_ROUTES,
  ...DESK_ROUTES,
]
