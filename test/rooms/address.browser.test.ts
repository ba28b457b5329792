import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setStage } from '../stage/stage.testing.ts'

/** An address with a word that no page knows, and a page that breaks while it is drawn: the shell stands, and there is a way on. */
const stage = await setStage({ past: 0 })
const { page } = await stage.as('gu')
const shell = page.getByRole('navigation').first()

const KEYS = ['view', 'sort', 'state', 'type', 'where', 'year', 'month', 'left', 'kind', 'locale', 'channel', 'form', 'whose', 'q', 'to']
const ROOMS = [
  '/overview',
  '/board',
  '/disputes',
  '/inbox',
  '/invoices',
  '/customers',
  '/people',
  '/contracts',
  '/plans',
  '/settings/messages',
]

test('a word in the address that the list does not know falls out of it, and the list is shown as it opens', async () => {
  for (const view of ['zzz', '5', 'constructor', '["all"]']) {
    await page.goto(`${stage.url}/tickets?view=${encodeURIComponent(view)}&sort=price`)
    await page.getByRole('heading', { name: '快到期' }).waitFor()
    assert.equal(new URL(page.url()).search, '', view)
  }
})

test('whatever stands in the address, the room is there', async () => {
  for (const room of ROOMS)
    for (const word of ['zzz', '5']) {
      await page.goto(`${stage.url}${room}?${KEYS.map((key) => `${key}=${word}`).join('&')}`)
      await page.locator('main').first().waitFor()
      await shell.waitFor()
      assert.equal(await page.getByText(/Something went wrong|这一页没有显示出来/).count(), 0, `${room} ${word}`)
    }
})

const SAID = { en: 'This page could not be shown', 'zh-TW': '這一頁沒有顯示出來', 'zh-CN': '这一页没有显示出来' }

async function speak(locale: string): Promise<void> {
  const headers = { 'idempotency-key': crypto.randomUUID(), origin: stage.url }
  const answer = await page.context().request.patch(`${stage.url}/api/session`, { data: { locale }, headers })
  assert.equal(answer.status(), 200, await answer.text())
}

/** The page's own program does not come, as when the line breaks between two pages. */
async function loseRoom(): Promise<() => Promise<void>> {
  const program = /\/TicketList[^/]*\.js$/
  await page.route(program, (route) => route.abort())
  return () => page.unroute(program)
}

test('a page that breaks says so in the language of the reader, inside the shell, with two ways on', async () => {
  await page.goto(`${stage.url}/inbox`)
  await shell.waitFor()
  const restore = await loseRoom()
  for (const [locale, said] of Object.entries(SAID)) {
    await speak(locale)
    await page.goto(`${stage.url}/tickets`)
    await page.getByRole('alert').getByText(said).waitFor()
    await shell.waitFor()
  }
  await page.getByRole('link', { name: '回到工作台' }).click()
  await page.waitForURL(/\/overview$/)
  await page.locator('main').first().waitFor()

  await page.goto(`${stage.url}/tickets`)
  await page.getByRole('alert').waitFor()
  await restore()
  await page.getByRole('alert').getByRole('button', { name: '再试一次' }).click()
  await page.getByRole('heading', { name: '快到期' }).waitFor()
})
