import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { MasterDataResult } from '../../wire/master-data.ts'
import { isUnread } from '../sheets/file.ts'
import { readXlsx } from '../sheets/xlsx-read.ts'
import { writeXlsx } from '../sheets/xlsx-write.ts'
import { upload } from './files/upload.testing.ts'
import type { Person } from './http.testing.ts'
import { logInAs, plantTenant, startTestServer } from './http.testing.ts'

const server = await startTestServer()
await plantTenant(server, 'east')
const admin = await logInAs(server, 'administrator@east')
assert.equal((await admin.post('/api/plans/bundled')).status, 200)
assert.equal((await admin.post('/api/teams', { name: '北区一队' })).status, 201)

type Table = readonly [name: string, heads: readonly string[], rows: readonly (readonly string[])[]]

const book = (...tables: readonly Table[]): Promise<Uint8Array> =>
  writeXlsx(tables.map(([name, heads, rows]) => ({ name, columns: heads.map((head) => ({ head, width: 12 })), rows })))

async function send(person: Person, bytes: Uint8Array, path: '/preview' | '') {
  const { id } = await upload(person, { name: '基础资料.xlsx', bytes })
  return person.post(`/api/master-data${path}`, { files: [id] })
}

async function tried(bytes: Uint8Array, person: Person = admin): Promise<MasterDataResult> {
  const { status, body, text } = await send(person, bytes, '/preview')
  assert.equal(status, 200, text)
  return body as MasterDataResult
}

const counted = ({ counts }: MasterDataResult) => counts.map(({ sheet, fresh, there }) => [sheet, fresh, there])
const told = ({ problems }: MasterDataResult) => problems.map((one) => [one.sheet, one.row, one.column, one.value, one.words])
const total = async (path: string): Promise<number> => (await admin.get(`/api/${path}`)).body.items.length

const CUSTOMERS: Table = [
  '客户',
  ['名称 *', '联系人', '联系电话'],
  [
    ['望川市图书馆', '设备科 卫工', '分机 A1'],
    ['沅水中学', '总务处', ''],
  ],
]
const SITES: Table = [
  '地点',
  ['客户', '名称', '地址', '区域'],
  [
    ['望川市图书馆', '总馆', '望川路 1 号', '市区'],
    ['沅水中学', '本部', '', ''],
  ],
]
const DEVICE_HEADS = ['客户', '地点', '名称', '型号', '序列号', '验收日期']
const DEVICES: Table = [
  '设备',
  DEVICE_HEADS,
  [
    ['望川市图书馆', '总馆', '恒湿机组', 'HS-40', 'WC-0001', '2026-03-14'],
    ['沅水中学', '本部', '空压机', '', '', '2026/4/2'],
  ],
]
const PEOPLE: Table = [
  '人员',
  ['姓名', '账号', '角色', '班组', '电话', '邮箱', '客户'],
  [
    ['苏晚', 'suwan', '客服专员、调度', '北区一队', '分机 B1', 'suwan@east.example', ''],
    ['卫工', 'wei', '客户管理员', '', '', '', '望川市图书馆'],
  ],
]

test('the template has a sheet a kind, offers roles, teams and zones, and reads as empty', async () => {
  const answer = await fetch(`${server.url}/api/master-data/template`, { headers: { cookie: admin.cookie ?? '' } })
  assert.match(answer.headers.get('content-disposition') ?? '', /master-data\.xlsx/)
  const bytes = new Uint8Array(await answer.arrayBuffer())
  const sheets = await readXlsx(bytes)
  assert.ok(!isUnread(sheets))
  assert.deepEqual(
    sheets.map(({ name }) => name),
    ['客户', '地点', '设备', '人员', '填写说明'],
  )
  assert.deepEqual(sheets[2]!.rows[0]!.cells, ['客户 *', '地点 *', '名称 *', '型号', '序列号', '档次', '验收日期'])
  const guide = JSON.stringify(sheets[4]!.rows)
  for (const words of ['客服经理', '北区一队', '市区', '已经登记过的行认得出来']) assert.ok(guide.includes(words), words)
  assert.deepEqual(
    (await tried(bytes)).problems.map(({ words }) => words),
    ['没有要导入的行。请在模板里至少填写一行。'],
  )
})

test('a trial says what is new and writes nothing; the import writes all of it, each with what it belongs to', async () => {
  const bytes = await book(CUSTOMERS, SITES, DEVICES, PEOPLE)
  const [customers, people] = [await total('customers'), await total('people')]
  const trial = await tried(bytes)
  assert.deepEqual([trial.problems, trial.differences], [[], []])
  assert.deepEqual(counted(trial), [
    ['customers', 2, 0],
    ['sites', 2, 0],
    ['devices', 2, 0],
    ['people', 2, 0],
  ])
  assert.deepEqual([await total('customers'), await total('people')], [customers, people])
  const { status, body, text } = await send(admin, bytes, '')
  assert.equal(status, 200, text)
  assert.deepEqual(counted(body), counted(trial))
  const [device] = (await admin.get('/api/assets?q=WC-0001')).body.items
  assert.deepEqual(
    [device.name, device.customer.name, device.site.name, device.model, device.acceptedOn],
    ['恒湿机组', '望川市图书馆', '总馆', 'HS-40', '2026-03-14'],
  )
  const [site] = (await admin.get('/api/sites?q=总馆')).body.items
  assert.deepEqual([site.zone, site.timezone], ['city', 'Asia/Shanghai'])
  const person = async (account: string) => (await admin.get(`/api/people?q=${account}`)).body.items[0]
  const [own, theirs] = [await person('suwan'), await person('wei')]
  assert.deepEqual(
    [own.team.name, own.email, own.phone, own.roles.map((role: { id: string }) => role.id)],
    ['北区一队', 'suwan@east.example', '分机 B1', ['dispatcher', 'hotline-agent']],
  )
  assert.equal(theirs.customer.name, '望川市图书馆')
  assert.equal((await admin.get('/api/customers?q=wcs')).body.items.length, 1, 'found by the initials of its name')
  const [line] = (await admin.get('/api/trail?limit=5')).body.items.filter(
    (one: { action: string }) => one.action === 'master-data.imported',
  )
  assert.equal(line.words, '导入基础资料')
})

test('the same file again changes nothing, and what differs is shown and stays as it is recorded', async () => {
  const again = await send(admin, await book(CUSTOMERS, SITES, DEVICES, PEOPLE), '')
  assert.equal(again.status, 200, again.text)
  assert.deepEqual(counted(again.body), [
    ['customers', 0, 2],
    ['sites', 0, 2],
    ['devices', 0, 2],
    ['people', 0, 2],
  ])
  const moved = await send(
    admin,
    await book(
      ['设备', DEVICE_HEADS, [['沅水中学', '本部', '恒湿机组', 'HS-60', 'WC-0001', '']]],
      ['人员', ['姓名', '账号', '角色'], [['苏晚', 'SUWAN', '工程师']]],
    ),
    '',
  )
  assert.deepEqual(
    (moved.body as MasterDataResult).differences.map(({ sheet, row, column, said, recorded }) => [sheet, row, column, said, recorded]),
    [
      ['设备', 2, '客户', '沅水中学', '望川市图书馆'],
      ['设备', 2, '地点', '本部', '总馆'],
      ['设备', 2, '型号', 'HS-60', 'HS-40'],
      ['人员', 2, '角色', '工程师', '调度、客服专员'],
    ],
  )
  assert.equal((await admin.get('/api/assets?q=WC-0001')).body.items[0].model, 'HS-40')
})

test('what is wrong is said cell by cell, and what hangs on a wrong line is not blamed for it', async () => {
  const bytes = await book(
    [
      '客户',
      ['名称', '备注'],
      [
        ['', '没有名字'],
        ['青禾馆', 'x'.repeat(1001)],
      ],
    ],
    [
      '地点',
      ['客户', '名称', '时区'],
      [
        ['青禾馆', '一楼', ''],
        ['望川市图书馆', '分馆', 'Asia/Nowhere'],
      ],
    ],
    [
      '设备',
      DEVICE_HEADS,
      [
        ['青禾馆', '一楼', '水泵', '', 'QH-1', ''],
        ['望川市图书馆', '分馆', '风机', '', 'QH-2', ''],
        ['望川市图书馆', '三馆', '风机', '', 'QH-3', ''],
        ['望州市图书馆', '总馆', '风机', '', 'QH-4', ''],
        ['望川市图书馆', '总馆', '风机', '', 'QH-5', '明年'],
        ['望川市图书馆', '总馆', '风机', '', 'QH-6', ''],
        ['望川市图书馆', '总馆', '风机甲', '', 'QH-6', ''],
        ['望川市图书馆', '总馆', '阀门', '', '', ''],
        ['望川市图书馆', '总馆', '阀门', '', '', ''],
      ],
    ],
    [
      '人员',
      ['姓名', '账号', '角色', '邮箱', '客户', '分包单位'],
      [
        ['甲', '大写', '', '', '', ''],
        ['乙', 'yi', '厂长', '', '', ''],
        ['丙', 'bing', '客户管理员', '', '', ''],
        ['丁', 'ding', '', 'ding', '', ''],
        ['戊', 'wu', '', '', '望川市图书馆', '外包甲'],
      ],
    ],
  )
  const problems = told(await tried(bytes))
  assert.deepEqual(
    problems.map(([sheet, row, column, value]) => [sheet, row, column, (value as string | undefined)?.slice(0, 12)]),
    [
      ['客户', 2, '名称', undefined],
      ['客户', 3, '备注', 'x'.repeat(12)],
      ['地点', 3, '时区', 'Asia/Nowhere'],
      ['设备', 4, '地点', '三馆'],
      ['设备', 5, '客户', '望州市图书馆'],
      ['设备', 6, '验收日期', '明年'],
      ['设备', 8, '序列号', 'QH-6'],
      ['设备', 10, '名称', '阀门'],
      ['人员', 2, '账号', '大写'],
      ['人员', 3, '角色', '厂长'],
      ['人员', 4, '角色', '客户管理员'],
      ['人员', 5, '邮箱', 'ding'],
      ['人员', 6, '分包单位', '外包甲'],
    ],
  )
  for (const [, , , , words] of problems) assert.match(String(words), /请|只能|可填/)
  const refused = await send(admin, bytes, '')
  assert.deepEqual([refused.status, refused.body.code], [422, 'sheets.problems'])
  assert.match(refused.body.detail, /有 13 处要改正，什么也没有导入/)
  assert.equal((await admin.get('/api/assets?q=QH-')).body.items.length, 0)
})

test('who may add no people imports none, and nobody gives a role beyond their own', async () => {
  const agent = await logInAs(server, 'hotline-agent@east')
  const people: Table = ['人员', ['姓名', '账号'], [['己', 'ji']]]
  const customers: Table = ['客户', ['名称'], [['棠梨社区']]]
  assert.deepEqual(
    told(await tried(await book(customers, people), agent)).map(([sheet, , , , words]) => [sheet, words]),
    [['人员', '您没有登记这一类资料的权限。请删去这张表，或请管理员来导入。']],
  )
  const engineer = await logInAs(server, 'engineer@east')
  assert.equal((await send(engineer, await book(customers), '')).status, 403)
  assert.equal((await send(agent, await book(customers), '')).status, 200)
})

test('2,000 devices with 7 bad rows: seven problems and nothing written; mended, they are in within seconds', async () => {
  const line = (at: number): string[] => [
    '望川市图书馆',
    '总馆',
    `末端设备 ${at}`,
    'FCU-3',
    `FCU-${String(at).padStart(5, '0')}`,
    '2026-05-01',
  ]
  const rows = Array.from({ length: 2_000 }, (_, at) => line(at + 1))
  const spoil: readonly [at: number, column: number, value: string][] = [
    [0, 0, '望川图书馆'],
    [10, 1, '新馆'],
    [444, 2, ''],
    [999, 3, 'M'.repeat(81)],
    [1_200, 4, 'FCU-00001'],
    [1_500, 5, '2026-13-01'],
    [1_999, 1, ''],
  ]
  const bad = rows.map((row) => [...row])
  for (const [at, column, value] of spoil) bad[at]![column] = value
  const before = (await server.owner.raw.query('SELECT count(*)::int AS n FROM asset')).rows[0].n
  const trial = await tried(await book(['设备', DEVICE_HEADS, bad]))
  assert.deepEqual(
    trial.problems.map(({ row, column }) => [row, column]),
    [
      [2, '客户'],
      [12, '地点'],
      [446, '名称'],
      [1_001, '型号'],
      [1_202, '序列号'],
      [1_502, '验收日期'],
      [2_001, '地点'],
    ],
  )
  assert.equal((await server.owner.raw.query('SELECT count(*)::int AS n FROM asset')).rows[0].n, before)
  const began = performance.now()
  const done = await send(admin, await book(['设备', DEVICE_HEADS, rows]), '')
  assert.equal(done.status, 200, done.text)
  assert.deepEqual(counted(done.body), [['devices', 2_000, 0]])
  assert.ok(performance.now() - began < 30_000)
  assert.equal((await server.owner.raw.query('SELECT count(*)::int AS n FROM asset')).rows[0].n, before + 2_000)
  assert.deepEqual(counted((await send(admin, await book(['设备', DEVICE_HEADS, rows]), '')).body), [['devices', 0, 2_000]])
})
