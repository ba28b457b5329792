import type { CommandName } from './command.ts'
import type { Refusal, RefusalCode } from './refusal.ts'
import type { TicketState } from './state.ts'
import type { Phase } from './transitions.ts'
import { refusal } from './refusal.ts'
import { LIVE, OPEN, PHASES } from './transitions.ts'

/**
 * What people intend can be refused; what is reported to have happened is recorded, whatever the ticket says, and marked where the two contradict.
 * `about`: says something of facts or promises, at any time.
 */
export type CommandKind = 'intention' | 'report' | 'about'

type Rule = { readonly kind: CommandKind; readonly from: readonly Phase[]; readonly otherwise?: RefusalCode }

const ANY = PHASES.filter((phase) => phase !== 'absent')

/** From which states a command makes sense; `otherwise` says what is in the way where the state itself does not. */
export const COMMANDS: Readonly<Record<CommandName, Rule>> = {
  report: { kind: 'intention', from: ['absent'] },
  accept: { kind: 'intention', from: ['reported', 'reopened'], otherwise: 'accepted-already' },
  grade: { kind: 'intention', from: OPEN },
  reply: { kind: 'report', from: OPEN },
  answer: { kind: 'report', from: OPEN },
  'send-plan': { kind: 'report', from: OPEN },
  judge: { kind: 'report', from: OPEN },
  assign: { kind: 'intention', from: LIVE },
  transfer: { kind: 'intention', from: LIVE },
  pause: { kind: 'intention', from: LIVE },
  resume: { kind: 'intention', from: OPEN },
  restore: { kind: 'report', from: LIVE },
  confirm: { kind: 'intention', from: ['restored'], otherwise: 'not-restored' },
  refuse: { kind: 'intention', from: ['restored', 'confirmed'], otherwise: 'not-restored' },
  reopen: { kind: 'intention', from: ['restored', 'confirmed', 'closed', 'cancelled'], otherwise: 'still-open' },
  close: { kind: 'intention', from: ['restored', 'confirmed'], otherwise: 'not-restored' },
  cancel: { kind: 'intention', from: LIVE },
  merge: { kind: 'intention', from: LIVE },
  relate: { kind: 'about', from: ANY },
  unrelate: { kind: 'about', from: ANY },
  note: { kind: 'about', from: ANY },
  message: { kind: 'intention', from: ANY.filter((phase) => phase !== 'merged') },
  edit: { kind: 'intention', from: OPEN },
  'remote-authorise': { kind: 'report', from: OPEN },
  'remote-start': { kind: 'report', from: OPEN },
  'remote-fail': { kind: 'report', from: OPEN },
  'remote-solve': { kind: 'report', from: OPEN },
  'remote-end': { kind: 'report', from: OPEN },
  'need-visit': { kind: 'intention', from: LIVE },
  arrive: { kind: 'report', from: OPEN },
  'finish-visit': { kind: 'report', from: OPEN },
  waive: { kind: 'about', from: ANY },
  excuse: { kind: 'about', from: ANY },
  approve: { kind: 'about', from: ANY },
  correct: { kind: 'about', from: ANY },
  void: { kind: 'about', from: ANY },
}

export const COMMAND_NAMES = Object.keys(COMMANDS) as readonly CommandName[]

function whyNot(phase: Phase, otherwise: RefusalCode | undefined): RefusalCode {
  switch (phase) {
    case 'absent':
      return 'absent'
    case 'closed':
      return 'is-closed'
    case 'cancelled':
      return 'is-cancelled'
    case 'merged':
      return 'is-merged'
    case 'restored':
    case 'confirmed':
      return otherwise === 'not-restored' ? 'confirmed-already' : 'is-restored'
    case 'reported':
    case 'accepted':
    case 'working':
    case 'reopened':
      return otherwise ?? 'is-restored'
    default:
      return phase satisfies never
  }
}

/** Rules that need the whole state, by command: named so that each can be read and tested alone. */
const FURTHER: Partial<Readonly<Record<CommandName, (state: TicketState) => RefusalCode | undefined>>> = {
  resume: ({ waiting }) => (waiting.length === 0 ? 'resume-not-paused' : undefined),
  close: ({ visit }) => (visit === 'arrived' ? 'close-visit-open' : undefined),
  cancel: ({ visit }) => (visit === 'arrived' ? 'cancel-on-site' : undefined),
  merge: ({ visit }) => (visit === 'arrived' ? 'cancel-on-site' : undefined),
  'need-visit': ({ visit }) => (visit === 'needed' ? 'visit-open-already' : visit === 'arrived' ? 'close-visit-open' : undefined),
}

/** What stands against a command before anything of its content is looked at; undefined: nothing. */
export function guard(state: TicketState, name: CommandName): Refusal | undefined {
  const { kind, from, otherwise } = COMMANDS[name]
  const { phase } = state
  if (phase === 'absent') return name === 'report' ? undefined : refusal('absent')
  if (name === 'report') return refusal('already-reported')
  if (kind === 'intention' && !from.includes(phase)) return refusal(whyNot(phase, otherwise))
  const further = FURTHER[name]?.(state)
  return further && refusal(further)
}

type Ended = 'closed' | 'cancelled' | 'merged'

/** `…-before`: it ended before this happened; `…-meanwhile`: after it happened, before we learned of it. */
export type ConflictCode =
  | `${Ended}-before`
  | `${Ended}-meanwhile`
  | 'before-report'
  | 'restored-already'
  | 'not-arrived'
  | 'remote-not-started'

/** How what is reported contradicts where the ticket stands: shown to a person, never refused. */
export function conflictOf(state: TicketState, name: CommandName, occurredAt: number): ConflictCode | undefined {
  if (COMMANDS[name].kind !== 'report') return undefined
  if (occurredAt < state.reportedAt) return 'before-report'
  const { phase, visit, remote, closedAt } = state
  if (phase === 'closed' || phase === 'cancelled' || phase === 'merged')
    return closedAt !== undefined && occurredAt <= closedAt ? `${phase}-meanwhile` : `${phase}-before`
  if (name === 'restore' && !COMMANDS.restore.from.includes(phase)) return 'restored-already'
  if (name === 'finish-visit' && visit !== 'arrived') return 'not-arrived'
  const remoteEnds = name === 'remote-fail' || name === 'remote-solve' || name === 'remote-end'
  return remoteEnds && remote !== 'started' && remote !== 'authorised' ? 'remote-not-started' : undefined
}
