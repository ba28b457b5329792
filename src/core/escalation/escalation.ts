import type { Fact, FactType, Json, Subject } from '../fact.ts'
import type { Instant } from '../time/instant.ts'
import type { EscalationRefusal } from './say.ts'
import { refusal } from './say.ts'

/** `waiting`: nobody has acknowledged it. `ended`: there is nothing to acknowledge any more. */
export type EscalationStanding = 'waiting' | 'acknowledged' | 'ended'

/** 升级: one broken clock on its way up, as its facts have made it; `id` is that of the fact which told the first rung. */
export type Escalation = {
  readonly id: string
  /** the effect of the promise that it carries out */
  readonly effect: string
  readonly promise: string
  readonly episode: number
  /** the roles, from the first to be told to the last */
  readonly rungs: readonly string[]
  /** the place in `rungs` that was told last */
  readonly rung: number
  readonly toldAt: Instant
  /** how long a rung has to acknowledge before the next is told */
  readonly waitMs: number
  /** who was told at the last rung; empty: nobody was there to be told */
  readonly reached: readonly string[]
  /** who was told at any */
  readonly people: readonly string[]
  readonly state: EscalationStanding
  readonly by?: string | undefined
  readonly at?: Instant | undefined
}

/** All of one ticket, in ledger order. */
export type EscalationState = { readonly escalations: readonly Escalation[] }

export function initialState(): EscalationState {
  return { escalations: [] }
}

const texts = (value: Json | undefined): readonly string[] => (Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [])
const number = (value: Json | undefined): number => (typeof value === 'number' ? value : 0)
const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '')

function begun({ id, data, occurredAt }: Fact): Escalation {
  const reached = texts(data.people)
  return {
    id,
    effect: text(data.effect),
    promise: text(data.promise),
    episode: number(data.episode),
    rungs: texts(data.rungs),
    rung: 0,
    toldAt: occurredAt,
    waitMs: number(data.waitMs),
    reached,
    people: reached,
    state: 'waiting',
  }
}

function moved(before: Escalation, { type, data, occurredAt, by }: Fact): Escalation {
  if (before.state !== 'waiting') return before
  switch (type) {
    case 'escalation.told': {
      const reached = texts(data.people)
      return { ...before, rung: number(data.rung), toldAt: occurredAt, reached, people: [...before.people, ...reached] }
    }
    case 'escalation.acknowledged':
      return { ...before, state: 'acknowledged', by, at: occurredAt }
    case 'escalation.ended':
      return { ...before, state: 'ended', at: occurredAt }
    default:
      return before
  }
}

/** What one more fact makes of them, in ledger order; what means nothing to them changes nothing. */
export function evolve(state: EscalationState, fact: Fact): EscalationState {
  const { type, data } = fact
  if (type === 'escalation.told' && data.rung === 0) return { escalations: [...state.escalations, begun(fact)] }
  const of = state.escalations.find(({ id }) => id === data.escalation)
  return of ? { escalations: state.escalations.map((one) => (one === of ? moved(of, fact) : one)) } : state
}

export function isLastRung({ rungs, rung }: Pick<Escalation, 'rungs' | 'rung'>): boolean {
  return rung >= rungs.length - 1
}

/** When the next rung is told, unless somebody acknowledges before; undefined: nobody follows. Where nobody was there to be told, nobody is waited for. */
export function nextRungAt(escalation: Escalation): Instant | undefined {
  const { state, toldAt, waitMs, reached } = escalation
  if (state !== 'waiting' || isLastRung(escalation)) return undefined
  return reached.length === 0 ? toldAt : toldAt + waitMs
}

/** The first instant at which one of them goes on by itself. */
export function nextWake({ escalations }: EscalationState): Instant | undefined {
  const due = escalations.flatMap((one) => nextRungAt(one) ?? [])
  return due.length === 0 ? undefined : Math.min(...due)
}

/** 级别: the roles that the plan names, in its order, then those of the firm that it does not name; nobody stands on two rungs. */
export function rungsOf(named: readonly string[], further: readonly string[]): readonly string[] {
  return [...new Set([...named, ...further])]
}

type Made = Omit<Fact, 'seq' | 'recordedAt'>
export type EscalationDecision =
  | { readonly ok: true; readonly facts: readonly Made[] }
  | { readonly ok: false; readonly refusal: EscalationRefusal }

export type EscalationContext = {
  readonly now: Instant
  readonly newId: () => string
  readonly subject: Subject
  /** whom the facts speak of besides the ticket */
  readonly also: readonly Subject[]
}

type Stating = { readonly type: FactType; readonly data: Fact['data']; readonly by?: string | undefined }

function stated({ type, data, by }: Stating, { now, newId, subject, also }: EscalationContext): EscalationDecision {
  const source = by === undefined ? 'system' : 'hand'
  return { ok: true, facts: [{ id: newId(), subject, also, type, occurredAt: now, source, by, data }] }
}

export type Beginning = Pick<Escalation, 'effect' | 'promise' | 'episode' | 'rungs' | 'waitMs'> & { readonly people: readonly string[] }

/** The first rung is told. */
export function begin({ people, ...escalation }: Beginning, context: EscalationContext): EscalationDecision {
  const { effect, promise, episode, rungs, waitMs } = escalation
  const [role = ''] = rungs
  return stated({ type: 'escalation.told', data: { effect, promise, episode, rungs, rung: 0, role, people, waitMs } }, context)
}

/** The next rung is told; nobody whom an earlier one reached is told again. */
export function climb(escalation: Escalation, people: readonly string[], context: EscalationContext): EscalationDecision {
  const { id, promise, episode, rungs } = escalation
  const due = nextRungAt(escalation)
  if (due === undefined || due > context.now) return { ok: false, refusal: refusal('not-due') }
  const rung = escalation.rung + 1
  const fresh = people.filter((one) => !escalation.people.includes(one))
  const data = { escalation: id, promise, episode, rung, role: rungs[rung] ?? '', people: fresh }
  return stated({ type: 'escalation.told', data }, context)
}

/** 确认收到: by somebody who was told. The first acknowledgement stands, and nobody else is told. */
export function acknowledge(escalation: Escalation, person: string, context: EscalationContext): EscalationDecision {
  const { id, promise, episode, rung, people, state } = escalation
  if (!people.includes(person)) return { ok: false, refusal: refusal('not-told') }
  if (state !== 'waiting') return { ok: false, refusal: refusal(state === 'ended' ? 'ended' : 'acknowledged-already') }
  return stated({ type: 'escalation.acknowledged', data: { escalation: id, promise, episode, rung }, by: person }, context)
}

/** `done`: what was promised has come about, or the ticket needs nobody any more. `withdrawn`: by what was learned later it was not broken. */
export type EndedBy = 'done' | 'withdrawn'

/** Nobody is told any more. */
export function end(escalation: Escalation, why: EndedBy, context: EscalationContext): EscalationDecision {
  const { id, promise, episode, state } = escalation
  if (state !== 'waiting') return { ok: false, refusal: refusal('ended') }
  return stated({ type: 'escalation.ended', data: { escalation: id, promise, episode, why } }, context)
}
