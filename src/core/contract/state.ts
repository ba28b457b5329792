import { isMap } from '../fact.ts'
import type { Fact, FactType, Json, Subject } from '../fact.ts'
import type { Term } from '../plan/types.ts'
import type { Instant } from '../time/instant.ts'
import { missingSides } from './signature.ts'
import type { Side } from './signature.ts'

/** `absent`: nothing was signed yet. `accepted`: what was supplied is accepted, and what counts from acceptance counts. */
export const CONTRACT_PHASES = ['absent', 'signed', 'accepted', 'ended'] as const

export type ContractPhase = (typeof CONTRACT_PHASES)[number]

/** What happens to what was sold, in the order of the trade: shipped (发货), delivered (到货), commissioned (调试完成), accepted (验收). */
export const MILESTONES = ['shipped', 'delivered', 'commissioned', 'accepted'] as const

export type Milestone = (typeof MILESTONES)[number]

/**
 * A milestone as it was recorded. `assets`: the devices that it speaks of, none: all that the contract covers. `late`: entered by hand so long after
 * it happened that it counts from when it was recorded, until another person approves it.
 */
export type Reached = {
  readonly milestone: Milestone
  readonly fact: string
  readonly at: Instant
  readonly assets: readonly string[]
  readonly by?: string | undefined
  readonly late: boolean
  readonly approvedBy?: string | undefined
  /** every date that was put right, the oldest first; `at` is what counts of them */
  readonly corrections?: readonly Correction[] | undefined
}

/** A milestone's date put right (更正). `late`: moved back by who entered it; it counts once another person has approved it. `day`: of a signature, the day of the contract's zone. */
export type Correction = {
  readonly fact: string
  readonly from: Instant
  readonly to: Instant
  readonly day?: string | undefined
  readonly by?: string | undefined
  readonly late: boolean
  readonly approvedBy?: string | undefined
}

/** When a contract was signed, put right like the date of a milestone. `day`: as it was entered. */
export type Signing = Pick<Reached, 'fact' | 'at' | 'by' | 'corrections'> & { readonly day?: string | undefined }

/** One version of what was agreed: it holds from `from` on and never works backwards. */
export type Agreement = { readonly from: Instant; readonly plan: string; readonly terms: readonly Term[]; readonly fact: string }

/** A contract as its row may keep it: plain JSON. Dates are civil days of the contract's own zone (`2026-09-30`); `endsOn` is the first day without it. */
export type ContractState = {
  readonly phase: ContractPhase
  readonly number: string
  readonly customer: string
  readonly signing?: Signing | undefined
  readonly signedOn?: string | undefined
  readonly startsOn?: string | undefined
  readonly endsOn?: string | undefined
  readonly sites: readonly string[]
  readonly assets: readonly string[]
  /** the contract's own people: role → persons (lead, dedicated-engineer …) */
  readonly people: Readonly<Record<string, readonly string[]>>
  /** every version, the oldest first; the last one holds */
  readonly agreements: readonly Agreement[]
  /** in the order in which they were recorded; what was declared void is not among them */
  readonly milestones: readonly Reached[]
  readonly endedAt?: Instant | undefined
  /** both sides' signatures stand on one paper of it, each with that paper; missing: nobody has shown that it was signed */
  readonly attested?: true
}

export function initialState(): ContractState {
  return { phase: 'absent', number: '', customer: '', sites: [], assets: [], people: {}, agreements: [], milestones: [] }
}

type Data = Fact['data']

const textIn = (data: Data, key: string): string | undefined => (typeof data[key] === 'string' ? (data[key] as string) : undefined)
const textsIn = (value: Json | undefined): readonly string[] | undefined =>
  Array.isArray(value) ? (value as readonly Json[]).filter((one): one is string => typeof one === 'string') : undefined

function termsIn(value: Json | undefined): readonly Term[] | undefined {
  if (!Array.isArray(value)) return undefined
  return (value as readonly Json[]).flatMap((one): Term[] =>
    isMap(one) && typeof one.key === 'string' && typeof one.source === 'string'
      ? [{ key: one.key, value: one.value, source: one.source }]
      : [],
  )
}

function peopleIn(value: Json | undefined): ContractState['people'] | undefined {
  return isMap(value) ? Object.fromEntries(Object.entries(value).map(([role, people]) => [role, textsIn(people) ?? []])) : undefined
}

/** Both sides, each with what it signed. */
function attestedBy(state: ContractState, { data }: Fact): ContractState {
  const all = Array.isArray(data.signatures) ? (data.signatures as readonly Json[]) : []
  const sides = all.flatMap((one) => (isMap(one) && one.document !== undefined ? [{ side: one.side as Side }] : []))
  return missingSides(sides).length === 0 ? { ...state, attested: true } : state
}

/** What a signed or amended fact sets; what it does not name stays. */
function agreed(state: ContractState, { id, data, occurredAt }: Fact): ContractState {
  const last = state.agreements.at(-1)
  const [plan, terms] = [textIn(data, 'plan') ?? last?.plan ?? '', termsIn(data.terms) ?? last?.terms ?? []]
  const changed = data.plan !== undefined || data.terms !== undefined
  return {
    ...state,
    startsOn: textIn(data, 'startsOn') ?? state.startsOn,
    endsOn: textIn(data, 'endsOn') ?? state.endsOn,
    sites: textsIn(data.sites) ?? state.sites,
    assets: textsIn(data.assets) ?? state.assets,
    people: peopleIn(data.people) ?? state.people,
    agreements: changed ? [...state.agreements, { from: occurredAt, plan, terms, fact: id }] : state.agreements,
  }
}

function reached(state: ContractState, fact: Fact, milestone: Milestone): ContractState {
  const { id, data, occurredAt, by } = fact
  const late = data.reason === true && data.evidence === true
  const milestones = [...state.milestones, { milestone, fact: id, at: occurredAt, assets: textsIn(data.assets) ?? [], by, late }]
  return { ...state, milestones, phase: phaseAfter(state, milestones) }
}

/** Accepted is a contract whose acceptance stands; an end stays an end. */
function phaseAfter({ phase }: ContractState, milestones: readonly Reached[]): ContractPhase {
  if (phase === 'ended') return phase
  return milestones.some((one) => one.milestone === 'accepted') ? 'accepted' : 'signed'
}

type Dated = Reached | Signing

/** Everything of a contract whose date can be put right. */
export function datedIn({ signing, milestones }: Pick<ContractState, 'signing' | 'milestones'>): readonly Dated[] {
  return signing ? [signing, ...milestones] : milestones
}

const counting = (corrections: readonly Correction[]): Correction | undefined =>
  corrections.findLast(({ late, approvedBy }) => !late || approvedBy !== undefined)

/** With these corrections: when it happened, as far as what was put right counts already. */
function redated(state: ContractState, before: Dated, corrections: readonly Correction[]): ContractState {
  const counts = counting(corrections)
  const after = { ...before, corrections, at: counts?.to ?? corrections[0]?.from ?? before.at }
  if (before !== state.signing) return { ...state, milestones: state.milestones.map((one) => (one === before ? (after as Reached) : one)) }
  const agreements = state.agreements.map((one) => (one.fact === after.fact ? { ...one, from: after.at } : one))
  return { ...state, agreements, signing: after, signedOn: counts?.day ?? state.signing.day }
}

function putRight(state: ContractState, { id, data, by }: Fact): ContractState {
  const { of, field, to } = data
  const one = datedIn(state).find(({ fact }) => fact === of)
  if (!one || field !== 'occurredAt' || typeof to !== 'number') return state
  const day = textIn(data, 'day')
  const correction = { fact: id, from: one.at, to, ...(day !== undefined && { day }), by, late: data.late === true }
  return redated(state, one, [...(one.corrections ?? []), correction])
}

/** A second pair of eyes on a date that was moved back. Undefined: the approval is of something else. */
function approvedCorrection(state: ContractState, { data, by }: Fact): ContractState | undefined {
  const one = datedIn(state).find(({ corrections = [] }) => corrections.some(({ fact }) => fact === data.of))
  if (!one?.corrections) return undefined
  const corrections = one.corrections.map((each) =>
    each.fact === data.of && each.late && each.by !== by && each.approvedBy === undefined ? { ...each, approvedBy: by } : each,
  )
  return redated(state, one, corrections)
}

function ruled(state: ContractState, fact: Fact): ContractState {
  const { type, data, by } = fact
  if (type === 'fact.voided') {
    const milestones = state.milestones.filter((one) => one.fact !== data.of)
    return milestones.length === state.milestones.length ? state : { ...state, milestones, phase: phaseAfter(state, milestones) }
  }
  if (type === 'fact.corrected') return putRight(state, fact)
  const corrected = approvedCorrection(state, fact)
  if (corrected) return corrected
  const late = state.milestones.find((one) => one.fact === data.of && one.late && one.by !== by && one.approvedBy === undefined)
  if (!late) return state
  return { ...state, milestones: state.milestones.map((one) => (one === late ? { ...one, approvedBy: by } : one)) }
}

/** Facts that change a contract; all others that name it leave it as it is. */
const OWN = [
  'contract.signed',
  'contract.attested',
  'contract.amended',
  'contract.shipped',
  'contract.delivered',
  'contract.commissioned',
  'contract.accepted',
  'contract.ended',
  'fact.approved',
  'fact.corrected',
  'fact.voided',
] as const satisfies readonly FactType[]

type OwnFact = (typeof OWN)[number]

/** The contract after one more fact that names it, in ledger order. Total: what means nothing to a contract changes nothing. */
export function evolve(state: ContractState, fact: Fact): ContractState {
  const type = OWN.find((own): own is OwnFact => own === fact.type)
  if (type === undefined || (state.phase === 'absent') !== (type === 'contract.signed')) return state
  switch (type) {
    case 'contract.signed':
      return {
        ...attestedBy(agreed(state, fact), fact),
        phase: 'signed',
        number: textIn(fact.data, 'number') ?? '',
        customer: textIn(fact.data, 'customer') ?? '',
        signedOn: textIn(fact.data, 'signedOn'),
        signing: { fact: fact.id, at: fact.occurredAt, day: textIn(fact.data, 'signedOn'), by: fact.by },
      }
    case 'contract.attested':
      return attestedBy(state, fact)
    case 'contract.amended':
      return attestedBy(agreed(state, fact), fact)
    case 'contract.shipped':
      return reached(state, fact, 'shipped')
    case 'contract.delivered':
      return reached(state, fact, 'delivered')
    case 'contract.commissioned':
      return reached(state, fact, 'commissioned')
    case 'contract.accepted':
      return reached(state, fact, 'accepted')
    case 'contract.ended':
      return { ...state, phase: 'ended', endedAt: fact.occurredAt }
    case 'fact.approved':
    case 'fact.corrected':
    case 'fact.voided':
      return ruled(state, fact)
    default:
      return type satisfies never
  }
}

/** How a contract stands on a day of its zone (`2026-09-23`): signed and not begun, in force, run out, or ended before its time. */
export const STANDINGS = ['signed', 'in-force', 'expired', 'ended'] as const

export type Standing = (typeof STANDINGS)[number]

/** `endsOn` is the first day without the contract; a contract without dates is in force from its signature until somebody ends it. */
export function standingOn(
  { ended, startsOn, endsOn }: { readonly ended: boolean; readonly startsOn?: string | undefined; readonly endsOn?: string | undefined },
  today: string,
): Standing {
  if (ended) return 'ended'
  if (startsOn !== undefined && today < startsOn) return 'signed'
  return endsOn !== undefined && today >= endsOn ? 'expired' : 'in-force'
}

/** Everybody whom a contract names: its tickets are their own. */
export function peopleOf({ people }: Pick<ContractState, 'people'>): readonly string[] {
  return [...new Set(Object.values(people).flat())]
}

/** Every subject that a fact about this contract speaks about besides the contract itself. */
export function alsoOf({ customer, sites, assets }: Pick<ContractState, 'customer' | 'sites' | 'assets'>): readonly Subject[] {
  return [`customer/${customer}`, ...sites.map((id): Subject => `site/${id}`), ...assets.map((id): Subject => `asset/${id}`)]
}
