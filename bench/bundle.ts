import { readFileSync } from 'node:fs'
import { join, normalize } from 'node:path'
import { gzipSync } from 'node:zlib'
import { buildWebWhenStale } from '../src/server/web.ts'
import { sayStart } from '../src/server/words/start/say.ts'
import type { Row } from './row.ts'

const KB = 1000

type Bundle = {
  readonly name: string
  /** the page among the built ones, and below which address its folder lies */
  readonly page: string
  readonly base: string
  /** modules that the first page loads besides what its entry imports: its language, its first room */
  readonly besides: readonly RegExp[]
  readonly limitKb: number
}

/** Files that the page names, and all that they import before anything is shown. */
function firstLoad(folder: string, { page, base, besides }: Bundle): ReadonlySet<string> {
  const root = join(folder, page, '..')
  const seen = new Set<string>()
  const take = (path: string): void => {
    if (seen.has(path)) return
    seen.add(path)
    if (!path.endsWith('.js')) return
    const text = readFileSync(join(root, path), 'utf8')
    for (const [, specifier = ''] of text.matchAll(/(?:\bfrom|\bimport)\s*"(\.[^"]+)"/g)) take(normalize(join(path, '..', specifier)))
    for (const [, specifier = ''] of text.matchAll(/\bimport\(\s*[`"](\.[^`"]+)[`"]/g)) {
      const wanted = normalize(join(path, '..', specifier))
      if (besides.some((one) => one.test(wanted))) take(wanted)
    }
    for (const [, style = ''] of text.matchAll(/"(assets\/[^"]+\.css)"/g)) if (besides.some((one) => one.test(style))) take(style)
  }
  const html = readFileSync(join(folder, page), 'utf8')
  for (const [, path = ''] of html.matchAll(/(?:src|href)="([^"]+\.(?:js|css))"/g)) take(path.slice(base.length))
  return seen
}

/** What a phone or a desk loads, gzip, until the first page is there: scripts and styles. */
export async function measureBundle(bundle: Bundle): Promise<readonly Row[]> {
  const built = await buildWebWhenStale(() => undefined)
  if (!built.ok) throw new Error(sayStart('en', built.problem))
  const root = join(built.folder, bundle.page, '..')
  const bytes = [...firstLoad(built.folder, bundle)].map((path) => gzipSync(readFileSync(join(root, path))).length)
  const kb = bytes.reduce((sum, size) => sum + size, 0) / KB
  const target = `≤ ${bundle.limitKb} kB gzip`
  return [{ name: bundle.name, value: kb, unit: 'kB', baseline: undefined, ratio: undefined, target, ok: kb <= bundle.limitKb }]
}
