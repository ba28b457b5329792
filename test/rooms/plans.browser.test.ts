import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { readPdf } from '../../src/server/documents/read-pdf.testing.ts'
import { setStage } from '../stage/stage.testing.ts'

const stage = await setStage({ past: 0 })
const manager = await stage.as('gu')
const { page } = manager

const bundled = (id: string) => readFileSync(join(import.meta.dirname, `../../plans/${id}.yaml`), 'utf8')
const go = (path: string) => page.goto(`${stage.url}${path}`)
const row = (ref: string) => page.locator('a.sheet-row', { hasText: ref })

/** A plan of the firm's own, of which a draft is made. */
const own = () => bundled('shebei-2nian').replace('plan: shebei-2nian', 'plan: ziding')

test('the list of plans says of each how it stands and how many contracts rest on it', async () => {
  await go('/plans')
  await row('shebei-2nian@1').getByText('生效中').waitFor()
  await row('shebei-2nian@1')
    .getByText(/条承诺，1 份合同/)
    .waitFor()
})

test('the bundled plans are loaded by one click, which says what was there already', async () => {
  await go('/plans')
  await page.getByRole('button', { name: '载入内置方案' }).click()
  await page.getByText(/导入 \d+ 份，\d+ 份已在/).waitFor()
  await row('ruiyan@1').waitFor()
})

/** A plan as another program would bring it. */
async function takeIn(yaml: string): Promise<void> {
  const answer = await page.context().request.post(`${stage.url}/api/plans`, {
    data: { yaml },
    headers: { 'idempotency-key': crypto.randomUUID(), origin: stage.url },
  })
  assert.ok(answer.ok(), await answer.text())
}

test('beside the version before it a plan says what it changes; any other plan may be set beside it', async () => {
  await takeIn(bundled('shebei-2nian').replace('within: 30min', 'within: 20min').replace('version: 1', 'version: 2'))
  await go('/plans/shebei-2nian@2')
  const card = page.locator('.place-card', { hasText: '与另一份相比' })
  await card.getByText('“答复”的时限不同。第 1 版：30 分；第 2 版：20 分').waitFor()
  assert.equal(await card.locator('li').count(), 1)
  await card.locator('.ant-select').click()
  await page.locator('.ant-select-dropdown input, .ant-select input').last().fill('安全设备')
  await page.locator('.ant-select-item-option').first().click()
  await card
    .getByText(/电话服务时间|“到场”的时限不同/)
    .first()
    .waitFor()
  assert.ok((await card.locator('li').count()) > 10)
})

test('a record form of a plan is taken along empty', async () => {
  await go('/plans/baojing@1')
  const line = page.locator('.place-card', { hasText: '记录表单' }).locator('li', { hasText: '故障处理派工单' })
  const [paper] = await Promise.all([page.waitForEvent('download'), line.getByRole('link', { name: '空白表单（PDF）' }).click()])
  assert.equal(paper.suggestedFilename(), '故障处理派工单 baojing@1.pdf')
  const pdf = await readPdf(readFileSync(await paper.path()))
  for (const words of ['川禾机电服务', '应带备品备件', '客户签字人']) assert.ok(pdf.run.includes(words), words)
})

test('the text of a plan is shown, and downloaded as the file that was taken in', async () => {
  await go('/plans/keyou@1')
  await page.getByText('原文', { exact: true }).click()
  await page
    .locator('.plan-original')
    .getByText(/plan: keyou/)
    .waitFor()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '下载原文' }).click()])
  assert.equal(download.suggestedFilename(), 'keyou@1.yaml')
  assert.equal(readFileSync(await download.path(), 'utf8'), bundled('keyou'))
  const [annex] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '附件（PDF）' }).click()])
  assert.match(annex.suggestedFilename(), /^附件：服务承诺 keyou@1\.pdf$/)
  const pdf = await readPdf(readFileSync(await annex.path()))
  assert.equal(Buffer.from(pdf.attached.get('keyou@1.yaml')!).toString(), bundled('keyou'))
})

test('what a plan leaves to the contract is listed in its own words', async () => {
  await page
    .locator('.place-card', { hasText: '签合同时要填' })
    .getByText(/到场 · 时限（严重故障/)
    .waitFor()
})

test('a version is retired, offered to no contract, and taken up again', async () => {
  await takeIn(own())
  await go('/plans/ziding@1')
  await page.getByRole('button', { name: '停用' }).click()
  await page.locator('h1').getByText('已停用').waitFor()
  assert.equal(await page.getByRole('link', { name: '按此签合同' }).count(), 0)
  await page.getByRole('button', { name: '恢复使用' }).click()
  await page.locator('h1').getByText('草稿').waitFor()
  await page.getByRole('link', { name: '按此签合同' }).click()
  await page.waitForURL(/\/contracts\/new\?plan=ziding/)
  await page
    .locator('.ant-select', { has: page.locator('#contract-plan') })
    .getByText(/第 1 版/)
    .waitFor()
})

test('who may only read plans finds nothing to press', async () => {
  const agent = await stage.as('xu')
  await agent.page.goto(`${stage.url}/plans/shebei-2nian@1`)
  await agent.page.locator('.plan-line').first().waitFor()
  assert.equal(await agent.page.getByRole('button', { name: /停用|载入|起草/ }).count(), 0)
  assert.equal(await agent.page.getByRole('link', { name: /起草方案|按此签合同/ }).count(), 0)
  assert.deepEqual([...agent.complaints, ...manager.complaints], [])
})
