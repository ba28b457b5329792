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

/** As a file to keep; its name in the reader's language beside one that every program can write. */
export async function sendPaper(
  reply: FastifyReply,
  { bytes }: Paper,
  name: { readonly plain: string; readonly said: string },
): Promise<void> {
  const said = encodeURIComponent(name.said.replaceAll(/[/\\]/g, '-')).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.codePointAt(0)!.toString(16).toUpperCase()}`,
  )
  await reply
    .header('content-type', 'application/pdf')
    .header('content-disposition', `attachment; filename="${name.plain}.pdf"; filename*=UTF-8''${said}.pdf`)
    .header('cache-control', 'no-store')
    .send(Buffer.from(bytes))
}
