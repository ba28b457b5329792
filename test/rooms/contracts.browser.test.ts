import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { readPdf, says } from '../../src/server/documents/read-pdf.testing.ts'
import { choose } from '../browser/choose.testing.ts'
import { MINUTE_MS, setStage, travel } from '../stage/stage.testing.ts'
import { pictureNamed } from '../../src/server/files/picture.testing.ts'

const stage = await setStage({ past: 0 })
const manager = await stage.as('gu')
const { page } = manager

const go = (path: string, on: Page = page) => on.goto(`${stage.url}${path}`)
const api = async (path: string, on: Page = page) => (await on.context().request.get(`${stage.url}/api${path}`)).json()
const row = (words: string | RegExp) => page.locator('a.sheet-row', { hasText: words })
const card = (title: string, on: Page = page) => on.locator('.place-card', { has: on.getByRole('heading', { name: title, exact: true }) })
const fieldOf = (id: string) => page.locator('.field', { has: page.locator(`[id="${id}"]`) })

/** Types into a field that finds several records while one types, and takes the first. */
async function add(id: string, typed: string, label: string | RegExp): Promise<void> {
  await page.locator(`[id="${id}"]`).fill(typed)
  await choose(page, id, label)
  await page.keyboard.press('Escape')
}

type Row = { readonly id: string; readonly number: string }
const contractOf = async (number: string): Promise<any> => {
  const { items } = (await api(`/contracts?q=${number}`)) as { items: Row[] }
  return api(`/contracts/${items.find((one) => one.number === number)?.id ?? assert.fail(`no ${number}`)}`)
}

test('contracts are found by number, title and customer, and say how they stand', async () => {
  await go('/contracts')
  await row('HT-2025-031').getByText('生效中').waitFor()
  const find = page.locator('.sheet-find input')
  await find.fill('云栈')
  await page.waitForFunction(() => document.querySelectorAll('a.sheet-row').length === 1)
  await find.fill('没有这份')
  await page.getByText('没有找到“没有这份”。').waitFor()
})

test('the annex of a contract is taken from its page, with the parties on it', async () => {
  await go('/contracts')
  await row('HT-2025-031').click()
  const link = page.getByRole('link', { name: '附件（PDF）' })
  const [annex] = await Promise.all([page.waitForEvent('download'), link.click()])
  assert.equal(annex.suggestedFilename(), '附件：服务承诺 HT-2025-031.pdf')
  const pdf = await readPdf(readFileSync(await annex.path()))
  const { customer } = await contractOf('HT-2025-031')
  assert.ok(says(pdf, `甲方（客户）${customer.name}`), pdf.run.slice(-300))
})

test('a contract cannot be signed before it says who, what and under which plan', async () => {
  await go('/contracts')
  await page.getByRole('link', { name: '新建合同' }).click()
  await page.getByText('选了方案，这里列出要约定的值。').waitFor()
  await page.getByRole('button', { name: '签署' }).click()
  for (const field of ['number', 'title', 'customer', 'plan']) await fieldOf(`contract-${field}`).locator('.field-error').waitFor()
  assert.equal(await page.getByRole('button', { name: '确认签署' }).count(), 0)
})

test('a contract that is being written is kept as a draft, with everything that was typed', async () => {
  await page.locator('#contract-number').fill('HT-2026-T1')
  await page.locator('#contract-title').fill('加密机二期')
  await page.locator('#contract-customer').fill('yz')
  await choose(page, 'contract-customer', '云栈数据中心')
  await add('contract-sites', 'A', /A 栋/)
  await add('contract-assets', '加密', /主机加密机/)
  await choose(page, 'contract-plan', /安全设备质量服务承诺 第 1 版/)
  await page.getByLabel('修复 · 时限 的值').fill('6h')
  await page.getByLabel('修复 · 时限 的出处').fill('附件二第 3 条')
  await page.locator('#contract-startsOn').fill('2026-01-01')
  await page.locator('#contract-endsOn').fill('2028-01-01')
  await add('contract-person-lead', 'gu', /顾南/)
  await page.getByRole('button', { name: '存为草稿' }).click()
  await page.waitForURL(/draft=/)
  await go('/contracts')
  await card('草稿').getByText('顾南 起草').waitFor()
  await card('草稿')
    .getByRole('link', { name: /加密机二期.*待我方、客户签署/ })
    .click()
  await page.getByRole('link', { name: '继续起草' }).click()
  await page.waitForFunction(() => (document.querySelector('#contract-number') as HTMLInputElement)?.value === 'HT-2026-T1')
  assert.equal(await page.getByLabel('修复 · 时限 的出处').inputValue(), '附件二第 3 条')
  for (const [field, words] of Object.entries({ customer: '云栈数据中心', sites: 'A 栋', assets: '主机加密机', 'person-lead': '顾南' }))
    await fieldOf(`contract-${field}`).getByText(words).first().waitFor()
})

test('what the plan says of a value stands under the value, and nothing is signed', async () => {
  await page.getByLabel('修复 · 时限 的值').fill('半天')
  await page.getByRole('button', { name: '签署' }).click()
  await page.getByRole('button', { name: '确认签署' }).click()
  await fieldOf('term-promises.repair.within').locator('.field-error').waitFor()
  assert.equal(((await api('/contracts?q=HT-2026-T1')) as { items: unknown[] }).items.length, 0)
})

test('a signature is asked for twice, makes the contract, and the draft goes with it', async () => {
  await page.getByLabel('修复 · 时限 的值').fill('6h')
  await page.getByRole('button', { name: '签署' }).click()
  await page.getByText(/签署后合同即为事实/).waitFor()
  await page.getByRole('button', { name: '不做了' }).click()
  await page.getByRole('button', { name: '签署' }).click()
  await page.getByRole('button', { name: '确认签署' }).click()
  await page.waitForURL(/\/contracts\/[\w-]{10,}$/)
  await page.locator('h1').getByText('生效中').waitFor()
  await card('约定的值')
    .getByText(/附件二第 3 条/)
    .waitFor()
  assert.match((await card('约定的值').innerText()).replaceAll('\n', ' '), /签订日期 \d{4}-\d\d-\d\d/)
  await card('覆盖').getByText('顾南').waitFor()
  await card('记录').getByText('签订合同').waitFor()
  const contract = await contractOf('HT-2026-T1')
  assert.deepEqual([contract.terms[0].value, contract.assets.length, contract.people[0].person.name], ['6h', 1, '顾南'])
  assert.deepEqual(((await api('/contract-drafts')) as { items: unknown[] }).items, [])
})

test('a milestone is recorded with its evidence; one that was there already is refused', async () => {
  await page.getByRole('button', { name: '登记里程碑' }).click()
  const form = page.getByRole('dialog')
  assert.ok(await form.getByRole('button', { name: '登记里程碑' }).isDisabled())
  await page.locator('#reach-evidence').fill('运单 SF-77120')
  await form.getByRole('button', { name: '登记里程碑' }).click()
  await card('里程碑')
    .getByText(/运单 SF-77120/)
    .waitFor()
  await card('记录').getByText('发货').waitFor()
  await page.getByRole('button', { name: '登记里程碑' }).click()
  await choose(page, 'reach-milestone', '发货')
  await page.locator('#reach-evidence').fill('又一次')
  await form.getByRole('button', { name: '登记里程碑' }).click()
  await form.getByText(/已经登记过/).waitFor()
  await page.keyboard.press('Escape')
})

test('a milestone of one device, entered late, says why and waits for a second person, who approves it', async () => {
  await travel(manager, stage.url, 120 * MINUTE_MS)
  await page.reload()
  await page.getByRole('button', { name: '登记里程碑' }).click()
  const form = page.getByRole('dialog')
  await choose(page, 'reach-milestone', '到货')
  await choose(page, 'reach-assets', '主机加密机')
  await page.keyboard.press('Escape')
  const at = await page.locator('#reach-occurredAt').inputValue()
  await page.locator('#reach-occurredAt').fill(new Date(Date.parse(`${at}Z`) - 60 * MINUTE_MS).toISOString().slice(0, 16))
  await page.locator('#reach-evidence').fill('到货单 9')
  await page.locator('#reach-lateReason').fill('仓库下午才通知')
  await form.getByRole('button', { name: '登记里程碑' }).click()
  const late = card('里程碑').locator('li', { hasText: '到货' })
  await late.getByText('补录，待复核').waitFor()
  await late.getByText('主机加密机').waitFor()
  assert.equal(await late.getByRole('button', { name: '复核' }).count(), 0)
  const second = await stage.as('qin')
  await go(new URL(page.url()).pathname, second.page)
  await card('里程碑', second.page).getByRole('button', { name: '复核' }).click()
  await card('里程碑', second.page).getByText('补录，秦岚 已复核').waitFor()
  await late.getByText('补录，秦岚 已复核').waitFor()
  assert.deepEqual(second.complaints, [])
})

test('a milestone that did not happen is declared void with a reason', async () => {
  const wrong = card('里程碑').locator('li', { hasText: '发货' })
  await wrong.getByRole('button', { name: '作废' }).click()
  await page.locator('#record-reason').fill('登错了合同')
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await wrong.waitFor({ state: 'detached' })
  await card('记录').locator('.voided', { hasText: '发货' }).waitFor()
  assert.deepEqual(
    (await contractOf('HT-2026-T1')).milestones.map((one: { milestone: string }) => one.milestone),
    ['delivered'],
  )
})

test('terms are amended: what was agreed before stays in the record', async () => {
  await page.getByRole('link', { name: '变更条款' }).click()
  await page.getByLabel('修复 · 时限 的值').fill('4h')
  await page.getByLabel('修复 · 时限 的出处').fill('补充协议一')
  await page.locator('#contract-endsOn').fill('2029-01-01')
  await page.locator('#contract-reason').fill('客户加价')
  await page.getByRole('button', { name: '登记变更' }).click()
  await page.waitForURL(/\/contracts\/[\w-]{10,}$/)
  await card('约定的值')
    .getByText(/补充协议一/)
    .waitFor()
  await card('约定的历次版本')
    .locator('li')
    .nth(1)
    .getByText(/修复 · 时限 6 小时（附件二第 3 条）/)
    .waitFor()
  assert.doesNotMatch(await card('约定的历次版本').innerText(), /promises\.|@\d/, 'names, not codes')
  await card('记录')
    .getByText(/客户加价/)
    .waitFor()
  assert.equal((await contractOf('HT-2026-T1')).endsOn, '2029-01-01')
})

test('an amendment on what somebody else has changed meanwhile is refused, and what was typed stays', async () => {
  const contract = await contractOf('HT-2026-T1')
  await go(`/contracts/${contract.id}/amend`)
  await page.locator('#contract-reason').fill('再改一次')
  const answer = await page.context().request.post(`${stage.url}/api/contracts/${contract.id}/amend`, {
    data: { version: contract.version, endsOn: '2030-01-01' },
    headers: { 'idempotency-key': crypto.randomUUID(), origin: stage.url },
  })
  assert.ok(answer.ok(), await answer.text())
  await page.locator('#contract-endsOn').fill('2031-01-01')
  await page.getByRole('button', { name: '登记变更' }).click()
  await page
    .getByRole('alert')
    .getByText(/别人刚改过这份合同/)
    .waitFor()
  assert.equal(await page.locator('#contract-reason').inputValue(), '再改一次')
  assert.equal((await contractOf('HT-2026-T1')).endsOn, '2030-01-01')
})

test('each device says until when it is covered and why; a void acceptance takes that away, a new one brings another day', async () => {
  await go('/contracts')
  await row('HT-2025-031').click()
  const device = card('质保').locator('.covered', { hasText: '3 号螺杆式冷水机组' })
  await device.getByText('设备质保至 2027-03-14，因为：').waitFor()
  await device.getByText('享有：免费维修、免费更换零件；不含人为损坏').waitFor()
  await device.getByText(/2025-03-14，项目验收：自 2025-03-14 起算 24 个月，至 2027-03-14/).waitFor()
  await card('里程碑').locator('li', { hasText: '验收' }).getByRole('button', { name: '作废' }).click()
  await page.locator('#record-reason').fill('验收日期登错')
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await device.getByText('未起算').waitFor()
  await device.getByText('起点：项目验收且安装调试').waitFor()
  await device.getByText('起算后享有：免费维修、免费更换零件；不含人为损坏').waitFor()
  await page.getByRole('button', { name: '登记里程碑' }).click()
  await choose(page, 'reach-milestone', '验收')
  await page.locator('#reach-evidence').fill('验收报告 YS-2025-031-B')
  await page.getByRole('dialog').getByRole('button', { name: '登记里程碑' }).click()
  await device.getByText('质保中').waitFor()
  const { end } = (await api(`/contracts/${(await contractOf('HT-2025-031')).id}/covers`)).items[0].covers[0]
  await device.getByText(new RegExp(`设备质保至 ${new Date(end - 1 + 8 * 3_600_000).toISOString().slice(0, 10)}`)).waitFor()
})

test('from a contract one goes to its plan, its customer and its promise board', async () => {
  const { id } = await contractOf('HT-2026-T1')
  for (const [name, where] of [
    [/安全设备质量服务承诺/, /\/plans\/keyou@1/],
    ['云栈数据中心', /\/customers\/yunzhan/],
    ['承诺看板', new RegExp(`/board/${id}`)],
  ] as const) {
    await go(`/contracts/${id}`)
    await page.locator('main').getByRole('link', { name }).click()
    await page.waitForURL(where)
  }
})

test('on a phone the name of a contract has the line to itself', async () => {
  const { id } = await contractOf('HT-2026-T1')
  const phone = await stage.as('gu', { width: 390, height: 844 })
  await phone.page.goto(`${stage.url}/contracts/${id}`)
  const box = await phone.page.locator('.sheet-head h1').boundingBox()
  assert.ok(box && box.width > 320, String(box?.width))
  assert.deepEqual(phone.complaints, [])
})

test('a contract is ended with a reason; after that nothing is amended', async () => {
  const { id } = await contractOf('HT-2026-T1')
  await go(`/contracts/${id}`)
  await page.getByRole('button', { name: '终止合同' }).click()
  await page.locator('#record-reason').fill('客户搬迁')
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await page.locator('h1').getByText('已终止').waitFor()
  assert.equal(await page.getByRole('link', { name: '变更条款' }).count(), 0)
  await card('记录')
    .getByText(/客户搬迁/)
    .waitFor()
})

test('a draft that nobody wants is removed', async () => {
  await go('/contracts/new')
  await page.locator('#contract-title').fill('不会签的一份')
  await page.getByRole('button', { name: '存为草稿' }).click()
  await page.waitForURL(/draft=/)
  await go('/contracts')
  await card('草稿').locator('li', { hasText: '不会签的一份' }).getByRole('button', { name: '删除草稿' }).click()
  await card('草稿').waitFor({ state: 'detached' })
  assert.deepEqual(((await api('/contract-drafts')) as { items: unknown[] }).items, [])
})

/** One side signs, in the form that is open; `ours`: with the seal of the letterhead, which stands there. */
async function signAs(side: string, signer: string, seal: 'new' | 'ours' = 'new'): Promise<void> {
  const form = page.getByRole('dialog')
  await choose(page, 'sign-side', side)
  await page.locator('#sign-signer').fill(signer)
  if (seal === 'ours') await page.locator('#sign-seal').getByText('我方信头里的印章').waitFor()
  else await page.locator('#sign-seal input[type=file]').setInputFiles(pictureNamed(`${side}公章.png`))
  await page.locator('#sign-document input[type=file]').setInputFiles(pictureNamed(`${side}盖章合同.png`))
  await form.locator('.upload.kept').nth(1).waitFor()
  await form.getByRole('button', { name: '登记签署' }).click()
  await form.waitFor({ state: 'detached' })
}

/** Waits until the draft has been written again. */
const keeps = () =>
  page.waitForResponse((answer) => answer.request().method() === 'PUT' && answer.url().includes('/contract-drafts/') && answer.ok())

test('a draft is signed by one side, which is taken back, and by both; a change in between voids what was signed, to be seen', async () => {
  await go('/contracts/new')
  for (const [field, text] of Object.entries({ number: 'HT-2026-S1', title: '双签合同', endsOn: '2028-01-01' }))
    await page.locator(`#contract-${field}`).fill(text)
  await page.locator('#contract-customer').fill('yz')
  await choose(page, 'contract-customer', '云栈数据中心')
  await page.getByRole('button', { name: '存为草稿' }).click()
  await page.getByRole('link', { name: '收集双方签署' }).click()
  await card('签署').getByText('请先选择服务方案，再签署。').waitFor()
  assert.equal(await page.getByRole('button', { name: '登记签署' }).count(), 0)
  await page.getByRole('link', { name: '继续起草' }).click()
  await choose(page, 'contract-plan', /安全设备质量服务承诺 第 1 版/)
  await Promise.all([keeps(), page.getByRole('button', { name: '存为草稿' }).click()])
  await page.getByRole('link', { name: '收集双方签署' }).click()
  await page.locator('h1').getByText('待我方、客户签署').waitFor()
  await page.getByRole('button', { name: '登记签署' }).click()
  const form = page.getByRole('dialog')
  await form.getByRole('button', { name: '登记签署' }).click()
  await page.locator('#sign-document').getByText('还没有选文件。').waitFor()
  await page.locator('#sign-seal').getByText('我方信头里的印章').waitFor()
  assert.equal(await form.getByText('还没有选文件。').count(), 1, 'the seal of the letterhead stands there')
  await page.getByRole('button', { name: '移除 印章.png' }).click()
  await page.locator('#sign-seal').getByText('还没有选文件。').waitFor()
  await page.locator('#sign-signedOn').fill('2099-01-01')
  await signAs('我方', '顾南').catch(() => undefined)
  await form.getByText(/签署日期在将来/).waitFor()
  await page.locator('#sign-signedOn').fill('2026-01-05')
  await form.getByRole('button', { name: '登记签署' }).click()
  await page.locator('h1').getByText('待客户签署').waitFor()
  await card('签署').getByText('顾南，2026-01-05 签署').waitFor()
  await card('签署').getByRole('button', { name: '撤回' }).click()
  await page.locator('#record-reason').fill('登错了人')
  await page.getByRole('dialog').getByRole('button', { name: '撤回' }).click()
  await card('签署')
    .getByText(/登错了人/)
    .waitFor()
  await page.getByRole('button', { name: '登记签署' }).click()
  await signAs('我方', '秦岚')
  await page.locator('h1').getByText('待客户签署').waitFor()
  const here = page.url()
  await go('/contracts')
  await card('草稿').locator('li', { hasText: '双签合同' }).getByRole('button', { name: '删除草稿' }).click()
  await page.getByText(/已有一方签署。.*先撤回那一方/).waitFor()
  await page.goto(here)
  await page.getByRole('link', { name: '继续起草' }).click()
  await page.locator('#contract-endsOn').fill('2029-01-01')
  await Promise.all([keeps(), page.getByRole('button', { name: '存为草稿' }).click()])
  await page.getByRole('link', { name: '收集双方签署' }).click()
  await card('签署')
    .getByText(/改动草稿，这一方的签署失效/)
    .waitFor()
  await page.locator('h1').getByText('待我方、客户签署').waitFor()
  assert.deepEqual(((await api('/contracts?q=HT-2026-S1')) as { items: unknown[] }).items, [], 'nothing is owed yet')
})

test('with the second signature the contract is in force, and its page and its annex show both', async () => {
  await page.getByRole('button', { name: '登记签署' }).click()
  await signAs('客户', '郑工')
  await page.locator('h1').getByText('待我方签署').waitFor()
  await page.getByRole('button', { name: '登记签署' }).click()
  await page
    .getByRole('dialog')
    .getByText(/这是第二方/)
    .waitFor()
  await signAs('我方', '顾南', 'ours')
  await page.waitForURL(/\/contracts\/[\w-]{10,}$/)
  await page.locator('h1').getByText('生效中').waitFor()
  for (const words of [/客户 郑工，.* 签署/, /我方 顾南，.* 签署/, '客户公章.png', '印章.png', '我方盖章合同.png'])
    await card('签署').getByText(words).first().waitFor()
  await card('记录').getByText('双签合同 · 我方 顾南 · 客户 郑工').waitFor()
  assert.match((await card('约定的值').innerText()).replaceAll('\n', ' '), /签订日期 \d{4}-\d\d-\d\d/)
  assert.equal(await card('签署').getByText('与所签一致').count(), 2)
  const { signatures } = await contractOf('HT-2026-S1')
  const [annex] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '附件（PDF）' }).click()])
  const pdf = await readPdf(readFileSync(await annex.path()))
  for (const words of ['郑工', '顾南', signatures[0].hash]) assert.ok(says(pdf, words), words)
})

test('a contract that is changed afterwards says that the change was not signed', async () => {
  await page.getByRole('link', { name: '变更条款' }).click()
  await page.locator('#contract-endsOn').fill('2030-01-01')
  await page.locator('#contract-reason').fill('多服务一年')
  await page.getByRole('button', { name: '登记变更' }).click()
  await page.waitForURL(/\/contracts\/[\w-]{10,}$/)
  await card('签署').getByText('签署的是最初的约定，其后的变更未另行签署。').waitFor()
  assert.equal(await card('签署').getByText('签于变更之前').count(), 2)
  assert.equal(await card('签署').getByText('与所签一致').count(), 0)
  await card('签署').getByText('最初约定的 SHA-256 校验值').waitFor()
})

test('who may only read contracts finds nothing to press', async () => {
  const agent = await stage.as('xu')
  await go('/contracts/ht-2025-031', agent.page)
  await card('约定的值', agent.page).waitFor()
  assert.equal(await agent.page.getByRole('button', { name: /登记里程碑|终止合同/ }).count(), 0)
  assert.equal(await agent.page.getByRole('link', { name: '变更条款' }).count(), 0)
  assert.deepEqual([...agent.complaints, ...manager.complaints], [])
})
