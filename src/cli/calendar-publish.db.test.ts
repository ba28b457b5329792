import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { auditTenant } from '../server/audit.ts'
import { logInAs, plantTenant, startTestServer } from '../server/http/http.testing.ts'
import { linesOfDryRun, linesOfPublishing } from './calendar-publish.ts'
import { InputError } from './say.ts'

const server = await startTestServer()
await plantTenant(server, 'east')
const manager = await logInAs(server, 'service-manager@east')
const folder = mkdtempSync(join(tmpdir(), 'nx-calendar-'))
after(() => rmSync(folder, { recursive: true }))

const PLAN = `plan: care
title: 定期服务
version: 1
timezone: Asia/Shanghai
calendars:
  office: {weekly: {mon-fri: ["09:00-17:00"]}, holidays: CN}
promises:
  restore:
    title: 修复
    text: 一百个工作日内修复。
    source: [T-2]
    deadline: {starts: ticket.reported, kept-by: ticket.restored, within: 100wd, calendar: office}
`
const day = (date: string, name: string, isOffDay = true) => ({ date, name, isOffDay })
const DAYS = [
  day('2027-01-01', '元旦'),
  ...[4, 5, 8, 9, 10].map((of) => day(`2027-02-${String(of).padStart(2, '0')}`, '春节')),
  day('2027-02-13', '春节', false),
  day('2027-04-05', '清明节'),
  day('2027-05-03', '劳动节'),
  day('2027-06-09', '端午节'),
  day('2027-09-15', '中秋节'),
  day('2027-10-01', '国庆节'),
]
const LIST = JSON.stringify({ year: 2027, papers: [], days: DAYS })

async function ticketUnderPlan(): Promise<{ readonly id: string; readonly number: string }> {
  assert.ok((await manager.post('/api/plans', { yaml: PLAN })).status < 300)
  const body = { number: 'HT-1', title: '定期服务', customer: 'jia', plan: 'care@1', sites: ['jia-site'], assets: ['jia-asset'] }
  const { id: contract } = (await manager.post('/api/contracts', body)).body
  return (await manager.post('/api/tickets', { channel: 'phone', title: '停机', customer: 'jia', contract })).body
}

const ticket = await ticketUnderPlan()
const due = async () => (await manager.get(`/api/obligations/ticket.${ticket.id}.restore.1`)).body
const publishing = { tenant: 'east', by: 'service-manager', text: LIST, zone: 'Asia/Shanghai' }
const refused = (code: string) => (error: unknown) => error instanceof InputError && error.key === code

function nuoxing(...args: readonly string[]) {
  const env = { ...process.env, NUOXING_DATA: join(folder, 'none'), LANG: 'zh_CN.UTF-8', LC_ALL: '' }
  const run = spawnSync(process.execPath, [join(import.meta.dirname, 'main.ts'), ...args], { encoding: 'utf8', env })
  return { out: run.stdout, err: run.stderr, code: run.status }
}

test('a dry run says which due times would move, from when to when, and writes nothing', async () => {
  const before = await due()
  const lines = await linesOfDryRun('zh-CN', server.services, publishing)
  const [move = '', sum, ...more] = lines
  assert.deepEqual([sum, more], ['1 条到期时刻会重算（名单公布至 2027-12-31）。这是试算，没有写入。', []])
  assert.ok(move.startsWith(`${ticket.number} 修复：`), move)
  assert.match(move, /修复：2027 年 \d+ 月 \d+ 日.* 改为 2027 年 \d+ 月 \d+ 日/)
  assert.deepEqual(await due(), before)
  const [, english = ''] = await linesOfDryRun('en', server.services, publishing)
  assert.match(english, /^1 due times would be reckoned anew/)
})

test('a list with mistakes is not published, nor by somebody whom the firm does not know or whose roles do not allow it', async () => {
  const wrong = JSON.stringify({ year: 2031, papers: [], days: DAYS })
  await assert.rejects(linesOfPublishing('zh-CN', server.services, { ...publishing, text: wrong }), refused('calendar.refused'))
  await assert.rejects(linesOfPublishing('zh-CN', server.services, { ...publishing, by: 'nobody' }), refused('calendar.no-person'))
  await assert.rejects(linesOfPublishing('zh-CN', server.services, { ...publishing, by: 'engineer' }), refused('calendar.not-allowed'))
  await assert.rejects(linesOfPublishing('zh-CN', server.services, { ...publishing, by: undefined }), refused('input.option-missing'))
  assert.equal((await manager.get('/api/holidays')).body.knownUntil, '2027-01-01')
})

test('published, the due time moves as the dry run said, under the name of who published, and derives again to the same', async () => {
  const [said = ''] = await linesOfDryRun('zh-CN', server.services, publishing)
  const before = await due()
  const [line] = await linesOfPublishing('zh-CN', server.services, publishing)
  assert.match(line!, /^已公布，名单至 2028-01-01 前；[1-9]\d* 份记录已按新名单重算。$/)
  const moved = await due()
  assert.ok(moved.dueAt > before.dueAt && moved.provisional === false)
  const shown = new Date(moved.dueAt - 1 + 8 * 3_600_000)
  assert.ok(said.includes(`改为 2027 年 ${shown.getUTCMonth() + 1} 月 ${shown.getUTCDate()} 日`), said)
  assert.equal((await manager.get('/api/holidays')).body.published[0].by.id, 'east-service-manager')
  assert.deepEqual((await auditTenant(server.services, 'east')).differences, [])
})

test('the command says what it does, and asks for a firm; where there is no data it makes none', () => {
  const help = nuoxing('calendar', 'publish', '--help')
  for (const words of ['公布一年的放假安排', '--dry-run', '--tenant', '--by']) assert.ok(help.out.includes(words), words)
  assert.match(nuoxing('calendar', 'publish', '--help', '--locale', 'en').out, /Publish a year’s list of holidays/)
  const file = join(folder, '2027.json')
  writeFileSync(file, LIST)
  assert.equal(nuoxing('calendar', 'publish', file).code, 2)
  const none = nuoxing('calendar', 'publish', file, '--tenant', 'east', '--dry-run')
  assert.deepEqual([none.code, none.out], [2, ''])
  assert.match(none.err, /里还没有数据/)
})
