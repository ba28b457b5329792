import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { auditTenant } from '../../audit.ts'
import { demoSeal } from '../../demo/marks.ts'
import { readPdf, says } from '../../documents/read-pdf.testing.ts'
import { auditFiles } from '../../files/audit.ts'
import { picture, upload } from '../files/upload.testing.ts'
import { logInAs, plantTenant, startTestServer } from '../http.testing.ts'

const server = await startTestServer()
await plantTenant(server, 'east')
const manager = await logInAs(server, 'service-manager@east')
const agent = await logInAs(server, 'hotline-agent@east')
const customer = await logInAs(server, 'customer-administrator@east')

const YAML = readFileSync(join(import.meta.dirname, '../../../../plans/baojing.yaml'), 'utf8')
assert.equal((await manager.post('/api/plans', { yaml: YAML })).status, 201)

const VENDOR = { side: 'vendor', signer: '顾南', signedOn: '2025-08-20' }
const CUSTOMER = { side: 'customer', signer: '郑工', signedOn: '2025-08-22' }
const BARE = { title: '报警维护', customer: 'jia', plan: 'baojing@1', signedOn: '2025-08-22', startsOn: '2025-09-01', endsOn: '2028-09-01' }

const enter = async (number: string, more: object = {}): Promise<string> =>
  (await manager.post('/api/contracts', { ...BARE, number, ...more })).body.id
const contractOf = async (id: string) => (await manager.get(`/api/contracts/${id}`)).body
const listed = async (number: string) => (await manager.get(`/api/contracts?q=${number}`)).body.items[0]
const annexOf = async (id: string) => readPdf((await manager.get(`/api/contracts/${id}/annex`)).bytes)
const attach = (id: string, body: object) => manager.post(`/api/contracts/${id}/signatures`, body)
const scan = async (name: string): Promise<string> => (await upload(manager, { name: `${name}.png`, bytes: picture(300) })).id

test('a contract that was entered by hand stands as one without its signed paper, until both sides’ signatures are attached', async () => {
  const id = await enter('HT-A1')
  const bare = await contractOf(id)
  assert.deepEqual([bare.standing, bare.unsigned, (await listed('HT-A1')).unsigned], ['in-force', true, true])
  assert.ok(says(await annexOf(id), '未附签署文件'), 'the paper says so as well')
  const [document, seal] = [await scan('合同扫描件'), (await upload(manager, { name: '章.png', bytes: demoSeal() })).id]
  const signatures = [
    { ...VENDOR, document, seal },
    { ...CUSTOMER, document },
  ]
  const headers = { 'idempotency-key': 'attach-once' }
  const send = () => manager.ask('POST', `/api/contracts/${id}/signatures`, { body: { version: bare.version, signatures }, headers })
  const attached = await send()
  assert.equal(attached.status, 200, attached.text)
  const contract = await contractOf(id)
  assert.deepEqual([contract.unsigned, (await listed('HT-A1')).unsigned, contract.standing], [false, false, 'in-force'])
  assert.deepEqual([contract.signedOn, contract.agreements.length], ['2025-08-22', 1], 'nothing of what was agreed has changed')
  assert.deepEqual(
    contract.signatures.map((one: any) => [one.side, one.signer, one.signedOn, one.matches, one.document.name, one.seal?.name]),
    [
      ['vendor', '顾南', '2025-08-20', true, '合同扫描件.png', '章.png'],
      ['customer', '郑工', '2025-08-22', true, '合同扫描件.png', undefined],
    ],
  )
  const annex = await annexOf(id)
  assert.ok(!says(annex, '未附签署文件'))
  for (const words of ['郑工', '2025-08-22', '与上面的校验值一致', contract.signatures[0].seal.sha256]) assert.ok(says(annex, words), words)
  const facts = (await manager.get(`/api/facts?subject=contract/${id}`)).body.items
  assert.deepEqual(
    facts.map(({ type, files }: any) => [type, files?.length ?? 0]).filter(([type]: [string]) => type !== 'contract.signed'),
    [['contract.attested', 2]],
  )
  assert.equal((await customer.get(`/api/files/${document}`)).status, 200, 'whoever reads the contract sees its paper')
  assert.deepEqual((await send()).body, attached.body, 'the same request again gets its first answer')
  const again = await attach(id, { version: contract.version, signatures })
  assert.deepEqual([again.status, again.body.code], [409, 'signing.attested-already'])
})

test('the signer who was named without a paper is named anew with it; what was agreed since stays what it is', async () => {
  const id = await enter('HT-A2', { signatures: [VENDOR, CUSTOMER] })
  const named = await contractOf(id)
  assert.deepEqual([named.unsigned, named.signatures.length], [true, 2])
  const amended = await manager.post(`/api/contracts/${id}/amend`, { version: named.version, endsOn: '2029-09-01' })
  assert.equal(amended.status, 200, amended.text)
  const document = await scan('补扫')
  const signatures = [VENDOR, { ...CUSTOMER, signer: '郑总' }].map((one) => ({ ...one, document }))
  assert.equal((await attach(id, { version: amended.body.version, signatures })).status, 200)
  const contract = await contractOf(id)
  assert.deepEqual([contract.unsigned, contract.endsOn], [false, '2029-09-01'])
  assert.deepEqual(
    contract.signatures.map((one: any) => [one.signer, one.matches, one.amended, one.document.name]),
    [
      ['顾南', true, true, '补扫.png'],
      ['郑总', true, true, '补扫.png'],
    ],
    'signed was what stood before the amendment',
  )
})

test('less than both sides with their paper is refused by its field, and so is who may not manage contracts', async () => {
  const id = await enter('HT-A3')
  const { version } = await contractOf(id)
  const [document, text] = [await scan('合同'), (await upload(manager, { name: '合同.txt', text: '不是图片' })).id]
  const both = (more: object) => [
    { ...VENDOR, document },
    { ...CUSTOMER, document, ...more },
  ]
  for (const [signatures, field] of [
    [both({ document: text }), 'signatures.1.document'],
    [both({ document: 'none' }), 'signatures.1.document'],
    [both({ signedOn: '2031-01-01' }), 'signatures.1.signedOn'],
    [both({ seal: text }), 'signatures.1.seal'],
    [both({ side: 'vendor' }), 'signatures'],
    [[{ ...VENDOR, document }], 'signatures'],
    [both({ document: undefined }), 'signatures.1.document'],
  ] as const) {
    const refused = await attach(id, { version, signatures })
    assert.deepEqual([refused.status, refused.body.errors[0].field], [400, field], refused.text)
  }
  const stale = await attach(id, { version: version + 1, signatures: both({}) })
  assert.equal(stale.status, 409)
  for (const other of [agent, customer])
    assert.equal((await other.post(`/api/contracts/${id}/signatures`, { version, signatures: both({}) })).status, 403)
  assert.equal((await contractOf(id)).unsigned, true)
})

test('what was signed before is looked up once: the contracts of an older program keep what they have', async () => {
  const document = await scan('旧合同')
  await enter('HT-A4', { signatures: [VENDOR, CUSTOMER].map((one) => ({ ...one, document })) })
  assert.equal((await listed('HT-A4')).unsigned, false)
  await server.owner.raw.query(`UPDATE contract SET state_json = state_json - 'attested' WHERE number IN ('HT-A3', 'HT-A4')`)
  assert.equal((await listed('HT-A4')).unsigned, true)
  const migration = join(import.meta.dirname, '../../database/migrations/0026_attested-contracts.sql')
  await server.owner.raw.query(readFileSync(migration, 'utf8'))
  assert.deepEqual([(await listed('HT-A3')).unsigned, (await listed('HT-A4')).unsigned], [true, false])
})

test('what is kept of all of it is what its facts make', async () => {
  assert.deepEqual((await auditTenant(server.services, 'east')).differences, [])
  assert.deepEqual((await auditFiles(server.services, 'east')).faults, [])
})
