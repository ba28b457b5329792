import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { newLink } from '../../src/server/http/session/password.ts'
import { foundTenant } from '../../src/server/tenants.ts'
import { choose } from '../browser/choose.testing.ts'
import type { Stage } from './stage.testing.ts'

/** A firm of its own with nobody and nothing in it, and windows for its people. */
export type Firm = {
  readonly id: string
  /** the link for whoever comes first */ readonly link: string
  readonly open: (size?: { readonly width: number; readonly height: number }) => Promise<Page>
  readonly logIn: (page: Page, account: string, password: string) => Promise<void>
  /** what the pages said went wrong */ readonly complaints: readonly string[]
}

/** What `tenant create` does: the firm with the shipped roles, nobody in it, and the link for whoever comes first. */
async function found(stage: Stage, { id, name }: { readonly id: string; readonly name: string }): Promise<string> {
  const { services } = stage.server
  const at = services.clock.machine()
  const founded = await foundTenant(services.address, { id, name, timezone: 'Asia/Shanghai', demo: false, at }, (tx) =>
    newLink(tx, 'setup', { person: undefined, now: at }),
  )
  return `${stage.url}${founded?.filled.path ?? assert.fail(`${id} is taken`)}`
}

export async function foundFirm(stage: Stage, named: { readonly id: string; readonly name: string }): Promise<Firm> {
  const link = await found(stage, named)
  const complaints: string[] = []
  const open = async (size = { width: 1440, height: 1000 }): Promise<Page> => {
    const context = await stage.browser.newContext({
      viewport: size,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      reducedMotion: 'reduce',
    })
    const page = await context.newPage()
    page.on('pageerror', (error) => complaints.push(error.message))
    page.setDefaultTimeout(10_000)
    return page
  }
  const logIn = async (page: Page, account: string, password: string): Promise<void> => {
    await page.goto(`${stage.url}/login`)
    await page.locator('#login-account').fill(`${account}@${named.id}`)
    await page.locator('#login-password').fill(password)
    await page.getByRole('button', { name: /登录$/ }).click()
    await page.waitForURL(/\/overview/)
  }
  return { id: named.id, link, open, logIn, complaints }
}

type Newcomer = { readonly name: string; readonly account: string; readonly password: string }

/** Whoever comes first sets name, account and password by the link, and is in. */
export async function enterFirst(firm: Firm, page: Page, { name, account, password }: Newcomer): Promise<void> {
  await page.goto(firm.link)
  await page.locator('#link-name').fill(name)
  await page.locator('#link-account').fill(account)
  await page.locator('#link-password').fill(password)
  await page.getByRole('button', { name: '设定' }).click()
  await page.getByText('已设定。').waitFor()
  await firm.logIn(page, account, password)
}

/** A colleague is added on the page of people and comes in by the link that it shows. */
export async function invite(
  firm: Firm,
  { by, to }: { readonly by: Page; readonly to: Page },
  { name, account, password, role }: Newcomer & { readonly role: string },
): Promise<void> {
  await by.locator('.rail').getByRole('link', { name: '人员' }).click()
  await by.getByRole('button', { name: '添加人员' }).click()
  await by.locator('#person-name').fill(name)
  await by.locator('#person-account').fill(account)
  await choose(by, 'person-roles', role)
  await by.keyboard.press('Escape')
  await by.getByRole('button', { name: '添加并生成登录链接' }).click()
  await to.goto(await by.getByRole('textbox', { name: '登录链接' }).inputValue())
  await to.locator('#link-password').fill(password)
  await to.getByRole('button', { name: '设定' }).click()
  await to.getByText('已设定。').waitFor()
  await firm.logIn(to, account, password)
}
