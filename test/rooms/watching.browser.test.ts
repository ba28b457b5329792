import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setStage } from '../stage/stage.testing.ts'

/** Who follows a ticket hears of it, who is named in a note is told, and everybody can look at what the customer sees. */
const stage = await setStage({ past: 0 })
const agent = await stage.as('xu')
const manager = await stage.as('gu')

async function post<Answer>(path: string, data: object): Promise<Answer> {
  const headers = { 'idempotency-key': crypto.randomUUID(), origin: stage.url }
  const answer = await agent.context.request.post(`${stage.url}/api${path}`, { data, headers })
  assert.ok(answer.ok(), await answer.text())
  return (await answer.json()) as Answer
}

const made = await post<{ id: string; number: string }>('/tickets', {
  channel: 'mail',
  title: '自助机触屏失灵',
  customer: 'jinping',
  description: '点不动',
})

const open = async (on = manager.page): Promise<void> => {
  await on.goto(`${stage.url}/tickets/${made.id}`)
  await on.getByRole('heading', { name: '自助机触屏失灵', exact: true }).waitFor()
}

test('a ticket is followed from its page; what others do on it stands in the inbox until it was seen', async () => {
  const { page } = manager
  await open()
  await page.getByRole('button', { name: '关注', exact: true }).click()
  await page.getByRole('button', { name: '不再关注' }).waitFor()
  await page.locator('.ticket-side').getByText('关注 顾南').waitFor()
  await post(`/tickets/${made.id}/accept`, {})
  await page.goto(`${stage.url}/inbox`)
  const notices = page.getByRole('region', { name: '关注与提到' })
  await notices.getByText('许静怡：受理').waitFor()
  await notices.getByRole('button', { name: '看过了' }).click()
  await notices.waitFor({ state: 'detached' })
  await open()
  await page.getByRole('button', { name: '不再关注' }).click()
  await page.getByRole('button', { name: '关注', exact: true }).waitFor()
})

test('an @ in a note finds a colleague, who is told of the note and follows from then on', async () => {
  const { page } = agent
  await open(page)
  await page.keyboard.press('i')
  const box = page.getByRole('textbox', { name: '内部备注' })
  await box.pressSequentially('@顾')
  await page.locator('.ant-mentions-dropdown').getByText('顾南').first().click()
  await box.pressSequentially('请看触屏型号')
  await page.getByRole('button', { name: '记下' }).click()
  await page.locator('.fact-box.note').getByText('@顾南 请看触屏型号').waitFor()
  await manager.page.goto(`${stage.url}/inbox`)
  const notices = manager.page.getByRole('region', { name: '关注与提到' })
  await notices.getByText('许静怡在备注里提到了您').waitFor()
  await notices.getByRole('link', { name: new RegExp(made.number) }).click()
  await manager.page.getByRole('button', { name: '不再关注' }).waitFor()
})

test('a reply goes the way on which the customer came, unless another is chosen', async () => {
  const { page } = agent
  await open(page)
  await page.keyboard.press('r')
  await page.getByText('客户用邮件找来，默认用同样的渠道答复。').waitFor()
  await page.getByRole('textbox', { name: '回复客户' }).fill('已安排工程师明早到场')
  await page.getByRole('button', { name: '登记答复' }).click()
  await page.locator('.fact-box.message').getByText('渠道：邮件').waitFor()
})

test('the customer’s view shows what was said to them and no note of ours, and nothing to rule on', async () => {
  const { page } = agent
  await page.getByRole('tab', { name: '客户视角' }).click()
  const view = page.getByRole('region', { name: '客户视角' })
  await view.getByText('已安排工程师明早到场').waitFor()
  assert.equal(await view.getByText('请看触屏型号').count(), 0)
  assert.equal(await view.locator('.fact-menu').count(), 0)
  await page.getByRole('tab', { name: '经过' }).click()
  await page.locator('.fact-box.note').getByText('@顾南 请看触屏型号').waitFor()
})

test('no page asked any other host, and none broke', () => {
  assert.deepEqual([...agent.complaints, ...manager.complaints], [])
})
