import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pictureNamed } from '../../src/server/files/picture.testing.ts'
import { setStage } from '../stage/stage.testing.ts'

/** 报修 from the portal: the promised times are known before it is sent, and nothing that was typed is lost. */
const stage = await setStage({ past: 0 })
const customer = await stage.as('zheng', { width: 390, height: 844 })
const { page } = customer

const go = (path: string) => page.goto(`${stage.url}${path}`)

async function api<Answer>(path: string): Promise<Answer> {
  return (await (await customer.context.request.get(`${stage.url}/api${path}`)).json()) as Answer
}

const total = async () => (await api<{ items: unknown[] }>('/tickets?view=all&limit=200')).items.length

test('a device is found by its initials or chosen anew, and with it the times that are promised are shown', async () => {
  await go('/portal/report')
  await page.locator('#report-device').fill('zzghj')
  await page.getByRole('button', { name: /自助挂号机/ }).click()
  const promises = page.getByRole('region', { name: '现在报修，我们承诺' })
  await promises.getByText('按合同 HT-2025-031').waitFor()
  await promises.getByText('到场', { exact: true }).waitFor()
  const remote = await promises.locator('.promise-row', { hasText: '到场' }).first().textContent()
  await page.getByRole('button', { name: '换一台' }).click()
  await page.locator('#report-device').fill('LSB')
  await page.getByRole('button', { name: /3 号螺杆式冷水机组/ }).click()
  await promises.locator('.promise-row', { hasText: '到场' }).first().waitFor()
  assert.match(remote ?? '', /前/)
})

test('without a word nothing is sent, and the field says what is missing', async () => {
  const before = await total()
  await page.getByRole('button', { name: '报修', exact: true }).click()
  await page.locator('#report-text-error').getByText('请写一句出了什么问题').waitFor()
  assert.equal(await total(), before)
})

test('what was typed, chosen and attached is there after the page was loaded anew', async () => {
  await page.locator('#report-text').fill('制冷站 3 号机停了，面板报高压。现在靠 1、2 号顶着')
  await page.getByRole('button', { name: '重大故障' }).click()
  await page
    .locator('.pick input')
    .nth(0)
    .setInputFiles([pictureNamed('面板.png'), pictureNamed('多拍的.png')])
  await page.getByText('多拍的.png').waitFor()
  await page.getByText('已上传').nth(1).waitFor()
  await page.getByRole('button', { name: '去掉 多拍的.png' }).click()
  await page.getByText('补充情况').click()
  await page.locator('#report-place').fill('地下一层制冷站')
  await page.locator('#report-nature').getByRole('button', { name: '硬件' }).click()
  await page.locator('#report-safetyRisk').getByRole('button', { name: '否' }).click()
  await page.locator('#report-contact-name').fill('设备科 郑工')
  await page.locator('#report-contact-phone').fill('客户分机 F01')
  await page.reload()
  await page.getByText('上次没有发出的内容还在').waitFor()
  assert.match(await page.locator('#report-text').inputValue(), /面板报高压/)
  await page.getByText('面板.png').waitFor()
  assert.equal(await page.getByText('多拍的.png').count(), 0)
  assert.equal(await page.getByRole('button', { name: '重大故障' }).getAttribute('aria-pressed'), 'true')
})

test('a report whose answer was lost is sent again under its key, even by the page that was loaded anew: it is one ticket', async () => {
  const before = await total()
  let lost = 0
  await page.route('**/api/tickets', async (route) => {
    if (lost > 0) return route.continue()
    lost += 1
    await route.fetch()
    return route.fulfill({ status: 500, contentType: 'application/json', body: '{}' })
  })
  await page.getByRole('button', { name: '报修', exact: true }).click()
  await page.getByRole('alert').getByText('您填写的都还在').waitFor()
  assert.equal(await total(), before + 1)
  await page.reload()
  await page.getByRole('button', { name: '报修', exact: true }).click()
  await page.getByRole('heading', { name: '制冷站 3 号机停了，面板报高压' }).waitFor()
  assert.equal(await total(), before + 1)
  const id = page.url().split('/').at(-1)
  const detail = JSON.stringify(await api(`/tickets/${id}`))
  for (const said of ['portal', '地下一层制冷站', '面板.png', 'hardware', '设备科 郑工', '"customerGrade":{"id":"major"'])
    assert.ok(detail.includes(said), said)
  await page.getByRole('region', { name: '经过' }).getByRole('link', { name: '面板.png' }).waitFor()
})

test('the next report begins empty but for the contact; what is no fault asks other questions', async () => {
  await page.getByRole('link', { name: '报修' }).click()
  await page.locator('#report-text').waitFor()
  assert.equal(await page.locator('#report-text').inputValue(), '')
  assert.equal(await page.locator('#report-contact-name').inputValue(), '设备科 郑工')
  await page.getByRole('button', { name: '配件更换' }).click()
  await page.getByText('补充情况').click()
  await page.locator('#report-part').fill('打印头')
  await page.locator('#report-quantity').fill('2')
  await page.locator('#report-site').getByRole('button', { name: '东院区' }).click()
  await page.locator('#report-text').fill('两台都磨损了')
  await page.reload()
  await page.getByRole('button', { name: '重新填写' }).click()
  assert.equal(await page.locator('#report-text').inputValue(), '')
})

test('a file of a kind that is not taken says so; one whose line broke goes on; one under way can be taken back', async () => {
  await page
    .locator('.pick input')
    .nth(1)
    .setInputFiles({ name: '录音.exe', mimeType: 'audio/mpeg', buffer: Buffer.from('MZ nothing') })
  await page.getByRole('alert').waitFor()
  await page.getByRole('button', { name: '去掉 录音.exe' }).click()
  await page.getByText('录音.exe').waitFor({ state: 'detached' })
  await page.route('**/api/files**', (route) => route.abort())
  await page.locator('.pick input').nth(2).setInputFiles(pictureNamed('又一张.png'))
  await page.getByRole('button', { name: '继续' }).waitFor({ timeout: 30_000 })
  await page.getByText('有附件没有传完').waitFor()
  await page.unroute('**/api/files**')
  await page.getByRole('button', { name: '继续' }).click()
  await page.getByText('已上传').waitFor()
})

test('no page asked another host, and none broke', () => {
  assert.deepEqual(customer.complaints, [])
})
