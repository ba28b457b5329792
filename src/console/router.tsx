import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router'
import {
  boardSearch,
  disputesSearch,
  inboxSearch,
  invoicesSearch,
  listSearch,
  loginSearch,
  messageSearch,
  overviewSearch,
  amendContractSearch,
  newContractSearch,
  newTicketSearch,
  partiesSearch,
  planSearch,
  complaintsSearch,
  rosterSearch,
  peopleSearch,
  templateSearch,
  trailSearch,
} from './search.ts'
import { Home } from './overview/Home.tsx'
import { Broken } from './shell/Broken.tsx'
import { Missing } from './shell/Missing.tsx'
import { SignedIn, SignedInBare } from './shell/SignedIn.tsx'

const rootRoute = createRootRoute({ component: Outlet, notFoundComponent: Missing })
const room = createRoute({ getParentRoute: () => rootRoute, id: 'room', component: SignedIn })

const bare = createRoute({ getParentRoute: () => rootRoute, id: 'bare', component: SignedInBare })

const home = createRoute({
  getParentRoute: () => room,
  path: '/',
  component: Home,
})
const login = createRoute({
  getParentRoute: () => rootRoute,
  path: '/login',
  validateSearch: loginSearch,
  component: lazyRouteComponent(() => import('./login/Login.tsx'), 'Login'),
})
const password = createRoute({
  getParentRoute: () => rootRoute,
  path: '/password',
  component: lazyRouteComponent(() => import('./login/OneTimeLink.tsx'), 'NewPassword'),
})
const setup = createRoute({
  getParentRoute: () => rootRoute,
  path: '/setup',
  component: lazyRouteComponent(() => import('./login/OneTimeLink.tsx'), 'SetUp'),
})

const overview = createRoute({
  getParentRoute: () => room,
  path: '/overview',
  validateSearch: overviewSearch,
  component: lazyRouteComponent(() => import('./overview/Overview.tsx'), 'Overview'),
})
const tickets = createRoute({
  getParentRoute: () => room,
  path: '/tickets',
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import('./tickets/TicketList.tsx'), 'TicketList'),
})
const newTicket = createRoute({
  getParentRoute: () => room,
  path: '/tickets/new',
  validateSearch: newTicketSearch,
  component: lazyRouteComponent(() => import('./report/NewTicket.tsx'), 'NewTicket'),
})
const ticket = createRoute({
  getParentRoute: () => room,
  path: '/tickets/$id',
  component: lazyRouteComponent(() => import('./ticket/TicketPage.tsx'), 'TicketPage'),
})
const boards = createRoute({
  getParentRoute: () => room,
  path: '/board',
  validateSearch: partiesSearch,
  component: lazyRouteComponent(() => import('./board/ContractList.tsx'), 'ContractList'),
})
const board = createRoute({
  getParentRoute: () => room,
  path: '/board/$id',
  validateSearch: boardSearch,
  component: lazyRouteComponent(() => import('./board/BoardPage.tsx'), 'BoardPage'),
})
const contracts = createRoute({
  getParentRoute: () => room,
  path: '/contracts',
  validateSearch: partiesSearch,
  component: lazyRouteComponent(() => import('./contracts/Contracts.tsx'), 'Contracts'),
})
const newContract = createRoute({
  getParentRoute: () => room,
  path: '/contracts/new',
  validateSearch: newContractSearch,
  component: lazyRouteComponent(() => import('./contracts/NewContract.tsx'), 'NewContract'),
})
const contractDraft = createRoute({
  getParentRoute: () => room,
  path: '/contracts/drafts/$id',
  component: lazyRouteComponent(() => import('./contracts/SigningPage.tsx'), 'SigningPage'),
})
const contract = createRoute({
  getParentRoute: () => room,
  path: '/contracts/$id',
  component: lazyRouteComponent(() => import('./contracts/ContractPage.tsx'), 'ContractPage'),
})
const amendContract = createRoute({
  getParentRoute: () => room,
  path: '/contracts/$id/amend',
  validateSearch: amendContractSearch,
  component: lazyRouteComponent(() => import('./contracts/AmendContract.tsx'), 'AmendContract'),
})
const cutover = createRoute({
  getParentRoute: () => room,
  path: '/contracts/$id/cutover',
  component: lazyRouteComponent(() => import('./contracts/cutover/CutoverPage.tsx'), 'CutoverPage'),
})
const demo = createRoute({
  getParentRoute: () => room,
  path: '/settings/demo',
  component: lazyRouteComponent(() => import('./settings/Demo.tsx'), 'Demo'),
})
const masterData = createRoute({
  getParentRoute: () => room,
  path: '/master-data',
  component: lazyRouteComponent(() => import('./master-data/MasterDataPage.tsx'), 'MasterDataPage'),
})
const plans = createRoute({
  getParentRoute: () => room,
  path: '/plans',
  component: lazyRouteComponent(() => import('./plans/PlanList.tsx'), 'PlanList'),
})
const newPlan = createRoute({
  getParentRoute: () => room,
  path: '/plans/new',
  component: lazyRouteComponent(() => import('./plans/NewPlan.tsx'), 'NewPlan'),
})
const planDraft = createRoute({
  getParentRoute: () => room,
  path: '/plans/drafts/$id',
  component: lazyRouteComponent(() => import('./plans/editor/PlanEditor.tsx'), 'PlanEditor'),
})
const plan = createRoute({
  getParentRoute: () => room,
  path: '/plans/$ref',
  validateSearch: planSearch,
  component: lazyRouteComponent(() => import('./plans/PlanPage.tsx'), 'PlanPage'),
})
const settings = createRoute({
  getParentRoute: () => room,
  path: '/settings',
  beforeLoad: () => {
    throw redirect({ to: '/settings/teams', replace: true })
  },
})
const roles = createRoute({
  getParentRoute: () => room,
  path: '/settings/roles',
  component: lazyRouteComponent(() => import('./settings/Roles.tsx'), 'Roles'),
})
const letterhead = createRoute({
  getParentRoute: () => room,
  path: '/settings/letterhead',
  component: lazyRouteComponent(() => import('./settings/Letterhead.tsx'), 'Letterhead'),
})

const holidays = createRoute({
  getParentRoute: () => room,
  path: '/settings/holidays',
  component: lazyRouteComponent(() => import('./settings/Holidays.tsx'), 'Holidays'),
})
const teams = createRoute({
  getParentRoute: () => room,
  path: '/settings/teams',
  component: lazyRouteComponent(() => import('./settings/Teams.tsx'), 'Teams'),
})
const routing = createRoute({
  getParentRoute: () => room,
  path: '/settings/routing',
  component: lazyRouteComponent(() => import('./settings/Routing.tsx'), 'Routing'),
})
const disputes = createRoute({
  getParentRoute: () => room,
  path: '/disputes',
  validateSearch: disputesSearch,
  component: lazyRouteComponent(() => import('./disputes/Disputes.tsx'), 'Disputes'),
})
const dispute = createRoute({
  getParentRoute: () => room,
  path: '/disputes/$id',
  component: lazyRouteComponent(() => import('./disputes/DisputePage.tsx'), 'DisputePage'),
})
const messages = createRoute({
  getParentRoute: () => room,
  path: '/settings/messages',
  validateSearch: messageSearch,
  component: lazyRouteComponent(() => import('./messages/Messages.tsx'), 'Messages'),
})
const templates = createRoute({
  getParentRoute: () => room,
  path: '/settings/templates',
  validateSearch: templateSearch,
  component: lazyRouteComponent(() => import('./messages/Templates.tsx'), 'Templates'),
})
const invoices = createRoute({
  getParentRoute: () => room,
  path: '/invoices',
  validateSearch: invoicesSearch,
  component: lazyRouteComponent(() => import('./invoices/Invoices.tsx'), 'Invoices'),
})
const invoice = createRoute({
  getParentRoute: () => room,
  path: '/invoices/$id',
  component: lazyRouteComponent(() => import('./invoices/InvoicePage.tsx'), 'InvoicePage'),
})
const roster = createRoute({
  getParentRoute: () => room,
  path: '/roster',
  validateSearch: rosterSearch,
  component: lazyRouteComponent(() => import('./roster/RosterPage.tsx'), 'RosterPage'),
})
const complaints = createRoute({
  getParentRoute: () => room,
  path: '/complaints',
  validateSearch: complaintsSearch,
  component: lazyRouteComponent(() => import('./complaints/Complaints.tsx'), 'Complaints'),
})
const inbox = createRoute({
  getParentRoute: () => room,
  path: '/inbox',
  validateSearch: inboxSearch,
  component: lazyRouteComponent(() => import('./inbox/Inbox.tsx'), 'Inbox'),
})
const customers = createRoute({
  getParentRoute: () => room,
  path: '/customers',
  validateSearch: partiesSearch,
  component: lazyRouteComponent(() => import('./parties/CustomerList.tsx'), 'CustomerList'),
})
const customer = createRoute({
  getParentRoute: () => room,
  path: '/customers/$id',
  component: lazyRouteComponent(() => import('./parties/CustomerPage.tsx'), 'CustomerPage'),
})
const deviceCodes = createRoute({
  getParentRoute: () => room,
  path: '/customers/$id/codes',
  component: lazyRouteComponent(() => import('./codes/DeviceCodes.tsx'), 'DeviceCodes'),
})
const device = createRoute({
  getParentRoute: () => room,
  path: '/devices/$id',
  component: lazyRouteComponent(() => import('./devices/DevicePage.tsx'), 'DevicePage'),
})
const people = createRoute({
  getParentRoute: () => room,
  path: '/people',
  validateSearch: peopleSearch,
  component: lazyRouteComponent(() => import('./people/PeopleList.tsx'), 'PeopleList'),
})
const trail = createRoute({
  getParentRoute: () => room,
  path: '/trail',
  validateSearch: trailSearch,
  component: lazyRouteComponent(() => import('./trail/Trail.tsx'), 'Trail'),
})
const me = createRoute({ getParentRoute: () => room, path: '/me', component: lazyRouteComponent(() => import('./me/Me.tsx'), 'Me') })

const wall = createRoute({
  getParentRoute: () => bare,
  path: '/wall',
  component: lazyRouteComponent(() => import('./wall/Wall.tsx'), 'Wall'),
})

const routeTree = rootRoute.addChildren([
  login,
  password,
  setup,
  bare.addChildren([wall]),
  room.addChildren([
    home,
    overview,
    tickets,
    newTicket,
    ticket,
    boards,
    board,
    disputes,
    dispute,
    roster,
    complaints,
    inbox,
    invoices,
    invoice,
    customers,
    customer,
    deviceCodes,
    masterData,
    device,
    people,
    trail,
    me,
    contracts,
    newContract,
    contractDraft,
    contract,
    amendContract,
    cutover,
    plans,
    newPlan,
    planDraft,
    plan,
    settings,
    holidays,
    demo,
    letterhead,
    roles,
    teams,
    routing,
    messages,
    templates,
  ]),
])

/** Of an address only what its page knows is kept: the library would hand a page the rest as it stands there. */
const search = { strict: true } as const

export const router = createRouter({
  routeTree,
  search,
  defaultErrorComponent: Broken,
  defaultPreload: 'intent',
  scrollRestoration: true,
  pathParamsAllowedCharacters: ['@'],
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
