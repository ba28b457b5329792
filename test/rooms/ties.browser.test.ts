import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { choose } from '../browser/choose.testing.ts'
import { setStage } from '../stage/stage.testing.ts'

/** What belongs together: duplicates proposed and merged, tickets linked and split, and how the like was put right before. */
const stage = await setStage({ past: 0 })
const manager = await stage.as('gu')
const { page } = manager

type Detail = {
  readonly actions: readonly { readonly command: string; readonly code?: string }[]
  readonly ticket: { readonly state: string; readonly asset?: { readonly id: string } }
  readonly ties: readonly { readonly kind: string }[]
}
const api = async <Answer>(path: string): Promise<Answer> =>
  (await (await page.context().request.get(`${stage.url}/api${path}`)).json()) as Answer
async function post<Answer>(path: string, data: object): Promise<Answer> {
  const headers = { 'idempotency-key': crypto.randomUUID(), origin: stage.url }
  const answer = await page.context().request.post(`${stage.url}/api${path}`, { data, headers })
  assert.ok(answer.ok(), await answer.text())
  return (await answer.json()) as Answer
}

type Made = { readonly id: string; readonly number: string }
const report = (title: string, asset: string): Promise<Made> =>
  post('/tickets', { channel: 'phone', title, customer: 'jinping', asset, description: '面板报警' })
const detail = (id: string) => api<Detail>(`/tickets/${id}`)
const open = async (id: string, title: string, on: Page = page): Promise<void> => {
  await on.goto(`${stage.url}/tickets/${id}`)
  await on.getByRole('heading', { name: title, exact: true }).waitFor()
}

const { items: assets } = await api<{ items: { id: string; name: string }[] }>('/assets?customer=jinping&limit=5')
const [device] = assets
assert.ok(device)
const solved = await report('打印头过热停机', device.id)
await post(`/tickets/${solved.id}/restore`, { summary: '更换散热风扇，温度正常' })
await post(`/tickets/${solved.id}/confirm`, {})
await post(`/tickets/${solved.id}/close`, {})
const first = await report('打印头过热报警', device.id)

test('while a fault is reported, open tickets that tell of it and how it was put right before stand beside the form', async () => {
  await page.goto(`${stage.url}/tickets/new?customer=jinping&asset=${device.id}`)
  await page.locator('#new-title').fill('打印头又过热')
  const duplicates = page.getByRole('region', { name: '可能重复' })
  await duplicates.getByText('打印头过热报警').waitFor()
  const cases = page.getByRole('region', { name: '类似案例' })
  await cases.getByText('解决：更换散热风扇，温度正常').waitFor()
  await page.getByRole('button', { name: '登记工单' }).click()
  await page.getByRole('heading', { name: '打印头又过热', exact: true }).waitFor()
})

test('a duplicate is merged from where it is proposed, with its reason; either page leads to the other', async () => {
  const second = await report('打印头过热报警第二次来电', device.id)
  await open(first.id, '打印头过热报警')
  const proposed = page.getByRole('region', { name: '可能重复' }).getByRole('listitem').filter({ hasText: second.number })
  await proposed.getByRole('button', { name: '本单并入这张' }).click()
  const form = page.getByRole('dialog')
  await form.locator('#ask-reason').fill('同一故障，客户又来电')
  await form.getByRole('button', { name: '并入', exact: true }).click()
  const banner = page.locator('.merged-into')
  await banner.getByText('理由：同一故障，客户又来电').waitFor()
  assert.equal((await detail(first.id)).ticket.state, 'merged')
  await banner.getByRole('link').click()
  await page.getByRole('heading', { name: '打印头过热报警第二次来电' }).waitFor()
  await page.getByText(`记在 ${first.number} 上`).first().waitFor()
  await page.getByRole('tab', { name: /^相关/ }).click()
  await page.locator('.ties').getByText(first.number).waitFor()
})

test('tickets are linked, unlinked, and proposed to be linked only', async () => {
  const one = await report('读卡器不认卡', device.id)
  const other = await report('读卡器不认卡，第二台', device.id)
  await open(one.id, '读卡器不认卡')
  const { actions } = await detail(one.id)
  assert.equal(actions.find(({ command }) => command === 'unrelate')?.code, 'ticket.relate-not')
  const proposed = page.getByRole('region', { name: '可能重复' }).getByRole('listitem').filter({ hasText: other.number })
  await proposed.getByRole('button', { name: '只关联' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '关联', exact: true }).click()
  await page.getByRole('tab', { name: '相关 1' }).click()
  await page.locator('.ties').getByRole('button', { name: '解除关联' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '解除关联', exact: true }).click()
  await page.getByText('还没有相关的工单。').waitFor()
  await page.locator('.ties').getByRole('button', { name: '关联工单' }).click()
  await page.getByRole('dialog').locator('#ask-to').fill('读卡器')
  await choose(page, 'ask-to', other.number)
  await page.getByRole('dialog').getByRole('button', { name: '关联', exact: true }).click()
  await page.locator('.ties').getByText(other.number).waitFor()
  assert.deepEqual(
    (await detail(other.id)).ties.map(({ kind }) => kind),
    ['related'],
  )
})

test('a second matter is split off with what both have in common, and counts from the first report', async () => {
  const origin = await report('屏幕闪烁，另外门锁坏了', device.id)
  await open(origin.id, '屏幕闪烁，另外门锁坏了')
  await page.getByRole('tab', { name: '相关' }).click()
  await page.getByRole('button', { name: '拆出一张新工单' }).click()
  await page.locator('.split-from').getByText('承诺从原来的报修').waitFor()
  await page.locator('#new-title').fill('门锁坏了')
  await page.getByRole('button', { name: '登记工单' }).click()
  await page.getByRole('heading', { name: '门锁坏了', exact: true }).waitFor()
  await page.getByText(`从 ${origin.number} 拆出`).first().waitFor()
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  assert.equal((await detail(id)).ticket.asset?.id, device.id)
  await page.getByRole('tab', { name: '相关 1' }).click()
  await page.locator('.ties').getByRole('button', { name: '并入', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: '不做了' }).click()
  await page.getByRole('tab', { name: '经过' }).click()
  await page.getByRole('button', { name: '回复客户 R' }).waitFor()
})

test('no page asked any other host, and none broke', () => {
  assert.deepEqual(manager.complaints, [])
})
