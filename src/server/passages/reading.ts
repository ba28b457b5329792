// A process for one document: whatever a file of somebody else's does to what reads it, the server goes on.
import { DocumentUnread } from './draft.ts'
import type { ReadDocument, Unread } from './draft.ts'
import { readDocument } from './read.ts'
import type { Sheets, Unread as UnreadTable } from '../sheets/xlsx-read.ts'

/** `mediaType` undefined: tables are asked for, not passages. */
export type ReadingRequest = { readonly bytes: Uint8Array; readonly mediaType: string | undefined }
export type ReadingAnswer =
  | { readonly ok: true; readonly read: ReadDocument | Sheets | UnreadTable }
  | { readonly ok: false; readonly code: Unread; readonly problem: string }

async function answer({ bytes, mediaType }: ReadingRequest): Promise<ReadingAnswer> {
  try {
    if (mediaType === undefined) {
      const { sheetsIn } = await import('../sheets/file.ts')
      return { ok: true, read: await sheetsIn(bytes) }
    }
    return { ok: true, read: await readDocument(Buffer.from(bytes), mediaType) }
  } catch (error) {
    const code = error instanceof DocumentUnread ? error.code : 'broken'
    return { ok: false, code, problem: String(error).slice(0, 2_000) }
  }
}

process.once('message', (request: ReadingRequest) => void answer(request).then((told) => process.send?.(told)))
process.on('disconnect', () => process.exit(0))
