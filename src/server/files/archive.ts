import { Readable } from 'node:stream'
import JSZip from 'jszip'

export class ArchiveUnread extends Error {
  readonly code: 'locked' | 'broken' | 'too-large'

  constructor(code: ArchiveUnread['code']) {
    super(`archive: ${code}`)
    this.code = code
  }
}

/** What an archive of somebody else's may hold. `bytes`: of all that is read from it, unpacked. */
export type ArchiveBounds = { readonly entries: number; readonly bytes: number }

export type Archive = {
  readonly names: readonly string[]
  /** What this entry unpacks to; undefined: there is none. Throws `ArchiveUnread`. */
  readonly read: (name: string) => Promise<Buffer | undefined>
}

function unreadOf(error: unknown): ArchiveUnread {
  if (error instanceof ArchiveUnread) return error
  // the one thing that the library tells only by its words
  return new ArchiveUnread(error instanceof Error && error.message.includes('Encrypted') ? 'locked' : 'broken')
}

async function load(bytes: Uint8Array): Promise<JSZip> {
  try {
    return await JSZip.loadAsync(bytes)
  } catch (error) {
    throw unreadOf(error)
  }
}

/**
 * A zip archive (.docx and .xlsx are such) within bounds. Bytes are counted as they come out, whatever sizes are stated: a few kilobytes may hold gigabytes.
 * Throws `ArchiveUnread`.
 */
export async function openArchive(bytes: Uint8Array, bounds: ArchiveBounds): Promise<Archive> {
  const files = Object.values((await load(bytes)).files).filter(({ dir }) => !dir)
  if (files.length > bounds.entries) throw new ArchiveUnread('too-large')
  const byName = new Map(files.map((file) => [file.name, file]))
  let left = bounds.bytes
  const read = async (name: string): Promise<Buffer | undefined> => {
    const file = byName.get(name)
    if (!file) return undefined
    const pieces: Buffer[] = []
    try {
      for await (const piece of new Readable().wrap(file.nodeStream('nodebuffer')) as AsyncIterable<Buffer>) {
        left -= piece.length
        if (left < 0) throw new ArchiveUnread('too-large')
        pieces.push(piece)
      }
    } catch (error) {
      throw unreadOf(error)
    }
    return Buffer.concat(pieces)
  }
  return { names: [...byName.keys()], read }
}

/** An archive knows no earlier day. */
const FIRST_DAY = new Date(Date.UTC(1980, 0, 1))

/** An archive of these texts: the same ones give the same bytes. */
export function packArchive(entries: readonly { readonly name: string; readonly text: string }[]): Promise<Buffer> {
  const zip = new JSZip()
  for (const { name, text } of entries) zip.file(name, text, { date: FIRST_DAY, createFolders: false })
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' })
}

/** An entry of an archive that is written as it is read: `bytes` at hand, or a stream that is opened when its turn comes. */
export type PackEntry = { readonly name: string } & ({ readonly bytes: Uint8Array } | { readonly open: () => Promise<Readable> })

async function* opened(open: () => Promise<Readable>): AsyncGenerator<Buffer> {
  for await (const piece of await open()) yield piece as Buffer
}

/** An archive of any size: one entry after the other, none of the streams in memory as a whole. `date`: of every entry. */
export function streamArchive(entries: readonly PackEntry[], date: Date): Readable {
  const zip = new JSZip()
  for (const entry of entries) {
    const content = 'bytes' in entry ? entry.bytes : Readable.from(opened(entry.open), { objectMode: false })
    // what people attach is packed already
    zip.file(entry.name, content, { date, createFolders: false, compression: 'bytes' in entry ? 'DEFLATE' : 'STORE' })
  }
  return new Readable().wrap(zip.generateNodeStream({ type: 'nodebuffer', streamFiles: true }))
}
