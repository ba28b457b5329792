import assert from 'node:assert/strict'
import { test } from 'node:test'
import { choose } from '../browser/choose.testing.ts'
import { setStage } from '../stage/stage.testing.ts'

// 分派规则: written, put in order, tried out, saved; the next report goes by them.

const stage = await setStage()
const { page, context } = await stage.as('gu')
const rows = page.locator('ol.sheet-list > li')
const drawer = page.locator('.ant-drawer')
const answer = page.locator('.routing-answer')

async function put(): Promise<void> {
  await drawer.getByRole('button', { name: '放入规则' }).click()
  await drawer.waitFor({ state: 'detached' })
}

test('a rule asks for what is chosen and sends to a team; one that only ranks says so', async () => {
  await page.goto(`${stage.url}/settings/teams`)
  await page.getByRole('link', { name: '分派', exact: true }).click()
  await page.waitForURL('**/settings/routing')
  await page.getByRole('button', { name: '加一条规则' }).click()
  await drawer.getByText('写上名称，并选班组或提为优先。').waitFor()
  await drawer.locator('#rule-name').fill('医院故障归一队')
  await choose(page, 'rule-types', '故障')
  await drawer.locator('#rule-name').click()
  await choose(page, 'rule-contracts', 'HT-2025-031')
  await drawer.locator('#rule-name').click()
  await choose(page, 'rule-team', '华西一队')
  await put()
  await rows.filter({ hasText: '医院故障归一队' }).getByText('类型：故障；项目：HT-2025-031 机电设备售后服务').waitFor()
  await rows.filter({ hasText: '医院故障归一队' }).getByText('去 华西一队').waitFor()
  await page.getByRole('button', { name: '加一条规则' }).click()
  await drawer.locator('#rule-name').fill('重点客户')
  await choose(page, 'rule-customerClasses', '重点客户')
  await drawer.locator('#rule-name').click()
  await drawer.getByRole('checkbox').check()
  await put()
  await rows.nth(1).getByText('接着看下一条 · 优先').waitFor()
})

test('rules are asked in their order: one goes up or down, one is changed, one is dropped', async () => {
  await page.getByRole('button', { name: '“重点客户”上移' }).click()
  assert.match(await rows.nth(0).innerText(), /重点客户/)
  await page.getByRole('button', { name: '“重点客户”下移' }).click()
  assert.match(await rows.nth(1).innerText(), /重点客户/)
  await page.getByRole('button', { name: '“重点客户”上移' }).click()
  await rows.nth(1).locator('button.plain').click()
  await drawer.locator('#rule-name').fill('医院归一队')
  await put()
  await rows.nth(1).getByText('医院归一队').waitFor()
  await page.getByRole('button', { name: '加一条规则' }).click()
  await drawer.waitFor()
  await page.keyboard.press('Escape')
  await drawer.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '加一条规则' }).click()
  await drawer.locator('#rule-name').fill('多余的')
  await choose(page, 'rule-team', '值班台')
  await put()
  await page.getByRole('button', { name: '删去“多余的”' }).click()
  assert.equal(await rows.count(), 2)
  await choose(page, 'routing-otherwise', '值班台')
})

test('a trial says where such a report would go and why, before anything is saved', async () => {
  await page.getByRole('button', { name: '看会去哪里' }).click()
  await answer.getByText('没有规则相符，分到默认班组值班台').waitFor()
  await choose(page, 'try-contract', 'HT-2025-031')
  await choose(page, 'try-customer', '锦屏市第三人民医院')
  await page.getByRole('button', { name: '看会去哪里' }).click()
  await answer.getByText('由“医院归一队”分到华西一队').waitFor()
  await answer.getByText('“重点客户”：客户类别不符，看下一条').waitFor()
  await choose(page, 'try-type', '咨询')
  await page.getByRole('button', { name: '看会去哪里' }).click()
  await answer.getByText('“医院归一队”：类型不符，看下一条').waitFor()
})

test('saved, the next report goes by them; a key customer stands ahead in the queue', async () => {
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByText('分派规则已保存，下一张报修起生效').waitFor()
  await page.goto(`${stage.url}/customers/jinping`)
  await page.getByRole('button', { name: '修改' }).first().click()
  await choose(page, 'record-class', '重点客户')
  await page.locator('.ant-modal, .ant-drawer').getByRole('button', { name: '保存', exact: true }).click()
  await page.locator('.ant-modal, .ant-drawer').first().waitFor({ state: 'detached' })
  const reported = await context.request.post(`${stage.url}/api/tickets`, {
    data: { channel: 'phone', title: '按规则分派的故障', customer: 'jinping', contract: 'ht-2025-031', type: 'fault' },
    headers: { 'idempotency-key': crypto.randomUUID(), origin: stage.url },
  })
  assert.ok(reported.ok(), await reported.text())
  const { id } = (await reported.json()) as { id: string }
  await page.goto(`${stage.url}/tickets/${id}`)
  await page.getByText(/按规则“医院归一队”（类型、项目相符）分到华西一队，由“重点客户”提为优先/).waitFor()
  await page.goto(`${stage.url}/tickets?view=open&team=huaxi-1`)
  const row = page.locator('.ticket-row', { hasText: '按规则分派的故障' })
  await row.getByText('优先', { exact: true }).waitFor()
})
