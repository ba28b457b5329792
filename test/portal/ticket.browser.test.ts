import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { pictureNamed } from '../../src/server/files/picture.testing.ts'
import { setStage } from '../stage/stage.testing.ts'

/** A ticket in the portal: the console's clocks and why, and the customer's own word. */
const stage = await setStage({ past: 0 })
const customer = await stage.as('zheng', { width: 390, height: 844 })
const manager = await stage.as('gu')
const { page } = customer

async function api<Answer>(path: string, on: Page = page): Promise<Answer> {
  return (await (await on.context().request.get(`${stage.url}/api${path}`)).json()) as Answer
}

async function post<Answer>(path: string, data: object, on: Page = manager.page): Promise<Answer> {
  const headers = { 'idempotency-key': crypto.randomUUID(), origin: stage.url }
  const answer = await on.context().request.post(`${stage.url}/api${path}`, { data, headers })
  assert.ok(answer.ok(), await answer.text())
  return (await answer.json()) as Answer
}

const report = { channel: 'phone', title: '冷却塔风机异响', customer: 'jinping', asset: 'lsb-680', contract: 'ht-2025-031' }
const { id } = await post<{ id: string }>('/tickets', report)
await post(`/tickets/${id}/note`, { text: '轴承大概不行了，别告诉他们' })
await post(`/tickets/${id}/reply`, { channel: 'phone', summary: '今天下午来看' })
for (const at of [1, 2, 3, 4, 5, 6]) await post(`/tickets/${id}/send-plan`, { summary: `方案第 ${at} 稿` })

const open = () => page.goto(`${stage.url}/portal/tickets/${id}`)
const standing = async () => (await api<{ ticket: { state: string } }>(`/tickets/${id}`)).ticket.state

test('the list leads to the ticket, and what is over stands apart', async () => {
  await page.goto(`${stage.url}/portal/tickets`)
  await page.locator('.ticket-card', { hasText: '冷却塔风机异响' }).click()
  await page.getByRole('heading', { name: '冷却塔风机异响' }).waitFor()
  await page.getByRole('link', { name: '返回' }).click()
  await page.getByRole('link', { name: '已了结' }).click()
  await page.waitForURL(/view=closed/)
  assert.equal(await page.locator('.ticket-card', { hasText: '冷却塔风机异响' }).count(), 0)
})

test('a clock says the words of the console, and opens the same why', async () => {
  await open()
  const clock = page.locator('button.clock-row', { hasText: '答复' })
  const words = await clock.locator('.clock-words').textContent()
  await clock.click()
  await page.locator('.why .song').getByText('客户无论经何种渠道报来故障或求助').waitFor()
  await page.getByText('逐步推算').click()
  const explained = await api<{ obligations: { promise: string; words: string[] }[] }>(`/tickets/${id}`, manager.page)
  const sentences = explained.obligations.find(({ promise }) => promise === 'reply')?.words ?? []
  assert.ok(sentences.length > 0)
  assert.deepEqual(await page.locator('.why .because li').allTextContents(), sentences)
  await manager.page.goto(`${stage.url}/tickets/${id}`)
  await manager.page
    .locator('.clock-card', { hasText: '答复' })
    .getByText(words ?? '', { exact: false })
    .waitFor()
  await clock.click()
  await page.locator('.why').waitFor({ state: 'detached' })
})

test('what was said to the customer is read, what we say among ourselves is not', async () => {
  await open()
  await page.getByRole('button', { name: /^全部 \d+ 条$/ }).click()
  await page.getByText('今天下午来看').waitFor()
  assert.equal(await page.getByText('轴承大概不行了').count(), 0)
})

test('the customer writes with a picture, the agent reads it on the ticket and among what changed, and the answer stands under it', async () => {
  await open()
  const box = page.getByRole('form', { name: '写给我们' })
  await box.getByRole('button', { name: '发送留言' }).click()
  await page.locator('#message-text-error').waitFor()
  await page.locator('#message-text').fill('能改到明天上午来吗？')
  await box.locator('.pick input').nth(0).setInputFiles(pictureNamed('风机.png'))
  await box.getByText('已上传').waitFor()
  await box.getByRole('button', { name: '发送留言' }).click()
  await page.getByText('已发出，经办的人会看到').waitFor()
  const messages = page.getByRole('region', { name: '留言' })
  await messages.locator('.message.own', { hasText: '能改到明天上午来吗？' }).getByText('风机.png').waitFor()
  assert.equal(await page.locator('#message-text').inputValue(), '')
  await manager.page.goto(`${stage.url}/tickets/${id}`)
  await manager.page.locator('.fact-box.customer', { hasText: '能改到明天上午来吗？' }).getByText('风机.png').waitFor()
  await post(`/tickets/${id}/reply`, { channel: 'portal', summary: '可以，明早九点到' })
  await open()
  await messages.locator('.message', { hasText: '可以，明早九点到' }).waitFor()
  assert.equal(await messages.getByText('今天下午来看').count(), 0)
  await messages.getByRole('button', { name: /^查看全部 \d+ 条$/ }).click()
  await messages.getByText('今天下午来看').waitFor()
  assert.equal(await messages.getByText('轴承大概不行了').count(), 0)
})

test('a visit to come stands on the first page: the customer agrees to its date, or writes on its ticket', async () => {
  const startsAt = Date.now() + 86_400_000
  await post('/services', { type: 'visit.planned', ticket: id, values: { startsAt, person: 'lin' } })
  await page.goto(`${stage.url}/portal/`)
  const visit = page.getByRole('region', { name: '要来的上门' }).locator('.visit', { hasText: '林晓棠来' })
  await visit.getByRole('button', { name: '同意这个时间' }).click()
  await visit.getByText('已约定').waitFor()
  assert.equal(await visit.getByRole('button').count(), 0)
  assert.ok(JSON.stringify(await api(`/services?ticket=${id}`, manager.page)).includes('"by":"customer"'))
  await visit.getByRole('link', { name: '想改时间，写给我们' }).click()
  await page.locator('#message-text').waitFor()
})

test('“restored” is refused with a reason: the ticket goes back to work', async () => {
  await post(`/tickets/${id}/restore`, { summary: '换了轴承' })
  await open()
  await page.getByText('服务方报告已恢复').waitFor()
  await page.getByRole('button', { name: '还没有好' }).click()
  await page.getByRole('button', { name: '不做了' }).click()
  await page.getByRole('button', { name: '还没有好' }).click()
  await page.getByRole('button', { name: '还没有好' }).click()
  await page.locator('#act-text-error').waitFor()
  await page.locator('#act-text').fill('还在响')
  await page.getByRole('button', { name: '还没有好' }).click()
  await page.locator('.entry', { hasText: '还在响' }).waitFor()
  assert.equal(await standing(), 'working')
})

test('it is confirmed once it works, and opened again when it breaks again', async () => {
  await post(`/tickets/${id}/restore`, {})
  await open()
  await page.getByRole('button', { name: '确认已恢复' }).click()
  await page.locator('#act-text').fill('好了')
  await page.getByRole('button', { name: '确认已恢复' }).click()
  await page.locator('.entry', { hasText: '好了' }).waitFor()
  assert.equal(await standing(), 'confirmed')
  await post(`/tickets/${id}/close`, {})
  await open()
  await page.getByRole('button', { name: '又出问题了' }).click()
  await page.locator('#act-text').fill('又响了')
  await page.getByRole('button', { name: '又出问题了' }).click()
  await page.locator('.entry', { hasText: '又响了' }).waitFor()
  assert.equal(await standing(), 'reopened')
})

test('the service is rated in points and words, and a complaint stands apart with what shows it', async () => {
  await open()
  await page.getByRole('button', { name: '评价这次服务' }).click()
  await page.getByRole('button', { name: '提交评价' }).click()
  await page.locator('#rate-score-error').waitFor()
  await page.getByRole('button', { name: '4 分' }).click()
  await page.locator('#rate-note').fill('来得快')
  await page.getByRole('button', { name: '不做了' }).click()
  await page.getByRole('button', { name: '评价这次服务' }).click()
  await page.getByRole('button', { name: '4 分' }).click()
  await page.locator('#rate-note').fill('来得快')
  await page.getByRole('button', { name: '提交评价' }).click()
  await page.getByText('谢谢您的评价').waitFor()
  await page.getByRole('button', { name: '投诉', exact: true }).click()
  await page.getByRole('button', { name: '提交投诉' }).click()
  await page.locator('#complain-text-error').waitFor()
  await page.getByRole('button', { name: '不做了' }).click()
  await page.getByRole('button', { name: '投诉', exact: true }).click()
  await page.getByRole('button', { name: '拖延' }).click()
  await page.locator('#complain-text').fill('说好下午来，晚上才到')
  await page.locator('.pick input').nth(0).setInputFiles(pictureNamed('门口.png'))
  await page.getByText('已上传').waitFor()
  await page.getByRole('button', { name: '提交投诉' }).click()
  await page.getByText('投诉已经收到').waitFor()
  const kept = JSON.stringify(await api(`/services?ticket=${id}`, manager.page))
  for (const said of ['survey.answered', '来得快', 'complaint.opened', '"kind":"delay"', '说好下午来，晚上才到', '门口.png'])
    assert.ok(kept.includes(said), said)
})

test('on a phone nothing is wider than the page, and what is touched is large enough', async () => {
  await open()
  await page.locator('.clock-row').first().waitFor()
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390)
  const heights = await page.locator('main button, nav.rooms a').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height))
  assert.ok(
    heights.every((height) => height >= 44),
    heights.join(),
  )
})

test('no page asked another host, and none broke', () => {
  assert.deepEqual([...customer.complaints, ...manager.complaints], [])
})
