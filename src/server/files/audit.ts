import { createHash } from 'node:crypto'
import { inSnapshot } from '../database/pool.ts'
import type { Services } from '../services.ts'
import { filesStated } from '../store/files.ts'
import type { StatedFile } from '../store/files.ts'
import type { Content, FileStore } from './store.ts'

/** `missing`, `altered`: the contents; `unlisted`: a fact names a file of which no row says so; `slipped-in`: a row says so and no fact does. */
export type FileFault = {
  readonly kind: 'missing' | 'altered' | 'unlisted' | 'slipped-in'
  readonly file: string
  readonly name: string | undefined
  readonly subject: string
  readonly fact: string | undefined
}

export type AuditedFiles = { readonly contents: number; readonly faults: readonly FileFault[] }

async function stateOf(store: FileStore, content: Content): Promise<'missing' | 'altered' | undefined> {
  if ((await store.sizeOf(content)) === undefined) return 'missing'
  const hash = createHash('sha256')
  for await (const piece of await store.read(content)) hash.update(piece as Uint8Array)
  return hash.digest('hex') === content.sha256 ? undefined : 'altered'
}

function listing({ stated, kept, used, fact }: StatedFile): 'unlisted' | 'slipped-in' | undefined {
  if (fact !== null && stated === null) return 'slipped-in'
  return !used || (stated !== null && stated !== kept) ? 'unlisted' : undefined
}

/** Every file that facts of a tenant name: whether it is listed where they say, and whether its contents are there with the hash that the seal covers. */
export async function auditFiles({ pool, files: store }: Services, tenant: string): Promise<AuditedFiles> {
  const all = await inSnapshot(pool, tenant, filesStated)
  const states = new Map<string, 'missing' | 'altered' | undefined>()
  const faults: FileFault[] = []
  for (const one of all) {
    const { file, subject, name, fact } = one
    const sha256 = one.stated ?? one.kept
    if (sha256 !== null && !states.has(sha256)) states.set(sha256, await stateOf(store, { tenant, sha256 }))
    const kinds = [listing(one), sha256 === null ? undefined : states.get(sha256)].filter((kind) => kind !== undefined)
    faults.push(...kinds.map((kind) => ({ kind, file, subject, name: name ?? undefined, fact: fact ?? undefined })))
  }
  return { contents: states.size, faults }
}
