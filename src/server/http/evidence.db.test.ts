import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, test } from 'node:test'
import { sha256Hex } from '../../core/hash.ts'
import { checkSealed } from '../../core/seal/check.ts'
import { withTenant } from '../database/pool.ts'
import { readPdf, says } from '../documents/read-pdf.testing.ts'
import { openArchive } from '../files/archive.ts'
import { deliver } from '../jobs/deliver.ts'
import { openWaker } from '../jobs/waker.ts'
import { openSigner } from '../seal-key.ts'
import { sealTenant } from '../sealing.ts'
import { sha256Of, upload } from './files/upload.testing.ts'
import { logInAs, plantTenant, startTestServer } from './http.testing.ts'
import type { Person } from './http.testing.ts'

const server = await startTestServer()
await plantTenant(server, 'east')
const { services, owner, time, dataDir } = server
const manager = await logInAs(server, 'service-manager@east')
const agent = await logInAs(server, 'hotline-agent@east')
const customer = await logInAs(server, 'customer-administrator@east')
const waker = openWaker({ services })
after(() => waker.stop())
const MINUTE = 60_000

const PLAN = `plan: watched
title: 有据可查
version: 1
timezone: Asia/Shanghai
calendars:
  always: {hours: 24x7}
promises:
  reply:
    title: 答复
    deadline: {starts: ticket.reported, kept-by: ticket.replied, within: 30min, calendar: always, on-broken: [{escalate: service-manager}]}
    text: 半小时内答复
    source: [T-1]
  closing:
    title: 销单
    gate: {before: ticket.closed, needs: {all: [ticket.confirmed, callback.made]}, waive: service-manager}
    text: 客户确认并回访之后方可销单
    source: [T-2]
`
assert.equal((await manager.post('/api/plans', { yaml: PLAN })).status, 201)
const signed = await manager.post('/api/contracts', {
  number: 'HT-1',
  title: '看得见',
  customer: 'jia',
  plan: 'watched@1',
  assets: ['jia-asset'],
})
assert.equal(signed.status, 201, signed.text)
const contract: string = signed.body.id

async function report(title: string): Promise<string> {
  const made = await agent.post('/api/tickets', { channel: 'phone', title, customer: 'jia', asset: 'jia-asset', contract })
  assert.equal(made.status, 201, made.text)
  return made.body.id
}
const signer = openSigner(dataDir)
const seal = () => sealTenant({ pool: services.pool, signer, machine: services.clock.machine }, 'east')
const board = async (who = manager) => (await who.get(`/api/contracts/${contract}/board`)).body
const clause = async (promise: string, who = manager) => (await board(who)).clauses.find((one: any) => one.promise === promise)
const detail = async (promise: string, who = manager) => (await who.get(`/api/contracts/${contract}/board/${promise}`)).body
const sealsOf = async (id: string, who = manager) => (await who.get(`/api/obligations/${id}/seals`)).body.items
/** As the server says, and as whoever holds the proof sees. */
const seen = (one: any) => (one.sealed ? (checkSealed((text) => sha256Hex(text), one.sealed) ?? 'leads there') : 'nothing to see')
const verdicts = (items: any[]) => items.map((one) => `${one.verdict}: ${seen(one)}`)

const proof = await upload(agent, { name: '录音.txt', text: '三分钟，已告知' })
const kept = await report('异响')
time.now += 12 * MINUTE
assert.equal((await agent.post(`/api/tickets/${kept}/reply`, { channel: 'phone', summary: '已指导', files: [proof.id] })).status, 200)
const broken = await report('停机')
time.now += 40 * MINUTE
await waker.wakeDue()
const keptId = `ticket.${kept}.reply.1`
const brokenId = `ticket.${broken}.reply.1`

test('beside a verdict stand the files of its facts and whom a breach was escalated to, when, and whether they saw it', async () => {
  const before = (await detail('reply')).instances.find((one: any) => one.id === brokenId)
  assert.deepEqual(
    before.told.map((one: any) => [one.kind, one.role, one.to]),
    [['escalate', '客服经理', []]],
  )
  const [waiting] = await withTenant(services.pool, 'east', (tx) =>
    tx.query<{ key: string }>('SELECT key FROM effect WHERE delivered_at IS NULL'),
  )
  await deliver(services, { tenant: 'east', effect: waiting!.key })
  const [line] = (await manager.get('/api/inbox')).body.items
  time.now += MINUTE
  assert.equal((await manager.post(`/api/inbox/${line.id}/acknowledge`)).status, 200)
  const { instances } = await detail('reply')
  const [told] = instances.find((one: any) => one.id === brokenId).told
  assert.deepEqual(told.to, [{ name: 'service-manager 某', at: time.now - MINUTE, acknowledgedAt: time.now }])
  const reply = instances.find((one: any) => one.id === keptId).facts.find((one: any) => one.type === 'ticket.replied')
  assert.deepEqual(
    reply.files.map((one: any) => [one.id, one.name]),
    [[proof.id, '录音.txt']],
  )
  const theirs = (await detail('reply', customer)).instances
  assert.ok(theirs.length > 0 && theirs.every((one: any) => one.told.length === 0), 'what the house tells among itself')
})

test('what took how long on average stands on the board: of a clause, and of all replies together', async () => {
  const { average } = await clause('reply')
  assert.deepEqual(average, { count: 1, usedMs: 12 * MINUTE, aheadMs: 18 * MINUTE })
  assert.equal((await agent.post(`/api/tickets/${broken}/reply`, { channel: 'phone', summary: '迟了' })).status, 200)
  const used = Math.round((12 * MINUTE + 41 * MINUTE) / 2)
  assert.deepEqual((await clause('reply')).average, { count: 2, usedMs: used, aheadMs: 30 * MINUTE - used })
  assert.deepEqual((await board()).averages, [{ of: 'reply', usedMs: used, count: 2 }])
  assert.equal((await clause('closing')).average, undefined)
})

test('a fact that is not sealed yet says so; once it is, its proof leads to a signed head, here and in the page', async () => {
  assert.deepEqual(verdicts(await sealsOf(keptId)), ['waiting: nothing to see', 'waiting: nothing to see'])
  await seal()
  const late = await report('漏水')
  await seal()
  for (const id of [keptId, brokenId, `ticket.${late}.reply.1`]) {
    const items = await sealsOf(id)
    assert.ok(items.length > 0)
    assert.deepEqual(
      verdicts(items),
      items.map(() => 'sound: leads there'),
    )
  }
  assert.equal((await sealsOf(keptId, customer)).length, 2, 'a customer checks their own')
  assert.equal((await manager.get('/api/obligations/ticket.none.reply.1/seals')).status, 404)
})

test('a fact, a text or a head that was edited in the database is seen by whoever checks', async () => {
  const verdict = async () => (await sealsOf(keptId)).map((one: any) => one.verdict).sort()
  const edited = async (edit: string, undo: string, expected: readonly string[]) => {
    await owner.raw.query(edit)
    assert.deepEqual(await verdict(), expected, edit)
    await owner.raw.query(undo)
    assert.deepEqual(await verdict(), ['sound', 'sound'])
  }
  await owner.raw.query('ALTER TABLE fact DISABLE TRIGGER ALL')
  const replied = `WHERE type = 'ticket.replied' AND subject = 'ticket/${kept}'`
  await edited(`UPDATE fact SET occurred_at = occurred_at + 1 ${replied}`, `UPDATE fact SET occurred_at = occurred_at - 1 ${replied}`, [
    'fact-changed',
    'sound',
  ])
  const text = `WHERE fact = (SELECT id FROM fact ${replied})`
  await edited(`UPDATE fact_text SET text = text || '改' ${text}`, `UPDATE fact_text SET text = left(text, -1) ${text}`, [
    'sound',
    'text-changed',
  ])
  await edited(`UPDATE seal_head SET signature = 'x' || signature`, `UPDATE seal_head SET signature = substr(signature, 2)`, [
    'signature-wrong',
    'signature-wrong',
  ])
  await edited(`UPDATE seal_head SET key_id = 'f' || key_id`, `UPDATE seal_head SET key_id = substr(key_id, 2)`, [
    'key-unknown',
    'key-unknown',
  ])
})

test('an attempt that a gate stopped is noted with who, when and what was missing, and nothing else is written', async () => {
  const ticket = await report('关不掉')
  for (const [command, body] of [
    ['reply', { channel: 'phone', summary: '到' }],
    ['restore', {}],
    ['confirm', { by: '郑工' }],
  ] as const)
    assert.equal((await agent.post(`/api/tickets/${ticket}/${command}`, body)).status, 200, command)
  assert.deepEqual((await clause('closing')).stopped, { times: 0 })
  const facts = async () => (await manager.get(`/api/facts?subject=ticket/${ticket}`)).body.items.length
  const before = [await facts(), (await manager.get(`/api/tickets/${ticket}`)).body.version]
  time.now += MINUTE
  const key = { 'idempotency-key': 'one-and-the-same-key' }
  for (const again of [1, 2]) {
    const refused = await agent.post(`/api/tickets/${ticket}/close`, {}, key)
    assert.deepEqual([refused.status, refused.body.code], [422, 'promise.gate'], String(again))
  }
  assert.deepEqual([await facts(), (await manager.get(`/api/tickets/${ticket}`)).body.version], before)
  assert.deepEqual((await clause('closing')).stopped, { times: 1, last: time.now })
  const [attempt, ...others] = (await detail('closing')).stopped
  assert.deepEqual(others, [], 'one request, however often it is sent')
  assert.deepEqual([attempt.at, attempt.by.name, attempt.words, attempt.missing], [time.now, 'hotline-agent 某', '关单', ['回访']])
  assert.equal(attempt.ticket.id, ticket)
  const [theirs] = (await detail('closing', customer)).stopped
  assert.deepEqual([theirs.by, theirs.missing], [undefined, ['回访']])
  assert.equal((await agent.post('/api/services', { type: 'callback.made', ticket, values: { satisfied: true } })).status, 201)
  assert.equal((await agent.post(`/api/tickets/${ticket}/close`, {})).status, 200)
  assert.deepEqual((await clause('closing')).stopped.times, 1)
  const lastYear = (await manager.get(`/api/contracts/${contract}/board?year=2025`)).body
  assert.deepEqual(lastYear.clauses.find((one: any) => one.promise === 'closing').stopped, { times: 0 })
  const administrator = await logInAs(server, 'administrator@east')
  const [trail] = (await administrator.get('/api/trail?action=gate.refused')).body.items
  assert.deepEqual([trail.words, trail.person.name, trail.subject], ['被门槛拦下', 'hotline-agent 某', `ticket/${ticket}`])
})

const administrator = await logInAs(server, 'administrator@east')
const MONTH = 'year=2026&month=9'

/** A pack as somebody unpacks it: in a folder, to be checked there. */
async function unpacked(who: Person, query = MONTH) {
  const { status, bytes, headers, text } = await who.get(`/api/contracts/${contract}/evidence?${query}`)
  assert.deepEqual([status, headers.get('content-type')], [200, 'application/zip'], status === 200 ? '' : text)
  const archive = await openArchive(bytes, { entries: 1_000, bytes: 50_000_000 })
  const folder = mkdtempSync(join(tmpdir(), 'nx-pack-'))
  after(() => rmSync(folder, { recursive: true, force: true }))
  for (const name of archive.names) {
    mkdirSync(join(folder, dirname(name)), { recursive: true })
    writeFileSync(join(folder, name), (await archive.read(name))!)
  }
  const read = async (name: string) => (await archive.read(name))!.toString('utf8')
  const json = async (name: string) => JSON.parse(await read(name))
  return { archive, folder, read, json, headers }
}

function checked(folder: string): { readonly status: number | null; readonly said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['verify.mjs'], { cwd: folder, encoding: 'utf8' })
  return { status, said: stdout + stderr }
}

test('a pack of evidence holds the plan, the facts with their proofs, the verdicts with why, the files and the report, and is checked by itself', async () => {
  await seal()
  const { archive, folder, read, json, headers } = await unpacked(manager)
  assert.match(headers.get('content-disposition') ?? '', /^attachment; filename="evidence-2026-09\.zip"/)
  const { status, said } = checked(folder)
  assert.equal(status, 0, said)
  assert.match(said, /核对了 \d+ 个文件、[1-9]\d* 个封存头、[1-9]\d* 条事实；另有 0 条做包时尚未封存。\n全部一致。/)
  const { facts } = await json('facts.json')
  const replied = facts.find((one: any) => one.type === 'ticket.replied' && JSON.parse(one.sealed.text).subject === `ticket/${kept}`)
  assert.deepEqual([replied.by, replied.texts.map((one: any) => one.text)], ['hotline-agent 某', ['已指导']])
  const [file] = replied.files
  assert.equal(await read(file.path), '三分钟，已告知')
  assert.ok(
    facts.some((one: any) => one.type === 'contract.signed'),
    'what was agreed belongs to it, whenever that was',
  )
  const verdict = (await json('verdicts.json')).find((one: any) => one.id === brokenId)
  assert.deepEqual([verdict.state, verdict.text, verdict.of.includes('停机')], ['broken', '半小时内答复', true])
  assert.ok(verdict.why.length > 2 && verdict.evidence.length === 2)
  const [escalated] = verdict.told
  assert.deepEqual([verdict.told.length, escalated.words, escalated.to[0].name], [1, '升级：客服经理', 'service-manager 某'])
  assert.match(escalated.to[0].acknowledged, /^2026/)
  const page = await read('verdicts.html')
  const shown = `${escalated.to[0].name}，${escalated.to[0].at} 送达，${escalated.to[0].acknowledged} 确认`
  for (const words of ['半小时内答复', ...verdict.why, '录音.txt', escalated.words, shown])
    assert.ok(page.includes(words.replaceAll('"', '&quot;')), words)
  assert.equal(await read('plan/watched@1.yaml'), PLAN)
  assert.equal((await json('contract.json')).plans[0].sha256, sha256Of(Buffer.from(PLAN)))
  const paper = await readPdf((await archive.read('report.pdf'))!)
  for (const words of ['承诺兑现月报', 'HT-1', '半小时内答复', '平均答复用时']) assert.ok(says(paper, words), words)
  const [line] = (await administrator.get('/api/trail?action=evidence.exported')).body.items
  assert.deepEqual([line.words, line.subject, line.detail.period], ['导出证据包', `contract/${contract}`, '2026-09'])
  assert.equal(line.detail.manifest, sha256Of(Buffer.from(await read('manifest.json'))))
})

test('whoever changes a fact, a file, the plan or a head of the pack is found out by its own check', async () => {
  const { folder, read, json } = await unpacked(manager)
  const change = (name: string, from: string, to: string, faults: RegExp) => async () => {
    const before = await read(name)
    assert.ok(before.includes(from), `${name} has no ${from}`)
    writeFileSync(join(folder, name), before.replace(from, to))
    const { status, said } = checked(folder)
    assert.equal(status, 1, name)
    assert.match(said, faults)
    writeFileSync(join(folder, name), before)
  }
  const { facts } = await json('facts.json')
  const [head] = await json('heads.json')
  const file = facts.flatMap((one: any) => one.files)[0].path
  for (const attempt of [
    change('facts.json', 'ticket.replied\\"', 'ticket.answered\\"', /推不到封存头/),
    change('facts.json', '"已指导"', '"已上门"', /文字“summary”与封存时不同/),
    change('plan/watched@1.yaml', '30min', '60min', /方案 watched@1 的文件与校验值不符/),
    change('heads.json', head.signature.slice(0, 8), 'AAAAAAAA', /签名不符/),
    change(file, '三分钟', '五分钟', /附件与封存时不同/),
  ])
    await attempt()
  assert.equal(checked(folder).status, 0)
  rmSync(join(folder, file))
  assert.match(checked(folder).said, /缺少文件/)
  appendFileSync(join(folder, 'README.txt'), '多一句')
  assert.match(checked(folder).said, /文件与清单不符：README\.txt/)
})

test('a customer takes the pack of their own contract without what the house notes among itself, in their language', async () => {
  assert.equal((await agent.post(`/api/tickets/${broken}/note`, { text: '内部：怪我们' })).status, 200)
  await seal()
  const theirs = await unpacked(customer)
  assert.equal(checked(theirs.folder).status, 0)
  for (const name of theirs.archive.names) assert.ok(!(await theirs.read(name)).includes('怪我们'), name)
  assert.ok((await (await unpacked(manager)).read('facts.json')).includes('怪我们'))
  assert.ok((await theirs.json('verdicts.json')).every((one: any) => one.told.length === 0))
  assert.equal((await customer.patch('/api/session', { locale: 'en' })).status, 200)
  const english = await unpacked(customer)
  assert.match(checked(english.folder).said, /All agree\./)
  assert.match(await english.read('README.txt'), /^Pack of evidence: HT-1/)
  assert.equal((await agent.get(`/api/contracts/${contract}/evidence?month=13`)).status, 400)
})

test('the report of a month says what was kept, broken and objected to, and who took it stands in the trail', async () => {
  assert.equal((await customer.post(`/api/obligations/${keptId}/dispute`, { reason: '没有人打来电话' })).status, 200)
  const paper = await manager.get(`/api/contracts/${contract}/report?${MONTH}`)
  assert.equal(paper.status, 200, paper.text.slice(0, 300))
  const pdf = await readPdf(paper.bytes)
  for (const words of ['承诺兑现月报', '2026年9月', '超时明细', '停机', '“答复”判为已兑现', '待答复', '拦下次数1', '豁免、免责与暂停'])
    assert.ok(says(pdf, words), words)
  assert.doesNotMatch(pdf.run, /undefined|\[object|NaN/)
  const [line] = (await administrator.get('/api/trail?action=report.issued')).body.items
  assert.deepEqual([line.words, line.detail.sha256], ['下载承诺兑现报告', sha256Of(paper.bytes)])
  const empty = await readPdf((await manager.get(`/api/contracts/${contract}/report?year=2025`)).bytes)
  for (const words of ['承诺兑现年报', '本期没有判定', '本期没有超时。', '没有发生']) assert.ok(says(empty, words), words)
})
