import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { inTransaction } from '../../src/server/database/pool.ts'
import { VENDOR } from '../../src/server/demo/vendor.ts'
import { isUnread } from '../../src/server/sheets/file.ts'
import { readXlsx } from '../../src/server/sheets/xlsx-read.ts'
import { writeXlsx } from '../../src/server/sheets/xlsx-write.ts'
import { holdMasterData } from '../../src/server/store/master-data.ts'
import { setStage } from '../stage/stage.testing.ts'

/** 2,000 devices come from one Excel file with 7 bad rows: seven sentences and nothing written; mended, all of them are in. */
const stage = await setStage({ past: 0 })
const { page, complaints } = await stage.as('admin')
const DEVICES = 2_000
const HEADS = ['客户', '地点', '名称', '型号', '序列号', '验收日期']
const rows = Array.from({ length: DEVICES }, (_, at) => [
  '明德中学',
  at % 2 === 0 ? '教学楼' : '实验楼',
  `风机盘管 ${at + 1}`,
  'FP-68',
  `MD-${String(at + 1).padStart(5, '0')}`,
  '2026-03-02',
])
const SPOILT: readonly (readonly [at: number, column: number, value: string])[] = [
  [3, 0, '明德初中'],
  [210, 1, '体育馆'],
  [555, 2, ''],
  [812, 3, 'F'.repeat(90)],
  [1_204, 4, 'MD-00001'],
  [1_640, 5, '三月二日'],
  [1_999, 1, ''],
]
const spoilt = rows.map((row) => [...row])
for (const [at, column, value] of SPOILT) spoilt[at]![column] = value

const book = (devices: readonly (readonly string[])[]) =>
  writeXlsx([
    {
      name: '地点',
      columns: ['客户', '名称'].map((head) => ({ head, width: 14 })),
      rows: [
        ['明德中学', '教学楼'],
        ['明德中学', '实验楼'],
      ],
    },
    { name: '设备', columns: HEADS.map((head) => ({ head, width: 14 })), rows: devices },
  ])

const attach = async (name: string, bytes: Uint8Array): Promise<void> => {
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  await page.locator('input[type="file"]').setInputFiles({ name, mimeType, buffer: Buffer.from(bytes) })
  await page.locator('.upload.kept', { hasText: name }).waitFor()
}
const devicesOf = async (on: Page): Promise<number> =>
  (await (await on.context().request.get(`${stage.url}/api/customers?q=明德`)).json()).items[0].assets
const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
const toPage = async (): Promise<void> => {
  await page.goto(`${stage.url}/customers`)
  await page.getByRole('link', { name: '导入基础资料' }).click()
  await page.getByRole('heading', { name: '导入基础资料' }).waitFor()
}

test('from the customers and from the people one comes to the import, and takes its template', async () => {
  await page.goto(`${stage.url}/people`)
  await page.getByRole('link', { name: '导入基础资料' }).click()
  await page.waitForURL(/\/master-data$/)
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '下载模板（Excel）' }).click()])
  const template = await readXlsx(readFileSync(await download.path()))
  assert.ok(!isUnread(template))
  assert.deepEqual(
    template.map(({ name }) => name),
    ['客户', '地点', '设备', '人员', '填写说明'],
  )
  await toPage()
})

test('seven bad rows of 2,000 are named cell by cell, nothing is written, and the list goes along', async () => {
  await attach('设备台账.xlsx', await book(spoilt))
  await press('试运行')
  await page.getByRole('heading', { name: '有 7 处要改正，什么也没有导入' }).waitFor({ timeout: 60_000 })
  const found = page.getByRole('alert').locator('tbody tr')
  assert.equal(await found.count(), 7)
  for (const words of ['设备 第 5 行', '明德初中', '没有找到客户“明德初中”', '三月二日', '超过 80 字'])
    await page.getByRole('alert').getByText(words).first().waitFor()
  assert.equal(await page.getByRole('button', { name: '导入', exact: true }).count(), 0)
  assert.equal(await devicesOf(page), 2)
  const [list] = await Promise.all([page.waitForEvent('download'), press('下载这份清单')])
  assert.equal(list.suggestedFilename(), '要改正的单元格.csv')
  const csv = readFileSync(await list.path(), 'utf8')
  assert.equal(csv.trim().split('\r\n').length, 8)
  assert.match(csv, /"设备台账\.xlsx","设备","5","客户","明德初中"/)
})

test('mended it can be called off while it waits, and then nothing of it is there', async () => {
  await toPage()
  await attach('改好的台账.xlsx', await book(rows))
  await press('试运行')
  await page.getByText('将新增 2002 行').waitFor({ timeout: 60_000 })
  const { promise: released, resolve: release } = Promise.withResolvers<void>()
  const { promise: held, resolve: holds } = Promise.withResolvers<void>()
  const other = inTransaction(stage.server.services.pool, VENDOR.id, async (tx) => {
    await holdMasterData(tx)
    holds()
    await released
  })
  await held
  await press('导入')
  await page.getByText('正在读取…').waitFor()
  await press('取消')
  await page.getByText('已取消，什么也没有写入。').waitFor()
  release()
  await other
  assert.equal(await devicesOf(page), 2)
})

test('imported, all 2,000 devices stand with their customer; the same file again brings nothing new', async () => {
  await press('导入')
  await page.getByText('已导入 2002 行').waitFor({ timeout: 60_000 })
  assert.equal(await devicesOf(page), 2_002)
  await attach('又一次.xlsx', await book([...rows.slice(0, 3), ['明德中学', '教学楼', '风机盘管 5', 'FP-102', 'MD-00005', '']]))
  await press('试运行')
  await page.getByText('这些行都已经登记过，没有新的').waitFor()
  await page.getByRole('heading', { name: '1 处与系统里的不一致' }).waitFor()
  await page.locator('tr', { hasText: 'FP-102' }).getByText('FP-68').waitFor()
  await page.goto(`${stage.url}/trail`)
  await page.getByText('导入基础资料').first().waitFor()
  assert.deepEqual(complaints, [])
})
