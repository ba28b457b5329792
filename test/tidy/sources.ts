import { readFileSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'

export const ROOT = join(import.meta.dirname, '../..')

const SKIPPED = new Set(['node_modules', 'dist', 'data', 'coverage', '.git', '.nuoxing'])

/** A text file of the project; `path` is relative to its root, with forward slashes. */
export type Source = { readonly path: string; readonly text: string; readonly lines: readonly string[] }

function walk(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (SKIPPED.has(entry.name)) return []
    const path = join(folder, entry.name)
    return entry.isDirectory() ? walk(path) : [path]
  })
}

function read(path: string): Source {
  const text = readFileSync(path, 'utf8')
  return { path: relative(ROOT, path).replaceAll('\\', '/'), text, lines: text.split('\n') }
}

const TEXT = /\.(ts|tsx|js|mjs|json|yaml|yml|md|sql|css|html|svg|txt|csv|ndjson|sh)$|(^|\/)(run|nuoxing|\.gitignore|Dockerfile)$/

/** Every text file that the project keeps; what was built or installed is not ours. */
export const everything: readonly Source[] = walk(ROOT)
  .filter((path) => TEXT.test(path))
  .map(read)

export const code: readonly Source[] = everything.filter(({ path }) => /\.(ts|tsx|js|mjs)$/.test(path))

export const isTest = ({ path }: Source): boolean =>
  /\.test\.tsx?$/.test(path) || path.endsWith('.testing.ts') || /^(test|bench)\//.test(path)

/** Sentences in one language; long by nature. */
export const isWords = ({ path }: Source): boolean => /\/(zh-CN|zh-TW|en)\.ts$/.test(path)

export const inCore = ({ path }: Source): boolean => path.startsWith('src/core/')

export function countLines(sources: readonly Source[]): number {
  return sources.reduce((sum, { lines }) => sum + lines.filter((line) => line.trim() !== '').length, 0)
}
