import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { readPdf, says } from '../documents/read-pdf.testing.ts'
import { logInAs, plantTenant, startTestServer } from './http.testing.ts'

const server = await startTestServer()
await plantTenant(server, 'east')
const manager = await logInAs(server, 'service-manager@east')
const second = await logInAs(server, 'administrator@east')
const agent = await logInAs(server, 'hotline-agent@east')

const bundled = (id: string) => readFileSync(join(import.meta.dirname, `../../../plans/${id}.yaml`), 'utf8')
const SHEBEI = bundled('shebei-2nian')
const keep = (id: string, body: unknown, by = manager) => by.ask('PUT', `/api/plan-drafts/${id}`, { body })

test('a draft is begun from a text, kept, gone on with by somebody else, and thrown away', async () => {
  const made = await manager.post('/api/plan-drafts', { yaml: 'title: "泵站维保"\nplan:' })
  assert.deepEqual([made.status, made.body.title, made.body.version, made.body.base], [201, '泵站维保', 1, undefined], made.text)
  const kept = await keep(made.body.id, { version: 1, yaml: 'title: 泵站维保二' }, second)
  assert.deepEqual([kept.body.version, kept.body.title], [2, '泵站维保二'])
  const [row] = (await manager.get('/api/plan-drafts')).body.items
  assert.deepEqual([row.id, row.by.name, row.yaml], [made.body.id, kept.body.by.name, undefined])
  assert.equal((await manager.get(`/api/plan-drafts/${made.body.id}`)).body.yaml, 'title: 泵站维保二')
  assert.equal((await agent.get('/api/plan-drafts')).status, 403)
  assert.equal((await manager.delete(`/api/plan-drafts/${made.body.id}`)).status, 200)
  assert.equal((await manager.get(`/api/plan-drafts/${made.body.id}`)).status, 404)
  assert.equal((await keep(made.body.id, { version: 2, yaml: 'x' })).status, 404)
})

test('who was slower is told both texts, and neither is lost', async () => {
  const { id } = (await manager.post('/api/plan-drafts', { yaml: 'title: 一' })).body
  assert.equal((await keep(id, { version: 1, yaml: 'title: 二' }, second)).status, 200)
  const late = await keep(id, { version: 1, yaml: 'title: 三' })
  assert.deepEqual([late.status, late.body.code], [409, 'version.conflict'])
  assert.deepEqual(late.body.conflict, [{ field: 'yaml', yours: 'title: 三', theirs: 'title: 二' }])
  assert.equal((await manager.get(`/api/plan-drafts/${id}`)).body.yaml, 'title: 二')
})

test('a draft from a version that nobody has signed goes on with its text; from a signed one it is the next version', async () => {
  assert.equal((await manager.post('/api/plans', { yaml: SHEBEI })).status, 201)
  const same = await manager.post('/api/plan-drafts', { base: 'shebei-2nian@1' })
  assert.deepEqual([same.body.yaml, same.body.base], [SHEBEI, 'shebei-2nian@1'])
  const contract = { number: 'HT-1', title: '机电', customer: 'jia', plan: 'shebei-2nian@1', sites: ['jia-site'], assets: ['jia-asset'] }
  assert.equal((await manager.post('/api/contracts', contract)).status, 201)
  const next = (await manager.post('/api/plan-drafts', { base: 'shebei-2nian@1' })).body
  assert.equal(next.yaml, SHEBEI.replace('version: 1', 'version: 2'))
  const taken = await manager.post('/api/plans', { yaml: next.yaml, draft: next.id })
  assert.deepEqual([taken.status, taken.body.ref], [201, 'shebei-2nian@2'])
  assert.equal((await manager.get(`/api/plan-drafts/${next.id}`)).status, 404, 'a draft that was taken in is done with')
  assert.equal((await manager.post('/api/plan-drafts', { base: 'no-such@1' })).status, 404)
})

test('one begins from the bare frame, which is a plan already in every language, or from one that comes with the product', async () => {
  for (const locale of ['zh-CN', 'zh-TW', 'en']) {
    const made = await manager.ask('POST', '/api/plan-drafts', { body: {}, headers: { 'accept-language': locale } })
    const { plan, findings } = (await manager.post('/api/plans/check', { yaml: made.body.yaml })).body
    assert.equal(plan?.clauses, 2, JSON.stringify(findings))
  }
  const { items } = (await manager.get('/api/plans/bundled')).body
  assert.ok(items.some((one: { id: string; title: string }) => one.id === 'keyou' && one.title !== ''))
  assert.equal((await manager.post('/api/plan-drafts', { bundled: 'keyou' })).body.yaml, bundled('keyou'))
  assert.equal((await manager.post('/api/plan-drafts', { bundled: 'no-such' })).status, 404)
})

test('what a text changes is told beside the version from which it began', async () => {
  const differ = (yaml: string, other = 'shebei-2nian@1') => manager.post('/api/plans/differences', { yaml, other })
  assert.deepEqual((await differ(SHEBEI)).body.words, [])
  const [words] = (await differ(SHEBEI.replace('within: 30min', 'within: 20min'))).body.words
  assert.match(words, /第 1 版：30 分；正在写的文本：20 分/)
  assert.equal((await differ(SHEBEI, 'no-such@1')).status, 404)
  assert.equal((await differ('plan: x')).status, 422)
})

test('a draft that is no plan yet is not taken in, and stays', async () => {
  const { id } = (await manager.post('/api/plan-drafts', { yaml: 'plan: x' })).body
  const refused = await manager.post('/api/plans', { yaml: 'plan: x', draft: id })
  assert.deepEqual([refused.status, refused.body.code], [422, 'plan.findings'])
  assert.equal((await manager.get(`/api/plan-drafts/${id}`)).status, 200)
})

test('what is being written is seen as the annex that customers would get, marked as a draft; what is no plan is refused with what is wrong', async () => {
  const seen = await manager.post('/api/plans/preview', { yaml: SHEBEI })
  assert.equal(seen.status, 200, seen.text.slice(0, 300))
  assert.match(seen.body.picture, /^<svg /)
  assert.doesNotMatch(seen.body.picture, /<script|https?:\/\/(?!www\.w3\.org)/)
  const { id } = (await manager.post('/api/plan-drafts', { yaml: SHEBEI })).body
  const paper = await manager.get(`/api/plan-drafts/${id}/annex`)
  assert.equal(paper.status, 200, paper.text.slice(0, 300))
  const pdf = await readPdf(paper.bytes)
  for (const words of ['附件：服务承诺', '（草稿，未经签署）', '半小时之内必有回音']) assert.ok(says(pdf, words), words)
  const [line] = (await second.get('/api/trail?action=annex.issued')).body.items
  assert.equal(line.subject, `plan-draft/${id}`)
  const broken = { yaml: SHEBEI.replace('ticket.replied', 'ticket.repplied') }
  const refused = await manager.post('/api/plans/preview', broken)
  assert.deepEqual([refused.status, refused.body.code], [422, 'plan.findings'])
  const unfinished = (await manager.post('/api/plan-drafts', broken)).body.id
  assert.equal((await manager.get(`/api/plan-drafts/${unfinished}/annex`)).status, 422)
  assert.equal((await agent.get(`/api/plan-drafts/${id}/annex`)).status, 403)
})

test('a slip in one clause leaves the others in words, and says what was probably meant', async () => {
  const checked = (await manager.post('/api/plans/check', { yaml: SHEBEI.replace('ticket.replied', 'ticket.repplied') })).body
  assert.equal(checked.plan, undefined)
  const broken = checked.findings.find((one: { code: string }) => one.code === 'unknown-fact-near')
  assert.deepEqual(broken.proposals, [{ find: 'ticket.repplied', replace: 'ticket.replied' }])
  const clauses: { id: string; line: number; words: string[]; text: string }[] = checked.clauses
  const lines = SHEBEI.split('\n')
  for (const { id, line } of clauses) assert.equal(lines[line - 1]?.trim(), `${id}:`)
  assert.deepEqual(
    clauses.filter(({ words }) => words.length === 0).map(({ id }) => id),
    broken.clauses,
  )
  assert.equal((await manager.post('/api/plans/check', { yaml: 'a: [' })).body.clauses, undefined)
})

const HOUR_MS = 3_600_000
const START = Date.parse('2026-09-30T10:00:00Z')
const PLAN = `plan: shisuan
title: 试算
version: 1
timezone: Asia/Shanghai
calendars:
  always: {hours: 24x7}
grades: [{id: major, name: 重大故障}, {id: general, name: 一般故障}]
dimensions: {hours: {values: [short, long], set-by: contract}}
promises:
  arrive:
    title: 到场
    deadline: {starts: ticket.reported, kept-by: visit.arrived, within: {by: grade, major: 2h, general: 12h}, calendar: always}
  repair:
    title: 修复
    deadline: {starts: arrive.done, kept-by: ticket.restored, within: {by: hours, short: 4h, long: 8h}, calendar: always}
  ask-after:
    title: 回访
    deadline: {starts: ticket.closed, kept-by: callback.made, within: unstated, calendar: always}
`
const due = (data: object, yaml = PLAN) => manager.ask('POST', '/api/plans/due', { body: { yaml, start: START, data } })

test('a fault is tried out on a text: from the report, after the clause before it, and where there is no number', async () => {
  const { body, text } = await due({ grade: 'major', hours: 'short' })
  assert.ok(body.items, text)
  const [arrive, repair, asked] = body.items
  assert.deepEqual([arrive.dueAt, arrive.from, arrive.after], [START + 2 * HOUR_MS, undefined, undefined])
  assert.deepEqual([repair.dueAt, repair.startAt, repair.after], [START + 6 * HOUR_MS, START + 2 * HOUR_MS, '到场'])
  assert.deepEqual([asked.dueAt, asked.opens, asked.from], [undefined, true, '关单'])
  assert.match(arrive.why.join(' '), /2 小时/)
  assert.equal((await due({ grade: 'general', hours: 'long' })).body.items[1].dueAt, START + 20 * HOUR_MS)
})

test('a version that stands is tried out as its text is, and one that is not there is missing', async () => {
  const detail = await manager.ask('GET', '/api/plans/shebei-2nian@1')
  assert.ok(detail.body.tries.dimensions.length > 0, detail.text)
  const tried = { start: START, data: { grade: 'general' } }
  const standing = await manager.ask('POST', '/api/plans/shebei-2nian@1/due', { body: tried })
  const written = await manager.ask('POST', '/api/plans/due', { body: { yaml: detail.body.yaml, ...tried } })
  assert.ok(standing.body.items.length > 0, standing.text)
  assert.deepEqual(standing.body, written.body)
  assert.equal((await manager.ask('POST', '/api/plans/niemand@1/due', { body: tried })).status, 404)
})

test('what cannot be tried out says what has to be put right first', async () => {
  const refused = await due({}, PLAN.replace('within: {by: hours, short: 4h, long: 8h}', 'within: soon'))
  assert.deepEqual([refused.status, refused.body.findings[0].line], [422, 15])
  assert.equal((await due({ hours: 'endless' })).status, 422)
})
