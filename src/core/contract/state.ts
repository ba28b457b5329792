import { isMap } from '../fact.ts'
import type { Fact, FactType, Json, Subject } from '../fact.ts'
import type { Term } from '../plan/types.ts'
import type { Instant } from '../time/instant.ts'

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

/** A milestone's date put right (更正). `late`: moved back by who entered it; it counts once another person has approved it. */
export type Correction = {
  readonly fact: string
  readonly from: Instant
  readonly to: Instant
  readonly by?: string | undefined
  readonly late: boolean
  readonly approvedBy?: string | undefined
}

/** One version of what was agreed: it holds from `from` on and never works backwards. */
export type Agreement = { readonly from: Instant; readonly plan: string; readonly terms: readonly Term[]; readonly fact: string }

/** A contract as its row may keep it: plain JSON. Dates are civil days of the contract's own zone (`2026-09-30`); `endsOn` is the first day without it. */
export type ContractState = {
  readonly phase: ContractPhase
  readonly number: string
  readonly customer: string
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

/** When it happened, as far as what was put right counts already. */
function datedBy(one: Reached, corrections: readonly Correction[]): Reached {
  const counts = corrections.findLast(({ late, approvedBy }) => !late || approvedBy !== undefined)
  return { ...one, corrections, at: counts?.to ?? corrections[0]?.from ?? one.at }
}

function putRight(state: ContractState, { id, data, by }: Fact): ContractState {
  const { of, field, to } = data
  const one = state.milestones.find(({ fact }) => fact === of)
  if (!one || field !== 'occurredAt' || typeof to !== 'number') return state
  const correction = { fact: id, from: one.at, to, by, late: data.late === true }
  return withMilestone(state, one, datedBy(one, [...(one.corrections ?? []), correction]))
}

/** A second pair of eyes on a date that was moved back. Undefined: the approval is of something else. */
function approvedCorrection(state: ContractState, { data, by }: Fact): ContractState | undefined {
  const one = state.milestones.find(({ corrections = [] }) => corrections.some(({ fact }) => fact === data.of))
  if (!one?.corrections) return undefined
  const corrections = one.corrections.map((each) =>
    each.fact === data.of && each.late && each.by !== by && each.approvedBy === undefined ? { ...each, approvedBy: by } : each,
  )
  return withMilestone(state, one, datedBy(one, corrections))
}

function withMilestone(state: ContractState, before: Reached, after: Reached): ContractState {
  return { ...state, milestones: state.milestones.map((one) => (one === before ? after : one)) }
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
        ...agreed(state, fact),
        phase: 'signed',
        number: textIn(fact.data, 'number') ?? '',
        customer: textIn(fact.data, 'customer') ?? '',
        signedOn: textIn(fact.data, 'signedOn'),
      }
    case 'contract.amended':
      return agreed(state, fact)
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

/** What was agreed at an instant: the last version that had begun. Undefined: before the signature. */
export function agreementAt({ agreements }: Pick<ContractState, 'agreements'>, at: Instant): Agreement | undefined {
  return agreements.findLast((one) => one.from <= at)
}

/** Whom the contract itself names for a role, in its order. */
export function peopleFor({ people }: Pick<ContractState, 'people'>, role: string): readonly string[] {
  return Object.hasOwn(people, role) ? people[role]! : []
}

/** Everybody whom a contract names: its tickets are their own. */
export function peopleOf({ people }: Pick<ContractState, 'people'>): readonly string[] {
  return [...new Set(Object.values(people).flat())]
}

/** Every subject that a fact about this contract speaks about besides the contract itself. */
export function alsoOf({ customer, sites, assets }: Pick<ContractState, 'customer' | 'sites' | 'assets'>): readonly Subject[] {
  return [`customer/${customer}`, ...sites.map((id): Subject => `site/${id}`), ...assets.map((id): Subject => `asset/${id}`)]
}
