import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { choose } from '../browser/choose.testing.ts'
import { setStage } from '../stage/stage.testing.ts'

const stage = await setStage({ past: 4 })
const manager = await stage.as('gu')
const { page } = manager
const CONTRACT = 'ht-2025-031'

const go = (path: string, on: Page = page) => on.goto(`${stage.url}${path}`)
const api = async (path: string, on: Page = page) => (await on.context().request.get(`${stage.url}/api${path}`)).json()
const card = (title: string, on: Page = page) => on.locator('.place-card', { has: on.getByRole('heading', { name: title, exact: true }) })

async function post(path: string, data: object): Promise<any> {
  const answer = await page.context().request.post(`${stage.url}/api${path}`, {
    data,
    headers: { 'idempotency-key': crypto.randomUUID(), origin: stage.url },
  })
  assert.ok(answer.ok(), await answer.text())
  return answer.json()
}

/** The next version of the plan: visits every month, answers in half the time. */
async function nextVersion(): Promise<void> {
  const yaml: string = (await api('/plans/shebei-2nian@1')).yaml
  const next = yaml.replace(/^version: 1$/m, 'version: 2').replaceAll('every: 3mo', 'every: 1mo')
  assert.notEqual(next.replace('version: 2', 'version: 1'), yaml)
  await post('/plans', { yaml: next })
}

test('the axis shows a year of every clause with today on it; nearer, one sees a quarter or a month, and steps on', async () => {
  await go(`/contracts/${CONTRACT}`)
  const axis = card('时间轴')
  await axis.locator('a.axis-mark').first().waitFor()
  assert.ok((await axis.locator('.axis-now').count()) > 0)
  const year = await axis.getByText(/^\d{4} 年$/).innerText()
  await axis.getByText('季', { exact: true }).click()
  await axis.getByText(/第 \d 季度/).waitFor()
  await axis.getByText('月', { exact: true }).click()
  const month = await axis.getByText(/^\d{4} 年 \d+ 月$/).innerText()
  await axis.getByRole('button', { name: '往后' }).click()
  await axis.getByText(month).waitFor({ state: 'detached' })
  await axis.getByRole('button', { name: '往前' }).click()
  await axis.getByText(month).waitFor()
  await axis.getByText('年', { exact: true }).click()
  await axis.getByText(year, { exact: true }).waitFor()
})

test('what happened to the contract stands on the axis and says what it was', async () => {
  await go(`/contracts/${CONTRACT}`)
  const axis = card('时间轴')
  await axis.locator('a.axis-mark').first().waitFor()
  await axis.getByRole('button', { name: '往前' }).click()
  await axis
    .getByRole('button', { name: /^验收 / })
    .first()
    .focus()
  await page.keyboard.press('Enter')
  await page.locator('.ant-popover', { hasText: '验收' }).waitFor()
})

test('from a mark, by the keyboard as well, one comes to the obligation and its why', async () => {
  await go(`/contracts/${CONTRACT}`)
  const mark = card('时间轴').locator('a.axis-mark').first()
  await mark.waitFor()
  await mark.focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/board\/ht-2025-031\?.*instance=/)
})

test('on a phone the same stands in a list, month by month', async () => {
  const phone = await stage.as('gu', { width: 390, height: 844 })
  await go(`/contracts/${CONTRACT}`, phone.page)
  await card('时间轴', phone.page).locator('.axis-list li').first().waitFor()
  assert.equal(await phone.page.locator('a.axis-mark').count(), 0)
  const wide = await phone.page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
  assert.equal(wide, false, 'nothing stands out on the right')
  assert.deepEqual(phone.complaints, [])
})

test('before an amendment that moves what runs one has to look at it, and to say why', async () => {
  await nextVersion()
  await go(`/contracts/${CONTRACT}/amend`)
  await choose(page, 'contract-plan', /第 2 版/)
  const step = page.locator('.form-section', { hasText: '运行中的承诺事项' })
  await step.getByText('按新约定').click()
  await step.locator('table.moves tbody tr').first().waitFor()
  await page.getByRole('button', { name: '登记变更' }).click()
  await page.getByText('按新约定须写明原因。').waitFor()
  await choose(page, 'contract-plan', /第 1 版/)
  await step.getByText('条款已改，请重新试算。').waitFor()
  await page.locator('#contract-reason').fill('客户要求每月巡检')
  await page.getByRole('button', { name: '登记变更' }).click()
  await step.getByText('请先试算，看过前后对照再登记。').waitFor()
  await choose(page, 'contract-plan', /第 2 版/)
  await step.getByRole('button', { name: '试算前后' }).click()
  await step.locator('table.moves tbody tr').first().waitFor()
  assert.equal((await api(`/contracts/${CONTRACT}`)).plan, 'shebei-2nian@1', 'nothing is agreed yet')
})

test('kept as agreed before, what runs stays; the page of the contract offers the decision, which moves it', async () => {
  const step = page.locator('.form-section', { hasText: '运行中的承诺事项' })
  await step.getByText('维持原约定').click()
  await page.getByRole('button', { name: '登记变更' }).click()
  await page.waitForURL(/\/contracts\/ht-2025-031$/)
  const still = card('仍按原约定运行')
  await still.locator('tbody tr').first().waitFor()
  const { items } = await api(`/contracts/${CONTRACT}/moves`)
  const [first] = items
  assert.equal(first.plan, 'shebei-2nian@1')
  await still.getByRole('button', { name: '按新约定' }).click()
  const form = page.getByRole('dialog')
  await page.locator('#record-reason').fill('双方商定')
  await form.getByRole('button', { name: '按新约定' }).click()
  await still.waitFor({ state: 'detached' })
  assert.deepEqual((await api(`/contracts/${CONTRACT}/moves`)).items, [])
  assert.equal((await api(`/obligations/${first.id}`)).dueAt, first.dueAfter)
})

test('an amendment and the decision on what runs are recorded in one step', async () => {
  const yaml: string = (await api('/plans/shebei-2nian@2')).yaml
  await post('/plans', { yaml: yaml.replace(/^version: 2$/m, 'version: 3').replaceAll('every: 1mo', 'every: 2mo') })
  await go(`/contracts/${CONTRACT}/amend`)
  await choose(page, 'contract-plan', /第 3 版/)
  const step = page.locator('.form-section', { hasText: '运行中的承诺事项' })
  await step.getByText('按新约定').click()
  await step.locator('table.moves tbody tr').first().waitFor()
  await page.locator('#contract-reason').fill('改为每两个月')
  // The reason is no part of what moves: the table that was looked at still holds.
  await page.getByRole('button', { name: '登记变更' }).click()
  await page.waitForURL(/\/contracts\/ht-2025-031$/)
  await card('时间轴').locator('a.axis-mark').first().waitFor()
  assert.deepEqual((await api(`/contracts/${CONTRACT}/moves`)).items, [])
  assert.deepEqual(manager.complaints, [])
})
