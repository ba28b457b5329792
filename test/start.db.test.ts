import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { TestContext } from 'node:test'
import { runningEmbedded } from '../src/server/database/embedded.ts'
import { answerOf, emptyFolder, freePort, startProduct, stopProduct } from './start/product.testing.ts'
import type { Product, Start } from './start/product.testing.ts'

const folder = emptyFolder()
after(() => rmSync(folder, { recursive: true, force: true }))

/** Stopped with its test, however that ends. */
function started(t: TestContext, start: Start): Product {
  const product = startProduct(start)
  t.after(() => stopProduct(product))
  return product
}

/** A sentence, not an exception: nothing that only its author could read. */
function assertOneSentence(printed: string, sentence: RegExp): void {
  assert.match(printed, sentence)
  assert.doesNotMatch(printed, /\n\s+at |node:internal|Error:/)
}

test('a newcomer starts on an empty folder, sees an address, and Ctrl-C leaves nothing behind', async (t) => {
  const dataDir = join(folder, 'first')
  const product = started(t, { dataDir, port: await freePort() })
  assert.match(await (await answerOf(product, '/')).text(), /<!doctype html>/i)
  assert.equal((await answerOf(product, '/healthz')).status, 200)
  assert.ok((await answerOf(product, '/readyz')).ok)
  assert.ok(product.printed().includes(product.address), product.printed())
  assert.notEqual(runningEmbedded(dataDir), undefined)
  assert.equal(await stopProduct(product), 0, product.printed())
  assert.equal(runningEmbedded(dataDir), undefined, 'the database is stopped with it')
})

test('a second start finds the data of the first', async (t) => {
  const dataDir = join(folder, 'first')
  const product = started(t, { dataDir, port: await freePort() })
  await answerOf(product, '/readyz')
  assert.equal(await stopProduct(product), 0, product.printed())
})

test('Ctrl-C that arrives twice, from the terminal and from npm, still stops everything cleanly', async (t) => {
  const dataDir = join(folder, 'first')
  const product = started(t, { dataDir, port: await freePort() })
  await answerOf(product, '/readyz')
  product.child.kill('SIGINT')
  setTimeout(() => product.child.kill('SIGINT'), 30)
  assert.equal(await stopProduct(product), 0, product.printed())
  assert.equal(runningEmbedded(dataDir), undefined)
})

test('a port in use is one clear sentence', async (t) => {
  const port = await freePort()
  const other = createServer().listen(port, '127.0.0.1')
  t.after(() => other.close())
  const product = started(t, { dataDir: join(folder, 'port'), port })
  assert.notEqual(await product.ended, 0)
  assertOneSentence(product.printed(), new RegExp(`${port}`))
  assert.equal(runningEmbedded(join(folder, 'port')), undefined)
})

test('a data folder in use by another run is one clear sentence', async (t) => {
  const dataDir = join(folder, 'first')
  const product = started(t, { dataDir, port: await freePort() })
  await answerOf(product, '/readyz')
  const second = started(t, { dataDir, port: await freePort() })
  assert.notEqual(await second.ended, 0)
  assertOneSentence(second.printed(), /正被另一个数据库进程/)
  await answerOf(product, '/readyz')
})

test('the server killed without a word starts again and heals', async (t) => {
  const dataDir = join(folder, 'first')
  const product = started(t, { dataDir, port: await freePort() })
  await answerOf(product, '/readyz')
  const { pid } = runningEmbedded(dataDir) ?? { pid: 0 }
  process.kill(pid, 'SIGKILL')
  product.child.kill('SIGKILL')
  await product.ended
  const again = started(t, { dataDir, port: await freePort() })
  await answerOf(again, '/readyz')
  assert.equal(await stopProduct(again), 0, again.printed())
})

test('an unknown setting and a wrong one are refused before anything starts', async (t) => {
  const dataDir = join(folder, 'never')
  const product = started(t, { dataDir, port: 0, env: { PORT: '80800', NUOXING_DATB: 'x' } })
  assert.equal(await product.ended, 2, product.printed())
  assertOneSentence(product.printed(), /PORT[\s\S]*NUOXING_DATA|NUOXING_DATA[\s\S]*PORT/)
  assert.equal(runningEmbedded(dataDir), undefined)
})

/** nobody, as Debian knows it: no home, no rights. */
const NOBODY = 65_534
const asRoot = process.getuid?.() === 0
const readable = (): boolean =>
  spawnSync('/usr/bin/test', ['-r', join(import.meta.dirname, '../bin/launch.js')], { uid: NOBODY, gid: NOBODY }).status === 0
const onlyAsRoot = {
  skip: !asRoot ? 'only root can start it as somebody else' : !readable() && 'this checkout lies where no other user may read',
}

test('a user without any rights starts it in a folder of their own', onlyAsRoot, async (t) => {
  const home = join(folder, 'somebody')
  mkdirSync(home)
  chownSync(home, NOBODY, NOBODY)
  const dataDir = join(home, 'data')
  const product = started(t, { dataDir, port: await freePort(), env: { HOME: home }, uid: NOBODY })
  assert.match(await (await answerOf(product, '/')).text(), /<!doctype html>/i)
  assert.equal(statSync(join(dataDir, 'postgres')).uid, NOBODY)
  assert.equal(await stopProduct(product), 0, product.printed())
})

test('root starts it where nobody else may look, and is told where the data lies instead', { skip: !asRoot && 'needs root' }, async (t) => {
  const closed = join(folder, 'closed')
  mkdirSync(closed, { mode: 0o700 })
  const product = started(t, { dataDir: join(closed, 'data'), port: await freePort() })
  assert.match(await (await answerOf(product, '/')).text(), /<!doctype html>/i)
  const moved = /\/var\/lib\/nuoxing\/[\w-]+/.exec(product.printed())?.[0] ?? assert.fail(product.printed())
  t.after(() => rmSync(moved, { recursive: true, force: true }))
  assert.equal(await stopProduct(product), 0, product.printed())
  assert.ok(existsSync(join(moved, 'postgres', 'PG_VERSION')))
})
