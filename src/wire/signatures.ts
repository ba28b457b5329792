import { z } from 'zod'
import { Id, Instant, Named, PlanFinding, line, prose } from './base.ts'
import { AttachedFile, Sha256Hex } from './files.ts'

/** `vendor` 我方, `customer` 客户 */
export const SignatureSide = z.enum(['vendor', 'customer'])
export type SignatureSide = z.infer<typeof SignatureSide>

/** A file that a signature rests on, with the hash that it had then. */
export const SignedFile = AttachedFile.extend({ sha256: Sha256Hex })

/**
 * One side's signature as it stands. `matches`: it is over what was agreed first, and its files are those that were put to it. `amended`: the contract was
 * changed since, and nobody signed that.
 */
export const Signature = z.object({
  side: SignatureSide,
  /** undefined: erased */
  signer: z.string().optional(),
  signedOn: z.string(),
  hash: z.string(),
  matches: z.boolean(),
  amended: z.boolean().optional(),
  seal: SignedFile.optional(),
  document: SignedFile.optional(),
  by: Named.optional(),
  at: Instant,
})
export type Signature = z.infer<typeof Signature>

/** A signature of a draft. `voided`: it does not count any more, and why. */
export const DraftSignature = Signature.extend({
  id: Id,
  voided: z.object({ at: Instant, by: Named, why: z.enum(['changed', 'withdrawn']), reason: z.string().optional() }).optional(),
})
export type DraftSignature = z.infer<typeof DraftSignature>

/** A draft on its way to be signed. `hash`: of what would be signed now; without it `problem` says what is still to be done. */
export const Signing = z.object({
  draft: Id,
  version: z.int(),
  hash: z.string().optional(),
  problem: z.string().optional(),
  /** false: no plan is chosen yet, so nothing was checked */
  checked: z.boolean(),
  /** what the check of the plan, with the agreed values, raises */
  findings: z.array(PlanFinding),
  signatures: z.array(DraftSignature),
  missing: z.array(SignatureSide),
  /** what would be signed is an amendment of this contract */
  amends: z.object({ id: Id, number: z.string() }).optional(),
  /** the firm's own seal, as its letterhead has it: what its side signs with */
  ownSeal: AttachedFile.optional(),
})
export type Signing = z.infer<typeof Signing>

/** `hash`: of what was signed, as the draft's page and its annex show it. */
export const SignDraft = z.strictObject({
  side: SignatureSide,
  signer: line(60),
  signedOn: z.iso.date(),
  hash: Sha256Hex,
  seal: Id,
  document: Id,
})
export type SignDraft = z.infer<typeof SignDraft>

/** `contract`: both sides have signed, and it is one now. */
export const SignedDraft = z.object({
  missing: z.array(SignatureSide),
  contract: z.object({ id: Id, number: z.string() }).optional(),
})
export type SignedDraft = z.infer<typeof SignedDraft>

export const SignatureParams = z.strictObject({ id: Id, side: SignatureSide })
export type SignatureParams = z.infer<typeof SignatureParams>
export const WithdrawSignature = z.strictObject({ reason: prose(500) })
export type WithdrawSignature = z.infer<typeof WithdrawSignature>

/** A signature that was given on paper before. `hash`: where it is stated it has to be that of this contract. */
export const GivenSignature = z.strictObject({
  side: SignatureSide,
  signer: line(60),
  signedOn: z.iso.date(),
  hash: Sha256Hex.optional(),
  seal: Id.optional(),
  document: Id.optional(),
})
export type GivenSignature = z.infer<typeof GivenSignature>
