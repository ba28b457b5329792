import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { setStage } from '../stage/stage.testing.ts'
import { pastePlan } from './plan-text.testing.ts'

const stage = await setStage({ past: 0 })
const manager = await stage.as('gu')
const { page } = manager

const bundled = (id: string) => readFileSync(join(import.meta.dirname, `../../plans/${id}.yaml`), 'utf8')
const SHEBEI = bundled('shebei-2nian')
/** A plan of the firm's own. */
const OWN = SHEBEI.replace('plan: shebei-2nian', 'plan: ziding')
const go = (path: string, on: Page = page) => on.goto(`${stage.url}${path}`)
const box = (on: Page = page) => on.locator('#plan-yaml')
const lineOf = (text: string, part: string) => text.split('\n').findIndex((one) => one.includes(part)) + 1
const api = async (path: string) => (await page.context().request.get(`${stage.url}/api${path}`)).json()
const idOf = (on: Page) => on.url().split('/').at(-1) ?? ''
const kept = (on: Page = page) => on.getByText(/\d\d:\d\d 已存草稿/).waitFor()

const paste = (text: string) => pastePlan(page, text)

/** Only lines that are in sight are drawn: from the top one sees the first of them. */
async function shows(part: string): Promise<void> {
  await box().press('Control+Home')
  await page.locator('.cm-line', { hasText: part }).waitFor()
}

test('one begins with the bare frame, which is a plan already: each clause stands beside the text with its words', async () => {
  await go('/plans')
  await page.getByRole('link', { name: '起草方案' }).click()
  await page.getByRole('button', { name: '从骨架开始' }).click()
  await page.waitForURL(/\/plans\/drafts\//)
  await box().waitFor()
  await page.locator('.clause-block', { hasText: '必要时尽快派人到现场' }).getByText('没有给出数字').waitFor()
  await page.locator('.clause-block', { hasText: '30 分钟内' }).getByText('无问题').waitFor()
  await page.getByText(/共 2 条，1 条无问题/).waitFor()
  await page.getByRole('button', { name: '存为第 1 版' }).waitFor()
})

test('while a key is written it is offered with what it is for, and a value as the plan itself knows it', async () => {
  await paste(`${OWN.slice(0, OWN.indexOf('\npromises:'))}\npromises:\n  reply:\n    deadline:\n      `)
  await page.keyboard.press('Control+End')
  await page.keyboard.type('kep')
  const offer = page.locator('.cm-tooltip-autocomplete')
  await offer.getByText('kept-by').waitFor()
  await page.locator('.cm-completionInfo').getByText('什么事情算兑现。').waitFor()
  // an offer that has just appeared takes no Enter that was meant for the text
  await page.waitForTimeout(150)
  await page.keyboard.press('Enter')
  await page.keyboard.type('ticket.repl')
  await offer.locator('li', { hasText: 'ticket.replied' }).waitFor()
  await page.waitForTimeout(150)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.type('pauses: [')
  await offer.locator('li').first().waitFor()
  await page.keyboard.press('Escape')
  await page.locator('.cm-line', { hasText: 'kept-by: ticket.replied' }).waitFor()
  await page.locator('.cm-key', { hasText: 'kept-by' }).hover()
  await page.locator('.cm-tooltip-said', { hasText: '什么事情算兑现。' }).waitFor()
})

test('a mistake is underlined where it stands, said beside its clause, gone to by a click or F8, and put right by what is proposed', async () => {
  const broken = OWN.replace('kept-by: ticket.replied', 'kept-by: ticket.repplied')
  const line = lineOf(broken, 'repplied')
  await paste(broken)
  const card = page.locator('.plan-finding.error').first()
  await card.getByText(/ticket\.repplied/).waitFor()
  await page.keyboard.press('Control+Home')
  assert.equal(await page.locator('.clause-block.on').count(), 0)
  await card.getByRole('button', { name: `第 ${line} 行` }).click()
  await page.locator('.cm-lintRange-error', { hasText: 'ticket.repplied' }).waitFor()
  await page.locator('.plan-mark.error').last().waitFor()
  await page.locator('.clause-block.on .plan-finding.error').first().waitFor()
  assert.equal(await page.locator('.clause-block.on .plan-finding.error').count(), 1)
  await page.keyboard.press('Control+Home')
  await page.locator('.plan-edit-head h1').click()
  await page.keyboard.press('F8')
  await page.locator('.clause-block.on .plan-finding.error').waitFor()
  await card.getByRole('button', { name: '改为 ticket.replied' }).click()
  await page.locator('.plan-finding.error').waitFor({ state: 'detached' })
  await page.getByText(/上次检查 \d\d:\d\d/).waitFor()
})

test('a text with a mistake in it is refused as a version with a sentence, and the place is shown', async () => {
  await paste(OWN.replace('kept-by: ticket.replied', 'kept-by: ticket.repplied'))
  await page.getByText(/还有 1 处必改/).waitFor()
  await page.getByRole('button', { name: '存为新版本' }).click()
  await page.getByText('还不能存为新版本').waitFor()
  await page.locator('.clause-block.on .plan-finding.error').waitFor()
  await paste(OWN)
  await page.getByRole('button', { name: '存为第 1 版' }).waitFor()
})

test('two clauses that contradict each other are both marked, each with the other’s words, until one says how it is read', async () => {
  const clause = (id: string, title: string, text: string, within: string) =>
    `  ${id}:\n    title: ${title}\n    text: ${text}\n    source: [A]\n    deadline: {starts: ticket.reported, kept-by: visit.arrived, within: ${within}}\n`
  const both = `${clause('aa', '到场', '两小时到场。', '120min')}${clause('bb', '急修到场', '一小时到场。', '1h')}`
  await paste(`plan: maodun\ntitle: 矛盾\nversion: 1\ntimezone: Asia/Shanghai\ncalendars: {always: {hours: 24x7}}\npromises:\n${both}`)
  const block = (text: string) => page.locator('.clause-block').filter({ has: page.locator('.clause-said', { hasText: text }) })
  for (const [own, other] of [
    ['两小时到场。', '一小时到场。'],
    ['一小时到场。', '两小时到场。'],
  ] as const) {
    const card = block(own).locator('.plan-finding.error')
    await card.getByText('“到场” 与 “急修到场” 起止相同而时限不同（120min 与 1h）：以哪一条为准？').waitFor()
    await card.locator('.other-clause', { hasText: other }).waitFor()
  }
  await page.getByText('还有 1 处必改，改完才能存为新版本').waitFor()
  assert.equal(await page.getByRole('button', { name: '改为 1h' }).count(), 1)
  await block('两小时到场。').locator('.other-clause').click()
  assert.match(await page.locator('.cm-line.cm-in-clause').first().innerText(), /bb:/)
  await paste(
    `plan: maodun\ntitle: 矛盾\nversion: 1\ntimezone: Asia/Shanghai\ncalendars: {always: {hours: 24x7}}\npromises:\n${both}    reading: 以一小时为准\n`,
  )
  await block('一小时到场。').getByText('无问题').waitFor()
  await block('两小时到场。').getByText('无问题').waitFor()
  await paste(OWN)
})

test('of what is asked each choice is a button, and the text is seen as the paper that customers get', async () => {
  const level = `level: {per: contract, measure: 'stock.on-hand where place == "moon"', over: now, at-least: 2}`
  await paste(OWN.replace('\ncharges:', `\n  spares:\n    text: 备件两套。\n    source: [L-7]\n    ${level}\ncharges:`))
  const card = page.locator('.plan-finding.warning', { hasText: '没有这样的地点' })
  await card.getByRole('button', { name: '改为 place == "branch"' }).click()
  await card.waitFor({ state: 'detached' })
  await paste(OWN.replace('kept-by: ticket.replied', 'kept-by: ticket.repplied'))
  await page.getByText(/还有 1 处必改/).waitFor()
  await page.getByRole('button', { name: '客户附件预览' }).click()
  await page.getByText('还不能存为新版本').last().waitFor()
  await paste(OWN)
  await page.getByRole('button', { name: '存为第 1 版' }).waitFor()
  await page.getByRole('button', { name: '客户附件预览' }).click()
  const drawer = page.getByRole('dialog')
  await drawer.getByRole('img', { name: '客户附件预览（草稿）' }).waitFor({ timeout: 30_000 })
  const [file] = await Promise.all([page.waitForEvent('download'), drawer.getByRole('button', { name: '下载 PDF' }).click()])
  assert.match(file.suggestedFilename(), /^附件：服务承诺 ziding@1\.pdf$/)
  await page.keyboard.press('Escape')
  await drawer.waitFor({ state: 'detached' })
})

test('a click on a clause leads to its place in the text, and only those with something to be said can be shown', async () => {
  const all = await page.locator('.clause-block').count()
  await page.getByRole('button', { name: '只看有问题的' }).click()
  assert.ok((await page.locator('.clause-block').count()) < all)
  await page.getByRole('button', { name: '看全部' }).click()
  await page.locator('.clause-said').nth(2).click()
  await page.locator('.clause-block').nth(2).and(page.locator('.on')).waitFor()
  await page.locator('.cm-in-clause').first().waitFor()
})

test('the clauses are read aloud as they stand, and one that is heard is gone to', async () => {
  await page.getByText('读给客户听').click()
  await page.locator('.read-clause', { hasText: '时限：30 分' }).first().waitFor()
  await page.locator('.read-clause').first().click()
  await page.locator('.read-clause.on').waitFor()
  await page.getByText('条款与体检').click()
})

test('a fault is tried out on the text: what it says is counted by the very engine, and another case is another answer', async () => {
  const tried = page.getByRole('region', { name: '试算' })
  await tried.getByText(/答复.*应于/).waitFor()
  await tried.getByRole('button', { name: '换一例' }).click()
  await tried.getByLabel('报修时刻').fill('2026-09-30T18:05')
  await tried.locator('summary', { hasText: '答复' }).getByText(/18:35/).waitFor()
  await tried.locator('summary', { hasText: '答复' }).click()
  await tried.getByText(/报修/).nth(1).waitFor()
  const before = await tried.innerText()
  await tried.locator('.ant-select').first().click()
  await page.locator('.ant-select-item-option:not(.ant-select-item-option-selected)').last().click()
  await page.waitForFunction((text) => (document.querySelector('.plan-try') as HTMLElement).innerText !== text, before)
})

test('what was written is there again after the page was closed; Ctrl+S keeps it at once', async () => {
  await paste(OWN.replace('within: 30min', 'within: 25min'))
  await page.keyboard.press('Control+s')
  await kept()
  assert.match((await api(`/plan-drafts/${idOf(page)}`)).yaml, /within: 25min/)
  await page.reload()
  await page.locator('.cm-line', { hasText: 'within: 25min' }).waitFor()
})

test('without a line the text stays in this browser and says so; it reaches the server when that is back', async () => {
  await page.route('**/api/plan-drafts/**', (route) => route.abort())
  await paste(OWN.replace('within: 30min', 'within: 24min'))
  await page.keyboard.press('Control+s')
  await page.getByText('没有连上服务器，您写的已存在本机').waitFor()
  await page.unroute('**/api/plan-drafts/**')
  await page.reload()
  await page.locator('.cm-line', { hasText: 'within: 24min' }).waitFor()
  await kept()
  assert.match((await api(`/plan-drafts/${idOf(page)}`)).yaml, /within: 24min/)
})

async function changeElsewhere(yaml: string): Promise<void> {
  const { version } = await api(`/plan-drafts/${idOf(page)}`)
  const answer = await page.context().request.put(`${stage.url}/api/plan-drafts/${idOf(page)}`, {
    data: { version, yaml },
    headers: { 'idempotency-key': crypto.randomUUID(), origin: stage.url },
  })
  assert.ok(answer.ok(), await answer.text())
}

test('when somebody else wrote meanwhile both texts are shown line by line, and one chooses whose goes on', async () => {
  await changeElsewhere(OWN.replace('within: 30min', 'within: 20min'))
  await paste(OWN.replace('within: 30min', 'within: 10min'))
  const parted = page.getByRole('alert')
  await parted.locator('.ours', { hasText: 'within: 10min' }).waitFor()
  await parted.locator('.theirs', { hasText: 'within: 20min' }).waitFor()
  await parted.getByRole('button', { name: '以我的为准' }).click()
  await kept()
  assert.match((await api(`/plan-drafts/${idOf(page)}`)).yaml, /within: 10min/)
  await changeElsewhere(OWN.replace('within: 30min', 'within: 21min'))
  await paste(OWN.replace('within: 30min', 'within: 11min'))
  await page.getByRole('button', { name: '采用对方的' }).click()
  await shows('within: 21min')
})

test('one’s own text may go on as a draft of its own', async () => {
  const first = idOf(page)
  await changeElsewhere(OWN.replace('within: 30min', 'within: 22min'))
  await paste(OWN.replace('within: 30min', 'within: 12min'))
  await page.getByRole('button', { name: '我的另存一份草稿' }).click()
  await page.waitForURL((url) => !url.pathname.endsWith(first))
  await shows('within: 12min')
  assert.match((await api(`/plan-drafts/${first}`)).yaml, /within: 22min/)
})

test('a sound text becomes a version, and its draft is done with', async () => {
  const id = idOf(page)
  await page.getByRole('button', { name: '存为第 1 版' }).click()
  await page.waitForURL(/\/plans\/ziding@1$/)
  assert.equal((await page.context().request.get(`${stage.url}/api/plan-drafts/${id}`)).status(), 404)
  assert.match((await api('/plans/ziding@1')).yaml, /within: 12min/)
})

test('what nobody has signed is put right in its place; what is signed becomes the next version, beside which its differences stand', async () => {
  await page.getByRole('button', { name: '修改草稿' }).click()
  await page.waitForURL(/\/plans\/drafts\//)
  await paste(OWN.replace('within: 30min', 'within: 13min'))
  await page.getByRole('button', { name: '存为第 1 版' }).click()
  await page.waitForURL(/\/plans\/ziding@1$/)
  assert.match((await api('/plans/ziding@1')).yaml, /within: 13min/)
  await go('/plans/shebei-2nian@1')
  await page.getByRole('button', { name: '起草下一版' }).click()
  await page.waitForURL(/\/plans\/drafts\//)
  await page.getByText(/基于第 1 版（1 份合同在用）/).waitFor()
  await page.locator('.cm-line', { hasText: 'version: 2' }).waitFor()
  await page.getByText('与第 1 版相比').click()
  await page.getByText('承诺没有不同。').waitFor()
  await paste(SHEBEI.replace('within: 30min', 'within: 20min').replace('version: 1', 'version: 2'))
  await page.getByText(/第 1 版：30 分；正在写的文本：20 分/).waitFor()
})

test('a version that contracts rest on is refused another text, and says what to do', async () => {
  await paste(SHEBEI.replace('within: 30min', 'within: 20min'))
  await page.getByRole('button', { name: '存为第 1 版' }).click()
  await page
    .getByRole('alert')
    .getByText(/version 改为 2/)
    .waitFor()
  await kept()
})

test('one begins from a version, from a plan that comes with the product, or from a file; drafts are thrown away and brought back', async () => {
  const choose = async (list: string, option: string) => {
    await go('/plans/new')
    const select = page.locator('.form-card', { hasText: list }).locator('.ant-select')
    await select.click()
    await select.locator('input').fill(option)
    await page.locator('.ant-select-item-option').first().click()
    await page.waitForURL(/\/plans\/drafts\//)
  }
  await choose('已有的版本', '设备')
  await choose('随产品附带的方案', 'keyou')
  await page.locator('.cm-line', { hasText: 'plan: keyou' }).waitFor()
  await go('/plans/new')
  const file = join(tmpdir(), `nx-plan-${process.pid}.yaml`)
  writeFileSync(file, OWN.replace(/^title: .*$/m, 'title: 文件里的方案'))
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.locator('button', { hasText: '选择文件' }).click()])
  await chooser.setFiles(file)
  await page.locator('h1', { hasText: '文件里的方案' }).waitFor()
  await go('/plans')
  const row = page.locator('.draft-row', { hasText: '文件里的方案' })
  await row.getByRole('button', { name: '删除草稿' }).click()
  await row.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '恢复草稿' }).click()
  await row.getByRole('link').click()
  await page.locator('h1', { hasText: '文件里的方案' }).waitFor()
})

test('a draft that was thrown away elsewhere loses nobody’s text: it goes on as another', async () => {
  const id = idOf(page)
  await page.context().request.delete(`${stage.url}/api/plan-drafts/${id}`, {
    headers: { 'idempotency-key': crypto.randomUUID(), origin: stage.url },
  })
  await paste(OWN.replace(/^title: .*$/m, 'title: 还在的方案'))
  await page.getByRole('button', { name: '另存为新草稿' }).click()
  await page.waitForURL((url) => !url.pathname.endsWith(id))
  await page.locator('h1', { hasText: '还在的方案' }).waitFor()
})

test('on a phone the plan is read, tried out and changed in small', async () => {
  const phone = await stage.as('gu', { width: 390, height: 844 })
  await go(`/plans/drafts/${idOf(page)}`, phone.page)
  await box(phone.page).waitFor({ timeout: 30_000 })
  await phone.page.getByText('条款与体检').click()
  await phone.page.locator('.clause-said').first().click()
  await phone.page.locator('.cm-in-clause').first().waitFor()
  await phone.page.keyboard.press('End')
  await phone.page.keyboard.type(' # 手机上')
  await kept(phone.page)
  assert.match((await api(`/plan-drafts/${idOf(page)}`)).yaml, /# 手机上/)
  const wide = await phone.page.evaluate(() => document.documentElement.scrollWidth)
  assert.ok(wide <= 390, String(wide))
  assert.deepEqual([...phone.complaints, ...manager.complaints], [])
})
