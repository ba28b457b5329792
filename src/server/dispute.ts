import type { Fact, Subject } from '../core/fact.ts'
import type { FileRef } from '../core/file/ref.ts'
import { decide } from '../core/dispute/decide.ts'
import type { DisputeCommand, DisputeContext } from '../core/dispute/decide.ts'
import { refusal } from '../core/dispute/say.ts'
import type { DisputeRefusal } from '../core/dispute/say.ts'
import { evolve, initialState } from '../core/dispute/state.ts'
import type { DisputeState } from '../core/dispute/state.ts'
import type { Transaction } from './database/pool.ts'
import { carrying } from './files/carry.ts'
import { Overtaken, refusedIfOvertaken } from './overtaken.ts'
import { ownerAggregate } from './release.ts'
import type { Belonging } from './release.ts'
import type { Services } from './services.ts'
import { saveDispute, stepDispute } from './store/disputes.ts'
import { transact } from './transact.ts'
import type { Along, Command, Decision, Done, Moment, Outcome } from './transact.ts'

export type DisputeOutcome = Outcome<unknown, DisputeRefusal>

/** All disputes of a ledger, from the facts that name its subject. */
export function disputesIn(facts: readonly Fact[]): DisputeState {
  return facts.reduce(evolve, initialState())
}

export type DisputeWrite = {
  readonly tenant: string
  readonly subject: Subject
  readonly belonging: Belonging
  readonly command: DisputeCommand
  readonly context: Pick<DisputeContext, 'person' | 'side' | 'days'>
  /** the facts that name the subject */
  readonly facts: readonly Fact[]
  readonly files: readonly FileRef[]
  readonly once: Command<unknown, DisputeRefusal>['once']
}

/** One step of a dispute through the seam, and in the same transaction its row. Of two at once the row lets one through. */
export function writeDispute(services: Services, write: DisputeWrite): Promise<DisputeOutcome> {
  const { tenant, subject, command, context, facts, files, once } = write
  const state = disputesIn(facts)
  const step: Command<unknown, DisputeRefusal> = {
    tenant,
    subject,
    aggregate: ownerAggregate(subject),
    once,
    decide: ({ now, newId }) => decide(state, command, { ...context, now, newId }),
    beside: (tx, done) => writeBeside(tx, { ...write, state }, done),
  }
  return transact(services, carrying(step, files)).catch(refusedIfOvertaken<DisputeRefusal>)
}

type Beside = Pick<DisputeWrite, 'command' | 'context' | 'belonging' | 'subject'> & { readonly state: DisputeState }

async function writeBeside(
  tx: Transaction,
  beside: Beside,
  { facts, recordedAt }: Pick<Done<unknown>, 'facts' | 'recordedAt'>,
): Promise<void> {
  const { command, context, belonging, subject, state } = beside
  const [fact] = facts
  if (!fact) return
  if (command.name === 'raise') {
    const { target, answerBy } = command
    const saved = await saveDispute(tx, {
      ...belonging,
      id: fact.id,
      subject,
      target,
      side: context.side,
      by: context.person,
      at: recordedAt,
      answerBy,
    })
    if (!saved) throw new Overtaken(refusal('open-already'))
    return
  }
  const from = state.disputes.find(({ id }) => id === command.of)?.state ?? 'open'
  const after = { answer: 'answered', settle: command.name === 'settle' ? command.outcome : 'rejected', withdraw: 'withdrawn' } as const
  const remedy = command.name === 'settle' && command.outcome === 'upheld' ? command.remedy?.kind : undefined
  const step = { id: command.of, from, state: after[command.name], fact: fact.id, by: context.person, at: recordedAt, remedy }
  if (!(await stepDispute(tx, step))) throw new Overtaken(refusal('settled'))
}

/** It is settled already, or may not be so: thrown inside the transaction of its remedy, so that all of that is undone. */
export class NotSettled extends Error {
  readonly refusal: DisputeRefusal
  constructor(why: DisputeRefusal) {
    super(why.code)
    this.refusal = why
  }
}

type Settling = Pick<DisputeWrite, 'context' | 'facts' | 'belonging'> & { readonly command: Extract<DisputeCommand, { name: 'settle' }> }

/** The decision of a dispute along with what it leads to (a correction, a voiding, a waiver): in one transaction both, or neither. */
export function settledAlong(settling: Settling): Along {
  const state = disputesIn(settling.facts)
  return (remedy) => ({
    ...remedy,
    decide: (moment) => {
      const decided = remedy.decide(moment)
      return decided.ok ? withDecision(decided, { ...settling, state }, moment) : decided
    },
    beside: async (tx, { facts, recordedAt, ...done }) => {
      await remedy.beside?.(tx, { ...done, facts, recordedAt })
      const { context, belonging, command } = settling
      const last = facts.slice(-1)
      const step = { context, belonging, command, state, subject: last[0]!.subject }
      await writeBeside(tx, step, { facts: last, recordedAt }).catch((error: unknown) => {
        // Whoever carries out the remedy reads only refusals of its own kind.
        throw error instanceof Overtaken ? new NotSettled(error.refusal as DisputeRefusal) : error
      })
    },
  })
}

type Decided = Extract<Decision<never>, { ok: true }>

/** Its fact comes last, and stands with the remedy in one ledger: whatever the dispute is about hears it all the same. */
function withDecision(
  decided: Decided,
  { state, command, context }: Settling & { readonly state: DisputeState },
  { now, newId, subject }: Pick<Moment<unknown>, 'now' | 'newId' | 'subject'>,
): Decided {
  const made = decide(state, { ...command, by: decided.facts[0]?.id }, { ...context, now, newId })
  if (!made.ok) throw new NotSettled(made.refusal)
  const facts = made.facts.map((fact) => ({ ...fact, subject, also: [fact.subject, ...fact.also].filter((one) => one !== subject) }))
  return { ...decided, facts: [...decided.facts, ...facts], texts: [...(decided.texts ?? []), ...made.texts] }
}
