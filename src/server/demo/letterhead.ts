import { createHash } from 'node:crypto'
import type { Instant } from '../../core/time/instant.ts'
import { inTransaction } from '../database/pool.ts'
import { finishUpload } from '../files/finish.ts'
import type { Services } from '../services.ts'
import { addFile, attachFile } from '../store/files.ts'
import { addLetterhead } from '../store/letterhead.ts'
import { newId } from '../transact.ts'
import { demoLogo, demoSeal } from './marks.ts'
import { VENDOR } from './vendor.ts'

type Placed = { readonly name: string; readonly bytes: Buffer; readonly person: string; readonly at: Instant }

async function placeFile(services: Services, { name, bytes, person, at }: Placed): Promise<string> {
  const id = newId()
  const file = { id, name, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
  await inTransaction(services.pool, VENDOR.id, (tx) => addFile(tx, { ...file, person, at }))
  await services.files.writePart({ tenant: VENDOR.id, id }, 0, bytes)
  const finished = await finishUpload(services, VENDOR.id, file)
  if (finished.kind !== 'kept') throw new Error(`${name}: ${finished.kind}`)
  return id
}

/** 信头 of the demo vendor, invented like the rest of it. Where it has one already, it stays. */
export async function setDemoLetterhead(services: Services, person: string): Promise<void> {
  const at = await services.clock.now(VENDOR.id)
  const has = await inTransaction(services.pool, VENDOR.id, (tx) => tx.query('SELECT FROM letterhead LIMIT 1'))
  if (has.length > 0) return
  const logo = await placeFile(services, { name: '标志.png', bytes: demoLogo(), person, at })
  const seal = await placeFile(services, { name: '印章.png', bytes: demoSeal(), person, at })
  const words = { firm: VENDOR.name, address: '示例市示例区服务路 1 号', phone: '总机：见合同', footer: '本公司为虚构，仅作演示' }
  await inTransaction(services.pool, VENDOR.id, async (tx) => {
    await addLetterhead(tx, { version: 1, ...words, logo, seal }, { person, at })
    for (const file of [logo, seal]) await attachFile(tx, { id: newId(), file, subject: 'letterhead/1', fact: undefined, at })
  })
}
