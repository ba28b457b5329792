import { DocumentUnread, numbered } from './draft.ts'
import type { ReadDocument } from './draft.ts'
import { readText } from './text.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** The kinds of files that have passages. */
const READABLE = ['application/pdf', WORD, 'text/plain', 'text/markdown'] as const

export function isReadable(mediaType: string): boolean {
  return (READABLE as readonly string[]).includes(mediaType.split(';')[0]!)
}

function decoded(bytes: Buffer, mediaType: string): string {
  const charset = /charset=([\w-]+)/u.exec(mediaType)?.[1] ?? 'utf-8'
  return new TextDecoder(charset).decode(bytes)
}

/** The passages of a document, in their order. Throws `DocumentUnread`. What reads a kind is loaded with the first of that kind. */
export async function readDocument(bytes: Buffer, mediaType: string): Promise<ReadDocument> {
  const [type = ''] = mediaType.split(';')
  if (!isReadable(type)) throw new DocumentUnread('kind')
  if (type === 'application/pdf') {
    const { readPdf } = await import('./pdf.ts')
    const { drafts, pages } = await readPdf(bytes)
    return { passages: numbered(drafts), pages }
  }
  if (type === WORD) {
    const { readWord } = await import('./word.ts')
    return { passages: numbered(await readWord(bytes)), pages: undefined }
  }
  return { passages: numbered(readText(decoded(bytes, mediaType), { markdown: type === 'text/markdown' })), pages: undefined }
}
