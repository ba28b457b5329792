import { z } from 'zod'
import { Id, Instant } from './base.ts'
import { Sha256Hex } from './files.ts'

/** A signed head of the ledger: at this instant it had `size` sealed facts under this root. `payload` is the very text that is signed. */
export const SealHead = z.object({
  size: z.int(),
  root: Sha256Hex,
  at: Instant,
  keyId: z.string(),
  payload: z.string(),
  signature: z.string(),
})
export type SealHead = z.infer<typeof SealHead>

/** A sibling on the way from a leaf to the root. */
export const ProofStep = z.object({ side: z.enum(['left', 'right']), hash: Sha256Hex })

/**
 * How a fact stands to its seal. With `sealed` everybody can check it for themselves: the leaf is the hash of salt and text, the proof leads from it to the
 * root of the head, and the head is signed.
 */
export const FactSeal = z.object({
  fact: Id,
  verdict: z.enum(['sound', 'waiting', 'fact-changed', 'text-changed', 'root-differs', 'signature-wrong', 'key-unknown']),
  sealed: z
    .object({
      /** its place in the ledger's tree, from 0 */
      n: z.int(),
      salt: z.string(),
      /** the fact as one canonical JSON, as it stands now */
      text: z.string(),
      leaf: Sha256Hex,
      proof: z.array(ProofStep),
      head: SealHead,
    })
    .optional(),
})
export type FactSeal = z.infer<typeof FactSeal>

/** The seals of the evidence of one obligation. */
export const FactSeals = z.object({ items: z.array(FactSeal) })
export type FactSeals = z.infer<typeof FactSeals>
