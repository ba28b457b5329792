import { canonicalJson } from '../canonical.ts'
import { sha256Hex } from '../hash.ts'
import type { FileRef } from '../file/ref.ts'
import type { Term } from '../plan/types.ts'

/** `vendor` 我方, `customer` 客户 */
export const SIDES = ['vendor', 'customer'] as const

export type Side = (typeof SIDES)[number]

/** What both sides put their seals to. `planHash`: SHA-256 of the plan's file. The day of signing is no part of it: it comes with the signatures. */
export type Paper = {
  readonly number: string
  readonly title: string
  readonly customer: string
  readonly plan: string
  readonly planHash: string
  readonly terms: readonly Term[]
  readonly startsOn?: string | undefined
  readonly endsOn?: string | undefined
  readonly sites: readonly string[]
  readonly assets: readonly string[]
  readonly people: Readonly<Record<string, readonly string[]>>
  /** of an amendment: the whole contract as it will stand, the hash of what it replaces, and why */
  readonly amends?: { readonly base: string; readonly reason?: string | undefined } | undefined
}

/** The paper as the one text of which the hash is made, byte for byte. */
export function paperText(paper: Paper): string {
  const { sites, assets, people } = paper
  const held = Object.fromEntries(Object.entries(people).map(([role, persons]) => [role, [...new Set(persons)]]))
  return canonicalJson({ ...paper, sites: [...new Set(sites)].sort(), assets: [...new Set(assets)].sort(), people: held })
}

/** SHA-256 of the paper, in hexadecimal digits: one changed character gives another one. */
export function paperHash(paper: Paper): string {
  return sha256Hex(paperText(paper))
}

/** One side's signature. `hash`: of the paper that was signed; `seal`: a picture of the seal or the handwriting; `document`: the paper with it. */
export type Signature = {
  readonly side: Side
  readonly signer: string
  /** civil day: `2026-09-30` */
  readonly signedOn: string
  readonly hash: string
  readonly seal?: FileRef | undefined
  readonly document?: FileRef | undefined
}

/** A contract is signed on the day of the last signature. */
export function lastDay(signatures: readonly Pick<Signature, 'signedOn'>[]): string | undefined {
  return signatures
    .map((one) => one.signedOn)
    .toSorted()
    .at(-1)
}

/** Sides that have not signed yet. */
export function missingSides(signatures: readonly Pick<Signature, 'side'>[]): readonly Side[] {
  return SIDES.filter((side) => !signatures.some((one) => one.side === side))
}
