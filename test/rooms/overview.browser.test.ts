import assert from 'node:assert/strict'
import { test } from 'node:test'
import { HOUR_MS, MINUTE_MS, setStage, travel } from '../stage/stage.testing.ts'

const stage = await setStage({ past: 24 })
const manager = await stage.as('gu')
const { page } = manager

type Due = {
  readonly id: string
  readonly subject: string
  readonly state: string
  readonly dueAt?: number
  readonly fulfilledAt?: number
  readonly ticket?: { id: string; number: string }
}
type Me = { readonly clock: { now: number }; readonly tenant: { readonly zone: string } }

const api = async <Answer>(path: string): Promise<Answer> =>
  (await (await page.context().request.get(`${stage.url}/api${path}`)).json()) as Answer
const due = async (query: string) => (await api<{ items: Due[] }>(`/obligations?limit=200&${query}`)).items
const now = async () => (await api<Me>('/session')).clock.now

async function post<Answer>(path: string, data: object): Promise<Answer> {
  const answer = await page.context().request.post(`${stage.url}/api${path}`, {
    data,
    headers: { 'idempotency-key': crypto.randomUUID(), origin: stage.url },
  })
  assert.ok(answer.ok(), await answer.text())
  return (await answer.json()) as Answer
}

const group = (name: string) => page.locator('.due-group', { has: page.getByRole('heading', { name: new RegExp(`^${name}`) }) })
const rows = (name: string) => group(name).locator('.due-row')

test('the first name on the rail, and the sign above it, lead home', async () => {
  await page.goto(`${stage.url}/tickets`)
  await page.locator('.rail').getByRole('link', { name: '首页' }).click()
  await page.waitForURL(/\/overview$/)
  await page.goto(`${stage.url}/tickets`)
  await page.getByRole('link', { name: '诺行' }).click()
  await page.waitForURL(/\/overview$/)
  await page.getByRole('heading', { name: '今天', exact: true }).waitFor()
})

test('what is overdue and not done yet stands there, the oldest first, and leads to its ticket', async () => {
  const unmet = await due('unmet=yes&disputed=no')
  assert.ok(unmet.length > 0)
  for (const one of unmet) assert.deepEqual([one.state, one.fulfilledAt], ['broken', undefined])
  assert.deepEqual(
    unmet.map((one) => one.dueAt),
    unmet.map((one) => one.dueAt).toSorted((a, b) => a! - b!),
  )
  await page.goto(`${stage.url}/overview`)
  await rows('已超时').first().waitFor()
  assert.equal(await rows('已超时').count(), Math.min(unmet.length, 20))
  const first = unmet.find(({ ticket }) => ticket)!
  await rows('已超时').filter({ hasText: first.ticket!.number }).first().click()
  await page.waitForURL(new RegExp(`/tickets/${first.ticket!.id}`))
})

test('a new fault is due today, then about to fall due, then overdue, and gone once it is answered; nobody reloads the page', async () => {
  const timeZone = (await api<Me>('/session')).tenant.zone
  const dayAt = (at: number) => new Date(at).toLocaleDateString('en-CA', { timeZone })
  if (dayAt(await now()) !== dayAt((await now()) + HOUR_MS)) await travel(manager, stage.url, HOUR_MS)
  await page.goto(`${stage.url}/overview`)
  const reported = { channel: 'phone', title: '首页上看得见的故障', customer: 'jinping', contract: 'ht-2025-031', type: 'fault' }
  const ticket = await post<{ id: string }>('/tickets', reported)
  const mine = (name: string) => rows(name).filter({ hasText: '首页上看得见的故障' }).filter({ hasText: '答复' })
  await mine('今天到期').waitFor()
  await travel(manager, stage.url, 27 * MINUTE_MS)
  await mine('快到期').waitFor()
  assert.equal(await mine('今天到期').count(), 0)
  await travel(manager, stage.url, 4 * MINUTE_MS)
  await mine('已超时').waitFor()
  await post(`/tickets/${ticket.id}/reply`, { channel: 'phone', summary: '已联系客户' })
  await mine('已超时').waitFor({ state: 'detached' })
})

test('what falls due within thirty days is that of contracts, and lead to their clause', async () => {
  const until = (await now()) + 30 * 24 * HOUR_MS
  const rounds = await due(`state=open&owner=contract&dueWithin=${30 * 24 * HOUR_MS}`)
  assert.ok(rounds.length > 0)
  for (const one of rounds) assert.ok(one.subject.startsWith('contract/') && one.dueAt! < until, one.id)
  await page.goto(`${stage.url}/overview`)
  await rows('30 天内的定期服务').first().waitFor()
  assert.equal(await rows('30 天内的定期服务').count(), Math.min(rounds.length, 20))
  await rows('30 天内的定期服务').first().click()
  await page.waitForURL(/\/board\/.*promise=/)
  await page.locator('.clause-panel').waitFor()
  assert.deepEqual(manager.complaints, [])
})

test('on a phone the groups stand below each other, and nothing runs over the edge', async () => {
  const phone = await stage.as('gu', { width: 390, height: 844, dark: true })
  await phone.page.goto(`${stage.url}/overview`)
  await phone.page.locator('.due-group').nth(3).waitFor()
  const boxes = await phone.page.locator('.due-group').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().left))
  assert.equal(new Set(boxes).size, 1)
  assert.ok(await phone.page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth))
})
