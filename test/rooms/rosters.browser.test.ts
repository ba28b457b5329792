import assert from 'node:assert/strict'
import { test } from 'node:test'
import { HOUR_MS, setStage } from '../stage/stage.testing.ts'

// 排班 on the page of a contract: a shift is entered, and the hours at which nobody is there are seen.

const stage = await setStage()
const { page } = await stage.as('gu')

const api = async <Answer>(path: string): Promise<Answer> =>
  (await (await page.context().request.get(`${stage.url}/api${path}`)).json()) as Answer
const { items } = await api<{ items: { id: string; plan: string }[] }>('/contracts?limit=100')
const contractUnder = (plan: string) => items.find((one) => one.plan.startsWith(`${plan}@`))?.id ?? assert.fail(plan)

/** Of the firm's contracts each has its roster; this one was signed today, and begins with the night to come. */
const pattern = await api<{ plan: string; customer: { id: string } }>(`/contracts/${contractUnder('zhineng')}`)
const signed = await page.context().request.post(`${stage.url}/api/contracts`, {
  data: { number: 'HT-2026-R1', title: '待命排班', customer: pattern.customer.id, plan: pattern.plan },
  headers: { 'idempotency-key': crypto.randomUUID(), origin: stage.url },
})
assert.ok(signed.ok(), await signed.text())
const CONTRACT = ((await signed.json()) as { id: string }).id
type Roster = { readonly from: number; readonly desks: { readonly shifts: unknown[]; readonly gaps: { start: number; end: number }[] }[] }
const roster = async () => (await api<Roster>(`/contracts/${CONTRACT}/roster`)).desks[0]!
const card = page.locator('.place-card', { has: page.getByRole('heading', { name: '值班排班', exact: true }) })
const local = (at: number) => new Date(at + 8 * HOUR_MS).toISOString().slice(0, 16)

/** The hour before the first one at which somebody must be there: while no shift is planned all that follows is a gap. */
const hour = (await roster()).gaps[0]!.start - HOUR_MS

async function enter(start: number, end: number): Promise<void> {
  await card.getByRole('button', { name: '登记班次' }).click()
  await page.locator('#service-person').click()
  await page.locator('#service-person').fill('林')
  // The list narrows as the answer comes; until then what is clicked may be taken away under the pointer.
  const offered = page.locator('.ant-select-dropdown:visible .ant-select-item-option')
  await offered.filter({ hasNotText: '林' }).first().waitFor({ state: 'detached' })
  await offered.filter({ hasText: '林晓棠' }).first().click()
  await page.locator('.service-drawer .ant-select', { hasText: '林晓棠' }).waitFor()
  await page.locator('#service-start').fill(local(start))
  await page.locator('#service-end').fill(local(end))
  await page.locator('.service-drawer').getByRole('button', { name: '登记', exact: true }).click()
  await page.locator('.service-drawer').waitFor({ state: 'detached' })
}

test('a contract whose plan promises duty shows its roster; one whose plan does not has no such card', async () => {
  await page.goto(`${stage.url}/contracts/${CONTRACT}`)
  await card.getByText(/起无人值班$/).waitFor()
  await card.getByText('今后两周没有班次').waitFor()
  await card.getByRole('heading', { name: '待命工程师' }).waitFor()
  await page.goto(`${stage.url}/contracts/${contractUnder('shebei-2nian')}`)
  await page.getByRole('heading', { name: '服务记录', exact: true }).waitFor()
  assert.equal(await card.count(), 0)
})

test('two shifts with two hours between them: the hours without anybody are told by their span', async () => {
  await page.goto(`${stage.url}/contracts/${CONTRACT}`)
  await enter(hour + HOUR_MS, hour + 4 * HOUR_MS)
  await card.locator('.sheet-row', { hasText: '林晓棠' }).waitFor()
  await enter(hour + 6 * HOUR_MS, hour + 30 * HOUR_MS)
  await card.locator('.sheet-row', { hasText: '林晓棠' }).nth(1).waitFor()
  const { gaps, shifts } = await roster()
  assert.equal(shifts.length, 2)
  assert.deepEqual([gaps[0], gaps[1]?.start], [{ start: hour + 4 * HOUR_MS, end: hour + 6 * HOUR_MS }, hour + 30 * HOUR_MS])
  const told = await card.locator('.roster-gaps li').allInnerTexts()
  assert.equal(told.length, 2)
  assert.match(told[0]!, /\d{2}:00 – .*\d{2}:00 无人值班$/)
  assert.match(told[1]!, /起无人值班$/)
  // what is still to come can be filled: nothing of it is broken
  assert.equal(await card.locator('.task-broken').count(), 0)
})

test('among what was done the shifts are one line a roster, which opens and closes', async () => {
  await page.goto(`${stage.url}/contracts/${CONTRACT}`)
  const records = page.locator('.place-card', { has: page.getByRole('heading', { name: '服务记录', exact: true }) })
  const line = records.getByRole('button', { name: /^班次：.* 2 班/ })
  await line.waitFor()
  assert.equal(await records.getByText('林晓棠').count(), 0)
  await line.click()
  await records.locator('.service-row', { hasText: '林晓棠' }).nth(1).waitFor()
  await line.click()
  await records.locator('.service-row').first().waitFor({ state: 'detached' })
})

test('the firm of the demo has written its rosters and counted its stock', async () => {
  for (const one of ['zhineng', 'keyou', 'biguolu']) {
    const { desks } = await api<Roster>(`/contracts/${contractUnder(one)}/roster`)
    assert.ok(desks[0]!.shifts.length > 0, one)
  }
  const alarm = contractUnder('baojing')
  type Owed = { readonly items: { readonly promise: string; readonly state: string }[] }
  const { items: owed } = await api<Owed>(`/obligations?contract=${alarm}&state=open&limit=100`)
  assert.ok(owed.some(({ promise }) => promise === 'substitute-stock'))
})
