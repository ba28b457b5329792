import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { auditTenant } from '../audit.ts'
import { logInAs, plantTenant, startTestServer } from './http.testing.ts'

const server = await startTestServer()
await plantTenant(server, 'east')
await plantTenant(server, 'north')
const manager = await logInAs(server, 'service-manager@east')
const agent = await logInAs(server, 'hotline-agent@east')
const administrator = await logInAs(server, 'administrator@east')

const bundled = (id: string) => readFileSync(join(import.meta.dirname, `../../../plans/${id}.yaml`), 'utf8')
const SIGN = { number: 'HT-1', title: '机电设备售后', customer: 'jia', plan: 'shebei-2nian@1', sites: ['jia-site'], assets: ['jia-asset'] }

test('a plan is examined before it is taken in: what is wrong is told by line and column, and nothing is written', async () => {
  const broken = bundled('shebei-2nian').replace('kept-by: ticket.replied', 'kept-by: ticket.repplied')
  const checked = await manager.post('/api/plans/check', { yaml: broken })
  assert.equal(checked.body.plan, undefined)
  const [finding] = checked.body.findings
  assert.match(finding.words, /ticket\.repplied.*ticket\.replied/)
  const refused = await manager.post('/api/plans', { yaml: broken })
  assert.deepEqual([refused.status, refused.body.code, refused.body.field], [422, 'plan.findings', 'yaml'])
  assert.deepEqual(refused.body.findings, checked.body.findings)
  assert.equal(broken.split('\n')[finding.line - 1]?.slice(finding.column - 1), 'ticket.repplied')
  assert.deepEqual((await manager.get('/api/plans')).body.items, [])
  assert.equal((await agent.post('/api/plans', { yaml: bundled('shebei-2nian') })).status, 403)
})

test('a draft is put right as long as nobody has signed it; what is signed needs the next version', async () => {
  const added = await manager.post('/api/plans', { yaml: bundled('shebei-2nian') })
  assert.equal(added.status, 201, added.text)
  assert.deepEqual([added.body.ref, added.body.state], ['shebei-2nian@1', 'draft'])
  const other = bundled('shebei-2nian').replace('within: 30min', 'within: 20min')
  assert.equal((await manager.post('/api/plans', { yaml: other })).status, 201)
  assert.match((await manager.get('/api/plans/shebei-2nian@1')).body.yaml, /within: 20min/)
  await manager.post('/api/plans', { yaml: bundled('shebei-2nian') })
  const signed = await manager.post('/api/contracts', SIGN)
  assert.equal(signed.status, 201, signed.text)
  assert.equal((await manager.get('/api/plans/shebei-2nian@1')).body.state, 'in-force')
  const taken = await manager.post('/api/plans', { yaml: other })
  assert.deepEqual([taken.status, taken.body.code], [400, 'plan.version-taken'])
  assert.match(taken.body.detail, /version 改为 2/)
  assert.equal((await manager.post('/api/plans', { yaml: other.replace('version: 1', 'version: 2') })).status, 201)
  const newest = (await manager.get('/api/plans/shebei-2nian')).body
  assert.deepEqual(newest.versions, [
    { ref: 'shebei-2nian@2', version: 2, state: 'draft' },
    { ref: 'shebei-2nian@1', version: 1, state: 'in-force' },
  ])
})

test('of two versions, and of any two plans, the difference is told in the language of who asks; a plan that is not there is missing', async () => {
  const between = '/api/plans/shebei-2nian@1/differences/shebei-2nian@2'
  const told = (await agent.get(between)).body.words as string[]
  assert.ok(told.length > 0)
  for (const words of told) assert.match(words, /第 1 版.*第 2 版|只在第/)
  assert.deepEqual((await agent.get('/api/plans/shebei-2nian@1/differences/shebei-2nian@1')).body, { words: [] })
  assert.equal((await agent.get('/api/plans/shebei-2nian@1/differences/shebei-2nian@7')).status, 404)
})

test('the text of a plan comes back as the file that was taken in', async () => {
  const file = await agent.get('/api/plans/shebei-2nian@1/yaml')
  assert.deepEqual([file.status, file.text], [200, bundled('shebei-2nian')])
  assert.match(file.headers.get('content-type') ?? '', /^application\/yaml/)
  assert.match(file.headers.get('content-disposition') ?? '', /"shebei-2nian@1\.yaml"/)
  assert.equal((await agent.get('/api/plans/shebei-2nian@7/yaml')).status, 404)
  const trail = (await administrator.get('/api/trail?action=plan.exported')).body.items
  assert.deepEqual(
    trail.map((line: { person: { name: string }; subject: string }) => [line.person.name, line.subject]),
    [['hotline-agent 某', 'shebei-2nian@1']],
  )
})

test('a retired version takes no new contract, those under it run on, and it may be taken up again', async () => {
  const retired = await manager.patch('/api/plans/shebei-2nian@2', { retired: true })
  assert.deepEqual([retired.status, retired.body.state], [200, 'retired'])
  const late = { ...SIGN, number: 'HT-R', plan: 'shebei-2nian@2' }
  const refused = await manager.post('/api/contracts', late)
  assert.deepEqual([refused.status, refused.body.code, refused.body.field], [400, 'plan.is-retired', 'plan'])
  assert.equal((await manager.patch('/api/plans/shebei-2nian@2', { retired: false })).body.state, 'draft')
  assert.equal((await agent.patch('/api/plans/shebei-2nian@2', { retired: true })).status, 403)
  const { body } = await administrator.get('/api/trail?q=shebei-2nian@2')
  assert.deepEqual(
    body.items.map((line: { action: string }) => line.action),
    ['plan.reinstated', 'plan.retired', 'plan.added'],
  )
})

test('the plans that come with the product are taken in at once; what is there already is left alone and told', async () => {
  const first = await manager.post('/api/plans/bundled')
  assert.equal(first.status, 200, first.text)
  const of = (taken: string) => first.body.items.filter((one: { taken: string }) => one.taken === taken).length
  assert.deepEqual([of('added'), of('unchanged')], [first.body.items.length - 1, 1])
  const again = (await manager.post('/api/plans/bundled')).body.items
  assert.ok(again.every((one: { taken: string }) => one.taken === 'unchanged'))
  assert.equal((await agent.post('/api/plans/bundled')).status, 403)
})

test('a plan says what a contract under it is asked for, in words of the reader', async () => {
  const { asks, roles } = (await manager.get('/api/plans/keyou@1')).body
  const by = (key: string) => asks.find((one: { key: string }) => one.key === key)
  assert.match(by('promises.arrive.within.severe.elsewhere').words, /到场 · 时限（严重故障 · /)
  assert.deepEqual([by('promises.repair.within').required, by('promises.repair.within').kind], [false, 'span'])
  assert.ok(roles.some((one: { id: string; name: string }) => one.id === 'lead' && one.name === '负责人'))
})

test('under a contract that was just signed a fault is reported and its clocks run', async () => {
  const [contract] = (await manager.get('/api/contracts')).body.items
  const detail = (await manager.get(`/api/contracts/${contract.id}`)).body
  assert.deepEqual([detail.number, detail.sites[0].id, detail.assets[0].id], ['HT-1', 'jia-site', 'jia-asset'])
  const report = await agent.post('/api/tickets', { channel: 'phone', title: '停机', customer: 'jia', asset: 'jia-asset' })
  assert.equal(report.status, 201, report.text)
  const reply = report.body.clocks.find((clock: { promise: string }) => clock.promise === 'reply')
  assert.equal(reply.dueAt - server.time.now, 30 * 60_000)
  const facts = (await manager.get(`/api/facts?subject=contract/${contract.id}`)).body.items
  assert.ok(facts.some((fact: { type: string }) => fact.type === 'contract.signed'))
})

test('what does not fit together is refused by its field, and nothing is half written', async () => {
  const sign = async (change: object) => {
    const { status, body } = await manager.post('/api/contracts', { ...SIGN, number: 'HT-2', ...change })
    return [status, body.field ?? body.code]
  }
  assert.deepEqual(await sign({ number: 'HT-1' }), [400, 'number'])
  assert.deepEqual(await sign({ customer: 'none' }), [400, 'customer'])
  assert.deepEqual(await sign({ assets: ['yi-asset'] }), [400, 'assets'])
  assert.deepEqual(await sign({ sites: ['none'] }), [400, 'sites'])
  assert.deepEqual(await sign({ plan: 'none@1' }), [400, 'plan'])
  assert.deepEqual(await sign({ people: { lead: ['none'] } }), [400, 'people'])
  assert.deepEqual(await sign({ startsOn: '2026-02-30' }), [400, 'startsOn'])
  assert.deepEqual(await sign({ startsOn: '2026-03-02', endsOn: '2026-03-01' }), [400, 'endsOn'])
  assert.deepEqual(await sign({ terms: [{ key: 'promises.reply.within', value: '1h', source: '附件' }] }), [422, 'terms'])
  assert.equal((await manager.get('/api/contracts')).body.items.length, 1)
})

test('an amendment holds for what comes; what runs goes on under what it began with; both versions stand in the record', async () => {
  const [contract] = (await manager.get('/api/contracts')).body.items
  const before = (await manager.get(`/api/contracts/${contract.id}`)).body
  const lead = 'east-engineer'
  await manager.post('/api/plans', {
    yaml: bundled('shebei-2nian').replace('within: 30min', 'within: 20min').replace('version: 1', 'version: 2'),
  })
  const amended = await manager.post(`/api/contracts/${contract.id}/amend`, {
    version: contract.version,
    plan: 'shebei-2nian@2',
    people: { lead: [lead] },
  })
  assert.equal(amended.status, 200, amended.text)
  const stale = await manager.post(`/api/contracts/${contract.id}/amend`, { version: contract.version, people: {} })
  assert.deepEqual([stale.status, stale.body.code], [409, 'contract.stale'])
  const after = (await manager.get(`/api/contracts/${contract.id}`)).body
  assert.deepEqual([before.plan, after.plan, after.people[0].person.id], ['shebei-2nian@1', 'shebei-2nian@2', lead])
  const report = await agent.post('/api/tickets', { channel: 'phone', title: '异响', customer: 'jia', asset: 'jia-asset' })
  const due = (clocks: { promise: string; dueAt: number }[]) => clocks.find((clock) => clock.promise === 'reply')!.dueAt - server.time.now
  assert.equal(due(report.body.clocks), 20 * 60_000)
  const [running] = (await agent.get(`/api/tickets?view=open&q=${encodeURIComponent('停机')}`)).body.items
  const old = (await agent.get(`/api/tickets/${running.id}`)).body
  const reply = old.obligations.find((one: { promise: string }) => one.promise === 'reply')
  assert.equal(reply.dueAt - old.ticket.reportedAt, 30 * 60_000)
})

test('what happens to what was sold is recorded with its evidence, in force or late, and put right by a second record', async () => {
  const id = (await manager.get('/api/contracts')).body.items[0].id
  const detail = async () => (await manager.get(`/api/contracts/${id}`)).body
  const reach = async (more: object, who = manager) =>
    who.post(`/api/contracts/${id}/reach`, { version: (await detail()).version, evidence: '运单 SF-1', ...more })
  assert.equal((await reach({ milestone: 'shipped' })).status, 200)
  assert.deepEqual((await reach({ milestone: 'shipped' })).body.field, 'milestone')
  assert.deepEqual((await reach({ milestone: 'flown' })).body.field, 'milestone')
  const early = server.time.now - 86_400_000
  assert.equal((await reach({ milestone: 'delivered', occurredAt: early })).body.field, 'lateReason')
  const late = await reach({ milestone: 'delivered', occurredAt: early, lateReason: '周末无人登记' })
  assert.equal(late.status, 200, late.text)
  const [fact] = late.body.facts
  assert.equal((await manager.post(`/api/facts/${fact}/approve`)).body.code, 'contract.approval-own')
  await administrator.post(`/api/people/east-dispatcher/roles`, { version: 1, roles: ['service-manager'] })
  const second = await logInAs(server, 'dispatcher@east')
  const approved = await second.post(`/api/facts/${fact}/approve`, { note: '见运单' })
  assert.equal(approved.status, 200, approved.text)
  const accepted = await reach({ milestone: 'accepted', evidence: '验收单 9', assets: ['jia-asset'] })
  assert.equal(accepted.body.phase, 'accepted', accepted.text)
  const voided = await manager.post(`/api/facts/${accepted.body.facts[0]}/void`, { reason: '登错了' })
  assert.equal(voided.status, 200, voided.text)
  const wrong = { field: 'evidence', from: 'a', to: 'b', reason: 'x' }
  assert.equal((await manager.post(`/api/facts/${fact}/correct`, wrong)).body.code, 'contract.no-correction')
  const { milestones } = await detail()
  assert.deepEqual(
    milestones.map((one: any) => [one.milestone, one.evidence, one.late, one.approvedBy?.id]),
    [
      ['shipped', '运单 SF-1', false, undefined],
      ['delivered', '运单 SF-1', true, 'east-dispatcher'],
    ],
  )
  assert.equal((await reach({ milestone: 'commissioned', version: 1 })).body.code, 'contract.stale')
  assert.equal((await reach({ milestone: 'commissioned' }, agent)).status, 403)
})

test('an ended contract is not amended and takes no new ticket, while the facts of all of it derive again to the same', async () => {
  const id = (await manager.get('/api/contracts')).body.items[0].id
  const version = async () => (await manager.get(`/api/contracts/${id}`)).body.version
  const ended = await manager.post(`/api/contracts/${id}/end`, { version: await version(), reason: '期满' })
  assert.equal(ended.body.phase, 'ended', ended.text)
  const late = await manager.post(`/api/contracts/${id}/amend`, { version: await version(), people: {} })
  assert.deepEqual([late.status, late.body.code], [422, 'contract.ended'])
  assert.equal((await manager.get(`/api/contracts/${id}`)).body.standing, 'ended')
  const report = { channel: 'phone', title: '又停机', customer: 'jia', asset: 'jia-asset' }
  const named = await agent.post('/api/tickets', { ...report, contract: id })
  assert.deepEqual([named.status, named.body.field], [400, 'contract'])
  const bare = await agent.post('/api/tickets', report)
  assert.deepEqual([bare.status, bare.body.clocks], [201, []])
  const audited = await auditTenant(server.services, 'east')
  assert.deepEqual(audited.differences, [])
})

test('an audit names a contract whose row says something else than its facts', async () => {
  const id = (await manager.get('/api/contracts')).body.items[0].id
  const put = (ends: string | null) =>
    server.owner.raw.query("UPDATE contract SET ends_on = $2 WHERE tenant_id = 'east' AND id = $1", [id, ends])
  await put('2099-01-01')
  const { differences } = await auditTenant(server.services, 'east')
  assert.deepEqual(
    differences.map(({ subject, what, key }) => [subject, what, key]),
    [[`contract/${id}`, 'contract', 'columns']],
  )
  await put(null)
  assert.deepEqual((await auditTenant(server.services, 'east')).differences, [])
})

test('a contract is written on a working paper first, which goes with the signature', async () => {
  const content = { number: 'HT-D', customer: 'jia', plan: 'shebei-2nian@1', terms: [{ key: 'dimensions.hours', value: '', source: '' }] }
  const draft = (await manager.post('/api/contract-drafts', { title: '草拟', content })).body
  const kept = await manager.ask('PUT', `/api/contract-drafts/${draft.id}`, { body: { version: 1, title: '改过', content } })
  assert.deepEqual([kept.status, kept.body.version], [200, 2])
  const stale = await manager.ask('PUT', `/api/contract-drafts/${draft.id}`, { body: { version: 1, title: '旧的', content } })
  assert.deepEqual([stale.status, stale.body.code], [409, 'contract.stale'])
  assert.equal((await agent.get('/api/contract-drafts')).status, 403)
  const refused = await manager.post('/api/contracts', { ...SIGN, number: 'HT-1', draft: draft.id })
  assert.equal(refused.status, 400)
  assert.deepEqual((await manager.get(`/api/contract-drafts/${draft.id}`)).body.content, content)
  const signed = await manager.post('/api/contracts', { ...SIGN, number: 'HT-D', draft: draft.id })
  assert.equal(signed.status, 201, signed.text)
  assert.equal((await manager.get(`/api/contract-drafts/${draft.id}`)).status, 404)
  const other = (await manager.post('/api/contract-drafts', { title: '不要了', content: {} })).body
  assert.equal((await manager.delete(`/api/contract-drafts/${other.id}`)).status, 200)
  assert.deepEqual((await manager.get('/api/contract-drafts')).body.items, [])
})

test('a contract is signed under the plan’s text as it stands: one that is replaced meanwhile is signed as the new one or not at all', async () => {
  const draft = (limit: number) =>
    bundled('baojing')
      .replace('plan: baojing', 'plan: wechsel')
      .replace(/within: \S+/, `within: ${limit}min`)
  await manager.post('/api/plans', { yaml: draft(10) })
  const sign = (number: string) => manager.post('/api/contracts', { ...SIGN, number, plan: 'wechsel@1' })
  const answers = await Promise.all([
    sign('HT-W1'),
    sign('HT-W2'),
    manager.post('/api/plans', { yaml: draft(11) }),
    sign('HT-W3'),
    sign('HT-W4'),
  ])
  for (const { status, text } of answers) assert.ok(status < 500, text)
  // Whether one of them was faster than the new text is chance; whoever comes after it signs that.
  const signed = [...answers, await sign('HT-W5')].filter((one) => one.status === 201 && one.body.number !== undefined)
  assert.equal(signed.at(-1)?.body.number, 'HT-W5')
  const text = (await manager.get('/api/plans/wechsel@1')).body.yaml
  for (const { body } of signed) {
    server.services.plans.dropContracts()
    const bound = await server.services.plans.contract('east', body.id)
    assert.ok(bound, text)
  }
})

test('values that the plan leaves open are agreed with where they stand, and what does not fit is told by its key', async () => {
  const terms = (value: string) => [{ key: 'promises.repair.within', value, source: '附件二' }]
  const keyou = { ...SIGN, number: 'HT-T', plan: 'keyou@1' }
  const refused = await manager.post('/api/contracts', { ...keyou, terms: terms('六小时') })
  assert.deepEqual(
    [refused.status, refused.body.code, refused.body.findings[0].path],
    [422, 'contract.terms-refused', 'promises.repair.within'],
  )
  const signed = await manager.post('/api/contracts', { ...keyou, terms: terms('6h') })
  assert.equal(signed.status, 201, signed.text)
  const amended = await manager.post(`/api/contracts/${signed.body.id}/amend`, { version: 1, terms: terms('4h'), reason: '加价' })
  assert.equal(amended.status, 200, amended.text)
  const { agreements } = (await manager.get(`/api/contracts/${signed.body.id}`)).body
  assert.deepEqual(
    agreements.map((one: { terms: { value: string }[] }) => one.terms[0]?.value),
    ['4h', '6h'],
  )
})

test('a device, a place or a person that is named twice is covered once', async () => {
  const twice = {
    sites: ['jia-site', 'jia-site'],
    assets: ['jia-asset', 'jia-asset'],
    people: { lead: ['east-engineer', 'east-engineer'] },
  }
  const signed = await manager.post('/api/contracts', { ...SIGN, ...twice, number: 'HT-2X' })
  assert.equal(signed.status, 201, signed.text)
  const { sites, assets, people } = (await manager.get(`/api/contracts/${signed.body.id}`)).body
  assert.deepEqual([sites.length, assets.length, people.length], [1, 1, 1])
})

test('the same signature sent twice signs once', async () => {
  const key = { 'idempotency-key': 'sign-once-0001' }
  const body = { ...SIGN, number: 'HT-9' }
  const [first, second] = [await manager.post('/api/contracts', body, key), await manager.post('/api/contracts', body, key)]
  assert.deepEqual(first.body, second.body)
  assert.equal((await manager.get('/api/contracts')).body.items.filter((one: { number: string }) => one.number === 'HT-9').length, 1)
})

test('a firm makes roles of its own; they count from the next request', async () => {
  const grants = [{ action: 'ticket.read', scope: 'all' }]
  assert.equal((await agent.post('/api/roles', { id: 'auditor', name: '稽核', grants })).status, 403)
  const added = await administrator.post('/api/roles', { id: 'auditor', name: '稽核', grants })
  assert.deepEqual([added.status, added.body.name, added.body.version], [201, '稽核', 1])
  assert.equal((await administrator.post('/api/roles', { id: 'auditor', name: '稽核', grants })).body.code, 'role.taken')
  const fly = { id: 'flyer', name: '飞', grants: [{ action: 'fly', scope: 'all' }] }
  assert.deepEqual((await administrator.post('/api/roles', fly)).body.field, 'grants')
  const engineer = await logInAs(server, 'engineer@east')
  assert.equal((await engineer.get('/api/customers')).status, 200)
  const changed = await administrator.patch('/api/roles/engineer', { version: 1, grants })
  assert.equal(changed.status, 200, changed.text)
  assert.equal((await engineer.get('/api/customers')).status, 403)
  assert.equal((await administrator.patch('/api/roles/engineer', { version: 1, grants })).status, 409)
  assert.equal((await administrator.patch('/api/roles/engineer', { version: 2, name: '师傅' })).body.code, 'role.shipped-name')
  assert.equal((await administrator.patch('/api/roles/engineer', { version: 2, retired: true })).body.code, 'role.shipped-stays')
  const [line] = (await administrator.get('/api/trail?q=role/engineer')).body.items
  assert.equal(line.action, 'role.changed')
  assert.match(JSON.stringify(line.detail), /ticket\.read:all/)
})

test('nobody grants what they do not hold', async () => {
  await administrator.post('/api/roles', { id: 'keeper', name: '角色管理', grants: [{ action: 'role.manage', scope: 'all' }] })
  await administrator.post('/api/people/east-parts-keeper/roles', { version: 1, roles: ['keeper'] })
  const keeper = await logInAs(server, 'parts-keeper@east')
  const beyond = await keeper.post('/api/roles', { id: 'boss', name: '老板', grants: [{ action: 'audit.read', scope: 'all' }] })
  assert.deepEqual([beyond.status, beyond.body.code], [400, 'role.beyond-own'])
  assert.match(beyond.body.detail, /查看|审计|记录/)
  const widened = await keeper.patch('/api/roles/auditor', {
    version: 1,
    grants: [
      { action: 'ticket.read', scope: 'all' },
      { action: 'person.manage', scope: 'own' },
    ],
  })
  assert.equal(widened.body.code, 'role.beyond-own')
  const narrowed = await keeper.patch('/api/roles/auditor', { version: 1, grants: [{ action: 'ticket.read', scope: 'team' }] })
  assert.equal(narrowed.status, 200, narrowed.text)
  assert.equal((await keeper.post('/api/roles', { id: 'same', name: '同', grants: [{ action: 'role.manage', scope: 'all' }] })).status, 201)
})

test('a role that somebody has is not retired; a retired one is given to nobody', async () => {
  const held = await administrator.patch('/api/roles/keeper', { version: 1, retired: true })
  assert.deepEqual([held.status, held.body.code], [422, 'role.held'])
  const retired = await administrator.patch('/api/roles/same', { version: 1, retired: true })
  assert.deepEqual([retired.status, retired.body.retired], [200, true])
  const ids = async (query = '') => (await administrator.get(`/api/roles${query}`)).body.items.map((role: { id: string }) => role.id)
  assert.ok(!(await ids()).includes('same') && (await ids('?retired=yes')).includes('same'))
  const given = await administrator.post('/api/people/east-parts-keeper/roles', { version: 2, roles: ['same'] })
  assert.deepEqual([given.status, given.body.field], [400, 'roles'])
  assert.equal((await administrator.patch('/api/roles/same', { version: 2, retired: false })).body.retired, false)
})

test('however roles are changed, somebody is left who can manage people and roles', async () => {
  const role = (await administrator.get('/api/roles')).body.items.find((one: { id: string }) => one.id === 'administrator')
  const without = role.grants.filter((one: { action: string }) => one.action !== 'role.manage')
  const refused = await administrator.patch('/api/roles/administrator', { version: role.version, grants: without })
  assert.deepEqual([refused.status, refused.body.code], [400, 'role.last-manager'])
  const narrow = role.grants.map((one: { action: string }) => (one.action === 'person.manage' ? { ...one, scope: 'team' } : one))
  assert.equal(
    (await administrator.patch('/api/roles/administrator', { version: role.version, grants: narrow })).body.code,
    'role.last-manager',
  )
  assert.equal((await administrator.get('/api/people')).status, 200)
})

test('teams are added, moved, renamed and retired; none stands under itself, and none is retired over somebody’s head', async () => {
  const south = (await administrator.post('/api/teams', { name: '南区' })).body
  const inner = (await administrator.post('/api/teams', { name: '南区一队', parent: south.id })).body
  assert.equal((await administrator.patch(`/api/teams/${south.id}`, { version: 1, parent: inner.id })).body.code, 'team.under-itself')
  assert.equal((await administrator.patch(`/api/teams/${inner.id}`, { version: 1, name: '南区快修' })).body.name, '南区快修')
  assert.equal((await administrator.patch(`/api/teams/${inner.id}`, { version: 1, name: '旧名' })).status, 409)
  assert.equal((await administrator.patch(`/api/teams/${south.id}`, { version: 1, retired: true })).body.code, 'team.occupied')
  assert.equal((await administrator.patch('/api/teams/west-1', { version: 1, retired: true })).body.code, 'team.occupied')
  assert.equal((await administrator.patch(`/api/teams/${inner.id}`, { version: 2, parent: null })).body.parent, undefined)
  const retired = await administrator.patch(`/api/teams/${inner.id}`, { version: 3, retired: true })
  assert.deepEqual([retired.status, retired.body.retired], [200, true])
  const person = { name: '新人', account: 'xinren', team: inner.id, roles: ['engineer'] }
  assert.equal((await administrator.post('/api/people', person)).body.field, 'team')
  const known = { id: 'system-engineers', name: '系统工程师组' }
  assert.equal((await administrator.post('/api/teams', known)).body.id, known.id, 'plans know a team by its own name')
  const again = (await administrator.post('/api/teams', known)).body
  assert.deepEqual([again.field, again.code], ['id', 'team.taken'])
  const { body } = await administrator.get('/api/trail?q=team')
  assert.ok(body.items.length >= 5)
})
