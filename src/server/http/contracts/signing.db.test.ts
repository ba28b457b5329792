import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { auditTenant } from '../../audit.ts'
import { demoSeal } from '../../demo/marks.ts'
import { MOST_PICTURE_BYTES } from '../../documents/picture.ts'
import { readPdf, says } from '../../documents/read-pdf.testing.ts'
import { auditFiles } from '../../files/audit.ts'
import { picture, upload } from '../files/upload.testing.ts'
import { logInAs, plantTenant, startTestServer } from '../http.testing.ts'
import type { Answer } from '../http.testing.ts'

const server = await startTestServer()
await plantTenant(server, 'east')
const manager = await logInAs(server, 'service-manager@east')
const agent = await logInAs(server, 'hotline-agent@east')
const administrator = await logInAs(server, 'administrator@east')
const customer = await logInAs(server, 'customer-administrator@east')

const YAML = readFileSync(join(import.meta.dirname, '../../../../plans/keyou.yaml'), 'utf8')
assert.equal((await manager.post('/api/plans', { yaml: YAML })).status, 201)

const asks = (await manager.get('/api/plans/keyou@1')).body.asks as { key: string; kind: string; required: boolean }[]
const open = asks.find(({ kind, key }) => kind === 'span' && key.startsWith('promises.')) ?? assert.fail('nothing is open')
const CONTENT = {
  number: 'HT-S1',
  customer: 'jia',
  plan: 'keyou@1',
  startsOn: '2026-09-01',
  endsOn: '2028-09-01',
  sites: ['jia-site'],
  assets: ['jia-asset'],
  terms: [{ key: open.key, value: '8 小时', source: '附件二' }],
}

const draftOf = async (content: object): Promise<string> =>
  (await manager.post('/api/contract-drafts', { title: '机电售后', content })).body.id

/** A seal that can be drawn, another one for each side. */
const sealPicture = (side: string): Buffer => Buffer.concat([demoSeal(), Buffer.from(side)])
const BROKEN = Buffer.concat([demoSeal().subarray(0, 300), Buffer.from('not a picture any more')])

async function filesFor(side: string): Promise<{ seal: string; document: string }> {
  const seal = await upload(manager, { name: `${side}章.png`, bytes: sealPicture(side) })
  const document = await upload(manager, { name: `${side}合同.png`, bytes: picture(300) })
  return { seal: seal.id, document: document.id }
}

const signing = async (id: string) => (await manager.get(`/api/contract-drafts/${id}/signing`)).body
const VENDOR = { side: 'vendor', signer: '顾南', signedOn: '2026-09-20' }
const CUSTOMER = { side: 'customer', signer: '郑工', signedOn: '2026-09-22' }
const sign = (id: string, body: object) => manager.post(`/api/contract-drafts/${id}/signatures`, body)
const trailOf = async (action: string) => (await administrator.get(`/api/trail?action=${action}`)).body.items

test('a draft says what is still to be done before it can be signed, then the hash of what would be', async () => {
  const id = await draftOf({ number: 'HT-S0', customer: 'jia' })
  const begun = await signing(id)
  assert.deepEqual([begun.hash, begun.problem, begun.missing], [undefined, '请先选择服务方案，再签署。', ['vendor', 'customer']])
  assert.deepEqual([begun.checked, begun.findings], [false, []], 'without a plan there is nothing to check')
  const ends = await draftOf({ ...CONTENT, endsOn: '2026-01-01' })
  assert.match((await signing(ends)).problem, /终止日必须晚于起始日/)
  const bare = await draftOf({ ...CONTENT, terms: [{ key: open.key, value: '8h', source: '' }] })
  assert.match((await signing(bare)).problem, /还有 1 处/)
  const wrong = await draftOf({ ...CONTENT, terms: [{ key: open.key, value: '半天', source: '附件' }] })
  assert.ok((await signing(wrong)).findings.length > 0)
  const ready = await signing(await draftOf(CONTENT))
  assert.match(ready.hash, /^[0-9a-f]{64}$/)
  assert.equal(ready.problem, undefined)
  assert.equal((await agent.get(`/api/contract-drafts/${id}/signing`)).status, 403)
})

test('the plan that a draft chose is checked while the draft still waits, with the terms that are filled in', async () => {
  const codes = (of: { findings: { code: string }[] }) => of.findings.map(({ code }) => code)
  const whole = await signing(await draftOf(CONTENT))
  const waiting = await signing(await draftOf({ ...CONTENT, customer: undefined }))
  assert.match(waiting.problem, /客户/)
  assert.equal(waiting.checked, true)
  assert.ok(waiting.findings.length > 0, 'keyou has questions')
  assert.deepEqual(codes(waiting), codes(whole))
  const bare = await signing(await draftOf({ ...CONTENT, customer: undefined, terms: [] }))
  assert.equal(bare.findings.length, whole.findings.length + 1, 'what a term answers is asked without it')
  const wrong = await signing(await draftOf({ ...CONTENT, terms: [{ key: open.key, value: '半天', source: '附件' }] }))
  assert.ok(wrong.findings.length > bare.findings.length, 'a value that does not fit comes on top')
})

test('the paper to be signed can be taken before anybody has: the text inside it has the hash that is signed', async () => {
  const id = await draftOf(CONTENT)
  const { hash } = await signing(id)
  const answer = await manager.get(`/api/contract-drafts/${id}/annex`)
  assert.equal(answer.status, 200, answer.text)
  const pdf = await readPdf(answer.bytes)
  const text = Buffer.from(pdf.attached.get('contract.json')!)
  assert.equal(createHash('sha256').update(text).digest('hex'), hash)
  assert.equal(JSON.parse(text.toString()).planHash, createHash('sha256').update(YAML).digest('hex'))
  for (const words of [hash, 'HT-S1', '签字盖章']) assert.ok(says(pdf, words), words)
})

test('with the signature of the second side the draft becomes the contract, dated by the later of both, with the evidence in its first fact', async () => {
  const id = await draftOf(CONTENT)
  const { hash } = await signing(id)
  const [ours, theirs] = [await filesFor('我方'), await filesFor('客户')]
  const first = await sign(id, { ...CUSTOMER, ...theirs, hash })
  assert.deepEqual([first.status, first.body], [201, { missing: ['vendor'] }], first.text)
  const between = await signing(id)
  assert.deepEqual([between.missing, between.signatures[0].signer, between.signatures[0].matches], [['vendor'], '郑工', true])
  const listed = (await manager.get('/api/contract-drafts')).body.items.find((one: { id: string }) => one.id === id)
  assert.deepEqual(listed.missing, ['vendor'])
  assert.deepEqual((await manager.get('/api/contracts')).body.items, [], 'no contract, no fact, no promise yet')
  const onTop = await manager.post('/api/contracts', { ...CONTENT, terms: [], title: '机电售后', draft: id })
  assert.deepEqual([onTop.status, onTop.body.code], [409, 'signing.under-way'])
  const body = { ...VENDOR, ...ours, hash }
  const headers = { 'idempotency-key': 'second-of-two' }
  const second = await manager.ask('POST', `/api/contract-drafts/${id}/signatures`, { body, headers })
  assert.equal(second.status, 201, second.text)
  assert.deepEqual(second.body.missing, [])
  const again = await manager.ask('POST', `/api/contract-drafts/${id}/signatures`, { body, headers })
  assert.deepEqual(again.body, second.body)
  const contract = (await manager.get(`/api/contracts/${second.body.contract.id}`)).body
  assert.deepEqual([contract.signedOn, contract.terms[0].value], ['2026-09-22', '8h'])
  assert.deepEqual(
    contract.signatures.map((one: any) => [one.side, one.signer, one.signedOn, one.hash, one.matches, one.seal.id, one.document.name]),
    [
      ['customer', '郑工', '2026-09-22', hash, true, theirs.seal, '客户合同.png'],
      ['vendor', '顾南', '2026-09-20', hash, true, ours.seal, '我方合同.png'],
    ],
  )
  assert.equal((await signing(id)).status, 404)
  assert.equal((await trailOf('contract.signature-recorded')).length, 2)
  const [fact] = (await manager.get(`/api/facts?subject=contract/${contract.id}`)).body.items
  assert.equal(fact.files.length, 4)
  assert.equal((await agent.get(`/api/files/${ours.seal}`)).status, 200, 'whoever reads the contract sees its seals')
  assert.equal((await customer.get(`/api/files/${theirs.document}`)).status, 200)
  const annex = await readPdf((await manager.get(`/api/contracts/${contract.id}/annex`)).bytes)
  for (const words of ['郑工', '2026-09-22', '与上面的校验值一致', hash, contract.signatures[0].seal.sha256])
    assert.ok(says(annex, words), words)
  assert.deepEqual((await auditTenant(server.services, 'east')).differences, [])
  const { contents, faults } = await auditFiles(server.services, 'east')
  assert.deepEqual([contents, faults], [4, []])
})

test('a seal whose picture is another one by now is shown not to match', async () => {
  const { items } = (await manager.get('/api/contracts?q=HT-S1')).body
  const { seal } = (await manager.get(`/api/contracts/${items[0].id}`)).body.signatures[0]
  const other = await upload(manager, { name: '别的章.png', bytes: picture(210) })
  await server.owner.raw.query('UPDATE file SET content = $2, sha256 = $2 WHERE id = $1', [seal.id, other.sha256])
  assert.equal((await manager.get(`/api/contracts/${items[0].id}`)).body.signatures[0].matches, false)
  const { faults } = await auditFiles(server.services, 'east')
  assert.deepEqual(
    faults.map(({ kind, file }) => [kind, file]),
    [['unlisted', seal.id]],
  )
  await server.owner.raw.query('UPDATE file SET content = $2, sha256 = $2 WHERE id = $1', [seal.id, seal.sha256])
})

test('a seal that no paper can carry any more keeps nobody from the annex, which says so in its place', async () => {
  const { items } = (await manager.get('/api/contracts?q=HT-S1')).body
  const { seal } = (await manager.get(`/api/contracts/${items[0].id}`)).body.signatures[0]
  const broken = await upload(manager, { name: '坏了的章.png', bytes: BROKEN })
  await server.owner.raw.query('UPDATE file SET content = $2, sha256 = $2 WHERE id = $1', [seal.id, broken.sha256])
  const answer = await manager.get(`/api/contracts/${items[0].id}/annex`)
  assert.equal(answer.status, 200, answer.text)
  const annex = await readPdf(answer.bytes)
  for (const words of ['印章图片', '无法排印，请看原件', '郑工', '顾南']) assert.ok(says(annex, words), words)
  await server.owner.raw.query('UPDATE file SET content = $2, sha256 = $2 WHERE id = $1', [seal.id, seal.sha256])
  assert.ok(!says(await readPdf((await manager.get(`/api/contracts/${items[0].id}/annex`)).bytes), '无法排印'))
})

test('a contract that was changed after both have signed says that the change was not signed, on its page and in its annex', async () => {
  const { items } = (await manager.get('/api/contracts?q=HT-S1')).body
  const { id, version, signatures: before } = (await manager.get(`/api/contracts/${items[0].id}`)).body
  assert.deepEqual([before[0].amended, before[1].amended], [false, false])
  const amended = await manager.post(`/api/contracts/${id}/amend`, { version, endsOn: '2029-09-01' })
  assert.equal(amended.status, 200, amended.text)
  const { signatures } = (await manager.get(`/api/contracts/${id}`)).body
  assert.deepEqual(
    signatures.map((one: any) => [one.matches, one.amended, one.hash]),
    before.map((one: any) => [true, true, one.hash]),
  )
  const annex = await readPdf((await manager.get(`/api/contracts/${id}/annex`)).bytes)
  for (const words of ['签署的是最初的约定，其后的变更未另行签署', '最初约定的 SHA-256 校验值', signatures[0].hash])
    assert.ok(says(annex, words), words)
  assert.ok(!says(annex, '与上面的校验值一致'))
  const text = Buffer.from(annex.attached.get('contract.json')!)
  assert.equal(createHash('sha256').update(text).digest('hex'), signatures[0].hash, 'inside lies what was signed')
})

test('whoever records our signature is given the seal of the letterhead, and may sign with it without looking after templates', async () => {
  const id = await draftOf({ ...CONTENT, number: 'HT-S7' })
  assert.equal((await signing(id)).ownSeal, undefined)
  const seal = await upload(administrator, { name: '公司章.png', bytes: sealPicture('公司') })
  const head = await administrator.ask('PUT', '/api/letterhead', { body: { version: 0, firm: '东岳机电', seal: seal.id } })
  assert.equal(head.status, 200, head.text)
  assert.equal((await manager.get('/api/letterhead')).status, 403)
  const { hash, ownSeal } = await signing(id)
  assert.deepEqual([ownSeal.id, ownSeal.name], [seal.id, '公司章.png'])
  const { document } = await filesFor('辛')
  const signed = await sign(id, { ...VENDOR, hash, seal: ownSeal.id, document })
  assert.equal(signed.status, 201, signed.text)
  assert.equal((await signing(id)).signatures[0].seal.sha256, seal.sha256)
})

test('a draft that one side has signed is not dropped before that is withdrawn; one that is leaves a line in the trail', async () => {
  const id = await draftOf({ ...CONTENT, number: 'HT-S8' })
  const { hash } = await signing(id)
  assert.equal((await sign(id, { ...VENDOR, ...(await filesFor('壬')), hash })).status, 201)
  const drop = () => manager.ask('DELETE', `/api/contract-drafts/${id}`)
  const refused = await drop()
  assert.deepEqual([refused.status, refused.body.code], [409, 'signing.under-way'])
  assert.match(refused.body.detail, /先撤回/)
  assert.equal((await signing(id)).signatures.length, 1)
  assert.equal((await manager.post(`/api/contract-drafts/${id}/signatures/vendor/withdraw`, { reason: '不签了' })).status, 200)
  assert.equal((await drop()).status, 200)
  const [line] = await trailOf('contract.draft-dropped')
  assert.deepEqual([line.subject, line.detail.number, line.words], [`contract-draft/${id}`, 'HT-S8', '删除合同草稿'])
  assert.equal((await drop()).status, 404)
})

/** What is answered while a step of somebody else on the draft is on its way: its row is held, and its new version comes when the answer waits for it. */
async function whileSomebodySigns(id: string, ask: () => Promise<Answer>): Promise<Answer> {
  const other = await server.owner.raw.connect()
  try {
    await other.query('BEGIN')
    await other.query('UPDATE contract_draft SET version = version + 1 WHERE id = $1', [id])
    const answer = ask()
    const answered = answer.then(() => true)
    const waits = `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%contract_draft%'`
    const isWaiting = async () => ((await server.owner.raw.query(waits)).rowCount ?? 0) > 0
    while (!(await Promise.race([answered, setTimeout(20, false)])) && !(await isWaiting()));
    await other.query('COMMIT')
    return await answer
  } finally {
    other.release()
  }
}

test('a draft that is signed while it is looked at is not kept over that signature', async () => {
  const content = { ...CONTENT, number: 'HT-S10' }
  const id = await draftOf(content)
  const { version } = (await manager.get(`/api/contract-drafts/${id}`)).body
  const body = { title: '机电售后', content: { ...content, endsOn: '2030-09-01' }, version: version + 1 }
  const answer = await whileSomebodySigns(id, () => manager.ask('PUT', `/api/contract-drafts/${id}`, { body }))
  assert.deepEqual([answer.status, answer.body.code], [409, 'contract.stale'], answer.text)
  assert.equal((await manager.get(`/api/contract-drafts/${id}`)).body.content.endsOn, CONTENT.endsOn)
})

test('a draft that somebody signs while another writes it down as a contract stays: the contract is not made', async () => {
  const id = await draftOf({ ...CONTENT, number: 'HT-S9' })
  const terms = [{ key: open.key, value: '8h', source: '附件二' }]
  const answer = await whileSomebodySigns(id, () =>
    manager.post('/api/contracts', { ...CONTENT, number: 'HT-S9', terms, title: '机电售后', draft: id }),
  )
  assert.deepEqual([answer.status, answer.body.code], [409, 'contract.stale'], answer.text)
  assert.equal((await manager.get(`/api/contract-drafts/${id}`)).status, 200)
  assert.deepEqual((await manager.get('/api/contracts?q=HT-S9')).body.items, [])
})

test('a draft that is changed after one side has signed loses that signature, which stays to be seen with the reason', async () => {
  const id = await draftOf({ ...CONTENT, number: 'HT-S2' })
  const { hash } = await signing(id)
  assert.equal((await sign(id, { ...VENDOR, ...(await filesFor('甲')), hash })).status, 201)
  const { version } = (await manager.get(`/api/contract-drafts/${id}`)).body
  const same = { title: '机电售后', content: { ...CONTENT, number: 'HT-S2', signedOn: '2026-09-01' } }
  const kept = await manager.ask('PUT', `/api/contract-drafts/${id}`, { body: { ...same, version } })
  assert.deepEqual([kept.status, kept.body.missing], [200, ['customer']], 'the day of signing is no part of what is signed')
  const other = { ...same, content: { ...same.content, endsOn: '2029-09-01' }, version: kept.body.version }
  const changed = await manager.ask('PUT', `/api/contract-drafts/${id}`, { body: other })
  assert.deepEqual(changed.body.missing, ['vendor', 'customer'])
  const now = await signing(id)
  assert.notEqual(now.hash, hash)
  assert.deepEqual([now.signatures[0].voided.why, now.signatures[0].matches], ['changed', false])
  assert.equal((await trailOf('contract.signature-voided'))[0].detail.hash, hash)
  const late = await sign(id, { ...CUSTOMER, ...(await filesFor('乙')), hash })
  assert.deepEqual([late.status, late.body.code], [409, 'signing.changed'])
  assert.match(late.body.detail, /不是这份草稿现在的/)
})

test('the plan of a draft may be put right until both have signed; what was signed before counts no longer', async () => {
  const other = YAML.replace(/^plan: .*$/m, 'plan: keyou-2')
  assert.equal((await manager.post('/api/plans', { yaml: other })).status, 201)
  const id = await draftOf({ ...CONTENT, number: 'HT-S3', plan: 'keyou-2@1' })
  const { hash } = await signing(id)
  assert.equal((await sign(id, { ...VENDOR, ...(await filesFor('丙')), hash })).status, 201)
  assert.equal((await manager.post('/api/plans', { yaml: `${other}\n# 改过\n` })).status, 201)
  const now = await signing(id)
  assert.deepEqual([now.missing, now.signatures[0].matches], [['vendor', 'customer'], false])
  const listed = (await manager.get('/api/contract-drafts')).body.items.find((one: { id: string }) => one.id === id)
  assert.deepEqual(listed.missing, now.missing, 'the list says what the page says')
  assert.deepEqual((await manager.get(`/api/contract-drafts/${id}`)).body.missing, now.missing)
  const first = await sign(id, { ...CUSTOMER, ...(await filesFor('丁')), hash: now.hash })
  assert.deepEqual(first.body, { missing: ['vendor'] })
  const ours = (await signing(id)).signatures.find((one: { side: string }) => one.side === 'vendor')
  assert.equal(ours.voided.why, 'changed')
})

test('a signature recorded in error is taken back with a reason; what does not fit is refused by its field', async () => {
  const id = await draftOf({ ...CONTENT, number: 'HT-S4' })
  const { hash } = await signing(id)
  const files = await filesFor('戊')
  const text = await upload(manager, { name: '章.txt', text: '不是图片' })
  const broken = await upload(manager, { name: '坏章.png', bytes: BROKEN })
  const large = await upload(manager, { name: '大章.png', bytes: picture(MOST_PICTURE_BYTES + 1) })
  for (const [body, field, words] of [
    [{ ...files, seal: text.id }, 'seal', /PNG 或 JPEG/],
    [{ ...files, seal: broken.id }, 'seal', /画不出来/],
    [{ ...files, seal: large.id }, 'seal', /最大 500 KB/],
    [{ ...files, document: text.id }, 'document', /PDF 或图片/],
    [{ ...files, document: 'none' }, 'document', /没有这份附件/],
    [{ ...files, signedOn: '2031-01-01' }, 'signedOn', /在将来/],
  ] as const) {
    const refused = await sign(id, { ...VENDOR, hash, ...body })
    assert.deepEqual([refused.status, refused.body.errors[0].field], [400, field], refused.text)
    assert.match(refused.body.errors[0].detail ?? refused.text, words)
  }
  assert.equal((await sign(id, { ...VENDOR, ...files, hash })).status, 201)
  const twice = await sign(id, { ...VENDOR, ...files, hash })
  assert.deepEqual([twice.status, twice.body.code], [400, 'signing.signed-already'])
  const way = `/api/contract-drafts/${id}/signatures/vendor/withdraw`
  assert.equal((await manager.post(way, { reason: '登错了人' })).status, 200)
  assert.equal((await manager.post(way, { reason: '再来' })).body.code, 'signing.none')
  const now = await signing(id)
  assert.deepEqual(
    [now.missing, now.signatures[0].voided.why, now.signatures[0].voided.reason],
    [['vendor', 'customer'], 'withdrawn', '登错了人'],
  )
  assert.equal((await customer.get(`/api/files/${files.seal}`)).status, 404, 'a working paper is the firm’s own')
})

test('a contract that was signed on paper names both signers as it is written down in one step', async () => {
  const { seal, document } = await filesFor('纸')
  const said = { ...CONTENT, number: 'HT-S5', title: '纸面合同', terms: [{ key: open.key, value: '8h', source: '附件二' }] }
  const other = await manager.post('/api/contracts', { ...said, signatures: [{ ...VENDOR, hash: 'a'.repeat(64) }] })
  assert.deepEqual([other.status, other.body.errors[0].field], [400, 'signatures.0.hash'])
  const twice = await manager.post('/api/contracts', { ...said, signatures: [VENDOR, VENDOR] })
  assert.match(twice.body.detail, /每一方只签一次/)
  const broken = await upload(manager, { name: '坏章.png', bytes: BROKEN })
  const bad = await manager.post('/api/contracts', { ...said, signatures: [VENDOR, { ...CUSTOMER, seal: broken.id }] })
  assert.deepEqual([bad.status, bad.body.errors[0].field], [400, 'signatures.1.seal'], bad.text)
  const signed = await manager.post('/api/contracts', { ...said, signatures: [{ ...VENDOR, seal, document }, CUSTOMER] })
  assert.equal(signed.status, 201, signed.text)
  const { signatures, signedOn } = (await manager.get(`/api/contracts/${signed.body.id}`)).body
  assert.equal(signedOn, '2026-09-22')
  assert.deepEqual(
    signatures.map((one: any) => [one.signer, one.matches, one.seal?.id]),
    [
      ['顾南', true, seal],
      ['郑工', true, undefined],
    ],
  )
})

test('two who sign at the same moment never make two contracts', async () => {
  const id = await draftOf({ ...CONTENT, number: 'HT-S6' })
  const { hash } = await signing(id)
  const [ours, theirs] = [await filesFor('己'), await filesFor('庚')]
  const answers = await Promise.all([sign(id, { ...VENDOR, ...ours, hash }), sign(id, { ...CUSTOMER, ...theirs, hash })])
  for (const answer of answers) assert.ok([201, 409].includes(answer.status), answer.text)
  assert.ok((await manager.get('/api/contracts?q=HT-S6')).body.items.length <= 1)
})

test('two numbers for one thing are not signed: neither a plan that says both, nor terms that make it say both', async () => {
  const clause = (id: string, title: string, within: string) =>
    `  ${id}:\n    title: ${title}\n    text: ${title}。\n    source: [A]\n    deadline: {starts: ticket.reported, kept-by: visit.arrived, within: ${within}}\n`
  const plan = (id: string, one: string, other: string, more = '') =>
    `plan: ${id}\ntitle: 矛盾\nversion: 1\ntimezone: Asia/Shanghai\ncalendars: {always: {hours: 24x7}}\npromises:\n${clause('aa', '到场', one)}${clause('bb', '急修', other)}${more}`
  const refused = await manager.post('/api/plans', { yaml: plan('maodun', '120min', '1h') })
  assert.deepEqual([refused.status, refused.body.findings[0].code], [422, 'lint-same-events'], refused.text)
  assert.equal((await manager.post('/api/plans', { yaml: plan('dudong', '120min', '1h', '    reading: 以一小时为准\n') })).status, 201)
  assert.equal((await manager.post('/api/plans', { yaml: plan('liukong', 'unstated', 'unstated') })).status, 201)
  const terms = (one: string, other: string) =>
    Object.entries({ aa: one, bb: other }).map(([id, value]) => ({ key: `promises.${id}.within`, value, source: '附件二' }))
  const contract = (of: string, more: object) => ({ ...CONTENT, title: '矛盾', number: `HT-M-${of}`, plan: `${of}@1`, terms: [], ...more })
  const contrary = await manager.post('/api/contracts', contract('liukong', { terms: terms('2h', '1h') }))
  assert.deepEqual([contrary.status, contrary.body.code], [400, 'signing.contradiction'], contrary.text)
  assert.match(contrary.body.errors[0].detail, /“到场”与“急修”对同一件事约定不同/)
  const draft = await draftOf({ ...contract('liukong', { terms: terms('2h', '1h') }), title: undefined })
  const waiting = await signing(draft)
  assert.match(waiting.problem, /“到场”与“急修”/)
  const words = waiting.findings.map((one: { words: string }) => one.words)
  assert.ok(words.includes('“到场” 与 “急修” 起止相同而时限不同（2h 与 1h）：以哪一条为准？'), words.join('\n'))
  const signed = await manager.post('/api/contracts', contract('liukong', { terms: terms('60min', '1h') }))
  assert.equal(signed.status, 201)
  const amend = (anew: object) => manager.post(`/api/contracts/${signed.body.id}/amend`, { version: 1, ...anew })
  assert.equal((await amend({ terms: terms('2h', '1h') })).body.code, 'signing.contradiction')
  assert.equal((await amend({ terms: terms('30min', '30min') })).status, 200)
  assert.equal((await manager.post('/api/contracts', contract('dudong', {}))).status, 201)
})
