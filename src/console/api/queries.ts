import type { QueryClient } from '@tanstack/react-query'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { Board, BoardPromise } from '../../wire/board.ts'
import type { ContractDetail, ContractPage, CoverPage, RunningMoves, DraftPage } from '../../wire/contracts.ts'
import type { DeviceCodes } from '../../wire/codes.ts'
import type { DeviceCovers } from '../../wire/devices.ts'
import type {
  DeskToday,
  Workbench,
  Draft,
  DraftQuery,
  InboxPage,
  SavedViewPage,
  SearchAnswer,
  TokenPage,
  TrailPage,
} from '../../wire/desk.ts'
import type {
  AssetPage,
  Asset,
  Customer,
  CustomerPage,
  Person,
  PersonPage,
  RolePage,
  SitePage,
  TeamPage,
  ZoneList,
} from '../../wire/parties.ts'
import type { ConsequencePage, ObligationPage } from '../../wire/obligations.ts'
import type { Letterhead } from '../../wire/letterhead.ts'
import type { Cutover } from '../../wire/cutover.ts'
import type { DemoContents, FirstRun } from '../../wire/first-run.ts'
import type { MasterDataSheets } from '../../wire/master-data.ts'
import type { HolidayLists } from '../../wire/holidays.ts'
import type { DisputeDetail, DisputePage } from '../../wire/disputes.ts'
import type { ReleasePage } from '../../wire/releases.ts'
import type { ContactList, MailStanding, MessageDetail, MessagePage, MessageSettings, TemplateList } from '../../wire/messages.ts'
import type { FactPage } from '../../wire/facts.ts'
import type { BundledList, PlanDetail, PlanDifferences, PlanDraft, PlanDraftPage, PlanPage } from '../../wire/plans.ts'
import type { PlanDocument } from '../../wire/plan-documents.ts'
import type { Signing } from '../../wire/signatures.ts'
import type { ComplaintPage } from '../../wire/complaints.ts'
import type { EscalationSetting, WaitingEscalations } from '../../wire/escalations.ts'
import type { Routing } from '../../wire/routing.ts'
import type { OnDutyList, RosterWeek } from '../../wire/roster.ts'
import type { Roster, ServicePage, ServiceTasks } from '../../wire/services.ts'
import type { InvoiceDetail, InvoicePage } from '../../wire/invoices.ts'
import type { FactSeals } from '../../wire/seals.ts'
import type { Session, Welcome } from '../../wire/session.ts'
import type { NoticePage } from '../../wire/watching.ts'
import type { Alike } from '../../wire/ties.ts'
import type { TicketDetail, TicketPage, TicketViews } from '../../wire/tickets.ts'
import { setTenantNow } from '../../ui/now.ts'
import { call, queryString } from './call.ts'

type Filters = Readonly<Record<string, string | undefined>>

/** Pages of a list by the server's own cursor. */
function pages<Page extends { readonly next?: string | undefined }>(key: readonly unknown[], path: string, filters: Filters) {
  return infiniteQueryOptions({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => call<Page>('GET', path + queryString({ ...filters, cursor: pageParam }), { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last: Page) => last.next,
  })
}

function one<Answer>(key: readonly unknown[], path: string) {
  return queryOptions({ queryKey: key, queryFn: ({ signal }) => call<Answer>('GET', path, { signal }) })
}

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async () => {
    const session = await call<Session>('GET', '/session')
    setTenantNow(session.clock.now)
    return session
  },
  retry: false,
  staleTime: 60_000,
})

/** What one person was shown is no business of the next. The session's own entry stays, for those who watch it. */
export function forgetAll(client: QueryClient): void {
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] })
}

export const welcomeQuery = one<Welcome>(['welcome'], '/welcome')
export const ticketsQuery = (filters: Filters) => pages<TicketPage>(['tickets', filters], '/tickets', filters)
export const viewsQuery = one<TicketViews>(['ticket-views'], '/tickets/views')
export const savedViewsQuery = one<SavedViewPage>(['saved-views'], '/views')
export const ticketQuery = (id: string) => one<TicketDetail>(['ticket', id], `/tickets/${id}`)
export const alikeQuery = (filters: Filters) => one<Alike>(['alike', filters], '/tickets/alike' + queryString(filters))
export const asCustomerQuery = (id: string) => one<TicketDetail>(['ticket', id, 'as-customer'], `/tickets/${id}/as-customer`)
export const noticesQuery = (state: 'unread' | 'all') => pages<NoticePage>(['inbox', 'notices', state], '/notices', { state })
export const inboxQuery = (state: 'unread' | 'all') => pages<InboxPage>(['inbox', state], '/inbox', { state })
export const messagesQuery = (filters: Filters) => pages<MessagePage>(['messages', filters], '/messages', filters)
export const messageQuery = (id: string) => one<MessageDetail>(['messages', 'one', id], `/messages/${id}`)
export const mailQuery = one<MailStanding>(['mail'], '/mail')
export const templatesQuery = one<TemplateList>(['templates'], '/templates')
export const messageSettingsQuery = one<MessageSettings>(['message-settings'], '/message-settings')
export const contactsQuery = (contract: string) => one<ContactList>(['contacts', contract], `/contracts/${contract}/contacts`)
export const searchQuery = (q: string) => one<SearchAnswer>(['search', q], `/search${queryString({ q })}`)
export const contractsQuery = (filters: Filters) => pages<ContractPage>(['contracts', filters], '/contracts', filters)
export const contractQuery = (id: string) => one<ContractDetail>(['contract', id], `/contracts/${id}`)
export const firstRunQuery = one<FirstRun>(['first-run'], '/first-run')
export const demoQuery = one<DemoContents>(['demo'], '/demo')
export const masterDataQuery = one<MasterDataSheets>(['master-data'], '/master-data')
export const cutoverQuery = (id: string) => one<Cutover>(['contract', id, 'cutover'], `/contracts/${id}/cutover`)
export const movesQuery = (id: string) => one<RunningMoves>(['contract', id, 'moves'], `/contracts/${id}/moves`)
export const tasksQuery = (contract: string) => one<ServiceTasks>(['tasks', contract], `/contracts/${contract}/tasks`)
export const rosterQuery = (contract: string) => one<Roster>(['roster', contract], `/contracts/${contract}/roster`)
export const complaintsQuery = (filters: Filters) => pages<ComplaintPage>(['services', 'complaints', filters], '/complaints', filters)
export const routingQuery = one<Routing>(['routing'], '/routing')
export const escalationsQuery = one<WaitingEscalations>(['desk', 'escalations'], '/escalations')
export const escalationSettingQuery = one<EscalationSetting>(['escalation-setting'], '/escalation-setting')
export const workbenchQuery = one<Workbench>(['desk'], '/desk')
export const todayQuery = one<DeskToday>(['desk', 'today'], '/desk/today')
export const wallDutyQuery = one<OnDutyList>(['duty', 'firm'], '/duty')
export const rosterWeekQuery = (day: string | undefined) => one<RosterWeek>(['roster', 'week', day], `/roster${queryString({ day })}`)
type ServicesOf = Readonly<Partial<Record<'contract' | 'ticket' | 'asset' | 'noun' | 'except', string | undefined>>>
export const servicesQuery = (of: ServicesOf) => pages<ServicePage>(['services', of], '/services', of)
export const invoicesQuery = (filters: Filters) => pages<InvoicePage>(['invoices', filters], '/invoices', filters)
export const invoiceQuery = (id: string) => one<InvoiceDetail>(['invoice', id], `/invoices/${id}`)
export const coversQuery = (contract: string) => pages<CoverPage>(['contract', contract, 'covers'], `/contracts/${contract}/covers`, {})
export const boardQuery = (id: string, year: number | undefined) =>
  one<Board>(['board', id, year], `/contracts/${id}/board${queryString({ year })}`)
export const boardPromiseQuery = (id: string, promise: string, year: number | undefined) =>
  pages<BoardPromise>(['board', id, year, promise], `/contracts/${id}/board/${promise}`, {
    year: year === undefined ? undefined : String(year),
  })
export const sealsQuery = (obligation: string) => one<FactSeals>(['seals', obligation], `/obligations/${obligation}/seals`)
export const contractDraftsQuery = pages<DraftPage>(['contract-drafts'], '/contract-drafts', {})
export const amendmentDraftsQuery = (contract: string) => pages<DraftPage>(['contract-drafts', contract], '/contract-drafts', { contract })
export const signingQuery = (id: string) => one<Signing>(['contract-draft', id, 'signing'], `/contract-drafts/${id}/signing`)
/** What is due, or overdue: obligations under these filters, by due time. */
export const dueQuery = (filters: Filters) => pages<ObligationPage>(['due', filters], '/obligations', filters)
/** What rules of plans brought about. */
export const consequencesQuery = (filters: Filters) => pages<ConsequencePage>(['board', 'consequences', filters], '/consequences', filters)
export const releasesQuery = (filters: Filters) => pages<ReleasePage>(['releases', filters], '/releases', filters)
export const disputesQuery = (filters: Filters) => pages<DisputePage>(['disputes', filters], '/disputes', filters)
export const disputeQuery = (id: string) => one<DisputeDetail>(['disputes', id], `/disputes/${id}`)
export const letterheadQuery = one<Letterhead>(['letterhead'], '/letterhead')
export const holidaysQuery = one<HolidayLists>(['holidays'], '/holidays')
export const factsQuery = (subject: string) => pages<FactPage>(['facts', subject], '/facts', { subject, own: 'yes' })
export const plansQuery = one<PlanPage>(['plans'], '/plans')
export const differencesQuery = (ref: string, other: string) =>
  one<PlanDifferences>(['plan', ref, 'differences', other], `/plans/${other}/differences/${ref}`)
export const planDraftsQuery = pages<PlanDraftPage>(['plan-drafts'], '/plan-drafts', {})
export const planDraftQuery = (id: string) => one<PlanDraft>(['plan-draft', id], `/plan-drafts/${id}`)
export const bundledQuery = one<BundledList>(['plans', 'bundled'], '/plans/bundled')
export const planDocumentQuery = (ref: string) => one<PlanDocument>(['plan', ref, 'document'], `/plans/${ref}/document`)
export const planQuery = (ref: string) => one<PlanDetail>(['plan', ref], `/plans/${ref}`)
export const customersQuery = (filters: Filters) => pages<CustomerPage>(['customers', filters], '/customers', filters)
export const deviceCodesQuery = (customer: string) => one<DeviceCodes>(['codes', customer], `/customers/${customer}/codes`)
export const customerQuery = (id: string) => one<Customer>(['customer', id], `/customers/${id}`)
export const sitesQuery = (filters: Filters) => pages<SitePage>(['sites', filters], '/sites', filters)
export const zonesQuery = one<ZoneList>(['zones'], '/zones')
export const assetsQuery = (filters: Filters) => pages<AssetPage>(['assets', filters], '/assets', filters)
export const deviceCoversQuery = (id: string) => one<DeviceCovers>(['contract', 'device', id, 'covers'], `/assets/${id}/covers`)
export const assetQuery = (id: string) => one<Asset>(['asset', id], `/assets/${id}`)
export const peopleQuery = (filters: Filters) => pages<PersonPage>(['people', filters], '/people', filters)
export const personQuery = (id: string) => one<Person>(['person', id], `/people/${id}`)
export const rolesQuery = one<RolePage>(['roles'], '/roles')
export const teamsQuery = one<TeamPage>(['teams'], '/teams')
export const allRolesQuery = one<RolePage>(['roles', 'all'], '/roles?retired=yes')
export const allTeamsQuery = one<TeamPage>(['teams', 'all'], '/teams?retired=yes')
export const trailQuery = (filters: Filters) => pages<TrailPage>(['trail', filters], '/trail', filters)
export const tokensQuery = one<TokenPage>(['tokens'], '/tokens')
export const draftQuery = (wanted: DraftQuery) => one<Draft>(['draft', wanted.subject, wanted.kind], `/drafts${queryString(wanted)}`)
