import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { choose as pick } from '../browser/choose.testing.ts'
import { setStage } from '../stage/stage.testing.ts'
import { POINT } from '../../src/server/files/picture.testing.ts'
import { paste } from './paste.testing.ts'

const stage = await setStage()
const agent = await stage.as('xu')
const { page } = agent
const MB = 1024 * 1024

const picture = (name: string, size = POINT.length) => ({
  name,
  mimeType: 'image/png',
  buffer: Buffer.concat([POINT, randomBytes(size - POINT.length)]),
})
const text = (name: string, words: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(words) })

async function openTicket(words: string, on: Page = page): Promise<void> {
  const answer = await on.context().request.get(`${stage.url}/api/tickets?view=all&q=${encodeURIComponent(words)}`)
  const [row] = ((await answer.json()) as { items: { id: string; title: string }[] }).items
  assert.ok(row, words)
  await on.goto(`${stage.url}/tickets/${row.id}`)
  await on.getByRole('heading', { name: row.title }).waitFor()
}

const field = (on: Page = page) => on.locator('.file-field')
const upload = (name: string, on: Page = page) => field(on).locator('.upload', { hasText: name })
const choose = (files: Parameters<ReturnType<Page['locator']>['setInputFiles']>[0]) =>
  field().locator('input[type=file]').setInputFiles(files)
const kept = (name: string) => upload(name).getByText('已传好').waitFor()

async function writeNote(words: string): Promise<void> {
  await page.keyboard.press('i')
  await page.getByRole('textbox', { name: '内部备注' }).fill(words)
}

/** Lets parts of files wait until they are let through. */
async function holdParts(): Promise<{ readonly release: () => Promise<void> }> {
  let release: () => void = () => undefined
  const held = new Promise<void>((done) => (release = done))
  await page.route('**/api/files/*?offset=*', async (route) => {
    await held
    await route.continue().catch(() => undefined)
  })
  return {
    async release() {
      release()
      await page.unroute('**/api/files/*?offset=*')
    },
  }
}

test('a file goes with a note: chosen, seen on its way, refused with a sentence while it is, and read back on the timeline', async () => {
  await openTicket('挂号机打印头卡纸')
  await writeNote('铭牌和旧件见附件')
  const parts = await holdParts()
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), field().getByRole('button', { name: '添加附件' }).click()])
  assert.ok(chooser.isMultiple())
  await chooser.setFiles([picture('铭牌.png', 3 * MB), text('换件清单.txt', '打印头 1 只\n')])
  await upload('铭牌')
    .getByText(/已传 0%，3\.0 MB/)
    .waitFor()
  await upload('铭牌').getByRole('progressbar').waitFor()
  await page.getByRole('button', { name: '记下' }).click()
  await field().getByText('附件还没有传完').waitFor()
  await parts.release()
  await kept('铭牌')
  await kept('换件清单')
  await field().getByText('附件还没有传完').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '记下' }).click()
  const note = page.locator('.fact-box.note', { hasText: '铭牌和旧件见附件' })
  await note.getByRole('link', { name: /铭牌\.png/ }).waitFor()
  await note.locator('img').evaluate((image: HTMLImageElement) => image.decode())
  const [opened] = await Promise.all([page.context().waitForEvent('page'), note.getByRole('link', { name: /换件清单/ }).click()])
  await opened.getByText('打印头 1 只').waitFor()
  await opened.close()
})

test('an upload is cancelled, and one that is there is removed: neither goes with the note', async () => {
  await writeNote('只附一份')
  const parts = await holdParts()
  await choose([picture('不要的.png', 2 * MB), picture('要的.png', 20_000), picture('也不要.png', 30_000)])
  await upload('不要的').getByRole('progressbar').waitFor()
  await field().getByRole('button', { name: '取消上传 不要的.png' }).click()
  await upload('不要的').waitFor({ state: 'detached' })
  await parts.release()
  await kept('也不要')
  await field().getByRole('button', { name: '移除 也不要.png' }).click()
  await kept('要的.png')
  await page.getByRole('button', { name: '记下' }).click()
  const note = page.locator('.fact-box.note', { hasText: '只附一份' })
  await note.getByRole('link', { name: /^要的\.png/ }).waitFor()
  assert.equal(await note.getByRole('link').count(), 1)
})

test('what is dropped is added, and a pasted picture too, while pasted text stays text', async () => {
  await writeNote('拖进来的')
  const carried = await page.evaluateHandle(
    (bytes) => {
      const files = new DataTransfer()
      files.items.add(new File([new Uint8Array(bytes)], '拖来的.png', { type: 'image/png' }))
      return files
    },
    [...POINT],
  )
  await field().dispatchEvent('dragover', { dataTransfer: carried })
  await field().getByText('松开即添加').waitFor()
  await field().dispatchEvent('dragleave', { dataTransfer: carried })
  await field().getByText('也可以拖进来或粘贴').waitFor()
  await field().dispatchEvent('drop', { dataTransfer: carried })
  await kept('拖来的')
  const box = page.getByRole('textbox', { name: '内部备注' })
  await paste(box)
  await paste(box, '只是文字')
  await kept('粘贴的图片.png')
  assert.equal(await field().locator('.upload').count(), 2)
  await page.getByRole('button', { name: '记下' }).click()
  await page
    .locator('.fact-box.note', { hasText: '拖进来的' })
    .getByRole('link', { name: /粘贴的图片/ })
    .waitFor()
})

test('when the line breaks the upload stops with a sentence, and goes on where it stopped', async () => {
  await writeNote('断线以后')
  const offsets: number[] = []
  let cut = true
  await page.route('**/api/files/*?offset=*', async (route) => {
    const offset = Number(new URL(route.request().url()).searchParams.get('offset'))
    if (cut && offset > 0) return route.abort('connectionreset')
    offsets.push(offset)
    return route.continue()
  })
  await choose(picture('断线.png', 2 * MB))
  await upload('断线').getByText('没有连上服务器').waitFor({ timeout: 20_000 })
  await page.getByRole('button', { name: '记下' }).click()
  await field().getByText('有附件没有传成').waitFor()
  cut = false
  await upload('断线').getByRole('button', { name: '继续' }).click()
  await kept('断线')
  await page.unroute('**/api/files/*?offset=*')
  assert.deepEqual([offsets[0], offsets.filter((one) => one === 0).length], [0, 1])
  await page.getByRole('button', { name: '记下' }).click()
  await page.locator('.fact-box.note', { hasText: '断线以后' }).getByRole('link', { name: /断线/ }).waitFor()
})

const drawer = (on: Page = page) => on.getByRole('dialog')
const side = (name: string) => page.locator('.ticket-side').getByRole('button', { name: new RegExp(`^${name}( [A-Z])?$`) })

/** Pastes a picture into an element, as from the clipboard. */
async function pastePicture(into: ReturnType<Page['locator']>): Promise<void> {
  await into.evaluate(
    (element, bytes) => {
      const clipboardData = new DataTransfer()
      clipboardData.items.add(new File([new Uint8Array(bytes)], 'image.png', { type: 'image/png' }))
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    },
    [...POINT],
  )
}

test('a pause takes its evidence as a file, and a form with an upload under way says so', async () => {
  await openTicket('3 号冷水机组高压报警停机')
  await side('暂停').click()
  const parts = await holdParts()
  await choose(picture('改期函.png', MB))
  await upload('改期函').getByRole('progressbar').waitFor()
  await drawer().getByRole('button', { name: '暂停' }).click()
  await field().getByText('附件还没有传完').waitFor()
  await parts.release()
  await kept('改期函')
  await pastePicture(drawer().locator('form'))
  await kept('粘贴的图片')
  await pick(page, 'ask-reason', /./)
  await drawer().getByRole('button', { name: '暂停' }).click()
  await drawer().waitFor({ state: 'detached' })
  await page.getByRole('link', { name: /改期函/ }).waitFor()
})

test('a service record carries a file, and shows it with its step', async () => {
  await page.getByRole('button', { name: '登记服务' }).click()
  const form = drawer().locator('#service-record')
  await form.waitFor()
  await page.locator('#service-type').click()
  await page.locator('#service-type').fill('上门完成')
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: '上门完成' }).first().click()
  const parts = await holdParts()
  await choose(picture('现场.png', MB))
  await upload('现场').getByRole('progressbar').waitFor()
  await drawer().getByRole('button', { name: '登记', exact: true }).click()
  await field().getByText('附件还没有传完').waitFor()
  await parts.release()
  await kept('现场')
  await pastePicture(form)
  await kept('粘贴的图片')
  await drawer().getByRole('button', { name: '登记', exact: true }).click()
  await drawer().waitFor({ state: 'detached' })
  await page
    .locator('.service-row')
    .getByRole('link', { name: /现场\.png/ })
    .waitFor()
})

test('a milestone of a contract carries its waybill', async () => {
  const manager = await stage.as('gu')
  const on = manager.page
  const answer = await on.context().request.get(`${stage.url}/api/contracts?q=HT-2025-031`)
  const { items } = (await answer.json()) as { items: { id: string }[] }
  await on.goto(`${stage.url}/contracts/${items[0]?.id}`)
  await on.getByRole('button', { name: '登记里程碑' }).click()
  await pick(on, 'reach-milestone', '发货')
  await on.locator('#reach-evidence').fill('调试记录 3 号')
  await field(on).locator('input[type=file]').setInputFiles(text('调试记录.txt', '<html>'))
  await upload('调试记录', on).getByText('不接受网页').waitFor()
  await drawer(on).getByRole('button', { name: '登记里程碑' }).click()
  await field(on).getByText('有附件没有传成').waitFor()
  await field(on).getByRole('button', { name: '移除 调试记录.txt' }).click()
  await pastePicture(drawer(on).locator('form'))
  await upload('粘贴的图片', on).getByText('已传好').waitFor()
  await drawer(on).getByRole('button', { name: '登记里程碑' }).click()
  await drawer(on).waitFor({ state: 'detached' })
  await on
    .locator('.milestone')
    .getByRole('link', { name: /粘贴的图片/ })
    .waitFor()
})

test('a fault is reported with its photo, which the ticket shows', async () => {
  await page.goto(`${stage.url}/tickets/new`)
  await page.locator('#new-title').fill('分诊屏漏水')
  await choose(picture('漏水.png', 40_000))
  await kept('漏水')
  await pastePicture(page.locator('form.report-main'))
  await kept('粘贴的图片')
  await page.locator('#new-customer').fill('锦屏')
  await pick(page, 'new-customer', '锦屏市第三人民医院')
  await page.getByRole('button', { name: '登记工单' }).click()
  await page.getByRole('heading', { name: '分诊屏漏水' }).waitFor()
  await page.getByRole('link', { name: /漏水/ }).waitFor()
})

test('a file that is not what it is called is refused with the reason, and the box keeps its words and its other files', async () => {
  await openTicket('挂号机打印头卡纸')
  await writeNote('假照片')
  await choose([text('假的.png', '<html>'), picture('真的.png', 5_000)])
  await upload('假的').getByText('文件的内容不是 png').waitFor()
  await kept('真的')
  await page.keyboard.press('Escape')
  await page.keyboard.press('i')
  await upload('假的').getByRole('button', { name: '移除 假的.png' }).click()
  await kept('真的')
  await page.getByRole('button', { name: '记下' }).click()
  await page.locator('.fact-box.note', { hasText: '假照片' }).getByRole('link', { name: /真的/ }).waitFor()
  assert.deepEqual(agent.complaints, [])
})

/** A second of silence as a WAV file. */
function silence(): Buffer {
  const data = Buffer.alloc(8_000, 128)
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + data.length, 4)
  head.write('WAVEfmt ', 8)
  for (const [value, at] of [
    [16, 16],
    [8_000, 24],
    [8_000, 28],
    [data.length, 40],
  ] as const)
    head.writeUInt32LE(value, at)
  for (const [value, at] of [
    [1, 20],
    [1, 22],
    [1, 32],
    [8, 34],
  ] as const)
    head.writeUInt16LE(value, at)
  head.write('data', 36)
  return Buffer.concat([head, data])
}

test('pictures and sound are looked at on the page, one after the other, and the original is at hand', async () => {
  await openTicket('挂号机打印头卡纸')
  await writeNote('两张照片和一段异响')
  await choose([picture('正面.png', 9_000), picture('背面.png', 9_500), { name: '异响.wav', mimeType: 'audio/wav', buffer: silence() }])
  for (const name of ['正面.png', '背面.png', '异响.wav']) await kept(name)
  await page.getByRole('button', { name: '记下' }).click()
  const list = page.locator('.file-list', { hasText: '异响.wav' })
  await list.locator('.file-name').nth(2).waitFor()
  const [first = '', second = '', third = ''] = await list.locator('.file-name').allTextContents()
  const dialog = page.getByRole('dialog')
  const shows = (name: string) =>
    name.endsWith('.wav') ? dialog.locator('audio').waitFor() : dialog.getByRole('img', { name, exact: true }).waitFor()
  await list.getByText(first).click()
  await shows(first)
  assert.ok(await dialog.getByRole('button', { name: '上一个' }).isDisabled())
  await dialog.getByRole('button', { name: '下一个' }).click()
  await shows(second)
  await dialog.getByText('2 / 3').waitFor()
  // In a player the arrows move its time.
  await page.locator('.ant-modal-title').click()
  await page.keyboard.press('ArrowRight')
  await shows(third)
  await dialog.getByRole('button', { name: '上一个' }).click()
  await shows(second)
  const [download] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('link', { name: '下载' }).click()])
  assert.equal(download.suggestedFilename(), second)
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
})
