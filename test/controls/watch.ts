import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { buildWebWhenStale } from '../../src/server/web.ts'
import type { WebBuild } from '../../src/server/web.ts'
import { CONTROLS_FILE } from './mark.ts'

const ROOT = join(import.meta.dirname, '../..')
const FOLDER = join(ROOT, 'dist/marked')

/** Folder into which each test file writes the controls that it used; the run that wants to know names it. */
export const USED_IN = 'NUOXING_CONTROLS_USED'
/** The control that is to do nothing. */
export const DEAD = 'NUOXING_CONTROL_DEAD'

/** The pages with a mark on each control, built when they are older than their sources. */
export function buildMarkedWeb(): Promise<WebBuild> {
  return buildWebWhenStale(() => undefined, { root: ROOT, folder: FOLDER, settings: 'test/controls' })
}

/** Every window of this browser tells which controls are used in it. */
export function watchControls(browser: Browser): Set<string> {
  const used = new Set<string>()
  const open = browser.newContext.bind(browser)
  browser.newContext = async (options) => {
    const context = await open(options)
    await context.exposeBinding('nuoxingUsed', (_, control: string) => void used.add(control))
    const dead = process.env[DEAD]
    if (dead !== undefined) await context.addInitScript(`globalThis.nuoxingDead = ${JSON.stringify(dead)}`)
    return context
  }
  return used
}

/** Leaves what this process used where the whole run can find it. */
export function keepUsed(used: ReadonlySet<string>): void {
  const folder = process.env[USED_IN]
  if (folder === undefined || used.size === 0) return
  mkdirSync(folder, { recursive: true })
  const file = (process.argv[1] ?? '').replace(`${ROOT}/`, '')
  writeFileSync(join(folder, `${process.pid}.json`), JSON.stringify({ file, used: [...used].sort() }))
}

/** All controls of the pages as built last; undefined when no pages were built. */
export function allControls(): readonly string[] | undefined {
  const lists = [join(FOLDER, CONTROLS_FILE), join(FOLDER, 'portal', CONTROLS_FILE)]
  if (!lists.every((list) => existsSync(list))) return undefined
  const all = lists.flatMap((list) => JSON.parse(readFileSync(list, 'utf8')) as string[])
  return [...new Set(all)].sort()
}

/** Test files by the controls that they used. */
export function usersOf(folder: string): ReadonlyMap<string, readonly string[]> {
  const users = new Map<string, string[]>()
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const { file, used } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as { file: string; used: string[] }
    for (const control of used) users.set(control, [...(users.get(control) ?? []), file])
  }
  return users
}
