import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { choose } from '../browser/choose.testing.ts'
import { HOUR_MS, MINUTE_MS, setStage, travel } from '../stage/stage.testing.ts'

/** A customer rings at night: from the call to the engineer who is on their way, and to the proof that somebody was sent at once. */
const stage = await setStage({ past: 0 })
const agent = await stage.as('xu')
const manager = await stage.as('gu')
const { page } = agent
const SHOTS = process.env.SHOTS
const shot = async (on: Page, name: string): Promise<void> => {
  if (SHOTS) await on.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true })
}

async function clock(): Promise<number> {
  const answer = await page.context().request.get(`${stage.url}/api/session`)
  return ((await answer.json()) as { clock: { now: number } }).clock.now
}

/** To 02:14 of the next night, by the wall clock of the firm. */
async function toTheNight(): Promise<void> {
  const ofDay = ((await clock()) + 8 * HOUR_MS) % (24 * HOUR_MS)
  const wanted = 2 * HOUR_MS + 14 * MINUTE_MS
  await travel(agent, stage.url, wanted > ofDay ? wanted - ofDay : wanted - ofDay + 24 * HOUR_MS)
}

const card = (title: string) => page.locator('.clock-card', { hasText: title }).first()

test('a night call becomes an emergency, the engineer on standby is sent, and the clock of the plan says so', async () => {
  await toTheNight()
  await page.goto(`${stage.url}/overview`)
  const standby = page.locator('.duty-now li', { hasText: '待命工程师' }).first()
  await standby.getByText('沈一鸣').waitFor()

  await page.goto(`${stage.url}/tickets/new?customer=xingye`)
  await page.locator('#new-title').fill('弱电机房断电，门禁全部失效')
  await choose(page, 'new-contract', /HT-2025-044/)
  await choose(page, 'new-customerGrade', '紧急')
  await page.locator('[id="new-contact.phone"]').fill('分机 F14')
  await page.getByRole('button', { name: '登记工单' }).click()
  await page.getByRole('heading', { name: '弱电机房断电，门禁全部失效' }).waitFor()
  await card('紧急派人').waitFor()
  await shot(page, 'night-open')

  await page
    .locator('.place-card', { has: page.getByRole('heading', { name: '服务记录', exact: true }) })
    .getByRole('button', { name: '登记服务' })
    .click()
  await page.locator('#service-type').click()
  await page.locator('#service-type').fill('派工')
  await page
    .locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: /^派工$/ })
    .first()
    .click()
  await page.locator('#service-person').click()
  await page.locator('#service-person').fill('沈')
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: '沈一鸣' }).first().click()
  await page.locator('.service-drawer').getByRole('button', { name: '登记', exact: true }).click()
  await page.locator('.service-drawer').waitFor({ state: 'detached' })
  await card('紧急派人')
    .getByText(/完成|兑现/)
    .first()
    .waitFor()
  await page.locator('.timeline').getByText(/派工/).first().waitFor()
  await shot(page, 'night-sent')

  // in the morning the manager reads when somebody was sent
  await manager.page.goto(page.url())
  await manager.page
    .locator('.clock-card', { hasText: '紧急派人' })
    .first()
    .getByText(/02:1\d/)
    .waitFor()
  assert.deepEqual([...agent.complaints, ...manager.complaints], [])
})
