import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PlanDocument } from '../../../wire/plan-documents.ts'
import { docxOf } from '../../demo/docx.ts'
import { download, upload } from '../files/upload.testing.ts'
import type { Sent } from '../files/upload.testing.ts'
import { logInAs, plantTenant, startTestServer } from '../http.testing.ts'

const server = await startTestServer()
await plantTenant(server, 'east')
await plantTenant(server, 'north')
const manager = await logInAs(server, 'service-manager@east')
const agent = await logInAs(server, 'hotline-agent@east')
const customer = await logInAs(server, 'customer-administrator@east')
const administrator = await logInAs(server, 'administrator@east')

const YAML = `plan: shiyong
title: 试用方案
version: 1
timezone: Asia/Shanghai
calendars:
  always: {hours: 24x7}
promises:
  reply:
    title: 答复
    deadline: {starts: ticket.reported, kept-by: ticket.replied, within: 30min, calendar: always}
    text: 报修之后半小时内答复。
  arrive:
    title: 到场
    deadline: {starts: ticket.reported, kept-by: visit.arrived, within: 24h, calendar: always}
    text: 需要上门的，二十四小时以内工程师到达现场。
  monthly:
    title: 每月回访
    recurring: {starts: contract.accepted, every: 1mo, task: call}
    text: 每个月打电话回访一次。
`
assert.equal((await manager.post('/api/plans', { yaml: YAML })).status, 201)
const PATH = '/api/plans/shiyong@1/document'

const LINES = [
  '售后服务计划',
  '双方签章后生效。',
  '1、接到报修，30 分钟内答复。',
  '2、需要上门的故障，工程师 24 小时内到达现场。',
  '3、发票在验收后 15 天内开出。',
]
const place = (file: string, headers = {}) => manager.ask('PUT', PATH, { body: { file }, headers })
const put = async (sent: Sent) => place((await upload(manager, sent)).id)
const rule = (document: string, rulings: unknown[]) => manager.post(`${PATH}/rulings`, { document, rulings })
const read = async () => (await manager.get(PATH)).body as PlanDocument

test('before a document is there, the promises stand alone', async () => {
  const { document, passages, parts, counts } = await read()
  assert.deepEqual([document, passages.length, counts.passages], [undefined, 0, 0])
  assert.deepEqual(
    parts.map(({ key, places }) => [key, places]),
    [
      ['promises.reply', []],
      ['promises.arrive', []],
      ['promises.monthly', []],
    ],
  )
})

test('a text is read by its lines, and each line finds the promise that was made of it', async () => {
  const answer = await put({ name: '服务计划.txt', text: LINES.join('\n') })
  assert.equal(answer.status, 200, answer.text)
  const { document, passages, parts, counts } = answer.body as PlanDocument
  assert.equal(document?.file.name, '服务计划.txt')
  assert.equal(document?.by.id, 'east-service-manager')
  assert.deepEqual(
    passages.map(({ text, state, parts: keys }) => [text, state, ...keys]),
    [
      [LINES[0], 'plain'],
      [LINES[1], 'plain'],
      [LINES[2], 'carried', 'promises.reply'],
      [LINES[3], 'carried', 'promises.arrive'],
      [LINES[4], 'missed'],
    ],
  )
  assert.deepEqual(counts, { passages: 4, carried: 2, missed: 1, unseen: 1, ruled: 0 })
  assert.deepEqual(
    parts.map(({ places }) => places),
    [[2], [3], []],
  )
  const file = await download(server.url, agent, document!.file.id)
  assert.equal(file.bytes.toString(), LINES.join('\n'))
})

test('a person says what a passage carries, that it carries nothing, and takes it back', async () => {
  const { document } = await read()
  const said = await rule(document!.id, [
    { passage: 4, parts: [] },
    { passage: 1, parts: ['promises.monthly', 'promises.reply'] },
  ])
  assert.equal(said.status, 200, said.text)
  const after = said.body as PlanDocument
  assert.deepEqual([after.passages[4]?.state, after.passages[1]?.parts], ['none', ['promises.monthly', 'promises.reply']])
  assert.equal(after.passages[4]?.ruled?.by.id, 'east-service-manager')
  assert.deepEqual(after.counts, { passages: 4, carried: 3, missed: 0, unseen: 0, ruled: 2 })
  const back = (await rule(document!.id, [{ passage: 4, parts: null }])).body as PlanDocument
  assert.deepEqual([back.passages[4]?.state, back.passages[4]?.ruled], ['missed', undefined])
})

test('a document that replaces another keeps what was ruled of the same words, and the one before stays in the trail', async () => {
  const before = (await read()).document!
  const answer = await put({
    name: '服务计划（盖章）.docx',
    bytes: await docxOf([
      { kind: 'heading', level: 1, text: '计划' },
      ...LINES.slice(1).map((text) => ({ kind: 'paragraph' as const, level: 1, text })),
    ]),
  })
  assert.equal(answer.status, 200, answer.text)
  const { document, earlier, passages } = answer.body as PlanDocument
  assert.equal(document?.file.name, '服务计划（盖章）.docx')
  assert.deepEqual(
    earlier.map(({ id }) => id),
    [before.id],
  )
  assert.deepEqual(passages[1]?.parts, ['promises.monthly', 'promises.reply'])
  assert.equal(passages[1]?.ruled?.by.id, 'east-service-manager')
  assert.equal((await rule(before.id, [{ passage: 1, parts: [] }])).body.code, 'plan-document.replaced')
  const { items } = (await administrator.get('/api/trail?action=plan.document-placed')).body
  assert.deepEqual(
    items.map((line: { subject: string; detail: { replaces?: string } }) => [line.subject, line.detail.replaces]),
    [
      ['plan/shiyong@1', before.id],
      ['plan/shiyong@1', undefined],
    ],
  )
})

test('a document put twice with one key is put once', async () => {
  const file = await upload(manager, { name: '一次.txt', text: LINES.join('\n') })
  const key = { 'idempotency-key': 'place-a-document-once' }
  const [one, two] = [await place(file.id, key), await place(file.id, key)]
  assert.deepEqual([one.status, two.status, two.body], [200, 200, one.body])
  const { rows } = await server.owner.raw.query('SELECT count(*)::int FROM plan_document WHERE file = $1', [file.id])
  assert.equal(rows[0].count, 1)
})

test('what cannot be read is refused with a sentence that says what to do, and nothing is written', async () => {
  const { document } = await read()
  const pdf = (body: string) => Buffer.from(`%PDF-1.4\n${body}\n%%EOF\n`)
  const cases: [Sent, string, RegExp][] = [
    [{ name: '坏.pdf', bytes: pdf('这里什么也没有') }, 'plan-document.broken', /另存一份/],
    [{ name: '表.csv', text: 'a,b\n1,2\n' }, 'plan-document.kind', /PDF（有文字层）、Word/],
    [{ name: '空.txt', text: '\n \n\n' }, 'plan-document.no-text', /文字识别/],
    [{ name: '长.txt', text: '三十分钟内答复。'.repeat(40_000) }, 'plan-document.too-long', /只留售后服务承诺/],
  ]
  for (const [sent, code, words] of cases) {
    const answer = await put(sent)
    assert.deepEqual([answer.status, answer.body.code, answer.body.field], [422, code, 'file'], sent.name)
    assert.match(answer.body.detail, words)
  }
  assert.equal((await read()).document?.id, document?.id)
})

test('a file that is not there or has not arrived, a passage and a part that do not exist are refused by name', async () => {
  const { document } = await read()
  assert.deepEqual([(await place('no-such-file')).status, (await place('no-such-file')).body.field], [400, 'file'])
  const cases: [unknown, string][] = [
    [{ passage: 99, parts: [] }, 'rulings.0.passage'],
    [{ passage: 1, parts: ['promises.reply', 'promises.none'] }, 'rulings.0.parts.1'],
    [{ passage: -1, parts: [] }, 'rulings.0.passage'],
  ]
  for (const [ruling, field] of cases) {
    const answer = await rule(document!.id, [ruling])
    assert.deepEqual([answer.status, answer.body.field], [400, field])
  }
  assert.equal((await manager.get('/api/plans/shiyong@9/document')).status, 404)
})

test('who may read plans reads the document and rules nothing; a customer does not find it', async () => {
  const { document } = await read()
  assert.equal((await agent.get(PATH)).body.document.id, document!.id)
  assert.equal((await agent.post(`${PATH}/rulings`, { document: document!.id, rulings: [{ passage: 1, parts: [] }] })).status, 403)
  assert.equal((await agent.ask('PUT', PATH, { body: { file: document!.file.id } })).status, 403)
  assert.ok([403, 404].includes((await customer.get(PATH)).status))
  assert.equal((await download(server.url, customer, document!.file.id)).status, 404)
})

test('two who rule at the same moment are both heard, one after the other', async () => {
  const { document } = await read()
  const answers = await Promise.all(
    ['promises.reply', 'promises.arrive', 'promises.monthly'].map((key) => rule(document!.id, [{ passage: 2, parts: [key] }])),
  )
  assert.deepEqual(
    answers.map(({ status }) => status),
    [200, 200, 200],
  )
  const { rows } = await server.owner.raw.query('SELECT count(*)::int FROM passage_ruling WHERE document = $1 AND place = 2', [
    document!.id,
  ])
  assert.ok(rows[0].count >= 3)
})

test('a document whose bytes are gone from where attachments lie is said to be, and nothing is placed', async () => {
  const bytes = Buffer.from('第一条 这一份马上就读不到了。\n')
  const { id, sha256 } = await upload(manager, { name: '读不到.txt', bytes })
  await server.services.files.remove({ tenant: 'east', sha256 })
  const before = (await manager.get(PATH)).body.document
  const gone = await place(id)
  assert.deepEqual([gone.status, gone.body.code, gone.body.field], [503, 'file.content-missing', 'file'], gone.text)
  assert.match(gone.body.detail, /“读不到.txt”的内容现在读不到/)
  assert.deepEqual((await manager.get(PATH)).body.document, before)
})
