import type { HashText } from './tree.ts'
import { nodeOf, rootOfLeaves, splitOf } from './tree.ts'

/**
 * That an older tree is the beginning of a newer one: nothing in it was changed, left out or put in between. As in RFC 6962, section 2.1.2; the check
 * as in RFC 9162, section 2.1.4.2. Whoever holds an old head on paper can hold a new one against it without seeing a single fact.
 */
function subProof(
  hash: HashText,
  leaves: readonly string[],
  { size, whole }: { readonly size: number; readonly whole: boolean },
): readonly string[] {
  if (size === leaves.length) return whole ? [] : [rootOfLeaves(hash, leaves)]
  const split = splitOf(leaves.length)
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)]
  if (size <= split) return [...subProof(hash, left, { size, whole }), rootOfLeaves(hash, right)]
  return [...subProof(hash, right, { size: size - split, whole: false }), rootOfLeaves(hash, left)]
}

/** The hashes that lead from the root over the first `size` leaves to the root over all; undefined where there is no such older tree. */
export function consistencyProof(hash: HashText, leaves: readonly string[], size: number): readonly string[] | undefined {
  if (!Number.isInteger(size) || size < 1 || size > leaves.length) return undefined
  return subProof(hash, leaves, { size, whole: true })
}

/** An older head and a newer one: how many facts each covers, and its root. */
export type Succession = {
  readonly older: { readonly size: number; readonly root: string }
  readonly newer: { readonly size: number; readonly root: string }
  readonly proof: readonly string[]
}

const isPowerOfTwo = (size: number) => Number.isInteger(Math.log2(size))

/** The place of the older tree's last leaf on the two right edges, as the path to the root walks past it. */
type Place = { fn: number; sn: number }

function climbToFork(place: Place): void {
  while (place.fn % 2 === 1) halve(place)
}

function halve(place: Place): void {
  place.fn = Math.floor(place.fn / 2)
  place.sn = Math.floor(place.sn / 2)
}

/** Does the newer tree begin with the older one? False for anything that does not fit together. */
export function verifyConsistency(hash: HashText, { older, newer, proof }: Succession): boolean {
  if (!(Number.isInteger(older.size) && Number.isInteger(newer.size) && older.size >= 1 && older.size <= newer.size)) return false
  if (older.size === newer.size) return proof.length === 0 && older.root === newer.root
  const path = isPowerOfTwo(older.size) ? [older.root, ...proof] : proof
  const [first, ...rest] = path
  if (first === undefined) return false
  const place: Place = { fn: older.size - 1, sn: newer.size - 1 }
  climbToFork(place)
  let [old, fresh] = [first, first]
  for (const step of rest) {
    if (place.sn === 0) return false
    if (place.fn % 2 === 1 || place.fn === place.sn) {
      old = nodeOf(hash, step, old)
      fresh = nodeOf(hash, step, fresh)
      while (place.fn % 2 === 0 && place.fn !== 0) halve(place)
    } else fresh = nodeOf(hash, fresh, step)
    halve(place)
  }
  return place.sn === 0 && old === older.root && fresh === newer.root
}
