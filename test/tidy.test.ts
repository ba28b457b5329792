import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { median, shapeOf } from './tidy/shape.ts'
import { ROOT, code, countLines, everything, inCore, isTest, isWords } from './tidy/sources.ts'
import type { Source } from './tidy/sources.ts'

const FILE_LINES = 400
const FUNCTION_LINES = 70
const MEDIAN_FUNCTION_LINES = 12
const PARAMETERS = 3
const TESTS_PER_CODE = 1.5
const FREE_OF_DATABASE = 0.6

/** Old giants, `path` or `path#function` → lines. They may shrink; nothing may be added. */
const ratchet = JSON.parse(readFileSync(join(import.meta.dirname, 'tidy-ratchet.json'), 'utf8')) as Record<string, number>

const shapes = new Map(code.map((source) => [source.path, shapeOf(source)]))
const shapeAt = (source: Source) => shapes.get(source.path) ?? shapeOf(source)
const ours = code.filter((source) => source.path.startsWith('src/') && !isTest(source))

function nothing(found: readonly string[], message: string): void {
  assert.deepEqual(found, [], message)
}

function tooLong(key: string, lines: number, limit: number): readonly string[] {
  const allowed = Math.max(limit, ratchet[key] ?? 0)
  return lines > allowed ? [`${key}: ${lines} lines, allowed ${allowed}`] : []
}

test('a file has at most 400 lines', () => {
  const found = code.filter((source) => !isWords(source)).flatMap(({ path, lines }) => tooLong(path, lines.length - 1, FILE_LINES))
  nothing(found, 'part it by noun')
})

test('a function has at most 70 lines', () => {
  const found = code.flatMap((source) =>
    shapeAt(source).functions.flatMap((one) => tooLong(`${source.path}#${one.name}`, one.lines, FUNCTION_LINES)),
  )
  nothing(found, 'name its steps')
})

test('the ratchet lists only giants that still are, at their size of today', () => {
  const sizes = new Map<string, number>(code.map(({ path, lines }) => [path, lines.length - 1]))
  for (const source of code) {
    for (const one of shapeAt(source).functions)
      sizes.set(`${source.path}#${one.name}`, Math.max(one.lines, sizes.get(`${source.path}#${one.name}`) ?? 0))
  }
  nothing(
    Object.entries(ratchet)
      .filter(([key, lines]) => sizes.get(key) !== lines)
      .map(([key]) => `${key}: now ${sizes.get(key) ?? 'gone'}`),
    'write the smaller number',
  )
})

test('half of all functions have at most 12 lines', () => {
  const lines = ours.flatMap((source) =>
    shapeAt(source)
      .functions.filter((one) => one.named)
      .map((one) => one.lines),
  )
  assert.ok(median(lines) <= MEDIAN_FUNCTION_LINES, `median ${median(lines)}`)
})

test('a function takes at most three arguments in a row, more by name', () => {
  const found = ours.flatMap((source) =>
    shapeAt(source)
      .functions.filter((one) => one.parameters > PARAMETERS)
      .map((one) => `${source.path}#${one.name}: ${one.parameters}`),
  )
  nothing(found, 'take a named object')
})

test('no file is named for what does not fit elsewhere', () => {
  nothing(
    code.map(({ path }) => path).filter((path) => /(^|[/.-])(utils?|helpers?|common|managers?|misc)([./-]|$)/i.test(path)),
    'name the noun',
  )
})

test('the project speaks of itself alone', () => {
  // Parted, so that this list does not find itself.
  const words = [
    'Clau|de',
    'Anthro|pic',
    'Open|AI',
    'Chat|GPT',
    'Co|pilot',
    'language mo|del',
    'Co-authored|-by',
    'AI-|generated',
    'seed docu|ment',
    'TO|DO',
    'FIX|ME',
  ].map((word) => word.replace('|', ''))
  const paths = [
    '/work/|main',
    '/work/|shared',
    '/tmp/|brief',
    '/home/\\w|',
    '/Users/\\w|',
    'shared/(seeds|promises|design|tools|data)|/',
  ].map((path) => path.replace(/\|(?=[^|]*$)/, ''))
  const banned = new RegExp([...words.map((word) => `\\b${word}\\b`), ...paths].join('|'))
  const found = everything
    .filter(({ path }) => path !== 'package-lock.json')
    .flatMap(({ path, lines }) =>
      lines.flatMap((line, at) => (banned.test(line) ? [`${path}:${at + 1}: ${line.trim().slice(0, 100)}`] : [])),
    )
  nothing(found, 'say it without')
})

test('the lockfile names no registry', () => {
  const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as { packages: Record<string, { resolved?: string }> }
  nothing(
    Object.entries(lock.packages)
      .filter(([, one]) => one.resolved !== undefined)
      .map(([path]) => path),
    'install with omit-lockfile-registry-resolved',
  )
})

test('core imports core and cel-js, nothing else', () => {
  const found = ours.filter(inCore).flatMap((source) =>
    shapeAt(source)
      .imports.filter((one) => !one.startsWith('src/core/') && one !== '@marcbachmann/cel-js')
      .map((one) => `${source.path} imports ${one}`),
  )
  nothing(found, 'core is pure')
})

test('core knows no clock, no chance, no host, no waiting and no any', () => {
  const impure = [
    'Date',
    'Temporal',
    'Intl',
    'process',
    'performance',
    'crypto',
    'globalThis',
    'setTimeout',
    'setInterval',
    'queueMicrotask',
    'Promise',
    'fetch',
    'console',
    'require',
  ]
  const found = ours.filter(inCore).flatMap((source) => {
    const { identifiers, members, anyCount, functions } = shapeAt(source)
    const named = impure.filter((name) => identifiers.has(name))
    const waits = functions.filter((one) => one.isAsync).map((one) => `async ${one.name}`)
    return [...named, ...waits, ...(members.has('Math.random') ? ['Math.random'] : []), ...(anyCount > 0 ? ['any'] : [])].map(
      (one) => `${source.path}: ${one}`,
    )
  })
  nothing(found, 'let it come in as data')
})

/** Sentences and the published holidays are data: other tests hold them against each other and the calendar, and a line of them branches nowhere. */
const isData = (source: Source): boolean => isWords(source) || source.path === 'src/core/calendar/holidays-cn.ts'

test('core has at least one and a half lines of tests for a line of code', () => {
  const tests = countLines(code.filter((source) => inCore(source) && isTest(source)))
  const ratio = tests / Math.max(1, countLines(ours.filter((source) => inCore(source) && !isData(source))))
  assert.ok(ratio >= TESTS_PER_CODE, `${ratio.toFixed(2)} lines of tests a line of code`)
})

test('at least six lines in ten outside the browser never import the database', () => {
  const touches = (one: string): boolean => /^(pg|kysely|graphile-worker)(\/|$)/.test(one) || /^src\/server\/(database|store)\//.test(one)
  const rooms = ours.filter(({ path }) => /^src\/(core|wire|server|cli)\//.test(path))
  const free = countLines(rooms.filter((source) => !shapeAt(source).imports.some(touches))) / countLines(rooms)
  assert.ok(free >= FREE_OF_DATABASE, `${(100 * free).toFixed(0)} % are free of it`)
})

/** Characters: long lines make no page longer that nobody counts. */
const ONE_PAGE = 4_000

const DOCUMENTS = ['README.md', 'ARCHITECTURE.md', 'DECISIONS.md', 'GLOSSARY.md', 'CONTRIBUTING.md', 'bench/README.md']

/** Paths from the project's root, in backticks or in a block of code; `<noun>` stands for any name. */
function pathsIn(text: string): readonly string[] {
  const found = text.matchAll(
    /(?<![\w/.-])((?:src|test|bench|plans|bin|deploy|\.ci)\/[\w./<>*@-]*|(?:[A-Z]+|package|tsconfig[\w.]*|vite\.config)\.(?:md|json|ts))/g,
  )
  return [...found].map(([, path = '']) => path.replace(/[.,]+$/, ''))
}

test('every path that a document names is there', () => {
  const found = DOCUMENTS.filter((path) => existsSync(join(ROOT, path))).flatMap((document) => {
    const paths = pathsIn(readFileSync(join(ROOT, document), 'utf8'))
    return paths
      .filter((path) => globSync(path.replaceAll(/<[^>]*>/g, '*'), { cwd: ROOT }).length === 0)
      .map((path) => `${document} names ${path}`)
  })
  nothing(found, 'a document that names what is gone misleads')
})

test('the documents are there and short enough to be read', () => {
  const limits: Record<string, number> = { 'README.md': 120, 'ARCHITECTURE.md': 40, 'CONTRIBUTING.md': 120 }
  const found = Object.entries(limits).filter(
    ([path, limit]) => !existsSync(join(ROOT, path)) || readFileSync(join(ROOT, path), 'utf8').split('\n').length > limit,
  )
  nothing(
    found.map(([path, limit]) => `${path}: at most ${limit} lines`),
    'a newcomer reads them all',
  )
  assert.ok(readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8').length <= ONE_PAGE, 'the house stands on one page')
})

test('each word of the trade has one Chinese name and one English name', () => {
  const rows = readFileSync(join(ROOT, 'GLOSSARY.md'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
  const cells = rows.map((row) =>
    row
      .split('|')
      .map((cell) => cell.trim())
      .slice(1, 4),
  )
  for (const column of [0, 1]) {
    const names = cells.map((row) => row[column] ?? '')
    nothing(
      names.filter((name, at) => name === '' || names.indexOf(name) !== at),
      'two words for one thing, or one for two',
    )
  }
  assert.ok(cells.length > 0)
})

/** Every sentence of a language file by its key, however deep. */
function sentences(value: unknown, key = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[key, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => sentences(inner, `${key}/${name}`))
}

const places = (sentence: string): string =>
  [...sentence.matchAll(/\{\w+\}/g)]
    .map(([place]) => place)
    .sort()
    .join(' ')

async function wordsIn(folder: string, locale: string): Promise<ReadonlyMap<string, string>> {
  const module = (await import(join(ROOT, folder, `${locale}.ts`))) as Record<string, unknown>
  return new Map(Object.values(module).flatMap((value) => sentences(value)))
}

test('what is said in one language is said in all three, with the same places to fill', async () => {
  const folders = globSync('src/**/zh-CN.ts', { cwd: ROOT }).map((path) => path.replace(/\/zh-CN\.ts$/, ''))
  assert.ok(folders.length > 0)
  for (const folder of folders) {
    const chinese = await wordsIn(folder, 'zh-CN')
    for (const locale of ['zh-TW', 'en']) {
      const other = await wordsIn(folder, locale)
      assert.deepEqual([...other.keys()].sort(), [...chinese.keys()].sort(), `${folder}/${locale}.ts`)
      nothing(
        [...chinese]
          .filter(([key, sentence]) => places(sentence) !== places(other.get(key) ?? ''))
          .map(([key]) => `${folder}/${locale}.ts ${key}`),
        'other places',
      )
    }
    nothing(
      [...chinese].filter(([, sentence]) => sentence.trim() === '').map(([key]) => `${folder} ${key}`),
      'an empty sentence',
    )
  }
})
