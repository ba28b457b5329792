import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plantContracts } from './contract.testing.ts'
import { logInAs, plantTenant, startTestServer } from './http.testing.ts'

const server = await startTestServer()
await plantTenant(server, 'east')
await plantContracts(server, 'east')
const manager = await logInAs(server, 'service-manager@east')
const administrator = await logInAs(server, 'administrator@east')
const customer = await logInAs(server, 'customer-administrator@east')
const colleague = await logInAs(server, 'customer-user@east')

const lines = async (action: string) =>
  (await administrator.get(`/api/trail?action=${action}`)).body.items.map(
    (line: { person: { name: string }; words: string; subject?: string; detail: object }) => [
      line.person.name,
      line.words,
      line.subject,
      line.detail,
    ],
  )

test('a board taken as a file leaves a line: who, which contract, which year, how many lines; the same key leaves it once', async () => {
  const take = async (year: number) =>
    (await manager.post('/api/contracts/jia-contract/board/taken', { year, count: 12 }, { 'idempotency-key': 'board-taken-1' })).status
  assert.deepEqual([await take(2026), await take(2026), await take(2025)], [200, 200, 409])
  assert.equal((await customer.post('/api/contracts/jia-contract/board/taken', { year: 2025, count: 3 })).status, 200)
  assert.deepEqual(await lines('board.exported'), [
    ['customer-administrator 某', '导出承诺看板', 'contract/jia-contract', { period: '2025', count: 3 }],
    ['service-manager 某', '导出承诺看板', 'contract/jia-contract', { period: '2026', count: 12 }],
  ])
})

test('bills taken as a file leave a line: month, customer and state that they were narrowed by, and how many', async () => {
  const whole = await manager.post('/api/taken/invoices', { state: 'all', count: 7 })
  assert.equal(whole.status, 200, whole.text)
  const narrowed = { state: 'issued', month: '2026-09', customer: 'jia', count: 2 }
  assert.equal((await manager.post('/api/taken/invoices', narrowed)).status, 200)
  const [last, first] = await lines('invoices.exported')
  assert.deepEqual(first, ['service-manager 某', '导出费用单', undefined, { state: 'all', count: 7 }])
  const name = (await manager.get('/api/customers/jia')).body.name
  const said = { state: 'issued', period: '2026-09', customer: name, count: 2 }
  assert.deepEqual(last, ['service-manager 某', '导出费用单', 'customer/jia', said])
})

test('what one may not see cannot be noted as taken, and what makes no sense is said of its field', async () => {
  const before = (await lines('board.exported')).length
  assert.equal((await customer.post('/api/contracts/yi-contract/board/taken', { year: 2026, count: 1 })).status, 404)
  assert.equal((await colleague.post('/api/taken/invoices', { state: 'all', count: 1 })).status, 403)
  assert.equal((await customer.post('/api/taken/invoices', { state: 'all', customer: 'yi', count: 1 })).body.field, 'customer')
  for (const [body, field] of [
    [{ year: 1026, count: 1 }, 'year'],
    [{ year: 2026, count: -1 }, 'count'],
    [{ year: 2026 }, 'count'],
  ] as const) {
    const refused = await manager.post('/api/contracts/jia-contract/board/taken', body)
    assert.deepEqual([refused.status, refused.body.field], [400, field], refused.text)
  }
  assert.equal((await lines('board.exported')).length, before)
})
