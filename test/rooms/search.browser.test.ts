import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { setStage } from '../stage/stage.testing.ts'

const stage = await setStage()
const { page, complaints } = await stage.as('xu')
const box = page.getByRole('textbox', { name: '搜索' })
const group = (name: string) => page.getByRole('listbox').getByRole('group', { name, exact: true })
const shots = process.env.NUOXING_SHOTS

async function shoot(name: string, on = page): Promise<void> {
  if (shots !== undefined) await on.screenshot({ path: join(shots, `${name}.png`) })
}

async function openBox(words: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await box.fill(words)
}

test('what was found stands under its kinds, with the typed words marked wherever they stand', async () => {
  await page.goto(`${stage.url}/tickets?view=all`)
  await page.locator('.ticket-row:not(.columns)').first().waitFor()
  await openBox('挂号机')
  await group('设备').getByRole('option').first().waitFor()
  await group('工单').getByRole('option').first().waitFor()
  const marks = await page.locator('.palette mark').allTextContents()
  assert.ok(marks.length > 1)
  assert.deepEqual([...new Set(marks)], ['挂号机'])
  await shoot('search-1440')
})

test('arrows go through all kinds and keep the mark in sight, Enter opens it, Escape leaves all as it was', async () => {
  const options = page.getByRole('option')
  await box.press('ArrowUp')
  const last = options.last()
  assert.equal(await last.getAttribute('aria-selected'), 'true')
  const [seen, list] = [await last.boundingBox(), await page.getByRole('listbox').boundingBox()]
  assert.ok(seen && list && seen.y >= list.y && seen.y + seen.height <= list.y + list.height + 1, JSON.stringify({ seen, list }))
  await box.press('ArrowDown')
  assert.equal(await options.first().getAttribute('aria-selected'), 'true')
  await page.locator('.ant-modal:not([class*=ant-zoom-appear])').waitFor()
  await box.press('Escape')
  await page.getByRole('listbox').waitFor({ state: 'detached' })
  assert.match(page.url(), /view=all$/)
  await openBox('挂号机')
  await group('工单').getByRole('option').first().waitFor()
  const title = (await group('工单').getByRole('option').first().locator('.one-line').first().textContent()) ?? ''
  await page.waitForTimeout(300)
  while (
    (await options
      .filter({ has: page.locator('.one-line', { hasText: title }) })
      .first()
      .getAttribute('aria-selected')) !== 'true'
  )
    await box.press('ArrowDown')
  await box.press('Enter')
  await page.getByRole('heading', { name: title.replace(/^\S+ /, '') }).waitFor()
})

test('initials and serial numbers find records, and all tickets with the words are one step away in the list', async () => {
  const { items } = (await (await page.context().request.get(`${stage.url}/api/assets?limit=20`)).json()) as {
    items: { name: string; serial?: string }[]
  }
  const device = items.find(({ serial }) => serial !== undefined) ?? assert.fail('no device with a serial number')
  await openBox(device.serial!.toLowerCase())
  await group('设备').getByRole('option', { name: device.name }).first().waitFor()
  await box.fill('zzghj')
  await group('设备')
    .getByRole('option', { name: /自助挂号机/ })
    .first()
    .waitFor()
  await box.fill('挂号机')
  await page.getByRole('option', { name: '在工单列表里看所有“挂号机”' }).click()
  await page.waitForURL(/q=/)
  await page.locator('.ticket-row:not(.columns)').first().waitFor()
  assert.equal(await page.getByRole('textbox', { name: /找编号/ }).inputValue(), '挂号机')
})

test('the box is read in the dark and on a phone', async () => {
  for (const [name, options] of [
    ['search-1440-dark', { dark: true }],
    ['search-390', { width: 390, height: 844 }],
    ['search-390-dark', { width: 390, height: 844, dark: true }],
  ] as const) {
    const { page: other, context } = await stage.as('xu', options)
    await other.goto(`${stage.url}/tickets?view=all`)
    await other.locator('.ticket-row:not(.columns)').first().waitFor()
    await other.keyboard.press('Control+k')
    await other.getByRole('textbox', { name: '搜索' }).fill('挂号机')
    await other.getByRole('listbox').getByRole('group', { name: '设备' }).waitFor()
    await other.locator('.ant-modal:not([class*=ant-zoom-appear])').waitFor()
    const wide = await other.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    assert.equal(wide, 0, name)
    await shoot(name, other)
    await context.close()
  }
  assert.deepEqual(complaints, [])
})
