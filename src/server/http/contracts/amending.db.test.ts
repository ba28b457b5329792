import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { auditTenant } from '../../audit.ts'
import { demoSeal } from '../../demo/marks.ts'
import { readPdf, says } from '../../documents/read-pdf.testing.ts'
import { auditFiles } from '../../files/audit.ts'
import { picture, upload } from '../files/upload.testing.ts'
import { logInAs, must, plantTenant, startTestServer } from '../http.testing.ts'

const server = await startTestServer()
await plantTenant(server, 'east')
await plantTenant(server, 'west')
const manager = await logInAs(server, 'service-manager@east')
const customer = await logInAs(server, 'customer-administrator@east')
const stranger = await logInAs(server, 'service-manager@west')

const PLAN = (version: number, within: string) => `plan: care
title: 快修
version: ${version}
timezone: Asia/Shanghai
calendars: {always: {hours: 24x7}}
promises:
  reply:
    title: 答复
    text: 尽快答复。
    source: [T-1]
    deadline: {starts: ticket.reported, kept-by: ticket.replied, within: ${within}, calendar: always}
`

for (const [version, within] of [
  [1, '30min'],
  [2, '15min'],
] as const)
  await must(manager.post('/api/plans', { yaml: PLAN(version, within) }))
const LEAD = { key: 'dispute-within', value: '5d', source: '附件三' }
const SIGN = { title: '快修', customer: 'jia', plan: 'care@1', sites: ['jia-site'], assets: ['jia-asset'], terms: [LEAD] }
const signed = async (number: string): Promise<string> => (await must(manager.post('/api/contracts', { ...SIGN, number }))).id
const contractOf = async (id: string, who = manager) => must(who.get(`/api/contracts/${id}`))
const CONTENT = { plan: 'care@2', sites: ['jia-site'], assets: ['jia-asset'], reason: '客户要求更快' }
const draftOf = async (amends: string, content: object = CONTENT): Promise<string> =>
  (await must(manager.post('/api/contract-drafts', { title: '快修', content, amends }))).id
const signing = async (id: string) => must(manager.get(`/api/contract-drafts/${id}/signing`))
const VENDOR = { side: 'vendor', signer: '顾南', signedOn: '2026-09-20' }
const CUSTOMER = { side: 'customer', signer: '郑工', signedOn: '2026-09-22' }
const sign = (id: string, body: object) => manager.post(`/api/contract-drafts/${id}/signatures`, body)

async function filesFor(side: string): Promise<{ seal: string; document: string }> {
  const seal = await upload(manager, { name: `${side}章.png`, bytes: Buffer.concat([demoSeal(), Buffer.from(side)]) })
  const document = await upload(manager, { name: `${side}变更.png`, bytes: picture(300) })
  return { seal: seal.id, document: document.id }
}
const [ours, theirs] = [await filesFor('我方'), await filesFor('客户')]

async function report(contract: string): Promise<any[]> {
  const body = { channel: 'phone', title: '停机', customer: 'jia', asset: 'jia-asset', contract }
  const { id } = await must(manager.post('/api/tickets', body))
  return (await must(manager.get(`/api/tickets/${id}`))).obligations
}
const minutes = ([reply]: any[]): number => (reply.dueAt - reply.openedAt) / 60_000

/** The text that is to be signed, as the annex carries it. */
async function paperIn(draft: string): Promise<string> {
  const pdf = await readPdf((await manager.get(`/api/contract-drafts/${draft}/annex`)).bytes)
  return Buffer.from(pdf.attached.get('contract.json')!).toString()
}

test('an amendment is drafted, signed by each side, and in force with the second signature; what comes after it runs under it', async () => {
  const id = await signed('HT-A1')
  const draft = await draftOf(id)
  const { hash, amends, missing } = await signing(draft)
  assert.deepEqual([amends, missing], [{ id, number: 'HT-A1' }, ['vendor', 'customer']])
  const text = await paperIn(draft)
  assert.equal(createHash('sha256').update(text).digest('hex'), hash)
  const { plan, amends: of } = JSON.parse(text)
  assert.deepEqual([plan, of.reason], ['care@2', CONTENT.reason])
  const first = await must(sign(draft, { ...CUSTOMER, ...theirs, hash }))
  assert.deepEqual(first, { missing: ['vendor'] })
  assert.equal((await contractOf(id)).plan, 'care@1')
  assert.equal(minutes(await report(id)), 30)
  const twice = await sign(draft, { ...CUSTOMER, ...theirs, hash })
  assert.equal(twice.body.code, 'signing.signed-already')
  const done = await must(sign(draft, { ...VENDOR, ...ours, hash }))
  assert.deepEqual(done, { missing: [], contract: { id, number: 'HT-A1' } })
  const now = await contractOf(id, customer)
  assert.equal(now.plan, 'care@2')
  const [amendment] = now.amendments
  assert.deepEqual(
    amendment.signatures.map((one: any) => [one.side, one.signer, one.signedOn, one.matches, one.amended, one.document.name]),
    [
      ['customer', '郑工', '2026-09-22', true, false, '客户变更.png'],
      ['vendor', '顾南', '2026-09-20', true, false, '我方变更.png'],
    ],
  )
  assert.equal(amendment.hash, hash)
  assert.equal(minutes(await report(id)), 15)
  assert.equal((await manager.get(`/api/contract-drafts/${draft}`)).status, 404, 'the working paper has gone')
  const annex = await readPdf((await manager.get(`/api/contracts/${id}/annex`)).bytes)
  for (const words of [hash, '郑工', '顾南']) assert.ok(says(annex, words), words)
})

test('what is changed in the draft voids a signature, and of a contract that was amended meanwhile nothing is signed', async () => {
  const id = await signed('HT-A2')
  const draft = await draftOf(id)
  const { hash, version } = await signing(draft)
  await must(sign(draft, { ...VENDOR, ...ours, hash }))
  const content = { ...CONTENT, endsOn: '2029-01-01' }
  await must(manager.ask('PUT', `/api/contract-drafts/${draft}`, { body: { version: version + 1, title: '快修', content } }))
  const changed = await signing(draft)
  assert.notEqual(changed.hash, hash)
  assert.deepEqual([changed.missing, changed.signatures[0].voided.why], [['vendor', 'customer'], 'changed'])
  await must(sign(draft, { ...VENDOR, ...ours, hash: changed.hash }))
  await must(manager.post(`/api/contracts/${id}/reach`, { version: 1, milestone: 'accepted', evidence: '验收单' }))
  assert.equal((await signing(draft)).hash, changed.hash, 'what happened to the contract is no part of what was agreed')
  await must(manager.post(`/api/contracts/${id}/amend`, { version: 2, endsOn: '2028-06-30' }))
  const late = await signing(draft)
  assert.equal(late.hash, undefined)
  assert.match(late.problem, /重新起草/)
  const refused = await sign(draft, { ...CUSTOMER, ...theirs, hash: changed.hash })
  assert.deepEqual([refused.status, refused.body.code], [422, 'signing.amended-meanwhile'])
  assert.equal((await contractOf(id)).plan, 'care@1')
})

test('an amendment that was signed on paper names who signed for each side, with the document; one nobody signed says so', async () => {
  const id = await signed('HT-A3')
  const { document } = theirs
  const signatures = [
    { ...VENDOR, document },
    { ...CUSTOMER, document },
  ]
  const bad = await manager.post(`/api/contracts/${id}/amend`, { version: 1, plan: 'care@2', signatures: [signatures[0], signatures[0]] })
  assert.equal(bad.body.code, 'contract.side-twice')
  const other = { ...signatures[0], hash: 'a'.repeat(64) }
  const wrong = await manager.post(`/api/contracts/${id}/amend`, { version: 1, plan: 'care@2', signatures: [other] })
  assert.deepEqual([wrong.body.code, wrong.body.field], ['signing.other-hash', 'signatures.0.hash'])
  await must(manager.post(`/api/contracts/${id}/amend`, { version: 1, plan: 'care@2', reason: '提速', signatures }))
  const [amendment] = (await contractOf(id)).amendments
  assert.deepEqual(
    [amendment.reason, amendment.signatures.map((one: any) => [one.signer, one.matches, one.document.name])],
    [
      '提速',
      [
        ['顾南', true, '客户变更.png'],
        ['郑工', true, '客户变更.png'],
      ],
    ],
  )
  await must(manager.post(`/api/contracts/${id}/amend`, { version: 2, endsOn: '2029-01-01' }))
  const after = await contractOf(id)
  assert.equal(after.amendments.length, 1)
  assert.ok(after.amendments[0].signatures.every((one: any) => one.amended && one.matches))
})

test('the paper of an amendment makes no second contract, and nobody drafts one for a contract that is not there for them', async () => {
  const id = await signed('HT-A4')
  const draft = await draftOf(id)
  const longer = await draftOf(id, { sites: ['jia-site'], endsOn: '2030-01-01' })
  const { terms, endsOn } = JSON.parse(await paperIn(longer))
  assert.deepEqual([terms, endsOn], [[LEAD], '2030-01-01'], 'under the same plan, what it does not ask for stays agreed')
  await must(manager.ask('DELETE', `/api/contract-drafts/${longer}`))
  const second = await manager.post('/api/contracts', { ...SIGN, number: 'HT-A5', draft })
  assert.deepEqual([second.status, second.body.field], [400, 'draft'])
  const listed = await must(manager.get(`/api/contract-drafts?contract=${id}`))
  assert.deepEqual(
    listed.items.map((one: any) => [one.id, one.amends.number]),
    [[draft, 'HT-A4']],
  )
  const body = { title: '我的', content: {}, amends: id }
  for (const amends of [id, 'none']) {
    const answer = await stranger.post('/api/contract-drafts', { ...body, amends })
    assert.deepEqual([answer.status, answer.body.field], [400, 'amends'])
  }
  assert.equal((await customer.post('/api/contract-drafts', body)).status, 403)
  await must(manager.post(`/api/contracts/${id}/end`, { version: 1, reason: '到期不续' }))
  assert.equal((await manager.post('/api/contract-drafts', body)).body.code, 'contract.ended')
})

test('all of it derives again from the facts, and every file is what it was', async () => {
  assert.deepEqual((await auditTenant(server.services, 'east')).differences, [])
  assert.deepEqual((await auditFiles(server.services, 'east')).faults, [])
})
