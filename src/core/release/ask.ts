import type { FactType, Json } from '../fact.ts'
import type { Plan } from '../plan/types.ts'
import type { Obligation } from '../promise/types.ts'
import type { ReleaseRefusal } from './say.ts'
import { asClock } from '../plan/clock-clause.ts'
import { refusal } from './say.ts'

/** To release a promise: waived (豁免) with a reason of one's own, or excused (免责) for one that its clause accepts. */
export type ReleaseKind = 'waive' | 'excuse'

export type Asking = {
  readonly promise: string
  /** default the first; of a gate that no deed has passed yet there is none */
  readonly episode?: number | undefined
  readonly reason: string
  readonly evidence: string
}

export type AskContext = {
  readonly plan?: (Pick<Plan, 'promises' | 'reasons'> & { readonly roles?: Plan['roles'] | undefined }) | undefined
  /** the owner's obligations as they stand; undefined: not looked up */
  readonly obligations?: readonly Pick<Obligation, 'promise' | 'episode' | 'state'>[] | undefined
  /** `role`: by which they may; `roles`: all that they hold, those of the contract included */
  readonly person: { readonly role?: string | undefined; readonly roles?: readonly string[] | undefined }
  /** nobody else in the firm has the right: then there is nobody to approve it, it counts at once, and the fact says so */
  readonly alone?: boolean | undefined
  /** the dispute (异议) that it follows from: objector and decider are two already, so it counts at once */
  readonly dispute?: string | undefined
}

/** The fact that is asked for, with what stands beside it. */
export type Released = {
  readonly type: FactType
  readonly data: { readonly [key: string]: Json }
  readonly texts: Readonly<Record<string, string>>
}

const isBlank = (text: string): boolean => text.trim() === ''

/** Stands in a fact where the wording stands beside it: given, but not to be read here. */
const STATED = 'stated'

/** What stands against releasing a promise, before its reason is looked at. A gate may be waived before anybody comes to it. */
function standingProblem(kind: ReleaseKind, asking: Asking, { plan, obligations }: AskContext): ReleaseRefusal | undefined {
  const { promise, episode = 1, reason, evidence } = asking
  const clause = plan && Object.hasOwn(plan.promises, promise) ? plan.promises[promise] : undefined
  if (!clause) return refusal('waive-promise-unknown', { promise }, 'promise')
  const standing = obligations?.find((one) => one.promise === promise && one.episode === episode)
  const ahead = kind === 'waive' && clause.form === 'gate'
  if (obligations !== undefined && standing === undefined && !ahead) return refusal('waive-not-open', {}, 'promise')
  if (standing?.state === 'kept' || standing?.state === 'excused' || standing?.state === 'cancelled')
    return refusal('waive-settled', {}, 'promise')
  if (kind === 'excuse' && standing?.state === 'broken') return refusal('excuse-broken', {}, 'promise')
  if (isBlank(reason)) return refusal('waive-reason', {}, 'reason')
  return isBlank(evidence) ? refusal('waive-evidence', {}, 'evidence') : undefined
}

/** Whom the plan lets waive a promise: the role that its gate names, or those whose `may` says so; empty: it names nobody in particular. */
export function releasingRoles(plan: NonNullable<AskContext['plan']>, promise: string): readonly string[] | 'nobody' {
  const clause = plan.promises[promise]
  if (clause?.form === 'gate') return clause.waive === undefined ? 'nobody' : [clause.waive]
  return Object.values(plan.roles ?? {})
    .filter(({ may }) => may.includes('waive'))
    .map(({ id }) => id)
}

/** The role by which this person waives it; a refusal names those who may. */
function roleOf(promise: string, { plan, person }: AskContext): string | ReleaseRefusal {
  const roles = plan ? releasingRoles(plan, promise) : []
  if (roles === 'nobody') return refusal('waive-nobody', {}, 'promise')
  if (roles.length === 0) return person.role ?? STATED
  const held = [...(person.roles ?? []), ...(person.role === undefined ? [] : [person.role])]
  const role = roles.find((one) => held.includes(one))
  return role ?? refusal('waive-role', { role: roles.map((id) => plan?.roles?.[id]?.name ?? id).join('、') }, 'promise')
}

/**
 * Asks to release a promise. It counts once a second person has approved it (四眼): that it waits for one stands in the fact, as does that there was nobody to
 * ask. Reason and evidence were given, and by which role; their words stand beside the fact (law 12).
 */
export function ask(kind: ReleaseKind, asking: Asking, context: AskContext): Released | ReleaseRefusal {
  const problem = standingProblem(kind, asking, context)
  if (problem) return problem
  const { promise, episode, reason, evidence } = asking
  const role = roleOf(promise, context)
  if (typeof role !== 'string') return role
  const { plan, obligations, alone, dispute } = context
  const standing = obligations === undefined || obligations.some((one) => one.promise === promise && one.episode === (episode ?? 1))
  const of: { [key: string]: Json } = standing ? { promise, episode: episode ?? 1 } : { promise }
  const eyes: { [key: string]: Json } = dispute === undefined ? (alone ? { alone: true } : { fourEyes: true }) : { dispute }
  if (kind === 'waive')
    return { type: 'obligation.waived', data: { ...of, reason: STATED, role, evidence: true, ...eyes }, texts: { reason, evidence } }
  const clause = plan?.promises[promise]
  const accepted = clause ? asClock(clause).excuses : []
  if (!accepted.includes(reason)) {
    const known = accepted.map((id) => plan?.reasons[id]?.name ?? id).join('、') || '—'
    return refusal('excuse-reason-unknown', { reason, known }, 'reason')
  }
  return { type: 'obligation.excused', data: { ...of, reason, evidence: true, ...eyes }, texts: { evidence } }
}
