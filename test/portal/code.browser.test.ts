import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setStage } from '../stage/stage.testing.ts'

/** The code on a device: the vendor prints it, whoever scans it reports without a log-in, and the desk has the ticket. */
const stage = await setStage({ past: 0 })
const manager = await stage.as('gu')
const { page } = manager
const context = await stage.browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' })
const phone = await context.newPage()
const foreign: string[] = []
phone.on('request', (request) => {
  if (!request.url().startsWith(stage.url) && !request.url().startsWith('data:')) foreign.push(request.url())
})
phone.on('pageerror', (error) => foreign.push(error.message))

type Sheet = { items: { id: string; name: string; code?: { url: string } }[] }
const api = async <Answer>(path: string): Promise<Answer> =>
  (await (await manager.context.request.get(`${stage.url}/api${path}`)).json()) as Answer
const urlOf = async (): Promise<string> =>
  (await api<Sheet>('/customers/jinping/codes')).items.find(({ id }) => id === 'lsb-680')?.code?.url ?? assert.fail('no code')

test('the vendor makes codes for a customer’s devices and prints the sheet', async () => {
  await page.goto(`${stage.url}/customers/jinping`)
  await page.getByRole('link', { name: '设备二维码' }).click()
  await page.getByText('还没有二维码。生成后就能打印。').waitFor()
  await page.getByRole('button', { name: /^生成 \d+ 个$/ }).click()
  const label = page.locator('.code-label', { hasText: 'CH680-23-0117' })
  await label.getByRole('img', { name: /的二维码$/ }).waitFor()
  assert.equal(await page.getByRole('button', { name: /^生成 \d+ 个$/ }).count(), 0)
  await page.evaluate(() => Object.assign(window, { print: () => document.body.setAttribute('data-printed', 'yes') }))
  await page.getByRole('button', { name: '打印' }).click()
  assert.equal(await page.locator('body').getAttribute('data-printed'), 'yes')
  await page.emulateMedia({ media: 'print' })
  assert.equal(await page.locator('.rail').isVisible(), false)
  assert.equal(await label.isVisible(), true)
  await page.emulateMedia({ media: 'screen' })
})

test('whoever scans it sees device, cover and promised times without a log-in, and is told what is missing', async () => {
  await phone.goto(await urlOf())
  await phone.getByRole('heading', { name: '3 号螺杆式冷水机组' }).waitFor()
  await phone.getByText('质保至').first().waitFor()
  await phone.getByRole('region', { name: '现在报修，我们承诺' }).locator('.promise-row', { hasText: '答复' }).waitFor()
  await phone.getByRole('button', { name: '报修', exact: true }).click()
  for (const id of ['report-text', 'report-contact-name', 'report-contact-phone']) await phone.locator(`#${id}-error`).waitFor()
  assert.equal(await phone.evaluate(() => document.documentElement.scrollWidth), 390)
})

test('the report is a ticket at the desk, marked as nobody’s whom we know; the page keeps no way to it', async () => {
  await phone.getByRole('button', { name: '咨询', exact: true }).click()
  await phone.getByRole('button', { name: '故障', exact: true }).click()
  await phone.locator('#report-text').fill('机组停了，面板报高压')
  await phone.locator('#report-grade button').first().click()
  await phone.getByText('补充情况').click()
  await phone.locator('#report-nature button, #report-cause').first().click()
  await phone.locator('#report-contact-name').fill('门卫老李')
  await phone.locator('#report-contact-phone').fill('13800001111')
  await phone.reload()
  assert.equal(await phone.locator('#report-text').inputValue(), '机组停了，面板报高压', 'what was typed is kept')
  await phone.getByRole('button', { name: '报修', exact: true }).click()
  const told = await phone.getByRole('heading', { name: /^已收到，单号 GD-/ }).textContent()
  await phone.getByText('我们会打 13800001111 找您').waitFor()
  const number = /GD-\d+-\d+/.exec(told ?? '')?.[0]
  const { items } = await api<{ items: { id: string; number: string }[] }>('/tickets?view=all')
  const ticket = items.find((one) => one.number === number) ?? assert.fail('no ticket')
  await page.goto(`${stage.url}/tickets/${ticket.id}`)
  await page.getByText('未核实的报修人：门卫老李 13800001111').waitFor()
  await phone.goto(`${stage.url}/portal/tickets/${ticket.id}`)
  await phone.getByRole('button', { name: '登录' }).waitFor()
  await phone.goto(await urlOf())
  await phone.getByRole('heading', { name: '3 号螺杆式冷水机组' }).waitFor()
  assert.equal(await phone.getByText(number ?? '').count(), 0)
})

test('another thing is reported from the same page', async () => {
  await phone.locator('#report-text').fill('门也坏了')
  await phone.getByRole('button', { name: '报修', exact: true }).click()
  await phone.getByRole('button', { name: '再报一件' }).click()
  assert.equal(await phone.locator('#report-text').inputValue(), '')
  assert.equal(await phone.locator('#report-contact-phone').inputValue(), '13800001111')
})

test('a code that is revoked opens nothing any more', async () => {
  const before = await urlOf()
  await page.goto(`${stage.url}/customers/jinping/codes`)
  const label = page.locator('.code-label', { hasText: 'CH680-23-0117' })
  await label.getByRole('button', { name: /^作废 / }).click()
  await label.getByRole('button', { name: '不做了' }).click()
  await label.getByRole('button', { name: /^作废 / }).click()
  await label.getByRole('button', { name: '作废', exact: true }).click()
  await label.waitFor({ state: 'detached' })
  await phone.goto(before)
  await phone.getByRole('alert').getByText('这个二维码已经不能用了').waitFor()
})

test('no page asked another host, and none broke', () => {
  assert.deepEqual([...foreign, ...manager.complaints], [])
})
