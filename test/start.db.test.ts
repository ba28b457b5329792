import assert from 'node:assert/strict'
import { chownSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { TestContext } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { runningEmbedded } from '../src/server/database/embedded.ts'
import { DEMO_PASSWORD, VENDOR } from '../src/server/demo/vendor.ts'
import { NOBODY, asRoot, onlyAsRoot } from './run/nobody.testing.ts'
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

async function printedBy(product: Product, words: string): Promise<void> {
  for (let left = 600; !product.printed().includes(words) && left > 0; left--) await sleep(50)
  assert.ok(product.printed().includes(words), product.printed())
}

const logIn = (product: Product): Promise<Response> =>
  fetch(`${product.address}/api/session`, {
    method: 'POST',
    body: JSON.stringify({ account: `xu@${VENDOR.id}`, password: DEMO_PASSWORD }),
    headers: { 'content-type': 'application/json' },
  })

/** By the cookie of somebody who came in as soon as the vendor was there. */
async function cookieOf(product: Product): Promise<string> {
  for (let left = 600; left > 0; left--) {
    const answer = await logIn(product)
    if (answer.status === 200) return answer.headers.getSetCookie()[0]?.split(';')[0] ?? assert.fail('no cookie')
    await sleep(50)
  }
  return assert.fail('nobody can log in')
}

/** Of whoever came in at the first start. */
let cookie = ''

test('a newcomer starts on an empty folder, sees an address, and Ctrl-C leaves nothing behind', async (t) => {
  const dataDir = join(folder, 'first')
  const product = started(t, { dataDir, port: await freePort() })
  assert.match(await (await answerOf(product, '/')).text(), /<!doctype html>/i)
  assert.equal((await answerOf(product, '/healthz')).status, 200)
  assert.ok((await answerOf(product, '/readyz')).ok)
  // It answers a moment before it says so.
  await printedBy(product, product.address)
  assert.notEqual(runningEmbedded(dataDir), undefined)
  cookie = await cookieOf(product)
  assert.equal(await stopProduct(product), 0, product.printed())
  assert.equal(runningEmbedded(dataDir), undefined, 'the database is stopped with it')
})

test('a second start finds the data of the first: who was logged in still is', async (t) => {
  const dataDir = join(folder, 'first')
  const product = started(t, { dataDir, port: await freePort() })
  await answerOf(product, '/readyz')
  const answer = await fetch(`${product.address}/api/session`, { headers: { cookie } })
  assert.equal(answer.status, 200, await answer.text())
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

/** Whether the demo vendor is there, as whoever looks on from outside sees it. */
async function isFounded(dataDir: string): Promise<boolean> {
  const client = new pg.Client(runningEmbedded(dataDir)?.connection ?? assert.fail('no database'))
  client.on('error', () => undefined)
  await client.connect()
  const { rows } = await client.query('SELECT FROM tenant')
  await client.end()
  return rows.length > 0
}

test('killed at the moment at which the demo vendor appears, the next start has people who can log in', async (t) => {
  const dataDir = join(folder, 'cut-short')
  const product = started(t, { dataDir, port: await freePort() })
  await answerOf(product, '/readyz')
  while (!(await isFounded(dataDir))) await sleep(2)
  product.child.kill('SIGKILL')
  await product.ended
  const again = started(t, { dataDir, port: await freePort() })
  await answerOf(again, '/readyz')
  assert.equal((await logIn(again)).status, 200)
  await printedBy(again, '正在装入演示企业')
})

test('an unknown setting and a wrong one are refused before anything starts', async (t) => {
  const dataDir = join(folder, 'never')
  const product = started(t, { dataDir, port: 0, env: { PORT: '80800', NUOXING_DATB: 'x' } })
  assert.equal(await product.ended, 2, product.printed())
  assertOneSentence(product.printed(), /PORT[\s\S]*NUOXING_DATA|NUOXING_DATA[\s\S]*PORT/)
  assert.equal(runningEmbedded(dataDir), undefined)
})

test('a folder in the place of a certificate is one clear sentence, and nothing is started', async (t) => {
  const dataDir = join(folder, 'never')
  const product = started(t, { dataDir, port: 0, env: { NUOXING_TLS: `${folder}:${folder}` } })
  assert.equal(await product.ended, 2, product.printed())
  assertOneSentence(product.printed(), /NUOXING_TLS：读不到 TLS 文件/)
  assert.equal(existsSync(dataDir), false)
})

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
