import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { buildWebWhenStale } from '../src/server/web.ts'
import { answerOf, emptyFolder, freePort, startProduct, stopProduct } from '../test/start/product.testing.ts'
import type { Product } from '../test/start/product.testing.ts'
import { median } from './row.ts'
import type { Row } from './row.ts'

const ROUNDS = 5
const FILLED_WITHIN_MS = 300_000
const SETTLED_AFTER_MS = 20_000
const KB_PER_MB = 1024

type Served = { readonly product: Product; readonly seconds: number }

async function serve(dataDir: string): Promise<Served> {
  const port = await freePort()
  const began = performance.now()
  const product = startProduct({ dataDir, port })
  await (await answerOf(product, '/')).text()
  return { product, seconds: (performance.now() - began) / 1000 }
}

async function inFolder<T>(work: (dataDir: string) => Promise<T>): Promise<T> {
  const folder = emptyFolder()
  try {
    return await work(join(folder, 'data'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function secondsToFirstPage(dataDir: string): Promise<number> {
  const { product, seconds } = await serve(dataDir)
  await stopProduct(product)
  return seconds
}

/** Resident memory of the server's own process; the database has its own. */
function memoryMb({ child }: Product): number {
  return Number(spawnSync('ps', ['-o', 'rss=', '-p', String(child.pid)], { encoding: 'utf8' }).stdout) / KB_PER_MB
}

/** Of a start that finds the demo vendor there: the one that fills it in keeps for some minutes what that took. */
async function memoryAtRest(dataDir: string): Promise<number> {
  const first = await serve(dataDir)
  const giveUpAt = performance.now() + FILLED_WITHIN_MS
  while (!first.product.printed().includes('100%') && performance.now() < giveUpAt) await sleep(500)
  await stopProduct(first.product)
  const { product } = await serve(dataDir)
  await sleep(SETTLED_AFTER_MS)
  const memory = memoryMb(product)
  await stopProduct(product)
  return memory
}

/** `npm start` on an installed tree with the pages built, on an empty data folder, until the first page is served; then at rest. */
export async function run(): Promise<readonly Row[]> {
  await buildWebWhenStale(() => undefined)
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) times.push(await inFolder(secondsToFirstPage))
  const seconds = median(times)
  const memory = await inFolder(memoryAtRest)
  return [
    { name: 'start to first page', value: seconds, unit: 's', baseline: undefined, ratio: undefined, target: '≤ 5 s', ok: seconds <= 5 },
    { name: 'memory at rest', value: memory, unit: 'MB', baseline: undefined, ratio: undefined, target: '≤ 250 MB', ok: memory <= 250 },
  ]
}
