import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { buildWebWhenStale } from '../src/server/web.ts'
import { answerOf, emptyFolder, freePort, startProduct, stopProduct } from '../test/start/product.testing.ts'
import { median } from './row.ts'
import type { Row } from './row.ts'

const ROUNDS = 5
const SETTLED_AFTER_MS = 20_000
const MB = 1024

/** Resident memory of the server's own process; the database has its own. */
function memoryMb(pid: number | undefined): number {
  return Number(spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }).stdout) / MB
}

type Trial = { readonly seconds: number; readonly memory: number | undefined }

async function trial(measureMemory: boolean): Promise<Trial> {
  const folder = emptyFolder()
  const port = await freePort()
  const began = performance.now()
  const product = startProduct({ dataDir: join(folder, 'data'), port })
  try {
    await (await answerOf(product, '/')).text()
    const seconds = (performance.now() - began) / 1000
    if (!measureMemory) return { seconds, memory: undefined }
    await sleep(SETTLED_AFTER_MS)
    return { seconds, memory: memoryMb(product.child.pid) }
  } finally {
    await stopProduct(product)
    rmSync(folder, { recursive: true, force: true })
  }
}

/** `npm start` on an installed tree with the pages built, on an empty data folder, until the first page is served; then at rest. */
export async function run(): Promise<readonly Row[]> {
  await buildWebWhenStale(() => undefined)
  const trials: Trial[] = []
  for (let round = 0; round < ROUNDS; round += 1) trials.push(await trial(round === ROUNDS - 1))
  const seconds = median(trials.map((one) => one.seconds))
  const memory = trials.at(-1)?.memory ?? Number.NaN
  return [
    { name: 'start to first page', value: seconds, unit: 's', baseline: undefined, ratio: undefined, target: '≤ 5 s', ok: seconds <= 5 },
    { name: 'memory at rest', value: memory, unit: 'MB', baseline: undefined, ratio: undefined, target: '≤ 250 MB', ok: memory <= 250 },
  ]
}
