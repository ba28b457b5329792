import { constants, createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Content, FileStore, Upload } from './store.ts'

/** Of the data folder; a backup of it carries the contents along. */
export const FILES_FOLDER = 'files'
/** Of a tenant's folder: what has not arrived whole. */
export const SENDING_FOLDER = 'sending'

const absent = (error: unknown): undefined => {
  // a stray file where a folder should be holds nothing either
  if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined
  throw error
}

/** A name that was made or moved is on the disk only once its folder is. */
async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r')
  await handle.sync().finally(() => handle.close())
}

/** Makes the folder with those above it, each of them lasting. */
async function makeFolder(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true, mode: 0o700 })
  if (first === undefined) return
  for (let at = path; at.length >= first.length; at = dirname(at)) await syncFolder(dirname(at))
}

/** What stands behind the offset is of a part that was cut off: it goes. */
async function writeAt(path: string, offset: number, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, constants.O_RDWR | constants.O_CREAT, 0o600)
  try {
    await handle.truncate(offset)
    for (let done = 0; done < bytes.length;) done += (await handle.write(bytes, done, bytes.length - done, offset + done)).bytesWritten
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function* listed(folder: string): AsyncGenerator<{ name: string; writtenAt: number }> {
  const names = (await readdir(folder).catch(absent)) ?? []
  for (const name of names) {
    const found = await stat(join(folder, name)).catch(absent)
    if (found) yield { name, writtenAt: Math.floor(found.mtimeMs) }
  }
}

/** In a folder: `<tenant>/content/ab/cd/<hash>` and, while they are sent, `<tenant>/sending/<id>`. */
export function diskStore(folder: string): FileStore {
  const sending = ({ tenant, id }: Upload) => join(folder, tenant, SENDING_FOLDER, id)
  const contentFolder = ({ tenant, sha256 }: Content) => join(folder, tenant, 'content', sha256.slice(0, 2), sha256.slice(2, 4))
  const contentAt = (content: Content) => join(contentFolder(content), content.sha256)
  const sizeOf = async (content: Content) => (await stat(contentAt(content)).catch(absent))?.size
  return {
    async writePart(upload, offset, bytes) {
      const path = sending(upload)
      await makeFolder(dirname(path))
      await writeAt(path, offset, bytes)
      if (offset === 0) await syncFolder(dirname(path))
    },
    readParts: (upload) => createReadStream(sending(upload)),
    async keep(upload, content, size) {
      if ((await sizeOf(content)) === size) return this.dropParts(upload)
      await makeFolder(contentFolder(content))
      await rename(sending(upload), contentAt(content))
      await syncFolder(contentFolder(content))
    },
    dropParts: (upload) => rm(sending(upload), { force: true }),
    sizeOf,
    async read(content, span) {
      const handle = await open(contentAt(content), 'r')
      return handle.createReadStream(span ? { start: span.from, end: span.to } : {})
    },
    remove: (content) => rm(contentAt(content), { force: true }),
    async *contents(tenant) {
      const root = join(folder, tenant, 'content')
      for await (const first of listed(root))
        for await (const second of listed(join(root, first.name)))
          for await (const { name, writtenAt } of listed(join(root, first.name, second.name))) yield { sha256: name, writtenAt }
    },
    async *uploads(tenant) {
      for await (const { name, writtenAt } of listed(join(folder, tenant, SENDING_FOLDER))) yield { id: name, writtenAt }
    },
  }
}
