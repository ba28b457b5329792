import type { Content, FileStore } from './store.ts'

/** All bytes of a kept content at once, for what is bounded in size before it is asked; undefined where they are gone. */
export async function readWhole(store: FileStore, content: Content): Promise<Buffer | undefined> {
  if ((await store.sizeOf(content)) === undefined) return undefined
  const pieces: Buffer[] = []
  for await (const piece of await store.read(content)) pieces.push(piece as Buffer)
  return Buffer.concat(pieces)
}
