import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { isUnread, sheetsIn } from '../sheets/file.ts'
import { plantContracts } from './contract.testing.ts'
import { good, logInAs, plantTenant, startTestServer } from './http.testing.ts'
import type { Person } from './http.testing.ts'

const server = await startTestServer()
let agent: Person

before(async () => {
  await plantTenant(server, 'alpha')
  await plantContracts(server, 'alpha')
  agent = await logInAs(server, 'hotline-agent@alpha')
  for (const [customer, title] of [
    ['jia', '冷水机组停机'],
    ['yi', '=HYPERLINK("输液泵")'],
  ])
    good(
      await agent.post('/api/tickets', {
        channel: 'phone',
        type: 'fault',
        title,
        description: '面板报警',
        customer,
        asset: `${customer}-asset`,
        contract: `${customer}-contract`,
        contact: { name: '郑工', phone: '分机 A01' },
      }),
    )
})

async function sheet(query: string, person = agent): Promise<string[][]> {
  const answer = await person.get(`/api/tickets/sheet?${query}`)
  assert.equal(answer.status, 200, answer.text)
  assert.match(
    answer.headers.get('content-disposition') ?? '',
    /filename="tickets.xlsx"; filename\*=UTF-8''%E5%B7%A5%E5%8D%95%202026-09-23.xlsx/,
  )
  const read = await sheetsIn(answer.bytes)
  assert.ok(!isUnread(read))
  return read[0]!.rows.map(({ cells }) => [...cells].map((cell) => String(cell ?? '')))
}

test('the list is taken along as a workbook: the usual columns, a thing each, in the order of the list', async () => {
  const [head, ...rows] = await sheet('view=all&sort=-reported')
  assert.deepEqual(head, [
    '最近的时钟',
    '时钟状态',
    '到期',
    '编号',
    '标题',
    '类型',
    '来源',
    '状态',
    '客户',
    '地点',
    '设备',
    '型号',
    '序列号',
    '等级',
    '客户选的等级',
    '其余时钟',
    '处理人',
  ])
  const listed = good(await agent.get('/api/tickets?view=all&sort=-reported')).items
  assert.deepEqual(
    rows.map((row) => row[3]),
    listed.map(({ number }: { number: string }) => number),
  )
  const chiller = rows.find((row) => row[4] === '冷水机组停机')
  assert.deepEqual(chiller?.slice(0, 3), ['答复', '计时中', '2026-09-23 15:23'])
  assert.deepEqual(chiller?.slice(5, 9), ['故障', '电话', '新报修', 'MARK-alpha-jia-ZQ医院'])
  assert.equal(chiller?.[12], 'MARK-alpha-jia-ZQ')
})

test('columns and filters are those that are shown, and a text that looks like a formula stays a text', async () => {
  const rows = await sheet('view=all&q=MARK-alpha-yi&columns=contract,reported')
  assert.deepEqual(rows[0]?.slice(-2), ['合同', '报修时间'])
  assert.equal(rows.length, 2)
  assert.ok(rows[1]?.includes('=HYPERLINK("输液泵")'))
  assert.ok(rows[1]?.includes('2026-09-23 14:53'))
})

test('a column that is none is refused by its field, and a list without rows is a head alone', async () => {
  const answer = await agent.get('/api/tickets/sheet?view=all&columns=due,price')
  assert.equal(answer.status, 400)
  assert.match(answer.text, /columns/)
  assert.equal((await sheet('view=closed')).length, 1)
})

test('whoever takes the list along leaves a line in the trail, and a customer takes its own alone', async () => {
  const admin = await logInAs(server, 'administrator@alpha')
  await sheet('view=all')
  const [line] = good(await admin.get('/api/trail?action=tickets.exported')).items
  assert.equal(line.words, '导出工单列表')
  assert.equal(line.person.id, 'alpha-hotline-agent')
  assert.equal(line.detail.count, 2)
  const customer = await logInAs(server, 'customer-administrator@alpha')
  assert.deepEqual(
    (await sheet('view=all', customer)).slice(1).map((row) => row[4]),
    ['冷水机组停机'],
  )
})
