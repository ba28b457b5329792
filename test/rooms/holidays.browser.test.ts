import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setStage } from '../stage/stage.testing.ts'

const stage = await setStage({ past: 4 })
const manager = await stage.as('gu')
const { page } = manager

async function post<Answer>(path: string, data: object): Promise<Answer> {
  const answer = await page.context().request.post(`${stage.url}/api${path}`, {
    data,
    headers: { 'idempotency-key': crypto.randomUUID(), origin: stage.url },
  })
  assert.ok(answer.ok(), await answer.text())
  return (await answer.json()) as Answer
}

/** A promise of a hundred working days: from now on it reaches beyond what is announced. */
const PLAN = `plan: shijian
title: 试点方案
version: 1
timezone: Asia/Shanghai
calendars: {office: {weekly: {mon-fri: ["09:00-17:00"]}, holidays: CN}}
promises:
  restore:
    title: 大修
    text: 一百个工作日内修好。
    source: [T-1]
    deadline: {starts: ticket.reported, kept-by: ticket.restored, within: 100wd, calendar: office}
`

type Lists = { readonly knownUntil: string; readonly provisional: number }

const lists = async () => (await (await page.context().request.get(`${stage.url}/api/holidays`)).json()) as Lists

/** An invented list for the first year that is not known yet: a weekday off for each festival. */
async function nextList(): Promise<{ readonly year: number; readonly text: (more?: readonly object[]) => string }> {
  const year = Number((await lists()).knownUntil.slice(0, 4))
  const names = ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节']
  const days = names.map((name, month) => ({ name, date: `${year}-0${month + 1}-11`, isOffDay: true }))
  return { year, text: (more = []) => JSON.stringify({ year, days: [...days, ...more] }) }
}

test('a list with a mistake is told of it under the box, and cannot be published', async () => {
  await post('/plans', { yaml: PLAN })
  const contract = await post<{ id: string }>('/contracts', { number: 'HT-2026-098', title: '试点', customer: 'mingde', plan: 'shijian@1' })
  await post('/tickets', { channel: 'phone', title: '锅炉大修', customer: 'mingde', contract: contract.id })
  const { year, text } = await nextList()
  await page.goto(`${stage.url}/settings`)
  await page.getByRole('link', { name: '日历' }).click()
  await page.getByText(`已知到 ${year}-01-01 之前`).waitFor()
  const calendar = page.getByRole('region', { name: '年历' })
  await calendar.getByLabel(`${year - 1}-10-01 国庆节 放假`).waitFor()
  await calendar.getByText(String(year - 2), { exact: true }).click()
  await calendar.getByLabel(new RegExp(`^${year - 2}-10-01 国庆节.* 放假$`)).waitFor()
  assert.equal(await calendar.getByRole('table').count(), 12)
  await page.locator('#holidays-text').fill(text([{ name: '春节', date: `${year}-02-30`, isOffDay: true }]))
  await page.getByRole('button', { name: '试算' }).click()
  await page.getByText(`“${year}-02-30”不是日期`).waitFor()
  assert.equal(await page.getByRole('button', { name: '公布', exact: true }).count(), 0)
})

test('a list is pasted row by row from a table: what is wrong is told with its line, and what is sound is shown day by day', async () => {
  const { year, text } = await nextList()
  const days = JSON.parse(text()).days as { date: string; name: string }[]
  const rows = (more: string) => [
    '日期\t放假/上班\t名称',
    ...days.map(({ date, name }) => `${date.replaceAll('-', '/')}\t放假\t${name}`),
    more,
  ]
  const box = page.locator('#holidays-text')
  await box.fill(rows(`${year}-02-05 春节`).join('\n'))
  await page.getByRole('button', { name: '试算' }).click()
  const told = page.locator('.field-error', { hasText: `${year}-02-05 没有写明是放假还是上班` })
  await told.getByText('第 9 行').waitFor()
  assert.equal(await page.getByRole('button', { name: '公布', exact: true }).count(), 0)
  await box.fill(rows(`${year}-02-12 放假 春节`).join('\n'))
  await page.getByRole('button', { name: '试算' }).click()
  await page.getByText('读到 8 天').click()
  await page.locator('details', { hasText: '读到 8 天' }).getByText(`${year}-02-12 春节 放假`).waitFor()
  await page.getByRole('button', { name: '公布', exact: true }).waitFor()
  await box.fill('')
})

test('a list is read from a file, tried, and published: what was provisional has its time, and the mark is gone', async () => {
  const { year, text } = await nextList()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '从文件读入' }).click()
  await (await chooser).setFiles({ name: `${year}.json`, mimeType: 'application/json', buffer: Buffer.from(text()) })
  await page.getByRole('button', { name: '试算' }).click()
  await page.locator('.holidays .sheet-row', { hasText: '锅炉大修' }).waitFor()
  await page.getByRole('button', { name: '公布', exact: true }).click()
  await page
    .getByText(`已知到 ${year + 1}-01-01 之前`)
    .first()
    .waitFor()
  await page.getByText('没有暂定的到期时间。').waitFor()
  await page.getByText(new RegExp(`${year} 年名单：顾南`)).waitFor()
  await page.goto(`${stage.url}/tickets?view=all&q=${encodeURIComponent('锅炉大修')}`)
  await page.getByText('锅炉大修').first().click()
  await page.locator('.clock-card', { hasText: '大修' }).first().click()
  await page.locator('.why').waitFor()
  assert.equal(await page.locator('.clock-card .provisional').count(), 0)
  await page.locator('.why').getByText('逐句说明').click()
  await page.getByText(/公布节假日：到期时间由/).waitFor()
})

test('no page asked another host, and none broke', () => {
  assert.deepEqual(manager.complaints, [])
})
