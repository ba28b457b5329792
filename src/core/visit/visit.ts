import type { Fact, FactSource, FactType, Json, Subject } from '../fact.ts'
import type { Instant } from '../time/instant.ts'
import type { Locale, Params } from '../words.ts'
import type { VisitRefusalCode } from './words/zh-CN.ts'
import { say } from '../words.ts'
import { VISIT_EN } from './words/en.ts'
import { VISIT_ZH_CN } from './words/zh-CN.ts'
import { VISIT_ZH_TW } from './words/zh-TW.ts'

/** A visit: asked for, planned for a time and a person, somebody arrives, the work is done. `absent`: nobody asked for it, nobody came. */
export const VISIT_PHASES = ['absent', 'needed', 'planned', 'arrived', 'done'] as const

export type VisitPhase = (typeof VISIT_PHASES)[number]

export type VisitState = {
  readonly phase: VisitPhase
  /** the ticket that it is for; none for one on the calendar */
  readonly ticket?: string | undefined
  readonly person?: string | undefined
  readonly plannedAt?: Instant | undefined
  readonly neededAt?: Instant | undefined
  readonly arrivedAt?: Instant | undefined
  readonly doneAt?: Instant | undefined
}

export function initialState(): VisitState {
  return { phase: 'absent' }
}

type OwnFact = Extract<FactType, 'visit.needed' | 'visit.planned' | 'visit.arrived' | 'visit.done'>

/** From where each fact moves a visit. What comes twice, or in another order, is kept in the ledger and sets nothing back. */
export const TRANSITIONS: Readonly<Record<OwnFact, { readonly from: readonly VisitPhase[]; readonly to: VisitPhase }>> = {
  'visit.needed': { from: ['absent'], to: 'needed' },
  'visit.planned': { from: ['absent', 'needed', 'planned'], to: 'planned' },
  'visit.arrived': { from: ['absent', 'needed', 'planned'], to: 'arrived' },
  'visit.done': { from: ['absent', 'needed', 'planned', 'arrived'], to: 'done' },
}

const textIn = (data: Fact['data'], key: string) => (typeof data[key] === 'string' ? (data[key] as string) : undefined)

function moved(state: VisitState, type: OwnFact, { occurredAt, data }: Fact): Partial<VisitState> {
  switch (type) {
    case 'visit.needed':
      return { neededAt: occurredAt }
    case 'visit.planned':
      return { person: textIn(data, 'person') ?? state.person, plannedAt: typeof data.at === 'number' ? data.at : state.plannedAt }
    case 'visit.arrived':
      return { person: textIn(data, 'person') ?? state.person, arrivedAt: occurredAt }
    case 'visit.done':
      return { doneAt: occurredAt }
    default:
      return type satisfies never
  }
}

/** The visit after one more fact that names it, in ledger order. The first arrival counts. */
export function evolve(state: VisitState, fact: Fact): VisitState {
  const type = (Object.keys(TRANSITIONS) as OwnFact[]).find((own) => own === fact.type)
  if (type === undefined) return state
  const ticket = state.ticket ?? fact.also.find((one) => one.startsWith('ticket/'))?.slice('ticket/'.length)
  const { from, to } = TRANSITIONS[type]
  return from.includes(state.phase) ? { ...state, ticket, ...moved(state, type, fact), phase: to } : { ...state, ticket }
}

/** `at`: when somebody is to be there (epoch ms). */
export type VisitCommand = { readonly occurredAt?: Instant | undefined } & (
  | { readonly name: 'need' }
  | { readonly name: 'plan'; readonly person: string; readonly at: Instant }
  | { readonly name: 'arrive'; readonly person?: string | undefined }
  | { readonly name: 'finish' }
)

/** `owners`: what the visit is for: its ticket, site, contract … */
export type VisitContext = {
  readonly now: Instant
  readonly subject: Subject
  readonly owners: readonly Subject[]
  readonly newId: () => string
  readonly source: FactSource
  readonly person: string
}

export type VisitRefusal = { readonly code: VisitRefusalCode; readonly params: Params; readonly field?: string | undefined }
export type VisitDecision =
  | { readonly ok: true; readonly facts: readonly Omit<Fact, 'seq' | 'recordedAt'>[] }
  | { readonly ok: false; readonly refusal: VisitRefusal }

const WORDS = { 'zh-CN': VISIT_ZH_CN, 'zh-TW': VISIT_ZH_TW, en: VISIT_EN } as const

export function sayVisitRefusal({ code, params }: Pick<VisitRefusal, 'code' | 'params'>, locale: Locale): string {
  return say(WORDS[locale][code], params)
}

/** Asking for and planning a visit can be refused; that somebody came, and finished, happened. */
function refusalOf({ phase }: VisitState, command: VisitCommand, now: Instant): VisitRefusal | undefined {
  if (command.occurredAt !== undefined && command.occurredAt > now) return { code: 'in-future', params: {}, field: 'occurredAt' }
  if (command.name === 'need' && phase !== 'absent') return { code: 'needed-already', params: {} }
  if (command.name !== 'plan') return undefined
  if (phase === 'done') return { code: 'done-already', params: {} }
  if (phase === 'arrived') return { code: 'on-site', params: {} }
  if (command.person.trim() === '') return { code: 'person-missing', params: {}, field: 'person' }
  return command.at <= now ? { code: 'planned-past', params: {}, field: 'at' } : undefined
}

type Said = { readonly type: OwnFact; readonly data: Readonly<Record<string, Json>> }

function said(state: VisitState, command: VisitCommand, { person }: VisitContext): Said {
  switch (command.name) {
    case 'need':
      return { type: 'visit.needed', data: {} }
    case 'plan':
      return { type: 'visit.planned', data: { person: command.person, at: command.at } }
    case 'arrive':
      return {
        type: 'visit.arrived',
        data: {
          person: command.person ?? person,
          ...(state.phase === 'arrived' || state.phase === 'done' ? { conflict: 'arrived-before' } : {}),
        },
      }
    case 'finish':
      return {
        type: 'visit.done',
        data: state.phase === 'arrived' ? {} : { conflict: state.phase === 'done' ? 'done-before' : 'not-arrived' },
      }
    default:
      return command satisfies never
  }
}

export function decide(state: VisitState, command: VisitCommand, context: VisitContext): VisitDecision {
  const { now, subject, owners, newId, source, person } = context
  const refusal = refusalOf(state, command, now)
  if (refusal) return { ok: false, refusal }
  return {
    ok: true,
    facts: [
      { id: newId(), subject, also: owners, ...said(state, command, context), occurredAt: command.occurredAt ?? now, source, by: person },
    ],
  }
}
