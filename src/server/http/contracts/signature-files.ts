import type { Signature } from '../../../core/contract/signature.ts'
import type { FileRef } from '../../../core/file/ref.ts'
import type { GivenSignature } from '../../../wire/signatures.ts'
import { withTenant } from '../../database/pool.ts'
import { findFile } from '../../store/files.ts'
import type { Caller } from '../caller.ts'
import { sealProblem } from '../documents/paper-picture.ts'
import { fileNamed } from '../files/attach.ts'
import type { Http } from '../http.ts'
import { Refused, refuseField } from '../problem.ts'

/** What was signed is a PDF or a picture of it. */
const DOCUMENT_TYPES: readonly string[] = ['application/pdf', 'image/png', 'image/jpeg', 'image/webp', 'image/heic']

type Part = 'seal' | 'document'
type Asks = { readonly http: Http; readonly caller: Caller }
type Named = { readonly field: string; readonly id: string }

/** A seal that no paper could carry is refused before anybody has signed with it. */
async function sealNamed(asks: Asks, named: Named): Promise<FileRef | Refused> {
  return (await sealProblem(asks, named)) ?? fileNamed(asks, named)
}

async function documentNamed(asks: Asks, named: Named): Promise<FileRef | Refused> {
  const { http, caller } = asks
  const ref = await fileNamed(asks, named)
  const file = await withTenant(http.services.pool, caller.tenant, (tx) => findFile(tx, named.id))
  return ref instanceof Refused || DOCUMENT_TYPES.includes(file?.media_type ?? '') ? ref : refuseField(named.field, 'signing.document-kind')
}

export type SignatureFiles = { readonly seal?: FileRef | undefined; readonly document?: FileRef | undefined }

/** The files of a signature with their hashes; or which one is not there, not whole, or no such file. `within`: where its fields stand in the request. */
export async function signatureFiles(
  asks: Asks,
  of: Partial<Readonly<Record<Part, string | undefined>>>,
  within = '',
): Promise<SignatureFiles | Refused> {
  const seal = of.seal === undefined ? undefined : await sealNamed(asks, { field: `${within}seal`, id: of.seal })
  if (seal instanceof Refused) return seal
  const document = of.document === undefined ? undefined : await documentNamed(asks, { field: `${within}document`, id: of.document })
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
    const files = await signatureFiles(asks, { seal, document }, `signatures.${index}.`)
    if (files instanceof Refused) return files
    signatures.push({ ...said, hash, ...files })
  }
  return { signatures, files: filesIn(signatures) }
}
