import { canonicalJson } from '../canonical.ts'
import { formatInstant } from '../time/instant.ts'
import type { Instant } from '../time/instant.ts'

/**
 * A head says: at this instant the tenant's ledger had these many sealed facts under this root, and the head before it was that one.
 * Heads are signed and printed on reports and packs, so a ledger rewritten or shortened later contradicts paper.
 */
export type Head = {
  readonly tenant: string
  readonly size: number
  readonly root: string
  /** fingerprint of the head before, undefined for the first */
  readonly previous: string | undefined
  readonly at: Instant
}

/** The exact text that is signed. */
export function headPayload(head: Head): string {
  return canonicalJson({ ...head, at: formatInstant(head.at), kind: 'nuoxing-ledger-head', version: 1 })
}

/** What the next head names as its previous one: it chains payload and signature. */
export function fingerprint(hash: (text: string) => string, payload: string, signature: string): string {
  return hash(`${payload}\n${signature}`)
}

/** The first digits of a root as people compare them on paper: four groups of four. */
export function shortRoot(root: string): string {
  return (root.slice(0, 16).match(/.{4}/g) ?? []).join(' ')
}
