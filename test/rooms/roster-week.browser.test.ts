import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Locator } from 'playwright-core'
import { choose } from '../browser/choose.testing.ts'
import { DAY_MS } from '../../src/core/time/instant.ts'
import { HOUR_MS, setStage } from '../stage/stage.testing.ts'

// 排班 as a room of its own: a week is planned, somebody falls ill, two swap, and what nobody covers is seen.

const stage = await setStage()
const { page } = await stage.as('gu')

const api = async <Answer>(path: string): Promise<Answer> =>
  (await (await page.context().request.get(`${stage.url}/api${path}`)).json()) as Answer
const { items } = await api<{ items: { id: string; plan: string }[] }>('/contracts?limit=100')
const pattern = items.find((one) => one.plan.startsWith('biguolu@')) ?? assert.fail('no contract')
const { plan, customer } = await api<{ plan: string; customer: { id: string } }>(`/contracts/${pattern.id}`)
const signed = await page.context().request.post(`${stage.url}/api/contracts`, {
  data: {
    number: 'HT-2026-W1',
    title: '一周排班',
    customer: customer.id,
    plan,
    terms: [{ key: 'dimensions.warranty', value: '3y', source: '合同第 1 条' }],
  },
  headers: { 'idempotency-key': crypto.randomUUID(), origin: stage.url },
})
assert.ok(signed.ok(), await signed.text())

type Week = { now: number; days: { day: string; start: number }[] }
const week = await api<Week>('/roster')
/** Monday of the week after this one: nothing of it has begun. */
const monday = new Date(week.days[0]!.start + 7 * DAY_MS + 8 * HOUR_MS).toISOString().slice(0, 10)
const next = await api<Week>(`/roster?day=${monday}`)
const dayOf = (place: number): string => next.days[place]!.day

const drawer = page.locator('.roster-drawer')
const rowOf = (name: string): Locator =>
  page
    .locator('tbody')
    .nth(1)
    .locator('tr', { has: page.getByRole('rowheader', { name }) })
const gapRow = page.locator('.desk-row', { hasText: 'HT-2026-W1' })

async function save(name: string): Promise<void> {
  await drawer.getByRole('button', { name, exact: true }).click()
  await drawer.waitFor({ state: 'detached' })
}

test('the gap of a contract that nobody was planned for leads to the shift that fills it', async () => {
  await page.goto(`${stage.url}/roster`)
  await page.getByRole('heading', { name: '排班', exact: true }).waitFor()
  await page.locator('.duty-now', { hasText: '顾南' }).waitFor()
  await page.getByRole('button', { name: '下周', exact: true }).click()
  await page.waitForURL(`**/roster?day=${monday}`)
  await gapRow.locator('.gap-open').nth(1).click()
  assert.equal(await drawer.locator('#plan-firstDay').inputValue(), dayOf(1))
  await choose(page, 'plan-person', '林晓棠')
  await drawer.locator('#plan-from').fill('08:00')
  await drawer.locator('#plan-until').fill('20:00')
  await save('排上')
  const own = rowOf('林晓棠').locator('.shift-mark', { hasText: 'HT-2026-W1' })
  await own.waitFor()
  assert.match(await own.innerText(), /08:00 – 20:00/)
  assert.equal(await gapRow.locator('td').nth(1).locator('.gap-open').count(), 2)
})

test('a shift repeats on the weekdays that are chosen; a field that is wrong is told where it stands', async () => {
  await page.getByRole('button', { name: '登记班次' }).click()
  await choose(page, 'plan-contract', 'HT-2026-W1 一周排班')
  await choose(page, 'plan-desk', '值班维护人员')
  await choose(page, 'plan-person', '沈一鸣')
  await drawer.locator('#plan-firstDay').fill(dayOf(0))
  await drawer.locator('#plan-lastDay').fill(dayOf(6))
  await drawer.locator('#plan-from').fill('20:00')
  await drawer.locator('#plan-until').fill('08:00')
  await drawer.getByText('结束在第二天。').waitFor()
  for (const name of ['周一', '周四', '周五', '周六', '周日']) await drawer.getByRole('checkbox', { name }).uncheck()
  await save('排上')
  const nights = rowOf('沈一鸣').locator('.shift-mark', { hasText: 'HT-2026-W1' })
  // Tuesday and Wednesday night, each in two days
  await nights.nth(3).waitFor()
  assert.equal(await nights.count(), 4)
  await page.getByRole('button', { name: `给 沈一鸣 排 ${dayOf(1)} 的班` }).focus()
  await page.keyboard.press('Enter')
  await choose(page, 'plan-contract', 'HT-2026-W1 一周排班')
  await drawer.locator('#plan-from').fill('21:00')
  await drawer.locator('#plan-until').fill('22:00')
  await drawer.getByRole('button', { name: '排上', exact: true }).click()
  await drawer.locator('#plan-person-error', { hasText: '已有班次' }).waitFor()
  await drawer.getByRole('button', { name: '不做了' }).click()
  await drawer.waitFor({ state: 'detached' })
})

test('two swap their shifts, one stands in, one gives it up: who is there changes at once', async () => {
  await rowOf('林晓棠').locator('.shift-mark', { hasText: 'HT-2026-W1' }).click()
  await drawer.getByText('换班', { exact: true }).click()
  await choose(page, 'hand-person', '沈一鸣')
  const offered = drawer.locator('.ant-select', { has: page.locator('#hand-for') })
  await offered.click()
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option').first().click()
  await drawer.locator('#hand-reason').fill('周二家长会')
  await save('交班')
  await rowOf('沈一鸣').locator('.shift-mark', { hasText: '08:00 – 20:00' }).waitFor()
  await rowOf('沈一鸣').locator('.shift-mark', { hasText: '08:00 – 20:00' }).click()
  await choose(page, 'hand-person', '罗嘉禾')
  await drawer.locator('#hand-reason').fill('替班')
  await save('交班')
  const stood = rowOf('罗嘉禾').locator('.shift-mark', { hasText: 'HT-2026-W1' })
  await stood.click()
  await drawer.locator('#hand-reason').fill('也来不了')
  await save('让出，暂不找人')
  await stood.waitFor({ state: 'detached' })
})

test('an absence gives up the shift that falls into it, and is taken back', async () => {
  await page.getByRole('button', { name: '登记缺勤' }).click()
  await drawer.waitFor()
  await page.keyboard.press('Escape')
  await drawer.waitFor({ state: 'detached' })
  const night = rowOf('林晓棠').locator('.shift-mark', { hasText: 'HT-2026-W1' })
  await night.first().waitFor()
  await page.getByRole('button', { name: '登记缺勤' }).click()
  await choose(page, 'absence-person', '林晓棠')
  await choose(page, 'absence-reason', '病假')
  await drawer.locator('#absence-start').fill(`${dayOf(0)}T00:00`)
  await drawer.locator('#absence-end').fill(`${dayOf(0)}T00:00`)
  await drawer.locator('#absence-note').fill('感冒')
  await drawer.getByRole('button', { name: '登记', exact: true }).click()
  await drawer.locator('#absence-end-error').waitFor()
  await drawer.locator('#absence-end').fill(`${dayOf(6)}T00:00`)
  await save('登记')
  await page.getByText(/缺勤已登记，让出 \d+ 个班次，请补排/).waitFor()
  await night.first().waitFor({ state: 'detached' })
  assert.equal(await rowOf('林晓棠').locator('.absence-mark', { hasText: '病假' }).count(), 6)
  await page.getByRole('button', { name: '登记缺勤' }).click()
  await save('撤回')
  await rowOf('林晓棠').locator('.absence-mark').first().waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '登记缺勤' }).click()
  await drawer.getByText('整个班组').click()
  await choose(page, 'absence-team', '华西二队')
  await drawer.locator('#absence-start').fill(`${dayOf(5)}T08:00`)
  await drawer.locator('#absence-end').fill(`${dayOf(5)}T18:00`)
  await save('登记')
  await rowOf('贺知远').locator('.absence-mark', { hasText: '休假' }).waitFor()
  await rowOf('周启明').locator('.absence-mark', { hasText: '休假' }).waitFor()
})

test('the team, the week before and this week are each a step away; a team shows its own', async () => {
  await choose(page, 'roster-team', '华西二队')
  await rowOf('贺知远').waitFor()
  await rowOf('林晓棠').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '上周', exact: true }).click()
  await page.waitForURL(`**/roster?day=${week.days[0]!.day}&team=*`)
  await page.getByRole('button', { name: '本周', exact: true }).click()
  await page.waitForURL(/\/roster\?team=/)
})

test('hours that are over and that nobody covered lead to the broken promise', async () => {
  const advanced = await page.context().request.post(`${stage.url}/api/clock/advance`, {
    data: { ms: 26 * HOUR_MS },
    headers: { 'idempotency-key': crypto.randomUUID(), origin: stage.url },
  })
  assert.ok(advanced.ok(), await advanced.text())
  const day = new Date(week.now + 24 * HOUR_MS + 8 * HOUR_MS).toISOString().slice(0, 10)
  await page.goto(`${stage.url}/roster?day=${day}`)
  const broken = gapRow.locator('.gap-broken').first()
  await broken.waitFor()
  await broken.click()
  await page.waitForURL('**/board/**')
})

test('on a phone the week is told day by day, and nothing of it lies beyond the screen', async () => {
  const phone = await stage.as('gu', { width: 390, height: 844 })
  await phone.page.goto(`${stage.url}/roster?day=${week.days[0]!.day}`)
  await phone.page.locator('.roster-day').nth(6).waitFor()
  assert.equal(await phone.page.evaluate(() => document.documentElement.scrollWidth), 390)
  assert.deepEqual(phone.complaints, [])
})
