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
  await page.locator('.ant-segmented-item', { hasText: '原文' }).click()
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

test('the promises of a plan are a table: of one form, sorted by any column, each opened to be read aloud', async () => {
  await go('/plans/keyou@1')
  const rows = page.locator('.plan-table tbody tr')
  await rows.first().waitFor()
  const all = await rows.count()
  assert.ok(all > 15)
  await page.getByRole('button', { name: /^门槛 / }).click()
  await page.waitForURL(/form=gate/)
  const gates = await rows.count()
  assert.ok(gates > 0 && gates < all)
  assert.deepEqual([...new Set(await rows.locator('td:nth-child(2)').allTextContents())], ['门槛'])
  await page.getByRole('button', { name: /^全部 / }).click()
  await page.getByRole('button', { name: /^时限 / }).click()
  await page.getByRole('columnheader', { name: '出处' }).getByRole('button').click()
  await page.waitForURL(/sort=source/)
  const sources = await rows.locator('td:last-child').allTextContents()
  assert.deepEqual(sources, sources.toSorted(new Intl.Collator('zh-CN', { numeric: true }).compare))
  await page.getByRole('columnheader', { name: '出处' }).getByRole('button').click()
  assert.deepEqual(await rows.locator('td:last-child').allTextContents(), sources.toReversed())
  const answer = rows.filter({ hasText: '三十分钟内答复' })
  assert.match((await answer.textContent()) ?? '', /30 分/)
  await answer.getByRole('button').click()
  await page.locator('.plan-aloud').getByText('时限（严重故障）：30 分（全天候）').waitFor()
  await answer.getByRole('button').click()
  await page.locator('.plan-aloud').waitFor({ state: 'detached' })
  await page.locator('.ant-segmented-item', { hasText: '用话说' }).click()
  await page.locator('.plan-line').first().waitFor()
  await page.reload()
  await page.locator('.plan-line').first().waitFor()
})

test('what a plan would say of a fault then and there is tried out by whoever may read it, with why', async () => {
  const agent = await stage.as('xu')
  await agent.page.goto(`${stage.url}/plans/keyou@1`)
  const tried = agent.page.getByRole('region', { name: '试算' })
  await tried.getByRole('button', { name: '换一例' }).click()
  await tried.getByLabel('报修时刻').fill('2026-10-02T17:30')
  const arrival = tried.locator('li', { has: agent.page.locator('summary b', { hasText: /^到场$/ }) })
  await arrival.locator('summary', { hasText: '21:30' }).click()
  await arrival
    .getByText(/4 小时/)
    .first()
    .waitFor()
  await tried.locator('.ant-select', { has: agent.page.getByLabel('故障等级') }).click()
  await agent.page.locator('.ant-select-item-option', { hasText: '一般故障' }).click()
  await arrival.locator('summary', { hasText: /10 月 3 日.*17:30|17:30/ }).waitFor()
  assert.deepEqual(agent.complaints, [])
  await agent.context.close()
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
  await agent.page.locator('.plan-table tbody tr').first().waitFor()
  assert.equal(await agent.page.getByRole('button', { name: /停用|载入|起草/ }).count(), 0)
  assert.equal(await agent.page.getByRole('link', { name: /起草方案|按此签合同/ }).count(), 0)
  assert.deepEqual([...agent.complaints, ...manager.complaints], [])
})
