import assert from 'node:assert/strict'
import { test } from 'node:test'
import { demoLogo } from '../../src/server/demo/marks.ts'
import { setStage } from '../stage/stage.testing.ts'

const stage = await setStage({ past: 0 })
const admin = await stage.as('admin', { width: 1440, height: 1000 })
const { page } = admin

const paper = () => page.locator('img.letterhead-paper')
const shownNow = () => paper().getAttribute('src')
const kept = async () => (await page.context().request.get(`${stage.url}/api/letterhead`)).json()

test('the demo vendor has a letterhead; what is typed shows on the paper beside it before it is kept', async () => {
  await page.goto(`${stage.url}/settings`)
  await page.getByRole('link', { name: '信头' }).click()
  await paper().waitFor()
  await page.getByText(/^程立言 于 .* 修改$/).waitFor()
  const trail = (await (await page.context().request.get(`${stage.url}/api/trail?action=letterhead.changed`)).json()) as {
    items: unknown[]
  }
  assert.equal(trail.items.length, 1, 'it was set by somebody, the way that anybody sets it')
  const before = await shownNow()
  await page.locator('#letterhead-firm').fill('川禾机电服务有限公司')
  await page.waitForFunction((old) => document.querySelector('img.letterhead-paper')?.getAttribute('src') !== old, before)
  assert.notEqual((await kept()).firm, '川禾机电服务有限公司')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('信头已保存').waitFor()
  assert.equal((await kept()).firm, '川禾机电服务有限公司')
  await page.getByText(/^程立言 于 .* 修改$/).waitFor()
})

test('a logo is replaced and the seal is taken away; a picture that cannot be drawn is refused beside its field', async () => {
  const chooser = page.waitForEvent('filechooser')
  await page.locator('.picture-field').first().getByRole('button').first().click()
  await (await chooser).setFiles({ name: '新标志.png', mimeType: 'image/png', buffer: demoLogo() })
  await page.getByRole('button', { name: '去掉印章' }).click()
  await page.getByRole('button', { name: '保存' }).click()
  await page.waitForFunction(() => document.querySelectorAll('.picture-shown').length === 1)
  await page.getByText('信头已保存').last().waitFor()
  for (let left = 50; (await kept()).seal !== undefined && left > 0; left--) await page.waitForTimeout(100)
  assert.deepEqual([(await kept()).logo.name, (await kept()).seal], ['新标志.png', undefined])
  const broken = Buffer.concat([demoLogo().subarray(0, 300), Buffer.from('broken')])
  await page.getByLabel('印章', { exact: true }).setInputFiles({ name: '坏.png', mimeType: 'image/png', buffer: broken })
  await page.locator('.picture-shown').nth(1).waitFor()
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByRole('alert').getByText('这张图片画不出来').waitFor()
  assert.equal((await kept()).seal, undefined)
  const [taken] = await Promise.all([
    page.waitForRequest((request) => request.method() === 'DELETE' && request.url().includes('/files/')),
    page.getByRole('button', { name: '去掉印章' }).click(),
  ])
  assert.ok(taken, 'what nothing was made of is taken back')
})

test('the sample is a PDF', async () => {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '样张（PDF）' }).click()])
  assert.match(download.suggestedFilename(), /\.pdf$/)
})

test('on a phone the paper stands below the form and nothing runs over', async () => {
  const small = await stage.as('admin', { width: 390, height: 844, dark: true })
  await small.page.goto(`${stage.url}/settings/letterhead`)
  await small.page.locator('img.letterhead-paper').waitFor()
  assert.ok((await small.page.evaluate(() => document.documentElement.scrollWidth)) <= 390)
})
