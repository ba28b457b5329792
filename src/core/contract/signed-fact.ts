import type { Json, Subject } from '../fact.ts'
import { parseDay } from '../time/civil.ts'
import { DAY_MS, MINUTE_MS } from '../time/instant.ts'
import type { Instant } from '../time/instant.ts'
import { instantOf } from '../time/zone.ts'
import type { Zone } from '../time/zone.ts'
import type { ContractRefusal } from './refusal.ts'
import { refusal } from './refusal.ts'
import { lastDay, missingSides } from './signature.ts'
import type { Signature } from './signature.ts'
import { alsoOf } from './state.ts'
import type { ContractState } from './state.ts'

/** Each side once, by name, on a day that exists. */
export function signaturesProblem(signatures: readonly Signature[]): ContractRefusal | undefined {
  for (const { side, signer, signedOn } of signatures) {
    if (signatures.filter((one) => one.side === side).length > 1) return refusal('side-twice', {}, 'signatures')
    if (signer.trim() === '') return refusal('signer-missing', {}, 'signatures')
    if (parseDay(signedOn) === undefined) return refusal('date-invalid', { date: signedOn }, 'signatures')
  }
  return undefined
}

type Evidence = {
  readonly data?: { readonly signatures: readonly { readonly [key: string]: Json }[] }
  readonly texts?: Readonly<Record<string, string>>
}

function stated({ side, signedOn, hash, seal, document }: Signature): { readonly [key: string]: Json } {
  return { side, signedOn, hash, ...(seal && { seal }), ...(document && { document }) }
}

/** What a seal may cover for good goes into the fact, the names of people beside it. */
export function signed(signatures: readonly Signature[]): Evidence {
  if (signatures.length === 0) return {}
  return {
    data: { signatures: signatures.map(stated) },
    texts: Object.fromEntries(signatures.map(({ side, signer }) => [`signer-${side}`, signer])),
  }
}

type Attest = { readonly of: string; readonly signatures: readonly Signature[] }
type Attested = Omit<Evidence, 'data'> & { readonly type: 'contract.attested'; readonly data: object; readonly also: readonly Subject[] }

/** Both sides, each with the paper that shows it: less would leave the contract as bare as before. Once, and of what was agreed under this very contract. */
export function attest({ of, signatures }: Attest, state: ContractState): Attested | ContractRefusal {
  if (state.attested) return refusal('attested-already')
  if (!state.agreements.some(({ fact }) => fact === of)) return refusal('attest-other', {}, 'of')
  const problem = signaturesProblem(signatures)
  if (problem) return problem
  if (missingSides(signatures.filter(({ document }) => document)).length > 0) return refusal('attest-both', {}, 'signatures')
  const { data, texts } = signed(signatures)
  return { type: 'contract.attested', data: { of, ...data }, texts, also: alsoOf(state) }
}

const LAST_MINUTE_MS = DAY_MS - MINUTE_MS

type Days = { readonly signedOn?: string | undefined; readonly signatures?: readonly Signature[] | undefined }

/** When a contract was signed: a day without an hour is gone when it is over, so nobody owes anything before. Signed today, or on no day that is named: now. */
export function signedAt(
  { signedOn, signatures = [] }: Days,
  { zone, now }: { readonly zone?: Zone | undefined; readonly now: Instant },
): Instant {
  const day = parseDay(signedOn ?? lastDay(signatures) ?? '')
  return day === undefined || zone === undefined ? now : Math.min(now, instantOf(zone, day, LAST_MINUTE_MS))
}
