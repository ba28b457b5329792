import type { Fact, Json, Subject } from '../fact.ts'
import type { ObligationState } from '../promise/types.ts'
import type { Instant } from '../time/instant.ts'
import type { ReleaseKind } from './ask.ts'
import type { ReleaseRefusal } from './say.ts'
import { approvalProblem } from '../approval.ts'
import { refusal } from './say.ts'

/** `waiting`: for the second person. `withdrawn`: taken back by who asked, or declared void afterwards. */
export type ReleaseStanding = 'waiting' | 'in-force' | 'refused' | 'withdrawn'

/** One waiver or excuse as its facts have made it; `id` is that of the fact that asked. */
export type Release = {
  readonly id: string
  readonly kind: ReleaseKind
  readonly promise: string
  readonly episode: number | undefined
  readonly about: readonly Subject[]
  readonly by: string | undefined
  readonly at: Instant
  readonly state: ReleaseStanding
  readonly decidedBy?: string | undefined
  readonly decidedAt?: Instant | undefined
}

/** All that were asked for on one owner, in ledger order. */
export type ReleaseState = { readonly releases: readonly Release[] }

export function initialState(): ReleaseState {
  return { releases: [] }
}

function asked({ id, type, subject, also, data, by, recordedAt }: Fact): Release {
  return {
    id,
    kind: type === 'obligation.waived' ? 'waive' : 'excuse',
    promise: typeof data.promise === 'string' ? data.promise : '',
    episode: typeof data.episode === 'number' ? data.episode : undefined,
    about: [subject, ...also],
    by,
    at: recordedAt,
    state: data.fourEyes === true ? 'waiting' : 'in-force',
  }
}

function outcomeOf({ type, by }: Fact, release: Release): ReleaseStanding | undefined {
  if (type === 'fact.voided') return 'withdrawn'
  if (release.state !== 'waiting' || by === release.by) return undefined
  return type === 'fact.approved' ? 'in-force' : type === 'fact.refused' ? 'refused' : undefined
}

/** What one more fact makes of them, in ledger order; what means nothing to them changes nothing. */
export function evolve(state: ReleaseState, fact: Fact): ReleaseState {
  if (fact.type === 'obligation.waived' || fact.type === 'obligation.excused') return { releases: [...state.releases, asked(fact)] }
  const release = state.releases.find(({ id }) => id === fact.data.of)
  const outcome = release && outcomeOf(fact, release)
  if (!release || outcome === undefined) return state
  const decided = { ...release, state: outcome, decidedBy: fact.by, decidedAt: fact.recordedAt }
  return { releases: state.releases.map((one) => (one === release ? decided : one)) }
}

export type ReleaseCommand =
  | { readonly name: 'approve'; readonly of: string; readonly note?: string | undefined }
  | { readonly name: 'refuse'; readonly of: string; readonly reason: string }
  | { readonly name: 'withdraw'; readonly of: string; readonly reason?: string | undefined }
  /** by somebody who may declare entries void, whatever became of it */
  | { readonly name: 'void'; readonly of: string; readonly reason: string; readonly dispute?: string | undefined }

export type DecideContext = {
  readonly now: Instant
  readonly person: string
  readonly newId: () => string
  /** how the obligation stands now; undefined: it has not come to be */
  readonly standing?: ObligationState | undefined
}

export type ReleaseDecision =
  | {
      readonly ok: true
      readonly facts: readonly Omit<Fact, 'seq' | 'recordedAt'>[]
      readonly texts: readonly { readonly factId: string; readonly field: string; readonly text: string }[]
    }
  | { readonly ok: false; readonly refusal: ReleaseRefusal }

const TYPE = { approve: 'fact.approved', refuse: 'fact.refused', withdraw: 'fact.voided', void: 'fact.voided' } as const

/** The one who asked may take it back and not decide it; a second person approves or refuses; an excuse that came too late helps nobody. */
function problemOf(release: Release | undefined, command: ReleaseCommand, { person, standing }: DecideContext): ReleaseRefusal | undefined {
  if (!release) return refusal('release-missing', {}, 'id')
  if (command.name === 'void') return release.state === 'withdrawn' ? refusal('release-decided') : undefined
  if (release.state !== 'waiting') return refusal('release-decided')
  if (command.name === 'withdraw') return release.by === person ? undefined : refusal('release-others')
  if (approvalProblem({ late: true, by: release.by }, person) === 'approval-own') return refusal('release-own')
  if (command.name === 'refuse') return command.reason.trim() === '' ? refusal('refuse-reason', {}, 'reason') : undefined
  if (standing === 'kept' || standing === 'excused' || standing === 'cancelled') return refusal('waive-settled')
  return release.kind === 'excuse' && standing === 'broken' ? refusal('release-too-late') : undefined
}

/** Approves, refuses, takes back or voids: one fact that names the release and speaks about all that the release speaks about. */
export function decide(state: ReleaseState, command: ReleaseCommand, context: DecideContext): ReleaseDecision {
  const release = state.releases.find(({ id }) => id === command.of)
  const problem = problemOf(release, command, context)
  if (problem || !release) return { ok: false, refusal: problem ?? refusal('release-missing', {}, 'id') }
  const { now, person, newId } = context
  const id = newId()
  const [subject = release.about[0]!, ...also] = release.about
  const stated = TYPE[command.name] === 'fact.voided'
  const dispute = command.name === 'void' ? command.dispute : undefined
  const data: { readonly [key: string]: Json } = {
    of: release.id,
    ...(stated ? { reason: 'stated' } : {}),
    ...(dispute === undefined ? {} : { dispute }),
  }
  const said = command.name === 'approve' ? { note: command.note } : { reason: command.reason }
  const texts = Object.entries(said).flatMap(([field, text]) =>
    text === undefined || text.trim() === '' ? [] : [{ factId: id, field, text: text.trim() }],
  )
  return { ok: true, facts: [{ id, subject, also, type: TYPE[command.name], occurredAt: now, source: 'hand', by: person, data }], texts }
}
