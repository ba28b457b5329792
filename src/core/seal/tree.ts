/**
 * The Merkle tree over a tenant's ledger, as in RFC 6962 (section 2.1): a leaf and a node are hashed with different prefixes, so that neither can
 * stand for the other; the tree over n leaves splits at the largest power of two below n. Hashes are hexadecimal texts; the hash function is an
 * argument, so that a server hashes natively and a browser or a page of paper can be checked with the plain one of core/hash.ts.
 */
export type HashText = (text: string) => string

/** The right edge of the tree: the roots of its perfect subtrees from left to right, each with the number of leaves under it. Enough to append and to know the root. */
export type Frontier = readonly { readonly size: number; readonly root: string }[]

export const EMPTY: Frontier = []

/** A sibling on the way from a leaf to the root, and on which side it stands. */
export type ProofStep = { readonly side: 'left' | 'right'; readonly hash: string }

/** Leaf of one fact: salted, so that nobody outside can guess a fact from its hash. `fact` is its canonical JSON. */
export function leafOf(hash: HashText, salt: string, fact: string): string {
  return hash(`\u0000${salt}\n${fact}`)
}

/** A node over two: prefixed otherwise than a leaf. */
export function nodeOf(hash: HashText, left: string, right: string): string {
  return hash(`\u0001${left}${right}`)
}

/** Adds one leaf: like adding one to a binary number, equal neighbours merge. */
export function append(hash: HashText, frontier: Frontier, leaf: string): Frontier {
  const edge = [...frontier]
  let last = { size: 1, root: leaf }
  while (edge.at(-1)?.size === last.size) {
    const left = edge.pop()!
    last = { size: left.size * 2, root: nodeOf(hash, left.root, last.root) }
  }
  return [...edge, last]
}

export function sizeOf(frontier: Frontier): number {
  return frontier.reduce((sum, part) => sum + part.size, 0)
}

/** Root of the whole tree; of the empty one, the hash of nothing. */
export function rootOf(hash: HashText, frontier: Frontier): string {
  let root: string | undefined
  for (const part of frontier.toReversed()) root = root === undefined ? part.root : nodeOf(hash, part.root, root)
  return root ?? hash('')
}

/** The largest power of two below `count`: where the tree over so many leaves splits. */
export function splitOf(count: number): number {
  let split = 1
  while (split * 2 < count) split *= 2
  return split
}

/** Root over leaves at hand. */
export function rootOfLeaves(hash: HashText, leaves: readonly string[]): string {
  return rootOf(
    hash,
    leaves.reduce<Frontier>((frontier, leaf) => append(hash, frontier, leaf), EMPTY),
  )
}

/** The siblings that lead from leaf `index` to the root over `leaves`, nearest first; undefined where there is no such leaf. */
export function inclusionProof(hash: HashText, leaves: readonly string[], index: number): readonly ProofStep[] | undefined {
  if (!Number.isInteger(index) || index < 0 || index >= leaves.length) return undefined
  if (leaves.length === 1) return []
  const split = splitOf(leaves.length)
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)]
  const own = index < split
  const below = inclusionProof(hash, own ? left : right, own ? index : index - split)!
  return [...below, own ? { side: 'right', hash: rootOfLeaves(hash, right) } : { side: 'left', hash: rootOfLeaves(hash, left) }]
}

/** Does this leaf stand under this root? */
export function verifyInclusion(
  hash: HashText,
  claim: { readonly leaf: string; readonly root: string; readonly proof: readonly ProofStep[] },
): boolean {
  const reached = claim.proof.reduce(
    (below, step) => (step.side === 'left' ? nodeOf(hash, step.hash, below) : nodeOf(hash, below, step.hash)),
    claim.leaf,
  )
  return reached === claim.root
}
