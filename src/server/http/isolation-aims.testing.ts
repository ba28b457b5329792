import type { RouteKey } from '../words/routes/say.ts'
import { markOf } from './http.testing.ts'
import { SET_UP_AIMS } from './isolation-aims-set-up.testing.ts'
import { PORTAL_AIMS } from './portal/aims.testing.ts'
import { COMMAND_BODIES } from './tickets/command-bodies.testing.ts'
import { DESK_AIMS } from './isolation-aims-desk.testing.ts'

/** What lies in a tenant, to be reached for from another. */
export type Planted = {
  readonly ticket: string
  readonly facts: readonly string[]
  readonly view: string
  readonly token: string
  readonly person: string
  readonly inbox: string
  readonly escalation: string
  readonly draft: string
  readonly planDraft: string
  /** the signed document of kuaixiu@1 */
  readonly document: string
  readonly service: string
  /** one that is attached to a note, one that its uploader has not attached yet, and the hash of the first */
  readonly file: string
  readonly loose: string
  readonly sha256: string
  readonly release: string
  readonly message: string
  readonly contact: string
  readonly dispute: string
  readonly invoice: string
}
export type Aim = { readonly path: string; readonly body?: unknown }
export type Other = { readonly customer: string; readonly tenant: string } & Planted

const on =
  (path: string, body?: (other: Other) => unknown) =>
  (other: Other): Aim[] => [{ path: path.replace('{ticket}', other.ticket), body: body?.(other) }]
const lists =
  (name: string, ...filters: string[]) =>
  (other: Other): Aim[] =>
    ['', '?limit=200', ...filters.map((filter) => `?${filter}`)].map((query) => ({
      path: `/${name}${query}`
        .replaceAll('{customer}', other.customer)
        .replaceAll('{ticket}', other.ticket)
        .replaceAll('{mark}', encodeURIComponent(markOf(other.tenant, other.customer))),
    }))
const filesOf = ({ file, loose }: Other): string[] => [file, loose]
const about = { occurredAt: undefined }
const reach = (other: Other) => ({
  channel: 'phone',
  title: '我的',
  customer: other.customer,
  site: `${other.customer}-site`,
  asset: `${other.customer}-asset`,
  contract: `${other.customer}-contract`,
})

/** How each route would be asked for what lies on the other side. A route without a line here does not compile. */
const AIMS: Readonly<Record<Exclude<RouteKey, `POST /tickets/{id}/${string}`>, (other: Other) => Aim[]>> = {
  ...SET_UP_AIMS,
  'GET /welcome': on('/welcome'),
  'POST /session': on('/session', (other) => ({ account: `service-manager@${other.tenant}`, password: 'not the password' })),
  'GET /session': on('/session'),
  'PATCH /session': on('/session', () => ({})),
  'DELETE /session': () => [],
  'POST /password': on('/password', () => ({ current: 'wrong', password: 'long enough 1' })),
  'POST /password-reset/request': on('/password-reset/request', (other) => ({ account: `service-manager@${other.tenant}` })),
  'POST /password-reset': on('/password-reset', (other) => ({ token: `nxr_${other.tenant}_${'A'.repeat(43)}`, password: 'long enough 1' })),
  'POST /setup': on('/setup', (other) => ({
    token: `nxs_${other.tenant}_${'A'.repeat(43)}`,
    name: '我',
    account: 'me',
    password: 'long enough 1',
  })),
  'POST /clock/advance': on('/clock/advance', () => ({ ms: 1 })),
  'GET /tickets': lists(
    'tickets',
    'view=all&customer={customer}',
    'view=all&q={mark}',
    'view=overdue',
    'view=mine',
    'view=all&contract={customer}-contract',
    'view=all&asset={customer}-asset',
  ),
  'GET /tickets/sheet': on('/tickets/sheet?view=all'),
  'GET /tickets/views': on('/tickets/views'),
  'GET /tickets/alike': lists(
    'tickets/alike',
    'customer={customer}&words={mark}',
    'customer={customer}&asset={customer}-asset&ticket={ticket}',
  ),
  'POST /tickets': on('/tickets', reach),
  'POST /tickets/preview': on('/tickets/preview', reach),
  'GET /tickets/{id}': on('/tickets/{ticket}'),
  'GET /tickets/{id}/as-customer': on('/tickets/{ticket}/as-customer'),
  'PUT /tickets/{id}/presence': on('/tickets/{ticket}/presence', () => ({ state: 'here' })),
  'PUT /tickets/{id}/watch': on('/tickets/{ticket}/watch', () => ({ watching: true })),
  'GET /notices': lists('notices', 'state=all'),
  'PUT /notices/{id}/read': on('/notices/{ticket}/read'),
  'GET /tickets/{id}/obligations': on('/tickets/{ticket}/obligations'),
  'GET /obligations': lists(
    'obligations',
    'customer={customer}',
    'ticket={ticket}',
    'subject=ticket/{ticket}',
    'contract={customer}-contract',
  ),
  'GET /obligations/{id}': on('/obligations/ticket.{ticket}.reply.1'),
  'GET /obligations/{id}/seals': on('/obligations/ticket.{ticket}.reply.1/seals'),
  'GET /consequences': lists(
    'consequences',
    'contract={customer}-contract&promise=reply',
    'asset={customer}-asset',
    'todo=yes',
    'todo=yes&mine=yes',
  ),
  'GET /releases': lists('releases', 'state=waiting'),
  'POST /obligations/{id}/waive': on('/obligations/ticket.{ticket}.reply.1/waive', () => ({ reason: '理由', evidence: '单' })),
  'POST /obligations/{id}/excuse': on('/obligations/ticket.{ticket}.reply.1/excuse', () => ({ reason: 'flood', evidence: '单' })),
  'POST /releases/{id}/approve': (other) => [{ path: `/releases/${other.release}/approve`, body: {} }],
  'POST /releases/{id}/refuse': (other) => [{ path: `/releases/${other.release}/refuse`, body: { reason: '不' } }],
  'POST /releases/{id}/withdraw': (other) => [{ path: `/releases/${other.release}/withdraw`, body: {} }],
  'GET /disputes': lists('disputes', 'state=running', 'contract={customer}-contract', 'ticket={ticket}'),
  'GET /disputes/{id}': (other) => [{ path: `/disputes/${other.dispute}` }],
  'POST /facts/{id}/dispute': (other) => other.facts.map((id) => ({ path: `/facts/${id}/dispute`, body: { reason: '不对' } })),
  'POST /obligations/{id}/dispute': on('/obligations/ticket.{ticket}.reply.1/dispute', () => ({ reason: '不对' })),
  'POST /disputes/{id}/answer': (other) => [{ path: `/disputes/${other.dispute}/answer`, body: { answer: '对' } }],
  'POST /disputes/{id}/withdraw': (other) => [{ path: `/disputes/${other.dispute}/withdraw`, body: {} }],
  'POST /disputes/{id}/settle': (other) => [{ path: `/disputes/${other.dispute}/settle`, body: { outcome: 'rejected', reason: '不' } }],
  'GET /letterhead': on('/letterhead'),
  'PUT /letterhead': (other) => filesOf(other).map((logo) => ({ path: '/letterhead', body: { version: 99, firm: '我的', logo } })),
  'POST /letterhead/preview': (other) => filesOf(other).map((seal) => ({ path: '/letterhead/preview', body: { firm: '我的', seal } })),
  'GET /letterhead/sample': on('/letterhead/sample'),
  'GET /holidays': on('/holidays'),
  'POST /holidays/check': on('/holidays/check', () => ({ text: '{}' })),
  'POST /holidays/publish': on('/holidays/publish', () => ({ text: '{}' })),
  'GET /facts': lists(
    'facts',
    'subject=ticket/{ticket}',
    'subject=customer/{customer}',
    'subject=contract/{customer}-contract',
    'subject=asset/{customer}-asset',
  ),
  'POST /files': (other) => [{ path: '/files', body: { name: '我的.txt', size: 40, sha256: other.sha256 } }],
  'PATCH /files/{id}': (other) => filesOf(other).map((id) => ({ path: `/files/${id}?offset=0` })),
  'GET /files/{id}': (other) => filesOf(other).map((id) => ({ path: `/files/${id}` })),
  'GET /files/{id}/content': (other) => filesOf(other).map((id) => ({ path: `/files/${id}/content` })),
  'DELETE /files/{id}': (other) => filesOf(other).map((id) => ({ path: `/files/${id}` })),
  'GET /services': lists('services', 'asset={customer}-asset', 'ticket={ticket}', 'contract={customer}-contract'),
  'POST /services': (other) =>
    [
      { ticket: other.ticket },
      { contract: `${other.customer}-contract` },
      { contract: `${other.customer}-contract`, asset: `${other.customer}-asset` },
      { partOf: other.service },
    ].map((place) => ({ path: '/services', body: { type: 'callback.made', ...place } })),
  'POST /services/{id}/continue': (other) => [{ path: `/services/${other.service}/continue`, body: { type: 'visit.done' } }],
  'POST /services/{id}/correct': (other) => [
    { path: `/services/${other.service}/correct`, body: { fact: other.facts[0], reason: '看看' } },
  ],
  'GET /invoices': lists(
    'invoices',
    'ticket={ticket}',
    'customer={customer}',
    'contract={customer}-contract',
    'state=to-correct',
    'month=2026-09',
  ),
  'POST /invoices': (other) => [
    { path: '/invoices', body: { ticket: other.ticket } },
    { path: '/invoices', body: { ticket: other.ticket, corrects: other.invoice } },
  ],
  'POST /taken/invoices': (other) => [{ path: '/taken/invoices', body: { state: 'all', customer: other.customer, count: 1 } }],
  'GET /invoices/{id}': (other) => [{ path: `/invoices/${other.invoice}` }],
  'PUT /invoices/{id}': (other) => [
    { path: `/invoices/${other.invoice}`, body: { version: 1, content: { stated: {}, added: [], changes: [] } } },
  ],
  'DELETE /invoices/{id}': (other) => [{ path: `/invoices/${other.invoice}` }],
  'POST /tasks': (other) => [{ path: '/tasks', body: { task: `ticket/${other.ticket}|late|1|open-task:apology`, did: '看看' } }],
  'POST /remedies': (other) => [
    { path: '/remedies', body: { remedy: `ticket/${other.ticket}|late|1|credit:100`, fen: 1, evidence: '单' } },
  ],
  'POST /invoices/{id}/show': (other) => [{ path: `/invoices/${other.invoice}/show`, body: { version: 1 } }],
  'POST /invoices/{id}/agree': (other) => [{ path: `/invoices/${other.invoice}/agree`, body: { version: 1, evidence: '看看' } }],
  'POST /invoices/{id}/issue': (other) => [{ path: `/invoices/${other.invoice}/issue`, body: { version: 1 } }],
  ...DESK_AIMS,
  'GET /contracts/{id}/tasks': (other) => [{ path: `/contracts/${other.customer}-contract/tasks` }],
  'POST /facts/{id}/approve': (other) => other.facts.map((id) => ({ path: `/facts/${id}/approve`, body: {} })),
  'POST /facts/{id}/correct': (other) =>
    other.facts.map((id) => ({ path: `/facts/${id}/correct`, body: { field: 'channel', from: 'phone', to: 'mail', reason: '看看' } })),
  'POST /facts/{id}/void': (other) => other.facts.map((id) => ({ path: `/facts/${id}/void`, body: { reason: '看看' } })),
  'GET /plans': lists('plans'),
  'GET /plans/{ref}': on('/plans/kuaixiu@1'),
  'GET /plans/{ref}/differences/{other}': on('/plans/kuaixiu@1/differences/kuaixiu@1'),
  'POST /plans': on('/plans', (other) => ({ yaml: `plan: ${markOf(other.tenant, other.customer).toLowerCase()}` })),
  'POST /plans/check': on('/plans/check', () => ({ yaml: 'plan: kuaixiu' })),
  'POST /plans/bundled': on('/plans/bundled'),
  'PATCH /plans/{ref}': on('/plans/kuaixiu@1', () => ({ retired: false })),
  'GET /plans/{ref}/yaml': on('/plans/kuaixiu@1/yaml'),
  'POST /plans/{ref}/due': on('/plans/kuaixiu@1/due', () => ({ start: 0, data: {} })),
  'POST /plans/due': on('/plans/due', () => ({ yaml: 'plan: kuaixiu', start: 0, data: {} })),
  'POST /plans/differences': on('/plans/differences', () => ({ yaml: 'plan: kuaixiu', other: 'kuaixiu@1' })),
  'GET /plans/bundled': on('/plans/bundled'),
  'GET /plans/{ref}/document': on('/plans/kuaixiu@1/document'),
  'PUT /plans/{ref}/document': (other) => filesOf(other).map((file) => ({ path: '/plans/kuaixiu@1/document', body: { file } })),
  'POST /plans/{ref}/document/rulings': on('/plans/kuaixiu@1/document/rulings', (other) => ({
    document: other.document,
    rulings: [{ passage: 0, parts: [] }],
  })),
  'GET /plan-drafts': lists('plan-drafts'),
  'GET /plan-drafts/{id}': (other) => [{ path: `/plan-drafts/${other.planDraft}` }],
  'GET /plan-drafts/{id}/annex': (other) => [{ path: `/plan-drafts/${other.planDraft}/annex` }],
  'POST /plans/preview': on('/plans/preview', () => ({ yaml: 'plan: kuaixiu' })),
  'POST /plan-drafts': on('/plan-drafts', () => ({ yaml: 'plan: wo' })),
  'PUT /plan-drafts/{id}': (other) => [{ path: `/plan-drafts/${other.planDraft}`, body: { version: 1, yaml: 'plan: wo' } }],
  'DELETE /plan-drafts/{id}': (other) => [{ path: `/plan-drafts/${other.planDraft}` }],
  'GET /plans/{ref}/annex': on('/plans/kuaixiu@1/annex'),
  'GET /plans/{ref}/forms/{form}': on('/plans/kuaixiu@1/forms/visit'),
  'GET /services/{id}/forms/{fact}/{form}': (other) =>
    other.facts.map((fact) => ({ path: `/services/${other.service}/forms/${fact}/visit` })),
  'GET /contracts/{id}/annex': (other) => [{ path: `/contracts/${other.customer}-contract/annex` }],
  'GET /contract-drafts': lists('contract-drafts', 'contract={customer}-contract'),
  'GET /contract-drafts/{id}': (other) => [{ path: `/contract-drafts/${other.draft}` }],
  'POST /contract-drafts': (other) => [
    { path: '/contract-drafts', body: { title: '我的', content: {} } },
    { path: '/contract-drafts', body: { title: '我的', content: {}, amends: `${other.customer}-contract` } },
  ],
  'PUT /contract-drafts/{id}': (other) => [{ path: `/contract-drafts/${other.draft}`, body: { version: 1, title: '我的', content: {} } }],
  'DELETE /contract-drafts/{id}': (other) => [{ path: `/contract-drafts/${other.draft}` }],
  'GET /contract-drafts/{id}/signing': (other) => [{ path: `/contract-drafts/${other.draft}/signing` }],
  'GET /contract-drafts/{id}/annex': (other) => [{ path: `/contract-drafts/${other.draft}/annex` }],
  'POST /contract-drafts/{id}/signatures': (other) =>
    filesOf(other).map((file) => ({
      path: `/contract-drafts/${other.draft}/signatures`,
      body: { side: 'vendor', signer: '我', signedOn: '2026-01-01', hash: other.sha256, seal: file, document: file },
    })),
  'POST /contract-drafts/{id}/signatures/{side}/withdraw': (other) => [
    { path: `/contract-drafts/${other.draft}/signatures/vendor/withdraw`, body: { reason: '看看' } },
  ],
  'POST /contracts': (other) => [
    {
      path: '/contracts',
      body: {
        number: 'HT-X',
        title: '我的',
        customer: other.customer,
        plan: 'none@1',
        assets: [`${other.customer}-asset`],
        people: { lead: [other.person] },
      },
    },
  ],
  'POST /contracts/{id}/amend': (other) => [
    { path: `/contracts/${other.customer}-contract/amend`, body: { version: 99, people: { lead: [other.person] } } },
  ],
  'POST /contracts/{id}/amend-preview': (other) => [
    { path: `/contracts/${other.customer}-contract/amend-preview`, body: { version: 99, people: {} } },
  ],
  'POST /contracts/{id}/correction-preview': (other) => [
    { path: `/contracts/${other.customer}-contract/correction-preview`, body: { of: 'f-1', to: 1 } },
  ],
  'GET /contracts/{id}/moves': (other) => [{ path: `/contracts/${other.customer}-contract/moves` }],
  'POST /contracts/{id}/moves': (other) => [{ path: `/contracts/${other.customer}-contract/moves`, body: { reason: '看看' } }],
  'GET /contracts/{id}/cutover': (other) => [{ path: `/contracts/${other.customer}-contract/cutover` }],
  'GET /contracts/{id}/cutover/template': (other) => [{ path: `/contracts/${other.customer}-contract/cutover/template` }],
  'POST /contracts/{id}/cutover/preview': (other) =>
    filesOf(other).map((file) => ({ path: `/contracts/${other.customer}-contract/cutover/preview`, body: { files: [file] } })),
  'POST /contracts/{id}/cutover': (other) =>
    filesOf(other).map((file) => ({ path: `/contracts/${other.customer}-contract/cutover`, body: { files: [file] } })),
  'POST /contracts/{id}/reach': (other) => [
    { path: `/contracts/${other.customer}-contract/reach`, body: { version: 99, milestone: 'accepted', evidence: '看看' } },
  ],
  'POST /contracts/{id}/signatures': (other) => [
    {
      path: `/contracts/${other.customer}-contract/signatures`,
      body: {
        version: 99,
        signatures: ['vendor', 'customer'].map((side) => ({ side, signer: '看看', signedOn: '2026-01-01', document: other.file })),
      },
    },
  ],
  'POST /contracts/{id}/end': (other) => [{ path: `/contracts/${other.customer}-contract/end`, body: { version: 99, reason: '看看' } }],
  'POST /roles': on('/roles', () => ({ id: 'administrator', name: '我', grants: [] })),
  'PATCH /roles/{id}': on('/roles/administrator', () => ({ version: 99, name: '我' })),
  'POST /teams': on('/teams', () => ({ name: '我', parent: 'none' })),
  'PATCH /teams/{id}': on('/teams/none', () => ({ version: 1, name: '我' })),
  'GET /contracts': lists('contracts', 'q={mark}', 'customer={customer}'),
  'GET /contracts/{id}': (other) => [{ path: `/contracts/${other.customer}-contract` }],
  'GET /contracts/{id}/covers': (other) => [{ path: `/contracts/${other.customer}-contract/covers` }],
  'GET /contracts/{id}/evidence': (other) => [{ path: `/contracts/${other.customer}-contract/evidence` }],
  'GET /contracts/{id}/report': (other) => [{ path: `/contracts/${other.customer}-contract/report` }],
  'POST /contracts/{id}/board/taken': (other) => [
    { path: `/contracts/${other.customer}-contract/board/taken`, body: { year: 2026, count: 1 } },
  ],
  'GET /contracts/{id}/board': (other) => [
    { path: `/contracts/${other.customer}-contract/board` },
    { path: `/contracts/${other.customer}-contract/board?year=2026` },
  ],
  'GET /contracts/{id}/board/{promise}': (other) => [{ path: `/contracts/${other.customer}-contract/board/reply` }],
  'GET /customers': lists('customers', 'q={mark}', 'q=yy'),
  'GET /customers/{id}': (other) => [{ path: `/customers/${other.customer}` }],
  'POST /customers': on('/customers', () => ({ name: '新客户' })),
  'PATCH /customers/{id}': (other) => [{ path: `/customers/${other.customer}`, body: { version: 99, name: '改名' } }],
  'GET /sites': lists('sites', 'customer={customer}', 'q={mark}'),
  'GET /sites/{id}': (other) => [{ path: `/sites/${other.customer}-site` }],
  'POST /sites': (other) => [{ path: '/sites', body: { customer: other.customer, name: '' } }],
  'PATCH /sites/{id}': (other) => [{ path: `/sites/${other.customer}-site`, body: { version: 99, name: '改名' } }],
  'GET /zones': on('/zones'),
  'GET /assets': lists('assets', 'customer={customer}', 'site={customer}-site', 'q={mark}'),
  'GET /assets/{id}/covers': (other) => [{ path: `/assets/${other.customer}-asset/covers` }],
  'GET /assets/{id}': (other) => [{ path: `/assets/${other.customer}-asset` }],
  'POST /assets': (other) => [
    { path: '/assets', body: { customer: 'jia', site: 'yi-site', name: '主机', serial: markOf(other.tenant, 'none') } },
  ],
  'PATCH /assets/{id}': (other) => [{ path: `/assets/${other.customer}-asset`, body: { version: 99, name: '改名' } }],
  'GET /people': lists('people', 'q={mark}', 'customer={customer}', 'left=all'),
  'GET /people/{id}': (other) => [{ path: `/people/${other.person}` }],
  'POST /people': on('/people', () => ({ name: '新人', account: 'service-manager' })),
  'PATCH /people/{id}': (other) => [{ path: `/people/${other.person}`, body: { version: 99, name: '改名' } }],
  'POST /people/{id}/roles': (other) => [{ path: `/people/${other.person}/roles`, body: { version: 99, roles: ['administrator'] } }],
  'POST /people/{id}/leave': (other) => [{ path: `/people/${other.person}/leave`, body: { version: 99 } }],
  'POST /people/{id}/invite': (other) => (other.tenant === 'north' ? [{ path: `/people/${other.person}/invite` }] : []),
  'GET /roles': on('/roles'),
  'GET /teams': on('/teams'),
  'GET /messages': lists('messages', 'ticket={ticket}', 'contract={customer}-contract', 'state=failed'),
  'GET /messages/{id}': (other) => [{ path: `/messages/${other.message}` }],
  'POST /messages/{id}/bounce': (other) => [{ path: `/messages/${other.message}/bounce`, body: { reason: '查无此人' } }],
  'POST /messages/{id}/resend': (other) => [{ path: `/messages/${other.message}/resend` }],
  'GET /mail': on('/mail'),
  'GET /templates': on('/templates'),
  'PUT /templates/{kind}/{locale}': on('/templates/escalation/zh-CN', () => ({ version: 99, subject: '我的', body: '我的' })),
  'POST /templates/{kind}/{locale}/reset': on('/templates/escalation/zh-CN/reset', () => ({ version: 99 })),
  'POST /templates/{kind}/{locale}/try': on('/templates/escalation/zh-CN/try', () => ({ subject: '我的', body: '我的' })),
  'GET /message-settings': on('/message-settings'),
  'POST /message-settings/try': on('/message-settings/try'),
  'PUT /message-settings': on('/message-settings', () => ({ mailOff: [], locale: null, quietFrom: 0, quietUntil: 0 })),
  'GET /contracts/{id}/contacts': (other) => [{ path: `/contracts/${other.customer}-contract/contacts` }],
  'POST /contracts/{id}/contacts': (other) => [
    { path: `/contracts/${other.customer}-contract/contacts`, body: { name: '', email: 'me@enemy.example' } },
  ],
  'DELETE /contacts/{id}': (other) => (other.tenant === 'north' ? [{ path: `/contacts/${other.contact}` }] : []),
  'POST /contracts/{id}/notices/preview': (other) => [
    { path: `/contracts/${other.customer}-contract/notices/preview`, body: { kind: 'renewal', contacts: [other.contact] } },
  ],
  'POST /contracts/{id}/notices': (other) => [
    { path: `/contracts/${other.customer}-contract/notices`, body: { kind: 'renewal', contacts: [other.contact] } },
  ],
  'GET /inbox': lists('inbox', 'state=unread'),
  'POST /escalations/{id}/acknowledge': (other) => [{ path: `/escalations/${other.escalation}/acknowledge` }],
  'POST /inbox/{id}/acknowledge': (other) => [{ path: `/inbox/${other.inbox}/acknowledge` }],
  'GET /search': (other) =>
    [markOf(other.tenant, other.customer), 'MARK', '停机', '医院', 'GD', 'HT', 'yy'].map((q) => ({
      path: `/search?q=${encodeURIComponent(q)}&limit=50`,
    })),
  'GET /trail': lists('trail', 'q=MARK', 'q={mark}'),
  ...PORTAL_AIMS,
  'GET /tokens': on('/tokens'),
  'POST /tokens': on('/tokens', () => ({ name: '我的', scopes: ['no.such'] })),
  'DELETE /tokens/{id}': (other) => [{ path: `/tokens/${other.token}` }],
  'GET /views': on('/views'),
  'POST /views': on('/views', () => ({ name: '我的', query: {} })),
  'DELETE /views/{id}': (other) => [{ path: `/views/${other.view}` }],
  'GET /drafts': (other) => [{ path: `/drafts?subject=ticket/${other.ticket}&kind=reply` }],
  'PUT /drafts': (other) => [{ path: '/drafts', body: { subject: `ticket/${other.ticket}`, kind: 'note', text: '我的草稿' } }],
  'GET /live': () => [],
}

/** Every way to ask a route for what lies on the other side. */
export function aimsOf(at: RouteKey, other: Other): Aim[] {
  const command = /^POST \/tickets\/\{id\}\/(.+)$/.exec(at)?.[1]
  if (command === undefined) return AIMS[at as keyof typeof AIMS](other)
  return [
    {
      path: `/tickets/${other.ticket}/${command}`,
      body: { ...(COMMAND_BODIES[command as keyof typeof COMMAND_BODIES] as object), ...about },
    },
  ]
}
