import { inflateRawSync } from 'node:zlib'
import { DocumentUnread } from './draft.ts'

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const MOST_ENTRIES = 3_000
const MOST_COMMENT = 65_535
/** What the texts of an archive may come to when they are unpacked. */
export const MOST_UNPACKED_BYTES = 30 * 1024 * 1024

type Entry = { readonly name: string; readonly method: number; readonly locked: boolean; readonly packed: Buffer }

const broken = () => new DocumentUnread('broken')

function endOf(bytes: Buffer): number {
  const last = bytes.length - 22
  for (let at = last; at >= 0 && at >= last - MOST_COMMENT; at--) if (bytes.readUInt32LE(at) === END) return at
  throw broken()
}

function* entriesOf(bytes: Buffer): Generator<Entry> {
  const end = endOf(bytes)
  const count = bytes.readUInt16LE(end + 10)
  if (count > MOST_ENTRIES) throw new DocumentUnread('too-large')
  let at = bytes.readUInt32LE(end + 16)
  for (let n = 0; n < count; n++) {
    if (bytes.readUInt32LE(at) !== ENTRY) throw broken()
    const [name, extra, comment] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32)]
    const local = bytes.readUInt32LE(at + 42)
    if (bytes.readUInt32LE(local) !== LOCAL) throw broken()
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    yield {
      name: bytes.toString('utf8', at + 46, at + 46 + name),
      method: bytes.readUInt16LE(at + 10),
      locked: (bytes.readUInt16LE(at + 8) & 1) === 1,
      packed: bytes.subarray(from, from + bytes.readUInt32LE(at + 20)),
    }
    at += 46 + name + extra + comment
  }
}

function unpackedBytes({ method, packed }: Entry, most: number): number {
  if (method === 0) return packed.length
  if (method !== 8) throw broken()
  return inflateRawSync(packed, { maxOutputLength: Math.max(most, 1) }).length
}

/**
 * Really unpacks the texts of an archive against a limit, whatever sizes it states: a few kilobytes may hold gigabytes. Throws `DocumentUnread`. Pictures are
 * passed over, nobody reads them.
 */
export function checkArchive(bytes: Buffer): void {
  let left = MOST_UNPACKED_BYTES
  try {
    for (const entry of entriesOf(bytes)) {
      if (entry.locked) throw new DocumentUnread('locked')
      if (/\.(?:xml|rels)$/iu.test(entry.name)) left -= unpackedBytes(entry, left)
      if (left < 0) throw new DocumentUnread('too-large')
    }
  } catch (error) {
    if (error instanceof DocumentUnread) throw error
    throw (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? new DocumentUnread('too-large') : broken()
  }
}
