import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setStage } from '../stage/stage.testing.ts'

// A ticket whose device owes something of its own: the fault's clocks come first, the device's stand by them.

const stage = await setStage({ past: 0 })
const manager = await stage.as('gu')
const { page } = manager

const PLAN = `plan: beside
title: 设备另有所欠
version: 1
timezone: Asia/Shanghai
calendars:
  always: {hours: 24x7}
promises:
  reply:
    title: 答复
    deadline: {starts: ticket.reported, kept-by: ticket.replied, within: 30min, calendar: always}
    text: 半小时内答复
    source: [T-1]
  device-report:
    title: 设备检查报告
    deadline: {per: asset, starts: ticket.reported, kept-by: report.delivered, within: 5d, calendar: always}
    text: 设备报修之后五日内交一份检查报告
    source: [T-2]
`

type Id = { readonly id: string }
type Made = Id & { readonly ticket?: Id }

async function tell(path: string, data: object): Promise<Made> {
  const headers = { 'idempotency-key': crypto.randomUUID(), origin: stage.url }
  const answer = await page.context().request.post(`${stage.url}/api${path}`, { data, headers })
  assert.equal(answer.status(), 201, await answer.text())
  return (await answer.json()) as Made
}

const sites = await page.context().request.get(`${stage.url}/api/sites?limit=1`)
const [site] = ((await sites.json()) as { readonly items: readonly (Id & { readonly customer: Id })[] }).items
assert.ok(site)
const customer = site.customer.id
await tell('/plans', { yaml: PLAN })
const contract = await tell('/contracts', { number: 'HT-2026-B1', title: '旁例', customer, plan: 'beside@1', sites: [site.id] })
const asset = await tell('/assets', { customer, site: site.id, name: '七号空压机' })
const ticket = await tell('/tickets', { channel: 'phone', title: '排气温度高', customer, asset: asset.id, contract: contract.id })

test('the fault’s own clocks come first and large; what its device owes stands smaller below, under its name, and tells its why there', async () => {
  await page.goto(`${stage.url}/tickets/${ticket.id}`)
  const group = page.locator('.clock-group')
  await group.getByRole('heading', { name: '设备 七号空压机' }).waitFor()
  assert.equal(await group.count(), 1)
  assert.equal(await page.locator('.clock-cards:not(.beside)').getByText('设备检查报告').count(), 0)
  const measured = (where: string) =>
    page
      .locator(where)
      .first()
      .evaluate((one) => [Number.parseFloat(getComputedStyle(one).fontSize), one.getBoundingClientRect().y] as const)
  const [own, beside] = [await measured('.clock-cards:not(.beside) .clock-words'), await measured('.clock-cards.beside .clock-words')]
  assert.ok(own[0] > beside[0], 'larger')
  assert.ok(own[1] < beside[1], 'above')
  const card = group.locator('.clock-card', { hasText: '设备检查报告' })
  await card.click()
  await group.locator('.why').getByText('设备报修之后五日内交一份检查报告').first().waitFor()
  await card.click()
  await group.locator('.why').waitFor({ state: 'detached' })
  assert.deepEqual(manager.complaints, [])
})
