import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { auditTenant } from '../../src/server/audit.ts'
import { VENDOR } from '../../src/server/demo/vendor.ts'
import { choose } from '../browser/choose.testing.ts'
import { setStage } from '../stage/stage.testing.ts'

/** The acceptance was a week later than somebody wrote down: one act, and every date that hangs on it moves in sight. */
const stage = await setStage({ past: 0 })
const manager = await stage.as('gu')
const { page } = manager
const CONTRACT = '/contracts/ht-2025-031'
const card = (title: string) => page.locator('.place-card', { has: page.getByRole('heading', { name: title, exact: true }) })
const acceptance = card('里程碑').locator('li', { hasText: '验收' })
const dialog = page.getByRole('dialog')
const api = async (path: string) => (await page.context().request.get(`${stage.url}/api${path}`)).json()

type Covers = { readonly items: readonly { readonly covers: readonly { readonly end?: number }[] }[] }
const coverEnds = async () => ((await api(`${CONTRACT}/covers`)) as Covers).items.flatMap(({ covers }) => covers.map(({ end }) => end))

type Clause = { readonly instances: readonly { readonly episode: number; readonly dueAt?: number; readonly state: string }[] }
const seventh = async (promise: string) =>
  ((await api(`${CONTRACT}/board/${promise}?year=2026`)) as Clause).instances.find(({ episode }) => episode === 7)

const dayOf = (at: number | undefined) => (at === undefined ? '' : new Date(at - 1 + 8 * 3_600_000).toISOString().slice(0, 10))

/** The table of what moves: the row of one promise, its cells in their order. */
async function movedRow(title: string | RegExp): Promise<readonly string[]> {
  const row = dialog.locator('.moves tbody tr', { hasText: title }).first()
  await row.waitFor()
  return row.locator('td').allInnerTexts()
}

test('before anybody decides, each date is shown as it stands and as it would stand, with what it comes from', async () => {
  await page.goto(`${stage.url}${CONTRACT}`)
  await acceptance.getByRole('button', { name: '更正时间' }).click()
  await dialog.getByText('现在登记的是 2025-03-14 12:00').waitFor()
  await page.locator('#correct-to').fill('2025-03-20T10:00')
  await dialog.getByText('2027-03-20 24:00').first().waitFor()
  const [, coverBefore, coverAfter, because] = await movedRow('设备质保')
  assert.deepEqual([coverBefore, coverAfter], ['2027-03-14 24:00', '2027-03-20 24:00'])
  assert.match(because!, /2025-03-20，项目验收：自 2025-03-20 起算 24 个月，至 2027-03-20/)
  for (const title of ['季度上门（第 7 次）', '季度统计（第 7 次）']) {
    const [, before, after, why] = await movedRow(title)
    assert.deepEqual([before, why], ['12 月 14 日 周一 24:00', '从项目验收起算，这是第 7 次。'])
    assert.match(after!, /^12 月 20 日 周日 24:00\s*兑现$/, 'what was kept in time is kept in time still')
  }
  assert.ok(
    (await coverEnds()).some((end) => dayOf(end) === '2027-03-14'),
    'nothing is written yet',
  )
})

test('it is corrected with a reason: cover, visits and statistics stand on the new day, and what stood before stays on the page', async () => {
  await dialog.getByRole('button', { name: '更正', exact: true }).click()
  await dialog.getByText('请填写这一项').waitFor()
  await page.locator('#correct-reason').fill('验收单上写的是二十日')
  await dialog.getByRole('button', { name: '更正', exact: true }).click()
  await acceptance.getByText('更正：2025-03-14 12:00 改为 2025-03-20 10:00').waitFor()
  await acceptance.getByText(/验收单上写的是二十日/).waitFor()
  await card('质保').getByText('设备质保至 2027-03-20，因为：').first().waitFor()
  await card('记录').getByText(/更正/).first().waitFor()
  assert.ok((await coverEnds()).every((end) => dayOf(end) === '2027-03-20'))
  for (const promise of ['quarterly-visit', 'quarterly-statistics']) assert.equal(dayOf((await seventh(promise))?.dueAt), '2026-12-20')
})

test('the same time again is no correction', async () => {
  await acceptance.getByRole('button', { name: '更正时间' }).click()
  await page.locator('#correct-reason').fill('同一个时间')
  await dialog.getByRole('button', { name: '更正', exact: true }).click()
  await dialog.getByText('请填写另一个时间。').waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
})

test('moved back by who entered it, a date waits for a second person, whose approval makes it count', async () => {
  await page.getByRole('button', { name: '登记里程碑' }).click()
  await choose(page, 'reach-milestone', '到货')
  await page.locator('#reach-evidence').fill('到货单 17')
  await dialog.getByRole('button', { name: '登记里程碑' }).click()
  const delivery = (on: Page) => on.locator('.milestone', { hasText: '到货' })
  await delivery(page).getByRole('button', { name: '更正时间' }).click()
  await page.locator('#correct-to').fill('2025-03-01T09:00')
  await dialog.getByText('没有日期会因此移动。').waitFor()
  await page.locator('#correct-reason').fill('登成了今天')
  await dialog.getByRole('button', { name: '更正', exact: true }).click()
  await delivery(page).getByText('待复核，复核后才算').waitFor()
  assert.equal(await delivery(page).getByRole('button', { name: '复核到货的更正' }).count(), 0)
  const second = await stage.as('qin')
  await second.page.goto(`${stage.url}${CONTRACT}`)
  await delivery(second.page).getByRole('button', { name: '复核到货的更正' }).click()
  await delivery(second.page).getByText('秦岚 已复核').waitFor()
  const { milestones } = (await api(CONTRACT)) as { milestones: { milestone: string; at: number }[] }
  assert.equal(milestones.find((one) => one.milestone === 'delivered')?.at, Date.parse('2025-03-01T09:00+08:00'))
  assert.deepEqual(second.complaints, [])
})

test('the day of signing was another: it is put right with its reason, and what is owed from it moves with it', async () => {
  const tell = async (path: string, data: object) => {
    const headers = { 'idempotency-key': crypto.randomUUID(), origin: stage.url }
    const answer = await page.context().request.post(`${stage.url}/api${path}`, { data, headers })
    assert.equal(answer.status(), 201, await answer.text())
    return (await answer.json()) as { id: string }
  }
  await tell('/plans', { yaml: readFileSync(join(import.meta.dirname, '../../plans/zhibao.yaml'), 'utf8') })
  const contract = { number: 'HT-2026-901', title: '配套供货', customer: 'jinping', plan: 'zhibao@1', signedOn: '2026-03-02' }
  const { id } = await tell('/contracts', contract)
  await page.goto(`${stage.url}/contracts/${id}`)
  const signing = card('里程碑').locator('li', { hasText: '签订' })
  await signing.getByText('2026-03-02').waitFor()
  await signing.getByRole('button', { name: '更正签订日期' }).click()
  await dialog.getByText('现在登记的是 2026-03-02').waitFor()
  await page.locator('#correct-to').fill('2026-03-04')
  const [, before, after, because] = await movedRow('发货')
  assert.deepEqual([before, after], ['3 月 11 日 周三 24:00', '3 月 13 日 周五 24:00\n超时'])
  assert.match(because!, /合同签订/)
  await page.locator('#correct-reason').fill('合同正本写的是四日')
  await dialog.getByRole('button', { name: '更正', exact: true }).click()
  await signing.getByText('更正：2026-03-02 改为 2026-03-04').waitFor()
  await signing.getByText(/合同正本写的是四日/).waitFor()
  await card('约定的值').getByText('2026-03-04').waitFor()
})

test('all of it derives again to the same, and no page broke', async () => {
  assert.deepEqual((await auditTenant(stage.server.services, VENDOR.id)).differences, [])
  assert.deepEqual(manager.complaints, [])
})
