import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { choose as pick } from '../browser/choose.testing.ts'
import { setStage } from '../stage/stage.testing.ts'
import { chooseInMenu } from './user-menu.testing.ts'

const stage = await setStage()
const agent = await stage.as('xu')
const { page } = agent
const rows = page.locator('.ticket-row:not(.columns)')
const words = page.getByRole('textbox', { name: /找编号/ })

async function openList(query: string, on: Page = page): Promise<void> {
  await on.goto(`${stage.url}/tickets${query}`)
  await on.locator('.ticket-row:not(.columns)').first().waitFor()
}

async function api<Answer>(path: string): Promise<Answer> {
  return (await (await page.context().request.get(`${stage.url}/api${path}`)).json()) as Answer
}

async function chooseIn(chip: string, option: string): Promise<void> {
  await page.locator('.chip', { hasText: chip }).click()
  await page.locator('.ant-dropdown:not(.ant-dropdown-hidden) .ant-dropdown-menu-item', { hasText: option }).click()
}

test('every view of day one shows as many tickets as its count says, or says in words that there are none', async () => {
  await openList('?view=open')
  const { counts } = await api<{ counts: Record<string, number> }>('/tickets/views')
  const named = page.getByRole('navigation', { name: '视图' }).getByRole('link')
  assert.equal(await named.count(), 8)
  for (const link of await named.all()) {
    await link.click()
    await page.waitForFunction(() => document.querySelector('.view.on') && !document.querySelector('.ticket-skeleton'))
    const view = new URL(page.url()).searchParams.get('view') ?? ''
    const count = counts[view] ?? assert.fail(`no count for ${view}`)
    if (count === 0) await page.locator('.empty').waitFor()
    else
      await page.waitForFunction(
        ([wanted]) => document.querySelectorAll('.ticket-row:not(.columns)').length === Math.min(60, wanted ?? 0),
        [count],
      )
    assert.equal(await link.getAttribute('aria-current'), 'page')
  }
})

test('a view with nothing in it says what it would show and offers to report', async () => {
  await page.goto(`${stage.url}/tickets?view=mine`)
  await page.getByText('没有派给您的工单。').waitFor()
  await page.locator('.empty').getByRole('link', { name: '新建工单' }).click()
  await page.waitForURL(/\/tickets\/new/)
})

test('a team’s tickets are chosen, and the order of reports runs both ways', async () => {
  await openList('?view=open')
  await chooseIn('班组', '华西一队')
  await page.waitForURL(/team=huaxi-1/)
  await chooseIn('班组', '全部')
  await page.waitForURL((url) => !url.search.includes('team='))
  const numbers = async (): Promise<string[]> =>
    (await page.locator('.ticket-row:not(.columns) .what .s12').allTextContents()).map((text) => text.split(' ')[0] ?? '')
  const settled = async (sort: string): Promise<string[]> => {
    await page.waitForURL((url) => url.searchParams.get('sort') === sort)
    const { items } = await api<{ items: { number: string }[] }>(`/tickets?view=open&sort=${sort}&limit=60`)
    const wanted = items.map((item) => item.number)
    await page.waitForFunction(
      (first) => document.querySelector('.ticket-row:not(.columns) .what .s12')?.textContent?.startsWith(first),
      wanted[0] ?? '',
    )
    assert.deepEqual(await numbers(), wanted)
    return wanted
  }
  await chooseIn('排序', '最早报修')
  const oldestFirst = await settled('reported')
  await chooseIn('排序', '最新报修')
  const newestFirst = await settled('-reported')
  assert.equal(newestFirst[0], oldestFirst.at(-1))
})

test('a filter that came with a link is shown by its name and goes with a click', async () => {
  await openList('?view=open&customer=jinping')
  await page.getByRole('button', { name: '去掉筛选：客户' }).getByText('锦屏市第三人民医院').waitFor()
  assert.ok((await page.locator('.ticket-row .where').allTextContents()).every((where) => where.includes('锦屏市第三人民医院')))
  await page.getByRole('button', { name: '去掉筛选：客户' }).click()
  await page.waitForURL((url) => !url.search.includes('customer='))
})

test('what was typed is in the address and the field after a reload, and the cross takes it away', async () => {
  await openList('?view=open')
  await words.fill('jp')
  await page.waitForURL(/q=jp/)
  await page.reload()
  await rows.first().waitFor()
  assert.equal(await words.inputValue(), 'jp')
  await page.locator('.filter-words .ant-input-clear-icon').click()
  await page.waitForURL((url) => !url.search.includes('q='))
})

test('who types and opens a ticket at once stays on the ticket', async () => {
  await openList('?view=open')
  await rows.first().waitFor()
  // All in one go: on a slow machine the search, or news of a ticket, would come between the letter and the click.
  const title = await page.evaluate(() => {
    const field = document.querySelector<HTMLInputElement>('.filter-words input')
    if (!field) throw new Error('no field to type in')
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, 'j')
    field.dispatchEvent(new Event('input', { bubbles: true }))
    const row = document.querySelector<HTMLElement>('.ticket-row:not(.columns) .title')
    row?.click()
    return row?.textContent ?? ''
  })
  await page.getByRole('heading', { name: title }).waitFor()
  await page.waitForTimeout(500)
  assert.match(page.url(), /\/tickets\/[\w-]{8,}/)
})

test('letters of a composition and letters with Alt are no commands', async () => {
  await openList('?view=open')
  for (const how of [{ isComposing: true }, { altKey: true }, { ctrlKey: true }])
    await page.evaluate(
      (init) => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'c', bubbles: true, cancelable: true, ...init })),
      how,
    )
  await page.waitForTimeout(200)
  assert.match(page.url(), /\/tickets\?view=open/)
})

test('the list is narrowed to a clause whose clock runs, and to a grade, each by the name that the plan gives it', async () => {
  type Found = {
    readonly clocks: readonly { title: string; state: string }[]
    readonly grade?: { name: string }
    readonly customerGrade?: { name: string }
  }
  const shown = async (query: string) =>
    ((await (await page.context().request.get(`${stage.url}/api/tickets?limit=200&view=open&${query}`)).json()) as { items: Found[] }).items
  const choose = async (chip: string, name: string) => {
    await page.locator('.chip', { hasText: chip }).click()
    await page.locator('.ant-dropdown:not(.ant-dropdown-hidden)').getByRole('menuitem', { name, exact: true }).click()
  }
  const all = await shown('')
  const runs = ({ clocks }: Found) => clocks.some(({ title, state }) => title === '到场' && (state === 'open' || state === 'paused'))
  const gradeOf = ({ grade, customerGrade }: Found) => (grade ?? customerGrade)?.name
  await openList('?view=open')
  await choose('承诺', '到场')
  await page.waitForURL(/promise=arrive/)
  await page.waitForFunction((count) => document.querySelectorAll('.ticket-row:not(.columns)').length === count, all.filter(runs).length)
  assert.ok(all.filter(runs).length < all.length)
  await choose('承诺', '全部')
  await page.waitForURL((url) => !url.search.includes('promise'))
  const graded = all.filter((one) => gradeOf(one) === '一般故障').length
  await choose('等级', '一般故障')
  await page.waitForURL(/grade=general/)
  await page.waitForFunction((count) => document.querySelectorAll('.ticket-row:not(.columns)').length === count, graded)
  assert.ok(graded > 0 && graded < all.length)
  await choose('等级', '全部')
  const inside = (await shown('cover=inside')).length
  assert.ok(inside > 0 && inside + (await shown('cover=outside')).length <= all.length)
  await choose('质保', '质保内')
  await page.waitForURL(/cover=inside/)
  await page.waitForFunction((count) => document.querySelectorAll('.ticket-row:not(.columns)').length === count, inside)
})

test('Enter on a button or a link is that button’s or link’s, wherever the mark of J and K stands', async () => {
  await openList('?view=open')
  await page.keyboard.press('j')
  await page.getByRole('link', { name: /^待派工/ }).press('Enter')
  await page.waitForURL(/view=unassigned/)
  await openList('?view=open')
  await page.getByRole('link', { name: /新建工单/ }).press('Enter')
  await page.waitForURL(/\/tickets\/new/)
  await openList('?view=open')
  await page.keyboard.press('j')
  await page.locator('.chip', { hasText: '类型' }).press('Enter')
  await page.locator('.ant-dropdown:not(.ant-dropdown-hidden)').waitFor()
  assert.match(page.url(), /\/tickets\?view=open/)
})

test('a ticket that nobody has is assigned to an engineer from the bar, and no way back is offered that does not exist', async () => {
  await openList('?view=open')
  const free = rows.filter({ hasText: '待派' }).filter({ hasNotText: '林晓棠' }).first()
  const number = (await free.locator('.what .s12').textContent())?.split(' ')[0] ?? ''
  await free.getByRole('checkbox').check()
  await page.getByRole('toolbar', { name: '批量操作' }).getByRole('button', { name: /派给/ }).click()
  await page.locator('#bulk-person').fill('lxt')
  await page.locator('.ant-select-item-option', { hasText: '林晓棠' }).click()
  const notice = page.locator('.notice', { hasText: '1 张已派给 林晓棠' })
  await notice.waitFor()
  assert.equal(await notice.getByRole('button', { name: /改派回去/ }).count(), 0)
  await rows.filter({ hasText: number }).filter({ hasText: '林晓棠' }).waitFor()
  await page.locator('.bulk').waitFor({ state: 'detached' })
})

test('tickets are transferred to another team from the bar, and go back to the one that they had', async () => {
  await openList('?view=open')
  const free = rows.filter({ hasText: '待派' })
  const numbers = await Promise.all([0, 1].map(async (at) => (await free.nth(at).locator('.what .s12').textContent())?.split(' ')[0] ?? ''))
  const teams = () =>
    Promise.all(
      numbers.map(async (number) => {
        const { items } = await api<{ items: { team?: { name: string } }[] }>(`/tickets?view=all&q=${number}`)
        return items[0]?.team?.name
      }),
    )
  const transfer = async (team: string): Promise<void> => {
    for (const number of numbers) await rows.filter({ hasText: number }).getByRole('checkbox').check()
    await page.getByRole('toolbar', { name: '批量操作' }).getByRole('button', { name: '转给班组' }).click()
    await pick(page, 'bulk-team', team)
    await page.locator('.notice', { hasText: `2 张已转给 ${team}` }).waitFor()
    assert.deepEqual(await teams(), [team, team])
  }
  await transfer('华西二队')
  await transfer('华西一队')
  await page.locator('.notice').getByRole('button', { name: '转回去 2 张' }).click()
  await page.locator('.notice', { hasText: '2 张已转回原来的班组' }).waitFor()
  assert.deepEqual(await teams(), ['华西二队', '华西二队'])
})

test('an engineer sees at once what the desk assigned, without asking again', async () => {
  const engineer = await stage.as('shen')
  await engineer.page.goto(`${stage.url}/tickets?view=mine`)
  await engineer.page.getByRole('heading', { name: '派给我的' }).waitFor()
  await openList('?view=open')
  const row = rows.filter({ hasText: '林晓棠' }).first()
  const number = (await row.locator('.what .s12').textContent())?.split(' ')[0] ?? ''
  await row.getByRole('checkbox').check()
  await page.keyboard.press('s')
  await page.locator('#bulk-person').fill('沈一鸣')
  await page.locator('.ant-select-item-option', { hasText: '沈一鸣' }).click()
  await engineer.page.locator('.ticket-row', { hasText: number }).waitFor()
  assert.deepEqual(engineer.complaints, [])
  await engineer.context.close()
})

test('a view of one’s own is nobody else’s; a shared one is everybody’s, to be dropped by its owner alone', async () => {
  await openList('?view=open&sort=-reported')
  for (const [name, shared] of [
    ['只给自己看的', false],
    ['给大家看的', true],
  ] as const) {
    await page.getByRole('button', { name: '存为视图' }).click()
    await page.locator('#view-name').fill(name)
    if (shared) await page.getByRole('switch', { name: '大家都能用' }).click()
    await page.getByRole('button', { name: '保存' }).click()
    await page.locator('.view.on', { hasText: name }).waitFor()
  }
  const colleague = await stage.as('qin')
  await openList('?view=open', colleague.page)
  const theirs = colleague.page.locator('.view', { hasText: '给大家看的' })
  await theirs.getByRole('link').click()
  await colleague.page.waitForURL(/sort=-reported/)
  assert.equal(await colleague.page.locator('.view', { hasText: '只给自己看的' }).count(), 0)
  assert.equal(await colleague.page.getByRole('button', { name: /删除视图/ }).count(), 0)
  assert.deepEqual(colleague.complaints, [])
  await colleague.context.close()
})

test('an engineer, who assigns nobody, has no boxes to tick', async () => {
  const engineer = await stage.as('lin')
  await openList('?view=open', engineer.page)
  await engineer.page.keyboard.press('j')
  await engineer.page.keyboard.press('x')
  const may = (await api<{ me: { grants: { action: string }[] } }>('/session')).me.grants.some((grant) => grant.action === 'ticket.assign')
  assert.ok(may)
  assert.equal(await engineer.page.locator('.ticket-grid input[type=checkbox]').count(), 0)
  assert.equal(await engineer.page.locator('.bulk').count(), 0)
  await engineer.context.close()
})

test('beyond sixty tickets the list goes on below, and says so', async () => {
  for (let made = 0; made < 66; made++) {
    const answer = await page.context().request.post(`${stage.url}/api/tickets`, {
      data: { title: `巡检发现第 ${made + 1} 处松动`, customer: 'mingde', type: 'fault', channel: 'phone' },
      headers: { 'idempotency-key': crypto.randomUUID(), origin: stage.url },
    })
    assert.ok(answer.ok(), await answer.text())
  }
  await openList('?view=open&sort=-reported')
  await page.waitForFunction(() => document.querySelectorAll('.ticket-row:not(.columns)').length === 60)
  await page.getByText('60 张，往下还有').waitFor()
  await page.getByRole('button', { name: '再看一些' }).scrollIntoViewIfNeeded()
  await page.waitForFunction(() => document.querySelectorAll('.ticket-row:not(.columns)').length > 66)
  const ids = await rows.evaluateAll((all) => all.map((row) => row.id))
  assert.equal(new Set(ids).size, ids.length)
})

test('the list speaks the language of who reads it, clocks and counts included', async () => {
  await openList('?view=open')
  await chooseInMenu(page, '语言', 'English')
  await page.getByRole('heading', { name: 'All open' }).waitFor()
  await page.waitForFunction(() => {
    const badges = [...document.querySelectorAll('.ticket-row .badge')].map((badge) => badge.getAttribute('aria-label') ?? '')
    return badges.length > 0 && badges.every((badge) => !/剩余|超时|暂停|今天|明天/.test(badge))
  })
})

test('no page asked another host, and none broke', () => {
  assert.deepEqual(agent.complaints, [])
})
