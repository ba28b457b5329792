import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { HOUR_MS, MINUTE_MS, setStage, travel } from './stage.testing.ts'

const stage = await setStage({ past: 0 })
const agent = await stage.as('xu')
const manager = await stage.as('gu')

/** What the API says of a ticket: the page is held against it. */
type Detail = {
  readonly ticket: { readonly id: string; readonly number: string; readonly reportedAt: number }
  readonly obligations: readonly {
    readonly promise: string
    readonly state: string
    readonly dueAt?: number
    readonly brokenAt?: number
    readonly fulfilledAt?: number
    readonly beliefs: readonly { readonly state: string }[]
  }[]
}

async function detailOf(page: Page): Promise<Detail> {
  const id = page.url().split('/').at(-1)?.split('?')[0] ?? ''
  return (await (await page.context().request.get(`${stage.url}/api/tickets/${id}`)).json()) as Detail
}

async function clockOf(page: Page, promise: string): Promise<Detail['obligations'][number]> {
  return (await detailOf(page)).obligations.find((one) => one.promise === promise) ?? assert.fail(`no clock ${promise}`)
}

/** Types into a field that finds records while one types, and takes the first. */
async function find(page: Page, id: string, typed: string, expected: RegExp): Promise<void> {
  const field = page.locator(`[id="${id}"]`)
  await field.click()
  await field.fill(typed)
  await page.locator('.ant-select-item-option', { hasText: expected }).first().click()
}

async function choose(page: Page, id: string, label: string): Promise<void> {
  await page.locator(`[id="${id}"]`).click()
  await page.locator('.ant-select-item-option', { hasText: label }).last().click()
}

async function reportFault(page: Page, title: string): Promise<Detail> {
  await page.goto(`${stage.url}/tickets`)
  await page
    .getByRole('button', { name: /新建工单/ })
    .or(page.getByRole('link', { name: /新建工单/ }))
    .first()
    .click()
  await find(page, 'new-customer', 'jps', /锦屏市第三人民医院/)
  await find(page, 'new-asset', 'CH680', /螺杆式冷水机组/)
  await page.locator('#new-title').fill(title)
  await page.locator('#new-description').fill('面板报高压，一号机顶着。')
  await page.getByRole('button', { name: '登记工单' }).click()
  await page.waitForURL(/\/tickets\/[\w-]{8,}$/)
  await page.getByRole('heading', { name: title }).waitFor()
  return detailOf(page)
}

const card = (page: Page, title: string) => page.locator('.clock-card', { has: page.getByText(title, { exact: true }) }).first()

test('a hotline agent reports a fault: two clocks run, two wait for what comes', async () => {
  const { page } = agent
  const { obligations } = await reportFault(page, '3 号冷水机组停机')
  assert.deepEqual(obligations.map((one) => [one.promise, one.state]).sort(), [
    ['arrive', 'open'],
    ['reply', 'open'],
  ])
  await card(page, '答复')
    .getByText(/剩余 29 分/)
    .waitFor()
  await card(page, '到场')
    .getByText(/剩余 23 小时 59 分/)
    .waitFor()
  await card(page, '方案').getByText('未触发').waitFor()
  await card(page, '修复')
    .getByText(/等待“到场”完成/)
    .waitFor()
})

test('a reply at twenty-nine minutes keeps its promise with a minute left, and the click on the clock shows a sum that balances', async () => {
  const { page } = agent
  await travel(agent, stage.url, 28.5 * MINUTE_MS)
  await page.keyboard.press('r')
  await page.getByRole('textbox', { name: '回复客户' }).fill('已电话联系，请先停机断电，安排工程师上门。')
  await page.getByRole('button', { name: '登记答复' }).click()
  await card(page, '答复')
    .getByText(/已兑现，提前 1 分/)
    .waitFor()
  await card(page, '答复').click()
  const why = page.locator('.why')
  await why
    .getByText(/半小时之内必有回音/)
    .first()
    .waitFor()
  await why.getByText(/约定/).first().waitFor()
  assert.equal((await clockOf(page, 'reply')).state, 'kept')
})

test('the day passes without an arrival: broken at its exact due instant, and once in the manager’s inbox, acknowledged there', async () => {
  const { page } = agent
  const { ticket } = await detailOf(page)
  await travel(agent, stage.url, 24 * HOUR_MS)
  await card(page, '到场').getByText(/超时/).first().waitFor()
  const arrive = await clockOf(page, 'arrive')
  assert.equal(arrive.brokenAt, ticket.reportedAt + 24 * HOUR_MS)
  const inbox = manager.page
  await inbox.goto(`${stage.url}/inbox`)
  const item = inbox.locator('.inbox-item', { hasText: ticket.number })
  await item.first().waitFor()
  assert.equal(await item.count(), 1)
  await item.getByRole('button').click()
  await item.waitFor({ state: 'detached' })
  await inbox.getByText('全部', { exact: true }).click()
  await inbox
    .locator('.inbox-item', { hasText: ticket.number })
    .getByText(/顾南 .*确认/)
    .waitFor()
})

test('the late arrival starts the repair clock; grade and pause change it as the laws say', async () => {
  const { page } = agent
  await page.locator('.action, .button-primary', { hasText: '到场' }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: '到场' }).click()
  await card(page, '修复')
    .getByText(/剩余 3 小时 59 分/)
    .waitFor()
  const strict = await clockOf(page, 'repair')
  await page.keyboard.press('g')
  await choose(page, 'ask-grade', '重大故障')
  await page.getByRole('dialog').getByRole('button', { name: '定级' }).click()
  await card(page, '修复')
    .getByText(/剩余 7 小时 5\d 分/)
    .waitFor()
  assert.equal((await clockOf(page, 'repair')).dueAt, (strict.dueAt ?? 0) + 4 * HOUR_MS)
  await page.locator('.command-drawer').waitFor({ state: 'detached' })
  await page.keyboard.press('p')
  await choose(page, 'ask-reason', '客户改期')
  await page.locator('#ask-evidence').fill('停电检修通知单')
  await page.locator('#ask-noticeAt').fill(await nowIn(page))
  await page.getByRole('dialog').getByRole('button', { name: '暂停' }).click()
  await card(page, '修复')
    .getByText(/暂停，客户改期/)
    .waitFor()
})

/** The tenant's wall clock as a date-and-time field takes it, a minute back: a notice is not in the future. */
async function nowIn(page: Page): Promise<string> {
  const session = (await (await page.context().request.get(`${stage.url}/api/session`)).json()) as { clock: { now: number } }
  return new Date(session.clock.now - MINUTE_MS + 8 * HOUR_MS).toISOString().slice(0, 16)
}

test('a reply recorded two hours late is marked 补录, turns nothing until a second person approves it, then both verdicts stand', async () => {
  const { page } = agent
  const { ticket } = await reportFault(page, '自助挂号机离线')
  await travel(agent, stage.url, 2 * HOUR_MS)
  await card(page, '答复').getByText(/超时/).first().waitFor()
  await page.keyboard.press('r')
  await page.getByRole('textbox', { name: '回复客户' }).fill('当时已在电话里答复。')
  await page.getByRole('button', { name: /不是现在发生的/ }).click()
  await page.locator('#reply-occurredAt').fill(new Date(ticket.reportedAt + 12 * MINUTE_MS + 8 * HOUR_MS).toISOString().slice(0, 16))
  await page.getByRole('button', { name: '登记答复' }).click()
  await page
    .getByText(/请写明为什么/)
    .or(page.getByText(/为什么当时没有登记/))
    .first()
    .waitFor()
  await page.locator('#reply-lateReason').fill('在现场接的电话')
  await page.locator('#reply-lateEvidence').fill('分机通话清单')
  await page.getByRole('button', { name: '登记答复' }).click()
  await page.getByText('待第二人批准').waitFor()
  assert.equal((await clockOf(page, 'reply')).state, 'broken')
  assert.equal(await page.getByRole('button', { name: '批准' }).count(), 0, 'nobody approves their own entry')
  const other = manager.page
  await other.goto(`${stage.url}/tickets/${ticket.id}`)
  await other.getByRole('button', { name: '批准' }).click()
  await card(other, '答复')
    .getByText(/已兑现，提前/)
    .waitFor()
  const reply = await clockOf(other, 'reply')
  assert.equal(reply.state, 'kept')
  const believed = reply.beliefs.map((one) => one.state)
  assert.ok(believed.includes('broken') && believed.at(-1) === 'kept', believed.join(' '))
})

test('two people on one ticket see each other’s changes within a second', async () => {
  const { page } = agent
  const other = manager.page
  await page.goto(other.url())
  await card(page, '答复').waitFor()
  // The machine may be busy elsewhere just then: of three changes one comes within the second.
  const took: number[] = []
  for (const note of ['请带一只备用网卡', '请带两根光纤跳线', '请带一台备用交换机']) {
    await page.keyboard.press('i')
    await page.getByRole('textbox', { name: '内部备注' }).fill(note)
    const seen = other.getByText(note).waitFor({ timeout: 5_000 })
    await page.getByRole('button', { name: '记下' }).click()
    const began = performance.now()
    await seen
    took.push(Math.round(performance.now() - began))
    if (Math.min(...took) < 1_000) return
  }
  assert.fail(`${took.join(', ')} ms`)
})

test('a ticket that is not restored cannot be closed, and the page says why', async () => {
  const { page } = agent
  await page
    .getByText(/还没有登记恢复运行/)
    .first()
    .waitFor()
})

test('no page asked any other host, and none broke', () => {
  assert.deepEqual([...agent.complaints, ...manager.complaints], [])
})
