import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Owed } from '../../wire/cutover.ts'
import { auditTenant } from '../audit.ts'
import { writeXlsx } from '../sheets/xlsx-write.ts'
import { readXlsx } from '../sheets/xlsx-read.ts'
import { isUnread } from '../sheets/file.ts'
import { upload } from './files/upload.testing.ts'
import { logInAs, plantTenant, startTestServer } from './http.testing.ts'

/** It is Wednesday 23 September 2026, 14:53 in Shanghai; the contract was signed fourteen months ago and taken over two days ago. */
const server = await startTestServer()
await plantTenant(server, 'east')
const manager = await logInAs(server, 'service-manager@east')
assert.equal((await manager.post('/api/plans/bundled')).status, 200)
const CUT_OVER = Date.parse('2026-09-21T00:00:00+08:00')

async function sign(number: string, terms: readonly object[]): Promise<string> {
  const signed = await manager.post('/api/contracts', {
    number,
    title: '机电设备售后服务',
    customer: 'jia',
    plan: 'shebei-2nian@1',
    signedOn: '2025-07-18',
    startsOn: '2025-07-20',
    terms,
    sites: ['jia-site'],
    assets: ['jia-asset'],
  })
  assert.equal(signed.status, 201, signed.text)
  return signed.body.id
}

const contract = await sign('HT-2025-071', [{ key: 'cut-over', value: '2026-09-21', source: '交接备忘' }])
const SERIAL = 'MARK-east-jia-ZQ'

const sheet = (name: string, heads: readonly string[], rows: readonly (readonly string[])[]) => ({
  name,
  columns: heads.map((head) => ({ head, width: 12 })),
  rows,
})

const QUARTERS = ['2025-10-15', '2026-01-14', '2026-04-16', '2026-07-15', '2026-08-20']
const REPAIRS = ['2025-11-03', '2025-12-22', '2026-03-09', '2026-05-11', '2026-06-30']
const SHEETS = [
  sheet(
    '上门',
    ['原编号', '完成时间 *', '类型 *', '设备', '检查表', '说明'],
    [
      ...QUARTERS.map((day, at) => [`XJ-${at + 1}`, day, '巡检', SERIAL, '季度上门记录', '例行检查']),
      ...REPAIRS.map((day, at) => [`WX-${at + 1}`, `${day} 15:30`, '维修', SERIAL, '', '换滤网']),
    ],
  ),
  sheet(
    '未结工单',
    [
      '原工单号',
      '报修时间',
      '标题',
      '设备',
      '受理时间',
      '答复时间',
      '答复内容',
      '到场时间',
      '暂停时间',
      '暂停原因',
      '凭据',
      '通知客户时间',
    ],
    [
      [
        'GD-81',
        '2026-09-20 10:00',
        '主机异响',
        SERIAL,
        '2026-09-20 10:05',
        '2026-09-20 10:10',
        '先停机',
        '2026-09-20 15:00',
        '',
        '',
        '',
        '',
      ],
      ['GD-82', '2026/9/20 20:00', '冷却塔漏水', SERIAL, '', '', '', '', '', '', '', ''],
      [
        'GD-83',
        '2026年9月20日 22:00',
        '控制柜报警',
        SERIAL,
        '',
        '2026-09-20 22:10',
        '约周四上门',
        '',
        '2026-09-20 23:00',
        '客户改期',
        '短信截图',
        '2026-09-20 22:10',
      ],
    ],
  ),
  sheet('备机借用', ['借出时间', '原工单号', '设备', '说明'], [['2026-09-20 23:30', 'GD-81', SERIAL, '备用冷水机']]),
  sheet(
    '里程碑',
    ['里程碑', '时间', '凭据'],
    [
      ['调试完成', '2025-07-18', '投用记录 7'],
      ['验收', '2025-07-20', '验收报告 7'],
    ],
  ),
]

const send = async (sheets: typeof SHEETS, name = '交接清单.xlsx') => (await upload(manager, { name, bytes: await writeXlsx(sheets) })).id
const trial = (files: readonly string[], id = contract) => manager.post(`/api/contracts/${id}/cutover/preview`, { files })
const importing = (files: readonly string[], id = contract) => manager.post(`/api/contracts/${id}/cutover`, { files })
const live = async () => (await manager.get(`/api/contracts/${contract}/cutover`)).body
const bare = (owed: readonly Owed[]) =>
  owed.map(({ subject, promise, episode, dueAt, state, when, comes }) => ({ subject, promise, episode, dueAt, state, when, comes }))
const countOf = async (table: string) => (await server.owner.raw.query(`SELECT count(*)::int AS n FROM ${table}`)).rows[0].n as number
const audited = async () => (await auditTenant(server.services, 'east')).differences

test('the template is a workbook that our own reader takes, with a sheet a kind and one that explains', async () => {
  const answer = await manager.get(`/api/contracts/${contract}/cutover/template`)
  assert.equal(answer.status, 200)
  assert.match(answer.headers.get('content-disposition') ?? '', /HT-2025-071\.xlsx/)
  const read = await readXlsx(answer.bytes)
  assert.ok(!isUnread(read))
  assert.deepEqual(
    read.map(({ name }) => name),
    ['上门', '未结工单', '备机借用', '里程碑', '其他服务记录', '填写说明'],
  )
  const empty = await trial([(await upload(manager, { name: '空白.xlsx', bytes: answer.bytes })).id])
  assert.deepEqual(
    empty.body.problems.map((one: { words: string }) => one.words),
    ['没有要导入的行。请在模板里至少填写一行。'],
  )
})

test('what is wrong is said cell by cell, in the language of the reader, and nothing is written', async () => {
  const [facts, visits] = [await countOf('fact'), SHEETS[0]!]
  const wrong = sheet(
    '上门',
    ['完成时间', '类型', '设备', '检察员'],
    [
      ['昨天', '巡检', SERIAL, ''],
      ['2026-09-21 09:00', '巡检', '没有这台', ''],
      ['', '', SERIAL, ''],
    ],
  )
  const file = await send([wrong, visits])
  const said = (await trial([file])).body.problems as { sheet: string; row: number; column?: string; words: string }[]
  assert.deepEqual(
    said.map(({ row, column }) => `${row} ${column}`),
    ['1 检察员', '2 完成时间', '3 完成时间', '3 设备', '4 完成时间', '4 类型'],
  )
  assert.match(said[1]!.words, /“昨天”不是时间/)
  assert.match(said[2]!.words, /不早于接管日 2026-09-21/)
  const refused = await importing([file])
  assert.equal(refused.status, 422)
  assert.match(refused.body.detail, /6 处要改正/)
  const inEnglish = await manager.ask('POST', `/api/contracts/${contract}/cutover/preview`, {
    body: { files: [file] },
    headers: { 'accept-language': 'en' },
  })
  assert.equal(inEnglish.body.problems.length, 6)
  assert.equal(await countOf('fact'), facts)
})

test('a trial writes nothing, and what it shows is what is owed once it is imported', async () => {
  const before = await countOf('fact')
  const numbers = await countOf('number_sequence')
  const file = await send(SHEETS)
  const tried = await trial([file])
  assert.equal(tried.status, 200, tried.text)
  assert.deepEqual(tried.body.problems, [])
  assert.deepEqual(
    tried.body.counts.map(({ name, fresh, there }: { name: string; fresh: number; there: number }) => `${name} ${fresh} ${there}`),
    ['上门 10 0', '未结工单 3 0', '备机借用 1 0', '里程碑 2 0'],
  )
  assert.deepEqual([await countOf('fact'), await countOf('number_sequence')], [before, numbers])

  const done = await importing([file])
  assert.equal(done.status, 200, done.text)
  const now = await live()
  assert.deepEqual(bare(now.owed), bare(tried.body.owed))
  assert.deepEqual(bare(done.body.owed), bare(tried.body.owed))
  assert.equal(now.past.length, tried.body.past.length)
  assert.deepEqual(await audited(), [])
})

test('what fell due before the taking over is history, and nothing was sent for it', async () => {
  const { owed, past } = await live()
  assert.ok(past.length > 15 && past.every(({ dueAt }: { dueAt: number }) => dueAt <= CUT_OVER))
  const visits = past.filter(({ title, doneAt }: { title: string; doneAt?: number }) => title === '季度上门' && doneAt !== undefined)
  assert.equal(visits.length, 4)
  const { rows } = await server.owner.raw.query<{ at: string; promise: string }>('SELECT at, promise FROM effect')
  assert.ok(rows.length > 0 && rows.every(({ at }) => Number(at) > CUT_OVER), JSON.stringify(rows))
  const late = owed.filter(({ when }: Owed) => when === 'late').map(({ title, of }: Owed) => `${title} ${of.split(' ').at(-1)}`)
  assert.deepEqual(late, ['到场 冷却塔漏水'])
})

test('the visit of this quarter keeps it, so that the next one is owed in the next', async () => {
  const { owed } = await live()
  assert.ok(!owed.some(({ title, dueAt }: Owed) => title === '季度上门' && dueAt! < Date.parse('2026-10-25T00:00:00+08:00')))
  const answer = await manager.get(`/api/contracts/${contract}/tasks`)
  const visits = answer.body.occurrences.filter(({ promise }: { promise: string }) => promise === 'quarterly-visit')
  assert.deepEqual(visits, [])
})

test('a ticket of before runs on: what was done there counts, a pause still stands, and the loaner that was delivered is not owed', async () => {
  const { items } = (await manager.get(`/api/tickets?view=all&contract=${contract}`)).body
  assert.deepEqual(items.map(({ title, state }: { title: string; state: string }) => `${title} ${state}`).sort(), [
    '主机异响 working',
    '冷却塔漏水 reported',
    '控制柜报警 reported',
  ])
  const { owed } = await live()
  assert.ok(!owed.some(({ title }: Owed) => title === '备用设备'))
  assert.ok(owed.some(({ title, state, of }: Owed) => title === '到场' && state === 'paused' && of.endsWith('控制柜报警')))
  const id = items.find(({ title }: { title: string }) => title === '主机异响').id
  const ticket = (await manager.get(`/api/tickets/${id}`)).body
  const reported = ticket.timeline.find(({ type }: { type: string }) => type === 'ticket.reported')
  assert.deepEqual(
    [reported.source, reported.imported.sheet, reported.imported.row, reported.imported.file.name, reported.imported.number],
    ['import', '未结工单', 2, '交接清单.xlsx', 'GD-81'],
  )
  const restored = await manager.post(`/api/tickets/${id}/restore`, { summary: '更换轴承' })
  assert.equal(restored.status, 200, restored.text)
  assert.deepEqual(await audited(), [])
})

test('the same lines again, in the same file or in another, change nothing', async () => {
  const before = [await countOf('fact'), await countOf('service_record'), await countOf('ticket'), await countOf('effect')]
  for (const file of [await send(SHEETS), await send(SHEETS.toReversed(), '再来一次.xlsx')]) {
    const again = await importing([file])
    assert.equal(again.status, 200, again.text)
    assert.ok(again.body.counts.every(({ fresh }: { fresh: number }) => fresh === 0))
  }
  assert.deepEqual([await countOf('fact'), await countOf('service_record'), await countOf('ticket'), await countOf('effect')], before)
})

test('two people who import the same at the same moment bring it once', async () => {
  const more = [sheet('上门', ['原编号', '完成时间', '类型', '设备'], [['XJ-99', '2026-02-02', '维护', SERIAL]])]
  const [one, two] = [await send(more, '甲.xlsx'), await send(more, '乙.xlsx')]
  const answers = await Promise.all([importing([one]), importing([two])])
  assert.deepEqual(
    answers.map(({ status }) => status),
    [200, 200],
  )
  const { rows } = await server.owner.raw.query(`SELECT id FROM service_record WHERE state_json::text LIKE '%maintenance%'`)
  assert.equal(rows.length, 1)
  assert.deepEqual(await audited(), [])
})

test('rows that were copied come as text; a loan may name a ticket that an earlier import brought', async () => {
  const text = '借出时间\t原工单号\t设备\n2026-09-20 22:30\tGD-82\t冷却\n'
  const file = (await upload(manager, { name: '粘贴的备机借用.csv', text: text.replace('冷却', SERIAL) })).id
  const tried = await trial([file])
  assert.deepEqual([tried.body.problems, tried.body.counts[0].fresh], [[], 1])
  const stranger = (await upload(manager, { name: '粘贴的备机借用 2.csv', text: text.replace('GD-82', 'GD-99').replace('冷却', SERIAL) }))
    .id
  assert.match((await trial([stranger])).body.problems[0].words, /没有原工单号“GD-99”/)
})

test('a file that is no table, and a contract without a day of taking over, are refused in a sentence', async () => {
  const broken = (await upload(manager, { name: '坏.csv', text: '"没有结束' })).id
  const answer = await trial([broken])
  assert.ok(answer.status === 400 || answer.body.problems.length > 0, answer.text)
  const plain = await sign('HT-2025-072', [])
  assert.equal((await manager.get(`/api/contracts/${plain}/cutover/template`)).status, 422)
  const refused = await importing([await send(SHEETS)], plain)
  assert.equal(refused.status, 422)
  assert.match(refused.body.detail, /没有约定接管日/)
})

test('who may not manage contracts imports nothing', async () => {
  const file = await send(SHEETS)
  const engineer = await logInAs(server, 'engineer@east')
  const customer = await logInAs(server, 'customer-user@east')
  for (const person of [engineer, customer])
    assert.equal((await person.post(`/api/contracts/${contract}/cutover`, { files: [file] })).status, 403)
})

test('a customer who may read service records is told nothing of the file that they came from', async () => {
  await server.owner.raw.query(
    `UPDATE role SET grants = (grants::jsonb || '[{"action": "service.read", "scope": "all"}]')::json WHERE tenant_id = 'east' AND id = 'customer-administrator'`,
  )
  const customer = await logInAs(server, 'customer-administrator@east')
  const importedIn = async (person: typeof manager) => {
    const { items } = (await person.get(`/api/services?contract=${contract}`)).body as { items: { entries: { imported?: object }[] }[] }
    assert.ok(items.length > 0)
    return items.flatMap(({ entries }) => entries.flatMap(({ imported }) => imported ?? []))
  }
  assert.ok((await importedIn(manager)).length > 0)
  assert.deepEqual(await importedIn(customer), [])
})
