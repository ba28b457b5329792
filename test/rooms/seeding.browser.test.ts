import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withTenant } from '../../src/server/database/pool.ts'
import { VENDOR } from '../../src/server/demo/vendor.ts'
import { choose } from '../browser/choose.testing.ts'
import { setStage } from '../stage/stage.testing.ts'

const stage = await setStage({ past: 0 })
const { services } = stage.server

/** As the telling of the demo's past marks it. */
async function mark(seeding: { readonly done: number; readonly total: number } | null): Promise<void> {
  await withTenant(services.pool, VENDOR.id, (tx) =>
    tx.query('UPDATE tenant SET seeding = $2 WHERE tenant_id = $1', [tx.tenant, seeding && JSON.stringify(seeding)]),
  )
}

test('who comes while the demo is written sees how far it is, is told why nothing is recorded, and goes on in the same form when it is done', async () => {
  await mark({ done: 300, total: 2703 })
  const { page } = await stage.as('xu')
  const stranger = await stage.browser.newPage({ locale: 'zh-CN' })
  await stranger.goto(`${stage.url}/login`)
  await stranger.getByText('示范数据正在写入（11%）。现在登录可以查看，写完后才能登记和操作。').waitFor()
  await page.goto(`${stage.url}/tickets/new`)
  const band = page.getByRole('status').filter({ hasText: '示范数据正在写入' })
  await band.filter({ hasText: '11%' }).waitFor()
  await page.locator('#new-title').fill('冷却塔风机异响')
  await page.locator('#new-customer').fill('锦屏')
  await choose(page, 'new-customer', '锦屏市第三人民医院')
  await page.getByRole('button', { name: '登记工单' }).click()
  await page.getByText('示范数据还在写入，这一步没有记录。').waitFor()
  await mark({ done: 1352, total: 2703 })
  await band.filter({ hasText: '50%' }).waitFor()
  await mark(null)
  await band.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '登记工单' }).click()
  await page.getByRole('heading', { name: '冷却塔风机异响' }).waitFor()
  assert.equal(await stranger.getByText('示范数据正在写入').count(), 0)
})
