import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { summaryLine, zero } from './tally.ts'
import type { Tally } from './tally.ts'

const folder = mkdtempSync(join(tmpdir(), 'nx-runner-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const HEAD = "import { test, describe, before } from 'node:test'\nimport assert from 'node:assert/strict'\n"

/** Runs test files in a process of its own: the runner of Node refuses to run inside a test. */
function runOf(sources: Readonly<Record<string, string>>): Tally {
  const files = Object.entries(sources).map(([name, text]) => {
    writeFileSync(join(folder, name), HEAD + text)
    return join(folder, name)
  })
  const script = `
    const { runFiles } = await import(${JSON.stringify(join(import.meta.dirname, 'files.ts'))})
    const tally = await runFiles(${JSON.stringify(files)}, { root: ${JSON.stringify(folder)}, concurrency: 2 })
    console.log('\\nTALLY' + JSON.stringify(tally))`
  // A file, not -e: the flags of this process are handed on to each test's.
  const starter = join(folder, 'starter.ts')
  writeFileSync(starter, script)
  const env = { ...process.env, NODE_TEST_CONTEXT: undefined }
  const { stdout } = spawnSync(process.execPath, [starter], { env, encoding: 'utf8' })
  return JSON.parse(stdout.split('TALLY')[1] ?? '') as Tally
}

function counts({ passed, failed, skipped }: Tally): readonly number[] {
  return [passed, failed, skipped]
}

test('passing, failing, nested and skipped tests are counted once each, suites not at all', () => {
  const tally = runOf({
    'counted.test.ts': `
      test('good', () => {})
      test('bad', () => { console.log('said by bad'); assert.equal(1, 2) })
      test('outer', async (t) => { await t.test('inner bad', () => assert.equal('a', 'b')) })
      test('left out', { skip: true }, () => {})
      describe('a suite', () => { test('inside', () => {}) })`,
  })
  assert.deepEqual(counts(tally), [2, 2, 1])
  const details = tally.failures.join('\n')
  for (const words of ['bad', 'counted.test.ts:5', '1 !== 2', 'inner bad', "'a' !== 'b'", 'said by bad'])
    assert.ok(details.includes(words), words)
})

test('a file that cannot be loaded, that leaves early or that fails after its tests is a failure', () => {
  const tally = runOf({
    'unloadable.test.ts': "import './nowhere.ts'",
    'leaves.test.ts': "test('fine', () => {})\nsetTimeout(() => process.exit(3), 50)\nawait new Promise((done) => setTimeout(done, 5000))",
    'late.test.ts': "test('fine', () => {})\nsetTimeout(() => { throw new Error('too late') }, 50)",
  })
  assert.deepEqual(counts(tally), [2, 3, 0])
  assert.match(tally.failures.join('\n'), /nowhere\.ts[\s\S]*too late|too late[\s\S]*nowhere\.ts/)
})

test('a suite whose preparation fails is a failure', () => {
  const tally = runOf({
    'prepared.test.ts': "describe('prepared', () => { before(() => { throw new Error('no') }); test('never runs', () => {}) })",
  })
  assert.ok(tally.failed >= 1)
  assert.equal(tally.passed, 0)
})

test('the last line has the form that CI reads', () => {
  assert.equal(summaryLine({ ...zero(), passed: 3 }), '3 passed, 0 failed')
  assert.equal(summaryLine({ ...zero(), passed: 3, failed: 1, skipped: 2 }), '3 passed, 1 failed, 2 skipped')
})

test('a file that never ends is ended, and says what holds it', () => {
  const hung = join(folder, 'hung.ts')
  writeFileSync(
    hung,
    readFileSync(join(import.meta.dirname, 'watch.ts'), 'utf8').replace('300_000', '200') + '\nsetInterval(() => {}, 1000)\n',
  )
  const { status, stderr } = spawnSync(process.execPath, [hung], { env: { ...process.env, NUOXING_PROVE: '' }, encoding: 'utf8' })
  assert.equal(status, 1)
  assert.match(stderr, /not ended within 0\.2 s; still open: .*Timeout/)
})
