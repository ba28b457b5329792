import { sha256Hex } from '../../core/hash.ts'
import { checkSealed } from '../../core/seal/check.ts'
import type { FactSeal } from '../../wire/seals.ts'

/** The verdict, reckoned here as well: the server is believed in nothing that this page can see for itself. The signature is the server's to check. */
export function verdictOf({ verdict, sealed }: FactSeal): FactSeal['verdict'] {
  return sealed ? (checkSealed((text) => sha256Hex(text), sealed) ?? verdict) : 'waiting'
}

/** Each with the verdict that this page comes to. */
export function reckoned({ items }: { readonly items: readonly FactSeal[] }): readonly FactSeal[] {
  return items.map((seal) => ({ ...seal, verdict: verdictOf(seal) }))
}

/** What became of all: how many agree, wait, or do not agree. */
export function tallyOf(seals: readonly FactSeal[]): { readonly sound: number; readonly waiting: number; readonly faulty: number } {
  const count = (verdict: FactSeal['verdict']) => seals.filter((one) => one.verdict === verdict).length
  const [sound, waiting] = [count('sound'), count('waiting')]
  return { sound, waiting, faulty: seals.length - sound - waiting }
}
