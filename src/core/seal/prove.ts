import { nodeOf, sizeOf, splitOf } from './tree.ts'
import type { Frontier, HashText, ProofStep } from './tree.ts'

/** What a head added to the tree: the right edge before it, and its own leaves from left to right. */
export type Sealed = { readonly before: Frontier; readonly leaves: readonly string[] }

/**
 * Proofs that leaves of one head stand under its root, from what that head added alone: what stood before is known by the edge of the tree, so that a proof
 * costs the same in an old ledger as in a young one. `n`: place in the whole tree; undefined: no leaf of this head. Nodes are hashed once for all proofs.
 */
export function proverOf(hash: HashText, { before, leaves }: Sealed): (n: number) => readonly ProofStep[] | undefined {
  const known = sizeOf(before)
  const size = known + leaves.length
  const roots = new Map<string, string>()
  // a part of the edge stands where the parts before it end
  for (const [index, part] of before.entries()) roots.set(`${sizeOf(before.slice(0, index))}+${part.size}`, part.root)
  const rootAt = (from: number, count: number): string => {
    const key = `${from}+${count}`
    const root = roots.get(key) ?? (count === 1 ? leaves[from - known]! : joined(from, count))
    roots.set(key, root)
    return root
  }
  const joined = (from: number, count: number): string => {
    const split = splitOf(count)
    return nodeOf(hash, rootAt(from, split), rootAt(from + split, count - split))
  }
  const steps = (n: number, from: number, count: number): readonly ProofStep[] => {
    if (count === 1) return []
    const split = splitOf(count)
    const middle = from + split
    return n < middle
      ? [...steps(n, from, split), { side: 'right', hash: rootAt(middle, count - split) }]
      : [...steps(n, middle, count - split), { side: 'left', hash: rootAt(from, split) }]
  }
  return (n) => (Number.isInteger(n) && n >= known && n < size ? steps(n, 0, size) : undefined)
}
