import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { parseAst } from 'vite'

const ROOT = join(import.meta.dirname, '..')

/** What the code says: its strings and names, and its templates as patterns. */
type Said = { readonly words: Set<string>; readonly templates: RegExp[] }

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** A template that is only a dot between two values says nothing of its own. */
function templateOf(texts: readonly string[]): RegExp[] {
  return texts.join('').length > 2 ? [new RegExp(`^${texts.map(literally).join('.+')}$`, 's')] : []
}

function listen(node: unknown, said: Said): void {
  if (typeof node !== 'object' || node === null) return
  const { type, value, name, quasis } = node as { type?: string; value?: unknown; name?: unknown; quasis?: { value: { cooked: string } }[] }
  if (type === 'Literal' && typeof value === 'string') said.words.add(value)
  if (type === 'Identifier' && typeof name === 'string') said.words.add(name)
  if (type === 'TemplateLiteral' && quasis) said.templates.push(...templateOf(quasis.map((part) => part.value.cooked)))
  for (const inner of Object.values(node)) listen(inner, said)
}

function listenToCode(): Said {
  const said: Said = { words: new Set(), templates: [] }
  const files = globSync('src/**/*.{ts,tsx}', { cwd: ROOT, exclude: ['**/words/**', '**/*.test.ts', '**/*.testing.ts'] })
  for (const file of files) listen(parseAst(readFileSync(join(ROOT, file), 'utf8'), { lang: file.endsWith('x') ? 'tsx' : 'ts' }), said)
  return said
}

function keysOf(value: unknown, key = ''): readonly string[] {
  if (typeof value === 'string') return [key]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => keysOf(inner, key === '' ? name : `${key}/${name}`))
}

test('every sentence of the language files is said somewhere', async () => {
  const { words, templates } = listenToCode()
  const isSaid = (key: string): boolean => words.has(key) || templates.some((one) => one.test(key))
  // Names of the trade are asked for by their group and id, `option.impact.stopped`: each part is a word of the code.
  const isNamed = (key: string): boolean => key.split('.').every((part) => words.has(part))
  const unused: string[] = []
  for (const file of globSync('src/**/words/**/*zh-CN.ts', { cwd: ROOT, exclude: ['**/load-*'] })) {
    const keys = Object.values((await import(join(ROOT, file))) as Record<string, unknown>).flatMap((value) => keysOf(value))
    const isUsed = file.startsWith('src/core/') ? (key: string) => isSaid(key) || isNamed(key) : isSaid
    unused.push(...keys.filter((key) => !isUsed(key)).map((key) => `${file} ${key}`))
  }
  assert.deepEqual(unused, [])
})
