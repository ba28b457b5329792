import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { choose } from '../browser/choose.testing.ts'
import { setStage } from '../stage/stage.testing.ts'

const stage = await setStage()
const manager = await stage.as('gu')
const { page } = manager

const api = async <Answer>(path: string): Promise<Answer> =>
  (await (await page.context().request.get(`${stage.url}/api${path}`)).json()) as Answer

async function post<Answer>(path: string, data: object): Promise<Answer> {
  const headers = { 'idempotency-key': crypto.randomUUID(), origin: stage.url }
  const answer = await page.context().request.post(`${stage.url}/api${path}`, { data, headers })
  assert.ok(answer.ok(), await answer.text())
  return (await answer.json()) as Answer
}

type Detail = { readonly customer: { readonly id: string }; readonly assets: readonly { readonly id: string; readonly name: string }[] }

/** A fault on the first device of a contract. */
async function report(contract: string, title: string): Promise<{ id: string; asset: string; device: string }> {
  const { customer, assets } = await api<Detail>(`/contracts/${contract}`)
  const { id: asset, name } = assets[0] ?? assert.fail(contract)
  const grade = (await api<{ grades: { id: string }[] }>(`/contracts/${contract}`)).grades[0]?.id
  const body = { channel: 'phone', title, description: '现场来电', customer: customer.id, asset, contract, ...(grade ? { grade } : {}) }
  return { id: (await post<{ id: string }>('/tickets', body)).id, asset, device: name }
}

const section = (on: Page = page) => on.getByRole('region', { name: '规则产生的事项' })
const openTicket = (id: string, on: Page = page) => on.goto(`${stage.url}/tickets/${id}`)

const boiler = await report('ht-2025-068', '壁挂炉漏水')
const control = await report('ht-2025-044', '门禁控制器离线')

test('a ticket on which no rule has acted has no such card', async () => {
  await openTicket(boiler.id)
  await page.getByRole('heading', { name: '壁挂炉漏水' }).waitFor()
  assert.equal(await section().count(), 0)
})

test('two failed repairs of one fault: the ticket says what the customer has a right to, because of what, by which promise, and for which device', async () => {
  for (const problem of ['leak', 'leak'])
    await post('/services', { type: 'work.failed', ticket: boiler.id, asset: boiler.asset, values: { problem } })
  await openTicket(boiler.id)
  await section().getByText('应给予：同型号新机').waitFor()
  await section().getByText('因为：维修未成，同一问题接连 2 次').waitFor()
  await section().getByText('“质保期内同一台设备为同一个毛病连修两次还是不能正常用的，免费换一台同品牌同型号的新机。”').waitFor()
  await section().getByText('待办').waitFor()
  assert.match((await section().textContent()) ?? '', new RegExp(`对象：${boiler.device}`))
})

test('it is settled by the device that is handed over, and says by whom', async () => {
  await post('/services', { type: 'asset.handed-over', ticket: boiler.id, asset: boiler.asset, values: { model: 'L1PB26' } })
  await section().getByText('已了结').waitFor()
  assert.match((await section().textContent()) ?? '', /顾/)
})

test('a form that a rule requires is missing on the ticket and on the first page, and is filled in from the ticket', async () => {
  await post(`/tickets/${control.id}/restore`, {})
  await openTicket(control.id)
  await section().getByText('须填写“故障诊断记录”').waitFor()
  await page.getByText('欠缺 故障诊断记录').first().waitFor()
  await page.goto(`${stage.url}/overview`)
  await page.locator('.due-group', { hasText: '欠缺的记录' }).getByText('门禁控制器离线').click()
  await section().getByRole('button', { name: '填写' }).click()
  const drawer = page.locator('.service-drawer')
  await drawer.getByText('故障诊断记录').first().waitFor()
  await page.locator('[id="service-forms.diagnosis.diagnosis"]').fill('电源模块老化')
  await choose(page, 'service-forms.diagnosis.cause', '硬件')
  await drawer.getByRole('button', { name: '登记', exact: true }).click()
  await drawer.waitFor({ state: 'detached' })
  await section().getByText('已了结').waitFor()
  assert.equal(await section().getByRole('button', { name: '填写' }).count(), 0)
})

test('the board says how often a rule acted and when last, and its row opens what came of it, with the way to the ticket', async () => {
  await page.goto(`${stage.url}/board/ht-2025-068`)
  const row = page.locator('button.clause-row', { hasText: '连修两次' })
  await row.getByText('触发 1 次').waitFor()
  await row.getByText(/^最近 .*\d/).waitFor()
  await row.click()
  const panel = page.locator('.clause-panel')
  await panel.getByText('应给予：同型号新机').waitFor()
  await panel.getByRole('link', { name: /壁挂炉漏水/ }).click()
  await page.waitForURL(new RegExp(`/tickets/${boiler.id}$`))
})

test('a rule that has not acted says so, on its row and when it is opened', async () => {
  await page.goto(`${stage.url}/board/ht-2025-068`)
  const row = page.locator('button.clause-row', { hasText: '未触发' }).first()
  await row.click()
  await page.locator('.clause-panel').getByText('这一年还没有触发。').waitFor()
})

test('a form that a rule requires of the contract itself is filled in from the board', async () => {
  await post('/services', { type: 'part.arrived', contract: 'ht-2025-044', values: { part: '门禁读卡器', quantity: 1 } })
  await page.goto(`${stage.url}/board/ht-2025-044?promise=spare-prepared`)
  const panel = page.locator('.clause-panel')
  await panel.getByText('须填写“备件备妥记录”').waitFor()
  await panel.getByRole('button', { name: '填写' }).click()
  const drawer = page.locator('.service-drawer')
  const field = (id: string) => page.locator(`[id="service-forms.spare-preparation.${id}"]`)
  await field('spare').fill('门禁读卡器')
  for (const id of ['tested', 'calibrated', 'packed', 'labelled', 'shipped']) await field(id).fill('2026-01-15')
  await drawer.getByRole('button', { name: '登记', exact: true }).click()
  await drawer.waitFor({ state: 'detached' })
  await panel.getByText('已了结').waitFor()
  assert.equal(await panel.getByRole('button', { name: '填写' }).count(), 0)
})
