import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { choose } from '../browser/choose.testing.ts'
import { setStage } from '../stage/stage.testing.ts'

const stage = await setStage({ past: 0 })
const manager = await stage.as('gu')
const { page } = manager
const CONTRACT = 'ht-2025-031'

const go = (path: string, on: Page = page) => on.goto(`${stage.url}${path}`)
const contractNow = async (): Promise<any> => (await page.context().request.get(`${stage.url}/api/contracts/${CONTRACT}`)).json()
const card = (title: string, on: Page = page) => on.locator('.place-card', { has: on.getByRole('heading', { name: title, exact: true }) })

/** A picture that every reader of pictures takes, another one for each name. */
const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const picture = (name: string) => ({ name, mimeType: 'image/png', buffer: Buffer.concat([PIXEL, Buffer.from(name)]) })

async function signAs(side: string, signer: string): Promise<void> {
  await page.getByRole('button', { name: '登记签署' }).click()
  const form = page.getByRole('dialog')
  await choose(page, 'sign-side', side)
  await page.locator('#sign-signer').fill(signer)
  await page.locator('#sign-seal input[type=file]').setInputFiles(picture(`${side}公章.png`))
  await page.locator('#sign-document input[type=file]').setInputFiles(picture(`${side}盖章变更.png`))
  await form.locator('.upload.kept').nth(1).waitFor()
  await form.getByRole('button', { name: '登记签署' }).click()
}

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
  await page.locator('#contract-signed-document input[type=file]').setInputFiles(picture('补充协议.png'))
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
  assert.deepEqual(manager.complaints, [])
})
