import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { sheetsIn, isUnread } from '../../src/server/sheets/file.ts'
import { setStage } from '../stage/stage.testing.ts'

const stage = await setStage()
const { page, complaints } = await stage.as('xu')
const shots = process.env.NUOXING_SHOTS
const heads = () => page.getByRole('columnheader').allTextContents()
const USUAL = ['最近的时钟', '到期', '工单', '客户与地点', '设备', '等级', '其余时钟', '处理人']

async function openList(): Promise<void> {
  await page.goto(`${stage.url}/tickets?view=all`)
  await page.locator('.ticket-row:not(.columns)').first().waitFor()
}

test('columns are chosen, stand in the address, go along to other views and come back with a saved view', async () => {
  await openList()
  assert.deepEqual(await heads(), USUAL)
  await page.getByRole('button', { name: '列', exact: true }).click()
  const choice = (name: string) => page.getByRole('group', { name: '显示哪些列' }).getByRole('checkbox', { name, exact: true })
  await choice('其余时钟').uncheck()
  await choice('班组').check()
  await choice('报修时间').check()
  const chosen = ['最近的时钟', '到期', '工单', '客户与地点', '设备', '等级', '处理人', '班组', '报修时间']
  assert.deepEqual(await heads(), chosen)
  assert.match(page.url(), /columns=/)
  await page.keyboard.press('Escape')
  if (shots !== undefined) await page.screenshot({ path: join(shots, 'columns-1440.png') })
  await page
    .getByRole('navigation', { name: '视图' })
    .getByRole('link', { name: /全部未关闭/ })
    .click()
  await page.waitForURL(/view=open/)
  assert.deepEqual(await heads(), chosen)
  await page.getByRole('button', { name: '存为视图' }).click()
  await page.getByLabel('名称').fill('带班组的')
  await page.getByRole('button', { name: '保存' }).click()
  const saved = page.getByRole('link', { name: '带班组的' })
  await saved.waitFor()
  await openList()
  assert.deepEqual(await heads(), USUAL)
  await saved.click()
  await page.waitForURL(/saved=/)
  assert.deepEqual(await heads(), chosen)
  await page.getByRole('button', { name: '列', exact: true }).click()
  await page.getByRole('button', { name: '恢复原样' }).click()
  assert.deepEqual(await heads(), USUAL)
  await page.keyboard.press('Escape')
})

test('what is shown is exported to Excel: the same tickets in the same order under the same columns', async () => {
  await page.goto(`${stage.url}/tickets?view=all&q=${encodeURIComponent('挂号机')}&columns=due,team`)
  await page.locator('.ticket-row:not(.columns)').first().waitFor()
  const shown = await page.locator('.ticket-row .title').allTextContents()
  const taking = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出 Excel' }).click()
  const taken = await taking
  assert.match(taken.suggestedFilename(), /^工单 \d{4}-\d{2}-\d{2}\.xlsx$/)
  const read = await sheetsIn(readFileSync(await taken.path()))
  assert.ok(!isUnread(read))
  const [head, ...rows] = read[0]!.rows.map(({ cells }) => cells.map(String))
  assert.deepEqual(head, ['最近的时钟', '时钟状态', '到期', '编号', '标题', '类型', '来源', '状态', '班组'])
  assert.deepEqual(
    rows.map((row) => row[4]),
    shown,
  )
  assert.ok(shown.length > 0)
})

test('with many columns the list is moved sideways and the page is not', async () => {
  await page.goto(`${stage.url}/tickets?view=all&columns=due,where,device,grade,others,assignee,team,contract,reported,changed`)
  await page.locator('.ticket-row:not(.columns)').first().waitFor()
  assert.equal((await heads()).length, 12)
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0)
  if (shots !== undefined) await page.screenshot({ path: join(shots, 'columns-all-1440.png') })
  const { page: dark, context } = await stage.as('xu', { dark: true })
  await dark.goto(`${stage.url}/tickets?view=all&columns=due,where,contract,reported`)
  await dark.locator('.ticket-row:not(.columns)').first().waitFor()
  await dark.getByRole('button', { name: '列', exact: true }).click()
  await dark.getByRole('group', { name: '显示哪些列' }).waitFor()
  if (shots !== undefined) await dark.screenshot({ path: join(shots, 'columns-1440-dark.png') })
  await context.close()
  const { page: phone, context: pocket } = await stage.as('xu', { width: 390, height: 844 })
  await phone.goto(`${stage.url}/tickets?view=all&columns=due,where,contract,reported`)
  await phone.locator('.ticket-row:not(.columns)').first().waitFor()
  assert.equal(await phone.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0)
  if (shots !== undefined) await phone.screenshot({ path: join(shots, 'columns-390.png') })
  await pocket.close()
  assert.deepEqual(complaints, [])
})
