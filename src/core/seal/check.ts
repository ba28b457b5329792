import { leafOf, verifyInclusion } from './tree.ts'
import type { HashText, ProofStep } from './tree.ts'

/** One sealed fact with all that proves it, as it is handed out. `text`: the fact as canonical JSON. */
export type SealedFact = {
  readonly salt: string
  readonly text: string
  readonly leaf: string
  readonly proof: readonly ProofStep[]
  readonly head: { readonly root: string }
}

/** What anybody can see for themselves: does the fact hash to its leaf, and does the leaf lead to the root of the head? Whose signature the head carries is another question. */
export function checkSealed(hash: HashText, { salt, text, leaf, proof, head }: SealedFact): 'fact-changed' | 'root-differs' | undefined {
  if (leafOf(hash, salt, text) !== leaf) return 'fact-changed'
  return verifyInclusion(hash, { leaf, root: head.root, proof }) ? undefined : 'root-differs'
}
