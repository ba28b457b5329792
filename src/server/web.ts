import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { text } from 'node:stream/consumers'
import type { StartMessage } from './words/start/say.ts'

/** The project's folder, from src/server as from dist/server. */
const ROOT = join(import.meta.dirname, '../..')

/** Where the built pages lie. */
export const WEB_FOLDER = join(ROOT, 'dist/web')
const STAMP = '.stamp'

/** Everything that the built pages are made from. */
const SOURCES = [
  'src/console',
  'src/portal',
  'src/ui',
  'src/core',
  'src/wire',
  'vite.config.ts',
  'vite.portal.config.ts',
  'package-lock.json',
]

/** Each has an entry and a bundle of its own: its folder among the built pages, its page and its build settings. */
const ENTRIES = [
  { folder: '.', page: 'src/console/index.html', config: 'vite.config.ts' },
  { folder: 'portal', page: 'src/portal/index.html', config: 'vite.portal.config.ts' },
]

export type WebBuild =
  | { readonly ok: true; readonly folder: string; readonly built: boolean }
  | { readonly ok: false; readonly problem: StartMessage }

/** `settings`: the folder of other build settings than the product's, which bear the same names. */
type Places = { readonly root: string; readonly folder: string; readonly settings?: string }

function filesUnder(path: string): readonly string[] {
  if (!existsSync(path)) return []
  const entries = readdirSync(path, { withFileTypes: true, recursive: true })
  return entries.filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name)).map((entry) => join(entry.parentPath, entry.name))
}

/** One hash over names and contents of all sources, the same on every machine. */
export function hashOfSources(root: string = ROOT, more: readonly string[] = []): string {
  const files = [...SOURCES, ...more]
    .flatMap((source) => (/\.\w+$/.test(source) ? [join(root, source)] : filesUnder(join(root, source))))
    .filter((file) => existsSync(file))
  const hash = createHash('sha256')
  for (const file of files.map((one) => relative(root, one)).sort())
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0')
  return hash.digest('hex')
}

/**
 * Builds the pages when they are missing or older than their sources; in an installed package they came built.
 * The new pages replace the old ones whole, so a build cut short or one that fails leaves what was there.
 */
export async function buildWebWhenStale(
  log: (message: StartMessage) => void,
  { root, folder, settings = '' }: Places = { root: ROOT, folder: WEB_FOLDER },
): Promise<WebBuild> {
  const entries = ENTRIES.filter(({ page }) => existsSync(join(root, page)))
  if (entries.length === 0) return { ok: true, folder, built: false }
  const hash = hashOfSources(root, settings === '' ? [] : [settings])
  const stamp = join(folder, STAMP)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return { ok: true, folder, built: false }
  log({ code: 'web.building', params: {} })
  const began = performance.now()
  const fresh = `${folder}.new-${process.pid}`
  let failure: string | undefined
  for (const entry of entries) failure ??= await runVite(root, { outDir: join(fresh, entry.folder), config: join(settings, entry.config) })
  if (failure !== undefined) {
    rmSync(fresh, { recursive: true, force: true })
    return { ok: false, problem: { code: 'web.failed', params: { details: failure } } }
  }
  writeFileSync(join(fresh, STAMP), hash)
  replaceFolder(fresh, folder)
  log({ code: 'web.built', params: { seconds: ((performance.now() - began) / 1000).toFixed(1) } })
  return { ok: true, folder, built: true }
}

function replaceFolder(fresh: string, folder: string): void {
  const old = `${folder}.old-${process.pid}`
  if (existsSync(folder)) renameSync(folder, old)
  try {
    renameSync(fresh, folder)
  } catch (error) {
    // Two processes built at once and the other was first: its pages are made from the same sources.
    if ((error as NodeJS.ErrnoException).code !== 'ENOTEMPTY') throw error
    rmSync(fresh, { recursive: true, force: true })
  }
  rmSync(old, { recursive: true, force: true })
}

/** In a process of its own, so that the server does not keep the builder's memory. Its words, when it failed. */
async function runVite(
  root: string,
  { outDir, config }: { readonly outDir: string; readonly config: string },
): Promise<string | undefined> {
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const args = [vite, 'build', '--config', join(root, config), '--outDir', outDir, '--emptyOutDir', '--logLevel', 'warn']
  const env = { ...process.env, NODE_ENV: 'production', NO_COLOR: '1' }
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise<number | null>((done, fail) => child.on('close', done).on('error', fail))
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  return code === 0 ? undefined : `${out}${err}`.trim()
}
