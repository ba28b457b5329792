import assert from 'node:assert/strict'
import { test } from 'node:test'
import { HOUR_MS, MINUTE_MS, setStage, travel } from '../stage/stage.testing.ts'

// 工作台: the first thing that an agent sees.

const stage = await setStage()
const agent = await stage.as('xu')
const other = await stage.as('gu')
const { page } = agent

async function post<Answer>(path: string, data: object): Promise<Answer> {
  const answer = await other.context.request.post(`${stage.url}/api${path}`, {
    data,
    headers: { 'idempotency-key': crypto.randomUUID(), origin: stage.url },
  })
  assert.ok(answer.ok(), await answer.text())
  return (await answer.json()) as Answer
}

const report = (title: string) =>
  post<{ id: string }>('/tickets', { channel: 'phone', title, customer: 'jinping', contract: 'ht-2025-031', type: 'fault' })
const queue = page.locator('.desk-queue')
const changes = page.locator('.place-card', { has: page.getByRole('heading', { name: '离开后的变化' }) })

test('an agent comes in at the desk: own queue, team’s queue, what waits to be assigned, and who is on duty', async () => {
  const mine = await report('派给许静怡的故障')
  await post(`/tickets/${mine.id}/transfer`, { team: 'desk' })
  await post(`/tickets/${mine.id}/assign`, { person: 'xu' })
  const waiting = await report('值班台待派的故障')
  await post(`/tickets/${waiting.id}/transfer`, { team: 'desk' })
  await page.goto(stage.url)
  await page.waitForURL(/\/overview$/)
  await queue.locator('.due-row', { hasText: '派给许静怡的故障' }).waitFor()
  assert.equal(await queue.locator('.due-row', { hasText: '值班台待派的故障' }).count(), 0)
  await queue.getByText('班组', { exact: true }).click()
  await queue.locator('.due-row', { hasText: '值班台待派的故障' }).waitFor()
  await queue.locator('.due-row', { hasText: '派给许静怡的故障' }).waitFor()
  await queue.getByText('待派', { exact: true }).click()
  await queue.locator('.due-row', { hasText: '派给许静怡的故障' }).waitFor({ state: 'detached' })
  await page.waitForURL(/queue=unassigned/)
  await page.locator('.duty-now', { hasText: '顾南' }).waitFor()
})

test('clocks are told by urgency, and a press shows those alone', async () => {
  await page.goto(`${stage.url}/overview?queue=team`)
  await queue.locator('.due-row').first().waitFor()
  const all = await queue.locator('.due-row').count()
  const band = queue.locator('.urgency')
  const first = band.first()
  const count = Number(await first.locator('b').innerText())
  assert.ok(count > 0 && count <= all)
  await first.click()
  await page.waitForURL(/near=/)
  assert.equal(await first.getAttribute('aria-pressed'), 'true')
  assert.equal(await queue.locator('.due-row').count(), count)
  await first.click()
  await page.waitForURL((url) => !url.search.includes('near'))
  assert.equal(await queue.locator('.due-row').count(), all)
})

test('what others did while the agent was away is told until it is read, also after the browser was closed', async () => {
  await page.goto(`${stage.url}/overview`)
  await changes.getByText('第一次来，从现在起记下变化。').waitFor()
  const seen = await page
    .context()
    .request.post(`${stage.url}/api/desk/seen`, { data: {}, headers: { 'idempotency-key': crypto.randomUUID(), origin: stage.url } })
  assert.ok(seen.ok(), await seen.text())
  await page.goto('about:blank')
  const { id } = await report('离开时来的故障')
  await post(`/tickets/${id}/transfer`, { team: 'desk' })
  await travel(other, stage.url, HOUR_MS)
  const later = await stage.as('xu')
  await later.page.goto(`${stage.url}/overview`)
  const told = later.page.locator('.place-card', { has: later.page.getByRole('heading', { name: '离开后的变化' }) })
  await told.locator('.desk-change', { hasText: '离开时来的故障' }).first().waitFor()
  await told.getByText(/^自 .* 离开以来$/).waitFor()
  await told.locator('.desk-change', { hasText: '超时' }).first().waitFor()
  await told.getByRole('button', { name: '都看过了' }).click()
  await told.getByText('没有别人动过您和班组的工单。').waitFor()
  await travel(other, stage.url, MINUTE_MS)
  assert.deepEqual(later.complaints, [])
})

test('on a phone the desk fits', async () => {
  const phone = await stage.as('xu', { width: 390, height: 844 })
  await phone.page.goto(`${stage.url}/overview?queue=team`)
  await phone.page.locator('.desk-queue .due-row').first().waitFor()
  assert.equal(await phone.page.evaluate(() => document.documentElement.scrollWidth), 390)
})
