import assert from 'node:assert/strict'
import { test } from 'node:test'
import { choose } from '../browser/choose.testing.ts'
import { setStage } from '../stage/stage.testing.ts'

// 投诉 as a room of its own: from the call to its closing, which the customer is told.

const stage = await setStage()
const { page, complaints } = await stage.as('gu')
const form = page.locator('.service-drawer')
const drawer = page.locator('.complaint-drawer')
const rows = page.locator('ul.sheet-list .due-row')

/** The list narrows as the answer comes; until then what is clicked may be taken away under the pointer. */
async function pickPerson(field: string, name: string): Promise<void> {
  await page.locator(`#service-${field}`).click()
  await page.locator(`#service-${field}`).fill(name.slice(0, 1))
  const offered = page.locator('.ant-select-dropdown:visible .ant-select-item-option')
  await offered
    .filter({ hasNotText: name.slice(0, 1) })
    .first()
    .waitFor({ state: 'detached' })
  await offered.filter({ hasText: name }).first().click()
}

async function step(name: string): Promise<void> {
  await drawer.getByRole('button', { name, exact: true }).click()
  await form.waitFor()
}

async function record(): Promise<void> {
  await form.getByRole('button', { name: '登记', exact: true }).click()
  await form.waitFor({ state: 'detached' })
}

test('a complaint is recorded under its contract, by whose promises it is timed', async () => {
  await page.goto(`${stage.url}/complaints`)
  await page.getByText('没有处理中的投诉。').waitFor()
  await page.getByRole('button', { name: '登记投诉' }).click()
  await page.keyboard.press('Escape')
  await page.locator('#complaint-contract').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '登记投诉' }).click()
  await choose(page, 'complaint-contract', 'HT-2025-044')
  await page.getByRole('button', { name: '填写投诉' }).click()
  await pickPerson('accused', '周启明')
  await page.locator('#service-summary').fill('上门迟到还不耐烦')
  await record()
  await rows.filter({ hasText: '星野商业广场' }).waitFor()
  assert.match(await rows.first().innerText(), /投诉反馈/)
  assert.match(await rows.first().innerText(), /还没有人负责 · 关于 周启明/)
})

test('whoever it is about does not look after it: refused with the reason, and another does', async () => {
  await rows.first().click()
  await step('投诉交人负责')
  await pickPerson('person', '周启明')
  await form.getByRole('button', { name: '登记', exact: true }).click()
  await form.getByText('被投诉的人不能负责这起投诉，请交给另一人。').waitFor()
  await pickPerson('person', '顾南')
  await record()
  await drawer.getByText('负责：顾南 · 关于 周启明').waitFor()
})

test('the customer is answered, and it is closed with its outcome; the room shows what is open, closed, one’s own', async () => {
  await step('答复投诉人')
  await choose(page, 'service-told', '电话')
  await page.locator('#service-summary').fill('已致歉，换人上门')
  await record()
  await step('投诉处理完毕')
  await choose(page, 'service-outcome', '部分属实')
  await choose(page, 'service-told', '书面')
  await record()
  await page.getByText('没有处理中的投诉。').waitFor()
  await page.getByText('已了结', { exact: true }).click()
  await page.waitForURL(/state=closed/)
  await rows.filter({ hasText: '结论：部分属实' }).click()
  await drawer.getByText('已致歉，换人上门').waitFor()
  await page.keyboard.press('Escape')
  await drawer.waitFor({ state: 'detached' })
  await page.getByRole('checkbox', { name: '我负责的' }).check()
  await page.waitForURL(/mine=yes/)
  await rows.first().waitFor()
  assert.deepEqual(complaints, [])
})

test('on a phone the room fits', async () => {
  const phone = await stage.as('gu', { width: 390, height: 844 })
  await phone.page.goto(`${stage.url}/complaints?state=all`)
  await phone.page.locator('.due-row').first().waitFor()
  assert.equal(await phone.page.evaluate(() => document.documentElement.scrollWidth), 390)
})
