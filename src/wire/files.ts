import { z } from 'zod'
import { Id, Instant, Named } from './base.ts'

export const Sha256Hex = z.string().regex(/^[0-9a-f]{64}$/)

/** The largest part of a file that one request may bring. */
export const FILE_PART_BYTES = 8 * 1024 * 1024

/** Announces a file: its name as people call it, its size in bytes, the SHA-256 of its contents. */
export const AnnounceFile = z.strictObject({ name: z.string().min(1).max(1000), size: z.int().min(1), sha256: Sha256Hex })
export type AnnounceFile = z.infer<typeof AnnounceFile>

/** Where the part belongs: as many bytes as have arrived so far. */
export const FilePartQuery = z.strictObject({ offset: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER) })
export type FilePartQuery = z.infer<typeof FilePartQuery>

/** What a list of attached files shows: enough for name, size, sign and link. */
export const AttachedFile = z.object({ id: Id, name: z.string(), size: z.int(), mediaType: z.string() })
export type AttachedFile = z.infer<typeof AttachedFile>

/** A file: `sending` until all of it has arrived and its hash is right; `offset` is how much has. */
export const FileData = z.object({
  id: Id,
  name: z.string(),
  size: z.int(),
  sha256: z.string(),
  state: z.enum(['sending', 'kept']),
  offset: z.int(),
  /** as the bytes say */
  mediaType: z.string().optional(),
  by: Named,
  at: Instant,
})
export type FileData = z.infer<typeof FileData>

/** Files that a fact carries as its evidence, by their ids: each must have arrived whole. */
export const Files = z.array(Id).max(20)
