import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { chromium } from 'playwright-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { loadConfig } from '../../src/server/config.ts'
import { seedDemo } from '../../src/server/demo/seed.ts'
import { DEMO_PASSWORD, VENDOR } from '../../src/server/demo/vendor.ts'
import { startServer } from '../../src/server/main.ts'
import type { RunningServer } from '../../src/server/main.ts'
import { buildWebWhenStale } from '../../src/server/web.ts'
import { buildMarkedWeb, keepUsed, watchControls } from '../controls/watch.ts'
import { sayStart } from '../../src/server/words/start/say.ts'
import { browserProgram } from '../run/browser.ts'
import { FILLED_STAGES } from './filled.ts'

/** The whole product for a browser test: embedded database, pages, worker, the demo vendor with a small past; and a Chromium. */
export type Stage = {
  readonly url: string
  readonly server: RunningServer
  readonly browser: Browser
  /** A browser window of one demo person, logged in. */
  readonly as: (account: string, options?: WindowOptions) => Promise<Window>
}
export type WindowOptions = { readonly width?: number; readonly height?: number; readonly dark?: boolean; readonly moving?: boolean }
export type Window = {
  readonly page: Page
  readonly context: BrowserContext
  /** what the page asked of any other host, and what it said went wrong */ readonly complaints: string[]
}

const CHROMIUM = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

type StageOptions = {
  readonly past?: number
  /** settings beside those of every stage */
  readonly env?: Readonly<Record<string, string>>
  /** the pages as they are shipped, without marks on their controls */
  readonly asShipped?: boolean
}

export async function setStage({ past = 4, env = {}, asShipped = false }: StageOptions = {}): Promise<Stage> {
  const built = asShipped ? await buildWebWhenStale(() => undefined) : await buildMarkedWeb()
  assert.ok(built.ok, built.ok ? '' : sayStart('zh-CN', built.problem))
  const folder = mkdtempSync(join(tmpdir(), 'nx-stage-'))
  chmodSync(folder, 0o755)
  // What the settings of a test's own would do to the demo vendor's past is seen only by living through it.
  const copied = Object.keys(env).length === 0 && (await copyFilledStage(folder, past))
  const server = await startStage(folder, env, built.folder)
  const browser = await chromium.launch({ executablePath: browserProgram(), args: CHROMIUM })
  const used = watchControls(browser)
  after(async () => {
    await browser.close()
    keepUsed(used)
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  })
  const url = server.url ?? assert.fail('no address')
  if (!copied) await fillStage(server, past)
  return { url, server, browser, as: (account, options) => openWindow({ browser, url }, account, options) }
}

async function startStage(folder: string, env: Readonly<Record<string, string>>, webFolder: string): Promise<RunningServer> {
  const loaded = loadConfig({
    env: { PORT: '0', NUOXING_DATA: join(folder, 'data'), NUOXING_LOG_LEVEL: 'error', NUOXING_BACKUP_AT: 'off', ...env },
    readFile: () => undefined,
  })
  assert.ok(loaded.ok)
  const server = await startServer(loaded.config, { log: () => undefined, demoTenant: VENDOR.id, webFolder })
  assert.ok(server.ok, server.ok ? '' : sayStart('zh-CN', server.problem))
  return server
}

async function fillStage({ services, ask }: RunningServer, past: number): Promise<void> {
  const seeded = await seedDemo({ services, ask: ask ?? assert.fail('no pages'), count: past })
  assert.deepEqual(seeded.refused, [])
}

/** Clocks of the demo vendor run on while its copy lies ready: it is not kept for longer than this. */
const KEPT_MS = 5 * 60_000

/** One that was filled a short time ago. What is too old stays where it is: another file of the run may be copying it. */
function filledBefore(kept: string, past: number): string | undefined {
  const of = `past-${past}-`
  const newest = Math.max(...readdirSync(kept).flatMap((name) => (name.startsWith(of) ? [Number(name.slice(of.length))] : [])))
  return Date.now() - newest < KEPT_MS ? `${of}${newest}` : undefined
}

async function fillAnew(kept: string, past: number): Promise<string> {
  const fresh = mkdtempSync(join(kept, 'fresh-'))
  chmodSync(fresh, 0o755)
  const server = await startStage(fresh, {}, kept)
  await fillStage(server, past)
  await server.stop()
  const filled = `past-${past}-${Date.now()}`
  renameSync(fresh, join(kept, filled))
  return filled
}

/** Copies a data folder in which the demo vendor lives already: of one run, those that need the same past fill it once. False: alone, each fills its own. */
async function copyFilledStage(folder: string, past: number): Promise<boolean> {
  const kept = process.env[FILLED_STAGES]
  if (kept === undefined) return false
  const filled = filledBefore(kept, past) ?? (await fillAnew(kept, past))
  // The database's folder belongs to its own user, and stays so.
  execFileSync('cp', ['-a', join(kept, filled, 'data'), folder])
  return true
}

async function openWindow(
  { browser, url }: { browser: Browser; url: string },
  account: string,
  { width = 1440, height = 1000, dark = false, moving = false }: WindowOptions = {},
): Promise<Window> {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    colorScheme: dark ? 'dark' : 'light',
    // A box that still slides or grows takes a click at a place that it leaves: the tests go without movement.
    reducedMotion: moving ? 'no-preference' : 'reduce',
  })
  const complaints: string[] = []
  context.on('request', (request) => {
    if (!request.url().startsWith(url) && !/^(data|blob):/.test(request.url())) complaints.push(`asked ${request.url()}`)
  })
  const answer = await context.request.post(`${url}/api/session`, { data: { account: `${account}@${VENDOR.id}`, password: DEMO_PASSWORD } })
  assert.ok(answer.ok(), await answer.text())
  const page = await context.newPage()
  page.on('pageerror', (error) => complaints.push(`error ${error.message}`))
  // Long enough for a machine that is busy elsewhere: what comes sooner is not waited for.
  page.setDefaultTimeout(20_000)
  return { page, context, complaints }
}

/** The tenant's clock forward, as the popover of the shell does it but without a window. */
export async function travel(window: Window, url: string, ms: number): Promise<void> {
  const answer = await window.context.request.post(`${url}/api/clock/advance`, {
    data: { ms },
    headers: { 'idempotency-key': crypto.randomUUID(), origin: url },
  })
  assert.ok(answer.ok(), await answer.text())
}

export const MINUTE_MS = 60_000
export const HOUR_MS = 3_600_000
