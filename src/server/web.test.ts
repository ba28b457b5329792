import assert from 'node:assert/strict'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { buildWebWhenStale, hashOfSources } from './web.ts'

const ours = join(import.meta.dirname, '../..')
const root = mkdtempSync(join(tmpdir(), 'nx-web-'))
const folder = join(root, 'dist/web')
after(() => rmSync(root, { recursive: true, force: true }))

function write(path: string, text: string): void {
  mkdirSync(join(root, path, '..'), { recursive: true })
  writeFileSync(join(root, path), text)
}

async function build(): Promise<{ readonly said: readonly string[]; readonly result: Awaited<ReturnType<typeof buildWebWhenStale>> }> {
  const said: string[] = []
  const result = await buildWebWhenStale((message) => said.push(message.code), { root, folder })
  return { said, result }
}

symlinkSync(join(ours, 'node_modules'), join(root, 'node_modules'))
write('vite.config.ts', "export default { root: 'src/console' }")
write('package-lock.json', '{}')
write('src/core/word.ts', "export const word: string = '承诺'")
write('src/console/main.ts', "import { word } from '../core/word.ts'\ndocument.title = word")
write('src/console/index.html', '<!doctype html><title>x</title><script type="module" src="./main.ts"></script>')

test('the pages are built when they are missing, and not again while nothing changed', async () => {
  const first = await build()
  assert.deepEqual(first.said, ['web.building', 'web.built'])
  assert.deepEqual(first.result, { ok: true, folder, built: true })
  assert.match(readFileSync(join(folder, 'index.html'), 'utf8'), /<script type="module"/)
  assert.deepEqual((await build()).said, [])
})

test('a change in the core that the pages share makes them stale, a change in a test does not', async () => {
  write('src/core/word.test.ts', '// nothing that a page loads')
  assert.deepEqual((await build()).said, [])
  write('src/core/word.ts', "export const word: string = '兑现'")
  assert.deepEqual((await build()).said, ['web.building', 'web.built'])
})

test('a source that does not build is said with its file, and the pages built before stay', async () => {
  const before = readFileSync(join(folder, 'index.html'), 'utf8')
  write('src/console/main.ts', "import { missing } from './nowhere.ts'\nmissing()")
  const { result } = await build()
  assert.equal(result.ok, false)
  assert.match(result.ok ? '' : String(result.problem.params.details), /nowhere\.ts/)
  assert.equal(readFileSync(join(folder, 'index.html'), 'utf8'), before)
  assert.deepEqual(readdirSync(join(root, 'dist')), ['web'])
})

test('an installed package has its pages already and no sources', async () => {
  rmSync(join(root, 'src'), { recursive: true })
  assert.deepEqual(await build(), { said: [], result: { ok: true, folder, built: false } })
  assert.ok(existsSync(folder))
})

test('the hash depends on names and contents, not on the order in which a folder lists them', () => {
  write('src/ui/b.ts', '1')
  write('src/ui/a.ts', '2')
  const hash = hashOfSources(root)
  rmSync(join(root, 'src/ui'), { recursive: true })
  write('src/ui/a.ts', '2')
  write('src/ui/b.ts', '1')
  assert.equal(hashOfSources(root), hash)
  write('src/ui/b.ts', '2')
  write('src/ui/a.ts', '1')
  assert.notEqual(hashOfSources(root), hash)
})
