import type { Signature } from '../../../core/contract/signature.ts'
import type { FileRef } from '../../../core/file/ref.ts'
import type { GivenSignature } from '../../../wire/signatures.ts'
import { withTenant } from '../../database/pool.ts'
import { findFile } from '../../store/files.ts'
import type { Caller } from '../caller.ts'
import { filesNamed } from '../files/attach.ts'
import type { Http } from '../http.ts'
import { Refused, refuseField } from '../problem.ts'

/** A seal is a picture; what was signed is a picture of it too, or a PDF. */
const TYPES = {
  seal: ['image/png', 'image/jpeg'],
  document: ['application/pdf', 'image/png', 'image/jpeg', 'image/webp', 'image/heic'],
} as const

type Part = keyof typeof TYPES
type Asks = { readonly http: Http; readonly caller: Caller }

async function fileNamed({ http, caller }: Asks, part: Part, id: string): Promise<FileRef | Refused> {
  const named = await filesNamed(http, caller, [id])
  if (named instanceof Refused)
    return refuseField(part, named.code === 'file.unfinished' ? 'signing.file-unfinished' : 'file.unknown', { id })
  const file = await withTenant(http.services.pool, caller.tenant, (tx) => findFile(tx, id))
  const isOfKind = (TYPES[part] as readonly (string | null | undefined)[]).includes(file?.media_type)
  return isOfKind ? named[0]! : refuseField(part, `signing.${part}-kind`)
}

export type SignatureFiles = { readonly seal?: FileRef | undefined; readonly document?: FileRef | undefined }

/** The files of a signature with their hashes; or which one is not there, not whole, or no such file. */
export async function signatureFiles(
  asks: Asks,
  of: Partial<Readonly<Record<Part, string | undefined>>>,
): Promise<SignatureFiles | Refused> {
  const seal = of.seal === undefined ? undefined : await fileNamed(asks, 'seal', of.seal)
  if (seal instanceof Refused) return seal
  const document = of.document === undefined ? undefined : await fileNamed(asks, 'document', of.document)
  return document instanceof Refused ? document : { seal, document }
}

/** The files of some signatures, each once: both sides may have put their seals to one document. */
export function filesIn(signatures: readonly SignatureFiles[]): readonly FileRef[] {
  const all = signatures.flatMap(({ seal, document }) => [seal, document]).filter((one) => one !== undefined)
  return all.filter(({ id }, index) => all.findIndex((one) => one.id === id) === index)
}

type Given = { readonly signatures: readonly Signature[]; readonly files: readonly FileRef[] }

/** Signatures that were given on paper, over the contract as it is written down now. */
export async function givenSignatures(asks: Asks, given: readonly GivenSignature[], hash: string): Promise<Given | Refused> {
  const signatures: Signature[] = []
  for (const [index, { seal, document, ...said }] of given.entries()) {
    if (said.hash !== undefined && said.hash !== hash) return refuseField(`signatures.${index}.hash`, 'signing.other-hash')
    const files = await signatureFiles(asks, { seal, document })
    if (files instanceof Refused) return files
    signatures.push({ ...said, hash, ...files })
  }
  return { signatures, files: filesIn(signatures) }
}
