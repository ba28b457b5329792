import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { readPdf, says } from '../../documents/read-pdf.testing.ts'
import { logInAs, plantTenant, startTestServer } from '../http.testing.ts'

const server = await startTestServer()
await plantTenant(server, 'east')
const manager = await logInAs(server, 'service-manager@east')
const administrator = await logInAs(server, 'administrator@east')

const YAML = readFileSync(join(import.meta.dirname, '../../../../plans/keyou.yaml'), 'utf8')
assert.equal((await manager.post('/api/plans', { yaml: YAML })).status, 201)

/** The answer as bytes: a paper is no text. */
async function paper(path: string, language = 'zh-CN') {
  const answer = await manager.get(path, { 'accept-language': language })
  return { ...answer, pdf: answer.status === 200 ? await readPdf(answer.bytes) : undefined }
}

test('the annex of a plan comes as a PDF with the very file inside, its hash printed, and twice the same', async () => {
  const first = await paper('/api/plans/keyou@1/annex')
  assert.equal(first.status, 200)
  assert.equal(first.headers.get('content-type'), 'application/pdf')
  assert.match(first.headers.get('content-disposition') ?? '', /^attachment; filename="annex-keyou@1\.pdf"; filename\*=UTF-8''%E9%99%84/)
  assert.equal(Buffer.from(first.pdf!.attached.get('keyou@1.yaml')!).toString(), YAML)
  assert.ok(says(first.pdf!, createHash('sha256').update(YAML).digest('hex')))
  assert.ok(says(first.pdf!, 'east 机电'))
  assert.match(first.pdf!.pages[0]!, /2026-09-23/)
  assert.deepEqual((await paper('/api/plans/keyou@1/annex')).bytes, first.bytes)
  const english = await paper('/api/plans/keyou@1/annex', 'en')
  assert.ok(says(english.pdf!, 'Annex: service commitment'))
  const [english2, line] = (await administrator.get('/api/trail?action=annex.issued')).body.items
  assert.equal(english2.detail.language, 'en')
  assert.deepEqual([line.subject, line.detail.sha256], ['keyou@1', createHash('sha256').update(first.bytes).digest('hex')])
})

test('the annex of a contract carries its parties and terms; what is not there is missing', async () => {
  const asked = (await manager.get('/api/plans/keyou@1')).body.asks as { key: string; kind: string }[]
  const open = asked.find(({ kind, key }) => kind === 'span' && key.startsWith('promises.')) ?? assert.fail('nothing is open')
  const terms = [{ key: open.key, value: '8h', source: '合同第九条' }]
  const body = { number: 'HT-9', title: '机电售后', customer: 'jia', plan: 'keyou@1', sites: ['jia-site'], assets: ['jia-asset'], terms }
  const signed = await manager.post('/api/contracts', body)
  assert.equal(signed.status, 201, signed.text)
  const { pdf } = await paper(`/api/contracts/${signed.body.id}/annex`)
  for (const words of ['HT-9', '机电售后', '甲方（客户）', '合同约定，出处：合同第九条', '1 台']) assert.ok(says(pdf!, words), words)
  assert.equal((await paper('/api/contracts/none/annex')).status, 404)
  assert.equal((await paper('/api/plans/keyou@7/annex')).status, 404)
})

test('the annex names the last sealed head of the ledger', async () => {
  await server.owner.raw.query(
    `INSERT INTO seal_head (tenant_id, size, root, previous, at, payload, signature, key_id, frontier, last_xid, last_seq)
     VALUES ('east', 7, $1, NULL, $2, '', '', 'feedfacefeedface', '[]', '1', 1)`,
    ['beef0123'.repeat(8), server.time.now],
  )
  const { pdf } = await paper('/api/plans/keyou@1/annex')
  assert.ok(says(pdf!, 'beef0123'.repeat(8)))
  assert.ok(says(pdf!, '已封存 7 条事实，签名密钥 feedfacefeedface'))
})

test('a customer takes the annex of an own contract and of no other', async () => {
  const own = await logInAs(server, 'customer-administrator@east')
  const contracts = (await own.get('/api/contracts')).body.items as { id: string }[]
  assert.ok(contracts.length > 0)
  for (const { id } of contracts) assert.equal((await own.get(`/api/contracts/${id}/annex`)).status, 200)
  assert.equal((await own.get('/api/contracts/none/annex')).status, 404)
})
