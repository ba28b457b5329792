import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { choose } from '../browser/choose.testing.ts'
import { setStage } from '../stage/stage.testing.ts'

const stage = await setStage({ past: 0 })
const admin = await stage.as('admin')
const { page } = admin

const go = (path: string, on: Page = page) => on.goto(`${stage.url}${path}`)
const api = async (path: string) => (await page.context().request.get(`${stage.url}/api${path}`)).json()
const row = (words: string | RegExp) => page.locator('button.sheet-row', { hasText: words })
const drawer = page.locator('.ant-drawer-open')
const save = () => drawer.getByRole('button', { name: '保存' })
const shut = () => drawer.locator('.ant-drawer-close').click()
const gone = () => drawer.waitFor({ state: 'detached' })

type Role = {
  readonly id: string
  readonly version: number
  readonly retired: boolean
  readonly grants: readonly { action: string; scope: string }[]
}
const roleOf = async (id: string) => ((await api('/roles?retired=yes')) as { items: Role[] }).items.find((one) => one.id === id)
const scopeOf = async (id: string, action: string) => (await roleOf(id))?.grants.find((one) => one.action === action)?.scope

async function changeElsewhere(id: string, change: object): Promise<void> {
  const version = (await roleOf(id))?.version
  const answer = await page.context().request.patch(`${stage.url}/api/roles/${id}`, {
    data: { version, ...change },
    headers: { 'idempotency-key': crypto.randomUUID(), origin: stage.url },
  })
  assert.ok(answer.ok(), await answer.text())
}

test('the settings open on the teams; roles are a page beside them', async () => {
  await go('/settings')
  await page.waitForURL(/\/settings\/teams$/)
  await page.getByRole('link', { name: '角色与权限' }).click()
  await page.waitForURL(/\/settings\/roles$/)
  await row('service-manager').getByText('1 人').waitFor()
  await page.getByRole('link', { name: '班组' }).click()
  await row('华西一队').getByText('3 人').waitFor()
})

test('a role of the firm’s own is made with a name and what it grants', async () => {
  await go('/settings/roles')
  await page.getByRole('button', { name: '新建角色' }).click()
  assert.ok(await save().isDisabled())
  await page.locator('#role-id').fill('night-desk')
  await page.locator('#role-name').fill('夜班值守')
  await choose(page, 'grant-ticket.read', '全部')
  await choose(page, 'grant-ticket.note', '本班组')
  await save().click()
  await gone()
  await row('夜班值守').getByText('2 项权限').waitFor()
  assert.deepEqual([await scopeOf('night-desk', 'ticket.read'), await scopeOf('night-desk', 'ticket.note')], ['all', 'team'])
})

test('a code that is taken is told under its field, and what was chosen stays', async () => {
  await page.getByRole('button', { name: '新建角色' }).click()
  await page.locator('#role-id').fill('night-desk')
  await page.locator('#role-name').fill('再来一个')
  await choose(page, 'grant-ticket.read', '本人')
  await save().click()
  await drawer
    .locator('.field-error')
    .getByText(/已经有了/)
    .waitFor()
  assert.equal(await page.locator('#role-name').inputValue(), '再来一个')
  await shut()
  await gone()
})

test('grants of a role are widened and taken away, and count from the next step of whoever has it', async () => {
  const engineer = await stage.as('lin')
  await go('/customers', engineer.page)
  await engineer.page.locator('a.sheet-row').first().waitFor()
  await row(/engineer/)
    .last()
    .click()
  await choose(page, 'grant-customer.read', '无')
  await choose(page, 'grant-fact.correct', '本班组')
  await save().click()
  await gone()
  assert.deepEqual([await scopeOf('engineer', 'customer.read'), await scopeOf('engineer', 'fact.correct')], [undefined, 'team'])
  assert.equal((await engineer.context.request.get(`${stage.url}/api/customers`)).status(), 403)
  await engineer.page.locator('.rail').getByText('客户设备').waitFor({ state: 'detached' })
})

test('nobody grants what they do not hold, and the page says what', async () => {
  await changeElsewhere('night-desk', {
    grants: [
      { action: 'role.manage', scope: 'all' },
      { action: 'person.read', scope: 'all' },
      { action: 'team.manage', scope: 'all' },
    ],
  })
  const { items } = (await api('/people?q=fang')) as { items: { id: string; version: number }[] }
  const given = await page.context().request.post(`${stage.url}/api/people/${items[0]?.id}/roles`, {
    data: { version: items[0]?.version, roles: ['night-desk'] },
    headers: { 'idempotency-key': crypto.randomUUID(), origin: stage.url },
  })
  assert.ok(given.ok(), await given.text())
  const keeper = await stage.as('fang')
  await go('/settings/roles', keeper.page)
  await keeper.page.locator('button.sheet-row', { hasText: 'hotline-agent' }).click()
  await choose(keeper.page, 'grant-audit.read', '全部')
  await keeper.page.locator('.ant-drawer-open').getByRole('button', { name: '保存' }).click()
  await keeper.page
    .locator('.refused')
    .getByText(/您自己没有/)
    .waitFor()
  assert.equal(await scopeOf('hotline-agent', 'audit.read'), undefined)
  assert.deepEqual(keeper.complaints, [])
})

test('the last who can manage people and roles keeps that, whatever is pressed', async () => {
  await changeElsewhere('night-desk', { grants: [{ action: 'ticket.read', scope: 'all' }] })
  await page.reload()
  await row(/administrator/)
    .filter({ hasText: '管理员' })
    .filter({ hasNotText: 'customer' })
    .click()
  await choose(page, 'grant-role.manage', '无')
  await save().click()
  await drawer
    .locator('.refused')
    .getByText(/没有人能管理人员与角色/)
    .waitFor()
  assert.equal(await scopeOf('administrator', 'role.manage'), 'all')
  await shut()
})

test('a role that somebody else has changed meanwhile is not overwritten', async () => {
  await page.reload()
  await row('夜班值守').click()
  await choose(page, 'grant-ticket.accept', '全部')
  await changeElsewhere('night-desk', { name: '夜班' })
  await save().click()
  await drawer.getByRole('alert').first().waitFor()
  assert.equal(await scopeOf('night-desk', 'ticket.accept'), undefined)
  await shut()
})

test('a role that somebody has is not retired; one that nobody has is, and may be taken up again', async () => {
  await page.reload()
  await row('夜班').click()
  await drawer.getByRole('button', { name: '停用角色' }).click()
  await drawer.getByText(/还有 1 人担任/).waitFor()
  await shut()
  const { items } = (await api('/people?q=fang')) as { items: { id: string; version: number }[] }
  await page.context().request.post(`${stage.url}/api/people/${items[0]?.id}/roles`, {
    data: { version: items[0]?.version, roles: ['parts-keeper'] },
    headers: { 'idempotency-key': crypto.randomUUID(), origin: stage.url },
  })
  await page.reload()
  await row('夜班').click()
  await drawer.getByRole('button', { name: '停用角色' }).click()
  await gone()
  await row('夜班').waitFor({ state: 'detached' })
  await page.getByText('也显示已停用的').click()
  await row('夜班').getByText('已停用').waitFor()
  await row('夜班').click()
  await drawer.getByRole('button', { name: '恢复使用' }).click()
  await gone()
  assert.equal((await roleOf('night-desk'))?.retired, false)
})

test('a shipped role is neither renamed nor retired', async () => {
  await row('dispatcher').click()
  await drawer.getByText('权限与范围').waitFor()
  assert.equal(await page.locator('#role-name').count(), 0)
  assert.equal(await drawer.getByRole('button', { name: '停用角色' }).count(), 0)
  await shut()
})

test('a team is made under another, renamed, and stands where it belongs', async () => {
  await go('/settings/teams')
  await page.getByRole('button', { name: '新建班组' }).click()
  await page.locator('#team-name').fill('华西三队')
  await page.locator('#team-id').fill('huaxi')
  await save().click()
  await page.locator('.ant-drawer-open').getByText('班组代号“huaxi”已经有了。').waitFor()
  await page.locator('#team-id').fill('system-engineers')
  await choose(page, 'team-parent', '华西服务中心')
  await save().click()
  await gone()
  await row('华西三队').click()
  await page.locator('#team-name').fill('华西机动队')
  await save().click()
  await gone()
  await row('华西机动队').waitFor()
  const { items } = (await api('/teams')) as { items: { id: string; name: string; parent?: string }[] }
  const made = items.find((one) => one.name === '华西机动队')
  assert.deepEqual([made?.id, made?.parent], ['system-engineers', 'huaxi'])
})

test('somebody joins a team and leaves it again', async () => {
  await row('华西机动队').click()
  await page.locator('#team-add').fill('luo')
  await choose(page, 'team-add', '罗嘉禾')
  await drawer.locator('li', { hasText: '罗嘉禾' }).waitFor()
  const teamOf = async () => ((await api('/people/luo')) as { team?: { name: string } }).team?.name
  assert.equal(await teamOf(), '华西机动队')
  await drawer.getByRole('button', { name: '停用班组' }).click()
  await drawer
    .getByRole('alert')
    .getByText(/还有人员/)
    .waitFor()
  await drawer.getByRole('button', { name: '移出 罗嘉禾' }).click()
  await drawer.locator('li', { hasText: '罗嘉禾' }).waitFor({ state: 'detached' })
  assert.equal(await teamOf(), undefined)
})

test('an empty team is retired, and may be taken up again', async () => {
  await drawer.getByRole('button', { name: '停用班组' }).click()
  await gone()
  await row('华西机动队').waitFor({ state: 'detached' })
  await page.getByText('也显示已停用的').click()
  await row('华西机动队').click()
  await drawer.getByRole('button', { name: '恢复使用' }).click()
  await gone()
  assert.ok(((await api('/teams')) as { items: { name: string }[] }).items.some((one) => one.name === '华西机动队'))
})

test('the trail tells who made, changed and retired roles and teams', async () => {
  await go('/trail?q=night-desk')
  for (const words of ['新建角色', '修改角色权限', '停用角色', '恢复角色'])
    await page.locator('.trail-row', { hasText: words }).first().waitFor()
  assert.deepEqual(admin.complaints, [])
})

test('whose system asks for stillness sees nothing slide or fade', async () => {
  const slides = async (moving: boolean): Promise<string> => {
    const { page: on, context } = await stage.as('admin', { moving })
    await on.goto(`${stage.url}/settings`)
    const button = on.locator('.ant-btn').first()
    await button.waitFor()
    const duration = await button.evaluate((one) => getComputedStyle(one).getPropertyValue('--ant-motion-duration-slow'))
    await context.close()
    return duration
  }
  assert.deepEqual([await slides(true), await slides(false)], ['0.3s', '0s'])
})
