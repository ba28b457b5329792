import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { readPdf, says } from '../../src/server/documents/read-pdf.testing.ts'
import { choose } from '../browser/choose.testing.ts'
import { HOUR_MS, setStage, travel } from '../stage/stage.testing.ts'

const stage = await setStage()
const manager = await stage.as('gu')
const agent = await stage.as('xu')
const { page } = manager

type Entry = {
  readonly type: string
  readonly late: boolean
  readonly approvedBy?: { name: string }
  readonly voided: boolean
  readonly said: { field: string; words: string }[]
}
type Row = {
  readonly id: string
  readonly noun: string
  readonly phase: string
  readonly asset?: { id: string }
  readonly partOf?: { name: string }
  readonly entries: Entry[]
}
type Occurrence = {
  readonly promise: string
  readonly title: string
  readonly number: number
  readonly state: string
  readonly until: number
}

const api = async <Answer>(path: string, on: Page = page): Promise<Answer> =>
  (await (await on.context().request.get(`${stage.url}/api${path}`)).json()) as Answer
const CONTRACT = (await api<{ items: { id: string; number: string }[] }>('/contracts?q=HT-2025-031')).items[0]!.id
const services = async (of = `contract=${CONTRACT}`) => (await api<{ items: Row[] }>(`/services?${of}&limit=200`)).items
const newest = async (of?: string): Promise<Row> => (await services(of))[0] ?? assert.fail('nothing was recorded')
const said = (row: Row, field: string) => row.entries.at(-1)?.said.find((one) => one.field === field)?.words
const drawer = (on: Page = page) => on.locator('.service-drawer')
const openContract = (on: Page = page) => on.goto(`${stage.url}/contracts/${CONTRACT}`)
const card = (title: string, on: Page = page) => on.locator('.place-card', { has: on.getByRole('heading', { name: title, exact: true }) })
const openForm = (on: Page = page) => card('服务记录', on).getByRole('button', { name: '登记服务' }).click()

/** The list of steps is long: it is searched. */
async function step(words: string, on: Page = page): Promise<void> {
  await on.locator('#service-type').click()
  await on.locator('#service-type').fill(words)
  await on.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: words }).first().click()
}

async function record(on: Page = page): Promise<void> {
  await drawer(on).getByRole('button', { name: '登记', exact: true }).click()
  await drawer(on).waitFor({ state: 'detached' })
}

test('what is missing or wrong is told under its field, and what was typed stays', async () => {
  await openContract()
  await openForm()
  await step('约定上门时间')
  await page.locator('#service-summary').fill('周五上午')
  await drawer().getByRole('button', { name: '登记', exact: true }).click()
  assert.equal(await drawer().locator('.field-error').count(), 2)
  assert.equal(await page.locator('#service-summary').inputValue(), '周五上午')
  await page.locator('#service-startsAt').fill('2027-01-15T09:00')
  await choose(page, 'service-by', '客户')
  await drawer().locator('#service-occurrence').click()
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option').first().click()
  await record()
  const row = await newest()
  assert.deepEqual([row.noun, row.phase], ['visit', 'agreed'])
  assert.equal(said(row, 'by'), '客户')
  assert.match(said(row, 'startsAt') ?? '', /2027/)
  assert.match(said(row, 'occurrence') ?? '', /第 \d+ 次/)
})

const LOANERS = `plan: loaners
title: 备用设备
version: 1
timezone: Asia/Shanghai
calendars:
  always: {hours: 24x7}
dimensions:
  class: {name: 设备档次, values: [{id: basic, name: 基本型}, {id: standard, name: 标准型}], set-by: asset}
promises:
  loaner:
    title: 备用设备
    text: 寄修之后两日内送来不低于原设备的备用设备。
    source: [L-1]
    deadline: {per: contract, starts: rma.shipped, kept-by: loan.delivered where class >= asset.class, within: 48h, calendar: always}
`

test('the form of a loaner says of which class the device is, and that a lower one keeps no promise of a like one', async () => {
  const post = async <Answer>(path: string, data: object): Promise<Answer> => {
    const headers = { 'idempotency-key': crypto.randomUUID(), origin: stage.url }
    const answer = await page.context().request.post(`${stage.url}/api${path}`, { data, headers })
    assert.ok(answer.ok(), await answer.text())
    return (await answer.json()) as Answer
  }
  await post('/plans', { yaml: LOANERS })
  const site = (await api<{ items: { id: string }[] }>('/sites?customer=jinping')).items[0]!.id
  const device = await post<{ id: string }>('/assets', { customer: 'jinping', site, name: '离心泵 9', class: 'standard' })
  const about = { number: 'HT-LOAN', title: '备用设备', customer: 'jinping', plan: 'loaners@1', assets: [device.id] }
  const { id } = await post<{ id: string }>('/contracts', about)
  await page.goto(`${stage.url}/contracts/${id}`)
  await openForm()
  await step('备机送达')
  await choose(page, 'service-device', '离心泵 9')
  const told = drawer().getByRole('status')
  await told.getByText('离心泵 9 的档次：标准型。').waitFor()
  await page.locator('#service-class').fill('基本型')
  await told.getByText('“基本型”比它低').waitFor()
  await page.locator('#service-class').fill('特制型')
  await told.getByText('方案没有给“特制型”和它排出高低').waitFor()
  await page.locator('#service-class').fill('基本型')
  await record()
  const row = await newest(`contract=${id}`)
  assert.deepEqual([said(row, 'class'), said(row, 'lowerClass')], ['基本型', '是'])
  await page.locator('.service-row', { hasText: '基本型' }).waitFor()
})

test('an occurrence that is to be done is recorded from its own line, with what it goes through filled in', async () => {
  await openContract()
  const { occurrences } = await api<{ occurrences: Occurrence[] }>(`/contracts/${CONTRACT}/tasks`)
  const first = occurrences.find(({ state }) => state === 'open') ?? assert.fail('nothing is to be done')
  await card('待办的定期服务')
    .locator('li', { hasText: `${first.title} 第 ${first.number} 次` })
    .getByRole('button', { name: '登记完成' })
    .click()
  await drawer().getByText(`${first.title} 第 ${first.number} 次`).waitFor()
  await page.locator('#service-summary').fill('客户反映运行平稳')
  await record()
  assert.equal(said(await newest(), 'summary'), '客户反映运行平稳')
  assert.match(said(await newest(), 'occurrence') ?? '', new RegExp(`第 ${first.number} 次`))
  await card('服务记录').getByText('客户反映运行平稳').waitFor()
})

test('a visit with person, kind, people, checklist and device; then its next step', async () => {
  await openContract()
  await openForm()
  await step('上门完成')
  await choose(page, 'service-device', '公共广播主机')
  await page.locator('#service-person').click()
  await page.locator('#service-person').fill('林')
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: '林晓棠' }).click()
  await choose(page, 'service-kind', '巡检')
  await page.locator('#service-people').fill('2')
  await page.locator('#service-checklists').click()
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option').first().click()
  await page.keyboard.press('Escape')
  await record()
  const row = await newest()
  assert.equal(row.asset?.id !== undefined, true)
  assert.deepEqual([said(row, 'person'), said(row, 'kind'), said(row, 'people')], ['林晓棠', '巡检', '2'])
  assert.ok(said(row, 'checklists'))
  const line = card('服务记录').locator('.service-row').first()
  await line.getByRole('button', { name: '下一步' }).click()
  await choose(page, 'service-satisfied', '是')
  await record()
  assert.deepEqual([(await newest()).phase, said(await newest(), 'satisfied')], ['signed', '是'])
})

test('money is typed in yuan, a word of the trade as one says it, a loaner device from those of the contract', async () => {
  await openContract()
  await openForm()
  await step('返修寄出')
  await record()
  await card('服务记录').locator('.service-row').first().getByRole('button', { name: '下一步' }).click()
  await step('返修报价')
  await page.locator('#service-fen').fill('120.5')
  await record()
  assert.equal(said(await newest(), 'fen'), '120.5 元')
  await openForm()
  await step('备机送达')
  await page.locator('#service-class').fill('高配')
  await choose(page, 'service-asset', '自助挂号机')
  await record()
  assert.equal(said(await newest(), 'class'), '高配')
  assert.ok(said(await newest(), 'asset'))
})

test('a part is named in Chinese and offered again by its name; the maker’s term is a number with its unit, and nothing else is taken', async () => {
  await openContract()
  await openForm()
  await step('更换备件')
  await page.locator('#service-part').fill('主板')
  await page.locator('#service-model').click()
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option').first().click()
  await record()
  const row = await newest()
  assert.equal(said(row, 'part'), '主板')
  assert.ok(said(row, 'model'), 'the model of a device was chosen')
  await openForm()
  await step('更换备件')
  await page.locator('#service-part').fill('主')
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: '主板' }).click()
  await record()
  assert.equal(said(await newest(), 'part'), '主板')
  await openForm()
  await step('设备信息登记')
  await choose(page, 'service-device', '公共广播主机')
  await page.locator('#service-makerTerm').fill('0')
  await drawer().getByRole('button', { name: '登记', exact: true }).click()
  await drawer().getByText('期限要写大于 0 的数字，并选天、个月或年。').waitFor()
  await page.locator('#service-makerTerm').fill('3')
  await choose(page, 'service-makerTerm-unit', '年')
  const [request] = await Promise.all([
    page.waitForRequest((one) => one.method() === 'POST' && one.url().endsWith('/api/services')),
    record(),
  ])
  assert.equal((request.postDataJSON() as { values: { makerTerm: string } }).values.makerTerm, '3y')
})

test('what is done for a loaner is recorded as part of its loan, and says so', async () => {
  await openContract()
  await openForm()
  await step('审批通过')
  await choose(page, 'service-by', '客户')
  await page.locator('#service-part-of').click()
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: '备机' }).first().click()
  await record()
  assert.match((await newest()).partOf?.name ?? '', /备机/)
  await card('服务记录').locator('.service-row').first().getByText('属于备机').waitFor()
})

test('entered late it asks why, waits for another person, and is approved by one', async () => {
  await openContract(agent.page)
  await openForm(agent.page)
  await step('回访', agent.page)
  await choose(agent.page, 'service-satisfied', '是')
  await agent.page.getByRole('button', { name: '不是现在发生的？填发生时间' }).click()
  const yesterday = await agent.page.locator('#service-occurredAt').inputValue()
  const [date = '', time = ''] = yesterday.split('T')
  const before = new Date(`${date}T00:00:00Z`)
  before.setUTCDate(before.getUTCDate() - 1)
  await agent.page.locator('#service-occurredAt').fill(`${before.toISOString().slice(0, 10)}T${time}`)
  await agent.page.locator('#service-lateReason').fill('昨天断网')
  await agent.page.locator('#service-lateEvidence').fill('通话清单 12')
  await record(agent.page)
  assert.equal((await newest()).entries[0]?.late, true)
  await openContract()
  const line = card('服务记录').locator('.service-row').first()
  await line.getByRole('button', { name: '复核' }).click()
  await line.getByText(/已复核/).waitFor()
  assert.equal((await newest()).entries[0]?.approvedBy?.name, '顾南')
})

test('a wrong step is declared void with its reason, or left alone by its cross', async () => {
  await openContract()
  const line = card('服务记录').locator('.service-row').first()
  await line.getByRole('button', { name: '作废' }).click()
  await page.locator('.ant-modal-close').last().click()
  await page.locator('#record-reason').waitFor({ state: 'detached' })
  assert.equal((await newest()).entries[0]?.voided, false)
  await line.getByRole('button', { name: '作废' }).click()
  await page.locator('.ant-modal textarea').fill('客户号码记错')
  await page
    .locator('.ant-modal')
    .getByRole('button', { name: /作废|登记|保存|确定/ })
    .last()
    .click()
  await page.locator('.ant-modal textarea').waitFor({ state: 'detached' })
  assert.equal((await newest()).entries[0]?.voided, true)
})

test('the form is left by its button and by its cross, and nothing is recorded', async () => {
  await openContract()
  const before = (await services()).length
  await openForm()
  await drawer().getByRole('button', { name: '不做了' }).click()
  await drawer().waitFor({ state: 'detached' })
  await openForm()
  await drawer().locator('.ant-drawer-close').click()
  await drawer().waitFor({ state: 'detached' })
  await card('服务记录').locator('.service-row').first().getByRole('button', { name: '下一步' }).click()
  await drawer().locator('.ant-drawer-close').click()
  await drawer().waitFor({ state: 'detached' })
  assert.equal((await services()).length, before)
})

test('for a ticket too: what is done beside its own steps stands in its side', async () => {
  const { items } = await api<{ items: { id: string }[] }>(`/tickets?view=open&q=${encodeURIComponent('3 号冷水机组高压报警停机')}`)
  const ticket = items[0]!.id
  await page.goto(`${stage.url}/tickets/${ticket}`)
  const side = page.locator('.ticket-side')
  await side.getByRole('button', { name: '登记服务' }).click()
  await step('回访')
  await page.locator('#service-score').fill('88')
  await record()
  assert.equal(said(await newest(`ticket=${ticket}`), 'score'), '88')
  await side.getByText('评分 88').waitFor()
})

test('the newest ten records stand on the page, the others behind one button; the customer reads the same and records nothing', async () => {
  const all = await services()
  assert.ok(all.length > 10)
  const customer = await stage.as('zheng')
  const rows = (on: Page) => card('服务记录', on).locator('.service-row')
  for (const on of [page, customer.page]) {
    await openContract(on)
    await rows(on).first().waitFor()
    assert.equal(await rows(on).count(), 10)
    await card('服务记录', on).getByRole('button', { name: '再看一些' }).click()
    await rows(on).nth(10).waitFor()
  }
  assert.equal(await rows(customer.page).count(), await rows(page).count())
  const pressed = card('服务记录', customer.page).getByRole('button', { name: /登记服务|下一步|更正|作废/ })
  assert.equal(await pressed.count(), 0)
  await card('待办的定期服务', customer.page).waitFor()
  assert.equal(await card('待办的定期服务', customer.page).getByRole('button', { name: '登记完成' }).count(), 0)
  assert.deepEqual(customer.complaints, [])
})

test('a record form of the plan is filled in question by question, and read back as it was written', async () => {
  const contract = (await api<{ items: { id: string }[] }>('/contracts?q=HT-2025-068')).items[0]!.id
  await page.goto(`${stage.url}/contracts/${contract}`)
  await openForm()
  await step('填写表单')
  await choose(page, 'service-form', '培训记录')
  const form = drawer().getByRole('group', { name: '培训记录' })
  await form.getByText('培训讲到操作、保养以及简单故障的判别和排除。').waitFor()
  await drawer().getByRole('button', { name: '登记', exact: true }).click()
  assert.equal(await form.locator('.field-error').count(), 2)
  const topics = page.locator('[id="service-forms.training-record.topics"]')
  await topics.click()
  for (const topic of ['运行操作', '维修保养'])
    await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: topic }).click()
  await page.keyboard.press('Escape')
  const trainees = page.locator('[id="service-forms.training-record.trainees"]')
  for (const name of ['周运行', '吴值班']) {
    await trainees.fill(name)
    await trainees.press('Enter')
  }
  await record()
  const [row] = (
    await api<{ items: (Row & { entries: { forms: { name: string; said: { words: string }[] }[] }[] })[] }>(
      `/services?contract=${contract}`,
    )
  ).items
  assert.deepEqual(
    row!.entries[0]!.forms.map(({ name, said: all }) => [name, ...all.map(({ words }) => words)]),
    [['培训记录', '运行操作、维修保养', '周运行、吴值班']],
  )
  await card('服务记录').getByText('《培训记录》内容 运行操作、维修保养；参加的人 周运行、吴值班').waitFor()
  const link = card('服务记录').getByRole('link', { name: '培训记录（PDF）' }).first()
  const [paper] = await Promise.all([page.waitForEvent('download'), link.click()])
  assert.equal(paper.suggestedFilename(), '培训记录 HT-2025-068.pdf')
  assert.ok(says(await readPdf(readFileSync(await paper.path())), '周运行、吴值班'))
})

test('a checklist brings its form along: left open it may come later, begun it is finished and signed', async () => {
  const contract = (await api<{ items: { id: string }[] }>('/contracts?q=HT-2025-068')).items[0]!.id
  await page.goto(`${stage.url}/contracts/${contract}`)
  await openForm()
  await step('上门完成')
  await page.locator('#service-checklists').click()
  await page.locator('#service-checklists').fill('逐户')
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: '逐户安装记录' }).click()
  await page.keyboard.press('Escape')
  const at = (id: string) => page.locator(`[id="service-forms.household-record.${id}"]`)
  await drawer().getByText('可以现在填，也可以稍后用“填写表单”补上。').waitFor()
  await at('installed').fill('2026-09-01')
  await drawer().getByRole('button', { name: '登记', exact: true }).click()
  assert.equal(await drawer().locator('.field-error').count(), 2)
  await at('design').fill('三室一厅，按户型图')
  await at('commissioned').fill('2026-09-03')
  await record()
  await card('服务记录').getByText('设计 三室一厅，按户型图；安装 2026-09-01；调试 2026-09-03').waitFor()
})

test('what was missed stands behind what is to be done, the newest three of it at once, the rest on demand', async () => {
  const { items } = await api<{ items: { id: string }[] }>('/contracts?q=HT-2025-044')
  await travel(manager, stage.url, 150 * 24 * HOUR_MS)
  const again = await stage.as('gu')
  await again.page.goto(`${stage.url}/contracts/${items[0]!.id}`)
  const tasks = card('待办的定期服务', again.page)
  await tasks.getByText('已错过').nth(2).waitFor()
  assert.equal(await tasks.getByText('已错过').count(), 3)
  await tasks.getByRole('button', { name: /显示其余 \d+ 次/ }).click()
  await tasks.getByText('已错过').nth(3).waitFor()
  await tasks.getByRole('button', { name: '登记完成' }).last().click()
  await drawer(again.page).locator('.ant-drawer-close').click()
  await drawer(again.page).waitFor({ state: 'detached' })
})
