import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { choose } from '../browser/choose.testing.ts'
import { setStage } from '../stage/stage.testing.ts'
import { pictureNamed } from '../../src/server/files/picture.testing.ts'

const stage = await setStage({ past: 0 })
const manager = await stage.as('gu')
const { page } = manager
const CONTRACT = 'ht-2025-031'

const go = (path: string, on: Page = page) => on.goto(`${stage.url}${path}`)
const contractNow = async (): Promise<any> => (await page.context().request.get(`${stage.url}/api/contracts/${CONTRACT}`)).json()
const card = (title: string, on: Page = page) => on.locator('.place-card', { has: on.getByRole('heading', { name: title, exact: true }) })

async function signAs(side: string, signer: string): Promise<void> {
  await page.getByRole('button', { name: '登记签署' }).click()
  const form = page.getByRole('dialog')
  await choose(page, 'sign-side', side)
  await page.locator('#sign-signer').fill(signer)
  await page.locator('#sign-seal input[type=file]').setInputFiles(pictureNamed(`${side}公章.png`))
  await page.locator('#sign-document input[type=file]').setInputFiles(pictureNamed(`${side}盖章变更.png`))
  for (const name of [`${side}公章.png`, `${side}盖章变更.png`]) await form.locator('.upload.kept', { hasText: name }).waitFor()
  await form.getByRole('button', { name: '登记签署' }).click()
}

test('every contract of the demo vendor carries both seals and the paper, over what it says', async () => {
  const { items } = await (await page.context().request.get(`${stage.url}/api/contracts`)).json()
  assert.deepEqual([items.length, items.filter(({ unsigned }: any) => unsigned)], [6, []])
  await go(`/contracts/${CONTRACT}`)
  for (const words of ['韦以宁，2025-01-10 签署', '郑工，2025-01-10 签署'])
    await card('签署').locator('.signature', { hasText: words }).getByText('与所签一致').waitFor()
  for (const name of ['川禾机电服务印章.png', '锦屏市第三人民医院印章.png', 'HT-2025-031 双方盖章.pdf'])
    await card('签署').getByText(name).first().waitFor()
  assert.equal(await page.getByText('未附签署文件').count(), 0)
})

test('an amendment is kept as a draft, gone on with, signed by both sides, and in force with the second', async () => {
  await go(`/contracts/${CONTRACT}/amend`)
  await page.locator('#contract-endsOn').fill('2028-03-14')
  await page.locator('#contract-reason').fill('续一年')
  await page.getByRole('button', { name: '存为草稿，由双方签署' }).click()
  await page.locator('h1').getByText('待我方、客户签署').waitFor()
  await page.getByRole('button', { name: '登记签署' }).click()
  await page.locator('#sign-signer').focus()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await card('约定内容').getByText('续一年').waitFor()
  await page.getByRole('link', { name: '继续起草' }).click()
  await page.locator('#contract-reason').fill('续一年，价格不变')
  await page.getByRole('button', { name: '存为草稿', exact: true }).click()
  await card('约定内容').getByText('续一年，价格不变').waitFor()
  await signAs('我方', '顾南')
  await page.locator('h1').getByText('待客户签署').waitFor()
  assert.equal((await contractNow()).endsOn, '2027-03-14')
  await go(`/contracts/${CONTRACT}`)
  await card('签署')
    .getByRole('link', { name: /变更草稿.*待客户签署/ })
    .click()
  await signAs('客户', '郑工')
  await page.getByText('合同 HT-2025-031 已变更').waitFor()
  await card('签署').getByText('续一年，价格不变').waitFor()
  for (const words of ['顾南，', '郑工，']) await card('签署').locator('.signature', { hasText: words }).getByText('与所签一致').waitFor()
  assert.equal((await contractNow()).endsOn, '2028-03-14')
})

test('an amendment that was signed on paper names the signers and carries the document', async () => {
  await go(`/contracts/${CONTRACT}/amend`)
  await page.locator('#contract-endsOn').fill('2029-03-14')
  await page.locator('#contract-reason').fill('再续一年')
  await page.locator('#contract-signed-document input[type=file]').setInputFiles(pictureNamed('补充协议.png'))
  await page.locator('#contract-signed-document .upload.kept').waitFor()
  await page.getByRole('button', { name: '登记变更' }).click()
  await page.getByText('已附签署文件，请写明签署人。').waitFor()
  await page.locator('#contract-signer-vendor').fill('顾南')
  await page.locator('#contract-signer-day-vendor').fill('2026-01-05')
  await page.locator('#contract-signer-customer').fill('郑工')
  await page.getByRole('button', { name: '登记变更' }).click()
  await card('签署').getByText('再续一年', { exact: true }).waitFor()
  await card('签署').getByText('顾南，2026-01-05 签署').waitFor()
  await card('签署').getByText('补充协议.png').first().waitFor()
  const { amendments } = await contractNow()
  assert.deepEqual(
    amendments.map(({ signatures }: any) => signatures.length),
    [2, 2],
  )
})

test('a contract that is written down in one step names the signers as well, and no page asked another host', async () => {
  await go('/contracts/new')
  for (const [field, text] of Object.entries({ number: 'HT-2026-P1', title: '纸面合同' }))
    await page.locator(`#contract-${field}`).fill(text)
  await page.locator('#contract-customer').fill('yz')
  await choose(page, 'contract-customer', '云栈数据中心')
  await choose(page, 'contract-plan', /安全设备质量服务承诺 第 1 版/)
  await page.locator('#contract-signer-vendor').fill('于清和')
  await page.locator('#contract-signer-customer').fill('何主任')
  await page.getByRole('button', { name: '签署', exact: true }).click()
  await page.getByRole('button', { name: '确认签署' }).click()
  await card('签署')
    .getByText(/何主任，.* 签署/)
    .waitFor()
  await card('签署')
    .getByText(/于清和，.* 签署/)
    .waitFor()
})

test('a contract without its signed paper says so in the list and on its page, until the paper of both sides is attached', async () => {
  await go('/contracts?q=HT-2026-P1')
  const row = page.locator('.sheet-list .sheet-row', { hasText: 'HT-2026-P1' })
  await row.getByText('未附签署文件').waitFor()
  await row.click()
  await page.locator('h1').getByText('未附签署文件').waitFor()
  const attach = () => card('签署').getByRole('button', { name: '补附签署文件' })
  await attach().click()
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).or(page.locator('.ant-modal-close')).first().click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await attach().click()
  const form = page.getByRole('dialog')
  await page.locator('#contract-signer-vendor').fill('于清和')
  await form.getByRole('button', { name: '补附签署文件' }).click()
  await form.getByText('请填写', { exact: false }).first().waitFor()
  await page.locator('#contract-signer-customer').fill('何主任')
  await page.locator('#contract-signer-day-customer').fill('2026-01-06')
  for (const [place, name] of [
    ['signed-document', '盖章合同.png'],
    ['seal-customer', '客户章.png'],
  ] as const) {
    await page.locator(`#contract-${place} input[type=file]`).setInputFiles(pictureNamed(name))
    await form.locator('.upload.kept', { hasText: name }).waitFor()
  }
  await form.getByRole('button', { name: '补附签署文件' }).click()
  await page.getByText('签署文件已附上').waitFor()
  await card('签署').getByText('何主任，2026-01-06 签署').waitFor()
  for (const name of ['盖章合同.png', '客户章.png']) await card('签署').getByText(name).first().waitFor()
  assert.equal(await page.getByText('未附签署文件').count(), 0)
  assert.equal(await attach().count(), 0)
  assert.deepEqual(manager.complaints, [])
})
