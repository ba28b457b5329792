import assert from 'node:assert/strict'
import { test } from 'node:test'
import { choose } from '../browser/choose.testing.ts'
import { writeXlsx } from '../../src/server/sheets/xlsx-write.ts'
import { enterFirst, foundFirm } from './firm.testing.ts'
import { setStage } from './stage.testing.ts'

/** A stranger sets up an own vendor from nothing, by the steps that its first page shows, with one Excel file; then one fault runs. */
const stage = await setStage({ past: 0 })
const firm = await foundFirm(stage, { id: 'luoshui', name: '洛水机电' })
const page = await firm.open()
const agent = await firm.open()
const list = page.getByRole('region', { name: '开始使用' })
const steps = () => list.locator('.first-step')
const done = () => list.getByRole('img', { name: '已完成' })
const home = async (): Promise<void> => {
  await page.goto(`${stage.url}/overview`)
  await page.getByRole('heading', { name: '今天', exact: true }).waitFor()
}
const step = async (name: string): Promise<void> => {
  await home()
  await list.getByRole('link', { name }).click()
}

test('the empty firm shows what comes first; it can be put away and got back', async () => {
  await enterFirst(firm, page, { name: '安知夏', account: 'an', password: 'cedar-lantern-71' })
  await list.getByText('0/6').waitFor()
  assert.equal(await steps().count(), 6)
  await list.getByRole('button', { name: '收起' }).click()
  await list.waitFor({ state: 'detached' })
  await page.reload()
  await page.getByRole('button', { name: '开始使用 0/6' }).click()
  await list.waitFor()
})

test('the letterhead is set', async () => {
  await step('填写单位名称与抬头')
  await page.locator('#letterhead-firm').fill('洛水机电有限公司')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('信头已保存').waitFor()
  await home()
  await list.getByText('1/6').waitFor()
})

const book = () =>
  writeXlsx(
    (
      [
        ['客户', ['名称', '联系人'], [['临川市图书馆', '后勤部']]],
        ['地点', ['客户', '名称', '地址'], [['临川市图书馆', '总馆', '临川路 8 号']]],
        [
          '设备',
          ['客户', '地点', '名称', '型号', '序列号'],
          [
            ['临川市图书馆', '总馆', '恒湿机组', 'HS-40', 'HS40-0001'],
            ['临川市图书馆', '总馆', '冷水机组', 'LS-80', 'LS80-0002'],
          ],
        ],
        ['人员', ['姓名', '账号', '角色'], [['苏晚', 'su', '客服专员']]],
      ] as const
    ).map(([name, heads, rows]) => ({ name, columns: heads.map((head) => ({ head, width: 12 })), rows })),
  )

test('customers, devices and a colleague come from one file', async () => {
  await step('导入客户、地点、设备')
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  await page.locator('input[type="file"]').setInputFiles({ name: '洛水.xlsx', mimeType, buffer: Buffer.from(await book()) })
  await page.locator('.upload.kept', { hasText: '洛水.xlsx' }).waitFor()
  await page.getByRole('button', { name: '试运行' }).click()
  await page.getByText('将新增 5 行').waitFor()
  await page.getByRole('button', { name: '导入', exact: true }).click()
  await page.getByText('新增的 1 位人员还没有密码').waitFor()
  await home()
  await list.getByText('3/6').waitFor()
  await list.getByRole('link', { name: '请同事进来' }).click()
  await page.getByRole('button', { name: /苏晚/ }).click()
  await page.getByRole('button', { name: '生成重设密码的链接' }).click()
  await agent.goto(await page.getByRole('textbox', { name: '登录链接' }).inputValue())
  await agent.locator('#link-password').fill('willow-anchor-38')
  await agent.getByRole('button', { name: '设定' }).click()
  await agent.getByText('已设定。').waitFor()
  await firm.logIn(agent, 'su', 'willow-anchor-38')
  assert.equal(await agent.getByRole('region', { name: '开始使用' }).count(), 0, 'it is for whoever sets the firm up')
})

test('a bundled plan is taken, and signed into a contract', async () => {
  await step('备好服务方案')
  await page.getByRole('combobox', { name: '随产品附带的方案' }).fill('shebei-2nian')
  await page.locator('.ant-select-item-option', { hasText: 'shebei-2nian' }).first().click()
  await page.getByRole('button', { name: '存为第 1 版' }).click()
  await page.waitForURL(/\/plans\/shebei-2nian@1$/)
  await step('签订第一份合同')
  await page.locator('#contract-number').fill('LS-001')
  await page.locator('#contract-title').fill('机组维保')
  await page.locator('#contract-customer').fill('图书馆')
  await choose(page, 'contract-customer', '临川市图书馆')
  await choose(page, 'contract-sites', '总馆')
  await page.keyboard.press('Escape')
  await choose(page, 'contract-assets', '恒湿机组')
  await page.keyboard.press('Escape')
  await choose(page, 'contract-plan', /第 1 版/)
  await page.getByRole('button', { name: '签署' }).click()
  await page.getByRole('button', { name: '确认签署' }).click()
  await page.locator('h1').getByText('生效中').waitFor()
  await home()
  await list.getByText('5/6').waitFor()
  assert.equal(await done().count(), 5)
  assert.equal(await list.getByRole('link', { name: '受理第一次报修' }).count(), 0, 'an administrator reports none')
})

test('the colleague takes in the first fault, its clock runs, and the list has done its work', async () => {
  await agent.goto(`${stage.url}/tickets/new`)
  await agent.locator('#new-customer').fill('图书馆')
  await choose(agent, 'new-customer', '临川市图书馆')
  await agent.locator('#new-asset').fill('恒湿')
  await choose(agent, 'new-asset', /恒湿机组/)
  await agent.locator('#new-title').fill('古籍库湿度上不去')
  await agent.getByRole('button', { name: '登记工单' }).click()
  await agent.waitForURL(/\/tickets\/[\w-]{8,}$/)
  await agent
    .locator('.clock-card', { has: agent.getByText('答复', { exact: true }) })
    .first()
    .getByText(/剩余 (29|30) 分/)
    .waitFor()
  await home()
  await list.waitFor({ state: 'detached' })
  assert.deepEqual(firm.complaints, [])
})
