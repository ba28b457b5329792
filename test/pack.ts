// `npm pack` runs this first: everything that an installed package runs, as JavaScript under dist/, laid out as src/ is.
import { copyFileSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { dirname, join } from 'node:path'
import { Visitor, parseSync } from 'vite'
import { buildWebWhenStale } from '../src/server/web.ts'
import { sayStart } from '../src/server/words/start/say.ts'

const ROOT = join(import.meta.dirname, '..')
/** The rooms that run on the server; the others go into the web pages. */
const ROOMS = ['core', 'wire', 'server', 'cli']

/** Type stripping is refused under node_modules, so it happens here; it only blanks, so every line and column stays where it was. */
function toJavaScript(path: string, text: string): string {
  const stripped = stripTypeScriptTypes(text, { mode: 'strip' })
  const ends: number[] = []
  new Visitor({
    Literal: (node) => {
      if (typeof node.value === 'string' && /^\.{1,2}\/.+\.ts$/.test(node.value)) ends.push(node.end)
    },
  }).visit(parseSync(path.replace(/\.ts$/, '.js'), stripped).program)
  // A specifier ends in `ts'`: the two letters before the quote.
  return ends.reduceRight((code, end) => `${code.slice(0, end - 3)}js${code.slice(end - 1)}`, stripped)
}

function emit(path: string): void {
  const to = join(ROOT, 'dist', path.slice('src/'.length))
  mkdirSync(dirname(to), { recursive: true })
  if (path.endsWith('.ts')) writeFileSync(to.replace(/\.ts$/, '.js'), toJavaScript(path, readFileSync(join(ROOT, path), 'utf8')))
  else copyFileSync(join(ROOT, path), to)
}

function isShipped(path: string): boolean {
  return !/\.test\.|\.testing\.ts$|\/testing\.ts$|tsconfig\.json$/.test(path)
}

// Node calls its own type stripping experimental when it is asked for by name; whoever packs need not hear it.
process.removeAllListeners('warning')
for (const room of ROOMS) rmSync(join(ROOT, 'dist', room), { recursive: true, force: true })
const files = globSync(`src/{${ROOMS.join(',')}}/**/*.*`, { cwd: ROOT, withFileTypes: true }).filter((entry) => entry.isFile())
const paths = files.map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1)).filter(isShipped)
for (const path of paths) emit(path)

// On stderr: stdout is npm's own, which may be asked for JSON.
const web = await buildWebWhenStale((message) => console.error(sayStart('zh-CN', message)))
if (!web.ok) {
  console.error(sayStart('zh-CN', web.problem))
  process.exit(1)
}
