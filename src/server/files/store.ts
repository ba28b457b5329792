import type { Readable } from 'node:stream'
import type { Instant } from '../../core/time/instant.ts'

/** The code of an error that says that the place where attachments lie cannot be reached, or refuses us. */
export const FILES_AWAY = 'NUOXING_FILES_AWAY'

/** One upload on its way. */
export type Upload = { readonly tenant: string; readonly id: string }

/** Contents by their hash, once per tenant. */
export type Content = { readonly tenant: string; readonly sha256: string }

/** Bytes `from` to `to`, both included. */
export type Span = { readonly from: number; readonly to: number }

/**
 * Where the bytes of attachments lie. What a call has resolved survives a crash. Two make it: a folder (`disk.ts`) and a bucket (`s3.ts`); which files
 * there are, and who may read them, stands in the database.
 */
export type FileStore = {
  /** a part of an upload at its offset; the same part may be written again */
  readonly writePart: (upload: Upload, offset: number, bytes: Uint8Array) => Promise<void>
  /** what has arrived, from the beginning, in order */
  readonly readParts: (upload: Upload) => Readable
  /** the parts become the content of this hash, all at once; content that is there already stays as it is */
  readonly keep: (upload: Upload, content: Content, size: number) => Promise<void>
  readonly dropParts: (upload: Upload) => Promise<void>
  /** undefined: it is not there */
  readonly sizeOf: (content: Content) => Promise<number | undefined>
  readonly read: (content: Content, span?: Span) => Promise<Readable>
  readonly remove: (content: Content) => Promise<void>
  /** all contents and uploads of a tenant, with when they were last written */
  readonly contents: (tenant: string) => AsyncIterable<{ readonly sha256: string; readonly writtenAt: Instant }>
  readonly uploads: (tenant: string) => AsyncIterable<{ readonly id: string; readonly writtenAt: Instant }>
}
