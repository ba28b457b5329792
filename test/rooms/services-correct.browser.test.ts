import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { choose } from '../browser/choose.testing.ts'
import { setStage } from '../stage/stage.testing.ts'
import { POINT } from '../../src/server/files/picture.testing.ts'

const stage = await setStage()
const manager = await stage.as('gu')
const { page } = manager
const CONTRACT = 'ht-2025-031'

async function tell(path: string, data: object): Promise<void> {
  const answer = await page.context().request.post(`${stage.url}/api${path}`, { data, headers: { 'idempotency-key': randomUUID() } })
  assert.ok(answer.ok(), await answer.text())
}

const card = page.locator('.place-card', { has: page.getByRole('heading', { name: '服务记录', exact: true }) })
const drawer = page.locator('.service-drawer')
const entries = () => card.locator('.service-row', { hasText: '备件' }).first().locator('.service-entry')

test('a wrong quantity is put right where it stands: before beside after, with the reason; the wrong entry stays, void', async () => {
  await tell('/services', { type: 'part.replaced', contract: CONTRACT, values: { part: 'P-100', quantity: 12 } })
  await page.goto(`${stage.url}/contracts/${CONTRACT}`)
  await entries().first().getByRole('button', { name: '更正' }).click()
  await drawer.getByText('还没有改动。').waitFor()
  await page.locator('#service-quantity').fill('2')
  await drawer.locator('.correct-changes li', { hasText: '12' }).getByText('2', { exact: true }).waitFor()
  await drawer.getByRole('button', { name: '更正' }).click()
  assert.equal(await drawer.locator('.field-error').count(), 1)
  await page.locator('#service-reason').fill('多打了一个 1')
  await drawer.getByRole('button', { name: '更正' }).click()
  await page.getByText('已更正，原记录作废').waitFor()
  await drawer.waitFor({ state: 'detached' })
  await entries()
    .nth(1)
    .getByText(/数量 2/)
    .waitFor()
  assert.equal(await entries().count(), 2)
  assert.equal(await entries().locator('.voided').count(), 1)
})

test('a wrong hour is shown before it is put right, and asks by what it can be shown; the drawer is left by its button', async () => {
  await entries().nth(1).getByRole('button', { name: '更正' }).click()
  await page.locator('#service-at').fill('2026-01-05T09:00')
  await drawer.locator('.correct-changes li', { hasText: '发生时间' }).waitFor()
  await page.locator('#service-lateEvidence').fill('领料单 7')
  await drawer.getByRole('button', { name: '不做了' }).click()
  await drawer.waitFor({ state: 'detached' })
  await entries().nth(1).getByRole('button', { name: '更正' }).click()
  await page.locator('.ant-drawer-close').click()
  await drawer.waitFor({ state: 'detached' })
  assert.equal(await entries().count(), 2)
})

const PLAN = `plan: handover
title: 移交承诺
version: 1
timezone: Asia/Shanghai
calendars:
  always: {hours: 24x7}
promises:
  called:
    text: 修复后三日内回访。
    source: [T-1]
    deadline: {starts: ticket.restored, kept-by: callback.made, within: 3d, calendar: always}
forms:
  handover:
    name: 移交确认
    fields:
      - {id: site, name: 现场照片, type: photo, required: true}
      - {id: consent, name: 业主同意, type: signature, required: true}
`

/** One stroke across the sheet by a finger. */
async function strokeByFinger(): Promise<void> {
  const cdp = await manager.context.newCDPSession(page)
  const box = (await page.locator('.signature-sheet canvas').boundingBox()) ?? assert.fail('there is nothing to sign on')
  const at = (share: number) => ({ x: box.x + box.width * share, y: box.y + box.height / 2 })
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at(0.2)] })
  for (const share of [0.3, 0.5, 0.8]) await cdp.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [at(share)] })
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
}

async function strokeByMouse(): Promise<void> {
  const box = (await page.locator('.signature-sheet canvas').boundingBox()) ?? assert.fail('there is nothing to sign on')
  await page.mouse.move(box.x + 30, box.y + 30)
  await page.mouse.down()
  await page.mouse.move(box.x + 120, box.y + 60, { steps: 5 })
  await page.mouse.move(box.x + 200, box.y + 30, { steps: 5 })
  await page.mouse.up()
}

/** How many points of the sheet are inked. */
const inked = (): Promise<number> =>
  page.locator('.signature-sheet canvas').evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height)
    return data.filter((value, at) => at % 4 === 0 && value < 128).length
  })

test('a form with photos and a signature: chosen, drawn by mouse, wiped, drawn by finger; seen in the record, put right, on paper', async () => {
  await tell('/plans', { yaml: PLAN })
  const { items } = (await (await page.context().request.get(`${stage.url}/api/contracts?q=HT-2025-031`)).json()) as {
    items: { customer: { id: string } }[]
  }
  await tell('/contracts', { number: 'HT-YJ-1', title: '移交', customer: items[0]!.customer.id, plan: 'handover@1' })
  const made = (await (await page.context().request.get(`${stage.url}/api/contracts?q=HT-YJ-1`)).json()) as { items: { id: string }[] }
  await page.goto(`${stage.url}/contracts/${made.items[0]!.id}`)
  await card.getByRole('button', { name: '登记服务' }).click()
  await page.locator('#service-type').click()
  await page.locator('#service-type').fill('填写表单')
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: '填写表单' }).first().click()
  await choose(page, 'service-form', '移交确认')
  await drawer.getByRole('button', { name: '登记', exact: true }).click()
  assert.equal(await drawer.locator('.field-error').count(), 2)
  const form = drawer.getByRole('group', { name: '移交确认' })
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), form.getByRole('button', { name: '添加照片' }).click()])
  await chooser.setFiles([
    { name: '机房.png', mimeType: 'image/png', buffer: POINT },
    { name: '门口.png', mimeType: 'image/png', buffer: Buffer.concat([POINT, Buffer.from('x')]) },
  ])
  await form.getByText('已传好').nth(1).waitFor()
  await page.locator('.signature-sheet canvas').scrollIntoViewIfNeeded()
  await strokeByMouse()
  assert.ok((await inked()) > 100)
  await form.getByRole('button', { name: '重新签名' }).click()
  assert.equal(await inked(), 0)
  await strokeByFinger()
  assert.ok((await inked()) > 100)
  await page.locator('[id="service-forms.handover.consent"]').fill('张主任')
  await drawer.getByRole('button', { name: '登记', exact: true }).click()
  await drawer.waitFor({ state: 'detached' })
  await card.getByText('业主同意 张主任（手写签名）').waitFor()
  const pictures = card.locator('.pictures img')
  assert.equal(await pictures.count(), 3)
  await pictures.first().click()
  await page.locator('.preview-file img').waitFor()
  await page.keyboard.press('Escape')
  await page.locator('.preview-file').waitFor({ state: 'detached' })
  assert.equal(await pictures.nth(2).evaluate((one: HTMLImageElement) => one.decode().then(() => one.naturalWidth)), 600)
  await card.getByRole('button', { name: '更正' }).first().click()
  await drawer.getByRole('button', { name: '移除 2' }).click()
  await drawer.getByRole('button', { name: '重新签名' }).click()
  await page.locator('[id="service-forms.handover.consent"]').fill('李主任')
  await page.locator('#service-reason').fill('当时签的是别人')
  await drawer.getByRole('button', { name: '更正' }).click()
  await drawer.waitFor({ state: 'detached' })
  await card.getByText('业主同意 李主任', { exact: false }).first().waitFor()
  const [paper] = await Promise.all([page.waitForEvent('download'), card.getByRole('link', { name: '移交确认（PDF）' }).first().click()])
  assert.match(readFileSync(await paper.path()).toString('latin1'), /\/Subtype ?\/Image/)
})

test('no page asked another host, and none broke', () => {
  assert.deepEqual(manager.complaints, [])
})
