import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { pictureNamed } from '../../src/server/files/picture.testing.ts'
import { choose } from '../browser/choose.testing.ts'
import { setStage } from '../stage/stage.testing.ts'

const stage = await setStage({ past: 12 })
const manager = await stage.as('gu')
const chief = await stage.as('wei')
const customer = await stage.as('zheng')

type Dispute = { readonly id: string; readonly state: string; readonly ticket?: { readonly id: string } }
type Due = {
  readonly id: string
  readonly state: string
  readonly title: string
  readonly contract?: { readonly id: string }
  readonly promise: string
  readonly ticket?: { readonly id: string }
  readonly dispute?: object
}

async function api<Answer>(path: string, on: Page = manager.page): Promise<Answer> {
  const answer = await on.context().request.get(`${stage.url}/api${path}`)
  assert.ok(answer.ok(), await answer.text())
  return (await answer.json()) as Answer
}

const disputes = async (query = '') => (await api<{ items: Dispute[] }>(`/disputes?${query}`)).items
const dialog = (on: Page) => on.getByRole('dialog')
const FILE = { name: '通话清单.txt', mimeType: 'text/plain', buffer: Buffer.from('09:12 呼入，未接') }

test('the demo has one dispute that runs and one that was settled, and the list tells them apart', async () => {
  const { page } = manager
  assert.deepEqual((await disputes()).map(({ state }) => state).toSorted(), ['open', 'rejected'])
  await page.goto(`${stage.url}/disputes`)
  await page.locator('.dispute-row').first().waitFor()
  assert.equal(await page.locator('.dispute-row').count(), 1)
  await page.getByText('全部', { exact: true }).click()
  await page.locator('.dispute-row', { hasText: '不支持' }).waitFor()
  assert.equal(await page.locator('.dispute-row').count(), 2)
})

test('what waits for an answer stands at home; the manager answers with a file, another person decides for the customer, and the entry is void', async () => {
  const [open] = await disputes('state=running')
  assert.ok(open?.ticket)
  const { page } = manager
  await page.goto(`${stage.url}/overview`)
  await page.locator('.dispute-row').first().click()
  await page.getByRole('button', { name: '答复', exact: true }).click()
  await page.locator('#record-answer').fill('已查通话清单，见附件')
  await dialog(page).locator('input[type=file]').setInputFiles(FILE)
  await dialog(page).locator('.upload.kept').waitFor()
  await dialog(page).getByRole('button', { name: '答复', exact: true }).click()
  await page.getByText('答复已登记，待裁定').waitFor()
  await page.locator('.file-list').getByText('通话清单.txt').waitFor()
  await chief.page.goto(`${stage.url}/disputes/${open.id}`)
  await chief.page.getByRole('button', { name: '支持', exact: true }).click()
  await choose(chief.page, 'record-remedy', /作废：答复客户/)
  await chief.page.locator('#record-reason').fill('清单上没有接通')
  await dialog(chief.page).getByRole('button', { name: '支持', exact: true }).click()
  await chief.page.getByText('已作废有误的记录。').waitFor()
  const { items } = await api<{ items: Due[] }>(`/obligations?ticket=${open.ticket.id}`)
  assert.ok(items.some(({ title, state }) => title === '答复' && state !== 'kept'))
})

test('a customer objects from the timeline and from the why of a clock, takes one back, and the other is decided against them', async () => {
  const { items } = await api<{ items: Due[] }>('/obligations?state=kept&owner=ticket&promise=reply&contract=ht-2025-031&limit=200')
  const fresh = items.filter(({ dispute, ticket }) => ticket && !dispute)
  const one = fresh.at(-1)
  assert.ok(one?.ticket)
  const { page } = customer
  await page.goto(`${stage.url}/tickets/${one.ticket.id}`)
  await page.locator('.entry').first().waitFor()
  const whole = page.getByRole('button', { name: /^全部 \d+ 条$/ })
  if (await whole.isVisible()) await whole.click()
  const entry = page.locator('.entry', { hasText: '答复客户' }).last()
  await entry.getByRole('button', { name: /提出异议/ }).click()
  await entry.getByRole('button', { name: '不做了' }).click()
  await entry.getByRole('button', { name: /提出异议/ }).click()
  await entry.getByRole('button', { name: '提交异议' }).click()
  await entry.locator('#objection-reason-error').waitFor()
  await entry.locator('#objection-reason').fill('没有接到电话')
  await entry.getByRole('button', { name: '提交异议' }).click()
  await entry.getByRole('link', { name: '异议' }).click()
  await page.getByRole('button', { name: '撤回' }).click()
  await page.getByText('异议已撤回').waitFor()
  await page.goto(`${stage.url}/tickets/${one.ticket.id}`)
  await page.locator('button.clock-row', { hasText: '答复' }).click()
  const why = page.locator('.why')
  await why.getByRole('button', { name: /提出异议/ }).click()
  await why.locator('#objection-reason').fill('电话打到了别人那里')
  await why.locator('input[type=file]').first().setInputFiles(pictureNamed('来电记录.png'))
  await why.locator('.attached', { hasText: '来电记录.png' }).waitFor()
  await why.getByRole('button', { name: '提交异议' }).click()
  await why.getByRole('link', { name: '异议' }).waitFor()
  await page.goto(`${stage.url}/portal/`)
  await page.getByRole('region', { name: '未了结的异议' }).getByRole('link').first().click()
  await page.getByText('电话打到了别人那里').waitFor()
  for (const [name, heading] of [
    ['我的合同', /合同/],
    ['承诺看板', /承诺/],
    ['费用单', /费用/],
    ['异议', /异议/],
  ] as const) {
    await page.goto(`${stage.url}/portal/me`)
    await page.getByRole('link', { name, exact: true }).click()
    await page.getByRole('heading', { name: heading }).first().waitFor()
  }
  const [running] = await disputes('state=running')
  assert.ok(running)
  await manager.page.goto(`${stage.url}/disputes/${running.id}`)
  await manager.page.getByRole('button', { name: '不支持' }).click()
  await manager.page.locator('#record-reason').fill('通话清单可证')
  await dialog(manager.page).getByRole('button', { name: '不支持' }).click()
  await manager.page.getByText('裁定：不支持').waitFor()
})

test('from the board a verdict is objected to; the rate counts it apart, and the board leads to the disputes of its contract', async () => {
  const { page } = manager
  const { items } = await api<{ items: Due[] }>('/obligations?state=kept&owner=ticket&contract=ht-2025-031&limit=200')
  const one = items.filter(({ dispute }) => !dispute).at(-1)
  assert.ok(one?.contract)
  await page.goto(`${stage.url}/board/${one.contract.id}?promise=${one.promise}&instance=${one.id}`)
  await page.locator('.obligation-acts').getByRole('button', { name: '提出异议' }).click()
  await page.locator('#record-reason').fill('登记错了单')
  await dialog(page).getByRole('button', { name: '提出异议' }).click()
  await page.locator('.instance').getByText('异议').first().waitFor()
  await page.getByText(/另有异议 \d+，不计入兑现率/).waitFor()
  await page.locator('.clause-row .mark-flag').first().waitFor()
  await page.locator('.board-head').getByRole('link', { name: '异议' }).click()
  await page.locator('.dispute-row', { hasText: '登记错了单' }).waitFor()
})

test('no page asked another host, and none broke', () => {
  assert.deepEqual([...manager.complaints, ...chief.complaints, ...customer.complaints], [])
})
