import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { withTenant } from '../database/pool.ts'
import type { Services } from '../services.ts'
import { holdContent, keepFile, removeFile } from '../store/files.ts'
import type { FileRow } from '../store/files.ts'
import { inspect } from './inspect.ts'
import type { Inspected, Unfit } from './inspect.ts'
import type { FileStore, Upload } from './store.ts'

/** `altered`: what arrived is not what was announced. Of what is not kept nothing stays, neither bytes nor row. */
export type Finished =
  | { readonly kind: 'kept'; readonly mediaType: string }
  | { readonly kind: 'altered' }
  | { readonly kind: 'unfit'; readonly unfit: Unfit }

async function measure(store: FileStore, upload: Upload): Promise<{ readonly sha256: string; readonly size: number }> {
  const hash = createHash('sha256')
  let size = 0
  for await (const piece of store.readParts(upload)) {
    hash.update(piece as Uint8Array)
    size += (piece as Uint8Array).length
  }
  return { sha256: hash.digest('hex'), size }
}

/** By its bytes what it may be; what may be kept is scanned where the firm has a scanner. */
async function lookThrough({ scan }: Services, bytes: () => Readable, name: string): Promise<Inspected> {
  const inspected = await inspect(bytes, name)
  if ('because' in inspected) return inspected
  const verdict = await scan(bytes)
  if (verdict === 'clean') return inspected
  return verdict === 'silent' ? { because: 'unscanned', found: '' } : { because: 'infected', found: verdict.found || '—' }
}

/**
 * All has arrived: the hash is taken over what really lies there, the bytes say what it is, and only then is it content. Its row is written first, so
 * that the broom, which removes contents that no file has, leaves it alone.
 */
export async function finishUpload(
  services: Services,
  tenant: string,
  file: Pick<FileRow, 'id' | 'name' | 'size' | 'sha256'>,
): Promise<Finished> {
  const { pool, clock, files: store } = services
  const { id, name, size, sha256 } = file
  const upload = { tenant, id }
  const measured = await measure(store, upload)
  const whole = measured.sha256 === sha256 && measured.size === size
  const inspected = whole ? await lookThrough(services, () => store.readParts(upload), name) : undefined
  if (inspected === undefined || 'because' in inspected) {
    await dropUpload(services, upload)
    return inspected === undefined ? { kind: 'altered' } : { kind: 'unfit', unfit: inspected }
  }
  const { mediaType } = inspected
  const at = clock.machine()
  await withTenant(pool, tenant, (tx) => holdContent(tx, { sha256, size, at }))
  await store.keep(upload, { tenant, sha256 }, size)
  await withTenant(pool, tenant, (tx) => keepFile(tx, { id, mediaType, at }))
  return { kind: 'kept', mediaType }
}

/** Row first: bytes that no row knows are swept up later, a row without bytes would promise what is not there. */
export async function dropUpload({ pool, files: store }: Services, upload: Upload): Promise<boolean> {
  const gone = await withTenant(pool, upload.tenant, (tx) => removeFile(tx, upload.id))
  if (gone) await store.dropParts(upload)
  return gone
}
