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

const YAML = readFileSync(join(import.meta.dirname, '../../../../plans/biguolu.yaml'), 'utf8')
assert.equal((await manager.post('/api/plans', { yaml: YAML })).status, 201)
const terms = [{ key: 'dimensions.warranty', value: '3y', source: '合同第 1 条' }]
const body = { number: 'HT-9', title: '壁挂炉维保', customer: 'jia', plan: 'biguolu@1', terms, sites: ['jia-site'], assets: ['jia-asset'] }
const signed = await manager.post('/api/contracts', body)
assert.equal(signed.status, 201, signed.text)
const contract: string = signed.body.id

const head = { version: 0, firm: '东岸机电有限公司', address: '东岸市码头路 3 号' }
assert.equal((await administrator.ask('PUT', '/api/letterhead', { body: head })).status, 200)

test('a plan lists its record forms, and each is had empty under the firm’s letterhead', async () => {
  const { forms } = (await manager.get('/api/plans/biguolu@1')).body
  assert.deepEqual(
    forms.find(({ id }: { id: string }) => id === 'training-record'),
    { id: 'training-record', name: '培训记录', fields: 2 },
  )
  const paper = await manager.get('/api/plans/biguolu@1/forms/training-record')
  assert.equal(paper.status, 200, paper.text)
  assert.match(paper.headers.get('content-disposition') ?? '', /^attachment; filename="form-training-record\.pdf"/)
  const pdf = await readPdf(paper.bytes)
  for (const words of ['东岸机电有限公司', '东岸市码头路 3 号', '培训记录', '运行操作', '维修保养', '参加的人', '填写人'])
    assert.ok(says(pdf, words), words)
  const [line] = (await administrator.get('/api/trail?action=form.issued')).body.items
  assert.deepEqual([line.words, line.subject, line.detail.form], ['下载记录表单', 'biguolu@1', 'training-record'])
  assert.equal(line.detail.sha256, createHash('sha256').update(paper.bytes).digest('hex'))
})

test('a form that was filled in is had as it was written, and of no other record or step', async () => {
  const forms = { 'training-record': { topics: ['运行操作'], trainees: ['周运行', '吴值班'] } }
  const recorded = await manager.post('/api/services', { contract, type: 'form.filled', values: { form: 'training-record' }, forms })
  assert.equal(recorded.status, 201, recorded.text)
  const { id, fact } = recorded.body
  const of = (path: string, who = manager) => who.get(`/api/services/${path}`)
  const paper = await of(`${id}/forms/${fact}/training-record`)
  assert.equal(paper.status, 200, paper.text)
  const pdf = await readPdf(paper.bytes)
  const { name } = (await manager.get('/api/customers/jia')).body
  for (const words of [
    '东岸机电有限公司',
    `客户${name}`,
    '培训记录',
    '运行操作',
    '周运行、吴值班',
    '合同编号HT-9',
    '填写人service-manager 某',
  ])
    assert.ok(says(pdf, words), `${words}: ${pdf.run}`)
  assert.ok(!says(pdf, '维修保养'))
  assert.deepEqual((await of(`${id}/forms/${fact}/training-record`)).bytes, paper.bytes)
  for (const path of [`${id}/forms/${fact}/household-record`, `${id}/forms/none/training-record`, `none/forms/${fact}/training-record`])
    assert.equal((await of(path)).status, 404, path)
  const voided = await manager.post(`/api/facts/${fact}/void`, { reason: '重复登记' })
  assert.equal(voided.status, 200, voided.text)
  assert.ok(says(await readPdf((await of(`${id}/forms/${fact}/training-record`)).bytes), '这份记录已作废'))
})

test('a plan, a version or a form that is not there has no paper', async () => {
  for (const path of [
    'biguolu@1/forms/none',
    'biguolu@1/forms/constructor',
    'biguolu@7/forms/training-record',
    'none@1/forms/training-record',
  ])
    assert.equal((await manager.get(`/api/plans/${path}`)).status, 404, path)
})
