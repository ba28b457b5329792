import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { docxOf } from '../../src/server/demo/docx.ts'
import { numbered } from '../../src/server/passages/draft.ts'
import { readPdf } from '../../src/server/passages/pdf.ts'
import { setStage } from '../stage/stage.testing.ts'

const stage = await setStage({ past: 0 })
const manager = await stage.as('gu')
const { page } = manager

const go = (plan: string, on: Page = page) => on.goto(`${stage.url}/plans/${plan}@1`)
const passage = (text: string | RegExp, on: Page = page) => on.locator('.passage', { hasText: text })
const part = (text: string | RegExp, on: Page = page) => on.locator('.beside-part', { hasText: text })
const lit = (on: Page = page) => on.locator('.beside-pane .lit')
const counts = () => page.locator('.beside-counts').innerText()
const chooseFile = (...files: { name: string; mimeType: string; buffer: Buffer }[]) =>
  page.locator('.file-field input[type=file]').setInputFiles(files)
const kept = (name: string) => page.locator('.upload', { hasText: name }).getByText('已传好').waitFor()
const put = () => page.getByRole('button', { name: '放入并对照' }).click()
const isInView = (text: string) =>
  part(text).evaluate((element) => {
    const [inner, outer] = [element.getBoundingClientRect(), element.closest('.beside-pane')!.getBoundingClientRect()]
    return inner.top >= outer.top && inner.top < outer.bottom
  })

test('whoever opens a plan sees its signed document beside the promises, with what is not in the plan counted', async () => {
  await go('shebei-2nian')
  await passage('30 分钟内必有回音').getByText('答复', { exact: true }).waitFor()
  assert.match(await counts(), /原文 \d+ 段，\d+ 段有承诺\s*2 段有数字而无承诺\s*1 条承诺原文未见/)
  await passage('交货后 10 天内补齐').getByText('有数字，未入方案').waitFor()
  await page.getByText('第 1 页', { exact: true }).waitFor()
  assert.equal(await passage('一般故障').locator('.passage-cells > span').count(), 2)
})

test('the original is downloaded from its name, and says what its text says', async () => {
  const file = page.locator('.beside .file', { hasText: '设备售后服务计划.pdf' })
  const answer = await page.context().request.get(stage.url + (await file.getAttribute('href')))
  const { drafts } = await readPdf(await answer.body())
  assert.ok(numbered(drafts).some(({ text }) => text.includes('30 分钟内必有回音')))
})

test('the mouse on a passage marks its promise and brings it into view, and off it nothing is marked', async () => {
  await passage('每季度向客户提交').hover()
  await part('系统故障的统计与分析').and(lit()).waitFor()
  assert.ok(await isInView('系统故障的统计与分析'))
  assert.equal(await lit().count(), 2)
  await page.locator('h1').hover()
  await lit().first().waitFor({ state: 'detached' })
})

test('the mouse on a promise marks its passages', async () => {
  await part('每隔三个月派工程师').hover()
  await passage('6.4 质保期内每三个月').and(lit()).waitFor()
  await page.locator('h1').hover()
})

test('by keyboard: down to the next passage, across to its promise, and back', async () => {
  await passage('2.2 我方收到故障').click()
  await page.locator('h1').hover()
  await page.keyboard.press('ArrowDown')
  await passage('2.3 凡判明可以远程').and(page.locator(':focus')).and(lit()).waitFor()
  await page.keyboard.press('ArrowRight')
  await part('马上着手指导').and(page.locator(':focus')).and(lit()).waitFor()
  await page.keyboard.press('ArrowLeft')
  await passage('2.3 凡判明可以远程').and(page.locator(':focus')).waitFor()
  await page.keyboard.press('ArrowUp')
  await passage('2.2 我方收到故障').and(lit()).waitFor()
  await page.keyboard.press('Enter')
  await page.locator('.beside-panel').getByText('这一段载有').waitFor()
  // what is only passed by keeps no mark when the keyboard goes elsewhere
  await page.keyboard.press('Enter')
  await page.locator('.beside-panel').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '换一份文件' }).focus()
  await lit().first().waitFor({ state: 'detached' })
})

test('from a promise to the passage it stands in, by its number', async () => {
  await part('每个月打一次电话').click()
  await page
    .locator('.beside-panel')
    .getByRole('button', { name: /第 \d+ 段/ })
    .click()
  await passage('每月一次电话回访').and(page.locator(':focus')).and(lit()).waitFor()
  await page.locator('.beside-panel').getByRole('button', { name: '每月回访' }).click()
  await part('每个月打一次电话').and(page.locator(':focus')).waitFor()
})

test('what has figures and no promise is gone through one by one, and so is what the document does not say', async () => {
  const missed = page.getByRole('button', { name: /段有数字而无承诺/ })
  await missed.click()
  await passage('交货后 10 天内').and(lit()).waitFor()
  await missed.click()
  await passage('最多扣除 5 天').and(lit()).waitFor()
  await page.getByRole('button', { name: /条承诺原文未见/ }).click()
  await part(/原文未见/)
    .and(lit())
    .waitFor()
})

test('a passage is said to carry no promise, which can be undone; a proposal is confirmed, and taken back', async () => {
  await passage('交货后 10 天内').click()
  await page.locator('.beside-panel').getByRole('button', { name: '无承诺' }).click()
  await passage('交货后 10 天内').getByText('已认定').waitFor()
  await page.getByText('1 段有数字而无承诺').waitFor()
  await page.getByText(/顾南 .*认定/).waitFor()
  await page.getByRole('button', { name: '撤销' }).click()
  await page.getByText('2 段有数字而无承诺').waitFor()
  await passage('2.2 我方收到故障').click()
  await page.locator('.beside-panel').getByRole('button', { name: '确认' }).click()
  await passage('2.2 我方收到故障').getByText('已认定').waitFor()
  await page.locator('.beside-panel').getByRole('button', { name: '恢复建议' }).click()
  await passage('2.2 我方收到故障').getByText('已认定').waitFor({ state: 'detached' })
})

test('a passage is given the promise that it carries', async () => {
  await passage('1.2 质保期之内').click()
  await page.locator('.beside-panel .ant-select').click()
  await page.locator('.beside-panel .ant-select input').fill('咨询')
  await page.locator('.ant-select-item-option', { hasText: '咨询、零件与维修均不收费' }).click()
  await passage('1.2 质保期之内').getByText('收费').waitFor()
  await page.keyboard.press('Escape')
  await page.reload()
  await passage('1.2 质保期之内').getByText('已认定').waitFor()
})

test('a file that cannot be read is answered with what to do, and the document stays', async () => {
  await page.getByRole('button', { name: '换一份文件' }).click()
  await put()
  await page.getByText('还没有选文件。').waitFor()
  await chooseFile({ name: '坏.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n这里什么也没有') })
  await kept('坏.pdf')
  await put()
  await page.getByText(/已损坏或不完整，读不出文字。请用原来的软件打开/).waitFor()
  await chooseFile({ name: '又一份.txt', mimeType: 'text/plain', buffer: Buffer.from('报修后半小时内答复。') })
  await kept('又一份.txt')
  await put()
  await page.getByText('这里只放一个文件').waitFor()
  await passage('2.2 我方收到故障').waitFor()
})

test('another file takes its place; the one before stays below, with who and when', async () => {
  await page.getByRole('button', { name: '移除 坏.pdf' }).click()
  await page.getByRole('button', { name: '移除 又一份.txt' }).click()
  const drafts = ['设备售后服务计划', '报修之后 30 分钟内必有回音。', '1.2 质保期之内，技术咨询、换件、修理一概免费。'].map((text, at) => ({
    kind: at === 0 ? ('heading' as const) : ('paragraph' as const),
    level: 1,
    text,
  }))
  await chooseFile({ name: '补签.docx', mimeType: 'application/octet-stream', buffer: await docxOf(drafts) })
  await kept('补签.docx')
  await put()
  await page.getByText('已读出 2 段，2 段有承诺').waitFor()
  await passage('报修之后 30 分钟内').getByText('答复', { exact: true }).waitFor()
  // what was ruled of the same words came along
  await passage('1.2 质保期之内').getByText('已认定').waitFor()
  await page.getByText('此前的 1 份').click()
  await page.locator('.beside details .file', { hasText: '设备售后服务计划.pdf' }).waitFor()
})

test('from the draft of its next version the document is one click away', async () => {
  await go('keyou')
  await page.getByRole('button', { name: '起草下一版' }).click()
  await page.getByRole('link', { name: '原文对照' }).click()
  await page.waitForURL(/\/plans\/keyou@1$/)
  await passage('需要开发人员到场支持').waitFor()
})

test('on a phone the two sides are two tabs, and a promise is one touch from its passage', async () => {
  const phone = await stage.as('gu', { width: 390, height: 844 })
  await go('biguolu', phone.page)
  await passage('最长不超过 12 天', phone.page).click()
  await phone.page.locator('.beside-panel').getByRole('button', { name: '修复', exact: true }).click()
  await part('最多十二天修好', phone.page).and(phone.page.locator(':focus')).waitFor()
  assert.ok(!(await passage('最长不超过 12 天', phone.page).isVisible()))
  await phone.page.getByRole('tab', { name: '签署文件' }).click()
  await passage('最长不超过 12 天', phone.page).waitFor()
  const wide = await phone.page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
  assert.ok(!wide)
  assert.deepEqual(phone.complaints, [])
})

test('a customer reads the plan of their contract; whose paper it was made of is not asked, and no error stands there', async () => {
  const customer = await stage.as('zheng')
  const asked: string[] = []
  customer.page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await go('shebei-2nian', customer.page)
  await customer.page.locator('.plan-body .place-card').first().waitFor()
  await customer.page.waitForLoadState('networkidle')
  assert.equal(await customer.page.locator('[role=alert], .beside').count(), 0)
  assert.ok(!asked.some((path) => path.endsWith('/document')))
  assert.deepEqual(customer.complaints, [])
})

test('who may only read plans sees the document and rules nothing', async () => {
  const agent = await stage.as('xu')
  await go('zhineng', agent.page)
  await passage('投诉热线', agent.page).first().click()
  await agent.page.locator('.beside-panel').getByText('这一段载有').waitFor()
  assert.equal(await agent.page.locator('.beside-panel .ant-select, .beside-panel .ant-btn').count(), 0)
  assert.equal(await agent.page.getByRole('button', { name: '换一份文件' }).count(), 0)
  assert.deepEqual([...agent.complaints, ...manager.complaints], [])
})
