import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { choose } from '../browser/choose.testing.ts'
import { setStage } from '../stage/stage.testing.ts'

const stage = await setStage({ past: 12 })
const manager = await stage.as('gu')
const chief = await stage.as('wei')

type Due = {
  readonly id: string
  readonly promise: string
  readonly title: string
  readonly state: string
  readonly release?: object
  readonly ticket?: { readonly id: string; readonly title: string }
  readonly contract?: { readonly id: string }
}

async function api<Answer>(path: string, on: Page = manager.page): Promise<Answer> {
  const answer = await on.context().request.get(`${stage.url}/api${path}`)
  assert.ok(answer.ok(), await answer.text())
  return (await answer.json()) as Answer
}

const due = async (query: string) => (await api<{ items: Due[] }>(`/obligations?limit=200&${query}`)).items
const dialog = (on: Page) => on.getByRole('dialog')
const waits = (on: Page, title: string) => on.locator('.release', { hasText: title })

async function openWhy(on: Page, one: Due): Promise<void> {
  await on.goto(`${stage.url}/tickets/${one.ticket!.id}`)
  await on.locator('.clock-card', { hasText: one.title }).first().click()
  await on.locator('.obligation-acts').waitFor()
}

test('a waiver is asked for where the why of a clock stands; the second person finds it at home and approves', async () => {
  const broken = (await due('unmet=yes')).find(({ ticket, release }) => ticket && !release)
  assert.ok(broken)
  const { page } = manager
  await openWhy(page, broken)
  await page.locator('.obligation-acts').getByRole('button', { name: '豁免' }).click()
  await page.locator('#record-reason').fill('客户书面同意改约')
  await page.locator('#record-evidence').fill('客户回函')
  await dialog(page)
    .locator('input[type=file]')
    .setInputFiles({ name: '客户回函.txt', mimeType: 'text/plain', buffer: Buffer.from('同意改约') })
  await dialog(page).locator('.upload.kept').waitFor()
  await dialog(page).getByRole('button', { name: '豁免' }).click()
  await page.locator('.why').getByText('豁免待复核').waitFor()
  await page.goto(`${stage.url}/inbox`)
  await waits(page, '客户书面同意改约')
    .getByText(/您 .* 提出，待另一人复核/)
    .waitFor()
  assert.equal(await waits(page, '客户书面同意改约').getByRole('button', { name: '同意', exact: true }).count(), 0)
  await chief.page.goto(`${stage.url}/overview`)
  const line = waits(chief.page, '客户书面同意改约')
  await line.getByText('凭据：客户回函').waitFor()
  await line.locator('.file-list').getByText('客户回函.txt').waitFor()
  await line.getByRole('button', { name: '同意', exact: true }).click()
  await chief.page.getByText('已同意，从此时起生效').waitFor()
  await line.waitFor({ state: 'detached' })
  assert.equal((await api<Due>(`/obligations/${broken.id}`)).state, 'excused')
})

test('what a contract itself owes is waived from its board; who asked takes it back, another refuses with a reason', async () => {
  const round = (await due('owner=contract&state=open')).find(({ contract }) => contract)
  assert.ok(round)
  const { page } = manager
  const ask = async (reason: string): Promise<void> => {
    await page.goto(`${stage.url}/board/${round.contract!.id}?promise=${round.promise}&instance=${round.id}`)
    await page.locator('.obligation-acts').getByRole('button', { name: '豁免' }).click()
    await page.locator('#record-reason').fill(reason)
    await page.locator('#record-evidence').fill('会议纪要')
    await dialog(page).getByRole('button', { name: '豁免' }).click()
    await page.locator('.instance').getByText('豁免待复核').first().waitFor()
  }
  await ask('本月并入下月一起做')
  await page.goto(`${stage.url}/inbox`)
  await waits(page, '本月并入下月一起做').getByRole('button', { name: '撤回' }).click()
  await waits(page, '本月并入下月一起做').waitFor({ state: 'detached' })
  await ask('客户停业装修')
  await chief.page.goto(`${stage.url}/inbox`)
  await waits(chief.page, '客户停业装修').getByRole('button', { name: '不同意' }).click()
  await chief.page.locator('#record-reason').fill('客户没有停业')
  await dialog(chief.page).getByRole('button', { name: '不同意' }).click()
  await chief.page.getByText('已登记不同意，时钟照走').waitFor()
  assert.equal((await api<Due>(`/obligations/${round.id}`)).state, 'open')
})

const PLAN = `plan: shijian
title: 试点方案
version: 1
timezone: Asia/Shanghai
calendars: {always: {hours: 24x7}}
reasons: {flood: {name: 汛期封路, evidence: required}}
promises:
  calls:
    title: 电话回访
    text: 每两周电话回访一次。
    source: [T-2]
    recurring: {starts: contract.signed, every: 2w, task: call}
  reply:
    title: 答复
    text: 一天内答复。
    source: [T-1]
    deadline: {starts: ticket.reported, kept-by: ticket.replied, within: 1d, calendar: always, excuses: [flood]}
`

async function post<Answer>(path: string, data: object): Promise<Answer> {
  const answer = await manager.page.context().request.post(`${stage.url}/api${path}`, {
    data,
    headers: { 'idempotency-key': crypto.randomUUID(), origin: stage.url },
  })
  assert.ok(answer.ok(), await answer.text())
  return (await answer.json()) as Answer
}

test('a promise is excused for one of the reasons that its clause accepts', async () => {
  const { page } = manager
  await post('/plans', { yaml: PLAN })
  const contract = await post<{ id: string }>('/contracts', { number: 'HT-2026-099', title: '试点', customer: 'mingde', plan: 'shijian@1' })
  const ticket = await post<{ id: string }>('/tickets', {
    channel: 'phone',
    title: '道路积水到不了',
    customer: 'mingde',
    contract: contract.id,
  })
  await openWhy(page, { id: '', promise: 'reply', title: '答复', state: 'open', ticket: { id: ticket.id, title: '' } })
  await page.locator('.obligation-acts').getByRole('button', { name: '免责' }).click()
  await choose(page, 'record-reason', '汛期封路')
  await page.locator('#record-evidence').fill('交管通告')
  await dialog(page).getByRole('button', { name: '免责' }).click()
  await page.locator('.why').getByText('免责待复核').waitFor()
})

test('whoever has not the right sees that it waits and decides nothing', async () => {
  const agent = await stage.as('xu')
  await agent.page.goto(`${stage.url}/overview`)
  await agent.page.getByRole('heading', { name: '今天', exact: true }).waitFor()
  assert.equal(await agent.page.locator('.release').count(), 0)
  assert.deepEqual(agent.complaints, [])
})

test('no page asked another host, and none broke', () => {
  assert.deepEqual([...manager.complaints, ...chief.complaints], [])
})
