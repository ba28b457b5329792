import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { openMailbox } from '../../src/server/messages/smtp.testing.ts'
import { choose } from '../browser/choose.testing.ts'
import { MINUTE_MS, setStage, travel } from '../stage/stage.testing.ts'
import type { Window } from '../stage/stage.testing.ts'

const mailbox = await openMailbox()
after(() => mailbox.down())
const { server, from } = mailbox.outbound.mail!
const stage = await setStage({
  past: 0,
  env: {
    NUOXING_MAIL_URL: `smtp://${server.host}:${server.port}`,
    NUOXING_MAIL_FROM: `${from.name} <${from.address}>`,
    NUOXING_MAIL_TLS: 'off',
    NUOXING_PUBLIC_URL: 'https://desk.vendor.example',
  },
})
const admin = await stage.as('admin')
const { page } = admin
const manager = await stage.as('gu')

const go = (path: string, on: Page = page) => on.goto(`${stage.url}${path}`)
const notice = (words: string | RegExp, on: Page = page) => on.locator('.notice').getByText(words).waitFor()

async function arrived(subject: string | RegExp): Promise<(typeof mailbox.accepted)[number]> {
  for (let n = 0; n < 400; n++) {
    const mail = mailbox.accepted.findLast((one) =>
      typeof subject === 'string' ? one.subject === subject : subject.test(one.subject ?? ''),
    )
    if (mail) return mail
    await sleep(50)
  }
  return assert.fail(`no mail “${subject}”`)
}

async function tell(who: Window, path: string, data: object): Promise<{ readonly body: any }> {
  const headers = { 'idempotency-key': crypto.randomUUID(), origin: stage.url }
  const answer = await who.context.request.post(`${stage.url}/api${path}`, { data, headers })
  assert.ok(answer.ok(), await answer.text())
  return { body: await answer.json() }
}

/** Waits until something of that kind was sent about a ticket. */
async function messageOf(ticket: string, kind: string): Promise<void> {
  for (let n = 0; n < 400; n++) {
    const answer = await admin.context.request.get(`${stage.url}/api/messages?ticket=${ticket}&kind=${kind}&channel=mail`)
    if ((await answer.json()).items.length > 0) return
    await sleep(50)
  }
  assert.fail(`no ${kind}`)
}

test('an administrator writes down a mail address of a person; a wrong one is told under its field', async () => {
  await go('/people?q=admin')
  await page.locator('button.sheet-row', { hasText: '程立言' }).click()
  const drawer = page.locator('.ant-drawer-open')
  await drawer.getByRole('button', { name: '修改' }).click()
  const form = page.locator('.ant-modal')
  await form.locator('#record-email').fill('not an address')
  await form.getByRole('button', { name: '保存' }).click()
  await form.locator('.field-error').waitFor()
  await form.locator('#record-email').fill('admin@vendor.example')
  await form.getByRole('button', { name: '保存' }).click()
  await drawer.getByText('admin@vendor.example').waitFor()
})

test('a template is changed beside its preview; a place that nothing fills is told with its line, and cannot be saved', async () => {
  await go('/settings')
  await page.getByRole('link', { name: '消息模板' }).click()
  await page.waitForURL(/\/settings\/templates/)
  const preview = page.getByRole('region', { name: '预览' })
  await preview.getByText('升级：GD-2026-0012 的“到场”已超时').waitFor()
  const body = page.locator('#template-body')
  await body.fill('{name}，您好：\n请看 {liink}')
  await page.locator('.field-error').getByText('第 2 行的 {liink} 没有内容可填').waitFor()
  assert.ok(await page.getByRole('button', { name: '保存' }).isDisabled())
  await body.fill('{name}，您好：\n请看 {link')
  await page.locator('.field-error').getByText('没有写完').waitFor()
  await body.fill('{name}，您好：\n请看 ')
  await body.press('End')
  await page.getByRole('button', { name: '{link}' }).click()
  await preview.getByText('请看 https://service.example.com/').waitFor()
  await page.locator('#template-subject').fill('请处理 {number}')
  await preview.getByText('请处理 GD-2026-0012').waitFor()
})

test('what was written is tried on oneself before anybody else gets it', async () => {
  await page.getByRole('button', { name: '试发给自己' }).click()
  await notice('已试发到 admin@vendor.example')
  const mail = await arrived('请处理 GD-2026-0012')
  assert.deepEqual([mail.to![0]!.address, mail.from!.name], ['admin@vendor.example', '诺行示例服务'])
  assert.ok(mail.text!.startsWith('顾南，您好：'))
})

test('a saved template is marked as the firm’s own; back to the shipped text, which can be taken back', async () => {
  await page.getByRole('button', { name: '保存' }).click()
  await notice('模板已保存')
  await page.locator('.ant-select-content', { hasText: '升级（已改）' }).waitFor()
  await page.getByRole('button', { name: '换回随产品的文字' }).click()
  await notice('已换回随产品的文字')
  await page.getByRole('region', { name: '预览' }).getByText('升级：GD-2026-0012 的“到场”已超时').waitFor()
  await page.getByRole('button', { name: '还用原来的' }).click()
  await page.getByRole('region', { name: '预览' }).getByText('请处理 GD-2026-0012').waitFor()
})

test('whoever was slower sees that the text moved on, and looks at it', async () => {
  const other = await stage.as('admin')
  await go('/settings/templates?kind=correction', other.page)
  // Whoever has begun to type keeps what they began from; a page that only lies open follows the change.
  await other.page.locator('#template-subject').fill('订正：{subject}')
  await go('/settings/templates?kind=correction')
  await page.locator('#template-subject').fill('勘误：{subject}')
  await page.getByRole('button', { name: '保存' }).click()
  await notice('模板已保存')
  await other.page.getByRole('button', { name: '保存' }).click()
  await other.page.getByText('别人刚改过这份模板').waitFor()
  await other.page.getByRole('button', { name: '看最新的' }).click()
  await other.page.getByRole('region', { name: '预览' }).getByText('勘误：').waitFor()
})

test('each kind and each language has its own text', async () => {
  await choose(page, 'template-kind', '续保通知')
  await page.getByRole('region', { name: '预览' }).getByText('续保通知：HT-2026-001 设备售后服务').waitFor()
  await page.locator('.ant-segmented-item', { hasText: 'English' }).click()
  await page.getByRole('region', { name: '预览' }).getByText('Renewal: HT-2026-001').waitFor()
})

test('what was sent is listed and narrowed, each message with its text and its log', async () => {
  await page.getByRole('link', { name: '消息外发' }).click()
  await page.getByText('邮件从 service@vendor.example 发出').waitFor()
  await page.getByRole('combobox', { name: '全部类别' }).click()
  await page.locator('.ant-select-dropdown:visible .ant-select-item', { hasText: '试发' }).click()
  await page.waitForURL(/kind=trial/)
  const row = page.locator('.message-row', { hasText: '请处理 GD-2026-0012' })
  await row.getByText('已送达').waitFor()
  assert.equal(await page.locator('.message-row').count(), 1)
  await row.click()
  const drawer = page.locator('.ant-drawer-open')
  await drawer.getByText('对方收下').waitFor()
  await drawer.getByText(/250 taken as/).waitFor()
  await drawer.getByText('顾南，您好：').waitFor()
  await drawer.locator('.ant-drawer-close').click()
  await choose(page, 'message-person', '程立言')
  await page.waitForURL(/person=/)
  await row.waitFor()
})

test('a dead letter says why, and is sent again', async () => {
  mailbox.next({ code: 550, words: '5.1.1 no such mailbox', at: 'recipient' })
  await go('/settings/templates?kind=follow-up')
  await page.locator('#template-subject').fill('打不开的 {number}')
  await page.getByRole('button', { name: '试发给自己' }).click()
  await notice('已试发到')
  await go('/settings/messages?state=failed')
  await page.locator('.message-row', { hasText: '打不开的' }).click()
  const drawer = page.locator('.ant-drawer-open')
  await drawer.getByText(/no such mailbox/).waitFor()
  await drawer.getByRole('button', { name: '重新发送' }).click()
  await notice('已重新发给 程立言')
  await arrived('打不开的 GD-2026-0012')
  await drawer.getByText('对方收下').waitFor()
})

test('a mail that came back is recorded with what it says, and can be sent again', async () => {
  const drawer = page.locator('.ant-drawer-open')
  await drawer.getByRole('button', { name: '登记退回' }).click()
  const form = page.locator('.ant-modal')
  await form.locator('#record-reason').focus()
  await page.keyboard.press('Escape')
  await form.waitFor({ state: 'hidden' })
  await drawer.getByRole('button', { name: '登记退回' }).click()
  await form.locator('#record-reason').fill('5.2.2 邮箱已满')
  await form.getByRole('button', { name: '登记退回' }).click()
  await notice('已登记退回')
  await drawer.locator('.message-line', { hasText: '5.2.2 邮箱已满' }).waitFor()
  await drawer.getByRole('button', { name: '重新发送' }).waitFor()
  assert.equal(await drawer.getByRole('button', { name: '登记退回' }).count(), 0)
})

test('a contract has contacts; a notice goes to them, and is recorded once their server took it', async () => {
  const { page: gu } = manager
  await go('/contracts', gu)
  await gu.locator('a.sheet-row', { hasText: '生效中' }).first().click()
  const contacts = gu.locator('.place-card', { hasText: '合同联系人' })
  await contacts.getByRole('button', { name: '添加联系人' }).click()
  const form = gu.locator('.ant-modal')
  await form.locator('#contact-name').focus()
  await gu.keyboard.press('Escape')
  await form.waitFor({ state: 'hidden' })
  await contacts.getByRole('button', { name: '添加联系人' }).click()
  await form.locator('#contact-name').fill('郑工')
  await form.locator('#contact-email').fill('zheng at customer')
  await form.locator('#contact-phone').fill('客户分机 F01')
  await choose(gu, 'contact-locale', 'English')
  await choose(gu, 'contact-locale', '简体中文')
  await form.getByRole('button', { name: '保存' }).click()
  await form.locator('.field-error').waitFor()
  await form.locator('#contact-email').fill('zheng@customer.example')
  await form.getByRole('button', { name: '保存' }).click()
  await contacts.getByText('zheng@customer.example').waitFor()
  await gu.getByRole('button', { name: '发送通知' }).click()
  const drawer = gu.locator('.ant-drawer-open')
  await drawer.locator('.ant-drawer-close').click()
  await drawer.waitFor({ state: 'hidden' })
  await gu.getByRole('button', { name: '发送通知' }).click()
  await choose(gu, 'notice-kind', '维护通知')
  await drawer.getByRole('checkbox', { name: /郑工/ }).uncheck()
  assert.ok(await drawer.getByRole('button', { name: '发送', exact: true }).isDisabled())
  await drawer.getByRole('checkbox', { name: /郑工/ }).check()
  await drawer.getByRole('button', { name: '发送', exact: true }).click()
  await drawer.locator('.field-error').getByText('请写明通知的内容').waitFor()
  await drawer.locator('#notice-details').fill('10 月 12 日周一 08:00 至 12:00 停机保养。')
  await drawer.getByRole('region', { name: '预览' }).getByText('停机保养').waitFor()
  await drawer.getByRole('button', { name: '发送', exact: true }).click()
  await notice('通知正在发给 郑工', gu)
  const mail = await arrived(/^维护通知：/)
  assert.equal(mail.to![0]!.address, 'zheng@customer.example')
  const told = gu.locator('.place-card', { hasText: '告知记录' })
  await told.locator('.told-row', { hasText: '维护通知' }).getByText('已送达').waitFor()
  await gu
    .locator('.service-row', { hasText: '通知' })
    .getByText(/zheng@customer\.example/)
    .waitFor()
  await told.locator('.told-row').first().click()
  await gu.locator('.ant-drawer-open').getByText('已记入承诺').waitFor()
  await gu.locator('.ant-drawer-open .ant-drawer-close').click()
})

test('a notice that was handed over otherwise is recorded with its evidence', async () => {
  const { page: gu } = manager
  await gu.getByRole('button', { name: '发送通知' }).click()
  await gu.getByRole('button', { name: '已用其他方式送达' }).click()
  const drawer = gu.locator('.ant-drawer-open', { hasText: '登记服务' })
  await drawer.locator('#service-type').waitFor()
  await drawer.locator('.ant-select-content', { hasText: '通知' }).first().waitFor()
  await drawer.locator('.ant-drawer-close').click()
})

test('a contact is removed, and put back with one click', async () => {
  const { page: gu } = manager
  const contacts = gu.locator('.place-card', { hasText: '合同联系人' })
  await contacts.getByRole('button', { name: '移除 郑工' }).click()
  await contacts.getByText('zheng@customer.example').waitFor({ state: 'detached' })
  await gu.getByRole('button', { name: '撤销' }).click()
  await contacts.getByText('zheng@customer.example').waitFor()
})

test('one chooses for oneself which mails come, their language, and quiet hours', async () => {
  const { page: gu } = manager
  await go('/me', gu)
  await gu.getByText('您还没有登记邮箱').waitFor()
  await gu.getByRole('checkbox', { name: '待办提醒' }).uncheck()
  await gu.getByRole('checkbox', { name: '升级' }).uncheck()
  await gu.getByRole('checkbox', { name: '升级' }).check()
  await choose(gu, 'mail-language', 'English')
  await gu.locator('#quiet-from').fill('22:00')
  await gu.locator('#quiet-until').fill('07:30')
  await gu.getByRole('checkbox', { name: '每天汇总成一封' }).check()
  await gu.locator('#digest-at').fill('08:45')
  assert.ok(await gu.getByRole('button', { name: '发一封试试' }).isDisabled())
  await gu
    .locator('form', { has: gu.locator('#quiet-from') })
    .getByRole('button', { name: '保存' })
    .click()
  await notice('已保存', gu)
  const kept = await (await manager.context.request.get(`${stage.url}/api/message-settings`)).json()
  assert.deepEqual([kept.mailOff, kept.locale, kept.quietFrom, kept.quietUntil, kept.digestAt], [['follow-up'], 'en', 1320, 450, 525])
})

test('a mail to oneself shows that mails arrive', async () => {
  await go('/me')
  await page.getByRole('button', { name: '发一封试试' }).click()
  await notice(/^已发往 .*，请查收。$/)
})

async function invite(name: string, account: string): Promise<void> {
  await page.getByRole('button', { name: '添加人员' }).click()
  await page.locator('#person-name').fill(name)
  await page.locator('#person-account').fill(account)
  await page.locator('#person-email').fill(`${account}@vendor.example`)
  await choose(page, 'person-roles', '客服专员')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '添加并生成登录链接' }).click()
}

test('what no longer follows is put right by a message of its own, and the two lead to each other', async () => {
  const said = {
    channel: 'phone',
    title: '机组不启动',
    description: '现场来电',
    customer: 'jinping',
    asset: 'lsb-680',
    contract: 'ht-2025-031',
  }
  const people = await (await page.request.get(`${stage.url}/api/people?q=gu`)).json()
  const gu = people.items.find(({ account }: { account: string }) => account === 'gu')
  const headers = { 'idempotency-key': crypto.randomUUID(), origin: stage.url }
  const changed = await page.request.patch(`${stage.url}/api/people/${gu.id}`, {
    data: { email: 'gu@vendor.example', version: gu.version },
    headers,
  })
  assert.ok(changed.ok(), await changed.text())
  const { body: ticket } = await tell(manager, '/tickets', said)
  await travel(manager, stage.url, 50 * MINUTE_MS)
  await messageOf(ticket.id, 'escalation')
  const proof = { lateReason: '当时断网', lateEvidence: '通话清单 7' }
  const replied = { channel: 'phone', summary: '已电话答复', occurredAt: ticket.recordedAt + 5 * MINUTE_MS, ...proof }
  const { body: reply } = await tell(await stage.as('xu'), `/tickets/${ticket.id}/reply`, replied)
  await tell(manager, `/facts/${reply.facts[0]}/approve`, {})
  await messageOf(ticket.id, 'correction')
  await go('/settings/messages?kind=correction&channel=mail')
  await page.locator('.message-row').first().click()
  const drawer = page.locator('.ant-drawer-open')
  await drawer.locator('p', { hasText: '更正的是' }).getByRole('button').click()
  await drawer.locator('p', { hasText: '已由这条更正' }).getByRole('button').click()
  await drawer.getByText('更正的是').waitFor()
})

test('an invitation goes by mail; its link can be shown instead', async () => {
  await go('/people')
  const box = page.locator('.ant-modal', { hasText: '邀请已寄出' })
  await invite('苏早', 'suzao')
  await box.locator('.row').getByRole('button', { name: '关闭' }).click()
  await box.waitFor({ state: 'hidden' })
  await invite('苏午', 'suwu')
  await box.getByText('suwu@vendor.example').waitFor()
  await page.keyboard.press('Escape')
  await box.waitFor({ state: 'hidden' })
  await invite('苏晚', 'su')
  await box.getByText('su@vendor.example').waitFor()
  assert.match((await arrived(/账号已为您开通/)).text!, /https:\/\/desk\.vendor\.example\/password#nxr_/)
  await box.getByRole('button', { name: '改为生成链接' }).click()
  assert.match(await page.getByRole('textbox', { name: '登录链接' }).inputValue(), /\/password#nxr_/)
  await page.locator('.ant-modal').getByRole('button', { name: '关闭' }).last().click()
})

test('a forgotten password: the page says that the link goes by mail', async () => {
  const context = await stage.browser.newContext({ locale: 'zh-CN' })
  const stranger = await context.newPage()
  await stranger.goto(`${stage.url}/login`)
  await stranger.getByRole('button', { name: '忘记密码' }).click()
  await stranger.getByText('链接寄到邮箱').waitFor()
  await stranger.locator('#forgot-account').fill('su@chuanhe')
  await stranger.getByRole('button', { name: '申请重设' }).click()
  await stranger.getByText('链接已寄到登记的邮箱').waitFor()
  assert.equal((await arrived('重设密码的链接')).to![0]!.address, 'su@vendor.example')
  await context.close()
})

test('nothing of it went to another host or failed in the page', () => {
  assert.deepEqual(
    [...admin.complaints, ...manager.complaints].filter((one) => !/40[09]/.test(one)),
    [],
  )
})
