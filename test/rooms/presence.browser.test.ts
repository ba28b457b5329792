import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setStage } from '../stage/stage.testing.ts'

// Two at one ticket see each other before both answer the same customer.

const stage = await setStage()
const agent = await stage.as('xu')
const manager = await stage.as('gu')
const answer = await agent.context.request.post(`${stage.url}/api/tickets`, {
  data: { channel: 'phone', title: '门禁读头不亮', customer: 'jinping', contract: 'ht-2025-031', type: 'fault' },
  headers: { 'idempotency-key': crypto.randomUUID(), origin: stage.url },
})
const { id } = (await answer.json()) as { id: string }
const open = (page: typeof agent.page) => page.goto(`${stage.url}/tickets/${id}`)

test('whoever has the same ticket open is named to the others, also to the one who was there before', async () => {
  await open(agent.page)
  await agent.page.getByRole('heading', { name: '门禁读头不亮' }).waitFor()
  assert.equal(await agent.page.locator('.presence .avatar').count(), 0)
  await open(manager.page)
  await manager.page.locator('.presence').getByText('许静怡 在看').waitFor()
  await agent.page.locator('.presence').getByText('顾南 在看').waitFor()
})

test('who is writing is seen to be, and then not any more', async () => {
  await agent.page.keyboard.press('r')
  await agent.page.getByRole('textbox', { name: '回复客户' }).pressSequentially('先')
  await manager.page.locator('.presence').getByText('许静怡 正在写…').waitFor()
  await manager.page.locator('.presence').getByText('许静怡 在看').waitFor()
})

test('who leaves the page is gone', async () => {
  await manager.page.getByRole('link', { name: '排班' }).click()
  await agent.page.locator('.presence .avatar').waitFor({ state: 'detached' })
  assert.deepEqual([...agent.complaints, ...manager.complaints], [])
})

test('a customer’s people are neither told of nor tell', async () => {
  const customer = await stage.as('zheng')
  const refused = await customer.context.request.put(`${stage.url}/api/tickets/${id}/presence`, {
    data: { state: 'here' },
    headers: { 'idempotency-key': crypto.randomUUID(), origin: stage.url },
  })
  assert.equal(refused.status(), 403)
})
