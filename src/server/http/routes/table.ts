import type { Route } from '../route.ts'
import { CODE_ROUTES } from './codes.ts'
import { CONTRACT_ROUTES } from './contracts.ts'
import { CUTOVER_ROUTES } from './cutover.ts'
import { FIRST_RUN_ROUTES } from './first-run.ts'
import { MASTER_DATA_ROUTES } from './master-data.ts'
import { DESK_ROUTES } from './desk.ts'
import { FILE_ROUTES } from './files.ts'
import { MESSAGE_ROUTES } from './messages.ts'
import { DISPUTE_ROUTES } from './disputes.ts'
import { INVOICE_ROUTES } from './invoices.ts'
import { HOLIDAY_ROUTES } from './holidays.ts'
import { LETTERHEAD_ROUTES } from './letterhead.ts'
import { PLAN_DOCUMENT_ROUTES } from './plan-documents.ts'
import { PORTAL_ROUTES } from './portal.ts'
import { OBLIGATION_ROUTES } from './obligations.ts'
import { PARTY_ROUTES } from './parties.ts'
import { PEOPLE_ROUTES } from './people.ts'
import { ROSTER_ROUTES } from './roster.ts'
import { ROUTING_ROUTES } from './routing.ts'
import { SERVICE_ROUTES } from './services.ts'
import { SESSION_ROUTES } from './session.ts'
import { TICKET_ROUTES } from './tickets.ts'

/** Every route there is: what is not here does not answer, is not in the documents, and is not in the isolation test. */
export const ROUTES: readonly Route[] = [
  ...SESSION_ROUTES,
  ...TICKET_ROUTES,
  ...OBLIGATION_ROUTES,
  ...DISPUTE_ROUTES,
  ...HOLIDAY_ROUTES,
  ...LETTERHEAD_ROUTES,
  ...CONTRACT_ROUTES,
  ...CUTOVER_ROUTES,
  ...MASTER_DATA_ROUTES,
  ...FIRST_RUN_ROUTES,
  ...PLAN_DOCUMENT_ROUTES,
  ...SERVICE_ROUTES,
  ...ROUTING_ROUTES,
  ...ROSTER_ROUTES,
  ...INVOICE_ROUTES,
  ...PARTY_ROUTES,
  ...PEOPLE_ROUTES,
  ...DESK_ROUTES,
  ...FILE_ROUTES,
  ...MESSAGE_ROUTES,
  ...PORTAL_ROUTES,
  ...CODE_ROUTES,
]
