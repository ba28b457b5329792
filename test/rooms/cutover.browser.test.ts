import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { isUnread } from '../../src/server/sheets/file.ts'
import { readXlsx } from '../../src/server/sheets/xlsx-read.ts'
import { writeXlsx } from '../../src/server/sheets/xlsx-write.ts'
import { choose } from '../browser/choose.testing.ts'
import { setStage } from '../stage/stage.testing.ts'

const stage = await setStage({ past: 0 })
const manager = await stage.as('gu')
const { page } = manager
const headers = () => ({ 'idempotency-key': crypto.randomUUID(), origin: stage.url })
const api = async (path: string) => (await page.context().request.get(`${stage.url}/api${path}`)).json()
const DAY = 86_400_000
const now: number = (await api('/session')).clock.now

/** `2026-09-20` or `2026-09-20 10:00` in Shanghai, so many days ago. */
const day = (ago: number, time = '') => `${new Date(now - ago * DAY + 8 * 3_600_000).toISOString().slice(0, 10)} ${time}`.trim()

const assets = (await api('/assets?customer=jinping&limit=5')).items as { id: string; name: string; serial: string; site: { id: string } }[]
const device = assets[0]!

/** Signed fourteen months ago, taken over the day before yesterday. */
const signed = await page.context().request.post(`${stage.url}/api/contracts`, {
  headers: headers(),
  data: {
    number: 'HT-JG-1',
    title: '接管的机电维保',
    customer: 'jinping',
    plan: 'shebei-2nian@1',
    signedOn: day(425),
    startsOn: day(420),
    terms: [{ key: 'cut-over', value: day(2), source: '交接备忘' }],
    assets: [device.id],
  },
})
assert.equal(signed.status(), 201, await signed.text())
const { id } = (await signed.json()) as { id: string }

const heads = (...names: string[]) => names.map((head) => ({ head, width: 12 }))
const visits = [400, 370, 340, 300, 270, 240, 200, 150, 100, 20]
const book = (lists = '季度上门记录') =>
  writeXlsx([
    {
      name: '上门',
      columns: heads('原编号', '完成时间', '类型', '设备', '检查表'),
      rows: visits.map((ago, at) => [`XJ-${at + 1}`, day(ago), '巡检', device.serial, lists]),
    },
    {
      name: '未结工单',
      columns: heads('原工单号', '报修时间', '标题', '设备', '到场时间'),
      rows: [
        ['GD-81', day(3, '09:00'), '主机异响', device.serial, day(3, '15:00')],
        ['GD-82', day(3, '10:00'), '冷却塔漏水', device.serial, ''],
        ['GD-83', day(3, '11:00'), '控制柜报警', device.serial, ''],
      ],
    },
    { name: '备机借用', columns: heads('借出时间', '原工单号', '设备'), rows: [[day(3, '20:00'), 'GD-81', device.serial]] },
    {
      name: '里程碑',
      columns: heads('里程碑', '时间', '凭据'),
      rows: [
        ['调试完成', day(421), '投用记录 7'],
        ['验收', day(420), '验收报告 7'],
      ],
    },
  ])

const card = (title: string | RegExp, on: Page = page) => on.locator('.place-card', { has: on.getByRole('heading', { name: title }) })
const attach = async (name: string, bytes: Uint8Array): Promise<void> => {
  await page.locator('input[type="file"]').setInputFiles({
    name,
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(bytes),
  })
  await page.locator('.upload.kept', { hasText: name }).waitFor()
}
test('from the contract one comes to the taking over, and takes the template from there', async () => {
  await page.goto(`${stage.url}/contracts/${id}`)
  await page.getByRole('link', { name: '切换上线' }).click()
  await page.getByText(`接管日 ${day(2)}`).waitFor()
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '下载模板（Excel）' }).click()])
  assert.match(file.suggestedFilename(), /HT-JG-1\.xlsx$/)
  const read = await readXlsx(readFileSync(await file.path()))
  assert.ok(!isUnread(read) && read.some(({ name }) => name === '未结工单'))
})

test('nothing chosen is said in a sentence, and what is wrong cell by cell', async () => {
  await page.getByRole('button', { name: '试运行' }).click()
  await page.getByText('请先选一份表格，或粘贴几行。').waitFor()
  await attach('错的.xlsx', await book('没有这张表'))
  await page.getByRole('button', { name: '试运行' }).click()
  await card(/有 10 处要改正/)
    .getByText('上门 第 2 行')
    .waitFor()
  assert.equal(await page.getByRole('button', { name: '导入', exact: true }).count(), 0)
  await page.getByRole('button', { name: /移除|去掉|删除/ }).click()
})

test('the trial shows what would be owed tomorrow, in the words of the plan, and nothing is written', async () => {
  await attach('交接清单.xlsx', await book())
  await page.getByRole('button', { name: '试运行' }).click()
  await page.getByText('将导入 上门 10 行、未结工单 3 行、备机借用 1 行、里程碑 2 行').waitFor()
  const tried = card('试运行：还没有写入任何东西')
  await tried.getByRole('heading', { name: '已经超时' }).waitFor()
  await tried.getByText('GD-82 冷却塔漏水').first().waitFor()
  await card('接管日之前（历史）').getByRole('button', { name: '看清单' }).click()
  await card('接管日之前（历史）')
    .getByText(/有记录/)
    .nth(1)
    .waitFor()
  assert.equal((await api(`/tickets?view=all&contract=${id}`)).items.length, 0)
})

test('imported, it stands as the trial showed it; the ticket says from where it came', async () => {
  const shown = await page.locator('.owed td:first-child b').allTextContents()
  await page.getByRole('button', { name: '导入', exact: true }).click()
  await page.getByText(/^已导入 上门 10 行/).waitFor()
  assert.deepEqual(await page.locator('.owed td:first-child b').allTextContents(), shown)
  await card('已导入').getByText('交接清单.xlsx').waitFor()
  const { items } = (await api(`/tickets?view=all&contract=${id}`)) as { items: { id: string; title: string }[] }
  assert.equal(items.length, 3)
  await page.goto(`${stage.url}/tickets/${items.find(({ title }) => title === '冷却塔漏水')!.id}`)
  await page.getByText('导入自 交接清单.xlsx，未结工单 第 3 行；原编号 GD-82').waitFor()
  await page.goto(`${stage.url}/contracts/${id}`)
  await card('接管日之前（历史）')
    .getByText(/都不计入兑现/)
    .waitFor()
  await card('服务记录').getByText('导入', { exact: true }).first().waitFor()
})

test('rows are pasted as they were copied, and the same again brings nothing new', async () => {
  await page.getByRole('link', { name: '切换上线' }).click()
  await page.getByRole('button', { name: '改为粘贴行' }).click()
  await choose(page, 'paste-kind', '备机借用')
  await page.locator('#paste-rows').fill(`\t${day(3, '20:00')}\tGD-81\t${device.serial}`)
  await page.getByRole('button', { name: '加入' }).click()
  await page.locator('.upload.kept', { hasText: '粘贴的备机借用.csv' }).waitFor()
  await page.getByRole('button', { name: '试运行' }).click()
  await page.getByText('这些行都已经导入过，没有新的').waitFor()
  assert.deepEqual(manager.complaints, [])
})
