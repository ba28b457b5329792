import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { VENDOR } from '../../src/server/demo/vendor.ts'
import { openArchive } from '../../src/server/files/archive.ts'
import { openSigner } from '../../src/server/seal-key.ts'
import { sealTenant } from '../../src/server/sealing.ts'
import { choose } from '../browser/choose.testing.ts'
import { setStage } from '../stage/stage.testing.ts'

const stage = await setStage({ past: 24 })
const manager = await stage.as('gu')
const { page } = manager
const clauses = page.locator('button.clause-row')
const panel = page.locator('.clause-panel')

type Counts = { readonly kept: number; readonly broken: number; readonly excused: number; readonly open: number; readonly paused: number }
type Listed = { readonly number: string; readonly overdue: number; readonly nextDueAt?: number }
type Clause = {
  readonly promise: string
  readonly text?: string
  readonly title: string
  readonly form: string
  readonly counts: Counts
  readonly marks: readonly { readonly state: keyof Counts | 'cancelled'; readonly disputed?: boolean }[]
  readonly level?: { readonly value?: string; readonly readings: readonly unknown[] }
}
type BoardAnswer = {
  readonly year: number
  readonly clauses: readonly Clause[]
  readonly later: readonly unknown[]
  readonly totals: Counts
}

async function board(id = 'ht-2025-031'): Promise<BoardAnswer> {
  return (await (await page.context().request.get(`${stage.url}/api/contracts/${id}/board`)).json()) as BoardAnswer
}

async function openBoard(id = 'ht-2025-031', on: Page = page): Promise<void> {
  await on.goto(`${stage.url}/board/${id}`)
  await on.locator('button.clause-row').first().waitFor()
}

test('contracts are found by number or customer; what is not there is named and the filter is cleared with a button', async () => {
  await page.goto(`${stage.url}/board`)
  await page.locator('.contract-row').nth(5).waitFor()
  const { items } = (await (await page.context().request.get(`${stage.url}/api/contracts`)).json()) as { items: readonly Listed[] }
  const late = items.find(({ overdue }) => overdue > 0) ?? assert.fail('no contract owes anything')
  await page.locator('.contract-row', { hasText: late.number }).getByText(`超时未完成 ${late.overdue}`).waitFor()
  const dated = items.find(({ nextDueAt }) => nextDueAt !== undefined) ?? assert.fail('nothing is due')
  await page
    .locator('.contract-row', { hasText: dated.number })
    .getByText(/^下一项 .* 到期$/)
    .waitFor()
  const find = page.locator('.sheet-find input')
  await find.fill('HT-2026-007')
  await page.waitForFunction(() => document.querySelectorAll('.contract-row').length === 1)
  await page.locator('.contract-row', { hasText: '明德中学' }).waitFor()
  await find.fill('没有这份')
  await page.getByText('没有找到“没有这份”。').waitFor()
  await page.getByRole('button', { name: '清除筛选' }).click()
  await page.locator('.contract-row').nth(5).waitFor()
  assert.equal(await find.inputValue(), '')
})

test('a cover stands device by device: its clause opens with each device, its last day and why', async () => {
  await openBoard()
  const cover = clauses.filter({ has: page.locator('.cover-strip') })
  assert.equal(await cover.count(), 1)
  await cover.click()
  await panel.getByText('质保中').first().waitFor()
  assert.equal(await panel.locator('.covered').count(), 3)
  await panel
    .getByText(/设备质保至 2027-03-14，因为/)
    .first()
    .waitFor()
  await panel.getByRole('button', { name: '关闭' }).click()
})

test('a cover is a bar over the year: how many devices, until which day, and the same day as the next thing to come', async () => {
  await openBoard()
  const row = clauses.filter({ has: page.locator('.cover-strip') })
  assert.equal(await row.locator('.cover-words').textContent(), '3 台，至 2027-03-14')
  assert.equal(await row.locator('.rate').textContent(), '3 台质保中')
  assert.equal(await row.locator('.clause-next').textContent(), '2027-03-14 到期')
})

test('a level is a line over its windows with what it comes to; a gate says how often it was passed', async () => {
  await openBoard('ht-2025-052')
  const known = (await board('ht-2025-052')).clauses
  const measured = known.find(({ level }) => level !== undefined) ?? assert.fail('no level')
  const level = measured.level ?? assert.fail()
  const row = clauses.filter({ hasText: measured.text ?? measured.title })
  assert.ok(level.readings.length > 0)
  assert.equal(await row.locator('.level-line').count(), level.readings.length)
  assert.equal(await row.locator('.rate b').textContent(), level.value)
  assert.equal(await row.locator('.rate small').textContent(), '没有约定数字')
  assert.match((await row.locator('.strip').getAttribute('aria-label')) ?? '', new RegExp(`^${level.value ?? ''}，`))
  const gate = known.find(({ form, counts }) => form === 'gate' && counts.kept > 0) ?? assert.fail('no gate was passed')
  const passed = clauses.filter({ hasText: gate.text ?? gate.title })
  assert.equal(await passed.locator('.rate').textContent(), `守住放行 ${gate.counts.kept}`)
  const idle = known.find(({ form, counts }) => form === 'gate' && counts.kept + counts.broken + counts.excused === 0)
  assert.ok(idle)
  await clauses
    .filter({ hasText: idle.text ?? idle.title })
    .getByText('还没有人经过')
    .waitFor()
})

test('what is objected to carries a flag on its row, and the way to the contract stands on the board', async () => {
  await openBoard()
  const flagged = (await board()).clauses.map(({ marks }) => marks.filter(({ disputed }) => disputed === true).length)
  assert.ok(Math.max(...flagged) > 0)
  const known = (await board()).clauses
  for (const [at, count] of flagged.entries()) {
    const { text, title } = known[at] ?? assert.fail()
    assert.equal(
      await clauses
        .filter({ hasText: text ?? title })
        .first()
        .locator('.mark-flag')
        .count(),
      count,
    )
  }
  await page.getByRole('link', { name: '看合同' }).click()
  await page.waitForURL(/\/contracts\/ht-2025-031/)
})

test('the board of a year is taken along as a file: a clause a line, with its counts, how it stands and what comes next', async () => {
  await openBoard()
  const known = (await board()).clauses
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出 CSV' }).click()])
  assert.match(file.suggestedFilename(), /^HT-2025-031 \d{4} 年\.csv$/)
  const lines = readFileSync(await file.path(), 'utf8')
    .trim()
    .split('\r\n')
  assert.equal(lines.length, known.length + 1)
  assert.match(lines[0] ?? '', /"形式","承诺","条款","出处","兑现","超时","豁免","异议","进行中","现状","下一次"$/)
  const cover = known.findIndex(({ form }) => form === 'cover')
  assert.match(lines[cover + 1] ?? '', /^"质保".*"3 台，质保中","2027-03-14 到期"$/)
  const administrator = await stage.as('admin')
  await administrator.page.goto(`${stage.url}/trail`)
  const line = administrator.page.locator('.trail-row', { hasText: '导出承诺看板' })
  assert.match((await line.textContent()) ?? '', new RegExp(`顾.*${(await board()).year} 年 · 共 ${known.length} 行`))
})

test('the report of a month and the pack of evidence are taken from the board and from the contract; the pack is checked by itself', async () => {
  await openBoard()
  await page.getByRole('button', { name: '月报与证据包' }).click()
  const choice = page.locator('.take-period')
  const take = async (name: string): Promise<{ readonly name: string; readonly path: string }> => {
    const [file] = await Promise.all([page.waitForEvent('download'), choice.getByRole('button', { name }).click()])
    return { name: file.suggestedFilename(), path: await file.path() }
  }
  assert.match((await take('下载月报')).name, /^HT-2025-031 承诺兑现月报 \d{4}-\d{2}\.pdf$/)
  await choose(page, 'take-month', '全年')
  const pack = await take('下载证据包')
  assert.match(pack.name, /^HT-2025-031 证据包 \d{4}\.zip$/)
  const folder = mkdtempSync(join(tmpdir(), 'nx-pack-'))
  const archive = await openArchive(readFileSync(pack.path), { entries: 10_000, bytes: 200_000_000 })
  for (const name of archive.names) {
    mkdirSync(join(folder, dirname(name)), { recursive: true })
    writeFileSync(join(folder, name), (await archive.read(name)) ?? '')
  }
  assert.match(execFileSync(process.execPath, ['verify.mjs'], { cwd: folder, encoding: 'utf8' }), /全部一致。/)
  rmSync(folder, { recursive: true })
  await page.goto(`${stage.url}/contracts/ht-2025-031`)
  await page.getByRole('button', { name: '月报与证据包' }).click()
  await choose(page, 'take-year', '2025 年')
  await choose(page, 'take-month', '全年')
  assert.match((await take('下载年报')).name, /^HT-2025-031 承诺兑现年报 2025\.pdf$/)
})

test('every signed contract has a board, with its clauses or a plain word for what is not followed yet', async () => {
  await page.goto(`${stage.url}/board`)
  await page.locator('.contract-row').nth(5).waitFor()
  const links = await page.locator('.contract-row').evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''))
  for (const link of links) {
    await page.goto(stage.url + link)
    await clauses.first().waitFor()
    const known = await board(link.split('/').at(-1))
    assert.equal(await clauses.count(), known.clauses.length, link)
    assert.equal(await page.locator('.later li').count(), known.later.length, link)
  }
})

test('the strip has a mark for every verdict, each of its shape, and says its counts to who cannot see it', async () => {
  await openBoard()
  const { clauses: known } = await board()
  const busiest = known.toSorted((a, b) => b.marks.length - a.marks.length)[0] ?? assert.fail('no clause')
  assert.ok(busiest.counts.kept > 0)
  const strip = clauses
    .filter({ hasText: busiest.text ?? busiest.title })
    .first()
    .locator('.strip')
  const of = (...states: string[]): number => busiest.marks.filter((mark) => states.includes(mark.state)).length
  assert.equal(await strip.locator('.mark-kept').count(), of('kept'))
  assert.equal(await strip.locator('.mark-broken').count(), of('broken'))
  assert.equal(await strip.locator('.strip-now').count(), 1)
  const { kept, broken, excused, open, paused } = busiest.counts
  assert.equal(await strip.getAttribute('aria-label'), `兑现 ${kept}，超时 ${broken}，豁免 ${excused}；进行中 ${open + paused}`)
})

test('the rate of the year is kept out of judged, and both numbers stand beside it', async () => {
  await openBoard()
  const { totals } = await board()
  await page.locator('.stats').getByText(`${totals.kept} 件兑现`).waitFor()
  const big = Number(/[\d.]+/.exec((await page.locator('.stats .big').first().textContent()) ?? '')?.[0])
  const judged = totals.kept + totals.broken
  assert.ok(Math.abs(big - (100 * totals.kept) / judged) < 0.1, `${big} of ${totals.kept}/${judged}`)
  assert.equal(await page.locator('.stats .big').nth(1).textContent(), String(totals.broken))
})

test('a clause opens and closes by its own row, by keys alone, and as a link that can be handed on', async () => {
  await openBoard()
  await clauses.first().press('Enter')
  await panel.waitFor()
  assert.equal(await clauses.first().getAttribute('aria-expanded'), 'true')
  await page.reload()
  await panel.waitFor()
  await clauses.first().press('Enter')
  await panel.waitFor({ state: 'detached' })
  assert.ok(!page.url().includes('promise='))
})

test('one instance leads to its evidence and its ticket, and folds away with a second click', async () => {
  await openBoard()
  const { clauses: known } = await board()
  const at = known.findIndex((clause) => clause.counts.kept > 0)
  await clauses
    .filter({ hasText: known[at]?.text ?? '' })
    .first()
    .click()
  const kept = panel.locator('.instance.tone-kept').first()
  await kept.click()
  await panel.getByText(/证据 \d+ 件/).waitFor()
  assert.ok((await panel.locator('.evidence').count()) > 0)
  await page.reload()
  await panel.getByText(/证据 \d+ 件/).waitFor()
  await panel.locator('.instance.on').click()
  await panel.locator('.evidence').first().waitFor({ state: 'detached' })
  await kept.click()
  const number = /GD-[\d-]+/.exec((await panel.locator('.instance.on').textContent()) ?? '')?.[0] ?? assert.fail('no number')
  await panel.getByRole('link', { name: /打开工单/ }).click()
  await page.getByText(number).first().waitFor()
  await page.waitForURL(/\/tickets\/[\w-]{8,}/)
})

test('beside the facts of a breach stand whom it was escalated to and the seal of each fact, checked when asked', async () => {
  const { services, dataDir } = stage.server
  await sealTenant({ pool: services.pool, signer: openSigner(dataDir ?? assert.fail()), machine: services.clock.machine }, VENDOR.id)
  const { clauses: known } = await board()
  const { promise } = known.find(({ counts }) => counts.broken > 0) ?? assert.fail('nothing was broken')
  await page.goto(`${stage.url}/board/ht-2025-031?promise=${promise}`)
  await panel.getByText(/平均用时/).waitFor()
  await panel.locator('.instance.tone-broken').first().click()
  await panel.getByText('升级：客服经理').waitFor()
  await panel
    .getByText(/送达，/)
    .first()
    .waitFor()
  await panel.getByRole('button', { name: '校验' }).click()
  await panel.getByText(/条事实与封存一致/).waitFor()
  const facts = Number(/\d+/.exec((await panel.getByText(/证据 \d+ 件/).textContent()) ?? '')?.[0])
  assert.equal(await panel.locator('.evidence', { hasText: /第 \d+ 条，.+封存，校验一致/ }).count(), facts)
  await panel.getByRole('button', { name: '再校验一次' }).waitFor()
})

test('whom a gate stopped is seen in its row and by name, with what was missing', async () => {
  const id = 'ht-2025-052'
  const key = () => ({ 'idempotency-key': crypto.randomUUID(), origin: stage.url })
  const post = (path: string, data: object) => page.context().request.post(`${stage.url}/api${path}`, { data, headers: key() })
  const { customer, assets } = (await (await page.context().request.get(`${stage.url}/api/contracts/${id}`)).json()) as {
    customer: { id: string }
    assets: { id: string }[]
  }
  const reported = await post('/tickets', {
    channel: 'phone',
    title: '未修好先关',
    customer: customer.id,
    asset: assets[0]?.id,
    contract: id,
  })
  const { id: ticket } = (await reported.json()) as { id: string }
  await openBoard(id)
  const row = clauses.filter({ hasText: '软硬件出了故障，先做远程服务' })
  const times = async () => Number(/拦下 (\d+)/.exec((await row.textContent()) ?? '')?.[1] ?? 0)
  const before = await times()
  const refused = await post(`/tickets/${ticket}/need-visit`, { note: '直接上门' })
  assert.equal(((await refused.json()) as { code: string }).code, 'promise.gate')
  await openBoard(id)
  assert.equal(await times(), before + 1)
  await row.click()
  const attempts = panel.getByRole('region', { name: `被拦下 ${before + 1} 次` })
  await attempts.getByText(/缺：.*远程/).waitFor()
  await attempts.getByText(/顾南/).first().waitFor()
  await attempts.getByRole('link').first().click()
  await page.getByText('未修好先关').first().waitFor()
})

test('only what was not in time leaves out every kept one, and says so when nothing is left', async () => {
  await openBoard()
  const { clauses: known } = await board()
  const flawless = known.find((clause) => clause.counts.kept > 0 && clause.counts.broken + clause.counts.open + clause.counts.paused === 0)
  const flawed = known.find((clause) => clause.counts.kept > 0 && clause.counts.broken > 0)
  assert.ok(flawless ?? flawed)
  if (flawed) {
    await page.goto(`${stage.url}/board/ht-2025-031?promise=${flawed.promise}`)
    await panel.getByRole('button', { name: '只看没有按时的' }).click()
    await panel.locator('.instance.tone-broken').first().waitFor()
    assert.equal(await panel.locator('.instance.tone-kept').count(), 0)
  }
  if (flawless) {
    await page.goto(`${stage.url}/board/ht-2025-031?promise=${flawless.promise}`)
    await panel.getByRole('button', { name: '只看没有按时的' }).click()
    await panel.getByText('全部按时。').waitFor()
  }
})

test('last year’s board is last year’s: its own address, no line for now, and what had not begun is said', async () => {
  await openBoard()
  const { year } = await board()
  await page.locator('.board-head .ant-select').click()
  await page.locator('.ant-select-item-option', { hasText: `${year - 1} 年` }).click()
  await page.waitForURL((url) => url.search.includes(String(year - 1)))
  await page.waitForFunction(() => document.querySelectorAll('.strip-now').length === 0)
  await clauses.first().click()
  await panel.getByText('这一年还没有发生。').waitFor()
  await page.reload()
  await page.locator('.board-head', { hasText: `${year - 1} 年` }).waitFor()
})

test('what falls due is on the board as soon as its clock has passed it', async () => {
  await openBoard()
  const before = Number(await page.locator('.stats .big').nth(1).textContent())
  const running = Number(await page.locator('.stats .big').nth(3).textContent())
  assert.ok(running > 0)
  const desk = await stage.as('xu')
  await desk.page.goto(`${stage.url}/board`)
  await desk.page.getByRole('button', { name: /示范环境的时钟/ }).click()
  await desk.page.getByRole('button', { name: '+1 天' }).click()
  await page.waitForFunction((count) => Number(document.querySelectorAll('.stats .big')[1]?.textContent) > count, before)
  assert.deepEqual(desk.complaints, [])
  await desk.context.close()
})

test('a customer reads the same board of their own contract, and no other’s', async () => {
  const customer = await stage.as('zheng')
  await customer.page.goto(`${stage.url}/board`)
  await customer.page.locator('.contract-row').first().waitFor()
  assert.ok((await customer.page.locator('.contract-row b').allTextContents()).every((name) => name === '锦屏市第三人民医院'))
  await customer.page.locator('.contract-row').first().click()
  await customer.page.locator('button.clause-row').first().click()
  await customer.page.locator('.clause-panel .cite').waitFor()
  await customer.page.goto(`${stage.url}/board/ht-2026-007`)
  await customer.page.locator('.empty[role=alert]').waitFor()
  assert.equal(await customer.page.locator('button.clause-row').count(), 0)
  assert.deepEqual(customer.complaints, [])
  await customer.context.close()
})

test('senior management, who work no tickets, read every board', async () => {
  const senior = await stage.as('wei')
  await openBoard('ht-2025-044', senior.page)
  await senior.page.locator('button.clause-row').first().click()
  await senior.page.locator('.clause-panel .cite').waitFor()
  assert.deepEqual(senior.complaints, [])
  await senior.context.close()
})

test('no page asked another host, and none broke', () => {
  assert.deepEqual(manager.complaints, [])
})
