import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SHIPPED_ROLES } from '../../core/access/roles.ts'
import { withTenant } from '../database/pool.ts'
import type { Tx } from '../database/pool.ts'
import { plantContracts } from './contract.testing.ts'
import { PASSWORD, logInAs, markOf, plantTenant, startTestServer } from './http.testing.ts'
import type { Person } from './http.testing.ts'
import { ROUTES } from './routes/table.ts'
import { aimsOf } from './isolation-aims.testing.ts'
import { upload } from './files/upload.testing.ts'
import type { Other, Planted } from './isolation-aims.testing.ts'

/**
 * Every route × every role, in a tenant beside another one, and in a customer beside another one of the same tenant. What
 * lies on the other side carries a mark in every text; wherever a request reaches for it, no byte of a mark may come back,
 * and nothing over there may change.
 */
const server = await startTestServer()
const { services, owner } = server
const TENANTS = ['east', 'north'] as const

const planted = new Map<string, Planted>()

/** A life of its own for each customer of each tenant: ticket, replies, notes, a breach that escalated, views, tokens. */
async function plantLife(tenant: string, customer: string): Promise<Planted> {
  const mark = markOf(tenant, customer)
  const manager = await logInAs(server, `service-manager@${tenant}`)
  const must = async (answer: Promise<{ status: number; text: string; body: any }>) => {
    const got = await answer
    assert.ok(got.status < 300, got.text)
    return got.body
  }
  const report = {
    channel: 'phone',
    title: `${mark} 停机`,
    description: `${mark} 面板报高压`,
    customer,
    asset: `${customer}-asset`,
    contract: `${customer}-contract`,
    contact: { name: `${mark} 郑工`, phone: `13900000000${mark}`.slice(0, 40) },
  }
  const ticket = await must(manager.post('/api/tickets', report))
  const note = await must(manager.post(`/api/tickets/${ticket.id}/note`, { text: `${mark} 内部话` }))
  const reply = await must(manager.post(`/api/tickets/${ticket.id}/reply`, { channel: 'phone', summary: `${mark} 已答复` }))
  const view = await must(manager.post('/api/views', { name: `${mark} 视图`, query: { customer }, shared: true }))
  const token = await must(manager.post('/api/tokens', { name: `${mark} 令牌`, scopes: ['ticket.read'] }))
  await must(manager.ask('PUT', '/api/drafts', { body: { subject: `ticket/${ticket.id}`, kind: 'reply', text: `${mark} 草稿` } }))
  const draft = await must(manager.post('/api/contract-drafts', { title: `${mark} 草拟`, content: { number: `${mark}-HT`, customer } }))
  const planDraft = await must(manager.post('/api/plan-drafts', { yaml: `title: ${mark} 草拟` }))
  const service = await must(
    manager.post('/api/services', { type: 'visit.needed', ticket: ticket.id, values: { summary: `${mark} 去看看` } }),
  )
  const evidence = await upload(manager, { name: `${mark}.txt`, text: `${mark} 的证据` })
  await must(manager.post(`/api/tickets/${ticket.id}/note`, { text: '见附件', files: [evidence.id] }))
  const loose = await upload(manager, { name: `${mark} 未附.txt`, text: `${mark} 还没有附上` })
  const release = await must(
    manager.post(`/api/obligations/ticket.${ticket.id}.arrive.1/waive`, { reason: `${mark} 改约`, evidence: `${mark} 回函` }),
  )
  const dispute = await must(manager.post(`/api/obligations/ticket.${ticket.id}.reply.1/dispute`, { reason: `${mark} 答复不实` }))
  const invoice = await must(manager.post('/api/invoices', { ticket: ticket.id }))
  const added = [{ id: 'one', column: 'service', name: `${mark} 保养`, agreedFen: 100, evidence: `${mark} 报价单` }]
  const written = await must(
    manager.ask('PUT', `/api/invoices/${invoice.id}`, { body: { version: 1, content: { stated: {}, added, changes: [] } } }),
  )
  await must(manager.post(`/api/invoices/${invoice.id}/show`, { version: written.version }))
  const inbox = `inbox-${tenant}-${customer}`
  const line = { id: inbox, ticket: ticket.id, person: `${tenant}-service-manager` }
  await withTenant(services.pool, tenant, (tx) => plantEscalation(tx, line))
  await withTenant(services.pool, tenant, (tx) => plantMessage(tx, { customer, ticket: ticket.id, mark }))
  return {
    ticket: ticket.id,
    facts: [...ticket.facts, ...note.facts, ...reply.facts],
    view: view.id,
    token: token.id,
    person: `${tenant}-service-manager`,
    inbox,
    escalation: inbox,
    draft: draft.id,
    planDraft: planDraft.id,
    document: await plantSigned(manager, mark),
    service: service.id,
    file: evidence.id,
    loose: loose.id,
    sha256: evidence.sha256,
    release: release.id,
    message: `message-${tenant}-${customer}`,
    contact: `contact-${tenant}-${customer}`,
    dispute: dispute.id,
    invoice: invoice.id,
  }
}

/** An escalation that waits for somebody, and its line in their inbox. */
async function plantEscalation(tx: Tx, { id, ticket, person }: Readonly<Record<'id' | 'ticket' | 'person', string>>): Promise<void> {
  await tx.query(
    `INSERT INTO inbox (tenant_id, id, person, effect, kind, subject, promise, episode, at, delivered_at) VALUES ($1, $2, $3, $2, 'escalate', $4, 'reply', 1, 0, 0)`,
    [tx.tenant, id, person, `ticket/${ticket}`],
  )
  await tx.query(
    `INSERT INTO escalation (tenant_id, id, ticket, effect, promise, episode, rungs, rung, told_at, wait_ms, reached, people, state)
     VALUES ($1, $2, $3, $2, 'reply', 1, '{service-manager}', 0, 0, 1, ARRAY[$4], ARRAY[$4], 'waiting')`,
    [tx.tenant, id, ticket, person],
  )
}

/** A signed document of the plan that all of a tenant's contracts are under, with a ruling. */
async function plantSigned(manager: Person, mark: string): Promise<string> {
  const { id } = await upload(manager, { name: `${mark} 签署.txt`, text: `${mark} 计划\n一小时内答复 ${mark}` })
  const placed = await manager.ask('PUT', '/api/plans/kuaixiu@1/document', { body: { file: id } })
  assert.equal(placed.status, 200, placed.text)
  const document: string = placed.body.document.id
  const ruled = await manager.post('/api/plans/kuaixiu@1/document/rulings', { document, rulings: [{ passage: 1, parts: [] }] })
  assert.equal(ruled.status, 200, ruled.text)
  return document
}

/** A dead letter about the ticket, with its log, and a contact of the contract. */
async function plantMessage(tx: Tx, { customer, ticket, mark }: { customer: string; ticket: string; mark: string }): Promise<void> {
  const { tenant } = tx
  const [message, contact] = [`message-${tenant}-${customer}`, `contact-${tenant}-${customer}`]
  await tx.query(
    `INSERT INTO contract_contact (tenant_id, id, contract, name, email, locale, created_at) VALUES ($1, $2, $3, $4, $4 || '@mail.example', 'zh-CN', 0)`,
    [tenant, contact, `${customer}-contract`, mark],
  )
  await tx.query(
    `INSERT INTO message (tenant_id, id, key, kind, channel, recipient, address, locale, title, body, ticket, contract, state, created_at, changed_at)
     VALUES ($1, $2, $2, 'escalation', 'mail', $3, $3, 'zh-CN', $3, $3, $4, $5, 'failed', 0, 0)`,
    [tenant, message, mark, ticket, `${customer}-contract`],
  )
  await tx.query(`INSERT INTO message_log (tenant_id, message, at, event, detail) VALUES ($1, $2, 0, 'failed', $3)`, [
    tenant,
    message,
    mark,
  ])
}

for (const tenant of TENANTS) {
  await plantTenant(server, tenant, { demo: true })
  await plantContracts(server, tenant)
  for (const customer of ['jia', 'yi']) planted.set(`${tenant} ${customer}`, await plantLife(tenant, customer))
}

/** Everything of a tenant, or of one customer of it, as one text. */
async function everythingOf(tenant: string, customer?: string): Promise<string> {
  const tables = [
    'customer',
    'site',
    'asset',
    'contract',
    'contract_site',
    'contract_asset',
    'contract_person',
    'contract_draft',
    'contract_signature',
    'plan_draft',
    'plan',
    'role',
    'team',
    'ticket',
    'fact',
    'fact_text',
    'obligation',
    'belief',
    'inbox',
    'escalation',
    'person',
    'person_role',
    'saved_view',
    'token',
    'draft',
    'service_record',
    'file',
    'file_use',
    'file_content',
    'release',
    'message',
    'message_log',
    'message_template',
    'contract_contact',
    'dispute',
    'invoice',
    'tenant',
  ]
  const parts: string[] = []
  for (const table of tables) {
    const { rows } = await owner.raw.query(`SELECT to_jsonb(t)::text AS row FROM ${table} t WHERE tenant_id = $1 ORDER BY 1`, [tenant])
    // What people do to themselves by asking (a failed log-in, a date of last use) is no change of what they asked for.
    const own = rows.map((row) =>
      row.row.replaceAll(/"(failed_logins|locked_until|last_used_at)": [^,}]+/g, '').replaceAll(/, (?=[,}])/g, ''),
    )
    parts.push(...(customer === undefined ? own : own.filter((row: string) => row.includes(`MARK-${tenant}-${customer}`))))
  }
  return parts.join('\n')
}

function leak(text: string, mark: string): string | undefined {
  const at = text.indexOf(mark)
  return at < 0 ? undefined : text.slice(Math.max(0, at - 80), at + 60)
}

type Cell = { readonly person: Person; readonly other: Other; readonly mark: string }

async function askAll({ person, other, mark }: Cell): Promise<string[]> {
  const leaks: string[] = []
  for (const route of ROUTES) {
    for (const { path, body } of aimsOf(route.at, other)) {
      const answer = await person.ask(route.method, `/api${path}`, body === undefined ? {} : { body })
      const asked = JSON.stringify(body ?? '') + decodeURIComponent(path)
      const headers = JSON.stringify([...answer.headers])
      const found = leak(answer.text, mark) ?? leak(headers, mark)
      // What the person wrote themselves may come back in a sentence about it.
      if (found !== undefined && !asked.includes(mark)) leaks.push(`${route.at} ${path}: ${found}`)
      if (answer.status >= 500) leaks.push(`${route.at} ${path}: ${answer.status} ${answer.text}`)
    }
  }
  return leaks
}

for (const { id: role } of SHIPPED_ROLES) {
  test(`a ${role} of one tenant gets nothing of another by any route, and changes nothing there`, { timeout: 60_000 }, async () => {
    const before = await everythingOf('north')
    const person = await logInAs(server, `${role}@east`)
    for (const customer of ['jia', 'yi']) {
      const other: Other = { tenant: 'north', customer, ...planted.get(`north ${customer}`)! }
      assert.deepEqual(await askAll({ person, other, mark: 'MARK-north' }), [])
    }
    assert.equal(await everythingOf('north'), before)
  })
}

for (const role of SHIPPED_ROLES.filter((one) => one.party === 'customer').map((one) => one.id)) {
  test(
    `a ${role} gets nothing of another customer of the same tenant by any route, and changes nothing there`,
    { timeout: 60_000 },
    async () => {
      const before = await everythingOf('east', 'yi')
      const person = await logInAs(server, `${role}@east`)
      const other: Other = { tenant: 'east', customer: 'yi', ...planted.get('east yi')! }
      assert.deepEqual(await askAll({ person, other, mark: markOf('east', 'yi') }), [])
      assert.equal(await everythingOf('east', 'yi'), before)
    },
  )
}

test('the marks are really there to be found: whoever may see them does', async () => {
  // The wrong passwords of the matrix have locked the account.
  server.time.now += 20 * 60_000
  const manager = await logInAs(server, 'service-manager@north')
  const { ticket } = planted.get('north yi')!
  const page = await manager.get(`/api/tickets/${ticket}`)
  for (const part of ['停机', '面板报高压', '内部话', '已答复', '郑工', '冷水机组', '门诊楼'])
    assert.ok(page.text.includes(`${markOf('north', 'yi')}`) && page.text.includes(part), part)
  for (const path of [
    '/tickets?view=all',
    '/contracts',
    '/contract-drafts',
    '/customers',
    '/sites',
    '/assets',
    '/views',
    '/tokens',
    '/services',
    '/releases',
    '/disputes',
    `/search?q=${markOf('north', 'yi')}`,
  ])
    assert.ok((await manager.get(`/api${path}`)).text.includes(markOf('north', 'yi')), path)
})

test('the customer whose ticket it is reads what was said to them, and no internal note', async () => {
  const zheng = await logInAs(server, 'customer-administrator@east')
  const { ticket } = planted.get('east jia')!
  const { text, body } = await zheng.get(`/api/tickets/${ticket}`)
  assert.ok(text.includes('已答复'))
  assert.ok(!text.includes('内部话'))
  assert.ok(!text.includes(PASSWORD))
  assert.ok(body.timeline.every((fact: { visibility: string }) => fact.visibility === 'all'))
  const facts = await zheng.get(`/api/facts?subject=ticket/${ticket}`)
  assert.ok(!facts.text.includes('内部话'))
  const contract = await zheng.get('/api/facts?subject=contract/jia-contract')
  assert.ok(!contract.text.includes('内部话'))
})

const OURS = ['只给自己人看的话', '没有出示的成本', '自己人的工作纸', '没有发出的回复'] as const

/** What stands with a customer's own ticket and is none of theirs. */
async function plantOurs(manager: Person): Promise<Pick<Planted, 'ticket' | 'invoice' | 'service' | 'file' | 'facts'>> {
  const must = async (answer: Promise<{ status: number; text: string; body: any }>) => {
    const got = await answer
    assert.ok(got.status < 300, got.text)
    return got.body
  }
  const [note, cost, paper, unsent] = OURS
  const ticket = await must(
    manager.post('/api/tickets', { channel: 'phone', title: '停机', customer: 'jia', asset: 'jia-asset', contract: 'jia-contract' }),
  )
  const file = await upload(manager, { name: `${note}.txt`, text: note })
  const noted = await must(manager.post(`/api/tickets/${ticket.id}/note`, { text: note, files: [file.id] }))
  await must(manager.ask('PUT', '/api/drafts', { body: { subject: `ticket/${ticket.id}`, kind: 'reply', text: unsent } }))
  const service = await must(manager.post('/api/services', { type: 'visit.needed', ticket: ticket.id, values: { summary: paper } }))
  const invoice = await must(manager.post('/api/invoices', { ticket: ticket.id }))
  const added = [{ id: 'one', column: 'service', name: cost, agreedFen: 77_700, evidence: cost }]
  await must(manager.ask('PUT', `/api/invoices/${invoice.id}`, { body: { version: 1, content: { stated: {}, added, changes: [] } } }))
  return { ticket: ticket.id, invoice: invoice.id, service: service.id, file: file.id, facts: noted.facts }
}

test(
  'by no route that reads do a customer’s people get our notes, papers, drafts or costs of their own ticket',
  { timeout: 60_000 },
  async () => {
    const manager = await logInAs(server, 'service-manager@east')
    const own: Other = { tenant: 'east', customer: 'jia', ...planted.get('east jia')!, ...(await plantOurs(manager)) }
    const reads = ROUTES.filter(({ method }) => method === 'GET').flatMap(({ at }) => aimsOf(at, own).map(({ path }) => path))
    const told = async (person: Person): Promise<readonly string[]> => {
      const found: string[] = []
      for (const path of reads) {
        const { text, status } = await person.get(`/api${path}`)
        assert.ok(status < 500, path)
        found.push(...OURS.filter((ours) => text.includes(ours)).map((ours) => `${path}: ${ours}`))
      }
      return found
    }
    const seen = await told(manager)
    for (const ours of OURS)
      assert.ok(
        seen.some((one) => one.endsWith(ours)),
        `nobody sees ${ours}`,
      )
    for (const role of ['customer-administrator', 'customer-user'])
      assert.deepEqual(await told(await logInAs(server, `${role}@east`)), [], role)
  },
)

test('nobody without a log-in gets past the door', async () => {
  for (const route of ROUTES.filter((one) => one.permission !== 'public')) {
    const path = route.path.replaceAll(/\{\w+\}/g, 'x')
    const response = await fetch(`${server.url}/api${path}`, { method: route.method })
    assert.equal(response.status, 401, route.at)
    assert.ok(!(await response.text()).includes('MARK'))
  }
})
