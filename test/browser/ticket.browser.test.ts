import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { HOUR_MS, setStage, travel } from '../stage/stage.testing.ts'
import { choose } from './choose.testing.ts'

const stage = await setStage()
const agent = await stage.as('xu')
const manager = await stage.as('gu')
const { page } = agent

type Row = { readonly id: string; readonly number: string; readonly title: string; readonly version: number; readonly state: string }

async function ticketsOf(on: Page, query: string): Promise<readonly Row[]> {
  const answer = await on.context().request.get(`${stage.url}/api/tickets?${query}`)
  return ((await answer.json()) as { items: Row[] }).items
}

async function openTicket(on: Page, words: string): Promise<Row> {
  const [row] = await ticketsOf(on, `view=all&q=${encodeURIComponent(words)}`)
  assert.ok(row, words)
  await on.goto(`${stage.url}/tickets/${row.id}`)
  await on.getByRole('heading', { name: row.title }).waitFor()
  return row
}

const card = (title: string, on: Page = page) => on.locator('.clock-card', { has: on.getByText(title, { exact: true }) }).first()
const side = (name: string, on: Page = page) => on.locator('.ticket-side').getByRole('button', { name: new RegExp(`^${name}( [A-Z])?$`) })
const dialog = (on: Page = page) => on.getByRole('dialog')

const done = (command: string, on: Page = page) =>
  on
    .locator('.notice', { hasText: `已登记：${command}` })
    .last()
    .waitFor()

test('a click on a paused clock shows clause, bar, pause and a sum that balances; a second click closes it', async () => {
  await openTicket(page, '挂号机打印头卡纸')
  await card('修复').click()
  const why = page.locator('.why')
  await why.locator('.cite', { hasText: '“工程师到场之后' }).waitFor()
  await why.locator('.stretch.paused').waitFor()
  const minutes = (text: string): number => Number(/(\d+) 小时/.exec(text)?.[1] ?? 0) * 60 + Number(/(\d+) 分/.exec(text)?.[1] ?? 0)
  const sum = async (name: string): Promise<number> =>
    minutes((await why.locator('.sum tr', { hasText: name }).last().locator('td').last().textContent()) ?? '')
  assert.equal(await sum('约定'), (await sum('已计时')) + (await sum('剩余')))
  await why.getByText('逐句说明').click()
  await why.getByText(/采用的读法/).waitFor()
  await why.getByText(/当时的判定/).click()
  await why.getByText('计时中').waitFor()
  await why.getByRole('button', { name: '关闭' }).click()
  await why.waitFor({ state: 'detached' })
})

test('a clock that has not opened says what it waits for and which clause it is', async () => {
  await openTicket(page, '3 号冷水机组高压报警停机')
  await card('修复').click()
  await page.locator('.why .cite').waitFor()
  await page
    .locator('.why')
    .getByText(/等待“到场”完成/)
    .waitFor()
})

test('what cannot be done now stands with its reason, and its key says the reason too', async () => {
  await page
    .locator('.refused-box')
    .getByText(/还没有登记恢复运行/)
    .waitFor()
  await page.keyboard.press('c')
  await page.locator('.notice', { hasText: /还没有登记恢复运行/ }).waitFor()
  await page.getByText(/现在不能做的 \d+ 项/).click()
  await page.locator('.refused-more li').first().waitFor()
})

/** The box of a note once it holds this text, which may come from the server. */
async function noteHolding(text: string) {
  const box = page.getByRole('textbox', { name: '内部备注' })
  await page.waitForFunction(([area, wanted]) => (area as HTMLTextAreaElement).value === wanted, [await box.elementHandle(), text] as const)
  return box
}

test('a draft is kept on the server while one writes, is there after a reload, and ends when it is sent', async () => {
  const open = () =>
    page
      .getByRole('button', { name: /内部备注/ })
      .last()
      .click()
  await page.keyboard.press('i')
  await page.getByRole('textbox', { name: '内部备注' }).fill('带两只同型')
  await page.getByText('草稿已保存').waitFor()
  await page.getByRole('textbox', { name: '内部备注' }).fill('带两只同型滤芯')
  await Promise.all([page.waitForResponse((answer) => answer.url().endsWith('/drafts')), page.keyboard.press('Escape')])
  await page.reload()
  await open()
  await noteHolding('带两只同型滤芯')
  const dropped = page.waitForResponse((answer) => answer.url().endsWith('/drafts') && answer.request().method() === 'PUT')
  await page.getByRole('button', { name: '记下' }).click()
  await page.locator('.fact-box.note', { hasText: '带两只同型滤芯' }).waitFor()
  await dropped
  await page.reload()
  const [answer] = await Promise.all([page.waitForResponse((one) => /\/drafts\?.*kind=note/.test(one.url())), open()])
  assert.equal(((await answer.json()) as { text: string }).text, '')
  await noteHolding('')
  await page.keyboard.press('Escape')
})

test('a reply goes out with Ctrl+Enter, by the channel that was chosen', async () => {
  await page.keyboard.press('r')
  const box = page.getByRole('textbox', { name: '回复客户' })
  await box.fill('工程师已出发。')
  await box.press('Control+Enter')
  await page.locator('.fact-box.message', { hasText: '工程师已出发。' }).waitFor()
})

test('S assigns: found by pinyin initials, shown at once', async () => {
  await page.keyboard.press('s')
  await page.locator('#ask-person').fill('syy')
  await page.locator('.ant-select-item-option').first().waitFor()
  await page.locator('#ask-person').fill('sym')
  await page.locator('.ant-select-item-option', { hasText: '沈一鸣' }).click()
  await dialog().getByRole('button', { name: '派工' }).click()
  await done('派工')
  await page.locator('.ticket-head', { hasText: '沈一鸣' }).waitFor()
})

test('a form that misses an answer says so under the field and sends nothing', async () => {
  await side('转班组').click()
  await dialog().getByRole('button', { name: '转班组' }).click()
  await page.locator('#ask-team-error').getByText('请填写这一项').waitFor()
  await choose(page, 'ask-team', '华西二队')
  await dialog().getByRole('button', { name: '转班组' }).click()
  await done('转班组')
})

test('when somebody was faster the form says so, keeps what was typed, and can be sent after a look', async () => {
  const row = await openTicket(page, '3 号冷水机组高压报警停机')
  await page.keyboard.press('g')
  await choose(page, 'ask-grade', '一般故障')
  await page.locator('#ask-reason').fill('客户确认可以备用')
  const other = manager.page
  // The change arrives while the form is open; the page is held back from hearing of it.
  await page.route('**/api/tickets/*', (route) => (route.request().method() === 'GET' ? route.abort() : route.continue()))
  await openTicket(other, row.number)
  await other.keyboard.press('i')
  await other.getByRole('textbox', { name: '内部备注' }).fill('我也在看')
  await other.getByRole('button', { name: '记下' }).click()
  await other.locator('.fact-box.note', { hasText: '我也在看' }).waitFor()
  await dialog().getByRole('button', { name: '定级' }).click()
  await dialog()
    .getByText(/刚有变化/)
    .waitFor()
  assert.equal(await page.locator('#ask-reason').inputValue(), '客户确认可以备用')
  await page.unroute('**/api/tickets/*')
  await dialog().getByRole('button', { name: '看过了，按我填的提交' }).click()
  await done('定级')
})

test('remote help, a visit and its end are recorded one after another, and the way to closing opens', async () => {
  await openTicket(page, '北校区周界第 5 段失灵')
  for (const command of ['开始远程', '远程未解决']) {
    await side(command).click()
    await dialog().getByRole('button', { name: command }).click()
    await done(command)
  }
  await side('到场').click()
  await choose(page, 'ask-person', '罗嘉禾')
  await dialog().getByRole('button', { name: '到场' }).click()
  await done('到场')
  for (const command of ['现场完成', '恢复运行', '客户确认', '关闭']) {
    await side(command).click()
    await dialog().getByRole('button', { name: command, exact: true }).last().click()
    await done(command)
  }
  await page.locator('.ticket-head .tag', { hasText: '已关闭' }).waitFor()
  await side('重新打开').click()
  await page.locator('#ask-reason').fill('又响了')
  await dialog().getByRole('button', { name: '重新打开' }).click()
  await done('重新打开')
})

test('P pauses under a reason of the plan; a reason that demands evidence says so; resuming goes on', async () => {
  await openTicket(page, '3 号冷水机组高压报警停机')
  await page.keyboard.press('p')
  await choose(page, 'ask-reason', '客户改期')
  await dialog().getByText('这个理由要有凭据').waitFor()
  await page.locator('#ask-evidence').fill('改期确认短信')
  const { clock } = (await (await page.context().request.get(`${stage.url}/api/session`)).json()) as { clock: { now: number } }
  await page.locator('#ask-noticeAt').fill(new Date(clock.now - 60_000 + 8 * HOUR_MS).toISOString().slice(0, 16))
  await dialog().getByRole('button', { name: '暂停' }).click()
  await done('暂停')
  await card('到场')
    .getByText(/暂停，客户改期/)
    .waitFor()
  await side('恢复计时').click()
  await dialog().getByRole('button', { name: '恢复计时' }).click()
  await done('恢复计时')
  await card('到场').getByText(/剩余/).waitFor()
})

test('a key that has acted begins no sequence: G, then P a moment later, pauses and does not leave for another room', async () => {
  await openTicket(page, '挂号机打印头卡纸')
  const at = page.url()
  await page.keyboard.press('g')
  await dialog().waitFor()
  // as pressed beside the form, the very moment after it came: quicker than a hand could close it first
  await page.evaluate(() => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'p', bubbles: true })))
  await dialog().locator('#ask-reason').waitFor()
  assert.equal(page.url(), at)
})

test('a manager waives a promise with reason and evidence; its clock runs on until a second person has approved it', async () => {
  const other = manager.page
  await openTicket(other, '自助挂号机 3 台离线')
  await side('豁免', other).click()
  await choose(other, 'ask-clock', '到场')
  await other.locator('#ask-reason').fill('山洪断路，客户同意改约')
  await other.locator('#ask-evidence').fill('客户回函')
  await dialog(other).getByRole('button', { name: '豁免' }).click()
  await done('豁免', other)
  await card('到场', other).getByText('豁免待复核').waitFor()
  assert.equal(
    await card('到场', other)
      .getByText(/已豁免/)
      .count(),
    0,
  )
})

test('a fact is corrected beside itself, then voided: what stood before stays readable', async () => {
  const other = manager.page
  await openTicket(other, '探测器 3 回路连续误报')
  const fact = other.locator('.fact', { hasText: '答复客户' }).first()
  await fact.hover()
  await fact.locator('.fact-menu').click()
  await other.getByRole('menuitem', { name: '更正' }).click()
  await choose(other, 'correct-field', '渠道')
  await choose(other, 'correct-to', '邮件')
  await other.locator('#correct-reason').fill('其实是邮件答复')
  await other.getByRole('button', { name: '登记更正' }).click()
  await fact.getByText(/更正：渠道 从 电话 改为 邮件/).waitFor()
  await fact.locator('.fact-menu').click()
  await other.getByRole('menuitem', { name: '作废' }).click()
  await other.locator('#void-reason').fill('登记到别的工单上了')
  await other.getByRole('button', { name: '作废这一条' }).click()
  await fact.getByText(/作废，不再计入/).waitFor()
})

test('? shows the shortcuts, and no letter acts while a form is open', async () => {
  await openTicket(page, '3 号冷水机组高压报警停机')
  await page.keyboard.press('?')
  await page.getByRole('dialog').getByText('快捷键').first().waitFor()
  await page.keyboard.press('a')
  assert.equal(await page.locator('#ask-person').count(), 0)
  await page.keyboard.press('Escape')
})

test('a badge counts down by itself and obeys the demo’s clock', async () => {
  const before = await card('到场').locator('.clock-words').textContent()
  await travel(agent, stage.url, HOUR_MS / 2)
  await page.waitForFunction(
    (words) =>
      [...document.querySelectorAll('.clock-card')].some((one) => one.textContent?.includes('到场')) &&
      !document.body.textContent?.includes(words ?? ''),
    before,
  )
})

test('an engineer sees only what engineers may do', async () => {
  const lin = await stage.as('lin')
  await openTicket(lin.page, '3 号冷水机组高压报警停机')
  assert.equal(await side('豁免', lin.page).count(), 0)
  assert.deepEqual(lin.complaints, [])
})

test('on a phone the clocks come first, the main button stands at the bottom, and every action is behind the other', async () => {
  const phone = await stage.as('xu', { width: 390, height: 844 })
  await openTicket(phone.page, '3 号冷水机组高压报警停机')
  assert.equal(await phone.page.evaluate(() => document.documentElement.scrollWidth), 390)
  const top = async (selector: string): Promise<number> => (await phone.page.locator(selector).first().boundingBox())?.y ?? 0
  assert.ok((await top('.clock-card')) < (await top('.facts-row')))
  const button = await phone.page.locator('.phone-bar .button-primary').boundingBox()
  assert.ok(button && button.height >= 52)
  await phone.page.getByRole('button', { name: '更多动作' }).click()
  await phone.page.getByRole('dialog').getByRole('button', { name: '定级', exact: false }).first().click()
  await phone.page.locator('#ask-grade').waitFor()
  await phone.context.close()
})

test('no page asked another host, and none broke', () => {
  assert.deepEqual([...agent.complaints, ...manager.complaints], [])
})
