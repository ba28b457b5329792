import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seedDemo } from '../../src/server/demo/seed.ts'
import { setStage } from './stage.testing.ts'

/** A stranger looks through the demo by its five steps, has seen enough, removes it and begins an own firm. */
const stage = await setStage({ past: 0 })

test('the demo leads through its story, and remembers how far one is', async () => {
  const { page, complaints } = await stage.as('xu')
  await page.goto(`${stage.url}/overview`)
  const tour = page.getByRole('region', { name: '五步看懂诺行' })
  await tour.getByText('0/5').waitFor()
  await tour.getByRole('link', { name: '报一次修' }).click()
  await page.waitForURL(/\/tickets\/new/)
  await page.goto(`${stage.url}/overview`)
  await tour.getByText('1/5').waitFor()
  await tour.getByRole('button', { name: '收起' }).click()
  await page.getByRole('button', { name: '五步看懂诺行' }).click()
  await tour.getByText('1/5').waitFor()
  assert.deepEqual(complaints, [])
})

test('what goes and what stays is said, the name is typed, and an own firm begins', async () => {
  const { page, complaints } = await stage.as('admin')
  await page.goto(`${stage.url}/settings`)
  await page.getByRole('link', { name: '演示数据' }).click()
  await page.getByText('会清除：川禾机电服务的全部演示数据').waitFor()
  await page.getByText(/\d+ 份合同/).waitFor()
  await page.locator('#demo-name').fill('沅江机电')
  await page.locator('#demo-code').fill('yuanjiang')
  await page.locator('#demo-confirm').fill('川禾')
  await page.getByRole('button', { name: '清除演示数据' }).click()
  await page.getByRole('alert').getByText('请照样输入“川禾机电服务”').waitFor()
  await page.locator('#demo-confirm').fill('川禾机电服务')
  await page.getByRole('button', { name: '清除演示数据' }).click()
  await page.waitForURL(/\/setup/, { timeout: 60_000 })
  await page.locator('#link-name').fill('江予')
  await page.locator('#link-account').fill('jiang')
  await page.locator('#link-password').fill('harbour-meadow-52')
  await page.getByRole('button', { name: '设定' }).click()
  await page.getByText('已设定。').waitFor()
  await page.goto(`${stage.url}/login`)
  assert.equal(await page.getByText('演示账号').count(), 0)
  await page.locator('#login-account').fill('jiang@yuanjiang')
  await page.locator('#login-password').fill('harbour-meadow-52')
  await page.getByRole('button', { name: /登录$/ }).click()
  await page.getByRole('region', { name: '开始使用' }).getByText('0/6').waitFor()
  await page.goto(`${stage.url}/customers`)
  await page.getByText('还没有客户。').waitFor()
  assert.deepEqual(complaints, [])
})

test('a start after that does not fill the demo again', async () => {
  const { services, ask } = stage.server
  assert.deepEqual(await seedDemo({ services, ask: ask ?? assert.fail('no pages'), count: 0 }), { founded: false, steps: 0, refused: [] })
})
