import type { Fact, FactSource, Json, Subject } from '../fact.ts'
import type { Plan, Term } from '../plan/types.ts'
import type { Instant } from '../time/instant.ts'
import type { ContractRefusal } from './refusal.ts'
import type { Signature } from './signature.ts'
import type { ContractState, Milestone } from './state.ts'
import { canonicalJson } from '../canonical.ts'
import { agreedPlan } from '../plan/bind.ts'
import { BACKFILL_MS } from '../promise/backfill.ts'
import { parseDay } from '../time/civil.ts'
import type { Zone } from '../time/zone.ts'
import { byModel, withModels } from './models.ts'
import type { Models } from './models.ts'
import { refusal } from './refusal.ts'
import { lastDay } from './signature.ts'
import { attest, signaturesProblem, signed, signedAt } from './signed-fact.ts'
import { approve, correct, declareVoid } from './decide-rulings.ts'
import type { Said } from './decide-rulings.ts'
import { alsoOf } from './state.ts'

type People = Readonly<Record<string, readonly string[]>>

/** What may be agreed anew by an amendment; what is not named stays. */
export type Agreed = {
  /** `zhineng@1`; the plan itself comes with the context */
  readonly plan?: string | undefined
  readonly terms?: readonly Term[] | undefined
  readonly startsOn?: string | undefined
  readonly endsOn?: string | undefined
  readonly sites?: readonly string[] | undefined
  readonly assets?: readonly string[] | undefined
  readonly people?: People | undefined
}

export type ContractCommand = { readonly occurredAt?: Instant | undefined } & (
  | ({
      readonly name: 'sign'
      readonly number: string
      readonly title: string
      readonly customer: string
      readonly plan: string
      /** default: the day of the last signature */
      readonly signedOn?: string | undefined
      /** each over the hash of this very contract */
      readonly signatures?: readonly Signature[] | undefined
    } & Agreed)
  | ({
      readonly name: 'amend'
      readonly reason?: string | undefined
      /** each over the hash of the contract as it will stand */
      readonly signatures?: readonly Signature[] | undefined
    } & Agreed)
  | {
      /** 补附签署文件: what was signed on paper, shown later. `of`: the fact of what was signed, each signature over the hash of that */
      readonly name: 'attest'
      readonly of: string
      readonly signatures: readonly Signature[]
    }
  | {
      readonly name: 'reach'
      readonly milestone: Milestone
      /** the devices that it speaks of; none: all that the contract covers */
      readonly assets?: readonly string[] | undefined
      /** by what it can be shown: number of the waybill, the acceptance report … */
      readonly evidence: string
      /** why it is entered so late, where it is */
      readonly lateReason?: string | undefined
    }
  | {
      /** 更正: it happened, or was signed, at another time than was entered */
      readonly name: 'correct'
      readonly of: string
      /** what the record says now, so that two people cannot correct past each other */
      readonly from: Instant
      readonly to: Instant
      readonly reason: string
      readonly dispute?: string | undefined
    }
  | { readonly name: 'approve'; readonly of: string; readonly note?: string | undefined }
  | { readonly name: 'void'; readonly of: string; readonly reason: string; readonly dispute?: string | undefined }
  | { readonly name: 'end'; readonly reason: string }
)

/** `plan`: the version that the contract is to stand under, as it was signed; undefined: there is none under that reference. */
export type ContractContext = {
  readonly now: Instant
  readonly subject: Subject
  readonly newId: () => string
  readonly source: FactSource
  readonly person: string
  readonly plan?: Plan | undefined
  /** the models of devices, by device: what is promised of a model (备件) counts from the contract's own facts */
  readonly models?: Models | undefined
  /** whom a fact that is ruled on spoke of when it was recorded: what is said about it is theirs to hear, whatever the contract covers by now */
  readonly spokenOf?: readonly Subject[] | undefined
  /** in which the days of a contract are meant */
  readonly zone?: Zone | undefined
  /** how late (ms) a hand-entered milestone may come before it is a 补录; default ten minutes */
  readonly backfillMs?: number | undefined
}

export type ContractDecision =
  | {
      readonly ok: true
      readonly facts: readonly Omit<Fact, 'seq' | 'recordedAt'>[]
      readonly texts: readonly { readonly factId: string; readonly field: string; readonly text: string }[]
    }
  | { readonly ok: false; readonly refusal: ContractRefusal }

type Rule = (agreed: Agreed, state: ContractState, context: ContractContext) => ContractRefusal | undefined

const DATES = ['startsOn', 'endsOn', 'signedOn'] as const

/** Dates exist, and the contract ends after it starts. */
const datesFit: Rule = (agreed, state) => {
  for (const field of DATES) {
    const date = (agreed as Partial<Record<(typeof DATES)[number], string | undefined>>)[field]
    if (date !== undefined && parseDay(date) === undefined) return refusal('date-invalid', { date }, field)
  }
  const [startsOn, endsOn] = [agreed.startsOn ?? state.startsOn, agreed.endsOn ?? state.endsOn]
  return startsOn !== undefined && endsOn !== undefined && endsOn <= startsOn ? refusal('ends-before-start', {}, 'endsOn') : undefined
}

/** Each term once, each with where it was agreed. */
const termsAreSourced: Rule = ({ terms = [] }) => {
  const twice = terms.find((term, index) => terms.findIndex((other) => other.key === term.key) !== index)
  if (twice) return refusal('term-twice', { key: twice.key }, 'terms')
  const bare = terms.find((term) => term.source.trim() === '')
  return bare && refusal('term-source', { key: bare.key }, 'terms')
}

/** Plan and terms as they would stand together leave nothing open that must be known before anybody can count. */
const termsFit: Rule = (agreed, state, { plan }) => {
  if (agreed.plan === undefined && agreed.terms === undefined) return undefined
  const last = state.agreements.at(-1)
  const ref = agreed.plan ?? last?.plan ?? ''
  if (plan === undefined || `${plan.id}@${plan.version}` !== ref) return refusal('plan-missing', { plan: ref }, 'plan')
  return validateTerms(plan, agreed.terms ?? last?.terms ?? [])
}

/** Roles are named as plans name them, and held by somebody. */
const rolesAreHeld: Rule = ({ people = {} }) => {
  for (const [role, held] of Object.entries(people)) {
    if (!/^[a-z][a-z0-9-]{0,39}$/.test(role)) return refusal('role-invalid', { role }, 'people')
    if (held.length === 0 || held.some((person) => person.trim() === '')) return refusal('role-empty', { role }, 'people')
  }
  return undefined
}

const RULES: readonly Rule[] = [datesFit, termsAreSourced, termsFit, rolesAreHeld]

/** Do these terms fit this plan? The plan's own findings say what does not. */
export function validateTerms(plan: Plan, terms: readonly Term[]): ContractRefusal | undefined {
  const merged = agreedPlan(plan, terms)
  if (merged.ok) return undefined
  return { ...refusal('terms-refused', { path: merged.findings[0]?.at.path ?? '' }, 'terms'), findings: merged.findings }
}

function agreedProblem(agreed: Agreed, state: ContractState, context: ContractContext): ContractRefusal | undefined {
  for (const rule of RULES) {
    const problem = rule(agreed, state, context)
    if (problem) return problem
  }
  return undefined
}

type Standing = Partial<Readonly<Record<keyof Agreed, unknown>>>

/** Only what is different now: an amendment says what it changes. */
function changesIn(agreed: Agreed, state: ContractState): Agreed {
  const last = state.agreements.at(-1)
  const standing: Standing = { ...state, plan: last?.plan, terms: last?.terms }
  const differs = ([key, value]: [string, unknown]) =>
    value !== undefined && canonicalJson(value) !== canonicalJson(standing[key as keyof Agreed])
  const { plan, terms, startsOn, endsOn, sites, assets, people } = agreed
  return Object.fromEntries(Object.entries({ plan, terms, startsOn, endsOn, sites, assets, people }).filter(differs)) as Agreed
}

function guard({ phase, agreements }: ContractState, { name, occurredAt }: ContractCommand, now: Instant): ContractRefusal | undefined {
  if (name === 'sign' && phase !== 'absent') return refusal('signed-already')
  if (name !== 'sign' && phase === 'absent') return refusal('absent')
  // What happened is recorded, and ruled on, after the end as well: only what is agreed comes to an end.
  if (phase === 'ended' && (name === 'amend' || name === 'end')) return refusal('ended')
  if (occurredAt !== undefined && occurredAt > now) return refusal('in-future', {}, 'occurredAt')
  const last = agreements.at(-1)
  return name === 'amend' && last !== undefined && (occurredAt ?? now) < last.from ? refusal('before-last', {}, 'occurredAt') : undefined
}

function sign(command: Extract<ContractCommand, { name: 'sign' }>, state: ContractState, context: ContractContext): Said | ContractRefusal {
  const { number, title, customer, plan, terms = [], startsOn, endsOn, sites = [], assets = [], people = {}, signatures = [] } = command
  const signedOn = command.signedOn ?? lastDay(signatures)
  if (number.trim() === '') return refusal('number-missing', {}, 'number')
  if (customer === '') return refusal('customer-missing', {}, 'customer')
  const problem = agreedProblem({ ...command, terms }, state, context) ?? signaturesProblem(signatures)
  if (problem) return problem
  const evidence = signed(signatures)
  const data = { number: number.trim(), customer, plan, terms, signedOn, startsOn, endsOn, sites, assets, people, ...evidence.data }
  return { type: 'contract.signed', data, texts: { title, ...evidence.texts }, also: alsoOf({ customer, sites, assets }) }
}

function amend(
  command: Extract<ContractCommand, { name: 'amend' }>,
  state: ContractState,
  context: ContractContext,
): Said | ContractRefusal {
  const changes = changesIn(command, state)
  if (Object.keys(changes).length === 0) return refusal('nothing-changed')
  const { signatures = [] } = command
  const problem = agreedProblem(changes, state, context) ?? signaturesProblem(signatures)
  if (problem) return problem
  const evidence = signed(signatures)
  // What is covered from now on hears of the contract first by this fact: from when and until when it goes stands in it.
  const comes = changes.sites ?? changes.assets
  const { startsOn = comes && state.startsOn, endsOn = comes && state.endsOn } = changes
  // The version that the contract stood under before is named, so that the fact alone tells what it replaced.
  return {
    type: 'contract.amended',
    data: {
      ...changes,
      startsOn,
      endsOn,
      ...(isRenewed(changes, state) && { extends: true }),
      replaces: state.agreements.at(-1)?.fact,
      ...evidence.data,
    },
    texts: { reason: command.reason, ...evidence.texts },
    also: alsoOf({ ...state, ...present(changes) }),
  }
}

/** 续约: the end that was agreed moves later, which is more than any other change of the contract. */
function isRenewed({ endsOn }: Agreed, before: ContractState): boolean {
  return endsOn !== undefined && before.endsOn !== undefined && endsOn > before.endsOn
}

function present({ sites, assets }: Agreed): { readonly sites?: readonly string[]; readonly assets?: readonly string[] } {
  return { ...(sites && { sites }), ...(assets && { assets }) }
}

/** Everything that the contract covers, or these devices, has reached it already. */
function reachedAlready({ milestones }: ContractState, milestone: Milestone, assets: readonly string[]): boolean {
  const before = milestones.filter((one) => one.milestone === milestone)
  if (before.some((one) => one.assets.length === 0)) return true
  return assets.length > 0 && assets.every((asset) => before.some((one) => one.assets.includes(asset)))
}

type Reach = Extract<ContractCommand, { name: 'reach' }>

/** Out of the order of the trade is no reason to refuse: a milestone is reported, and happened. */
function reach(command: Reach, state: ContractState, context: ContractContext): Said | ContractRefusal {
  const { milestone, assets = [], evidence, lateReason, occurredAt } = command
  const stranger = assets.find((asset) => !state.assets.includes(asset))
  if (stranger !== undefined) return refusal('asset-not-covered', { asset: stranger }, 'assets')
  if (reachedAlready(state, milestone, assets)) return refusal('milestone-already', {}, 'milestone')
  if (evidence.trim() === '') return refusal('evidence-missing', {}, 'evidence')
  const { now, source, backfillMs = BACKFILL_MS } = context
  const late = source === 'hand' && now - (occurredAt ?? now) > backfillMs
  if (late && (lateReason ?? '').trim() === '') return refusal('late-reason', {}, 'lateReason')
  const devices = assets.length > 0 ? assets : state.assets
  return {
    type: `contract.${milestone}`,
    data: {
      assets: assets.length > 0 ? assets : undefined,
      models: byModel(devices, context.models),
      ...(late ? { reason: true, evidence: true } : {}),
    },
    texts: { evidence, lateReason: late ? lateReason : undefined },
    also: alsoOf(assets.length > 0 ? { ...state, assets } : state),
  }
}

function said(command: ContractCommand, state: ContractState, context: ContractContext): Said | ContractRefusal {
  switch (command.name) {
    case 'sign':
      return sign(command, state, context)
    case 'amend':
      return amend(command, state, context)
    case 'attest':
      return attest(command, state)
    case 'reach':
      return reach(command, state, context)
    case 'approve':
      return approve(command.of, command.note, { state, person: context.person })
    case 'correct':
      return correct(command, state, context)
    case 'void':
      return declareVoid(command, state)
    case 'end':
      return command.reason.trim() === ''
        ? refusal('reason-missing', {}, 'reason')
        : { type: 'contract.ended', texts: { reason: command.reason }, also: alsoOf(state) }
    default:
      return command satisfies never
  }
}

function withoutUndefined(data: object): Fact['data'] {
  return Object.fromEntries(Object.entries(data).filter((entry): entry is [string, Json] => entry[1] !== undefined))
}

const once = <T>(list: readonly T[] | undefined): readonly T[] | undefined => list && [...new Set(list)]

/** What was named twice is named once. */
function withoutRepeats(command: ContractCommand): ContractCommand {
  switch (command.name) {
    case 'sign':
    case 'amend': {
      const people = command.people && Object.fromEntries(Object.entries(command.people).map(([role, held]) => [role, once(held) ?? []]))
      return { ...command, sites: once(command.sites), assets: once(command.assets), people }
    }
    case 'reach':
      return { ...command, assets: once(command.assets) }
    default:
      return command
  }
}

/** What a command on a contract brings about: one fact, and the free text that stands beside it; or why not. */
export function decide(state: ContractState, command: ContractCommand, context: ContractContext): ContractDecision {
  const refused = guard(state, command, context.now)
  const made = refused ?? said(withoutRepeats(command), state, context)
  if ('code' in made) return { ok: false, refusal: made }
  const { now, subject, source, person, spokenOf = [] } = context
  const id = context.newId()
  const texts = Object.entries(made.texts ?? {}).flatMap(([field, text]) =>
    text === undefined || text.trim() === '' ? [] : [{ factId: id, field, text: text.trim() }],
  )
  const fact = {
    id,
    subject,
    also: [...new Set([...withModels(made.also, context.models), ...spokenOf])],
    type: made.type,
    occurredAt: command.occurredAt ?? (command.name === 'sign' ? signedAt(command, context) : now),
    source,
    by: person,
    data: withoutUndefined(made.data ?? {}),
  }
  return { ok: true, facts: [fact], texts }
}
