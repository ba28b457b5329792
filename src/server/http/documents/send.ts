import { createHash } from 'node:crypto'
import type { FastifyReply } from 'fastify'
import type { DocumentContent } from '../../documents/document.ts'
import { DocumentRefused } from '../../documents/documents.ts'
import type { Documents } from '../../documents/documents.ts'
import { refuse } from '../problem.ts'
import type { Refused } from '../problem.ts'

export type Paper = { readonly bytes: Uint8Array; readonly sha256: string }

function refusedBy({ code }: DocumentRefused): Refused {
  return code === 'too-long' ? refuse(422, 'document.too-long') : refuse(503, `document.${code}`).with({ retryAfterSeconds: 10 })
}

/** What setting a document came to; one that cannot be set is refused in a sentence. */
export async function setting<Set>(work: () => Promise<Set>): Promise<Set | Refused> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof DocumentRefused) return refusedBy(error)
    throw error
  }
}

/** A document and its own hash, which the trail keeps. */
export function paperOf(documents: Documents, content: DocumentContent): Promise<Paper | Refused> {
  return setting(async () => {
    const bytes = await documents.pdf(content)
    return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
  })
}

type FileName = { readonly plain: string; readonly said: string }

/** A name for what is kept as a file, in the reader's language beside one that every program can write. */
export function attachmentNamed({ plain, said: name }: FileName, ending: 'pdf' | 'zip'): string {
  const said = encodeURIComponent(name.replaceAll(/[/\\]/g, '-')).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.codePointAt(0)!.toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}.${ending}"; filename*=UTF-8''${said}.${ending}`
}

/** As a file to keep. */
export async function sendPaper(reply: FastifyReply, { bytes }: Paper, name: FileName): Promise<void> {
  await reply
    .header('content-type', 'application/pdf')
    .header('content-disposition', attachmentNamed(name, 'pdf'))
    .header('cache-control', 'no-store')
    .send(Buffer.from(bytes))
}
